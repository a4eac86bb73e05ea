from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QToolButton, QWidget

from gui.views.transport import HEIGHT, SPEEDS, Transport
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from pytestqt.qtbot import QtBot

    from gui.theme import Theme

LEFT = Qt.MouseButton.LeftButton
SIGNALS = (
    *("to_start_requested", "to_end_requested", "step_requested"),
    *("play_toggled", "tick_requested", "speed_changed"),
)


@pytest.fixture
def transport(qtbot: QtBot) -> Transport:
    transport = Transport()
    qtbot.addWidget(transport)
    transport.resize(1024, HEIGHT)
    transport.set_last(300)
    transport.set_tick(41)
    transport.show()
    transport.activateWindow()
    return transport


def button(transport: Transport, name: str) -> QToolButton:
    found = transport.findChild(QToolButton, name)
    assert found is not None
    return found


def field(transport: Transport) -> NumberField:
    found = transport.findChild(NumberField)
    assert found is not None
    return found


def slider(transport: Transport) -> JumpSlider:
    found = transport.findChild(JumpSlider)
    assert found is not None
    return found


def said(transport: Transport) -> list[tuple[object, ...]]:
    """Everything the transport says from now on."""
    heard: list[tuple[object, ...]] = []

    def listen(name: str) -> None:
        signal: SignalInstance = getattr(transport, name)
        signal.connect(lambda *args: heard.append((name, *args)))

    for name in SIGNALS:
        listen(name)
    return heard


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("to-start", ("to_start_requested",)),
        ("back-ten", ("step_requested", -10)),
        ("step-back", ("step_requested", -1)),
        ("play", ("play_toggled", True)),
        ("step-forward", ("step_requested", 1)),
        ("forward-ten", ("step_requested", 10)),
        ("to-end", ("to_end_requested",)),
    ],
)
def test_each_button_asks_for_one_thing(
    qtbot: QtBot, transport: Transport, name: str, expected: tuple[object, ...]
) -> None:
    heard = said(transport)
    qtbot.mouseClick(button(transport, name), LEFT)
    assert heard == [expected]


def test_play_becomes_pause_and_back(qtbot: QtBot, transport: Transport) -> None:
    play = button(transport, "play")
    assert play.accessibleName() == "Play"
    qtbot.mouseClick(play, LEFT)
    assert transport.is_playing()
    assert play.accessibleName() == "Pause"
    heard = said(transport)
    qtbot.mouseClick(play, LEFT)
    assert heard == [("play_toggled", False)]


def test_play_picture_changes(transport: Transport) -> None:
    play = button(transport, "play")
    before = play.icon().pixmap(20, 20).toImage()
    transport.set_playing(True)
    assert play.icon().pixmap(20, 20).toImage() != before
    transport.set_playing(False)
    assert play.icon().pixmap(20, 20).toImage() == before


@pytest.mark.parametrize("text", ["7", "300", "4000"])
def test_typed_iteration_is_asked_for_even_past_the_end(qtbot: QtBot, transport: Transport, text: str) -> None:
    heard = said(transport)
    qtbot.mouseClick(field(transport), LEFT)
    field(transport).selectAll()
    qtbot.keyClicks(field(transport), text)
    qtbot.keyClick(field(transport), Qt.Key.Key_Return)
    assert heard == [("tick_requested", int(text))]
    assert isinstance(heard[0][1], int)


@pytest.mark.parametrize("text", ["-1", "2.5", "many"])
def test_impossible_iteration_is_refused(qtbot: QtBot, transport: Transport, text: str) -> None:
    heard = said(transport)
    qtbot.mouseClick(field(transport), LEFT)
    field(transport).selectAll()
    qtbot.keyClicks(field(transport), text)
    qtbot.keyClick(field(transport), Qt.Key.Key_Return)
    assert heard == []
    assert field(transport).complaint()
    assert transport.tick() == 41


