"""Labels for texts that nobody has annotated: what several recognisers together are sure of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from newscli.pipeline.recognizer import crf
from newscli.pipeline.recognizer.component import Recognizer
from newscli.pipeline.recognizer.tags import UNKNOWN
from training.augment import Sentence

# A tag less likely than this is left open; a sentence with many such words is left out.
SURE = 0.8
MOST_OPEN = 0.2


def label(
    recognizers: Sequence[Recognizer], articles: Iterable[Sequence[tuple[str, ...]]]
) -> Iterator[list[Sentence]]:
    """Tag articles by the mean of the recognisers' emissions and transitions."""
    transitions = np.mean(
        [recognizer.model.get_param("transitions") for recognizer in recognizers], axis=0
    )
    for article in articles:
        batch = recognizers[0].batch([article])
        emissions = np.mean([recognizer.model.predict(batch) for recognizer in recognizers], axis=0)
        marginals = crf.weigh(emissions, transitions, batch.lengths).marginals
        tags = np.where(marginals.max(axis=1) < SURE, UNKNOWN, marginals.argmax(axis=1)).tolist()
        labelled = []
        for words in article:
            own, tags = tuple(tags[: len(words)]), tags[len(words) :]
            if own.count(UNKNOWN) <= MOST_OPEN * len(own):
                labelled.append(Sentence(words, own))
        yield labelled
