"""Stories of sculpting: features are put, dragged, turned, typed and deleted in the real window, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from surfaces import build_surface
from tests.gui.hands import CONTROL, LEFT, NONE, SHIFT, click
from tests.gui.stories.sculptor import Sculptor

if TYPE_CHECKING:
    from tests.gui.hands import Hands


@pytest.fixture
def sculptor(hands: Hands) -> Sculptor:
    return Sculptor(hands)


def test_a_feature_is_put_with_a_click_and_taken_back(sculptor: Sculptor) -> None:
    start = sculptor.hands.session.start
    sculptor.put("well", 2.0, -1.0)
    (well,) = sculptor.features
    assert well.kind == "well"
    assert (well.x, well.y) == pytest.approx((2.0, -1.0), abs=0.03)
    assert sculptor.hands.session.start == start
    assert sculptor.edits == 1
    assert sculptor.tool.scene.selected == 0
    assert sculptor.table.currentIndex().row() == 0
    assert not sculptor.page.palette_of_kinds.buttons["well"].isChecked()
    minimum = build_surface(sculptor.hands.session.surface).value(np.array([well.x, well.y]))
    assert float(minimum) == -well.height
    sculptor.hands.undo()
    assert not sculptor.features
    sculptor.hands.redo()
    assert sculptor.features[0] == well


def test_a_double_click_in_the_palette_puts_it_in_the_middle(sculptor: Sculptor) -> None:
    button = sculptor.page.palette_of_kinds.buttons["hill"]
    QTest.mouseClick(button, LEFT)
    QTest.mouseDClick(button, LEFT)
    (hill,) = sculptor.features
    assert (hill.x, hill.y) == (0.0, 0.0)
    assert not button.isChecked()


def test_escape_puts_nothing(sculptor: Sculptor) -> None:
    click(sculptor.page.palette_of_kinds.buttons["hill"])
    sculptor.hands.panel.setFocus()
    sculptor.hands.key(Qt.Key.Key_Escape)
    assert not sculptor.page.palette_of_kinds.buttons["hill"].isChecked()
    QTest.mouseClick(sculptor.hands.panel.viewport(), LEFT, pos=sculptor.hands.pixel(1.0, 1.0))
    assert sculptor.features == ()


def test_with_shift_several_are_put(sculptor: Sculptor) -> None:
    click(sculptor.page.palette_of_kinds.buttons["hill"])
    for x in (-2.0, 0.0, 2.0):
        QTest.mouseClick(sculptor.hands.panel.viewport(), LEFT, SHIFT, sculptor.hands.pixel(x, 1.0))
    assert [feature.x for feature in sculptor.features] == pytest.approx([-2.0, 0.0, 2.0], abs=0.03)


def test_a_drag_follows_live_and_is_one_undo(sculptor: Sculptor) -> None:
    sculptor.put("ridge", -1.0, 0.0)
    before, view = sculptor.features[0], sculptor.hands.panel.view()
    seen = []
    sculptor.hands.lab.sessions.session_changed.connect(lambda _before, after: seen.append(after.surface.features[0].x))
    sculptor.drag(0, "center", (20.0, 0.0), (60.0, 10.0), (90.0, -30.0))
    after = sculptor.features[0]
    assert len(seen) >= 3
    assert after.x > before.x
    assert after.y > before.y
    assert (after.width, after.height, after.angle) == (before.width, before.height, before.angle)
    assert sculptor.hands.panel.view() == view
    assert sculptor.edits == 2
    assert sculptor.hands.lab.sessions.undo_stack.undoText() == "Move ridge"
    sculptor.hands.undo()
    assert sculptor.features == (before,)
    assert sculptor.tool.scene.features == (before,)


def test_sides_ends_and_the_rotation_handle_do_what_they_say(sculptor: Sculptor) -> None:
    sculptor.put("ridge", 0.0, 0.0)
    ridge = sculptor.features[0]
    sculptor.drag(0, "width", (30.0, 0.0))
    assert sculptor.features[0].width > ridge.width
    sculptor.drag(0, "length", (0.0, 40.0))
    assert sculptor.features[0].length < ridge.length
    sculptor.drag(0, "angle", (-20.0, -60.0))
    assert 20.0 < sculptor.features[0].angle < 90.0
    assert (sculptor.features[0].x, sculptor.features[0].y) == (ridge.x, ridge.y)
    texts = [sculptor.hands.lab.sessions.undo_stack.text(index) for index in range(sculptor.hands.edits)]
    assert texts[-3:] == ["Widen ridge", "Lengthen ridge", "Rotate ridge"]


def test_shift_turns_in_steps(sculptor: Sculptor) -> None:
    sculptor.put("valley", 0.0, 0.0)
    sculptor.drag(0, "angle", (-11.0, -43.0), keys=SHIFT)
    assert sculptor.features[0].angle % 15.0 == 0.0
    assert sculptor.features[0].angle != 0.0


def test_the_height_handle_raises_the_ground(sculptor: Sculptor) -> None:
    sculptor.put("hill", 0.0, 0.0)
    hill = sculptor.features[0]
    sculptor.drag(0, "height", (0.0, -60.0))
    assert sculptor.features[0].height == pytest.approx(2.0 * hill.height)
    sculptor.put("well", 2.0, 2.0)
    well = sculptor.features[1]
    sculptor.drag(1, "height", (0.0, -60.0))
    assert sculptor.features[1].height == pytest.approx(0.5 * well.height)


def test_alt_and_the_wheel_change_the_height_as_one_edit(sculptor: Sculptor) -> None:
    sculptor.put("hill", 1.0, 1.0)
    edits, view = sculptor.edits, sculptor.hands.panel.viewport()
    at = sculptor.place(0, "center")
    for _ in range(4):
        turn = QWheelEvent(
            at,
            view.mapToGlobal(at),
            QPoint(),
            QPoint(120, 0),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.AltModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(view, turn)
    assert sculptor.features[0].height == pytest.approx(2.0)
    sculptor.hands.until(lambda: not sculptor.tool._wheel_timer.isActive())
    assert sculptor.edits == edits + 1


def test_empty_ground_moves_nothing_but_the_start_moves_by_its_handle(sculptor: Sculptor) -> None:
    sculptor.put("hill", 2.0, 2.0)
    start, edits = sculptor.hands.session.start, sculptor.edits
    view = sculptor.hands.panel.viewport()
    QTest.mouseClick(view, LEFT, pos=sculptor.hands.pixel(-4.0, -4.0))
    QTest.mouseDClick(view, LEFT, pos=sculptor.hands.pixel(-4.0, -4.0))
    assert sculptor.hands.session.start == start
    assert sculptor.edits == edits
    assert sculptor.tool.scene.selected == -1
    sculptor.hands.drag_start((-3.0, -2.0))
    assert sculptor.hands.session.start == pytest.approx((-3.0, -2.0), abs=0.1)


def test_on_another_page_a_click_moves_the_start_again(sculptor: Sculptor) -> None:
    sculptor.put("hill", 2.0, 2.0)
    sculptor.hands.desk.surface.show_page("catalogue")
    QTest.mouseClick(sculptor.hands.panel.viewport(), LEFT, pos=sculptor.hands.pixel(-4.0, -4.0))
    assert sculptor.hands.session.start == pytest.approx((-4.0, -4.0), abs=0.1)
    assert all(not layer.isVisible() for layer in sculptor.tool._layers.values())


def test_delete_and_duplicate_by_keys_on_the_map(sculptor: Sculptor) -> None:
    sculptor.put("hill", 2.0, 2.0)
    sculptor.put("well", -2.0, 2.0)
    sculptor.select(0)
    sculptor.hands.panel.setFocus()
    sculptor.hands.key(Qt.Key.Key_D, CONTROL)
    assert [feature.kind for feature in sculptor.features] == ["hill", "well", "hill"]
    assert sculptor.features[2].height == sculptor.features[0].height
    sculptor.hands.key(Qt.Key.Key_Delete)
    assert [feature.kind for feature in sculptor.features] == ["hill", "well"]
    sculptor.hands.undo()
    assert len(sculptor.features) == 3


def test_the_context_menu_deletes(sculptor: Sculptor) -> None:
    sculptor.put("hill", 2.0, 2.0)
    panel, at = sculptor.hands.panel, sculptor.place(0, "center").toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, panel.viewport().mapToGlobal(at))
    QApplication.sendEvent(panel.viewport(), event)
    menu = panel.findChild(QMenu)
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Delete")
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    assert sculptor.features == ()


def test_escape_lets_go_of_a_drag(sculptor: Sculptor) -> None:
    sculptor.put("hill", 2.0, 2.0)
    before, edits, panel = sculptor.features, sculptor.edits, sculptor.hands.panel
    at = sculptor.place(0, "center")
    panel.setFocus()
    sculptor.mouse(QEvent.Type.MouseButtonPress, at, NONE, panel)
    sculptor.mouse(QEvent.Type.MouseMove, at + QPointF(50.0, 50.0), NONE, panel)
    assert sculptor.features != before
    sculptor.hands.key(Qt.Key.Key_Escape)
    sculptor.mouse(QEvent.Type.MouseMove, at + QPointF(70.0, 50.0), NONE, panel)
    sculptor.mouse(QEvent.Type.MouseButtonRelease, at + QPointF(70.0, 50.0), NONE, panel)
    assert sculptor.features == before
    assert sculptor.edits == edits
