from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.views.ink import FEW, InkLayer, Polyline
from gui.views.plot_layer import line_array
from gui.views.plot_strokes import DENSE, Frame, columns, strokes, thin

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Array = npt.NDArray[np.float64]

FRAME = Frame(0.0, 300.0, 0.0, 200.0, 300, 200, 1.0)
RED, WHITE = QColor("#c00000"), QColor("#ffffff")


@pytest.fixture
def plot(qtbot: QtBot) -> Any:
    widget = pg.PlotWidget(viewBox=pg.ViewBox(enableMouse=False, enableMenu=False))
    qtbot.addWidget(widget)
    widget.resize(320, 240)
    widget.getViewBox().setRange(xRange=(0, 300), yRange=(0, 200), padding=0)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def walk(n: int, step: float = 6.0) -> Array:
    rng = np.random.default_rng(1)
    steps = rng.normal(0, step, (n, 2))
    return np.asarray(np.clip(np.cumsum(steps, axis=0) + np.array([150, 100]), 5, 195))


def tangle(n: int) -> Array:
    return np.random.default_rng(2).uniform(5, 195, (n, 2))


def pixels(image: QImage) -> Array:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, :3].astype(float)


def shown(widget: Any) -> Array:
    return pixels(widget.grab().toImage())


def settle(ink: InkLayer, widget: Any) -> Array:
    """The picture when all turns of drawing are over."""
    picture = shown(widget)
    while ink._jobs:
        picture = shown(widget)
    return picture


def make_ink(plot: Any, lines: tuple[Polyline, ...]) -> InkLayer:
    ink = InkLayer(plot.getViewBox())
    ink.set_lines(lines)
    return ink


@pytest.mark.parametrize("dash", [(), (6.0, 2.5), (1.5, 2.0), (6.0, 2.0, 1.5, 2.0)])
def test_growing_ink_equals_a_full_redraw(plot: Any, dash: tuple[float, ...]) -> None:
    lines = tuple(Polyline(walk(300) + 10 * i, RED, dash=dash, halo=WHITE, dots=True) for i in range(2))
    ink = make_ink(plot, lines)
    for count in (0, 1, 2, 40, 41, 170, 299):
        ink.set_count(count)
        grown = shown(plot)
    ink.set_lines(lines)
    assert np.abs(grown - shown(plot)).max() <= 2


def test_going_back_removes_ink(plot: Any) -> None:
    ink = make_ink(plot, (Polyline(walk(100), RED),))
    ink.set_count(30)
    before = shown(plot)
    ink.set_count(99)
    assert not np.array_equal(before, shown(plot))
    ink.set_count(30)
    assert np.array_equal(before, shown(plot))


def test_each_line_has_a_count_of_its_own(plot: Any) -> None:
    lines = tuple(Polyline(walk(100) + 10 * i, color) for i, color in enumerate((RED, QColor("#0000c0"))))
    ink = make_ink(plot, lines)
    for counts in ((0, 0), (60, 0), (60, 25), (99, 25)):
        ink.set_counts(counts)
        grown = shown(plot)
    ink.set_lines((Polyline(lines[0].points, RED), Polyline(lines[1].points[:26], lines[1].color)))
    ink.set_count(99)
    assert np.abs(grown - shown(plot)).max() <= 2
    ink.set_lines(lines)
    ink.set_counts((60, 25))
    assert not np.array_equal(grown, shown(plot))


def test_a_line_that_goes_on_keeps_its_ink_beside_one_that_waits(plot: Any) -> None:
    points = walk(200), walk(200) + 10
    ink = make_ink(plot, tuple(Polyline(part[:100], RED) for part in points))
    ink.set_counts((150, 20))
    shown(plot)
    ink.set_lines(tuple(Polyline(part, RED) for part in points))
    assert ink._frame is not None
    grown = shown(plot)
    ink.set_lines((Polyline(points[0][:151], RED), Polyline(points[1][:21], RED)))
    ink.set_count(199)
    assert np.abs(grown - shown(plot)).max() <= 2


def test_growing_repaints_only_the_surroundings_of_what_is_new(plot: Any) -> None:
    ink = make_ink(plot, (Polyline(np.array([[10.0, 10], [20, 20], [200, 100], [210, 110]]), RED),))
    ink.set_count(2)
    shown(plot)
    extent = ink._extent((2,), (3,))
    assert extent.contains(210, 110)
    assert extent.width() < 40


