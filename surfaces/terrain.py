"""Sculpted ground: a base with features on it, as one formula with exact derivatives.

The numbers of the features are parameters of the compiled formula, so that moving, widening or turning one compiles
nothing: a formula is compiled once for a base and the kinds on it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from surfaces.analytic import FormulaSurface
from surfaces.catalogue import surface_row
from surfaces.features import FEATURES, FeatureKind, check_features, named_term, term_numbers, term_values, written_term
from surfaces.formula import CompiledFormula, compile_formula
from surfaces.formula.substitution import substituted
from surfaces.surface import SurfaceError, SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "FEATURES",
    "FLAT",
    "FeatureKind",
    "base_formula",
    "check_features",
    "formula_of",
    "is_sculptable",
    "sculpted",
]

FLAT = "0"
"""The formula of a base without any relief."""


def sculpted(spec: SurfaceSpec) -> FormulaSurface:
    """The surface of a base with features: base + Σ terms, one formula with exact first and second derivatives.

    Parameters
    ----------
    spec
        Has at least one feature; without them it names the base, a typed formula or a row that is a formula.

    Returns
    -------
    FormulaSurface
        Over the bounds of the base. The facts of the base no longer hold, so none are declared.

    Raises
    ------
    SurfaceError
        For a base that is not a formula in two variables, or a feature that cannot be.
    FormulaError
        For a base formula that cannot be used.
    """
    from surfaces.build import build_surface  # which calls us

    check_features(spec.features)
    text, given = base_formula(spec)
    base = build_surface(replace(spec, features=(), bag=None))
    # By kind, so that the formula compiled for two wells serves again when a third one is deleted.
    features = sorted(spec.features, key=lambda feature: feature.kind)
    formula = _compiled(text, tuple(given), tuple(feature.kind for feature in features))
    values = (*given.values(), *(value for feature in features for value in term_values(feature)))
    return FormulaSurface(spec, formula, values, spec.bounds or base.bounds)


def formula_of(spec: SurfaceSpec) -> str:
    """The formula of a sculpted surface with all numbers put in; typed, it gives the same surface again.

    Raises
    ------
    SurfaceError, FormulaError
        As :func:`sculpted`.
    """
    text, given = base_formula(spec)
    return _joined(substituted(text, given) if given else text, [written_term(feature) for feature in spec.features])


def base_formula(spec: SurfaceSpec) -> tuple[str, dict[str, float]]:
    """Formula and parameter values of the base a spec sculpts.

    Raises
    ------
    SurfaceError
        When the base is not a formula in two variables.
    """
    given = {name: float(value) for name, value in spec.parameters}
    if spec.formula.strip():
        return spec.formula, given
    row = surface_row(spec.name) if spec.name else None
    if row is None or row.data is not None or row.variables != ("x", "y"):
        raise SurfaceError("Only formulas can be sculpted. Choose another base, such as Flat or a formula, first.")
    if spec.dim != 2:
        raise SurfaceError("Only surfaces over two parameters can be sculpted. Set the dimension to 2 first.")
    return row.formula, {**{parameter.name: float(parameter.default) for parameter in row.parameters}, **given}


def is_sculptable(spec: SurfaceSpec) -> bool:
    """Whether features can be put on the base of a spec."""
    try:
        base_formula(spec)
    except SurfaceError:
        return False
    return True


def _joined(base: str, terms: Sequence[str]) -> str:
    signed = " ".join(f"- {term[1:]}" if term.startswith("-") else f"+ {term}" for term in terms)
    if base.strip() != FLAT:
        return f"{base} {signed}".rstrip()
    return f"-{signed[2:]}" if signed.startswith("-") else signed[2:] or FLAT


@lru_cache(maxsize=256)
def _compiled(base: str, parameters: tuple[str, ...], kinds: tuple[str, ...]) -> CompiledFormula:
    letter = "q"
    while any(name.startswith(letter) for name in parameters):
        letter += "q"
    names = [f"{letter}{index}_{name}" for index, kind in enumerate(kinds, 1) for name in term_numbers(kind)]
    terms = [named_term(kind, f"{letter}{index}") for index, kind in enumerate(kinds, 1)]
    return compile_formula(_joined(base, terms), parameters=(*parameters, *names))
