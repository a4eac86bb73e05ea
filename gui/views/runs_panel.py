"""The runs, a card each, in the order they are drawn and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.theme import LIGHT, Theme
from gui.views.run_card import RunCard, RunModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.widgets.choice import Offer
    from gui.widgets.choice_popup import ChoicePopup
    from gui.widgets.rate_preview import Rates


class RunsPanel(QWidget):
    """Cards are kept as long as their run lives, so that an edit never takes the focus away."""

    add_requested = Signal(str)
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

    def __init__(self, offer: Offer, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.popup: ChoicePopup | None = None
        self._theme = theme
        self.cards: dict[int, RunCard] = {}
        self._build_add()
        self._build_layout()
        self._retranslate()

    def _build_add(self) -> None:
        self.add = QToolButton(self)
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setIcon(icon("add", self._theme))
        self.add.clicked.connect(self._on_add_clicked)

    def _build_layout(self) -> None:
        self._inner = inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(8, 4, 8, 8)
        self._column.setSpacing(8)
        self._empty = QLabel(inner)
        self._empty.setWordWrap(True)
        self._empty.setProperty("role", "muted")
        self._column.addWidget(self._empty)
        self._column.addWidget(self.add)
        self._column.addStretch(1)
        self._area = area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the cards: they are never cut off on the right."""
        edges = self._column.contentsMargins()
        edge = edges.left() + edges.right() + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        widest = max((card.minimumSizeHint().width() for card in self.cards.values()), default=0)
        return super().minimumSizeHint().expandedTo(QSize(widest + edge, 0))

    def set_runs(self, models: tuple[RunModel, ...]) -> None:
        """Show these runs in this order."""
        wanted = {model.key for model in models}
        for key in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(key)
            card.blockSignals(True)  # losing the focus, it would commit what was typed for a run that is gone
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, model in enumerate(models):
            if model.key not in self.cards:
                self.cards[model.key] = self._made_card(model)
            else:
                self.cards[model.key].set_model(model)
            card = self.cards[model.key]
            if self._column.indexOf(card) != place + 1:
                self._column.insertWidget(place + 1, card)
        self._empty.setVisible(not models)
        self.updateGeometry()

    def focused(self) -> int | None:
        """Return the key of the run in whose card the keyboard is, if it is in one."""
        focus = QApplication.focusWidget()
        return next((key for key, card in self.cards.items() if focus and card.isAncestorOf(focus)), None)

    def reveal(self, key: int) -> None:
        """Scroll to a run's card."""
        self._column.activate()  # a new card has its place only then
        self._area.ensureWidgetVisible(self.cards[key])

    def set_statuses(self, statuses: Mapping[int, tuple[str, bool]]) -> None:
        """Show how every run stands: a text, and whether it is a warning."""
        for key, (text, is_warning) in statuses.items():
            if key in self.cards:
                self.cards[key].set_status(text, is_warning)

    def set_rates(self, rates: Mapping[int, Rates | None]) -> None:
        """Draw the learning rates of the runs that change them."""
        for key, card in self.cards.items():
            card.set_rates(rates.get(key))

    def set_rows(self, rows: Mapping[int, int]) -> None:
        """Mark where every run is."""
        for key, card in self.cards.items():
            card.set_row(rows.get(key, 0))

    def set_theme(self, theme: Theme) -> None:
        """Recolour every card."""
        self._theme = theme
        self.add.setIcon(icon("add", theme))
        for card in self.cards.values():
            card.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.add.setText(self.tr("Add a run"))
        self.add.setToolTip(self.tr("Add a run with another optimizer"))
        self._empty.setText(self.tr("No runs yet. Add one to see it descend."))

    def _made_card(self, model: RunModel) -> RunCard:
        card = RunCard(model, self._offer, self._theme, self._inner)
        card.optimizer_chosen.connect(self.optimizer_chosen)
        card.value_changed.connect(self.value_changed)
        card.renamed.connect(self.renamed)
        card.visibility_toggled.connect(self.visibility_toggled)
        card.style_chosen.connect(self.style_chosen)
        card.duplicate_requested.connect(self.duplicate_requested)
        card.remove_requested.connect(self.remove_requested)
        card.move_requested.connect(self.move_requested)
        card.tune_requested.connect(self.tune_requested)
        card.reset_requested.connect(self.reset_requested)
        card.branch_requested.connect(self.branch_requested)
        card.branching_point_requested.connect(self.branching_point_requested)
        return card

    def _on_add_clicked(self) -> None:
        from gui.widgets.choice_popup import ChoicePopup  # not for the first window

        self.popup = ChoicePopup(self._offer.all(), "", self)
        self.popup.chosen.connect(self.add_requested)
        self.popup.destroyed.connect(self._on_popup_destroyed)
        self.popup.show_below(self.add)

    def _on_popup_destroyed(self) -> None:
        self.popup = None
