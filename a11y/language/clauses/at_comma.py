"""What a comma, a colon or a dash parts: questions to the clauses on both sides of it.

words: of the whole sentence; top: the clause that is open; index: of the word behind the mark.
Nothing here changes a clause.
"""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language import closed
from a11y.language.analysis import ClauseKind
from a11y.language.clauses.adverbials import is_time
from a11y.language.clauses.draft import Draft, is_nonfinite, is_zu_infinitive
from a11y.language.clauses.lookahead import Lookahead
from a11y.language.word import Word


def says_only_how(draft: Draft) -> bool:
    """*falls vorhanden,* *wenn möglich,* *soweit nicht anders vereinbart,*: no verb will come."""
    words = [w for w in draft.words if w.tag[:1] != "$" and w is not draft.opener]
    if draft.opener is None or draft.opener.tag != "KOUS" or draft.finite is not None:
        return False
    if draft.opener.lower == "wie" and words and words[-1].tag == "VVPP":
        return True  # *Wie bereits im Mai mitgeteilt,*
    if not 0 < len(words) <= 4:
        return False
    return words[-1].tag in ("ADJD", "VVPP") and all(
        w.tag in ("ADJD", "ADV", "VVPP", "PTKNEG", "PIS") for w in words
    )


def still_to_do(words: list[Word], top: Draft, index: int) -> bool:
    """*ist bis 7 Uhr, sonntags bis 9 Uhr zu räumen*: the verb complex waits for its *zu*."""
    if top.finite is None or top.finite.lemma != "sein" or top.verb_final:
        return False
    behind = [w for w in top.words if w.index > top.finite.index]
    aside = sum(w.tag == "$," for w in behind) > 1 and not any(w.tag[:1] == "V" for w in behind)
    if aside and words[index].tag in ("VVIZU", "PTKZU"):
        return True  # *ist bei der Stadt, Rathausplatz 1, einzulegen*: the comma ends an aside
    judged = any(w.tag in ("ADJD", "VVPP", "NN") and not is_time(w.lemma) for w in behind[-2:])
    listed = words[index].tag in ("APPR", "APPRART", "ADV")
    if _bare_list(words, index) and top.finite.lower in ("sind", "waren"):
        return not any(w.tag[:1] in "V" or w.tag == "ADJD" for w in behind)
    return listed and not judged and not any(w.tag[:1] == "V" for w in behind)


def _bare_list(words: list[Word], index: int) -> bool:
    """*…, Enten und Gänse*: nouns alone on both sides of the comma, and *und* to come."""
    around = [words[place] for place in (index - 2, index)] if index > 1 else []
    following = words[index + 1] if index + 1 < len(words) else None
    goes_on = following is not None and (following.tag in ("KON", "$,"))
    return len(around) == 2 and all(w.tag == "NN" for w in around) and goes_on


def fragment_ends(words: list[Word], top: Draft, index: int, finite: Word, *, colon: bool) -> bool:
    """*Danke für alles, wir haben …*, *Meine Erfahrungen: Auf den Termin musste ich …*"""
    content = [w for w in top.words if w.tag[:1] != "$" and w.tag != "KON"]
    if content and content[0].tag == "ADJA" and content[0].text in ("Liebe", "Lieber"):
        return True  # *Liebe Eltern, Ihr Kind kommt …*
    if any(w.lower in ("geehrte", "geehrter", "geehrten") for w in content[:3]):
        return True
    if colon and words[index - 1].text in (":", ";"):
        return bool(content)
    subject = words[index]
    second = index + 1 < len(words) and words[index + 1] is finite
    named = subject.tag in ("PPER", "PDS", "PIS") and subject.text != "Sie"
    nouns = any(w.tag == "NN" for w in content)
    return second and named and nouns and len(content) > 2


def only_infinitive(top: Draft) -> bool:
    """*Aushilfen anzumelden, ist …*: all before the comma is an infinitive with its object."""
    words = top.words
    inside = [place for place, word in enumerate(words) if word.tag[:1] != "$"]
    return len(inside) > 1 and is_zu_infinitive(words, inside[-1]) and words[-1].tag == "$,"


