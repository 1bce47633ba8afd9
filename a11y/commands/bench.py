"""``a11y bench …``: every figure in ``docs/benchmarks.md`` comes from one of these."""

from __future__ import annotations

import importlib
import importlib.util

import click

_BENCHES = (
    *("motion", "render", "encode", "joins", "live", "legibility", "sheet"),
    *("gloss", "simplify", "guard", "language", "audit"),
)


class _BenchGroup(click.Group):
    """Finds ``a11y.bench.NAME:command``, importing it only when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in _BENCHES if importlib.util.find_spec(f"a11y.bench.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"a11y.bench.{cmd_name}").command
        return command


@click.group(cls=_BenchGroup)
def bench() -> None:
    """Measure speed and quality; each prints its machine and its peer."""
