"""Pages that fight back: dialogs, loops, downloads, endless scrolling, forbidden scripts."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from a11y.audit import AuditRun, PageStatus, make_settings, run
from a11y.audit.browser import BrowserSettings
from a11y.audit.robots import fetch
from tests.audit.conftest import Site

pytestmark = pytest.mark.browser

_PATIENCE = BrowserSettings(load_timeout=6, script_timeout=30)


def audit(*urls: str, states: str = "none", probes: str = "none", robots: bool = True) -> AuditRun:
    return run(
        make_settings(
            {},
            urls=urls,
            states=(states,),
            probes=tuple(probes.split(",")),
            workers=2,
            browser=_PATIENCE,
            robots=robots,
        )
    )


def _by_path(result: AuditRun) -> dict[str, tuple[PageStatus, str]]:
    return {page.url.split("/", 3)[3]: (page.status, page.problem) for page in result.pages}


def test_dialogs_and_refusals_to_leave_do_not_stop_the_run(site: Site) -> None:
    site.page(
        "/meldet", "<p>Text</p><script>alert('Hallo'); confirm('Ja?'); prompt('Was?')</script>"
    )
    site.page(
        "/bleibt",
        "<script>onbeforeunload = e => { e.preventDefault(); return 'Nein' }</script>",
    )
    site.page(
        "/oeffnet",
        "<script>window.open('/x'); setInterval(() => open('/y'), 50)</script>",
    )
    site.page("/klickt", "<button onclick=\"alert('Hallo')\">Los</button>")
    result = audit(
        *map(site.url, ("/meldet", "/bleibt", "/oeffnet", "/klickt")),
        probes="keyboard-walk,dialog,button-result",
    )
    assert {status for status, _ in _by_path(result).values()} == {PageStatus.TESTED}
    assert not [one.reason.en for one in result.findings if one.rule == "audit/incomplete"]


def test_loops_are_not_tested_and_other_files_are_skipped(site: Site) -> None:
    site.redirect("/kreis", "/kreis2")
    site.redirect("/kreis2", "/kreis")
    site.page("/neu", "<p>Text</p><script>location.reload()</script>")
    site.add("/daten", '{"a": 1}', kind="application/json")
    site.add("/bild", b"\x89PNG\r\n\x1a\n", kind="image/png")
    site.add("/archiv", b"PK\x03\x04", kind="application/zip")
    site.add("/antrag", "<h1>Antrag</h1>")
    site.headers["/antrag"] = {"Content-Disposition": 'attachment; filename="antrag.html"'}
    site.add("/ohne", "", status=204)
    paths = ("/kreis", "/neu", "/daten", "/bild", "/archiv", "/antrag", "/ohne")
    seen = _by_path(audit(*map(site.url, paths)))
    assert seen["kreis"] == (PageStatus.NOT_TESTED, "net::ERR_TOO_MANY_REDIRECTS")
    assert seen["neu"][0] is PageStatus.NOT_TESTED
    for path in ("daten", "bild", "archiv", "antrag", "ohne"):
        assert seen[path][0] is not PageStatus.TESTED, path
        assert seen[path][1], path


def test_scripts_and_styles_may_be_forbidden(site: Site) -> None:
    strict = "default-src 'none'; require-trusted-types-for 'script'"
    site.page("/streng", '<input type="text"><p>Text</p>')
    site.headers["/streng"] = {"Content-Security-Policy": strict}
    result = audit(site.url("/streng"), states="text", probes="keyboard-walk,pointer-only,clipping")
    assert _by_path(result)["streng"][0] is PageStatus.TESTED
    rules = {finding.rule for finding in result.findings}
    assert "axe/label" in rules
    assert "audit/incomplete" not in rules


def test_pages_without_an_end_come_to_one(site: Site) -> None:
    site.page(
        "/endlos",
        "<div id='d'></div><script>const more = () => { for (let i = 0; i < 20; i++)"
        "d.append(document.createElement('hr')) }; more(); onscroll = more</script>",
    )
    site.page("/riesig", "<ul>" + "<li>Straße <b>fett</b></li>" * 1000 + "</ul>")
    site.page("/dienst", "<p>Text</p><script>navigator.serviceWorker.register('/sw.js')</script>")
    site.add("/sw.js", "self.addEventListener('fetch', () => {})", kind="text/javascript")
    result = audit(*map(site.url, ("/endlos", "/riesig", "/dienst")))
    assert {status for status, _ in _by_path(result).values()} == {PageStatus.TESTED}


def test_a_page_of_a_thousand_links_is_tested_but_for_their_size(site: Site) -> None:
    links = "".join(f'<a href="/{n}">Ziel Nummer {n}</a> ' for n in range(400))
    site.page("/viele", f"<nav>{links}</nav>")
    site.page("/neu", "<p>Text</p>", head='<meta http-equiv="refresh" content="1">')
    result = audit(*map(site.url, ("/viele", "/neu")), states="views")
    assert _by_path(result)["viele"][0] is PageStatus.TESTED
    (size,) = [one for one in result.findings if one.rule == "axe/target-size"]
    assert "nicht gemessen" in size.reason.de
    assert _by_path(result)["neu"][0] in (PageStatus.TESTED, PageStatus.NOT_TESTED)


def test_frames_of_another_origin_are_looked_into(site: Site) -> None:
    site.page("/innen", '<div onclick="this.textContent=1">Öffnen</div>', title="Innen")
    other = site.url("/innen").replace("127.0.0.1", "localhost")
    site.page("/", f'<iframe title="Innen" src="{other}" width="300" height="90"></iframe>')
    result = audit(site.url("/"), probes="pointer-only")
    seen = [one.selector for one in result.findings if one.rule == "probe/pointer-only"]
    assert seen == ["main > iframe >>> main > div"]


def test_a_certificate_nobody_signed_is_not_tested(tmp_path: Path) -> None:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl makes the certificate")
    files = [str(tmp_path / name) for name in ("key.pem", "cert.pem")]
    subprocess.run(
        [
            program, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            "-subj", "/CN=127.0.0.1", "-keyout", files[0], "-out", files[1],
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files[1], files[0])
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda request, client_address: None  # type: ignore[method-assign]  # the browser refuses the handshake, as it should
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        (page,) = audit(f"https://127.0.0.1:{server.server_port}/", robots=False).pages
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert page.status is PageStatus.NOT_TESTED
    assert page.problem == "certificate error: net::ERR_CERT_AUTHORITY_INVALID"


def test_answers_that_break_off_or_never_end_are_told(site: Site) -> None:
    port = _raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n<title>x")
    assert fetch(f"http://127.0.0.1:{port}/", timeout=2).status == 0
    port = _raw(b"not http at all\r\n\r\n")
    assert fetch(f"http://127.0.0.1:{port}/", timeout=2).problem
    port = _raw(b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 50, pause=0.1)
    assert "too slowly" in fetch(f"http://127.0.0.1:{port}/", timeout=0.3).problem


def _raw(answer: bytes, *, pause: float = 0.0) -> int:
    """A server that sends these bytes to one caller, one at a time when it pauses."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        with server, contextlib.suppress(OSError):
            caller, _ = server.accept()
            with caller:
                caller.recv(4096)
                for part in [bytes([one]) for one in answer] if pause else [answer]:
                    caller.sendall(part)
                    time.sleep(pause)

    threading.Thread(target=serve, daemon=True).start()
    return int(server.getsockname()[1])


def test_three_looks_at_one_page_say_the_same(site: Site) -> None:
    urls = [
        site.page(
            f"/{number}",
            '<img src="x.png"><img src="y.png" alt="IMG_1"><p id="p" style="color:#bbb">0</p>'
            "<script>setTimeout(() => p.textContent++, 60)</script>",
        )
        for number in range(3)
    ]
    result = audit(*urls, probes="filename-alt")
    looks = [
        {(one.rule, one.selector, one.outcome) for one in result.findings if one.page == url}
        for url in urls
    ]
    assert looks[0] == looks[1] == looks[2]
    assert len(looks[0]) == 3
