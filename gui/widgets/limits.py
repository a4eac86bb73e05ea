"""Which numbers a field takes, and the sentence for those it does not."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from gui.numbers import NumberError, format_number

translate = QCoreApplication.translate


class Limits(NamedTuple):
    """`minimum` and `maximum` belong to what is allowed, `above` and `below` do not."""

    minimum: float = -math.inf
    maximum: float = math.inf
    above: float = -math.inf
    below: float = math.inf
    whole: bool = False

    def allows(self, value: float) -> bool:
        """Whether a value may be taken."""
        return not self.complaint(value)

    def check(self, value: float) -> None:
        """Raise NumberError with the sentence when a value may not be taken."""
        sentence = self.complaint(value)
        if sentence:
            raise NumberError(sentence)

    def complaint(self, value: float) -> str:
        """Say what is wrong with a value, or nothing."""
        if self.whole and value != math.floor(value):
            return translate("Limits", "It must be a whole number.")
        if value <= self.above:
            return translate("Limits", "It must be greater than {limit}.").format(limit=_shown(self.above))
        if value >= self.below:
            return translate("Limits", "It must be less than {limit}.").format(limit=_shown(self.below))
        if value < self.minimum:
            return translate("Limits", "It must be at least {limit}.").format(limit=_shown(self.minimum))
        if value > self.maximum:
            return translate("Limits", "It must be at most {limit}.").format(limit=_shown(self.maximum))
        return ""

    def nearest(self, value: float) -> float:
        """Return the value itself, or the closed end it lies beyond."""
        return min(max(value, self.minimum), self.maximum)


def _shown(limit: float) -> str:
    return format_number(limit, 6)
