"""A slider whose handle goes where one clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QWheelEvent


class JumpSlider(QSlider):
    """A press anywhere takes the handle there and begins a drag; a double click asks for a reset."""

    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._grip = 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = round(event.position().x())
        handle = self._handle()
        on_handle = handle.left() <= x <= handle.right()
        self._grip = x - handle.center().x() if on_handle else 0
        self.setSliderDown(True)
        if not on_handle:
            self.setSliderPosition(self._position_at(x))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._position_at(round(event.position().x()) - self._grip))
            event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit()
            event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def x_of(self, position: int) -> int:
        """Where the middle of the handle is for a position, in pixels of this widget."""
        reach = self._groove().width() - self._handle().width()
        left = self._groove().left() + self._handle().width() // 2
        return left + QStyle.sliderPositionFromValue(self.minimum(), self.maximum(), position, reach)

    def ends(self) -> tuple[int, int]:
        """Where the middle of the handle is at the minimum and at the maximum, in pixels of this widget."""
        groove, handle = self._groove(), self._handle().width()
        left = groove.left() + handle // 2
        return left, left + groove.width() - handle

    def _position_at(self, x: int) -> int:
        handle = self._handle().width()
        along = x - self._groove().left() - handle // 2
        reach = self._groove().width() - handle
        return QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), along, reach)

    def _handle(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderHandle)

    def _groove(self) -> QRect:
        return self._part(QStyle.SubControl.SC_SliderGroove)

    def _part(self, which: QStyle.SubControl) -> QRect:
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, which, self)
