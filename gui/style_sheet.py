"""The one style sheet, written with the names of the theme's tokens."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from gui.resources import resource_path

if TYPE_CHECKING:
    from gui.theme import Theme

_BASE = """
QWidget { color: $text; }
QMainWindow, QDialog { background: $surface; }
QMainWindow::separator { background: $border; width: 1px; height: 1px; margin: 0 3px; }
QMainWindow::separator:hover { background: $accent; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: 14pt; font-weight: 600; }
QLabel[role="formula"] { font-size: 11pt; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { color: $muted; font-size: 8pt; }
QLabel[role="section"] { color: $muted; font-size: 8pt; font-weight: 600; }
QLabel[role="error"] { color: $danger; font-size: 8pt; }
QLabel:disabled { color: $disabled; }
QFrame[role="term"] { border: none; border-left: 2px solid $border; }
QFrame[role="term"][lit="true"] { background: $selection; border-left: 2px solid $accent; }
QFrame[role="card"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[role="card"][depth="1"] { margin-left: 12px; }
QFrame[role="card"][depth="2"] { margin-left: 24px; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 8px; }
QDockWidget { color: $muted; font-size: 8pt; font-weight: 600; }
QDockWidget::title { background: $surface; padding: 4px 12px 2px 12px; text-align: left; }
QStatusBar { background: $surface; border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: 0; }
QToolBar {
    background: $surface; border: 0; padding: 4px 8px; spacing: 4px;
    border-bottom: 1px solid $border;
}
QToolBar::separator { background: $border; width: 1px; margin: 4px; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
"""

_MENUS = """
QMenuBar { background: $surface; padding: 2px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 6px; }
QMenu::indicator:checked { image: url("$icons/check-$name.svg"); }
"""

_BUTTONS = """
QPushButton { background: $raised; border: 1px solid $border; border-radius: 6px; padding: 5px 12px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $pressed; }
QPushButton:focus { border-color: $accent; }
QPushButton:default, QPushButton[role="primary"] {
    background: $accent; color: $accent_text; border-color: $accent; font-weight: 600;
}
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 4px 11px; }
QPushButton:disabled { color: $disabled; background: $surface; border-color: $border; }
QPushButton:flat { background: transparent; border-color: transparent; color: $accent; }
QPushButton:flat:hover { background: $hover; }
QPushButton:flat:focus { border-color: $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $selection; }
QToolButton[role="quiet"]:checked { background: transparent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $disabled; }
QToolButton[role="primary"] { background: $accent; color: $accent_text; }
QToolButton[role="primary"]:hover { background: $accent; border-color: $text; }
QToolButton[role="primary"]:focus { border: 2px solid $text; padding: 2px; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[popupMode="2"][toolButtonStyle="1"], QToolButton[popupMode="2"][toolButtonStyle="2"] {
    padding: 4px 20px 4px 8px;
}
QToolButton[popupMode="2"][toolButtonStyle="1"]::menu-indicator,
QToolButton[popupMode="2"][toolButtonStyle="2"]::menu-indicator {
    image: url("$icons/chevron-$name.svg"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 6px;
}
"""

_FIELDS = """
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $background; border: 1px solid $border; border-radius: 6px; padding: 2px 6px;
    selection-background-color: $accent; selection-color: $accent_text;
}
QLineEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: $outline; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus,
QPlainTextEdit:focus, QTextEdit:focus {
    border-color: $accent;
}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $disabled; background: $surface; }
QLineEdit[role="name"] { border-color: transparent; background: transparent; font-weight: 600; padding: 2px; }
QLineEdit[role="name"]:hover { border-color: $border; }
QLineEdit[role="name"]:focus { border-color: $accent; background: $background; }
QLineEdit[rejected="true"] { border-color: $danger; background: $danger_fill; color: $danger; }
QComboBox { padding-right: 2px; combobox-popup: 0; }
QComboBox::drop-down { border: 0; width: 20px; subcontrol-origin: border; }
QComboBox::down-arrow { image: url("$icons/chevron-$name.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: 0; width: 16px; background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$icons/chevron-up-$name.svg"); width: 9px; height: 9px; }
QAbstractSpinBox::down-arrow { image: url("$icons/chevron-$name.svg"); width: 9px; height: 9px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator, QGroupBox::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; border: 1px solid $outline; border-radius: 4px; background: $background;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $text; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked {
    background: $accent; border-color: $accent; image: url("$icons/tick-$name.svg");
}
QCheckBox::indicator:checked:focus { border-color: $text; }
QRadioButton::indicator:checked {
    background: $background; border: 5px solid $accent; width: 6px; height: 6px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    border-color: $border; background: $surface;
}
"""

_SLIDERS = """
QSlider { background: transparent; border: 1px solid transparent; border-radius: 6px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $border; margin: 0 2px; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; margin: 0 2px; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $background;
    border: 1px solid $outline;
}
QSlider::handle:horizontal:hover { border: 2px solid $accent; width: 10px; height: 10px; border-radius: 7px; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; width: 10px; height: 10px; border-radius: 7px; }
QSlider::handle:horizontal:pressed { background: $accent; border-color: $accent; }
QSlider::sub-page:horizontal:disabled { background: $border; }
QSlider::handle:horizontal:disabled { background: $surface; border-color: $border; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $outline; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $border; border: 0; border-radius: 2px; max-height: 4px; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
"""

_VIEWS = """
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget { background: transparent; }
QAbstractItemView {
    background: $background; border: 1px solid $border; border-radius: 6px;
    alternate-background-color: $surface;
    selection-background-color: $selection; selection-color: $text; outline: 0; gridline-color: $border;
}
QAbstractItemView:focus { border-color: $accent; }
QAbstractItemView::item { padding: 3px 6px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $selection; color: $text; }
QComboBoxPrivateContainer { background: $raised; border: 0; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    background: $raised; border: 1px solid $border; border-radius: 0; padding: 3px;
}
QComboBox QAbstractItemView::item { min-height: 18px; border-radius: 4px; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
    background: $surface; color: $muted; border: 0; border-bottom: 1px solid $border; padding: 4px 6px;
}
QHeaderView::down-arrow, QHeaderView::up-arrow { subcontrol-position: top center; width: 9px; height: 6px; }
QTableCornerButton::section { background: $surface; border: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar { background: transparent; }
QTabBar::tab { padding: 6px 12px; border: 0; border-bottom: 2px solid transparent; color: $muted; }
SurfacePanel QTabBar::tab { padding: 6px 7px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QGroupBox { border: 0; border-top: 1px solid $border; margin-top: 12px; padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; padding-right: 8px; color: $muted; }
"""

_OURS = """
MessageBar { border: 0; border-radius: 6px; background: $selection; }
MessageBar[level="warning"] { background: $warning_fill; }
MessageBar[level="danger"] { background: $danger_fill; }
MessageBar[level="warning"] > QLabel { color: $warning; }
MessageBar[level="danger"] > QLabel { color: $danger; }
Transport { background: $surface; }
FeatureTable::item { padding: 3px 0; }
FeatureTable QHeaderView::section { padding: 4px 2px; }
FieldNote { background: $danger_fill; border: 1px solid $danger; border-radius: 4px; }
FieldNote, FieldNote QLabel { color: $danger; }
QFrame[role="popup"] { background: $raised; border: 1px solid $border; border-radius: 6px; }
QListWidget[role="choices"] { background: transparent; border: 0; }
QListWidget[role="choices"]::item { padding: 0 8px 0 16px; border-radius: 4px; }
QListWidget[role="choices"]::item:disabled { padding-left: 4px; background: transparent; }
QLabel[role="help"] { border-top: 1px solid $border; padding-top: 4px; }
QLabel[role="part"] { font-weight: 600; }
FormulaHelp, RangePopup, NotePopup { background: $raised; border: 1px solid $border; border-radius: 6px; }
"""

_SHEET = Template(_BASE + _MENUS + _BUTTONS + _FIELDS + _SLIDERS + _VIEWS + _OURS)


def style_sheet(theme: Theme) -> str:
    """Fill the sheet with the theme's colours and the place of its pictures."""
    return _SHEET.substitute(theme._asdict(), icons=resource_path("icons").as_posix())
