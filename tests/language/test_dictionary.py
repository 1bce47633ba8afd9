"""The dictionary as a trie answers what simplemma's own one does, and costs far less."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import simplemma
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from a11y.language import dictionary


@pytest.fixture(scope="module")
def forms() -> list[str]:
    """Every 2,000th form of the dictionary, in the order of its file."""
    known = list(DefaultDictionaryFactory(cache_max_size=1).get_dictionary("de"))
    return known[::2000]


def test_same_lemmas_as_simplemma(forms: list[str]) -> None:
    unknown = ["Xyzzyfrabs", "Bürger*innen", "", "Hundesteuersatzungsänderung", "1.", "ABMELDEN"]
    asked = [*forms, *(word for word in unknown if word)]
    assert len(asked) > 500
    assert [dictionary.lemma(word) for word in asked] == [
        simplemma.lemmatize(word, lang="de") for word in asked
    ]


def test_share_of_known_words() -> None:
    german = "Sie melden Ihren Hund innerhalb von zwei Wochen bei der Gemeinde an."
    assert dictionary.known_share(german) > 0.9
    assert dictionary.known_share("Qwrt zzxy plmk vbnh wwqq rrtz") < 0.2


def test_opening_it_costs_little_memory() -> None:
    """Of a process of its own: RSS before and after the first lemma, in MB."""
    dictionary.lemma("Haus")  # built where nobody has
    code = """
import simplemma
def used():
    return int(open("/proc/self/statm").read().split()[1]) * 4096 / 1e6
from a11y.language import dictionary
import simplemma.strategies.dictionaries.trie_dictionary_factory
before = used()
assert dictionary.lemma("Häuser") == "Haus"
print(used() - before)
"""
    if not Path("/proc/self/statm").exists():
        pytest.skip("no /proc on this system")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 40  # as a dict: above 100


def test_a_build_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from simplemma.strategies.dictionaries import trie_dictionary_factory as tries

    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(tries.TrieDictionaryFactory, "get_dictionary", full)
    with pytest.raises(OSError, match="no space"):
        dictionary.build(tmp_path / "lemmas" / "de.dic")
    assert list((tmp_path / "lemmas").iterdir()) == []
