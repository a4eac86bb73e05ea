"""What a row for one parameter needs to know."""

from __future__ import annotations

import math
from dataclasses import dataclass

Value = float | int | bool | str


@dataclass(frozen=True)
class ParameterSpec:
    """One parameter; the type of `default` is its type: float, int (whole), bool (switch) or str (choice).

    `low` and `high` end the slider; `minimum` and `maximum` may still be typed, `above` and `below` may not.
    With `grows` the slider's ends are only a beginning: they follow a value beyond them and may be changed.
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

    @property
    def kind(self) -> str:
        """One of "choice", "switch", "whole" and "number"."""
        if self.choices:
            return "choice"
        if isinstance(self.default, bool):
            return "switch"
        return "whole" if isinstance(self.default, int) else "number"
