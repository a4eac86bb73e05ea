"""Typed formulas: compile time, throughput against hand-written NumPy and math, and the slowest refusal."""

from __future__ import annotations

import math
import random
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from surfaces.formula import FormulaError, compile_formula, compiled, expression, free_names
from tests.benchmarks.measuring import Figure, at_most, figure, interleaved, ratio, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces.formula import CompiledFormula

ROUNDS = 15
SIZE = 400
CALLS = 2000
HOSTILE = 20_000
FUNCTIONS = ("_value", "_gradient", "_hessian", "_scalar")
MOST = 1.5

FORMULAS = (
    "x^2/20 + y^2",
    "x^2 + y^2",
    "a x^2 + b y^2",
    "sin(3x)·cos(y)",
    "|x| + |y|",
    "exp(-(x-a)^2 - y^2)",
    "max(x, y) + x²/4",
    "(1-x)² + 100(y-x²)²",
    "(x²+y-11)² + (x+y²-7)²",
    "(1.5-x+xy)² + (2.25-x+xy²)² + (2.625-x+xy³)²",
    "20 + x² - 10cos(2πx) + y² - 10cos(2πy)",
    "-20exp(-0.2√((x²+y²)/2)) - exp((cos(2πx)+cos(2πy))/2) + 20 + e",
    "(x²+y²)/4000 - cos(x)·cos(y/√2) + 1",
    "-cos(x)cos(y)exp(-(x-π)² - (y-π)²)",
    "(4 - 2.1x² + x^4/3)x² + xy + (4y² - 4)y²",
    "2x² - 1.05x^4 + x^6/6 + xy + y²",
    "0.26(x²+y²) - 0.48xy",
    "(x+2y-7)² + (2x+y-5)²",
    "sin(x+y) + (x-y)² - 1.5x + 2.5y + 1",
    "-sin(x)·sin(x²/π)^20 - sin(y)·sin(2y²/π)^20",
    "(x^4 - 16x² + 5x + y^4 - 16y² + 5y)/2",
    "-(y+47)sin(√|x/2+y+47|) - x·sin(√|x-(y+47)|)",
    "-|sin x cos y exp|1 - √(x²+y²)/π||",
    "-0.0001(|sin(x)sin(y)exp|100-√(x²+y²)/π||+1)^0.1",
    "0.5 + (sin²(x²-y²) - 0.5)/(1 + 0.001(x²+y²))²",
    "-(1 + cos(12√(x²+y²)))/(0.5(x²+y²) + 2)",
    "100√|y - 0.01x²| + 0.01|x+10|",
    "sin²(3πx) + (x-1)²(1 + sin²(3πy)) + (y-1)²(1 + sin²(2πy))",
    "(1 + (x+y+1)²(19-14x+3x²-14y+6xy+3y²))(30 + (2x-3y)²(18-32x+12x²+48y-36xy+27y²))",
    "x² - y²",
    "x³ - 3xy²",
    "x^4 - x² + y²",
    "(x²-1)² + k y²",
    "where(x<0, x², |y|)",
    "relu(x)² + softplus(-y)",
    "where(|x|<δ, x²/2, δ(|x|-δ/2)) + y²",
    "tanh(3x)² + 0.1y²",
    "ln(1 + x² + y²)",
    "x²/(1+x²) + y²",
    "√(1+x²) + √(1+y²)",
    "(sigmoid(w x) - 0.8)² + 0.01x² + y²",
    "cosh(x/2) + y²",
    "sin(10x)/10 + x² + y²",
    "1 - exp(-x²-y²) - 0.8exp(-(x-3)²/2-(y-1)²/2)",
    "max(|x|, |y|)",
    "min((x-2)²+y², (x+2)²+y²+1)",
    "hypot(x-1, y+1)",
    "arctan(x)² + y²/(1+|y|)",
    "(small·(x cos θ + y sin θ)² + large·(y cos θ - x sin θ)²)/2",
    "+".join(f"h{k}*exp(-((x-{k})^2+(y+{k})^2)/w{k}^2)" for k in range(1, 11)),
)
"""Fifty formulas as people type them."""

BY_HAND: dict[str, tuple[str, Callable[..., Any], Callable[..., Any]]] = {
    "Rosenbrock": (
        "(1-x)^2 + 100(y-x^2)^2",
        lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
        lambda x, y: (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)),
    ),
    "Himmelblau": (
        "(x^2+y-11)^2 + (x+y^2-7)^2",
        lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
        lambda x, y: (
            4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
            2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
        ),
    ),
    "Rastrigin": (
        "20 + x^2 - 10cos(2πx) + y^2 - 10cos(2πy)",
        lambda x, y: 20 + x**2 - 10 * np.cos(2 * np.pi * x) + y**2 - 10 * np.cos(2 * np.pi * y),
        lambda x, y: (
            2 * x + 20 * np.pi * np.sin(2 * np.pi * x),
            2 * y + 20 * np.pi * np.sin(2 * np.pi * y),
        ),
    ),
}
"""Text, and value and gradient as one writes them down in NumPy."""


def measure() -> list[Figure]:
    """Return the figures."""
    return [*compile_figures(), *grid_figures(), *point_figures(), *refusal_figures()]


