"""Correct tags where closed classes and word tables know better than statistics."""

from __future__ import annotations

from collections.abc import Sequence

from a11y.language.corrections import (
    by_address,
    by_finite,
    by_form,
    by_front,
    by_particle,
    by_place,
    by_relative,
    by_subclause,
    by_word,
)
from a11y.language.word import Word


def correct(words: Sequence[Word]) -> None:
    """Mend the tags of one sentence in place."""
    for position, word in enumerate(words):
        by_word.punctuation(word)
        by_word.noun_or_verb(words, position)
    for position, word in enumerate(words):
        by_form.impossible(word)
        by_form.unlisted_verb(word)
        by_form.unlisted_adjective(word)
        by_word.verb_form(words, position, word)
        by_word.polite(words, position)
    for position, _ in enumerate(words):
        by_word.closed_class(words, position)
    by_address.familiar(words)
    by_form.before_werden(words)
    for position, _ in enumerate(words):
        by_form.governing(words, position)
        by_form.determiners(words, position)
        by_form.apart(words, position)
        by_form.extended(words, position)
        by_place.verb_before_sie(words, position)
        by_relative.short(words, position)
        by_relative.hidden(words, position)
        by_relative.opener(words, position)
        by_relative.number(words, position)
    by_place.condition_first(words)
    by_relative.second(words)
    for position, _ in enumerate(words):
        by_subclause.verb_at_the_end(words, position)
    by_particle.second_with_particle(words)
    by_particle.joined_particles(words)
    for position, _ in enumerate(words):
        by_place.right_bracket(words, position)
    by_front.reflexive_behind(words)
    by_place.second_finite(words)
    by_finite.helper(words)
    by_finite.behind_subject(words)
    by_finite.behind_and(words)
    by_finite.before_and(words)
    by_place.statement_goes_on(words)
    by_place.two_requests(words)
    by_place.before_a_list(words)
    by_front.fronted_participle(words)
    by_front.fronted_infinitive(words)
    by_place.missing_finite(words)
    by_place.lone_infinitive(words)
    by_place.verb_second(words)
    by_place.first_word_sie(words)
    for position, _ in enumerate(words):
        by_word.no_reflexive(words, position)
    for position, word in enumerate(words):
        if word.tag == "VVFIN":
            by_form.attributive(words, position)
    by_form.stacked(words)
    by_form.modal_infinitive(words)
    by_place.behind_modal(words)
    by_front.modal_behind_infinitive(words)
    by_particle.particles_at_the_end(words)
    by_particle.parted_behind_and(words)
    by_particle.participle_beside(words)
    by_particle.felt(words)
