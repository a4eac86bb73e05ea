"""What every benchmark shares: figures, interleaved rounds, a table."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

TITLES = ("what", "median", "high", "unit", "ratio", "target", "verdict")


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    median: float
    high: float
    """The 95th percentile, or the one that `what` names."""
    unit: str
    ratio: float | None = None
    """How many times the line above or the other side named in `what` takes, measured in the same rounds."""
    target: str = ""
    met: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the line's texts."""
        verdict = {True: "ok", False: "MISSED", None: ""}[self.met]
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}×"
        return self.what, f"{self.median:,.2f}", f"{self.high:,.2f}", self.unit, ratio, self.target, verdict


def percentile(samples: Sequence[float], percent: float) -> float:
    """Return the smallest sample that at least `percent` of all do not exceed."""
    ordered = sorted(samples)
    return ordered[max(0, -(-len(ordered) * round(percent * 10) // 1000) - 1)]


def figure(what: str, samples: Sequence[float], unit: str, *, high: float = 95, ratio: float | None = None) -> Figure:
    """Return a line without a target."""
    return Figure(what, median(samples), percentile(samples, high), unit, ratio)


def at_most(line: Figure, limit: float) -> Figure:
    """Return the line with its target: the high percentile stays below a limit."""
    return Figure(**{**asdict(line), "target": f"high ≤ {limit:g}", "met": line.high <= limit})


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    before = time.perf_counter()
    work()
    return time.perf_counter() - before


def interleaved(sides: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, list[float]]:
    """Measure every side once a round, every other round backwards: drift and neighbours hit all alike."""
    samples: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        for name in list(sides)[:: -1 if number % 2 else 1]:
            samples[name].append(sides[name]())
    return samples


def ratio(samples: Mapping[str, Sequence[float]], above: str, below: str) -> float:
    """Return the median of the rounds' ratios."""
    return median(a / b for a, b in zip(samples[above], samples[below], strict=True))


def table(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of texts as columns; names and verdicts stand left, numbers right."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(TITLES))]
    sides = "<>><>><"
    return "\n".join(
        "  ".join(f"{text:{side}{width}}" for text, side, width in zip(line, sides, widths, strict=True)).rstrip()
        for line in lines
    )


def show(measure: Callable[[], list[Figure]]) -> None:
    """Measure and print: a table, or with --json one object a line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    figures = measure()
    if as_json:
        sys.stdout.write("".join(json.dumps(asdict(line)) + "\n" for line in figures))
    else:
        sys.stdout.write(table([TITLES, *(line.cells() for line in figures)]) + "\n")
