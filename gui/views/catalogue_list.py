"""The list of the catalogue: small pictures under the headings of their groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPalette, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent, QShowEvent

PICTURE = QSize(88, 58)
CELL = QSize(102, 98)
_HEADING = 26
_GAP = 6
"""Above a picture and between it and its title."""
_NAME = Qt.ItemDataRole.UserRole
_KIND = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2
_WORDS = Qt.ItemDataRole.UserRole + 3
_USABLE = Qt.ItemDataRole.UserRole + 4
HEADING, SHIPPED, OWN = "heading", "shipped", "own"
"""Kinds of rows: the title of a group, a surface of the catalogue, one of the person's own."""
LOOK_MILLISECONDS = 30
"""After scrolling, until what came into view is told."""

_Index = QModelIndex | QPersistentModelIndex


class SurfaceChoice(NamedTuple):
    """One surface of the list."""

    name: str
    title: str
    teaches: str
    group: str = ""
    usable: bool = True
    """Drawn muted if not; it can be chosen all the same, to learn why."""


class CatalogueList(QListWidget):
    """Pictures in rows under headings; up and down go through all of them."""

    chosen = Signal(str, str)
    """The kind and the name of the surface that was made the current one."""
    in_view_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(PICTURE)
        self.setSpacing(0)
        self.setMinimumHeight(CELL.height() + _HEADING)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.timeout.connect(self.in_view_changed)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.verticalScrollBar().rangeChanged.connect(self._look_soon)
        self.currentItemChanged.connect(self._on_current_changed)

    def add_heading(self, title: str) -> None:
        """Append the title of a group."""
        item = QListWidgetItem(title, self)
        item.setData(_KIND, HEADING)
        item.setData(_GROUP, title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def add_surface(self, kind: str, choice: SurfaceChoice) -> None:
        """Append a surface."""
        item = QListWidgetItem(choice.title, self)
        item.setData(_KIND, kind)
        item.setData(_NAME, choice.name)
        item.setData(_GROUP, choice.group)
        item.setData(_USABLE, choice.usable)
        item.setData(_WORDS, f"{choice.title} {choice.name} {choice.teaches} {choice.group}".casefold())
        item.setToolTip(choice.teaches)

    def set_picture(self, kind: str, name: str, picture: QPixmap) -> None:
        """Show the small picture of a surface."""
        item = self.surface(kind, name)
        if item is not None:
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Selected)
            item.setIcon(icon)

    def set_current(self, kind: str, name: str) -> None:
        """Select a surface without a word; one that is not there selects nothing."""
        with QSignalBlocker(self):
            item = self.surface(kind, name) if name else None
            self.setCurrentItem(item) if item else self.setCurrentRow(-1)
            if item and not item.isHidden():
                self.bring_into_view(item)

    def current(self) -> tuple[str, str]:
        """Return kind and name of the current surface, or two empty words."""
        item = self.currentItem()
        return ("", "") if item is None else (item.data(_KIND), item.data(_NAME))

    def surface(self, kind: str, name: str) -> QListWidgetItem | None:
        """Return the item of a surface."""
        matches = (item for item in self.surfaces() if (item.data(_KIND), item.data(_NAME)) == (kind, name))
        return next(matches, None)

    def surface_at(self, item: QListWidgetItem | None) -> tuple[str, str]:
        """Return kind and name of an item, or two empty words for a heading and for nothing."""
        if item is None or item.data(_KIND) == HEADING:
            return "", ""
        return item.data(_KIND), item.data(_NAME)

    def surfaces(self) -> Iterator[QListWidgetItem]:
        """All surfaces, hidden ones too."""
        items = (self.item(row) for row in range(self.count()))
        return (item for item in items if item.data(_KIND) != HEADING)

    def filter(self, text: str) -> int:
        """Show only surfaces that have every word of `text`; return how many."""
        words = text.casefold().split()
        shown: set[str] = set()
        count = 0
        for item in self.surfaces():
            fits = all(word in item.data(_WORDS) for word in words)
            item.setHidden(not fits)
            count += fits
            if fits:
                shown.add(item.data(_GROUP))
        for row in range(self.count()):
            if self.item(row).data(_KIND) == HEADING:
                self.item(row).setHidden(self.item(row).data(_GROUP) not in shown)
        self._look_soon()
        return count

    def bring_into_view(self, item: QListWidgetItem) -> None:
        """Scroll to a surface, and to the heading of its group where there is room for both."""
        headings = (self.item(row) for row in range(self.row(item)))
        own = [heading for heading in headings if heading.data(_GROUP) == item.data(_GROUP)][:1]
        for part in (*own, item):
            self.scrollToItem(part)

    def first_shown(self) -> QListWidgetItem | None:
        """Return the first surface that is not hidden."""
        return next((item for item in self.surfaces() if not item.isHidden()), None)

    def in_view(self) -> tuple[tuple[str, str], ...]:
        """Return kind and name of the surfaces that can be seen now."""
        seen = self.viewport().rect()
        items = (item for item in self.surfaces() if not item.isHidden())
        return tuple(self.surface_at(item) for item in items if self.visualItemRect(item).intersects(seen))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Up and down go in reading order: so every surface is reached, and left and right stay those of time."""
        step = {QAbstractItemView.CursorAction.MoveUp: -1, QAbstractItemView.CursorAction.MoveDown: 1}.get(action)
        if step is None:
            return super().moveCursor(action, modifiers)
        row = self.currentRow() + step
        while 0 <= row < self.count():
            item = self.item(row)
            if not item.isHidden() and item.data(_KIND) != HEADING:
                return self.indexFromItem(item)
            row += step
        return self.currentIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._look_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        item = self.currentItem()
        if item is not None:
            self.bring_into_view(item)
        self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        self._look_timer.start(LOOK_MILLISECONDS)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        kind, name = self.surface_at(item)
        if kind:
            self.chosen.emit(kind, name)


class _Delegate(QStyledItemDelegate):
    """Draws headings across the whole width, and pictures over titles of at most two lines."""

    def __init__(self, owner: CatalogueList) -> None:
        super().__init__(owner)
        self._list = owner

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.data(_KIND) == HEADING:
            return QSize(self._list.viewport().width() - 1, _HEADING)
        columns = max(1, (self._list.viewport().width() - 1) // CELL.width())
        return QSize((self._list.viewport().width() - 1) // columns, CELL.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if self._list.isRowHidden(index.row()):  # Qt takes what is filtered out to lie in the corner, and asks for it
            return
        painter.save()
        if index.data(_KIND) == HEADING:
            self._paint_heading(painter, option, index.data())
        else:
            self._paint_surface(painter, option, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, title: str) -> None:
        rect: QRect = option.rect.adjusted(8, 6, -8, 0)
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        # The list's own palette comes from the style sheet, which halves the opacity of placeholders.
        painter.setPen(QApplication.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_surface(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        style = self._list.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._list)
        rect: QRect = option.rect
        place = QRect(rect.center().x() - PICTURE.width() // 2, rect.top() + _GAP, PICTURE.width(), PICTURE.height())
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, place)
        ink = QPalette.ColorRole.Text if index.data(_USABLE) else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, ink))
        painter.setFont(option.font)
        below = QRect(rect.left() + 3, place.bottom() + 4, rect.width() - 6, rect.bottom() - place.bottom() - 4)
        _draw_lines(painter, below, index.data(), QFontMetrics(option.font))


def _draw_lines(painter: QPainter, place: QRect, text: str, metrics: QFontMetrics) -> None:
    """Draw up to two centred lines; the second ends with an ellipsis when there would be more."""
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(place.width())
    layout.endLayout()
    cut = first.textLength()
    centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    for number, line in enumerate((text[:cut].strip(), text[cut:].strip())):
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place.translated(0, number * metrics.lineSpacing()), centred, shown)