def compile_figures() -> list[Figure]:
    """Return how long reading, and reading with both derivatives, takes: fifty formulas, each as if never seen."""
    read, built, ready = [], [], []
    for _ in range(ROUNDS):
        for text in FORMULAS:
            expression._parse.cache_clear()
            compiled._compile.cache_clear()
            read.append(1000 * seconds(partial(expression.parse, text)))
            names = free_names(text)
            expression._parse.cache_clear()
            built.append(1000 * seconds(partial(compile_formula, text, parameters=names)))
            formula = compile_formula(text, parameters=names)

            made = 1000 * seconds(partial(_make_functions, formula))
            ready.append(built[-1] + made)
    return [
        at_most(figure("reading one of 50 formulas", read, "ms"), 3.0),
        at_most(figure("  with graph, gradient and Hessian", built, "ms"), 15.0),
        figure("  and all generated code", ready, "ms"),
    ]


def _make_functions(formula: CompiledFormula) -> None:
    for name in FUNCTIONS:
        getattr(formula, name)


def grid_figures() -> list[Figure]:
    """Return value and gradient at 160,000 points against NumPy by hand on the same columns."""
    axis = np.linspace(-3.0, 3.0, SIZE)
    points = np.stack(np.meshgrid(axis, axis), axis=-1)
    figures = []
    for name, (text, value, gradient) in BY_HAND.items():
        formula = compile_formula(text)
        figures += [
            _against(f"{name}: values on 400 × 400", partial(formula.value, points), partial(value, *_xy(points))),
            _against(
                f"{name}: gradients on 400 × 400",
                partial(formula.gradient, points),
                partial(_stacked, gradient, *_xy(points)),
            ),
        ]
    return figures


def _xy(points: Any) -> tuple[Any, Any]:
    return points[..., 0], points[..., 1]


def _stacked(gradient: Callable[..., Any], x: Any, y: Any) -> Any:
    return np.stack(gradient(x, y), axis=-1)


def _against(what: str, ours: Callable[[], object], by_hand: Callable[[], object]) -> Figure:
    sides = {"ours": lambda: 1000 * seconds(ours), "by hand": lambda: 1000 * seconds(by_hand)}
    samples = interleaved(sides, ROUNDS)
    times = ratio(samples, "ours", "by hand")
    line = figure(what + " (ratio to NumPy by hand)", samples["ours"], "ms", ratio=times)
    return Figure(line.what, line.median, line.high, "ms", times, f"ratio ≤ {MOST:g}", times <= MOST)


def point_figures() -> list[Figure]:
    """Return value and gradient of single points against the same by hand over math."""
    formula = compile_formula("(1-x)^2 + 100(y-x^2)^2")

    def by_hand(point: tuple[float, float]) -> tuple[float, tuple[float, float]]:
        x, y = point
        return (1 - x) ** 2 + 100 * (y - x**2) ** 2, (-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2))

    points = [(math.cos(k), math.sin(k)) for k in range(CALLS)]

    def per_call(function: Callable[[tuple[float, float]], object]) -> float:
        return 1e6 * seconds(lambda: [function(point) for point in points]) / CALLS

    sides = {"ours": lambda: per_call(formula.value_and_gradient_at), "by hand": lambda: per_call(by_hand)}
    samples = interleaved(sides, ROUNDS)
    times = ratio(samples, "ours", "by hand")
    what = "Rosenbrock: value and gradient of one point (ratio to Python by hand)"
    return [figure(what, samples["ours"], "µs", ratio=times)]


def refusal_figures() -> list[Figure]:
    """Return the time of every refusal, and of what was accepted, over generated and hostile texts."""
    refused, accepted = [], []
    for text in hostile_texts(HOSTILE):
        try:
            taken = seconds(partial(_compile, text))
            accepted.append(1000 * taken)
        except FormulaError:
            refused.append(1000 * seconds(partial(_refuse, text)))
    return [
        at_most(figure(f"{len(refused):,} hostile texts refused (high = slowest)", refused, "ms", high=100), 1000),
        at_most(figure(f"{len(accepted):,} others compiled (high = slowest)", accepted, "ms", high=100), 1000),
    ]


def _compile(text: str) -> None:
    compile_formula(text, parameters=free_names(text))


def _refuse(text: str) -> None:
    try:
        _compile(text)
    except FormulaError:
        return


def hostile_texts(count: int) -> list[str]:
    """Return token soup, mutations of formulas and the classics, the same ones every time."""
    chance = random.Random(11)
    words = [
        *"xyaex()+-*/^,|·²√−π<>=.'\"[]{}_!%",
        "sin",
        "max(",
        "where(",
        "9**9",
        "1e308",
        "lambda",
        "__import__",
        " ",
    ]
    soup = ["".join(chance.choices(words, k=chance.randint(1, 60))) for _ in range(count // 2)]
    mutated = []
    for _ in range(count // 2):
        text = list(chance.choice(FORMULAS))
        for _ in range(chance.randint(1, 3)):
            text[chance.randrange(len(text))] = chance.choice(words)
        mutated.append("".join(text))
    return [*soup, *mutated, *CLASSICS]


CLASSICS = (
    "9**9**9**9",
    "__import__('os').system('true')",
    "(" * 5000 + "x" + ")" * 5000,
    "x" * 10_000,
    "x+" * 3999 + "x",
    "x*" * 3999 + "x",
    "sin(x)*" * 1100 + "y",
    "|" * 8000,
    "|x" * 4000,
    "|x|y" * 2000,
    "-" * 500 + "x",
    "x^" * 4000,
    "sin " * 1900 + "x",
    "+".join(f"x^{n}*y^{n}" for n in range(500)),
    "+".join(f"sin({n}*x*y)" for n in range(500)),
    "sin(" * 60 + "x*y" + ")" * 60,
    "max(" * 60 + "x, y" + ", 1)" * 60,
    "x^y" * 60,
    "factorial(10**9)",
)

if __name__ == "__main__":
    show(measure)
