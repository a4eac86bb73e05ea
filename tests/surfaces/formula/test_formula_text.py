"""Formulas back as text: plain and LaTeX, as typed and derived, with numbers put in."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from surfaces import CATALOGUE
from surfaces.formula import FormulaError, compile_formula, free_names
from surfaces.formula.latex import derivative_sign, derivatives_as_latex, part_as_latex, to_latex
from surfaces.formula.plain import to_plain
from surfaces.formula.substitution import substituted
from surfaces.formula.writing import LONGEST

POINTS = np.random.default_rng(5).uniform(-1.5, 1.5, (6, 2))
LEAVES = st.sampled_from(["x", "y", "a", "2", "0.5", "3", "1e-7", "-1.5", "pi"])
TEXTS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
        st.builds("-({})".format, inner),
        st.builds("({})^{}".format, inner, st.sampled_from(["2", "3", "-2", "0.5", "(1/3)"])),
        st.builds("{}({})".format, st.sampled_from(["sin", "exp", "abs", "cbrt", "sigmoid", "relu", "sqrt"]), inner),
        st.builds("{}({}, {})".format, st.sampled_from(["min", "max", "hypot"]), inner, inner),
        st.builds("where({} < {}, {}, {})".format, inner, inner, inner, inner),
    ),
    max_leaves=10,
)


def close(ours: np.ndarray, theirs: np.ndarray) -> None:
    """Equal but for rounding; where both sides overflow or leave the domain nothing is said."""
    usable = np.isfinite(ours) & np.isfinite(theirs) & (np.abs(theirs) < 1e12) & (np.abs(theirs) > 1e-12)
    np.testing.assert_allclose(ours[usable], theirs[usable], rtol=1e-6, atol=1e-9)


@given(text=TEXTS)
@settings(deadline=None, max_examples=120)
def test_plain_derivatives_read_back_to_the_same_functions(text: str) -> None:
    try:
        formula = compile_formula(text, parameters=["a"])
    except FormulaError:
        return
    gradient, hessian = formula.gradient(POINTS, (0.7,)), formula.hessian(POINTS, (0.7,))
    wanted = [formula.value(POINTS, (0.7,)), *gradient.T, hessian[:, 0, 0], hessian[:, 0, 1], hessian[:, 1, 1]]
    for part, values in zip((formula.loss, *formula.derivatives), wanted, strict=True):
        plain = to_plain(part)
        if plain is not None:
            again = compile_formula(plain, parameters=["a"])
            # A difference of large numbers keeps few digits in either order.
            if np.abs(values[np.isfinite(values)]).max(initial=0.0) < 1e6:
                close(again.value(POINTS, (0.7,)), values)


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None])
def test_plain_derivatives_of_the_catalogue(name: str) -> None:
    row = CATALOGUE[name]
    values = tuple(float(parameter.default) for parameter in row.parameters)
    names = [parameter.name for parameter in row.parameters]
    formula = compile_formula(row.formula, parameters=names)
    for axis, part in enumerate(formula.derivatives[:2]):
        plain = to_plain(part)
        assert plain is not None
        again = compile_formula(plain, parameters=names).value(POINTS, values)
        np.testing.assert_allclose(again, formula.gradient(POINTS, values)[:, axis], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("x^2/20 + y^2", ["0.1*x", "2*y", "0.1", "0", "2"]),
        ("100(y-x²)² + (1-x)²", ["-2*(1 - x) - 400*x*(y - x^2)", "200*(y - x^2)", None, "-400*x", "200"]),
        ("y sin(2x)", ["2*y*cos(2*x)", "sin(2*x)", "-4*y*sin(2*x)", "2*cos(2*x)", "0"]),
        ("where(x < 0, x², a y)", ["where(x >= 0, 0, 2*x)", "where(x >= 0, a, 0)", None, "0", "0"]),
    ],
)
def test_derivatives_are_tidy(text: str, plain: list[str | None]) -> None:
    formula = compile_formula(text, parameters=free_names(text))
    for part, wanted in zip(formula.derivatives, plain, strict=True):
        assert wanted is None or to_plain(part) == wanted


@pytest.mark.parametrize(
    ("text", "latex"),
    [
        ("x^2/20 + y**2", r"\frac{x^{2}}{20} + y^{2}"),
        ("2 3x", None),
        ("2·3 x", r"2 \cdot 3\,x"),
        ("a b^2", r"a\,b^{2}"),
        ("√(x+1)", r"\sqrt{x + 1}"),
        ("|x - |y||", r"\left|x - \left|y\right|\right|"),
        ("sin² x", r"\sin^{2}\left(x\right)"),
        ("ln x + log y", r"\ln\left(x\right) + \ln\left(y\right)"),
        ("αx + lambda depth_1", r"\alpha\,x + \lambda\,\mathrm{depth}_{1}"),
        ("relu(x)", r"\mathrm{relu}\left(x\right)"),
        ("1e-7x", r"10^{-7}\,x"),
        ("2.5e18", r"2.5 \cdot 10^{18}"),
        ("(x/y)²", r"\left(\frac{x}{y}\right)^{2}"),
        ("where(x>=0, x, 1)", r"\begin{cases}x & \mathrm{if}\ x \geq 0 \\ 1 & \mathrm{otherwise}\end{cases}"),
    ],
)
def test_to_latex(text: str, latex: str | None) -> None:
    if latex is None:
        with pytest.raises(FormulaError):
            to_latex(text)
    else:
        assert to_latex(text) == latex


def test_derivatives_as_latex() -> None:
    formula = compile_formula("sin(2πx)y + x1 y", parameters=["x1"])
    assert derivatives_as_latex(formula) == (
        r"\frac{\partial f}{\partial x} = 2 \pi\,y\,\cos\left(2 \pi\,x\right)",
        r"\frac{\partial f}{\partial y} = \sin\left(2 \pi\,x\right) + x_{1}",
        r"\frac{\partial^{2} f}{\partial x^{2}} = -4 \pi^{2}\,y\,\sin\left(2 \pi\,x\right)",
        r"\frac{\partial^{2} f}{\partial x \partial y} = 2 \pi\,\cos\left(2 \pi\,x\right)",
        r"\frac{\partial^{2} f}{\partial y^{2}} = 0",
    )
    assert derivative_sign(formula.loss) == "f"


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None])
def test_latex_of_the_catalogue_is_ascii_with_closed_braces(name: str) -> None:
    row = CATALOGUE[name]
    formula = compile_formula(row.formula, parameters=[parameter.name for parameter in row.parameters])
    for latex in (to_latex(row.formula), *derivatives_as_latex(formula)):
        if latex is not None:
            assert latex.isascii()
            assert latex.count("{") == latex.count("}")
            assert latex.count(r"\left") == latex.count(r"\right")


def test_a_derivative_that_nobody_could_read_is_not_written() -> None:
    formula = compile_formula("sin(" * 20 + "x*y" + ")" * 20)
    last = formula.derivatives[-1]
    assert to_plain(last) is None
    assert part_as_latex(last) is None
    assert derivatives_as_latex(formula)[-1] is None
    assert len(to_plain(formula.loss) or "") < LONGEST


@pytest.mark.parametrize(
    ("text", "values", "shown"),
    [
        ("x - a", {"a": -3}, "x + 3"),
        ("x - a", {"a": 0}, "x"),
        ("a + x", {"a": -2}, "x - 2"),
        ("a x² + b y² + c", {"a": 1, "b": -1, "c": 0}, "x^2 - y^2"),
        ("x·cos(t·pi/180) + y·sin(t·pi/180)", {"t": 30}, "0.866025403784439*x + 0.5*y"),
        ("cos(90*pi/180)*x + y", {}, "y"),
        ("-h exp(-((x - a)/w)²)", {"h": 2, "a": 1.5, "w": 0.3}, "-2*exp(-((x - 1.5)/0.3)^2)"),
        ("x/a", {"a": -4}, "-x/4"),
        ("x^a", {"a": -2}, "x^(-2)"),
        ("a^x", {"a": -2}, "(-2)^x"),
        ("2 pi x + √2 a", {"a": 3}, "2*pi*x + 3*sqrt(2)"),
        ("x/a", {"a": 0}, "x/0"),
        ("a/x", {"a": 0}, "0/x"),
        ("1e-7 x", {}, "1e-07*x"),
    ],
)
def test_numbers_put_in(text: str, values: dict[str, float], shown: str) -> None:
    assert substituted(text, values) == shown


@given(text=TEXTS, a=st.one_of(st.sampled_from([0.0, 1.0, -1.0, 2.0]), st.floats(-5, 5)))
@settings(deadline=None, max_examples=120)
def test_a_formula_with_its_numbers_is_the_same_function(text: str, a: float) -> None:
    try:
        wanted = compile_formula(text, parameters=["a"]).value(POINTS, (a,))
        again = compile_formula(substituted(text, {"a": a}))
    except FormulaError:  # such as x/0
        return
    close(again.value(POINTS), wanted)


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None and row.parameters])
def test_catalogue_rows_with_their_numbers(name: str) -> None:
    row = CATALOGUE[name]
    given_values = {parameter.name: float(parameter.default) for parameter in row.parameters}
    wanted = compile_formula(row.formula, parameters=given_values).value(POINTS, tuple(given_values.values()))
    ours = compile_formula(substituted(row.formula, given_values)).value(POINTS)
    np.testing.assert_allclose(ours, wanted, rtol=1e-12, atol=1e-12)
    assert math.isfinite(float(ours.sum()))
