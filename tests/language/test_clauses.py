"""The clause layer against hand-annotated sentences and against itself."""

from __future__ import annotations

import pytest

from a11y.language import analyse, gold
from a11y.language.analysis import AdverbialType, Analysis, ClauseKind, Mood, Relation, Role

GOLD = {name: gold.load(name) for name in gold.SETS}


def one(analysis: Analysis, role: Role) -> list[str]:
    return [
        analysis.words(p.tokens)
        for clause in analysis.clauses
        for p in clause.participants
        if p.role is role
    ]


def test_the_gold_has_400_sentences() -> None:
    assert sum(len(sentences) for sentences in GOLD.values()) >= 400


@pytest.mark.parametrize("name", gold.SETS)
def test_hand_annotated_sentences_are_read_right(name: str) -> None:
    sentences = GOLD[name]
    wrong = {t: found for t, c in sentences.items() if (found := gold.compare(c, analyse(t)))}
    assert len(wrong) <= 0.05 * len(sentences), wrong


@pytest.mark.parametrize(
    ("text", "series"),
    [
        (
            "Die Schule unterrichtet Kinder ab sechs Jahren, Jugendliche und alte Leute.",
            "Kinder ab sechs Jahren, Jugendliche und alte Leute",
        ),
        (
            "Wir beraten Eltern mit kleinen Kindern, Schüler und Studenten.",
            "Eltern mit kleinen Kindern, Schüler und Studenten",
        ),
        (
            "Bringen Sie ein Foto in Farbe, den Ausweis und das Formular mit.",
            "ein Foto in Farbe, den Ausweis und das Formular",
        ),
        (
            "Wir bieten Kurse für Kinder, Jugendliche und Senioren.",
            "Kurse für Kinder, Jugendliche und Senioren",
        ),
    ],
)
def test_a_series_keeps_what_describes_its_first_noun(text: str, series: str) -> None:
    assert one(analyse(text), Role.DIRECT_OBJECT) == [series]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Hunde dürfen Besucher mitnehmen.", "Besucher"),
        ("Die Katze darf der Mieter halten.", "der Mieter"),
        ("Formulare müssen Eltern abgeben.", "Eltern"),
        ("Eltern müssen Formulare abgeben.", "Eltern"),
    ],
)
def test_people_act_whatever_stands_in_front(text: str, who: str) -> None:
    assert one(analyse(text), Role.SUBJECT) == [who]


def test_who_gets_has_the_duty_not_the_question() -> None:
    first, main, second = analyse(
        "Wer Geld bezieht, hat Umzüge mitzuteilen und zu belegen."
    ).clauses
    assert first.kind is ClauseKind.RELATIVE
    assert [p.role for p in main.participants][:1] == [Role.SUBJECT]
    assert (main.modal, second.modal) == ("müssen", "müssen")


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Sie stellen den Antrag auf Elterngeld bei der Behörde.", "den Antrag auf Elterngeld"),
        ("Anträge nimmt das Amt für Wohnen entgegen.", "das Amt für Wohnen"),
        ("Uns steht kein Platz zur Verfügung.", "kein Platz"),
        ("Beim Gericht in Köln kann Klage erhoben werden.", "Klage"),
    ],
)
def test_a_prepositional_phrase_goes_with_its_noun_or_its_verb(text: str, phrase: str) -> None:
    analysis = analyse(text)
    assert phrase in [
        analysis.words(p.tokens) for clause in analysis.clauses for p in clause.participants
    ]


