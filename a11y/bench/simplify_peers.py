"""GNU diction and style beside our rules on the same sentences: who marks what.

Both come with Debian's package ``diction`` (GPL-3+), which knows German: ``diction`` marks wordy
or doubtful phrases from a list, ``style`` counts formulas and passives. Neither is part of this
project; the bench runs them where they are installed or unpacked.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from a11y.errors import KlarhandError
from a11y.simple_language import draft
from a11y.simple_language.model import Level
from a11y.simple_language.readability import measure
from a11y.simple_language.report import violations
from a11y.simple_language.rule import Depth
from a11y.simple_language.simplify import suggest

_HIT = re.compile(r"\[(?P<found>[^\]]*?)(?: -> (?P<advice>[^\]]*))?\]")
_STYLE = {
    "flesch": re.compile(r"Flesch Index: (-?[\d.]+)"),
    "lix": re.compile(r"Lix: ([\d.]+)"),
    "passive sentences": re.compile(r"\((\d+)\) passive sentences"),
}


class PeerMissingError(KlarhandError):
    """GNU diction is not there."""

    def __init__(self, *, folder: str) -> None:
        super().__init__(
            "KH-BENCH-02",
            f"No bin/diction with share/diction/de under {folder}.",
            "Install Debian's package diction and name /usr, or unpack it and name its usr folder.",
        )


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Sentences of at least four words; square brackets would read as diction's own."""
    found = [piece.text for text in texts for piece in draft.pieces(text)]
    plain = [re.sub(r"[\[\]]", "", sentence) for sentence in found]
    return [sentence for sentence in plain if len(sentence.split()) >= 4]


def compared(texts: Sequence[str], *, folder: Path, level: Level) -> dict[str, Any]:
    """What diction marks and we do not, what we mark and diction does not, and style's counts."""
    said = sentences_of(texts)
    theirs = _marked(said, folder)
    both: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    ours = silent = passive = 0
    for index, sentence in enumerate(said):
        spoken = suggest(sentence, level=level, depth=Depth.CONDENSED)
        count = violations(spoken, level=level).total()
        ours += count
        silent += count if index not in theirs else 0
        passive += any(one.rule in ("passive", "is-to") for one in spoken)
        for found in theirs.get(index, ()):
            at = sentence.lower().find(found.lower())
            seen = any(one.start < at + len(found) and at < one.end for one in spoken if at >= 0)
            (both if seen else missed)[found.lower()] += 1
    own = measure(said)
    return {
        "sentences": len(said),
        "diction marks": both.total() + missed.total(),
        "of these marked by us": both.total(),
        "missed by us": dict(missed.most_common(20)),
        "our violations": ours,
        "in sentences where diction is silent": silent,
        "style": _counted(said, folder),
        "ours": {
            "flesch": own.flesch,
            "lix": own.lix,
            "passive sentences": passive,
        },
    }


def _program(folder: Path, name: str) -> str:
    found = shutil.which(name, path=str(folder / "bin"))
    if found is None or not (folder / "share/diction/de").is_file():
        raise PeerMissingError(folder=str(folder))
    return found


def _marked(sentences: Sequence[str], folder: Path) -> dict[int, list[str]]:
    """Sentence index → phrases that diction marks in it."""
    program = _program(folder, "diction")
    table = (folder / "share/diction/de").read_text("latin-1")
    marked: dict[int, list[str]] = {}
    with tempfile.TemporaryDirectory() as name:
        phrases, text = Path(name, "de"), Path(name, "text")
        phrases.write_text(table, "utf-8")  # else its umlauts never meet ours
        text.write_text("\n\n".join(sentences) + "\n", "utf-8")
        run = subprocess.run(
            [program, "-n", "-s", "-f", str(phrases), str(text)],
            capture_output=True,
            check=True,
            timeout=120,
        )
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        place = re.match(r".*?:(\d+): ", line)
        if place is None:
            continue
        found = [hit["found"].strip() for hit in _HIT.finditer(line)]
        if found:
            marked.setdefault((int(place[1]) - 1) // 2, []).extend(found)
    return marked


def _counted(sentences: Sequence[str], folder: Path) -> dict[str, float]:
    program = _program(folder, "style")
    text = "\n\n".join(sentences) + "\n"
    run = subprocess.run(
        [program, "-L", "de"], input=text.encode(), capture_output=True, check=True, timeout=120
    )
    told = run.stdout.decode("utf-8", "replace")
    return {
        name: float(found[1])
        for name, pattern in _STYLE.items()
        if (found := pattern.search(told)) is not None
    }


def lines(table: dict[str, Any]) -> Iterable[str]:
    """The comparison for a terminal."""
    yield f"{table['sentences']} sentences"
    yield (
        f"GNU diction marks {table['diction marks']}, of these we mark "
        f"{table['of these marked by us']}"
    )
    yield f"not marked by us: {table['missed by us']}"
    yield (
        f"our violations {table['our violations']}, in sentences where diction is silent "
        f"{table['in sentences where diction is silent']}"
    )
    for name in ("flesch", "lix", "passive sentences"):
        yield f"{name}: style {table['style'].get(name)}, ours {table['ours'][name]}"
