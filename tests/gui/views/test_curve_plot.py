from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import DARK
from gui.views.curve_plot import Curve, CurvePlot, heights, value_range

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Array = npt.NDArray[np.float64]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    view = CurvePlot()
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.set_title("Loss")
    view.set_last(100)
    view.set_curves((Curve(0, "Adam", 0, np.exp(-np.arange(101.0) / 10)),))
    with qtbot.waitExposed(view):
        view.show()
    return view


def pixel(plot: CurvePlot, iteration: float) -> QPoint:
    return plot.pixels_of(iteration, sum(plot.box.viewRange()[1]) / 2).toPoint()


def test_dragging_the_playhead_tells_each_iteration_once(plot: CurvePlot) -> None:
    told: list[int] = []
    plot.iteration_dragged.connect(told.append)
    QTest.mousePress(plot.viewport(), LEFT, pos=pixel(plot, 20))
    QTest.mouseMove(plot.viewport(), pixel(plot, 60))
    QTest.mouseMove(plot.viewport(), pixel(plot, 60))
    QTest.mouseMove(plot.viewport(), QPoint(5000, 50))
    QTest.mouseRelease(plot.viewport(), LEFT, pos=QPoint(5000, 50))
    QTest.mouseMove(plot.viewport(), pixel(plot, 10))
    assert told == [20, 60, 100]


def test_before_the_first_iteration_is_the_first(plot: CurvePlot) -> None:
    plot.set_iteration(50)
    QTest.mousePress(plot.viewport(), LEFT, pos=QPoint(0, 50))
    assert plot._iteration == 0


def test_setters_never_emit(plot: CurvePlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.iteration_dragged):
        plot.set_iteration(7)
        plot.set_last(50)
        plot.set_log(True)
        plot.set_theme(DARK)


@pytest.mark.parametrize("logarithmic", [False, True])
def test_marker_stands_on_the_curve(plot: CurvePlot, logarithmic: bool) -> None:
    plot.set_log(logarithmic)
    plot.set_iteration(30)
    expected = -3.0 / np.log(10) if logarithmic else np.exp(-3.0)
    assert plot._marks[0].pos().toTuple() == pytest.approx((30.0, expected))


def test_log_leaves_gaps_for_what_has_no_logarithm(plot: CurvePlot) -> None:
    values = np.array([10.0, 0.0, -1.0, np.nan, np.inf, 0.1])
    assert heights(values, True) == pytest.approx([1, np.nan, np.nan, np.nan, np.nan, -1], nan_ok=True)
    plot.set_log(True)
    plot.set_curves((Curve(0, "a", 0, values),))
    for iteration in range(6):
        plot.set_iteration(iteration)
        plot.grab()
        assert plot._marks[0].isVisible() == (iteration in (0, 5))


@pytest.mark.parametrize("logarithmic", [False, True])
def test_a_run_that_flies_off_does_not_flatten_the_others(logarithmic: bool) -> None:
    good = heights(np.linspace(5, 1, 50), logarithmic)
    bad = heights(np.exp(np.linspace(1, 60, 50)), logarithmic)
    low, high = value_range((good, bad), logarithmic)
    assert low == good.min()
    assert high <= (good[0] + 2 if logarithmic else 50)


@pytest.mark.parametrize("curves", [(), (np.empty(0),), (np.full(3, np.nan),), (np.full(3, 2.0),)])
def test_range_of_next_to_nothing(curves: tuple[Array, ...]) -> None:
    low, high = value_range(curves, False)
    assert high > low


def test_log_axis_writes_powers_and_narrow_ranges_write_numbers(plot: CurvePlot) -> None:
    axis = plot.axes["left"]
    plot.set_log(True)
    (spacing, ticks), *_ = axis.tickValues(-12.0, 1.0, 200)
    assert axis.tickStrings(ticks, 1.0, spacing) == ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰"]
    (spacing, ticks), *_ = axis.tickValues(-1.0, 0.1, 200)
    assert axis.tickStrings(ticks, 1.0, spacing) == ["0.1", "0.2", "0.5", "1"]


def test_hover_lists_the_values(plot: CurvePlot) -> None:
    assert plot.values_text(0) == "Iteration 0\nAdam  1"


def test_x_runs_from_the_first_to_the_last_iteration(plot: CurvePlot) -> None:
    plot.set_last(37)
    assert plot.box.viewRange()[0] == [0.0, 37.0]
