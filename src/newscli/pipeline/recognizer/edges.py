"""Where a name begins and ends, as far as marks and quotes tell: the network sees words alone.

Each rule looks at the mentions of an article and gives back what becomes of them; the rules stand
in modules of what they are about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newscli.pipeline.recognizer.caseless import read_caseless
from newscli.pipeline.recognizer.common_nouns import drop_common_nouns
from newscli.pipeline.recognizer.datelines import read_datelines
from newscli.pipeline.recognizer.dictionary import may_be
from newscli.pipeline.recognizer.latin_names import (
    drop_beginnings,
    join_latin,
    part_latin,
    read_latin,
    rename_latin,
)
from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens
from newscli.pipeline.recognizer.organisation_names import (
    leave_adjectives,
    leave_press,
    leave_tasks,
    part_at_deeds,
    part_listed_bodies,
)
from newscli.pipeline.recognizer.person_names import (
    join_double_surnames,
    join_halves,
    join_initials,
    join_named_after,
    join_names,
    join_particles,
    join_patronymics,
    join_surnames,
    join_surnames_after_posts,
    join_unknown,
    leave_titles,
    move_initials,
    name_like_adjectives,
    part_initials,
    part_listed,
    part_namesakes,
    rename_double_names,
    rename_places,
)
from newscli.pipeline.recognizer.place_names import (
    join_described,
    join_states,
    leave_sides,
    name_after_places,
    name_regions,
    name_streets,
    part_places,
    rename_acronyms,
    rename_rivals,
    rename_routes,
)
from newscli.pipeline.recognizer.quoted_names import (
    drop_titles,
    join_nicknames,
    join_quoted,
    leave_class_words,
    name_after_class_words,
    name_beside_quoted,
    name_nicknames,
    name_stations,
    name_where,
    name_who_play,
    rename_quoted_places,
)
from newscli.pipeline.recognizer.tables import drop_listed_titles, read_tables
from newscli.pipeline.recognizer.well_known import name_acronyms


def part_at_colons(tokens: Tokens, scores: Scores) -> Scores:
    """`BBC: Trump`: who says something, and who or what it is about, are two."""
    if ":" not in tokens.forms:
        return scores
    parted: dict[Mention, float] = {}
    for mention, score in scores.items():
        start, end, label = mention
        if label != "DATE" and ":" in tokens.words[start + 1 : end - 1]:
            colon = tokens.words.index(":", start)
            parted[Mention(start, colon, label)] = score
            mention = Mention(colon + 1, end, label)
        parted[mention] = score
    return parted


RULES: tuple[Callable[[Tokens, Scores], Scores], ...] = (
    part_at_colons,
    part_at_deeds,
    join_nicknames,
    join_initials,
    join_double_surnames,
    part_listed,
    part_initials,
    join_names,
    join_halves,
    join_unknown,
    leave_titles,
    leave_sides,
    join_surnames,
    join_surnames_after_posts,
    join_particles,
    move_initials,
    join_patronymics,
    part_namesakes,
    join_named_after,
    part_places,
    join_states,
    join_described,
    rename_routes,
    rename_double_names,
    rename_places,
    part_latin,
    rename_latin,
    rename_acronyms,
    join_quoted,
    join_latin,
    drop_beginnings,
    leave_class_words,
    drop_titles,
    rename_quoted_places,
    rename_rivals,
    leave_press,
    leave_tasks,
    part_listed_bodies,
    leave_adjectives,
    drop_common_nouns,
    read_latin,
    name_after_class_words,
    name_who_play,
    name_where,
    name_nicknames,
    name_stations,
    name_beside_quoted,
    name_after_places,
    name_regions,
    name_streets,
    name_acronyms,
    name_like_adjectives,
    read_datelines,
    drop_listed_titles,
    read_tables,
    read_caseless,
)
# Function words and marks with which no name ends.
_NEVER_LAST = frozenset(
    (
        *("и", "или", "а", "но", "в", "во", "на", "с", "со", "из", "у", "о", "об", "по", "от"),
        *("для", ",", "/", "«", "„", "(", "-", "–", "—"),
    )
)
_QUOTES = {"«": "»", "„": "“", "“": "”", '"': '"'}
# A surname with initials behind it, before another word.
_INITIALS_LAST = re.compile(r"[^\W\d_]{2,}(?: [А-ЯЁA-Z] \.)+(?= [^\W\d_]{2,})")
_INITIAL_OPEN = re.compile(r"[^\W\d_]{2,} [А-ЯЁA-Z] \. [А-ЯЁA-Z]")
# Nobody and nothing has a name of a longer word: it is rubbish.
_LONGEST_WORD = 60


def trim(words: Sequence[str], first: int, last: int) -> tuple[int, int] | None:
    """The words of a mention without what no name has at its ends: `улице Советской и`.

    `first` and `last` are both inside; None where nothing is left.
    """
    if any(len(word) > _LONGEST_WORD for word in words[first : last + 1]):
        return None
    if first == last and words[first].isalpha() and words[first] not in _NEVER_LAST:
        return first, last  # as half of all are: one word without marks
    while last >= first and words[last] in _NEVER_LAST:
        last -= 1
    while first <= last and not words[first][0].isalnum():
        first += 1
    inside = words[first : last + 1]
    if first and (closed := _QUOTES.get(words[first - 1])) and closed in inside[1:]:
        # `"Аэрофлот" вернёт рейсы`: what is in quotes ends with them.
        last = first + inside.index(closed, 1) - 1
    elif (initials := _INITIALS_LAST.match(" ".join(inside))) and not may_be(inside[0], "Name"):
        # `Кузнецов А. А. Суд`: the initials end the name, and a sentence; not in `Джон Ф. Кеннеди`.
        last = first + len(initials[0].split()) - 1
    inside = words[first : last + 1]
    if _INITIAL_OPEN.fullmatch(" ".join(inside)) and words[last + 1 : last + 2]:
        # `Кузнецов А. А`: the full stop is the initial's.
        last += words[last + 1] == "."
    inside = words[first : last + 1]
    for opening, closing in ("«»", "„“"):
        unclosed = inside.count(opening) - inside.count(closing)
        if unclosed < 0 and inside[-1] == closing:
            last -= 1
        elif unclosed > 0 and words[last + 1 : last + 2] and words[last + 1] == closing:
            last += 1
    if inside[1:].count('"') == 1 and words[last + 1 : last + 2] and words[last + 1] == '"':
        last += 1
    return (first, last) if first <= last else None


def mend(tokens: Tokens, found: Scores) -> Scores:
    """The mentions that were found, in their order, each with its score, as the rules mend them."""
    for rule in RULES:
        found = rule(tokens, found)
    return found
