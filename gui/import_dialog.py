"""The dialog that makes a surface of a height map: what the file holds, what is made of it, and how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.height_import import MOST_SMOOTHING, SIDES, ImportOptions
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

PREVIEW = QSize(360, 300)


class ImportDialog(QDialog):
    """Says what is wished; whoever opened it reads the file and hands over pictures."""

    file_wanted = Signal()
    options_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import height map"))
        self._build_file()
        self._build_preview()
        self._build_options()
        self._build_buttons()
        self._build_layout()
        self.set_ready(False)

    def options(self) -> ImportOptions:
        """Return what is to be made of the grid."""
        return ImportOptions(
            side=int(self.side.currentData()),
            smoothing=self.smoothing.value(),
            invert=self.invert.isChecked(),
            low=self.low.value(),
            high=self.high.value(),
        )

    def set_file(self, name: str, facts: str) -> None:
        """Show which file it is and what it holds."""
        self._file.setText(name)
        self._file.setToolTip(name)
        self._facts.setText(facts)

    def set_defaults(self, low: float, high: float, smoothing: float) -> None:
        """Show what suits the file that was just read."""
        for field, value in ((self.low, low), (self.high, high), (self.smoothing, smoothing)):
            field.set_value(value)

    def set_preview(self, picture: QPixmap) -> None:
        """Show what the surface will look like."""
        self._preview.setPixmap(picture)
        self._preview.setAccessibleDescription("")
        self.set_ready(True)

    def set_problem(self, sentence: str) -> None:
        """Show in place of the picture why there is none."""
        self._preview.clear()
        self._preview.setText(sentence)
        self._preview.setAccessibleDescription(sentence)
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Say whether what is shown is what would be imported."""
        self.ok.setEnabled(ready)

    def add_progress(self, progress: QWidget) -> None:
        """Put a widget that shows how far the reading is below the picture."""
        self._buttons_row.insertWidget(0, progress)

    def problem(self) -> str:
        """The sentence in place of the picture."""
        return self._preview.text()

    def has_preview(self) -> bool:
        """Whether a picture is shown."""
        return not self._preview.pixmap().isNull()

    def _build_file(self) -> None:
        self._file, self._facts = QLabel(self), QLabel(self)
        self._file.setTextFormat(Qt.TextFormat.PlainText)
        self._file.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts.setProperty("role", "muted")
        self.choose = QPushButton(self.tr("Choose file…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self.file_wanted)

    def _build_preview(self) -> None:
        self._preview = QLabel(self)
        self._preview.setFixedSize(PREVIEW)
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setWordWrap(True)
        self._preview.setTextFormat(Qt.TextFormat.PlainText)
        self._preview.setAccessibleName(self.tr("Preview"))

    def _build_options(self) -> None:
        self.invert = QCheckBox(self.tr("Turn over: high becomes low"), self)
        self.invert.toggled.connect(self._on_option_changed)
        self.smoothing = NumberField(self)
        self.smoothing.set_limits(Limits(0.0, MOST_SMOOTHING))
        self.low, self.high = NumberField(self), NumberField(self)
        for field in (self.smoothing, self.low, self.high):
            field.setFixedWidth(96)  # room for −1.234e−05
            field.value_changed.connect(self._on_option_changed)
        self.side = CalmComboBox(self)
        for side in SIDES:
            self.side.addItem(self.tr("{count} points").format(count=side), side)
        self.side.setCurrentIndex(len(SIDES) - 1)
        self.side.currentIndexChanged.connect(self._on_option_changed)
        self.smoothing.setToolTip(self.tr("Gaussian blur: how far, in points of the map. 0 leaves it as it is."))
        self.side.setToolTip(self.tr("Larger maps are averaged down to this."))
        self.smoothing.setAccessibleName(self.tr("Smooth"))
        self.low.setAccessibleName(self.tr("Lowest height"))
        self.high.setAccessibleName(self.tr("Highest height"))
        self.side.setAccessibleName(self.tr("Longer side"))

    def _build_buttons(self) -> None:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.ok = box.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Import"))
        self.ok.setMinimumWidth(96)
        self.cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
        for button in (self.ok, self.cancel):
            button.setIcon(QIcon())  # some desktops would put pictures of their own there
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        self._buttons_row = QHBoxLayout()
        self._buttons_row.addStretch(1)
        self._buttons_row.addWidget(box)

    def _build_layout(self) -> None:
        file = QVBoxLayout()
        file.setSpacing(4)
        file.addWidget(self._file)
        file.addWidget(self._facts)
        top = QHBoxLayout()
        top.addLayout(file, 1)
        top.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self._preview)
        middle.addLayout(self._options_layout())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(top)
        layout.addLayout(middle)
        layout.addLayout(self._buttons_row)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    def _options_layout(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget, str], ...] = (
            (self.tr("Lowest height"), self.low, ""),
            (self.tr("Highest height"), self.high, ""),
            (self.tr("Smooth"), self.smoothing, self.tr("points")),
            (self.tr("Longer side"), self.side, ""),
        )
        for row, (title, field, unit) in enumerate(rows):
            label = QLabel(title, self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, 1, 1 if unit else 2, Qt.AlignmentFlag.AlignLeft)
            if unit:
                grid.addWidget(QLabel(unit, self), row, 2)
        grid.setColumnStretch(2, 1)
        grid.addWidget(self.invert, len(rows), 0, 1, 3)
        grid.setRowStretch(len(rows) + 1, 1)
        return grid

    def _on_option_changed(self) -> None:
        self.set_ready(False)
        self.options_changed.emit()
