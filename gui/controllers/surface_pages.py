"""The pages of the surface panel beyond the catalogue: made, with their controllers, when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.controllers.data_controller import DataController
    from gui.controllers.formula_controller import FormulaController
    from gui.controllers.laboratory import Laboratory
    from gui.controllers.sculpt_controller import SculptController
    from gui.desk import Desk


class PageController(Protocol):
    """What every page's controller can be told."""

    def retranslate(self) -> None:
        """Say everything in the window's language."""


class SurfacePages(QObject):
    """Keeps the controllers of the pages that have been shown."""

    def __init__(self, lab: Laboratory, desk: Desk) -> None:
        super().__init__(lab)
        self._lab, self._desk = lab, desk
        self.controllers: dict[str, PageController] = {}

    def make(self, name: str) -> None:
        """Build a page and hand it to the panel."""
        page, self.controllers[name] = getattr(self, f"_{name}")()
        self._desk.surface.add_page(name, page)

    def retranslate(self) -> None:
        """Say everything on the pages that have been shown in the window's language."""
        for controller in self.controllers.values():
            controller.retranslate()

    def _formula(self) -> tuple[QWidget, FormulaController]:
        from gui.controllers.formula_controller import FormulaController
        from gui.views.formula_page import FormulaPage

        page = FormulaPage()
        return page, FormulaController(page, self._lab, self._desk)

    def _sculpt(self) -> tuple[QWidget, SculptController]:
        from gui.controllers.sculpt_controller import SculptController
        from gui.views.sculpt_page import SculptPage

        page = SculptPage()
        return page, SculptController(page, self._lab, self._desk)

    def _data(self) -> tuple[QWidget, DataController]:
        from gui.controllers.data_controller import DataController
        from gui.views.data_page import DataPage

        page = DataPage()
        return page, DataController(page, self._lab, self._desk)
