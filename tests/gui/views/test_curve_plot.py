from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest

from gui.theme import DARK
from gui.views.curve_blocks import BLOCKS, WHOLE, CurveBlocks, Times
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
    told: list[float] = []
    plot.moment_dragged.connect(told.append)
    QTest.mousePress(plot.viewport(), LEFT, pos=pixel(plot, 20))
    QTest.mouseMove(plot.viewport(), pixel(plot, 60))
    QTest.mouseMove(plot.viewport(), pixel(plot, 60))
    QTest.mouseMove(plot.viewport(), QPoint(5000, 50))
    QTest.mouseRelease(plot.viewport(), LEFT, pos=QPoint(5000, 50))
    QTest.mouseMove(plot.viewport(), pixel(plot, 10))
    assert told == [20, 60, 100]


def test_before_the_first_iteration_is_the_first(plot: CurvePlot) -> None:
    plot.set_moment(50)
    QTest.mousePress(plot.viewport(), LEFT, pos=QPoint(0, 50))
    assert plot.moment == 0.0


def test_setters_never_emit(plot: CurvePlot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(plot.moment_dragged):
        plot.set_moment(7)
        plot.set_last(50)
        plot.set_log(True)
        plot.set_theme(DARK)


@pytest.mark.parametrize("logarithmic", [False, True])
def test_marker_stands_on_the_curve(plot: CurvePlot, logarithmic: bool) -> None:
    plot.set_log(logarithmic)
    plot.set_moment(30)
    expected = -3.0 / np.log(10) if logarithmic else np.exp(-3.0)
    assert plot._marks[0].pos().toTuple() == pytest.approx((30.0, expected))


def test_a_run_with_a_row_of_its_own_is_marked_there_and_the_playhead_stays(plot: CurvePlot) -> None:
    plot.set_moment(30)
    grip = plot._playhead.pos()
    plot.set_rows({plot._curves[0].key: 12})
    assert plot._marks[0].pos().x() == 12.0
    assert plot._playhead.pos() == grip


def test_log_leaves_gaps_for_what_has_no_logarithm(plot: CurvePlot) -> None:
    values = np.array([10.0, 0.0, -1.0, np.nan, np.inf, 0.1])
    assert heights(values, True) == pytest.approx([1, np.nan, np.nan, np.nan, np.nan, -1], nan_ok=True)
    plot.set_log(True)
    plot.set_curves((Curve(0, "a", 0, values),))
    for iteration in range(6):
        plot.set_moment(iteration)
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
    plot.set_clock("iteration")
    QTest.mouseMove(plot.viewport(), pixel(plot, 0.2))
    assert [(row.label, row.text) for row in plot._readout.rows] == [("Adam", "1")]
    assert plot._readout._title == "iteration 0"
    QTest.mouseMove(plot.viewport(), pixel(plot, 10.4))
    assert [row.text for row in plot._readout.rows] == ["0.3679"]
    QTest.mouseMove(plot.viewport(), QPoint(2, 2))
    assert plot._readout.rows == ()


def test_x_runs_from_the_first_to_the_last_iteration(plot: CurvePlot) -> None:
    plot.set_last(37)
    assert plot.box.viewRange()[0] == [0.0, 37.0]


def curve(values: Array, offset: float = 0.0) -> Curve:
    return Curve(0, "a", 0, values, offset)


def picture(plot: CurvePlot) -> Array:
    plot.grab()
    while plot._past._jobs or plot._future._jobs:
        plot.grab()
    image = plot.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].astype(float)


def wild(length: int) -> Array:
    return np.asarray(np.exp(np.random.default_rng(0).normal(size=length)))


@pytest.mark.parametrize("logarithmic", [False, True])
@pytest.mark.parametrize("spike", [0, 1, 7_777, 99_998, 99_999])
def test_no_extreme_of_a_long_curve_is_lost(spike: int, logarithmic: bool) -> None:
    for extreme in (1e6, 1e-6):
        values = wild(100_000)
        values[spike] = extreme
        points = CurveBlocks().shape(curve(values), logarithmic).points
        assert len(points) <= 4 * (BLOCKS + 1)
        expected = heights(values, logarithmic)
        assert (points[:, 1].min(), points[:, 1].max()) == (expected.min(), expected.max())
        height = float(heights(np.array([extreme]), logarithmic)[0])
        assert np.abs(points[points[:, 1] == height, 0] - spike).min() <= 100_000 / BLOCKS


@pytest.mark.parametrize("lengths", [(10, 5_000, 5_001, 8_192, 50_000), (100_000, 100_000, 100_001, 400_000)])
def test_a_curve_that_grows_is_as_read_at_once(lengths: tuple[int, ...]) -> None:
    values, blocks = wild(lengths[-1]), CurveBlocks()
    for length in lengths:
        grown = blocks.shape(curve(values[:length].copy()), True)
        whole = CurveBlocks().shape(curve(values[:length]), True)
        assert np.array_equal(grown.points, whole.points)
        assert grown.firm == whole.firm


