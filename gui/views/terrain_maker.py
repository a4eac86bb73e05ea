"""Random terrain: a seed, a number of wells, a roughness, and the button that makes it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSlider, QToolButton, QWidget

from gui.icons import icon
from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField
from surfaces.random_terrain import MOST_WELLS

if TYPE_CHECKING:
    from gui.theme import Theme

LARGEST_SEED = 9999


class TerrainMaker(QWidget):
    """Says which terrain is wished."""

    wished = Signal(int, int, float)
    """(seed, wells, roughness)"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seed, self.wells = NumberField(self, value=1.0), NumberField(self, value=4.0)
        self.seed.set_limits(Limits(0.0, LARGEST_SEED, whole=True))
        self.wells.set_limits(Limits(1.0, MOST_WELLS, whole=True))
        self.roughness = QSlider(Qt.Orientation.Horizontal, self)
        self.roughness.setRange(0, 100)
        self.roughness.setValue(50)
        self.new_seed, self.make = QToolButton(self), QPushButton(self)
        self.new_seed.clicked.connect(self._on_new_seed_clicked)
        self.make.clicked.connect(self._on_make_clicked)
        self._labels = [QLabel(self) for _ in range(3)]
        self._build_layout()
        self.retranslate()

    def _build_layout(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(4)
        for label, field in zip(self._labels, (self.seed, self.wells, self.roughness), strict=True):
            label.setBuddy(field)
        layout.addWidget(self._labels[0], 0, 0)
        layout.addWidget(self.seed, 0, 1)
        layout.addWidget(self.new_seed, 0, 2)
        layout.addWidget(self._labels[1], 0, 3)
        layout.addWidget(self.wells, 0, 4)
        layout.addWidget(self._labels[2], 1, 0)
        layout.addWidget(self.roughness, 1, 1, 1, 2)
        layout.addWidget(self.make, 1, 3, 1, 2)
        layout.setColumnStretch(1, 3)
        layout.setColumnStretch(4, 2)
        for field in (self.seed, self.wells):
            field.setMinimumWidth(40)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icon."""
        self.new_seed.setIcon(icon("reset", theme))

    def retranslate(self) -> None:
        """Write everything in the window's language."""
        texts = (self.tr("Seed"), self.tr("Wells"), self.tr("Rough"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.make.setText(self.tr("Make"))
        self.make.setToolTip(self.tr("Put random features on the base instead of those that are there"))
        self.new_seed.setToolTip(self.tr("Another seed, and its terrain at once"))
        self.new_seed.setAccessibleName(self.tr("Another seed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed always makes the same terrain"))
        self.wells.setAccessibleName(self.tr("Number of wells"))
        self.wells.setToolTip(self.tr("How many wells, each with a minimum"))
        self.roughness.setAccessibleName(self.tr("Roughness"))
        self.roughness.setToolTip(self.tr("How many and how high hills and ripples lie between the wells"))

    def _on_new_seed_clicked(self) -> None:
        self.seed.set_value(float(random.randrange(LARGEST_SEED + 1)))
        self._on_make_clicked()

    def _on_make_clicked(self) -> None:
        for field in (self.seed, self.wells):
            field.commit()
            if field.complaint():
                return
        self.wished.emit(int(self.seed.value()), int(self.wells.value()), self.roughness.value() / 100.0)
