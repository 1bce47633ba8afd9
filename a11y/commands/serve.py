"""``a11y serve``."""

from __future__ import annotations

import click


@click.command()
@click.option("--port", default=8080, show_default=True, type=click.IntRange(1, 65535))
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="0.0.0.0 serves other machines too."
)
@click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(0, 64),
    help="Processes that render videos; 0 serves what is there.",
)
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
def serve(port: int, host: str, workers: int, threads: int) -> None:
    """Serve the city portal, and render its videos in the background.

    The first start imports the demo city and prints the editors' password once. Pages can be read
    at once; videos appear as they are made, the page being looked at first. Ctrl-C ends server
    and workers; what was being rendered is taken up again at the next start.

    \b
      a11y serve
      a11y serve --port 9000 --workers 2
    """
    from a11y.portal.server import run

    run(host=host, port=port, workers=workers, threads=threads, say=click.echo)
