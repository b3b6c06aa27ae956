"""Names in Latin letters: a first name begins a person, `of` goes on, `Institute` is no place."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from newscli.pipeline.recognizer.dictionary import is_post, lemma, tags
from newscli.pipeline.recognizer.latin_words import (
    AND,
    BODIES,
    CLUBS,
    COMPANIES,
    CREDITS,
    FILMS,
    FIRST_NAMES,
    LINKS,
    NAMES_OF_BRANDS,
    ORGANISATIONS,
    PLACES,
    PRODUCTS,
    PROFESSIONS,
    SOLOISTS,
    SURNAMES,
    THINGS,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join, put
from newscli.pipeline.recognizer.quoted_names import WORKS

# Words side by side: all that begin with a capital, or one in small letters.
_CAPITAL = "[A-ZÀ-ÖØ-ÞŠŽČŁŚİ]"
_BETWEEN = "(?:(?:&|von|van|der|den|de|da|di|del|dos|bin|al|el) )*"
_RUN = re.compile(rf"{_CAPITAL}[\w'’&]*(?:[ -]{_BETWEEN}{_CAPITAL}[\w'’&]*)*|[a-z]{{3,}}")
_LONGEST_PERSON = 4
# `RuStore`, not `McGregor` or `DiCaprio`
_CAMEL = re.compile(r"(?!Ma?c|D[aei]|L[ae]|O[A-Z]|Van|Fitz)[A-Z][a-z]+[A-Z]\w*")
_LETTER = re.compile("[A-Za-z]")
_CAPITAL_WORD = re.compile("[A-Z][A-Za-z]+")
_ACRONYMS_OF_PLACES = frozenset(("USA", "UAE", "CIS"))
_NAMES = FIRST_NAMES | NAMES_OF_BRANDS
# How sure it is of a name that the network did not see.
_CALLED_SO = 0.8


def read_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Berlin`, `Macron`, `компания flydubai`: what the words themselves or one before them say."""
    if not _LETTER.search(tokens.text):
        return scores
    scores = _drop_products(tokens, scores)
    for found in _RUN.finditer(tokens.text):
        run = tokens.mention(*found.span(), "")
        if run is None:
            continue
        inside = [mention for mention in scores if mention.overlaps(run)]
        if len(inside) == 1 and inside[0].label == "PER" and inside[0].start == run.start + 1:
            # `основатель OpenAI Sam Altman`
            company = Mention(run.start, run.start + 1, "ORG")
            if tokens.text_of(company) in ORGANISATIONS:
                scores = put(scores, company, _CALLED_SO)
                continue
        label = _label_of(tokens, run, inside)
        if label and [(run.start, run.end, label)] != inside:
            scores = put(scores, run._replace(label=label), _CALLED_SO)
    return _rename_as_elsewhere(tokens, scores)


def _rename_as_elsewhere(tokens: Tokens, scores: Scores) -> Scores:
    """`банк Lombard Odier`, then `Lombard Odier`: what is called so once is an organisation."""
    latin = {
        mention: text
        for mention in scores
        if mention.label != "DATE"
        and tokens.words[mention.start].isascii()
        and (text := tokens.text_of(mention)).isascii()
    }
    organisations = {text for mention, text in latin.items() if mention.label == "ORG"}
    return {
        mention._replace(label="ORG")
        if mention.label in ("PER", "LOC")
        and latin.get(mention) in organisations
        and tokens.words[mention.start] not in _NAMES
        and latin[mention] not in PLACES
        else mention: score
        for mention, score in scores.items()
    }


