from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QScrollArea, QVBoxLayout, QWidget

from gui.widgets.field_note import FieldNote
from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField
from tests.gui.guards import flush_deferred_deletes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEARNING_RATE = Limits(above=0)


class Form(QWidget):
    """A field with a neighbour to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.field = NumberField(value=0.0133)
        self.field.setObjectName("learning-rate")
        self.other = QPushButton("other")
        layout = QVBoxLayout(self)
        layout.addWidget(self.other)
        layout.addWidget(self.field)
        layout.addStretch(1)
        self.resize(300, 160)
        self.values: list[float] = []
        self.sentences: list[str] = []
        self.field.value_changed.connect(self.values.append)
        self.field.rejected.connect(self.sentences.append)

    def note(self) -> FieldNote | None:
        return self.findChild(FieldNote)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.other.setFocus()
    return form


def enter(qtbot: QtBot, field: NumberField, text: str) -> None:
    """Click, type over what is there, press Enter."""
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_few_digits_at_rest_and_all_while_edited(qtbot: QtBot, form: Form) -> None:
    form.field.set_value(0.0133123456789)
    assert form.field.text() == "0.01331"
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    assert form.field.text() == "0.0133123456789"
    form.other.setFocus()
    assert form.field.text() == "0.01331"
    assert form.field.value() == 0.0133123456789
    assert form.values == []


def test_enter_commits(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "1/20")
    assert form.values == [0.05]
    assert form.field.value() == 0.05


def test_leaving_commits_once(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    form.field.selectAll()
    qtbot.keyClicks(form.field, "-3")
    form.other.setFocus()
    assert form.values == [-3.0]
    assert form.field.text() == "−3"


def test_the_same_number_again_says_nothing(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "0.01330")
    assert form.values == []


def test_set_value_says_nothing(form: Form) -> None:
    form.field.set_value(7.0)
    assert form.field.value() == 7.0
    assert form.values == []


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("abc", "“abc” is not a number."), ("0,1", "Write the decimal"), ("-3", "It must be greater than 0.")],
)
def test_bad_input_is_said_where_it_happens_and_the_value_stays(
    qtbot: QtBot, form: Form, text: str, sentence: str
) -> None:
    form.field.set_limits(LEARNING_RATE)
    enter(qtbot, form.field, text)
    note = form.note()
    assert note is not None
    assert note.isVisible()
    assert note.text().startswith(sentence)
    assert form.sentences == [note.text()]
    assert form.field.text() == text
    assert form.field.property("rejected") is True
    assert form.field.accessibleDescription() == note.text()
    assert form.field.value() == 0.0133
    assert form.values == []


def test_note_stands_right_below_the_field_inside_the_window(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "a rather long text that is certainly not a number")
    note = form.note()
    assert note is not None
    bottom = form.field.mapTo(form, QPoint(0, form.field.height())).y()
    assert bottom <= note.y() <= bottom + 8
    assert form.rect().contains(note.geometry())


def test_escape_restores(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    qtbot.keyClick(form.field, Qt.Key.Key_Escape)
    note = form.note()
    assert form.field.text() == "0.0133"
    assert form.field.property("rejected") is False
    assert note is not None
    assert not note.isVisible()


def test_escape_drops_what_was_typed(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(form.field, "99")
    qtbot.keyClick(form.field, Qt.Key.Key_Escape)
    form.other.setFocus()
    assert form.values == []
    assert form.field.text() == "0.0133"


def test_typing_on_clears_the_complaint(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    with qtbot.waitSignal(form.field.rejection_cleared):
        qtbot.keyClick(form.field, Qt.Key.Key_Backspace)
    assert form.field.property("rejected") is False


def test_bad_text_stays_until_it_is_mended(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    form.other.setFocus()
    assert form.field.text() == "abc"
    assert form.field.complaint()
    enter(qtbot, form.field, "2")
    assert form.values == [2.0]
    assert not form.field.complaint()


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        (0.0133, Qt.Key.Key_Up, 0.0134),
        (0.0133, Qt.Key.Key_Down, 0.0132),
        (41.0, Qt.Key.Key_Up, 42.0),
        (0.3, Qt.Key.Key_Down, 0.2),
        (0.0, Qt.Key.Key_Up, 0.1),
        (-2.5, Qt.Key.Key_Down, -2.6),
        (1.02e-5, Qt.Key.Key_Up, 1.03e-5),
    ],
)
def test_arrow_keys_step_the_last_shown_digit(
    qtbot: QtBot, form: Form, value: float, key: Qt.Key, expected: float
) -> None:
    form.field.set_value(value)
    form.field.setFocus()
    qtbot.keyClick(form.field, key)
    assert form.values == [expected]


def test_shift_steps_ten_times_as_far(qtbot: QtBot, form: Form) -> None:
    form.field.setFocus()
    qtbot.keyClick(form.field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert form.values == [0.0143]


def test_steps_get_finer_at_a_limit(qtbot: QtBot, form: Form) -> None:
    form.field.set_limits(Limits(minimum=0, below=1))
    form.field.set_value(0.9)
    form.field.setFocus()
    for _ in range(10):
        qtbot.keyClick(form.field, Qt.Key.Key_Up)
    assert form.values[:2] == [0.91, 0.92]
    assert form.field.value() == 0.991


def test_logarithmic_number_never_steps_to_zero(qtbot: QtBot, form: Form) -> None:
    form.field.set_limits(Limits(minimum=0))
    form.field.set_logarithmic(True)
    form.field.set_value(0.1)
    form.field.setFocus()
    qtbot.keyClick(form.field, Qt.Key.Key_Down)
    assert form.values == [0.09]


def test_step_stops_at_a_closed_limit(qtbot: QtBot, form: Form) -> None:
    form.field.set_limits(Limits(minimum=0, maximum=5, whole=True))
    form.field.set_value(2)
    form.field.setFocus()
    qtbot.keyClick(form.field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(form.field, Qt.Key.Key_Up)
    assert form.values == [5.0]


def test_whole_numbers_only(qtbot: QtBot, form: Form) -> None:
    form.field.set_limits(Limits(whole=True))
    enter(qtbot, form.field, "2.5")
    assert form.sentences == ["It must be a whole number."]


def wheel(field: NumberField) -> bool:
    """Turn the wheel one notch up over the field; say whether the field took it."""
    middle = QPointF(field.rect().center())
    no_button, no_phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        middle, field.mapToGlobal(middle), QPoint(), QPoint(0, 120), no_button, modifiers, no_phase, False
    )
    field.wheelEvent(event)
    return event.isAccepted()


def test_wheel_steps_only_with_the_focus(form: Form) -> None:
    assert not wheel(form.field)
    assert form.values == []
    form.field.setFocus()
    assert wheel(form.field)
    assert form.values == [0.0134]


def test_first_click_selects_all_and_the_next_sets_the_cursor(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    assert form.field.selectedText() == "0.0133"
    form.field.set_value(42)
    assert form.field.selectedText() == "42"
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    assert not form.field.hasSelectedText()


def test_note_follows_a_field_in_a_panel_that_scrolls(qtbot: QtBot) -> None:
    area, panel = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    field = NumberField(panel)
    field.move(10, 60)
    panel.resize(200, 600)
    area.setWidget(panel)
    area.resize(240, 200)
    area.show()
    area.activateWindow()
    enter(qtbot, field, "abc")
    note = area.findChild(FieldNote)
    assert note is not None
    before = note.y()
    area.verticalScrollBar().setValue(30)
    assert note.y() == before - 30


def test_note_goes_with_its_field(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    form.field.deleteLater()
    flush_deferred_deletes()
    flush_deferred_deletes()
    assert form.findChild(FieldNote) is None


def test_value_from_outside_does_not_disturb_typing(qtbot: QtBot, form: Form) -> None:
    qtbot.mouseClick(form.field, Qt.MouseButton.LeftButton)
    form.field.selectAll()
    qtbot.keyClicks(form.field, "0.5")
    form.field.set_value(0.7)
    assert form.field.text() == "0.5"
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert form.values == [0.5]


def test_other_value_from_outside_clears_a_complaint(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    form.other.setFocus()
    form.field.set_value(0.0133)
    assert form.field.text() == "abc"
    form.field.set_value(0.5)
    assert form.field.text() == "0.5"
    assert not form.field.complaint()


def test_hidden_field_forgets_its_complaint(qtbot: QtBot, form: Form) -> None:
    enter(qtbot, form.field, "abc")
    form.field.hide()
    note = form.note()
    assert note is not None
    assert not note.isVisible()
    assert form.field.text().startswith("0.0133")


def test_focus_is_really_there(form: Form) -> None:
    form.field.setFocus()
    assert QApplication.focusWidget() is form.field


def test_undo_goes_to_the_window_once_a_number_is_taken(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = NumberField(window)
    window.setCentralWidget(field)
    undone: list[bool] = []
    action = QAction(window)
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: undone.append(True))
    window.addAction(action)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "5")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not undone
    qtbot.keyClicks(field, "7")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    assert field.value() == 7.0
