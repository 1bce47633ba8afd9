"""``a11y import``."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def import_content(path: Path, form: str) -> None:
    """Import services from PATH: a file (.yaml, .json) or a folder of them.

    A folder may hold `leistungen/` (services) and `seiten/` (the city's own pages). All files are
    checked first: if one is wrong, the error names file, line and field, and nothing is changed.
    Importing the same files again changes nothing.

    \b
      a11y import content
      a11y import mein-dienst.yaml
    """
    from a11y.portal.importer import import_path
    from a11y.portal.store import Database

    database = Database()
    try:
        imported = import_path(database, path)
    finally:
        database.close()
    if form == "json":
        click.echo(
            json.dumps(
                {
                    "added": imported.added,
                    "changed": imported.changed,
                    "unchanged": imported.unchanged,
                }
            )
        )
        return
    for verb, slugs in (("added", imported.added), ("changed", imported.changed)):
        for slug in slugs:
            click.echo(f"  {verb}: {slug}")
    click.echo(
        f"{len(imported.added)} added, {len(imported.changed)} changed, "
        f"{len(imported.unchanged)} unchanged."
    )
