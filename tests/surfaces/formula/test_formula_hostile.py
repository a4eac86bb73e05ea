"""Whatever is typed: a formula or one FormulaError, quickly, and nothing is ever run."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from surfaces.formula import FormulaError, compile_formula, free_names, to_html
from surfaces.formula.functions import ARITY

REFUSED = [
    "",
    "   ",
    "9**9**9**9",
    "10^10^10",
    "__import__('os').system('true')",
    "__import__",
    "().__class__.__bases__",
    "x.real",
    "open('f').read()",
    "(lambda: x)()",
    "lambda",
    "[x for x in y]",
    "x if y else 1",
    "x and y",
    "not x",
    "x == y",
    "x = 3",
    "x; y",
    "x\n# y",
    "x // 2",
    "x % 2",
    "x | y",
    "~x",
    "x @ y",
    "f'{x}'",
    "'a'*10**9",
    "1j*x",
    "0x10",
    "1_000",
    "True",
    "None",
    "...",
    "x[0]",
    "{x}",
    "x,",
    "1,5",
    "()",
    "x +",
    "x + * y",
    "2x",
    "(x)(y)",
    "x y",
    "x(3)",
    "sin",
    "sin x",
    "sin()",
    "sin(x, y)",
    "max(x)",
    "sin(*x)",
    "sin(x)(y)",
    "factorial(10)",
    "1/0",
    "log(0)",
    "sqrt(-1)*x",
    "1e999",
    "1e308*10",
    "-" * 500 + "x",
    "(" * 300 + "x" + ")" * 300,
    "sin(" * 150 + "x" + ")" * 150,
    "x" * 3000,
    "x*" * 950 + "x",
    "x^" * 150 + "x",
    "é + x",
    "𝐱 + 1",
    "x\0",
    "√",
    "√sin(x)",
    ")(",
    "((x)",
]
WORDS = st.sampled_from([*ARITY, "x", "y", "pi", "e", "a", "__import__", "2", ".5", "1e9", *"()+-*/^,·²√−π"])


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: repr(text[:20]))
def test_hostile_text_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(FormulaError) as caught:
        compile_formula(text)
    assert caught.value.message.endswith(".")
    assert caught.value.position is None or 0 <= caught.value.position <= len(text)


@given(text=st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=25).map(" ".join)))
@example("x-" * 300 + "x")
@example("sin(" * 90 + "x*y" + ")" * 90)
@example("x^" * 80 + "2")
@example("+".join(f"x^{n}*y^{n}" for n in range(60)))
@example("*".join(["sin(x)"] * 120))
@settings(deadline=3000, max_examples=300)
def test_any_text_is_a_formula_or_a_formula_error(text: str) -> None:
    try:
        formula = compile_formula(text)
    except FormulaError:
        return
    assert isinstance(to_html(text), str)
    assert free_names(text) == ()
    formula.value_and_gradient_at((0.3, -1.2))
    assert formula.hessian(np.zeros((2, 2))).shape == (2, 2, 2)


@pytest.mark.parametrize(
    ("text", "position"),
    [("x + a*y", 4), ("x² + foo(y)", 5), ("x + 1/0", 6), ("x + (y", 4), ("x $ y", 2), ("2 x", 2), ("x + * y", 4)],
)
def test_errors_point_at_the_place(text: str, position: int) -> None:
    with pytest.raises(FormulaError) as caught:
        compile_formula(text)
    assert caught.value.position == position


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("x^2", "x**2"),
        ("x² + y³", "x**2 + y**3"),
        ("x¹⁰", "x**10"),
        ("2·x×y − 1", "2*x*y - 1"),
        ("√2·π", "sqrt(2)*pi"),
        ("√(x + 7)÷2", "sqrt(x + 7)/2"),
        ("+x", "x"),
        ("007*x", "7*x"),
        ("-x^2", "-(x**2)"),
        ("2^3^2", "2**9"),
    ],
)
def test_what_people_type_is_understood(typed: str, plain: str) -> None:
    point = (1.5, -0.5)
    assert compile_formula(typed).value_and_gradient_at(point) == compile_formula(plain).value_and_gradient_at(point)
