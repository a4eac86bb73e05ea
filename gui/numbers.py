"""Numbers as people write and read them."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont

translate = QCoreApplication.translate

MINUS = "\N{MINUS SIGN}"
ROUNDING = 1e-15
"""Parts of the largest number that count as zero in words."""
_DECIMAL = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")


class NumberError(ValueError):
    """A text that is no number we can use; its message is a sentence for the person who typed it."""


def format_number(value: float, digits: int = 4) -> str:
    """Write a number with so many significant digits and a real minus sign."""
    if math.isnan(value):
        return "–"
    if math.isinf(value):
        return "∞" if value > 0 else MINUS + "∞"
    text = f"{value:.{digits}g}"
    if text in ("0", "-0"):
        return "0"
    if "e+" in text and abs(value) < 1e6:
        # 12000 reads better than 1.2e+04, and a counted 12345 must not lose its end.
        text = f"{value:.0f}"
    return text.replace("-", MINUS)


def without_rounding(value: float, largest: float) -> float:
    """Return 0 for what is nothing but rounding beside the largest of its kind."""
    return 0.0 if abs(value) < ROUNDING * largest else value


def exact_number(value: float) -> str:
    """Write a number with every digit needed to get it back, as shown while it is edited."""
    text = repr(float(value))
    return text.removesuffix(".0").replace("-", MINUS)


def parse_number(text: str) -> float:
    """Read what a person typed: 0.05, −1e-3 or 1/20; raises NumberError with a sentence."""
    cleaned = "".join(text.split()).replace(MINUS, "-").replace("–", "-")
    if not cleaned:
        raise NumberError(translate("numbers", "Type a number."))
    if "," in cleaned:
        raise NumberError(translate("numbers", "Write the decimal point as a point, like 0.05."))
    if cleaned.lower().strip("+-") in ("nan", "inf", "infinity", "∞"):
        raise NumberError(translate("numbers", "It must be a finite number."))
    value = _fraction(cleaned, text) if "/" in cleaned else _decimal(cleaned, text)
    if math.isinf(value):
        raise NumberError(translate("numbers", "This number is too large."))
    return value


def _decimal(cleaned: str, text: str) -> float:
    if not _DECIMAL.fullmatch(cleaned):
        raise NumberError(translate("numbers", "“{text}” is not a number.").format(text=text.strip()))
    return float(cleaned)


def _fraction(cleaned: str, text: str) -> float:
    above, _, below = cleaned.partition("/")
    denominator = _decimal(below, text)
    if denominator == 0:
        raise NumberError(translate("numbers", "The number below the line must not be zero."))
    return _decimal(above, text) / denominator


def tabular_font(base: QFont) -> QFont:
    """Return the same font with figures of one width, so that changing numbers do not jitter."""
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
