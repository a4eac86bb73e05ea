"""From the heights of curves to the part of an axis that shows them well."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gui.views.plot_strokes import Array

TALLEST = 10.0
"""A linear axis reaches at most to so many times the largest first value, a logarithmic one squared."""
DEEPEST = 16.0
"""A logarithmic axis shows at most so many powers of ten."""


def value_range(curves: tuple[Array, ...], logarithmic: bool) -> tuple[float, float]:
    """Lowest and highest height to show: one run that flies off must not flatten the others."""
    finite = _finite(curves)
    if not finite:
        return 0.0, 1.0
    low, high = min(float(c.min()) for c in finite), max(float(c.max()) for c in finite)
    first = max(float(curve[0]) for curve in finite)
    if logarithmic:
        high = min(high, first + 2 * math.log10(TALLEST))
        low = max(low, high - DEEPEST)
    else:
        high = min(high, TALLEST * first) if first > 0 else high
    return (low, high) if high > low else (low - 0.5, low + 0.5)


def signed_range(curves: Iterable[Array]) -> tuple[float, float]:
    """Lowest and highest height of quantities around zero: zero is in it, and what flies off is not."""
    finite = _finite(curves)
    if not finite:
        return -1.0, 1.0
    begins = [np.abs(curve[curve != 0.0][:1]) for curve in finite]
    first = max((float(begin[0]) for begin in begins if len(begin)), default=0.0)
    most = TALLEST * first if first > 0.0 else 1.0
    low = max(min(0.0, *(float(c.min()) for c in finite)), -most)
    high = min(max(0.0, *(float(c.max()) for c in finite)), most)
    return (low, high) if high > low else (-1.0, 1.0)


def across_range(curves: Iterable[Array], last: float, logarithmic: bool) -> tuple[float, float]:
    """Ends of the axis that counts: from zero, or on a logarithmic one (heights are exponents) from the first step."""
    if not logarithmic:
        return 0.0, last if last > 0.0 else 1.0
    finite = _finite(curves)
    low = min((float(curve[0]) for curve in finite), default=0.0)
    high = math.log10(last) if last > 0.0 else low + 1.0
    return (low, high) if high > low else (low, low + 1.0)


def _finite(curves: Iterable[Array]) -> list[Array]:
    finite = [curve[np.isfinite(curve)] for curve in curves]
    return [curve for curve in finite if len(curve)]
