"""A loopback server for pages written in the tests, and one browser for the whole session."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from a11y.audit.browser import Browser

Answer = tuple[int, str, bytes]


@dataclass
class Site:
    """Pages by path; ``visits`` records what was asked for."""

    pages: dict[str, Answer | Callable[[], Answer]] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    visits: list[str] = field(default_factory=list)
    port: int = 0

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def add(
        self, path: str, body: str | bytes, *, status: int = 200, kind: str = "text/html"
    ) -> str:
        content = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, kind, content)
        return self.url(path)

    def redirect(self, path: str, target: str) -> str:
        self.headers[path] = {"Location": target}
        return self.add(path, "", status=302)

    def page(self, path: str, main: str, *, title: str = "Testseite", head: str = "") -> str:
        """A page without barriers around ``main``."""
        return self.add(
            path,
            f'<!doctype html><html lang="de"><head><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"{head}</head><body><main><h1>{title}</h1>{main}</main></body></html>",
        )

    def hang(self, path: str, *, seconds: float) -> str:
        def answer() -> Answer:
            time.sleep(seconds)
            return 200, "text/html", b"late"

        self.pages[path] = answer
        return self.url(path)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.visits.append(self.path)
            answer = made.pages.get(self.path, (404, "text/plain", b"not here"))
            status, kind, body = answer() if callable(answer) else answer
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                for name, value in made.headers.get(self.path, {}).items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the browser was killed meanwhile, as some tests mean it to be

        def log_message(self, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    made.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with Browser() as made:
        yield made
