"""spaCy's Russian tokenizer, taught that a sign is not part of the word beside it.

And what it costs: how many words are kept in memory, and no more than linear time for any text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from spacy.attrs import NORM
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

from newscli.pipeline.new_words import FASTER
from newscli.pipeline.text import remember_text

NAME = "newscli.Tokenizer.v1"
# Emoji, arrows, bullets, box drawing, dingbats, and the marks that join or colour emoji: what
# posts and lists put right before a name (`⚡️Путин`, `•Москва`, `🇷🇺Россия`).
SIGNS = "\u2022\u200d\u20e3\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
# Between sentences without a blank: `«РИА Новости».Ранее`, `ТАСС.Он`, `(ООН).14 марта`,
# `рублей.30 марта`.
_GLUED = (
    r"[»”\")](?=\.[А-ЯЁA-Z«\d])",
    r"(?<=[»”\")])\.(?=[А-ЯЁA-Z«\d])",
    r"(?<=[А-ЯЁA-Z]{2})\.(?=[А-ЯЁ](?:[а-яё]|\Z)|[\d«])",
    r"(?<=[а-яё]{3})\.(?=\d)",
)
# No word is so long: what has no space for longer is cut, or a line of quotes takes its square.
_LONGEST_RUN = 500
_LONG_RUN = re.compile(rf"(?<!\S)\S{{{_LONGEST_RUN + 1},}}")
_STRETCH = re.compile(rf"\S{{1,{_LONGEST_RUN - 1}}}[^\w\s]|\S{{1,{_LONGEST_RUN}}}")
_LETTERS = re.compile("[A-Za-zА-Яа-яЁё]+")
# No sign is cut off it, and no unit: that stands after a figure.
_BARE_END = re.compile(r"[^0-9]*(?<=[А-Яа-яЁё])\Z")
# Nothing longer is cut off the end of a word at once.
_LONGEST_SUFFIX = 50

# Strings that spaCy keeps for good, some 0.5 kB each with all that hangs on them. Nine of ten
# tokens of the next article are among those of the thousand before it, and to tokenize it then
# takes a third of the time that it takes with nothing known.
KEPT_STRINGS = 66_000
# What stands between two blanks, with its tokens, a tenth of a kilobyte each: as many as are met
# before there are so many strings.
_KEPT_CHUNKS = 79_000


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


class LinearTokenizer(Tokenizer):  # type: ignore[misc]  # it is untyped
    """spaCy's tokenizer for texts of any kind: what cuts signs off a word goes over all of it."""

    def __call__(self, string: str) -> Doc:
        doc = self._read(string)
        remember_text(doc, string)
        return doc

    def _read(self, string: str) -> Doc:
        cuts = _cuts(string)
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


def _cuts(string: str) -> list[int]:
    """Where what has no space for too long is cut."""
    # From blank to blank, as far as a cut may be: most texts are through in a few leaps.
    at = 0
    while len(string) - at > _LONGEST_RUN:
        at = string.rfind(" ", at, at + _LONGEST_RUN + 1) + 1
        if not at:
            return [
                run.start() + stretch.end()
                for run in _LONG_RUN.finditer(string)
                for stretch in _STRETCH.finditer(run[0])
            ]
    return []


class _Signs:
    """A regular expression with a sign or digit in all that it fits: most words have neither.

    What it finds within a word, or at its end, begins no earlier than the first of them.
    """

    def __init__(self, expression: re.Pattern[str]) -> None:
        self._expression = expression
        self.pattern = expression.pattern  # what spaCy writes to disk

    def match(self, word: str) -> re.Match[str] | None:
        return None if word.isalpha() else self._expression.match(word)

    def search_end(self, word: str) -> re.Match[str] | None:
        if word.isalpha() or _BARE_END.match(word):
            return None
        start = max(_count_letters(word), len(word) - _LONGEST_SUFFIX)
        return self._expression.search(word, start)

    def finditer(self, word: str) -> Iterable[re.Match[str]]:
        return () if word.isalpha() else self._expression.finditer(word, _count_letters(word))


class _Addresses(_Signs):
    """The same for one that fits nothing without a dot in it, as it takes long to find out."""

    def match(self, word: str) -> re.Match[str] | None:
        return super().match(word) if "." in word else None


def _count_letters(word: str) -> int:
    """How many letters a word begins with."""
    letters = _LETTERS.match(word)
    return letters.end() if letters else 0


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
        vocab.lex_attr_getters.update(FASTER)
        prefixes = compile_prefix_regex([*defaults.prefixes, signs, slash])
        suffixes = compile_suffix_regex([*defaults.suffixes, signs, closing_slash])
        infixes = compile_infix_regex([*defaults.infixes, signs, *_GLUED])
        return LinearTokenizer(
            nlp.vocab,
            # All prefixes are anchored: to search for one further on would be in vain.
            prefix_search=_Signs(prefixes).match,
            suffix_search=_Signs(suffixes).search_end,
            infix_finditer=_Signs(infixes).finditer,
            # To make rules of them takes a fifth of a second at every start.
            token_match=_Words(whole).__contains__,
            url_match=_Addresses(defaults.url_match.__self__).match,
            max_cache_size=_KEPT_CHUNKS,
        )

    return create


class _Words(frozenset[str]):
    """Words that stay whole; `pattern` is what spaCy writes to disk."""

    @property
    def pattern(self) -> str:
        return rf"(?:{'|'.join(map(re.escape, sorted(self)))})\Z"
