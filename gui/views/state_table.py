"""The state of every run at the playhead, as a table whose cells can be copied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.appearance import swatch
from gui.numbers import format_number, tabular_font
from gui.translation.sentences import field_text
from gui.widgets.glance import Glance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from gui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
STATUS = 6
WIDTHS = (118, 76, 76, 76, 76, 66, 88, 88)
"""Least widths of the columns that every run has, in pixels; they grow with the table, with names and with numbers."""
MOST_LABEL_WIDTH, STATE_WIDTH, PADDING = 200, 76, 18

LIT = {"position": (1, 2), "gradient": (4,), "learning rate": (5,)}
"""The columns that hold what terms of these roles are about; those of the state are found by their field."""


@dataclass(frozen=True)
class StateRow:
    """One run at the playhead."""

    label: str
    slot: int
    iteration: int
    x: float
    y: float
    loss: float
    gradient_norm: float
    learning_rate: float
    evaluations: float
    status: str
    remark: str = ""
    """A sentence for the person, shown in the status column and as its tooltip."""
    is_warning: bool = False
    state: Mapping[str, float] = field(default_factory=dict)
    """The optimizer's memory: a number for each column, ``velocity x``."""

    def cell(self, column: int) -> str | float:
        """Return what stands in a column."""
        told = f"{self.status} · {self.remark}" if self.remark else self.status
        numbers = (self.x, self.y, self.loss, self.gradient_norm, self.learning_rate)
        return (self.label, *numbers, told, self.evaluations)[column]

    def memory(self, name: str) -> str | float:
        """Return what stands in a column of the state; nothing where this run has no such field."""
        return self.state.get(name, "")


