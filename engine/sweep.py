"""Sweeps: the same run over a grid of hyperparameters, and of seeds where chance has a part in it.

Numbers of an elementwise rule are lanes: thousands of settings are worked on together. By anything else (choices,
switches, counts, numbers of other optimizers and of schedules, batch sizes) settings are grouped.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

import numpy as np

from engine.lanes import Lanes
from engine.optimizer import Elementwise
from engine.places import find_places
from engine.run import batches_of
from engine.survey import Group, Surveyed, levels_of_grid
from engine.sweep_table import SweepTable
from engine.tape import own_numbers
from surfaces import SampledSurface, build_surface

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from engine.hyperparameters import Value
    from engine.run import RunConfig

SEED = "seed"
BATCH_SIZE = "batch_size"
SCHEDULE = "schedule."
"""What may be varied beside an optimizer's hyperparameters; the schedule's are called ``schedule.<name>``."""
MOST_RUNS = 10_000_000


class SweepError(ValueError):
    """A sweep that cannot be, in one sentence."""


@dataclass(frozen=True)
class Axis:
    """What is varied along one axis, and the values it takes."""

    name: str
    values: tuple[Value, ...]


class Sweep(Surveyed):
    """Runs a config with every combination of values, from several seeds each.

    Parameters
    ----------
    config : RunConfig
        What is not varied; its seed is the first one.
    axes : sequence of Axis
        What is, the first one slowest; none for the config alone.
    steps : int
        How far each run goes at most.
    seeds : int
        How many seeds each combination is run from.

    Raises
    ------
    SweepError, HyperparameterError
        For an axis that does not exist or a value that cannot be taken; for several seeds where nothing is drawn.
    """

    def __init__(self, config: RunConfig, axes: Sequence[Axis], steps: int, seeds: int = 1) -> None:
        self.config, self.steps, self.seeds = config, steps, seeds
        self.axes = tuple(replace(axis, name=full_name(config, axis.name)) for axis in axes)
        self.shape = tuple(len(axis.values) for axis in self.axes)
        self._check()
        levels = levels_of_grid(self.shape) if self.shape else np.zeros(1, dtype=np.int64)
        super().__init__(list(self._groups()), np.repeat(levels, seeds))

    def table(self) -> SweepTable:
        """Return what is known of the cells so far."""
        ends, known = self._survey.ends, self._survey.known
        found = find_places(build_surface(self.config.surface), ends, self._known_in_order())
        return SweepTable.of(self.axes, self.seeds, ends, known, found)

    def _check(self) -> None:
        names = [axis.name for axis in self.axes]
        if len(set(names)) < len(names):
            raise SweepError("Each hyperparameter can be varied along one axis only.")
        if not all(self.shape) or self.seeds < 1:
            raise SweepError("Every axis needs a value, and every combination a seed.")
        if self.seeds * float(np.prod(self.shape)) > MOST_RUNS:
            raise SweepError(f"A sweep has at most {MOST_RUNS} runs.")
        for axis in self.axes:
            for value in axis.values:
                with_values(self.config, {axis.name: value})
        if SEED in names and self.seeds > 1:
            raise SweepError("The seed is an axis already, so --seeds has nothing to say.")
        if (SEED in names or self.seeds > 1) and not any(_draws(config) for config, _ in self._configs()):
            raise SweepError("Nothing is drawn by chance here: one seed says as much as many.")

    def _configs(self) -> Iterator[tuple[RunConfig, dict[str, int]]]:
        """Yield a config for every combination of values that cannot be lanes, with their indices along their axes."""
        apart = [axis for axis in self.axes if axis.name != SEED and not _may_be_lanes(self.config, axis.name)]
        for chosen in product(*(range(len(axis.values)) for axis in apart)):
            values = {axis.name: axis.values[index] for axis, index in zip(apart, chosen, strict=True)}
            yield with_values(self.config, values), {axis.name: i for axis, i in zip(apart, chosen, strict=True)}

    def _groups(self) -> Iterator[Group]:
        runs = np.arange(math.prod(self.shape) * self.seeds)
        along = np.unravel_index(runs // self.seeds, self.shape) if self.shape else ()
        index = {axis.name: own for axis, own in zip(self.axes, along, strict=True)}
        values = {axis.name: np.array(axis.values)[index[axis.name]] for axis in self.axes}
        seeds = values.pop(SEED, self.config.seed + runs % self.seeds).astype(np.int64)
        for config, chosen in self._configs():
            own = np.all(
                [np.ones(len(runs), dtype=np.bool_), *(index[name] == i for name, i in chosen.items())], axis=0
            )
            laned = {name: numbers for name, numbers in values.items() if name not in chosen}
            # An optimizer that draws gives all lanes the same numbers, so they must be of one seed.
            for seed in np.unique(seeds[own]) if config.optimizer.draws else [None]:
                places = np.flatnonzero(own if seed is None else own & (seeds == seed))
                starts = np.tile(np.array(config.start, dtype=np.float64), (places.size, 1))
                numbers = {name: column[places].astype(np.float64) for name, column in laned.items()}
                yield Group(Lanes(config, starts, seeds[places], numbers, self.steps), places)


def full_name(config: RunConfig, name: str) -> str:
    """Return what is varied under a name, which may be a short one."""
    if name in (SEED, BATCH_SIZE):
        return name
    if name.startswith(SCHEDULE):
        return SCHEDULE + config.schedule.full_name(name.removeprefix(SCHEDULE))
    return config.optimizer.full_name(name)


def with_values(config: RunConfig, values: Mapping[str, Value]) -> RunConfig:
    """Return a config with some of its values changed.

    Raises
    ------
    SweepError, HyperparameterError
        For a name that is not known or a value that cannot be taken.
    """
    own = dict(values)
    if SEED in own:
        config = replace(config, seed=_whole(own.pop(SEED), SEED, 0))
    if BATCH_SIZE in own:
        if not isinstance(build_surface(config.surface), SampledSurface):
            raise SweepError("A batch size needs a surface made of data or a bag; this one has no samples.")
        size = _whole(own.pop(BATCH_SIZE), BATCH_SIZE, 1)
        config = replace(config, sampling=replace(config.sampling, batch_size=size))
    schedule = {name.removeprefix(SCHEDULE): own.pop(name) for name in list(own) if name.startswith(SCHEDULE)}
    if schedule:
        config = replace(config, schedule=config.schedule.replaced(**schedule))
    return replace(config, optimizer=config.optimizer.replaced(**own)) if own else config


def _whole(value: Value, name: str, least: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise SweepError(f"{name} is a whole number from {least} up, not {value!r}.")
    return value


def _may_be_lanes(config: RunConfig, name: str) -> bool:
    return isinstance(config.optimizer, Elementwise) and name in own_numbers(config.optimizer)


def _draws(config: RunConfig) -> bool:
    return config.optimizer.draws or batches_of(config, build_surface(config.surface)) is not None
