"""The samples: clicked, dragged, taken away, and drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.views.sample_plot import CURVE, PLANE, Fit, SamplePlot
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

POINTS = np.array([[0.0, 0.0], [1.0, 2.0], [4.0, 1.0]])


@pytest.fixture
def plot(qtbot: QtBot) -> SamplePlot:
    made = SamplePlot()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    made.set_samples(POINTS, CURVE)
    return made


def spot(plot: SamplePlot, x: float, y: float) -> QPoint:
    return plot.pixels_of(x, y).toPoint()


def test_a_click_on_bare_ground_wishes_a_sample(plot: SamplePlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.added) as said:
        QTest.mouseClick(plot.viewport(), LEFT, pos=spot(plot, 2.5, 1.5))
    assert said.args == pytest.approx([2.5, 1.5], abs=0.03)


def test_a_click_on_a_sample_moves_and_adds_nothing(plot: SamplePlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.moved), qtbot.assertNotEmitted(plot.added):
        QTest.mouseClick(plot.viewport(), LEFT, pos=spot(plot, 1.0, 2.0) + QPoint(3, 2))


def test_a_drag_moves_the_sample_under_the_mouse(plot: SamplePlot, qtbot: QtBot) -> None:
    said: list[tuple[int, bool]] = []
    plot.moved.connect(lambda index, _x, _y, dragging: said.append((index, dragging)))
    QTest.mousePress(plot.viewport(), LEFT, pos=spot(plot, 1.0, 2.0))
    for place in ((1.5, 1.5), (2.0, 1.0)):
        QTest.mouseMove(plot.viewport(), spot(plot, *place))
    with qtbot.waitSignal(plot.moved) as last:
        QTest.mouseRelease(plot.viewport(), LEFT, pos=spot(plot, 2.0, 1.0))
    assert said == [(1, True), (1, True), (1, False)]
    assert last.args is not None
    assert last.args[1:3] == pytest.approx([2.0, 1.0], abs=0.03)


def test_the_axes_rest_while_a_sample_is_held(plot: SamplePlot) -> None:
    before = plot.box.viewRange()
    QTest.mousePress(plot.viewport(), LEFT, pos=spot(plot, 1.0, 2.0))
    plot.set_samples(np.array([[0.0, 0.0], [9.0, 9.0], [4.0, 1.0]]), CURVE)
    assert plot.box.viewRange() == before
    QTest.mouseRelease(plot.viewport(), LEFT, pos=spot(plot, 1.0, 2.0))
    plot.set_samples(np.array([[0.0, 0.0], [9.0, 8.0], [4.0, 1.0]]), CURVE)
    assert plot.box.viewRange()[0][1] > 9.0


def test_a_right_click_takes_only_a_sample_that_is_there(plot: SamplePlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.removed) as said:
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.RightButton, pos=spot(plot, 4.0, 1.0))
    assert said.args == [2]
    with qtbot.assertNotEmitted(plot.removed), qtbot.assertNotEmitted(plot.added):
        QTest.mouseClick(plot.viewport(), Qt.MouseButton.RightButton, pos=spot(plot, 2.5, 1.5))


@pytest.mark.parametrize("points", [POINTS[:1], POINTS[:0], np.array([[1e50, 0.0], [-1e50, 0.0]])])
def test_any_samples_are_all_in_view(plot: SamplePlot, points: np.ndarray) -> None:
    plot.set_samples(points, CURVE)
    (x0, x1), (y0, y1) = plot.box.viewRange()
    assert x0 < x1
    assert y0 < y1
    for x, y in points:
        assert x0 < x < x1
        assert y0 < y < y1


def test_labels_differ_in_shape_and_colour(plot: SamplePlot, theme: Theme) -> None:
    plot.set_samples(np.column_stack([POINTS, [0.0, 1.0, 1.0]]), PLANE)
    plot.set_theme(theme)
    symbols = plot._dots.data["symbol"].tolist()
    colors = [brush.color().name() for brush in plot._dots.data["brush"]]
    assert symbols == ["o", "t1", "t1"]
    assert colors[0] != colors[1] == colors[2]


def test_what_is_drawn_is_ringed_and_lines_come_and_go(plot: SamplePlot) -> None:
    line = np.array([[0.0, 0.0], [4.0, 2.0]])
    plot.set_fits((Fit(0, line, np.array([0, 2])), Fit(1, line, np.array([2, 7]))))
    assert len(plot._rings.data) == 3  # a sample 7 there is not
    assert [item.isVisible() for item in plot._lines] == [True, True]
    plot.set_fits((Fit(0, line, np.array([], dtype=np.int64)),))
    assert len(plot._rings.data) == 0
    assert [item.isVisible() for item in plot._lines] == [True, False]
