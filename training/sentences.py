"""Texts cut into sentences of words, as the pipeline cuts them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import spacy

from newscli.pipeline.recognizer.tags import tag_words
from newscli.pipeline.recognizer.words import Word, sentence_words
from training.augment import Sentence
from training.carry_over import LABELS
from training.labels import LabelledText


def cut(texts: Iterable[str], is_known: Callable[[str], bool]) -> Iterator[list[list[Word]]]:
    """The sentences of each text."""
    nlp = spacy.blank("ru")
    nlp.add_pipe("newscli_sentences")
    for text in texts:
        with nlp.memory_zone():
            yield sentence_words(nlp(text), text, is_known)


def to_articles(
    texts: Sequence[LabelledText], is_known: Callable[[str], bool]
) -> list[list[Sentence]]:
    """Labelled texts as sentences with their tags."""
    return [
        [
            Sentence(
                tuple(word.text for word in words), tuple(tag_words(words, text.spans, LABELS))
            )
            for words in sentences
        ]
        for text, sentences in zip(texts, cut((text.text for text in texts), is_known), strict=True)
    ]
