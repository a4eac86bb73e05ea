"""A jump in time: 8 runs of 100,000 iterations with the explanation, every run's arrows and the events on."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Figure, at_most, figure, show
from tests.benchmarks.real_window import ENDLESS, PaintCounter, open_window, session_of, settle, show_session

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow

POINTS, JUMPS, NEAR = 100_000, 120, 50
VECTORS = ("slope", "adapted", "memory", "update", "divisor", "rates", "plane", "paraboloid")
LIMIT_MS = 33.0


def measure() -> list[Figure]:
    """Return the figures."""
    with open_window() as (app, window):
        fill(app, window)
        chance = random.Random(0)
        far = [chance.randrange(POINTS) for _ in range(JUMPS)]
        start = POINTS // 2
        near = [start + (-1) ** jump * chance.randrange(1, NEAR) for jump in range(JUMPS)]
        return [
            at_most(figure("scrubbing: a jump anywhere in 8 × 100,000", jumps(app, window, far), "ms"), LIMIT_MS),
            at_most(figure("scrubbing: a jump nearby in 8 × 100,000", jumps(app, window, near), "ms"), LIMIT_MS),
        ]


def fill(app: QApplication, window: MainWindow) -> None:
    """Compute eight long runs; explain one, draw the steps of all."""
    session = session_of(ENDLESS, POINTS, (-1.2, 1.0))
    view = replace(session.view, vectors=VECTORS, vectors_of_all=True)
    show_session(window, replace(session, view=view))
    window.docks["explain"].show()
    window.docks["explain"].raise_()
    settle(app, window)
    lengths = [snapshot.last for snapshot in window.lab.runs.snapshots.values()]
    assert lengths == [POINTS] * len(ENDLESS), lengths
    explain = window.lab.explain
    assert explain is not None
    assert len(explain._steps.shown) == len(ENDLESS)
    assert explain.panel.words.rows


def jumps(app: QApplication, window: MainWindow, rows: list[int]) -> list[float]:
    """Return the milliseconds from each wish to the frame that shows its row everywhere."""
    painted = PaintCounter([window.desk.stage.panels[0].viewport()])
    explain = window.lab.explain
    assert explain is not None
    times = []
    for row in rows:
        before = sum(painted.counts.values())
        began = time.perf_counter()
        window.lab.playback.go_to(row)
        while sum(painted.counts.values()) == before:
            app.processEvents()
        times.append(1e3 * (time.perf_counter() - began))
        assert explain.panel.words.iteration == row
        settle(app, window)
    return times


if __name__ == "__main__":
    show(measure)
