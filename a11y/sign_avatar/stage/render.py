"""Performances → clips and posters, in processes of their own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from a11y.sign_avatar.body import DEFAULT_SIGNER
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.stage.encode import atomic, video_format
from a11y.sign_avatar.stage.errors import RendererDiedError
from a11y.sign_avatar.stage.look import DEFAULT_BACKGROUND, background
from a11y.sign_avatar.stage.segments import Clip, frame_count, join, probe
from a11y.sign_avatar.stage.worker import Job, receive, send

Progress = Callable[[float], None]
_WORTH_SPLITTING = 100
"""Frames from which on two processes are faster than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How it shall look. size in pixels: 360, 720 and 1080 are what the portal offers."""

    size: int = 720
    fps: int = 25
    background: str = DEFAULT_BACKGROUND
    signer: str = DEFAULT_SIGNER
    format: str = "mp4"
    backend: str | None = None
    body: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Another file of the same pictures: its path (format by suffix) and size in pixels."""

    out: Path
    size: int

    @property
    def format(self) -> str:
        return self.out.suffix.removeprefix(".")


class _Worker:
    def __init__(self, *, threads: int) -> None:
        # SVT-AV1 talks on stderr, where the last line shall be what went wrong. Products as small
        # as ours are slower on several BLAS threads, which wait for each other actively.
        environment = dict(
            os.environ, LP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS="1", SVT_LOG="1"
        )
        self._process = subprocess.Popen(
            [sys.executable, "-m", "a11y.sign_avatar.stage.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self._said: list[bytes] = []
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._said = [*self._said[-20:], line]

    def ask(self, job: Job, progress: Callable[[int], None] | None = None) -> Any:
        """Run a job; raises what the worker raised, RendererDiedError when it died."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, job)
            while True:
                kind, value = receive(process.stdout)
                if kind == "progress":
                    if progress:
                        progress(value)
                elif kind == "os-error":
                    raise OSError(*value)
                elif kind == "error":
                    raise value
                else:
                    return value
        except (EOFError, BrokenPipeError):
            code = process.wait()
            self._listener.join(timeout=1)
            last = b"".join(self._said[-1:]).decode(errors="replace").strip()
            raise RendererDiedError(last or f"exit code {code}") from None

    def close(self) -> None:
        process = self._process
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            process.wait(timeout=0.3)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        self._listener.join(timeout=1)
        if process.stderr:
            process.stderr.close()


class RenderPool:
    """Drawing processes that stay warm for many sentences. A context manager.

    Keep one per job process of the portal: the second sentence costs no start-up.
    """

    def __init__(self, *, workers: int = 2) -> None:
        self._count = max(1, workers)
        self._workers: list[_Worker | None] = [None] * self._count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        for index, worker in enumerate(self._workers):
            if worker is not None:
                worker.close()
            self._workers[index] = None

    def _worker(self, index: int, *, threads: int) -> _Worker:
        worker = self._workers[index]
        if worker is None:
            worker = self._workers[index] = _Worker(threads=threads)
        return worker

    def _ask(self, index: int, job: Job, progress: Callable[[int], None] | None = None) -> Any:
        worker = self._worker(index, threads=1 if self._count > 1 else 2)
        try:
            return worker.ask(job, progress)
        except RendererDiedError:
            worker.close()
            self._workers[index] = None
            raise

    def still(self, performance: Performance, time: float, choices: Choices) -> NDArray[np.uint8]:
        """One RGB picture (size, size, 3) at ``time`` seconds."""
        picture: NDArray[np.uint8] = self._ask(0, _job(performance, choices, still=time))
        return picture

    def render(
        self,
        performance: Performance,
        out: Path,
        choices: Choices,
        *,
        also: Sequence[Copy] = (),
        progress: Progress | None = None,
    ) -> Clip:
        """Draw a whole clip to ``out``, on all processes when it is long enough.

        ``also``: further files of the same frames, scaled. All files appear or none.
        """
        files = (Copy(out=out, size=choices.size), *also)
        forms = [video_format(choices.format), *(video_format(one.format) for one in also)]
        background(choices.background, signer=choices.signer)
        total = frame_count(performance, fps=choices.fps)
        parts = self._count if total >= _WORTH_SPLITTING else 1
        cuts = [total * k // parts for k in range(parts + 1)]
        done = [0] * parts

        def report(part: int, frames: int) -> None:
            done[part] = frames
            if progress:
                progress(sum(done) / total)

        with contextlib.ExitStack() as stack:
            drafts = [stack.enter_context(atomic(one.out)) for one in files]
            pieces = [
                [draft.with_name(f"{draft.stem}.{k}{form.suffix}") for k in range(parts)]
                for draft, form in zip(drafts, forms, strict=True)
            ]
            try:
                jobs = [
                    _job(
                        performance, choices, first=cuts[k], last=cuts[k + 1],
                        files=tuple(
                            (own[k], one.size, form.name)
                            for own, one, form in zip(pieces, files, forms, strict=True)
                        ),
                    )
                    for k in range(parts)
                ]  # fmt: skip
                if parts == 1:
                    self._ask(0, jobs[0], lambda frames: report(0, frames))
                else:
                    self._ask_all(jobs, report)
                for draft, own in zip(drafts, pieces, strict=True):
                    if parts == 1:
                        own[0].replace(draft)
                    else:
                        join(own, draft)
            except BaseException:
                self.close()  # an interrupted worker is in the middle of a file: end it first
                raise
            finally:
                for piece in (piece for own in pieces for piece in own):
                    with contextlib.suppress(OSError):
                        piece.unlink(missing_ok=True)
        if progress:
            progress(1.0)
        return probe(out)

    def _ask_all(self, jobs: list[Job], report: Callable[[int, int], None]) -> None:
        with ThreadPoolExecutor(len(jobs)) as threads:
            futures = [
                threads.submit(self._ask, k, job, partial(report, k)) for k, job in enumerate(jobs)
            ]
            try:
                for future in futures:
                    future.result()
            except BaseException:
                self.close()
                raise


def _job(performance: Performance, choices: Choices, **own: Any) -> Job:
    drawn = max([choices.size, *(size for _, size, _ in own.get("files", ()))])
    return Job(
        performance=performance,
        size=drawn,
        fps=choices.fps,
        background=choices.background,
        signer=choices.signer,
        backend=choices.backend,
        body=choices.body,
        **{"files": (), **own},
    )


def render(
    performance: Performance,
    out: Path,
    *,
    size: int = 720,
    fps: int = 25,
    background: str = DEFAULT_BACKGROUND,
    signer: str = DEFAULT_SIGNER,
    format: str | None = None,
    backend: str | None = None,
    also: Sequence[Copy] = (),
    progress: Progress | None = None,
    pool: RenderPool | None = None,
) -> Clip:
    """Draw one performance to ``out`` (format by its suffix: ``.mp4`` or ``.webm``).

    ``also`` names further files made of the same frames, smaller or in the other format: drawn
    once, at the largest size. Files appear whole or not at all. ``progress`` gets the share done.
    With ``pool`` its warm processes are used, else two are started and ended. Raises StageError
    subclasses (NoRendererError, DiskFullError, NotWritableError, RendererDiedError,
    UnknownChoiceError) and
    BodyMissingError.
    """
    choices = Choices(
        size=size, fps=fps, background=background, signer=signer, backend=backend,
        format=format or out.suffix.removeprefix("."),
    )  # fmt: skip
    if pool is not None:
        return pool.render(performance, out, choices, also=also, progress=progress)
    with RenderPool() as own:
        return own.render(performance, out, choices, also=also, progress=progress)


def poster(
    performance: Performance,
    out: Path,
    *,
    time: float,
    size: int = 720,
    background: str = DEFAULT_BACKGROUND,
    signer: str = DEFAULT_SIGNER,
    backend: str | None = None,
    pool: RenderPool | None = None,
) -> Path:
    """A still to stand for the video: PNG, JPEG or WebP by the suffix of ``out``.

    time: seconds into the performance; ``moment`` finds a good one.
    """
    choices = Choices(size=size, background=background, signer=signer, backend=backend)
    if pool is not None:
        picture = pool.still(performance, time, choices)
    else:
        with RenderPool(workers=1) as own:
            picture = own.still(performance, time, choices)
    with atomic(out) as beside:
        options: dict[str, Any] = {} if out.suffix == ".png" else {"quality": 88}
        Image.fromarray(picture).save(beside, **options)
    return out
