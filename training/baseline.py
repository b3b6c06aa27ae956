"""Score slovnet's published recogniser as ours is scored: what fine-tuning must beat.

    python -m training.baseline --corpora DIR --natasha WHEEL --out DIR

Needs `slovnet`; adds to the scores in the folder of our model.
"""

from __future__ import annotations

import argparse
import tempfile
import zipfile
from pathlib import Path

from spacy.tokens import Doc
from spacy.util import filter_spans

from training.carry_over import NAVEC, SLOVNET
from training.labels import load_factrueval, load_nerel
from training.measured import SLOVNET as SLOVNET_FILE
from training.measured import Measured, dump_measured, format_measured
from training.score import score_texts
from training.train import FACTRUEVAL, NEREL


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the JSON Lines")
    parser.add_argument("--natasha", type=Path, required=True, help="wheel of natasha 1.6.0")
    parser.add_argument("--out", type=Path, required=True, help="folder of our model")
    options = parser.parse_args()

    from navec import Navec
    from slovnet import NER

    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(options.natasha) as wheel:
        recognizer = NER.load(wheel.extract(SLOVNET.format("ner"), folder))
        recognizer.navec(Navec.load(wheel.extract(NAVEC, folder)))

    def recognize(doc: Doc) -> Doc:
        spans = [
            doc.char_span(span.start, span.stop, label=span.type, alignment_mode="expand")
            for span in recognizer(doc.text).spans
        ]
        doc.ents = filter_spans([span for span in spans if span is not None])
        return doc

    corpora = {
        NEREL: load_nerel(options.corpora / "nerel-dev.jsonl"),
        FACTRUEVAL: load_factrueval(options.corpora / "factrueval-dev.jsonl"),
    }
    measured = Measured(
        {corpus: score_texts(texts, recognize) for corpus, texts in corpora.items()}, judged=()
    )
    print(*format_measured(measured), sep="\n")
    dump_measured(measured, options.out / SLOVNET_FILE)


if __name__ == "__main__":
    main()
