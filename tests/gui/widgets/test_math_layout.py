from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.explain.latex import parsed
from gui.widgets.math_boxes import Bar, Box, Glyphs, Outline
from gui.widgets.math_font import bold, face, slanted
from gui.widgets.math_layout import Layout

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from gui.widgets.math_boxes import Part

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = 20.0


def box(latex: str, axes: int = 2) -> Box:
    tree, numbers = parsed(latex)
    return Layout(SIZE, numbers, axes=axes).box(tree)


def placed(part: Part, x: float = 0.0, y: float = 0.0) -> Iterator[tuple[float, float, Part]]:
    if not isinstance(part, Box):
        yield x, y, part
        return
    for right, down, inner in part.parts:
        yield from placed(inner, x + right, y + down)


def glyphs(latex: str) -> list[tuple[float, float, Glyphs]]:
    return [(x, y, part) for x, y, part in placed(box(latex)) if isinstance(part, Glyphs)]


def test_the_font_has_digits_of_one_width_and_all_letters(qapp: QApplication) -> None:
    font = face(SIZE)
    assert len({font.glyph(digit)[1] for digit in "0123456789"}) == 1
    signs = slanted("azhAZαωθε") + bold("0123456789") + "−·×∇Δ√⊤≤∞′ˆ˜‖⟨⟩"
    assert all(font.glyph(sign)[0] > 0 for sign in signs)


def test_a_fraction_has_its_bar_between_its_parts() -> None:
    (_, top, _), (_, bottom, _) = glyphs(r"\frac{1}{2}")
    ((_, bar, part),) = [entry for entry in placed(box(r"\frac{1}{2}")) if isinstance(entry[2], Bar)]
    assert isinstance(part, Bar)
    assert top < bar < bar + part.height < bottom - 0.6 * SIZE
    assert part.width > box("1").width


def test_a_root_reaches_around_what_is_in_it() -> None:
    plain, root = box(r"\frac{1}{2}"), box(r"\sqrt{\frac{1}{2}}")
    assert root.ascent > plain.ascent
    assert root.width > plain.width
    assert any(isinstance(part, Outline) for _, _, part in placed(root))


def test_exponents_are_smaller_and_higher_indices_lower() -> None:
    (_, base, large), (_, raised, small) = glyphs("x^{2}")
    assert raised < base
    assert small.face.size < large.face.size
    assert glyphs("x_{2}")[1][1] > base


def test_brackets_are_as_high_as_what_they_hold() -> None:
    assert box(r"\left(1\right)").ascent == pytest.approx(box("1").ascent)
    inner, whole = box(r"\frac{1}{2}"), box(r"\left(\frac{1}{2}\right)")
    assert whole.ascent >= inner.ascent
    assert whole.descent >= inner.descent


def test_columns_of_as_many_rows_as_axes_have_their_colours() -> None:
    column = r"\begin{pmatrix} 1 \\ 2 \end{pmatrix}"
    assert [part.colour for _, _, part in glyphs(column)] == [0, 1]
    for latex in (column.replace("pmatrix", "bmatrix"), r"\begin{pmatrix} 1 \\ 2 \\ 3 \end{pmatrix}"):
        assert {part.colour for _, _, part in glyphs(latex)} == {-1}


def test_signs_have_room_around_them_but_not_in_exponents() -> None:
    assert box("1 + 2").width > box("1").width + box("+").width + box("2").width + 0.4 * SIZE
    plain, raised = box("x^{1}"), box("x^{1 + 2}")
    small = 0.74 * (box("+").width + box("2").width)
    assert raised.width - plain.width == pytest.approx(small, abs=0.05 * SIZE)
    assert box("-2").width == pytest.approx(box("-").width + box("2").width)


def test_bold_digits_are_others() -> None:
    ((_, _, plain),), ((_, _, heavy),) = glyphs("7"), glyphs(r"\mathbf{7}")
    assert plain.indices != heavy.indices
