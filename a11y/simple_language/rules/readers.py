"""For whom something holds and who needs a thing: the reader is asked and told.

*Personen, die …, müssen …* becomes a question and *Dann …*, *Ein Ausweis ist nötig* becomes *Sie
brauchen …*. That the reader is meant is likely, never certain: proposals, never unattended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language.analysis import Clause, ClauseKind, Mood, QuestionType, Role, Tense, Token
from a11y.language.lexicon import tables
from a11y.simple_language.clauses.coming import COMING, has_to_come
from a11y.simple_language.clauses.entitled import any_one, asked, whose, yours
from a11y.simple_language.clauses.occasions import table
from a11y.simple_language.clauses.pairs import whole
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.fields import Part, part, rest
from a11y.simple_language.grammar.subjects import subject_tokens, verb_numbers
from a11y.simple_language.grammar.verb_last import take
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, sentence, text_of

_PREPOSITIONS = ("APPR", "APPRART")


# --------------------------------------------------------------------------- groups


@evaluates("group-clause")
def group_clause(view: View) -> Iterator[Match]:
    """*Eltern, deren Kind krank ist, zahlen nichts.* → *Ihr Kind ist krank? Dann zahlen Sie
    nichts. Das gilt für Eltern.*"""
    if view.text.rstrip().endswith((":", "?")):
        return  # *Eltern, die …, müssen angeben:*: what follows belongs to it
    told = asked(view) or any_one(view)
    if told is not None:
        clause = next(c for c in view.clauses if c.kind is ClauseKind.RELATIVE)
        yield whole(view, clause, told, safe=False)
        return
    if len(view.clauses) != 2:
        return
    for clause in view.clauses:
        if clause.kind is ClauseKind.RELATIVE and clause.link.lower() != "wer":
            said = _group(view, clause)
            if said is not None:
                yield whole(view, clause, said, safe=False)


def _group(view: View, clause: Clause) -> str | None:
    found = part(view, clause)
    main = rest(view, found) if found is not None else ()
    if found is None or clause.finite is None or any(t.text in ("Sie", "Ihnen") for t in main):
        return None
    if any(c.kind is ClauseKind.MAIN and c.tense in _ONCE for c in view.clauses):
        return None  # *Alle Leute, die es hörten, wunderten sich*: others, once
    named = [t for t in main if t.index < found.first]
    said = [t for t in main if t.index > found.last]
    if [t.text for t in named if t.text != ","] in (["Jeder"], ["Jede"]):
        return _everybody(view, found, said)
    group = _people(named)
    if group is None or not said or said[0].tag not in ("VVFIN", "VAFIN", "VMFIN"):
        return None
    if "Plur" not in verb_numbers(said[0]):
        return None
    if any(t.tag == "PPER" and t.text.lower() != "es" for t in (*said, *found.tokens)):
        return None  # *sie* may be the group or something else
    first = found.tokens[0]
    question = None
    if first.tag == "PRELS" and first.text == "die" and _is_subject(clause, first):
        taken = take(view, found, who=(first,))
        if taken is not None and "Plur" in verb_numbers(view.token(clause.finite)):
            question = f"Sie {taken.statement().partition(' ')[2]}"
    elif first.tag == "PRELAT" and first.text == "deren":
        question = whose(view, found)
    if question is None:
        return None
    opening = "Nur dann" if named[0].text == "Nur" else "Dann"
    lines = [
        sentence(yours(question), end="?"),
        sentence(yours(f"{opening} {said[0].text} Sie {text_of(said[1:], inside=False)}")),
    ]
    if group:
        lines.append(sentence(f"Das gilt für {group}"))
    return "\n".join(lines)


_ONCE = (Tense.PRETERITE, Tense.PERFECT, Tense.PLUPERFECT)


def _everybody(view: View, found: Part, said: Sequence[Token]) -> str | None:
    """*Jeder, der einen Hund hält, muss …* → *Sie halten einen Hund? Dann müssen Sie …*"""
    first, clause = found.tokens[0], found.clause
    if first.text not in ("der", "die") or not _is_subject(clause, first) or not said:
        return None
    if clause.finite is None or not said[0].tag.endswith("FIN"):
        return None
    if any(t.tag in ("PPER", "PPOSAT") and t.text != "es" for t in (*said, *found.tokens)):
        return None  # *seinen Hund*, *ihn*: whose and whom would have to be told anew
    taken = take(view, found, who=(first,))
    words = taken.statement().split(" ") if taken is not None else []
    does, must = (_polite(word) for word in (words[1] if len(words) > 1 else "", said[0].text))
    if does is None or must is None:
        return None
    lines = [
        sentence(" ".join(["Sie", does, *words[2:]]), end="?"),
        sentence(f"Dann {must} Sie {text_of(said[1:], inside=False)}"),
    ]
    return "\n".join(lines)


def _polite(finite: str) -> str | None:
    """*hält* → *halten*, *muss* → *müssen*: the form that *Sie* takes."""
    if finite.lower() == "möchte":
        return "möchten"
    infinitives = {r.infinitive for r in tables.verb_readings(finite.lower()) if r.person == "S3"}
    known = {f for f, forms in verbal.IRREGULAR.items() if finite.lower() == forms[2]}
    forms = {
        form[0] for verb in known or infinitives if (form := verbal.present(verb, "P3")) is not None
    }
    return forms.pop() if len(forms) == 1 else None


def _people(named: Sequence[Token]) -> str | None:
    """How to name the group behind; "" where *Sie* says enough, None where it is no group."""
    words = [t for t in named if t.text not in ("Alle", "Nur", "Die", "Diejenigen", "und", "oder")]
    nouns = [t for t in words if t.tag == "NN"]
    if not nouns or len(nouns) != len(words) or len(named) > 4:
        return None
    anybody, groups = table()["anybody"], table()["groups"]
    if all(noun.text in anybody for noun in nouns):
        return ""
    if any(noun.text not in groups and noun.text not in anybody for noun in nouns):
        return None
    return text_of([t for t in named if t.text not in ("Nur", "Die", "Diejenigen")], inside=False)


def _is_subject(clause: Clause, token: Token) -> bool:
    who = next((p for p in clause.participants if p.role is Role.SUBJECT), None)
    return who is not None and token.index in who.tokens


# --------------------------------------------------------------------------- what is forbidden


_FORBIDDEN = frozenset({"verboten", "untersagt"})
_ALLOWED = frozenset({"erlaubt", "gestattet", "zulässig"})


def _bare_accusative(view: View, front: Sequence[Token]) -> str | None:
    """*vom Rasen* → *den Rasen*; None where more than the noun stands behind *vom*."""
    phrase = nominal.phrase_at(view, front[0].index + 1)
    if phrase is None or len(phrase.tokens) > 1:
        return None
    genders = {
        g for case, number, g in nominal.readings(phrase) if (case, number) == ("Dat", "Sing")
    }
    done = nominal.in_case_from(phrase, "Dat", "Acc")
    articles = {"Masc": "den", "Neut": "das"}
    one = len(genders) == 1 and articles.get(next(iter(genders)))
    return f"{one} {done}" if one and done else None


@evaluates("forbidden-deed")
def forbidden_deed(view: View) -> Iterator[Match]:
    """*Das Betreten der Wiese ist verboten* → *Sie dürfen die Wiese nicht betreten*"""
    clause = view.clauses[0] if len(view.clauses) == 1 else None
    tokens = verbal.run(view, clause) if clause is not None else None
    if clause is None or tokens is None or clause.finite is None or clause.modal:
        return
    finite = view.token(clause.finite)
    if finite.text != "ist" or tokens[0].text.lower() != "das" or len(tokens) < 4:
        return
    word, denied = tokens[-1].text, [t for t in tokens if t.tag == "PTKNEG"]
    banned = word in _FORBIDDEN or (word in _ALLOWED and len(denied) == 1)
    if word not in _FORBIDDEN | _ALLOWED or (word in _FORBIDDEN and denied):
        return
    deed, front = tokens[1], [t for t in tokens[2:] if t.index < finite.index]
    verb = deed.text[:1].lower() + deed.text[1:]
    if deed.tag != "NN" or verb not in tables.verb_classes():
        return
    thing, tail = "", front
    if front and front[0].tag in nominal.DETERMINER_TAGS:
        phrase = nominal.phrase_at(view, front[0].index)
        done = nominal.in_case_from(phrase, "Gen", "Acc") if phrase is not None else None
        if phrase is None or done is None:
            return
        thing, tail = done, [t for t in front if t.index > phrase.noun.index]
    elif front and front[0].text == "von":  # *Das Streuen von Salz*
        phrase = nominal.phrase_at(view, front[0].index + 1)
        done = nominal.in_case_from(phrase, "Dat", "Acc") if phrase is not None else None
        if phrase is None or done is None:
            return
        thing, tail = done, [t for t in front if t.index > phrase.noun.index]
    elif front and front[0].text == "vom":  # *Das Betreten vom Rasen*
        done = _bare_accusative(view, front)
        if done is None:
            return
        thing, tail = done, front[2:]
    if tail and not tail[0].tag.startswith("APPR"):
        return
    others = [t for t in tokens[:-1] if t.index > finite.index and t not in denied]
    others = [
        t for t in others if t.text not in ("streng", "strengstens", "generell", "ausdrücklich")
    ]
    if any(a.tag == "ADJD" and b.tag == "KON" for a, b in pairwise(others)):
        return  # *ist lebensgefährlich und daher untersagt*: two things are said of it
    if _to_whom(view, others):
        return  # *ist nur Lehrkräften erlaubt*: they may, and nobody else
    if any(t.text == "für" for t in (*others, *tail)):
        return  # *nur für Anwohner erlaubt*: then the reader may be somebody else
    never = "nicht" if banned else ""
    said = f"Sie dürfen {thing} {text_of(others)} {never} {text_of(tail)} {verb}"
    yield Match(
        start=tokens[0].span[0],
        end=tokens[-1].span[1],
        found=word,
        replacement=" ".join(said.split()),
        note="Wenn die Leserin oder der Leser gemeint ist.",
    )


def _to_whom(view: View, others: Sequence[Token]) -> bool:
    """Whether a noun or pronoun without a preposition stands beside what is allowed."""
    for token in others:
        if token.tag in ("PPER", "PIS", "PDS"):
            return True
        phrase = nominal.ending_in(view, token) if token.tag == "NN" else None
        before = view.after(phrase.first, -1) if phrase is not None else None
        led = before is not None and before.tag in ("APPR", "APPRART", "KON")
        if phrase is not None and not led and phrase.first.tag != "APPRART":
            cases = {case for case, _, _ in nominal.readings(phrase)}
            if not cases or cases != {"Gen"}:
                return True
    return False


# --------------------------------------------------------------------------- what is needed


_NEEDED = frozenset({"erforderlich", "notwendig", "nötig"})


@evaluates("needed-thing")
def needed_thing(view: View) -> Iterator[Match]:
    """*Ein Ausweis ist erforderlich* → *Sie brauchen einen Ausweis*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.MAIN or clause.predicate != "sein" or clause.modal:
            continue
        finite = view.token(clause.finite) if clause.finite is not None else None
        if finite is None or clause.tense is not Tense.PRESENT or clause.negations:
            continue
        if clause.mood is not Mood.INDICATIVE or clause.question is not QuestionType.NONE:
            continue
        tokens = verbal.run(view, clause)
        if tokens is None or tokens[-1].text not in _NEEDED:
            said = None
        else:
            said = _needed(view, clause, finite, tokens)
        if said is not None and tokens is not None:
            yield Match(
                start=tokens[0].span[0],
                end=tokens[-1].span[1],
                found=tokens[-1].text,
                replacement=said,
                note="Wenn die Leserin oder der Leser das braucht.",
            )


