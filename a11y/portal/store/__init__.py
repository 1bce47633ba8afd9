"""What the portal keeps: SQLAlchemy tables and plain functions over a session. No Flask here."""

from a11y.portal.store.database import Database, default_url

__all__ = ["Database", "default_url"]
