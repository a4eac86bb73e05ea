"""How a slider's way from 0 to 1 becomes a value, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass

_LARGEST_END = 1e300
SCALES = ("linear", "log", "one-minus")


@dataclass(frozen=True)
class Scale:
    """`linear`, `log`, or `one-minus`: logarithmic in 1 − value, so that .9, .99 and .999 lie evenly."""

    kind: str
    low: float
    high: float

    def __post_init__(self) -> None:
        if self.kind not in SCALES:
            raise ValueError(f"a scale is one of {', '.join(SCALES)}, not {self.kind!r}")
        if not self.low < self.high:
            raise ValueError(f"a scale runs from low to high, not from {self.low:g} to {self.high:g}")
        if self.kind == "log" and self.low <= 0:
            raise ValueError(f"a logarithmic scale begins above 0, not at {self.low:g}")
        if self.kind == "one-minus" and self.high >= 1:
            raise ValueError(f"a one-minus scale ends below 1, not at {self.high:g}")

    def value_at(self, part: float) -> float:
        """Value at a part of the way, rounded to 3 significant digits (of 1 − value for `one-minus`)."""
        if self.kind == "log":
            return significant(_between(self.low, self.high, part), 3)
        if self.kind == "one-minus":
            gap = significant(_between(1 - self.low, 1 - self.high, part), 3)
            return round(1 - gap, 12)
        value = self.low + part * (self.high - self.low)
        # Near zero, significant digits alone would keep the noise of the subtraction.
        return significant(round(value, 3 - math.ceil(math.log10(self.high - self.low))), 3)

    def part_of(self, value: float) -> float:
        """How far along a value lies; the nearest end for one beyond them."""
        value = min(max(value, self.low), self.high)
        if self.kind == "log":
            return math.log(value / self.low) / math.log(self.high / self.low)
        if self.kind == "one-minus":
            return math.log((1 - value) / (1 - self.low)) / math.log((1 - self.high) / (1 - self.low))
        return (value - self.low) / (self.high - self.low)


def grown(scale: Scale, value: float) -> Scale:
    """Return the scale, or one whose end beyond which the value lies is moved out to about twice the value."""
    if scale.low <= value <= scale.high:
        return scale
    end = math.copysign(_round_up(min(2 * abs(value), _LARGEST_END)), value)
    return Scale(scale.kind, min(scale.low, end), max(scale.high, end))


def _round_up(value: float) -> float:
    """Return the next of 1, 2, 5, 10, 20, … ."""
    unit = 10.0 ** math.floor(math.log10(value))
    return next(step * unit for step in (1, 2, 5, 10) if step * unit >= value * (1 - 1e-9))


def significant(value: float, digits: int) -> float:
    """Round to so many significant digits."""
    return float(f"{value:.{digits - 1}e}")


def _between(first: float, last: float, part: float) -> float:
    return first * math.exp(part * math.log(last / first))
