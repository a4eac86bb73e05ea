"""How many parameters a surface has, and which two of them are shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from gui.widgets.calm_combo_box import CalmComboBox


class DimensionsRow(QWidget):
    """Shown for surfaces that come with more than two parameters."""

    dimensions_chosen = Signal(int)
    axes_chosen = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = (0, 1)
        self._build_fields()
        self._build_layout()
        self._retranslate()
        self.hide()

    def _build_fields(self) -> None:
        self._label, self._axes_label, self._held = QLabel(self), QLabel(self), QLabel(self)
        self._held.setProperty("role", "caption")
        self._held.setWordWrap(True)
        self._held.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.count = QSpinBox(self)
        self.count.setMinimum(2)
        self.count.setKeyboardTracking(False)
        self.count.valueChanged.connect(self.dimensions_chosen)
        self._label.setBuddy(self.count)
        self.right, self.up = CalmComboBox(self), CalmComboBox(self)
        for box in (self.right, self.up):
            box.setMinimumWidth(48)
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.right.currentIndexChanged.connect(self._on_right_current_index_changed)
        self.up.currentIndexChanged.connect(self._on_up_current_index_changed)
        self._axes_label.setBuddy(self.right)

    def _build_layout(self) -> None:
        axes = QHBoxLayout()
        axes.setSpacing(4)
        axes.addWidget(self.right, 1)
        axes.addWidget(self.up, 1)
        layout = QGridLayout(self)
        layout.setContentsMargins(8, 6, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self._label, 0, 0)
        layout.addWidget(self.count, 0, 1)
        layout.addWidget(self._axes_label, 1, 0)
        layout.addLayout(axes, 1, 1)
        layout.addWidget(self._held, 2, 0, 1, 2)
        layout.setColumnStretch(1, 1)

    def set_dimensions(self, dim: int, most: int, axes: tuple[int, int], held: str) -> None:
        """Show how many parameters there are of at most so many, the axes shown, and a sentence about the others."""
        self.setVisible(most > 2)
        with QSignalBlocker(self.count), QSignalBlocker(self.right), QSignalBlocker(self.up):
            self.count.setMaximum(max(2, most))
            self.count.setValue(dim)
            for box, axis in ((self.right, axes[0]), (self.up, axes[1])):
                if box.count() != dim:
                    box.clear()
                    box.addItems([f"x{index}" for index in range(1, dim + 1)])
                box.setCurrentIndex(axis)
        self._axes = axes
        for part in (self._axes_label, self.right, self.up):
            part.setVisible(dim > 2)
        self._held.setText(held)
        self._held.setVisible(bool(held))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._label.setText(self.tr("Dimensions"))
        self._axes_label.setText(self.tr("Axes shown"))
        self.count.setAccessibleName(self.tr("Dimensions"))
        self.count.setToolTip(self.tr("How many parameters the loss has."))
        self.right.setAccessibleName(self.tr("Axis to the right"))
        self.right.setToolTip(self.tr("The parameter shown to the right"))
        self.up.setAccessibleName(self.tr("Axis upwards"))
        self.up.setToolTip(self.tr("The parameter shown upwards"))

    @Slot(int)
    def _on_right_current_index_changed(self, axis: int) -> None:
        """Choosing the parameter that the other axis shows swaps the two."""
        right, up = self._axes
        self._choose(axis, right if axis == up else up)

    @Slot(int)
    def _on_up_current_index_changed(self, axis: int) -> None:
        right, up = self._axes
        self._choose(up if axis == right else right, axis)

    def _choose(self, right: int, up: int) -> None:
        if -1 not in (right, up) and (right, up) != self._axes:
            self._axes = (right, up)
            self.axes_chosen.emit(right, up)
