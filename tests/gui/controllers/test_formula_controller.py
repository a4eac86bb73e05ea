from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.controllers.bounds_controller import readable
from gui.controllers.formula_controller import adopted, better_start, typed_surface
from gui.controllers.formula_texts import formula_of, formula_texts
from gui.controllers.presenter import keeps_view
from surfaces import CATALOGUE, Feature, HeightMap, SurfaceSpec, build_surface, terrain
from surfaces.formula import compile_formula, free_names

FORMULAS = [row for row in CATALOGUE.values() if row.data is None]
BOWL = SurfaceSpec(formula="a*x^2 + y^2", parameters=(("a", 3.0),))


def test_names_that_stay_keep_their_values() -> None:
    spec = typed_surface(BOWL, "a*x^2 + b*y^2", {"a": 3.0, "c": 7.0})
    assert spec == SurfaceSpec(formula="a*x^2 + b*y^2", parameters=(("a", 3.0), ("b", 1.0)))


def test_what_is_sculpted_stays_on_another_formula_but_not_on_one_after_data() -> None:
    hill = Feature("hill", 0.0, 0.0, 1.0, 1.0, 1.0)
    sculpted = SurfaceSpec(formula="x^2", features=(hill,))
    assert typed_surface(sculpted, "y^2", {}).features == (hill,)
    written_out = terrain.formula_of(sculpted)  # as copied from the Sculpt page
    assert typed_surface(sculpted, f"{written_out}\n", {}) == SurfaceSpec(formula=f"{written_out}\n")
    heights = SurfaceSpec(heights=HeightMap("A field", 2, 2, bytes(32)))
    assert typed_surface(heights, "y^2", {}) == SurfaceSpec(formula="y^2")


@pytest.mark.parametrize("row", FORMULAS, ids=[row.name for row in FORMULAS])
def test_every_formula_of_the_catalogue_can_be_adopted_and_typed(row: object) -> None:
    spec = SurfaceSpec(name=row.name)  # type: ignore[attr-defined]
    own, theirs = build_surface(adopted(spec)), build_surface(spec)
    x0, x1, y0, y1 = theirs.bounds
    for place in ((x0, y0), (0.3 * x0 + 0.7 * x1, 0.6 * y0 + 0.4 * y1)):
        ours, wanted = own.value_and_gradient_at(place), theirs.value_and_gradient_at(place)
        assert ours[0] == pytest.approx(wanted[0], rel=1e-12, nan_ok=True)
        assert ours[1] == pytest.approx(wanted[1], rel=1e-12, nan_ok=True)
    values = dict(adopted(spec).parameters)
    assert typed_surface(adopted(spec), formula_of(spec), values).parameters == adopted(spec).parameters


@pytest.mark.parametrize("row", FORMULAS, ids=[row.name for row in FORMULAS])
def test_the_plain_derivatives_of_the_catalogue_are_formulas(row: object) -> None:
    text = row.formula  # type: ignore[attr-defined]
    parameters = tuple(parameter.name for parameter in row.parameters)  # type: ignore[attr-defined]
    texts = formula_texts(text, parameters)
    assert len(texts.derivatives) == 5
    for written in texts.derivatives:
        sign, _, plain = written.plain.partition(" = ")
        assert sign.startswith("∂")
        if plain:
            compile_formula(plain, parameters=parameters)
        assert written.html


@pytest.mark.parametrize(
    ("text", "said"),
    [("|x - 1| + y^2", "derivative jumps where x - 1 = 0"), ("sign(x) + y", "value jumps where x = 0"), ("x*y", "")],
)
def test_conventions_are_said_where_something_jumps(text: str, said: str) -> None:
    kinks = formula_texts(text, tuple(free_names(text))).kinks
    assert len(kinks) == bool(said)
    assert said in " ".join(kinks)


def test_many_kinks_are_counted() -> None:
    kinks = formula_texts("|x| + |y| + |x - 1| + |y - 1| + |x - 2|", ()).kinks
    assert len(kinks) == 4
    assert "2 more" in kinks[-1]


def test_a_start_stays_where_it_is_of_use() -> None:
    assert better_start(build_surface(BOWL), (2.0, -3.0)) is None


@pytest.mark.parametrize(
    ("formula", "start"), [("x^2 + y^2", (9.0, 0.0)), ("log(x) + y^2", (-1.0, 1.0)), ("x + y", (1.0, 1.0, 1.0))]
)
def test_a_start_outside_the_bounds_or_the_domain_is_moved(formula: str, start: tuple[float, ...]) -> None:
    surface = build_surface(SurfaceSpec(formula=formula, bounds=(-5.0, 5.0, -5.0, 5.0)))
    place = better_start(surface, start)
    assert place is not None
    assert len(place) == 2
    assert all(-5.0 <= value <= 5.0 for value in place)
    assert math.isfinite(surface.value_and_gradient_at(place)[0])


@given(st.floats(-1e6, 1e6), st.floats(1e-6, 1e6))
def test_bounds_from_the_view_are_short_numbers_near_it(low: float, width: float) -> None:
    high = low + width
    if not high > low:
        return
    a, b = readable(low, high)
    assert a < b
    assert abs(a - low) <= 0.011 * (high - low) + 1e-9 * abs(low)
    assert abs(b - high) <= 0.011 * (high - low) + 1e-9 * abs(low)


def test_the_view_stays_under_a_slider_and_a_key_but_not_on_another_surface() -> None:
    moved = SurfaceSpec(formula=BOWL.formula, parameters=(("a", 4.0),))
    other = SurfaceSpec(formula="x^4 + y^2", bounds=build_surface(BOWL).bounds)
    assert keeps_view(BOWL, moved)
    assert keeps_view(
        SurfaceSpec(formula="x^2", bounds=(0.0, 1.0, 0.0, 1.0)), SurfaceSpec("", "y^2", bounds=(0, 1, 0, 1))
    )
    assert not keeps_view(BOWL, other)
    assert not keeps_view(BOWL, SurfaceSpec(name="rosenbrock"))
    assert not keeps_view(
        BOWL, SurfaceSpec(formula=BOWL.formula, parameters=BOWL.parameters, bounds=(0.0, 1.0, 0.0, 1.0))
    )
