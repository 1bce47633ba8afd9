"""The portal on a socket of this machine ends cleanly, whatever browsers keep open."""

from __future__ import annotations

import http.client
import socket
import threading
from urllib.parse import urlsplit

import pytest
from flask import Flask

from a11y.portal.loopback import serving


@pytest.mark.filterwarnings("error::pytest.PytestUnhandledThreadExceptionWarning")
def test_connections_that_are_kept_open_do_not_keep_it_running() -> None:
    app = Flask(__name__)
    app.add_url_rule("/", "page", lambda: "da")
    for _ in range(20):
        with serving(app) as address:
            port = urlsplit(address).port
            assert port
            kept = [http.client.HTTPConnection("127.0.0.1", port, timeout=5) for _ in range(6)]
            for connection in kept:
                connection.request("GET", "/")
                assert connection.getresponse().read() == b"da"
        assert "loopback" not in {thread.name for thread in threading.enumerate()}
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)
        for connection in kept:
            assert connection.sock.recv(1) == b""  # the server has hung up
            connection.close()


def test_an_answer_under_way_is_finished() -> None:
    app = Flask(__name__)
    asked, leave = threading.Event(), threading.Event()

    def slow() -> str:
        asked.set()
        leave.wait(5)
        return "fertig"

    app.add_url_rule("/", "slow", slow)
    answers = []

    def ask(port: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/")
        answers.append(connection.getresponse().read())
        connection.close()

    with serving(app) as address:
        port = urlsplit(address).port
        assert port
        browser = threading.Thread(target=ask, args=(port,))
        browser.start()
        assert asked.wait(5)
        threading.Timer(0.3, leave.set).start()
    browser.join(timeout=5)
    assert answers == [b"fertig"]
