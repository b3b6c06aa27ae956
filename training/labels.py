"""Labels of public corpora made to fit our conventions: PER, LOC, ORG, DATE spans, none nested.

What a mention is stands in `docs/output.md`; how far the corpora differ from it, and what each
rule below is worth, in `training/README.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newscli.pipeline.recognizer.dictionary import agree
from newscli.pipeline.recognizer.words import is_place

Span = tuple[int, int, str]

_NEREL_LABELS = {
    "PERSON": "PER",
    "CITY": "LOC",
    "COUNTRY": "LOC",
    "DISTRICT": "LOC",
    "LOCATION": "LOC",
    "STATE_OR_PROVINCE": "LOC",
    "ORGANIZATION": "ORG",
    "DATE": "DATE",
    "TIME": "DATE",
}
# A street is a place; NEREL has streets among its facilities.
_STREET = re.compile(
    r"\b(?:улиц|проспект|площад|переул|бульвар|шоссе|набережн|проезд|сквер|стрит|авеню)[а-я]*\b",
    re.IGNORECASE,
)
# `острове Корфу`: an island needs its class word, which the corpora leave out.
_ISLAND = re.compile(
    r"\b(?:полу)?(?:остров|архипелаг|мыс)(?:а|у|е|ом|ы|ов|ам|ами|ах)? $", re.IGNORECASE
)
_ADJECTIVE_ENDINGS = ("ой", "ая", "ий", "ый", "ое", "ую", "ого", "ому", "ом", "ым", "им")
_QUOTED = re.compile('[«"„“][^«»"„“”]+[»"“”]')
_LEADING_PREPOSITIONS = frozenset(
    (
        *("в", "во", "на", "с", "со", "к", "ко", "по", "до", "от", "за", "через", "после"),
        *("около", "перед", "из", "под", "для", "между", "о", "об", "при"),
    )
)


# `Институт имени Мориса Тореза`: the person is part of the name, not cut off it.
_NAMED_AFTER = ("имени", "им.", "памяти")
# `Французские`, `Польский` at the start of a sentence: adjectives, not places.
_ADJECTIVE = re.compile(r"\w+ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)")
_FOLLOWING = re.compile(r" ([а-яё]+)")


@dataclass(frozen=True)
class LabelledText:
    """A text and its spans in order: code point offsets and a label. None overlap."""

    id: str
    text: str
    spans: tuple[Span, ...]


def read_json_lines(path: Path) -> Iterator[dict[str, object]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def load_nerel(path: Path) -> list[LabelledText]:
    """NEREL v1.1 as JSON Lines: `id`, `text`, `spans` of (start, end, label, …), nested."""
    return [
        LabelledText(record["id"], record["text"], _flatten_nerel(record["text"], record["spans"]))
        for record in read_json_lines(path)
    ]


def load_factrueval(path: Path) -> list[LabelledText]:
    """factRuEval-2016 as JSON Lines: `id`, `text`, `mentions` of a type and its labelled parts.

    It knows no dates: whoever trains on it must fill them in.
    """
    return [
        LabelledText(
            record["id"], record["text"], _join_factrueval(record["text"], record["mentions"])
        )
        for record in read_json_lines(path)
    ]


def _flatten_nerel(text: str, annotated: list[list[object]]) -> tuple[Span, ...]:
    spans = {
        (start, end, _NEREL_LABELS[label])
        for start, end, label, *_ in annotated
        if label in _NEREL_LABELS
    } | {
        (start, end, "LOC")
        for start, end, label, *_ in annotated
        if label == "FACILITY" and _STREET.search(text[start:end])
    }
    spans = {trimmed for span in spans if (trimmed := _trim(text, span))}
    # Longest first: what lies inside a longer place, person or date is part of it; what ends an
    # organisation (`МИД` + `Азербайджана`) is cut off it; other names inside one are dropped.
    chosen: list[Span] = []
    for span in sorted(spans, key=_longest_first):
        if span[2] != "ORG" and not any(_overlap(span, other) for other in chosen):
            chosen.append(span)
    organisations = sorted((span for span in spans if span[2] == "ORG"), key=_longest_first)
    inside: set[Span] = set()
    taken: list[Span] = []
    for organisation in organisations:
        if any(_overlap(organisation, other) for other in taken):
            continue
        start, end, label = organisation
        # `«Говорит Москва»`: what is in quotes is whole.
        is_quoted = bool(_QUOTED.fullmatch(text, start - 1, end + 1)) if start else False
        for other in chosen:
            if other[1] == end and start < other[0] and other[2] != "DATE" and not is_quoted:
                before = text[start : other[0]].split()
                if before and before[-1] not in _NAMED_AFTER:
                    end = other[0]
                break
        trimmed = _trim(text, (start, end, label))
        if trimmed is None:
            continue
        if any(_overlap(trimmed, other) and not _within(other, trimmed) for other in chosen):
            continue
        taken.append(trimmed)
        inside.update(other for other in chosen if _within(other, trimmed))
    kept = [span for span in chosen if span not in inside] + taken
    return tuple(sorted(kept))


def _trim(text: str, span: Span) -> Span | None:
    """Strip blanks, a date's leading preposition, quotes round it; None where it is no name."""
    start, end, label = span
    while start < end and text[start] in " \n\r\t\u00a0":
        start += 1
    while start < end and text[end - 1] in " \n\r\t\u00a0,":
        end -= 1
    if label == "DATE":
        word = text[start:end].split(" ")[0]
        while word.lower() in _LEADING_PREPOSITIONS and " " in text[start:end]:
            start += len(word) + 1
            word = text[start:end].split(" ")[0]
    elif _QUOTED.fullmatch(text, start, end):
        start, end = start + 1, end - 1
    words = text[start:end]
    if label in ("PER", "LOC") and not words[:1].isupper() and not words[:1].isdigit():
        # Adjectives (`российский`) and inhabitants; `аль-Багдади` is the exception worth having.
        compound = label == "PER" and "-" in words and any(map(str.isupper, words))
        if not compound and not (label == "LOC" and _STREET.match(words)):
            return None
    if label == "LOC" and _ADJECTIVE.fullmatch(words):
        following = _FOLLOWING.match(text, end)
        if not is_place(words) or (following and agree(words, following[1])):
            return None
    if label == "LOC" and (class_word := _ISLAND.search(text, max(0, start - 14), start)):
        start = class_word.start()
    if label == "ORG":
        # `российского Минсельхоза`: whose it is, is no part of its name.
        first, _, rest = words.partition(" ")
        if first.islower() and _ADJECTIVE.fullmatch(first) and rest[:1].isupper():
            start, words = start + len(first) + 1, rest
        while (last := words.rsplit(" ", 1)[-1]) in _LEADING_PREPOSITIONS and last != words:
            words = words[: -len(last)].rstrip()
            end = start + len(words)
    if label == "ORG" and not any(map(str.isupper, words)):
        return None
    return (start, end, label) if end > start else None


