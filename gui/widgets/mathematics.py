"""A formula as in a book: paths typeset elsewhere, the same as rich text until they come or when they cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from gui.typesetting import Typeset

SMALLEST_SHARE = 0.72
"""A formula too wide for its place is drawn smaller down to this share of its size; then it scrolls."""
_GROWN = 1.12
"""Letters of the typeset font look smaller than those of the window's at the same size."""


class Mathematics(QWidget):
    """Asks for what it shows by `typeset_wanted`, once it is in sight, and is answered by `set_typeset`.

    What is drawn is paths, so it is sharp on every screen; its colour is the palette's.
    """

    typeset_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.latex = ""
        self._is_waiting = False
        self._words = QLabel(self)
        self._words.setProperty("role", "formula")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._sheet = _Sheet()
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._sheet)
        self._area.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._area)

    def set_formula(self, latex: str, html: str, plain: str) -> None:
        """Show a formula: as LaTeX, or as rich text; screen readers are given the plain text."""
        self.setAccessibleName(plain)
        self._words.setText(html)
        if latex == self.latex:
            return
        self.latex = latex
        self._is_waiting = bool(latex)
        if not latex:
            self.set_typeset(None)
        elif self.isVisible():
            self.typeset_wanted.emit(latex)

    def set_typeset(self, typeset: Typeset | None) -> None:
        """Show the formula as typeset, or as text where that is impossible; one that is outdated is ignored."""
        if typeset is not None and typeset.latex != self.latex:
            return
        self._is_waiting = False
        self._sheet.set_typeset(typeset)
        self._words.setVisible(typeset is None)
        self._area.setVisible(typeset is not None)
        self._fit()

    def wants_typeset(self) -> bool:
        """Whether it is in sight and still waits."""
        return self._is_waiting and self.isVisible()

    def is_typeset(self) -> bool:
        """Whether the current formula stands there as in a book."""
        return not self._is_waiting and self._sheet.typeset is not None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_waiting:
            self.typeset_wanted.emit(self.latex)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Draw as large as there is room for, and take the height which that needs."""
        if self._sheet.typeset is None:
            return
        size = _GROWN * QFontInfo(self._words.font()).pixelSize()
        natural = self._sheet.size_at(size)
        share = min(1.0, max(SMALLEST_SHARE, self.width() / max(1, natural.width())))
        fitted = self._sheet.size_at(share * size)
        self._sheet.resize(fitted)
        scrolls = fitted.width() > self.width()
        self._area.setToolTip(self.accessibleName() if scrolls else "")
        bar = self._area.horizontalScrollBar().sizeHint().height() if scrolls else 0
        self._area.setFixedHeight(fitted.height() + bar)


class _Sheet(QWidget):
    """Paints one formula over its whole area."""

    def __init__(self) -> None:
        super().__init__()
        self.typeset: Typeset | None = None
        self._renderer: QSvgRenderer | None = None
        self._colour = ""

    def set_typeset(self, typeset: Typeset | None) -> None:
        self.typeset, self._renderer = typeset, None
        self.update()

    def size_at(self, font_size: float) -> QSize:
        """Return how much room the formula takes."""
        if self.typeset is None:
            return QSize()
        return QSize(round(self.typeset.width * font_size) + 1, round(self.typeset.height * font_size) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.typeset is None:
            return
        colour = self.palette().color(QPalette.ColorRole.WindowText).name()
        if self._renderer is None or colour != self._colour:
            self._renderer = QSvgRenderer(QByteArray(self.typeset.coloured(colour)))
            self._colour = colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
