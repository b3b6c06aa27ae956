"""A mention's words → the entries of the gazetteer that they can name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from spacy.tokens import Span

from newscli.pipeline.attributes import stored
from newscli.pipeline.morphology import fold, inflect, parses
from newscli.pipeline.places.gazetteer import Entry, entries_named, name_key
from newscli.pipeline.places.words import ABBREVIATED, CLASS_KINDS, SHARED_CLASS_WORDS

_ASIDE = re.compile(r"\([^)]*\)")
_NO_KINDS: frozenset[str] = frozenset()
# How far ahead the word stands that several names share: `Курской, Брянской и Орловской областях`.
_WORDS_AHEAD = 12
_SHARING_ENDINGS = tuple(ending for ending, *_ in SHARED_CLASS_WORDS)
# Names of an archive repeat: the bound keeps a long run flat.
_CACHED_NAMES = 4_000


def look_up(span: Span, text: str) -> tuple[str, tuple[Entry, ...]]:
    """What mentions of one name share, and the entries of that name, which may be none.

    `text` is that of the mention. The dictionary form is tried first, then what else the words may
    be a form of, then the name without its class word.
    """
    normal, key, entries = _look_up_alone(stored(span, "normal") or text, text)
    if normal.endswith(_SHARING_ENDINGS):
        for shared in _with_shared_class_word(span, normal):
            if others := entries_named(shared):
                return shared, others
    return key, entries


@lru_cache(maxsize=_CACHED_NAMES)
def _look_up_alone(name: str, text: str) -> tuple[str, str, tuple[Entry, ...]]:
    """The key of a dictionary form, and what it or the mention's own words lead to by themselves.

    That is the key that mentions of one name share, and the entries.
    """
    spelt_out = spell_out(name)
    normal = name_key(spelt_out)
    # Nine names of ten need no more than this.
    if entries := entries_named(normal):
        return normal, normal, entries
    keys = [normal]
    for key in chain((name_key(text),), _other_keys(text, spelt_out)):
        if entries := entries_named(key):
            return normal, key, entries
        keys.append(key)
    for key in dict.fromkeys(keys):
        if entries := _without_class_word(key):
            return normal, key, entries
    return normal, normal, ()


def named_kind(name: str) -> str | None:
    """The kind that a name in its dictionary form tells by its class word: `улица Гоголя`."""
    words = name_key(spell_out(name)).split(" ")
    kinds = CLASS_KINDS.get(words[0]) or CLASS_KINDS.get(words[-1]) or _NO_KINDS
    return next(iter(kinds)) if len(words) > 1 and len(kinds) == 1 else None


def spell_out(name: str) -> str:
    """`Тверская обл.` → `Тверская область`, `г. Мирный` → `город Мирный`."""
    words = name.split()
    if len(words) > 1:
        for number in (0, -1):
            word = fold(words[number]).rstrip(".")
            if word != fold(words[number]) or word in ("р-н", "обл"):
                words[number] = ABBREVIATED.get(word, words[number])
    return " ".join(words)


@lru_cache(maxsize=_CACHED_NAMES)
def kinds_of(word: str) -> frozenset[str]:
    """The kinds that a folded form of a class word tells: `республике`."""
    for parse in parses(word):
        if kinds := CLASS_KINDS.get(parse.normal_form):
            return kinds
    return _NO_KINDS


def _other_keys(text: str, normal: str) -> Iterator[str]:
    """Other names that a mention may be a form of, the likelier first."""
    key = name_key(normal)
    if "(" in normal:  # Кировоградская (Кропивницкая) область
        yield name_key(_ASIDE.sub("", normal))
    words = name_key(text).split(" ")
    if len(words) == 2:
        yield from _agreed(*words)
    if len(words) > 1:
        return
    if key.endswith(("ий", "ый", "ой")):  # Песчанокопского: Песчанокопский or Песчанокопское
        yield key[:-2] + "ое"
    for parse in parses(text.lower()):
        # `Северная` is no `Северный`: adjectives have the form that their name has.
        if parse.is_known and "ADJF" not in parse.tag:
            yield name_key(parse.normal_form)
    if key != name_key(text):  # a lost ending: Калифорни, Канагав
        yield key + "а"
        yield key + "я"


def _agreed(adjective: str, class_word: str) -> Iterator[str]:
    """`Луганской области`, `Луганская областях` → `луганская область`."""
    for noun in parses(class_word):
        if noun.normal_form in CLASS_KINDS and noun.tag.gender:
            for parse in parses(adjective):
                wanted = frozenset({"nomn", "sing", noun.tag.gender})
                if "ADJF" in parse.tag and (form := inflect(parse, wanted)):
                    yield name_key(f"{form} {noun.normal_form}")
            return


def _with_shared_class_word(span: Span, key: str) -> Iterator[str]:
    """The name of which several share the class word: `Курской и Брянской областях`."""
    for ending, class_word, stem in SHARED_CLASS_WORDS:
        if key.endswith(ending):
            ahead = span.doc[span.end : span.end + _WORDS_AHEAD]
            if any(fold(token.text).startswith(stem) for token in ahead):
                yield f"{key} {class_word}"


def _without_class_word(key: str) -> tuple[Entry, ...]:
    """What a name means that the gazetteer has without its class word: `остров Корфу`.

    A class word that ends a name belongs to it: `Советский район` is no `Советский`.
    """
    class_word, _, rest = key.partition(" ")
    kinds = kinds_of(class_word) if rest else _NO_KINDS
    return tuple(entry for entry in entries_named(rest) if entry.kind in kinds)
