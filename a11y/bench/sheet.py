"""``a11y bench sheet``: handshapes, letters, numbers, mouths, signs, sentences to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

import click
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from a11y.paths import var_dir
from a11y.sign_avatar import body, lexicon, motion
from a11y.sign_avatar.body import handshapes
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.motion.kinematics import positions
from a11y.sign_avatar.motion.mouthing import mouth_weights
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.picture import HAIR, Framing, framing_for
from a11y.sign_avatar.stage.stage import Stage

# Pillow's own font has no umlauts, and no other font is sure to be there.
_PLAIN = str.maketrans(
    {"Ä": "AE", "Ö": "OE", "Ü": "UE", "ẞ": "SZ", "ä": "ae", "ö": "oe", "ü": "ue"}
)
SECTIONS = ("handshapes", "letters", "numbers", "mouths", "signs", "sentences")
_SIGNS = (
    "ANTRAG1",
    "FORMULAR1",
    "AUSWEIS1",
    "AUTO1",
    "HUND1",
    "KIND1",
    "FRAU1",
    "MANN1",
    "ARZT1",
    "WOHNUNG1",
    "HAUS1",
    "SCHREIBEN1",
    "LESEN1",
    "HELFEN1",
    "GEBEN1",
    "FRAGEN1",
    "BEZAHLEN1",
    "GELD1",
    "WARTEN1",
    "BRAUCHEN1",
    "NICHT1",
    "BITTE1",
    "HALLO1",
    "WAS1",
)
_SENTENCES = (
    "Guten Tag.",
    "Sie müssen einen Antrag stellen.",
    "Der Ausweis kostet 37 Euro.",
    "Sie haben keinen Hund?",
    "Wo können Sie das Auto abmelden?",
    "Wenn Sie umziehen, müssen Sie sich anmelden.",
    "Frau Kita hilft Ihnen.",
    "Sie bekommen den Brief in 3 Wochen.",
    "Sie dürfen hier nicht parken.",
    "Schicken Sie das Formular an das Amt.",
)
_SHAPE_WHERE = "hamextfingeru hampalmd hamshoulders hamlrat"
_SHAPE_SIDE = "hamextfingeru hampalml hamshoulders hamlrat"
View = Literal["wide", "hand", "mouth"]
Cell = tuple[str, Performance, float, View]


def local_at(performance: Performance, time: float) -> dict[str, np.ndarray]:
    """Joint → local rotation (4,) at a time."""
    rotations, _ = performance.sample(time)
    return dict(zip(performance.joints, rotations.astype(float), strict=True))


def on_hand(rig: Rig, performance: Performance, time: float) -> Framing:
    """A camera close to the right hand."""
    local = {name: turn[None] for name, turn in local_at(performance, time).items()}
    wrist, knuckle = positions(rig, local, 1, ("wrist.R", "finger3-2.R"))[0]
    centre = 0.4 * wrist + 0.6 * knuckle
    return Framing((float(centre[0]), float(centre[1]), float(centre[2])), 1.6, 0.26)


def on_mouth(rig: Rig) -> Framing:
    """A camera close to the lower half of a face at rest."""
    x, y, _ = rig.landmarks["lips"].position
    return Framing((float(x), float(y) + 0.02, 0.08), 3.0, 0.17)


def middle(performance: Performance) -> float:
    """A moment in the middle of the first sign."""
    mark = performance.marks[0]
    return (mark.start + mark.end) / 2


def all_shapes() -> Iterator[tuple[str, str]]:
    """(label, HamNoSys of a handshape) for bases × thumbs × bendings."""
    for base in handshapes.bases():
        for thumb in (None, *handshapes.thumb_modifiers()):
            for bending in (None, *handshapes.bendings()):
                if base == "hamfist" and bending is not None:
                    continue
                names = [name for name in (base, thumb, bending) if name]
                yield " ".join(name.removeprefix("ham") for name in names), " ".join(names)


def cells(section: str, rig: Rig) -> Iterator[Cell]:
    """(label, performance, time, where the camera is) for every picture of a section."""
    signs = lexicon.load()
    if section == "handshapes":
        for label, shape in all_shapes():
            for where in (_SHAPE_WHERE, _SHAPE_SIDE):
                done = motion.perform_notation(f"{shape} {where}", rig=rig)
                yield label, done, middle(done), "hand"
    elif section in ("letters", "numbers"):
        group = signs.letters if section == "letters" else signs.numbers
        for name, entry in group.items():
            done = motion.perform_notation(entry.hamnosys, rig=rig)
            mark = done.marks[0]
            for share in (0.15, 0.85):
                time = mark.start + share * (mark.end - mark.start)
                yield f"{name} {share:.0%}", done, time, "hand" if section == "letters" else "wide"
    elif section == "mouths":
        still = motion.rest(rig)
        for name, morphs in mouth_weights().items():
            weights = np.zeros_like(still.weights)
            for morph, weight in morphs.items():
                weights[:, still.morphs.index(morph)] = weight
            yield name, replace(still, weights=weights), still.duration / 2, "mouth"
    elif section == "signs":
        chosen = [name for name in _SIGNS if name in signs.entries]
        others = [name for name in signs.entries if "$" not in name and name not in chosen]
        for name in (chosen + others)[:24]:
            done = motion.perform_notation(signs.entries[name].hamnosys, rig=rig)
            mark = done.marks[0]
            for share in (0.05, 0.35, 0.65, 0.95):
                yield name, done, mark.start + share * (mark.end - mark.start), "wide"
    else:
        from a11y.sign_avatar import glossing

        for german in _SENTENCES:
            for score in glossing.gloss(german, lexicon=signs):
                done = motion.perform(score, lexicon=signs, rig=rig)
                for time in np.linspace(0, done.duration, 10):
                    yield score.gloss_line()[:46], done, float(time), "wide"


def draw(section: str, out: Path, *, size: int, columns: int, signer: str) -> int:
    """Draw one section with that signer; returns the number of pictures."""
    rig = body.load_rig(signer=signer)
    font = ImageFont.load_default(size=max(9, size // 18))
    pictures: list[Image.Image] = []
    with Stage(size=size, signer=signer, framing=on_mouth(rig)) as stage:  # the nearest first
        wide = framing_for(float(rig.landmarks["headtop"].position[1]) + HAIR)
        for label, done, time, where in cells(section, rig):
            if where == "hand":
                stage.aim(on_hand(rig, done, time))
            else:
                stage.aim(on_mouth(rig) if where == "mouth" else wide)
            picture = Image.fromarray(stage.still(done, time))
            ImageDraw.Draw(picture).text(
                (4, 2),
                label.translate(_PLAIN),
                fill="white",
                stroke_width=1,
                stroke_fill="black",
                font=font,
            )
            pictures.append(picture)
    rows = -(-len(pictures) // columns)
    sheet = Image.new("RGB", (columns * size, rows * size), (255, 255, 255))
    for index, picture in enumerate(pictures):
        sheet.paste(picture, (index % columns * size, index // columns * size))
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_suffix(".tmp.png")
    sheet.save(beside)
    beside.replace(out)
    return len(pictures)


@click.command()
@click.argument("sections", nargs=-1, type=click.Choice(SECTIONS))
@click.option("--size", default=200, show_default=True, help="Edge of one picture in pixels.")
@click.option(
    "--signer",
    default=body.DEFAULT_SIGNER,
    show_default=True,
    type=click.Choice(list(body.SIGNERS)),
)
@click.option("--out", type=click.Path(path_type=Path), help="Folder; default var/sheets/SIGNER.")
def command(sections: tuple[str, ...], size: int, signer: str, out: Path | None) -> None:
    """Draw contact sheets to look at: handshapes, letters, numbers, mouths, signs, sentences."""
    folder = out or var_dir() / "sheets" / signer
    columns = {
        "handshapes": 12,
        "letters": 10,
        "numbers": 10,
        "mouths": 7,
        "signs": 8,
        "sentences": 10,
    }
    for section in sections or SECTIONS:
        path = folder / f"{section}.png"
        count = draw(section, path, size=size, columns=columns[section], signer=signer)
        click.echo(f"{section}: {count} pictures in {path}")
