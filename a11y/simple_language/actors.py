"""Who probably acts where a passive does not say it: only an order of proposals, never a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from a11y.language.analysis import Clause, QuestionType, Role, Tense, Token, Voice
from a11y.language.clauses import frames
from a11y.language.lexicon import tables
from a11y.simple_language.data_file import data_file
from a11y.simple_language.view import View
from a11y.simple_language.wording import word_set


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """subject: as written in the sentence. person: ``S3`` or ``P3``. note: for the editor."""

    subject: str
    person: str
    note: str
    must: str


READER = Actor(
    subject="Sie",
    person="P3",
    note="Wenn die Bürgerin oder der Bürger das macht.",
    must="Wenn die Bürgerin oder der Bürger das machen muss.",
)
OFFICE = Actor(
    subject="das Amt",
    person="S3",
    note="Wenn das Amt das macht.",
    must="Wenn das Amt das machen muss.",
)

ACTORS = re.compile(
    r"(?:amt|behörde|stelle|büro|verwaltung|gericht|ministerium|polizei|stadt|gemeinde|kreis|land"
    r"|bund|staat|kasse|versicherung|kammer|schule|kita|firma|unternehmen|betrieb|verein|bank"
    r"|werke?|arzt|ärztin|eltern|mutter|vater|person|personen|halter|halterin|nehmer|geber|träger|genossenschaft"
    r"|stelle?n|leitung|dienst|agentur|gesellschaft|verband|organisation|kommission|rat|leute|team|post|jobcenter"
    r"|center|beirat|ausschuss|feuerwehr|kind|kinder|familie|vermieter|vermieterin|antragsteller"
    r"|antragstellerin|bürger|bürgerin|lehrer|lehrerin|meister|beamten?|mitarbeiter|mitarbeiterin"
    r"|meisterei|försterei|gärtnerei|bücherei|reederei|wacht|wehr|jury|vorstand|senat|regierung"
    r"|anwalt|anwältin|notarin?|sachverständige[nr]?|(?:angehörig|beteiligt|berechtigt|pflichtig|bevollmächtigt)e[nr]?|mieter|mieterin|inhaber|inhaberin|vertretung|\w+(?:er|or|ent|ist|ar|iker|eur)innen|eigentümer|eigentümerin|besitzer|besitzerin|mitarbeitenden|ämter|ämtern|kommunen?|städte|gemeinden)(?:n|s|es|en)?$",
    re.IGNORECASE,
)
"""Nouns that can act: only with them *von* names the agent of a passive for certain."""


def can_act(noun: str) -> bool:
    """Whether *von* and this noun name who acts: by the ending, or a person or an institution.

    Streets, storms and motors do something as well, but nothing that a sentence with *machen*
    about people would say.
    """
    if ACTORS.search(noun):
        return True
    kind = frames.animacy_of_noun(noun)
    return kind in (frames.Animacy.PERSON, frames.Animacy.INSTITUTION)


def names_somebody(form: str) -> bool:
    """Whether a noun, by any lemma its form may have, names a person or an institution."""
    lemmas = {reading.lemma for reading in tables.noun_readings(form)} | {form}
    kinds = {frames.animacy_of_noun(lemma) for lemma in lemmas}
    return bool(kinds & {frames.Animacy.PERSON, frames.Animacy.INSTITUTION})


@lru_cache(maxsize=1)
def _verbs() -> dict[str, frozenset[str]]:
    records = data_file("actors")
    return {who: frozenset(words.split()) for who, words in records.items()}


def is_likely(view: View, clause: Clause) -> bool:
    """Whether verb, duty or address tell which of the two acts more probably.

    *Können* does not: *Kinder können eingeschult werden* may speak of either.
    """
    verbs = _verbs()
    if clause.modal == "können" and clause.negations:
        return False  # *Kann die Miete nicht gezahlt werden*: whoever cannot
    if clause.predicate in verbs["reader"] and (_past(clause) or _meant_for_others(view, clause)):
        return False  # *Die Mitglieder wurden gewählt*, *Den Gästen wird ein Buch gezeigt*
    if clause.predicate in verbs["reader"] and not _obliged(clause) and _MANY.search(view.text):
        return False  # *Die meisten Anträge werden online gestellt*: by all, not by the reader
    if clause.predicate in _PAYS_OR_ENDS and _of_others(view, clause):
        return False  # *Die Stelle wird bezahlt*, *Ihm kann gekündigt werden*: by whom else?
    if is_between_others(view, clause):
        return False
    told = _past(clause) and len(view.clauses) == 1 and not _SPOKEN_TO.search(view.text)
    if told and clause.predicate in _GIVEN_BY_ANYBODY:
        return False  # *Der Spielplatz wurde aus Spenden bezahlt*: news, and no letter
    if _past(clause) and view.text.startswith("Dies"):
        return False  # *Diese Verträge wurden geschlossen*: the sentence before says who
    known = clause.predicate in verbs["reader"] or clause.predicate in verbs["office"]
    obliged = _obliged(clause) and clause.modal != "können"
    if not (is_official(view) or clause.predicate in verbs["only_office"]) or (
        not known and _past(clause)
    ):
        return False  # *Die Münzen sollen verkauft werden*, *Sie wurden nicht verurteilt*
    if any(view.token(index).text.lower() in _FOCUS for index in clause.tokens):
        return False  # *Pro Person wird nur ein Ausweis ausgestellt*: *nur* would leave its noun
    if "nach Angaben" in view.text:
        return False  # who says it is named, and nobody who acts
    if _ON_REQUEST.search(view.text) and not known:
        return False
    return known or obliged or _RECEIVES.search(view.text) is not None


def names_office(view: View, clause: Clause) -> bool:
    """Whether the clause speaks of the office already, in another part than who acts."""
    return any(view.token(i).text in ("Amt", "Amts", "Amtes") for i in clause.tokens)


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
        office = _OFFICES.search(token.text) is not None and token.text not in ("Amt", "Behörde")
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
    verbs = _verbs()
    if likely is OFFICE and places_another(view, clause):
        return True
    subjects = [view.token(i.head) for i in clause.participants if i.role is Role.SUBJECT]
    readers = clause.predicate in verbs["reader"] and clause.predicate != "stellen"
    if _obliged(clause):
        readers = readers or clause.predicate in verbs["reader_if_duty"]
    public = clause.predicate in verbs["only_office"]
    if not (readers or public) and any(_MADE_BY_OTHERS.search(t.text) for t in subjects):
        return True
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
    return not known and _past(clause) and clause.question is not QuestionType.NONE


_MADE_BY_OTHERS = re.compile(
    r"(?i)(?:miet(?:e|en|erhöhung(?:en)?|vertr(?:ag|äge))|(?:neben|betriebs)kosten(?:abrechnung(?:en)?)?|kaution(?:en)?"
    r"|(?:schul|lehr)b(?:uch|ücher)|lernmittel|schulzeugnisse?|noten|hausaufgaben|unterricht|stundenpl(?:an|äne)"
    r"|l(?:ohn|öhne)|geh(?:alt|älter)|arbeits(?:vertrag|verträge|zeugnisse?|zeit(?:en)?)|lohnabrechnung(?:en)?"
    r"|rezepte?|atteste?|krankschreibung(?:en)?|diagnosen?)$"
)
"""What landlords, schools, employers and doctors see to."""
_WE = re.compile(r"\b(?:[Ww]ir|[Uu]ns)\b")
_SHOPS = re.compile(
    r"\b(?:Bus(?:se?n?)?|Bahn(?:en)?|Z(?:ug|uge?s|üge?n?)|[Gg]eschäfte?n?|Läden|Laden|Hotels?|Praxis)\b|[Vv]ermieter|[Aa]rbeitgeber"
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


def is_practical(view: View) -> bool:
    """Whether the text tells what people can do, get or must pay, or the sentence sets a rule:
    there each phrase may count."""
    return (
        is_official(view)
        or _PRACTICAL.search(view.document) is not None
        or view.once("sets-rules", _sets_rules)
    )


def _sets_rules(view: View) -> bool:
    """*Fenster sind geschlossen zu halten*, *Tickets können umgetauscht werden*: what has to be
    or may be done, by whomever, and nothing of what once was."""
    if any(_past(clause) for clause in view.clauses):
        return False
    return any(
        clause.voice is Voice.MODAL_PASSIVE
        or (clause.voice is Voice.PASSIVE and clause.modal in ("müssen", "dürfen", "können"))
        for clause in view.clauses
    )


_GIVEN_BY_ANYBODY = word_set(
    "bezahlen finanzieren fördern unterstützen organisieren durchführen reinigen räumen öffnen "
    "schließen geben verteilen schicken erstellen"
)
_PAYS_OR_ENDS = frozenset({"bezahlen", "zahlen", "kündigen"})


def is_between_others(view: View, clause: Clause) -> bool:
    """*Dem Käufer ist eine Belehrung zu geben*: the seller has to, neither reader nor office."""
    return any(
        item.role is Role.INDIRECT_OBJECT and _PRIVATE.search(view.token(item.head).text)
        for item in clause.participants
    )


_PRIVATE = re.compile(
    r"(?i)(?:käufer|mieter|verbraucher|kunde|patient|nehmer|beschäftigte|mitarbeiter|gast|gäste|schüler|mitglied"
    r"|verkäufer|vermieter|kind|bewohner)(?:in|innen|e?n|e?s|er|ern)*$"
)
"""Whom a shop, a landlord, a doctor or a club deals with, not only an office."""
_SPOKEN_TO = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
_WORK = re.compile(r"(?i)(?:stellen?|arbeit|tätigkeit|dienste?|stunden?|einsätze|einsatz)$")


def _of_others(view: View, clause: Clause) -> bool:
    """Whether work or a person is paid, or somebody who is not the reader is given notice."""
    if any(view.token(i).text.lower() in ("ihm", "ihr", "ihnen") for i in clause.tokens):
        return not any(view.token(i).text in ("Ihnen", "Ihr") for i in clause.tokens)
    return any(
        _WORK.search(view.token(item.head).text) is not None
        or names_somebody(view.token(item.head).text)
        for item in clause.participants
        if item.role is Role.SUBJECT
    )


_PRACTICAL = re.compile(
    r"\b(?:Euro|Cent|Uhr|Prozent|Termin|Kurse?|Kita|Schule?n?|Bus|Busse|Museum|Verein|Pflege|Notruf)\b"
    r"|\b[A-ZÄÖÜ]\w*rats?\b|gerichts?\b|ämter|kasse\b|[Dd]arlehen|[Ff]örder|[Bb]eihilfe|[Gg]estattet|[Uu]ntersag|[Ee]rlaubt"
    r"|[Ee]rmäßig|[Ee]intritt|[Mm]ieter|[Ww]ohnung|[Pp]rüfung|[Aa]nschluss|[Ss]irene|[Aa]larm|[Nn]otfall|[Ww]arnung"
    r"|[Ff]euerwehr|[Bb]ücherei|[Bb]ibliothek|[Ss]chwimm|[Ff]reibad|[Hh]altestelle|[Ff]riedhof|[Bb]auhof|[Ww]ahl(?:amt|lokal|leit|berecht|helf|schein)"
    r"|[Gg]utachten|[Vv]ersicherung|[Kk]ündig|[Ee]rstatt|[Bb]ehinderung|[Gg]utschein|[Öö]ffnungszeit|[Tt]elefon|[Ss]prechstunde"
    r"|[Bb]eratung|[Vv]orschrift|[Gg]esetz|[Vv]erordnung|[Pp]flicht|[Bb]etrieb|[Ss]traße|[Gg]rundstück|[Gg]ebäude|[Bb][aä]um|[Hh]und|[Aa]rchiv|[Rr]athaus|\bRaten?\b|[Bb]eitr(?:a|ä)g|[Kk]onto\b|[Rr]echnung|\w{3,}geld(?:e?s)?\b|\bKosten\b|[Bb]escheinig"
    r"|[Aa]ngebot|[Bb]etreu|[Tt]eilnahme|[Tt]eilnehm|[Tt]urnhalle|[Vv]eranstaltung|[Ss]tadtwerk|[Ss]tadtgebiet|[Kk]leingart|[Mm]ängel|[Hh]alter\b"
    r"|[Kk]rankenkass|[Ii]mpf|[Vv]ertrag|[Ff]ahrplan|[Bb]ewillig|[Aa]nspruch|[Ee]hrenamt|[Vv]erboten|[Hh]afte[nt]\b|[Aa]potheke|[Zz]eug(?:e|en)\b|[Ww]arteliste|[Bb]earbeitung|[Ff]ahrschein|[Rr]ollstuhl"
    r"|[Bb]ehörden|\b[Dd]aten\b|erforderlich|\bnötig\b|[Ff]undb|[Ff]undsache|[Zz]ählerst|[Uu]rkunde|[Bb]enutzbar|[Bb]ewerb|[Nn]achlass|[Ee]rbe[nr]?\b|[Ee]rbschaft|[Tt]estament|[Uu]mzieht|[Uu]mziehen|\bAkten?\b|[Ff]örster"
)


def is_official(view: View) -> bool:
    """Whether the text is between an office and its citizens, by the words it uses."""
    return _OFFICIAL.search(view.document) is not None


_OFFICIAL = re.compile(
    r"\b(?:Sie|Ihnen|Ihre?[nrms]?)\b|\b[Bb]itte\b|\b(?:Stadt|Gemeinden?|Kommunen?|Behörde|Amt|Landkreis)\b|amt(?:e?s)?\b"
    r"|behörde|[Vv]erwaltung|[Aa]ntr[aä]g|[Bb]eantrag|[Bb]escheid|[Gg]ebühr|[Ff]ormular|[Aa]nmeld|[Ff]rist"
    r"|[Gg]enehmigung|[Ee]rlaubnis|[Bb]ußgeld|[Aa]usweis|[Ss]teuer|[Ss]atzung|[Uu]nterlagen|[Nn]achweis"
    r"|[Ww]iderspruch|[Zz]uschuss|[Bb]etreten|[Pp]arke?n?\b|[Tt]onne|[Aa]bfall|[Mm]üll|[Ff]ahrzeug|[Gg]ehweg"
    r"|\b[Bb]ürger|stelle\b|[Ee]ntgelt|[Bb]eleg|[Ll]eistung|[Ee]inkommen|[Kk]ostenlos|[Uu]nentgeltlich|[Zz]ulassung|[Vv]ollmacht"
)


_FOCUS = frozenset({"nur", "lediglich", "ausschließlich"})
_MANY = re.compile(r"\b(?:Großteil|meisten|Mehrheit|Hälfte|Drittel|Prozent|immer mehr|Anteil)\b")


def _past(clause: Clause) -> bool:
    return clause.tense not in (Tense.PRESENT, Tense.FUTURE)


def _meant_for_others(view: View, clause: Clause) -> bool:
    """Somebody who is neither reader nor office gets it, so the reader hardly gives it."""
    return not _obliged(clause) and any(
        item.role is Role.INDIRECT_OBJECT and view.token(item.head).tag == "NN"
        for item in clause.participants
    )


def _obliged(clause: Clause) -> bool:
    """A modal or *ist … zu*: somebody's duty or permission."""
    return bool(clause.modal) or clause.voice is Voice.MODAL_PASSIVE


