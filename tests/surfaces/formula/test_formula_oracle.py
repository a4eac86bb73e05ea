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
}
POINTS = np.random.default_rng(3).uniform(0.15, 0.85, (4, 2))
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


def oracle(text: str, parameters: dict[str, float]) -> list[Any]:
    """Value, two slopes and three curvatures as SymPy expressions."""
    value = sympy.sympify(text.replace("^", "**"), locals={**ORACLE_NAMES, **parameters})
    slopes = [sympy.diff(value, name) for name in (X, Y)]
    return [value, *slopes, *(sympy.diff(slopes[i], name) for i, name in ((0, X), (0, Y), (1, Y)))]


def check(text: str, parameters: dict[str, float], points: np.ndarray) -> None:
    formula, wanted = compile_formula(text, parameters=parameters), oracle(text, parameters)
    values = tuple(parameters.values())
    for point in points:
        x, y = point.tolist()
        expected = [float(expression.subs({X: x, Y: y}).evalf()) for expression in wanted]
        slopes, hessian = formula.gradient(point, values), formula.hessian(point, values)
        ours = [formula.value(point, values), *slopes, hessian[0, 0], hessian[0, 1], hessian[1, 1]]
        np.testing.assert_allclose(ours, expected, rtol=1e-9, atol=1e-11)
        assert formula.value_and_gradient_at((x, y), values)[1] == pytest.approx(
            tuple(expected[1:3]), rel=1e-9, abs=1e-11
        )


@pytest.mark.parametrize("text", FORMULAS)
def test_derivatives_of_formulas(text: str) -> None:
    check(text, {}, POINTS)


@pytest.mark.parametrize("name", CATALOGUE)
def test_derivatives_of_the_catalogue(name: str) -> None:
    row = CATALOGUE[name]
    x0, x1, y0, y1 = row.bounds
    parameters = {parameter.name: float(parameter.default) for parameter in row.parameters}
    check(row.formula, parameters, np.random.default_rng(4).uniform((x0, y0), (x1, y1), (3, 2)))
