"""Where a bookmark's note is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui.icons import icon
from gui.theme import LIGHT, SPACE, Theme


class NotePopup(QFrame):
    """One line; Enter keeps it, Escape leaves all as it was, the button takes the bookmark away."""

    note_given = Signal(str)
    removed = Signal()
    closed = Signal()

    def __init__(self, note: str, longest: int, parent: QWidget, theme: Theme = LIGHT) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field = QLineEdit(note, self)
        self.field.setMaxLength(longest)
        self.field.setFixedWidth(280)
        self.field.setPlaceholderText(self.tr("A note: what is to be seen here?"))
        self.field.setAccessibleName(self.tr("Note of the bookmark"))
        self.field.returnPressed.connect(self._on_return_pressed)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("remove", theme))
        self.remove.setIconSize(QSize(16, 16))
        self.remove.setToolTip(self.tr("Delete the bookmark"))
        self.remove.setAccessibleName(self.remove.toolTip())
        self.remove.clicked.connect(self._on_remove_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(2 * SPACE,) * 4)
        layout.setSpacing(SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.remove)

    def show_above(self, place: QPoint) -> None:
        """Open above a place of the screen, within the window, ready to be typed in."""
        self.adjustSize()
        owner = self.parentWidget()
        assert owner is not None
        window = owner.window().geometry()
        most = window.right() - self.width() - SPACE
        self.move(max(min(place.x() - SPACE * 4, most), window.left()), place.y() - self.height() - SPACE)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def closeEvent(self, event: object) -> None:
        self.closed.emit()
        super().closeEvent(event)  # type: ignore[arg-type]

    def _on_return_pressed(self) -> None:
        self.note_given.emit(self.field.text().strip())
        self.close()

    def _on_remove_clicked(self) -> None:
        self.removed.emit()
        self.close()
