"""What a compiled formula promises beyond its derivatives."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces.formula import FormulaError, compile_formula, free_names
from surfaces.formula.codegen import MAX_EXPANDED_POWER
from surfaces.formula.graph import Graph

PYTHON_NAMES = {"sin": np.sin, "exp": np.exp, "abs": np.abs, "sqrt": np.sqrt, "max": np.maximum, "min": np.minimum}
LEAVES = st.sampled_from(["x", "y", "2.0", "0.5", "3.0", "0.0", "1.0", "-1.5"])
TEXTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*"), inner),
        st.builds("({})/(abs({}) + 1.0)".format, inner, inner),
        st.builds("-({})".format, inner),
        st.builds("({})**{}".format, inner, st.sampled_from(["2.0", "3.0", "1.0", "0.0"])),
        st.builds("{}({})".format, st.sampled_from(["sin", "abs"]), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), inner, inner),
    ),
    max_leaves=12,
)


@given(text=TEXTS, x=st.floats(-2, 2), y=st.floats(-2, 2))
@settings(deadline=None, max_examples=150)
def test_simplification_keeps_the_value(text: str, x: float, y: float) -> None:
    with np.errstate(all="ignore"):
        expected = float(eval(text, {"__builtins__": {}}, {**PYTHON_NAMES, "x": np.float64(x), "y": np.float64(y)}))
    try:
        formula = compile_formula(text)
    except FormulaError:
        return
    value, gradient = formula.value_and_gradient_at((x, y))
    if math.isfinite(expected) and abs(expected) < 1e100:
        assert value == pytest.approx(expected, rel=1e-9, abs=1e-9)
    np.testing.assert_allclose(formula.value(np.array([x, y])), value, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(formula.gradient(np.array([x, y])), gradient, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("exp(x)", (1000.0, 0.0)),
        ("1/x", (0.0, 0.0)),
        ("log(x)", (-1.0, 0.0)),
        ("log(x)", (0.0, 0.0)),
        ("x^0.3", (-1.0, 0.0)),
        ("x^y", (10.0, 400.0)),
        ("asin(x)", (2.0, 0.0)),
        ("sin(x)", (math.inf, 0.0)),
        ("max(x, y) + min(x, y)", (math.nan, 1.0)),
        ("sign(x)*sigmoid(x)", (math.nan, 0.0)),
        ("sigmoid(x) + softplus(y)", (-800.0, 800.0)),
        ("x^-3", (0.0, 0.0)),
        ("x*x*x*x", (1e200, 0.0)),
        ("(-2)^x", (0.5, 0.0)),
    ],
)
def test_scalar_path_gives_what_numpy_gives(text: str, point: tuple[float, float]) -> None:
    formula, params = compile_formula(text), np.array(point)
    value, gradient = formula.value_and_gradient_at(point)
    np.testing.assert_allclose(value, formula.value(params), rtol=1e-12)
    np.testing.assert_allclose(gradient, formula.gradient(params), rtol=1e-12)


def test_parameters_divide_by_zero_silently() -> None:
    formula = compile_formula("x/a", parameters=["a"])
    assert formula.value_and_gradient_at((1.0, 2.0), (0.0,)) == (math.inf, (math.inf, 0.0))
    assert formula.gradient(np.ones((3, 2)), (0.0,)).shape == (3, 2)


def test_numpy_numbers_are_accepted_as_a_point() -> None:
    value, gradient = compile_formula("exp(x)/y").value_and_gradient_at((np.float64(1e3), np.float64(0.0)))
    assert value == math.inf
    assert type(value) is float
    assert len(gradient) == 2


def test_constants_fill_every_lane() -> None:
    formula = compile_formula("pi")
    np.testing.assert_array_equal(formula.value(np.zeros((2, 3, 2))), np.full((2, 3), math.pi))
    np.testing.assert_array_equal(formula.hessian(np.zeros((4, 2))), np.zeros((4, 2, 2)))


def test_value_does_not_share_memory_with_params() -> None:
    params = np.ones((3, 2))
    compile_formula("x").value(params)[:] = 7.0
    np.testing.assert_array_equal(params, np.ones((3, 2)))


def test_second_derivative_of_abs_is_zero_and_slope_at_zero_too() -> None:
    formula = compile_formula("abs(x) + relu(y)")
    assert formula.value_and_gradient_at((0.0, 0.0)) == (0.0, (0.0, 0.0))
    np.testing.assert_array_equal(formula.hessian(np.array([0.0, 2.0])), np.zeros((2, 2)))


@pytest.mark.parametrize("exponent", [2, 3, 7, 20, MAX_EXPANDED_POWER + 1, -4, 2.5])
def test_constant_powers_bring_in_no_logarithm(exponent: float) -> None:
    formula = compile_formula(f"x^{exponent}")
    assert "log" not in {node.op for node in formula.graph.nodes}
    assert formula.value(np.array([1.1, 0.0])) == pytest.approx(1.1**exponent, rel=1e-13)


def test_parameter_powers_are_exact_at_zero() -> None:
    formula = compile_formula("x^p", parameters=["p"])
    assert formula.value_and_gradient_at((0.0, 0.0), (2.0,)) == (0.0, (0.0, 0.0))


def test_other_variables_and_dimensions() -> None:
    formula = compile_formula("u*v^2*w", variables=("u", "v", "w"))
    np.testing.assert_allclose(formula.gradient(np.array([2.0, 3.0, 5.0])), [45.0, 60.0, 18.0])
    np.testing.assert_allclose(formula.hessian(np.array([2.0, 3.0, 5.0]))[1], [30.0, 20.0, 12.0])
    axes = [np.arange(2.0), np.arange(3.0), np.arange(4.0)]
    assert formula.on_grid(axes)[3, 2, 1] == 1 * 4 * 3


def test_free_names_come_in_order_of_appearance() -> None:
    assert free_names("b*x + sin(a)*y*b + pi + e") == ("b", "a")


@pytest.mark.parametrize("name", ["x", "pi", "sin", "a-b", "é", ""])
def test_parameters_cannot_take_other_names(name: str) -> None:
    with pytest.raises(FormulaError, match="cannot be called"):
        compile_formula("x", parameters=[name])


def test_equal_subexpressions_exist_once() -> None:
    graph = Graph()
    x, y = graph.name("x"), graph.name("y")
    assert graph.add(x, y) == graph.add(y, x)
    assert graph.mul(x, x) == graph.pow(x, graph.const(2.0))
    assert graph.sub(x, x) == graph.const(0.0)
    assert graph.neg(graph.neg(x)) == x
    assert graph.div(graph.mul(graph.const(4.0), x), graph.const(4.0)) == x


NAMES_10 = tuple(f"x{k}" for k in range(1, 11))
MANY = {
    "rosenbrock": "+".join(f"100(x{k + 1} - x{k}^2)^2 + (1 - x{k})^2" for k in range(1, 10)),
    "rastrigin": "100 + " + "+".join(f"x{k}² - 10cos(2πx{k})" for k in range(1, 11)),
    "ackley": f"-20exp(-0.2√(({'+'.join(f'x{k}²' for k in range(1, 11))})/10))"
    f" - exp(({'+'.join(f'cos(2πx{k})' for k in range(1, 11))})/10) + 20 + e",
}


@pytest.mark.parametrize("name", MANY)
def test_ten_dimensions(name: str) -> None:
    formula = compile_formula(MANY[name], variables=NAMES_10)
    points, step = np.random.default_rng(1).uniform(-1.0, 1.0, (3, 10)), 1e-5
    shifts = step * np.eye(10)
    pairs = points[:, None] + shifts, points[:, None] - shifts
    slopes = (formula.value(pairs[0]) - formula.value(pairs[1])) / (2 * step)
    curvatures = (formula.gradient(pairs[0]) - formula.gradient(pairs[1])) / (2 * step)
    np.testing.assert_allclose(formula.gradient(points), slopes, rtol=1e-5, atol=1e-4)
    np.testing.assert_allclose(formula.hessian(points), curvatures, rtol=1e-5, atol=1e-4)


def test_parameters_that_are_arrays_extend_the_lanes() -> None:
    formula = compile_formula("(w X + b - Y)^2 + c w", variables=("w", "b"), parameters=("X", "Y", "c"))
    x, y = np.arange(5.0), np.linspace(1.0, 2.0, 5)
    params = np.array([[0.5, 1.0], [2.0, -1.0], [0.0, 0.0]])
    values, slopes = formula.value(params[:, None], (x, y, 3.0)), formula.gradient(params[:, None], (x, y, 3.0))
    assert values.shape == (3, 5)
    assert slopes.shape == (3, 5, 2)
    assert formula.hessian(params[:, None], (x, y, 3.0)).shape == (3, 5, 2, 2)
    for lane in range(3):
        for sample in range(5):
            one = (x[sample], y[sample], 3.0)
            assert values[lane, sample] == pytest.approx(float(formula.value(params[lane], one)))
            np.testing.assert_allclose(slopes[lane, sample], formula.gradient(params[lane], one))


def test_large_and_small_inputs_give_the_same_numbers() -> None:
    formula = compile_formula("sin(a x) y^3 + |x|", parameters=["a"])
    points = np.random.default_rng(2).normal(size=(3, 12_000, 2))
    for whole in (formula.value, formula.gradient, formula.hessian):
        np.testing.assert_array_equal(whole(points, (2.0,))[1, 5_000:5_100], whole(points[1, 5_000:5_100], (2.0,)))
    x, y = np.linspace(-1, 1, 301), np.linspace(-2, 2, 200)
    mesh = np.stack(np.meshgrid(x, y), axis=-1)
    np.testing.assert_allclose(formula.on_grid((x, y), (2.0,)), formula.value(mesh, (2.0,)), rtol=1e-12, atol=1e-15)
