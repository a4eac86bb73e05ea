from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from gui.views.curvature_mark import ARROW, ELLIPSE_RADIUS, SLIMMEST, Curvature, StageMarks, half_axes
from gui.views.stage import Stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

NOTHING = np.empty((0, 2))
ROUND = Curvature(np.array([2.0, 2.0]), np.eye(2))


@pytest.fixture
def stage(qtbot: QtBot, theme: Theme) -> Stage:
    made = Stage()
    qtbot.addWidget(made)
    made.set_theme(theme)
    made.set_bounds((-5.0, 5.0, -5.0, 5.0))
    made.resize(700, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def changed_pixels(
    stage: Stage, marks: StageMarks, x: float, y: float, curvature: Curvature | None
) -> set[tuple[int, int]]:
    """Where the stage looks different with the ellipse there, in pixels from its middle."""
    marks.show_curvature(x, y, None)
    before = stage.grab().toImage()
    marks.show_curvature(x, y, curvature)
    after = stage.grab().toImage()
    panel = stage.panels[0]
    middle = panel.mapTo(stage, panel.pixels_of(x, y).toPoint())
    around = range(-60, 61)
    return {
        (dx, dy)
        for dx in around
        for dy in around
        if before.pixelColor(middle.x() + dx, middle.y() + dy) != after.pixelColor(middle.x() + dx, middle.y() + dy)
    }


def test_the_ellipse_is_long_where_the_ground_bends_little() -> None:
    axes = half_axes(Curvature(np.array([1.0, 16.0]), np.eye(2)), (50.0, 50.0))
    np.testing.assert_allclose(np.hypot(*axes.T), [ELLIPSE_RADIUS, ELLIPSE_RADIUS / 4.0])
    assert abs(axes[0, 0]) == pytest.approx(ELLIPSE_RADIUS)


def test_scales_of_the_axes_bend_the_ellipse() -> None:
    axes = half_axes(ROUND, (100.0, 25.0))
    np.testing.assert_allclose(np.abs(axes), [[ELLIPSE_RADIUS, 0.0], [0.0, ELLIPSE_RADIUS / 4.0]], atol=1e-9)


@pytest.mark.parametrize("values", [(0.0, 3.0), (0.0, 0.0), (-1e-30, 1e30), (-2.0, 0.0)])
def test_flat_ground_keeps_the_ellipse_in_bounds(values: tuple[float, float]) -> None:
    turned = np.array([[0.6, 0.8], [-0.8, 0.6]])
    axes = half_axes(Curvature(np.array(values), turned), (50.0, 50.0))
    assert np.isfinite(axes).all()
    lengths = np.hypot(*axes.T)
    assert lengths.max() == pytest.approx(ELLIPSE_RADIUS)
    assert lengths.min() >= SLIMMEST * ELLIPSE_RADIUS * 0.99


def test_the_ellipse_is_drawn_at_its_place_and_goes(stage: Stage) -> None:
    marks = StageMarks(stage)
    drawn = changed_pixels(stage, marks, 1.0, -2.0, ROUND)
    assert (44, 0) in drawn or (43, 0) in drawn
    assert max(math.hypot(*place) for place in drawn) <= ELLIPSE_RADIUS + 5
    assert changed_pixels(stage, marks, 1.0, -2.0, None) == set()
    unknown = Curvature(np.full(2, np.nan), np.full((2, 2), np.nan))
    assert changed_pixels(stage, marks, 1.0, -2.0, unknown) == set()


def test_bending_down_looks_different(stage: Stage) -> None:
    marks, pictures = StageMarks(stage), []
    for values in ((2.0, 2.0), (-2.0, 2.0), (-2.0, -2.0), (0.0, 0.0)):
        marks.show_curvature(0.0, 0.0, Curvature(np.array(values), np.eye(2)))
        pictures.append(stage.grab().toImage())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_a_chosen_point_gets_a_ring_and_arrows_along_its_directions(stage: Stage) -> None:
    marks = StageMarks(stage)
    before = stage.grab().toImage()
    marks.choose(0.0, 0.0, np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]]))
    after = stage.grab().toImage()
    panel = stage.panels[0]
    middle = panel.mapTo(stage, panel.pixels_of(0.0, 0.0).toPoint())

    def differs(dx: int, dy: int) -> bool:
        return before.pixelColor(middle.x() + dx, middle.y() + dy) != after.pixelColor(middle.x() + dx, middle.y() + dy)

    shaft = round(sum(ARROW) / 2)
    assert all(differs(*place) for place in ((shaft, 0), (-shaft, 0), (0, shaft), (0, -shaft), (11, 0)))
    assert not differs(shaft, shaft)
    marks.choose(math.nan, math.nan, NOTHING, NOTHING)
    assert stage.grab().toImage() == before


def test_panels_that_come_later_show_it_too(stage: Stage) -> None:
    from gui.views.contour_panel import Trail

    marks = StageMarks(stage)
    marks.choose(0.0, 0.0, np.array([[1.0, 0.0]]), NOTHING)
    points, loss = np.zeros((2, 2)), np.zeros(2)
    stage.set_trails(tuple(Trail(key, str(key), key, points, loss) for key in range(3)))
    stage.set_layout("side-by-side")
    marks.refresh()
    assert len(marks._marks) == 3
    assert all(directions.isVisible() for directions, _ in marks._marks.values())


def test_nothing_is_made_before_it_is_needed(stage: Stage) -> None:
    marks = StageMarks(stage)
    marks.refresh()
    marks.show_curvature(math.nan, math.nan, None)
    assert marks._marks == {}
