"""What an event is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from surfaces import Array, CriticalPoint

KINDS = (
    "left the plot",
    "approaching saddle",
    "at saddle",
    "escaped saddle",
    "crossed ridge",
    "overshoot",
    "oscillating",
    "limit cycle",
    "plateau",
    "noise ball",
    "diverged",
    "non-finite",
    "converged",
    "trapped",
)
"""Every kind, in the order in which those of one iteration are told."""


@dataclass(frozen=True)
class Event:
    """Something with a name that happened at an iteration.

    Parameters
    ----------
    iteration : int
        When, or when it began.
    kind : str
        One of `KINDS`.
    place : CriticalPoint, optional
        The critical point it concerns.
    last : int, optional
        The last iteration of what went on for a while: as far as it is known, for it may be going on.
    numbers : tuple of (name, value)
        What a sentence about it needs; which ones a kind has is told in `engine.events`.
    direction : tuple of dim floats
        Unit vector of an escape or an oscillation; empty for other kinds.
    found : bool
        Whether the run itself has found its place on the way: nobody had declared it, no search had found it.
    elsewhere : bool
        Whether only another run has found the lowest minimum by which this one is measured.
    """

    iteration: int
    kind: str
    place: CriticalPoint | None = None
    last: int | None = None
    numbers: tuple[tuple[str, float], ...] = ()
    direction: tuple[float, ...] = ()
    found: bool = False
    elsewhere: bool = False

    def number(self, name: str) -> float | None:
        """Return one of its numbers, None if it has no such."""
        return dict(self.numbers).get(name)


def nearest(points: tuple[CriticalPoint, ...], params: Array) -> CriticalPoint | None:
    """Return the point nearest to `params`, if there is one."""
    if not points:
        return None
    return min(points, key=lambda point: float(np.sum((np.array(point.params) - params) ** 2)))
