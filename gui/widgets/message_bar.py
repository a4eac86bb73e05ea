"""A strip above the stage that says one thing at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gui.icons import icon
from gui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from collections.abc import Callable

LEVELS = ("info", "warning", "danger")
INFO_MS, AGAIN_MS = 6000, 500


class MessageBar(QFrame):
    """The newest message replaces the one before; only an info goes away by itself.

    It waits while the pointer is on what stands below it, which would move away under a hand about to press.
    """

    action_triggered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._level = "info"
        self._answer: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._build_parts()
        self._build_layout()
        self._retranslate()
        self.hide()

    def text(self) -> str:
        return self._label.text()

    def level(self) -> str:
        return self._level

    def show_message(
        self, text: str, level: str = "info", action: str = "", answer: Callable[[], None] | None = None
    ) -> None:
        """Say something; with `action` there is a button of that name, for `answer` or `action_triggered`."""
        if level not in LEVELS:
            raise ValueError(f"a message is one of {', '.join(LEVELS)}, not {level!r}")
        self._level = level
        self._answer = answer
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._restyle()
        self.show()
        self._timer.stop()
        if level == "info":
            self._timer.start(INFO_MS)

    def close_message(self) -> None:
        """Take the message away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build_parts(self) -> None:
        self._sign = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._action.clicked.connect(self._on_action_clicked)
        self._close = QToolButton(self)
        self._close.setIconSize(QSize(16, 16))
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self.close_message)

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 4, 4)
        layout.setSpacing(8)
        layout.addWidget(self._sign)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Message"))
        self._close.setAccessibleName(self.tr("Close the message"))
        self._close.setToolTip(self.tr("Close the message"))

    def _restyle(self) -> None:
        theme = self._theme
        ink = {"info": theme.text, "warning": theme.warning, "danger": theme.danger}[self._level]
        name = "info" if self._level == "info" else "warning"
        self._sign.setPixmap(icon(name, theme, ink).pixmap(QSize(20, 20), self.devicePixelRatio()))
        self._close.setIcon(icon("close", theme, ink))
        self.setProperty("level", self._level)
        for widget in (self, self._label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _on_timeout(self) -> None:
        around = self.parentWidget()
        if around is not None and around.underMouse():
            self._timer.start(AGAIN_MS)
        else:
            self.close_message()

    def _on_action_clicked(self) -> None:
        answer = self._answer
        self.close_message()
        if answer is None:
            self.action_triggered.emit()
        else:
            answer()
