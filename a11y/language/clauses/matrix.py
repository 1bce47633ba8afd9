"""What part a subordinate clause has in the clause around it: its subject, its object in front."""

from __future__ import annotations

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses import phrases
from a11y.language.clauses.adverbials import is_time
from a11y.language.clauses.draft import Draft
from a11y.language.lexicon import tables


def settle(draft: Draft) -> None:
    """What part a clause with *wer*, *dass*, *ob* … has in the clause that it hangs on."""
    parent, opener = draft.parent, draft.opener
    if parent is None or not parent.words:
        return
    if draft.kind is not ClauseKind.MAIN and draft.words[0].index < parent.words[0].index:
        parent.led = True
    if opener is None:
        parent.subject_given = parent.subject_given or _is_subject(draft, parent)
        return
    behind = parent.words[0].index < opener.index
    asking = closed.members("question_words") | {"dass", "ob"}
    if not behind and (opener.lower in asking or opener.tag in ("PWAT", "PWAV", "PWS")):
        parent.object_first = True
    question = behind and opener.lower == "wer" and draft.kind is ClauseKind.SUBORDINATE
    if question and _lacks_subject(parent):  # *Einen Schein bekommt, wer die Prüfung besteht.*
        draft.kind = ClauseKind.RELATIVE
    free = draft.kind is ClauseKind.RELATIVE and opener.lower in ("wer", "was") and not behind
    if free and (
        _asks(parent) or _is_open(parent)
    ):  # *Was mit den Sachen geschieht, regelt die Satzung.*
        draft.kind = ClauseKind.SUBORDINATE
    if draft.kind is ClauseKind.RELATIVE and opener.lower == "wer":
        parent.subject_from = parent.subject_from or draft


def _is_subject(draft: Draft, parent: Draft) -> bool:
    """*Aushilfen anzumelden, ist Sache des Arbeitgebers.*: the infinitive right before *ist*."""
    if draft.kind is not ClauseKind.INFINITIVE or parent.finite is None:
        return False
    own = [word for word in draft.words if word.tag[:1] != "$"]
    first = next((word for word in parent.words if word.tag[:1] != "$"), None)
    fronted = bool(own) and own[0].index < parent.finite.index and first is parent.finite
    return fronted and parent.finite.lemma in ("sein", "bleiben")


def _asks(draft: Draft) -> bool:
    """Whether the verb takes a question as its object and something else can be its subject."""
    verbs = {w.lemma for w in draft.words if w.tag[:2] == "VV"}
    particle = "".join(w.lower for w in draft.words if w.tag == "PTKVZ")
    verbs |= {particle + verb for verb in verbs}
    if not verbs & closed.members("settling_verbs"):
        return False
    bare = [p for p in phrases.find(draft.words) if not p.preposition and p.head.tag != "PRF"]
    one = draft.finite is not None and draft.finite.morph.get("Number") == "Sing"
    if one:  # *Wer Geld bezieht, hat Änderungen mitzuteilen*: they are what is told
        bare = [p for p in bare if p.head.morph.get("Number") != "Plur"]
    return any("Nom" in p.cases() and not is_time(p.head.lemma) for p in bare)


def _is_open(draft: Draft) -> bool:
    """*Was es kostet, hängt vom Preis ab*: the question is the subject of such a verb."""
    verbs = {w.lemma for w in draft.words if w.tag[:2] == "VV"}
    particle = "".join(w.lower for w in draft.words if w.tag == "PTKVZ")
    verbs |= {particle + verb for verb in verbs}
    bare = [p for p in phrases.find(draft.words) if not p.preposition and "Nom" in p.cases()]
    return bool(verbs & {"abhängen", "feststehen", "richten"}) and not bare


def _lacks_subject(draft: Draft) -> bool:
    """Whether nothing in the clause is surely its subject and its verb is no asking one."""
    finite = draft.finite
    if finite is None or finite.lemma in closed.members("asking_verbs"):
        return False
    nonfinite = {w.lemma for w in draft.words if w.tag[:2] == "VV"}
    if nonfinite & closed.members("asking_verbs"):
        return False
    persons = {r.person for r in tables.verb_readings(finite.lower) if r.person}
    if "S3" not in persons:
        return False
    pronouns = ("PPER", "PIS", "PDS")
    if any(w.tag in pronouns and w.lower in ("er", "sie", "es", "ich", "man") for w in draft.words):
        return False
    bare = [p for p in phrases.find(draft.words) if not p.preposition and "Nom" in p.cases()]
    if len(bare) == 1 and finite.lemma in closed.members("never_ordered"):
        return True  # *Eine Karte erhält, wer …*: nobody gets a person
    return not any(p.head.dep.startswith("nsubj") for p in bare)