class _StateModel(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[StateRow, ...] = ()
        self.theme: Theme | None = None
        self.lit: tuple[int, ...] = ()
        self.state: tuple[str, ...] = ()
        self.names = ("x", "y")
        self.retranslate()

    def retranslate(self) -> None:
        """Name the columns in the window's language."""
        self.headers: tuple[str, ...] = (
            self.tr("run"),
            *self.names,
            self.tr("loss"),
            "|∇f|",
            self.tr("rate"),
            self.tr("status"),
            self.tr("evaluations"),
        )
        self.hints = {
            "|∇f|": self.tr("Length of the gradient"),
            self.tr("rate"): self.tr("Learning rate of the step that starts here"),
            self.tr("evaluations"): self.tr("Gradient evaluations so far, in full passes over the data"),
        }
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.headers) - 1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.headers) + len(self.state)

    def cell(self, row: StateRow, column: int) -> str | float:
        """Return what stands in a column of a row."""
        place = column - len(self.headers)
        return row.cell(column) if place < 0 else row.memory(self.state[place])

    def longest(self) -> tuple[int, ...]:
        """Return how many characters the longest number of each column has; words count nothing."""
        columns = range(self.columnCount())
        return tuple(max((_length(self.cell(row, column)) for row in self.rows), default=0) for column in columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return (*self.headers, *self.state)[section]
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.ToolTipRole:
            if section >= len(self.headers):
                return self.tr("What the optimizer remembers")
            return self.hints.get(self.headers[section])
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section in (0, STATUS) else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        cell = self.cell(row, column)
        if role == _ROLE.DisplayRole:
            return cell if isinstance(cell, str) else format_number(cell)
        if role == _ROLE.ToolTipRole:
            return cell if isinstance(cell, str) else repr(cell)
        if role == _ROLE.TextAlignmentRole and not isinstance(cell, str):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return self._look(row, column, role)

    def _look(self, row: StateRow, column: int, role: int) -> Any:
        if self.theme is None:
            return None
        if role == _ROLE.DecorationRole and column == 0:
            return swatch(self.theme, row.slot, QSize(24, 14), 2.0)
        if role == _ROLE.BackgroundRole and column in self.lit:
            return QColor(self.theme.selection)
        if role == _ROLE.ForegroundRole and column == STATUS and row.is_warning:
            return QColor(self.theme.danger)
        return None


class StateTable(QTableView):
    """Read-only; Ctrl+C copies the selected cells with every digit, tab-separated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _StateModel(self)
        self._longest = self._model.longest()
        self._glance = Glance(self.horizontalScrollBar())
        self.setModel(self._model)
        self.setFont(tabular_font(self.font()))
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setIconSize(QSize(24, 14))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)  # Tab leads on, as everywhere
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(22)
        self._build_columns()
        self._retranslate()

    def _build_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        """Give the columns that every run has the table's width; those of states follow beyond it."""
        widths = [
            max(width, self._wide(_number_of(length))) for width, length in zip(WIDTHS, self._longest, strict=False)
        ]
        widths[0] = min(max(WIDTHS[0], self.sizeHintForColumn(0)), MOST_LABEL_WIDTH)
        stretch = max(1.0, self.viewport().width() / sum(widths))
        lengths = self._longest[len(WIDTHS) :]
        state = [
            max(STATE_WIDTH, self._wide(name), self._wide(_number_of(length)))
            for name, length in zip(self._model.state, lengths, strict=True)
        ]
        shared = [int(width * stretch) for width in widths]
        for column, width in enumerate([*shared, *state] if state else shared[:-1]):
            self.horizontalHeader().resizeSection(column, width)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + PADDING if text else 0

    def _make_room(self) -> None:
        """Widen columns in which numbers have become longer: cut off, 1.234e−15 looks like 1. They never shrink."""
        longest = self._model.longest()
        if len(longest) == len(self._longest):
            longest = tuple(map(max, longest, self._longest))
        if longest != self._longest:
            self._longest = longest
            self._share_width()

    def set_theme(self, theme: Theme) -> None:
        """Recolour swatches and warnings."""
        self._model.theme = theme
        self.viewport().update()

    def light(self, names: Iterable[str]) -> None:
        """Let the columns stand out that terms of a step are about: fields of the state, or roles that have columns."""
        wanted, first = tuple(names), len(self._model.headers)
        own = [column for name in wanted for column in LIT.get(name, ())]
        state = [first + index for index, name in enumerate(self._model.state) if _is_of(name, wanted)]
        lit = tuple(sorted({*own, *state}))
        if lit != self._model.lit:
            self._model.lit = lit
            self.viewport().update()
            self._bring_into_sight(lit)

    def _bring_into_sight(self, columns: tuple[int, ...]) -> None:
        """Scroll to columns if none of them is seen, and back when there are none."""
        if not columns:
            self._glance.back()
        elif not any(map(self._is_seen, columns)):
            for column in (columns[-1], columns[0]):
                self._glance.look(lambda column=column: self.scrollTo(self._model.index(0, column)))  # type: ignore[misc]

    def _is_seen(self, column: int) -> bool:
        left = self.columnViewportPosition(column)
        return left >= 0 and left + self.columnWidth(column) <= self.viewport().width()

    def set_variables(self, names: tuple[str, str]) -> None:
        """Call the two parameters shown what the surface calls them."""
        if names != self._model.names:
            self._model.names = names
            self._model.retranslate()

    def set_rows(self, rows: tuple[StateRow, ...]) -> None:
        """Show these rows; only the cells are repainted while their number stays."""
        model = self._model
        state = tuple(dict.fromkeys(name for row in rows for name in row.state))
        if [row.label for row in rows] != [row.label for row in model.rows] or state != model.state:
            model.beginResetModel()
            model.rows, model.state = rows, state
            self._longest = model.longest()  # the view may be resized before the reset is over
            model.endResetModel()
            self._share_width()
            return
        model.rows = rows
        if rows:
            model.dataChanged.emit(model.index(0, 0), model.index(len(rows) - 1, model.columnCount() - 1))
            self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._model.retranslate()
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("State of every run at the playhead"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        else:
            super().keyPressEvent(event)

    def copy_selection(self) -> None:
        """Put the selected cells on the clipboard."""
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column())):
            cell = self._model.cell(self._model.rows[index.row()], index.column())
            lines.setdefault(index.row(), []).append(cell if isinstance(cell, str) else repr(cell))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in lines.values()))


def _length(cell: str | float) -> int:
    return 0 if isinstance(cell, str) else len(format_number(cell))


def state_column(field: str, axis: str = "") -> str:
    """Return what a column of the state is called: the field's words, and the coordinate it belongs to."""
    return f"{field_text(field)} {axis}".strip()


def _is_of(name: str, fields: Iterable[str]) -> bool:
    """Whether a column is one of a field alone, or of one of its coordinates."""
    axis = name.rsplit(" ", 1)[-1]
    return any(name in (field_text(field), f"{field_text(field)} {axis}") for field in fields)


def _number_of(length: int) -> str:
    """Return the widest number of so many signs: those for minus are wider than digits."""
    return ("−−" + "8" * length)[:length]
