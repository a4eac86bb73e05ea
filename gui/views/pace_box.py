"""How the runs go along: what all of them share at a moment, or one of them alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from engine.session import PACES
from gui.widgets.calm_combo_box import CalmComboBox

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QWidget


class PaceBox(CalmComboBox):
    """Stands where the unit of time is written, for it decides who is ahead."""

    pace_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToContents)  # other languages are longer
        for pace in PACES:
            self.addItem("", pace)
        self.activated.connect(self._on_activated)
        self._retranslate()

    def pace(self) -> str:
        return str(self.currentData())

    def set_pace(self, pace: str, *, epochs: bool) -> None:
        """Show a pace; that of epochs can be chosen only where there are some."""
        with QSignalBlocker(self):
            self.setCurrentIndex(PACES.index(pace))
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        model.item(PACES.index("epoch")).setEnabled(epochs or pace == "epoch")
        self._show_tip()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = (
            self.tr("Same iteration"),
            self.tr("Same evaluations"),
            self.tr("Same epoch"),
            self.tr("One run alone"),
        )
        tips = (
            self.tr("Every run has taken as many steps."),
            self.tr(
                "Every run has asked as much of the surface: gradients and values count as one each, a Hessian as "
                "one for each parameter, a batch of B of N samples as B/N."
            ),
            self.tr("Every run has gone through the data as often."),
            self.tr("Only the chosen run moves, the others wait. Click another name in the timeline to move that."),
        )
        for index, (name, tip) in enumerate(zip(names, tips, strict=True)):
            self.setItemText(index, name)
            self.setItemData(index, f"<p>{tip}</p>", Qt.ItemDataRole.ToolTipRole)
        self.setAccessibleName(self.tr("How the runs go along"))
        self._show_tip()

    def _show_tip(self) -> None:
        what = self.tr("What all runs share at a moment: it decides who is ahead.")
        self.setToolTip(f"<p>{what}</p>{self.currentData(Qt.ItemDataRole.ToolTipRole)}")

    def _on_activated(self, index: int) -> None:
        self._show_tip()
        self.pace_chosen.emit(str(self.itemData(index)))
