"""Who is subject and who object: agreement, case forms and the parse vote together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from a11y.language import closed
from a11y.language.analysis import ClauseKind, Role, Voice
from a11y.language.clauses import adverbials, frames
from a11y.language.clauses.agreement import noun_features
from a11y.language.clauses.draft import Draft
from a11y.language.clauses.phrases import Phrase, find
from a11y.language.clauses.role_sense import sense
from a11y.language.clauses.role_times import is_time_adverbial, measured_from
from a11y.language.clauses.verbs import VerbComplex
from a11y.language.lexicon import tables

_CASE = {
    Role.SUBJECT: "Nom",
    Role.PREDICATIVE: "Nom",
    Role.DIRECT_OBJECT: "Acc",
    Role.INDIRECT_OBJECT: "Dat",
    Role.GENITIVE_OBJECT: "Gen",
}
_COPULAS = ("sein", "werden", "bleiben")
_DATIVE_VERBS = closed.members("dative_verbs")
_GENITIVE_VERBS = frozenset(("bedürfen", "gedenken", "entbehren"))
_MAX_PHRASES = 5
_ONCE = (Role.SUBJECT, Role.INDIRECT_OBJECT, Role.PREDICATIVE, Role.GENITIVE_OBJECT)
_ATTRIBUTES = ("nmod", "flat", "appos", "compound", "conj", "obl", "vocative", "dep", "det", "amod")
_NO_PART = -0.6  # what it costs to give a phrase no role at all
_OUTSIDE = 0.6  # what of it the parse gives back that hangs the phrase on a noun


def assign(phrases: list[Phrase], draft: Draft, verb: VerbComplex) -> dict[int, Role | None]:
    """Place in ``phrases`` → role; None: an adverbial. Only phrases without preposition."""
    bare = [i for i, phrase in enumerate(phrases) if not phrase.preposition]
    chosen: dict[int, Role | None] = {}
    judged = []
    led = draft.subject_given or draft.subject_from is not None
    for index in bare:
        outside = phrases[index].head.tag == "XY" or _added(phrases[index], draft)
        outside = outside or phrases[index].salutes or phrases[index].stands_apart
        if outside or (
            verb.predicate
            and (
                is_time_adverbial(phrases[index], verb, others=len(bare) > 1)
                or measured_from(phrases[index], draft, others=len(bare) > 1 or led)
            )
        ):
            chosen[index] = None
        else:
            judged.append(index)
    rest = judged[_MAX_PHRASES:]
    judged = judged[:_MAX_PHRASES]
    if not verb.predicate:  # a heading or list item: what it names is its topic
        return chosen | dict.fromkeys((*judged, *rest), Role.SUBJECT)
    inside = {word.index for phrase in phrases for word in phrase.words}
    adjective = any(w.tag == "ADJD" and w.index not in inside for w in draft.words)
    given = draft.subject_given or draft.subject_from is not None
    ordered = draft.finite is not None and draft.finite.tag == "VVIMP"
    given = given or (ordered and not any(phrases[i].head.text == "Sie" for i in bare))
    options = _options(draft, verb, subject_given=given, adjective=adjective)
    fits = [{role: _fit(phrases[i], role, draft, verb) for role in options} for i in judged]
    best_score = float("-inf")
    best: tuple[Role | None, ...] = ()
    among = [phrases[i] for i in judged]
    for roles in _distributions(tuple(options), len(judged)):
        score = sum(fit[role] for fit, role in zip(fits, roles, strict=True))
        if score + _MOST <= best_score:
            continue
        score += _shape(roles, verb, draft) + sense(among, roles, verb)
        score -= _late_pronoun(among, roles, draft)
        if score > best_score:
            best_score, best = score, roles
    for index, role in zip(judged, best, strict=True):
        chosen[index] = role
    for index in rest:
        chosen[index] = Role.DIRECT_OBJECT
    return chosen


def _late_pronoun(among: Sequence[Phrase], roles: Sequence[Role | None], draft: Draft) -> float:
    """*damit die Helfer Sie finden*: a pronoun that acts stands before every noun of a clause whose
    verb is last; how much speaks against one behind a noun that may act."""
    if (
        draft.kind is not ClauseKind.SUBORDINATE
        or not draft.verb_final
        or Role.SUBJECT not in roles
    ):
        return 0.0
    at = roles.index(Role.SUBJECT)
    if among[at].head.tag != "PPER":
        return 0.0
    earlier = zip(among[:at], roles[:at], strict=True)
    acts = any(role in (Role.DIRECT_OBJECT, None) and "Nom" in p.cases() for p, role in earlier)
    return 3.0 * acts


_MOST = 5.3  # more than shape and sense can add to what the phrases fit


@lru_cache(maxsize=200)
def _distributions(
    options: tuple[Role | None, ...], phrases: int
) -> tuple[tuple[Role | None, ...], ...]:
    """Every way to give so many phrases roles, none of ``_ONCE`` twice."""
    return tuple(
        roles
        for roles in product(options, repeat=phrases)
        if all(roles.count(role) < 2 for role in _ONCE)
    )


def _options(
    draft: Draft, verb: VerbComplex, *, subject_given: bool, adjective: bool
) -> list[Role | None]:
    """The roles that a phrase of this clause can have; None: no part in it (*eines Tages*)."""
    options: list[Role | None] = [Role.DIRECT_OBJECT, Role.INDIRECT_OBJECT, None]
    if not subject_given and draft.kind is not ClauseKind.INFINITIVE:
        options.insert(0, Role.SUBJECT)
    if verb.predicate in _COPULAS and not adjective:
        options.append(Role.PREDICATIVE)
    if verb.predicate in _GENITIVE_VERBS:
        options.append(Role.GENITIVE_OBJECT)
    return options


def _fit(phrase: Phrase, role: Role | None, draft: Draft, verb: VerbComplex) -> float:
    cases = phrase.cases()
    if role is None:
        if phrase.pronoun:  # a relative or personal pronoun always takes part
            sure = phrase.head.tag in ("PRELS", "PPER") or phrase.head.lower in _PERSONS
            return (5 if sure else 2) * _NO_PART
        verb_at = draft.finite.index if draft.finite is not None else -1
        since = verb_at if verb_at < phrase.first else -1  # no attribute reaches over the verb
        led = any(
            w.tag in ("NN", "NE", "ADJA", "CARD") and since < w.index < phrase.first
            for w in draft.words
        )
        attribute = led and _by_parse_attribute(phrase)
        acts = phrase.first == verb_at + 1 and "Nom" in cases and cases <= {"Nom", "Gen"}
        if acts and not draft.verb_final:
            return 5 * _NO_PART  # *Die Katze darf der Mieter halten*: no genitive follows a verb
        return _NO_PART + _OUTSIDE * (attribute or cases == {"Gen"})
    case = _CASE[role]
    score = 0.0
    if cases and case not in cases:
        told = len(cases) == 1 and phrase.core[0].tag in ("ART", "PPOSAT", "PDAT")
        score -= 6.0 if told else 4.0
    if phrase.head.morph.get("Case") == case:
        score += 0.8
    score += _by_parse(phrase.head.dep, role)
    if role is Role.PREDICATIVE and phrase.head.tag == "PPER":
        score -= 3.0 * any(w.tag == "NN" for w in draft.words)  # *wenn Sie Schüler sind*
    if role is Role.SUBJECT:
        shares = draft.finite is None and draft.shared_from is not None and not draft.gapped
        if shares and verb.voice is Voice.PASSIVE:
            score += 1.5  # *werden die Straßen gereinigt, morgen die Plätze gestrichen*
        elif shares:
            score -= 3.0  # *dürfen zusammenleben und Kinder bekommen*: the subject is shared
        score += _agreement(phrase, draft, verb)
        if phrase.head.tag == "PPER" or phrase.head.lower == "man":
            score += 0.6
        if _front(phrase, draft):
            score += 0.3
        if phrase.head.lower == "ihr" and any(
            w.lower.startswith(("eu", "ihr")) for w in draft.words
        ):
            plural = draft.finite and any(
                r.person == "P2" for r in tables.verb_readings(draft.finite.lower)
            )
            score += 3.0 * bool(plural)  # *was ihr euch wünscht*
        if verb.predicate == "geben" and phrase.head.lower == "es":
            score += 3.0  # *Frühstück gibt es ab acht*
        finite = draft.finite
        if phrase.head.text == "Sie" and finite is not None and not draft.verb_final:
            plural = any(r.person == "P3" for r in tables.verb_readings(finite.lower))
            score += 3.0 * (plural and phrase.head.index == finite.index + 1)
        taken_up = phrase.head.text in ("es", "sie")  # *… stellt A aus und schickt sie …*
        taken_up = taken_up and draft.parent is not None and not draft.parent.verb_first
        plain = phrase.head.tag != "PPER" or taken_up
        score -= _relative_goes_on(phrase, draft)
        if draft.goes_on_with_wir:
            score -= 9.0
        elif _continues(draft) and plain:
            # *Wir prüfen A und lassen B ausschreiben*: the subject is shared
            score -= 3.5 + 2.5 * taken_up
    if role is Role.INDIRECT_OBJECT:
        score += 1.0 * (verb.predicate in _DATIVE_VERBS) - 1.5 * _bare_singular(phrase)
        told = cases == {"Dat"} or phrase.head.dep in ("obl:arg", "iobj")
        given = verb.predicate in _DATIVE_VERBS or frames.takes(verb.predicate, "ditransitive")
        score -= 0.7 * (not told and not given)
        bare = len(phrase.core) == 1 and phrase.head.tag == "NN"
        score -= 1.3 * (bare and cases != {"Dat"} and not given)  # *Tauben zu füttern*
        amount = any(w.tag == "CARD" for w in phrase.core) and phrase.head.lower in _UNITS
        score -= 2.0 * amount
    if role is Role.DIRECT_OBJECT:
        if adverbials.is_measure(verb.predicate):
            score += 1.0
        if draft.finite is not None and draft.finite.tag == "VVIMP" and not phrase.pronoun:
            score += 0.6  # *Nutze diese Nummer*
        if verb.predicate in _DATIVE_VERBS or verb.voice is not Voice.ACTIVE:
            score -= 2.0
        if verb.predicate in _COPULAS:
            score -= 2.0
    return score


_UNITS = frozenset(("euro", "€", "eur", "cent", "prozent", "%"))
_NOMINATIVES = frozenset(("sie", "wir", "ich", "er", "es", "du", "ihr", "man", "niemand", "jeder"))
_PERSONS = frozenset(("man", "niemand", "niemanden", "jemand", "jemanden", "wer", "wen"))


def _bare_singular(phrase: Phrase) -> bool:
    """*geben Sie uns Bescheid*: a singular noun without any determiner is no receiver."""
    if len(phrase.core) != 1 or phrase.head.tag != "NN" or phrase.conjuncts:
        return False
    return not any(number == "Plur" and case == "Dat" for case, number, _ in phrase.features)


def _added(phrase: Phrase, draft: Draft) -> bool:
    """*alle Briefe mit, auch die ungeöffneten*: names more precisely what the clause has."""
    place = draft.words.index(phrase.words[0])
    before = draft.words[max(0, place - 2) : place]
    if [w.lower for w in before] == ["zum", "beispiel"]:
        return place > 2 and draft.words[place - 3].tag in ("$,", "$(")
    if len(before) < 2 or before[0].tag != "$," or before[1].lower not in _MORE_PRECISELY:
        return False
    if before[1].lower in _ALWAYS_ADDED:
        return True
    verb = next((w for w in draft.words[:place] if w.tag[:1] == "V"), None)
    return verb is not None and not any(w.tag[:1] == "V" for w in draft.words[place:])


_ALWAYS_ADDED = frozenset(("beispielsweise", "insbesondere", "z.B.", "nämlich", "darunter"))
_MORE_PRECISELY = frozenset(
    ("auch", "insbesondere", "besonders", "nämlich", "etwa", "also", "sogar", "außer", "darunter")
) | {"beispielsweise", "einschließlich", "z.B.", "zumindest", "wenigstens", "vorzugsweise"}


def _by_parse_attribute(phrase: Phrase) -> bool:
    """Whether the parse hangs the phrase on a noun and its form allows that.

    *dass ein Mensch seine Angelegenheiten regelt*: a determiner that shows no genitive is no
    attribute's, whatever the parse says.
    """
    told = phrase.core[0].tag in ("ART", "PPOSAT", "PDAT") and bool(phrase.cases())
    if phrase.head.dep == "nmod" and told and "Gen" not in phrase.cases():
        return False
    return phrase.head.dep in _ATTRIBUTES


def _continues(draft: Draft) -> bool:
    """*A prüft B und lässt C …*: the verb follows *und*; what stood before the first verb serves
    both. Not so in *A prüft und bezahlt der Bund*, where the first verb has nothing behind it."""
    if not (draft.coordinated and draft.verb_first and draft.parent is not None):
        return False
    before = [word for word in draft.parent.words if not word.tag.startswith("$")]
    if before and before[-1] is draft.parent.finite:  # *Der Prüfer misst und wiegt die Anlage*
        front = [p for p in find(before[:-1]) if not p.preposition]
        if any("Nom" in p.cases() and "Acc" not in p.cases() for p in front):
            return True
        return len(front) == 1 and _acts_before(front[0], draft)
    return bool(before)


def _acts_before(front: Phrase, draft: Draft) -> bool:
    """*Die Stadt plant und baut die Schule*: who stands first does both, where its number is the
    verb's; a person may also be whom an office behind the verbs has to do with."""
    finite = draft.finite
    persons = (
        {r.person for r in tables.verb_readings(finite.lower)} if finite is not None else set()
    )
    numbers = {
        "S3" if number == "Sing" else "P3" for case, number, _ in front.features if case == "Nom"
    }
    if not numbers & persons:
        return False
    kind = frames.animacy(front.head)
    behind = {frames.animacy(w) for w in draft.words if w.tag in ("NN", "NE")}
    office = frames.animacy(front.head) is frames.Animacy.INSTITUTION or front.head.lemma == "Stadt"
    return office or (kind is frames.Animacy.PERSON and not behind & {frames.Animacy.INSTITUTION})


