"""Where things lie: what ships with the project and what set-up and running produce."""

from __future__ import annotations

import os
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


def project_dir() -> Path:
    """The checkout: holds ``gloss_corpus/``, ``site_theme/`` and ``content/``."""
    return _ROOT


def var_dir() -> Path:
    """Everything that is produced, never committed: body, vectors, database, videos.

    ``KLARHAND_VAR`` moves it; by default it is ``var/`` in the checkout.
    """
    return Path(os.environ.get("KLARHAND_VAR", _ROOT / "var"))


def gloss_corpus_dir() -> Path:
    return _ROOT / "gloss_corpus"


def theme_dir() -> Path:
    return _ROOT / "site_theme"


def content_dir() -> Path:
    return _ROOT / "content"
