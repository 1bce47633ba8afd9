"""A Präteritum told in the Perfekt: *Das Amt prüfte* → *Das Amt hat geprüft*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language.analysis import (
    Clause,
    ClauseKind,
    Mood,
    Token,
)
from a11y.language.lexicon import tables
from a11y.simple_language.grammar import verbal
from a11y.simple_language.grammar.haben_or_sein import perfect_auxiliary
from a11y.simple_language.grammar.subjects import subject_tokens
from a11y.simple_language.view import View
from a11y.simple_language.wording import capital, word_set

KEEPS_PRETERITE = verbal.AUXILIARIES | verbal.MODALS | {"heißen", "gehören", "unterliegen"}


def before_infinitive(view: View, clause: Clause) -> int | None:
    """The comma of *Das Amt verbot ihm, den Hof zu nutzen*, read as one clause; None elsewhere.

    The participle stands before it: *Das Amt hat ihm verboten, den Hof zu nutzen*.
    """
    inside = [view.token(i) for i in clause.tokens]
    commas = [t for t in inside if t.text == ","]
    if clause.kind is not ClauseKind.MAIN or clause.finite is None or len(commas) != 1:
        return None
    comma = commas[0].index
    behind = [t for t in inside if t.index > comma and any(c.isalnum() for c in t.text)]
    if comma < clause.finite or len(behind) < 2 or any(t.tag.endswith("FIN") for t in behind):
        return None
    to = behind[-1].tag == "VVIZU" or (behind[-2].tag == "PTKZU" and behind[-1].tag.endswith("INF"))
    return comma if to and behind[0].tag not in ("KOUS", "KON") else None


_TO = frozenset({"pflegen", "scheinen", "vermögen"})
_ABOUT_IT = word_set("davon darüber dazu dabei daran damit dafür dagegen darauf daraus darum")


def _loose_particle(tokens: Sequence[Token], clause: Clause) -> bool:
    """*kehrte er zurück nach Kiel*, *brach jedoch auseinander*, *heizte sich auf* (no dictionary
    has *aufheizen*): half of another verb."""
    if any(t.tag == "PTKVZ" and t.text.lower() in _ABOUT_IT for t in tokens):
        return True  # *machte keinen Gebrauch davon*
    if any(t.text[:1] in "−-+" and t.text[1:].strip(",.").isdigit() for t in tokens) or any(
        t.text in ("−", "†") for t in tokens
    ):
        return True  # *lag bei −5 Grad*
    return any(
        t.tag == "PTKVZ" and not clause.predicate.startswith(t.text.lower()) for t in tokens
    ) or any(
        (t.tag == "ADV" and f"{t.text.lower()}{clause.predicate}" in tables.verb_classes())
        or (t.index not in clause.verbs and t.text.lower() in _PARTICLES)
        for t in tokens
    )


_PARTICLES = word_set(
    "auseinander zusammen zurück fort weg entgegen hinzu hinaus heraus hinein herein hinauf herauf "
    "hinunter herunter hinab herab hinüber herüber herum umher hervor empor nieder voran voraus "
    "vorbei vorüber davon überein zugrunde zunichte zustande zuteil anheim bevor abhanden beiseite "
    "hierher dorthin aufeinander aneinander hinweg hinterher heim"
)


def _other_verb(tokens: Sequence[Token], clause: Clause) -> bool:
    """*ging noch nicht bei Fuß, aber die Leine hing durch*: two clauses read as one."""
    others = [t for t in tokens if t.index not in clause.verbs]
    return any(t.tag.endswith("FIN") or (t.tag == "XY" and t.text.islower()) for t in others)


def in_perfect(view: View, clause: Clause, finite: Token) -> tuple[tuple[Token, ...], str] | None:
    """(the tokens rewritten, what stands in their place)."""
    tokens = _up_to_tail(verbal.run(view, clause, commas=True), view, clause, finite)
    tokens = tokens or _behind_relative(view, clause, finite)
    person = verbal.person_of(finite, who=subject_tokens(view, clause))
    done = verbal.participle(clause.predicate)
    if clause.predicate.endswith("schaffen") and finite.text.lower().startswith("schuf"):
        done = done and done.replace("geschafft", "geschaffen")
    if tokens is None or person is None or done is None or not _reads_past(finite, clause):
        return None
    if _told_of_another(view, clause, finite, tokens):
        return None
    if _runs_on(view, clause, finite, tokens) or _is_no_statement(view, clause, finite, tokens):
        return None
    if _says_another_thing(view, clause, tokens) or not verbal.whole_lists(tokens, finite):
        return None
    auxiliary = perfect_auxiliary(view, clause, person)
    if auxiliary is None:
        return None
    second = clause.kind is ClauseKind.MAIN
    changes = (_second if second else _last)(view, clause, finite, tokens, auxiliary, done)
    if changes is None:
        return None
    return tokens, verbal.retouched(view, tokens[0].index, tokens[-1].index, changes)


def _told_of_another(view: View, clause: Clause, finite: Token, tokens: Sequence[Token]) -> bool:
    """Whether somebody else is named behind a joint: *Er kam und mit ihm sein Bruder*, *Sie sagte
    nichts und er auch nicht*; or a verb at the end is the main clause's: *Sie ging, als er kam,
    und weinte*, *Der eine lachte, der andere weinte*."""
    if clause.kind is ClauseKind.MAIN:
        behind = [t for t in tokens if t.index > finite.index]
        return any(
            a.tag == "KON"
            and (
                (b.tag == "PPER" and b.text in _NOMINATIVE)
                or b.text == "auch"
                or (b.text.lower() == "mit" and _next_text(view, b) in ("ihm", "ihr", "ihnen"))
            )
            for a, b in pairwise(behind)
        )
    own = [view.token(i) for i in range(min(clause.tokens), finite.index + 1)]
    if any(a.text == "," and b.text in ("und", "oder") for a, b in pairwise(own)):
        return True
    opens = next((t for t in own if t.text != ","), finite)
    told = any(c.kind is ClauseKind.MAIN and c.finite is not None for c in view.clauses)
    if not told and opens.tag not in ("PRELS", "PRELAT", "KOUS"):
        return True  # *Der Mann, der hier wohnt, und seine Frau kamen*
    before = view.after(opens, -1)
    if opens.tag == "KON" and before is not None and before.text == ",":
        return True
    if clause.kind is not ClauseKind.RELATIVE:
        return False
    return any(
        a.text in ("der", "die", "das") and b.text in ("andere", "anderen", "zweite")
        for a, b in pairwise(own)
        if b.index + 1 == finite.index
    )


_NOMINATIVE = frozenset({"er", "ich", "wir", "du"})


def _next_text(view: View, token: Token) -> str:
    following = view.after(token)
    return following.text if following is not None else ""


def _runs_on(view: View, clause: Clause, finite: Token, tokens: Sequence[Token]) -> bool:
    """Whether the clause may go on behind the words that were taken for it."""
    closes = tokens[-1].index == finite.index
    if verbal.may_be_relative(view, clause):
        return True
    if clause.kind is ClauseKind.MAIN and tokens[-1].tag in ("KON", "KOKOM", "ART", "APPR"):
        return True  # *Bands wie „Wir sind Helden“*: the phrase goes on behind the clause
    if closes and max(clause.tokens) > finite.index + 1:
        return True  # *erfolgte, zumindest bei mir, immer schmerzfrei*: it goes on behind an aside
    if tokens[-1].text.endswith(".") and not closes:
        return True  # *Er kam spät.* may be read as an abbreviation
    behind = view.after(tokens[-1])
    if behind is not None and behind.text == "." and view.after(behind) is not None:
        return True  # *um 1000 v. Chr., als …*: the full stop belongs to an abbreviation
    following = view.after(finite)
    further = view.after(following) if following is not None else None
    twice = following is not None and following.tag == "KON"
    if twice and further is not None and further.tag == "VVFIN":
        return True  # *entwickelte und verbesserte die Methode*: both have the object
    if any(t.text in ("-", "–", "--", "—") for t in tokens):
        return True  # *im ganzen Raum – eine Praxis, die …*: the participle would stand behind it
    return _loose_particle(tokens, clause) or _other_verb(tokens, clause)


def _is_no_statement(view: View, clause: Clause, finite: Token, tokens: Sequence[Token]) -> bool:
    """Whether what was read as a main clause is none, or has an aside behind its verb."""
    if clause.kind is not ClauseKind.MAIN:
        return False
    following = view.after(finite)
    comma = following is not None and following.text == ","
    if tokens[-1].index != finite.index:
        return (
            comma and tokens[-1].index > finite.index
        )  # *Das Haus brannte, nicht aber die Scheune*
    opens = view.after(following) if comma and following is not None else None
    if (
        opens is not None
        and not opens.tag.startswith(("KO", "PREL", "PW", "PTKZU"))
        and not _says(view, clause)
        and not _opens_infinitive(view, opens)
    ):
        return True  # *erfolgte, zumindest bei mir, schmerzfrei*
    who = subject_tokens(view, clause)
    first = tokens[0].index == view.tokens[0].index and tokens[0].tag in _OPENS
    shown = first and following is not None and following.text == ":" and len(tokens) > 1
    # a verb at the end that only looks like a main clause
    return not shown and (not who or who[0].index != tokens[0].index)


def _says_another_thing(view: View, clause: Clause, tokens: Sequence[Token]) -> bool:
    """Whether the Perfekt would say something else, or somebody's words would be changed."""
    if clause.predicate in _TO and any(c.kind is ClauseKind.INFINITIVE for c in view.clauses):
        return True  # *Er pflegte, früh zu kommen*: its perfect says that he nursed
    if any(t.text in verbal.QUOTES for t in tokens):
        return True  # the participle would stand inside somebody's words
    if clause.predicate == "treffen" and any(t.text.lower() == "auf" for t in tokens):
        return True  # *ist auf jemanden getroffen*, but *hat sich getroffen*
    if _is_adverb_of_its_own(clause, tokens):
        return True
    # its form may be a Konjunktiv that looks like a Präteritum
    return any(c.mood is Mood.SUBJUNCTIVE for c in view.clauses) and not _says(view, clause)


