"""One question to a chat service, held to a clock: the only place of this room that opens a socket.

Speaks the interface that vLLM, Ollama and others share (``POST …/chat/completions``). It follows
no redirect and uses no proxy: text and key go to the address that was set, or nowhere.
"""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from a11y.simple_language.errors import RewriterError

MOST_BYTES = 1_000_000
LONGEST_PAUSE = 30.0
"""Seconds. A service that asks for more patience than this is not asked again."""

_TRY_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_THOUGHTS = re.compile(r"^\s*<think>.*?</think>\s*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """url: base such as ``http://127.0.0.1:11434/v1``. timeout: seconds for a whole try, from
    connecting to the last byte. pause: seconds before the second try, doubled each time."""

    url: str
    model: str
    key: str = ""
    timeout: float = 60.0
    retries: int = 2
    pause: float = 1.0


def ask(system: str, user: str, *, settings: Settings) -> str:
    """The service's answer. Raises RewriterError where there is none that can be used."""
    body = {
        "model": settings.model,
        "temperature": 0,
        "messages": [
            {"role": "system", "content": system},
            {"role": "user", "content": user},
        ],
    }
    problem = "no try was made"
    for attempt in range(settings.retries + 1):
        status, wait, answer, problem = _try(json.dumps(body).encode("utf-8"), settings)
        if status == 200:
            return _content(answer)
        if status is not None and status not in _TRY_AGAIN:
            break
        pause = max(wait, settings.pause * 2**attempt)
        if attempt == settings.retries or pause > LONGEST_PAUSE:
            break
        time.sleep(pause)
    raise RewriterError(problem=problem)


def _try(body: bytes, settings: Settings) -> tuple[int | None, float, bytes, str]:
    """(status or None, seconds the service asks to wait, body, what was wrong)."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    late = threading.Event()
    try:
        address = urlsplit(f"{settings.url}/chat/completions")
        kind = (
            http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        )
        connection = kind(address.hostname or "", address.port, timeout=settings.timeout)
    except (ValueError, http.client.HTTPException) as error:
        raise RewriterError(problem=f"its address cannot be used ({error})") from error
    clock = threading.Timer(settings.timeout, _hang_up, (connection, late))
    clock.daemon = True
    clock.start()
    try:
        connection.request("POST", address.path, body=body, headers=headers)
        response = connection.getresponse()
        answer = response.read(MOST_BYTES + 1)
        if late.is_set():
            raise TimeoutError
        if response.length and len(answer) <= MOST_BYTES:  # what was promised and did not come
            return None, 0.0, b"", "it hung up in the middle of its answer"
        return response.status, _wait(response), answer, _what_of(response.status)
    except (ValueError, OSError, http.client.HTTPException) as error:
        slow = late.is_set() or isinstance(error, TimeoutError)
        return (
            None,
            0.0,
            b"",
            _why(error) if not slow else f"no answer within {settings.timeout:g} s",
        )
    finally:
        clock.cancel()
        connection.close()


def _why(error: Exception) -> str:
    """What went wrong, in our words: what a stranger's service sent does not reach a terminal."""
    if isinstance(error, http.client.RemoteDisconnected):
        return "it hung up"
    if isinstance(error, http.client.HTTPException):
        return "what it sent is no answer in HTTP"
    return str(error) or "it hung up"


def _hang_up(connection: http.client.HTTPConnection, late: threading.Event) -> None:
    """A service that sends a byte now and then never runs into the socket's own timeout."""
    late.set()
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _what_of(status: int) -> str:
    if 300 <= status < 400:
        return (
            f"it sends the request on to another address (status {status}), which is not followed"
        )
    return f"it answered with status {status}{_ADVICE.get(status, '')}"


_ADVICE = {
    401: "; it wants a key (KLARHAND_REWRITER_KEY)",
    403: "; it does not take this key (KLARHAND_REWRITER_KEY)",
    404: "; the address mostly ends in /v1, and the model (KLARHAND_REWRITER_MODEL) must be there",
    413: "; the text is too long for it",
}


def _wait(response: http.client.HTTPResponse) -> float:
    """``Retry-After`` in seconds; its form as a date is not read."""
    asked = response.getheader("Retry-After", "")
    return float(asked) if asked.isdecimal() else 0.0


def _content(body: bytes) -> str:
    if len(body) > MOST_BYTES:
        raise RewriterError(problem="the answer is longer than 1 MB")
    try:
        choice = json.loads(body)["choices"][0]
        content = choice["message"]["content"]
        cut_off = choice.get("finish_reason") == "length"
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise RewriterError(problem="the answer is no chat completion in JSON") from error
    if not isinstance(content, str):
        raise RewriterError(problem="the answer holds no text")
    if cut_off:
        raise RewriterError(problem="the answer breaks off; raise the service's limit of tokens")
    return _THOUGHTS.sub("", content)
