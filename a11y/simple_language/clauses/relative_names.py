"""A relative clause behind a name only adds to it: it becomes a sentence that says the name again.

*In Zwickau arbeitete August Horch, der dort eine Fabrik gründete.* → *In Zwickau arbeitete August
Horch. August Horch gründete dort eine Fabrik.* A name means one thing with its clause or without.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.analysis import Clause, ClauseKind, Token
from a11y.simple_language.clauses.antecedents import own_nominative
from a11y.simple_language.clauses.pairs import closed
from a11y.simple_language.grammar import nominal
from a11y.simple_language.grammar.fields import Part, rest, stands_alone
from a11y.simple_language.grammar.verb_second import parted_finite
from a11y.simple_language.view import View
from a11y.simple_language.wording import sentence, text_of, word_set

_PARTICLES = word_set("von van de del der zu da")


def name_said_again(view: View, clause: Clause, found: Part) -> str | None:
    """The two sentences; None where the clause may mean another noun or its forms are not sure."""
    pronoun = found.tokens[0]
    if pronoun.tag != "PRELS" or pronoun.text.lower() not in ("der", "die", "das"):
        return None
    behind = view.after(found.tokens[-1])
    if behind is not None and behind.tag == "KON":
        return None  # *der Arzt wurde und ein Heim leitete*: it has a second half
    comma = view.after(pronoun, -1)
    name = _name_before(view, comma) if comma is not None and comma.text == "," else ()
    finite = view.token(clause.finite) if clause.finite is not None else None
    if not name or finite is None or not _only_it(view, name, pronoun):
        return None
    told = view.in_clause(name[-1])
    if told is None or told.kind is not ClauseKind.MAIN or view.text.rstrip().endswith("?"):
        return None
    body = found.tokens[1:]
    if body[-1] is not finite or own_nominative(view, clause, body):
        return None
    if any(t.text in (",", ":", "–") or t.tag in ("PRELS", "KOUS") for t in body):
        return None
    main = rest(view, found)
    if not main or not stands_alone(view, told, main) or main[0].text == ":":
        return None
    article = view.after(name[0], -1)
    with_article = article is not None and article.tag in ("ART", "APPRART")
    second, particle = parted_finite(finite)
    who = text_of(name, inside=False)
    if len(name) == 1 and article is not None and article.tag == "NN":
        titled = _with_title(view, article, who, pronoun)
        if titled is None:
            return None
        who = titled
    who = f"{pronoun.text.lower()} {who}" if with_article else who
    statement = sentence(who, second, text_of(body[:-1]), particle)
    first = closed(main)
    return f"{statement}\n{first}" if _leans(main, name) else f"{first}\n{statement}"


def _with_title(view: View, title: Token, name: str, pronoun: Token) -> str | None:
    """*Frau Meier*, *die Firma Meier*: one name alone is rude, or means another thing."""
    article = view.after(title, -1)
    led = article is not None and article.tag in ("ART", "APPRART", "ADJA")
    gender = {"der": "Masc", "die": "Fem", "das": "Neut"}[pronoun.text.lower()]
    if title.text in ("Herr", "Herrn"):
        form: str | None = "Herr"
    else:
        form = nominal.noun_in(title.text, "Nom", "Sing", gender=gender)
    return form and f"{pronoun.text.lower() + ' ' if led else ''}{form} {name}"


def _name_before(view: View, comma: Token) -> tuple[Token, ...]:
    """The run of names right before the comma, without a title."""
    name: list[Token] = []
    token = view.after(comma, -1)
    while token is not None and _is_name(view, token):
        name.insert(0, token)
        token = view.after(token, -1)
        part = token is not None and token.text in _PARTICLES and name
        before = view.after(token, -1) if part and token is not None else None
        if part and token is not None and before is not None and before.tag == "NE":
            name.insert(0, token)
            token = before
    return tuple(name)


def _is_name(view: View, token: Token) -> bool:
    if token.tag == "NE":
        return True
    before = view.after(token, -1)
    unknown = token.tag == "NN" and not nominal.noun_readings(token.text)
    return unknown and before is not None and before.text.lower() == "die"


def _only_it(view: View, name: Sequence[Token], pronoun: Token) -> bool:
    """Whether nothing but the name can be meant: *die Regierung in Wien, die* may mean either."""
    before = view.after(name[0], -1)
    if before is not None and before.tag in ("ART", "APPRART"):
        owner = view.after(before, -1) if before.tag == "ART" else None
        if owner is not None and owner.tag == "NN":
            return False  # *Angehörige der EU, die hier wohnen*
        before = owner if before.tag == "ART" else before
    if before is None:
        return True
    if before.tag in ("KON", "TRUNC", "CARD") or before.text in (",", "/", "("):
        return False
    if before.tag in ("APPR", "APPRART"):
        holder = view.after(before, -1)
        return holder is None or holder.tag not in ("NN", "NE", "ADJA")
    if before.tag in ("NN", "NE"):  # a title: *die Sängerin Sarah Connor, die*
        genders = {g for _, n, g in nominal.noun_readings(before.text) if n == "Sing"}
        wanted = {"der": "Masc", "die": "Fem", "das": "Neut"}[pronoun.text.lower()]
        return wanted in genders and not name[-1].text.endswith("s")
    return True


def _leans(main: Sequence[Token], name: Sequence[Token]) -> bool:
    """Whether a pronoun behind the name may stand for something the clause tells."""
    return any(
        t.index > name[-1].index and t.tag in ("PPER", "PDS", "PAV", "PROAV") and t.text != "Sie"
        for t in main
    )