def _relative_goes_on(phrase: Phrase, draft: Draft) -> float:
    """*jeder, der sich anmeldet und die Gebühr bezahlt*: *der* is the subject of both; how much
    speaks against another one."""
    opener, first = draft.opener, draft.continues
    if draft.kind is not ClauseKind.RELATIVE or not draft.coordinated or opener is None:
        return 0.0
    nominative = opener.morph.get("Case") == "Nom" or opener.lower == "der"
    if "Acc" not in phrase.cases() or opener in draft.words:
        return 0.0
    if first is not None and first.words and opener.lower in ("die", "das"):
        # *die den Eingang bestätigt und ein Zeichen enthält*; not *die Sie haben und der Arzt …*
        bare = next((w for w in first.words if w.tag[:1] != "$"), None) is opener
        others = any(
            (w.tag in ("PPER", "PIS") and w.lower in _NOMINATIVES) or w.lower == "der"
            for w in first.words
        )
        if bare and not others:
            return 6.0
    return 4.5 if nominative else 0.0


def _by_parse(dep: str, role: Role) -> float:
    wanted = {
        "nsubj": Role.SUBJECT,
        "nsubj:pass": Role.SUBJECT,
        "obj": Role.DIRECT_OBJECT,
        "obl:arg": Role.INDIRECT_OBJECT,
        "iobj": Role.INDIRECT_OBJECT,
        "xcomp": Role.PREDICATIVE,
        "ROOT": Role.PREDICATIVE,
    }.get(dep)
    return 1.2 if wanted is role else 0.0


