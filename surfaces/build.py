"""From plain data to a surface."""

from __future__ import annotations

import math
from functools import lru_cache

from surfaces.analytic import FormulaSurface
from surfaces.catalogue import SurfaceRow, surface_row
from surfaces.critical_points import critical_point, follow
from surfaces.formula import compile_formula
from surfaces.surface import Bounds, CriticalPoint, SurfaceError, SurfaceSpec

LARGEST_EDGE = 1e100
"""Beyond this, squares and diagonals of the bounds would overflow."""
FORMULA_BOUNDS: Bounds = (-5.0, 5.0, -5.0, 5.0)


@lru_cache(maxsize=256)
def build_surface(spec: SurfaceSpec) -> FormulaSurface:
    """The surface a spec describes; equal specs give the same object.

    Raises
    ------
    SurfaceError
        For an unknown name or parameter, a value that is not a finite number, or bad bounds.
    FormulaError
        For a typed formula that cannot be used.
    """
    if bool(spec.name) == bool(spec.formula.strip()):
        raise SurfaceError("A surface needs either a name from the catalogue or a formula, and not both.")
    for name, value in spec.parameters:
        if not math.isfinite(value):
            raise SurfaceError(f"The parameter “{name}” must be a finite number, not {value}.")
    if spec.bounds is not None:
        _check_bounds(spec.bounds)
    return _from_catalogue(spec) if spec.name else _from_formula(spec)


def _from_formula(spec: SurfaceSpec) -> FormulaSurface:
    given = {name: float(value) for name, value in spec.parameters}
    formula = compile_formula(spec.formula, parameters=given)
    return FormulaSurface(spec, formula, tuple(given.values()), spec.bounds or FORMULA_BOUNDS)


def _from_catalogue(spec: SurfaceSpec) -> FormulaSurface:
    row = surface_row(spec.name)
    defaults = {parameter.name: float(parameter.default) for parameter in row.parameters}
    _check_parameters(spec, defaults)
    values = tuple({**defaults, **{name: float(value) for name, value in spec.parameters}}.values())
    formula = compile_formula(row.formula, parameters=defaults)
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