def _label_of(tokens: Tokens, run: Mention, inside: Sequence[Mention]) -> str:
    """What a run of words in Latin letters is, as far as it tells; nothing if it does not."""
    if any(mention.start < run.start or run.end < mention.end for mention in inside):
        return ""
    name, first = tokens.text_of(run), tokens.words[run.start]
    labels = {mention.label for mention in inside}
    if name in PLACES:
        beside = tokens.words[max(0, run.start - 1) : run.end + 1]
        is_alone = sum(word.isascii() and word.isalpha() for word in beside) <= run.size
        return "LOC" if is_alone else ""
    if name in SURNAMES:
        return "PER"
    if name in ORGANISATIONS:
        is_product = _is_behind(tokens, run, WORKS) or _is_behind(tokens, run, PRODUCTS)
        return "" if is_product else "ORG"
    if labels <= {"ORG", "LOC"} and run.size == 1 and _is_behind(tokens, run, SOLOISTS):
        return "PER" if name[0].isupper() else ""
    if labels <= {"PER", "LOC"} and inside and run.size == 1 and _CAMEL.fullmatch(name):
        return "ORG"
    is_acronym = len(name) > 2 and name.isascii() and name.isalpha() and name.isupper()
    if labels == {"LOC"} and is_acronym and name not in _ACRONYMS_OF_PLACES:
        return "ORG"
    if name in CLUBS and (not inside or run.size > 1):
        return "ORG"
    if len(inside) == 1 and inside[0].start == run.start and tokens.words[run.end - 1] in BODIES:
        return "ORG"
    if 1 < run.size <= _LONGEST_PERSON and _is_behind(tokens, run, PROFESSIONS):
        return "PER"
    if len(inside) > 1 and not BODIES.isdisjoint((first, tokens.words[run.end - 1])):
        return "ORG"
    is_begun = (
        not inside
        and (first in FIRST_NAMES or first in NAMES_OF_BRANDS)
        and not _is_behind(tokens, run, WORKS)
    )
    # `Warren`, then `Buffett`
    is_ended = bool(inside) and inside[-1].label == "PER" and inside[-1].end == run.end
    if is_ended and first in NAMES_OF_BRANDS and 1 < run.size <= _LONGEST_PERSON:
        return "PER"
    is_in_pieces = len(inside) > 1 or (inside and inside[0].size == 1)
    if is_begun or (is_in_pieces and (labels == {"PER"} or first in FIRST_NAMES)):
        return "PER" if 1 < run.size <= _LONGEST_PERSON else ""
    is_called = (
        len(name) > 2
        and (labels <= {"LOC"} or (labels == {"PER"} and first not in _NAMES))
        and (_is_behind(tokens, run, COMPANIES) or _is_credited(tokens, run))
    )
    return "ORG" if is_called else ""


def _drop_products(tokens: Tokens, scores: Scores) -> Scores:
    """`индекс S&P 500`, `карта Visa`, `танкер Eagle`: a thing is meant, not who makes it."""
    return {
        mention: score
        for mention, score in scores.items()
        if mention.label == "DATE"
        or not tokens.words[mention.start].isascii()
        or not _is_thing(tokens, mention)
    }


def _is_thing(tokens: Tokens, mention: Mention) -> bool:
    """Whether a mention in Latin letters is what a thing or a work is called, or a part of it."""
    if _is_behind(tokens, mention, THINGS):
        return True
    if mention.label == "ORG":
        return _is_behind(tokens, mention, PRODUCTS) or _is_number(tokens, mention)
    # `One Hundred Years of Solitude`
    is_end = mention.start > 0 and tokens.words[mention.start - 1] in LINKS
    return mention.size == 1 and (is_end or _is_behind(tokens, mention, FILMS))


def _is_credited(tokens: Tokens, run: Mention) -> bool:
    """`Скриншот: YouTube`"""
    before = tokens.words[max(0, run.start - 2) : run.start]
    return len(before) == 2 and before[1] == ":" and before[0].lower() in CREDITS


def _is_number(tokens: Tokens, mention: Mention) -> bool:
    """Whether this is a flight: two letters before a number."""
    word, following = tokens.words[mention.start], tokens.words[mention.end : mention.end + 1]
    return mention.size == 1 and len(word) == 2 and "".join(following).isdigit()


