"""By what a result is known again: a digest of all that it depends on."""

from __future__ import annotations

import json
from hashlib import blake2b
from importlib.metadata import version

from newscli.model import read_meta
from newscli.records import Article
from newscli.settings import Settings

_BYTES = 16  # of a digest: among 10^9 articles, two share one with a chance of 10^-21


def article_key(article: Article, fingerprint: str) -> str:
    """The key of an article under settings with this `fingerprint`; whose it is stays aside.

    It changes with the text, title, day of publication and warnings, which go into the result.
    """
    parts = (article.text, article.title, article.published, article.warnings)
    return _digest([fingerprint, *parts])


def settings_fingerprint(settings: Settings) -> str:
    """What changes with the settings, and with the versions of the package and of the model.

    Raises:
        UsageError: there is no such model.
    """
    return _digest(
        [
            version("newscli"),
            read_meta(settings.model),
            settings.kinds,
            settings.min_score,
            settings.adjectives,
            settings.with_text,
            repr(list(settings.corrections)) if settings.corrections else None,
        ]
    )


def _digest(value: object) -> str:
    return blake2b(json.dumps(value).encode(), digest_size=_BYTES).hexdigest()
