"""The city portal: citizen pages in three forms, an editor's workplace, an API, a store, jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask


def create_app(config: Mapping[str, Any] | None = None) -> Flask:
    """The WSGI application; see ``a11y.portal.app``."""
    from a11y.portal.app import create_app as create

    return create(config)


__all__ = ["create_app"]
