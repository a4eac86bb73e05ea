"""The relief: a frame of turning it, a frame of playing 8 runs of 10,000 points on it, and its picture at rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from engine.export import run_session
from gui.app import make_application
from gui.views.contour_panel import Trail
from gui.views.relief_view import ReliefView
from surfaces import build_surface
from surfaces.contours import contours
from tests.benchmarks.measuring import Figure, at_most, figure, seconds, show
from tests.benchmarks.real_window import WANDERERS, PaintCounter, session_of

if TYPE_CHECKING:
    from gui.views.relief_ground import Request

POINTS, ADVANCE = 10_000, 30
FRAMES, ROUNDS = 60, 5
SIZE = (520, 460)
LIMIT_MS = 16.0


def measure() -> list[Figure]:
    """Return the figures."""
    app = make_application()
    view, wanted = filled_view()
    app.processEvents()
    turning, playing, resting = [], [], []
    for number in range(ROUNDS):
        turning += turn(app, view)
        rest(view, wanted)
        resting.append(1000 * seconds(lambda: wanted[-1].made()))
        playing += play(app, view, number * FRAMES * ADVANCE)
    view.close()
    return [
        at_most(figure("relief: a frame of turning, 8 × 10,000 points on it", turning, "ms"), LIMIT_MS),
        at_most(figure("relief: a frame of playing, 8 × 10,000 points on it", playing, "ms"), LIMIT_MS),
        figure("relief: the fine picture, off the window's thread", resting, "ms"),
    ]


def filled_view() -> tuple[ReliefView, list[Request]]:
    """Return a relief of Rosenbrock with eight long runs, and the pictures it asks for."""
    session = session_of(WANDERERS, POINTS, (-1.5, 2.0))
    surface, snapshots = build_surface(session.surface), run_session(session)
    wanted: list[Request] = []
    view = ReliefView()
    view.picture_wanted.connect(wanted.append)
    view.resize(*SIZE)
    view.set_surface(contours(surface, surface.bounds, (320, 320), 24, "log"), surface.bounds)
    view.set_critical_points(surface.minima, surface.saddles)
    view.set_start(-1.5, 2.0)
    trails = [
        Trail(run.key, run.label, run.style, snapshot.params, snapshot.loss)
        for run, snapshot in zip(session.runs, snapshots, strict=True)
    ]
    view.set_trails(tuple(trails), tuple(snapshot.gradient for snapshot in snapshots))
    view.show()
    return view, wanted


def turn(app: QApplication, view: ReliefView) -> list[float]:
    """Return the milliseconds of each frame while somebody drags the landscape."""

    def frame(step: float) -> None:
        view.drag_by(step, 0.3)
        app.processEvents()
        app.processEvents()

    return watched(view, [partial(frame, 4.0) for _ in range(FRAMES)])


def rest(view: ReliefView, wanted: list[Request]) -> None:
    """Let go, and bring the fine picture."""
    view.drop()
    while not wanted or not view.waits_for(wanted[-1]):
        QApplication.processEvents()
    view.set_picture(wanted[-1], wanted[-1].made())
    for _ in range(60):
        QApplication.processEvents()


def play(app: QApplication, view: ReliefView, first: int) -> list[float]:
    """Return the milliseconds of each frame while time runs."""

    def frame(iteration: int) -> None:
        view.set_rows(dict.fromkeys(range(64), iteration))
        app.processEvents()
        app.processEvents()

    frame(first)
    app.processEvents()
    return watched(view, [partial(frame, first + ADVANCE * k) for k in range(1, FRAMES + 1)])


def watched(view: ReliefView, frames: list[partial[None]]) -> list[float]:
    """Time frames, and make sure that the view was painted in each."""
    counter = PaintCounter([view.viewport()])
    times = [1000 * seconds(frame) for frame in frames]
    view.viewport().removeEventFilter(counter)
    assert counter.counts[view.viewport()] >= 0.9 * len(frames), counter.counts
    return times


if __name__ == "__main__":
    show(measure)
