"""What a record takes: bytes of an iteration, eight runs of a million iterations, and how fast they are scrubbed."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from engine.optimizer import Elementwise
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import Run, RunConfig
from engine.schedules import Constant
from surfaces import SurfaceSpec, surface_row
from tests.benchmarks.measuring import ROOT, Figure, at_most, figure, seconds, show

if TYPE_CHECKING:
    from engine.history import Snapshot

RUNS, ITERATIONS = 8, 1_000_000
MOST_GIB = 2.0
LOOKS, ROWS = 2000, 1000
FRAME = 1.0
"""Milliseconds that a look at all runs at once may take: a sixteenth of a frame."""
RATE = 1e-9
"""So small that nobody rests before the end."""
LONG = ("gradient-descent", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw")


def measure() -> list[Figure]:
    """Return the figures."""
    lines = [bytes_of(name) for name in ("gradient-descent", "momentum", "adam", "newton")]
    lines.append(widest())
    command = [sys.executable, "-m", "tests.benchmarks.bench_memory", "--long"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    gib, taken, grown, *looks = map(float, done.stdout.split())
    what = f"{RUNS} runs × {ITERATIONS:,} iterations: most memory of the process"
    lines.append(Figure(what, gib, gib, "GiB", None, f"≤ {MOST_GIB:g}", gib <= MOST_GIB))
    lines.append(Figure("  to compute them", taken, taken, "s"))
    lines.append(Figure("  their records alone", grown, grown, "GiB"))
    return [*lines, at_most(figure("  a look at a random iteration of all of them", looks, "ms"), FRAME)]


def bytes_of(name: str) -> Figure:
    """Return the bytes of a recorded iteration of two parameters."""
    run = Run(config(name))
    width = 8.0 * run.snapshot().table.shape[1]
    return Figure(f"bytes of a recorded iteration: {name}", width, width, "B")


def widest() -> Figure:
    """Return those of the elementwise rule that remembers most."""
    rules = [name for name, cls in OPTIMIZERS.items() if issubclass(cls, Elementwise)]
    return max(map(bytes_of, rules), key=lambda line: line.median)


def config(name: str) -> RunConfig:
    """Return a run that goes on for ever."""
    start = surface_row("rosenbrock").start
    return RunConfig(SurfaceSpec("rosenbrock"), start, make_optimizer(name, {"learning_rate": RATE}), Constant())


def long_runs() -> None:
    """Make the long runs and print GiB of the process, seconds, GiB of the records, and milliseconds of each look."""
    runs = [Run(config(name)) for name in LONG]

    def work() -> None:
        for run in runs:
            run.advance(ITERATIONS)

    taken = seconds(work)
    snapshots = [run.snapshot() for run in runs]
    assert all(len(snapshot) == ITERATIONS + 1 for snapshot in snapshots)
    chance = random.Random(0)
    looks = [1000.0 * seconds(partial(look, snapshots, chance.randrange(ITERATIONS))) for _ in range(LOOKS)]
    records = sum(snapshot.table.nbytes for snapshot in snapshots) / 2**30
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**30 if sys.platform == "darwin" else 2**20)
    sys.stdout.write(" ".join(map(str, [most, taken, records, *looks])))


def look(snapshots: list[Snapshot], iteration: int) -> None:
    """Read what the window shows at an iteration: every run's row and the end of its trail."""
    for snapshot in snapshots:
        snapshot.table[iteration].tolist()
        snapshot.params[max(0, iteration - ROWS) : iteration + 1].copy()


if __name__ == "__main__":
    if sys.argv[1:] == ["--long"]:
        long_runs()
    else:
        show(measure)