def _is_adverb_of_its_own(clause: Clause, tokens: Sequence[Token]) -> bool:
    """*machte keinen Gebrauch davon*, *es kam dazu*: two words, no *davonmachen*."""
    verb = clause.predicate
    if verb == "dazukommen":
        return any(t.text.lower() == "es" for t in tokens)
    if verb == "davonmachen":
        return clause.reflexive is None
    return verb in _WRITTEN_APART


_WRITTEN_APART = word_set(
    "darüberschreiben darüberstehen darunterschreiben dazuschreiben dahinterstehen dafürstehen "
    "davorstehen davonbleiben darinsitzen davongehen"
)


def _second(
    view: View,
    clause: Clause,
    finite: Token,
    tokens: Sequence[Token],
    auxiliary: str,
    done: str,
) -> dict[int, str] | None:
    """*prüfte … genau* → *hat … genau geprüft*: token → what stands there in a main clause."""
    particle = [i for i in clause.verbs if view.token(i).tag == "PTKVZ"]
    joined = view.after(view.token(particle[0])) if particle else None
    if joined is not None and joined.tag == "KON" and particle[0] != tokens[-1].index:
        return None  # *ging mit und ohne Leine*: a preposition, no part of the verb
    if joined is not None and joined.text in ("−", "-", "–", "+", "±"):
        return None  # *lag bei −5 °C*: a preposition before a sign
    has = capital(auxiliary) if finite.text[:1].isupper() else auxiliary
    last = tokens[-1]
    if particle:
        return {finite.index: has, particle[0]: done}
    if last.index == finite.index:
        return {last.index: f"{has} {done}"}
    return {finite.index: has, last.index: f"{last.text} {done}"}


