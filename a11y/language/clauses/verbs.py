"""Read a clause's verb complex: predicate, modal, voice, tense, mood."""

from __future__ import annotations

from dataclasses import dataclass, replace

from a11y.language import closed
from a11y.language.analysis import ClauseKind, Mood, Tense, Voice
from a11y.language.clauses.draft import Draft, is_zu_infinitive
from a11y.language.inflect import takes_sein
from a11y.language.lexicon import tables
from a11y.language.word import Word


@dataclass(frozen=True, slots=True)
class VerbComplex:
    """What ``Clause`` says of the verbs; ``full`` is the word of the full verb (or copula)."""

    predicate: str = ""
    modal: str = ""
    finite: Word | None = None
    verbs: tuple[Word, ...] = ()
    voice: Voice = Voice.ACTIVE
    tense: Tense = Tense.NONE
    mood: Mood = Mood.NONE
    full: Word | None = None


def read(draft: Draft, *, question: bool) -> VerbComplex:
    """The verb complex of a clause; one that shares its finite verb inherits from that clause."""
    words = draft.words
    if draft.gapped and draft.shared_from is not None:
        whole = read(draft.shared_from, question=question)
        return replace(whole, finite=None, verbs=(), full=None)
    if draft.elliptic:
        return _left_out(words)
    verbs = [w for w in words if w.tag[:1] == "V" or w.tag in ("PTKVZ", "PTKZU")]
    verbs = [w for w in verbs if w.tag != "PTKZU" or _before_infinitive(words, w)]
    if not any(w.tag[:1] == "V" for w in verbs):
        return VerbComplex()
    if draft.shared_from is not None and draft.finite is None:
        return _shared(draft, verbs, question=question)
    return _complex(draft, verbs, draft.finite, question=question)


def _left_out(words: list[Word]) -> VerbComplex:
    """*falls vorhanden*, *soweit nicht anders vereinbart*: *sein* is to be thought."""
    full = next((w for w in words if w.tag == "VVPP"), None)
    state = full is not None and not takes_sein(full.lemma)
    return VerbComplex(
        predicate=full.lemma if full is not None else "sein",
        verbs=(full,) if full is not None else (),
        voice=Voice.STATE_PASSIVE if state else Voice.ACTIVE,
        tense=Tense.PRESENT,
        mood=Mood.INDICATIVE,
        full=full,
    )


def _before_infinitive(words: list[Word], zu: Word) -> bool:
    """Not the *zu* of *der zu zahlende Betrag*."""
    place = words.index(zu) + 1
    return place >= len(words) or words[place].tag != "ADJA"


def _shared(draft: Draft, verbs: list[Word], *, question: bool) -> VerbComplex:
    """*… und B abgeben* after *Sie müssen A ausfüllen*."""
    source = draft.shared_from
    assert source is not None
    helpers = [
        w
        for w in source.words
        if w.tag[:2] in ("VA", "VM") and (w.finite or w.tag.endswith(("INF", "PP")))
    ]
    whole = _complex(draft, [*helpers, *verbs], source.finite, question=question)
    return VerbComplex(
        predicate=whole.predicate,
        modal=whole.modal,
        finite=None,
        verbs=tuple(verbs),
        voice=whole.voice,
        tense=whole.tense,
        mood=whole.mood,
        full=whole.full,
    )


def _complex(
    draft: Draft, verbs: list[Word], finite: Word | None, *, question: bool
) -> VerbComplex:
    chain = [w for w in verbs if w.tag[:1] == "V"]
    nonfinite = [w for w in chain if w is not finite and not w.finite]
    zu = [w for i, w in enumerate(draft.words) if is_zu_infinitive(draft.words, i)]
    full = _full_verb(nonfinite, finite)
    particle = next((w for w in verbs if w.tag == "PTKVZ"), None)
    predicate = _infinitive(full, particle if full is finite else None)
    apart = particle is not None and full is not None and particle.index < full.index
    if full is not finite and apart:
        predicate = _infinitive(full, particle)
    helpers = [w for w in chain if w is not full]
    voice = _voice(full, helpers, zu, finite)
    modal = _modal(full, helpers, zu, finite, voice)
    tense = _tense(full, helpers, finite, voice)
    mood = _mood(draft, finite, question=question)
    if mood is Mood.SUBJUNCTIVE and tense is Tense.FUTURE:
        tense = Tense.PRESENT  # *würde … stellen* speaks of now
    return VerbComplex(
        predicate=predicate,
        modal=modal,
        finite=finite,
        verbs=tuple(verbs),
        voice=voice,
        tense=tense if finite is not None else Tense.NONE,
        mood=mood,
        full=full,
    )


