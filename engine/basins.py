"""Basin maps: for each start of a grid, where an optimizer ends from there and what it takes.

This is what a method with its momentum and its steps makes of a surface; what the surface itself says is in
`surfaces.basins`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.lane_ends import Outcome
from engine.lanes import Lanes
from engine.places import find_places
from engine.survey import Group, Surveyed, levels_of_grid
from surfaces import build_surface

if TYPE_CHECKING:
    from engine.crew import Crew
    from engine.lane_watch import Codes, Truths
    from engine.run import RunConfig
    from surfaces import Array, CriticalPoint, Indices


@dataclass(frozen=True, eq=False)
class BasinMap:
    """What is known of the starts on a grid over the bounds, the outermost ones on their edges.

    Attributes
    ----------
    x, y : array, shape (size,)
        The starts' first two coordinates; rows of the map are along y.
    known : array of bool, shape (size, size)
        Which starts have been run to their end; nothing else in the map means anything for the others.
    outcome : array of int, shape (size, size)
        An `engine.lane_ends.Outcome`.
    place : array of int, shape (size, size)
        The critical point it is at, an index into `points`; of one on its way or in a cycle the minimum in whose basin
        of the surface it is; −1 for none.
    period : array of int, shape (size, size)
        Of the cycle, 0 without one.
    iterations : array of int, shape (size, size)
        How many it took to get there.
    evaluations : array, shape (size, size)
        What it took: gradients + values + dim · Hessians, in full passes over the data.
    loss : array, shape (size, size)
        Where it ended.
    points : tuple of CriticalPoint
        Minima, then saddles and maxima: of each kind those that are declared, then those that were found.
    """

    x: Array
    y: Array
    known: Truths
    outcome: Codes
    place: Indices
    period: Codes
    iterations: Indices
    evaluations: Array
    loss: Array
    points: tuple[CriticalPoint, ...]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return all of it as arrays by name, the points as ``points``, ``point_losses`` and ``point_kinds``."""
        found = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "points"}
        places = np.array([point.params for point in self.points]).reshape(len(self.points), -1)
        found["points"] = places
        found["point_losses"] = np.array([point.value for point in self.points], dtype=np.float64)
        found["point_kinds"] = np.array([point.kind for point in self.points], dtype="<U10")
        found["outcomes"] = np.array([outcome.name.lower() for outcome in Outcome])
        return found


class BasinSurvey(Surveyed):
    """Runs an optimizer from every start of a grid.

    Parameters
    ----------
    config : RunConfig
        What is run; of its start only the coordinates beyond the first two count.
    size : int
        Starts along each side.
    steps : int
        How far each run goes at most.
    """

    def __init__(self, config: RunConfig, size: int, steps: int) -> None:
        self._surface = surface = build_surface(config.surface)
        x0, x1, y0, y1 = surface.bounds
        self._size, self._x, self._y = size, np.linspace(x0, x1, size), np.linspace(y0, y1, size)
        starts = np.empty((size * size, surface.dim))
        starts[:, 2:] = config.start[2:]
        starts[:, 0], starts[:, 1] = np.tile(self._x, size), np.repeat(self._y, size)
        lanes = Lanes(config, starts, np.full(len(starts), config.seed, dtype=np.int64), {}, steps)
        super().__init__([Group(lanes, np.arange(len(starts)))], levels_of_grid((size, size)))

    def picture(self) -> BasinMap:
        """Return the map as far as it is known."""
        ends, known = self._survey.ends, self._survey.known
        found = find_places(self._surface, ends, self._known_in_order())
        maps = {
            "known": known,
            "outcome": ends.outcome,
            "place": found.index,
            "period": ends.period,
            "iterations": ends.iterations,
            "evaluations": ends.evaluations,
            "loss": ends.loss,
        }
        shaped: dict[str, Any] = {name: np.array(values).reshape(self._size, -1) for name, values in maps.items()}
        return BasinMap(self._x, self._y, points=found.points, **shaped)


def basin_map(config: RunConfig, size: int, steps: int, crew: Crew) -> BasinMap:
    """Return the whole map at once."""
    survey = BasinSurvey(config, size, steps)
    for _ in survey.run(crew, coarse_first=False):
        pass
    return survey.picture()
