"""Whatever is typed: a formula or one FormulaError, quickly, and nothing is ever run."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from surfaces.formula import FormulaError, compile_formula, free_names, to_html
from surfaces.formula.functions import ARITY, ARRAY, SCALAR
from surfaces.formula.latex import to_latex

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
    "sin()",
    "sin(x, y)",
    "max(x)",
    "sin(*x)",
    "factorial(10)",
    "1/0",
    "log(0)",
    "sqrt(-1)*x",
    "1e999",
    "1e308*10",
    "-" * 500 + "x",
    "(" * 300 + "x" + ")" * 300,
    "sin(" * 150 + "x" + ")" * 150,
    "x^" * 150 + "x",
    "é + x",
    "x\0",
    "√",
    ")(",
    "sin",
    "f(x)",
    "foo(x)",
    "x 2",
    "1/2x",
    "e^2x",
    "|x|y|z|",
    "|" * 8000,
    "|x" * 4000,
    "|x|y" * 2000,
    "x" * 10_000,
    "x\u200by",
    "\u202ex + y",
    "х + 1",
    "ㅌ^2",
    "x'",
    "x!",
    "floor(x)",
    "where(x, 1, 2)",
    "where(0 < x < 1, 1, 2)",
    "x < y",
    "f(u) = u",
    "y = x^2",
    "1.5.2",
    "0,5",
    "nan",
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
    assert isinstance(to_latex(text), str)
    assert free_names(text) == ()
    formula.value_and_gradient_at((0.3, -1.2))
    assert formula.hessian(np.zeros((2, 2))).shape == (2, 2, 2)


@pytest.mark.parametrize(
    ("text", "position"),
    [("x + a*y", 4), ("x² + foo(y)", 5), ("x + 1/0", 6), ("x + (y", 4), ("x $ y", 2), ("x 2", 0), ("x + * y", 4)],
)
def test_errors_point_at_the_place(text: str, position: int) -> None:
    with pytest.raises(FormulaError) as caught:
        compile_formula(text)
    assert caught.value.position == position


FORMULAS = [
    "x^2/20 + y**2",
    "sin(3x)·cos(y) + |x - |y||",
    "-20exp(-0.2√((x²+y²)/2)) - exp((cos(2πx)+cos(2πy))/2) + 20 + e",
    "where(|x| < δ, x²/2, δ(|x| - δ/2)) + max(x, y, 0)",
    "(small·(x cos θ + y sin θ)² + sin² 2x)/2^-x",
]
SIGNS = [
    *"xyaex()+-*/^,|·²√−π<>=.'[]{}_!%0123456789αθ ",
    "sin",
    "max(",
    "where(",
    "9**9",
    "1e308",
    "lambda",
    "\u200b",
    "х",
]


def mistake(text: str) -> FormulaError | None:
    try:
        compile_formula(text, parameters=free_names(text))
    except FormulaError as error:
        return error
    return None


def generated(count: int) -> list[str]:
    """Token soup and mutated formulas, the same ones every time."""
    chance = random.Random(3)
    texts = ["".join(chance.choices(SIGNS, k=chance.randint(1, 50))) for _ in range(count // 2)]
    for _ in range(count // 2):
        characters = list(chance.choice(FORMULAS))
        for _ in range(chance.randint(1, 3)):
            characters[chance.randrange(len(characters))] = chance.choice(SIGNS)
        texts.append("".join(characters))
    return texts


def test_ten_thousand_generated_texts_are_formulas_or_refused_in_place() -> None:
    compiled = 0
    for text in generated(10_000):
        error = mistake(text)
        if error is None:
            compiled += 1
            continue
        assert error.message.endswith((".", "?")), text
        assert error.length >= 1
        end = None if error.position is None else error.position + error.length
        assert end is None or end <= max(len(text), 1), text
    assert 200 < compiled < 9_000


def test_generated_code_holds_no_word_of_the_user() -> None:
    names = ("exec", "open", "eval", "lambda", "α")
    formula = compile_formula("exec*x + open*sin(y)^eval + |lambda|·α", parameters=names)
    for function in (formula._value, formula._gradient, formula._hessian, formula._scalar):
        code = function.__code__
        assert set(code.co_names) <= {*ARRAY, *SCALAR}
        assert not {*code.co_varnames, *code.co_names} & {*names, "x", "y"}
        assert function.__globals__["__builtins__"] == {}


@pytest.mark.parametrize(
    "text",
    [
        "x*" * 3900 + "x",
        "x+" * 3900 + "x",
        "x" * 3000,
        "sin(x)*" * 1000 + "y",
        "-(" * 30 + "x" + ")" * 30,
        "|x|+" * 49 + "x",
    ],
    ids=["product", "sum", "power", "functions", "minus", "bars"],
)
def test_long_formulas_compile(text: str) -> None:
    assert np.isfinite(compile_formula(text).value(np.array([0.5, 0.5])))


def test_every_thread_may_compile_at_once() -> None:
    texts = [f"{'sin(' * 40}x*{k}{')' * 40}" for k in range(40)]
    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(compile_formula, texts))) == 40
