"""spaCy's Russian tokenizer, taught that a sign is not part of the word beside it.

And what it costs: how many words are kept in memory, and no more than linear time for any text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from spacy.attrs import LIKE_NUM, NORM
from spacy.lang.ru.lex_attrs import like_num
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import (
    add_lookups,
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

NAME = "newscli.Tokenizer.v1"
# Emoji, arrows, bullets, box drawing, dingbats, and the marks that join or colour emoji: what
# posts and lists put right before a name (`⚡️Путин`, `•Москва`, `🇷🇺Россия`).
SIGNS = "\u2022\u200d\u20e3\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
# No word is so long: what has no space for longer is cut, or a line of quotes takes its square.
_LONGEST_RUN = 500
_LONG_RUN = re.compile(rf"\S{{{_LONGEST_RUN + 1},}}")
_STRETCH = re.compile(rf"\S{{1,{_LONGEST_RUN - 1}}}[^\w\s]|\S{{1,{_LONGEST_RUN}}}")
# Nothing longer is cut off the end of a word at once.
_LONGEST_SUFFIX = 50

# Strings that spaCy keeps for good, some 0.5 kB each with all that hangs on them. Nine of ten
# tokens of the next article are among those of the thousand before it, and to tokenize it then
# takes a third of the time that it takes with nothing known.
KEPT_STRINGS = 50_000
# What stands between two spaces, for which spaCy remembers the tokens: as many as are met before
# there are so many strings. Of its own accord it would stop at 10,000.
_KEPT_CHUNKS = 100_000


@contextmanager
def bounded_vocabulary(nlp: Language) -> Iterator[None]:
    """Keeps the memory flat: of KEPT_STRINGS on, `nlp` forgets the new words of this block.

    A Doc made in the block must not be used after it.
    """
    vocab: Any = nlp.vocab  # its type leaves zones out
    # A zone within another would end that one.
    if len(vocab.strings) < KEPT_STRINGS or vocab.in_memory_zone:
        yield
    else:
        with nlp.memory_zone():
            yield


@lru_cache(maxsize=KEPT_STRINGS)
def _is_like_number(word: str) -> bool:
    # spaCy looks each new word up in a list of three thousand: half of what a word costs it.
    return bool(like_num(word))  # type: ignore[no-untyped-call]


class LinearTokenizer(Tokenizer):  # type: ignore[misc]  # it is untyped
    """spaCy's tokenizer for texts of any kind: what cuts signs off a word goes over all of it."""

    def __call__(self, string: str) -> Doc:
        cuts = [
            run.start() + stretch.end()
            for run in _LONG_RUN.finditer(string)
            for stretch in _STRETCH.finditer(run[0])
        ]
        if not cuts:
            doc: Doc = super().__call__(string)
            return doc
        edges = [0, *cuts, len(string)]
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in pairwise(edges):
            for token in super().__call__(string[start:end]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words, spaces)


class _Suffix:
    """A regular expression that is looked for near the end of a word only."""

    def __init__(self, expression: re.Pattern[str]) -> None:
        self._expression = expression
        self.pattern = expression.pattern  # what spaCy writes to disk

    def search(self, word: str) -> re.Match[str] | None:
        return self._expression.search(word, max(0, len(word) - _LONGEST_SUFFIX))


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer of spaCy's for the pipeline's language, made to cut runs of signs off words.

    spaCy's abbreviations (`г.`, `тыс.`) and their norms stay, but for those of several words.
    """
    signs = f"[{SIGNS}]+"
    slash, closing_slash = "/", r"/\.?"  # an agency stands between slashes: /ТАСС/.

    def create(nlp: Language) -> Tokenizer:
        defaults: Any = nlp.Defaults  # typed as if they could be missing
        vocab: Any = nlp.vocab  # typed without what it asks of each new word
        whole = {
            text: tokens[0]
            for text, tokens in defaults.tokenizer_exceptions.items()
            if len(tokens) == 1 and not re.search(r"\s", text)
        }
        norms = {text: token[NORM] for text, token in whole.items() if NORM in token}
        vocab.lex_attr_getters[NORM] = add_lookups(vocab.lex_attr_getters[NORM], norms)
        vocab.lex_attr_getters[LIKE_NUM] = _is_like_number
        suffixes = compile_suffix_regex([*defaults.suffixes, signs, closing_slash])
        tokenizer = LinearTokenizer(
            nlp.vocab,
            # All prefixes are anchored: to search for one further on would be in vain.
            prefix_search=compile_prefix_regex([*defaults.prefixes, signs, slash]).match,
            suffix_search=_Suffix(suffixes).search,
            infix_finditer=compile_infix_regex([*defaults.infixes, signs]).finditer,
            # To make rules of them takes a fifth of a second at every start.
            token_match=_one_of(whole).match,
            url_match=defaults.url_match,
        )
        tokenizer.max_cache_size = _KEPT_CHUNKS
        return tokenizer

    return create


def _one_of(words: Iterable[str]) -> re.Pattern[str]:
    """An expression for one of the words, sorted by their first letters: twice as fast."""
    groups = groupby(sorted(words), key=lambda word: word[0])
    endings = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in group)})"
        for first, group in groups
    )
    return re.compile(rf"(?:{'|'.join(endings)})\Z")
