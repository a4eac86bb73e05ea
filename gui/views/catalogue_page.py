"""The catalogue: every surface with a small picture, found by scrolling or by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.views.catalogue_list import OWN, PICTURE, SHIPPED, CatalogueList, SurfaceChoice

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPixmap

    from gui.views.dimensions_row import DimensionsRow

__all__ = ["PICTURE", "CataloguePage", "SurfaceChoice"]


class CataloguePage(QWidget):
    """Says which surface is wished; the session decides."""

    surface_chosen = Signal(str)
    own_chosen = Signal(str)
    own_rename_requested = Signal(str)
    own_delete_requested = Signal(str)
    own_export_requested = Signal(str)
    import_requested = Signal()
    dimensions_chosen = Signal(int)
    axes_chosen = Signal(int, int)
    in_view_changed = Signal()
    """Other pictures came into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[SurfaceChoice, ...] = ()
        self._own: tuple[SurfaceChoice, ...] = ()
        self._pictures: dict[tuple[str, str], QPixmap] = {}
        self._build_search()
        self._build_list()
        self._build_keys()
        self._build_layout()
        self._retranslate()

    def _build_search(self) -> None:
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search_text_changed)
        self.search.returnPressed.connect(self._on_search_return_pressed)
        self.search.installEventFilter(self)
        self.import_button = QToolButton(self)
        self.import_button.clicked.connect(self.import_requested)

    def _build_list(self) -> None:
        self.list = CatalogueList(self)
        self.list.chosen.connect(self._on_list_chosen)
        self.list.in_view_changed.connect(self.in_view_changed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_list_context_menu_requested)
        self._nothing = QLabel(self)
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setMargin(24)
        self._nothing.setWordWrap(True)
        self._nothing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def _build_keys(self) -> None:
        for key, answer in ((Qt.Key.Key_F2, self._on_f2_activated), (Qt.Key.Key_Delete, self._on_delete_activated)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(answer)

    def _build_layout(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(8, 6, 8, 2)
        top.setSpacing(4)
        top.addWidget(self.search, 1)
        top.addWidget(self.import_button)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self.dimensions: DimensionsRow | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(top)
        self._layout.addLayout(self._stack, 1)

    # Set from outside

    def set_choices(self, choices: tuple[SurfaceChoice, ...]) -> None:
        """Fill the list, group by group; pictures follow."""
        self._choices = choices
        self._fill()

    def set_own(self, choices: tuple[SurfaceChoice, ...]) -> None:
        """Fill the section of the person's own surfaces, which comes first; pictures follow."""
        if choices != self._own:
            self._own = choices
            self._fill()

    def set_picture(self, name: str, picture: QPixmap) -> None:
        """Show the small picture of a surface of the catalogue."""
        self._set_picture(SHIPPED, name, picture)

    def set_own_picture(self, name: str, picture: QPixmap) -> None:
        """Show the small picture of one of the person's own surfaces."""
        self._set_picture(OWN, name, picture)

    def set_current(self, name: str) -> None:
        """Select a surface of the catalogue; no name (a typed formula) selects nothing."""
        self.list.set_current(SHIPPED, name)

    def set_current_own(self, name: str) -> None:
        """Select one of the person's own surfaces; a name that is not there selects nothing."""
        self.list.set_current(OWN, name)

    def set_dimensions(self, dim: int, most: int, axes: tuple[int, int], held: str) -> None:
        """Offer more dimensions where a surface has them: see :meth:`DimensionsRow.set_dimensions`."""
        if self.dimensions is None:
            if most == 2:
                return
            from gui.views.dimensions_row import DimensionsRow  # few surfaces have them

            self.dimensions = DimensionsRow(self)
            self.dimensions.dimensions_chosen.connect(self.dimensions_chosen)
            self.dimensions.axes_chosen.connect(self.axes_chosen)
            self._layout.addWidget(self.dimensions)
        self.dimensions.set_dimensions(dim, most, axes, held)

    def in_view(self) -> tuple[tuple[str, str], ...]:
        """Return kind and name of the surfaces that can be seen now."""
        return self.list.in_view()

    def focus_search(self) -> None:
        """Let the person type a word to look for."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # Answers

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field, Escape clears it and down goes to what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                if event.key() == Qt.Key.Key_Down:
                    self._choose_first()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Surfaces"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the catalogue"))
        self.search.setToolTip(self.tr("A word of the name, the group or what a surface teaches (Ctrl+F)."))
        self.import_button.setText(self.tr("Import…"))
        self.import_button.setToolTip(self.tr("Bring in a surface from a file."))
        self._nothing.setText(self.tr("No surface has these words. Esc shows all again."))

    def _fill(self) -> None:
        current = self.list.current()
        with QSignalBlocker(self.list):
            self.list.clear()
            if self._own:
                self.list.add_heading(self.tr("Yours"))
            for choice in self._own:
                self._add(OWN, choice._replace(group=self.tr("Yours")))
            group = ""
            for choice in self._choices:
                if choice.group != group:
                    self.list.add_heading(choice.group)
                    group = choice.group
                self._add(SHIPPED, choice)
        self.list.set_current(*current)
        self._show_found()

    def _add(self, kind: str, choice: SurfaceChoice) -> None:
        self.list.add_surface(kind, choice)
        picture = self._pictures.get((kind, choice.name))
        if picture is not None:
            self.list.set_picture(kind, choice.name, picture)

    def _set_picture(self, kind: str, name: str, picture: QPixmap) -> None:
        self._pictures[kind, name] = picture
        self.list.set_picture(kind, name, picture)

    def _show_found(self) -> None:
        found = self.list.filter(self.search.text())
        self._stack.setCurrentWidget(self.list if found or not self.search.text() else self._nothing)

    def _choose_first(self) -> None:
        item = self.list.first_shown()
        if item is not None:
            self.list.setCurrentItem(item)

    @Slot()
    def _on_search_text_changed(self) -> None:
        self._show_found()
        item = self.list.currentItem()
        if not self.search.text() and item is not None:
            self.list.bring_into_view(item)

    @Slot()
    def _on_search_return_pressed(self) -> None:
        if self.search.text():
            self._choose_first()

    @Slot(str, str)
    def _on_list_chosen(self, kind: str, name: str) -> None:
        (self.own_chosen if kind == OWN else self.surface_chosen).emit(name)

    @Slot(QPoint)
    def _on_list_context_menu_requested(self, place: QPoint) -> None:
        kind, name = self.list.surface_at(self.list.itemAt(place))
        menu = QMenu(self)
        if kind == OWN:
            self._add_wish(menu, self.tr("&Rename"), "rename", name, Qt.Key.Key_F2)
            self._add_wish(menu, self.tr("&Export…"), "export", name)
            self._add_wish(menu, self.tr("&Delete"), "delete", name, Qt.Key.Key_Delete)
            menu.addSeparator()
        self._add_wish(menu, self.tr("&Import a surface…"), "import", "")
        menu.triggered.connect(self._on_menu_triggered)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _add_wish(self, menu: QMenu, text: str, wish: str, name: str, key: Qt.Key | None = None) -> None:
        action = menu.addAction(text)
        action.setData((wish, name))
        if key is not None:
            action.setShortcut(QKeySequence(key))  # shown here, answered by the list
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    @Slot(QAction)
    def _on_menu_triggered(self, action: QAction) -> None:
        wish, name = action.data()
        if wish == "import":
            self.import_requested.emit()
        else:
            self._tell(wish, name)

    @Slot()
    def _on_f2_activated(self) -> None:
        self._tell("rename", self._current_own())

    @Slot()
    def _on_delete_activated(self) -> None:
        self._tell("delete", self._current_own())

    def _current_own(self) -> str:
        kind, name = self.list.current()
        return name if kind == OWN else ""

    def _tell(self, wish: str, name: str) -> None:
        wishes = {
            "rename": self.own_rename_requested,
            "export": self.own_export_requested,
            "delete": self.own_delete_requested,
        }
        if name:
            wishes[wish].emit(name)
