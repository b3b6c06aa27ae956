"""The gold of `data/`: that of the sample articles read into the form that answers are compared in.

And what the files of sentences share: their lines, and a pipeline over mentions that are given.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from evaluation.markup import GoldSpan, parse_markup
from newscli.records import ArticleEntities, DateValue

DATA = Path(__file__).parent.parent / "data"
ARTICLES = DATA / "articles"
GOLD = DATA / "gold"
_WORD = re.compile(r"\w+|[^\w\s]")


def lines_by_kind(path: Path) -> Iterator[tuple[str, str]]:
    """The lines of a file of sentences, each with the `# kind` that it stands under."""
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            kind = line[2:]
        elif line:
            yield kind, line


def read_given(nlp: Language, text: str, mentions: Iterable[GoldSpan]) -> Doc:
    """A text through the components of `nlp`, the mentions given as its `ents`."""
    doc = nlp.make_doc(text)
    spans = [
        doc.char_span(mention.start, mention.end, label=mention.label, alignment_mode="expand")
        for mention in mentions
    ]
    doc.ents = [span for span in spans if span is not None]
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


@dataclass(frozen=True)
class Annotation:
    """What one article holds, by the gold or by newscli.

    `source` is the article's path below `data/articles`, with `#N` for a record; the spans' facts
    are names and date values as `evaluation.markup` writes them.
    """

    source: str
    title: str | None
    published: str | None
    spans: frozenset[GoldSpan]
    text: str = ""

    def words_inside(self, label: str) -> set[int]:
        """Where the words and marks begin that a mention with this label touches."""
        return {
            word.start()
            for span in self.spans
            if span.label == label
            for word in _WORD.finditer(self.text)
            if word.start() < span.end and span.start < word.end()
        }


@dataclass(frozen=True)
class Sample:
    """An article with its gold."""

    text: str
    encoding: str
    gold: Annotation


def load_samples() -> list[Sample]:
    """All samples in the order of `headers.tsv`.

    Raises:
        ValueError: a gold file's marks are wrong.
    """
    with open(GOLD / "headers.tsv", encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_load_sample(row) for row in rows]


def gold_path(source: str) -> Path:
    """Where an article's gold is: `14-channel.jsonl#2` → `14-channel#2.gold`."""
    file_name, hash_sign, number = source.partition("#")
    return GOLD / f"{Path(file_name).stem}{hash_sign}{number}.gold"


def digest_samples() -> str:
    """SHA-256 over the names and bytes of articles and gold: changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted([*ARTICLES.iterdir(), *GOLD.iterdir()]):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(DATA).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def annotate(entities: ArticleEntities, source: str) -> Annotation:
    """newscli's answer for the article `source`, in the gold's form."""
    named = (
        ("PER", entities.people),
        ("LOC", entities.places),
        ("ORG", entities.organizations),
    )
    names = [
        GoldSpan(mention.start, mention.end, label, entity.name)
        for label, found in named
        for entity in found
        for mention in entity.mentions
    ]
    dates = [
        GoldSpan(mention.start, mention.end, "DATE", format_date(date.value))
        for date in entities.dates
        for mention in date.mentions
    ]
    spans = frozenset(names + dates)
    return Annotation(source, entities.title, entities.published, spans, entities.text or "")


def format_date(date: DateValue) -> str:
    """The fact of a DATE: `2016 START`, `P2Y duration`, `null`."""
    type_ = "" if date.type == "date" else date.type
    return " ".join(filter(None, (date.value or "null", type_, date.mod)))


def _load_sample(row: dict[str, str]) -> Sample:
    with open(gold_path(row["source"]), encoding="utf-8", newline="") as file:
        text, spans = parse_markup(file.read())
    gold = Annotation(
        row["source"], row["title"] or None, row["published"] or None, frozenset(spans), text
    )
    return Sample(text, row["encoding"], gold)
