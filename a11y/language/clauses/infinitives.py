"""Part zu-infinitives that no comma parts from the clause that governs them."""

from __future__ import annotations

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses.draft import Draft, is_zu_infinitive
from a11y.language.word import Word


def split(drafts: list[Draft]) -> list[Draft]:
    """Part zu-infinitives that no comma parts from the clause that governs them."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        if draft.kind is ClauseKind.INFINITIVE or draft.finite is None:
            continue
        places = [i for i in range(len(draft.words)) if is_zu_infinitive(draft.words, i)]
        fronted = bool(places) and _fronted(draft, places[0])
        if not places or (not fronted and _belongs_to_finite(draft, places[0])):
            continue
        first = 0 if fronted else _infinitive_start(draft, places[0])
        if first is None:
            continue
        inner = Draft(kind=ClauseKind.INFINITIVE, parent=draft, verb_final=True)
        inner.words = draft.words[first : places[-1] + 1]
        draft.words = draft.words[:first] + draft.words[places[-1] + 1 :]
        found.append(inner)
    return found


def series(drafts: list[Draft]) -> list[Draft]:
    """*Prüfen, unterschreiben und abgeben müssen Sie selbst*: each infinitive is a clause.

    Not where the clause is denied (*Halten und parken dürfen Sie nicht*): its *nicht* would be said
    of the first alone.
    """
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        finite = draft.finite
        if finite is None or draft.verb_final or finite.tag != "VMFIN":
            continue
        if any(w.lower in closed.members("negations") for w in draft.words):
            continue
        front = draft.words[: draft.words.index(finite)]
        verbs = [w for w in front if w.tag == "VVINF"]
        if len(verbs) < 2 or any(w.tag[:1] == "V" for w in front if w.tag != "VVINF"):
            continue
        row = front[front.index(verbs[0]) :]
        if any(w.tag not in ("VVINF", "$,", "KON") for w in row):
            continue  # *Formulare ausfüllen und Anträge stellen können Sie …* is no mere row
        for verb in verbs[1:]:
            before = front[front.index(verb) - 1]
            own = [before, verb] if before.tag == "KON" else [verb]
            more = Draft(kind=draft.kind, words=own, parent=draft, shared_from=draft)
            more.coordinated = True
            draft.words = [w for w in draft.words if all(w is not other for other in own)]
            found.append(more)
    return found


def _belongs_to_finite(draft: Draft, place: int) -> bool:
    """*ist … zu beachten*, *haben … zu stellen*, *brauchen nicht zu kommen*."""
    finite = draft.finite
    assert finite is not None
    if draft.verb_final and draft.words[place].index > finite.index:
        return False  # *ob er bereit ist zu kandidieren*
    if finite.lemma not in closed.members("zu_auxiliaries"):
        return False
    if finite.lemma in ("haben", "bleiben"):
        nouns = _free_nouns(draft.words[:place])
        if nouns & closed.members("infinitive_nouns"):
            return False
    if finite.lemma in ("sein", "haben") and any(
        w.tag in ("VVPP", "ADJD") and w.index > finite.index for w in draft.words[:place]
    ):
        return not any(w.tag == "VVPP" for w in draft.words[:place]) or draft.verb_final
    return True


def _fronted(draft: Draft, place: int) -> bool:
    """*Einen Arzt zu finden war schwer*: infinitive and object stand before the finite verb.

    *Bei der Anmeldung zu beachten ist die Frist* has no object of its own: the verb complex of
    *ist*; not so where *ist* has only a judgement behind it (*Auf dem Eis zu gehen ist verboten*).
    """
    words, finite = draft.words, draft.finite
    if draft.verb_final or place + 1 >= len(words) or words[place + 1] is not finite:
        return False
    if finite.lemma not in closed.members("zu_auxiliaries") or _free_nouns(words[:place]):
        return True
    behind = [w for w in words[place + 2 :] if w.tag[:1] != "$"]
    judged = bool(behind) and behind[-1].tag in ("ADJD", "VVPP")
    return judged and not any(w.tag in ("NN", "NE", "PPER") for w in behind)


def _free_nouns(words: list[Word]) -> set[str]:
    """Lemmas of the nouns that no preposition governs."""
    found = set()
    governed = False
    for word in words:
        if word.tag.startswith("APP"):
            governed = True
        elif word.tag == "NN":
            if not governed:
                found.add(word.lemma)
            governed = False
        elif word.tag[:1] in "V$":
            governed = False
    return found


def _infinitive_start(draft: Draft, place: int) -> int | None:
    """Leftmost word of the infinitive's own phrase, by the parse, behind the finite verb."""
    verb = draft.words[place]
    finite = draft.finite
    assert finite is not None
    start = place - 1 if draft.words[place - 1].tag == "PTKZU" else place
    own = {verb.index}
    for _ in range(4):
        own |= {word.index for word in draft.words if word.head in own and word is not finite}
    while start > 0 and draft.words[start - 1].index in own:
        start -= 1
    if draft.words[start].tag == "PTKVZ":
        start += 1  # *fängt … an | zu laufen*
    start = max(_phrase_start(draft.words, start), _last_verb(draft.words, place) + 1)
    if not draft.verb_final and draft.words[start].index <= finite.index:
        return None
    return start if start > 0 else None


def _phrase_start(words: list[Word], start: int) -> int:
    """Where the phrase begins that ``start`` stands in the middle of: at its article."""
    if start >= len(words) or words[start].tag not in ("NN", "NE", "ADJA", "CARD"):
        return start
    first = start
    while first > 0 and words[first - 1].tag in ("ADJA", "CARD", "ADJD", "TRUNC"):
        first -= 1
    if first > 0 and words[first - 1].tag in ("ART", "PPOSAT", "PIAT", "PDAT"):
        return first - 1
    return start


def _last_verb(words: list[Word], place: int) -> int:
    """Index of the last verb before the infinitive and its own participle; -1 if there is none.

    *habe vergessen | zu sagen*; but *sicher, alles getan zu haben*.
    """
    end = place - 1 if words[place - 1].tag == "PTKZU" else place
    own = words[place].tag[:2] == "VA" and end > 0 and words[end - 1].tag.endswith(("PP", "INF"))
    for index in range(end - 1 - own, -1, -1):
        if words[index].tag[:1] == "V" and words[index].tag != "VVIZU":
            return index
    return -1
