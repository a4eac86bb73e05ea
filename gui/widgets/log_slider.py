"""A slider over numbers, on the scale that suits them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal

from gui.widgets.jump_slider import JumpSlider

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.widgets.scale import Scale

_POSITIONS = 1000


class ScaleSlider(JumpSlider):
    """Says values rounded to three significant digits, keeps the exact one it was given."""

    value_changed = Signal(float)

    def __init__(self, scale: Scale, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._value = value
        self.setRange(0, _POSITIONS)
        self.setSingleStep(_POSITIONS // 100)
        self.setPageStep(_POSITIONS // 10)
        self.set_value(value)
        self.valueChanged.connect(self._on_position_changed)

    def current(self) -> float:
        """Value the slider stands for; as exact as it was given."""
        return self._value

    def set_scale(self, scale: Scale) -> None:
        """Change the scale below the same value."""
        self._scale = scale
        self.set_value(self._value)

    def set_value(self, value: float) -> None:
        """Move the handle to a value, or to the end nearest to it."""
        self._value = value
        with QSignalBlocker(self):
            self.setValue(round(self._scale.part_of(value) * _POSITIONS))

    def _on_position_changed(self, position: int) -> None:
        value = self._scale.value_at(position / _POSITIONS)
        if value != self._value:
            self._value = value
            self.value_changed.emit(value)
