"""Plots that are maps: one coordinate against another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.views.curve_blocks import Times
from gui.views.curve_plot import CurvePlot, Way

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    view = CurvePlot()
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.set_last(100)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_way_is_drawn_to_the_row_and_tells_the_row_that_was_pointed_at(plot: CurvePlot) -> None:
    angle = np.linspace(0.0, 6.0, 61)
    plot.set_scales(False, signed=True)
    plot.set_lines((Way(4, "a", 0, np.stack([np.cos(angle), np.sin(angle)], axis=1)),))
    plot.set_axes("error", "velocity")
    plot.set_rows({4: 20})
    assert plot._marks[0].pos().toTuple() == pytest.approx((np.cos(2.0), np.sin(2.0)))
    assert not plot._playhead.isVisible()
    assert [caption.text() for caption in plot._captions] == ["error →", "↑ velocity"]
    told: list[tuple[int, int]] = []
    plot.row_pointed.connect(lambda key, row: told.append((key, row)))
    QTest.mouseClick(plot.viewport(), LEFT, pos=plot.pixels_of(np.cos(3.5), np.sin(3.5)).toPoint())
    QTest.mouseClick(plot.viewport(), LEFT, pos=plot.pixels_of(0.0, 0.0).toPoint())
    assert told == [(4, 35)]
    plot.grab()


def clocked(per_row: float) -> Times:
    """Times of a run that counts so much a row."""
    return Times(lambda rows: per_row * np.asarray(rows, dtype=float), lambda moment: int(moment / per_row + 1e-9))


def circle(key: int, rows: int, turn: float = 0.0, times: Times | None = None) -> Way:
    angle = np.arange(rows) / 10 + turn
    return Way(key, f"run {key}", key, np.stack([np.cos(angle), np.sin(angle)], axis=1), times=times)


def hover(plot: CurvePlot, x: float, y: float) -> None:
    place = plot.pixels_of(x, y).toPoint()
    QTest.mouseMove(plot.viewport(), place + QPoint(0, 1))  # a pointer that stays where it was tells nothing
    QTest.mouseMove(plot.viewport(), place)


def test_on_a_map_the_nearest_place_tells_where_all_were_then(plot: CurvePlot) -> None:
    plot.set_scales(False, signed=True)
    plot.set_clock("iteration")
    plot.set_lines((circle(1, 60), circle(2, 40, turn=3.0), circle(3, 20, turn=1.5)))
    x, y = plot._ways[0].points[35]
    hover(plot, x + 0.02, y)
    readout = plot._readout
    assert readout._title == "iteration 35"
    assert [row.label for row in readout.rows] == ["run 1", "run 2"]  # the third had come to its end
    assert readout.rows[0].text == f"{x:.3g}, {y:.3g}".replace("-", "−")
    cross = plot.pixels_of(x, y)
    assert (readout._x, readout._y) == pytest.approx((cross.x(), cross.y()))
    assert readout.boundingRect().contains(plot.plot_rect.adjusted(1, 1, -1, -1))
    plot.grab()
    for size in ((500, 240), (170, 150)):
        plot.resize(*size)
        for row in (0, 16, 31, 47):  # to every side
            hover(plot, *plot._ways[0].points[row])
            assert not readout._plate.contains(plot.pixels_of(*plot._ways[0].points[row]))
            assert plot.plot_rect.adjusted(-plot.plot_rect.left(), 0, 1, 1).contains(readout._plate)
    hover(plot, 0.0, 0.0)
    assert readout.rows == ()


def test_on_a_map_all_are_where_the_playheads_clock_has_them(plot: CurvePlot) -> None:
    slow, fast = clocked(3.0), clocked(1.0)
    plot.set_scales(False, signed=True)
    plot.set_clock("evaluations")
    plot.set_lines((circle(1, 60, times=slow), circle(2, 60, turn=2.0, times=fast)))
    hover(plot, *plot._ways[0].points[10])
    assert plot._readout._title == "evaluations 30"
    assert plot._readout.rows[1].text == plot._ways[1].text(30)
