"""Bounds that show what a surface has to show, for surfaces that come without: typed formulas, sculpted ground.

In this order: ±5, moved or narrowed to where the loss is finite; narrowed where it oscillates too fast to be seen;
then moved, widened or narrowed so that the critical points found stand in it with a margin.
"""

from __future__ import annotations

import math
import re
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from surfaces.domain import DEFAULT_BOUNDS, finite_part
from surfaces.eigen import eigenvalues
from surfaces.stationary import in_flat_area, merged, newton, stationary_points, typical_slope, vanishes
from surfaces.unit_view import UnitView, ring, unit_grid

if TYPE_CHECKING:
    import numpy.typing as npt

    from surfaces.surface import Array, Bounds, Surface

    Mask = npt.NDArray[np.bool_]

_NUMBER = re.compile(r"(?<![\w.])(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
MOST_HINTS = 8
FINE, COARSE = 61, 31
FAR, NEAR = 1e6, 2.0
"""How many widths of the bounds away critical points are looked for, and how many away they still belong to them."""
FEW, SHARE = 8, 3
"""With more critical points than this in the bounds, or so many times as many outside, they are a pattern."""
COMPANY = 3.0
"""Of critical points far away, the nearest is shown with those up to so many times as far."""
SMALL = 0.4
"""Critical points that take less than this share of the bounds are looked at closely."""
CLOSE_UP, MARGIN = 1.75, 1.3
"""Half-width around the critical points as a multiple of theirs: when few and close, and otherwise."""
EDGE = 0.8
"""Critical points within this share of the bounds stand well in them."""
SPIKE = 0.2
WELL_WIDTHS = 4.0
FASTEST, SLOWED = 48.0, 16.0
"""Rises and falls along a section, in units of its range: more cannot be seen; to how many they are brought."""
SECTION = 2001
STEPS = (1.0, 1.2, 1.5, 1.8, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)
"""Half-widths are one of these times a power of ten."""


@np.errstate(all="ignore")
def choose_bounds(surface: Surface) -> Bounds:
    """Bounds that show a surface of two parameters well; the same for the same surface, always.

    The search starts from the numbers in the formula besides a grid: exp(-(x-200)^2 - y^2) is zero as far as
    floating point can see everywhere but at x = 200. A surface with no critical points near or far, or with
    another number of parameters, gets ±5 as far as it is finite there.
    """
    if surface.dim != 2:
        return DEFAULT_BOUNDS
    hints = _hints(surface)
    home = finite_part(surface, hints)
    calm = _calmed(surface, home)
    return calm if calm != home else _around_points(surface, home, hints)


def _hints(surface: Surface) -> Array:
    """Places ``(n, 2)`` that the text of a surface points at: pairs of its numbers, centres of its features."""
    spec = getattr(surface, "spec", None)
    if spec is None:
        return np.zeros((1, 2))
    typed = (float(match[0]) for match in _NUMBER.finditer(spec.formula))
    numbers = [number for number in (*typed, *(value for _, value in spec.parameters)) if 0.0 < abs(number) < 1e9]
    few = list(dict.fromkeys(map(abs, numbers)))[:MOST_HINTS]
    signed = [0.0, *few, *(-number for number in few)]
    centres = [(feature.x, feature.y) for feature in spec.features]
    return np.array([*product(signed, signed), *centres])


def _calmed(surface: Surface, bounds: Bounds) -> Bounds:
    """The bounds, narrowed about their middle along an axis on which the loss oscillates too fast."""
    for axis in (0, 1):
        for _ in range(4):
            speed = _oscillation(surface, bounds, axis)
            if speed <= FASTEST:
                break
            low, high = bounds[2 * axis], bounds[2 * axis + 1]
            half = _nice((high - low) / 2.0 * SLOWED / speed)
            middle = round((low + high) / 2.0 / half) * half
            edges = (_clean(middle - half, half), _clean(middle + half, half))
            bounds = (*edges, *bounds[2:]) if axis == 0 else (*bounds[:2], *edges)
    return bounds


def _oscillation(surface: Surface, bounds: Bounds, axis: int) -> float:
    """Median over some sections along an axis of total variation / range."""
    unit = np.empty((5, SECTION, 2))
    unit[..., axis] = np.linspace(0.0, 1.0, SECTION)
    unit[..., 1 - axis] = np.array([0.31, 0.43, 0.5, 0.61, 0.73])[:, None]
    values = UnitView(surface, bounds).value(unit)
    with np.errstate(all="ignore"):
        kept = np.where(np.isfinite(values), values, np.nan)
        steps = np.nan_to_num(np.abs(np.diff(kept, axis=1)), posinf=0.0)
        low, high = np.nan_to_num(kept, nan=np.inf).min(axis=1), np.nan_to_num(kept, nan=-np.inf).max(axis=1)
        speed = np.nan_to_num(steps.sum(axis=1) / (high - low), posinf=0.0)
    return float(np.median(speed))


def _around_points(surface: Surface, home: Bounds, hints: Array) -> Bounds:
    view = UnitView(surface, home)
    points = _points_of_interest(view, view.unit(hints)) - 0.5  # from the middle, in widths of the bounds
    away = np.abs(points).max(axis=1, initial=0.0)
    inside, near = points[away <= 0.5], points[away <= NEAR]
    if len(inside) > FEW or 0 < SHARE * len(inside) < len(near):
        chosen = inside
    elif len(near):
        chosen = near
    else:
        chosen = points[away <= COMPANY * away.min(initial=np.inf)]
    if len(chosen) == 0:
        return home
    if len(chosen) == 1:
        return _around_one(view, home, chosen[0])
    return _around_many(home, chosen)


def _points_of_interest(view: UnitView, hints: Array) -> Array:
    """Critical points in the unit square, and those outside that Newton's method finds from afar or from hints."""
    slopes = view.gradient(unit_grid(COARSE))
    inside = stationary_points(view, hints, _no_tick, FINE, COARSE)
    starts = np.concatenate([hints, NEAR * (unit_grid(17).reshape(-1, 2) * 2.0 - 1.0) + 0.5])
    beyond = newton(view, starts, _no_tick, reach=FAR / 2.0, room=FAR)
    beyond = merged(beyond[(np.abs(beyond - 0.5) > 0.5).any(axis=1)], 1e-4)
    kept = vanishes(view, beyond) & _turns(view, beyond) & ~in_flat_area(view, beyond, typical_slope(slopes))
    beyond = beyond[kept]
    points = np.concatenate([inside, beyond, _peaks(view, hints)])
    return merged(points[np.isfinite(view.value(points))], 1e-3)


def _turns(view: UnitView, points: Array) -> Mask:
    """Around which points each partial derivative takes both signs: that of 1/x only fades as x grows."""
    slopes = view.gradient(points[:, None] + 1e-4 * ring(8, 0.1))
    with np.errstate(invalid="ignore"):
        return np.asarray(((slopes.min(axis=1) <= 0.0) & (slopes.max(axis=1) >= 0.0)).all(axis=-1))


def _peaks(view: UnitView, hints: Array) -> Array:
    """Those of the hints, and of what lies inside a grid, at which the loss is higher or lower than all around."""
    places = hints[(np.abs(hints - 0.5) <= FAR).all(axis=1)]
    around = view.value(places[:, None] + 1e-4 * ring(8, 0.1)) - view.value(places)[:, None]
    with np.errstate(invalid="ignore"):
        return places[(around > 0.0).all(axis=1) | (around < 0.0).all(axis=1)]


def _around_one(view: UnitView, home: Bounds, point: Array) -> Bounds:
    """Bounds for a single critical point, given in widths of ``home`` from its middle."""
    distance = float(np.abs(point).max())
    width, flat = _well_width(view, point + 0.5)
    if distance <= EDGE / 2.0 or (distance <= 0.5 and home != DEFAULT_BOUNDS):
        return _box(home, point, width) if flat and width < SPIKE / 2.0 else home
    return _box(home, point, min(distance, width))


def _well_width(view: UnitView, unit: Array) -> tuple[float, bool]:
    """Half-width that shows the well (or hill) at a point, and whether the ground is flat elsewhere.

    ℓ = √(|f − f_typical| / |λ|) with the curvature of the wider direction; some ℓ are shown.
    """
    around = unit_grid(COARSE)
    values, slopes = view.value(around), view.gradient(around)
    values = values[np.isfinite(values)]
    depth = abs(float(np.median(values)) - float(view.value(unit))) if values.size else math.inf
    norms = np.hypot(slopes[..., 0], slopes[..., 1])
    norms = norms[np.isfinite(norms)]
    flat = bool(norms.size) and float(np.median(norms)) < 1e-3 * depth
    sizes = np.abs(np.concatenate(eigenvalues(view.hessian(unit[None]))))
    curvature = float(sizes.min())
    if not (math.isfinite(depth) and math.isfinite(curvature) and curvature > 0.0):
        return math.inf, False
    return WELL_WIDTHS * math.sqrt(depth / curvature), flat


def _around_many(home: Bounds, points: Array) -> Bounds:
    low, high = points.min(axis=0), points.max(axis=0)
    middle, half = (low + high) / 2.0, float((high - low).max()) / 2.0
    if np.abs(points).max() <= EDGE / 2.0 or (np.abs(points).max() <= 0.5 and len(points) > FEW):
        return home if half >= SMALL / 2.0 else _box(home, middle, CLOSE_UP * half)
    return _box(home, middle, MARGIN * half)


def _box(home: Bounds, middle: Array, half: float) -> Bounds:
    """Round bounds about a middle; both in widths of ``home``, whose proportions are kept."""
    edges: list[float] = []
    for axis in (0, 1):
        low, high = home[2 * axis], home[2 * axis + 1]
        reach = _nice(half * (high - low))
        at = (low + high) / 2.0 + float(middle[axis]) * (high - low)
        grain = reach / 10.0
        centre = round(at / grain) * grain
        edges += [_clean(centre - reach, grain), _clean(centre + reach, grain)]
    return (edges[0], edges[1], edges[2], edges[3])


def _nice(size: float) -> float:
    """The next number that is a step times a power of ten."""
    power = 10.0 ** math.floor(math.log10(size))
    return next((step * power for step in STEPS if step * power >= size * (1.0 - 1e-9)), 10.0 * power)


def _clean(edge: float, grain: float) -> float:
    """The edge without the dust of rounding."""
    return round(edge, max(0, 3 - math.floor(math.log10(grain)))) + 0.0


def _no_tick() -> None:
    """Framing is short; it cannot be given up."""
