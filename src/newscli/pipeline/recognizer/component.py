"""The spaCy component `newscli_recognizer`: sets `doc.ents` with PER, LOC, ORG and DATE.

Trainable as spaCy's own components are: `spacy train`, `nlp.update`, `spacy evaluate`. It starts
from the weights that ship and learns new labels beside the old ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import srsly
from spacy.language import Language
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import SimpleFrozenList, filter_spans, minibatch
from thinc.api import Optimizer, set_dropout_rate

from newscli import model
from newscli.pipeline.alignment import align_tokens
from newscli.pipeline.attributes import overlap, store
from newscli.pipeline.batches import in_batches
from newscli.pipeline.recognizer import crf
from newscli.pipeline.recognizer.confidence import Calibration
from newscli.pipeline.recognizer.edges import mend, trim
from newscli.pipeline.recognizer.features import NO_STEM, Floats, stem_key
from newscli.pipeline.recognizer.known_forms import CAPACITY, KnownForms
from newscli.pipeline.recognizer.mentions import Mention, Tokens
from newscli.pipeline.recognizer.network import (
    Batch,
    Layout,
    Network,
    add_gradient,
    add_label,
    load_network,
    make_network,
    save_network,
    score_words,
    weights_named,
    weights_of,
)
from newscli.pipeline.recognizer.tags import (
    OUTSIDE,
    UNKNOWN,
    Run,
    find_runs,
    first_tag,
    next_tag,
    tag_words,
)
from newscli.pipeline.recognizer.vocabulary import Vocabulary
from newscli.pipeline.recognizer.words import Words, sentence_words
from newscli.pipeline.sentences import mark_sentences
from newscli.pipeline.text import text_of

NETWORK_FILE = "network.npz"
SETTINGS_FILE = "recognizer.json"
# spaCy refuses texts of over a million characters because of what its parser would need; this
# reads sentence by sentence, and a whole book fits in memory.
LONGEST_TEXT = 100_000_000
# An article goes through the network at once; a book in pieces of so many words, which keeps its
# memory low.
WORDS_AT_ONCE = CAPACITY
# Where so many go together, the likeliest tags take a quarter of the time; more gain little.
DOCS_AT_ONCE = 16
# Keys of stems have so many.
_KEY_BITS = 32


class Recognizer:
    """Finds names and dates sentence by sentence, each mention with a score of how far to trust it.

    A Doc is always read by itself: the same text gives the same mentions in any batch.
    """

    is_trainable = True

    def __init__(
        self,
        vocabulary: Vocabulary,
        network: Network,
        labels: Sequence[str],
        calibration: Calibration,
        name: str = "newscli_recognizer",
    ) -> None:
        self.name = name
        self._use(vocabulary, network, labels, calibration)

    def _use(
        self,
        vocabulary: Vocabulary,
        network: Network,
        labels: Sequence[str],
        calibration: Calibration,
    ) -> None:
        self.vocabulary = vocabulary
        self.model = network
        self.labels = tuple(labels)
        self.calibration = calibration
        self._forget()

    def _forget(self) -> None:
        """Let go of what older weights made of word forms."""
        self._known_forms = KnownForms(self.vocabulary, self.model)

    def __reduce__(self) -> tuple[Any, ...]:
        """What travels to another process: not the cache, which is bound to this one's tables."""
        parts = (self.vocabulary, weights_of(self.model), self.labels, self.calibration, self.name)
        return _rebuild, parts

    @classmethod
    def load(cls, folder: Path, name: str = "newscli_recognizer") -> Recognizer:
        """Open a folder that `to_disk` wrote, or the one that ships."""
        settings = json.loads((folder / SETTINGS_FILE).read_text(encoding="utf-8"))
        return cls(
            Vocabulary.load(folder),
            load_network(folder / NETWORK_FILE),
            settings["labels"],
            Calibration(**settings["calibration"]),
            name,
        )

    def __call__(self, doc: Doc) -> Doc:
        self._mark([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = DOCS_AT_ONCE) -> Iterator[Doc]:
        """Each Doc as by itself; so many go through the network together, which is faster."""
        for some in minibatch(stream, batch_size):  # type: ignore[no-untyped-call]
            self._mark(some)
            yield from some

    def _mark(self, docs: Sequence[Doc]) -> None:
        """Set the mentions of Docs."""
        read = [sentence_words(doc, text_of(doc), self.vocabulary.knows) for doc in docs]
        found: list[dict[tuple[int, int], tuple[str, float]]] = [{} for _ in docs]
        all_pieces = _pieces([lengths for _, lengths in read])
        for pieces in in_batches(all_pieces, attrgetter("size"), room=WORDS_AT_ONCE):
            runs = self.find([piece.of(read[piece.doc][0].texts) for piece in pieces])
            for piece, of_piece in zip(pieces, runs, strict=True):
                words = read[piece.doc][0]
                for run, probability in of_piece:
                    edges = trim(words.texts, piece.start + run.first, piece.start + run.last)
                    if edges:
                        place = words.starts[edges[0]], words.ends[edges[1]]
                        score = self.calibration.score(probability)
                        found[piece.doc][place] = self.labels[run.label], score
        for doc, of_doc in zip(docs, found, strict=True):
            _set_mentions(doc, of_doc)

    def find(
        self, articles: Sequence[tuple[Sequence[str], Sequence[int]]]
    ) -> list[list[tuple[Run, float]]]:
        """The mentions in the words of each article, and how likely each is.

        Beside the words it is told how many each sentence has; none is empty. What is found in an
        article does not depend on the others.
        """
        rows = self._known_forms.rows([word for words, _ in articles for word in words])
        sizes = np.array([len(words) for words, _ in articles])
        starts = np.cumsum(sizes) - sizes
        scores = []
        # One by one: each in the cache of the processor, and always in matrices of the same size.
        for (_, lengths), own in zip(articles, np.split(rows, starts[1:]), strict=True):
            layout = Layout(lengths)
            summed = self._known_forms.sum_windows(own, layout)
            scores.append(score_words(self.model, summed, self._known_forms.stems(own), layout))
        runs, probabilities = self._decode(
            np.concatenate(scores), [length for _, lengths in articles for length in lengths]
        )
        found: list[list[tuple[Run, float]]] = [[] for _ in articles]
        owners = np.searchsorted(starts, [run.first for run in runs], side="right") - 1
        for owner, (first, last, label), probability in zip(
            owners.tolist(), runs, probabilities.tolist(), strict=True
        ):
            start = int(starts[owner])
            found[owner].append((Run(first - start, last - start, label), probability))
        return found

    def _decode(
        self, scores: Floats, lengths: Sequence[int]
    ) -> tuple[list[Run], npt.NDArray[np.float64]]:
        """The likeliest mentions in sentences of so many words, and how likely each is."""
        transitions = weights_named(self.model, "transitions")
        emissions, parts = crf.part(scores, transitions, lengths)
        tags = crf.best_tags(emissions, transitions, parts)
        # Only parts with mentions need weighing.
        sizes = np.array(parts)
        named = np.logical_or.reduceat(tags != OUTSIDE, np.cumsum(sizes) - sizes)
        is_weighed = np.repeat(named, sizes)
        lattice = crf.weigh(emissions[is_weighed], transitions, sizes[named].tolist())
        places = np.cumsum(is_weighed) - 1
        runs = list(find_runs(tags, lengths))
        first, last, labels = np.array(runs, np.int64).reshape(-1, 3).T
        begin, inside = first_tag(labels), next_tag(labels)
        return runs, lattice.probabilities(places[first], places[last], begin, inside)

    def batch(self, articles: Sequence[Sequence[Sequence[str]]]) -> Batch:
        """Articles, each some sentences of words, as the network learns from them."""
        words = [word for sentences in articles for sentence in sentences for word in sentence]
        forms = {form: number for number, form in enumerate(dict.fromkeys(words))}
        places = np.array([forms[word] for word in words])
        stems = np.array([stem_key(form) for form in forms])[places]
        # The same stem is another one in another article.
        sizes = [sum(map(len, sentences)) for sentences in articles]
        apart = np.repeat(np.arange(len(articles)) << _KEY_BITS, sizes)
        return Batch(
            self.vocabulary.describe(list(forms)),
            places,
            np.where(stems == NO_STEM, NO_STEM, stems + apart),
            Layout([len(sentence) for sentences in articles for sentence in sentences]),
        )

    def learn(self, batch: Batch, gold: crf.Integers) -> float:
        """Gather the gradients of a batch whose words have the tags `gold`; give back its loss.

        The loss is the mean over sentences of the negative log-likelihood. A negative tag is one
        that nobody knows.
        """
        emissions, backward = self.model.begin_update(batch)
        lengths = batch.layout.lengths
        loss = crf.loss(emissions, weights_named(self.model, "transitions"), lengths, gold)
        count = np.float32(len(lengths))
        add_gradient(self.model, "transitions", loss.transitions / count)
        backward(loss.emissions / count)
        return loss.value / len(lengths)

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: list[str] | None = None,  # spaCy checks this type, and knows builtins alone
    ) -> None:
        """Add the labels of the examples, or `labels`, to those known; the weights stay.

        To learn from nothing would be to throw away what made the recogniser good.
        """
        for label in labels or _labels_of(get_examples()):
            self.add_label(label)

    def add_label(self, label: str) -> int:
        """Make room for a label to be learnt; 1 if it is new, else 0."""
        if label in self.labels:
            return 0
        self.labels = (*self.labels, label)
        add_label(self.model)
        return 1

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from Docs whose reference has `ents`; add the mean loss of their sentences.

        Tokens whose entity is missing (spaCy's `ent_iob` of 0) teach nothing.

        Raises:
            ValueError: an example has a label that neither `initialize` nor `add_label` was told.
        """
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        articles: list[list[list[str]]] = []
        gold: list[int] = []
        for example in examples:
            doc = example.predicted
            if not doc.has_annotation("SENT_START"):
                mark_sentences(doc)
            words, lengths = sentence_words(doc, text_of(doc), self.vocabulary.knows)
            if lengths:
                articles.append([sentence.texts for sentence in words.part(lengths)])
            gold += self._gold(example.reference, words)
        if not articles:
            return losses
        set_dropout_rate(self.model, drop)
        losses[self.name] += self.learn(self.batch(articles), np.array(gold))
        set_dropout_rate(self.model, 0.0)
        if sgd is not None:
            self.finish_update(sgd)
        return losses

    def _gold(self, reference: Doc, words: Words) -> list[int]:
        spans = [(span.start_char, span.end_char, span.label_) for span in reference.ents]
        tags = tag_words(words, spans, self.labels)
        missing = [token for token in reference if not token.ent_iob_ and not token.is_space]
        unknown = {at for token in missing for at in range(token.idx, token.idx + len(token))}
        return [
            UNKNOWN if unknown and unknown.issuperset(range(start, end)) else tag
            for start, end, tag in zip(words.starts, words.ends, tags, strict=True)
        ]

    def finish_update(self, sgd: Optimizer) -> None:
        """Change the weights by the gradients gathered."""
        self.model.finish_update(sgd)
        self._forget()

    @contextmanager
    def use_params(self, params: dict[Any, Any]) -> Iterator[None]:
        """Work with these weights for a while: spaCy scores with averages of them."""
        with self.model.use_params(params):
            self._forget()
            yield
        self._forget()

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F1 of `doc.ents`, for `nlp.evaluate`."""
        return get_ner_prf(examples)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()) -> None:
        """Write everything that `from_disk` needs into the folder `path`."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        self.vocabulary.save(folder)
        save_network(self.model, folder / NETWORK_FILE)
        settings = {"labels": self.labels, "calibration": asdict(self.calibration)}
        (folder / SETTINGS_FILE).write_text(
            json.dumps(settings, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )

    def from_disk(
        self, path: str | Path, *, exclude: Iterable[str] = SimpleFrozenList()
    ) -> Recognizer:
        """Take over what `to_disk` wrote."""
        loaded = Recognizer.load(Path(path))
        self._use(loaded.vocabulary, loaded.model, loaded.labels, loaded.calibration)
        return self

    def to_bytes(self, *, exclude: Iterable[str] = SimpleFrozenList()) -> bytes:
        """What `to_disk` writes, in one piece."""
        packed: bytes = srsly.msgpack_dumps(
            {
                "tables": self.vocabulary.tables(),
                "weights": weights_of(self.model),
                "labels": self.labels,
                "calibration": asdict(self.calibration),
            }
        )
        return packed

    def from_bytes(
        self, packed: bytes, *, exclude: Iterable[str] = SimpleFrozenList()
    ) -> Recognizer:
        """Take over what `to_bytes` packed."""
        parts = srsly.msgpack_loads(packed)
        self._use(
            Vocabulary(**parts["tables"]),
            make_network(parts["weights"]),
            parts["labels"],
            Calibration(**parts["calibration"]),
        )
        return self


@Language.factory(
    "newscli_recognizer",
    assigns=["doc.ents", "doc._.is_recognized", "span._.score"],
    requires=["token.is_sent_start"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_recognizer(nlp: Language, name: str) -> Recognizer:
    """The recogniser with the weights that ship; `from_disk` may bring others."""
    nlp.max_length = max(nlp.max_length, LONGEST_TEXT)
    return Recognizer.load(model.FOLDER, name)


def _rebuild(
    vocabulary: Vocabulary,
    weights: Mapping[str, Floats],
    labels: Sequence[str],
    calibration: Calibration,
    name: str,
) -> Recognizer:
    return Recognizer(vocabulary, make_network(weights), labels, calibration, name)


def _set_mentions(doc: Doc, found: Mapping[tuple[int, int], tuple[str, float]]) -> None:
    """Add to `doc.ents` what was found between offsets in the text, as the rules mend it."""
    text = text_of(doc)
    tokens = Tokens(doc, text)
    mentions = _mentions(tokens, found)
    if len(mentions) < len(found):
        align_tokens(doc, found)
        tokens = Tokens(doc, text)
        mentions = _mentions(tokens, found)
    scores = {
        Span(doc, mention.start, mention.end, label=mention.label): score
        for mention, score in mend(tokens, mentions).items()
    }
    # As spaCy's own recogniser does, leave what an earlier component has marked.
    marked = doc.ents
    chosen = filter_spans(
        span for span in scores if not any(overlap(span, other) for other in marked)
    )
    doc.ents = [*marked, *chosen]
    doc._.is_recognized = True
    for span in chosen:
        store(span, "score", scores[span])


def _mentions(
    tokens: Tokens, found: Mapping[tuple[int, int], tuple[str, float]]
) -> dict[Mention, float]:
    """What was found between offsets in the text, but for what begins or ends inside a token."""
    return {
        mention: score
        for (start, end), (label, score) in found.items()
        if (mention := tokens.mention(start, end, label))
    }


def _labels_of(examples: Iterable[Example]) -> list[str]:
    """The labels of examples, each once, in alphabetical order."""
    return sorted({span.label_ for example in examples for span in example.reference.ents})


class _Piece(NamedTuple):
    """Sentences of a Doc that go through the network together: all of them, but of a book."""

    doc: int
    start: int
    lengths: Sequence[int]

    @property
    def size(self) -> int:
        """How many words it has."""
        return sum(self.lengths)

    def of(self, words: Sequence[str]) -> tuple[Sequence[str], Sequence[int]]:
        """Its own of all words of the Doc, and how many each sentence has."""
        return words[self.start : self.start + self.size], self.lengths


def _pieces(docs: Iterable[Sequence[int]]) -> Iterator[_Piece]:
    """Docs, by the lengths of their sentences, in pieces of up to WORDS_AT_ONCE."""
    for doc, lengths in enumerate(docs):
        ends = np.cumsum(lengths)
        start = first = 0
        while first < len(lengths):
            # One sentence at least.
            last = max(int(np.searchsorted(ends, start + WORDS_AT_ONCE, "right")), first + 1)
            yield _Piece(doc, start, lengths[first:last])
            start, first = int(ends[last - 1]), last
