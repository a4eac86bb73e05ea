"""All about time at the bottom of the window: the timeline, and below it the transport whose slider it shares."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from engine.session import LONGEST_NOTE
from gui.icons import icon
from gui.theme import SPACE, Theme
from gui.views.timeline import Timeline
from gui.views.transport import Transport
from gui.widgets.kind_menu import KindMenu
from gui.widgets.note_popup import NotePopup

BUTTONS = ("previous-event", "next-event", "filter", "flag")
_BUTTON = 22


class TimeBar(QWidget):
    """Keeps the timeline's ticks above those of the transport's slider."""

    neighbour_requested = Signal(int)
    """−1: the event before the playhead, 1: the next one."""
    bookmark_requested = Signal()
    kinds_changed = Signal(tuple)
    """The kinds that are to be shown."""
    note_given = Signal(int, int, str)
    """Key of a run, iteration, and the note of its bookmark."""
    note_closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.transport = Transport(theme, self)
        self.strip = QWidget(self)
        self.timeline = Timeline(self.strip)
        self.kinds = KindMenu(self)
        self.kinds.changed.connect(self.kinds_changed)
        self._build_buttons()
        self._build_layout()
        self.transport.slider.installEventFilter(self)
        self.set_theme(theme)
        self._retranslate()

    # What the owner sets

    def set_kinds(self, texts: dict[str, str], shown: tuple[str, ...]) -> None:
        """Offer kinds of events to show or hide."""
        self.kinds.set_kinds(texts)
        self.kinds.set_checked(shown)
        self._show_filter()

    def set_shown(self, shown: bool) -> None:
        """Unfold the timeline, or fold it away."""
        self.strip.setVisible(shown)
        self.updateGeometry()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.transport.set_theme(theme)
        self.timeline.set_theme(theme)
        for name in ("previous-event", "next-event", "flag"):
            self.buttons[name].setIcon(icon(name, theme))
        self._show_filter()

    def ask_note(self, key: int, iteration: int, note: str) -> NotePopup:
        """Open the field for the note of a bookmark, above it."""
        popup = NotePopup(note, LONGEST_NOTE, self, self._theme)
        popup.note_given.connect(lambda text: self.note_given.emit(key, iteration, text))
        popup.removed.connect(lambda: self.timeline.bookmark_dropped.emit(key, iteration))
        popup.closed.connect(self.note_closed)
        place = self.timeline.place_of(key, iteration)
        shown = self.strip.isVisible()
        popup.show_above(self.timeline.viewport().mapToGlobal(place) if shown else self.mapToGlobal(QPoint(0, 0)))
        return popup

    # Parts

    def _build_buttons(self) -> None:
        self.buttons: dict[str, QToolButton] = {}
        for name in BUTTONS:
            button = QToolButton(self.strip)
            button.setObjectName(name)
            button.setAutoRaise(True)
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(_BUTTON, _BUTTON)
            self.buttons[name] = button
        self.buttons["previous-event"].clicked.connect(self._on_previous_clicked)
        self.buttons["next-event"].clicked.connect(self._on_next_clicked)
        self.buttons["flag"].clicked.connect(self.bookmark_requested)
        self.buttons["filter"].setMenu(self.kinds)
        self.buttons["filter"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.kinds.changed.connect(self._show_filter)

    def _build_layout(self) -> None:
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(0, SPACE, 12, 0)
        row.setSpacing(0)
        row.addWidget(self.timeline, 1)
        for button in self.buttons.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.strip)
        layout.addWidget(self.transport)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self.timeline.set_track(*self.transport.track())
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        names = (
            self.tr("Previous event"),
            self.tr("Next event"),
            self.tr("Kinds of events to show"),
            self.tr("Bookmark this iteration of the chosen run"),
        )
        keys = ("Ctrl+←", "Ctrl+→", "", "B")
        for (button, name), key in zip(zip(self.buttons.values(), names, strict=True), keys, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})" if key else name)
        self.kinds.set_all_texts(self.tr("Show all"), self.tr("Hide all"))

    def _show_filter(self) -> None:
        """The button is lit while something is hidden."""
        color = None if self.kinds.is_complete() else self._theme.accent
        self.buttons["filter"].setIcon(icon("filter", self._theme, color))

    def _on_previous_clicked(self) -> None:
        self.neighbour_requested.emit(-1)

    def _on_next_clicked(self) -> None:
        self.neighbour_requested.emit(1)