def _needed(view: View, clause: Clause, finite: Token, tokens: Sequence[Token]) -> str | None:
    who = list(subject_tokens(view, clause))
    if not who or who[0].tag in ("PPER", "PDS", "PIS"):
        return None
    place = [t.index for t in tokens]
    if who[0].index not in place or who[-1].index not in place:
        return None
    behind = [t for t in tokens if who[-1].index < t.index < tokens[-1].index]
    if who[0].index > finite.index and behind and behind[0].tag not in (*_PREPOSITIONS, "ADV"):
        who, behind = [*who, *behind], []  # a genitive or a second thing belongs to the subject
    inside = {t.index for t in who}
    front = [t for t in tokens if t.index < finite.index and t.index not in inside]
    others = [t for t in tokens if finite.index < t.index < tokens[-1].index]
    others = [t for t in others if t.index not in inside]
    if any(t.tag == "PPER" for t in others) or (front and who[0].index < finite.index):
        return None
    comes = has_to_come(view, [*who, *others])
    if comes is not None:
        name, must, what = comes
        if not front:
            return f"{capital(name) if tokens[0].text[:1].isupper() else name} {must} {what}"
        return f"{text_of(front, inside=False)} {must} {name} {what}"
    if any(t.text in COMING for t in who):
        return None  # *Sie brauchen die Vorsprache von den Eltern*: nobody says so
    told = _shown(view, who)
    verb, ending = ("müssen", "zeigen") if told is not None else ("brauchen", "")
    thing = told if told is not None else _accusative(view, who)
    if thing is None:
        return None
    if who[0].tag not in ("NN", "NE"):
        thing = thing[:1].lower() + thing[1:]  # *Folgende Papiere sind nötig*
    lead = f"{text_of(front, inside=False)} {verb} Sie" if front else f"Sie {verb}"
    comma = view.after(finite, -1)
    if not front and comma is not None and comma.text == ",":
        lead = f"{verb} Sie"  # *Um zu fahren, ist ein Ausweis nötig*
    return " ".join(f"{lead} {text_of(others)} {thing} {ending}".split())