def test_separable_particle_is_joined() -> None:
    clause = analyse("Er meldet seinen Hund beim Steueramt an.").clauses[0]
    assert clause.predicate == "anmelden"
    assert len(clause.verbs) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Halten mehrere Personen einen Hund, so schulden sie die Steuer.",
        "Haben zwei Menschen ein Kind, dann zahlen sie zusammen.",
    ],
)
def test_a_correlate_takes_up_a_condition_that_begins_with_its_verb(text: str) -> None:
    condition, main = analyse(text).clauses
    assert condition.relation == "condition"
    assert main.relation != "coordination"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Erwachsene 5 Euro, Kinder frei", ["Erwachsene", "Kinder"]),
        ("Erwachsene: 5 Euro, Familien: 12 Euro", ["Erwachsene", "Familien"]),
        ("Kinder bis 5 Jahre kostenlos, Schüler 2 Euro", ["Kinder", "Schüler"]),
        ("Tageskarte 4,50 €, Gruppen ab 10 Personen 30 €", ["Tageskarte", "Gruppen"]),
        ("Parken: erste Stunde frei, jede weitere Stunde 2 Euro", ["Parken", "Stunde"]),
    ],
)
def test_each_price_without_a_verb_is_a_fragment(text: str, parts: list[str]) -> None:
    analysis = analyse(text)
    assert [c.kind for c in analysis.clauses] == [ClauseKind.FRAGMENT] * len(parts)
    firsts = [clause.participants[0] for clause in analysis.clauses]
    assert [analysis.tokens[p.head].text for p in firsts] == parts


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Das Amt teilt mit, der Bescheid komme morgen.", "content"),
        ("Sie geben an, Sie hätten keinen Wohnsitz.", "content"),
        ("Die Stadt sagt, die Arbeiten seien fertig.", "content"),
        ("Das Amt teilt mit, und der Bescheid kommt morgen.", "coordination"),
        ("Das Amt hilft, die Stadt zahlt.", "coordination"),
    ],
)
def test_what_is_said_in_the_subjunctive_is_content(text: str, relation: str) -> None:
    assert analyse(text).clauses[-1].relation == relation


@pytest.mark.parametrize(
    "text",
    [
        "Besitzen Sie einen Hund, melden Sie sich beim Steueramt.",
        "Benötigen Sie Hilfe, wenden Sie sich an die Information.",
        "Ziehen Sie um, geben Sie uns Ihre neue Anschrift.",
        "Planen Sie ein Fest, beantragen Sie früh eine Genehmigung.",
        "Finden Sie ein Tier, rufen Sie das Tierheim an.",
    ],
)
def test_what_nobody_is_told_to_do_is_a_condition(text: str) -> None:
    condition, request = analyse(text).clauses
    assert (condition.relation, request.mood) == ("condition", "imperative")


def test_two_requests_in_a_row_are_no_condition() -> None:
    first, second = analyse("Gehen Sie zum Schalter, nehmen Sie eine Nummer.").clauses
    assert (first.mood, second.mood, second.relation) == (
        "imperative",
        "imperative",
        "coordination",
    )


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Rechtsgrundlage ist § 5 i. V. m. § 7 der Satzung.", "§ 5 i. V. m. § 7 der Satzung"),
        ("Das gilt gem. § 12 i.V.m. § 13 AO.", "gem. § 12 i.V.m. § 13 AO"),
        ("Nach § 3 Abs. 1 i. V. m. Anlage 2 ist es frei.", "Nach § 3 Abs. 1 i. V. m. Anlage 2"),
    ],
)
def test_places_in_the_law_are_one_phrase(text: str, phrase: str) -> None:
    analysis = analyse(text)
    (clause,) = analysis.clauses
    found = [p.tokens for p in clause.participants] + [a.tokens for a in clause.adverbials]
    assert phrase in [analysis.words(tokens) for tokens in found]


def test_list_items_take_condition_and_subject_from_the_sentence_before() -> None:
    text = "Sie bekommen Hilfe, wenn Sie\n- in der Stadt wohnen\n- ein Kind haben."
    analysis = analyse(text)
    items = [c for c in analysis.clauses if analysis.sentences[c.sentence].lead_in is not None]
    assert [item.predicate for item in items] == ["wohnen", "haben"]
    assert all(item.relation == "condition" and item.link == "wenn" for item in items)
    assert all(item.participants[0].shared for item in items)


