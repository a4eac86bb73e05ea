"""The colours of a landscape: the map's, lit and in shadow, above and below."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from gui.colors import oklab_from_rgb, rgb_from_hex, rgb_from_oklab
from gui.theme import colour_map

if TYPE_CHECKING:
    from gui.theme import Theme

TONES, LIGHTS = 256, 64


@dataclass(frozen=True, eq=False)
class Palette:
    """Packed colours (0xAARRGGBB) by tone, light and side."""

    name: str
    lit: npt.NDArray[np.uint32]
    """Shape (TONES, LIGHTS); the first light is the darkest."""
    below: npt.NDArray[np.uint32]
    """The same for the underside, which is turned the other way."""
    line: int
    """Of contour lines."""
    line_share: float


@lru_cache(8)
def palette(theme: Theme, name: str = "theme") -> Palette:
    """The palette of a theme and a colour map; names as in `gui.theme.colour_map`."""
    lab = oklab_from_rgb(colour_map(theme, name)[:, :3] / 255.0)
    light = np.linspace(0.0, 1.0, LIGHTS)
    lit = _lit(lab, light, theme)
    back = oklab_from_rgb(rgb_from_hex(theme.surface))
    below = _lit(0.5 * lab + 0.5 * back, 0.6 * (1.0 - light), theme)
    return Palette(f"{theme.name} {name}", _packed(lit), _packed(below), _packed_hex(theme.contour), 0.55)


def _lit(lab: npt.NDArray[np.float64], light: npt.NDArray[np.float64], theme: Theme) -> npt.NDArray[np.float64]:
    """Colours (TONES, LIGHTS, 3) in OKLab: shadows are darker and have more of the lowest loss's hue."""
    shaded = np.repeat(lab[:, None, :], len(light), axis=1)
    deep, high = (0.30, 0.02) if not theme.is_dark else (0.08, 0.28)
    shaded[..., 0] += high * light - deep * (1.0 - light)
    tint = 0.4 if theme.is_dark else 0.8
    shaded[..., 1:] += tint * (1.0 - light[:, None]) * (lab[0, 1:] - 0.4 * lab[:, None, 1:])
    return np.asarray(rgb_from_oklab(shaded))


def _packed(rgb: npt.NDArray[np.float64]) -> npt.NDArray[np.uint32]:
    red, green, blue = np.moveaxis(np.rint(rgb * 255).astype(np.uint32), -1, 0)
    return np.asarray((255 << 24) | (red << 16) | (green << 8) | blue, dtype=np.uint32)


def _packed_hex(text: str) -> int:
    return int(_packed(rgb_from_hex(text)))
