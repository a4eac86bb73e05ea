"""One parameter on one line: its name, a slider and a number, or a choice, or a switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSizePolicy, QWidget

from gui.numbers import format_number
from gui.translation.sentences import data_text
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.limits import Limits
from gui.widgets.log_slider import ScaleSlider
from gui.widgets.number_field import NumberField
from gui.widgets.range_popup import RangePopup
from gui.widgets.reset_label import ResetLabel
from gui.widgets.scale import Scale, grown

if TYPE_CHECKING:
    from gui.widgets.choice import Offer
    from gui.widgets.parameter_spec import ParameterSpec, Value

LABEL_WIDTH = 92
NUMBER_WIDTH = 76
ROW_HEIGHT = 26
INDENT = 10
"""By so many pixels the rows of a part are moved to the right …"""
DEEPEST = 3
"""… and those of a part of a part of a part …, up to so often."""


class ParameterRow(QWidget):
    """Says `changed(name, value, dragging)`; dragging is true while a slider moves and false at the end."""

    changed = Signal(str, object, bool)

    def __init__(self, spec: ParameterSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._value: Value = spec.default
        self._dragged = False
        self._slider: ScaleSlider | None = None
        self._field: NumberField | None = None
        self._box: CalmComboBox | None = None
        self._part: ChoiceBox | None = None
        self._check: QCheckBox | None = None
        self._range_action: QAction | None = None
        self._build_frame()
        if spec.offer:
            self._build_part(spec.offer)
        elif spec.kind == "choice":
            self._build_choice()
        elif spec.kind == "switch":
            self._build_switch()
        else:
            self._build_number()
        self._retranslate()
        self.set_value(spec.default)

    def value(self) -> Value:
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a value that came from elsewhere."""
        self._value = value
        if self._box:
            with QSignalBlocker(self._box):
                self._box.setCurrentIndex(self._box.findData(value))
        if self._part:
            self._part.set_current(str(value))
        if self._check:
            with QSignalBlocker(self._check):
                self._check.setChecked(bool(value))
        if self._field and self._slider:
            self._field.set_value(float(value))
            self._reach(float(value))
            if not self._slider.isSliderDown():
                self._slider.set_value(float(value))

    def set_label_width(self, width: int) -> None:
        """Give the name more or less room, so that rows align."""
        self._label.setFixedWidth(width)

    def reset(self) -> None:
        """Go back to the default."""
        if self._field:
            self._field.restore()
        self._commit(self.spec.default)
        self.set_value(self.spec.default)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._part:
                self._part.refresh()

    def _build_frame(self) -> None:
        self._label = ResetLabel(self.spec.label, self)
        self._label.setFixedWidth(LABEL_WIDTH)
        self._label.reset_requested.connect(self.reset)
        self._error = QLabel(self)
        self._error.setProperty("role", "error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INDENT * min(self.spec.depth, DEEPEST), 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._grid.setRowMinimumHeight(0, ROW_HEIGHT)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._label, 0, 0)
        self._grid.addWidget(self._error, 1, 0, 1, 3)
        self._reset_action = QAction(self)
        self._reset_action.triggered.connect(self.reset)
        self.addAction(self._reset_action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _build_number(self) -> None:
        spec, start = self.spec, float(self.spec.default)
        self._scale = Scale(spec.scale or "linear", spec.low, spec.high)
        self._slider = ScaleSlider(self._scale, start, self)
        self._slider.setMinimumWidth(48)
        self._slider.value_changed.connect(self._on_slider_value_changed)
        self._slider.sliderReleased.connect(self._on_slider_released)
        self._slider.reset_requested.connect(self.reset)
        self._field = NumberField(self, value=start, own_note=False)
        whole = spec.kind == "whole"
        self._field.set_limits(Limits(spec.minimum, spec.maximum, spec.above, spec.below, whole))
        self._field.set_logarithmic(spec.scale == "log")
        self._field.setFixedWidth(NUMBER_WIDTH)
        self._field.setFixedHeight(ROW_HEIGHT - 2)
        self._field.value_changed.connect(self._on_field_value_changed)
        self._field.rejected.connect(self._on_field_rejected)
        self._field.rejection_cleared.connect(self._error.hide)
        self._label.setBuddy(self._field)
        self._grid.addWidget(self._slider, 0, 1)
        self._grid.addWidget(self._field, 0, 2)
        if spec.grows:
            self._range_action = QAction(self)
            self._range_action.triggered.connect(self._on_range_action_triggered)
            self.addAction(self._range_action)

    def _build_choice(self) -> None:
        self._box = CalmComboBox(self)
        for choice in self.spec.choices:
            self._box.addItem(data_text(choice), choice)
        self._box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._box.activated.connect(self._on_box_activated)
        self._label.setBuddy(self._box)
        self._grid.addWidget(self._box, 0, 1, 1, 2)

    def _build_part(self, offer: Offer) -> None:
        self._label.setProperty("role", "part")
        self._part = ChoiceBox(offer, self)
        self._part.chosen.connect(self._commit)
        self._label.setBuddy(self._part)
        self._grid.addWidget(self._part, 0, 1, 1, 2)

    def _build_switch(self) -> None:
        self._check = QCheckBox(self)
        self._check.clicked.connect(self._on_check_clicked)
        self._label.setBuddy(self._check)
        self._grid.addWidget(self._check, 0, 1, 1, 2)

    def _retranslate(self) -> None:
        self._reset_action.setText(self.tr("Reset to {value}").format(value=self._shown(self.spec.default)))
        if self._range_action:
            self._range_action.setText(self.tr("Ends of the slider…"))
        self._show_tool_tip()

    def _show_tool_tip(self) -> None:
        self._label.setToolTip(self._tool_tip())
        for control in (self._slider, self._field, self._box, self._check):
            if control:
                control.setAccessibleName(self.spec.full_label)
                control.setToolTip(self._label.toolTip())
        if self._part:
            self._part.setAccessibleName(self.spec.full_label)

    def _tool_tip(self) -> str:
        """Name (it may be cut off), help, default and range, one below the other."""
        spec = self.spec
        default = self.tr("Default {value} (double click the name to reset)")
        facts = [spec.full_label, spec.help, default.format(value=self._shown(spec.default))]
        if spec.kind in ("number", "whole"):
            ends = {"low": format_number(self._scale.low), "high": format_number(self._scale.high)}
            facts.append(self.tr("Slider from {low} to {high}").format(**ends))
        return "\n".join(fact for fact in facts if fact)

    def _shown(self, value: Value) -> str:
        if isinstance(value, bool):
            return self.tr("on") if value else self.tr("off")
        if self.spec.offer:
            return self.spec.offer.one(str(value)).title
        return value if isinstance(value, str) else format_number(value)

    def _typed(self, value: float) -> Value:
        return round(value) if self.spec.kind == "whole" else value

    def _commit(self, value: Value) -> None:
        """Take a finished edit; say so only if it changed something."""
        if value != self._value:
            self._value = value
            self.changed.emit(self.spec.name, value, False)

    def _on_slider_value_changed(self, value: float) -> None:
        typed = self._typed(value)
        if typed == self._value or not (self._slider and self._field):
            return
        self._value = typed
        self._dragged = self._slider.isSliderDown()
        self._field.restore()
        self._field.set_value(float(typed))
        self.changed.emit(self.spec.name, typed, self._dragged)

    def _on_slider_released(self) -> None:
        if self._dragged:
            self._dragged = False
            self.changed.emit(self.spec.name, self._value, False)

    def _reach(self, value: float) -> None:
        """Let the slider's ends follow a value beyond them, but not under the mouse."""
        if self.spec.grows and self._slider and not self._slider.isSliderDown():
            self.set_scale(grown(self._scale, value))

    def set_scale(self, scale: Scale) -> None:
        """Give the slider other ends."""
        if self._slider and scale != self._scale:
            self._scale = scale
            self._slider.set_scale(scale)
            self._show_tool_tip()

    def _on_range_action_triggered(self) -> None:
        popup = RangePopup(self._scale, self)
        popup.range_chosen.connect(self.set_scale)
        popup.show_below(self)

    def _on_field_value_changed(self, value: float) -> None:
        if self._slider:
            self._reach(value)
            self._slider.set_value(value)
        self._commit(self._typed(value))

    def _on_field_rejected(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()

    def _on_box_activated(self, index: int) -> None:
        self._commit(self.spec.choices[index])

    def _on_check_clicked(self, on: bool) -> None:
        self._commit(on)
