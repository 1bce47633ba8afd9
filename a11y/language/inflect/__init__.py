"""Build German forms: nouns, articles, adjectives, verbs, whole noun phrases.

Features are written as in ``Token.morph``: case ``Nom Acc Dat Gen``, number ``Sing Plur``, gender
``Masc Fem Neut``. A form that no table or rule knows raises ``UnknownFormError`` instead of being
guessed; callers then leave the text as it is.

>>> from a11y.language import inflect
>>> inflect.noun("Antrag", case="Dat", number="Plur")
'Anträgen'
>>> inflect.gender("Personalausweis")
'Masc'
>>> inflect.adjective("gültig", case="Dat", number="Sing", gender="Masc", after="definite")
'gültigen'
>>> inflect.conjugate("anmelden", person=3, number="Sing", tense="preterite")
Finite(form='meldete', particle='an')
>>> inflect.participle("beantragen"), inflect.auxiliary("ablaufen")
('beantragt', 'sein')
>>> inflect.infinitive_of_participle("ausgestellt")
'ausstellen'
>>> inflect.verb_of_noun("Beantragung")
'beantragen'
"""

from a11y.language.inflect.adjectives import adjective
from a11y.language.inflect.auxiliary import auxiliary, takes_either, takes_sein
from a11y.language.inflect.determiners import article, determiner
from a11y.language.inflect.nominal import noun_of_verb, verb_of_noun
from a11y.language.inflect.nouns import gender, meant, noun, number_of, plural
from a11y.language.inflect.phrases import recase
from a11y.language.inflect.verbs import (
    Finite,
    conjugate,
    imperative,
    infinitive_of_participle,
    participle,
    particle,
    perfect,
    present_participle,
    with_zu,
)

__all__ = [
    "Finite",
    "adjective",
    "article",
    "auxiliary",
    "conjugate",
    "determiner",
    "gender",
    "imperative",
    "infinitive_of_participle",
    "meant",
    "noun",
    "noun_of_verb",
    "number_of",
    "participle",
    "particle",
    "perfect",
    "plural",
    "present_participle",
    "recase",
    "takes_either",
    "takes_sein",
    "verb_of_noun",
    "with_zu",
]
