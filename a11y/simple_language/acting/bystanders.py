"""Passives that are done by somebody else than reader or office, so that neither is proposed."""

from __future__ import annotations

import re

from a11y.language.analysis import Clause, QuestionType, Role, Token
from a11y.simple_language.acting.actors import OFFICE, Actor, acting_verbs
from a11y.simple_language.acting.text_kinds import SPOKEN_TO, is_official, is_practical
from a11y.simple_language.grammar.acting_nouns import OFFICES, names_somebody
from a11y.simple_language.grammar.verbal import is_obliged, is_past
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


def names_another(view: View, clause: Clause) -> bool:
    """Whether the sentence shows that neither reader nor office need be who acts.

    *In der Schule werden Feiertage beachtet*: there the school does; *Wir stellen sicher, dass die
    Kleidung ausgewählt wird*: who writes may do that, too; *beim Jugendamt beurkundet*: not just
    some office.
    """
    if _WE.search(view.document) is not None:
        return True
    if _SHOPS.search(view.text) is not None or "automatisch" in view.text:
        return True
    return places_another(view, clause)


def places_another(view: View, clause: Clause) -> bool:
    """*beim Bundesamt ausgestellt*, *in der Schule ausgegeben*: who acts is whoever is there."""
    for token in map(view.token, clause.tokens):
        before = view.after(token, -1)
        if token.tag != "NN" or before is None:
            continue
        office = OFFICES.search(token.text) is not None and token.text not in ("Amt", "Behörde")
        if office and (before.text.lower() == "beim" or _follows(view, before, ("bei",))):
            return True
        inside = before.text.lower() in ("im", "am", "beim")
        if _HOUSES.search(token.text) and (inside or _follows(view, before, ("in", "an", "bei"))):
            return True
    return False


def acts_elsewhere(view: View, clause: Clause, likely: Actor) -> bool:
    """Whether neither reader nor office acts: by where it is done, by what it is done to, or
    because a measure does it.

    *beim Bundesamt ausgestellt*; *Mieterhöhungen müssen begründet werden*: by the landlord; *So
    werden die Betriebe entlastet*: by what the sentence before says; *Es wurde kein Vormund
    benannt?*: by whoever could have.
    """
    verbs = acting_verbs()
    if likely is OFFICE and places_another(view, clause):
        return True
    subjects = [view.token(i.head) for i in clause.participants if i.role is Role.SUBJECT]
    readers = clause.predicate in verbs["reader"] and clause.predicate != "stellen"
    if is_obliged(clause):
        readers = readers or clause.predicate in verbs["reader_if_duty"]
    public = clause.predicate in verbs["only_office"]
    if not (readers or public) and any(_MADE_BY_OTHERS.search(t.text) for t in subjects):
        return True
    if clause.predicate in _PUT_OFF and any(_HELD.search(t.text) for t in subjects):
        return True
    if clause.predicate in _COLLECTED and any(_RUBBISH.search(t.text) for t in subjects):
        return True  # *wird Sperrmüll nur mitgenommen, wenn …*
    if likely is OFFICE and clause.modal == "dürfen" and clause.predicate in _SOLD:
        return True  # *dürfen nur alte Sachen angeboten werden*: by whoever has a stall
    if clause.predicate == "abholen" and any(names_somebody(t.text) for t in subjects):
        return True  # *Das Kind wird nicht abgeholt*
    if clause.predicate in ("beschäftigen", "verzichten"):
        return True  # *Schwangere dürfen nicht beschäftigt werden*: an employer
    words = {view.token(i).text for i in clause.tokens}
    if clause.predicate == "stellen" and words & {"Rechnung", "Verfügung"}:
        return True  # *werden in Rechnung gestellt*: by whoever sends the bill
    known = clause.predicate in verbs["reader"] or clause.predicate in verbs["office"]
    known = known or readers
    led = view.token(min(clause.tokens)).text
    if led == "Manche" and clause.negations and not known:
        return True  # *Manche Termine werden nicht abgesagt*: by those who had them
    if led in ("So", "Damit", "Hierdurch", "Somit", "Hiermit"):
        return not known or clause.predicate in verbs["measures"]
    return not known and is_past(clause) and clause.question is not QuestionType.NONE


