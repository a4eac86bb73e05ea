"""What may be typed in a formula, to click on: functions, constants and examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from surfaces.formula.functions import ARITY, CONSTANTS

if TYPE_CHECKING:
    from collections.abc import Sequence

_COLUMNS = 4
_WHERE = "where( < 0, , )"
_SIGNS = ("x", "y", "^", "|x|", "√", "²", "·", "pi", "e")
EXAMPLES = (
    "x^2/20 + y^2",
    "a x^2 + b y^2",
    "sin(3x)·cos(y)",
    "(1 - x)^2 + 100 (y - x^2)^2",
    "|x| + |y|",
    "max(x, y) + x^2/4",
    "1 - exp(-(x - a)^2 - y^2)",
    "x^3 - 3 x y^2",
)
"""Formulas worth a look, written as people type them."""


class FormulaHelp(QFrame):
    """A popup below its owner; what is clicked is inserted."""

    piece_chosen = Signal(str)
    example_chosen = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self._owner = owner
        self.setObjectName("FormulaHelp")
        self.buttons: dict[str, QPushButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        functions = [_WHERE if name == "where" else f"{name}({', ' * (n - 1)})" for name, n in ARITY.items()]
        self._add(self.tr("Functions"), functions, _COLUMNS)
        self._add(self.tr("Variables, signs and constants"), [*_SIGNS, *self._other_constants()], len(_SIGNS))
        words = QLabel(self.tr("Any other name becomes a parameter with a slider."), self)
        words.setProperty("role", "muted")
        layout.addWidget(words)
        self._add(self.tr("Examples"), EXAMPLES, 2, examples=True)

    def show_below(self) -> None:
        """Open next to the owner, inside its screen."""
        self.adjustSize()
        screen = self._owner.screen().availableGeometry()
        corner = self._owner.mapToGlobal(QPoint(0, self._owner.height() + 2))
        x = max(screen.left(), min(corner.x(), screen.right() - self.width()))
        y = max(screen.top(), min(corner.y(), screen.bottom() - self.height()))
        self.move(x, y)
        self.show()

    @staticmethod
    def _other_constants() -> list[str]:
        return [name for name in CONSTANTS if name not in _SIGNS]

    def _add(self, title: str, pieces: Sequence[str], columns: int, *, examples: bool = False) -> None:
        heading = QLabel(title, self)
        heading.setProperty("role", "section")
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.addWidget(heading)
        grid = QGridLayout()
        grid.setSpacing(2)
        for index, piece in enumerate(pieces):
            button = QPushButton(_shown(piece), self)
            button.setFlat(True)
            button.setProperty("piece", piece)
            button.clicked.connect(self._on_example_clicked if examples else self._on_piece_clicked)
            self.buttons[piece] = button
            grid.addWidget(button, index // columns, index % columns)
        layout.addLayout(grid)

    def _on_piece_clicked(self) -> None:
        self.hide()
        self.piece_chosen.emit(str(self.sender().property("piece")))

    def _on_example_clicked(self) -> None:
        self.hide()
        self.example_chosen.emit(str(self.sender().property("piece")))


def _shown(piece: str) -> str:
    """Return how a function to be filled in looks: sin(…), max(a, b)."""
    if piece == _WHERE:
        return "where(x < 0, a, b)"
    name, bracket, inner = piece.partition("(")
    if not bracket or inner.strip(", )"):
        return piece
    return f"{name}({', '.join('abc'[: inner.count(',') + 1])})" if "," in inner else f"{name}(…)"
