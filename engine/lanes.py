"""Many runs at once, without a record: the same optimizers, surfaces and ends as `engine.run`, lane by lane.

Lanes differ in their start, their seed and in numbers of an elementwise rule; everything else they share. A lane that
is over is dropped, and nothing depends on which lanes are worked on together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.lane_batches import LaneBatches
from engine.lane_ends import TAIL, Ended, LaneEnds, gathered
from engine.lane_rule import RATE
from engine.lane_steppers import lane_stepper
from engine.lane_watch import CONVERGED, DIVERGED, NON_FINITE, STATUSES, STEP_LIMIT, LaneWatch
from engine.optimizer import Optimizer
from engine.oracle import Chance
from engine.run import base_rate, batches_of, run_to
from surfaces import SampledSurface, build_surface
from surfaces.lanes import lane_measure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from engine.run import RunConfig
    from surfaces import Array, Indices, Surface

PATIENCE = 8
"""After every so many steps, lanes that rest are looked at closely and those that are over are dropped."""


class Cancelled(Exception):  # noqa: N818  # as in concurrent.futures
    """The lanes were given up on."""


@dataclass(frozen=True, eq=False)
class Lanes:
    """Runs that are computed together.

    Attributes
    ----------
    config : RunConfig
        What they share; its start and its seed are those of no one.
    starts : array, shape (lanes, dim)
        Where each begins.
    seeds : array of int, shape (lanes,)
        What each draws from.
    laned : mapping of str to array, shape (lanes,)
        Hyperparameters of which each has its own.
    steps : int
        How far each goes at most.
    """

    config: RunConfig
    starts: Array
    seeds: Indices
    laned: Mapping[str, Array]
    steps: int

    def __len__(self) -> int:
        return len(self.starts)

    def take(self, places: Indices | slice) -> Lanes:
        """Return some of the lanes."""
        laned = {name: values[places] for name, values in self.laned.items()}
        return replace(self, starts=self.starts[places], seeds=self.seeds[places], laned=laned)

    def config_of(self, lane: int) -> RunConfig:
        """Return the config of one lane as a run."""
        own = {name: values[lane].item() for name, values in self.laned.items()}
        optimizer = self.config.optimizer.replaced(**own) if own else self.config.optimizer
        start, seed = tuple(self.starts[lane].tolist()), int(self.seeds[lane])
        return replace(self.config, start=start, seed=seed, optimizer=optimizer)


def go_one_by_one(config: RunConfig) -> bool:
    """Return whether lanes of such runs are taken one after another: where an optimizer or a schedule decides."""
    return bool(config.schedule.memory_fields) or not _asks_alike(config.optimizer)


def _asks_alike(optimizer: Optimizer) -> bool:
    parts = (part for part in vars(optimizer).values() if isinstance(part, Optimizer))
    return optimizer.asks_alike and all(map(_asks_alike, parts))


def run_lanes(lanes: Lanes, stopped: Callable[[], bool] | None = None) -> LaneEnds:
    """Run all lanes to their ends.

    Raises
    ------
    Cancelled
        Soon after `stopped` has become true.
    """

    def check() -> None:
        if stopped and stopped():
            raise Cancelled

    if not len(lanes):
        return LaneEnds.blank(*lanes.starts.shape)
    if go_one_by_one(lanes.config):
        return _one_by_one(lanes, check)
    with np.errstate(all="ignore"):
        block = Block(lanes)
        for iteration in range(lanes.steps):
            if not len(block):
                break
            check()
            block.advance(iteration)
        return block.finished()


def _one_by_one(lanes: Lanes, check: Callable[[], None]) -> LaneEnds:
    ended, tails = [], []
    for lane in range(len(lanes)):
        check()
        snapshot = run_to(lanes.config_of(lane), lanes.steps, check)
        status, spent = STATUSES.index(snapshot.status), snapshot.totals
        costs = (spent.gradients, spent.values, spent.hessians)
        ended.append(Ended(np.array([lane]), status, snapshot.last, snapshot.params[-1:], costs))
        if status == STEP_LIMIT:
            tails.append(snapshot.params[-TAIL:, :, None])
    tail = np.concatenate(tails, axis=2) if tails else np.empty((0, lanes.starts.shape[1], 0))
    return gathered(build_surface(lanes.config.surface), len(lanes), ended, tail)


class Block:
    """Lanes on their way, in arrays of shape (dim, lanes); those that are over leave their ends behind."""

    def __init__(self, lanes: Lanes) -> None:
        config, self._steps, self._total = lanes.config, lanes.steps, len(lanes)
        self._surface = surface = build_surface(config.surface)
        self._lanes = np.arange(len(lanes))
        self._params = np.array(lanes.starts.T, order="C")
        self._watch = LaneWatch(surface, self._params)
        self._measure = lane_measure(surface)
        self._gradient = np.empty_like(self._params)
        self._loss = self._measure(self._params, self._gradient)
        self._pace, laned = _paces(lanes)
        chance = Chance(int(lanes.seeds[0]), config.sampling.stream)
        self._stepper = lane_stepper(config.optimizer, surface, self._params, laned, _batches(lanes, surface), chance)
        self._factor = config.schedule.factor
        self._ended: list[Ended] = []
        self._waiting: list[Ended] = []
        self._is_over = np.zeros(len(lanes), dtype=np.bool_)
        self._tail: list[Array] = []
        self._begin()

    def _begin(self) -> None:
        """Drop lanes that have no loss where they begin."""
        assert self._loss is not None
        good = np.isfinite(self._loss + self._gradient.sum(axis=0))
        if not good.all():
            self._end(np.flatnonzero(~good), NON_FINITE, 0, self._params)
            self._drop(np.flatnonzero(good))
        self._measure.stay_within(self._watch.near)

    def __len__(self) -> int:
        return len(self._lanes)

    def advance(self, iteration: int) -> None:
        """Take the step that starts at an iteration."""
        before, stepper = self._params, self._stepper
        after = stepper.step(before, self._loss, self._gradient, self._pace * self._factor(iteration), iteration)
        gradient = stepper.spare(before)
        self._loss = self._measure(after, gradient)
        trouble = self._watch.trouble(after, self._loss, gradient)
        if trouble is not None:
            self._settle()
            self._end(np.flatnonzero(trouble == NON_FINITE), NON_FINITE, iteration, before)
            self._end(np.flatnonzero(trouble == DIVERGED), DIVERGED, iteration + 1, after)
        used = stepper.used(before)
        at_rest = self._watch.at_rest(used, after, gradient)
        if at_rest is not None:
            self._waiting.append(self._told(at_rest, CONVERGED, iteration + 1, after))
        self._params, self._gradient = after, gradient
        stepper.give_back(used)
        if trouble is not None or (iteration + 1) % PATIENCE == 0:
            self._settle()
            if self._is_over.any():
                self._drop(np.flatnonzero(~self._is_over))
        if iteration + 1 > self._steps - TAIL:
            self._tail.append(self._params.copy())

    def finished(self) -> LaneEnds:
        """Return the ends of all lanes, those that are still on their way having reached the step limit."""
        self._settle()
        rest = np.flatnonzero(~self._is_over)
        self._end(rest, STEP_LIMIT, self._steps, self._params)
        tail = [points.take(rest, axis=1) for points in self._tail]
        last = np.stack(tail) if tail else np.empty((0, len(self._params), rest.size))
        return gathered(self._surface, self._total, self._ended, last)

    def _settle(self) -> None:
        """End the lanes that were found at rest and are in a minimum: what they did since is nobody's."""
        if not self._waiting:
            return
        are_minima = self._watch.are_minima(np.concatenate([group.params for group in self._waiting]))
        first = 0
        for group in self._waiting:
            found = are_minima[first : first + len(group.lanes)] & ~self._is_over[group.lanes]
            first += len(group.lanes)
            self._finish(group.of(found))
        self._waiting = []

    def _end(self, which: Indices, status: int, iterations: int, params: Array) -> None:
        self._finish(self._told(which[~self._is_over[which]], status, iterations, params))

    def _told(self, which: Indices, status: int, iterations: int, params: Array) -> Ended:
        spent = self._stepper.evaluations
        costs = (spent.gradients, spent.values, spent.hessians)
        return Ended(which, status, iterations, params.T[which], costs)

    def _finish(self, group: Ended) -> None:
        self._is_over[group.lanes] = True
        self._ended.append(group._replace(lanes=self._lanes[group.lanes]))

    def _drop(self, kept: Indices) -> None:
        self._lanes, self._loss = self._lanes[kept], None if self._loss is None else self._loss[kept]
        self._params, self._gradient = self._params.take(kept, axis=1), self._gradient.take(kept, axis=1)
        self._tail = [points.take(kept, axis=1) for points in self._tail]
        self._stepper.keep(kept)
        self._watch.keep(kept)
        self._is_over = np.zeros(kept.size, dtype=np.bool_)


def _paces(lanes: Lanes) -> tuple[float, dict[str, Array]]:
    """Return the learning rate before the schedule, or 1 where every lane has its own, and what each has its own of."""
    laned, scaled = dict(lanes.laned), base_rate(lanes.config)
    if "learning_rate" not in laned:
        return scaled, laned
    scale = base_rate(replace(lanes.config, optimizer=lanes.config.optimizer.replaced(learning_rate=1.0)))
    return 1.0, {**laned, RATE: laned["learning_rate"] * scale}


def _batches(lanes: Lanes, surface: Surface) -> LaneBatches | None:
    if batches_of(lanes.config, surface) is None:
        return None
    assert isinstance(surface, SampledSurface)
    return LaneBatches(surface, lanes.config.sampling, lanes.seeds)