def _join_factrueval(text: str, mentions: list[dict[str, object]]) -> tuple[Span, ...]:
    found: list[Span] = []
    for mention in mentions:
        parts = mention["spans"]
        if mention["type"] == "Person":
            label, wanted = "PER", ("name", "surname", "patronymic", "nickname")
        elif mention["type"] in ("Location", "LocOrg"):
            label, wanted = "LOC", ("loc_name",)
        elif mention["type"] == "Org":
            label, wanted = "ORG", ("org_name",)
        else:
            continue
        names = sorted((start, end) for start, end, part in parts if part in wanted)
        if label == "LOC":
            names = [_with_class_word(text, name, parts) for name in names]
        merged: list[list[int]] = []
        for start, end in names:
            if merged and start <= merged[-1][1] + 1:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        found += [(start, end, label) for start, end in merged]
    spans = {trimmed for span in found if (trimmed := _trim(text, span))}
    kept: list[Span] = []
    for span in sorted(spans, key=_longest_first):
        if not any(_overlap(span, other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def _with_class_word(
    text: str, name: tuple[int, int], parts: list[tuple[int, int, str]]
) -> tuple[int, int]:
    """`Тверской` + `площади`: a name that is an adjective takes the class word behind it.

    A street takes it on either side: `улице` + `Ленина`.
    """
    start, end = name
    for part_start, part_end, part in parts:
        if part == "loc_descr" and _STREET.fullmatch(text[part_start:part_end]):
            if part_end == start - 1:
                return part_start, end
            if part_start == end + 1:
                return start, part_end
    if text[start:end].endswith(_ADJECTIVE_ENDINGS):
        for part_start, part_end, part in parts:
            if part == "loc_descr" and part_start == end + 1:
                return start, part_end
    return name


def _longest_first(span: Span) -> tuple[int, Span]:
    return span[0] - span[1], span


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
