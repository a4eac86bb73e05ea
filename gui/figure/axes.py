"""Axes: where numbers lie in a box, ticks at round numbers, and their drawing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from gui.figure.text import raised, text_width
from gui.numbers import format_number

if TYPE_CHECKING:
    from gui.figure.clip import Array, Box
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

TICK = 5.0
LABEL_SIZE = 13.0
_MANTISSAS = (1.0, 2.0, 5.0, 10.0)
_DECADES = 6


class Tick(NamedTuple):
    """A place on an axis and what is written there."""

    value: float
    text: str


class Axes(NamedTuple):
    """A box of pixels that shows x0..x1 and, upwards, y0..y1."""

    box: Box
    x0: float
    x1: float
    y0: float
    y1: float

    def to_pixels(self, points: Array) -> Array:
        """Pixels of points (n, 2); what overflows becomes non-finite."""
        box = self.box
        scale = (box.width / (self.x1 - self.x0), -box.height / (self.y1 - self.y0))
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray((points - (self.x0, self.y0)) * scale + (box.left, box.bottom))

    def at_x(self, value: float) -> float:
        """Pixel of an abscissa."""
        return self.box.left + (value - self.x0) / (self.x1 - self.x0) * self.box.width

    def at_y(self, value: float) -> float:
        """Pixel of an ordinate."""
        return self.box.bottom - (value - self.y0) / (self.y1 - self.y0) * self.box.height


def linear_ticks(low: float, high: float, parts: int = 6, *, whole: bool = False) -> tuple[Tick, ...]:
    """Return ticks at multiples of 1, 2 or 5 times a power of ten, at most `parts` + 1 of them."""
    step = _nice_step((high - low) / parts)
    if whole:
        step = max(1.0, step)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    digits = min(max(3, math.ceil(math.log10(max(abs(low), abs(high), step) / step)) + 2), 15)
    return tuple(Tick(i * step, format_number(_rounded(i * step, step), digits)) for i in range(first, last + 1))


def log_ticks(low: float, high: float) -> tuple[Tick, ...]:
    """Return ticks between two exponents of ten: powers of ten, or round numbers within less than two."""
    if high - low < 1.5:
        return _narrow_log_ticks(low, high)
    stride = max(1, math.ceil((high - low) / _DECADES))
    first = math.ceil(low / stride) * stride
    return tuple(Tick(float(n), "10" + raised(str(n))) for n in range(first, math.floor(high) + 1, stride))


def _narrow_log_ticks(low: float, high: float) -> tuple[Tick, ...]:
    decades = range(math.floor(low), math.ceil(high) + 1)
    exponents = [n + math.log10(digit) for n in decades for digit in (1, 2, 5)]
    inside = [exponent for exponent in exponents if low <= exponent <= high]
    if len(inside) < 2:
        inside = [low + part * (high - low) for part in (0.1, 0.5, 0.9)]
    return tuple(Tick(exponent, format_number(10.0**exponent, 3)) for exponent in inside)


def _nice_step(raw: float) -> float:
    power = 10.0 ** math.floor(math.log10(raw))
    return next(digit * power for digit in _MANTISSAS if digit * power >= raw * (1 - 1e-9))


def _rounded(value: float, step: float) -> float:
    """Strip the binary dust from a tick (0.30000000000000004)."""
    return round(value, min(300, 2 - math.floor(math.log10(step))))


def draw_x_axis(svg: SvgWriter, theme: Theme, axes: Axes, ticks: tuple[Tick, ...], *, texts: bool = True) -> None:
    """Tick marks below the box and their texts."""
    bottom = axes.box.bottom
    for value, text in ticks:
        x = axes.at_x(value)
        svg.line((x, bottom), (x, bottom + TICK), theme.outline, 1)
        if texts:
            svg.text(x, bottom + TICK + 15, text, LABEL_SIZE, text_anchor="middle", fill=theme.muted)


def texts_width(ticks: tuple[Tick, ...], size: float = LABEL_SIZE) -> float:
    """Estimate how wide the widest text of an axis is."""
    return max((text_width(text, size) for _, text in ticks), default=0.0)


def draw_y_axis(
    svg: SvgWriter,
    theme: Theme,
    axes: Axes,
    ticks: tuple[Tick, ...],
    *,
    texts: bool = True,
    room: float = math.inf,
) -> None:
    """Tick marks left of the box and their texts, smaller where they would not fit."""
    left, size = axes.box.left, LABEL_SIZE * min(1.0, room / max(texts_width(ticks), 1.0))
    for value, text in ticks:
        y = axes.at_y(value)
        svg.line((left - TICK, y), (left, y), theme.outline, 1)
        if texts:
            svg.text(left - TICK - 5, y + 0.35 * size, text, size, text_anchor="end", fill=theme.muted)


def draw_frame(svg: SvgWriter, theme: Theme, box: Box) -> None:
    """Edge of a plot."""
    svg.element(
        "rect",
        x=box.left,
        y=box.top,
        width=box.width,
        height=box.height,
        fill="none",
        stroke=theme.outline,
        stroke_width=1,
    )
