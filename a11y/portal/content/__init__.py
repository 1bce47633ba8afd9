"""Service texts and site pages as files: model, schema, reader. No database, no Flask."""

from a11y.portal.content.leistung import MODULES, Kontakt, Leistung, Modul, ModulArt
from a11y.portal.content.pages import Bitv4, Site, load_site
from a11y.portal.content.reader import read_file, read_path

__all__ = [
    "MODULES",
    "Bitv4",
    "Kontakt",
    "Leistung",
    "Modul",
    "ModulArt",
    "Site",
    "load_site",
    "read_file",
    "read_path",
]
