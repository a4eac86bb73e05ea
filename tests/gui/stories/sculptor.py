"""What a person does on the Sculpt page, with real clicks and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from gui.views.feature_shapes import handles
from gui.views.sculpt_page import SculptPage
from gui.widgets.number_field import NumberField
from tests.gui.hands import LEFT, NONE, choose, click

if TYPE_CHECKING:
    from gui.controllers.sculpt_controller import SculptController
    from gui.views.contour_panel import ContourPanel
    from gui.views.feature_table import FeatureTable
    from gui.views.sculpt_handles import SculptTool
    from surfaces import Feature
    from tests.gui.hands import Hands


class Sculptor:
    """The person in front of the Sculpt page, on flat ground."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        hands.desk.surface.show_page("sculpt")
        hands.rest()
        page = hands.desk.surface._pages["sculpt"]
        assert isinstance(page, SculptPage)
        self.page = page
        self.controller: SculptController = hands.lab.pages.controllers["sculpt"]  # type: ignore[assignment]
        self.tool: SculptTool = self.controller.tool
        choose(page.base, "flat")
        hands.rest()
        self.base_edits = hands.edits

    @property
    def features(self) -> tuple[Feature, ...]:
        return self.hands.session.surface.features

    @property
    def edits(self) -> int:
        return self.hands.edits - self.base_edits

    @property
    def table(self) -> FeatureTable:
        return self.page.table

    def put(self, kind: str, x: float, y: float) -> None:
        """Choose a kind and click on the map."""
        click(self.page.palette_of_kinds.buttons[kind])
        QTest.mouseClick(self.hands.panel.viewport(), LEFT, pos=self.hands.pixel(x, y))
        self.hands.rest()

    def place(self, index: int, name: str, panel: ContourPanel | None = None) -> QPointF:
        """Where a handle of a feature is."""
        panel = panel or self.hands.panel
        return next(h.place for h in handles(self.features[index], panel.pixels_of) if h.name == name)

    def drag(
        self,
        index: int,
        name: str,
        *ways: tuple[float, float],
        keys: Qt.KeyboardModifier = NONE,
        panel: ContourPanel | None = None,
    ) -> None:
        """Take a handle and carry it by these pixels, counted from where it was."""
        panel = panel or self.hands.panel
        at = self.place(index, name, panel)
        self.mouse(QEvent.Type.MouseButtonPress, at, keys, panel)
        for way in ways:
            self.mouse(QEvent.Type.MouseMove, at + QPointF(*way), keys, panel)
        self.mouse(QEvent.Type.MouseButtonRelease, at + QPointF(*ways[-1]), keys, panel)
        self.hands.rest()

    def mouse(self, kind: QEvent.Type, at: QPointF, keys: Qt.KeyboardModifier, panel: ContourPanel) -> None:
        view = panel.viewport()
        none = Qt.MouseButton.NoButton
        button = none if kind == QEvent.Type.MouseMove else LEFT
        held = none if kind == QEvent.Type.MouseButtonRelease else LEFT
        QApplication.sendEvent(view, QMouseEvent(kind, at, view.mapToGlobal(at), button, held, keys))

    def select(self, index: int) -> None:
        QTest.mouseClick(self.hands.panel.viewport(), LEFT, pos=self.place(index, "center").toPoint())

    def type_number(self, row: int, column: int, text: str) -> NumberField | None:
        """Double-click a cell and type; the editor if it stayed open."""
        index = self.table.model().index(row, column)
        self.table.scrollTo(index)
        spot = self.table.visualRect(index).center()
        QTest.mouseClick(self.table.viewport(), LEFT, pos=spot)
        QTest.mouseDClick(self.table.viewport(), LEFT, pos=spot)
        editor = next(field for field in self.table.findChildren(NumberField) if field.isVisible())
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
        return editor if isValid(editor) and editor.isVisible() else None
