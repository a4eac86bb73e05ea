from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from gui.widgets.calm_combo_box import CalmComboBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def turn_wheel(box: CalmComboBox) -> None:
    middle = QPointF(box.rect().center())
    no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifiers = Qt.KeyboardModifier.NoModifier
    box.wheelEvent(
        QWheelEvent(middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), no_button, modifiers, no_phase, False)
    )


def test_wheel_changes_it_only_with_the_focus(qtbot: QtBot) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.addItems(["a", "b"])
    box.show()
    turn_wheel(box)
    assert box.currentText() == "a"
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    turn_wheel(box)
    assert box.currentText() == "b"


def test_a_text_that_does_not_fit_ends_with_an_ellipsis(qtbot: QtBot) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.addItems(["Exponential warm-up"])
    box.show()
    box.resize(300, box.height())
    assert box.shown_text() == "Exponential warm-up"
    wide = box.grab()
    box.resize(90, box.height())
    assert box.shown_text().endswith("…")
    assert box.shown_text().startswith("Ex")
    assert box.grab().toImage() != wide.copy(0, 0, 90, box.height()).toImage()
