"""The optional rewriter against a service that also misbehaves (loopback only)."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from a11y.review import ReviewState
from a11y.simple_language.errors import RewriterError
from a11y.simple_language.guard import Loss
from a11y.simple_language.rewriter import Settings, propose, settings_from

SOURCE = "Sie müssen den Antrag innerhalb von 14 Tagen stellen. Das kostet 37,00 Euro."
GOOD = "Sie müssen den Antrag stellen.\nDas geht innerhalb von 14 Tagen.\nDas kostet 37,00 Euro."
DROPS = "Sie müssen den Antrag stellen.\nDas kostet 37,00 Euro."


class _Service(ThreadingHTTPServer):
    """mode: how it answers; asked: how often it was called."""

    daemon_threads = True
    mode = "good"
    asked = 0
    last: dict[str, object]


class _Handler(BaseHTTPRequestHandler):
    server: _Service

    def do_POST(self) -> None:
        self.server.asked += 1
        length = int(self.headers["Content-Length"])
        self.server.last = json.loads(self.rfile.read(length))
        mode = self.server.mode
        if mode == "slow":
            time.sleep(0.6)
        if mode == "busy once" and self.server.asked == 1:
            self._answer(503, b"busy")
        elif mode == "forbidden":
            self._answer(403, b"no")
        elif mode == "broken":
            self._answer(200, b'{"choices": [{"mess')
        elif mode == "other form":
            self._answer(200, b'{"answer": "Guten Tag"}')
        else:
            text = {"drops": DROPS, "empty": " \n"}.get(mode, GOOD)
            body = json.dumps({"choices": [{"message": {"content": text}}]})
            self._answer(200, body.encode())

    def _answer(self, status: int, body: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the slow answer: nobody waits for it any more

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def service() -> Iterator[_Service]:
    server = _Service(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def _settings(service: _Service, *, retries: int = 0) -> Settings:
    port = service.server_address[1]
    return Settings(
        url=f"http://127.0.0.1:{port}/v1", model="m", timeout=0.3, retries=retries, pause=0.01
    )


def test_a_faithful_answer_is_a_draft_without_losses(service: _Service) -> None:
    proposal = propose(SOURCE, settings=_settings(service))
    assert proposal.sentences == tuple(GOOD.split("\n"))
    assert proposal.faithful
    assert proposal.review is ReviewState.DRAFT
    assert service.last["model"] == "m"


def test_a_dropped_number_is_shown(service: _Service) -> None:
    service.mode = "drops"
    proposal = propose(SOURCE, settings=_settings(service))
    assert not proposal.faithful
    assert [(loss.loss, loss.before) for loss in proposal.losses if loss.loss is Loss.NUMBER] == [
        (Loss.NUMBER, "14")
    ]


@pytest.mark.parametrize("mode", ["slow", "broken", "other form", "empty", "forbidden"])
def test_a_useless_answer_is_one_clear_error(service: _Service, mode: str) -> None:
    service.mode = mode
    with pytest.raises(RewriterError) as error:
        propose(SOURCE, settings=_settings(service))
    assert error.value.code == "KH-EASY-06"


def test_a_busy_service_is_asked_again(service: _Service) -> None:
    service.mode = "busy once"
    assert propose(SOURCE, settings=_settings(service, retries=1)).faithful
    assert service.asked == 2


def test_nobody_listens() -> None:
    with pytest.raises(RewriterError):
        propose(SOURCE, settings=Settings(url="http://127.0.0.1:9/v1", model="m", retries=0))


def test_off_by_default_and_settings_are_checked() -> None:
    assert settings_from({}) is None
    found = settings_from(
        {"KLARHAND_REWRITER_URL": "http://127.0.0.1:1/v1/", "KLARHAND_REWRITER_TIMEOUT": "5"}
    )
    assert found is not None
    assert (found.url, found.timeout) == ("http://127.0.0.1:1/v1", 5.0)
    with pytest.raises(RewriterError):
        settings_from({"KLARHAND_REWRITER_URL": "file:///etc/passwd"})
    with pytest.raises(RewriterError):
        settings_from(
            {"KLARHAND_REWRITER_URL": "http://127.0.0.1:1", "KLARHAND_REWRITER_RETRIES": "x"}
        )
