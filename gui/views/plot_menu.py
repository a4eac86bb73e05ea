"""The menu of a plot: which quantity, against what, on which axes, how smoothed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from engine.plots import ACROSS, ERRORS, FALLING, FIRST_PLOTS, MEANS, SIZES, WAYS, Plot

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class PlotWords:
    """What can be chosen, by name, in words."""

    quantities: Mapping[str, str]
    states: Mapping[str, str]
    """Columns of the shown runs' states."""
    across: Mapping[str, str]
    means: Mapping[int, str]
    notes: Mapping[str, str] = field(default_factory=dict)
    """What must be known of some of what it can be shown against."""
    rates: Mapping[str, str] = field(default_factory=dict)
    """Learning rates of single axes."""


class PlotMenu(QMenu):
    """Offers every change of a plot as the plot it would make; its owner fills it anew when it is about to open."""

    plot_wished = Signal(object)
    """An engine.plots.Plot."""
    export_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plot, self._is_log = FIRST_PLOTS[0], True
        self._words = PlotWords({}, {}, {}, {})
        self._menus: list[QMenu] = []

    def set_choice(self, plot: Plot, is_log: bool, words: PlotWords) -> None:
        """Offer what could be shown, checked what is, and whether on a logarithmic axis."""
        self._plot, self._is_log, self._words = plot, is_log, words
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for menu in self._menus:
            menu.deleteLater()
        self._menus = []
        words = self._words
        self._quantities(self, {name: words.quantities[name] for name in SIZES})
        rates = self._submenu(self.tr("Learning &rate of an axis"))
        self._quantities(rates, words.rates)
        eigen = self._submenu(self.tr("Along the Hessian's eigen&vectors"))
        self._quantities(eigen, {name: words.quantities[name] for name in ERRORS})
        eigen.addSeparator()
        self._quantities(eigen, {name: words.quantities[name] for name in WAYS})
        states = self._submenu(self.tr("&State of the optimizers"))
        self._quantities(states, words.states)
        states.setEnabled(bool(words.states))
        self.addSeparator()
        self._fill_ways()
        self.addSeparator()
        export = self.addAction(self.tr("&Export this plot…"))
        export.setObjectName("export")
        export.triggered.connect(self.export_wished)

    def _fill_ways(self) -> None:
        plot, is_curve = self._plot, not self._plot.is_way
        across = self._submenu(self.tr("&Against"))
        self._choices(across, "across", {name: self._words.across[name] for name in ACROSS}, plot.across)
        across.setEnabled(is_curve)
        across.setToolTipsVisible(True)
        scale = "linear" if self._is_log else "log"
        self._switch(self.tr("&Logarithmic upwards"), self._is_log, is_curve, scale=scale)
        self._switch(self.tr("Logarithmic a&cross"), plot.log_across, is_curve, log_across=not plot.log_across)
        self._switch(self.tr("&Best so far"), plot.shows_best, plot.quantity in FALLING, best=not plot.best)
        smooth = self._submenu(self.tr("S&moothing"))
        self._choices(smooth, "mean", {rows: self._words.means[rows] for rows in MEANS}, plot.mean)
        smooth.setEnabled(is_curve)

    def _submenu(self, title: str) -> QMenu:
        menu = QMenu(title, self)
        self._menus.append(menu)
        self.addMenu(menu)
        return menu

    def _quantities(self, menu: QMenu, texts: Mapping[str, str]) -> None:
        self._choices(menu, "quantity", texts, self._plot.quantity)

    def _choices(self, menu: QMenu, name: str, texts: Mapping[Any, str], chosen: object) -> None:
        group = QActionGroup(menu)
        for value, text in texts.items():
            action = self._offer(menu, text, replace(self._plot, **{name: value}), checked=value == chosen)
            action.setObjectName(f"{name}:{value}")
            action.setToolTip(self._words.notes.get(value, ""))
            group.addAction(action)

    def _switch(self, text: str, checked: bool, enabled: bool, **change: Any) -> None:
        action = self._offer(self, text, replace(self._plot, **change), checked=checked)
        action.setObjectName(next(iter(change)))
        action.setEnabled(enabled)

    def _offer(self, menu: QMenu, text: str, plot: Plot, *, checked: bool) -> QAction:
        action = QAction(text, menu)
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(plot)
        action.triggered.connect(self._on_offer_triggered)
        menu.addAction(action)
        return action

    @Slot()
    def _on_offer_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.plot_wished.emit(action.data())
