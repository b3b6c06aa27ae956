"""spaCy's Russian tokenizer, taught that a sign is not part of the word beside it.

And its memory of words: what they cost, and how many are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from spacy.attrs import LIKE_NUM
from spacy.lang.ru.lex_attrs import LEX_ATTRS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import (
    compile_infix_regex,
    compile_prefix_regex,
    compile_suffix_regex,
    registry,
)

NAME = "newscli.Tokenizer.v1"
# Emoji, arrows, bullets, box drawing, dingbats, and the marks that join or colour emoji: what
# posts and lists put right before a name (`⚡️Путин`, `•Москва`, `🇷🇺Россия`).
SIGNS = "\u2022\u200d\u20e3\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"


# Strings that spaCy keeps for good, some 0.5 kB each with all that hangs on them. Nine of ten
# tokens of the next article are among those of the thousand before it, and to tokenize it then
# takes a third of the time that it takes with nothing known.
KEPT_STRINGS = 50_000


@contextmanager
def bounded_vocabulary(nlp: Language) -> Iterator[None]:
    """Keeps the memory flat: of KEPT_STRINGS on, `nlp` forgets the new words of this block.

    A Doc made in the block must not be used after it.
    """
    if len(nlp.vocab.strings) < KEPT_STRINGS:
        yield
    else:
        with nlp.memory_zone():
            yield


@lru_cache(maxsize=KEPT_STRINGS)
def _is_like_number(word: str) -> bool:
    # spaCy looks each new word up in a list of three thousand: half of what a word costs it.
    like: bool = LEX_ATTRS[LIKE_NUM](word)
    return like


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer of spaCy's for the pipeline's language, made to cut runs of signs off words."""
    signs = f"[{SIGNS}]+"
    slash, closing_slash = "/", r"/\.?"  # an agency stands between slashes: /ТАСС/.

    def create(nlp: Language) -> Tokenizer:
        defaults: Any = nlp.Defaults  # typed as if they could be missing
        nlp.vocab.lex_attr_getters[LIKE_NUM] = _is_like_number
        return Tokenizer(
            nlp.vocab,
            rules=defaults.tokenizer_exceptions,
            prefix_search=compile_prefix_regex([*defaults.prefixes, signs, slash]).search,
            suffix_search=compile_suffix_regex([*defaults.suffixes, signs, closing_slash]).search,
            infix_finditer=compile_infix_regex([*defaults.infixes, signs]).finditer,
            token_match=defaults.token_match,
            url_match=defaults.url_match,
        )

    return create
