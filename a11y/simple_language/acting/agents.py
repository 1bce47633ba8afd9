"""Who is named as acting in a passive: *vom Amt*, *durch die Leiterin der Schule*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    QuestionType,
    Role,
    Token,
)
from a11y.language.clauses import frames
from a11y.simple_language.acting.passives import Frame
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.acting_nouns import can_act, is_office, names_somebody
from a11y.simple_language.grammar.holders import FOCUS
from a11y.simple_language.grammar.times import MONTHS, POINTS
from a11y.simple_language.view import View
from a11y.simple_language.wording import text_of, word_set

_FROM = word_set(
    "abholen verweisen entbinden befreien freistellen suspendieren abmelden abziehen ausschließen "
    "trennen fernhalten abrufen anfordern beziehen leihen ausleihen erhalten bekommen einholen "
    "beantragen erreichen kaufen abkaufen mieten pachten erben holen abhalten abnehmen ableiten "
    "erwerben herunterladen unterscheiden"
)
"""With these, *von* may say from where or from whom: *wird von der Schule abgeholt*."""


def _comes_from(view: View, clause: Clause, word: Token) -> bool:
    """Whether *von* may name a place or giver, which a person is not; and *von A
    nach B befördert* does not say who acts."""
    behind = [t for t in view.tokens if t.index > word.index and t.index in clause.tokens]
    if clause.predicate == "befördern":
        return any(t.text.lower() in ("nach", "zu", "zum", "zur", "auf") for t in behind)
    nouns = [t for t in behind if t.tag in ("NN", "NE")]
    if clause.predicate not in _FROM or not nouns:
        return False
    if clause.predicate == "erreichen" and nouns[0].tag == "NE":
        return True
    return _PLACE.search(nouns[0].text) is not None


_PLACE = re.compile(
    r"(?i)(?:schule|amt[es]*|ämtern?|behörden?|stellen?|stadt|städten|gemeinden?|universität"
    r"|klinik|krankenhaus|kasse|werken?|bank|kita|kindergarten|büro|gericht|polizei|verwaltung"
    r"|firma|gesellschaft|verein|verband|heim|ministerium|land|kreis|hof|haus|lager|dienst)$"
)


def agent_of(view: View, clause: Clause, frame: Frame) -> tuple[Token, ...]:
    """*von* and a phrase that can act, among the words behind the finite verb; or nothing."""
    claimed = {index for p in clause.participants if p.role is Role.AGENT for index in p.tokens}
    for token in frame.others:
        by_means = token.text.lower() == "durch"
        if token.text.lower() in ("von", "vom") and _comes_from(view, clause, token):
            return ()
        if token.text.lower() not in ("von", "vom", "durch"):
            continue
        before = view.after(token, -1)
        only = view.after(before, -1) if before is not None and before.text == "noch" else before
        focused = only is not None and only.text.lower() in FOCUS | {"nicht"}
        if focused or (before is not None and before.tag == "KON"):
            return ()  # *auch, nur noch von ihnen*, *persönlich oder durch …*: not they alone
        following = view.after(token)
        done_first = view.token(min(clause.verbs)).tag == "VVPP"
        if following is None or (done_first and before is not None and before.tag in ("NN", "NE")):
            return ()  # *Bezuschusst werden Ausflüge von Vereinen*: their trips, or paid by them?
        if by_means and before is not None and _IS_DONE.search(before.text):
            return ()  # *nach Freigabe durch das Amt betreten*: they free it, others go there
        if by_means and clause.question is not QuestionType.NONE:
            return ()  # *Eine Ablesung wird durch das Amt gewünscht?*: read by them, or wished?
        if by_means and before is not None and before.tag == "NN" and before.text.endswith("ung"):
            return ()  # *eine Befreiung durch das Gericht*: it frees, somebody else asks for it
        if before is not None and before.tag == "NN" and following.tag == "NE":
            return ()  # *in der Nähe von Kiel*
        if before is not None and _is_theirs(view, before):
            return ()  # *nach Ansicht von Fachleuten*, *auf Antrag von Eltern*
        if following.tag == "PPER":
            return (token, following)
        core = nominal.phrase_at(view, following.index)
        if core is None:
            return ()
        if before is not None and _of_them(view, before, core):
            return ()  # *wird Begleitern von Rollstuhlfahrern gewährt*: whose they are
        if _told_apart(view, core):
            return ()  # *von Landwirten aus der Region*: which ones, or from where?
        named = (*core.tokens, *_named_behind(view, core))
        owner = named[len(core.tokens)] if len(named) > len(core.tokens) else None
        if owner is None:
            named = (*named, *_second_agent(view, core))
        joint = view.after(named[-1])
        if joint is not None and len(named) > len(core.tokens) and joint.text in _OWNED:
            return ()  # *von einer Ärztin oder einem Arzt des Amtes*: of the office, both
        if owner is not None and _either(owner) and frames.takes(clause.predicate, "ditransitive"):
            return ()  # *wird vom Amt der Schule geschickt*: whose office, or to whom?
        if _goes_on_behind(view, named) or (joint is not None and joint.tag == "KON"):
            return ()  # *von Rollen oder Rädern*: the second does not act
        if joint is not None and joint.text[:1].isupper() and core.noun.tag == "NN":
            return ()  # *vom Team Telekom*: the name goes on
        if any(
            c.kind is ClauseKind.RELATIVE and c.antecedent == core.noun.index for c in view.clauses
        ):
            return ()  # *vom Amt …, das …*: the clause would hang on another noun
        acts = can_act(core.noun.text) or can_act(core.noun.lemma)
        if clause.predicate in _TAKEN_FROM and not (by_means or is_office(core.noun.text)):
            return ()  # *von allen Personen genommen*: from whom, not who does it
        if by_means and (not acts or _passes(clause, core.noun.text)):
            return ()  # *durch einen Brand*, *durch die Stadt geführt*
        if core.noun.index in claimed or acts:
            return (token, *named)
    return ()


def _of_them(view: View, before: Token, core: nominal.Phrase) -> bool:
    own = nominal.ending_in(view, before) if before.tag == "NN" else None
    if own is None or own.article is not None or core.article is not None:
        return False
    led = view.after(own.first, -1)
    return (
        led is not None
        and led.tag not in ("APPR", "APPRART")
        and (names_somebody(before.text) or can_act(before.text))
    )


def _is_theirs(view: View, noun: Token) -> bool:
    """*auf Antrag von Eltern*, *außer Reichweite von Kindern*: what stands bare behind a
    preposition may be anybody's; a time is nobody's (*bis Mai von den Eltern*)."""
    own = nominal.ending_in(view, noun) if noun.tag == "NN" else None
    led = view.after(own.first, -1) if own is not None else None
    if own is None or led is None or led.tag not in ("APPR", "APPRART"):
        return False
    timed = POINTS.search(noun.text) is not None or noun.text in MONTHS
    bare = led.tag == "APPR" and own.article is None and not timed
    counted = any(t.tag == "CARD" for t in own.tokens)
    return (bare and not counted) or _THEIRS.search(noun.text) is not None


_THEIRS = re.compile(
    r"^(?:An|Mit)?(?:[Ss]icht|[Mm]einung|[Aa]uffassung|[Aa]ngaben?|[Aa]ussagen?|[Ee]inschätzung"
    r"|[Bb]erichten?|[Aa]ntrag|[Ww]unsch|[Aa]nfrage|[Bb]itten?|[Ii]nitiative|[Ee]inladung|[Ll]eitung"
    r"|[Ff]ührung|[Hh]ilfe|[Uu]nterstützung|[Bb]eteiligung|[Tt]eilnahme|[Aa]nwesenheit|[Bb]eisein"
    r"|[Aa]ufsicht|[Vv]orschlag|[Ee]mpfehlung|[Aa]nregung|[Dd]ruck|[Kk]osten|[Aa]nordnung|[Ww]irkung|[Ss]chutz|[Gg]unsten|[Ll]asten|[Ww]ohl"
    r"|[Aa]nweisung|[Zz]ustimmung|[Ee]inwilligung|[Ss]eiten|[Nn]amen)$"
)
"""Behind such a noun *von* says whose it is."""
_OWNED = frozenset({"des", "eines", "der", "einer", "ihres", "seines", "unseres"})
_IS_DONE = re.compile(
    r"(?:ung|gabe|nahme|tion|wahl|kauf|schluss|spruch|antrag|auftrag|besuch|anruf|kontrolle|pflege|hilfe"
    r"|frage|beweis|bezug|einzug|entzug|einsatz|tausch|einsicht|ansicht|teilnahme|verzicht|wechsel|test)(?:en|s|es)?$"
)
"""Nouns of deeds: *durch* behind them rather says who does that deed."""


def _told_apart(view: View, core: nominal.Phrase) -> bool:
    """A plural without article and a phrase right behind it that may tell which ones are meant."""
    following = view.after(core.noun)
    if _OF_AGE.match(view.analysis.text, core.noun.span[1]):
        return True  # *von Kindern bis zu 14 Jahren*
    bare = core.article is None and core.noun.tag == "NN"
    return bare and following is not None and following.text.lower() in _TELLING_APART


_OF_AGE = re.compile(
    r" (?:bis(?: zu)?|unter|über|ab|von|zwischen) \w+ (?:(?:bis|und) \w+ )?"
    r"(?:Jahr|Monat|Lebensjahr)"
)
_TELLING_APART = frozenset({"aus", "mit", "ohne", "in", "im", "vor"})


def _second_agent(view: View, core: nominal.Phrase) -> tuple[Token, ...]:
    """*von der Mieterin* **oder dem Mieter**: who acts beside the first, with the word between."""
    joint = view.after(core.noun)
    following = view.after(joint) if joint is not None else None
    if joint is None or following is None or joint.text not in ("und", "oder"):
        return ()
    own = (following,) if following.text in ("von", "vom") else ()
    second = nominal.phrase_at(view, following.index + len(own))
    if second is None or not (can_act(core.noun.text) or can_act(second.noun.text)):
        return ()
    return (joint, *own, *second.tokens)


def _named_behind(view: View, core: nominal.Phrase) -> tuple[Token, ...]:
    """What belongs to the noun behind it: *Herrn* **Lenz**, *der Leiterin* **der Schule**."""
    tail: list[Token] = []
    following = view.after(core.noun)
    if core.noun.text in _TITLED:
        while following is not None and following.tag in ("NE", "NN") and len(tail) < _NAMES:
            tail.append(following)
            following = view.after(following)
    if following is not None and following.text == "für" and _OFFICES.search(core.noun.text):
        named = view.after(following)  # *Bundesamt* **für Justiz**, *Agentur* **für Arbeit**
        tail.extend([following, named] if named is not None and named.tag in ("NN", "NE") else [])
        following = view.after(tail[-1]) if tail else following
        further = (
            view.after(following) if following is not None and following.tag == "KON" else None
        )
        if tail and following is not None and further is not None and further.tag in ("NN", "NE"):
            tail.extend((following, further))
    elif following is not None and following.tag in nominal.DETERMINER_TAGS:
        owner = nominal.phrase_at(view, following.index)
        cases = {case for case, _, _ in nominal.readings(owner)} if owner is not None else set()
        if owner is not None and "Gen" in cases and not cases & {"Nom", "Acc"}:
            tail.extend(owner.tokens)
            number = view.after(owner.noun)
            tail.extend([number] if number is not None and number.tag == "CARD" else [])
    return tuple(tail)


_OFFICES = re.compile(
    r"(?:[aA]mt|[äÄ]mtern|[mM]inisterium|[aA]gentur|[sS]telle|[bB]ehörde|[zZ]entrale|[iI]nstitut|[vV]erband"
    r"|[aA]usschuss|[bB]üro|[bB]eauftragten?|[aA]nstalt|[fF]achbereich|[dD]ienst)$"
)


def _either(article: Token) -> bool:
    """*der Schule*: genitive or dative."""
    return article.tag in nominal.DETERMINER_TAGS and article.text.lower().endswith("er")


def _goes_on_behind(view: View, agent: Sequence[Token]) -> bool:
    """*von Schülern mit Brille*: what belongs to the agent would seem to belong to the verb."""
    behind = view.after(agent[-1])
    if behind is None or behind.tag not in ("APPR", "APPRART"):
        return False
    number, unit = view.after(behind), view.after(behind, 2)
    aged = unit is not None and unit.text in ("Jahren", "Jahre")
    counted = number is not None and number.tag == "CARD"
    counted = counted and (aged or unit is None or unit.tag != "NN")
    if counted and behind.text.lower() in ("über", "unter", "ab", "bis"):
        return True  # *von den Einwohnern über 60*, *von Personen ab 6 Jahren*
    if behind.text.lower() in _TIMELY:
        return False
    noun = next((t for t in view.tokens if t.index > behind.index and t.tag in ("NN", "NE")), None)
    return (
        noun is not None and noun.dep.startswith("nmod") and noun.head in {t.index for t in agent}
    )


_TAKEN_FROM = word_set(
    "nehmen abnehmen wegnehmen verlangen erheben fordern einfordern anfordern zurückfordern "
    "abbuchen einbehalten zurücknehmen abfragen "
    "erwarten bekommen erhalten kaufen erwerben trennen befreien abziehen "
    "einziehen leihen ausleihen mieten pachten lernen hören erfahren ausschließen unterscheiden "
    "ableiten einholen einsammeln sammeln übernehmen kassieren abhalten ablenken"
)
"""Verbs whose *von* can say from whom or what."""
_TIMELY = word_set("innerhalb binnen bis vor nach am ab seit während spätestens um")
_TITLED = word_set("Herrn Frau Stadt Gemeinde Landkreis Land Firma Familie")
_NAMES = 2
_MOVED = word_set(
    "führen fahren leiten transportieren schicken tragen bringen ziehen begleiten verlegen bewegen "
    "umleiten schieben jagen treiben"
)
_PLACES = re.compile(r"(?i)(?:stadt|gemeinde|land|kreis|schule|kita|werk|amt|büro|park|bank)$")


def _passes(clause: Clause, noun: str) -> bool:
    """*Der Zug wird durch die Stadt geführt*: the way, not who acts."""
    return clause.predicate in _MOVED and _PLACES.search(noun) is not None


def nominative_agent(view: View, agent: Sequence[Token]) -> tuple[str, str] | None:
    """(the agent as a subject, its person): *vom Amt* → (das Amt, S3)."""
    preposition, first = agent[0], agent[1]
    if first.tag == "PPER":
        pronouns = {"Ihnen": ("Sie", "P3"), "uns": ("wir", "P1"), "ihm": ("er", "S3")}
        return pronouns.get(first.text)
    core = nominal.phrase_at(view, first.index)
    if core is None:
        return None
    joint = next((t for t in agent if t.tag == "KON" and t.index == core.noun.index + 1), None)
    if joint is not None:
        own = next((t for t in agent if t.index == joint.index + 1 and t.tag in _OWN), None)
        second = nominal.phrase_at(view, joint.index + 1 + (own is not None))
        return _either_of(core, preposition, second, own or preposition, joint.text)
    tail = text_of([t for t in agent if t.index > core.noun.index])
    said = _nominative(core, preposition)
    return (f"{said[0]} {tail}".strip(), said[1]) if said is not None else None


_OWN = ("APPR", "APPRART")


def _either_of(
    first: nominal.Phrase, by: Token, second: nominal.Phrase | None, too: Token, joint: str
) -> tuple[str, str] | None:
    """*vom Mieter oder der Mieterin* → (*der Mieter oder die Mieterin*, S3).

    by, too: the prepositions they stand behind; the second one's is the first one's if it has none.
    """
    if second is not None and too is by and second.article is not None:
        too = replace(too, text="von")  # *vom Mieter oder* **dem** *Nachbarn*
    one = _nominative(first, by)
    other = _nominative(second, too) if second is not None else None
    if one is None or other is None:
        return None
    return f"{one[0]} {joint} {other[0]}", "P3" if joint == "und" else other[1]


def _nominative(core: nominal.Phrase, preposition: Token) -> tuple[str, str] | None:
    if core.noun.text == "Herrn" and len(core.tokens) == 1:
        return "Herr", "S3"
    if core.noun.text == "Frau" and len(core.tokens) == 1:
        return "Frau", "S3"
    if preposition.text.lower() == "vom":
        genders = sorted(nominal.genders(core.noun.text) - {"Fem"})
        noun = nominal.noun_in(core.noun.text, "Nom", "Sing")
        if core.adjectives or len(genders) != 1 or noun is None:
            return None
        article = {"Masc": "der", "Neut": "das"}[genders[0]]
        return f"{article} {noun}", "S3"
    case = "Acc" if preposition.text.lower() == "durch" else "Dat"
    found = {r for r in nominal.readings(core) if r[0] == case}
    if len(found) != 1:
        return None
    _, number, gender = next(iter(found))
    said_so = ("Nom", "Plur", "") in nominal.noun_readings(core.noun.text)
    if number == "Plur" and said_so and text_of(core.tokens[:-1]).lower() == "den":
        return f"die {core.noun.text}", "P3"  # *den Berechtigten*: no table has its nominative
    changed = nominal.in_case(core, "Nom", number=number, gender=gender)
    if changed is None or core.tokens[0].text.startswith("ihr"):
        return None  # *von ihren Eltern*: *Ihre Eltern* would be the reader's
    return changed, "S3" if number == "Sing" else "P3"
