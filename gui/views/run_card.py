"""One run as a card: which optimizer, its hyperparameters, its looks, how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.appearance import swatch
from gui.icons import icon
from gui.theme import LIGHT, Theme
from gui.views.branch_line import DEEPEST, BranchLine, BranchModel
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.parameter_rows import ParameterRows
from gui.widgets.rate_preview import RatePreview

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.widgets.choice import Offer
    from gui.widgets.parameter_spec import ParameterSpec, Value
    from gui.widgets.rate_preview import Rates

SWATCH = QSize(34, 16)
STYLES = 16
"""How many looks are offered: every colour twice, with another marker and dash."""


@dataclass(frozen=True)
class RunModel:
    """What a card shows."""

    key: int
    label: str
    slot: int
    optimizer: str
    visible: bool
    specs: tuple[ParameterSpec, ...]
    values: Mapping[str, Value] = field(default_factory=dict)
    branch: BranchModel | None = None
    """What it says of the run it leaves."""


class RunCard(QFrame):
    """The hyperparameters in front are always there; the others come with a click on *More*."""

    optimizer_chosen = Signal(int, str)
    value_changed = Signal(int, str, object, bool)
    renamed = Signal(int, str)
    visibility_toggled = Signal(int, bool)
    style_chosen = Signal(int, int)
    duplicate_requested = Signal(int)
    remove_requested = Signal(int)
    move_requested = Signal(int, int)
    tune_requested = Signal(int)
    reset_requested = Signal(int)
    branch_requested = Signal(int)
    branching_point_requested = Signal(int)

    def __init__(self, model: RunModel, offer: Offer, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = model.key
        self._model = model
        self._theme = theme
        self._preview: RatePreview | None = None
        self._branch: BranchLine | None = None
        self.setProperty("role", "card")
        self._build_header()
        self._build_optimizer(offer)
        self._build_menu()
        self._build_layout()
        self.set_model(model)
        self._retranslate()

    def _build_header(self) -> None:
        self.swatch = self._tool_button()
        self.swatch.setIconSize(SWATCH)
        self.swatch.setFixedWidth(SWATCH.width() + 4)
        self.swatch.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.swatch.setProperty("role", "quiet")
        self._styles = QMenu(self)
        self._styles.aboutToShow.connect(self._on_styles_about_to_show)
        self._styles.triggered.connect(self._on_styles_triggered)
        self.swatch.setMenu(self._styles)
        self.name = QLineEdit(self)
        self.name.setFrame(False)
        self.name.setProperty("role", "name")
        self.name.setMaxLength(60)
        self.name.setMinimumWidth(40)
        self.name.editingFinished.connect(self._on_name_editing_finished)
        self.eye = self._tool_button()
        self.eye.setCheckable(True)
        self.eye.setProperty("role", "quiet")
        self.eye.clicked.connect(self._on_eye_clicked)
        self.menu_button = self._tool_button()
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _tool_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setIconSize(QSize(16, 16))
        return button

    def _build_optimizer(self, offer: Offer) -> None:
        self.optimizer = ChoiceBox(offer, self)
        self.optimizer.chosen.connect(self._on_optimizer_chosen)
        self.more = QToolButton(self)
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.more.toggled.connect(self._on_more_toggled)
        self._status = QLabel(self)
        self._status.hide()
        self._status.setWordWrap(True)
        self._status.setProperty("role", "muted")
        self._status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def _build_menu(self) -> None:
        menu = QMenu(self)
        names = ("branch", "tune", "reset", "duplicate", "up", "down", "remove")
        self._actions = {name: QAction(menu) for name in names}
        menu.addActions(list(self._actions.values()))
        for name, action in self._actions.items():
            action.setData(name)
        menu.triggered.connect(self._on_menu_triggered)
        menu.aboutToShow.connect(self._on_menu_about_to_show)
        self.menu_button.setMenu(menu)

    def _build_layout(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(2)  # names need the room: branches differ by their ends
        header.addWidget(self.swatch)
        header.addWidget(self.name, 1)
        header.addWidget(self.eye)
        header.addWidget(self.menu_button)
        chooser = QHBoxLayout()
        chooser.setSpacing(4)
        chooser.addWidget(self.optimizer, 1)
        chooser.addWidget(self.more)
        self.rows = ParameterRows(self, spacing=2, complete=False)
        self.rows.changed.connect(self._on_row_changed)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(header)
        layout.addLayout(chooser)
        layout.addWidget(self.rows)
        layout.addWidget(self._status)

    def set_model(self, model: RunModel) -> None:
        """Show a run; rows are kept where it declares the same hyperparameters."""
        is_other = model.optimizer != self._model.optimizer
        self._model = model
        if not self.name.isModified() or not self.name.hasFocus():
            self.name.setText(model.label)
            self.name.setCursorPosition(0)
        with QSignalBlocker(self.eye):
            self.eye.setChecked(model.visible)
        self.optimizer.set_current(model.optimizer)
        self._show_branch(model.branch)
        self.rows.set_rows(model.specs, model.values, afresh=is_other)
        self.more.setVisible(self.rows.has_more())
        self._refresh_icons()

    def set_rates(self, rates: Rates | None) -> None:
        """Draw the learning rate over the iterations, or nothing."""
        if rates is not None:
            if self._preview is None:
                self._preview = RatePreview(self._theme, self)
                self._layout.insertWidget(self._layout.indexOf(self.rows) + 1, self._preview)
            self._preview.set_rates(rates)
        if self._preview is not None:
            self._preview.setVisible(rates is not None)

    def set_row(self, row: int) -> None:
        """Mark the learning rate at a row of the record."""
        if self._preview is not None:
            self._preview.set_iteration(row)

    def _show_branch(self, branch: BranchModel | None) -> None:
        """Say what a branch leaves, and move its card to the right."""
        if branch is not None:
            if self._branch is None:
                self._branch = BranchLine(self)
                self._branch.set_theme(self._theme)
                self._branch.clicked.connect(self._on_branch_clicked)
                self._layout.insertWidget(1, self._branch)
            self._branch.set_model(branch)
        if self._branch is not None:
            self._branch.setVisible(branch is not None)
        depth = str(min(branch.depth, DEEPEST)) if branch else ""
        if depth != (self.property("depth") or ""):
            self.setProperty("depth", depth)
            self.style().unpolish(self)
            self.style().polish(self)
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # or its frame stays as wide as before

    def set_status(self, text: str, is_warning: bool) -> None:
        """Say in a line how the run stands at the playhead."""
        if text != self._status.text():
            self._status.setText(text)
            self._status.setVisible(bool(text))
        role = "error" if is_warning else "muted"
        if self._status.property("role") != role:
            self._status.setProperty("role", role)
            self._status.style().unpolish(self._status)
            self._status.style().polish(self._status)

    def set_theme(self, theme: Theme) -> None:
        """Recolour swatch and icons."""
        self._theme = theme
        if self._preview is not None:
            self._preview.set_theme(theme)
        self._refresh_icons()

    def _refresh_icons(self) -> None:
        if self._branch is not None:
            self._branch.set_theme(self._theme)
        self.swatch.setIcon(QIcon(swatch(self._theme, self._model.slot, SWATCH, 2.0)))
        self.eye.setIcon(icon("eye" if self._model.visible else "eye-off", self._theme))
        self.menu_button.setIcon(icon("more", self._theme))

    def _on_menu_about_to_show(self) -> None:
        for name in ("branch", "duplicate", "up", "down", "remove"):
            self._actions[name].setIcon(icon(name, self._theme))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.optimizer.refresh()

    def _retranslate(self) -> None:
        self.swatch.setToolTip(self.tr("Colour, marker and dash of this run. Click to choose others."))
        self.swatch.setAccessibleName(self.swatch.toolTip())
        self.name.setAccessibleName(self.tr("Name of the run"))
        self.name.setToolTip(self.tr("The run's name, in the legend, the table and the CSV. Click to change it."))
        self.eye.setToolTip(self.tr("Show or hide this run"))
        self.eye.setAccessibleName(self.eye.toolTip())
        self.menu_button.setToolTip(self.tr("Branch, duplicate, move or remove this run"))
        self.menu_button.setAccessibleName(self.menu_button.toolTip())
        self.optimizer.setAccessibleName(self.tr("Optimizer"))
        self.more.setText(self.tr("More"))
        self.more.setToolTip(self.tr("Show all hyperparameters"))
        texts = {
            "branch": self.tr("Branch here") + "\tCtrl+B",
            "tune": self.tr("Tune the learning rate"),
            "duplicate": self.tr("Duplicate"),
            "up": self.tr("Move up"),
            "down": self.tr("Move down"),
            "reset": self.tr("Reset hyperparameters"),
            "remove": self.tr("Remove"),
        }
        for name, action in self._actions.items():
            action.setText(texts[name])

    def _on_styles_about_to_show(self) -> None:
        self._styles.clear()
        for slot in range(STYLES):
            action = self._styles.addAction(QIcon(swatch(self._theme, slot, SWATCH, 2.0)), str(slot + 1))
            action.setData(slot)

    def _on_styles_triggered(self, action: QAction) -> None:
        self.style_chosen.emit(self.key, action.data())

    def _on_name_editing_finished(self) -> None:
        text = self.name.text().strip()
        if self.name.isModified() and text and text != self._model.label:
            self.renamed.emit(self.key, text)
        self.name.setModified(False)
        self.name.setText(self._model.label)
        self.name.setCursorPosition(0)

    def _on_eye_clicked(self, on: bool) -> None:
        self.visibility_toggled.emit(self.key, on)

    def _on_optimizer_chosen(self, name: str) -> None:
        self.optimizer_chosen.emit(self.key, name)

    def _on_more_toggled(self, on: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.rows.set_complete(on)

    def _on_row_changed(self, name: str, value: object, dragging: bool) -> None:
        self.value_changed.emit(self.key, name, value, dragging)

    def _on_menu_triggered(self, action: QAction) -> None:
        ways = {"up": -1, "down": 1}
        name = action.data()
        if name in ways:
            self.move_requested.emit(self.key, ways[name])
        else:
            getattr(self, f"{name}_requested").emit(self.key)

    def _on_branch_clicked(self) -> None:
        self.branching_point_requested.emit(self.key)
