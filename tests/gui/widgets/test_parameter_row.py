from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from gui.translation.language import speak
from gui.widgets.log_slider import ScaleSlider
from gui.widgets.number_field import NumberField
from gui.widgets.parameter_row import ParameterRow
from gui.widgets.parameter_spec import ParameterSpec, Value
from gui.widgets.reset_label import ResetLabel
from tests.gui.hands import choose

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

T = TypeVar("T", bound=QWidget)
LEFT = Qt.MouseButton.LeftButton
LEARNING_RATE = ParameterSpec(
    "learning_rate", "learning rate", 0.05, 1e-4, 1.0, "log", "How far a step goes.", minimum=0.0
)
BETA = ParameterSpec("beta1", "beta1", 0.9, 0.0, 0.9999, "one-minus", minimum=0.0, below=1.0)
INTERVAL = ParameterSpec("interval", "interval", 10, 1, 100, "log", minimum=1)
RULE = ParameterSpec("rule", "rule", "plain", choices=("plain", "nesterov"))
SWITCH = ParameterSpec("amsgrad", "amsgrad", False, help="Keep the largest.")
OTHER: dict[str, Value] = {"choice": "nesterov", "switch": True, "whole": 2, "number": 0.5}
SPECS = (LEARNING_RATE, BETA, INTERVAL, RULE, SWITCH)


class Dock(QWidget):
    """One row in a narrow dock, and what it said."""

    def __init__(self, spec: ParameterSpec) -> None:
        super().__init__()
        self.row = ParameterRow(spec)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.row)
        layout.addStretch(1)
        self.resize(260, 160)
        self.said: list[tuple[str, Value, bool]] = []
        self.row.changed.connect(self._on_row_changed)

    def _on_row_changed(self, name: str, value: Value, dragging: bool) -> None:
        self.said.append((name, value, dragging))

    def part(self, kind: type[T]) -> T:
        found = self.row.findChild(kind)
        assert found is not None
        return found


def opened(qtbot: QtBot, spec: ParameterSpec) -> Dock:
    dock = Dock(spec)
    qtbot.addWidget(dock)
    dock.show()
    dock.activateWindow()
    qtbot.waitExposed(dock)
    QApplication.processEvents()  # the layout stands before anything is measured
    return dock


def type_in(qtbot: QtBot, dock: Dock, text: str) -> None:
    field = dock.part(NumberField)
    qtbot.mouseClick(field, LEFT)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_row_begins_with_its_default_and_fits_a_narrow_dock(qtbot: QtBot, spec: ParameterSpec) -> None:
    dock = opened(qtbot, spec)
    assert dock.row.value() == spec.default
    assert dock.row.minimumSizeHint().width() <= 236
    assert dock.row.height() <= 30


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_every_control_has_a_name_and_a_help(qtbot: QtBot, spec: ParameterSpec) -> None:
    dock = opened(qtbot, spec)
    for kind in (ScaleSlider, NumberField, QComboBox, QCheckBox):
        for control in dock.row.findChildren(kind):
            assert control.accessibleName() == spec.label
            assert spec.help in control.toolTip()
            assert "Default" in control.toolTip()


def test_typed_number_is_one_finished_change(qtbot: QtBot) -> None:
    dock = opened(qtbot, LEARNING_RATE)
    type_in(qtbot, dock, "1/4")
    assert dock.said == [("learning_rate", 0.25, False)]
    assert dock.part(ScaleSlider).current() == 0.25


def test_drag_is_in_progress_until_released(qtbot: QtBot) -> None:
    dock = opened(qtbot, LEARNING_RATE)
    slider = dock.part(ScaleSlider)
    middle, beyond = slider.height() // 2, slider.width()
    qtbot.mousePress(slider, LEFT, pos=QPoint(slider.x_of(slider.value()), middle))
    for x in (slider.x_of(750), slider.x_of(850), beyond):
        qtbot.mouseMove(slider, QPoint(x, middle))
    qtbot.mouseRelease(slider, LEFT, pos=QPoint(beyond, middle))
    assert [dragging for *_, dragging in dock.said] == [True, True, True, False]
    assert dock.said[-1] == ("learning_rate", 1.0, False)
    assert dock.part(NumberField).text() == "1"