def test_zoom_redraws_in_the_new_scale(plot: Any) -> None:
    ink = make_ink(plot, (Polyline(np.array([[100.0, 100], [110, 100]]), RED),))
    ink.set_count(1)
    small = (shown(plot)[:, :, 2] == 0xC0).sum()
    plot.getViewBox().setRange(xRange=(95, 115), yRange=(90, 110), padding=0)
    assert (shown(plot)[:, :, 2] == 0xC0).sum() > 5 * small


@pytest.mark.parametrize("far", [1e12, 1e300, -1e300, np.inf, np.nan])
def test_far_and_missing_points_are_safe(plot: Any, far: float) -> None:
    points = np.array([[150.0, 100], [far, 100], [150, 50]])
    ink = make_ink(plot, (Polyline(points, RED, halo=WHITE, dash=(6.0, 2.5), dots=True),))
    ink.set_count(2)
    picture = shown(plot)
    reaches = (picture[:, :, 2] > picture[:, :, 0] + 60).any()
    assert reaches == np.isfinite(far)


def test_huge_segment_keeps_its_direction() -> None:
    drawn = strokes(np.array([[100.0, 100.0], [1e12, 1e12 / 2]]), FRAME)
    x0, y0, x1, y1 = drawn.segments[0]
    assert (x0, y0) == (100.0, 100.0)
    assert (y0 - y1) / (x1 - x0) == pytest.approx(0.5, rel=1e-6)
    assert x1 < 320


def test_segment_crossing_the_view_from_outside_to_outside_is_kept() -> None:
    drawn = strokes(np.array([[-1e9, 100.0], [1e9, 100.0]]), FRAME)
    assert len(drawn.segments) == 1
    assert drawn.segments[0, 0] < 0
    assert drawn.segments[0, 2] > 300


def test_thinning_keeps_one_point_per_pixel_visited_and_all_gaps() -> None:
    nan = np.nan
    kept = thin(np.array([[0.1, 0.1], [0.2, 0.9], [0.9, 0.9], [1.1, 0.9], [nan, nan], [1.1, 0.9]]))[1]
    assert kept.tolist() == [0, 3, 4, 5]


def test_a_prefix_never_changes_when_the_line_grows() -> None:
    points = walk(200)
    whole = strokes(points, FRAME, dash=(7.0, 5.0), dots=True)
    part = strokes(points[:120], FRAME, dash=(7.0, 5.0), dots=True)
    assert np.array_equal(whole.segments[whole.last < 120], part.segments)
    assert np.array_equal(whole.dots[whole.dots_last < 120], part.dots)


def test_dashes_run_on_around_corners() -> None:
    zigzag = np.array([[0.0, 0], [7, 0], [7, 7], [14, 7], [14, 14], [21, 14]])
    drawn = strokes(zigzag, FRAME, dash=(4.0, 6.0)).segments
    lengths = np.hypot(*(drawn[:, 2:] - drawn[:, :2]).T)
    assert lengths.sum() == pytest.approx(4 + 4 + 4 + 4)


def test_columns_keep_the_extremes_of_every_pixel_column() -> None:
    x = np.linspace(0, 50, 5001)[:-1]
    y = np.random.default_rng(0).normal(size=5000)
    vertices, last = columns(np.stack([x, y], axis=1))
    assert len(vertices) == 200
    tall = y.reshape(50, 100)
    assert np.array_equal(vertices[1::4, 1], tall.min(axis=1))
    assert np.array_equal(vertices[2::4, 1], tall.max(axis=1))
    assert np.all(np.diff(last) >= 0)


def test_columns_keep_gaps() -> None:
    y = np.sin(np.arange(4000.0))
    y[2000:2400] = np.nan
    drawn = strokes(np.stack([np.arange(4000.0) / 20, 50 + y], axis=1), FRAME, sorted_x=True)
    assert not np.any((drawn.segments[:, 0] < 110) & (drawn.segments[:, 2] > 110))


def test_a_tangle_is_drawn_thin() -> None:
    points = np.random.default_rng(0).uniform(0, 200, (DENSE + 500, 2))
    assert strokes(points, FRAME, dash=(6.0, 2.0), dots=True).dense


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_points_draw_nothing(plot: Any, count: int) -> None:
    empty = shown(plot)
    ink = make_ink(plot, (Polyline(np.full((count, 2), 50.0), RED, halo=WHITE, dots=True),))
    ink.set_count(5)
    assert np.array_equal(shown(plot), empty)


def test_a_dense_screen_gets_a_dense_pixmap(plot: Any) -> None:
    ink = make_ink(plot, (Polyline(walk(50), RED, halo=WHITE),))
    ink.set_count(49)
    image = QImage(640, 480, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2.0)
    painter = QPainter(image)
    plot.render(painter)
    painter.end()
    assert ink._frame is not None
    assert ink._frame.ratio == 2.0
    assert ink._frame.width > 400


