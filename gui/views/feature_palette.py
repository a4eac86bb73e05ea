"""The palette: a button for every kind of feature, to be put with a click on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget

from gui.translation.sentences import data_text
from gui.views.feature_icons import SIZE
from surfaces.features import FEATURES

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent

COLUMNS = 4


class KindButton(QToolButton):
    """Checked while the next click on the map puts its kind."""

    center_wished = Signal(str)

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setCheckable(True)
        self.setIconSize(SIZE)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        font = self.font()
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 6.0))
        self.setFont(font)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.center_wished.emit(self.kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.center_wished.emit(self.kind)
        else:
            super().keyPressEvent(event)


class FeaturePalette(QWidget):
    """Says which kind is to be put, and where if that needs no click."""

    armed = Signal(str)
    """The kind the next click puts; nothing: none."""
    center_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.buttons: dict[str, KindButton] = {}
        for place, kind in enumerate(FEATURES):
            button = self.buttons[kind] = KindButton(kind, self)
            button.clicked.connect(self._on_button_clicked)
            button.center_wished.connect(self._on_center_wished)
            layout.addWidget(button, *divmod(place, COLUMNS))
        self.retranslate()

    def set_armed(self, kind: str) -> None:
        """Show which kind the next click puts."""
        for name, button in self.buttons.items():
            button.setChecked(name == kind)

    def set_icons(self, icons: dict[str, QIcon]) -> None:
        """Show these pictures of the kinds."""
        for kind, button in self.buttons.items():
            button.setIcon(icons[kind])

    def retranslate(self) -> None:
        """Name the kinds in the window's language."""
        how = self.tr("Click, then click on the map to put one; a double click puts it in the middle.")
        for kind, button in self.buttons.items():
            row = FEATURES[kind]
            button.setText(data_text(row.title))
            help_text = data_text(row.help)
            button.setToolTip(f"{help_text}\n{how}")
            button.setAccessibleDescription(help_text)

    def _on_button_clicked(self, checked: bool) -> None:
        button = self.sender()
        assert isinstance(button, KindButton)
        kind = button.kind if checked else ""
        self.set_armed(kind)
        self.armed.emit(kind)

    def _on_center_wished(self, kind: str) -> None:
        self.set_armed("")
        self.armed.emit("")
        self.center_wished.emit(kind)
