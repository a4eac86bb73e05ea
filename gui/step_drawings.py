"""From a session and its records to what of a step is drawn on the map: pure functions, no widgets."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.explain import step_vectors
from gui.shown import shown_axes, shown_surface
from gui.views.step_geometry import StepDrawing
from gui.views.taylor_layer import TaylorDrawing
from surfaces.taylor import FIRST, SECOND, Taylor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.explain import Explanation, StepVectors
    from engine.history import Snapshot
    from engine.session import RunSpec, Session
    from engine.steppers import Point
    from surfaces.surface import Bounds

MODEL_RADIUS = 0.15
"""Models are drawn within this share of the view's diagonal, or three times the step where that is more."""
FEWEST_LEVELS, MOST_LEVELS = 3, 14
"""Models are drawn at the map's own levels, so that one sees where they leave its lines; else at others."""


def is_drawn(session: Session, run: RunSpec, chosen: int) -> bool:
    """Return whether something of a run's step is drawn: of every visible run's, or of the chosen one's."""
    view = session.view
    return bool(view.vectors) and run.visible and (view.vectors_of_all or run.key == chosen)


def drawing_of(
    session: Session, run: RunSpec, snapshot: Snapshot, found: Explanation, shown: tuple[str, ...]
) -> StepDrawing:
    """Return what of a step is drawn, of `engine.session.VECTORS` those that are shown."""
    vectors = step_vectors(session.config(run), snapshot, found)
    axes, simplex = shown_axes(session), _simplex(snapshot, found.iteration)
    drawing = step_drawing(run, found, vectors, shown, axes, moves=_moves(snapshot, found), simplex=simplex)
    return _with_bends(session, drawing) if "curvature" in shown else drawing


def step_drawing(
    run: RunSpec,
    found: Explanation,
    vectors: StepVectors,
    shown: tuple[str, ...],
    axes: tuple[int, int],
    *,
    moves: bool,
    simplex: tuple[Point, ...] = (),
) -> StepDrawing:
    """Return what of a step is drawn in the plane of two axes."""

    def flat(name: str, values: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(values[axis] for axis in axes) if name in shown and values else ()

    x, y = (found.before[axis] for axis in axes)
    return StepDrawing(
        run.key,
        run.style,
        (x, y),
        slope=flat("slope", vectors.slope),
        adapted=flat("adapted", vectors.adapted),
        carried=flat("memory", vectors.carried),
        pull=flat("memory", vectors.pull),
        update=flat("update", vectors.update) if moves else (),
        trials=_places(tried(found), axes) if "trials" in shown else (),
        simplex=_places(simplex, axes) if "trials" in shown else (),
        ghost=moves and "update" in shown,
        divisor=flat("divisor", vectors.divisor),
        rates=flat("rates", vectors.rates),
    )


def tried(found: Explanation) -> tuple[Point, ...]:
    """Return the points that a step asked about besides its own, each once."""
    return tuple(dict.fromkeys(asked.params for asked in found.asked if asked.params != found.before))


def _places(points: Iterable[Point], axes: tuple[int, int]) -> tuple[tuple[float, float], ...]:
    return tuple((point[axes[0]], point[axes[1]]) for point in points)


def _simplex(snapshot: Snapshot, iteration: int) -> tuple[Point, ...]:
    """The corners of a simplex, where the run's state is one."""
    dim = snapshot.layout.dim
    if dict(snapshot.layout.state_fields).get("simplex") != dim * (dim + 1):
        return ()
    return tuple(map(tuple, snapshot.state("simplex")[iteration].reshape(dim + 1, dim).tolist()))


def _moves(snapshot: Snapshot, found: Explanation) -> bool:
    """Whether the run takes this step: not from its last row, if it is over."""
    return bool(np.isfinite(found.after).all()) and not (found.iteration == snapshot.last and snapshot.status.is_final)


def _with_bends(session: Session, drawing: StepDrawing) -> StepDrawing:
    """Add the directions of curvature where the run stands, if there are any."""
    hessian = shown_surface(session).hessian(np.array(drawing.place))
    if not np.isfinite(hessian).all() or not hessian.any():
        return drawing
    values, vectors = np.linalg.eigh(hessian)
    scaled = vectors.T * (np.abs(values) / np.abs(values).max())[:, None]
    return replace(drawing, bends=tuple(map(tuple, scaled.tolist())), sags=tuple((values < 0.0).tolist()))


def models_of(
    session: Session, found: Explanation, view: Bounds, levels: tuple[float, ...]
) -> tuple[TaylorDrawing, ...]:
    """Return the models of a step that the session wants to see, on a map of this view with these level lines."""
    orders = [order for order, name in ((FIRST, "plane"), (SECOND, "paraboloid")) if name in session.view.vectors]
    axes, (x0, x1, y0, y1) = shown_axes(session), view
    place, update = (np.array([values[axis] for axis in axes]) for values in (found.before, found.update))
    radius = max(MODEL_RADIUS * float(np.hypot(x1 - x0, y1 - y0)), 3.0 * float(np.linalg.norm(update)))
    if not orders or not np.isfinite(radius):
        return ()
    taylor = Taylor(shown_surface(session), place)
    return tuple(taylor_drawing(taylor, order, radius, levels) for order in orders)


def taylor_drawing(taylor: Taylor, order: int, radius: float, map_levels: tuple[float, ...] = ()) -> TaylorDrawing:
    """Return the level lines of a model around its point, where it holds, and for the second order its bottom."""
    x, y = taylor.point.tolist()
    bounds = (x - radius, x + radius, y - radius, y + radius)
    lines = taylor.lines(order, bounds, _levels(taylor, order, bounds, map_levels))
    lines[np.hypot(*(lines - taylor.point).T) > radius] = np.nan
    bottom = np.array([taylor.point, taylor.newton_point]) if order == SECOND else np.empty((0, 2))
    return TaylorDrawing(order, lines, taylor.trusted(order, radius), bottom)


def _levels(taylor: Taylor, order: int, bounds: Bounds, map_levels: tuple[float, ...]) -> tuple[float, ...]:
    corners = np.array([[bounds[i], bounds[j]] for i in (0, 1) for j in (2, 3)])
    values = np.array([*taylor.model(corners, order), taylor.loss])
    low, high = float(values.min()), float(values.max())
    own = [level for level in map_levels if low < level < high]
    if len(own) >= FEWEST_LEVELS:
        return tuple(own[:: math.ceil(len(own) / MOST_LEVELS)])
    return tuple(np.linspace(low, high, MOST_LEVELS + 2)[1:-1].tolist()) if low < high else ()