def _meant_for_office(view: View, clause: Clause) -> bool:
    """*dem Amt mitzuteilen*: who receives it does not do it."""
    return any(
        item.role is Role.INDIRECT_OBJECT and _OFFICES.search(view.token(item.head).text)
        for item in clause.participants
    )


def is_office(noun: str) -> bool:
    """Whether a noun names an office or a public body by its ending."""
    return _OFFICES.search(noun) is not None or _BODIES.search(noun) is not None


_BODIES = re.compile(
    r"(?i)(?:polizei|feuerwehr|agentur|ministerium|jobcenter|versicherung|staat|bund|verband|kammer|träger|trägern)$"
)


_OFFICES = re.compile(
    r"(?:amt|amte|behörde|stelle|büro|verwaltung|gericht|stadt|gemeinde|kreis|kasse|kommune|leitung)$",
    re.IGNORECASE,
)


_CONDITIONS_SET = frozenset({"Auflage", "Bedingung", "Bescheid", "Erlaubnis", "Genehmigung"})
_CLEARED = re.compile(r"(?i)müll|abfall|abfälle|tonne|schnitt|schrott|geräte|laub")
_ON_REQUEST = re.compile(r"\b[Aa]uf (?:\w+ )?(?:Antrag|Wunsch|Anfrage|Verlangen)\b")


