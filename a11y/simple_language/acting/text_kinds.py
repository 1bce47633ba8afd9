"""What kind of text it is: between an office and its citizens, or one that people act on."""

from __future__ import annotations

import re

from a11y.language.analysis import Voice
from a11y.simple_language.grammar.verbal import is_past
from a11y.simple_language.view import View


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
    if any(is_past(clause) for clause in view.clauses):
        return False
    return any(
        clause.voice is Voice.MODAL_PASSIVE
        or (clause.voice is Voice.PASSIVE and clause.modal in ("müssen", "dürfen", "können"))
        for clause in view.clauses
    )


SPOKEN_TO = re.compile(r"\b(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
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