_WITH_PARTICIPLE = ("bleiben", "kommen", "gehören", "scheinen", "lassen")


def _full_verb(nonfinite: list[Word], finite: Word | None) -> Word | None:
    """The verb that carries the meaning: a full verb, else the copula or auxiliary at the end."""
    with_zu = [w for w in nonfinite if w.tag == "VVIZU"]
    if with_zu and not any(w.tag[:2] == "VA" for w in nonfinite):
        return with_zu[-1]  # *den Antrag ausgefüllt zurückzusenden*
    alone = finite is not None and finite.tag == "VVFIN"
    alone = alone and finite is not None and finite.lemma not in _WITH_PARTICIPLE
    if alone and nonfinite and all(w.tag == "VVPP" for w in nonfinite):
        return finite  # *findet um 8 Uhr statt, Anmeldung erbeten*, *bekommen es zugeschickt*
    for tag in ("VV", "VA", "VM"):
        found = [w for w in nonfinite if w.tag.startswith(tag) and w.lemma != "lassen"]
        if found:
            return _infinitive_first(found, nonfinite, finite)
    letting = [w for w in nonfinite if w.lemma == "lassen"]
    return letting[0] if letting else finite


def _infinitive_first(found: list[Word], nonfinite: list[Word], finite: Word | None) -> Word:
    """*muss gereinigt am Straßenrand stehen*: behind a modal alone the infinitive is the verb."""
    alone = finite is not None and finite.tag.startswith("VM")
    alone = alone and not any(w.tag.startswith("VA") for w in nonfinite)
    infinitives = [w for w in found if w.tag.endswith("INF")]
    return infinitives[0] if alone and infinitives else found[0]


def _infinitive(word: Word | None, particle: Word | None) -> str:
    if word is None:
        return ""
    lemma = word.lemma
    if particle is not None and not lemma.startswith(particle.lower):
        candidates = [r.infinitive for r in tables.verb_readings(word.lower) if not r.joined]
        rare = closed.members("rare_verbs")
        for base in sorted((lemma, *candidates), key=lambda base: base in rare):
            if particle.lower + base in tables.verb_classes():
                return particle.lower + base
        if particle.lower in closed.prepositions() or particle.lower not in tables.particles():
            return lemma  # more likely a preposition whose noun was lost than an unknown verb
        return tables.joined_infinitive(lemma, particle.lower)
    return lemma


def _is(word: Word, lemma: str) -> bool:
    return word.lemma == lemma or (lemma == "werden" and word.lower == "worden")


def _voice(full: Word | None, helpers: list[Word], zu: list[Word], finite: Word | None) -> Voice:
    if full is None:
        return Voice.ACTIVE
    if full.tag == "VVPP" and any(w.lemma == "bleiben" for w in helpers):
        return Voice.STATE_PASSIVE  # *wird gesperrt bleiben*
    if full.tag == "VVPP" or full.tag == "VAPP":
        if any(_is(w, "werden") for w in helpers):
            return Voice.PASSIVE
        with_sein = any(_is(w, "sein") or w.lemma == "bleiben" for w in helpers)
        with_sein = with_sein and not any(_is(w, "haben") for w in helpers)
        state = with_sein and full.tag == "VVPP" and not takes_sein(full.lemma)
        return Voice.STATE_PASSIVE if state else Voice.ACTIVE
    is_to = full in zu and finite is not None and finite.lemma in ("sein", "bleiben")
    if is_to and full is not finite and full.tag[:2] == "VV":
        return Voice.MODAL_PASSIVE
    return Voice.ACTIVE


def _modal(
    full: Word | None,
    helpers: list[Word],
    zu: list[Word],
    finite: Word | None,
    voice: Voice,
) -> str:
    for word in helpers:
        if word.tag.startswith("VM") or word.lemma in closed.members("modals"):
            return word.lemma
    let = any(w.lemma == "lassen" and w in zu for w in helpers)  # *hat A prüfen zu lassen*
    if finite is not None and full is not finite and (full in zu or let):
        if finite.lemma == "haben":
            return "müssen"  # *Sie haben einen Antrag zu stellen*
        if finite.lemma == "brauchen":
            return "brauchen"
    return ""


