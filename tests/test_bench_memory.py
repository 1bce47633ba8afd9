"""``a11y.bench.memory``: children are counted, too."""

from __future__ import annotations

import subprocess
import sys
import time

from a11y.bench.memory import Watch, busy, family, resident

_CHILD = "import sys; held = bytearray(80_000_000); held[::4096] = b'x' * len(held[::4096]); "
_WORK = "x = sum(range(20_000_000)); print('ready', flush=True); sys.stdin.read()"
_PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def test_what_a_child_holds_and_works_counts_for_its_parent() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT, _CHILD + _WORK],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"ready\n"
        assert len(family(process.pid)) == 2
        assert 80 < resident(process.pid) < 200
        assert busy(process.pid) > 0.1
        with Watch(process.pid, every=0.01) as watch:
            time.sleep(0.5)
        assert watch.peak > 80
        process.communicate()