def _is_spoken_to(view: View, clause: Clause) -> bool:
    """Whether the clause itself names the reader (*Bitte beachten Sie:* before it does not)."""
    return any(view.token(i).text in ("Sie", "Ihnen") for i in clause.tokens)


_RECEIVES = re.compile(r"\bIhnen\b")


def befalls(clause: Clause) -> bool:
    """*Grenzwerte werden überschritten*: neither reader nor office is told to do such a thing."""
    return clause.predicate in _verbs()["nobody"] and not _obliged(clause)


def tells_of_others(view: View, clause: Clause) -> bool:
    """*Die Brücke wurde 1912 eröffnet*, *Die Gruppe wird für die Tat verantwortlich gemacht*: what
    once was done; and what neither office nor reader mostly does, where a text knows neither."""
    if _SPOKEN_TO.search(view.text) is not None or _obliged(clause):
        return False
    if is_official(view):
        return _past(clause) and _LONG_AGO.search(view.text) is not None
    known = any(clause.predicate in _verbs()[who] for who in ("office", "reader"))
    return _past(clause) or not (known or is_practical(view))


_LONG_AGO = re.compile(r"\b1\d{3}(?:er)?\b|Jahrhundert|Mittelalter")


def likely_actors(view: View, clause: Clause) -> tuple[Actor, Actor]:
    """Reader and office, the likelier first.

    By the verb (an office grants, a reader applies); a sentence that speaks to the reader as
    receiver has the office act; else a duty or a permission is the reader's, a plain fact the
    office's.
    """
    verbs = _verbs()
    asked = _ON_REQUEST.search(view.text) is not None
    if asked and (clause.predicate in verbs["office"] or clause.predicate == "stellen"):
        return OFFICE, READER  # *ist auf Antrag zu befreien*, *kann auf Wunsch gestellt werden*
    if _RECEIVES.search(view.text) and not _obliged(clause):
        return OFFICE, READER  # *wird Ihnen angezeigt*: nobody shows it to themselves
    if any(
        item.role is Role.INDIRECT_OBJECT and view.token(item.head).text.lower() == "uns"
        for item in clause.participants
    ):
        return READER, OFFICE  # *Wird uns der Auszug nicht mitgeteilt*: who writes is told
    things = {view.token(item.head).lemma for item in clause.participants}
    if clause.predicate == "versehen" and things & _CONDITIONS_SET:
        return OFFICE, READER  # *kann mit Auflagen versehen werden*
    own = clause.predicate in verbs["reader_noun_verbs"] and bool(things & verbs["reader_nouns"])
    if (
        clause.predicate == "abholen"
        and clause.modal == "können"
        and not _CLEARED.search(view.text)
    ):
        return READER, OFFICE  # *Fundsachen können abgeholt werden*
    if any(thing.endswith("bescheid") for thing in things):
        return OFFICE, READER  # *Der Steuerbescheid wird elektronisch bereitgestellt*
    if clause.predicate in verbs["reader"] or own:
        return READER, OFFICE
    obliged = _obliged(clause)
    duty = obliged and clause.modal != "können" and clause.predicate in verbs["reader_if_duty"]
    if _meant_for_office(view, clause) or duty:
        return READER, OFFICE
    if clause.predicate in verbs["office"] or _is_spoken_to(view, clause):
        return OFFICE, READER
    if view.text.rstrip().endswith("?") and ":" not in view.text:
        return READER, OFFICE  # *Der Hund wird verkauft?*: what is the reader's own
    if clause.negations and clause.question is not QuestionType.NONE:
        return READER, OFFICE  # *Der Garten wird nicht bewirtschaftet?*: whoever fails to do it
    return (READER, OFFICE) if obliged else (OFFICE, READER)
