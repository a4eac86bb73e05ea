from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from engine.explain import explain
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from gui.explaining import explanation_words
from gui.widgets.math_lines import Page, ruled
from surfaces import CATALOGUE, SurfaceSpec

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NARROW, SIZE = 284.0, 15.0
"""The room in a panel of 300 pixels, and the size of formulas in it."""


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizers_step_has_room_in_a_narrow_panel(name: str, qapp: QApplication) -> None:
    surface = "himmelblau"
    config = RunConfig(SurfaceSpec(surface), CATALOGUE[surface].start, make_optimizer(name), Constant())
    snapshot = run_to(config, 8)
    for iteration in (0, min(6, snapshot.last)):
        for row in explanation_words(explain(config, snapshot, iteration), ("x", "y")).rows:
            rule = ruled(row.latex, NARROW, SIZE, 2)
            page = Page(NARROW, SIZE, 2, rule.height, rule.indent)
            for line in row.lines:
                page.add_numbers(line.latex, line.axis, "x" if line.axis >= 0 else "")
            assert not rule.is_cut
            assert not page.is_cut


def inked(latex: str, width: float) -> tuple[int, int]:
    """Return how far to the right and how far down numbers are drawn."""
    page = Page(width, SIZE, 2)
    page.add_numbers(latex)
    image = QImage(1000, 300, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    page.drawing.paint(painter, QColor("black"), [QColor("red")])
    painter.end()
    dark = [(x, y) for x in range(1000) for y in range(300) if image.pixel(x, y) & 0xFF < 128]
    return max(x for x, _ in dark), max(y for _, y in dark)


def test_lines_end_before_sums(qapp: QApplication) -> None:
    latex = r"0.123 \cdot 4.567 + 8.912 \cdot 3.456 = \mathbf{7.89}"
    wide, low = inked(latex, 900.0)
    narrow, high = inked(latex, wide - 20.0)
    assert narrow < wide - 20.0
    assert low < SIZE * 1.2 < high < 2.6 * SIZE


def test_a_fraction_without_room_is_written_in_a_line_that_ends_somewhere(qapp: QApplication) -> None:
    latex = r"\frac{" + " + ".join(["0.123"] * 12) + "}{4}"
    wide, _ = inked(latex, 900.0)
    assert wide > 400
    narrow, high = inked(latex, 200.0)
    assert narrow <= 200
    assert high > 3.0 * SIZE


def test_numbers_begin_where_the_right_side_of_their_rule_does(qapp: QApplication) -> None:
    short, long = ruled("m = g", NARROW, SIZE, 2), ruled(r"\mathrm{step\ size\ of\ all} = g", NARROW, SIZE, 2)
    assert SIZE < short.indent < 2.5 * SIZE < long.indent <= 3.0 * SIZE


def test_what_is_no_latex_of_ours_is_words(qapp: QApplication) -> None:
    assert inked(r"\unknown{x} + y", NARROW)[0] > 30
