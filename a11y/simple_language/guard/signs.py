"""What the guard reads in the letters of a text: words that carry numbers, limits, modality …"""

from __future__ import annotations

import re

from a11y.language import number_words
from a11y.simple_language.wording import word_list


def _one_of(classes: dict[str, str]) -> re.Pattern[str]:
    """One pattern whose named group tells the class: a text is read once, not once a class."""
    alternatives = "|".join(f"(?P<{name}>{pattern})" for name, pattern in classes.items())
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


_MONTH_NAMES = word_list(
    "januar februar märz april mai juni juli august september oktober november dezember"
)
MONTHS = {month: f"month-{number}" for number, month in enumerate(_MONTH_NAMES, start=1)}
ROMAN = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}

_WITHOUT = (
    r"ohne(?! (?:Unterlass|Zweifel|jeden Zweifel|Frage|weiteres)\b)|exkl"
    r"|unter (?:Verzicht auf|Ausschluss)|mangels|in Abwesenheit|unbefugt|eigenmächtig|unangemeldet"
    r"|vergeblich|(?:erfolg|ergebnis|grund|ausnahms|wort|kommentar|klag|problem|anstands|ziel|pausen)los"
)
NEGATIONS = re.compile(
    r"\b(?:(nicht(?! (?:selten|zuletzt)\b))"
    r"|(kein(?:e|er|es|em|en)?(?:sfalls|swegs|rlei|ster)?|mitnichten)"
    rf"|(nie|niemals)|(nichts)|(niemand\w*)|(weder)|({_WITHOUT})|(nirgend\w*))\b",
    re.IGNORECASE,
)
_POSSIBLE = r"(?:finden|sehen|erreichen|entnehmen|lesen|hören)\b"
"""*ist zu finden*: what can be done, no duty."""
_PARTED = (
    r"(?-i:(?:ab|an|auf|aus|bei|dar|durch|ein|entgegen|fern|fest|fort|frei|her|hin|klar|mit|nach"
    r"|offen|sicher|vor|weg|weiter|wieder|zurück|zusammen)zu[a-zäöüß]{2,}e[rl]?n)\b"
)
"""*ist beizufügen*: the *zu* inside a verb that parts."""
_MODALS = {
    "must": r"muss|musst|müssen|müsst|musste\w*|müsste\w*|verpflichtet"
    r"|(?:ist|sind) (?:(?!nicht\b)(?:\d+\.|[^.,;\s]+) )*?zu (?!(?:den|einen|ihren|allen)\b)"
    rf"(?!{_POSSIBLE})\w+e[rl]?n\b(?! (?-i:[A-ZÄÖÜ][\wäöüß]+ \w*ge\w+(?:t|en)\b))"
    rf"|(?:ist|sind) (?:(?!nicht\b)(?:\d+\.|[^.,;\s]+) )*?{_PARTED}"
    r"|(?-i:[ABDEFHKMNOSVWZ](?!uszubild)[a-zäöü]+zu[a-zäöüß]{2,}e[rl]?n) (?:ist|sind)"
    # *Vorzulegen sind:*; *Zum Termin sind der Pass, ein Foto und der Vertrag mitzubringen*
    rf"|sind (?:d(?:er|ie|as)|eine?|Ihre?) (?>[^.;]*?, )(?>[^.;]*? und )[^.;]*{_PARTED}"
    r"|ha(?:ben|t) (?:(?!(?-i: [a-zäöü]*ge[a-zäöüß]+t )zu)[^.,])*\bzu "
    r"(?!(?:den|einen|ihren|allen)\b)\w+e[rl]?n\b(?! [A-ZÄÖÜ])"
    r"|ha(?:ben|t) [^.,]*(?:, d(?:ie|as|er|e[nm]|enen|eren) [^.,]*, [^.,]*)?\w+zu(?!ng)\w+en"
    r"|\w*verpflichtung|\w*pflicht|obligatorisch\w*|verpflichtend\w*",
    "can": r"kann|kannst|können|könnt|konnte\w*|könnte\w*|(?<!nach )möglichkeit|(?<!wie )möglich"
    r"|ermöglich(?:e[nt]?|st|t\w*)"
    r"|(?<!\w)in der lage(?!\w)|imstande"
    rf"|(?:ist|sind) (?:[^.,;]* )?zu {_POSSIBLE}",
    "may": r"darf|darfst|dürfen|dürft|durfte\w*|dürfte\w*|berechtigt|erlaub(?:t\w*|en?\b)"
    r"|zulässig\w*|befugt|gestatte(?:t\w*|n?\b)|das recht"
    r"|(?:ist|sind) (?:(?!nicht\b)(?:\d+\.|[^.,;\s]+) )*?nicht (?:[^.,;\s]+ )*?"
    rf"(?:zu (?!den\b)\w+e[rl]?n\b|{_PARTED})",
    # *Sollten Sie umziehen, …* is a condition
    "should": r"soll|sollst|sollen|sollt|(?<!^)(?<!\n)(?<![.!?] )sollte\w*",
    "forbidden": r"verboten\w*|(?-i:verbot\b)|untersagt\w*|unzulässig\w*",
    "want": r"will|willst|wollen|wollt|wollte\w*|möchte\w*|beabsichtig\w*",
}
MODAL_PATTERN = _one_of(_MODALS)
CONDITIONS = re.compile(
    r"\b(?:wenn|falls|sofern|soweit|solange|außer|es sei denn|unter der Bedingung|ausgenommen"
    r"|mit Ausnahme|abgesehen von|für den Fall|im Falle?, da[sß]s?)\b"
    r"|\bvorausgesetzt\b|\bAusnahme:|\?\s+(?:Nur |Auch |Erst )?[Dd]ann\b|\?\s+So lange\b"
    r"|\bje \w+[^.?!]*, (?:desto|umso)\b|\bund (?:zwar )?dann\b|^(?:Soll(?:te|ten)) ",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT = rf"(?:\d+|{number_words.PATTERN}\b)"
"""A number, in figures or as a word: *unter sechs Jahren* says as much as *unter 6 Jahren*."""
_LIMITS = {
    "within": r"innerhalb|binnen",
    "until": r"bis(?! zu\b)|spätestens",
    "from": r"ab(?= \d| dem| der| sofort| jetzt)|frühestens",
    "least": r"mindestens|mind\.|wenigstens|zumindest",
    "most": r"höchstens|maximal|max\.|bis zu\b",
    # *vor Ort*, *vor allem*, *nach wie vor* and *legen … vor* set no limit in time.
    "before": r"(?<!nach wie )vor(?!-|\s*(?:[,.;:?!)]|$)| (?:Ort|allem)\b)|vorher|zuvor",
    "earliest": r"frühestens",
    "first": r"erst(?! (?:ein)?mal\b)",
    "since": r"seit(?! (?:kurzem|langem)\b)",
    "between": rf"zwischen(?= {_COUNT})",
    "only": r"nur|lediglich|ausschließlich|allein(?:e|ig)?",
    "perhaps": r"gegebenenfalls|bei bedarf|ggfs?\.?|eventuell|evtl\.?|vielleicht|möglicherweise",
    "alternative": r"oder|beziehungsweise|bzw\.?|sowie/oder|o\. ?[Ää]\.",
}
LIMIT_PATTERN = _one_of(_LIMITS)
_QUANTITIES = {
    "minute": r"minuten?|min\.|minütig\w*",
    "hour": r"(?:arbeits)?stunden?|std\.?|stündlich\w*|\w+stündig\w*",
    "day": r"(?:arbeits|werk|kalender|schul|ferien|urlaubs)?tag(?:e|en|es|s)?|täglich\w*"
    r"|\w+tägig\w*",
    "week": r"(?:kalender|arbeits)?wochen?|wöchentlich\w*|\w+wöchig\w*",
    "month": r"(?:kalender)?monat(?:e|en|es|s)?|monatlich\w*|\w+monatig\w*",
    "year": r"(?:kalender|schul|kita|halb|viertel)?jahr(?:e|en|es|s)?|jährlich\w*"
    r"|(?<!\d\. )lebensjahr(?:e|en|es|s)?"  # *bis zum 18. Geburtstag* says the same
    r"|\w+jährig\w*|p\. ?a\.",
    "euro": r"euro|eur", "cent": r"cent", "percent": r"prozent",
    "metre": r"metern?|m(?!\. ?E\.)", "kilometre": r"kilometern?|km",
    "square": r"quadratmetern?|qm|m²",
    "kilo": r"kilo(?:gramm)?|kg", "litre": r"litern?|(?<=\d )l",
    "all": r"(?<!vor )alle[rnsm]?|jede[rnsm]?(?! (?:Tag|Woche|Monat|Jahr|Stunde)\b)|sämtlich\w*"
    r"|jegliche\w*|(?<!wie )immer(?! wieder)|stets"
    r"|(?:je|pro)(?! (?:Tag|Woche|Monat|Jahr|Stunde)\b)(?= (?-i:[A-ZÄÖÜ]))",
    "together": r"(?:insgesamt|zusammen)(?= (?:\w+ )?\d)",
    "each": r"jeweils(?= (?:\w+ )?\d)",
    "some": r"einige[rnsm]?|manche[rnsm]?|mehrere[rnsm]?|manchmal|teilweise|zum teil",
    "many": r"viele[rnsm]?|zahlreiche\w*|häufig|oft|meist(?:e[rnsm]?|ens)?|etliche\w*",
    "few": r"wenige[rnsm]?|selten", "both": r"beide[rnsm]?",
    "half": r"hälfte|halbe[rnsm]?", "double": r"doppelt\w*|zweifach\w*|verdoppel\w*",
    "triple": r"dreifach\w*|verdreifach\w*",
    "about": rf"(?:ungefähr|etwa|circa|ca\.|rund|annähernd)(?= {_COUNT})",
    "exactly": rf"genau(?= {_COUNT})",
    "power": r"ps", "kilowatt": r"kw|kilowatt", "ton": r"tonnen?", "gram": r"gramm|g",
    "hectare": r"hektar|ha", "millimetre": r"millimetern?|mm", "centimetre": r"zentimetern?|cm",
    "speed": r"km/h|kilometern? (?:in der|pro) stunde", "degree": r"grad",
    "more": rf"mehr als|über(?= {_COUNT})|mehr(?= \w+ als)|höher\w*|größer\w*|länger\w*|älter\w*"
    rf"|später|ab(?= {_COUNT} Jahren)",
    "less": rf"weniger|unter(?= {_COUNT})|niedriger\w*|kleiner\w*|kürzer\w*|jünger\w*|früher",
}  # fmt: skip
QUANTITY_PATTERN = _one_of(_QUANTITIES)
KIND_NAMES = {
    "forbidden": "verboten",
    "must": "müssen", "can": "können", "may": "dürfen", "should": "sollen", "want": "wollen",
    "within": "innerhalb", "until": "bis", "from": "ab", "least": "mindestens", "most": "höchstens",
    "before": "vor", "earliest": "frühestens", "first": "erst", "only": "nur",
    "alternative": "oder", "perhaps": "vielleicht", "together": "insgesamt", "each": "jeweils",
    "minute": "Minute", "hour": "Stunde", "day": "Tag", "week": "Woche", "month": "Monat",
    "year": "Jahr", "euro": "Euro", "cent": "Cent", "percent": "Prozent", "metre": "Meter",
    "kilometre": "Kilometer", "square": "Quadratmeter", "kilo": "Kilogramm", "litre": "Liter",
    "all": "alle", "some": "einige", "many": "viele", "few": "wenige", "both": "beide",
    "half": "halb", "double": "doppelt", "triple": "dreifach", "about": "ungefähr",
    "exactly": "genau", "power": "PS", "kilowatt": "Kilowatt", "ton": "Tonne", "gram": "Gramm",
    "hectare": "Hektar", "millimetre": "Millimeter", "centimetre": "Zentimeter",
    "speed": "Kilometer in der Stunde", "degree": "Grad", "since": "seit",
    "between": "zwischen", "more": "mehr", "less": "weniger",
}  # fmt: skip
"""What the classes of modal verbs, limits and quantities are called before editors."""
SIGNS = {"€": " Euro", "%": " Prozent"}
POINTED = re.compile(
    r"\b(?:(?:Abs|Art|Nrn?|Ziff|lit|Buchst|Tel)(?=\. ?[\da-zäöü(§])"
    r"|(?:gem|lt|inkl|exkl|einschl|zzgl|bzgl|bspw|vgl|Dr|Prof|Hrn?|St)(?=\. ?[\wÄÖÜ(§]))\."
)
"""*hat nach § 3 Abs. 2 … zu erfolgen*: the point of an abbreviation ends no sentence."""
LIMIT_FREE = frozenset({"before", "until", "from", "first"})
_ADDRESSES = {
    "Sie": r"(?<![.!?:] )(?<!^)(?<!- )\b(?:Sie|Ihnen|Ihr(?:e|er|es|em|en)?)\b",
    "du": r"\b(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein\w*|[Ee]uch|[Ee]uer|[Ee]ure\w*)\b",
    "wir": r"\b(?:[Ww]ir|[Uu]ns|[Uu]nser\w*)\b",
    "ich": r"\b(?:[Ii]ch|[Mm]ich|[Mm]ir|[Mm]eine?[rsmn]?)\b",
    "man": r"\b[Mm]an\b",
}
ADDRESS_PATTERNS = {name: re.compile(pattern, re.MULTILINE) for name, pattern in _ADDRESSES.items()}
ANY_SIE = re.compile(r"\b(?:Sie|Ihnen|Ihr(?:e|er|es|em|en)?)\b")
SHE = re.compile(
    r"(?:^|[.!?:] )Sie (?:wird|ist|hat|kann|muss|soll|darf|gilt|war|wurde|hatte|kostet|bekommt"
    r"|beträgt|dauert|braucht|steht|liegt|findet|besteht|erfolgt|endet|beginnt)\b",
    re.MULTILINE,
)
"""*Die Genehmigung … Sie wird erteilt*: no reader takes a singular verb."""
THEY = re.compile(r"\b(?:sie|ihnen|ihr|ihre[nmrs]?)\b")
SIE_ACTS = re.compile(r"(?:^|[.!?:] )Sie (?:\w+en|sind|tun|sollten)\b", re.MULTILINE)
"""*Sie* first and a plural verb: the reader, unless other people are named before."""
YOUR = re.compile(r"(?:^|[.!?:] )Ihr(?:e[mnrs]?)? [A-ZÄÖÜ]", re.MULTILINE)
NOUN = re.compile(r"(?<![.!?:\n„\"-] )(?<!^)(?<!\n)(?<![\w-])(?!Hrn\b)[A-ZÄÖÜ][\wäöüß-]{2,}")
COMPARED = re.compile(r"\b([a-zäöüß]{3,}?)er(?:e[nrsm]?)? als\b")
"""*lauter als*: what is compared, told by its own word."""
