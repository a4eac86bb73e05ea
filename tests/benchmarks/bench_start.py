"""Start to first frame: fresh processes of the app and of a bare window with one empty plot, by turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from functools import partial

from tests.benchmarks.measuring import ROOT, Figure, figure, interleaved, ratio, show

ROUNDS = 15
LIMIT = 1.6


def measure() -> list[Figure]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CONFIG_HOME": folder, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # byte code is kept, as on anybody's second start
        sides = {side: partial(started, side, environment) for side in ("bare", "app", "complete")}
        for side in sides.values():
            side()  # byte code and file cache
        samples = interleaved(sides, ROUNDS)
    app = figure("start: main.py to its first frame (ratio to bare)", samples["app"], "ms")
    times = ratio(samples, "app", "bare")
    return [
        figure("start: bare PySide6 + pyqtgraph window", samples["bare"], "ms"),
        Figure(app.what, app.median, app.high, "ms", times, f"ratio ≤ {LIMIT:g}", times <= LIMIT),
        figure("start: main.py until trails and contours stand", samples["complete"], "ms"),
    ]


def started(side: str, environment: dict[str, str]) -> float:
    """Return the milliseconds from starting a process to its word that it has painted."""
    command = [sys.executable, "-m", "tests.benchmarks.probe_start", side]
    before = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, cwd=ROOT) as process:
        assert process.stdout is not None
        word = process.stdout.readline()
        taken = time.perf_counter() - before
    assert word == b"painted\n", word
    return 1000 * taken


if __name__ == "__main__":
    show(measure)
