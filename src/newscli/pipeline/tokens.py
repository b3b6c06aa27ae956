"""spaCy's Russian tokenizer, taught that a sign is not part of the word beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """The tokenizer of spaCy's for the pipeline's language, made to cut runs of signs off words."""
    signs = f"[{SIGNS}]+"
    slash, closing_slash = "/", r"/\.?"  # an agency stands between slashes: /ТАСС/.

    def create(nlp: Language) -> Tokenizer:
        defaults: Any = nlp.Defaults  # typed as if they could be missing
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
