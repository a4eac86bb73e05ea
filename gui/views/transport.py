"""The one place that owns time: play, step, how the runs go along, and the moment all views show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from engine.clock import CLOCKS, ITERATION
from gui.icons import icon
from gui.numbers import format_number, tabular_font
from gui.theme import LIGHT, Theme
from gui.views.pace_box import PaceBox
from gui.views.stops_button import StopsButton
from gui.widgets.calm_combo_box import CalmComboBox
from gui.widgets.jump_slider import JumpSlider
from gui.widgets.limits import Limits
from gui.widgets.number_field import NumberField

SPEEDS = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 1000.0, 5000.0)
"""Steps per second on offer, or evaluations or epochs."""
LONGEST = 10_000_000
HEIGHT = 44
_STEPS = {"back-ten": -10, "step-back": -1, "step-forward": 1, "forward-ten": 10}
_BUTTONS = ("to-start", "back-ten", "step-back", "play", "step-forward", "forward-ten", "to-end")


class Transport(QWidget):
    """Shows the playhead and says what the person wants; setters never speak.

    It counts ticks, of which so many make a unit; the number shown is in units.
    """

    to_start_requested = Signal()
    to_end_requested = Signal()
    step_requested = Signal(int)
    play_toggled = Signal(bool)
    tick_requested = Signal(int)
    speed_changed = Signal(float)

    def __init__(self, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._playing = False
        self._last = 0
        self._unit = 1
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._build_buttons()
        self._build_time()
        self._build_speed()
        self._build_layout()
        self.set_theme(theme)
        self._retranslate()

    def tick(self) -> int:
        return self.slider.value()

    def track(self) -> tuple[int, int]:
        """Where the slider shows tick 0 and its last one, in pixels of this widget."""
        slider = self.slider
        first, last = slider.ends()
        return slider.x() + first, slider.x() + last

    def last(self) -> int:
        return self._last

    def is_playing(self) -> bool:
        return self._playing

    def speed(self) -> float:
        return float(self._speed.currentData())

    def set_tick(self, tick: int) -> None:
        """Show a moment."""
        self._field.set_value(tick / self._unit)
        with QSignalBlocker(self.slider):
            self.slider.setValue(tick)

    def set_pace(self, pace: str, unit: int, *, epochs: bool) -> None:
        """Say how the runs go along, how many ticks make one of what is counted, and whether there are epochs."""
        self.pace.set_pace(pace, epochs=epochs)
        self._unit = unit
        self._field.set_limits(Limits(minimum=0, maximum=LONGEST / unit, whole=unit == 1))
        self._field.set_value(self.tick() / unit)
        self._name_time()

    def set_last(self, last: int) -> None:
        """Say how far the slider reaches, in ticks."""
        self._last = last
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, last)
            self.slider.setPageStep(max(1, last // 10))
        self.slider.setEnabled(last > 0)
        self._show_last()

    def set_playing(self, playing: bool) -> None:
        """Turn the play button into pause, or back."""
        self._playing = playing
        self._buttons["play"].setIcon(icon("pause" if playing else "play", self._theme, self._theme.accent_text))
        self._name_play()

    def set_speed(self, speed: float) -> None:
        """Show a speed; one that is not on offer joins the list."""
        with QSignalBlocker(self._speed):
            if self._speed.findData(speed) < 0:
                rank = sum(float(self._speed.itemData(i)) < speed for i in range(self._speed.count()))
                self._speed.insertItem(rank, self._speed_text(speed), speed)
            self._speed.setCurrentIndex(self._speed.findData(speed))

    def set_busy(self, busy: bool) -> None:
        """Say that steps are still being computed."""
        self._busy = busy
        self._show_last()

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in a theme's ink."""
        self._theme = theme
        for name, button in self._buttons.items():
            button.setIcon(icon(name, theme))
        self.stops.set_theme(theme)
        self.set_playing(self._playing)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build_buttons(self) -> None:
        self._buttons: dict[str, QToolButton] = {}
        for name in _BUTTONS:
            button = QToolButton(self)
            button.setObjectName(name)
            button.setIconSize(QSize(20, 20))
            button.setFixedSize(32, 32)
            button.setAutoRaise(True)
            self._buttons[name] = button
        for name in _STEPS:
            self._buttons[name].setAutoRepeat(True)
            self._buttons[name].setAutoRepeatDelay(400)
            self._buttons[name].setAutoRepeatInterval(60)
            self._buttons[name].clicked.connect(self._on_step_clicked)
        self._buttons["play"].setProperty("role", "primary")
        self._buttons["play"].setFixedSize(40, 32)
        self._buttons["play"].clicked.connect(self._on_play_clicked)
        self._buttons["to-start"].clicked.connect(self.to_start_requested)
        self._buttons["to-end"].clicked.connect(self.to_end_requested)

    def _build_time(self) -> None:
        self.pace = PaceBox(self)
        self.pace.setFixedHeight(28)
        self._field = NumberField(self, digits=9)
        self._field.set_limits(Limits(minimum=0, maximum=LONGEST, whole=True))
        self._field.setFixedSize(72, 26)
        self._field.value_changed.connect(self._on_field_value_changed)
        self._total = QLabel(self)
        self._total.setProperty("role", "muted")
        self._total.setFont(tabular_font(self._total.font()))
        self.slider = JumpSlider(self)
        self.slider.setMinimumWidth(120)
        self.slider.setRange(0, 0)
        self.slider.setEnabled(False)
        self.slider.valueChanged.connect(self._on_slider_value_changed)

    def _build_speed(self) -> None:
        self._speed = CalmComboBox(self)
        self._speed.setObjectName("speed")
        for speed in SPEEDS:
            self._speed.addItem("", speed)
        self._speed.setCurrentIndex(SPEEDS.index(10.0))
        self._speed.setFixedHeight(28)
        self._speed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._speed.activated.connect(self._on_speed_activated)
        self.stops = StopsButton(self)
        self.stops.setFixedSize(32, 32)

    def _build_layout(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 4)
        layout.setSpacing(2)
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addSpacing(10)
        layout.addWidget(self.pace)
        layout.addSpacing(6)
        layout.addWidget(self._field)
        layout.addSpacing(6)
        layout.addWidget(self._total)
        layout.addSpacing(10)
        layout.addWidget(self.slider, 1)
        layout.addSpacing(8)
        layout.addWidget(self.stops)
        layout.addSpacing(4)
        layout.addWidget(self._speed)

    def _retranslate(self) -> None:
        self._name(self._buttons["to-start"], self.tr("To the start"), self.tr("Home"))
        self._name(self._buttons["back-ten"], self.tr("Ten steps back"), self.tr("Shift+←"))
        self._name(self._buttons["step-back"], self.tr("One step back"), self.tr("←"))
        self._name(self._buttons["step-forward"], self.tr("One step forward"), self.tr("→"))
        self._name(self._buttons["forward-ten"], self.tr("Ten steps forward"), self.tr("Shift+→"))
        self._name(self._buttons["to-end"], self.tr("To the end"), self.tr("End"))
        self._name_play()
        self._name_time()

    def _name_time(self) -> None:
        """Name what is counted."""
        clock = self.pace.pace() if self.pace.pace() in CLOCKS else ITERATION
        names = {ITERATION: self.tr("Iteration"), "evaluations": self.tr("Evaluations"), "epoch": self.tr("Epoch")}
        self._name(self._field, names[clock], self.tr("past the end computes more steps"))
        self._name(self.slider, self.tr("Time slider"), self.tr("drag through all of it"))
        self._name(self._speed, self.tr("Playback speed"), self.tr("while playing"))
        self._texts = {
            ITERATION: (self.tr("1 step/s"), self.tr("{speed} steps/s")),
            "evaluations": (self.tr("1 evaluation/s"), self.tr("{speed} evaluations/s")),
            "epoch": (self.tr("1 epoch/s"), self.tr("{speed} epochs/s")),
        }[clock]
        for index in range(self._speed.count()):
            self._speed.setItemText(index, self._speed_text(float(self._speed.itemData(index))))
        self._show_last()

    def _name_play(self) -> None:
        name = self.tr("Pause") if self._playing else self.tr("Play")
        self._name(self._buttons["play"], name, self.tr("Space"))

    def _name(self, control: QWidget, name: str, note: str) -> None:
        control.setAccessibleName(name)
        control.setToolTip(f"{name} ({note})")

    def _speed_text(self, speed: float) -> str:
        return self._texts[0] if speed == 1 else self._texts[1].format(speed=format_number(speed))

    def _show_last(self) -> None:
        rest, busy, last = self.tr("of {last}"), self.tr("of {last} …"), format_number(self._last / self._unit, 9)
        # The slider beside it must not jump when the dots come and go; and only a label of fixed size can change
        # its text without the whole window being laid out and painted again, twice for each move of a drag.
        metrics = self._total.fontMetrics()
        self._total.setFixedSize(metrics.horizontalAdvance(busy.format(last=last)), metrics.height())
        self._total.setText((busy if self._busy else rest).format(last=last))
        self._total.setToolTip(self.tr("More steps are being computed") if self._busy else "")

    def _on_step_clicked(self) -> None:
        self.step_requested.emit(_STEPS[self.sender().objectName()])

    def _on_play_clicked(self) -> None:
        self.set_playing(not self._playing)
        self.play_toggled.emit(self._playing)

    def _on_field_value_changed(self, value: float) -> None:
        self.tick_requested.emit(round(value * self._unit))

    def _on_slider_value_changed(self, value: int) -> None:
        self._field.set_value(value / self._unit)
        self.tick_requested.emit(value)

    def _on_speed_activated(self, index: int) -> None:
        self.speed_changed.emit(float(self._speed.itemData(index)))
