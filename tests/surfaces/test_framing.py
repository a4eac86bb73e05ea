"""Bounds chosen by themselves: what a formula has to show stands in them."""

from __future__ import annotations

import math

import pytest

from surfaces import Bounds, SurfaceSpec, build_surface
from surfaces.framing import choose_bounds

FIVE: Bounds = (-5.0, 5.0, -5.0, 5.0)

HOME = [
    "x^2 + y^2",
    "x^2/20 + y^2",
    "(x - 1)^2 + (y + 2)^2",
    "x^4 + y^4",
    "-x^2 - y^2",
    "x*y",
    "x + y",
    "5",
    "0*x",
    "exp(x)",
    "exp(-x)",
    "tan(x)",
    "1/(x - 3)",
    "1/(x^2 + y^2)",
    "1/x + y^2",
    "log(x*y)",
    "log(x^2 + y^2 + 0.01)",
    "abs(x) + abs(y)",
    "abs(x - 0.001) + abs(y)",
    "max(x, y)",
    "(x/1000)^2 + (y/1000)^2",
    "1e300*(x^2 + y^2)",
    "sin(x) + sin(y)",
    "x^2 + sin(100*x) + y^2",
    "20 + x^2 + y^2 - 10*cos(2*pi*x) - 10*cos(2*pi*y)",
    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
    "(1 - x)^2 + 100*(y - x^2)^2",
    "(x*y - 1)^2",
    "1/(1 + exp(-30*(x - 1))) + 0.1*x^2 + y^2",
    "sqrt(-1 - x^2)",
]
"""±5 tells their story, or nothing does."""

ELSEWHERE: dict[str, Bounds] = {
    "log(x)": (0, 10, -5, 5),
    "log(x) + log(y)": (0, 10, 0, 10),
    "sqrt(x - 10)": (10, 20, -5, 5),
    "sqrt(-x - 100)": (-110, -100, -5, 5),
    "log(x - 1e4)": (10000, 10010, -5, 5),
    "x*log(x) + y^2": (0, 10, -5, 5),
    "sqrt(1 - x^2 - y^2)": (-1.1, 1.1, -1.1, 1.1),
    "sqrt(0.01 - x^2 - y^2)": (-0.11, 0.11, -0.11, 0.11),
    "asin(x) + y^2": (-1.1, 1.1, -5, 5),
    "sin(100*x)": (-0.3, 0.3, -5, 5),
    "sin(100*x)*cos(100*y)": (-0.3, 0.3, -0.3, 0.3),
    "sin(1000*x) + y^2": (-0.03, 0.03, -5, 5),
    "x^2 + y^2 - 1000*x": (0, 1000, -500, 500),
    "(x - 7)^2 + y^2": (0, 14, -7, 7),
    "(x - 1e6)^2 + y^2": (0, 2e6, -1e6, 1e6),
    "abs(x - 50) + abs(y)": (0, 100, -50, 50),
    "exp(-(x - 200)^2 - y^2)": (197.1, 203.1, -3, 3),
    "exp(-(x^2 + y^2)/0.0001)": (-0.03, 0.03, -0.03, 0.03),
    "exp(-((x - 3)^2 + (y - 3)^2)/0.01)": (2.7, 3.3, 2.7, 3.3),
    "(x^2 - 1)^2 + y^2/2": (-1.8, 1.8, -1.8, 1.8),
    "x^2 - y^2 + y^4/4": (-2.5, 2.5, -2.5, 2.5),
    "x^2*(x - 8)^2 + y^2": (-1.8, 10.2, -6, 6),
    "x^3 - 300*x + y^2": (-15, 15, -15, 15),
}


def chosen(formula: str) -> Bounds:
    return choose_bounds(build_surface(SurfaceSpec(formula=formula, bounds=FIVE)))


@pytest.mark.parametrize("formula", HOME)
def test_five_is_enough(formula: str) -> None:
    assert chosen(formula) == FIVE


@pytest.mark.parametrize("formula", list(ELSEWHERE))
def test_bounds_go_where_something_happens(formula: str) -> None:
    assert chosen(formula) == pytest.approx(ELSEWHERE[formula], rel=1e-9, abs=1e-9)


@pytest.mark.parametrize("formula", [*HOME, *ELSEWHERE])
def test_bounds_are_usable_and_do_not_depend_on_those_given(formula: str) -> None:
    x0, x1, y0, y1 = chosen(formula)
    assert all(map(math.isfinite, (x0, x1, y0, y1)))
    assert x0 < x1
    assert y0 < y1
    build_surface(SurfaceSpec(formula=formula, bounds=(x0, x1, y0, y1)))
    assert choose_bounds(build_surface(SurfaceSpec(formula=formula, bounds=(0.0, 1.0, 7.0, 9.0)))) == (x0, x1, y0, y1)


def test_a_parameters_value_is_a_hint_too() -> None:
    spec = SurfaceSpec(formula="exp(-(x - a)^2 - y^2)", parameters=(("a", 321.0),), bounds=FIVE)
    x0, x1, y0, y1 = choose_bounds(build_surface(spec))
    assert x0 < 319.0
    assert x1 > 323.0
    assert x1 - x0 < 12.0
    assert (y0, y1) == (-3.0, 3.0)
