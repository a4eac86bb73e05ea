from __future__ import annotations

import pytest

from engine.explain.latex import LatexError, parsed
from engine.explain.tree import Fenced, Fraction, Grid, Number, Root, Row, Scripts, Sign


def row(*items: object) -> Row:
    return Row(items)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("latex", "tree"),
    [
        (r"-2 + x", row(Sign("−", "upright"), Number(0), Sign("+", "binary"), Sign("x", "letter"))),
        (r"a \cdot -3", row(Sign("a", "letter"), Sign("·", "binary"), Sign("−", "upright"), Number(0))),
        (r"\frac{1}{\sqrt{2}}", row(Fraction(row(Number(0)), row(Root(row(Number(1))))))),
        (r"\beta_1^t", row(Scripts(Sign("β", "letter"), row(Sign("t", "letter")), row(Number(0))))),
        (r"g'", row(Scripts(Sign("g", "letter"), row(Sign("′", "upright")), None))),
        (r"\left(x\right)", row(Fenced("(", row(Sign("x", "letter")), ")"))),
        (r"\| x \|_1", row(Scripts(Fenced("‖", row(Sign("x", "letter")), "‖"), None, row(Number(0))))),
        (
            r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}",
            row(Grid(((row(Number(0)), row(Number(1))), (row(Number(2)), row(Number(3)))), "(", ")")),
        ),
        (r"\mathrm{step\ size}", row(Sign("step size", "word"))),
    ],
)
def test_latex_is_read_as_a_tree(latex: str, tree: Row) -> None:
    assert parsed(latex)[0] == tree


def test_numbers_stand_beside_the_tree() -> None:
    one, other = parsed(r"0.9 \cdot 2.1^{2}"), parsed(r"17 \cdot 3^{2}")
    assert one[0] is other[0]
    assert (one[1], other[1]) == (["0.9", "2.1", "2"], ["17", "3", "2"])


@pytest.mark.parametrize("latex", [r"\frac{1}", "(1", r"1)", r"\left(1", r"\unknown", "a & b", r"\begin{array} 1"])
def test_what_is_outside_the_subset_says_so(latex: str) -> None:
    with pytest.raises(LatexError):
        parsed(latex)