def test_only_what_is_new_of_a_curve_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    values, blocks, raw = wild(300_000), CurveBlocks(), Curve.raw
    read: list[int] = []

    def counted(self: Curve, rows: slice) -> Array:
        taken = raw(self, rows)
        read.append(len(taken))
        return taken

    blocks.shape(curve(values[:299_000]), False)
    monkeypatch.setattr(Curve, "raw", counted)
    blocks.shape(curve(values), False)
    assert sum(read) < 2_000


@pytest.mark.parametrize("first", [0, 1, 40_000, 59_999])
def test_another_curve_of_the_same_length_is_noticed(first: int) -> None:
    values, blocks = wild(60_000), CurveBlocks()
    blocks.shape(curve(values), False)
    values[first:] *= 1e9
    assert np.nanmax(blocks.shape(curve(values), False).points[:, 1]) == values.max()


@pytest.mark.parametrize("length", [100, 3 * WHOLE])
def test_an_offset_and_a_norm_are_taken_by_the_plot(length: int) -> None:
    values = wild(length) + 3.0
    ready = CurveBlocks().shape(curve(values - 3.0), True).points
    assert CurveBlocks().shape(curve(values, 3.0), True).points == pytest.approx(ready, nan_ok=True)
    rows = np.stack([values, -wild(length)], axis=1)
    normed = CurveBlocks().shape(curve(rows), True).points
    assert np.array_equal(normed, CurveBlocks().shape(curve(np.hypot(*rows.T)), True).points)
    assert curve(rows, 1.0).at(5) == pytest.approx(np.hypot(*rows[5]) - 1.0)


def test_the_lowest_with_a_logarithm_is_found_beside_one_without() -> None:
    values = np.full(50_000, 2.0)
    values[20_000], values[20_003] = 0.0, 1e-5
    assert np.nanmin(CurveBlocks().shape(curve(values), True).points[:, 1]) == -5.0


def test_a_long_curve_that_grows_in_the_plot_is_as_drawn_at_once(plot: CurvePlot) -> None:
    values = np.exp(-np.arange(40_000.0) / 9000)
    plot.set_last(40_000)
    plot.set_moment(40_000)
    for length in (30_000, 31_000, 32_500, 40_000):
        plot.set_curves((curve(values[:length]),))
        plot.grab()
    grown = picture(plot)
    assert plot._past._frame is not None
    for layer in (plot._past, plot._future):
        layer._frame = None
    differs = np.abs(picture(plot) - grown) > 40
    assert differs.mean() < 1e-3  # where the line ended before, its end has been drawn twice
    assert plot._marks[0].pos().x() == 39_999


def test_a_title_is_seen_whole_in_a_narrow_plot(plot: CurvePlot) -> None:
    plot.resize(170, 160)
    plot.set_title("Loss above −9.53e−17")
    title = plot.button.geometry()
    assert title.left() >= 0
    assert title.right() <= plot.viewport().width()
    assert "9.53e−17" in plot.button.text()
    plot.set_title("Gradient norm, mean of 1000 steps, best so far, by evaluations")
    assert plot.button.geometry().right() <= plot.viewport().width()
    assert plot.button.toolTip().endswith("by evaluations")


def counted(values: Array, per_row: float) -> Curve:
    """A curve of a run that counts so much a row."""
    times = Times(lambda rows: per_row * np.asarray(rows, dtype=float), lambda moment: int(moment / per_row + 1e-9))
    return Curve(0, "a", 0, values, times=times)