def _is_behind(tokens: Tokens, mention: Mention, classes: Container[str]) -> bool:
    """Whether one of these nouns is right before a mention, in the singular."""
    before = tokens.words[mention.start - 1] if mention.start else ""
    return (
        before.isalpha()
        and lemma(before) in classes
        and (
            tags(before)[0].number == "sing"
            # `в сети клиник Fresenius`
            or (mention.start > 1 and lemma(tokens.words[mention.start - 2]) == "сеть")
        )
    )


def part_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Pfizer Albert Bourla`: a first name begins a person, also where an organisation precedes."""
    if FIRST_NAMES.isdisjoint(tokens.forms) and NAMES_OF_BRANDS.isdisjoint(tokens.forms):
        return scores
    parted: dict[Mention, float] = {}
    person: Mention | None = None
    for mention, score in scores.items():
        if person is not None and mention.label == "PER" and mention.start == person.end:
            del parted[person]
            mention = Mention(person.start, mention.end, "PER")
        person = None
        first = _first_name(tokens, mention)
        if first is not None:
            if first > mention.start:
                parted[Mention(mention.start, first, "ORG")] = score
            mention = person = Mention(first, mention.end, "PER")
        parted[mention] = score
    return parted


def drop_beginnings(tokens: Tokens, scores: Scores) -> Scores:
    """`US Open`: a place before another Latin word with a capital begins another name."""
    words = tokens.words
    taken = {mention.start for mention in scores}
    return {
        mention: score
        for mention, score in scores.items()
        if not (
            mention.label == "LOC"
            and mention.end < len(words)
            and mention.end not in taken
            and not tokens.begins_sentence[mention.end]
            and _CAPITAL_WORD.fullmatch(words[mention.end])
            and _CAPITAL_WORD.fullmatch(words[mention.end - 1])
            and tokens.starts[mention.end] == tokens.ends[mention.end - 1] + 1
        )
    }


def join_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Bank of America`: a place after `of` and the like ends the name."""
    words = tokens.words
    if LINKS.isdisjoint(tokens.forms):
        return scores
    for before, mention in pairwise(scores):
        if (
            (before.label, mention.label) == ("ORG", "LOC")
            and before.end == mention.start
            and words[before.end - 1] in LINKS
            and words[mention.start].isascii()
        ):
            scores = join(scores, Mention(before.start, mention.end, "ORG"))
    return scores


def rename_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Crick Institute`: what the last word says is no place."""
    if BODIES.isdisjoint(tokens.forms):
        return scores
    return {
        Mention(mention.start, mention.end, "ORG")
        if mention.label == "LOC" and mention.size > 1 and tokens.words[mention.end - 1] in BODIES
        else mention: score
        for mention, score in scores.items()
    }


def _first_name(tokens: Tokens, mention: Mention) -> int | None:
    """Where in what was taken for an organisation a person's first name is, if one is there."""
    words = tokens.words[mention.start : mention.end]
    if mention.label != "ORG" or len(words) < 2 or words[-1] in BODIES:
        return None
    if not AND.isdisjoint(words):
        return None
    following = "".join(tokens.words[mention.end : mention.end + 1])

    def is_begun(at: int) -> bool:
        """Whether a surname follows: `Ralph Lauren` ends with a first name."""
        return at < len(words) - 1 or (following.istitle() and following.isascii())

    is_behind_post = mention.start > 0 and is_post(tokens.words[mention.start - 1])
    return next(
        (
            mention.start + at
            for at, word in enumerate(words)
            if (word in FIRST_NAMES and not (at and words[at - 1] in LINKS) and is_begun(at))
            # `президент Renault Luca de Meo`
            or (is_behind_post and 0 < at < len(words) - 1 and word in NAMES_OF_BRANDS)
        ),
        None,
    )
