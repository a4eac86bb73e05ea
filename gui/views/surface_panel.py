"""The surface: pages to choose or make one, and below them what every surface has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStyle,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.views.catalogue_page import CataloguePage
from gui.widgets.bounds_field import BoundsField
from gui.widgets.number_field import NumberField
from gui.widgets.parameter_row import LABEL_WIDTH, ParameterRow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import Theme
    from gui.widgets.parameter_spec import ParameterSpec

PAGES = ("catalogue", "formula", "sculpt", "data")
"""Ways to a surface, each on a page of its own; all but the first are made when they are first shown."""


@runtime_checkable
class Themed(Protocol):
    """A page that must be told the theme."""

    def set_theme(self, theme: Theme) -> None:
        """Recolour what it paints."""


class SurfacePanel(QWidget):
    """Says what is wished; the session decides."""

    page_wanted = Signal(str)
    """A page is shown for the first time: its owner makes it and hands it over with `add_page`."""
    page_shown = Signal(str)
    parameter_changed = Signal(str, object, bool)
    start_typed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, ParameterRow] = {}
        self._specs: tuple[ParameterSpec, ...] = ()
        self._theme: Theme | None = None
        self._names = ("x", "y")
        self._build_tabs()
        self._build_description()
        self._build_start()
        self._build_layout()
        self._retranslate()

    def _build_tabs(self) -> None:
        self.catalogue = CataloguePage(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self._pages: dict[str, QWidget] = {"catalogue": self.catalogue}
        self.tabs.addTab(self.catalogue, "")
        for _name in PAGES[1:]:
            self.tabs.addTab(self._scrolling(QWidget(self)), "")
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)

    def _build_description(self) -> None:
        self._formula = self._wrapping_label()
        self._formula.setProperty("role", "formula")
        self._formula.setTextFormat(Qt.TextFormat.RichText)
        self._teaches = self._wrapping_label()
        self._teaches.setProperty("role", "muted")
        self._facts = self._wrapping_label()
        self._facts.setProperty("role", "muted")
        self._facts.setTextFormat(Qt.TextFormat.RichText)

    def _wrapping_label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        return label

    def _build_start(self) -> None:
        self._start_label = QLabel(self)
        self.start_x, self.start_y = NumberField(self), NumberField(self)
        for field in (self.start_x, self.start_y):
            field.setMinimumWidth(56)
            field.value_changed.connect(self._on_start_value_changed)

    def _build_layout(self) -> None:
        self._letters: list[QLabel] = []
        self._parameters = QVBoxLayout()
        self._parameters.setSpacing(4)
        start = QHBoxLayout()
        start.setSpacing(6)
        start.addWidget(self._start_label)
        for name, field in (("x", self.start_x), ("y", self.start_y)):
            letter = QLabel(f"<i>{name}</i>", self)
            letter.setBuddy(field)
            self._letters.append(letter)
            start.addWidget(letter)
            start.addWidget(field, 1)
        inner = QWidget(self)
        below = QVBoxLayout(inner)
        below.setContentsMargins(8, 4, 8, 8)
        below.setSpacing(8)
        below.addWidget(self._formula)
        below.addLayout(self._parameters)
        below.addLayout(start)
        self.bounds = BoundsField(self)
        below.addWidget(self.bounds)
        below.addWidget(self._teaches)
        below.addWidget(self._facts)
        below.addStretch(1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.tabs)
        parts.addWidget(self._scrolling(inner))
        parts.setStretchFactor(0, 5)
        parts.setStretchFactor(1, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(parts)

    def _scrolling(self, inner: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[self.tabs.currentIndex()]

    def show_page(self, name: str) -> None:
        """Bring a page to the front."""
        self.tabs.setCurrentIndex(PAGES.index(name))

    def set_theme(self, theme: Theme) -> None:
        """Recolour the pages that paint something themselves."""
        self._theme = theme
        for page in self._pages.values():
            if isinstance(page, Themed):
                page.set_theme(theme)

    def add_page(self, name: str, page: QWidget) -> None:
        """Fill a page."""
        self._pages[name] = page
        if self._theme is not None and isinstance(page, Themed):
            page.set_theme(self._theme)
        area = self.tabs.widget(PAGES.index(name))
        assert isinstance(area, QScrollArea)
        area.setWidget(page)
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        area.setMinimumWidth(page.minimumSizeHint().width() + bar)  # it scrolls down only

    def set_description(self, formula: str, teaches: str, facts: str) -> None:
        """Show the formula and the declared points (rich text) and what the surface teaches."""
        self._formula.setText(formula)
        self._teaches.setText(teaches)
        self._teaches.setVisible(bool(teaches))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))

    def set_parameters(self, specs: tuple[ParameterSpec, ...], values: Mapping[str, float]) -> None:
        """Show a row for each parameter."""
        if specs != self._specs:
            self._specs = specs
            self._rebuild_rows(specs)
        for name, row in self._rows.items():
            row.set_value(values[name])

    def _rebuild_rows(self, specs: tuple[ParameterSpec, ...]) -> None:
        """Keep the rows that stay, with their slider's ends and the focus; others come and go."""
        staying = {name: row for name, row in self._rows.items() if row.spec in specs}
        for name, row in self._rows.items():
            self._parameters.removeWidget(row)
            if name not in staying:
                row.blockSignals(True)  # losing the focus, it would commit what was typed for another surface
                row.hide()
                row.deleteLater()
        self._rows = {spec.name: staying.get(spec.name) or self._new_row(spec) for spec in specs}
        room = max((self.fontMetrics().horizontalAdvance(spec.label) for spec in specs), default=0)
        for row in self._rows.values():
            row.set_label_width(min(LABEL_WIDTH, room + 12))
            self._parameters.addWidget(row)

    def set_variables(self, names: tuple[str, str]) -> None:
        """Call the two parameters shown what the surface calls them."""
        if names != self._names:
            self._names = names
            self.bounds.set_variables(names)
            for letter, name in zip(self._letters, names, strict=True):
                letter.setText(f"<i>{name}</i>")
            self._retranslate()

    def set_start(self, x: float, y: float) -> None:
        """Show the start."""
        self.start_x.set_value(x)
        self.start_y.set_value(y)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        titles = (self.tr("Catalogue"), self.tr("Formula"), self.tr("Sculpt"), self.tr("Data"))
        for index, title in enumerate(titles):
            self.tabs.setTabText(index, title)
        self._start_label.setText(self.tr("Start"))
        hint = self.tr("Where every run begins. Drag the cross on the plot, or type.")
        for name, field in zip(self._names, (self.start_x, self.start_y), strict=True):
            field.setToolTip(hint)
            field.setAccessibleName(self.tr("Start {name}").format(name=name))

    def _new_row(self, spec: ParameterSpec) -> ParameterRow:
        row = ParameterRow(spec, self)
        row.changed.connect(self.parameter_changed)
        return row

    def _on_tabs_current_changed(self, index: int) -> None:
        name = PAGES[index]
        if name not in self._pages:
            self.page_wanted.emit(name)
        self._formula.setVisible(name != "formula")  # which shows it itself
        self.page_shown.emit(name)

    def _on_start_value_changed(self) -> None:
        self.start_typed.emit(self.start_x.value(), self.start_y.value())
