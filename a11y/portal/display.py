"""What templates can use everywhere: the city, formats, links to unchanging files."""

from __future__ import annotations

import math
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, request, url_for

from a11y.portal import films
from a11y.portal.assets.views import bundle
from a11y.portal.content import load_site
from a11y.portal.content.blocks import blocks, easy_blocks
from a11y.portal.live.manifest import addresses
from a11y.sign_avatar.tiers import sheet
from a11y.simple_language.words.segmentation import visible

_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        datum=datum,
        dauer=dauer,
        uhr=uhr,
        groesse=groesse,
        blocks=blocks,
        tiers=sheet,
        easy_blocks=easy_blocks,
        dezimal=dezimal,
        lesbar=visible,
    )
    app.context_processor(lambda: _context(app))


def _context(app: Flask) -> dict[str, Any]:
    site = load_site()
    return {
        "stadt": site.stadt,
        "static_url": lambda name: url_for(
            "static", filename=name, v=_stamp(Path(str(app.static_folder)) / name)
        ),
        "signer_url": lambda: url_for("assets.signer", v=_stamp(bundle())),
        "live_addresses": addresses,
        "film_files": lambda key: films.files(app.config["VIDEOS"], key),
        "canonical": request.base_url,
    }


def datum(value: date | datetime) -> str:
    """2026-11-02 → 2. November 2026."""
    return f"{value.day}. {_MONTHS[value.month - 1]} {value.year}"


def dauer(seconds: float) -> str:
    """75 → 1 Minute 15 Sekunden."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    parts = []
    if minutes:
        parts.append(f"{minutes} Minute{'n' if minutes > 1 else ''}")
    if rest:
        parts.append(f"{rest} Sekunde{'n' if rest > 1 else ''}")
    return " ".join(parts)


def uhr(seconds: float) -> str:
    """75 → 1:15."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def groesse(count: int) -> str:
    """660000 → 0,7 MB."""
    if count < 100_000:
        return f"{math.ceil(count / 1000)} kB"
    return f"{dezimal(count / 1e6)} MB"


def dezimal(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


def _stamp(path: Path) -> str:
    """Changes with the file, so that browsers may keep it for long."""
    try:
        return _hex(path.stat().st_mtime_ns)
    except OSError:
        return ""


@lru_cache(maxsize=256)
def _hex(value: int) -> str:
    return format(value % 2**40, "x")
