"""A long list to choose from: grouped, searched by typing, with a few words on whatever is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.choice import best

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from gui.widgets.choice import Choice

WIDTH = 340
LIST_HEIGHT = 330
HELP_HEIGHT = 128
_ROW = QSize(0, 24)
_CHOICE = Qt.ItemDataRole.UserRole
_PAGE = 10
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}


class ChoicePopup(QFrame):
    """The keyboard stays in the field: letters search, ↑ and ↓ move, Enter chooses, Escape leaves all as it was."""

    chosen = Signal(str)

    def __init__(self, choices: tuple[Choice, ...], current: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._choices = choices
        self.field = QLineEdit(self)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Type to search"))
        self.field.setAccessibleName(self.tr("Search"))
        self.list = QListWidget(self)
        self.help = QLabel(self)
        self._build_list()
        self._build_layout()
        self._fill(current)
        self.field.textChanged.connect(self._on_field_text_changed)
        self.field.returnPressed.connect(self._on_chosen)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemEntered.connect(self._on_item_entered)
        self.list.itemClicked.connect(self._on_item_clicked)
        self._on_current_changed(self.list.currentItem())

    def _build_list(self) -> None:
        self.list.setProperty("role", "choices")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Choices"))

    def _build_layout(self) -> None:
        self.help.setWordWrap(True)
        self.help.setTextFormat(Qt.TextFormat.RichText)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.help.setFixedHeight(HELP_HEIGHT)
        self.help.setProperty("role", "help")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(8)
        for widget in (self.field, self.list, self.help):
            layout.addWidget(widget)

    def _fill(self, current: str) -> None:
        group = ""
        for choice in self._choices:
            if choice.group != group:
                group = choice.group
                self._add_heading(group)
            item = QListWidgetItem(choice.title, self.list)
            item.setData(_CHOICE, choice)
            item.setSizeHint(_ROW)
            if choice.name == current:
                self.list.setCurrentItem(item)

    def _add_heading(self, title: str) -> None:
        item = QListWidgetItem(title[:1].upper() + title[1:], self.list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setSizeHint(_ROW)
        item.setForeground(QApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
        font = item.font()
        font.setBold(True)
        font.setPointSizeF(0.9 * self.font().pointSizeF())
        item.setFont(font)

    def show_below(self, owner: QWidget, text: str = "") -> None:
        """Open below a widget, or above it where there is no room, with a text to search for."""
        rows = self.list.count() * _ROW.height() + 8
        self.list.setFixedHeight(min(LIST_HEIGHT, rows))
        self.setFixedWidth(max(WIDTH, owner.width()))
        self.adjustSize()
        corner = owner.mapToGlobal(QPoint(owner.width() - self.width(), owner.height()))
        screen = owner.screen().availableGeometry()
        if corner.y() + self.height() > screen.bottom():
            corner.setY(max(screen.top(), owner.mapToGlobal(QPoint(0, 0)).y() - self.height()))
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self.field.setFocus()
        self.field.setText(text)
        self.list.scrollToItem(self.list.currentItem(), QListWidget.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._move(by)

    def _shown(self) -> list[QListWidgetItem]:
        """Return the choices that are not filtered out."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item for item in items if item.data(_CHOICE) is not None and not item.isHidden()]

    def _move(self, by: int) -> None:
        shown = self._shown()
        if shown:
            current = self.list.currentItem()
            at = shown.index(current) + by if current in shown else 0
            self.list.setCurrentItem(shown[max(0, min(len(shown) - 1, at))])

    def _on_field_text_changed(self, text: str) -> None:
        fitting = {choice.name for choice in self._choices if choice.fits(text)}
        groups = {choice.group for choice in self._choices if choice.name in fitting}
        shown = ""
        for row in reversed(range(self.list.count())):
            item = self.list.item(row)
            choice = item.data(_CHOICE)
            shown = choice.group if choice else shown
            item.setHidden(choice.name not in fitting if choice else shown not in groups)
        self._point_at(best(self._choices, text) if text else None)

    def _point_at(self, wanted: Choice | None) -> None:
        """Make a choice the current one; without one, keep what is current if it is still shown."""
        shown = self._shown()
        item = next((item for item in shown if item.data(_CHOICE) is wanted), None)
        current = self.list.currentItem()
        self.list.setCurrentItem(item or (current if current in shown else shown[0] if shown else None))  # type: ignore[arg-type]

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        self.help.setText(item.data(_CHOICE).help if item else self.tr("Nothing is called so."))
        if item:
            self.list.scrollToItem(item)

    def _on_item_entered(self, item: QListWidgetItem) -> None:
        if item.data(_CHOICE) is not None:
            self.list.setCurrentItem(item)

    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_CHOICE) is not None:
            self._on_chosen()

    def _on_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self.chosen.emit(item.data(_CHOICE).name)
