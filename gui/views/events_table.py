"""All events and bookmarks as a table: read, sorted, copied; a click jumps there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QStackedWidget, QTableView, QVBoxLayout, QWidget

from gui.numbers import tabular_font
from gui.theme import LIGHT, Theme
from gui.views.event_glyphs import BOOKMARK
from gui.views.events_model import ITERATION, RUN, SWATCH, EventRow, EventsModel

WIDTHS = {RUN: 112, ITERATION: 66}


class _View(QTableView):
    """The table itself; tells which keys were pressed on its rows."""

    copy_wanted = Signal()
    delete_wanted = Signal()
    edit_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Delete: self.delete_wanted, Qt.Key.Key_F2: self.edit_wanted}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() in keys:
            keys[Qt.Key(event.key())].emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class EventsTable(QWidget):
    """Shows rows in order of iteration; its parts are made when it is first shown."""

    event_chosen = Signal(int, int)
    """Key of a run and an iteration of it."""
    bookmark_edited = Signal(int, int)
    bookmark_dropped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EventRow, ...] = ()
        self._theme: Theme = LIGHT
        self._built = False

    def set_rows(self, rows: tuple[EventRow, ...]) -> None:
        """Show these."""
        if rows != self._rows:
            self._rows = rows
            if self._built:
                self._fill()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._built:
            self._model.theme = theme
            self._view.viewport().update()

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, all of them if none are, tab-separated."""
        chosen = sorted({index.row() for index in self._view.selectedIndexes()})
        lines = [self._model.rows[row] for row in chosen] or self._model.rows
        QGuiApplication.clipboard().setText("\n".join("\t".join(str(row.cell(c)) for c in range(3)) for row in lines))

    # Parts

    @Slot(bool)
    def set_seen(self, seen: bool) -> None:
        """Make the parts when this comes into sight for the first time."""
        if seen and not self._built:
            self._build()

    def _build(self) -> None:
        self._model = EventsModel(self)
        self._model.theme = self._theme
        self._build_view()
        self._empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self._built = True
        self._retranslate()
        self._fill()

    def _build_view(self) -> None:
        view = self._view = _View(self)
        view.setModel(self._model)
        view.setFont(tabular_font(self.font()))
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)  # Tab leads on, as everywhere
        view.setIconSize(SWATCH)
        view.setSortingEnabled(True)
        view.sortByColumn(ITERATION, Qt.SortOrder.AscendingOrder)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(22)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        for column, width in WIDTHS.items():
            header.resizeSection(column, width)
        view.clicked.connect(self._on_view_clicked)
        view.activated.connect(self._on_view_clicked)
        view.doubleClicked.connect(self._on_edit_wanted)
        view.copy_wanted.connect(self.copy_rows)
        view.edit_wanted.connect(self._on_edit_wanted)
        view.delete_wanted.connect(self._on_delete_wanted)

    def _fill(self) -> None:
        self._model.set_rows(self._rows)
        self._stack.setCurrentIndex(1 if self._rows else 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._built:
            self._retranslate()

    def _retranslate(self) -> None:
        self._model.retranslate()
        self._view.setAccessibleName(self.tr("What happened in every run"))
        self._view.setToolTip("")
        self._empty.setText(self.tr("Nothing has happened yet that has a name."))

    # What is done with rows

    def _row(self, index: QModelIndex) -> EventRow:
        return self._model.rows[index.row()]

    def _on_view_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            row = self._row(index)
            self.event_chosen.emit(row.key, row.mark.iteration)

    def _on_edit_wanted(self) -> None:
        index = self._view.currentIndex()
        if index.isValid() and self._row(index).mark.kind == BOOKMARK:
            self.bookmark_edited.emit(self._row(index).key, self._row(index).mark.iteration)

    def _on_delete_wanted(self) -> None:
        index = self._view.currentIndex()
        if index.isValid() and self._row(index).mark.kind == BOOKMARK:
            self.bookmark_dropped.emit(self._row(index).key, self._row(index).mark.iteration)
