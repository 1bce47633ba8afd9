from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree
from pympi import Eaf

from a11y.errors import KlarhandError
from a11y.sign_avatar.glossing.errors import DataFileError
from a11y.sign_avatar.glossing.formats import dumps, eaf, loads, sigml, write_file
from a11y.sign_avatar.lexicon import load
from a11y.sign_avatar.score import SignedSentence
from tests.glossing.conftest import Translate


@pytest.fixture
def scores(translate: Translate) -> tuple[SignedSentence, ...]:
    text = (
        "Wenn Sie umziehen, müssen Sie den Hund nicht anmelden. Wir helfen Ihnen. "
        "Die Hundesteuer kostet 28,80 Euro. Schreiben Sie an info@beispiel.de."
    )
    return tuple(item.sentence for item in translate(text))


def test_json_gives_the_same_scores_back(scores: tuple[SignedSentence, ...]) -> None:
    assert loads(dumps(scores)) == scores


@pytest.mark.parametrize("text", ["", "{}", '{"sentences": [{"german": "x"}]}', "[1]"])
def test_broken_json_says_so(text: str) -> None:
    with pytest.raises(DataFileError, match="no score in JSON"):
        loads(text)


def test_elan_opens_what_we_write(scores: tuple[SignedSentence, ...], tmp_path: Path) -> None:
    out = tmp_path / "text.eaf"
    write_file(scores, out)
    read = Eaf(str(out))
    glosses = [value for _, _, value, *_ in read.get_annotation_data_for_tier(eaf.GLOSS)]
    germans = [value for _, _, value, *_ in read.get_annotation_data_for_tier(eaf.GERMAN)]
    heads = [value for _, _, value, *_ in read.get_annotation_data_for_tier("Kopf_A")]
    shown = [value for _, _, value, *_ in read.get_annotation_data_for_tier(eaf.SCREEN)]
    assert len(glosses) == sum(len(score.signs) for score in scores)
    assert germans == [score.german for score in scores]
    assert "shake [negation]" in heads
    assert "1-HELFEN1-2" in glosses
    assert shown == ["info@beispiel.de"]
    assert list(tmp_path.iterdir()) == [out]


def test_sigml_has_the_form_of_every_sign() -> None:
    from a11y.sign_avatar.glossing import gloss

    (score,) = gloss("Die Frau liest ein Buch.")
    document = etree.fromstring(sigml.build((score,), load()))
    signs = document.findall("hns_sign")
    assert [sign.get("gloss") for sign in signs] == [sign.gloss for sign in score.signs]
    assert all(len(sign.findall("hamnosys_manual/*")) > 2 for sign in signs)


def test_sigml_spells_and_counts() -> None:
    from a11y.sign_avatar.glossing import gloss

    (score,) = gloss("Frau Xu hat 25 Bücher.")
    document = etree.fromstring(sigml.build((score,), load()))
    glosses = [sign.get("gloss") for sign in document.findall("hns_sign")]
    assert glosses.count("$ALPHA:Xu") == 2
    assert "$NUM:25" in glosses


def test_whatever_the_rules_make_the_signer_can_perform() -> None:
    """A sample of the reference sentences, the newest sets among them."""
    from a11y.sign_avatar import body
    from a11y.sign_avatar.glossing import gloss
    from a11y.sign_avatar.glossing.reference import load_references
    from a11y.sign_avatar.motion import perform

    try:
        rig = body.load_rig()
    except KlarhandError as error:
        pytest.skip(f"no body has been built: {error.what}")
    lexicon = load()
    newest = [item for item in load_references() if item.own_set in ("ninth", "tenth")]
    for item in [*load_references()[::240], *newest[::30]]:
        for score in gloss(item.german):
            performance = perform(score, lexicon=lexicon, rig=rig, seed=1)
            assert [mark.gloss for mark in performance.marks] == [one.gloss for one in score.signs]
            assert performance.duration > 0.3


def test_sigml_is_read_by_our_own_reader_of_notation() -> None:
    """Each manual part of the file parses as HamNoSys again."""
    from a11y.sign_avatar.glossing import gloss
    from a11y.sign_avatar.notation import parse

    text = "Die Frau liest 25 Bücher in Kassel. Sie schreiben an info@beispiel.de."
    document = etree.fromstring(sigml.build(gloss(text), load()))
    manuals = document.findall("hns_sign/hamnosys_manual")
    assert len(manuals) > 8
    for manual in manuals:
        assert parse(" ".join(element.tag for element in manual)) is not None
    comments = [node.text for node in document.iter() if isinstance(node, etree._Comment)]
    assert any("info@beispiel.de" in (comment or "") for comment in comments)


def test_elan_is_well_formed_xml_with_growing_times(
    scores: tuple[SignedSentence, ...], tmp_path: Path
) -> None:
    """Read without the library that wrote it."""
    out = tmp_path / "text.eaf"
    write_file(scores, out)
    root = etree.parse(str(out)).getroot()
    slots = {
        slot.attrib["TIME_SLOT_ID"]: int(slot.attrib["TIME_VALUE"])
        for slot in root.iter("TIME_SLOT")
    }
    spans = root.findall(".//ALIGNABLE_ANNOTATION")
    assert spans
    for span in spans:
        assert slots[span.attrib["TIME_SLOT_REF1"]] < slots[span.attrib["TIME_SLOT_REF2"]]
    names = {tier.get("TIER_ID") for tier in root.iter("TIER")}
    assert names >= {"Deutsche_Übersetzung_A", "Lexem_Gebärde_r_A", "Mundbild_Mundgestik_A"}
    assert {tier.get("PARTICIPANT") for tier in root.iter("TIER")} == {"A"}


def test_elan_times_the_german_over_its_own_signs(
    scores: tuple[SignedSentence, ...], tmp_path: Path
) -> None:
    """As readers of the Public DGS Corpus cut it: the glosses inside a sentence's time are its."""
    out = tmp_path / "text.eaf"
    write_file(scores, out)
    read = Eaf(str(out))
    sentences = read.get_annotation_data_for_tier("Deutsche_Übersetzung_A")
    for (start, end, german, *_), score in zip(sentences, scores, strict=True):
        inside = read.get_annotation_data_between_times("Lexem_Gebärde_r_A", start + 1, end - 1)
        assert german == score.german
        assert [one[2] for one in sorted(inside)] == [sign.label for sign in score.signs]
