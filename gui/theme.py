"""The look: two sets of colour tokens, and how an application takes one on."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from gui.colors import oklab_from_rgb, rgb_from_hex, rgb_from_oklab
from gui.style_sheet import style_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

SPACE = 4
"""The grid every margin and gap is a multiple of, in pixels."""
RADIUS = 6
"""Rounding of fields and buttons, in pixels."""


class Theme(NamedTuple):
    """Named colours as "#rrggbb": what is drawn says the role, never the colour.

    `background` lies under plots and in fields, `surface` under panels, `raised` under cards and menus;
    `border` parts quietly, `outline` is an edge that must be seen; `axis_colors` are those of the first and the second
    coordinate's numbers. Losses run from `map_low` to `map_high`.
    """

    name: str
    background: str
    surface: str
    raised: str
    hover: str
    pressed: str
    border: str
    outline: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    selection: str
    warning: str
    warning_fill: str
    danger: str
    danger_fill: str
    run_colors: tuple[str, ...]
    axis_colors: tuple[str, str]
    map_low: str
    map_high: str
    contour: str

    @property
    def is_dark(self) -> bool:
        """Whether light marks stand on a dark ground."""
        return self.name == "dark"


# The run colours are Okabe and Ito's hues in an order that parts the first four best. Lightness was tuned
# per theme: 3:1 against both ends of the map, and at least 11 apart in CIELAB for every two of them in
# normal sight and under simulated protanopia, deuteranopia and tritanopia (Machado 2009).
LIGHT = Theme(
    name="light",
    background="#ffffff",
    surface="#f5f6f9",
    raised="#ffffff",
    hover="#e8ebf2",
    pressed="#dadfea",
    border="#dcdfe7",
    outline="#7d8596",
    text="#1b2029",
    muted="#5a6273",
    disabled="#a3aab8",
    accent="#4757b2",
    accent_text="#ffffff",
    selection="#dbe1fa",
    warning="#855400",
    warning_fill="#fdf1d7",
    danger="#b3202a",
    danger_fill="#fdeaea",
    run_colors=("#2439d8", "#944600", "#0b5c36", "#b3178c", "#0f77a6", "#850810", "#737a2c", "#222a33"),
    axis_colors=("#4757b2", "#0b6b5e"),
    map_low="#c6d4f6",
    map_high="#fbfcff",
    contour="#8d9ab9",
)

DARK = Theme(
    name="dark",
    background="#14171d",
    surface="#1b1f27",
    raised="#252a34",
    hover="#2b313d",
    pressed="#363d4b",
    border="#303644",
    outline="#7a8498",
    text="#e8ebf2",
    muted="#a2abbc",
    disabled="#626b7c",
    accent="#9cacf5",
    accent_text="#10131c",
    selection="#35406e",
    warning="#f0bd5c",
    warning_fill="#3a2f17",
    danger="#ff9b98",
    danger_fill="#43212a",
    run_colors=("#7d9fff", "#f98c1f", "#84e6ae", "#d990d0", "#66d4ff", "#ff9683", "#efe127", "#eef1f6"),
    axis_colors=("#9cacf5", "#6fd6c4"),
    map_low="#3c4b74",
    map_high="#161a22",
    contour="#5d6b8f",
)

THEMES: dict[str, Theme] = {theme.name: theme for theme in (LIGHT, DARK)}


MAP_CHROMA = 0.42
"""Share of a published map's chroma that is kept: trajectories must stand out from it."""


def colour_map(theme: Theme, name: str = "theme") -> npt.NDArray[np.uint8]:
    """Table of 256 RGBA colours, lowest loss first: even steps in OKLab, so even steps to the eye.

    `name` is "theme", "grey" or a map of pyqtgraph's, whose hues are put on the theme's steps of lightness.
    """
    ends = oklab_from_rgb(np.array([rgb_from_hex(theme.map_low), rgb_from_hex(theme.map_high)]))
    part = np.linspace(0.0, 1.0, 256)[:, None]
    lab = ends[0] + part * (ends[1] - ends[0])
    if name != "theme":
        room = np.clip((1.0 - lab[:, :1]) / 0.12, 0.0, 1.0)  # near white there are no strong colours
        lab[:, 1:] = 0.0 if name == "grey" else MAP_CHROMA * room * _hues(name)
    table = np.full((256, 4), 255, dtype=np.uint8)
    table[:, :3] = np.rint(np.clip(rgb_from_oklab(lab), 0.0, 1.0) * 255.0)
    return table


def _hues(name: str) -> npt.NDArray[np.float64]:
    """Hue and chroma of a published map: the last two coordinates in OKLab."""
    table = pg.colormap.get(name).getLookupTable(nPts=256)
    return oklab_from_rgb(table[:, :3] / 255.0)[:, 1:]


def system_theme(app: QApplication) -> Theme:
    """Say which theme the desktop asks for; where it does not tell, the palette it came with decides."""
    hints = app.styleHints()
    hints.unsetColorScheme()
    scheme = hints.colorScheme()
    if scheme == Qt.ColorScheme.Unknown:
        return DARK if _first_window_color(app).lightness() < 128 else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def apply_theme(app: QApplication, theme: Theme, *, follow_system: bool = False) -> None:
    """Give the application the theme's style, palette and style sheet, and new plots its colours.

    With `follow_system` the colour scheme is left to the desktop, whose changes keep arriving; otherwise
    it is forced, so that native title bars match. Existing plots and icons are their owners' to retheme.
    """
    _first_window_color(app)
    hints = app.styleHints()
    if follow_system:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light)
    if not app.styleSheet():
        app.setStyle("Fusion")
    with _no_collection():  # Qt walks over all widgets, and a collection meanwhile may delete one under its feet
        app.setPalette(palette(theme))
        app.setStyleSheet(style_sheet(theme))
    pg.setConfigOptions(background=theme.background, foreground=theme.muted, antialias=True)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keep Python from collecting garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _first_window_color(app: QApplication) -> QColor:
    """Window colour before any theme of ours was applied."""
    color = app.property("first_window_color")
    if not isinstance(color, QColor):
        color = app.palette().color(QPalette.ColorRole.Window)
        app.setProperty("first_window_color", color)
    return color


def palette(theme: Theme) -> QPalette:
    """Qt's colour roles, filled from the tokens."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.surface,
        role.WindowText: theme.text,
        role.Base: theme.background,
        role.AlternateBase: theme.surface,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.raised,
        role.Midlight: theme.hover,
        role.Mid: theme.border,
        role.Dark: theme.outline,
        role.Shadow: theme.border,
    }
    filled = QPalette()
    for which, color in colors.items():
        filled.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        filled.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    filled.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    return filled