def _front(phrase: Phrase, draft: Draft) -> bool:
    return draft.finite is not None and phrase.last < draft.finite.index and not draft.verb_first


def _agreement(phrase: Phrase, draft: Draft, verb: VerbComplex) -> float:
    if draft.gapped:
        return 0.5  # *… zahlt 10 Euro, Kinder 5 Euro*: the numbers may differ
    finite = draft.finite or (draft.shared_from.finite if draft.shared_from else None)
    if finite is None:
        return -3.0 if not draft.shared_from else -0.5
    persons = {r.person for r in tables.verb_readings(finite.lower) if r.person}
    if not persons:
        return 0.0
    if phrase.head.text == "Sie" and phrase.head.morph.get("Polite") and "P3" not in persons:
        return -5.0  # *Morgen besucht Sie eine Mitarbeiterin*
    numbers = {n for case, n, _ in phrase.features if case == "Nom"}
    if phrase.conjuncts:
        numbers.add("Plur")
    wanted = _person(phrase)
    fits = any(
        wanted == person[1] and person[0] == number[0]
        for person in persons
        for number in (numbers or {"Sing", "Plur"})
    )
    told = phrase.core[0].tag in ("ART", "PPOSAT", "PDAT") and "Nom" in phrase.cases()
    if not fits and draft.finite is None and verb.voice is Voice.PASSIVE and told:
        return 0.0  # *der Raum geprüft und die Schlüssel abgegeben werden*: its own *wird*
    known = phrase.head.tag == "NN" and bool(noun_features(phrase.head.text))
    known = known or (phrase.head.tag == "PRELS" and phrase.head.lower in ("das", "der"))
    counted = any(word.tag == "CARD" for word in phrase.core)
    sure = known and not counted and not draft.holds_coordination
    return 1.0 if fits else -3.0 - 2.0 * sure


