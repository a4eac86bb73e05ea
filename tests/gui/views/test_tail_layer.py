from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor

from gui.appearance import run_color
from gui.views.contour_panel import ContourPanel
from gui.views.trail import Trail

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

ROWS = 101


@pytest.fixture
def panel(qtbot: QtBot) -> ContourPanel:
    made = ContourPanel()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.set_bounds((-1.0, 11.0, -1.0, 1.0))
    points = np.column_stack([np.linspace(0.0, 10.0, ROWS), np.zeros(ROWS)])
    made.set_trails((Trail(1, "run", 0, points, np.zeros(ROWS)),))
    made.set_overlay("future", False)
    made.set_overlay("legend", False)
    made.set_rows({1: 100})
    made.show()
    qtbot.waitExposed(made)
    return made


def ink(panel: ContourPanel, x: float) -> bool:
    """Whether the run's colour stands around a place on its way."""
    image: QImage = panel.grab().toImage()
    place, color = panel.pixels_of(x, 0.0).toPoint(), run_color(panel.theme, 0)
    seen = [QColor(image.pixel(place.x() + dx, place.y() + dy)) for dx in range(-3, 4) for dy in range(-3, 4)]
    return any(abs(c.blue() - color.blue()) + abs(c.red() - color.red()) < 60 for c in seen)


@pytest.mark.parametrize(("kind", "begins"), [("full", 0.0), ("last-50", 5.0), ("last-10", 9.0)])
def test_only_the_last_rows_of_the_way_are_drawn(panel: ContourPanel, kind: str, begins: float) -> None:
    panel.set_trail_kind(kind, 0)
    assert ink(panel, begins + 0.4)
    assert ink(panel, begins - 0.6) == (kind == "full" and begins > 0.6)


def test_a_fading_trail_is_strong_at_its_end(panel: ContourPanel) -> None:
    panel.set_trail_kind("fading", 0)
    assert ink(panel, 9.5)
    assert not ink(panel, 4.6)
    assert not ink(panel, 2.0)


def test_markers_stand_every_so_many_rows(panel: ContourPanel) -> None:
    panel.set_trail_kind("last-10", 50)
    assert ink(panel, 5.0)
    assert not ink(panel, 4.0)
    panel.set_trail_kind("last-10", 0)
    assert not ink(panel, 5.0)


def test_the_tail_follows_the_playhead_and_survives_infinities(panel: ContourPanel) -> None:
    panel.set_trail_kind("last-10", 5)
    panel.set_rows({1: 50})
    assert ink(panel, 4.7)
    assert not ink(panel, 8.0)
    wild = np.array([[0.0, 0.0], [np.nan, 0.0], [1e300, 0.0], [np.inf, -np.inf]])
    panel.set_trails((Trail(1, "run", 0, wild, np.zeros(4)),))
    panel.set_rows({1: 3})
    panel.grab()
