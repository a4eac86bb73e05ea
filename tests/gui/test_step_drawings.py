"""Over the registry: what is drawn of a step has terms that speak of it, and each term finds what it speaks of."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.explain import explain, step_vectors
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import run_to
from engine.session import VECTORS, Session
from gui.explaining import explanation_words
from gui.step_drawings import drawing_of, taylor_drawing
from gui.views.step_geometry import TERMS, StepSketch
from surfaces import SurfaceSpec, build_surface
from surfaces.taylor import FIRST, SECOND, Taylor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.explain import StepVectors
    from gui.explaining import TermRow
    from gui.views.step_geometry import Place

ROW = 4
every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)


def explained(name: str) -> tuple[tuple[TermRow, ...], StepVectors, StepSketch]:
    """The rows of a step, its arrows, and all that can be drawn of it."""
    optimizer = make_optimizer(name, {"lr": 3e-3})
    session = Session(SurfaceSpec("himmelblau"), (0.5, -1.0)).adding_run(optimizer)
    (run,) = session.runs
    snapshot = run_to(session.config(run), ROW + 3)
    found = explain(session.config(run), snapshot, ROW)
    vectors = step_vectors(session.config(run), snapshot, found)
    drawing = drawing_of(session, run, snapshot, found, VECTORS)
    pixel = math.hypot(*vectors.update) / 150.0
    return explanation_words(found, ("x", "y")).rows, vectors, StepSketch(drawing, (pixel, pixel))


def places(sketch: StepSketch) -> Iterator[tuple[str, Place]]:
    """A place on each part that is long enough to be pointed at."""
    for arrow in sketch.arrows:
        place = np.array(arrow.tail) + 0.9 * (np.array(arrow.tip) - np.array(arrow.tail))
        yield arrow.role, (float(place[0]), float(place[1]))
    yield from (("trials", trial) for trial in sketch.trials)
    yield from (("divisor", (square.left + 1.0, square.top + 1.0)) for square in sketch.squares)
    yield from (("curvature", bend.end) for bend in sketch.bends)


@every_optimizer
def test_pointing_at_a_part_finds_its_terms_and_at_a_term_its_part(name: str) -> None:
    rows, _, sketch = explained(name)
    found = [(role, place) for role, place in places(sketch) if math.hypot(*place) > 8.0]
    assert {role for role, _ in found} >= {"update"}
    for role, place in found:
        assert TERMS[role] <= sketch.terms_at(place)
    for row in rows:
        lit = {role for role in sketch.roles if row.arrow in TERMS[role]}
        assert all(row.arrow in sketch.terms_at(place) for role, place in found if role in lit)


@every_optimizer
def test_every_term_that_has_an_arrow_has_one_that_is_drawn(name: str) -> None:
    rows, vectors, sketch = explained(name)
    drawn = {arrow for role in sketch.roles for arrow in TERMS[role]}
    nothing = {  # where the step has none of it: a memory too short to see, a model without a bottom, no trial
        "memory": not vectors.carried or math.hypot(*vectors.carried) <= sketch.pixel[0],
        "adapted": not vectors.adapted,
        "divisor": not vectors.adapted,
        "trials": not sketch.trials,
        "slope": not vectors.slope,
        "": True,
    }
    for row in rows:
        assert row.arrow in drawn or nothing.get(row.arrow, False)


@every_optimizer
def test_every_arrow_that_is_drawn_has_terms(name: str) -> None:
    rows, _, sketch = explained(name)
    spoken = {row.arrow for row in rows}
    silent = {arrow.role for arrow in sketch.arrows if spoken.isdisjoint(TERMS[arrow.role])}
    assert silent == ({"adapted"} if name in ("sign-descent", "lion") else set())  # a sign has no term of its own


def test_columns_and_arrows_of_single_terms() -> None:
    rows = {row.plain.split(" = ")[0]: (row.arrow, row.column) for row in explained("adam")[0]}
    assert rows == {
        "g": ("slope", ""),
        "c_1": ("memory", ""),
        "c_2": ("divisor", ""),
        "m": ("memory", "first_moment"),
        "v": ("divisor", "second_moment"),
        "d": ("divisor", ""),
        "Δθ": ("update", ""),
        "θ": ("update", ""),
    }
    rows = {row.plain.split(" = ")[0]: (row.arrow, row.column) for row in explained("soap")[0]}
    assert rows["m"] == ("memory", "first_moment")
    assert rows["v"] == ("adapted", "second_moment")
    assert rows["G"] == ("adapted", "statistics")
    rows = {row.plain.split(" = ")[0]: (row.arrow, row.column) for row in explained("bfgs")[0]}
    assert rows["B"] == ("adapted", "inverse_hessian")


def test_models_are_drawn_at_the_maps_levels_within_their_radius() -> None:
    taylor = Taylor(build_surface(SurfaceSpec("book")), np.array([-7.0, 2.0]))
    levels = (4.0, 5.0, 6.0, 7.0, 8.0)
    for order in (FIRST, SECOND):
        drawing = taylor_drawing(taylor, order, 1.5, levels)
        points = drawing.lines[np.isfinite(drawing.lines).all(axis=1)]
        assert (np.hypot(*(points - taylor.point).T) <= 1.5).all()
        values = taylor.model(points, order)
        assert np.abs(values[:, None] - np.array(levels)).min(axis=1).max() < 0.02
    np.testing.assert_allclose(drawing.newton[-1], (0.0, 0.0), atol=1e-12)


def test_a_flat_place_has_no_lines() -> None:
    taylor = Taylor(build_surface(SurfaceSpec(formula="0 x")), np.array([1.0, 1.0]))
    drawing = taylor_drawing(taylor, FIRST, 1.0, ())
    assert not np.isfinite(drawing.lines).any()
