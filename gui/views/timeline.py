"""The timeline: a row for each run with its progress, its loss, and marks for what happened; one playhead for all."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QMenu, QSizePolicy, QToolTip, QWidget

from gui.numbers import tabular_font
from gui.theme import LIGHT, Theme
from gui.views.event_glyphs import BOOKMARK
from gui.views.timeline_paint import WORDS, Look, Now, RowPainter
from gui.views.timeline_rows import ROW, TimelineMark, TimelineRow, Track

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

MOST_ROWS = 6
"""More than so many are scrolled."""
REACH = 7.0
"""A mark is taken hold of within so many pixels."""


class Timeline(QAbstractScrollArea):
    """Shows rows in ticks; a click jumps to a mark or scrubs, a name chooses its run."""

    run_chosen = Signal(int)
    tick_requested = Signal(int)
    mark_chosen = Signal(int, int)
    """Key of a run and the iteration of one of its marks."""
    bookmark_wanted = Signal(int, int)
    """Key of a run and the tick at which somebody wants to put, or change, a bookmark."""
    bookmark_dropped = Signal(int, int)
    """Key of a run and the iteration of its bookmark that is not wanted any more."""
    alone_wanted = Signal(int)
    _rows: tuple[TimelineRow, ...] = ()  # here, because Qt sends events before we are built

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme = LIGHT
        self._painters: dict[int, RowPainter] = {}
        self._track = Track(WORDS, WORDS + 100, 0)
        self._heights = (0.0, 1.0)
        self._ticks: dict[int, int] = {}
        self._iterations: dict[int, int] = {}
        self._tick = 0
        self._chosen = 0
        self._hot: tuple[int, int] | None = None
        self._scrubbing = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._name()

    # What the owner sets

    def set_rows(self, rows: tuple[TimelineRow, ...], last: int, heights: tuple[float, float]) -> None:
        """Show these runs from tick 0 to `last`, their losses between two heights."""
        count = len(self._rows)
        self._rows, self._heights = rows, heights
        self._track = self._track._replace(last=last)
        self._painters = {row.key: self._painters.get(row.key) or RowPainter() for row in rows}
        if len(rows) != count:
            self.updateGeometry()
            self._update_scrolling()
        self.setAccessibleDescription(self.text())
        self.viewport().update()

    def set_tick(self, tick: int, ticks: Mapping[int, int], iterations: Mapping[int, int] | None = None) -> None:
        """Put the playhead at a tick; runs that wait elsewhere have one of their own, by key.

        Where runs stand apart, the iteration of each is told beside its name.
        """
        before = {self._tick, *self._ticks.values()}
        words = self._latest(), self._iterations
        self._tick, self._ticks, self._iterations = tick, dict(ticks), dict(iterations or {})
        places = [self._track.x_of(each) for each in (*before, tick, *ticks.values())]
        left = min(places) - REACH - 3
        self.viewport().update(QRectF(left, 0, max(places) + REACH + 3 - left, self.height()).toAlignedRect())
        if (self._latest(), self._iterations) != words:
            self.viewport().update(0, 0, int(self._track.left), self.height())

    def set_chosen(self, key: int) -> None:
        """Show which run is the chosen one."""
        if key != self._chosen:
            self._chosen = key
            self._bring_into_sight(key)
            self.viewport().update()

    def set_track(self, left: int, right: int) -> None:
        """Say where tick 0 and the last one are."""
        self._track = self._track._replace(left=left, right=right)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.viewport().update()

    def text(self) -> str:
        """The gist of it in words, a line for each run; all events are in their table."""
        ended, reached = self.tr("{run}: ended at {end}."), self.tr("{run}: computed to {end}.")
        events = self.tr("Events: {count}. Last one: {text}")
        lines = []
        for row in self._rows:
            line = (ended if row.ended else reached).format(run=row.label, end=row.end)
            if row.marks:
                line += " " + events.format(count=len(row.marks), text=row.marks[-1].text)
            lines.append(line)
        return "\n".join(lines)

    def place_of(self, key: int, iteration: int) -> QPoint:
        """Where a mark of a run is in the viewport, or the playhead in its row."""
        for index, row in enumerate(self._rows):
            if row.key == key:
                tick = next((mark.tick for mark in row.marks if mark.iteration == iteration), self._tick)
                return QPointF(self._track.x_of(tick), self._top(index)).toPoint()
        return QPoint(int(self._track.left), 0)

    # Size

    def sizeHint(self) -> QSize:
        return QSize(400, ROW * min(max(len(self._rows), 1), MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._update_scrolling()

    def _bring_into_sight(self, key: int) -> None:
        bar, place = self.verticalScrollBar(), [row.key for row in self._rows]
        if key in place:
            top = ROW * place.index(key)
            bar.setValue(min(max(bar.value(), top + ROW - self.viewport().height()), top))

    def _update_scrolling(self) -> None:
        bar, over = self.verticalScrollBar(), ROW * len(self._rows) - self.viewport().height()
        bar.setRange(0, max(over, 0))
        bar.setSingleStep(ROW)
        bar.setPageStep(self.viewport().height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRegion(event.region())
        look = Look(self._theme, self._font(), self._track, self._heights)
        has_words = event.rect().left() < self._track.left - REACH
        for index, row in enumerate(self._rows):
            top, mine = self._top(index), self._painters[row.key]
            if -ROW < top < self.viewport().height():
                now = self._now(row)
                mine.paint_track(painter, look, row, top, now)
                if has_words:
                    mine.paint_words(painter, look, row, top, now)
        painter.end()

    def _now(self, row: TimelineRow) -> Now:
        waits = row.key in self._ticks
        hot = self._hot[1] if self._hot is not None and self._hot[0] == row.key else None
        tick, iteration = self._ticks.get(row.key, self._tick), self._iterations.get(row.key)
        return Now(tick, row.key == self._chosen, waits, hot, iteration)

    def _font(self) -> QFont:
        font = tabular_font(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.88, 6.0))
        return font

    def _top(self, index: int) -> float:
        return float(index * ROW - self.verticalScrollBar().value())

    def _latest(self) -> list[TimelineMark | None]:
        return [row.latest(self._ticks.get(row.key, self._tick)) for row in self._rows]

    # Pointing

    def row_at(self, position: QPointF) -> TimelineRow | None:
        """The run whose row is there."""
        index = int((position.y() + self.verticalScrollBar().value()) // ROW)
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def marks_at(self, position: QPointF) -> tuple[TimelineMark, ...]:
        """The marks within reach, nearest first."""
        row = self.row_at(position)
        if row is None:
            return ()
        away = {mark: abs(self._track.x_of(mark.tick) - position.x()) for mark in row.marks}
        return tuple(sorted((mark for mark in away if away[mark] <= REACH), key=lambda mark: away[mark]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position, row = event.position(), self.row_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if position.x() < self._track.left - REACH:
            self.run_chosen.emit(row.key)
        elif marks := self.marks_at(position):
            self.mark_chosen.emit(row.key, marks[0].iteration)
        elif position.x() <= self._track.right + REACH:
            self._scrubbing = True
            if row.key in self._ticks:
                self.run_chosen.emit(row.key)
            self.tick_requested.emit(self._track.tick_at(position.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._scrubbing:
            self.tick_requested.emit(self._track.tick_at(position.x()))
            return
        row, marks = self.row_at(position), self.marks_at(position)
        self._point_at((row.key, marks[0].tick) if row is not None and marks else None)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._scrubbing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a bookmark asks to change its note."""
        row, marks = self.row_at(event.position()), self.marks_at(event.position())
        flags = [mark for mark in marks if mark.kind == BOOKMARK]
        if row is not None and flags:
            self.bookmark_wanted.emit(row.key, flags[0].tick)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_at(None)

    def _point_at(self, hot: tuple[int, int] | None) -> None:
        if hot != self._hot:
            self._hot = hot
            shape = Qt.CursorShape.ArrowCursor if hot is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        keys = [row.key for row in self._rows]
        if by and self._chosen in keys:
            self.run_chosen.emit(keys[min(max(keys.index(self._chosen) + by, 0), len(keys) - 1)])
        else:
            event.ignore()

    # Asking

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self._show_tool_tip(event)  # type: ignore[arg-type]
            return True
        return bool(super().viewportEvent(event))

    def _show_tool_tip(self, event: QHelpEvent) -> None:
        text = self.told_at(QPointF(event.pos()))
        if text:
            QToolTip.showText(event.globalPos(), text, self)
        else:
            QToolTip.hideText()

    def told_at(self, position: QPointF) -> str:
        """What there is to say about a place: the marks there, or what a click would do."""
        row = self.row_at(position)
        if row is None:
            return ""
        if position.x() < self._track.left - REACH:
            return self.tr("{run}: click to choose this run").format(run=escape(row.label))
        marks = sorted(self.marks_at(position), key=lambda mark: mark.tick)
        texts = "<br>".join(escape(mark.text) for mark in marks)
        return f"<p><b>{escape(row.label)}</b><br>{texts}</p>" if texts else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.row_at(QPointF(event.pos()))
        if row is not None:
            self.menu_at(QPointF(event.pos()), row).popup(event.globalPos())

    def menu_at(self, position: QPointF, row: TimelineRow) -> QMenu:
        """What can be done at a place of a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_menu_triggered)
        flags = [mark for mark in self.marks_at(position) if mark.kind == BOOKMARK]
        tick = flags[0].tick if flags else self._track.tick_at(position.x())
        if position.x() >= self._track.left - REACH:
            text = self.tr("Change the note…") if flags else self.tr("Bookmark here…")
            menu.addAction(text).setData(("bookmark", row.key, tick))
        if flags:
            menu.addAction(self.tr("Delete the bookmark")).setData(("delete", row.key, flags[0].iteration))
        menu.addAction(self.tr("Let only this run move")).setData(("alone", row.key, 0))
        return menu

    def _on_menu_triggered(self, action: QAction) -> None:
        what, key, place = action.data()
        if what == "bookmark":
            self.bookmark_wanted.emit(key, place)
        elif what == "delete":
            self.bookmark_dropped.emit(key, place)
        else:
            self.alone_wanted.emit(key)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Timeline of all runs"))