def _shown(view: View, who: Sequence[Token]) -> str | None:
    """*die Vorlage eines Ausweises* → *einen Ausweis*: what has to be shown."""
    words = list(who)
    if words[0].text.lower() == "die":
        words.pop(0)
    if not words or words[0].text != "Vorlage" or len(words) < 2:
        return None
    return _things(view, words[1:], "Gen") if words[1].tag != "APPR" else None


def _accusative(view: View, who: Sequence[Token]) -> str | None:
    return _things(view, who, "Nom")


def _things(view: View, tokens: Sequence[Token], case: str) -> str | None:
    """Joined phrases in the accusative; what hangs on a noun stays as it is."""
    said: list[str] = []
    at, last = 0, len(tokens)
    fresh = True
    while at < last:
        token = tokens[at]
        if token.tag == "KON" or token.text == ",":
            said.append("und" if token.text == "sowie" else token.text)
            fresh, at = True, at + 1
            continue
        phrase = nominal.phrase_at(view, token.index) if fresh else None
        if fresh:
            form = nominal.in_case_from(phrase, case, "Acc") if phrase is not None else None
            if phrase is None or form is None or phrase.noun.index > tokens[-1].index:
                return None
            said.append(form)
            at += len(phrase.tokens)
        else:
            said.append(token.text)
            at += 1
        fresh = False
    text = " ".join(said).replace(" ,", ",")
    return text[:1].lower() + text[1:] if tokens[0].tag in nominal.DETERMINER_TAGS else text