def _tense(full: Word | None, helpers: list[Word], finite: Word | None, voice: Voice) -> Tense:
    if finite is None:
        return Tense.NONE
    past = _is_past(finite)
    if finite is full:
        return Tense.PRETERITE if past else Tense.PRESENT
    if finite.lemma == "werden" and not (voice is Voice.PASSIVE and full and full.tag == "VVPP"):
        return Tense.FUTURE
    if finite.lemma == "werden" and any(w.tag == "VAINF" and _is(w, "werden") for w in helpers):
        return Tense.FUTURE
    perfect = (voice is Voice.PASSIVE and finite.lemma == "sein") or (
        voice is Voice.ACTIVE
        and full is not None
        and full.tag.endswith("PP")
        and finite.lemma in ("haben", "sein")
    )
    if perfect:
        subjunctive = {r.form for r in tables.verb_readings(finite.lower)} <= {"Sub2"}
        return Tense.PLUPERFECT if past or subjunctive else Tense.PERFECT
    done = any(w.tag == "VAINF" and w.lemma in ("haben", "sein") for w in helpers)
    if done and full is not None and full.tag == "VVPP" and voice is Voice.ACTIVE:
        return Tense.PERFECT  # *muss eingegangen sein*
    return Tense.PRETERITE if past else Tense.PRESENT


def _is_past(finite: Word) -> bool:
    if finite.lemma == "sollen":
        return False  # *sollte* advises; the past of *sollen* is rare and told by other words
    forms = {r.form for r in tables.verb_readings(finite.lower) if r.form != "Imp"}
    if "Past" in forms and "Pres" not in forms:
        # *sollte* and *könnten* are polite presents unless the parser is sure of the past
        return "Sub2" not in forms or finite.lemma not in ("sollen",)
    if "Past" in forms:
        return finite.morph.get("Tense") == "Past"
    return not forms and finite.morph.get("Tense") == "Past"


def _mood(draft: Draft, finite: Word | None, *, question: bool) -> Mood:
    if finite is None:
        return Mood.NONE
    if _imperative(draft, finite, question=question):
        return Mood.IMPERATIVE
    forms = {r.form for r in tables.verb_readings(finite.lower) if r.form != "Imp"}
    if forms and forms <= {"Sub1", "Sub2"}:
        return Mood.SUBJUNCTIVE
    if finite.lemma == "sollen" and forms & {"Sub2", "Past"}:
        return Mood.SUBJUNCTIVE
    if (
        "Sub1" in forms
        and finite.morph.get("Mood") == "Sub"
        and finite.lemma
        in (
            "sein",
            "haben",
            "werden",
        )
    ):
        return Mood.SUBJUNCTIVE
    if forms == {"Pres", "Sub1"} and _only_first_or_reported(finite, draft):
        return Mood.SUBJUNCTIVE
    if "Sub2" in forms and "Past" in forms and finite.morph.get("Mood") == "Sub":
        return (
            Mood.SUBJUNCTIVE if draft.verb_final and draft.opener is not None else Mood.INDICATIVE
        )
    return Mood.INDICATIVE


def _only_first_or_reported(finite: Word, draft: Draft) -> bool:
    """*der Bescheid komme*: as a statement the form would need *ich*."""
    persons = {r.person for r in tables.verb_readings(finite.lower) if r.form == "Pres"}
    return persons == {"S1"} and not any(w.lower == "ich" for w in draft.words)


def _imperative(draft: Draft, finite: Word, *, question: bool) -> bool:
    if question or draft.verb_final or draft.kind is not ClauseKind.MAIN:
        return False
    if draft.goes_on_with_wir:
        return False
    please = any(word.lower == "bitte" for word in draft.words)
    polite = any(word.text == "Sie" for word in draft.words)
    if finite.tag.endswith("IMP") and not (draft.object_first and polite and not please):
        return True
    if draft.object_first and not please:
        return False  # *Dass es stimmt, weisen Sie … nach*: a statement
    if not draft.verb_first and not please:
        return False
    amount = finite.lemma == "zahlen" and any(w.tag == "CARD" for w in draft.words)
    if draft.led and amount and not please:
        return False  # *Wenn …, zahlen Sie 30 Euro*
    if finite.lemma in closed.members("never_ordered") and not please:
        return False
    place = draft.words.index(finite)
    following = next((w for w in draft.words[place + 1 :] if w.lower not in ("bitte",)), None)
    if following is not None and following.text == "Sie":
        readings = tables.verb_readings(finite.lower)
        plural = any(r.person == "P3" and r.form in ("Pres", "Sub1") for r in readings)
        return (plural or finite.lower == "seien") and finite.tag[:2] != "VM"
    return False