def test_list_items_take_the_modal_from_the_sentence_before() -> None:
    analysis = analyse("Sie müssen:\n- den Antrag ausfüllen\n- ein Foto mitbringen")
    assert [(c.modal, c.predicate) for c in analysis.clauses[1:]] == [
        ("müssen", "ausfüllen"),
        ("müssen", "mitbringen"),
    ]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        (
            "Sie müssen sich innerhalb von zwei Wochen anmelden.",
            "time",
            "innerhalb von zwei Wochen",
        ),
        ("Geben Sie das Formular im Rathaus ab.", "place", "im Rathaus"),
        ("Gehen Sie ins Rathaus.", "direction", "ins Rathaus"),
        ("Stellen Sie den Antrag schriftlich.", "manner", "schriftlich"),
        ("Wegen eines Umbaus ist das Amt zu.", "reason", "Wegen eines Umbaus"),
        ("Bei Verlust des Ausweises rufen Sie an.", "condition", "Bei Verlust des Ausweises"),
        ("Zur Beantragung brauchen Sie ein Foto.", "purpose", "Zur Beantragung"),
        ("Senden Sie den Antrag per Post.", "instrument", "per Post"),
    ],
)
def test_adverbials_are_typed(text: str, kind: str, words: str) -> None:
    analysis = analyse(text)
    found = {
        analysis.words(a.tokens): a.type for clause in analysis.clauses for a in clause.adverbials
    }
    assert found[words] is AdverbialType(kind)


def test_participants_carry_their_attributes() -> None:
    analysis = analyse("Die von der Stadt ausgestellte Urkunde der Mutter gilt als Nachweis.")
    assert one(analysis, Role.SUBJECT) == ["Die von der Stadt ausgestellte Urkunde der Mutter"]
    (subject,) = [p for p in analysis.clauses[0].participants if p.role is Role.SUBJECT]
    assert (subject.case, subject.number, subject.definite) == ("Nom", "Sing", True)


def test_the_polite_form_is_the_addressee() -> None:
    (clause,) = analyse("Sie erhalten einen Bescheid.").clauses
    assert clause.participants[0].person == 2


def test_case_beats_word_order() -> None:
    analysis = analyse("Den Bescheid schickt das Amt.")
    assert one(analysis, Role.SUBJECT) == ["das Amt"]
    assert one(analysis, Role.DIRECT_OBJECT) == ["Den Bescheid"]


def test_relative_clause_knows_its_noun() -> None:
    analysis = analyse("Die Behörde, bei der Sie den Antrag stellen, ist das Bürgeramt.")
    (relative,) = [c for c in analysis.clauses if c.kind is ClauseKind.RELATIVE]
    assert relative.antecedent is not None
    assert analysis.tokens[relative.antecedent].text == "Behörde"
    assert relative.parent == 0


@pytest.mark.parametrize(
    ("text", "noun", "subject"),
    [
        ("Nicht jeder Verein, der Sport anbietet, ist gemeinnützig.", "Verein", "der"),
        ("Eltern, die Arbeit suchen, bekommen Hilfe.", "Eltern", "die"),
        ("Kinder unter drei Jahren, deren Eltern arbeiten, kommen mit.", "Kinder", "deren Eltern"),
    ],
)
def test_relative_clauses_that_look_like_apposition(text: str, noun: str, subject: str) -> None:
    analysis = analyse(text)
    (relative,) = [c for c in analysis.clauses if c.kind is ClauseKind.RELATIVE]
    assert relative.antecedent is not None
    assert analysis.tokens[relative.antecedent].text == noun
    (found,) = [p for p in relative.participants if p.role is Role.SUBJECT]
    assert analysis.words(found.tokens) == subject


def test_reflexive_and_causative() -> None:
    clause = analyse("Sie können sich im Rathaus beraten lassen.").clauses[0]
    assert clause.predicate == "beraten"
    assert clause.causative
    assert clause.reflexive is not None


def test_same_text_same_answer() -> None:
    text = "Der Antrag, den Sie stellen, wird geprüft und bewilligt."
    assert analyse(text) == analyse(text)


