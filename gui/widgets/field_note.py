"""A sentence that stands right below the field it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_MARGIN = 4


class FieldNote(QFrame):
    """Floats over the window below its field, and goes where the field goes."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self._field = field
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(self._label)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def show_text(self, text: str) -> None:
        """Show a sentence below the field."""
        if self.parentWidget() is not self._field.window():
            self.setParent(self._field.window())
        self._label.setText(text)
        self._follow()
        self.show()
        self._place()  # to be shown can lay out what was waiting for it, and move the field
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible() and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Watch everything whose move moves the field: it may lie in a panel that scrolls."""
        watched: QWidget | None = self._field
        while watched is not None and watched is not self.parentWidget():
            watched.installEventFilter(self)
            watched = watched.parentWidget()

    def _place(self) -> None:
        """Below the field if there is room, else above it; never outside the window."""
        window = self._field.window()
        self._label.setFixedWidth(self._text_width(window))
        self.adjustSize()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + _MARGIN))
        if corner.y() + self.height() > window.height():
            corner = self._field.mapTo(window, QPoint(0, -self.height() - _MARGIN))
        x = max(_MARGIN, min(corner.x(), window.width() - self.width() - _MARGIN))
        self.move(x, max(_MARGIN, corner.y()))

    def _text_width(self, window: QWidget) -> int:
        needed = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        return max(40, min(needed, 240, window.width() - 4 * _MARGIN - 16))
