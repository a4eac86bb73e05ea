"""A few lines of colour arithmetic: sRGB, OKLab and the WCAG contrast of two colours."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

# Björn Ottosson, "A perceptual color space for image processing" (2020).
_LMS_FROM_RGB = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_LAB_FROM_LMS = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)
_RGB_FROM_LMS = np.linalg.inv(_LMS_FROM_RGB)
_LMS_FROM_LAB = np.linalg.inv(_LAB_FROM_LMS)
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def rgb_from_hex(text: str) -> Array:
    """Red, green and blue in 0..1 of "#rrggbb"."""
    return np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)]) / 255.0


def linear_from_rgb(rgb: Array) -> Array:
    """Light intensities of sRGB values."""
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def rgb_from_linear(linear: Array) -> Array:
    """Turn light intensities into sRGB values, clipped to what a screen can show."""
    safe = np.clip(linear, 0.0, 1.0)
    return np.where(safe <= 0.0031308, safe * 12.92, 1.055 * safe ** (1 / 2.4) - 0.055)


def oklab_from_rgb(rgb: Array) -> Array:
    """Lightness, green-red and blue-yellow of sRGB values, shape (..., 3)."""
    lms: Array = np.cbrt(linear_from_rgb(rgb) @ _LMS_FROM_RGB.T)
    lab: Array = lms @ _LAB_FROM_LMS.T
    return lab


def rgb_from_oklab(lab: Array) -> Array:
    """Turn OKLab colours into sRGB values, shape (..., 3)."""
    return rgb_from_linear((lab @ _LMS_FROM_LAB.T) ** 3 @ _RGB_FROM_LMS.T)


def luminance(text: str) -> float:
    """Relative luminance of "#rrggbb" as WCAG 2 defines it."""
    return float(linear_from_rgb(rgb_from_hex(text)) @ _LUMINANCE)


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
