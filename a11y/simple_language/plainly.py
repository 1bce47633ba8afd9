"""What Einfache Sprache writes: one sentence stays one, said the way people say it.

Leichte Sprache makes a question of a condition and asks who acts; adults who read at B1 take
*Wenn …* and *muss … werden* without effort. Both rewrites keep every word but the verbs, so they
need neither subject nor agent. Every function answers None where a form is not certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language import verbal
from a11y.simple_language.fields import Part, rest
from a11y.simple_language.pairs import governor_of
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of

_SUPPOSED = frozenset({"sollte", "sollten", "solltest", "solltet"})


def with_if(view: View, clause: Clause, found: Part) -> str | None:
    """*Liegt ein Grund vor, so zahlt das Amt* → *Wenn ein Grund vorliegt, zahlt das Amt.*"""
    main = rest(view, found)
    if main and main[0].text.lower() in ("so", "dann"):
        main = main[1:]
    governor = governor_of(view, clause, main)
    if governor is None or not main or main[0].index != governor.finite:
        return None
    if main[0].index < found.first or any(t.text in verbal.QUOTES for t in view.tokens):
        return None
    said = _verb_last(found.tokens)
    end = view.text.rstrip()[-1:]
    if said is None or end not in ".!:":
        return None
    return sentence("wenn", f"{said},", text_of(main), end=end)


def _verb_last(tokens: Sequence[Token]) -> str | None:
    """A clause whose verb comes first, with the verb at its end."""
    finite, others = tokens[0], list(tokens[1:])
    if not others or any(t.text in _PARTING or t.tag.endswith("FIN") for t in others):
        return None  # a second verb or a clause inside: its place is not certain
    if finite.text.lower() in _SUPPOSED:
        person = "P3" if finite.text.lower() == "sollten" else "S3"
        if finite.text.lower() not in ("sollte", "sollten"):
            return None
        form = verbal.present(others[-1].text, person)
        if form is None:
            return None
        return f"{text_of(others[:-1])} {form[1]}{form[0]}"
    last, verb = others[-1], finite.text[:1].lower() + finite.text[1:]
    if finite.tag.startswith("VV"):
        joined = f"{last.text}{verb}"
        readings = tables.verb_readings(joined.lower())
        if last.tag == "PTKVZ":
            return f"{text_of(others[:-1])} {joined}" if readings else None
        if last.tag in ("VVINF", "VVPP") or (last.tag.startswith("APPR") and readings):
            return None
    if finite.lemma == "haben" and last.text in verbal.MODALS:
        return None  # *hat kommen können*: the verb would not stand last
    return f"{text_of(others)} {verb}"


_PARTING = frozenset({",", ";", ":", "(", ")", "–", "-"})


def must_be_done(view: View, clause: Clause) -> tuple[int, int, str] | None:
    """*ist zu stellen* → *muss gestellt werden*, also where the verb stands last.

    Answers (start, end, text) of the words from the first changed to the last.
    """
    if clause.finite is None or clause.negations or clause.mood is not Mood.INDICATIVE:
        return None
    finite = view.token(clause.finite)
    forms = _MUST.get((finite.text.lower(), clause.tense))
    done = verbal.participle(clause.predicate)
    deeds = [view.token(i) for i in clause.verbs if i != clause.finite]
    deeds = [t for t in deeds if t.tag != "PTKZU"]
    if forms is None or done is None or len(deeds) != 1:
        return None
    deed = deeds[0]
    mark = view.after(deed, -1)
    apart = mark is not None and mark.tag == "PTKZU" and mark.text == "zu"
    if not apart and deed.tag != "VVIZU":
        return None
    first = mark if apart and mark is not None else deed
    if clause.kind is ClauseKind.MAIN:
        if finite.index > first.index:
            return None  # *Einzureichen ist der Antrag*
        changes = {finite.index: forms, deed.index: f"{done} werden"}
        begin, end = finite.index, deed.index
    else:
        if finite.index != deed.index + 1:
            return None
        changes = {deed.index: f"{done} werden", finite.index: forms}
        begin, end = first.index, finite.index
    if apart:
        changes[first.index] = ""
    if any(view.token(i).text.lower() in _HARDLY for i in range(begin, end)):
        return None
    return (
        view.token(begin).span[0],
        view.token(end).span[1],
        verbal.retouched(view, begin, end, changes).strip(),
    )


_MUST = {
    ("ist", Tense.PRESENT): "muss",
    ("sind", Tense.PRESENT): "müssen",
    ("war", Tense.PRETERITE): "musste",
    ("waren", Tense.PRETERITE): "mussten",
}
_HARDLY = frozenset({"kaum", "leicht", "schwer", "einfach", "gut", "nur", "nicht", "kein", "nie"})
"""*ist kaum zu sehen* says what is possible; *nur* and *nicht* say what is forbidden."""
