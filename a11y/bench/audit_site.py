"""The planted site of ``a11y bench audit``: pages with one barrier each, their clean twins, small
clean pages for speed; written to a folder and served on loopback."""

from __future__ import annotations

import io
import math
import re
import struct
import threading
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import av
import numpy as np
import yaml
from PIL import Image, ImageDraw, ImageFont

_HERE = Path(__file__).parent
SETS = {
    "open": "audit_planted.yaml",
    "blind": "audit_planted_blind.yaml",
    "city": "audit_planted_city.yaml",
    "clean": "audit_clean_city.yaml",
}

_FRAME = """<!doctype html>
<html lang="de"><head><meta charset="utf-8"><title>{title} – Musterstadt</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ font: 16px/1.5 sans-serif; margin: 1rem; color: #111; background: #fff }}
input, select, textarea {{ border: 1px solid #555; font: inherit; padding: .3rem }}
nav a {{ display: inline-block; padding: .4rem }}</style></head>
<body><header><a href="#inhalt">Zum Inhalt</a>
<nav aria-label="Hauptmenü"><a href="/start.html">Startseite</a>
<a href="/amt.html">Ämter</a></nav></header>
<main id="inhalt" tabindex="-1"><h1>{title}</h1>
{body}
</main><footer><p>Stadt Musterstadt, Markt 1</p></footer></body></html>
"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # a browser that was ended does not wait for the answer
            self.close_connection = True


@contextmanager
def served(directory: Path) -> Iterator[str]:
    """Serve a folder on loopback; yields the base address."""
    handler = partial(_Quiet, directory=str(directory))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def planted() -> list[dict[str, Any]]:
    """The rows of all files; ``set``: ``open`` (probes were mended on it), ``blind``, ``city``."""
    rows: list[dict[str, Any]] = []
    for name, file in SETS.items():
        found = yaml.safe_load((_HERE / file).read_text(encoding="utf-8"))
        rows += [_both({**row, "set": name}) for row in found]
    return rows


def _both(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose two pages are written as one: ``«bad¦good»`` where they differ.

    One without a criterion has a clean page only.
    """
    if "html" not in row:
        return row
    if "sc" not in row:
        return {**row, "sc": "", "good": row["html"]}
    parts = re.compile("«(.*?)¦(.*?)»", re.DOTALL)
    pages = {kind: parts.sub(rf"\{n}", row["html"]) for n, kind in ((1, "bad"), (2, "good"))}
    return {**row, **pages}


def write_site(directory: Path, wanted: str = "") -> list[tuple[dict[str, Any], str]]:
    """Write the planted pages; returns (row, path) with paths ``/ID-bad.html``, ``/ID-good.html``.

    wanted: an id or the name of a set; empty for all.
    """
    made = []
    for row in planted():
        if wanted and wanted not in (row["id"], row["set"]):
            continue
        for kind in (one for one in ("bad", "good") if one in row):
            title = f"Dienst {row['id'].replace('-', ' ').title()}"
            path = f"/{row['id']}-{kind}.html"
            _write(directory / path[1:], row[kind], title=title, whole=row.get("whole", False))
            made.append((row, path))
        for name, text in row.get("files", {}).items():
            _write(directory / name, text, title="Nächster Schritt", whole=False)
    for name, text in _OTHERS.items():
        (directory / name).write_text(text, encoding="utf-8")
    (directory / "karte.png").write_bytes(_PIXEL)
    (directory / "ton.wav").write_bytes(_tone(4.0))
    (directory / "schrift.png").write_bytes(_lettering("Sommerfest am Samstag"))
    _film(directory / "film-ton.mp4", seconds=3)
    return made


def _write(path: Path, text: str, *, title: str, whole: bool) -> None:
    text = text.replace("{lines}", _LINES)
    path.write_text(text if whole else _FRAME.format(title=title, body=text), encoding="utf-8")


def _tone(seconds: float, *, rate: int = 8000) -> bytes:
    """A quiet tone as WAV, 16 bit, one channel."""
    waves = (3000 * math.sin(2 * math.pi * 440 * n / rate) for n in range(int(seconds * rate)))
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(struct.pack("<h", int(value)) for value in waves))
    return out.getvalue()


def _lettering(text: str) -> bytes:
    """A PNG of 600 × 120 px that shows a line of text."""
    image = Image.new("RGB", (600, 120), "#fff8e8")
    ImageDraw.Draw(image).text((20, 36), text, fill="#203040", font=ImageFont.load_default(44))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _film(path: Path, *, seconds: int) -> None:
    """A small MP4 with picture and sound."""
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=25)
        video.width, video.height, video.pix_fmt = 240, 136, "yuv420p"
        audio = container.add_stream("aac", rate=44100)
        for number in range(25 * seconds):
            grey = np.full((136, 240, 3), 60 + number, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(grey, format="rgb24")))
        container.mux(video.encode())
        times = np.arange(44100 * seconds) / 44100
        sound = (8000 * np.sin(2 * np.pi * 330 * times)).astype(np.int16)[None, :]
        for start in range(0, sound.shape[1], 1024):
            part = np.ascontiguousarray(sound[:, start : start + 1024])
            frame = av.AudioFrame.from_ndarray(part, format="s16", layout="mono")
            frame.sample_rate, frame.pts = 44100, start
            container.mux(audio.encode(frame))
        container.mux(audio.encode())


_LINES = "".join(f'<p><a href="/start.html?{n}">Straße Nummer {n}</a></p>' for n in range(1, 41))
_INNER = '<!doctype html><html lang="de"><head><title>Innen</title></head><body>{}</body></html>'
_OTHERS = {
    "leer.html": _INNER.format("<p>Wetter</p>"),
    "innen-schlecht.html": _INNER.format('<input type="text">'),
    "innen-gut.html": _INNER.format('<label>Straße <input type="text"></label>'),
    "innen-klick.html": _INNER.format('<div onclick="this.textContent=1">Karte öffnen</div>'),
    "innen-knopf.html": _INNER.format('<button onclick="this.dataset.x=1">Karte öffnen</button>'),
    "film.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Tag\n",
    "leer.vtt": "WEBVTT\n",
    "start.html": _FRAME.format(title="Startseite der Stadt", body="<p>Willkommen.</p>"),
    "amt.html": _FRAME.format(title="Ämter der Stadt", body="<p>Alle Ämter.</p>"),
}

# One grey pixel.
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a4944415408d763980100008200819fd5a7f00000000049454e44ae426082"
)


def small_site(directory: Path, count: int) -> list[str]:
    """Write small clean pages; returns their paths."""
    paths = []
    for number in range(count):
        body = "".join(
            f"<h2>Abschnitt {part}</h2><p>Der Dienst {number} wird im Bürgeramt angeboten.</p>"
            for part in range(4)
        )
        path = f"/dienst-{number}.html"
        page = _FRAME.format(title=f"Dienst Nummer {number}", body=body)
        (directory / path[1:]).write_text(page, encoding="utf-8")
        paths.append(path)
    return paths