@pytest.mark.parametrize("first", [5, 120])
def test_lines_that_go_on_keep_their_ink(plot: Any, first: int) -> None:
    points = walk(300)
    ink = make_ink(plot, (Polyline(points[:first], RED, halo=WHITE, dash=(6.0, 2.5)),))
    ink.set_count(300)
    shown(plot)
    ink.set_lines((Polyline(points, RED, halo=WHITE, dash=(6.0, 2.5)),))
    assert ink._frame is not None
    grown = shown(plot)
    ink._frame = None
    assert np.abs(grown - shown(plot)).max() <= 2


def test_memory_filled_again_is_noticed(plot: Any) -> None:
    points = walk(100)
    ink = make_ink(plot, (Polyline(points, RED),))
    ink.set_count(99)
    before = shown(plot)
    points += 20
    ink.set_lines((Polyline(points, RED),))
    assert not np.array_equal(before, shown(plot))


def test_a_line_that_lagged_behind_is_drawn_when_it_goes_on(plot: Any) -> None:
    one, other = walk(200), walk(200) + 15
    ink = make_ink(plot, (Polyline(one, RED), Polyline(other[:50], RED)))
    ink.set_count(199)
    shown(plot)
    ink.set_lines((Polyline(one, RED), Polyline(other, RED)))
    late = shown(plot)
    ink._frame = None
    assert np.abs(late - shown(plot)).max() <= 2


def test_a_far_jump_is_drawn_in_turns_that_follow_by_themselves(plot: Any, qtbot: QtBot) -> None:
    ink = make_ink(plot, (Polyline(tangle(60_000), RED),))
    ink.set_count(59_999)
    shown(plot)
    assert ink._segments((-1,), (59_999,)) > ink._turn
    assert len(ink._jobs) > 3
    qtbot.waitUntil(lambda: not ink._jobs)
    by_turns = shown(plot)
    ink._frame = None
    assert np.abs(settle(ink, plot) - by_turns).max() <= 2


def test_one_paint_draws_a_bounded_number_of_segments(plot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []

    def counted(segments: Array) -> Any:
        drawn.append(len(segments))
        return line_array(segments)

    monkeypatch.setattr("gui.views.ink.line_array", counted)
    ink = make_ink(plot, tuple(Polyline(tangle(100_000), RED, halo=WHITE) for _ in range(4)))
    ink.set_count(99_999)
    while not drawn or ink._jobs:
        drawn.clear()
        shown(plot)
        assert sum(drawn) <= 2 * ink._turn + 4 * FEW


def test_going_back_in_the_middle_of_the_turns_starts_over(plot: Any) -> None:
    ink = make_ink(plot, (Polyline(tangle(60_000), RED),))
    ink.set_count(30)
    before = shown(plot)
    ink.set_count(59_999)
    shown(plot)
    assert ink._jobs
    ink.set_count(30)
    assert np.array_equal(shown(plot), before)
    assert not ink._jobs


@pytest.mark.parametrize("first", [0, 1, 10_000, 29_000])
def test_a_long_line_edited_at_the_same_length_is_drawn_anew(plot: Any, first: int) -> None:
    points = tangle(30_000)
    ink = make_ink(plot, (Polyline(points, RED),))
    ink.set_count(29_999)
    settle(ink, plot)
    points[first:] = points[first:, ::-1] + (40, 0)
    ink.set_lines((Polyline(points, RED),))
    edited = settle(ink, plot)
    fresh = make_ink(plot, (Polyline(points, RED),))
    fresh.set_count(29_999)
    ink.set_lines(())
    assert np.abs(settle(fresh, plot) - edited).max() <= 2


def test_a_long_line_that_goes_on_draws_only_what_is_new(plot: Any) -> None:
    points = tangle(50_000)
    ink = make_ink(plot, (Polyline(points[:40_000], RED),))
    ink.set_count(60_000)
    settle(ink, plot)
    ink.set_lines((Polyline(points.copy(), RED),))
    assert ink._frame is not None
    shown(plot)
    assert not ink._jobs
    assert ink._painted == [60_000]


def test_points_with_an_index_of_their_own_are_counted_by_it(plot: Any) -> None:
    points, index = np.array([[20.0, 50], [100, 50], [250, 50]]), np.array([0, 100, 200])
    empty = shown(plot)
    ink = make_ink(plot, (Polyline(points, RED, sorted_x=True, index=index),))
    ink.set_count(99)
    assert np.array_equal(shown(plot), empty)
    ink.set_count(100)
    assert not np.array_equal(shown(plot), empty)
    assert ink._extent((99,), (100,)).right() < 120