def test_press_and_release_without_a_move_says_nothing(qtbot: QtBot) -> None:
    dock = opened(qtbot, LEARNING_RATE)
    slider = dock.part(ScaleSlider)
    qtbot.mouseClick(slider, LEFT, pos=QPoint(slider.x_of(slider.value()), slider.height() // 2))
    assert dock.said == []


def test_slider_key_is_finished_at_once(qtbot: QtBot) -> None:
    dock = opened(qtbot, BETA)
    qtbot.keyClick(dock.part(ScaleSlider), Qt.Key.Key_Right)
    (said,) = dock.said
    assert said[2] is False
    assert isinstance(said[1], float)
    assert 0.9 < said[1] < 0.92


def test_whole_number_stays_whole(qtbot: QtBot) -> None:
    dock = opened(qtbot, INTERVAL)
    qtbot.keyClick(dock.part(ScaleSlider), Qt.Key.Key_PageUp)
    type_in(qtbot, dock, "30")
    assert [type(value) for _, value, _ in dock.said] == [int, int]
    assert dock.row.value() == 30


def test_number_beyond_the_slider_may_be_typed(qtbot: QtBot) -> None:
    dock = opened(qtbot, LEARNING_RATE)
    type_in(qtbot, dock, "3")
    assert dock.row.value() == 3.0
    assert dock.part(ScaleSlider).value() == 1000


def test_error_line_appears_only_when_needed(qtbot: QtBot) -> None:
    dock = opened(qtbot, BETA)
    height = dock.row.height()
    (error,) = (label for label in dock.row.findChildren(QLabel) if label.property("role") == "error")
    assert not error.isVisible()
    type_in(qtbot, dock, "1")
    assert error.isVisible()
    assert error.text() == "It must be less than 1."
    assert dock.row.value() == 0.9
    qtbot.keyClick(dock.part(NumberField), Qt.Key.Key_Escape)
    assert not error.isVisible()
    qtbot.waitUntil(lambda: dock.row.height() == height)
    assert dock.said == []


def test_moving_the_slider_drops_a_wrong_text(qtbot: QtBot) -> None:
    dock = opened(qtbot, BETA)
    type_in(qtbot, dock, "abc")
    qtbot.keyClick(dock.part(ScaleSlider), Qt.Key.Key_Left)
    assert not dock.part(NumberField).complaint()
    assert dock.row.value() != 0.9


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_double_click_on_the_name_resets(qtbot: QtBot, spec: ParameterSpec) -> None:
    dock = opened(qtbot, spec)
    other = OTHER[spec.kind]
    dock.row.set_value(other)
    qtbot.mouseDClick(dock.part(ResetLabel), LEFT)
    assert dock.said == [(spec.name, spec.default, False)]
    assert dock.row.value() == spec.default


def test_reset_is_in_the_context_menu_too(qtbot: QtBot) -> None:
    dock = opened(qtbot, LEARNING_RATE)
    dock.row.set_value(0.5)
    (action,) = dock.row.actions()
    assert action.text() == "Reset to 0.05"
    action.trigger()
    assert dock.row.value() == 0.05


def test_choice(qtbot: QtBot) -> None:
    dock = opened(qtbot, RULE)
    box = dock.part(QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert dock.said == [("rule", "nesterov", False)]


def test_switch(qtbot: QtBot) -> None:
    dock = opened(qtbot, SWITCH)
    box = dock.part(QCheckBox)
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert dock.said == [("amsgrad", True, False)]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_set_value_says_nothing(qtbot: QtBot, spec: ParameterSpec) -> None:
    dock = opened(qtbot, spec)
    other = OTHER[spec.kind]
    dock.row.set_value(other)
    assert dock.row.value() == other
    assert dock.said == []


def test_choices_are_read_in_the_windows_language_and_said_as_they_are(qtbot: QtBot) -> None:
    speak("ko")
    spec = ParameterSpec("scaling", "scaling", "none", choices=("none", "standardize"))
    dock = opened(qtbot, spec)
    box = dock.part(QComboBox)
    assert [box.itemText(index) for index in range(2)] == ["없음", "표준화"]
    choose(box, "standardize")
    assert dock.said == [("scaling", "standardize", False)]
