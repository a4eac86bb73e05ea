"""A picture at many moments: what never moves is painted once, what moves is painted over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from engine.clock import ITERATION
from gui.figure.raster import blank, painted
from gui.figure.svg import MOVING, STILL

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from engine.pace import Pace
    from gui.figure.figure import Figure


class Film:
    """A figure at the ticks of its runs' pace, as images."""

    def __init__(self, figure: Figure, pace: Pace, scale: float = 1.0) -> None:
        self._figure, self._pace = figure, pace
        self._ground = painted(figure.draw(layers=(STILL,)), blank(QSize(*figure.size), scale))

    def image(self, tick: int) -> QImage:
        """Return the picture at a tick."""
        iteration, rows = moment(self._pace, tick)
        return painted(self._figure.draw(iteration, rows, (MOVING,), tells_end=True), self._ground)


def moment(pace: Pace, tick: int) -> tuple[int, dict[int, int] | None]:
    """Return the iteration of whichever run is furthest at a tick, and the rows of runs that do not all stand there."""
    rows = pace.rows(tick)
    if pace.clock == ITERATION and not pace.waiting:
        return tick, None
    return max(rows.values(), default=0), rows