def zu_behind_list(look: Lookahead, top: Draft, index: int) -> bool:
    """*…, A, B und C zu prüfen*: the infinitive's objects are a list."""
    if not top.complete or top.kind is ClauseKind.INFINITIVE:
        return False
    if top.finite is not None and top.finite.lemma in closed.members("zu_auxiliaries"):
        return False
    for position in range(index, len(look.words)):
        word = look.words[position]
        if word.finite or word.tag in ("KOUS", "KOUI", "PRELS", "PWS", "PWAV", "$."):
            return False
        if is_zu_infinitive(look.words, position):
            return look.hangs_on(look.words[index], word, limit=4)
    return False


def main_behind_list(words: list[Word], top: Draft, index: int) -> bool:
    """*…: Jede Insel, jedes Tal und jede Ebene ist …*"""
    for word in words[index:]:
        if word.finite:
            return top.complete
        if word.tag in ("KOUS", "KOUI", "PRELS", "$.") or word.tag[:1] == "V":
            return False
    return False


def belongs_to_sub(words: list[Word], top: Draft, below: Draft, index: int, end: int) -> bool:
    """Whether a stretch without finite verb adds to the subordinate clause before the comma.

    *…, die sie bekam, darunter Richard, wurde …*; *…, über alles zu reden, auch über Lohn.*
    """
    if any(w.tag[:1] == "V" for w in words[index:end]):
        return False
    behind = words[end : end + 2]
    if not below.complete:
        return len(behind) == 2 and behind[0].tag == "$," and behind[1].finite
    adds = words[index].tag == "ADV" and top.kind is not ClauseKind.RELATIVE
    return adds and not pending(below) and bool(behind) and behind[0].tag == "$."


def parallel_ends(words: list[Word], top: Draft, index: int, end: int) -> bool:
    """*müssen A abziehen, B aufheben*: the part behind the comma ends in the same verb form."""
    governs = top.finite or (top.shared_from.finite if top.shared_from is not None else None)
    if governs is None or top.verb_final or governs.tag[:2] not in ("VA", "VM"):
        return False
    last = words[end - 1]
    before = [w for w in top.words if is_nonfinite(w) and w.tag != "PTKVZ"]
    nearest = next((w for w in reversed(top.words) if w.tag[:1] != "$"), None)
    return (
        bool(before)
        and nearest is before[-1]
        and last.tag == before[-1].tag
        and last.tag in ("VVINF", "VVPP")
        and end - index > 1
    )


def subject_like(word: Word) -> bool:
    """*…, er gültig ist*: a second clause of the same kind begins with its own subject."""
    return word.tag == "PPER"


def pending(draft: Draft) -> bool:
    """The clause's finite verb is an auxiliary or modal whose partner is still to come."""
    if draft.finite is None:
        return True
    if draft.finite.tag[:2] not in ("VA", "VM"):
        return False
    return not any(is_nonfinite(word) for word in draft.words)


def is_condition(words: list[Word], before: Draft, finite: Word) -> bool:
    """*Ziehen Sie um, müssen Sie …* against *Gehen Sie hin, bringen Sie … mit*."""
    if finite.tag[:2] in ("VA", "VM"):
        return True
    if finite.lemma in closed.members("never_ordered"):
        return True  # *Bauen Sie dort, brauchen Sie …*: nobody is told to need
    first = before.finite
    if first is not None and first.tag[:2] in ("VA", "VM"):
        return True  # *Ist der Ausweis abgelaufen, brauchen Sie …*
    if first is not None and befalls(first, before.words):
        return True  # *Besitzen Sie einen Hund, melden Sie …*, *Ziehen Sie um, geben Sie …*
    behind = words[words.index(first) + 1 :][:1] if first is not None else []
    if behind and behind[0].text not in ("Sie", "du", "ihr") and behind[0].lower != "bitte":
        return True  # *Ändert sich Ihre Anschrift, teilen Sie …*: nobody is asked to
    place = words.index(finite)
    following = words[place + 1] if place + 1 < len(words) else None
    return following is not None and following.text not in ("Sie", "du", "ihr")


def befalls(finite: Word, words: Sequence[Word]) -> bool:
    """Whether nobody is told to do what this verb says: one has it, or it happens to one."""
    if any(w.lower == "bitte" for w in words):
        return False
    particle = next((w.lower for w in words if w.tag == "PTKVZ"), "")
    verb = particle + finite.lemma
    return verb in closed.members("never_ordered") or verb in closed.members("befalling")
