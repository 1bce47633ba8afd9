"""How a clause hangs on its parent: link word, relation, antecedent."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from a11y.language import closed
from a11y.language.analysis import ClauseKind, QuestionType, Relation
from a11y.language.clauses.agreement import determiner_features
from a11y.language.clauses.draft import Draft
from a11y.language.compounds import head_form
from a11y.language.lexicon import tables
from a11y.language.word import Word

_REASON_COORDINATORS = {"denn"}


def link_and_relation(draft: Draft, sentence: Sequence[Word]) -> tuple[str, Relation]:
    opener = draft.opener
    if opener is None:
        return _without_opener(draft)
    lower = opener.lower
    before = _content_before(sentence, opener)
    if draft.words[0].lower == "je" and "nachdem" in [w.lower for w in draft.words[1:2]]:
        return f"je nachdem {lower}", Relation.QUESTION
    if draft.kind is ClauseKind.RELATIVE:
        return _relative_lemma(opener), Relation.RELATIVE
    if lower in closed.infinitive_subjunctions() and opener.tag == "KOUI":
        return lower, closed.infinitive_subjunctions()[lower]
    if lower in ("dass", "daß"):
        place = opener.index - sentence[0].index
        around = draft.parent.words if draft.parent is not None else []
        degree = any(
            word.lower in ("so", "derart", "dermaßen") and after.tag in ("ADJD", "ADV", "PIAT")
            for word, after in pairwise(around)
            if after.index < opener.index
        )
        # *soweit saniert, dass …*, *so an den Rand, dass …*
        degree = degree or any(
            w.lower == "soweit" or (w.lower == "so" and after.tag in ("APPR", "APPRART", "$,"))
            for w, after in pairwise(around[1:])
            if w.tag in ("ADV", "ADJD", "PTKVZ") and w.index < opener.index
        )
        if degree or any(w.lower in ("so", "derart") for w in sentence[max(0, place - 4) : place]):
            return "so dass", Relation.CONSEQUENCE
        if before is not None and before.lower == "ohne":
            return "ohne dass", Relation.MANNER
        return "dass", Relation.CONTENT
    if lower == "wenn" and before is not None and before.lower in ("auch", "selbst"):
        return f"{before.lower} wenn", Relation.CONCESSION
    told = draft.elliptic and any(w.tag == "VVPP" for w in draft.words)  # *Wie besprochen, …*
    asked = lower == "wie" and not told
    if asked and (_asked_with_another(sentence, opener) or _asked(draft)):
        return lower, Relation.QUESTION
    if lower == "soweit" and not draft.elliptic and _how_far(draft):
        return lower, Relation.MANNER
    if lower in closed.subjunctions() and opener.tag == "KOUS":
        return lower, closed.subjunctions()[lower]
    if lower in closed.members("question_words"):
        return lower, Relation.QUESTION
    return opener.lemma, Relation.NONE


def _how_far(draft: Draft) -> bool:
    """*soweit ich weiß*, *soweit es ihr möglich ist*: to what extent, not whether."""
    told = {w.lemma for w in draft.words if w.tag[:2] in ("VV", "VM") or w.tag == "ADJD"}
    return bool(told & closed.members("extents"))


def _asked(draft: Draft) -> bool:
    """*Wir zeigen Ihnen, wie …*, *weißt nicht, wie …*"""
    around = draft.parent.words if draft.parent is not None else []
    particle = next((w.lower for w in around if w.tag == "PTKVZ"), "")
    verbs = {particle + w.lemma for w in around if w.tag[:2] == "VV"}
    verbs |= {w.lemma for w in around if w.lemma == "wissen"}
    return bool(verbs & closed.members("asking_verbs"))


def _asked_with_another(sentence: Sequence[Word], opener: Word) -> bool:
    """*wie und wo Sie wohnen*"""
    place = opener.index - sentence[0].index
    ahead = sentence[place + 1 : place + 3]
    asks = closed.members("question_words")
    return len(ahead) == 2 and ahead[0].tag == "KON" and ahead[1].lower in asks


def _is_reported(draft: Draft) -> bool:
    """*Das Amt teilt mit, der Bescheid komme …*: what is said, without a subjunction."""
    before, finite = draft.parent, draft.finite
    if before is None or finite is None or draft.verb_first or before.finite is None:
        return False
    first = next((w for w in draft.words if not w.tag.startswith("$")), None)
    if first is None or first.tag == "KON":
        return False
    forms = {(r.form, r.person[:1]) for r in tables.verb_readings(finite.lower)}
    conjunctive = bool(forms) and all(
        form in ("Sub1", "Sub2", "Imp") or (form, person) == ("Pres", "S") for form, person in forms
    )
    conjunctive = conjunctive and any(form in ("Sub1", "Sub2") for form, _ in forms)
    particle = next((w.lower for w in before.words if w.tag == "PTKVZ"), "")
    says = closed.members("saying_verbs")
    said = [before.finite, *(w for w in before.words if w.tag in ("VVPP", "VVINF"))]
    plain = not any(w.lower == "ich" for w in draft.words)
    return conjunctive and plain and any(particle + w.lemma in says for w in said)


def _without_opener(draft: Draft) -> tuple[str, Relation]:
    if draft.kind is ClauseKind.INFINITIVE:
        return "", Relation.CONTENT if draft.parent is not None else Relation.NONE
    if draft.kind is ClauseKind.SUBORDINATE:
        return "", Relation.CONDITION
    first = next((w for w in draft.words if not w.tag.startswith("$")), None)
    if first is not None and first.tag == "KON":
        if draft.parent is None and first.lower in ("sowohl", "entweder", "weder"):
            return "", Relation.NONE
        if first.lower in _REASON_COORDINATORS:
            return first.lower, Relation.REASON
        return first.lower, Relation.COORDINATION
    if draft.coordinated:
        return "", Relation.CONTENT if _is_reported(draft) else Relation.COORDINATION
    return "", Relation.NONE


def _relative_lemma(opener: Word) -> str:
    if opener.lower in closed.lemma_of("determiner_lemmas"):
        return closed.lemma_of("determiner_lemmas")[opener.lower]
    return opener.lower


def _content_before(sentence: Sequence[Word], word: Word) -> Word | None:
    place = word.index - sentence[0].index - 1
    while place >= 0 and sentence[place].tag.startswith("$"):
        place -= 1
    return sentence[place] if place >= 0 else None


def question_type(draft: Draft, *, sentence_asks: bool, relation: Relation) -> QuestionType:
    if relation is Relation.QUESTION:
        asks_whether = draft.opener is not None and draft.opener.lower == "ob"
        return QuestionType.YES_NO if asks_whether else QuestionType.WH
    if not sentence_asks or draft.kind is not ClauseKind.MAIN or draft.finite is None:
        return QuestionType.NONE
    for word in draft.words:
        if word is draft.finite:
            break
        if word.lower in closed.members("question_words") or word.tag in ("PWS", "PWAV", "PWAT"):
            return QuestionType.WH
    return QuestionType.YES_NO


def antecedent(draft: Draft, sentence: Sequence[Word]) -> Word | None:
    """The noun that a relative clause describes: the nearest before it that agrees."""
    if draft.kind is not ClauseKind.RELATIVE or draft.opener is None:
        return None
    if draft.opener.lower == "wer":
        return None
    start = draft.opener.index - sentence[0].index
    wanted = _pronoun_features(draft.opener)
    if draft.opener.lower == "der" and draft.words[0].tag == "APPR":
        wanted = {("Fem", "Sing")}  # *eine Bescheinigung des Arbeitgebers, aus der …*
    wanted = _of_number(wanted, _number_as_subject(draft)) or wanted
    nouns: list[Word] = []
    outer = draft.parent.words if draft.coordinated and draft.parent is not None else None
    for word in reversed(sentence[:start]):
        if outer is not None and all(word is not other for other in outer):
            continue  # *der Verein, dem die Halle gehört und der …*
        if word.tag in ("NN", "NE", "PDS", "PIS") and all(word is not own for own in draft.words):
            nouns.append(word)
        if len(nouns) == 6:
            break
    agreeing = [noun for noun in nouns if _agrees(noun, wanted)]
    if len(agreeing) > 1 and _only_measures(agreeing[0], agreeing[1], sentence):
        return agreeing[1]
    return next(iter(agreeing or nouns), None)


def _number_as_subject(draft: Draft) -> str:
    """*die Kinder der Familie, die hier wohnen*: number of a *die* that must be the subject; ""
    where something else in the clause can be it, or the verb's form tells nothing."""
    finite, opener = draft.finite, draft.opener
    if finite is None or opener is None or opener.lower != "die":
        return ""
    if draft.words[0].tag in ("APPR", "KON"):
        return ""
    numbers = {
        "Sing" if r.person == "S3" else "Plur"
        for r in tables.verb_readings(finite.lower)
        if r.person in ("S3", "P3") and r.form != "Sub1"
    }
    if len(numbers) != 1 or draft.coordinated:
        return ""
    for word in draft.words:
        if word.tag in ("PPER", "PIS", "PDS", "NE", "PWS") and word.lower not in _NEVER_SUBJECT:
            return ""
        if word.tag in ("ART", "PPOSAT", "PDAT", "PIAT"):
            cases = {f[0] for f in determiner_features(word.lower)}
            if not cases or "Nom" in cases:
                return ""
    return numbers.pop()


