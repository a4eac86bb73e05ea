"""What a picture made without a window should be: plain data that the command line fills and the drawing door reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.pace import Pace
    from engine.session import Session

SVG, PNG, GIF = KINDS = ("svg", "png", "gif")
SIZES = {SVG: (1200, 800), PNG: (1200, 800), GIF: (960, 640)}
"""Width and height of a picture before it is scaled …"""
SCALES = {SVG: 1.0, PNG: 2.0, GIF: 1.0}
"""… and how many pixels a unit of it has, where nobody says otherwise."""
MOST_FRAMES = 121
"""Of an animation, where nobody says how far apart they are."""


@dataclass(frozen=True, eq=False)
class Rendering:
    """Pictures of one session that are wanted."""

    session: Session
    snapshots: tuple[Snapshot, ...]
    pace: Pace
    kinds: tuple[str, ...]
    """Some of `KINDS`."""
    tick: int
    """The moment that pictures show …"""
    ticks: tuple[int, ...] = ()
    """… and those of an animation."""
    rate: float | None = None
    """Frames in a second; None: as many as suit their number."""
    size: tuple[int, int] | None = None
    scale: float | None = None
    theme: str = "light"
    language: str = "en"

    def size_of(self, kind: str) -> tuple[int, int]:
        """Return the width and height of a kind of picture, before it is scaled."""
        return self.size or SIZES[kind]

    def scale_of(self, kind: str) -> float:
        """Return how many pixels a unit of a kind of picture has."""
        return self.scale or SCALES[kind]
