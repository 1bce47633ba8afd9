"""``a11y bench …``: every figure in ``docs/benchmarks.md`` comes from one of these."""

from __future__ import annotations

import importlib
import importlib.util

import click

_BENCHES = {
    "motion": "Targets, joint limits, penetration, jolts and speed of the signer's motion.",
    "render": "Seconds, memory and pictures of both renderers.",
    "arms": "Whether sleeves stand out from the cloth behind them.",
    "encode": "Codecs, their time and size.",
    "joins": "Whether a film jumps where its sentences meet.",
    "page": "Seconds and memory of a page of twenty sentences, one of them edited; drawn twice.",
    "live": "First movement and frames a second of the live view.",
    "hands": "How deep fingers are in their own hand, over all handshapes.",
    "legibility": "What a hand reader sees in rendered letters and numbers.",
    "faces": "Whether brows, eyes, cheeks and mouth are told apart on a small film.",
    "sheet": "Contact sheets to look at.",
    "gloss": "German to DGS glosses against references.",
    "simplify": "Easy German: violations, readability, SARI, speed.",
    "guard": "What the meaning guard finds and what it wrongly finds.",
    "language": "The German analysis against hand-made trees.",
    "audit": "Detection and false alarms on planted pages.",
}


class _BenchGroup(click.Group):
    """Finds ``a11y.bench.NAME:command``, importing it only when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in _BENCHES if importlib.util.find_spec(f"a11y.bench.{name}")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"a11y.bench.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and what they measure, without loading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, _BENCHES[name]) for name in self.list_commands(ctx)])


@click.group(cls=_BenchGroup)
def bench() -> None:
    """Measure speed and quality; each prints its machine and its peer."""
