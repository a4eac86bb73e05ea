"""The critical points of the surface as a table: sorted, chosen and copied; the chosen one is shown on the stage."""

from __future__ import annotations

import math
from collections import Counter

from PySide6.QtCore import QEvent, QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QStackedWidget,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.numbers import tabular_font
from gui.theme import LIGHT, SPACE, Theme
from gui.views.points_model import KIND_ORDER, MARK_SIZE, ORIGIN, PointRow, PointsModel

WIDTHS = (112, 74, 74, 78, 68, 68, 62, 64, 118)
"""Least widths of the columns in pixels; they grow with the table and with what stands in them."""
STATES = ("searching", "none", "points", "cut", "declared")


class _View(QTableView):
    """The table itself; tells when its selection is to be copied or given up."""

    copy_wanted = Signal()
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_width()

    def share_width(self) -> None:
        """Give the columns the table's width, and what their cells need: a number that is cut off is another one."""
        stretch = max(1.0, self.viewport().width() / sum(WIDTHS))
        for column, width in enumerate(WIDTHS):
            self.horizontalHeader().resizeSection(column, max(int(width * stretch), self.sizeHintForColumn(column)))


class PointsTable(QWidget):
    """Shows critical points, or why there are none; its parts are made when it is first shown."""

    point_chosen = Signal(int)
    """Index of the point among those that were set, or −1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[PointRow, ...] = ()
        self._state = "searching"
        self._theme = LIGHT
        self._done = (0, 0)
        self._chosen = -1
        self._built = False

    # What the owner sets

    def set_points(self, rows: tuple[PointRow, ...], state: str = "points") -> None:
        """Show these; ``state`` says how complete they are: one of STATES."""
        if state not in STATES:
            raise ValueError(state)
        if (rows, state, self._chosen) == (self._rows, self._state, -1):
            return  # while a surface is dragged, nothing is known again and again
        self._rows, self._state = rows, state
        self._chosen = -1
        if self._built:
            self._fill()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far the search has come; 0 of 0: nothing is running."""
        self._done = (done, total)
        if self._built:
            self._bar.setVisible(total > 0)
            self._bar.setRange(0, max(total, 1))
            self._bar.setValue(done)

    def set_chosen(self, index: int) -> None:
        """Select the point with this index without saying so; −1: none."""
        self._chosen = index
        if self._built:
            self._select(index)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self._built:
            self._model.theme = theme
            self._view.viewport().update()

    # Parts

    @Slot(bool)
    def set_seen(self, seen: bool) -> None:
        """Make the parts when this comes into sight for the first time."""
        if seen and not self._built:
            self._build()

    def _build(self) -> None:
        self._build_head()
        self._build_view()
        self._empty = QLabel(self, alignment=Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        self._built = True
        self._retranslate()
        self._fill()
        self.set_progress(*self._done)

    def _build_head(self) -> None:
        self._head = QWidget(self)
        self._summary = QLabel(self._head)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # never widens the window
        self._bar = QProgressBar(self._head)
        self._bar.setFixedSize(90, 8)
        self._bar.setTextVisible(False)
        self.copy = QToolButton(self._head)
        self.copy.clicked.connect(self._on_copy_clicked)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(2 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.addWidget(self._summary, 1)
        row.addWidget(self._bar)
        row.addWidget(self.copy)

    def _build_view(self) -> None:
        self._model = PointsModel(self)
        self._model.theme = self._theme
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self._sorted.setSourceModel(self._model)
        view = self._view = _View(self)
        view.setModel(self._sorted)
        view.setFont(tabular_font(self.font()))
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)  # Tab leads on, as everywhere
        view.setIconSize(MARK_SIZE)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(22)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.copy_wanted.connect(self.copy_points)
        view.dropped.connect(view.clearSelection)
        view.selectionModel().selectionChanged.connect(self._on_selection_changed)

    def _fill(self) -> None:
        self._model.beginResetModel()
        self._model.rows = self._rows
        self._model.endResetModel()
        self._view.share_width()
        self._stack.setCurrentIndex(1 if self._rows else 0)
        self._say()
        self._select(self._chosen)

    def _select(self, index: int) -> None:
        selection = self._view.selectionModel()
        selection.blockSignals(True)
        try:
            self._view.clearSelection()
            if 0 <= index < len(self._rows):
                self._view.selectRow(self._sorted.mapFromSource(self._model.index(index, 0)).row())
        finally:
            selection.blockSignals(False)
        self._view.viewport().update()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._built:
            self._model.retranslate()
            self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._model.headers) - 1)
            self._retranslate()
            self._say()

    def _retranslate(self) -> None:
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the selected points, or all of them, with every digit (Ctrl+C)"))
        self._view.setAccessibleName(self.tr("Critical points"))
        self._bar.setAccessibleName(self.tr("Progress"))

    def _say(self) -> None:
        empty = {
            "searching": self.tr("Searching…"),
            "none": self.tr("No critical points within the bounds"),
            "points": self.tr("No critical points within the bounds"),
            "cut": self.tr("No critical points within the bounds"),
            "declared": self.tr("In more than two dimensions runs find the points on their way; none is known yet."),
        }
        self._empty.setText(empty[self._state])
        told = self._counts()
        if self._rows and self._state == "searching":
            told = self.tr("{points}; searching for more…").format(points=told)
        elif self._rows and self._state == "cut":
            told = self.tr("The first {points} of more").format(points=told)
        elif self._rows and self._state == "declared":
            told = self.tr("Declared, or found by runs: {points}").format(points=told)
        self._summary.setText(told)
        self.copy.setEnabled(bool(self._rows))

    def _counts(self) -> str:
        counted = Counter(row.kind for row in self._rows)
        texts = {
            "minimum": (self.tr("1 minimum"), self.tr("{count} minima")),
            "saddle": (self.tr("1 saddle"), self.tr("{count} saddles")),
            "maximum": (self.tr("1 maximum"), self.tr("{count} maxima")),
            "degenerate": (self.tr("1 flat point"), self.tr("{count} flat points")),
        }
        parts = [texts[kind][counted[kind] > 1].format(count=counted[kind]) for kind in KIND_ORDER if counted[kind]]
        return " · ".join(parts)

    # What the person does

    @Slot()
    def _on_selection_changed(self) -> None:
        chosen = self._selected()
        self._chosen = chosen[0] if len(chosen) == 1 else -1
        self.point_chosen.emit(self._chosen)

    def _selected(self) -> list[int]:
        """Return indices of the selected points, in the order of the table."""
        rows = self._view.selectionModel().selectedRows()
        return [self._sorted.mapToSource(index).row() for index in sorted(rows, key=QModelIndex.row)]

    @Slot()
    def _on_copy_clicked(self) -> None:
        self.copy_points()

    @Slot()
    def copy_points(self) -> None:
        """Put the selected points on the clipboard, or all, tab-separated under the headers, with every digit."""
        every = [self._sorted.mapToSource(self._sorted.index(at, 0)).row() for at in range(len(self._rows))]
        lines = ["\t".join(self._model.headers)]
        for index in self._selected() or every:
            row = self._rows[index]
            numbers = ("" if math.isnan(number) else repr(number) for number in row.numbers())
            lines.append("\t".join([self._model.shown(row, 0), *numbers, self._model.shown(row, ORIGIN)]))
        QGuiApplication.clipboard().setText("\n".join(lines))
