"""Rich text of formulas."""

from __future__ import annotations

import re

import pytest

from surfaces import CATALOGUE
from surfaces.formula import compile_formula, to_html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("x^2/20 + y^2", "<i>x</i><sup>2</sup>/20 + <i>y</i><sup>2</sup>"),
        ("0.26*(x^2+y)-x*y", "0.26·(<i>x</i><sup>2</sup> + <i>y</i>) − <i>x</i>·<i>y</i>"),
        ("-x^2", "−<i>x</i><sup>2</sup>"),
        ("(-x)^2", "(−<i>x</i>)<sup>2</sup>"),
        ("(x*y)^2", "(<i>x</i>·<i>y</i>)<sup>2</sup>"),
        ("(x^2)^3", "(<i>x</i><sup>2</sup>)<sup>3</sup>"),
        ("x-(y-1)", "<i>x</i> − (<i>y</i> − 1)"),
        ("x/(2*y)", "<i>x</i>/(2·<i>y</i>)"),
        ("x*-y", "<i>x</i>·(−<i>y</i>)"),
        ("2*pi + e", "2·π + e"),
        ("abs(x)*exp(-y)", "|<i>x</i>|·exp(−<i>y</i>)"),
        ("sqrt(2) + sqrt(x+1)", "√2 + √(<i>x</i> + 1)"),
        ("max(x, y^-2)", "max(<i>x</i>, <i>y</i><sup>−2</sup>)"),
        ("1e-7*x", "(1·10<sup>−7</sup>)·<i>x</i>"),
        ("2x |y|", "2·<i>x</i>·|<i>y</i>|"),
        ("where(x < 0, -x, ∛y)", "where(<i>x</i> &lt; 0, −<i>x</i>, ∛<i>y</i>)"),
        ("depth*x", "<i>depth</i>·<i>x</i>"),
    ],
)
def test_to_html(text: str, shown: str) -> None:
    assert to_html(text) == shown


@pytest.mark.parametrize("name", [row.name for row in CATALOGUE.values() if row.data is None])
def test_markup_says_what_the_formula_says(name: str) -> None:
    row = CATALOGUE[name]
    shown = to_html(row.formula)
    plain = shown.replace("<sup>", "^(").replace("</sup>", ")").replace("−", "-").replace("·", "*")
    again = re.sub("</?i>", "", plain).replace("π", "pi")
    names = [parameter.name for parameter in row.parameters]
    values = tuple(float(parameter.default) for parameter in row.parameters)
    point = (0.7, -0.3)
    ours = compile_formula(row.formula, parameters=names).value_and_gradient_at(point, values)
    assert compile_formula(again, parameters=names).value_and_gradient_at(point, values) == ours
