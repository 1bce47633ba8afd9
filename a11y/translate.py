"""The whole line in one place: German → easy German → DGS score → performance → film.

Every function is deterministic and safe to repeat; drawn sentences are kept by content, so a page
whose one sentence changed costs one sentence. Drawing happens in processes of its own.
"""

from __future__ import annotations

import atexit
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from a11y import paths
from a11y.errors import KlarhandError
from a11y.sign_avatar import body, lexicon, stage
from a11y.sign_avatar.glossing import brackets, corrections, gloss
from a11y.sign_avatar.glossing.translate import lexis_of
from a11y.sign_avatar.motion import perform as move
from a11y.sign_avatar.performance import Performance
from a11y.sign_avatar.score import SignedSentence
from a11y.simple_language import Level, Simplified, simplify

Progress = Callable[[float], None]
MAX_CHARACTERS = 20_000
"""A film of more would run for over an hour; texts are translated page by page."""
_FIRST = 4
"""A film's still is of one of its first sentences: who sees it expects to see it soon."""


class NothingToSignError(KlarhandError):
    """The text holds no word that could be signed."""

    def __init__(self) -> None:
        super().__init__(
            "KH-LINE-01", "The text holds nothing that can be signed.", "Give at least one word."
        )


class TooLongError(KlarhandError):
    """The text is longer than one film should be."""

    def __init__(self, length: int) -> None:
        super().__init__(
            "KH-LINE-02",
            f"The text has {length:,} characters; one film takes at most {MAX_CHARACTERS:,}.",
            "Split it into pages or sections.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Who signs and how it is drawn. size in pixels (square)."""

    signer: str = body.DEFAULT_SIGNER
    background: str = stage.DEFAULT_BACKGROUND
    size: int = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A finished film with what belongs to it: captions (VTT) and a still beside the video."""

    clip: stage.Clip
    captions: Path
    poster: Path
    sentences: tuple[SignedSentence, ...]


def easy(text: str, *, level: Level = Level.LEICHT) -> Simplified:
    """German made easier by the safe rewrites only."""
    return simplify(text, level=level)


def score(text: str, *, as_is: bool = False) -> tuple[SignedSentence, ...]:
    """The DGS score of a German text, which is made easy first unless ``as_is``.

    Raises NothingToSignError, TooLongError.
    """
    if len(text) > MAX_CHARACTERS:
        raise TooLongError(len(text))
    plain = text if as_is else easy(text).text
    sentences = tuple(sentence for sentence in gloss(plain, lexicon=_lexicon()) if sentence.signs)
    if not sentences:
        raise NothingToSignError
    return sentences


def gloss_line(sentence: SignedSentence) -> str:
    """The sentence as a line that a Deaf expert can type over; ``corrected`` reads it back."""
    return corrections.line(sentence)


def corrected(sentence: SignedSentence, line: str) -> SignedSentence:
    """The sentence as the line has it. Raises CorrectionError, in German."""
    return corrections.corrected(sentence, line, lexis_of(_lexicon().entries))


def bracket_names() -> tuple[str, ...]:
    """The functions of grammar that a bracket of a line can name, in German."""
    return tuple(brackets.NAMES.values())


def signs() -> tuple[lexicon.Entry, ...]:
    """The signs that a line can name, letters and numbers left out, in alphabetical order."""
    entries = _lexicon().entries.values()
    words = [e for e in entries if not e.id.startswith(("$", "INDEX", "POSS"))]
    return tuple(sorted(words, key=lambda entry: entry.id))


@lru_cache(maxsize=16)
def perform(sentence: SignedSentence, *, signer: str = body.DEFAULT_SIGNER) -> Performance:
    """How the signer moves for one sentence; the same sentence always gives the same motion."""
    seed = int.from_bytes(hashlib.sha256(sentence.german.encode()).digest()[:4], "big")
    return move(sentence, lexicon=_lexicon(), rig=_rig(signer), seed=seed)


def clip(
    sentence: SignedSentence,
    out_dir: Path,
    *,
    signer: str = body.DEFAULT_SIGNER,
    background: str = stage.DEFAULT_BACKGROUND,
    size: int = 720,
    progress: Progress | None = None,
) -> stage.Clip:
    """The sentence as a segment in ``out_dir``, drawn unless it is there already."""
    look = Look(signer=signer, background=background, size=size)
    return _clip(perform(sentence, signer=signer), out_dir, look, progress)


def clips(
    sentence: SignedSentence,
    out_dir: Path,
    *,
    renditions: Sequence[stage.Rendition],
    signer: str = body.DEFAULT_SIGNER,
    progress: Progress | None = None,
) -> tuple[stage.Clip, ...]:
    """The sentence in every rendition, in that order; all are made of one drawing."""
    performance = perform(sentence, signer=signer)
    files = [
        stage.Copy(out=_segment(performance, out_dir, signer, each), size=each.size)
        for each in renditions
    ]
    if not all(file.out.exists() for file in files):
        first, *others = files
        stage.render(
            performance,
            first.out,
            size=first.size,
            signer=signer,
            also=others,
            progress=progress,
            pool=_pool(),
        )
    return tuple(stage.probe(file.out) for file in files)


def join(clips: Sequence[stage.Clip | Path], out: Path) -> stage.Clip:
    """Segments one after the other, without a re-encode."""
    return stage.join(clips, out)


def telling_moment(sentences: Sequence[SignedSentence], *, signer: str) -> tuple[int, float]:
    """The still that stands for a film of these sentences: which sentence, and seconds into it."""
    performances = [perform(sentence, signer=signer) for sentence in sentences[:_FIRST]]
    best, moment = stage.best_of(performances, _rig(signer))
    return best, moment.time


def film(
    sentences: Sequence[SignedSentence],
    out: Path,
    *,
    look: Look | None = None,
    performances: Sequence[Performance] | None = None,
    progress: Progress | None = None,
) -> Film:
    """A film with captions (``.vtt``) and a still (``.jpg``) beside it; all of them or none.

    performances: of the sentences, where they are known already (``plan``).

    Raises KlarhandError subclasses of the rooms; nothing half-written stays at ``out``.
    """
    look = look or Look()
    if performances is None:
        performances = [perform(sentence, signer=look.signer) for sentence in sentences]
    total = sum(performance.duration for performance in performances)
    clips, drawn = [], 0.0
    for performance in performances:
        share = performance.duration / total
        report = _part(progress, start=drawn, share=share)
        clips.append(_clip(performance, clips_dir(), look, report))
        drawn += share
    with _beside(out) as draft:
        stage.join(clips, draft)
        draft.with_suffix(".vtt").write_text(stage.captions(performances), "utf-8")
        best, moment = stage.best_of(performances[:_FIRST], _rig(look.signer))
        stage.poster(
            performances[best],
            draft.with_suffix(".jpg"),
            time=moment.time,
            size=look.size,
            background=look.background,
            signer=look.signer,
            pool=_pool(),
        )
    return Film(
        clip=stage.probe(out),
        captions=out.with_suffix(".vtt"),
        poster=out.with_suffix(".jpg"),
        sentences=tuple(sentences),
    )


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A name in a folder beside ``out``; what lies there afterwards moves to ``out``'s folder."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".film-", dir=out.parent) as folder:
        yield Path(folder) / out.name
        for made in Path(folder).iterdir():
            made.replace(out.parent / made.name)


def clips_dir() -> Path:
    """Where drawn sentences are kept."""
    folder = paths.var_dir() / "clips"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def renderer_version() -> str:
    """Changes whenever the same score would look different; part of every film's key."""
    hasher = hashlib.sha256(f"{stage.RENDERER_VERSION}|{_lexicon().digest}".encode())
    for signer in body.SIGNERS:
        hasher.update(_rig(signer).digest.encode())
    # How a score moves is decided by code and tables together: any edit of them counts.
    room = paths.project_dir() / "a11y" / "sign_avatar"
    for source in sorted([*room.glob("motion/*.*"), *room.glob("body/handshapes*")]):
        hasher.update(source.read_bytes())
    return hasher.hexdigest()[:16]


@contextmanager
def warm() -> Iterator[None]:
    """Drawing processes stay up inside, and end with the block."""
    try:
        yield
    finally:
        _close_pool()


def _clip(
    performance: Performance, out_dir: Path, look: Look, progress: Progress | None
) -> stage.Clip:
    rendition = stage.Rendition(size=look.size, format="mp4")
    out = _segment(performance, out_dir, look.signer, rendition, background=look.background)
    if out.exists():
        return stage.probe(out)
    return stage.render(
        performance,
        out,
        size=look.size,
        background=look.background,
        signer=look.signer,
        progress=progress,
        pool=_pool(),
    )


def _segment(
    performance: Performance,
    out_dir: Path,
    signer: str,
    rendition: stage.Rendition,
    *,
    background: str = stage.DEFAULT_BACKGROUND,
) -> Path:
    """Where a segment is kept: keyed by the motion itself, so that whatever changed before it, only
    what moves differently is drawn."""
    key = stage.segment_key(
        performance,
        rig=_rig(signer).digest,
        signer=signer,
        background=background,
        size=rendition.size,
        format=rendition.format,
    )
    return out_dir / f"{key}.{rendition.format}"


def _part(progress: Progress | None, *, start: float, share: float) -> Progress | None:
    if progress is None:
        return None
    report = progress
    return lambda done: report(start + share * done)


@cache
def _lexicon() -> lexicon.Lexicon:
    return lexicon.load()


@cache
def _rig(signer: str) -> body.Rig:
    return body.load_rig(body.body_dir(signer=signer))


@cache
def _pool() -> stage.RenderPool:
    atexit.register(_close_pool)
    return stage.RenderPool()


def _close_pool() -> None:
    if _pool.cache_info().currsize:
        _pool().close()
        _pool.cache_clear()
