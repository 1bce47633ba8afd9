"""``a11y notation``: check HamNoSys strings and exchange them as SiGML."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from a11y.errors import KlarhandError
from a11y.sign_avatar import notation as hamnosys
from a11y.sign_avatar.notation.sigml import SigmlSign, from_sigml, to_sigml
from a11y.sign_avatar.notation.warnings import remarks

if TYPE_CHECKING:
    from a11y.bench.motion_record import Target
    from a11y.sign_avatar.body.rig import Rig

_MILLIMETRES, _DEGREES = 15.0, 10.0
_OUT_OF_REACH = "turned as written it is out of the arm's reach, even with trunk and head turned."
_LIMITS = (
    "the joint limits of wrist, forearm and shoulder allow no more at that place, even with trunk "
    "and head turned. Check finger direction and palm."
)
_UNSEEN = 0.02  # radians
_CONTORTED = (
    "Only with trunk or head turned farther than signers do: it is a contortion, and the face may "
    "be turned away. Check whether the string means what was signed."
)


@click.group()
def notation() -> None:
    """Check HamNoSys strings, read and write SiGML.

    HamNoSys is the phonetic notation signs are stored in; docs/notation.md explains it.
    """


@notation.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option(
    "--compile/--parse-only",
    "with_motion",
    default=True,
    help="Also let the signer's body perform it and measure how well (the default).",
)
def check(file: BinaryIO, with_motion: bool) -> None:
    """Check one HamNoSys string per line of FILE (or standard input).

    Strings are symbol names or Unicode; empty lines and lines that begin with # are skipped. Every
    string is answered by one line of JSON: parsed, compiled, the worst location error in
    millimetres and orientation error in degrees over all hand postures that begin or end a
    movement, warnings. Exit code 1 if any string could not be parsed or compiled.

    \b
    Examples:
      echo "hamfist hamextfingeru hampalmd hamchest" | a11y notation check -
      a11y notation check strings.txt --parse-only
    """
    rig = _rig() if with_motion else None
    failed = False
    for number, line in enumerate(_lines(file), start=1):
        string = line.strip()
        if not string or string.startswith("#"):
            continue
        answer = {"line": number, **answer_for(string, rig)}
        failed |= not answer["parsed"] or answer["compiled"] is False
        click.echo(json.dumps(answer))  # plain ASCII: no line end of any kind inside
    if failed:
        sys.exit(1)


def _lines(file: BinaryIO) -> list[str]:
    """The lines of a file; bytes that are no UTF-8 become a character no string may have, so that
    only their own line is refused."""
    data = file.read()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise click.ClickException(f"{file.name} is not UTF-8 text; save it as UTF-8.")
    return data.decode("utf-8-sig", errors="replace").split("\n")


def _rig() -> Rig:
    from a11y.sign_avatar.body import load_rig

    return load_rig()


def answer_for(string: str, rig: Rig | None) -> dict[str, Any]:
    """What ``check`` says about one string; ``compiled`` is null where no rig is given."""
    answer: dict[str, Any] = {
        "parsed": False,
        "compiled": None,
        "location_error_mm": None,
        "orientation_error_deg": None,
        "warnings": [],
    }
    try:
        sign = hamnosys.parse(string)
    except KlarhandError as error:
        position = getattr(error, "position", None)
        return answer | {"error": {**error.to_dict(), "position": position}}
    answer["parsed"] = True
    answer["warnings"] = list(remarks(sign))
    if rig is None:
        return answer
    try:
        targets = postures(string, rig)
        blocked = _in_the_way(string, rig)
    except KlarhandError as error:
        return answer | {"compiled": False, "error": error.to_dict()}
    except Exception as error:  # a defect with one string must not cost the others their answer
        return answer | {"compiled": False, "error": _defect(error).to_dict()}
    place = 1000 * max(one.place for one in targets)
    turn = max(one.turn for one in targets)
    answer |= {
        "compiled": True,
        "location_error_mm": round(place, 1),
        "orientation_error_deg": round(turn, 1),
    }
    answer["warnings"] += [*_missed(targets), *_contorted(string, rig), *blocked]
    return answer


def _missed(targets: Sequence[Target]) -> list[str]:
    """Which hand misses what, when, and why; once where it is the same from beginning to end."""
    told: dict[tuple[str, str], list[str]] = {}
    for one in targets:
        start = f"The {'right' if one.side == 'R' else 'left'} hand misses its"
        moment = "at the end" if one.last else "at the beginning"
        place, turn = round(1000 * one.place), round(one.turn)
        if 1000 * one.place > _MILLIMETRES:
            told.setdefault((f"{start} place by {place} mm", _OUT_OF_REACH), []).append(moment)
        if one.turn > _DEGREES:
            told.setdefault((f"{start} orientation by {turn}°", _LIMITS), []).append(moment)
    return [f"{what} {' and '.join(when)}: {why}" for (what, why), when in told.items()]


def _contorted(string: str, rig: Rig) -> list[str]:
    """That it is done only with trunk or head turned farther than signers do."""
    from a11y.sign_avatar.motion.compile import compile_string
    from a11y.sign_avatar.motion.limits import AT_EASE

    for one in compile_string(rig, string):
        for turn, (least, most) in ((one.trunk, AT_EASE.trunk), (one.neck, AT_EASE.neck)):
            if (turn < least - _UNSEEN).any() or (turn > most + _UNSEEN).any():
                return [_CONTORTED]
    return []


def _defect(error: Exception) -> KlarhandError:
    from a11y.sign_avatar.motion.errors import UnperformedError

    return UnperformedError(f"{type(error).__name__}: {error}")


def _in_the_way(string: str, rig: Rig) -> list[str]:
    """What the sign as written would go through."""
    from a11y.sign_avatar.motion.compile import compile_string
    from a11y.sign_avatar.motion.obstacles import obstacles

    return [str(one) for one in obstacles(rig, compile_string(rig, string))]


def postures(string: str, rig: Rig) -> list[Target]:
    """Every posture that begins or ends a stroke in any part of the string, as performed."""
    from a11y.bench.motion_record import targets_of
    from a11y.sign_avatar.motion.compile import compile_string

    return targets_of(rig, compile_string(rig, string))[0]


@notation.command()
@click.argument("entries", nargs=-1)
@click.option(
    "--form",
    type=click.Choice(["plain", "gestural"]),
    default="plain",
    show_default=True,
    help="plain: HamNoSys symbols as tags (hns_sign). gestural: structured (hamgestural_sign).",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write here.")
def sigml(entries: tuple[str, ...], form: str, out: Path | None) -> None:
    """Write corpus ENTRIES (all of them by default) as SiGML, for JASigning and CWASA.

    \b
    Examples:
      a11y notation sigml HAUS1
      a11y notation sigml --form gestural --out corpus.sigml
    """
    from a11y.sign_avatar import lexicon

    known = lexicon.load().entries
    missing = [name for name in entries if name not in known]
    if missing:
        raise lexicon.NoSuchSignError(missing[0])
    signs = [
        SigmlSign(
            gloss=name,
            sign=hamnosys.parse(known[name].hamnosys),
            mouthing=known[name].mouthing or "",
        )
        for name in entries or known
    ]
    text = to_sigml(signs, gestural=form == "gestural")
    if out is None:
        click.echo(text)
        return
    partial = out.with_name(out.name + ".part")
    partial.write_text(text, encoding="utf-8")
    partial.replace(out)
    click.echo(f"{len(signs)} signs written to {out}")


@notation.command()
@click.argument("file", type=click.File("rb"))
def read(file: BinaryIO) -> None:
    """Read a SiGML FILE (plain or gestural) and print gloss and HamNoSys names, one sign a line."""
    for sign in from_sigml(file.read()):
        click.echo(f"{sign.gloss}\t{hamnosys.format_names(sign.sign)}")
