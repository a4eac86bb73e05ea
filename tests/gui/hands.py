"""What a person does with the window: real keys, clicks and drags."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
    from pytestqt.qtbot import QtBot

    from engine.history import Snapshot
    from engine.session import Session
    from gui.main_window import MainWindow
    from gui.views.contour_panel import ContourPanel
    from gui.views.run_card import RunCard
    from gui.widgets.choice_popup import ChoicePopup
    from gui.widgets.log_slider import ScaleSlider
    from gui.widgets.number_field import NumberField
    from gui.widgets.parameter_row import ParameterRow

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def pick(menu: QMenu, name: str) -> None:
    """Open a menu, and the menu in it if it is there, and click on the entry whose name or text begins so."""
    menu.popup(QPoint(0, 0))
    entries = menu.actions()  # kept, or PySide lets go of the menus it finds through them
    places = [menu, *(place for entry in entries if isinstance(place := entry.menu(), QMenu))]
    place, action = next(
        (place, a)
        for place in places
        for a in place.actions()
        if name in (a.objectName(), a.data()) or a.text().startswith(name)
    )
    if place is not menu:
        menu.setActiveAction(place.menuAction())
    QTest.mouseClick(place, LEFT, pos=place.actionGeometry(action).center())
    menu.close()  # some stay open


def everywhere(row: int) -> dict[int, int]:
    """All runs at the same row."""
    return dict.fromkeys(range(64), row)


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, LEFT, pos=button.rect().center())


def type_into(field: QLineEdit, text: str, *, enter: bool = True) -> None:
    """Click into a field, select what is there, type over it."""
    QTest.mouseClick(field, LEFT, pos=field.rect().center())
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


def choose(box: QComboBox, data: str) -> None:
    """Open a combo box and take an entry with the keyboard; one with a search is told what to look for."""
    box.setFocus()
    box.showPopup()
    if isinstance(box, ChoiceBox):
        search(box.popup, data)
        return
    view = box.view()
    view.setCurrentIndex(box.model().index(box.findData(data), 0))
    QTest.keyClick(view, Qt.Key.Key_Return)


def search(popup: ChoicePopup | None, text: str) -> None:
    """Type into the search of an open list, and take what it points at."""
    assert popup is not None
    QTest.keyClicks(popup.field, text)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)


def drag_slider(slider: ScaleSlider, *positions: int) -> None:
    """Press on a slider's handle, pass the positions, release."""
    middle = slider.rect().center().y()
    QTest.mousePress(slider, LEFT, pos=QPoint(slider.x_of(slider.value()), middle))
    for position in positions:
        QTest.mouseMove(slider, QPoint(slider.x_of(position), middle))
    QTest.mouseRelease(slider, LEFT, pos=QPoint(slider.x_of(positions[-1]), middle))


def number_of(row: ParameterRow) -> NumberField:
    field = row._field
    assert field is not None
    return field


def slider_of(row: ParameterRow) -> ScaleSlider:
    slider = row._slider
    assert slider is not None
    return slider


def box_of(row: ParameterRow) -> QComboBox:
    box = row._box or row._part
    assert box is not None
    return box