def _person(phrase: Phrase) -> str:
    if phrase.head.tag == "PPER":
        return {"ich": "1", "wir": "1", "du": "2", "ihr": "2"}.get(phrase.head.lower, "3")
    return "3"


def _shape(roles: tuple[Role | None, ...], verb: VerbComplex, draft: Draft) -> float:
    """What a clause needs: a subject; not an indirect object alone; one direct object."""
    score = 0.0
    needs_subject = draft.finite is not None or draft.gapped
    if needs_subject and Role.SUBJECT in roles:
        score += 1.5
    score -= 1.5 * max(0, roles.count(Role.DIRECT_OBJECT) - 1)
    if Role.INDIRECT_OBJECT in roles and Role.DIRECT_OBJECT not in roles:
        score -= 0.4 + 1.0 * (draft.kind is ClauseKind.INFINITIVE)
    if Role.PREDICATIVE in roles and Role.SUBJECT not in roles:
        score -= 1.0
    # subject before object, unless forms say otherwise
    if Role.SUBJECT in roles and Role.DIRECT_OBJECT in roles:
        score += 0.4 if roles.index(Role.SUBJECT) < roles.index(Role.DIRECT_OBJECT) else 0.0
    if Role.SUBJECT in roles and Role.PREDICATIVE in roles:
        score += 0.4 if roles.index(Role.SUBJECT) < roles.index(Role.PREDICATIVE) else 0.0
    return score
