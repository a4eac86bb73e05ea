"""What people type, read as they mean it, or refused with a sentence that helps."""

from __future__ import annotations

import pytest

from surfaces.formula import FormulaError, compile_formula, free_names
from surfaces.formula.expression import parse
from surfaces.formula.plain import PlainStyle
from surfaces.formula.writing import write_tree


def read(text: str) -> str:
    """The formula in full, with every sign."""
    return write_tree(PlainStyle(), parse(text))


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("x^2/20 + y**2", "x^2/20 + y^2"),
        ("sin(3x)·cos(y)", "sin(3*x)*cos(y)"),
        ("2 pi", "2*pi"),
        ("2pi x", "2*pi*x"),
        ("2πx", "2*pi*x"),
        ("a x^2", "a*x^2"),
        ("2(x+1)", "2*(x + 1)"),
        ("x(y + 1)", "x*(y + 1)"),
        ("a(x+1)", "a*(x + 1)"),
        ("pi(x+1)", "pi*(x + 1)"),
        ("(x+1)(y-1)", "(x + 1)*(y - 1)"),
        ("xy + xyx", "x*y + x*y*x"),
        ("xy^2", "x*y^2"),
        ("depth x", "depth*x"),
        ("x_1 x1", "x_1*x1"),
        ("sin x", "sin(x)"),
        ("sin 2x cos 3y", "sin(2*x)*cos(3*y)"),
        ("sin xy", "sin(x*y)"),
        ("sin x/2", "sin(x)/2"),
        ("sin^2 x", "sin(x)^2"),
        ("sin²x + sin²(y)", "sin(x)^2 + sin(y)^2"),
        ("sin(x)²", "sin(x)^2"),
        ("sin x²", "sin(x^2)"),
        ("exp -x²", "exp(-x^2)"),
        ("Sin(x) + arctan(y) + lg(x)", "sin(x) + atan(y) + log10(x)"),
        ("√x + √2y + √(x+1)y", "sqrt(x) + sqrt(2)*y + sqrt(x + 1)*y"),
        ("∛|x|", "cbrt(abs(x))"),
        ("x³y⁻²", "x^3*y^(-2)"),
        ("2^-x", "2^(-x)"),
        ("x^2y", "x^2*y"),
        ("1/2 x²", "1/2*x^2"),
        ("½x", "0.5*x"),
        ("αx + βλ₁", "α*x + β*λ1"),
        ("f(x, y) = x²", "x^2"),
        ("z = x − y", "x - y"),
        ("（ｘ＋１）×２÷ｙ", "(x + 1)*2/y"),
        ("xㆍy", "x*y"),
        ("|x|*|y|", "abs(x)*abs(y)"),
        ("|x||y|", "abs(x)*abs(y)"),
        ("|x - |y||", "abs(x - abs(y))"),
        ("||x| - y|", "abs(abs(x) - y)"),
        ("2|x|y + |x||y-1|", "2*abs(x)*y + abs(x)*abs(y - 1)"),
        ("|x| - y|y|", "abs(x) - y*abs(y)"),
        ("2|-x|", "2*abs(-x)"),
        ("sin²|x|", "sin(abs(x))^2"),
        ("max(|x|, |y|)", "max(abs(x), abs(y))"),
        ("max(x,y,0)", "max(x, y, 0)"),
        ("where(x≤0, -x, x²)", "where(x <= 0, -x, x^2)"),
        ("1e-3x", "0.001*x"),
        ("2e x", "2*e*x"),
        ("3e-x", "3*e - x"),
    ],
)
def test_what_is_meant(typed: str, plain: str) -> None:
    assert read(typed) == plain
    assert read(plain) == plain


@pytest.mark.parametrize(
    ("typed", "marked", "says"),
    [
        ("x +", "+", r"not finished: after “\+”"),
        ("x^", "^", r"not finished: after “\^”"),
        ("sin^", "^", "not finished"),
        ("x + (y", "(", "not closed yet"),
        ("2|x", "|", "not closed yet"),
        ("y + sin", "sin", r"write sin\(…\)"),
        ("sni(x)", "sni", "did you mean sin"),
        ("x + sqt(x)", "sqt", "did you mean sqrt"),
        ("xsin(y)", "xsin", r"x\*sin\(…\)"),
        ("sinx + 1", "sinx", r"write sin\(x\)"),
        ("f(x)", "f", r"f\*\(…\)"),
        ("e(x)", "e", r"e\^\(…\)"),
        ("max(x)", "max(x)", "at least 2 arguments"),
        ("sin(x, y)", "sin(x, y)", "one argument"),
        ("0,5x", "0,5", "0.5 instead of 0,5"),
        ("sin(0,5)", "sin(0,5)", "with a point"),
        ("1.5.2", ".2", "two decimal points"),
        ("x'", "'", "a prime is not needed"),
        ("x = 3", "x =", "is a coordinate"),
        ("f(u) = u", "f(u) =", "coordinates here are x and y"),
        ("x < y", "<", "first in where"),
        ("where(x, 1, 2)", "where", "first takes a comparison"),
        ("|x|y|z|", "|x|y|z|", "more than one way"),
        ("1/2x", "2x", "whether “x” divides too"),
        ("e^2x", "2x", "where the exponent ends"),
        ("√xy", "xy", "how far the root goes"),
        ("x 2", "x 2", r"x\^2 for a power"),
        ("sin^-1 x", "sin^-", r"asin\(…\)"),
        ("sin x(y+1)", "x(", "argument ends"),
        ("floor(x)", "floor", "flat"),
        ("30°", "°", "radians"),
        ("х + 1", "х", "Cyrillic"),
        ("ㅌ²", "ㅌ", "this key is x"),
        ("x\u200b", "\u200b", r"U\+200B"),
        ("x + 1/0", "0", "no finite value"),
        ("x // 2", "/", "Between “/” and “/”"),
    ],
)
def test_mistakes_are_marked_and_explained(typed: str, marked: str, says: str) -> None:
    with pytest.raises(FormulaError, match=says) as caught:
        compile_formula(typed, parameters=free_names(typed))
    position = caught.value.position
    assert position is not None
    assert typed[position : position + caught.value.length] == marked


def test_new_names_are_parameters_and_coordinates_are_not() -> None:
    assert free_names("b x + α sin(a y) + xy + depth + lambda") == ("b", "α", "a", "depth", "lambda")
    assert free_names("w x + b", variables=("w", "b")) == ("x",)
    assert free_names("x_1 x2 + x1x10", variables=("x1", "x2", "x10")) == ()


def test_a_declared_name_is_not_taken_apart() -> None:
    formula = compile_formula("xy + x", parameters=["xy"])
    assert formula.value_and_gradient_at((2.0, 3.0), (10.0,)) == (12.0, (1.0, 0.0))


def test_every_beginning_of_a_formula_is_read_or_refused_in_its_place() -> None:
    whole = "where(|x| < 0.5, √(x² + 1), max(sin 2x, y^-2)) + α·(x − 1)(y + 2)"
    for end in range(len(whole)):
        error = mistake(whole[:end])
        if error is not None:
            assert error.position is not None
            assert error.position + error.length <= max(end, 1), whole[:end]


def mistake(text: str) -> FormulaError | None:
    try:
        compile_formula(text, parameters=free_names(text))
    except FormulaError as error:
        return error
    return None
