"""``a11y serve`` as a process: start, answer, end."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from a11y.portal.assets.views import node_modules

pytestmark = pytest.mark.skipif(
    not (node_modules() / "three").exists(), reason="npm ci in site_theme"
)


def serve(tmp_path: Path, port: int, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "a11y.cli", "serve", "--port", str(port), *options],
        env={**os.environ, "KLARHAND_VAR": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_it_serves_prints_the_password_once_and_ends_cleanly(tmp_path: Path) -> None:
    port = free_port()
    process = serve(tmp_path, port, "--workers", "1")
    try:
        deadline = time.monotonic() + 60
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as page:
                    assert page.status == 200
                    break
            except OSError:
                assert process.poll() is None, process.communicate()[0]
                assert time.monotonic() < deadline
                time.sleep(0.3)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert children, "a worker runs"
    finally:
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=40)
    assert process.returncode == 0, output
    assert "with the password" in output
    assert not any(Path(f"/proc/{child}").exists() for child in children)


def test_a_port_in_use_is_said_before_anything_starts(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        process = serve(tmp_path, other.getsockname()[1], "--workers", "0")
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "is already in use" in output
    assert "KH-PORTAL-05" in output
    assert not (tmp_path / "klarhand.sqlite").exists()
