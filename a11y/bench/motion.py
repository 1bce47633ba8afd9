"""``a11y bench motion``: what is asked for and what the signer does, in figures.

Long runs can be cut: ``--results FILE`` keeps one line per sign, signs that stand there are not
done again, and an interrupted run goes on where it was.
"""

from __future__ import annotations

import json
import platform
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click
import numpy as np

from a11y.bench.motion_borders import Borders
from a11y.bench.motion_record import Record, measured
from a11y.bench.worst import worst_signs
from a11y.errors import KlarhandError
from a11y.sign_avatar import body, lexicon, motion, notation
from a11y.sign_avatar.body.rig import Rig
from a11y.sign_avatar.notation.generate import generate
from a11y.sign_avatar.notation.model import Posture, SignNotation
from a11y.sign_avatar.score import Sign, SignedSentence, SignKind

_EVERY = 20  # signs between two lines of progress


def report(records: Sequence[Record]) -> dict[str, object]:
    """The figures by name; lengths in millimetres, angles in degrees."""
    done = [one for one in records if not one.refused]
    targets = [target for one in done for target in one.targets]
    place = np.array([target.place for target in targets])
    turn = np.array([target.turn for target in targets])
    met = np.array([target.met for target in targets])
    able = np.array([target.possible for target in targets])
    deep = np.concatenate([one.deep for one in done])
    aside = np.array([way for one in done for way in one.aside])
    gaps = np.abs([gap for one in done for gap in one.gaps])
    touchable = np.array([able for one in done for able in one.able], bool)
    return {
        "signs": len(done),
        "refused": len(records) - len(done),
        "targets": len(targets),
        "targets_met_percent": percent(met),
        "possible_percent": percent(able),
        "met_of_possible_percent": percent(met[able]),
        "location_met_percent": percent(place <= 0.015),
        "orientation_met_percent": percent(turn <= 10.0),
        "orientation_within_half_a_step_percent": percent(turn <= 22.5),
        "place_error_mm_p95": round(1000 * float(np.percentile(place, 95)), 1),
        "turn_error_deg_p95": round(float(np.percentile(turn, 95)), 1),
        "signs_shifted_percent": percent(np.array([one.shift > 0.01 for one in done])),
        "shift_mm_p95": round(1000 * float(np.percentile([one.shift for one in done], 95))),
        "symmetric_postures": len(aside),
        "symmetric_aside_mm_mean": round(float(aside.mean()), 1) if len(aside) else 0.0,
        "symmetric_aside_mm_max": round(float(aside.max(initial=0.0)), 1),
        "trunk_turned_percent": percent(np.array([one.trunk > 1 for one in done])),
        "limits_broken": sum(one.limits_broken for one in done),
        "samples": sum(one.samples for one in done),
        "penetration_mm_p99": round(float(np.percentile(deep, 99)), 1),
        "penetration_mm_max": round(float(deep.max()), 1),
        "frames_within_5mm_percent": percent(deep <= 5.0),
        "signs_within_5mm_percent": percent(np.array([max(one.deep) <= 5.0 for one in done])),
        "frames_with_a_hand_cut_off_percent": round(
            100 * sum(one.cut for one in done) / max(len(deep), 1), 3
        ),
        "contacts": len(gaps),
        "contact_gap_mm_p99": round(float(np.percentile(gaps, 99)), 1) if len(gaps) else 0.0,
        "contacts_within_5mm_percent": percent(gaps <= 5.0),
        "contacts_possible_percent": percent(touchable),
        "contacts_within_5mm_of_possible_percent": percent(gaps[touchable] <= 5.0),
        "peak_acceleration_m_s2_p99": round(float(np.percentile([r.jolt for r in done], 99)), 1),
        "times_real_time_per_core": round(
            sum(one.signed for one in done) / max(sum(one.seconds for one in done), 1e-9), 1
        ),
        **worst_signs(records),
    }


def percent(those: np.ndarray) -> float:
    return round(100 * float(np.mean(those)), 2) if len(those) else 100.0


def corpus_strings() -> Iterator[tuple[str, str]]:
    """(id, HamNoSys) of every entry."""
    for entry in lexicon.load().entries.values():
        yield entry.id, entry.hamnosys


def generated_strings(count: int, seed: int, first: int = 0) -> Iterator[tuple[str, str]]:
    """(number, HamNoSys) of random valid signs, from number ``first`` on."""
    import random

    rng = random.Random(seed)
    for number in range(first + count):
        names = generate(rng)
        if number >= first:
            yield f"{number}: {names}", names


