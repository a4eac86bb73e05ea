"""From plain data to a surface."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache

import numpy as np

from surfaces.analytic import FormulaSurface
from surfaces.catalogue import SurfaceRow, surface_row
from surfaces.critical_points import critical_point, follow
from surfaces.formula import compile_formula
from surfaces.surface import Bounds, CriticalPoint, Surface, SurfaceError, SurfaceSpec

LARGEST_EDGE = 1e100
"""Beyond this, squares and diagonals of the bounds would overflow."""
FORMULA_BOUNDS: Bounds = (-5.0, 5.0, -5.0, 5.0)


@lru_cache(maxsize=256)
def build_surface(spec: SurfaceSpec) -> Surface:
    """The surface a spec describes; equal specs give the same object.

    Raises
    ------
    SurfaceError
        For an unknown name or parameter, a value that is not a finite number, bad bounds, or parts that do not
        go together.
    FormulaError
        For a typed formula that cannot be used.
    """
    _check(spec)
    surface = _whole(spec)
    if spec.bag is None:
        return surface
    from surfaces.data.bag import BagSurface  # samples are drawn on a few surfaces only

    return BagSurface(surface, spec.bag)


def _whole(spec: SurfaceSpec) -> Surface:
    """The surface without its bag. What a plain formula does not need is imported where it is used."""
    if spec.heights is not None:
        from surfaces.heights import HeightSurface

        return HeightSurface(spec)
    if spec.name and surface_row(spec.name).data is not None:
        from surfaces.data.surface import DataSurface

        return DataSurface(spec)
    if spec.features:
        from surfaces.terrain import sculpted

        return sculpted(spec)
    return _from_catalogue(spec) if spec.name else _from_formula(spec)


def _check(spec: SurfaceSpec) -> None:
    if bool(spec.name) + bool(spec.formula.strip()) + (spec.heights is not None) != 1:
        raise SurfaceError("A surface needs either a name from the catalogue or a formula, and not both.")
    for name, value in spec.parameters:
        if not math.isfinite(value):
            raise SurfaceError(f"The parameter “{name}” must be a finite number, not {value}.")
    if spec.bounds is not None:
        _check_bounds(spec.bounds)
    made_of_data = bool(spec.name) and surface_row(spec.name).data is not None
    if spec.features and (spec.heights is not None or made_of_data or spec.dim != 2):
        raise SurfaceError("Only a surface of two parameters given by a formula can be sculpted.")
    if spec.dim != 2 and not spec.name:
        raise SurfaceError("A formula has two parameters, x and y; more are for some surfaces of the catalogue.")
    if spec.bag is not None and made_of_data:
        raise SurfaceError(f"The surface {spec.name} has samples of its own; it takes no bag.")
    if spec.data is not None and not made_of_data:
        raise SurfaceError("Only a surface made of data takes a data set.")


def _from_formula(spec: SurfaceSpec) -> FormulaSurface:
    given = {name: float(value) for name, value in spec.parameters}
    formula = compile_formula(spec.formula, parameters=given)
    surface = FormulaSurface(spec, formula, tuple(given.values()), spec.bounds or FORMULA_BOUNDS)
    if spec.bounds is not None:
        return surface
    from surfaces.framing import choose_bounds  # the window always says which bounds it wants

    return replace(surface, bounds=choose_bounds(surface))


def _from_catalogue(spec: SurfaceSpec) -> FormulaSurface:
    row = surface_row(spec.name).in_dimensions(spec.dim)
    defaults = {parameter.name: float(parameter.default) for parameter in row.parameters}
    _check_parameters(spec, defaults)
    values = tuple({**defaults, **{name: float(value) for name, value in spec.parameters}}.values())
    formula = compile_formula(row.formula, row.variables, defaults)
    plain = FormulaSurface(spec, formula, values, spec.bounds or row.bounds)
    return FormulaSurface(
        spec,
        formula,
        values,
        plain.bounds,
        minima=_facts(row.minima, plain, row, tuple(defaults.values())),
        saddles=_facts(row.saddles, plain, row, tuple(defaults.values())),
        maxima=_facts(row.maxima, plain, row, tuple(defaults.values())),
    )


def _facts(
    declared: tuple[CriticalPoint, ...], plain: FormulaSurface, row: SurfaceRow, defaults: tuple[float, ...]
) -> tuple[CriticalPoint, ...]:
    """Declared points at full precision, lowest first; those the parameters destroyed are left out."""

    def family(share: float) -> FormulaSurface:
        values = tuple(a + share * (b - a) for a, b in zip(defaults, plain.values, strict=True))
        return FormulaSurface(plain.spec, plain.formula, values if share < 1.0 else plain.values, row.bounds)

    found: dict[CriticalPoint, None] = {}
    for point in declared:
        if not point.smooth:  # a kink has no gradient to polish it with; its row sees to it that it stays in place
            exact: CriticalPoint | None = replace(point, value=float(plain.value(np.array(point.params))))
        else:
            exact = critical_point(plain, point.params) if plain.values == defaults else follow(family, point)
        if exact is not None and exact.kind == point.kind:
            found.setdefault(exact)
    return tuple(sorted(found, key=lambda point: round(point.value, 9)))


def _check_parameters(spec: SurfaceSpec, defaults: dict[str, float]) -> None:
    for name, _ in spec.parameters:
        if name not in defaults:
            has = f"its parameters are {', '.join(defaults)}" if defaults else "it has none"
            raise SurfaceError(f"The surface {spec.name} has no parameter “{name}”; {has}.")


def _check_bounds(bounds: Bounds) -> None:
    x0, x1, y0, y1 = bounds
    if not (all(abs(edge) <= LARGEST_EDGE for edge in bounds) and x0 < x1 and y0 < y1):
        raise SurfaceError(
            f"The bounds {x0}, {x1}, {y0}, {y1} are not usable; they are x0 < x1 and y0 < y1, all within ±1e100."
        )
