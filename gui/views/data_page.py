"""The Data page: a model, its samples, what is done to them, and the chance that draws from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.views.sample_plot import SamplePlot
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.parameter_rows import ParameterRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QShowEvent

    from gui.theme import Theme
    from gui.widgets.parameter_spec import ParameterSpec, Value

SECTIONS = ("model", "samples", "preparation", "bag", "chance")


class DataPage(QWidget):
    """Says what is wished; the session decides."""

    model_chosen = Signal(str)
    source_chosen = Signal(str)
    source_changed = Signal(str, object, bool)
    preparation_changed = Signal(str, object, bool)
    bag_toggled = Signal(bool)
    bag_changed = Signal(str, object, bool)
    seed_changed = Signal(str, object, bool)
    file_wanted = Signal()
    clear_wanted = Signal()
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = {name: self._label("section") for name in SECTIONS}
        self._build_model()
        self._build_samples()
        self._build_rows()
        self._build_layout()
        self._retranslate()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _box(self) -> CalmComboBox:
        box = CalmComboBox(self)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return box

    def _build_model(self) -> None:
        self.model = self._box()
        self.model.activated.connect(self._on_model_activated)
        self._about = self._label("muted")

    def _build_samples(self) -> None:
        self.source = self._box()
        self.source.activated.connect(self._on_source_activated)
        self.plot = SamplePlot(self)
        self._summary = self._label("muted")
        self._hint = self._label("muted")
        self.file = QPushButton(self)
        self.file.clicked.connect(self.file_wanted)
        self.clear = QPushButton(self)
        self.clear.clicked.connect(self.clear_wanted)

    def _build_rows(self) -> None:
        self.source_rows, self.preparation_rows = ParameterRows(self), ParameterRows(self)
        self.bag_rows, self.chance_rows, self.target_rows = (
            ParameterRows(self),
            ParameterRows(self),
            ParameterRows(self),
        )
        self.source_rows.changed.connect(self.source_changed)
        self.preparation_rows.changed.connect(self.preparation_changed)
        self.bag_rows.changed.connect(self.bag_changed)
        self.chance_rows.changed.connect(self.seed_changed)
        self.bag = QCheckBox(self)
        self.bag.clicked.connect(self.bag_toggled)
        self._bag_hint = self._label("muted")

    def _build_layout(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.file, 1)
        buttons.addWidget(self.clear)
        self._buttons = QWidget(self)
        self._buttons.setLayout(buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        self._parts: dict[str, tuple[QWidget, ...]] = {
            "model": (self.model, self._about),
            "samples": (
                *(self.source, self.plot, self._summary, self.target_rows),
                *(self._hint, self._buttons, self.source_rows),
            ),
            "preparation": (self.preparation_rows,),
            "bag": (self.bag, self._bag_hint, self.bag_rows),
            "chance": (self.chance_rows,),
        }
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for name in SECTIONS:
            for part in (self._titles[name], *self._parts[name]):
                layout.addWidget(part)
        layout.addStretch(1)

    # What the owner sets

    def set_theme(self, theme: Theme) -> None:
        """Recolour the plot."""
        self.plot.set_theme(theme)

    def set_models(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer models: names and titles."""
        with QSignalBlocker(self.model):
            self.model.clear()
            for name, title in choices:
                self.model.addItem(title, name)

    def set_model(self, name: str, about: str) -> None:
        """Show which model it is; no name: the surface is not made of data."""
        with QSignalBlocker(self.model):
            self.model.setCurrentIndex(self.model.findData(name) if name else -1)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        for section in ("samples", "preparation"):
            self._show_section(section, bool(name))
        self._show_section("bag", not name)

    def set_source(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer sources of samples, one of them chosen."""
        with QSignalBlocker(self.source):
            self.source.clear()
            for name, title in choices:
                self.source.addItem(title, name)
            self.source.setCurrentIndex(self.source.findData(chosen))

    def set_summary(self, text: str) -> None:
        """Say how many samples there are, and which of them a step draws."""
        self._summary.setText(text)

    def set_target(self, specs: tuple[ParameterSpec, ...], values: Mapping[str, Value]) -> None:
        """Offer the target of the next sample, where a click cannot tell it."""
        self.target_rows.set_rows(specs, values)
        self.target_rows.setVisible(bool(specs))

    def set_bag(self, possible: bool, on: bool, text: str) -> None:
        """Show whether samples are drawn over an analytic surface."""
        self.bag.setEnabled(possible)
        self.bag.setChecked(on)
        self._bag_hint.setText(text)

    def set_chance(self, shown: bool) -> None:
        """Show the seed only where something is drawn."""
        self._show_section("chance", shown)

    def _show_section(self, name: str, shown: bool) -> None:
        for part in (self._titles[name], *self._parts[name]):
            part.setVisible(shown)

    # What is done here

    def _on_model_activated(self, index: int) -> None:
        self.model_chosen.emit(self.model.itemData(index))

    def _on_source_activated(self, index: int) -> None:
        self.source_chosen.emit(self.source.itemData(index))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (
            self.tr("Model"),
            self.tr("Samples"),
            self.tr("Preparation"),
            self.tr("Bag of samples"),
            self.tr("Chance"),
        )
        for name, title in zip(SECTIONS, titles, strict=True):
            self._titles[name].setText(title.upper())
        self._hint.setText(self.tr("Click adds a sample, dragging moves it, a right click takes it away."))
        self.model.setAccessibleName(self.tr("Model"))
        self.model.setPlaceholderText(self.tr("Choose a model…"))
        self.source.setAccessibleName(self.tr("Source of the samples"))
        self.file.setText(self.tr("From a file…"))
        self.file.setToolTip(self.tr("Take the samples from the columns of a CSV file"))
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(self.tr("Take away all samples but the first two"))
        self.bag.setText(self.tr("Draw from a bag of samples"))
