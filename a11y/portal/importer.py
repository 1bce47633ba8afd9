"""``a11y import``: content files → store, all or nothing, harmless when repeated."""

from __future__ import annotations

from pathlib import Path

from a11y.portal.content import load_site, read_path
from a11y.portal.store import Database
from a11y.portal.store.leistungen import Imported, save, save_bitv4


def import_path(database: Database, path: Path) -> Imported:
    """Import a service file, or a folder of them (with the site's pages if it has ``seiten/``).

    Every file is read and checked before anything is written. Raises ContentError or
    NothingToImportError; then the store is as before.
    """
    leistungen = read_path(path)
    pages = path / "seiten"
    site = load_site(pages) if pages.is_dir() else None
    database.upgrade()
    with database.transaction() as session:
        imported = save(session, leistungen)
        if site:
            save_bitv4(session, site.bitv4)
    return imported
