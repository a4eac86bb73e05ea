"""Where formulas are not smooth, and what holds there."""

from __future__ import annotations

import numpy as np
import pytest

from surfaces import SurfaceSpec, build_surface
from surfaces.analytic import FormulaSurface
from surfaces.formula import compile_formula, free_names


@pytest.mark.parametrize(
    ("text", "kinks"),
    [
        ("x² + y²", []),
        ("|x|²", []),
        ("|x|", [("abs", "derivative")]),
        ("x sign(x) + y", [("sign", "value")]),
        ("max(x, y) + min(x, y)", [("max", "derivative")]),
        ("relu(x - 1)", [("max", "derivative")]),
        ("clip(x, -1, 1)", [("min", "derivative"), ("max", "derivative")]),
        ("cbrt(y)", [("cbrt", "derivative")]),
        ("where(x < 1, x²/2, x - 1/2)", [("where", "derivative")]),
        ("where(x < a, x², a²)", [("where", "derivative")]),
        ("where(x < 1, x, a)", [("where", "value")]),
        ("heaviside(x - y)", [("where", "value")]),
        ("|2| + x", []),
    ],
)
def test_kinks(text: str, kinks: list[tuple[str, str]]) -> None:
    found = compile_formula(text, parameters=free_names(text)).kinks
    assert [(kink.kind, kink.jump) for kink in found] == kinks
    assert all(kink.convention.endswith(".") for kink in found)


def test_switching_expressions_on_a_grid_change_sign_at_the_kinks() -> None:
    x, y = np.linspace(-2, 2, 5), np.linspace(-1, 1, 3)
    formula = compile_formula("|x - a| + max(x, y)", parameters=["a"])
    values = formula.kink_values_on_grid((x, y), (1.0,))
    assert values.shape == (2, 3, 5)
    np.testing.assert_array_equal(np.abs(values[0]), np.abs(np.broadcast_to(x - 1.0, (3, 5))))
    np.testing.assert_array_equal(np.abs(values[1]), np.abs(x - y[:, None]))
    assert compile_formula("x").kink_values_on_grid((x, y)).shape == (0, 3, 5)


def test_a_surface_knows_its_kinks() -> None:
    surface = build_surface(SurfaceSpec(formula="|x - a| + y^2", parameters=(("a", 0.5),)))
    assert isinstance(surface, FormulaSurface)
    axis = np.array([0.0, 0.5, 1.0])
    assert [kink.jump for kink in surface.kinks] == ["derivative"]
    np.testing.assert_array_equal(surface.kinks_on_grid(axis, axis[:1]), [[[-0.5, 0.0, 0.5]]])


@pytest.mark.parametrize(
    ("text", "slope"),
    [
        ("|x|", 0.0),
        ("relu(x)", 0.0),
        ("max(2x, 3x)", 2.0),
        ("where(x < 0, 5x, 7x)", 7.0),
        ("where(x <= 0, 5x, 7x)", 5.0),
    ],
)
def test_conventions_hold_at_the_kink(text: str, slope: float) -> None:
    formula = compile_formula(text)
    assert formula.value_and_gradient_at((0.0, 0.0))[1][0] == slope
    assert formula.gradient(np.zeros(2))[0] == slope
