"""Articles and other determiners."""

from __future__ import annotations

from a11y.language.errors import UnknownFormError

_DEFINITE = {
    "Masc": {"Nom": "der", "Acc": "den", "Dat": "dem", "Gen": "des"},
    "Fem": {"Nom": "die", "Acc": "die", "Dat": "der", "Gen": "der"},
    "Neut": {"Nom": "das", "Acc": "das", "Dat": "dem", "Gen": "des"},
    "Plur": {"Nom": "die", "Acc": "die", "Dat": "den", "Gen": "der"},
}
_ENDINGS = {
    "Masc": {"Nom": "er", "Acc": "en", "Dat": "em", "Gen": "es"},
    "Fem": {"Nom": "e", "Acc": "e", "Dat": "er", "Gen": "er"},
    "Neut": {"Nom": "es", "Acc": "es", "Dat": "em", "Gen": "es"},
    "Plur": {"Nom": "e", "Acc": "e", "Dat": "en", "Gen": "er"},
}
_LIKE_EIN = {"ein", "kein", "mein", "dein", "sein", "ihr", "Ihr", "unser", "euer"}
_LIKE_DIESER = {
    **{"dieser": "dies", "jener": "jen", "jeder": "jed", "welcher": "welch"},
    **{"mancher": "manch", "solcher": "solch", "alle": "all", "einige": "einig"},
    **{"mehrere": "mehrer", "beide": "beid", "sämtliche": "sämtlich", "viel": "viel"},
}


def article(*, case: str, number: str, gender: str, definite: bool = True) -> str:
    """``der``, ``dem``, ``einer`` …; "" for the indefinite plural."""
    if definite:
        return _DEFINITE["Plur" if number == "Plur" else gender][case]
    return "" if number == "Plur" else determiner("ein", case=case, number=number, gender=gender)


def determiner(lemma: str, *, case: str, number: str, gender: str) -> str:
    """A determiner given in its base form (``der``, ``ein``, ``Ihr``, ``dieser``, ``kein``).

    Errors: ``UnknownFormError`` for words that are no inflecting determiner.
    """
    kind = "Plur" if number == "Plur" else gender
    if lemma == "der":
        return _DEFINITE[kind][case]
    if lemma in ("derjenige", "derselbe"):
        rest = lemma.removeprefix("der")
        tail = (
            "n"
            if kind == "Plur" or case in ("Dat", "Gen") or (kind, case) == ("Masc", "Acc")
            else ""
        )
        return _DEFINITE[kind][case] + rest + tail
    if lemma in _LIKE_EIN:
        if lemma == "ein" and kind == "Plur":
            raise UnknownFormError(lemma, "Plur")
        bare = (kind, case) in (("Masc", "Nom"), ("Neut", "Nom"), ("Neut", "Acc"))
        stem = "eur" if lemma == "euer" and not bare else lemma
        return stem if bare else stem + _ENDINGS[kind][case]
    if lemma in _LIKE_DIESER:
        return _LIKE_DIESER[lemma] + _ENDINGS[kind][case]
    raise UnknownFormError(lemma, f"{case} {number}")


def follows(lemma: str) -> str:
    """How an adjective inflects after this determiner: ``definite``, ``indefinite``, ``none``."""
    if lemma in (
        "der",
        "derjenige",
        "derselbe",
        "dieser",
        "jener",
        "jeder",
        "welcher",
        "alle",
        "beide",
    ):
        return "definite"
    if lemma in _LIKE_EIN:
        return "indefinite"
    return "none"
