"""The collector is left as it was found."""

from __future__ import annotations

import gc

import pytest
from spacy.language import Language

import newscli
from newscli.collection import collect_all_rarely, collection_paused
from newscli.records import Article


def test_collection_goes_on_after_the_block_and_after_an_error() -> None:
    assert gc.isenabled()
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(KeyError), collection_paused():
        raise KeyError
    assert gc.isenabled()


def test_what_somebody_has_switched_off_stays_off() -> None:
    gc.disable()
    try:
        with collection_paused():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_reading_an_article_leaves_it_on(nlp: Language) -> None:
    newscli.extract(Article("Путин прибыл в Пекин.", source="-"), nlp=nlp)
    assert gc.isenabled()


def test_an_article_leaves_no_garbage(nlp: Language) -> None:
    """A closure that called itself once kept all tokens of an article with quotes in it."""
    article = Article(
        "Фильм «Анна Каренина» и роман «Мать» обсудили в Пекине с МИД России.", source="-"
    )
    newscli.extract(article, nlp=nlp)
    gc.collect()
    with collection_paused():
        newscli.extract(article, nlp=nlp)
        assert gc.collect() == 0


def test_garbage_is_looked_for_rarely() -> None:
    before = gc.get_threshold()
    try:
        gc.set_threshold(700, 10, 10)
        collect_all_rarely()
        young, *older = gc.get_threshold()
        assert young > 700
        assert older == [10, 10]
    finally:
        gc.set_threshold(*before)
