"""simplemma's German dictionary, 1.1 million forms, as a trie that is opened where it lies.

As simplemma ships it, opening it costs a second and 100 MB in every process; as a trie
(``simplemma[marisa-trie]``), built once at set-up, five milliseconds and 7 MB. See
``docs/decisions/0506``.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from a11y.paths import var_dir

if TYPE_CHECKING:  # its import is left to those who need a lemma
    from simplemma import Lemmatizer
    from simplemma.strategies import LemmatizationStrategy

_LANGUAGE = "de"


def path() -> Path:
    """Where the trie lies; another release of simplemma has another one."""
    from simplemma.__metadata__ import __version__

    return var_dir() / "lemmas" / __version__ / f"{_LANGUAGE}.dic"


def build(out: Path | None = None) -> Path:
    """Write the trie (three seconds): beside, then moved into place. Returns the file's path."""
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    out = out or path()
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as beside:
        TrieDictionaryFactory(disk_cache_dir=beside).get_dictionary(_LANGUAGE)
        (Path(beside) / out.name).replace(out)
    return out


def lemma(text: str) -> str:
    """The base form simplemma knows or guesses; the text itself where it does neither."""
    return str(_lemmatizer().lemmatize(text, lang=_LANGUAGE))


def known_share(text: str) -> float:
    """Share of the text's words that the dictionary knows (0–1)."""
    from simplemma import LanguageDetector

    detector = LanguageDetector(_LANGUAGE, lemmatization_strategy=_strategy())
    return float(detector.proportion_in_target_languages(text))


@cache
def _lemmatizer() -> Lemmatizer:
    from simplemma import Lemmatizer

    return Lemmatizer(lemmatization_strategy=_strategy())


@cache
def _strategy() -> LemmatizationStrategy:
    """Looks up in the trie, which is built first where set-up has not done it."""
    from simplemma.strategies import DefaultStrategy
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory

    file = path()
    if not file.exists():
        build(file)
    return DefaultStrategy(
        dictionary_factory=TrieDictionaryFactory(disk_cache_dir=str(file.parent))
    )
