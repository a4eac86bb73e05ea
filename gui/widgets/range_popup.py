"""Where the ends of a slider are changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from gui.widgets.scale import Scale


class RangePopup(QFrame):
    """Two numbers; a range that runs backwards is taken from its smaller to its larger end."""

    range_chosen = Signal(object)

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("RangePopup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scale = scale
        self.low = NumberField(self, value=scale.low)
        self.high = NumberField(self, value=scale.high)
        names = (self.tr("Slider from"), self.tr("to"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for name, field in zip(names, (self.low, self.high), strict=True):
            field.setFixedWidth(72)
            field.setAccessibleName(name)
            field.value_changed.connect(self._on_field_value_changed)
            layout.addWidget(QLabel(name, self))
            layout.addWidget(field)

    def show_below(self, owner: QWidget) -> None:
        """Open below a widget, ready to be typed in."""
        self.adjustSize()
        self.move(owner.mapToGlobal(QPoint(0, owner.height())))
        self.show()
        self.low.setFocus()
        self.low.selectAll()

    def _on_field_value_changed(self) -> None:
        low, high = sorted((self.low.value(), self.high.value()))
        if low < high:
            self._scale = replace(self._scale, low=low, high=high)
            self.range_chosen.emit(self._scale)