_MADE_BY_OTHERS = re.compile(
    r"(?i)(?:miet(?:e|en|erhöhung(?:en)?|vertr(?:ag|äge))|(?:neben|betriebs)kosten(?:abrechnung(?:en)?)?|kaution(?:en)?"
    r"|(?:schul|lehr)b(?:uch|ücher)|lernmittel|schulzeugnisse?|noten|hausaufgaben|unterricht|stundenpl(?:an|äne)"
    r"|l(?:ohn|öhne)|geh(?:alt|älter)|arbeits(?:vertrag|verträge|zeugnisse?|zeit(?:en)?)|lohnabrechnung(?:en)?"
    r"|rezepte?|atteste?|krankschreibung(?:en)?|diagnosen?)$"
)
"""What landlords, schools, employers and doctors see to."""
_PUT_OFF = word_set("verschieben verlegen absagen abbrechen vertagen unterbrechen")
_HELD = re.compile(
    r"(?i)(?:beisetzung|beerdigung|bestattung|trauung|veranstaltung|sitzung|führung|aufführung|konzert|spiel"
    r"|gottesdienst|operation|behandlung|prüfung|wahl|fest|markt|kurs|unterricht|leerung|abfuhr)(?:en|s|e)?$"
)
"""*Die Beerdigung kann verschoben werden*: by whoever holds it."""
_COLLECTED = word_set("mitnehmen abholen abfahren leeren entleeren")
_RUBBISH = re.compile(
    r"(?i)(?:müll|abf(?:all|älle)|schutt|grünschnitt|laub|s(?:ack|äcke)|tonnen?|altpapier|altkleider|container)$"
)
_SOLD = word_set("anbieten verkaufen ausschenken aufstellen aufbauen betreiben feilbieten")
_WE = re.compile(r"\b(?:[Ww]ir|[Uu]ns)\b")
_SHOPS = re.compile(
    r"\b(?:Fähren?|Schiffe?n?|Lifte?s?|Seilbahn(?:en)?|Bus(?:se?n?)?|Bahn(?:en)?|Z(?:ug|uge?s|üge?n?)|[Gg]eschäfte?n?|Läden|Laden|Hotels?|Praxis)\b|[Vv]ermieter|[Aa]rbeitgeber"
    r"|[Vv]eranstalter|[Bb]etreiber|[Hh]ändler|[Vv]erkäufer|[Aa]rzt|Ärzt|Fahrer"
)
"""Who has a bus, a shop or a flat decides there, not an office."""


def _follows(view: View, article: Token, prepositions: tuple[str, ...]) -> bool:
    """Whether it is an article behind one of the prepositions."""
    before = view.after(article, -1)
    return article.tag == "ART" and before is not None and before.text.lower() in prepositions


_HOUSES = re.compile(
    r"(?:schulen?|kitas?|kindergarten|krippe|krankenhaus|klinik|heim|bücherei|bibliothek|museum|theater|bank"
    r"|praxis|apotheke|werkstatt|betrieb|verein|hochschule|universität|kasse|geschäft|bad|kirche)$",
    re.IGNORECASE,
)
"""Who works there acts there, and is no office."""


def tells_of_others(view: View, clause: Clause) -> bool:
    """*Die Brücke wurde 1912 eröffnet*, *Die Gruppe wird für die Tat verantwortlich gemacht*: what
    once was done; and what neither office nor reader mostly does, where a text knows neither."""
    if SPOKEN_TO.search(view.text) is not None or is_obliged(clause):
        return False
    if is_official(view):
        return is_past(clause) and _LONG_AGO.search(view.text) is not None
    known = any(clause.predicate in acting_verbs()[who] for who in ("office", "reader"))
    return is_past(clause) or not (known or is_practical(view))


_LONG_AGO = re.compile(r"\b1\d{3}(?:er)?\b|Jahrhundert|Mittelalter")