def _last(
    view: View,
    clause: Clause,
    finite: Token,
    tokens: Sequence[Token],
    auxiliary: str,
    done: str,
) -> dict[int, str] | None:
    """*dass das Amt prüfte* → *dass das Amt geprüft hat*: so where the verb stands last."""
    if finite.index != tokens[-1].index:
        return None
    if clause.kind is ClauseKind.INFINITIVE and not clause.link:
        return None  # *Er versuchte, zu zahlen, und ging*: it goes on with the main clause
    near = view.after(finite, -1)
    if near is not None and near.tag in ("VVPP", "VVINF") and near.index not in clause.verbs:
        return None  # *dass sie die Zeit gekommen sahen*
    loose = [i for i in clause.verbs if view.token(i).tag == "PTKVZ"]
    if any(not done.startswith(view.token(i).text.lower()) for i in loose):
        return None  # *von Anfang an vermutete*: no part of the verb
    # *der leer stand* → *der leergestanden hat*
    return dict.fromkeys(loose, "") | {finite.index: f"{done} {auxiliary}"}


def _opens_infinitive(view: View, token: Token) -> bool:
    """*Sie versuchte, den Antrag zurückzunehmen*: what follows the comma is a clause with *zu*."""
    around = view.in_clause(token)
    return (
        around is not None
        and around.kind is ClauseKind.INFINITIVE
        and min(around.tokens) == token.index
    )


