"""Texts cut into sentences of words, as the pipeline cuts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import spacy

from newscli.pipeline.recognizer.tags import tag_words
from newscli.pipeline.recognizer.words import Words, sentence_words
from training.augment import Sentence
from training.carry_over import LABELS
from training.labels import LabelledText


def cut(texts: Iterable[str], is_known: Callable[[str], bool]) -> Iterator[list[Words]]:
    """The sentences of each text."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    for text in texts:
        with nlp.memory_zone():
            words, lengths = sentence_words(nlp(text), text, is_known)
            yield list(words.part(lengths))


def to_articles(
    texts: Sequence[LabelledText], is_known: Callable[[str], bool]
) -> list[list[Sentence]]:
    """Labelled texts as sentences with their tags."""
    return [
        [
            Sentence(tuple(words.texts), tuple(tag_words(words, text.spans, LABELS)))
            for words in sentences
        ]
        for text, sentences in zip(texts, cut((text.text for text in texts), is_known), strict=True)
    ]
