"""What Einfache Sprache writes: one sentence stays one, said the way people say it.

Leichte Sprache makes a question of a condition and asks who acts; adults who read at B1 take
*Wenn …* and *muss … werden* without effort. Both rewrites keep every word but the verbs, so they
need neither subject nor agent. Every function answers None where a form is not certain.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Mood, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.pairs import governor_of
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.fields import Part, rest
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


def must_be_done(
    view: View, clause: Clause, *, second: Sequence[Token] = ()
) -> tuple[int, int, str] | None:
    """*ist zu stellen* → *muss gestellt werden*, also where the verb stands last.

    second: what follows the verb and leans on it (*… und zurückzuholen*). Answers (start, end,
    text) of the words from the first changed to the last.
    """
    if clause.finite is None or clause.negations or clause.mood is not Mood.INDICATIVE:
        return None
    finite = view.token(clause.finite)
    must = _MUST.get((finite.text.lower(), clause.tense))
    deeds = [t for t in (view.token(i) for i in clause.verbs) if t.tag in ("VVIZU", "VVINF")]
    if must is None or len(deeds) != 1:
        return None
    first, done = _deed(view, deeds[0])
    main = clause.kind is ClauseKind.MAIN
    both = _second_deed(view, second) if second else ""
    if done is None or both is None or (second and not main):
        return None
    if (finite.index > first.index) if main else (finite.index != deeds[0].index + 1):
        return None  # *Einzureichen ist der Antrag*
    begin, end = sorted((finite.index, first.index))[0], max(finite.index, deeds[0].index)
    if any(view.token(i).text.lower() in _HARDLY for i in range(begin, end)):
        return None
    changes = {first.index: "", deeds[0].index: done, finite.index: must}
    if not second:
        changes[deeds[0].index] = f"{done} werden"
    start, stop = view.token(begin).span[0], (second or [view.token(end)])[-1].span[1]
    said = verbal.retouched(view, begin, end, changes).strip()
    return start, stop, f"{said} {both} werden" if second else said


def _deed(view: View, verb: Token) -> tuple[Token, str | None]:
    """(first token of *zu stellen* or *anzumelden*, the participle); None where none is known."""
    mark = view.after(verb, -1)
    apart = mark is not None and mark.tag == "PTKZU" and mark.text == "zu"
    if apart and mark is not None:
        return mark, verbal.participle(verb.text)
    for reading in tables.verb_readings(verb.text.lower()):
        if reading.form == "InfZu":
            return verb, verbal.participle(reading.infinitive)
    return verb, None


def _second_deed(view: View, tokens: Sequence[Token]) -> str | None:
    """*und nach der Leerung zurückzuholen* → *und nach der Leerung zurückgeholt*."""
    verb = tokens[-1]
    first, done = _deed(view, verb)
    marks = [t for t in tokens if t.tag in ("PTKZU", "VVIZU")]
    if done is None or len(marks) != 1 or any(t.text in _PARTING for t in tokens):
        return None
    if any(t.text.lower() in (*_HARDLY, "von", "vom", "durch") for t in tokens):
        return None
    return f"{text_of([t for t in tokens if t.index < first.index])} {done}"


_MUST = {
    ("ist", Tense.PRESENT): "muss",
    ("sind", Tense.PRESENT): "müssen",
    ("war", Tense.PRETERITE): "musste",
    ("waren", Tense.PRETERITE): "mussten",
}
_HARDLY = frozenset({"kaum", "leicht", "schwer", "einfach", "gut", "nur", "nicht", "kein", "nie"})
"""*ist kaum zu sehen* says what is possible; *nur* and *nicht* say what is forbidden."""