class Hands:
    """A window, and the person in front of it."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self.bot = window, bot
        self.lab, self.desk = window.lab, window.desk

    # What is there

    @property
    def session(self) -> Session:
        return self.lab.sessions.session

    @property
    def iteration(self) -> int:
        return self.lab.playback.tick

    @property
    def edits(self) -> int:
        """How many edits can be undone."""
        return self.lab.sessions.undo_stack.index()

    @property
    def keys(self) -> list[int]:
        return [run.key for run in self.session.runs]

    @property
    def playing(self) -> bool:
        """Whether time runs; the button must say the same."""
        on = self.lab.playback.playing
        assert self.desk.transport.is_playing() == on
        return on

    @property
    def shown(self) -> list[int]:
        """Keys of the cards from top to bottom."""
        cards = sorted(self.desk.runs.cards.values(), key=lambda card: card.y())
        return [card.key for card in cards]

    @property
    def message(self) -> str:
        return self.desk.messages.text() if self.desk.messages.isVisible() else ""

    @property
    def snapshots(self) -> dict[int, Snapshot]:
        return self.lab.runs.snapshots

    @property
    def panel(self) -> ContourPanel:
        return self.desk.stage.panels[0]

    @property
    def field(self) -> NumberField:
        return self.desk.transport._field

    def button(self, name: str) -> QAbstractButton:
        """A button of the transport."""
        return self.desk.transport._buttons[name]

    def card(self, key: int) -> RunCard:
        return self.desk.runs.cards[key]

    def row(self, key: int, name: str) -> ParameterRow:
        """A row of a card, in sight."""
        card = self.card(key)
        if name not in card.rows.by_name or not card.rows.by_name[name].isVisible():
            click(card.more)
        return card.rows.by_name[name]

    # What one does

    def until(self, holds: Callable[[], bool]) -> None:
        self.bot.waitUntil(holds, timeout=20_000)

    def settle(self) -> None:
        """Wait until the runs of the session are computed."""
        self.until(lambda: self.lab.runs.finished)

    def rest(self) -> None:
        """Wait until nothing is computed, drawn or written any more."""
        self.until(lambda: self.lab.runs.finished and self.lab.background.is_idle())

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key, wherever the focus is."""
        QApplication.processEvents()
        if not self.window.isActiveWindow():  # as a window manager does when a menu closes
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        handle: Any = self.window.windowHandle()
        QTest.keyClick(handle, key, modifiers)

    def undo(self) -> None:
        pick(self.window.menus.edit, "undo")

    def redo(self) -> None:
        pick(self.window.menus.edit, "redo")

    def add(self, optimizer: str) -> None:
        """Add a run."""
        click(self.desk.runs.add)
        search(self.desk.runs.popup, optimizer)

    def menu(self, key: int, name: str) -> None:
        """Choose an entry of a card's menu."""
        menu = self.card(key).menu_button.menu()
        menu.popup(QPoint(0, 0))
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(self.card(key)._actions[name]).center())

    def choose_surface(self, name: str) -> None:
        """Click on a picture of the list."""
        surfaces = self.desk.surface.catalogue.list
        item = surfaces.surface("shipped", name)
        assert item is not None
        surfaces.scrollToItem(item)
        QTest.mouseClick(surfaces.viewport(), LEFT, pos=surfaces.visualItemRect(item).center())

    def drag_start(self, *places: tuple[float, float]) -> None:
        """Take hold of the start and carry it through these places."""
        view = self.panel.viewport()
        QTest.mousePress(view, LEFT, pos=self.pixel(*self.session.start))
        for x, y in places:
            QTest.mouseMove(view, self.pixel(x, y))
        QTest.mouseRelease(view, LEFT, pos=self.pixel(*places[-1]))

    def pixel(self, x: float, y: float) -> QPoint:
        return self.panel.pixels_of(x, y).toPoint()

    def assert_consistent(self) -> None:
        """Everything on the screen belongs to the session, its results and the playhead."""
        shown = [run for run in self.session.runs if run.visible and run.key in self.snapshots]
        trails = [trail for panel in self.desk.stage.panels for trail in panel._trails]
        assert [trail.label for trail in trails] == [run.label for run in shown]
        for trail in trails:
            assert np.array_equal(trail.points, self.snapshots[trail.key].params, equal_nan=True)
        assert [row.label for row in self.desk.table._model.rows] == [run.label for run in shown]
        assert self.shown == self.keys
        assert self.desk.transport.tick() == self.iteration
        assert self.field.value() == self.iteration
        assert self.panel._start.coordinates == self.session.start
        current = self.desk.surface.catalogue.list.currentItem()
        assert current.data(Qt.ItemDataRole.UserRole) == self.session.surface.name
