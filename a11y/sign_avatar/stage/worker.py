"""The process that draws: Panda3D lives here, so that a crash in GL kills no portal.

Started as ``python -m a11y.sign_avatar.stage.worker``. Messages are pickles with a length before
them, requests on stdin, answers on stdout; both ends are this package.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import struct
import sys
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from a11y.sign_avatar.performance import Performance


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Draw frames [first, last) of ``performance`` at ``size`` and write each of ``files`` (path,
    size, format; a whole video of its own), or, with ``still``, one picture at that many seconds.
    """

    performance: Performance
    files: tuple[tuple[Path, int, str], ...]
    size: int
    fps: int
    background: str
    signer: str
    backend: str | None
    first: int = 0
    last: int = 0
    still: float | None = None
    body: Path | None = None


def send(pipe: IO[bytes], message: Any) -> None:
    """Write one message."""
    data = pickle.dumps(message)
    pipe.write(struct.pack("<Q", len(data)) + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one message; EOFError when the other end is gone."""
    head = pipe.read(8)
    if len(head) < 8:
        raise EOFError
    data = pipe.read(struct.unpack("<Q", head)[0])
    return pickle.loads(data)


class _Drawer:
    """Keeps one stage open and reuses it while the choices stay the same."""

    def __init__(self) -> None:
        self._stage: Any = None
        self._choices: tuple[Any, ...] = ()

    def stage(self, job: Job) -> Any:
        from a11y.sign_avatar.stage.stage import Stage

        choices = (job.size, job.background, job.signer, job.backend, job.body)
        if self._choices != choices:
            if self._stage is not None:
                self._stage.close()
                self._stage = None
            self._stage = Stage(
                size=job.size,
                background=job.background,
                signer=job.signer,
                backend=job.backend,
                glb=job.body,
            )
            self._choices = choices
        return self._stage

    def run(self, job: Job, answers: IO[bytes]) -> Any:
        from a11y.sign_avatar.stage.encode import Encoder, video_format

        stage = self.stage(job)
        if job.still is not None:
            return stage.still(job.performance, job.still)
        with contextlib.ExitStack() as stack:
            encoders = [
                stack.enter_context(
                    Encoder(path, size=size, fps=job.fps, form=video_format(format))
                )
                for path, size, format in job.files
            ]
            for index in range(job.first, job.last):
                picture = stage.frame(job.performance, index / job.fps)
                for encoder in encoders:
                    encoder.add(picture)
                if (index - job.first) % 5 == 4:
                    send(answers, ("progress", index + 1 - job.first))
        return stage.backend


def main() -> None:
    """Serve until stdin closes."""
    # Ctrl-C goes to the whole group; the parent decides and closes the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A file-size limit shall be an error we can tell, not a silent death.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever GL prints must not break the messages
    drawer = _Drawer()
    while True:
        try:
            job = receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            send(answers, ("done", drawer.run(job, answers)))
        except BrokenPipeError:
            return
        except OSError as error:
            send(answers, ("os-error", (error.errno, str(error))))
        except Exception as error:
            traceback.print_exc(file=sys.stderr)
            send(answers, ("error", error if _portable(error) else RuntimeError(repr(error))))


def _portable(error: BaseException) -> bool:
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True


if __name__ == "__main__":
    main()
