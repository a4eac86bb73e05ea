from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from gui.style_sheet import style_sheet
from gui.widgets.calm_combo_box import CalmComboBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme


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


def test_only_the_arrow_takes_room_from_the_text(qtbot: QtBot, theme: Theme) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(theme))
    box.addItems(["Momentum"])
    with qtbot.waitExposed(box):
        box.show()
    needed = box.fontMetrics().horizontalAdvance("Momentum")
    box.resize(needed + 20 + 20, box.height())  # the arrow, and what is around
    assert box.shown_text() == "Momentum"


def test_as_wide_as_it_asks_for_it_shows_its_longest_text(qtbot: QtBot, theme: Theme) -> None:
    box = CalmComboBox()
    qtbot.addWidget(box)
    box.setStyleSheet(style_sheet(theme))
    box.addItems(["Same epoch", "Same evaluations"])
    box.setCurrentIndex(1)
    with qtbot.waitExposed(box):
        box.show()
    box.resize(box.sizeHint())
    assert box.shown_text() == "Same evaluations"
