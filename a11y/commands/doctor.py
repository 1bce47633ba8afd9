"""``a11y doctor``."""

from __future__ import annotations

import json

import click

from a11y.doctor import Status, examine

_MARKS = {Status.OK: ("✓", "green"), Status.MISSING: ("✗", "red"), Status.OPTIONAL: ("–", "yellow")}


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--all", "everything", is_flag=True, help="List what is in order, too.")
@click.pass_context
def doctor(ctx: click.Context, form: str, *, everything: bool) -> None:
    """Say what is installed, what is missing, and how to get it.

    Exit code 0 when nothing that is needed is missing, else 1.
    """
    checks = examine()
    missing = [check for check in checks if check.status is Status.MISSING]
    if form == "json":
        click.echo(json.dumps([check.to_dict() for check in checks], indent=2, ensure_ascii=False))
    else:
        for check in checks:
            if check.status is Status.OK and not everything:
                continue
            mark, colour = _MARKS[check.status]
            line = f"{mark} {check.name:24} {check.found or 'not found'}"
            click.secho(line, fg=colour, nl=not check.remedy)
            if check.remedy:
                click.echo(f" – for {check.needed_for or 'everything'}: {check.remedy}")
        fine = sum(check.status is Status.OK for check in checks)
        click.echo(f"{fine} of {len(checks)} in order, {len(missing)} missing.")
    ctx.exit(1 if missing else 0)