@pytest.mark.parametrize("length", [300, 50_000])
def test_against_another_clock_a_curve_is_stretched_and_its_mark_goes_along(plot: CurvePlot, length: int) -> None:
    values = np.linspace(3.0, 1.0, length)
    plot.set_last(2.5 * length)
    plot.set_curves((counted(values, 2.5),))
    plot.set_rows({0: length // 3})
    assert plot._marks[0].pos().x() == pytest.approx(2.5 * (length // 3))
    points = plot._future._lines[0].points
    assert points[-1].tolist() == pytest.approx([2.5 * (length - 1), 1.0])
    assert (np.diff(points[:, 0]) >= 0).all()
    (row,) = plot.values_at(2.5 * 7 + 1.0)
    assert row.text == f"{values[7]:.4g}"


@pytest.mark.parametrize("length", [500, 20_000, 150_000])
def test_a_logarithmic_clock_shows_every_one_of_the_first_rows(plot: CurvePlot, length: int) -> None:
    values = wild(length)
    plot.set_scales(True, log_across=True)
    plot.set_last(length - 1)
    for part in (length // 2, length):
        plot.set_curves((curve(values[:part].copy()),))
    points = plot._future._lines[0].points
    first = min(length, WHOLE)
    assert np.isnan(points[0, 0])
    assert points[1:first, 0] == pytest.approx(np.log10(np.arange(1, first)))
    assert points[:first, 1] == pytest.approx(np.log10(values[:first]))
    whole = CurveBlocks().shape(curve(values), True, True)
    assert np.array_equal(points, whole.points, equal_nan=True)
    assert plot.box.viewRange()[0] == pytest.approx([0.0, np.log10(length - 1)])
    assert plot._future._lines[0].last == length - 1


def test_a_playhead_that_is_nowhere_is_hidden_and_dragging_still_tells_moments(plot: CurvePlot) -> None:
    plot.set_curves((counted(np.ones(41), 2.5),))
    plot.set_moment(float("nan"))
    assert not plot._playhead.isVisible()
    told: list[float] = []
    plot.moment_dragged.connect(told.append)
    QTest.mouseClick(plot.viewport(), LEFT, pos=pixel(plot, 62))
    assert told == [pytest.approx(62, abs=0.5)]
    assert not plot._playhead.isVisible()


def test_sizes_are_shown_where_a_sign_has_no_logarithm(plot: CurvePlot) -> None:
    values = 2.0 * (-0.9) ** np.arange(9_000.0)
    plot.set_curves((Curve(0, "a", 0, values),))
    plot.set_scales(False, signed=True)
    assert plot.box.viewRange()[1][0] < 0.0
    plot.set_scales(True)
    plot.set_curves((Curve(0, "a", 0, values, absolute=True),))
    drawn = plot._future._lines[0].points
    assert np.isfinite(drawn[:100, 1]).all()
    assert drawn[0, 1] == pytest.approx(np.log10(2.0))


def test_a_unit_stands_behind_the_moment(plot: CurvePlot) -> None:
    plot.set_clock("wall time", "ms")
    plot.set_curves((counted(np.ones(41), 2.5),))
    QTest.mouseMove(plot.viewport(), pixel(plot, 50) + QPoint(0, 1))
    QTest.mouseMove(plot.viewport(), pixel(plot, 50))
    assert plot._readout._title.startswith("wall time ")
    assert plot._readout._title.endswith(" ms")


def test_what_must_be_known_is_in_the_tooltip_and_told_to_readers(plot: CurvePlot) -> None:
    plot.set_title("Loss, by wall time (ms)", "Mind the gap.")
    assert plot.button.toolTip() == "Loss, by wall time (ms)\nMind the gap."
    assert plot.button.accessibleDescription() == "Mind the gap."
    plot.set_title("Loss")
    assert (plot.button.toolTip(), plot.button.accessibleDescription()) == ("Loss", "")


def test_an_empty_plot_says_why(plot: CurvePlot) -> None:
    assert not plot._empty.isVisible()
    plot.set_curves(())
    plot.set_empty("No minimum is known.")
    assert plot._empty.isVisible()
    plot.grab()


@pytest.mark.parametrize("width", [170, 500])
@pytest.mark.parametrize("runs", [1, 30])
def test_the_readout_stays_inside_the_plot(plot: CurvePlot, width: int, runs: int) -> None:
    plot.resize(width, 150)
    plot.set_curves(tuple(Curve(key, f"a run {key}", key, wild(101)) for key in range(runs)))
    for moment in (0, 30, 60, 100):
        QTest.mouseMove(plot.viewport(), pixel(plot, moment))
        plate = plot._readout._plate
        assert plate.left() >= 0.0
        assert plate.right() <= plot.plot_rect.right() + 1
        assert plate.bottom() <= plot.plot_rect.bottom() + 1
        plot.grab()


@pytest.mark.parametrize("last", [30, 300, 100_000, 1_000_000])
@pytest.mark.parametrize("width", [170, 300, 900])
def test_numbers_below_a_narrow_plot_stand_side_by_side(plot: CurvePlot, last: int, width: int) -> None:
    plot.resize(width, 150)
    plot.set_last(last)
    axis, size = plot.axes["bottom"], plot.plot_rect.width()
    measure = QFontMetricsF(plot.small_font)
    for spacing, ticks in axis.tickValues(0.0, float(last), size):
        texts = axis.tickStrings(ticks, 1.0, spacing)
        assert len(texts) >= 2
        assert sum(map(measure.horizontalAdvance, texts)) < size
        assert np.diff(ticks) == pytest.approx(spacing)
    plot.set_scales(True, log_across=True)
    (spacing, ticks), *_ = axis.tickValues(0.0, 6.0, size)
    assert len(ticks) * measure.horizontalAdvance("10⁻⁶") < size
