"""The spaCy component `newscli_recognizer`: sets `doc.ents` with PER, LOC, ORG and DATE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import SimpleFrozenList, filter_spans

from newscli import model
from newscli.pipeline.morphology import parses
from newscli.pipeline.recognizer.network import TAGS, Network
from newscli.pipeline.recognizer.vocabulary import Vocabulary
from newscli.pipeline.recognizer.words import Word, sentence_words

NETWORK_FILE = "network.npz"
# spaCy refuses texts of over a million characters because of what its parser would need; this
# reads sentence by sentence, and a whole book fits in memory.
LONGEST_TEXT = 100_000_000
# Features of a word form take 0.3 kB.
CACHED_FORMS = 20_000
# An article goes through the network at once; a book in pieces, which keeps its memory low: so
# many words, if all sentences of a piece were as long as its longest.
WORDS_AT_ONCE = 50_000
# Function words and marks with which no name ends.
_NEVER_LAST = frozenset(
    (
        *("и", "или", "а", "но", "в", "во", "на", "с", "со", "из", "у", "о", "об", "по", "от"),
        *("для", ",", "/"),
    )
)


class Recognizer:
    """Finds names and dates sentence by sentence. Needs sentence boundaries.

    A Doc is always read by itself: the same text gives the same mentions in any batch.
    """

    def __init__(self, vocabulary: Vocabulary, network: Network) -> None:
        self._use(vocabulary, network)

    def _use(self, vocabulary: Vocabulary, network: Network) -> None:
        self.vocabulary = vocabulary
        self.network = network
        self._features = lru_cache(maxsize=CACHED_FORMS)(vocabulary.describe)

    def __reduce__(self) -> tuple[type[Recognizer], tuple[Vocabulary, Network]]:
        """What travels to another process: not the cache, which is bound to this one's tables."""
        return Recognizer, (self.vocabulary, self.network)

    @classmethod
    def load(cls, folder: Path) -> Recognizer:
        """Open a folder that `to_disk` wrote, or the one that ships."""
        return cls(Vocabulary.load(folder), Network.load(folder / NETWORK_FILE))

    def __call__(self, doc: Doc) -> Doc:
        sentences = sentence_words(doc, self.vocabulary.knows)
        words = [word for sentence in sentences for word in sentence]
        tags: list[str] = []
        for piece in _pieces(sentences):
            tags += self.tag(piece)
        # As spaCy's own recogniser does, leave what an earlier component has marked.
        marked = {token.i for entity in doc.ents for token in entity}
        found = _spans(doc, words, tags)
        free = [span for span in found if not any(token.i in marked for token in span)]
        doc.ents = [*doc.ents, *filter_spans(free)]
        return doc

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the entities it finds."""
        return tuple(dict.fromkeys(tag[2:] for tag in TAGS if "-" in tag))

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F1 of `doc.ents`, for `nlp.evaluate`."""
        return get_ner_prf(examples)

    def tag(self, sentences: list[list[Word]]) -> list[str]:
        """The tag of every word of the sentences, one after another; none of them is empty."""
        forms = [word.text for sentence in sentences for word in sentence]
        rows = {form: row for row, form in enumerate(dict.fromkeys(forms))}
        features = [self._features(form) for form in rows]
        embeddings = self.network.embed(
            self.vocabulary.vectors(np.array([feature.vector for feature in features])),
            np.array([feature.shape for feature in features]),
            np.array([feature.affixes for feature in features]),
            np.stack([feature.grammemes for feature in features]),
        )
        lengths = [len(sentence) for sentence in sentences]
        emissions = self.network.emissions(
            embeddings, np.array([rows[form] for form in forms]), lengths
        )
        return [TAGS[tag] for tag in self.network.decode(emissions, lengths)]

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()) -> None:
        """Write everything that `from_disk` needs into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.vocabulary.save(folder)
        self.network.save(folder / NETWORK_FILE)

    def from_disk(
        self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()
    ) -> Recognizer:
        """Take over what `to_disk` wrote."""
        loaded = Recognizer.load(Path(path))
        self._use(loaded.vocabulary, loaded.network)
        return self


@Language.factory("newscli_recognizer", assigns=["doc.ents"], requires=["token.is_sent_start"])
def make_recognizer(nlp: Language, name: str) -> Recognizer:
    """The recogniser with the weights that ship; `from_disk` may bring others."""
    nlp.max_length = max(nlp.max_length, LONGEST_TEXT)
    return Recognizer.load(model.FOLDER)


def _pieces(sentences: list[list[Word]]) -> Iterator[list[list[Word]]]:
    """Cut a text into runs of sentences that take up to WORDS_AT_ONCE when padded."""
    piece: list[list[Word]] = []
    longest = 0
    for sentence in sentences:
        longest = max(longest, len(sentence))
        if piece and (len(piece) + 1) * longest > WORDS_AT_ONCE:
            yield piece
            piece, longest = [], len(sentence)
        piece.append(sentence)
    if piece:
        yield piece


def _spans(doc: Doc, words: list[Word], tags: list[str]) -> list[Span]:
    """Tags of words into spans of the Doc's tokens, a token partly inside being taken whole."""
    spans: list[Span] = []
    start = 0
    for at, tag in enumerate(tags):
        prefix, _, label = tag.partition("-")
        if prefix == "B" or (prefix == "I" and (at == 0 or tags[at - 1][2:] != label)):
            start = at
        if prefix == "O" or (at + 1 < len(tags) and tags[at + 1] == f"I-{label}"):
            continue
        span = doc.char_span(
            words[start].start, words[at].end, label=label, alignment_mode="expand"
        )
        if span is not None and len(span := _trim(span)):
            spans.append(span)
    return _join_quoted(spans)


def _trim(span: Span) -> Span:
    """Without function words and marks at its ends, which no name has: `улице Советской и`."""
    start, end = span.start, span.end
    while end > start and (span.doc[end - 1].is_space or span.doc[end - 1].text in _NEVER_LAST):
        end -= 1
    while start < end and (span.doc[start].is_punct or span.doc[start].is_space):
        start += 1
    inside = span.doc[start:end].text
    unclosed = inside.count("«") - inside.count("»")
    if unclosed < 0 and span.doc[end - 1].text == "»":
        end -= 1
    elif unclosed > 0 and end < len(span.doc) and span.doc[end].text == "»":
        end += 1
    return Span(span.doc, start, end, label=span.label)


def _join_quoted(spans: list[Span]) -> list[Span]:
    """`«Единая Россия»`: a place in the nominative that ends a quoted name is part of it."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if (
            before is not None
            and (before.label_, span.label_) == ("ORG", "LOC")
            and before.end == span.start
            and before.start > 0
            and span.end < len(span.doc)
            and span.doc[before.start - 1].is_quote
            and span.doc[span.end].is_quote
            and parses(span[-1].lower_)[0].tag.case == "nomn"
        ):
            joined[-1] = Span(span.doc, before.start, span.end, label="ORG")
        else:
            joined.append(span)
    return joined