@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Die Rechnung begleicht die Krankenkasse.", "die Krankenkasse", "Die Rechnung"),
        ("Bescheide verschicken die Ämter per Post.", "die Ämter", "Bescheide"),
        ("Das Gutachten erstellt das Institut.", "das Institut", "Das Gutachten"),
        ("Die Plakate müssen die Parteien wieder entfernen.", "die Parteien", "Die Plakate"),
        ("Die Entscheidung betrifft alle Eltern.", "Die Entscheidung", "alle Eltern"),
        ("Diese Frage beantwortet Ihnen die Leitstelle.", "die Leitstelle", "Diese Frage"),
        ("Das Amt prüft das Formular.", "Das Amt", "das Formular"),
    ],
)
def test_sense_decides_where_no_form_does(text: str, subject: str, object_: str) -> None:
    analysis = analyse(text)
    assert one(analysis, Role.SUBJECT) == [subject]
    assert one(analysis, Role.DIRECT_OBJECT) == [object_]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "Erwachsene zahlen 10 Euro, Jugendliche 5 Euro und Kinder 2 Euro.",
            [("Erwachsene", "10 Euro"), ("Jugendliche", "5 Euro"), ("Kinder", "2 Euro")],
        ),
        (
            "Die Gebühr beträgt 10 Euro, der Zuschlag 5 Euro.",
            [("Die Gebühr", "10 Euro"), ("der Zuschlag", "5 Euro")],
        ),
        ("Bringen Sie einen Ausweis, ein Foto und 28 Euro mit.", None),
        ("Frau Weber, Leiterin des Amtes, hilft Ihnen.", None),
        ("Sie erreichen uns montags bis 12 Uhr, dienstags bis 16 Uhr.", None),
    ],
)
def test_a_verb_left_out_is_thought_where_two_phrases_are_parallel(
    text: str, clauses: list[tuple[str, str]] | None
) -> None:
    analysis = analyse(text)
    if clauses is None:
        assert len(analysis.clauses) == 1
        return
    pairs = zip(one(analysis, Role.SUBJECT), one(analysis, Role.DIRECT_OBJECT), strict=True)
    assert list(pairs) == clauses
    assert len({clause.predicate for clause in analysis.clauses}) == 1
    assert not any(clause.verbs for clause in analysis.clauses[1:])


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Wir rufen Sie, sobald der Pass da ist, zurück.", ["zurückrufen", "sein"]),
        ("Der Kurs findet – anders als geplant – nicht statt.", ["stattfinden"]),
        ("Die Frist fängt am 1. Mai an zu laufen.", ["anfangen", "laufen"]),
        ("Die Stadt hat vor, die Gebühren zu senken.", ["vorhaben", "senken"]),
        ("Bitte legen Sie, soweit vorhanden, den Ausweis vor.", ["vorlegen", "sein"]),
        ("Wir bitten Sie, ihn ausgefüllt zurückzusenden.", ["bitten", "zurücksenden"]),
        ("Verlängern lässt sich die Frist nicht.", ["verlängern"]),
    ],
)
def test_particles_far_from_their_verbs(text: str, predicates: list[str]) -> None:
    assert [clause.predicate for clause in analyse(text).clauses] == predicates


