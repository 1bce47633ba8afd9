"""A text's score and motion, worked out in a process of its own.

What understands German holds 300 MB and is not needed any more when drawing begins, which holds as
much: a process that ends gives all of it back. It answers one request, pickles on stdin and stdout;
both ends are this module.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything about a film but its pictures; one performance a sentence."""

    sentences: tuple[SignedSentence, ...]
    performances: tuple[Performance, ...]


def plan(text: str, *, signer: str | None = None, as_is: bool = False) -> Plan:
    """As ``translate.score`` and ``translate.perform``, and with their errors.

    Raises RuntimeError if the process dies; what it had to say stands on stderr.
    """
    # By its public name: as __main__ the other end would not know its classes.
    command = [sys.executable, "-c", "from a11y.plan import main; main()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdin
            assert process.stdout
            process.stdin.write(pickle.dumps((text, signer, as_is)))
            process.stdin.close()
            import_module("a11y.translate")  # what draws is loaded meanwhile
            data = process.stdout.read()
        except BaseException:
            process.kill()  # it minds no Ctrl-C
            raise
    if not data:
        raise RuntimeError(f"planning ended with {process.returncode}")
    answer = pickle.loads(data)
    if isinstance(answer, BaseException):
        raise answer
    assert isinstance(answer, Plan)
    return answer


def _answer(text: str, signer: str | None, as_is: bool) -> Any:
    from a11y import translate
    from a11y.errors import KlarhandError

    signer = signer or translate.Look().signer
    try:
        sentences = translate.score(text, as_is=as_is)
        performances = tuple(translate.perform(one, signer=signer) for one in sentences)
    except (KlarhandError, OSError) as error:
        return error
    return Plan(sentences=sentences, performances=performances)


def main() -> None:
    """Answer what stands on stdin."""
    # Ctrl-C goes to the whole group; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not break the answer
    with out:
        pickle.dump(_answer(*pickle.load(sys.stdin.buffer)), out)
