"""A spaCy pipeline, installed for a test, that loads fast, is slow when told, and dies when told.

It takes every word with a capital for a person. Worker processes find it as they find any model.
"""

from __future__ import annotations

from pathlib import Path

NAME = "newscli_quick"

# What an article says to it.
DEADLY = "яд"
DEADLY_ONCE = "обморок"
BROKEN = "ошибка"
SLOW = "медленно"
ENDLESS = "вечность"

_PACKAGE = f'''
import os
import signal
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Span

DIED = Path(__file__).with_name("died")


@Language.factory("quick_names")
def make(nlp, name):
    return Names()


class Names:
    labels = ("PER",)

    def __call__(self, doc):
        words = set(doc.text.rstrip(".").split())
        if "{DEADLY}" in words:
            os.kill(os.getpid(), signal.SIGKILL)
        if "{DEADLY_ONCE}" in words and not DIED.exists():
            DIED.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "{BROKEN}" in words:
            raise RuntimeError("a bug")
        if "{SLOW}" in words:
            time.sleep(0.01)
        if "{ENDLESS}" in words:
            time.sleep(600)
        capitals = [token.i for token in doc if token.text[0].isupper()]
        doc.ents = [Span(doc, number, number + 1, "PER") for number in capitals]
        return doc


def load(**_):
    nlp = spacy.blank("ru")
    nlp.add_pipe("quick_names")
    return nlp
'''


def install(folder: Path) -> None:
    """Write the package into `folder`, which is to be on the path for modules."""
    (folder / NAME).mkdir()
    (folder / NAME / "__init__.py").write_text(_PACKAGE, "utf-8")
    about = folder / f"{NAME}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {NAME}\nVersion: 1.0\n")
