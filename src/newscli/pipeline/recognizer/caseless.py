"""Texts in small letters or capitals alone, where no letter tells a name: the dictionary may."""

from __future__ import annotations

from newscli.pipeline.recognizer.caseless_drops import (
    drop_beginning_nouns,
    drop_common_phrases,
    drop_nouns,
    leave_common_words,
    leave_predicates,
)
from newscli.pipeline.recognizer.caseless_names import (
    join_halves,
    join_surnames,
    name_adjectives,
    name_called_bodies,
    name_called_people,
    name_called_places,
    name_clubs,
    name_known,
    name_listed,
    name_on_streets,
    name_subjects,
)
from newscli.pipeline.recognizer.mentions import Scores, Tokens
from newscli.pipeline.recognizer.place_names import rename_rivals
from newscli.pipeline.recognizer.well_known import name_well_known
from newscli.pipeline.recognizer.words import has_no_capitals

_RULES = (
    leave_predicates,
    leave_common_words,
    drop_nouns,
    drop_common_phrases,
    join_surnames,
    name_on_streets,
    name_called_places,
    name_known,
    join_halves,
    name_subjects,
    name_adjectives,
    name_called_bodies,
    name_called_people,
    name_clubs,
    name_listed,
    drop_beginning_nouns,
    name_well_known,
    rename_rivals,
)


def read_caseless(tokens: Tokens, scores: Scores) -> Scores:
    """The mentions of a text, with those that only letter case could have told."""
    if not has_no_capitals(tokens.text) and not tokens.text.isupper():
        return scores
    for rule in _RULES:
        scores = rule(tokens, scores)
    return scores
