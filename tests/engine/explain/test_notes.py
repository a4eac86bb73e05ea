"""Formulas with symbols in angle brackets become rules and the same with numbers."""

from __future__ import annotations

import numpy as np
import pytest

from engine.explain.notes import noted, written
from engine.explain.term import Term

KNOWN = {
    symbol: noted(symbol, value, "", {})
    for symbol, value in {
        "a": 0.5,
        "s": np.array([2.0]),
        "g": np.array([3.0, -4.0]),
        "p": np.array([-1.0, 1e-7]),
        "H": np.array([[1.0, 2.0], [3.0, 4.0]]),
    }.items()
}


def put_in(formula: str, value: object = (0.0, 0.0)) -> tuple[str, ...]:
    return noted("x", np.asarray(value), formula, KNOWN).numbers


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        (r"<a> \, <g>", (r"0.5 \cdot 3", r"0.5 \cdot \left(-4\right)")),
        (r"<s> \, <g>", (r"2 \cdot 3", r"2 \cdot \left(-4\right)")),
        ("<g> + <p>", ("3 - 1", r"-4 + 10^{-7}")),
        (r"<a> + <p>^2", (r"0.5 + \left(-1\right)^2", r"0.5 + \left(10^{-7}\right)^2")),
        (r"\frac{<p>}{<g>}", (r"\frac{-1}{3}", r"\frac{10^{-7}}{-4}")),
        (r"\operatorname{sign}(<g>)", (r"\operatorname{sign}(3)", r"\operatorname{sign}(-4)")),
        (r"<a> \, <unknown> - <g>", (r"0.5 \cdot unknown - 3", r"0.5 \cdot unknown - \left(-4\right)")),
    ],
)
def test_what_is_worked_out_for_each_coordinate_has_a_text_for_each(formula: str, numbers: tuple[str, ...]) -> None:
    assert put_in(formula) == numbers


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        (r"-<H> \, <g>", r"-\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix} \cdot \begin{pmatrix} 3 \\ -4 \end{pmatrix}"),
        (r"<g>^\top <g>", r"\begin{pmatrix} 3 \\ -4 \end{pmatrix}^\top \begin{pmatrix} 3 \\ -4 \end{pmatrix}"),
        (r"\frac{<g>}{\lVert <g> \rVert}", r"\frac{COLUMN}{\lVert COLUMN \rVert}"),
    ],
)
def test_what_is_worked_out_for_all_together_has_whole_columns(formula: str, numbers: str) -> None:
    assert put_in(formula) == (numbers.replace("COLUMN", r"\begin{pmatrix} 3 \\ -4 \end{pmatrix}"),)


def test_a_formula_without_places_has_no_numbers() -> None:
    term = noted("g", (1.0, 2.0), r"\nabla f(\theta)", KNOWN)
    assert (term.rule, term.numbers, term.role) == (r"\nabla f(\theta)", (), "gradient")


def test_a_value_may_be_worked_out_for_the_note_only() -> None:
    assert noted("a", lambda: 3.0, "", {}) == Term("a", "term", (3.0,))


@pytest.mark.parametrize(
    ("array", "latex"),
    [
        (np.array(2.0), "2"),
        (np.array([[2.0]]), "2"),
        (np.array([1.0, -2.0]), r"\begin{pmatrix} 1 \\ -2 \end{pmatrix}"),
        (np.array([[1.0], [-2.0]]), r"\begin{bmatrix} 1 \\ -2 \end{bmatrix}"),
        (np.zeros((2, 5)), r"\left[\,2 \times 5\,\right]"),
    ],
)
def test_vectors_have_round_brackets_and_matrices_square_ones(array: np.ndarray, latex: str) -> None:
    assert written(array) == latex
