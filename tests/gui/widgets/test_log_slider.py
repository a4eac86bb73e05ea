from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from gui.widgets.log_slider import ScaleSlider
from gui.widgets.scale import Scale

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(qtbot: QtBot) -> ScaleSlider:
    slider = ScaleSlider(Scale("log", 1e-4, 1.0), 0.01)
    qtbot.addWidget(slider)
    slider.resize(300, 24)
    slider.show()
    return slider


def at(slider: ScaleSlider, value: float) -> QPoint:
    part = Scale("log", 1e-4, 1.0).part_of(value)
    return QPoint(slider.x_of(round(part * slider.maximum())), slider.height() // 2)


def test_click_takes_the_handle_there(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.waitSignal(slider.value_changed) as caught:
        qtbot.mouseClick(slider, LEFT, pos=at(slider, 0.1))
    assert caught.args is not None
    assert caught.args[0] == pytest.approx(0.1, rel=0.05)
    assert slider.current() == caught.args[0]


def test_drag_says_values_of_three_digits_and_is_down_meanwhile(qtbot: QtBot, slider: ScaleSlider) -> None:
    values: list[tuple[float, bool]] = []
    slider.value_changed.connect(lambda value: values.append((value, slider.isSliderDown())))
    qtbot.mousePress(slider, LEFT, pos=at(slider, 0.01))
    for value in (0.02, 0.05, 0.2):
        qtbot.mouseMove(slider, at(slider, value))
    assert [down for _, down in values] == [True] * 3
    assert all(value == float(f"{value:.2e}") for value, _ in values)
    assert values[-1][0] == pytest.approx(0.2, rel=0.05)
    qtbot.mouseRelease(slider, LEFT, pos=at(slider, 0.2))
    assert not slider.isSliderDown()


def test_press_on_the_handle_moves_nothing(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.mouseClick(slider, LEFT, pos=at(slider, 0.01) + QPoint(3, 0))


def test_other_buttons_do_nothing(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        qtbot.mouseClick(slider, Qt.MouseButton.RightButton, pos=at(slider, 0.5))


def test_double_click_asks_for_a_reset(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.waitSignal(slider.reset_requested):
        qtbot.mouseDClick(slider, LEFT, pos=at(slider, 0.01))


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End])
def test_keys_move_it(qtbot: QtBot, slider: ScaleSlider, key: Qt.Key) -> None:
    with qtbot.waitSignal(slider.value_changed):
        qtbot.keyClick(slider, key)
    assert slider.current() > 0.01


def test_set_value_keeps_it_exactly_and_says_nothing(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_value(0.0123456)
        slider.set_value(50.0)
    assert slider.current() == 50.0
    assert slider.value() == slider.maximum()


def test_set_scale_keeps_the_value(qtbot: QtBot, slider: ScaleSlider) -> None:
    with qtbot.assertNotEmitted(slider.value_changed):
        slider.set_scale(Scale("linear", 0, 0.02))
    assert slider.current() == 0.01
    assert slider.value() == slider.maximum() // 2


def test_wheel_without_focus_is_left_to_the_panel(slider: ScaleSlider) -> None:
    slider.clearFocus()
    middle = QPointF(slider.rect().center())
    event = QWheelEvent(
        middle,
        slider.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    slider.wheelEvent(event)
    assert not event.isAccepted()
    assert slider.current() == 0.01
