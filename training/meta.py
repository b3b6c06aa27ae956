"""What the model says of itself: `meta.json`."""

from __future__ import annotations

import json
from pathlib import Path

from training.score import SCORES_FILE

# Raised whenever a model with other weights ships.
VERSION = "0.1.0"
_SOURCES = (
    ("navec_news_v1_1B_250K_300d_100q, slovnet_ner_news_v1 (natasha 1.6.0)", "MIT"),
    ("NEREL v1.1 (nerel-ds/NEREL), train and dev", "CC BY 2.5"),
    ("factRuEval-2016 (dialogue-evaluation/factRuEval-2016), devset", "MIT"),
    ("pymorphy3-dicts-ru, from OpenCorpora: grammemes of the vocabulary", "CC BY-SA 3.0"),
)


def write_meta(folder: Path) -> None:
    """Write `meta.json` of the model in `folder`: spaCy's fields, sources, measured scores."""
    scores = folder / SCORES_FILE
    meta = {
        "lang": "ru",
        "name": "news",
        "version": VERSION,
        "description": "People, places, organisations and dates in Russian news.",
        "license": "MIT",
        "sources": [{"name": name, "license": license_} for name, license_ in _SOURCES],
        "scores": json.loads(scores.read_text(encoding="utf-8")) if scores.exists() else {},
    }
    text = json.dumps(meta, ensure_ascii=False, indent=1)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")