def recombined_strings(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """(number, HamNoSys) of signs that nobody has written, out of parts that signs are written
    with: a handshape, an orientation, a place and movements, each from an entry of its own."""
    import random

    rng = random.Random(seed)
    signs = [notation.parse(string) for _, string in corpus_strings()]
    kinds: dict[bool, list[SignNotation]] = {True: [], False: []}
    for sign in signs:
        if len(sign.parts()) == 1 and all(isinstance(one, Posture) for one in sign.posture):
            kinds[sign.two_handed].append(sign)
    for number in range(count):
        shape, turn, place, action = rng.choices(kinds[rng.random() < 0.4], k=4)
        posture = replace(turn.dominant, shape=shape.dominant.shape)
        sign = replace(place, posture=(posture,), actions=action.actions)
        names = notation.format_names(sign)
        yield f"r{number}: {names}", names


def run(rig: Rig, strings: Sequence[tuple[str, str]], results: Path | None) -> list[Record]:
    """A record per sign; with ``results`` those that stand there are taken over."""
    known = _known(results)
    out: list[Record] = []
    start = time.monotonic()
    fresh = 0
    for number, (name, hamnosys) in enumerate(strings, 1):
        if name in known:
            out.append(known[name])
            continue
        try:
            record = measured(rig, name, hamnosys)
        except KlarhandError as error:
            record = Record(name, refused=error.code)
        out.append(record)
        fresh += 1
        if results is not None:
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(record.to_dict(), ensure_ascii=False) + "\n")
        if fresh % _EVERY == 0:
            left = (time.monotonic() - start) / fresh * (len(strings) - number)
            click.echo(f"{number} of {len(strings)} signs, {left / 60:.1f} min left", err=True)
    return out


def _known(results: Path | None) -> dict[str, Record]:
    if results is None or not results.exists():
        return {}
    records = []
    for line in results.read_text(encoding="utf-8").splitlines():
        try:
            records.append(Record.from_dict(json.loads(line)))
        except (ValueError, TypeError, KeyError):
            continue  # a line that was cut off in the middle is measured again
    return {record.name: record for record in records}


def borders(rig: Rig, most: int, results: Path | None = None) -> Borders:
    """Movement at the borders of signs, over reference sentences spread over the whole corpus; with
    ``results`` what was worst so far is kept there after each of them."""
    from a11y import language
    from a11y.sign_avatar.glossing.reference import load_references
    from a11y.sign_avatar.glossing.translate import lexis_of

    known = lexicon.load()
    lexis = lexis_of(known.entries)
    references = load_references()
    out = Borders()
    for reference in islice(references, 0, None, max(1, len(references) // most)):
        for sentence in reference.expected(lexis):
            start = time.process_time()
            done = motion.perform(sentence, lexicon=known, rig=rig, pronounce=language.pronounce)
            out.seconds += time.process_time() - start
            out.add(rig, done)
        if results is not None:
            line = {"sentences": out.sentences, **out.worst.report()}
            with results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return out


def paired(rig: Rig, count: int, seed: int) -> Borders:
    """Movement between signs that follow each other, over random pairs of corpus signs."""
    import random

    known = lexicon.load()
    rng = random.Random(seed)
    names = sorted(known.entries)
    out = Borders()
    for _ in range(count):
        pair = rng.sample(names, 2)
        signs = tuple(Sign(gloss=name, kind=SignKind.LEXICAL, entry=name) for name in pair)
        start = time.process_time()
        done = motion.perform(
            SignedSentence(german="", signs=signs, non_manuals=()), lexicon=known, rig=rig
        )
        out.seconds += time.process_time() - start
        out.add(rig, done)
    return out


@click.command()
@click.option("--generated", default=2000, show_default=True, help="Random valid signs to add.")
@click.option("--first", default=0, show_default=True, help="Number of the first random sign.")
@click.option("--recombined", default=0, show_default=True, help="Signs out of the corpus' parts.")
@click.option("--seed", default=7, show_default=True)
@click.option("--corpus/--no-corpus", "with_corpus", default=True, help="The signs of the corpus.")
@click.option("--sentences", default=60, show_default=True, help="About how many sentences.")
@click.option("--signer", default=body.DEFAULT_SIGNER, show_default=True, help="Whom to measure.")
@click.option("--pairs", default=0, show_default=True, help="Random pairs of corpus signs.")
@click.option(
    "--results",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep what was measured here, a line per sign, and go on from it.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def command(
    generated: int,
    first: int,
    recombined: int,
    seed: int,
    with_corpus: bool,
    sentences: int,
    signer: str,
    pairs: int,
    results: Path | None,
    form: str,
) -> None:
    """Targets reached, joint limits, penetration, jolts and speed of the signer's motion.

    \b
    A long run in slices:
      a11y bench motion --no-corpus --sentences 0 --generated 500 --results motion.jsonl
      a11y bench motion --no-corpus --sentences 0 --generated 2000 --results motion.jsonl
    """
    rig = body.load_rig(signer=signer)
    reports: dict[str, dict[str, object]] = {}
    if with_corpus:
        reports["corpus"] = report(run(rig, list(corpus_strings()), results))
    if generated:
        strings = list(generated_strings(generated, seed, first))
        reports["generated"] = report(run(rig, strings, results))
    if recombined:
        reports["recombined"] = report(
            run(rig, list(recombined_strings(recombined, seed)), results)
        )
    if sentences:
        reports["sentences"] = borders(rig, sentences, results).report()
    if pairs:
        reports["pairs"] = paired(rig, pairs, seed).report()
    if form == "json":
        click.echo(
            json.dumps({"machine": platform.platform(), **reports}, indent=2, ensure_ascii=False)
        )
        return
    click.echo(f"{platform.platform()}, Python {platform.python_version()}")
    for name, figures in reports.items():
        click.echo(f"\n{name}")
        for key, value in figures.items():
            click.echo(f"  {key:40} {value}")