def _behind_relative(view: View, clause: Clause, finite: Token) -> tuple[Token, ...] | None:
    """*Die Leute, die es hörten, wunderten sich sehr*: from the verb on the clause is one run."""
    front = [view.token(i) for i in clause.tokens if i < finite.index]
    tail = [view.token(i) for i in clause.tokens if i >= finite.index]
    while tail and tail[-1].text in verbal.PUNCTUATION:
        tail.pop()
    nouns = {t.index for t in front if t.tag in ("NN", "NE")}
    told = [c for c in view.clauses if c.kind is ClauseKind.RELATIVE and c.antecedent in nouns]
    if clause.kind is not ClauseKind.MAIN or len(told) != 1 or len(view.clauses) != 2 or not front:
        return None
    if len(tail) < 2 or tail[-1].index - tail[0].index != len(tail) - 1:
        return None
    if any(t.text in verbal.PUNCTUATION for t in tail):
        return None
    between = set(range(front[0].index, finite.index))
    return tuple(tail) if between <= {*clause.tokens, *told[0].tokens} else None


_OPENS = word_set("ART PPOSAT PDAT PIAT ADJA NN NE PPER PDS PIS")
_TELLING = word_set(
    "sagen erklären berichten behaupten betonen mitteilen meinen antworten erzählen schreiben "
    "entscheiden bemerken fordern versprechen melden vermuten glauben denken"
)


def _says(view: View, clause: Clause) -> bool:
    """*Der Minister sagte, das Gesetz sei gut*: the one who says opens the sentence, and only what
    is said stands in the Konjunktiv."""
    if clause.kind is not ClauseKind.MAIN or clause.predicate not in _TELLING:
        return False
    who, words = subject_tokens(view, clause), view.words
    if not who or not words or clause.finite is None or "wenn" in view.text:
        return False
    return who[0] in words[:1] and who[-1].index < clause.finite <= who[-1].index + 1


def _up_to_tail(
    tokens: tuple[Token, ...] | None, view: View, clause: Clause, finite: Token
) -> tuple[Token, ...] | None:
    """The run as far as its participle will stand: before an infinitive clause, and before one
    phrase behind a comma (*verbrachte 8 Monate in Rom, kurz nach seiner Wahl*)."""
    end = before_infinitive(view, clause)
    if tokens is None or end is not None:
        return tokens and tuple(t for t in tokens if end is None or t.index < end)
    commas = [i for i, t in enumerate(tokens) if t.text == ","]
    if clause.kind is not ClauseKind.MAIN or len(commas) != 1:
        return tokens
    tail = tokens[commas[0] + 1 :]
    adds = tail[0].tag in ("APPR", "APPRART", "ADV", "ADJD") and tail[0].text.lower() != "zum"
    adds = adds or _says_what(tokens[commas[0] - 1], tail)
    if not adds or tokens[commas[0]].index < finite.index or any(t.tag == "KON" for t in tail):
        return tokens
    if any(t.tag.startswith(("V", "PTKV")) or t.tag == "PTKNEG" for t in tail):
        return tokens
    return tokens[: commas[0]]


def _says_what(before: Token, tail: Sequence[Token]) -> bool:
    """*schuf einen großen Park, den Englischen Garten*: one noun said once more."""
    nouns = sum(t.tag in ("NN", "NE") for t in tail)
    return before.tag in ("NN", "NE") and tail[0].tag == "ART" and nouns == 1 and len(tail) < 5


def _reads_past(finite: Token, clause: Clause) -> bool:
    """The form can be a Präteritum of the clause's verb and nothing of another verb."""
    word = finite.text.lower()
    readings = tables.verb_readings(word) or tables.verb_readings(word.replace("ss", "ß"))
    particle = tables.verb_classes().get(clause.predicate, ("", ""))[0]
    base = clause.predicate[len(particle) :]
    own = {r.form for r in readings if r.infinitive in (clause.predicate, base)}
    return "Past" in own and "Pres" not in own
