"""Does the language that is said (lang) match the language that is written?"""

from __future__ import annotations

import functools
import re
import threading
from typing import Any

from a11y.audit.probes.observe import Observation
from a11y.audit.probes.scene import Scene
from a11y.audit.probes.scripts import script

# What German city sites are written in. Restricting the choice keeps the identifier from seeing
# Luxembourgish in short German lines.
_LANGUAGES = tuple(
    re.findall(
        r"\w+",
        "ar bg bs cs da de el en es et fa fi fr he hr hu it ja ko lt lv mk nl no pl pt ro ru sk sl"
        " sq sr sv tr uk ur vi zh",
    )
)
# Told apart only by long texts; a mix-up among them is no finding.
_KIN = (
    {"bs", "hr", "sr", "sl", "mk", "bg"},
    {"da", "no", "sv"},
    {"cs", "sk"},
    {"ru", "uk", "bg"},
    {"ar", "fa", "ur"},
)
_SURE = 0.97

_BLOCKS = script("language-blocks")

_NAMES = {
    "de": ("Deutsch", "German"), "en": ("Englisch", "English"), "fr": ("Französisch", "French"),
    "tr": ("Türkisch", "Turkish"), "uk": ("Ukrainisch", "Ukrainian"), "ru": ("Russisch", "Russian"),
    "ar": ("Arabisch", "Arabic"), "pl": ("Polnisch", "Polish"), "es": ("Spanisch", "Spanish"),
    "it": ("Italienisch", "Italian"), "nl": ("Niederländisch", "Dutch"),
    "ro": ("Rumänisch", "Romanian"),
}  # fmt: skip

_lock = threading.Lock()


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    made = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages([code for code in _LANGUAGES if code in made.labels])
    return made


def identify(text: str) -> tuple[str, float]:
    """The likeliest language (ISO 639-1) and its probability."""
    with _lock:
        language, sure = _identifier().classify(text)
    return str(language), float(sure)


def differs(said: str, text: str) -> str:
    """The language a text is surely written in, when it is not the one that is said; else ""."""
    primary = said.lower().replace("_", "-").split("-")[0]
    language, sure = identify(text)
    if sure < _SURE or language == primary or primary in ("", "zxx", "und", "mul"):
        return ""
    if primary in ("nb", "nn") and language == "no":
        return ""
    if any(language in kin and primary in kin for kin in _KIN):
        return ""
    return language


def _is(said: str, text: str) -> bool:
    language, sure = identify(text)
    return sure >= 0.9 and language == said.lower().split("-")[0]


def evaluate(scene: Scene) -> list[Observation]:
    """Evaluate: language."""
    page = scene.js(_BLOCKS)
    blocks = page["blocks"]
    said = page["lang"]
    seen: list[Observation] = []
    own = [block["text"] for block in blocks if block["lang"] == said]
    whole = " ".join(own)[:6000]
    other = differs(said, whole) if said and len(whole) >= 80 else ""
    if other and any(_is(said, text) for text in own):
        other = ""  # a part of the page is in the language that is said: the others are parts
    if other:
        de, en = _NAMES.get(other, (other, other))
        return [
            Observation(
                "page",
                "html",
                f'<html lang="{said}">',
                {"lang": said, "de": de, "en": en},
            )
        ]
    for block in blocks:
        if len(block["text"]) < 40 or len(block["text"].split()) < 6:
            continue
        language = differs(block["lang"], block["text"])
        if not language:
            continue
        de, en = _NAMES.get(language, (language, language))
        seen.append(
            Observation(
                "part",
                block["selector"],
                block["snippet"],
                {"text": block["text"][:50], "lang": block["lang"], "de": de, "en": en},
            )
        )
    return seen[:10]
