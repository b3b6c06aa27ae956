"""spaCy's Russian tokenizer, taught that a sign is not part of the word beside it."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

# Emoji, arrows, bullets, box drawing, dingbats, and the marks that join or colour emoji: what
# posts and lists put right before a name (`⚡️Путин`, `•Москва`, `🇷🇺Россия`).
SIGNS = "\u2022\u200d\u20e3\u2190-\u2bff\ufe0e\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"


def split_signs(nlp: Language) -> None:
    """Make the tokenizer of `nlp` cut runs of signs off words, on either side and inside."""
    signs = f"[{SIGNS}]+"
    slash, closing_slash = "/", r"/\.?"  # an agency stands between slashes: /ТАСС/.
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # compiled, without types
    tokenizer.prefix_search = compile_prefix_regex(
        [*(defaults.prefixes or ()), signs, slash]
    ).search
    tokenizer.suffix_search = compile_suffix_regex(
        [*(defaults.suffixes or ()), signs, closing_slash]
    ).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), signs]).finditer
