"""What a careless rewrite could do to a text, the guard sees: texts are damaged on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from a11y.bench.guard import DAMAGES, PAIRS, TURNED, false_alarms, mutations, pairs
from a11y.simple_language.guard import breaches, vanished

TEXTS = (
    "Sie müssen den Antrag bis zum 15. März 2026 stellen. Die Gebühr beträgt 28,80 Euro. "
    "Wenn Sie den Termin nicht absagen können, zahlen Sie 10 Euro. Nur Frau Weber darf das ändern.",
    "Wir brauchen Ihren Ausweis innerhalb von 6 Wochen. Falls der Ausweis fehlt, bekommen Sie "
    "keinen Parkausweis. Sie können den Pass oder den Ausweis mitbringen. "
    "Herr Kowalski hilft Ihnen.",
    "Kinder unter 12 Jahren dürfen nie allein kommen. Sofern Sie arbeiten, soll Ihr Arbeitgeber "
    "mindestens 14 Tage vorher schreiben. Die Nummer ist 089 12345. Du bekommst Post "
    "von Frau Yilmaz.",
)

DAMAGE: dict[str, tuple[str, str | Callable[[re.Match[str]], str]]] = {
    "a number is dropped": (r"\b\d+(?:,\d+)?\b ?", ""),
    "a number is changed": (r"\b(\d+)\b", lambda m: str(int(m[1]) + 1)),
    "a negation is dropped": (r"\b(?:nicht|nie)\b ?", ""),
    "a negation is flipped": (r"\bkeinen\b", "einen"),
    "must becomes can": (r"\bmüssen\b", "können"),
    "may becomes must": (r"\b(?:darf|dürfen)\b", lambda m: {"darf": "muss"}.get(m[0], "müssen")),
    "can becomes may": (r"\bkönnen\b", "dürfen"),
    "should is dropped": (r"\bsoll\b", "wird"),
    "a condition becomes a reason": (r"\b(?:Wenn|Falls|Sofern)\b", "Weil"),
    "a condition is dropped": (r"\b(?:Wenn|Falls|Sofern) [^,]+, ", ""),
    "a limit is dropped": (r"\b(?:bis|innerhalb von|mindestens|nur|Nur)\b ?", ""),
    "a choice becomes a sum": (r"\boder\b", "und"),
    "the reader is no longer addressed": (r"\b(?:Sie|Ihnen|Ihren|Ihr)\b", "die"),
    "someone else is addressed": (r"\b(?:Wir|Du)\b", "Er"),
    "a name is dropped": (r"\b(?:Frau|Herr) (?:Weber|Kowalski|Yilmaz)\b", "Jemand"),
}

CASES = [
    pytest.param(text, re.sub(pattern, put, text, count=1), id=f"{number}: {name}")
    for name, (pattern, put) in DAMAGE.items()
    for number, text in enumerate(TEXTS)
    if re.search(pattern, text)
]


def test_every_kind_of_damage_is_tried() -> None:
    tried = {str(case.id).partition(": ")[2] for case in CASES}
    assert tried == set(DAMAGE)
    assert len(CASES) >= 25


@pytest.mark.parametrize(("before", "after"), CASES)
def test_the_guard_sees_it_in_the_sentence(before: str, after: str) -> None:
    assert before != after
    assert breaches(before, after)


@pytest.mark.parametrize(("before", "after"), CASES)
def test_the_guard_sees_it_in_the_whole_text(before: str, after: str) -> None:
    frame = "Das Amt ist am Montag offen. {} Danke."
    assert vanished(frame.format(before), frame.format(after))


@pytest.mark.parametrize("text", TEXTS)
def test_an_untouched_text_has_lost_nothing(text: str) -> None:
    assert breaches(text, text) == ()
    assert vanished(text, text) == ()


def test_an_explanation_is_no_loss() -> None:
    text = "Sie brauchen eine Apostille."
    assert (
        vanished(text, f"{text}\nDas ist ein Stempel. Ohne Stempel können Sie nicht reisen.") == ()
    )


def test_hundreds_of_damages_are_seen_kind_by_kind() -> None:
    tried = list(mutations())
    assert len(tried) >= 300
    for kind in (*DAMAGES, TURNED):
        seen = [one.seen for one in tried if one.kind == kind]
        assert seen, kind
        assert sum(seen) >= 0.9 * len(seen), kind


def test_right_rewrites_pass_unless_they_change_who_is_addressed() -> None:
    told = false_alarms()
    assert [alarm for alarm in told if "angesprochen" not in alarm[2]] == []
    assert len(told) <= 2


MISSED = {
    # Letters alone do not show that two persons have changed places.
    "first": [("Frau Lenz vertritt Herrn Orth.", "Herr Orth vertritt Frau Lenz.")],
    # The pronoun fits either noun.
    "second": [
        (
            "Der Halter des Hundes, der geimpft ist, zahlt weniger.",
            "Der Halter ist geimpft. Er zahlt weniger für den Hund.",
        ),
        (
            "Die Leiterin der Schule, die umzieht, schreibt Ihnen.",
            "Die Leiterin zieht um. Die Schule schreibt Ihnen.",
        ),
    ],
}


@pytest.mark.parametrize("name", PAIRS)
def test_testers_pairs_are_told_apart(name: str) -> None:
    tested = list(pairs(name))
    missed = [(p.before, p.after) for p in tested if p.kind != "right" and not p.told]
    assert missed == MISSED[name]
    assert [(p.before, p.told) for p in tested if p.kind == "right" and p.told] == []
    assert len(tested) >= 140