def test_slider_drag_asks_for_iterations(qtbot: QtBot, transport: Transport) -> None:
    heard = said(transport)
    line = slider(transport)
    qtbot.mousePress(line, LEFT, pos=QPoint(line.x_of(41), line.height() // 2))
    qtbot.mouseMove(line, QPoint(line.x_of(150), line.height() // 2))
    qtbot.mouseRelease(line, LEFT, pos=QPoint(line.x_of(150), line.height() // 2))
    ((name, iteration),) = heard
    assert name == "tick_requested"
    assert iteration == pytest.approx(150, abs=1)
    assert field(transport).text() == str(iteration)


def test_speed_is_chosen(qtbot: QtBot, transport: Transport) -> None:
    heard = said(transport)
    combo = transport.findChild(QComboBox, "speed")
    assert combo is not None
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert heard == [("speed_changed", 30.0)]
    assert transport.speed() == 30.0


def test_speeds_on_offer(transport: Transport) -> None:
    combo = transport.findChild(QComboBox, "speed")
    assert combo is not None
    assert [combo.itemData(i) for i in range(combo.count())] == list(SPEEDS)
    assert combo.itemText(0) == "1 step/s"
    assert combo.itemText(9) == "5000 steps/s"


def test_a_speed_not_on_offer_joins_in_order(transport: Transport) -> None:
    transport.set_speed(25.0)
    transport.set_speed(25.0)
    combo = transport.findChild(QComboBox, "speed")
    assert combo is not None
    speeds = [combo.itemData(i) for i in range(combo.count())]
    assert speeds == sorted([*SPEEDS, 25.0])
    assert combo.currentText() == "25 steps/s"


def test_setters_say_nothing(transport: Transport, theme: Theme) -> None:
    heard = said(transport)
    transport.set_last(20)
    transport.set_tick(12)
    transport.set_playing(True)
    transport.set_speed(60.0)
    transport.set_busy(True)
    transport.set_theme(theme)
    assert heard == []
    assert (transport.tick(), transport.last(), transport.speed()) == (12, 20, 60.0)
    assert field(transport).text() == "12"


def test_by_another_clock_numbers_are_in_its_units(qtbot: QtBot, transport: Transport) -> None:
    transport.set_pace("evaluations", 16, epochs=False)
    transport.set_last(160)
    transport.set_tick(24)
    assert field(transport).text() == "1.5"
    assert field(transport).accessibleName() == "Evaluations"
    assert any(label.text() == "of 10" for label in transport.findChildren(QLabel))
    combo = transport.findChild(QComboBox, "speed")
    assert combo is not None
    assert combo.itemText(0) == "1 evaluation/s"
    heard = said(transport)
    qtbot.mouseClick(field(transport), LEFT)
    field(transport).selectAll()
    qtbot.keyClicks(field(transport), "2.25")
    qtbot.keyClick(field(transport), Qt.Key.Key_Return)
    assert heard == [("tick_requested", 36)]
    transport.set_pace("iteration", 1, epochs=False)
    assert field(transport).text() == "24"


def test_total_tells_the_end_and_the_work(transport: Transport) -> None:
    totals = [label for label in transport.findChildren(QLabel) if label.text() == "of 300"]
    assert len(totals) == 1
    width = totals[0].width()
    transport.set_busy(True)
    assert totals[0].text() == "of 300 …"
    assert totals[0].minimumWidth() <= width
    transport.set_busy(False)
    assert totals[0].text() == "of 300"


class LayoutRequests(QObject):
    """Counts how often a widget was asked to lay out its parts."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_work_that_comes_and_goes_lays_nothing_out_again(transport: Transport) -> None:
    QApplication.processEvents()
    requests = LayoutRequests()
    transport.installEventFilter(requests)
    for busy in (True, False, True):
        transport.set_busy(busy)
        QApplication.processEvents()
    assert requests.count == 0
    transport.set_last(1_000_000)
    QApplication.processEvents()
    assert requests.count > 0


def test_slider_without_iterations_is_off(transport: Transport) -> None:
    transport.set_last(0)
    assert not slider(transport).isEnabled()
    transport.set_last(1)
    assert slider(transport).isEnabled()


def test_every_control_has_a_name_and_a_hint(transport: Transport) -> None:
    for kind in (QAbstractButton, NumberField, QComboBox, JumpSlider):
        for control in transport.findChildren(kind):
            assert isinstance(control, QWidget)
            assert control.accessibleName()
            assert control.toolTip()


def test_one_row_that_fits_a_small_screen(transport: Transport) -> None:
    assert transport.height() == 44
    assert transport.minimumSizeHint().width() <= 900
    assert slider(transport).width() >= 200
    assert field(transport).geometry().right() < slider(transport).geometry().left()


class Asking(QTranslator):
    """A language in which everything is said with a question mark."""

    def translate(self, _context: str, text: str, *_rest: object) -> str:
        return text + "?"


def test_language_changes_on_the_fly(qapp: QApplication, transport: Transport) -> None:
    translator = Asking()
    qapp.installTranslator(translator)
    QApplication.sendEvent(transport, QEvent(QEvent.Type.LanguageChange))
    assert button(transport, "play").toolTip() == "Play? (Space?)"
    assert any(label.text() == "of 300?" for label in transport.findChildren(QLabel))
    qapp.removeTranslator(translator)
    QApplication.sendEvent(transport, QEvent(QEvent.Type.LanguageChange))
    assert button(transport, "play").toolTip() == "Play (Space)"
