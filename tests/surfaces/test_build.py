"""From a spec to a surface, and the sentences for specs that are wrong."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
import pytest

from surfaces import CATALOGUE, FormulaError, SurfaceError, SurfaceSpec, build_surface
from surfaces.analytic import FormulaSurface
from surfaces.data.surface import DataSurface

SPECS = [
    *(SurfaceSpec(name) for name in CATALOGUE),
    SurfaceSpec("dip", parameters=(("depth", 1.0),), bounds=(-4.0, 4.0, -2.0, 2.0)),
    SurfaceSpec(formula="a*x^2 + y^2", parameters=(("a", 3.0),)),
]


@pytest.mark.parametrize("spec", SPECS, ids=str)
def test_spec_survives_a_file(spec: SurfaceSpec) -> None:
    data = json.loads(json.dumps(asdict(spec)))
    again = SurfaceSpec(
        name=data["name"],
        formula=data["formula"],
        parameters=tuple((name, value) for name, value in data["parameters"]),
        bounds=tuple(data["bounds"]) if data["bounds"] else None,
    )
    assert again == spec
    assert build_surface(again) is build_surface(spec)
    surface = build_surface(spec)
    assert isinstance(surface, FormulaSurface | DataSurface)
    assert surface.spec == spec


def test_spec_bounds_replace_the_row() -> None:
    assert build_surface(SurfaceSpec("bowl", bounds=(0.0, 1.0, 2.0, 3.0))).bounds == (0.0, 1.0, 2.0, 3.0)


def test_formula_has_default_bounds_and_no_facts() -> None:
    surface = build_surface(SurfaceSpec(formula="x*y"))
    assert surface.bounds == (-5.0, 5.0, -5.0, 5.0)
    assert surface.minima == surface.saddles == ()


def test_parameters_enter_by_name_in_any_order() -> None:
    spec = SurfaceSpec("rotated-quadratic", parameters=(("angle", 0.0), ("large", 4.0), ("small", 2.0)))
    assert build_surface(spec).value(np.array([3.0, 5.0])) == pytest.approx((2 * 9 + 4 * 25) / 2)


def test_a_slider_compiles_nothing() -> None:
    first = build_surface(SurfaceSpec("plane", parameters=(("a", 1.0),)))
    second = build_surface(SurfaceSpec("plane", parameters=(("a", 2.0),)))
    assert isinstance(first, FormulaSurface)
    assert isinstance(second, FormulaSurface)
    assert first.formula is second.formula


def test_points_that_dissolve_are_left_out() -> None:
    surface = build_surface(SurfaceSpec("double-well", parameters=(("tilt", 1.7),)))
    assert [point.params[0] < 0 for point in surface.minima] == [True]
    assert surface.saddles == ()


def test_points_that_change_kind_are_left_out() -> None:
    surface = build_surface(SurfaceSpec("rotated-quadratic", parameters=(("small", -1.0),)))
    assert surface.minima == ()


@pytest.mark.parametrize("tilt", [-1.2, -0.3, 0.0, 0.8, 1.5])
def test_points_follow_the_parameters(tilt: float) -> None:
    surface = build_surface(SurfaceSpec("double-well", parameters=(("tilt", tilt),)))
    roots = np.sort(np.roots([4.0, 0.0, -4.0, tilt]).real)
    found = [point.params[0] for point in (*surface.minima, *surface.saddles)]
    np.testing.assert_allclose(np.sort(found), roots, atol=1e-9)


@pytest.mark.parametrize(
    ("spec", "sentence"),
    [
        (SurfaceSpec(), "either a name"),
        (SurfaceSpec("bowl", formula="x"), "not both"),
        (SurfaceSpec("himmelblu"), "Did you mean himmelblau"),
        (SurfaceSpec("bowl", parameters=(("a", 1.0),)), "no parameter “a”; it has none"),
        (SurfaceSpec("plane", parameters=(("c", 1.0),)), "its parameters are a, b"),
        (SurfaceSpec("plane", parameters=(("a", float("nan")),)), "finite number"),
        (SurfaceSpec("bowl", bounds=(1.0, 1.0, 0.0, 1.0)), "x0 < x1"),
        (SurfaceSpec("bowl", bounds=(0.0, float("inf"), 0.0, 1.0)), "within ±1e100"),
    ],
)
def test_mistakes_are_explained(spec: SurfaceSpec, sentence: str) -> None:
    with pytest.raises(SurfaceError, match=sentence):
        build_surface(spec)


def test_undeclared_parameters_are_listed() -> None:
    with pytest.raises(FormulaError, match="“a”, “b” are not known") as caught:
        build_surface(SurfaceSpec(formula="x + a*y + b"))
    assert caught.value.position == 4
