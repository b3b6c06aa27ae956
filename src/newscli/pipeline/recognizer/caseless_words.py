"""What the dictionary says of a word in a text where no capital tells a name."""

from __future__ import annotations

from newscli.pipeline.recognizer.dictionary import is_only, tags

# How sure a rule is of a name that the network did not see.
KNOWN = 0.8
NO_PARTS_OF_NAMES = frozenset(
    ("VERB", "INFN", "GRND", "ADVB", "PRED", "ADJS", "PRTS", "CONJ", "PREP", "PRCL", "COMP", "INTJ")
)
_ADVERBS = frozenset(("ADVB",))
_FUNCTION_WORDS = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))


def is_no_part(word: str) -> bool:
    """Whether the dictionary knows a word as one of those that are in no name."""
    return is_only(word, NO_PARTS_OF_NAMES)


def is_function_word(word: str) -> bool:
    """`из`, `того`: whether a word is likeliest a preposition, a conjunction or a pronoun."""
    likeliest = tags(word)[0]
    return likeliest.POS in _FUNCTION_WORDS or "Apro" in likeliest.grammemes


def is_adverb(word: str) -> bool:
    """Whether the dictionary knows a word as nothing but an adverb: `снова`."""
    return is_only(word, _ADVERBS)
