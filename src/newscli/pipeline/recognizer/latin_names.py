"""Names in Latin letters: a first name begins a person, `of` goes on, `Institute` is no place."""

from __future__ import annotations

from itertools import pairwise

from newscli.pipeline.recognizer.mentions import Mention, Scores, Tokens, join

# Common first names, without those that well-known brands begin with (`Louis`, `Calvin`).
_FIRST_NAMES = frozenset(
    (
        *(
            "John",
            "Mary",
            "Robert",
            "Linda",
            "James",
            "Susan",
            "William",
            "Karen",
            "Thomas",
            "Emma",
        ),
        *(
            "Oliver",
            "Sophie",
            "Alice",
            "Peter",
            "Anna",
            "Hans",
            "Jürgen",
            "Klaus",
            "Ursula",
            "Lena",
        ),
        *("Heinrich", "Pierre", "Jean", "Marie", "Camille", "François", "Antonio", "María", "José"),
        *(
            "Carlos",
            "Lucía",
            "Javier",
            "Giulia",
            "Marco",
            "Paolo",
            "Chiara",
            "João",
            "Paulo",
            "Lars",
        ),
        *("Ingrid", "Sven", "Mikael", "Piotr", "Agnieszka", "Katarzyna", "Petr", "Goran", "Dragan"),
        *("László", "Gábor", "Andrei", "Elena", "Mehmet", "Ahmed", "Fatima", "Omar", "Hassan"),
        *(
            "Rajesh",
            "Priya",
            "Kenji",
            "Hiroshi",
            "Diego",
            "Daniel",
            "David",
            "Sarah",
            "Laura",
            "Mark",
        ),
        *("Steve", "Olga", "Ivan", "Maria", "Kevin", "Albert", "Till", "Brian", "Donald", "George"),
        *("Joseph", "Richard", "Patricia", "Barbara", "Elizabeth", "Jennifer", "Christopher"),
        *("Matthew", "Anthony", "Andrew", "Stephen", "Edward", "Emmanuel", "Nicolas", "Olaf"),
        *("Friedrich", "Sergey", "Sergei", "Dmitry", "Vladimir", "Alexander", "Alexey", "Mikhail"),
        *(
            "Natalia",
            "Tatiana",
            "Ekaterina",
            "Igor",
            "Oleg",
            "Pavel",
            "Boris",
            "Bill",
            "Jeff",
            "Tim",
        ),
    )
)
_BODIES = frozenset(
    (
        *("Institute", "University", "Universität", "Université", "College", "School", "Bank"),
        *("Group", "Airlines", "Airways", "Press", "News", "Club", "Company", "Foundation"),
    )
)
_LINKS = frozenset(("of", "for", "the", "de", "du", "la", "le", "pour", "di", "in"))
_AND = frozenset(("&", "and"))


def part_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Pfizer Albert Bourla`: a first name begins a person, also where an organisation precedes."""
    if _FIRST_NAMES.isdisjoint(tokens.forms):
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


def join_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Bank of America`: a place after `of` and the like ends the name."""
    words = tokens.words
    if _LINKS.isdisjoint(tokens.forms):
        return scores
    for before, mention in pairwise(scores):
        if (
            (before.label, mention.label) == ("ORG", "LOC")
            and before.end == mention.start
            and words[before.end - 1] in _LINKS
            and words[mention.start].isascii()
        ):
            scores = join(scores, Mention(before.start, mention.end, "ORG"))
    return scores


def rename_latin(tokens: Tokens, scores: Scores) -> Scores:
    """`Crick Institute`: what the last word says is no place."""
    if _BODIES.isdisjoint(tokens.forms):
        return scores
    return {
        Mention(mention.start, mention.end, "ORG")
        if mention.label == "LOC" and mention.size > 1 and tokens.words[mention.end - 1] in _BODIES
        else mention: score
        for mention, score in scores.items()
    }


def _first_name(tokens: Tokens, mention: Mention) -> int | None:
    """Where in what was taken for an organisation a person's first name is, if one is there."""
    words = tokens.words[mention.start : mention.end]
    if mention.label != "ORG" or len(words) < 2 or words[-1] in _BODIES:
        return None
    if not _AND.isdisjoint(words):
        return None
    return next((mention.start + at for at, word in enumerate(words) if word in _FIRST_NAMES), None)
