"""Takes in a film of a person who signs: checks it, and keeps it whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import av
from av.error import FFmpegError

from a11y.portal.errors import RecordingRefusedError
from a11y.portal.jobs import mp4, retired

MAX_BYTES = 500 * 1024 * 1024
MIN_WIDTH, MIN_HEIGHT, MIN_RATE = 320, 240, 25
"""BITV 2.0 Anlage 2 Teil 1: what a sign-language video has at least (pixels; frames a second)."""

# Cameras that promise 25 frames a second deliver a hair less over a whole file.
_RATE_TOLERANCE = 0.2
_MAX_SECONDS = 30 * 60
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """key: name of the folder with video.mp4, poster.jpg and perhaps captions.vtt."""

    key: str
    seconds: float
    width: int
    height: int
    bytes: int
    captioned: bool


def take_in(film: IO[bytes], captions: bytes, *, belongs_to: str, videos: Path) -> TakenIn:
    """Store an uploaded film below ``videos`` and say what it is.

    captions: a WebVTT file, or b"" for none. belongs_to: the unit; the same file may be uploaded
    for two units. Streams are copied, not encoded again; facts about place and device that
    cameras write into files are left out.
    Raises RecordingRefusedError for anything a browser could not play or BITV does not accept;
    nothing stays behind then.
    """
    vtt = _checked_captions(captions)
    videos.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".recording-", dir=videos))
    try:
        digest = _receive(film, draft / "upload")
        _remux(draft / "upload", draft / "video.mp4")
        (draft / "upload").unlink()
        facts = mp4.probe(draft / "video.mp4")
        mp4.still(draft / "video.mp4", draft / "poster.jpg", at=min(2.0, facts.seconds / 3))
        if vtt:
            (draft / "captions.vtt").write_text(vtt, "utf-8")
        key = hashlib.sha256(f"{digest} {belongs_to} {vtt}".encode()).hexdigest()[:32]
        size = (draft / "video.mp4").stat().st_size
        draft.chmod(0o755)
        if not (videos / key).exists():
            draft.rename(videos / key)
        retired.revive(videos, key)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return TakenIn(
        key=key,
        seconds=facts.seconds,
        width=facts.width,
        height=facts.height,
        bytes=size,
        captioned=bool(vtt),
    )


def _receive(film: IO[bytes], out: Path) -> str:
    """Write the upload to disk; its SHA-256."""
    digest = hashlib.sha256()
    size = 0
    with out.open("wb") as file:
        while chunk := film.read(_CHUNK):
            size += len(chunk)
            if size > MAX_BYTES:
                raise RecordingRefusedError(
                    f"Der Film ist größer als {MAX_BYTES >> 20} MB.",
                    "Speichern Sie ihn kleiner, zum Beispiel in 1280 × 720 Bildpunkten.",
                )
            digest.update(chunk)
            file.write(chunk)
    if not size:
        raise RecordingRefusedError(
            "Es wurde kein Film ausgewählt.", "Wählen Sie eine MP4-Datei aus."
        )
    return digest.hexdigest()


def _remux(source: Path, out: Path) -> None:
    """Copy picture and sound into an MP4 that plays while it loads."""
    try:
        with av.open(str(source)) as given:
            if not given.streams.video:
                raise RecordingRefusedError(
                    "Die Datei enthält kein bewegtes Bild.", "Wählen Sie eine MP4-Datei aus."
                )
            picture = given.streams.video[0]
            _check_picture(given, picture)
            sound = [s for s in given.streams.audio if s.codec_context.name == "aac"][:1]
            with av.open(str(out), "w", format="mp4", options={"movflags": "+faststart"}) as made:
                copies = {s.index: made.add_stream_from_template(s) for s in (picture, *sound)}
                for packet in given.demux(picture, *sound):
                    if packet.dts is not None:
                        packet.stream = copies[packet.stream.index]
                        made.mux(packet)
    except FFmpegError as error:
        raise RecordingRefusedError(
            "Die Datei ist kein Film oder ist beschädigt.",
            "Speichern Sie den Film noch einmal als MP4 (H.264) und laden Sie ihn neu hoch.",
        ) from error


def _check_picture(film: av.container.InputContainer, picture: av.VideoStream) -> None:
    name, layout = picture.codec_context.name, picture.codec_context.pix_fmt
    if "mp4" not in film.format.name or name != "h264" or layout not in ("yuv420p", "yuvj420p"):
        raise RecordingRefusedError(
            f"Diese Art von Film zeigt nicht jeder Browser ({film.format.name}, {name}, {layout}).",
            "Speichern Sie ihn als MP4 mit H.264 in 8 Bit (4:2:0).",
        )
    if picture.width < MIN_WIDTH or picture.height < MIN_HEIGHT:
        raise RecordingRefusedError(
            f"Das Bild hat nur {picture.width} × {picture.height} Bildpunkte.",
            f"Nach BITV 2.0 sind mindestens {MIN_WIDTH} × {MIN_HEIGHT} nötig.",
        )
    rate = float(picture.average_rate or 0)
    if rate < MIN_RATE - _RATE_TOLERANCE:
        raise RecordingRefusedError(
            f"Der Film hat nur {rate:.1f} Bilder in der Sekunde.".replace(".", ",", 1),
            f"Nach BITV 2.0 sind mindestens {MIN_RATE} nötig.",
        )
    seconds = float((picture.duration or 0) * (picture.time_base or 0))
    if not 0.5 <= seconds <= _MAX_SECONDS:
        raise RecordingRefusedError(
            f"Der Film dauert {seconds:.0f} Sekunden.",
            f"Er muss zwischen einer Sekunde und {_MAX_SECONDS // 60} Minuten dauern.",
        )


def _checked_captions(captions: bytes) -> str:
    if not captions:
        return ""
    try:
        text = captions.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text.startswith("WEBVTT") or "-->" not in text:
        raise RecordingRefusedError(
            "Die Untertitel sind keine WebVTT-Datei.",
            "Die Datei beginnt mit der Zeile WEBVTT und ist in UTF-8 gespeichert.",
        )
    return text
