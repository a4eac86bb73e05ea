"""A person with an eye on the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.views.timeline_rows import ROW
from gui.widgets.note_popup import NotePopup
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from engine.session import Bookmark
    from gui.views.timeline import Timeline
    from gui.views.timeline_rows import TimelineMark, TimelineRow
    from tests.gui.hands import Hands

Key = Qt.Key


class Watcher:
    """The person of `hands`, with an eye on the timeline."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.lab = hands, hands.lab
        self.bar = hands.desk.time_bar

    @property
    def timeline(self) -> Timeline:
        return self.bar.timeline

    @property
    def told(self) -> str:
        """What the line at the bottom of the window says."""
        return self.hands.window.statusBar().currentMessage()

    @property
    def flags(self) -> list[Bookmark]:
        """The session's bookmarks."""
        return list(self.hands.session.bookmarks)

    def row(self, key: int) -> TimelineRow:
        return next(row for row in self.timeline._rows if row.key == key)

    def mark(self, key: int, kind: str) -> TimelineMark:
        return next(mark for mark in self.row(key).marks if mark.kind == kind)

    def place(self, key: int, tick: int) -> QPoint:
        index = [row.key for row in self.timeline._rows].index(key)
        return QPoint(round(self.timeline._track.x_of(tick)), index * ROW + ROW // 2)

    def press(self, key: int, tick: int) -> None:
        QTest.mouseClick(self.timeline.viewport(), LEFT, pos=self.place(key, tick))

    def press_name(self, key: int) -> None:
        QTest.mouseClick(self.timeline.viewport(), LEFT, pos=QPoint(60, self.place(key, 0).y()))

    def see(self) -> None:
        """Wait until every event is known and shown."""
        hands, finder = self.hands, self.lab.finder
        hands.rest()
        hands.until(lambda: not self.lab.reading.searching and self.lab.background.is_idle())
        hands.until(lambda: all(finder.rows(key) == len(hands.snapshots[key]) for key in hands.keys))

    def note(self, text: str) -> None:
        """Write into the note that has opened."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, NotePopup)
        QTest.keyClicks(popup.field, text)
        QTest.keyClick(popup.field, Key.Key_Return)


def at_the_saddle(hands: Hands) -> Watcher:
    """The scenario of the saddle, all its events known: gradient descent escapes late, momentum early."""
    hands.window.open_scenario("saddle-escape")
    made = Watcher(hands)
    made.see()
    hands.until(lambda: bool(made.bar.kinds.checked()))  # they come after the first frame
    return made
