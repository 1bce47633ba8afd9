"""*die vom Amt ausgestellte Urkunde*: a clause hidden between article and noun."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from a11y.language import inflect
from a11y.language.analysis import ClauseKind, Token, Voice
from a11y.language.lexicon import tables
from a11y.simple_language.acting.agents import nominative_agent
from a11y.simple_language.clauses.some_of_them import DONE_TO_SOME
from a11y.simple_language.grammar import nominal, verbal
from a11y.simple_language.grammar.acting_nouns import ACTORS
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.grammar.times import MONTHS
from a11y.simple_language.rule import Match
from a11y.simple_language.rules.registry import evaluates
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set


@evaluates("participle-attribute")
def participle_attribute(view: View) -> Iterator[Match]:
    """*Zeigen Sie die vom Amt ausgestellte Urkunde.* → *Zeigen Sie die Urkunde. Das Amt hat …*"""
    for article, between in inside_attribute(view):
        last = view.after(between[-1])
        end = last.span[1] if last is not None else between[-1].span[1]
        found = view.analysis.text[article.span[0] : end]
        said = _own_sentence(view, article, between)
        if said is None or last is None:
            yield Match(start=article.span[0], end=end, found=found)
            continue
        rest = view.analysis.text[last.span[0] : view.end].rstrip()
        yield Match(
            start=between[0].span[0],
            end=view.start + len(view.text.rstrip()),
            found=found,
            replacement=f"{rest}\n{said}",
            safe=_only_names(view, article, last) and not _which_costs(view, article, last),
            guess=_some_of_many(view, article, last),
        )


_DEFINITE = word_set("der die das den dem")


def _some_of_many(view: View, article: Token, noun: Token) -> bool:
    """*Die zum Verzehr angebotenen Speisen müssen …*: said of all, it would be another rule."""
    finite = view.clauses[0].finite
    bound = any(c.modal or c.voice is not Voice.ACTIVE for c in view.clauses)
    many = article.text.lower() == "die" and noun.morph.get("Number") == "Plur"
    return many and bound and finite is not None and noun.index < finite


def _which_costs(view: View, article: Token, noun: Token) -> bool:
    """*übernimmt die beim Umzug entstehenden Kosten*: not all costs, as *übernimmt die Kosten*."""
    many = article.text.lower() in ("die", "den") and noun.morph.get("Number") == "Plur"
    return many and view.clauses[0].predicate in DONE_TO_SOME


def _only_names(view: View, article: Token, noun: Token) -> bool:
    """Nothing hangs on the attribute: a thing that the statement has as its object."""
    main = view.clauses[0]
    holders = subject_tokens(view, main)
    in_subject = any(t.index == noun.index for t in holders) or not holders
    oblique = article.text.lower() in ("der", "den")
    several = oblique and noun.morph.get("Number") == "Plur"  # *Zahl der hier lebenden Personen*
    told_apart = in_subject or several or bool(main.negations)
    return article.text.lower() in _DEFINITE and not told_apart


def _own_sentence(view: View, article: Token, between: Sequence[Token]) -> str | None:
    """What the attribute says, as a sentence about *diese Urkunde*; None in any doubt."""
    noun, part = view.after(between[-1]), between[-1]
    text = view.text.rstrip()
    if noun is None or len(view.clauses) != 1 or not text.endswith((".", "!")):
        return None
    if view.clauses[0].kind is not ClauseKind.MAIN or any(t.text in ":;(" for t in view.tokens):
        return None
    if article.tag not in ("ART", "PPOSAT", "PDAT") or article.text.lower().startswith("k"):
        return None
    phrase = nominal.Phrase(article=article, adjectives=(part,), noun=noun)
    columns = {reading[1:] for reading in nominal.readings(phrase)}
    if len(columns) != 1:
        return None
    number, gender = columns.pop()
    inner = list(between[:-1])
    if any(t.text.lower() in _AS_IT_IS or t.tag in ("PAV", "PROAV") for t in inner):
        return None  # *die dann geltende Gebühr*: which one it is, nothing told of it
    if any(mark in view.text for mark in '„»"') or any(
        t.text.endswith("sten") and before.text == "am" for before, t in pairwise(inner)
    ):
        return None  # somebody's own words; *die am weitesten verbreitete Form*
    named = {
        case: f"{nominal.dies((case, number, gender))} {form}"
        for case in ("Nom", "Acc")
        if (form := nominal.noun_in(noun.text, case, number, gender=gender))
    }
    if any(t.tag == "PTKZU" or t.text.lower() == "bis" for t in inner):
        return (
            None  # *der zu zahlende Betrag*: by whom?  *die bis Mai gestellten Anträge*: only they
        )
    if len(named) != 2 or any(t.tag == "KON" for t in inner if t.text != "und"):
        return None
    if any(t.tag == "ADJA" and before.tag not in _OPENS for before, t in pairwise([part, *inner])):
        return None
    person = "S3" if number == "Sing" else "P3"
    present = re.fullmatch(r"(\w+n)de[nrsm]?", part.text)
    if present is not None:
        verb = verbal.present(present[1], person)
        return verb and sentence(f"{named['Nom']} {verb[0]} {text_of(inner)} {verb[1]}")
    return _done(view, inner, part, named, person)


def _done(
    view: View, inner: list[Token], part: Token, named: dict[str, str], person: str
) -> str | None:
    """A past participle: with a named agent active, else as a state."""
    done = re.sub(r"e[nrsm]?$", "", part.text)
    verbs = {
        r.infinitive
        for r in tables.verb_readings(done.lower())
        if verbal.participle(r.infinitive) == done
    }
    if not verbs:
        return None
    agent = _agent(view, inner)
    if agent:
        named_agent = nominative_agent(view, agent)
        if named_agent is None:
            return None
        actor, whose = named_agent
        has = verbal.present("haben", whose)
        others = text_of([t for t in inner if t not in agent])
        return has and sentence(f"{actor} {has[0]} {named['Acc']} {others} {done}")
    if any(t.text.lower() in ("von", "vom", "durch") for t in inner):
        return None
    if any(t.tag == "PRF" or t.text.lower() in ("zuletzt", "zuerst") for t in inner):
        return None  # *der zuletzt vor drei Jahren geprüfte Kran*: that happened, it is no state
    dated = _DATED.search(text_of(inner)) is not None
    once = dated or any(t.text.lower() in _ONCE for t in inner) or bool(verbs & _DEEDS)
    if once and not any(map(inflect.takes_sein, verbs)):
        was = "wurde" if person == "S3" else "wurden"  # once, not as a state
        return sentence(f"{named['Nom']} {was} {text_of(inner)} {done}")
    being = verbal.present("sein", person)
    return being and sentence(f"{named['Nom']} {being[0]} {text_of(inner)} {done}")


_AS_IT_IS = word_set("dann jeweils damals derzeit gerade jetzt heute momentan aktuell sonst so")
_DEEDS = word_set(
    "abgeben finden stehlen einreichen kaufen verkaufen bestellen bezahlen überweisen beschließen "
    "melden verleihen ausleihen"
)
"""*die im Büro abgegebenen Räder*: somebody brought them; it is no state."""
_ONCE = word_set("kürzlich neulich jüngst unlängst gestern damals einst")
"""*der kürzlich eröffnete Laden*: that happened, it is no state."""
_MONTHS = "|".join((*MONTHS, "Frühjahr", "Frühling", "Sommer", "Herbst", "Winter"))
_DATED = re.compile(
    r"\b(?:Jahr|in|im|den) (?:1\d{3}|20\d\d|\d{4}er)\b"
    rf"|\b(?:im|Anfang|Mitte|Ende) (?:\w+ )?(?:{_MONTHS}|Jahrhunderts?|Jahrzehnts?)\b"
    rf"|\bam \d+\. (?:{_MONTHS})\b|\bvor (?:\w+ )+(?:Jahren|Monaten|Wochen|Tagen)\b"
)
"""When something was done; *seit Mai* is no such time, there it is a state."""
_OPENS = word_set("ART APPR APPRART PPOSAT PDAT ADJA CARD")


def _agent(view: View, inner: Sequence[Token]) -> list[Token]:
    """*von* and somebody who can act, or nothing."""
    for position, token in enumerate(inner[:-1]):
        if token.text.lower() not in ("von", "vom"):
            continue
        following = inner[position + 1]
        if following.tag == "PPER":
            return [token, following]
        core = nominal.phrase_at(view, following.index)
        if core is not None and ACTORS.search(core.noun.text) and core.noun in inner:
            return [token, *core.tokens]
    return []


def inside_attribute(view: View) -> Iterator[tuple[Token, list[Token]]]:
    """Articles with the participle phrase that parts them from their noun."""
    for token in view.tokens:
        if token.tag not in nominal.DETERMINER_TAGS:
            continue
        between = _until_noun(view, token)
        if not between or between[-1].tag != "ADJA" or len(between) < 2:
            continue
        participle = re.search(r"(?:end|t|en)e[nrsm]?$", between[-1].text)
        if any(
            t.tag in ("APPR", "APPRART")
            or (participle and t.tag in ("PPER", "ADJD", "ADV", "PTKZU"))
            for t in between[:-1]
        ):
            yield token, between


def _until_noun(view: View, article: Token) -> list[Token]:
    """What stands between an article and the noun it belongs to, through inner phrases."""
    between: list[Token] = []
    depth = 0
    for step in range(1, 12):
        token = view.after(article, step)
        if token is None or token.tag.startswith(("$", "V")):
            return []
        following = view.after(token)
        twice = token.text.lower() == "bis" and following is not None
        if twice and following is not None and following.tag in ("APPR", "APPRART"):
            between.append(token)  # *bis zum 30. April*: one phrase
            continue
        if token.tag in ("APPR", "APPRART"):
            depth += 1
        year = re.fullmatch(r"(?:1[5-9]|20)\d\d", token.text) is not None
        if year and depth and following is not None and following.tag == "ADJA":
            depth -= 1  # *das seit 1998 bestehende Bad*
        if token.tag == "PPER" and depth:
            depth -= 1  # *die von Ihnen eingereichten …*
        if token.tag in ("NN", "NE"):
            if depth == 0:
                return between
            depth -= 1
        between.append(token)
    return []
