"""What loading must not bring along."""

from __future__ import annotations

import subprocess
import sys


def test_spacys_commands_are_not_imported_and_can_be() -> None:
    program = (
        "import sys; from a11y.language.pipeline import load; "
        "assert 'weasel' not in sys.modules and 'spacy.cli' not in sys.modules; "
        "import spacy.cli; assert callable(spacy.cli.info); print('ok')"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stdout.strip() == "ok", run.stderr
