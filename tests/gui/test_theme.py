from __future__ import annotations

import re
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QPalette

from engine.session import COLOUR_MAPS
from gui.colors import contrast, oklab_from_rgb, rgb_from_hex, rgb_from_oklab
from gui.style_sheet import style_sheet
from gui.theme import DARK, LIGHT, THEMES, Theme, apply_theme, colour_map, palette, system_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

GROUNDS = ("background", "surface", "raised", "hover")
# What is written on what.
TEXT_PAIRS = [
    *product(("text", "muted", "accent", "warning", "danger"), GROUNDS),
    ("text", "pressed"),
    ("text", "selection"),
    ("accent_text", "accent"),
    ("warning", "warning_fill"),
    ("danger", "danger_fill"),
]
MARK_PAIRS = [*product(("outline", "accent"), ("background", "surface", "raised"))]
RUN_GROUNDS = ("background", "surface", "raised", "map_low", "map_high")


@pytest.fixture
def _restored(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    options = pg.getConfigOption("background"), pg.getConfigOption("foreground")
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(before)
    qapp.styleHints().unsetColorScheme()
    pg.setConfigOptions(background=options[0], foreground=options[1], antialias=False)


@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5


@pytest.mark.parametrize(("ink", "ground"), MARK_PAIRS)
def test_marks_can_be_seen(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 3


@pytest.mark.parametrize("ground", RUN_GROUNDS)
def test_every_run_stands_out(theme: Theme, ground: str) -> None:
    assert min(contrast(color, getattr(theme, ground)) for color in theme.run_colors) >= 3


# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


@pytest.mark.parametrize("sight", SIGHT)
def test_runs_differ_for_every_eye(theme: Theme, sight: str) -> None:
    assert len(set(theme.run_colors)) == 8
    seen = [_cielab(SIGHT[sight] @ _linear(color)) for color in theme.run_colors]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 11


@pytest.mark.parametrize("sight", SIGHT)
def test_first_four_runs_differ_clearly(theme: Theme, sight: str) -> None:
    seen = [_cielab(SIGHT[sight] @ _linear(color)) for color in theme.run_colors[:4]]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 18


def test_colour_map_runs_from_low_to_high(theme: Theme) -> None:
    table = colour_map(theme)
    assert table.shape == (256, 4)
    assert table.dtype == np.uint8
    assert (table[:, 3] == 255).all()
    assert QColor(*map(int, table[0, :3])).name() == theme.map_low
    assert QColor(*map(int, table[-1, :3])).name() == theme.map_high


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_colour_map_lightness_is_monotone_and_even(theme: Theme, name: str) -> None:
    lightness = oklab_from_rgb(colour_map(theme, name)[:, :3] / 255.0)[:, 0]
    way = lightness[-1] - lightness[0]
    assert abs(way) > 0.1
    assert (np.diff(lightness) * np.sign(way) > -0.004).all()
    pieces = np.diff(lightness[np.linspace(0, 255, 9).astype(int)]) / way
    np.testing.assert_allclose(pieces, 1 / 8, atol=0.03)


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_runs_can_be_told_from_every_colour_map(theme: Theme, name: str) -> None:
    for rgb in colour_map(theme, name)[::15, :3].tolist():
        ground = "#{:02x}{:02x}{:02x}".format(*rgb)
        assert min(contrast(color, ground) for color in theme.run_colors) > 2.7


@pytest.mark.parametrize("name", COLOUR_MAPS)
def test_colour_map_is_low_in_chroma(theme: Theme, name: str) -> None:
    lab = oklab_from_rgb(colour_map(theme, name)[:, :3] / 255.0)
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    runs = oklab_from_rgb(np.array([rgb_from_hex(color) for color in theme.run_colors[:4]]))
    assert chroma.max() < 0.08
    assert np.hypot(runs[:, 1], runs[:, 2]).min() > chroma.max()


def test_high_loss_fades_to_the_background(theme: Theme) -> None:
    assert contrast(theme.map_high, theme.background) < 1.1


def test_oklab_comes_back() -> None:
    rgb = np.random.default_rng(0).random((50, 3))
    np.testing.assert_allclose(rgb_from_oklab(oklab_from_rgb(rgb)), rgb, atol=1e-6)


def test_contrast_of_black_and_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


def test_every_token_is_a_colour(theme: Theme) -> None:
    for token, value in theme._asdict().items():
        for color in value if isinstance(value, tuple) else (value,):
            assert token == "name" or re.fullmatch(r"#[0-9a-f]{6}", color)


def test_style_sheet_is_filled_and_finds_its_pictures(theme: Theme) -> None:
    sheet = style_sheet(theme)
    assert "$" not in sheet
    assert theme.accent in sheet
    pictures = set(re.findall(r'url\("([^"]+)"\)', sheet))
    assert pictures
    for picture in pictures:
        assert Path(picture).is_file()


def test_palette_speaks_the_tokens(theme: Theme) -> None:
    filled = palette(theme)
    assert filled.color(QPalette.ColorRole.Window).name() == theme.surface
    assert filled.color(QPalette.ColorRole.Base).name() == theme.background
    group = QPalette.ColorGroup.Disabled
    assert filled.color(group, QPalette.ColorRole.Text).name() == theme.disabled


@pytest.mark.usefixtures("_restored")
def test_apply_theme_reaches_application_and_plots(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == theme.surface
    assert theme.accent in qapp.styleSheet()
    assert pg.getConfigOption("background") == theme.background


@pytest.mark.usefixtures("_restored")
def test_system_theme_is_not_fooled_by_our_own_palette(qapp: QApplication) -> None:
    before = system_theme(qapp)
    for theme in THEMES.values():
        apply_theme(qapp, theme)
        assert system_theme(qapp) is before


@pytest.mark.usefixtures("_restored")
@pytest.mark.parametrize(("window", "expected"), [("#202020", DARK), ("#f0f0f0", LIGHT)])
def test_system_theme_is_judged_by_the_palette_where_the_system_is_silent(
    qapp: QApplication, window: str, expected: Theme
) -> None:
    known = qapp.property("first_window_color")
    qapp.setProperty("first_window_color", QColor(window))
    assert system_theme(qapp) is expected
    qapp.setProperty("first_window_color", known)


def _linear(color: str) -> np.ndarray:
    rgb = rgb_from_hex(color)
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _cielab(linear: np.ndarray) -> np.ndarray:
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
    )
    xyz = to_xyz @ np.clip(linear, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])
