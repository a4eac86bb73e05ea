"""The part of the plane that is looked at: from and to, for x and y."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField

LARGEST = 1e100


class BoundsField(QWidget):
    """Says `bounds_typed` once all four numbers make a rectangle, and what is missing where they do not."""

    bounds_typed = Signal(tuple)
    choice_wanted = Signal()
    """The bounds that suit the surface."""
    view_wanted = Signal()
    """The bounds of what is in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = ("x", "y")
        self._bounds: tuple[float, ...] = (-1.0, 1.0, -1.0, 1.0)
        self.fields = tuple(NumberField(self) for _ in range(4))
        for field in self.fields:
            field.setMinimumWidth(56)
            field.set_limits(Limits(-LARGEST, LARGEST))
            field.value_changed.connect(self._on_field_value_changed)
        self._complaint = QLabel(self)
        self._complaint.setProperty("role", "error")
        self._complaint.setWordWrap(True)
        self._complaint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._complaint.hide()
        self.choose, self.take_view = QPushButton(self), QPushButton(self)
        for button in (self.choose, self.take_view):
            button.setFlat(True)
        self.choose.clicked.connect(self.choice_wanted)
        self.take_view.clicked.connect(self.view_wanted)
        self._build_layout()
        self._retranslate()

    def _build_layout(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        self._to = (QLabel(self), QLabel(self))
        self._letters = (QLabel("<i>x</i>", self), QLabel("<i>y</i>", self))
        for row, (letter, to) in enumerate(zip(self._letters, self._to, strict=True)):
            grid.addWidget(letter, row, 0)
            grid.addWidget(self.fields[2 * row], row, 1)
            grid.addWidget(to, row, 2)
            grid.addWidget(self.fields[2 * row + 1], row, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(self.choose)
        line.addWidget(self.take_view)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(grid)
        layout.addWidget(self._complaint)
        layout.addLayout(line)

    def set_variables(self, names: tuple[str, str]) -> None:
        """Call the two parameters what the surface calls them."""
        self._names = names
        for letter, name in zip(self._letters, names, strict=True):
            letter.setText(f"<i>{name}</i>")
        self._retranslate()

    def set_bounds(self, bounds: tuple[float, float, float, float]) -> None:
        """Show bounds that came from elsewhere."""
        if bounds == self._bounds and self.complaint():
            return  # what is being typed stays
        self._bounds = bounds
        self._complain("")
        for field, value in zip(self.fields, bounds, strict=True):
            field.set_value(value)

    def complaint(self) -> str:
        """What is wrong with the numbers now shown, or nothing."""
        return self._complaint.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        for label in self._to:
            label.setText(self.tr("to"))
        ends = (self.tr("{name} from"), self.tr("{name} to"))
        names = [end.format(name=name) for name in self._names for end in ends]
        for field, name in zip(self.fields, names, strict=True):
            field.setAccessibleName(name)
            field.setToolTip(self.tr("The part of the surface that is shown first and whenever it is fitted"))
        self.choose.setText(self.tr("Choose well"))
        self.choose.setToolTip(self.tr("Bounds that show what there is to see on this surface"))
        self.take_view.setText(self.tr("Take the view"))
        self.take_view.setToolTip(self.tr("Bounds as far as the map now reaches"))

    def _on_field_value_changed(self) -> None:
        typed = tuple(field.value() for field in self.fields)
        sentence = self._sentence(*typed)
        self._complain(sentence)
        if not sentence and typed != self._bounds:
            self._bounds = typed
            self.bounds_typed.emit(typed)

    def _sentence(self, x0: float, x1: float, y0: float, y1: float) -> str:
        wrong = [name for name, low, high in ((self._names[0], x0, x1), (self._names[1], y0, y1)) if not low < high]
        if not wrong:
            return ""
        return self.tr("{name} must go from a smaller to a larger number.").format(name=wrong[0])

    def _complain(self, sentence: str) -> None:
        self._complaint.setText(sentence)
        self._complaint.setVisible(bool(sentence))
