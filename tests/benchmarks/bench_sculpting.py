"""Dragging a feature under 4 runs of 300 iterations: from the mouse move to all four new paths on the screen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF

from surfaces import Feature, SurfaceSpec
from surfaces.random_terrain import random_terrain
from tests.benchmarks.bench_dragging import LIMIT_MS, MOVES, RUNS, Drag
from tests.benchmarks.measuring import Figure, at_most, figure, show
from tests.benchmarks.real_window import open_window, session_of, settle, show_session

BOUNDS = (-5.0, 5.0, -5.0, 5.0)
SCENES = {
    "1 ridge": (Feature("ridge", 0.0, 0.0, 1.0, 0.7, 3.0),),
    "12 features": random_terrain(3, 6, 1.0, BOUNDS)[:12],
}


def measure() -> list[Figure]:
    """Return the figures."""
    figures = []
    with open_window() as (app, window):
        window.desk.surface.show_page("sculpt")
        for name, features in SCENES.items():
            surface = SurfaceSpec(formula="(x^2 + y^2)/10", bounds=BOUNDS, features=features)
            session = session_of(RUNS, 300, (3.0, 4.0))
            show_session(window, replace(session, surface=surface))
            settle(app, window)
            drag = SculptDrag(window)
            times = drag.moves(MOVES)
            figures.append(at_most(figure(f"dragging a feature, 4 × 300, {name}", times, "ms"), LIMIT_MS))
            figures.append(figure(f"moves for each new contour map, {name}", [MOVES / max(drag.maps, 1)], ""))
            settle(app, window)
    return figures


class SculptDrag(Drag):
    """Holds the first feature by its centre; counts the contour maps that came meanwhile."""

    maps = 0

    def moves(self, count: int) -> list[float]:
        ready = self._window.lab.pictures.contours_ready
        ready.connect(self._on_contours_ready)
        times = super().moves(count)
        ready.disconnect(self._on_contours_ready)
        return times

    def _held(self) -> tuple[float, float]:
        feature = self._window.lab.sessions.session.surface.features[0]
        return feature.x, feature.y

    @staticmethod
    def _around(index: int, _count: int) -> QPointF:
        return QPointF(index, 12.0 * (index % 2))  # every move is one of the tidy numbers too

    def _check(self) -> None:
        """Make sure that what is shown was computed on the new surface."""
        lab = self._window.lab
        assert self._is_new
        assert not self._waiting
        assert lab.runs.finished

    def _on_contours_ready(self, _contours: object) -> None:
        self.maps += 1


if __name__ == "__main__":
    show(measure)
