"""Genitive, long prepositions, nominal style, heavy modal phrases: phrases people do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import yaml

from a11y.language.analysis import Clause, ClauseKind, Token, Voice
from a11y.simple_language import nominal, verbal
from a11y.simple_language.actors import ACTORS
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.attributes import inside_attribute
from a11y.simple_language.rules.easier import other_verb
from a11y.simple_language.rules.registry import DATA, evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, text_of, word_set

_GENITIVE_PREPOSITIONS = word_set(
    "wegen während trotz statt anstatt innerhalb außerhalb aufgrund mithilfe mittels anhand "
    "bezüglich hinsichtlich zwecks seitens infolge anlässlich angesichts einschließlich "
    "ausschließlich zuzüglich abzüglich zugunsten unterhalb oberhalb ungeachtet seitens rahmen "
    "falle fall zwecke zuge sinne wege hilfe grund laufe beispiel gründen"
)


@evaluates("genitive")
def genitive(view: View) -> Iterator[Match]:
    """*die Kosten des Verfahrens* → *die Kosten vom Verfahren*"""
    done = -1
    attributes = {between[-1].index for _, between in inside_attribute(view)}
    for token in view.tokens:
        if token.index <= done or token.index in attributes:
            continue  # *der im Ort geplanten Parks*: the article stands further in front
        before = view.after(token, -1)
        if before is not None and before.tag == "CARD":
            before = view.after(before, -1)  # *Paragraf 12 der Satzung*
        if before is None or before.tag != "NN" or not re.fullmatch(r"[\w-]+", before.text):
            continue  # *Visum:Vor der Reise* is no noun
        if before.text.lower() in _GENITIVE_PREPOSITIONS:
            continue
        if _FIXED.match(view.analysis.text, before.span[0]):
            continue
        phrase = nominal.phrase_at(view, token.index)
        if phrase is None or (phrase.article is None and not phrase.adjectives):
            continue
        if phrase.article is None and any(t.text.endswith(_DOING) for t in phrase.adjectives):
            continue  # *ein Ort auf gute Formen achtender Debatten*
        if phrase.noun.text == "Welt":
            continue  # *die größte Messe der Welt*
        if phrase.article is None and _TIMES.search(phrase.noun.text):
            continue  # *am 6. Mai vergangenen Jahres*
        if phrase.article is not None and phrase.article.text.lower() == "alle":
            continue
        if not any(case == "Gen" for case, _, _ in nominal.readings(phrase)):
            continue
        if not _certainly_genitive(view, phrase, before):
            continue
        dative = nominal.in_case_from(phrase, "Gen", "Dat")
        chained = before.index == done or _in_chain(view, before)
        done = phrase.noun.index
        found = view.slice(token.index, phrase.noun.index)
        following = view.after(phrase.noun)
        joined = following is not None and following.tag in ("KON", "$,")
        if joined and following is not None and following.text == ",":
            behind = view.after(following)
            joined = behind is not None and behind.tag in (*nominal.DETERMINER_TAGS, "NN", "ADJA")
        yield Match(
            start=token.span[0],
            end=phrase.noun.span[1],
            found=found,
            replacement=None if dative is None else _with_from(dative),
            safe=not joined
            and not _FROM_NOUNS.search(before.text)
            and not _bare_part(view, before)
            and before.text[:1].isupper()
            and not chained
            and not _reads_as_agent(view, phrase.noun)
            and not _ASKS_GENITIVE.search(view.text),
        )


_DOING = ("ender", "endes", "enden", "ende")
_ASKS_GENITIVE = re.compile(
    r"\b(?:schuldig|bewusst|würdig|mächtig|beschuldig\w*|bezichtig\w*|verdächtig\w*|angeklagt"
    r"|würdig(?:t|te|ten|en)|(?:be)?darf|bedürfen|bedurfte\w*|gedenk\w*|gedacht|entbehr\w*"
    r"|entheb\w*|enthoben|beraub\w*|erfreu\w*|bemächtig\w*|enthält sich|enthalten sich"
    r"|bedient? sich|bedienen sich|ist sich|sind sich|des (?:Landes|Feldes|Platzes|Saale?s) verw\w+"
    r"|Ansicht|Meinung|Auffassung)\b"
)
"""*des Mordes schuldig*: words whose own case is the genitive."""


_FROM_NOUNS = re.compile(
    r"(?i)(?:befreiung|trennung|(?:un)?abhängigkeit|erholung|entlastung|abmeldung|entfernung|abweichung"
    r"|rücktritt|ausschluss|abzug|abstand|lösung|abschied|abkehr|loslösung|freistellung|unterscheidung"
    r"|abgrenzung|scheidung|erlösung|verschonung|entbindung|abwendung|distanz|flucht|rückkehr)s?$"
)
"""*die Befreiung des Menschen*: with *von* it would be freed from him."""


_FIXED = re.compile(
    r"(?:Grad(?:es|e)? der Behinderung|Tage?s? der (?:offenen|Deutschen|Arbeit)"
    r"|H(?:aus|äuser|ause|auses) de[rs] )"
)
"""Names and terms of law: with *von* nobody would find them again."""


def _bare_part(view: View, noun: Token) -> bool:
    """*Anfang der Woche*, *Mitte des Jahres*: a time without an article, said as it is."""
    before = view.after(noun, -1)
    article = before is not None and (before.tag in ("ART", "APPRART") or before.tag == "PPOSAT")
    return noun.text in _BARE and not article


_BARE = word_set("Anfang Mitte Ende Art Tag Ort Höhe Dauer")


def _reads_as_agent(view: View, noun: Token) -> bool:
    """*werden Ausflüge der Schule bezahlt*: with *von* the school would seem to pay."""
    clause = view.in_clause(noun)
    passive = clause is not None and clause.voice is not Voice.ACTIVE
    return passive and ACTORS.search(noun.text) is not None


def _with_from(dative: str) -> str:
    return f"vom {dative[4:]}" if dative.startswith("dem ") else f"von {dative}"


def _in_chain(view: View, noun: Token) -> bool:
    """*die Höhe von den Kosten der Unterkunft*: a second *von* reads worse than the genitive."""
    phrase = nominal.ending_in(view, noun)
    before = view.after(phrase.first, -1) if phrase is not None else None
    return before is not None and before.text.lower() in ("von", "vom")


def _certainly_genitive(view: View, phrase: nominal.Phrase, before: Token) -> bool:
    """Form alone (*des*, *eines*) or form and analysis together (*der Stadt*)."""
    article = phrase.article.text.lower() if phrase.article is not None else ""
    others = {case for case, _, _ in nominal.readings(phrase)} - {"Gen"}
    if not others:
        return True
    if article in ("der", "einer", "ihrer", "seiner", "dieser", "unserer", "meiner", "keiner"):
        tagged = (phrase.article or phrase.noun).morph.get("Case")
        if tagged != "Gen" or "Nom" in others:
            return False
        governs = phrase.noun.head == before.index or phrase.noun.dep in ("nmod", "nmod:poss")
        if not governs:
            return False
        return not _dative_verb_near(view, phrase)
    return not article and _tagged_genitive(phrase) and not others & {"Nom", "Acc"}


def _tagged_genitive(phrase: nominal.Phrase) -> bool:
    return any(t.morph.get("Case") == "Gen" for t in (*phrase.adjectives, phrase.noun))


_DATIVE_VERBS = word_set(
    "geben helfen danken schicken mitteilen vorlegen zeigen sagen bringen unterliegen "
    "entsprechen zustimmen gehören erteilen vorbehalten übergeben überlassen melden dienen "
    "entnehmen entziehen zuordnen zuführen zuweisen zusenden zuleiten zustellen beifügen beilegen "
    "hinzufügen gleichstellen vorziehen aushändigen überreichen übermitteln übertragen schaden "
    "widmen drohen genügen ausweichen beitreten angehören unterwerfen anpassen folgen auferlegen "
    "widersprechen vorwerfen nachkommen nachgehen vorstehen beiwohnen"
)


def _dative_verb_near(view: View, phrase: nominal.Phrase) -> bool:
    clause = view.in_clause(phrase.noun)
    return clause is not None and clause.predicate in _DATIVE_VERBS


# --------------------------------------------------------------------------- prepositions


@lru_cache(maxsize=1)
def _prepositions() -> dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]]:
    """First word in small letters → (all words, what to write), the longest first."""
    records = yaml.safe_load((DATA / "prepositions.yaml").read_text(encoding="utf-8"))
    table: dict[str, list[tuple[tuple[str, ...], dict[str, Any]]]] = {}
    for record in sorted(records, key=lambda one: -len(one["from"].split())):
        words = tuple(record["from"].lower().split())
        table.setdefault(words[0], []).append((words, record))
    return table


@evaluates("long-preposition")
def long_preposition(view: View) -> Iterator[Match]:
    """*bezüglich des Antrags* → *zu dem Antrag*"""
    for token in view.tokens:
        for words, record in _prepositions().get(token.text.lower(), ()):
            run = [view.after(token, step) for step in range(len(words))]
            if [t.text.lower() if t else "" for t in run] != list(words):
                continue
            last = run[-1]
            assert last is not None
            match = _preposition(view, token, last, record)
            if match is not None:
                yield match
            break


def _preposition(view: View, first: Token, last: Token, record: dict[str, Any]) -> Match | None:
    found = view.slice(first.index, last.index)
    nothing = Match(start=first.span[0], end=last.span[1], found=found)
    following = view.after(last)
    if following is None or (first.text.lower() == "entsprechend" and first.tag != "APPR"):
        return nothing
    if following.text.lower() in ("von", "vom") and record["to"].endswith(" von"):
        return None
    easy = capital(record["to"]) if first.text[:1].isupper() else record["to"]
    if following.text.lower() in ("von", "vom") and record.get("von"):
        return Match(
            start=first.span[0],
            end=following.span[1] if following.text == "von" else last.span[1],
            found=found,
            replacement=easy if following.text == "von" else None,
            safe=record.get("safe", False),
        )
    if following.tag == "CARD" and record.get("plain"):
        return Match(
            start=first.span[0], end=last.span[1], found=found, replacement=easy, safe=True
        )
    if record["governs"] == record["case"] and following.tag in ("NN", "NE", "CARD"):
        return Match(  # nothing behind it changes: *gemäß Paragraf 12*
            start=first.span[0],
            end=last.span[1],
            found=found,
            replacement=easy,
            safe=record.get("safe", False),
        )
    phrase = nominal.phrase_at(view, following.index)
    if phrase is None:
        return nothing
    if record.get("deeds") and not _DEEDS.search(phrase.noun.text):
        record = {**record, "safe": False}
    if phrase.article is None and record["from"].startswith("zwecks"):
        record = {**record, "safe": False}  # *für Prüfung* lacks an article
    if record.get("helper") and ACTORS.search(phrase.noun.text):
        return nothing  # *mithilfe des Arbeitgebers*: not only beside him
    if record.get("times") and not _TIMES.search(phrase.noun.text):
        return None  # *innerhalb der Stadt* is plain enough
    if record.get("asking") and not _asked_about(view, first):
        easy, record = record["else"], {**record, "case": record["governs"]}
        easy = capital(easy) if first.text[:1].isupper() else easy
    changed = nominal.in_case_from(phrase, record["governs"], record["case"])
    after = view.after(phrase.noun)
    if changed is None or (after is not None and after.tag == "KON"):
        return nothing
    return Match(
        start=first.span[0],
        end=phrase.noun.span[1],
        found=found,
        replacement=f"{easy} {changed}",
        safe=record.get("safe", False),
    )


_DEEDS = re.compile(
    r"(?:ung|ungen|fahren|fahrens|prüfens?|projekts?|projekte[ns]?|antrags?|verkaufs?|besuchs?|programms?"
    r"|kurses?|unterrichts?|festes?|einsatzes|planens?|bau(?:e?s)?|umbaus?|aktion(?:en)?|tests?)$"
)
"""*im Rahmen der Prüfung*: something that happens; *bei der Religion* says nothing."""
_TIMES = re.compile(
    r"(?i)(?:^(?:frei|lauf|übergangs|warte)?zeit|zeitraum|tag|woche|monat|jahr|stunde|minute|frist)"
    r"(?:e?s|e?n|e)?$"
)


def _asked_about(view: View, preposition: Token) -> bool:
    """*Fragen bezüglich des Antrags*: behind a noun; elsewhere *zu* would go with the verb."""
    before = view.after(preposition, -1)
    return before is not None and before.tag == "NN"


# --------------------------------------------------------------------------- verbs for phrases


@lru_cache(maxsize=1)
def _light_verbs() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load((DATA / "light_verbs.yaml").read_text(encoding="utf-8")))


@evaluates("nominal-style")
def nominal_style(view: View) -> Iterator[Match]:
    """*einen Antrag auf Wohngeld stellen* → *Wohngeld beantragen*"""
    for clause in view.clauses:
        for record in _light_verbs():
            if clause.predicate == record["verb"]:
                yield from _light(view, clause, record)


def _light(view: View, clause: Clause, record: dict[str, Any]) -> Iterator[Match]:
    tokens = [view.token(i) for i in clause.tokens]
    run = _phrase_tokens(tokens, record)
    if not run or not clause.verbs:
        return
    first, last = run[0], run[-1]
    hint = Match(
        start=first.span[0],
        end=last.span[1],
        found=f"{view.slice(first.index, last.index)} {record['verb']}",
        note=f"Das einfache Verb ist: {record['to']}.",
    )
    negated = any(t.text.lower().startswith("kein") for t in run)
    if record["verb"] == "nehmen" and any(_TIME.search(t.text) for t in tokens):
        yield replace(hint, note="Bei einer Dauer ist das einfache Verb: dauern.")
        return
    if record["object"] not in ("acc", "auf", "none") or negated:
        yield hint
        return
    removed = {t.index for t in run}
    if record["object"] == "auf":
        following = view.after(last)
        if following is None:
            return
        if following.text != "auf":
            return  # "einen Antrag stellen" alone is plain enough
        removed.add(following.index)
        asked = nominal.phrase_at(view, following.index + 1)
        cases = {case for case, _, _ in nominal.readings(asked)} if asked is not None else set()
        if cases and "Acc" not in cases:
            yield hint  # a slip of the writer's: *auf einer Erlaubnis*
            return
        if _bare_deed(view, following):
            yield hint  # *Erteilung der Erlaubnis beantragen* lacks its article
            return
    changes = other_verb(view, clause, record["to"])
    if changes is None or any(t.tag == "ADJA" for t in run):
        yield hint
        return
    indices = sorted(t.index for t in tokens if t.text not in (".", "!", "?"))
    if indices[-1] - indices[0] != len(indices) - 1:
        yield hint
        return
    changes |= dict.fromkeys(removed, "")
    while view.token(indices[-1]).text == ",":
        indices.pop()  # it belongs to what follows
    start, end = indices[0], indices[-1]
    yield Match(
        start=view.token(start).span[0],
        end=view.token(end).span[1],
        found=hint.found,
        replacement=capital_like(view, start, verbal.retouched(view, start, end, changes)),
        safe=record["object"] != "none" or len(run) <= 2,
    )


def _bare_deed(view: View, preposition: Token) -> bool:
    """*auf Erteilung einer Erlaubnis*: a deed without an article, with what is done behind it."""
    noun = view.after(preposition)
    behind = view.after(noun) if noun is not None else None
    if noun is None or behind is None or noun.tag != "NN":
        return False
    if behind.tag == "KON" and noun.text.endswith("ung"):
        return True
    return behind.tag in (*nominal.DETERMINER_TAGS, "ADJA") or behind.text.lower() in ("von", "vom")


_TIME = re.compile(
    r"^(?:Sekunden?|Minuten?|Stunden?|Tagen?|Tage?|Wochen?|Monate?n?|Jahre?n?|Zeit)$"
)


def capital_like(view: View, first: int, text: str) -> str:
    return capital(text) if view.token(first).text[:1].isupper() else text


def _phrase_tokens(tokens: Sequence[Token], record: dict[str, Any]) -> list[Token]:
    """The tokens of the noun with its article, or of the fixed phrase."""
    if "phrase" in record:
        words = record["phrase"].split()
        for at in range(len(tokens) - len(words) + 1):
            if [t.text for t in tokens[at : at + len(words)]] == words:
                return list(tokens[at : at + len(words)])
        return []
    for at, token in enumerate(tokens):
        if token.text in (record["noun"], record["noun"] + "en", record["noun"] + "s"):
            start = at
            while start > 0 and tokens[start - 1].tag in ("ART", "ADJA", "PIAT", "PPOSAT"):
                start -= 1
            return list(tokens[start : at + 1])
    return []


_HEAVY = {
    ("haben", "Möglichkeit"): "können",
    ("haben", "Recht"): "dürfen",
    ("haben", "Pflicht"): "müssen",
    ("sein", "verpflichtet"): "müssen",
    ("sein", "berechtigt"): "dürfen",
    ("sein", "gezwungen"): "müssen",
    ("haben", "Verpflichtung"): "müssen",
    ("beabsichtigen", ""): "wollen",
}


@evaluates("heavy-modal")
def heavy_modal(view: View) -> Iterator[Match]:
    """*Sie haben die Möglichkeit, X zu tun* → *Sie können X tun*"""
    for clause in view.clauses:
        if clause.kind is not ClauseKind.INFINITIVE or clause.parent is None or clause.link:
            continue
        governor = next((c for c in view.clauses if c.index == clause.parent), None)
        if governor is None or governor.finite is None:
            continue
        yield from _heavy(view, clause, governor)


def _heavy(view: View, clause: Clause, governor: Clause) -> Iterator[Match]:
    finite = view.token(governor.finite or 0)
    tokens = [t for t in (view.token(i) for i in governor.tokens) if t.text not in (",", ".")]
    said = next(
        (
            (key, modal)
            for key, modal in _HEAVY.items()
            if finite.lemma == key[0] and (not key[1] or any(t.text == key[1] for t in tokens))
        ),
        None,
    )
    if said is None or governor.kind is not ClauseKind.MAIN or finite.morph.get("Tense") == "Past":
        return
    (_, carrier), modal = said
    last = tokens[-1]
    found = view.slice(finite.index, last.index)
    person = verbal.person_of(finite)
    form = verbal.present(modal, person) if person else None
    body = [t for t in (view.token(i) for i in clause.tokens) if t.text not in (",", ".", "!")]
    dropped = _carrier(tokens, carrier)
    if (
        form is None
        or not body
        or governor.negations
        or clause.negations
        or last.index + 2 != body[0].index
        or (carrier and (not dropped or dropped[-1].index != last.index))
        or body[-1].index not in clause.verbs
        or any(c.kind is ClauseKind.INFINITIVE and c is not clause for c in view.clauses)
    ):
        yield Match(start=finite.span[0], end=last.span[1], found=found)
        return
    kept = [t for t in tokens if t not in dropped and t.index > finite.index]
    kept = [t for t in kept if t.text not in ("dazu", "davon", "es")]  # they point to the clause
    words = [t for t in body[:-1] if t.tag != "PTKZU"]
    verb = form[0]
    if finite.text[:1].isupper():
        verb = capital(verb)
    text = " ".join(
        part
        for part in (
            verb,
            text_of(kept, inside=False) if kept else "",
            text_of(words),
            clause.predicate,
        )
        if part
    )
    yield Match(
        start=finite.span[0], end=body[-1].span[1], found=found, replacement=text, safe=True
    )


def _carrier(tokens: Sequence[Token], word: str) -> list[Token]:
    """*die Möglichkeit*, *verpflichtet*: what falls away with the heavy phrase."""
    at = next((i for i, t in enumerate(tokens) if t.text == word), None)
    if at is None:
        return []
    start = at
    while start > 0 and tokens[start - 1].tag in ("ART", "ADV"):
        start -= 1
    return list(tokens[start : at + 1])