def test_what_both_verbs_do_is_the_second_ones_object() -> None:
    analysis = analyse("Das Amt stellt die Urkunde aus und schickt sie Ihnen zu.")
    second = analysis.clauses[1]
    assert {p.role: analysis.tokens[p.head].text for p in second.participants} == {
        Role.SUBJECT: "Amt",
        Role.DIRECT_OBJECT: "sie",
        Role.INDIRECT_OBJECT: "Ihnen",
    }


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Bei 2 Hunden 156 Euro, ab 3 Hunden 180 Euro.", 2),
        ("Für Kinder 3 Euro, für Erwachsene 5 Euro", 2),
        ("Der Eintritt kostet für Kinder 3 Euro, für Erwachsene 5 Euro.", 2),
        (
            "Die Steuer beträgt für den ersten Hund 120 Euro, für den zweiten 156 Euro "
            "und für jeden weiteren 180 Euro.",
            3,
        ),
        ("Kinder unter sechs Jahren fahren frei, ältere Kinder zum halben Preis.", 2),
        ("Geöffnet montags, dienstags und freitags", 1),
    ],
)
def test_every_amount_has_its_own_clause(text: str, clauses: int) -> None:
    assert len(analyse(text).clauses) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "Wohnen zwei Menschen zusammen, zahlen sie weniger.",
        "Arbeiten beide Eltern, bekommen sie einen Platz.",
        "Leben Kinder im Haushalt, erhöht sich der Betrag.",
        "Bauen Sie auf dem Grundstück, brauchen Sie eine Genehmigung.",
        "Fehlt eine Unterlage, so wird der Antrag abgelehnt.",
    ],
)
def test_a_condition_may_begin_with_its_verb(text: str) -> None:
    first, second = analyse(text).clauses
    assert (first.kind, second.kind) == (ClauseKind.SUBORDINATE, ClauseKind.MAIN)
    assert first.finite == 0


@pytest.mark.parametrize(
    "text", ["Essen, Trinken und Rauchen sind verboten.", "Schreiben, Lesen, Rechnen"]
)
def test_a_noun_in_front_stays_one(text: str) -> None:
    assert analyse(text).tokens[0].tag == "NN"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("Je nachdem, wie alt Ihr Kind ist, zahlen Sie weniger.", "je nachdem wie"),
        ("Der Preis ist verschieden, je nachdem ob Sie hier wohnen.", "je nachdem ob"),
    ],
)
def test_je_nachdem_belongs_to_the_question(text: str, link: str) -> None:
    analysis = analyse(text)
    asked = next(c for c in analysis.clauses if c.link == link)
    (around,) = (c for c in analysis.clauses if c.link != link)
    assert (asked.kind, asked.relation) == (ClauseKind.SUBORDINATE, Relation.QUESTION)
    assert (around.kind, around.mood) == (ClauseKind.MAIN, Mood.INDICATIVE)
    assert asked.parent == around.index


def test_wir_does_what_follows_und_too() -> None:
    second = analyse("Wir prüfen Ihren Antrag und rufen Sie an.").clauses[1]
    assert second.mood is Mood.INDICATIVE
    assert [p.role for p in second.participants] == [Role.SUBJECT, Role.DIRECT_OBJECT]
    asked = analyse("Wir sind umgezogen und rufen Sie uns bitte an.").clauses[1]
    assert asked.mood is Mood.IMPERATIVE


def test_two_things_to_do_are_two_clauses() -> None:
    clauses = analyse("Die Tiere sind vom Halter zu füttern und sicher unterzubringen.").clauses
    assert [c.predicate for c in clauses] == ["füttern", "unterbringen"]
    series = analyse(
        "Sie müssen den Ofen reinigen, die Asche entsorgen, den Filter wechseln und alles abgeben."
    ).clauses
    assert [c.predicate for c in series] == ["reinigen", "entsorgen", "wechseln", "abgeben"]


def test_a_participle_before_werden_is_one() -> None:
    clauses = analyse(
        "Bäume, die unter Schutz stehen und nicht gefällt werden dürfen, haben ein Schild."
    ).clauses
    assert [(c.predicate, c.modal) for c in clauses if c.kind is ClauseKind.RELATIVE] == [
        ("stehen", ""),
        ("fällen", "dürfen"),
    ]


def test_sie_is_the_subject_beside_a_noun() -> None:
    clause = analyse("Sie zahlen weniger, wenn Sie Schüler sind.").clauses[1]
    (subject,) = (p for p in clause.participants if p.role is Role.SUBJECT)
    assert subject.person == 2


def test_a_particle_behind_tells_the_verb_from_its_participle() -> None:
    clauses = analyse(
        "Das Amt bewahrt Fundsachen 6 Monate auf, danach werden sie verkauft."
    ).clauses
    assert [c.predicate for c in clauses] == ["aufbewahren", "verkaufen"]
