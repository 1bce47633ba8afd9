"""The command ``a11y``: one tree, thin. Each command lives in ``a11y/commands/`` and is imported
only when it is called, so that ``a11y --help`` answers at once."""

from __future__ import annotations

import importlib
import sys

import click

from a11y.errors import DiskError, KlarhandError

_COMMANDS = {
    "simplify": ("a11y.commands.simplify", "simplify", "Make a German text easier, rule by rule."),
    "gloss": ("a11y.commands.gloss", "gloss", "Translate German into DGS gloss lines."),
    "sign": ("a11y.commands.sign", "sign", "Let the signer perform a German text as a video."),
    "export": ("a11y.commands.export", "export", "Write signing for other programs."),
    "notation": ("a11y.commands.notation", "notation", "Check HamNoSys strings."),
    "corpus": ("a11y.commands.corpus", "corpus", "Validate and count the sign corpus."),
    "audit": ("a11y.commands.audit", "audit", "Look for barriers on web pages."),
    "serve": ("a11y.commands.serve", "serve", "Serve the city portal."),
    "import": ("a11y.commands.import_content", "import_content", "Import services from files."),
    "body": ("a11y.commands.body", "body", "Build the signer's body."),
    "language": ("a11y.commands.language", "language", "Train and fetch the German pipeline."),
    "bench": ("a11y.commands.bench", "bench", "Measure; results go to docs/benchmarks.md."),
    "doctor": ("a11y.commands.doctor", "doctor", "Say what is installed and what is missing."),
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, attribute, _ = _COMMANDS[cmd_name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry[2]) for name, entry in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="klarhand", prog_name="a11y")
def cli() -> None:
    """Klarhand: easy German, German Sign Language and accessibility audits for city portals.

    Start with `a11y doctor` to see what is installed, `a11y serve` to open the demo city, or
    `a11y sign "Guten Tag." --out gruss.mp4` to watch the signer.
    """


def main() -> None:
    """Entry point: errors a user can mend are one clear line, exit code 1."""
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except KlarhandError as error:
        click.secho(f"Error: {error}", fg="red", err=True)
        sys.exit(1)
    except OSError as error:
        if not DiskError.is_one(error):
            raise
        click.secho(f"Error: {DiskError(error)}", fg="red", err=True)
        sys.exit(1)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted; nothing was left half-written.", err=True)
        sys.exit(130)


if __name__ == "__main__":
    main()
