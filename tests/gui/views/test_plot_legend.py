"""The legend of a panel is never cut off: it folds, shortens names and counts what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from gui.theme import LIGHT
from gui.views.plot_legend import Legend, LegendRow
from gui.views.stage import Stage
from gui.views.trail import Trail

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOWHERE, FAR = np.empty((0, 2)), QPointF(-1e3, -1e3)
NAMES = ("SGD", "Momentum", "AdaGrad", "Adam")


@pytest.fixture
def scene(qapp: object) -> QGraphicsScene:
    return QGraphicsScene()


def legend(scene: QGraphicsScene, names: tuple[str, ...], width: float, height: float) -> Legend:
    made = Legend(z=1)
    scene.addItem(made)
    made.set_theme(LIGHT)
    made.set_rows(tuple(LegendRow(name, slot) for slot, name in enumerate(names)))
    made.set_numbers(tuple(0.5 + slot for slot in range(len(names))))
    made.stand_clear(QRectF(0, 0, width, height), FAR, NOWHERE, QRectF())
    return made


def told(made: Legend) -> str:
    """What is told anywhere on the legend."""
    rect = made.sceneBoundingRect()
    steps = np.arange(rect.top() + 1, rect.bottom(), 4.0)
    return "\n".join(dict.fromkeys(made.told_at(QPointF(rect.center().x(), y)) for y in steps))


@pytest.mark.parametrize("height", [60.0, 150.0, 400.0])
@pytest.mark.parametrize("width", [80.0, 110.0, 150.0, 190.0, 260.0, 600.0])
@pytest.mark.parametrize("names", [("SGD",), ("Momentum",), NAMES, ("A run with a long name",) * 12])
def test_it_stays_inside_its_panel(scene: QGraphicsScene, names: tuple[str, ...], width: float, height: float) -> None:
    made = legend(scene, names, width, height)
    assert QRectF(0, 0, width, height).contains(made.sceneBoundingRect())


@pytest.mark.parametrize("width", [80.0, 110.0, 150.0, 600.0])
def test_what_it_leaves_out_is_told_under_the_pointer(scene: QGraphicsScene, width: float) -> None:
    made = legend(scene, NAMES, width, 60.0)
    form = made._form
    hidden = NAMES if not form.number else NAMES[made._shown :]
    for slot, name in enumerate(NAMES):
        assert (f"{name}   {0.5 + slot:g}" in told(made)) == (name in hidden)


def test_with_room_nothing_needs_telling(scene: QGraphicsScene) -> None:
    made = legend(scene, NAMES, 600.0, 400.0)
    assert made._form.number > 0
    assert told(made) == ""


def test_in_a_narrow_panel_the_loss_goes_below_the_name(scene: QGraphicsScene) -> None:
    wide, narrow = legend(scene, ("Momentum",), 600.0, 155.0), legend(scene, ("Momentum",), 150.0, 155.0)
    assert narrow._form.lines == 2
    assert narrow.boundingRect().width() < wide.boundingRect().width()
    assert narrow.boundingRect().height() > 1.5 * wide.boundingRect().height()
    assert told(narrow) == ""


def test_many_numbers_give_way_to_the_map(scene: QGraphicsScene) -> None:
    names = tuple(f"Run {slot}" for slot in range(16))
    small, large = legend(scene, names, 300.0, 340.0), legend(scene, names, 900.0, 600.0)
    assert (small._form.number, small._form.rows) == (0.0, 16)
    assert large._form.number > 0
    assert "Run 15   15.5" in told(small)


def test_a_wider_panel_unfolds_it(scene: QGraphicsScene) -> None:
    made = legend(scene, ("Momentum",), 150.0, 155.0)
    made.stand_clear(QRectF(0, 0, 500, 400), FAR, NOWHERE, QRectF())
    assert made._form.lines == 1


def test_it_leaves_room_for_the_handle_of_the_start(scene: QGraphicsScene) -> None:
    made = legend(scene, ("SGD",), 400.0, 400.0)
    below = made.sceneBoundingRect().bottomLeft() + QPointF(20.0, 4.0)
    made.stand_clear(QRectF(0, 0, 400, 400), below, NOWHERE, QRectF())
    assert not made.sceneBoundingRect().adjusted(-6, -6, 6, 6).contains(below)


def test_eight_panels_of_a_small_stage_show_whole_legends(qtbot: QtBot) -> None:
    stage = Stage()
    qtbot.addWidget(stage)
    stage.resize(680, 390)
    stage.set_layout("side-by-side")
    points = np.array([[0.0, 0.0], [0.5, 0.5]])
    names = (*NAMES, "RMSProp", "NAdam", "AdaDelta", "A name that is far too long to be shown")
    stage.set_trails(tuple(Trail(key, name, key, points, np.ones(2)) for key, name in enumerate(names)))
    stage.show()
    qtbot.waitExposed(stage)
    for panel in stage.panels:
        assert panel.plot_rect.width() < 160
        assert panel.plot_rect.contains(panel._legend.sceneBoundingRect())
    assert "A name that is far too long to be shown   1" in told(stage.panels[-1]._legend)
