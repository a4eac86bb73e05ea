"""What a row for one parameter needs to know."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from gui.widgets.choice import Offer

Value = float | int | bool | str


class ParameterSpec(NamedTuple):
    """One parameter; the type of `default` is its type: float, int (whole), bool (switch) or str (choice).

    `low` and `high` end the slider; `minimum` and `maximum` may still be typed, `above` and `below` may not.
    With `grows` the slider's ends are only a beginning: they follow a value beyond them and may be changed.
    A part is chosen from an `offer`; its own rows stand below it, each `depth` steps to the right and `inside` it.
    """

    name: str
    label: str
    default: Value
    low: float = 0.0
    high: float = 1.0
    scale: str = "linear"
    help: str = ""
    minimum: float = -math.inf
    maximum: float = math.inf
    choices: tuple[str, ...] = ()
    above: float = -math.inf
    below: float = math.inf
    grows: bool = False
    offer: Offer | None = None
    depth: int = 0
    inside: str = ""
    """What the parts are called in which it lies."""
    front: bool = False
    """Whether it is there also where only the most important rows are shown."""

    @property
    def full_label(self) -> str:
        """Its label, with that of the parts in which it lies."""
        return f"{self.inside}: {self.label}" if self.inside else self.label

    @property
    def kind(self) -> str:
        """One of "part", "choice", "switch", "whole" and "number"."""
        if self.offer:
            return "part"
        if self.choices:
            return "choice"
        if isinstance(self.default, bool):
            return "switch"
        return "whole" if isinstance(self.default, int) else "number"
