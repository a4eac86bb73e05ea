"""CSV rows a second, compile time of the catalogue, and contours against pyqtgraph's isocurve."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pyqtgraph as pg

from engine.export import run_session, write_csv
from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.formula import compiled
from tests.benchmarks.measuring import Figure, figure, interleaved, ratio, seconds, show
from tests.benchmarks.real_window import WANDERERS, session_of

ROUNDS = 9
STEPS = 5000
SIZE, LEVELS = (400, 400), 24
FORMULAS = [row for row in CATALOGUE.values() if row.data is None]


def measure() -> list[Figure]:
    """Return the figures."""
    return [*csv_figures(), *compile_figures(), *contour_figures()]


def csv_figures() -> list[Figure]:
    """Return rows a second of a session with eight runs."""
    session = session_of(WANDERERS, STEPS, (-1.5, 2.0))
    snapshots = run_session(session)
    rows = sum(map(len, snapshots))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        pace = [rows / seconds(lambda: write_csv(path, session, snapshots)) for _ in range(ROUNDS)]
    return [figure("CSV: rows", [value / 1000 for value in pace], "1000/s")]


def compile_figures() -> list[Figure]:
    """Return the time from text to value, gradient, Hessian and the fast path of every catalogue formula."""
    times = [1000 * seconds(compile_all) for _ in range(ROUNDS)]
    return [
        figure(f"compiling all {len(FORMULAS)} catalogue formulas", times, "ms"),
        figure("compiling one of them (mean)", [taken / len(FORMULAS) for taken in times], "ms"),
    ]


def compile_all() -> None:
    """Compile every formula as if it had never been seen, and make its four functions."""
    compiled._compile.cache_clear()
    for row in FORMULAS:
        formula = compiled.compile_formula(row.formula, parameters=[parameter.name for parameter in row.parameters])
        for function in ("_value", "_gradient", "_hessian", "_scalar"):
            getattr(formula, function)


def contour_figures() -> list[Figure]:
    """Return our contours with their grid of losses, and pyqtgraph's lines alone."""
    surface = build_surface(SurfaceSpec(name="himmelblau"))
    drawn = contours(surface, surface.bounds, SIZE, LEVELS, "log")

    def isocurves() -> float:
        return 1000 * seconds(lambda: [pg.isocurve(drawn.values, level, connected=True) for level in drawn.levels])

    def ours() -> float:
        return 1000 * seconds(lambda: contours.__wrapped__(surface, surface.bounds, SIZE, LEVELS, "log"))

    samples = interleaved({"ours": ours, "isocurve": isocurves}, ROUNDS)
    times = ratio(samples, "isocurve", "ours")
    return [
        figure("contours: 400 × 400 losses, 24 levels, lines", samples["ours"], "ms"),
        figure("  pyqtgraph.isocurve, lines only (ratio to ours)", samples["isocurve"], "ms", ratio=times),
    ]


if __name__ == "__main__":
    show(measure)
