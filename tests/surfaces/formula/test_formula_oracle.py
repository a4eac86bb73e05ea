"""Our derivatives against SymPy's, an independent oracle."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy

from surfaces import CATALOGUE
from surfaces.formula import compile_formula

X, Y = sympy.symbols("x y", real=True)
ORACLE_NAMES: dict[str, Any] = {
    "x": X,
    "y": Y,
    "e": sympy.E,
    "abs": sympy.Abs,
    "min": sympy.Min,
    "max": sympy.Max,
    "ln": sympy.log,
    "log2": lambda u: sympy.log(u, 2),
    "log10": lambda u: sympy.log(u, 10),
    "sigmoid": lambda u: 1 / (1 + sympy.exp(-u)),
    "softplus": lambda u: sympy.log(1 + sympy.exp(u)),
    "relu": lambda u: sympy.Max(u, 0),
    "silu": lambda u: u / (1 + sympy.exp(-u)),
    "sign": sympy.sign,
    "cbrt": lambda u: u ** sympy.Rational(1, 3),
    "hypot": lambda u, v: sympy.sqrt(u**2 + v**2),
    "clip": lambda u, low, high: sympy.Min(sympy.Max(u, low), high),
    "where": lambda condition, then, otherwise: sympy.Piecewise((then, condition), (otherwise, True)),
}
TYPED = {
    "2x y": "2*x*y",
    "xyx": "x**2*y",
    "(x+1)(y-1)": "(x+1)*(y-1)",
    "3x^2y^3": "3*x**2*y**3",
    "sin 2x cos y": "sin(2*x)*cos(y)",
    "sin² 3x + cos^2(y)": "sin(3*x)**2 + cos(y)**2",
    "√(x + y) ∛(xy)": "sqrt(x + y)*cbrt(x*y)",
    "|x - |y||": "abs(x - abs(y))",
    "2|x|y + |x||y - 1|": "2*abs(x)*y + abs(x)*abs(y - 1)",
    "|x-0.5|^3": "abs(x - 0.5)**3",
    "½x² − ¼y⁴": "x**2/2 - y**4/4",
    "1/2 x^2": "x**2/2",
    "e^(-x²-y²) + 2π": "exp(-x**2-y**2) + 2*pi",
    "x^-2y": "x**(-2)*y",
    "f(x, y) = 100(y - x²)² + (1 - x)²": "100*(y - x**2)**2 + (1 - x)**2",
    "z = ｘ＾２＋（ｙ）": "x**2 + y",
    "where(x < 0.5, x^2, y x)": "where(x < 0.5, x**2, y*x)",
    "where(x + y >= 1, sin(x), exp(-y))^2": "where(x + y >= 1, sin(x), exp(-y))**2",
    "if(x > y, x - y, (y - x)³)": "where(x > y, x - y, (y - x)**3)",
    "where(x <= 0.3, 0, where(y < 0.4, x, x y))": "where(x <= 0.3, 0, where(y < 0.4, x, x*y))",
    "max(x, y, 1/2) + min(2x, y, 0.4)": "max(x, y, 0.5) + min(2*x, y, 0.4)",
    "clip(2x, 0.5, 1.2)·y": "clip(2*x, 0.5, 1.2)*y",
    "silu(3x - 1) + hypot(x, y)": "silu(3*x - 1) + hypot(x, y)",
    "arcsin x + asinh(2y)": "asin(x) + asinh(2*y)",
    "acosh(1 + x) atanh(y)": "acosh(1 + x)*atanh(y)",
    "lg x − ln y": "log10(x) - ln(y)",
    "log₂ x · sgn(y - 0.4)": "log2(x)*sign(y - 0.4)",
    "-x² - -y": "-x**2 + y",
    "2^-x": "2**(-x)",
    "x·-y ÷ 3 × 2": "-x*y*2/3",
}
"""What people type, and what it means."""
POINTS = np.random.default_rng(3).uniform(0.15, 0.85, (3, 2))
FORMULAS = [
    "x",
    "3",
    "-x + y - -y",
    "x*y/(x + y)",
    "x^2*x^3*y",
    "(x^2)^3/x^-2",
    "x^2.5 - y^-1.5",
    "x^y",
    "2^x*3^(-y)",
    "(x + y)^(x*y)",
    "e^(-x^2)*pi",
    "sqrt(x^2 + y^2)",
    "(x*y)^0.5 + (x + y)^-0.5",
    "sin(x)*cos(y) - tan(x*y)",
    "asin(x) + acos(y) + atan(x/y)",
    "sinh(x)*cosh(y)/tanh(x + y)",
    "log(x)*ln(y) + log2(x) - log10(y)",
    "abs(x - 2*y)*sign(y - x) + abs(y)",
    "min(x, y^2) + max(sin(x), y)",
    "relu(x - 0.5)*relu(0.5 - y)",
    "sigmoid(3*x - y)",
    "softplus(2*x)*sigmoid(-y)",
    "exp(-((x - 1)^2 + y^2)/0.3)",
    "-20*exp(-0.2*sqrt((x^2 + y^2)/2)) - exp((cos(2*pi*x) + cos(2*pi*y))/2) + 20 + e",
    "20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)",
    "-sin(x)*sin(x^2/pi)^20 - sin(y)*sin(2*y^2/pi)^20",
    "(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2",
    "-(y + 47)*sin(sqrt(abs(x/2 + y + 47))) - x*sin(sqrt(abs(x - (y + 47))))",
    "sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1",
    "-(1 + cos(12*sqrt(x^2 + y^2)))/(0.5*(x^2 + y^2) + 2)",
    "exp(sin(exp(cos(x*y))))",
    "1/(1 + 1/(1 + 1/(1 + x*y)))",
    "(x - y)/(x + y)*(x - y) + 0*x - 4*(x/4) + 2*y - 2*y",
    "-(-(-x))^3*(-y)^2",
]


def oracle(text: str, parameters: dict[str, float]) -> Any:
    """A function of x and y to value, two slopes and three curvatures, by SymPy; away from kinks δ is 0."""
    value = sympy.sympify(text.replace("^", "**"), locals={**ORACLE_NAMES, **parameters})
    slopes = [sympy.diff(value, name) for name in (X, Y)]
    curvatures = [sympy.diff(slopes[i], name) for i, name in ((0, X), (0, Y), (1, Y))]
    return sympy.lambdify((X, Y), [value, *slopes, *curvatures], [{"DiracDelta": lambda *_: 0.0}, "math"])


def check(text: str, parameters: dict[str, float], points: np.ndarray, meaning: str = "") -> None:
    formula, wanted = compile_formula(text, parameters=parameters), oracle(meaning or text, parameters)
    values = tuple(parameters.values())
    for point in points:
        x, y = point.tolist()
        expected = [float(number) for number in wanted(x, y)]
        slopes, hessian = formula.gradient(point, values), formula.hessian(point, values)
        ours = [formula.value(point, values), *slopes, hessian[0, 0], hessian[0, 1], hessian[1, 1]]
        np.testing.assert_allclose(ours, expected, rtol=1e-9, atol=1e-11)
        assert formula.value_and_gradient_at((x, y), values)[1] == pytest.approx(
            tuple(expected[1:3]), rel=1e-9, abs=1e-11
        )


@pytest.mark.parametrize("text", FORMULAS)
def test_derivatives_of_formulas(text: str) -> None:
    check(text, {}, POINTS)


@pytest.mark.parametrize("text", TYPED)
def test_derivatives_of_what_people_type(text: str) -> None:
    check(text, {}, POINTS, TYPED[text])


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None])
def test_derivatives_of_the_catalogue(name: str) -> None:
    row = CATALOGUE[name]
    x0, x1, y0, y1 = row.bounds
    parameters = {parameter.name: float(parameter.default) for parameter in row.parameters}
    check(row.formula, parameters, np.random.default_rng(4).uniform((x0, y0), (x1, y1), (2, 2)))