_NEVER_SUBJECT = frozenset(("ihn", "ihm", "ihnen", "uns", "mich", "mir", "dich", "dir", "euch"))


def _of_number(wanted: set[tuple[str, str]], number: str) -> set[tuple[str, str]]:
    return {pair for pair in wanted if pair[1] == number}


def _only_measures(noun: Word, other: Word, sentence: Sequence[Word]) -> bool:
    """*Kinder unter drei Jahren, deren Eltern …*: the years only tell which children."""
    between = sentence[other.index - sentence[0].index + 1 : noun.index - sentence[0].index]
    return (
        len(between) in (2, 3)
        and between[0].tag == "APPR"
        and any(word.tag == "CARD" for word in between[1:])
    )


def _pronoun_features(opener: Word) -> set[tuple[str, str]]:
    """(gender, number) pairs that a relative pronoun's form allows; empty: any."""
    table: dict[str, set[tuple[str, str]]] = {
        "der": {("Masc", "Sing"), ("Fem", "Sing")},
        "die": {("Fem", "Sing"), ("", "Plur")},
        "das": {("Neut", "Sing")},
        "den": {("Masc", "Sing")},
        "dem": {("Masc", "Sing"), ("Neut", "Sing")},
        "denen": {("", "Plur")},
        "dessen": {("Masc", "Sing"), ("Neut", "Sing")},
        "deren": {("Fem", "Sing"), ("", "Plur")},
    }
    form = opener.lower
    if form.startswith("welche"):
        form = {"welcher": "der", "welches": "das", "welchen": "den", "welchem": "dem"}.get(
            form, "die"
        )
    return table.get(form, set())


def _agrees(noun: Word, wanted: set[tuple[str, str]]) -> bool:
    if not wanted or noun.tag != "NN":
        return True
    if noun.lower.endswith(("*innen", ":innen", "_innen")):
        return ("", "Plur") in wanted
    readings = tables.noun_readings(head_form(noun.text)[1])
    number = noun.morph.get("Number")
    for reading in readings:
        if number and reading.number != number:
            continue
        if reading.number == "Plur" and ("", "Plur") in wanted:
            return True
        if reading.number == "Sing" and (reading.gender, "Sing") in wanted:
            return True
    return not readings
