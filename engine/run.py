"""The one run loop: it steps, records, and alone decides when a run is over."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from engine.batches import Sampling, batch
from engine.history import History, Layout, RunStatus, Snapshot
from engine.oracle import Chance
from engine.steppers import Point, make_stepper
from surfaces import SampledSurface, SurfaceSpec, build_surface
from surfaces.scales import box, surface_scales

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.branch import Origin
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule
    from surfaces import Indices, Surface

RESTING_STEPS = 20
"""A run has converged when its last steps, this many, were all shorter than `RESTING_LENGTH` diagonals …"""
RESTING_LENGTH = 1e-8
RESTING_GRADIENT = 1e-6
"""… the gradient is below this share of the surface's typical one, and the curvature is that of a minimum."""
FAR_AWAY = 3.0
"""A run has diverged when it is further than this many diagonals from the centre of the bounds, and than it began."""
ROWS_AT_A_TIME = 4096
"""Rows waiting to be recorded: many enough to be cheap, few enough to take no memory."""


@dataclass(frozen=True)
class RunConfig:
    """Everything the numbers of a run depend on: equal configs give equal bytes."""

    surface: SurfaceSpec
    start: Point
    optimizer: Optimizer
    schedule: Schedule
    seed: int = 0
    sampling: Sampling = field(default_factory=Sampling)
    origin: Origin | None = None
    """The run it branches off, and where; None for one that begins at the start."""


class Watch:
    """Looks at every new point and says whether the run goes on.

    A high loss alone ends nothing: a stable heavy ball may climb far above its start before it settles.
    """

    def __init__(self, surface: Surface, start: Point) -> None:
        scales = surface_scales(surface)
        low, high = box(surface)
        self._surface = surface
        self._centre = tuple(0.5 * (first + last) for first, last in zip(low, high, strict=True))
        self._far = max(FAR_AWAY * scales.diagonal, math.dist(start, self._centre))
        self._short = RESTING_LENGTH * scales.diagonal
        self._flat = RESTING_GRADIENT * scales.gradient_scale
        self._curved = 1e-3 * scales.curvature_scale
        self._resting = 0

    def status(self, before: Point, after: Point, loss: float, gradient: Point) -> RunStatus:
        """Return RUNNING, or why the run ends at `after`."""
        if not math.isfinite(loss + sum(after) + sum(gradient)):
            return RunStatus.NON_FINITE
        if math.dist(after, self._centre) > self._far:
            return RunStatus.DIVERGED
        self._resting = self._resting + 1 if math.dist(before, after) <= self._short else 0
        if self._resting >= RESTING_STEPS and self._is_minimum(after, gradient):
            return RunStatus.CONVERGED
        return RunStatus.RUNNING

    def recall(self, points: Sequence[Point]) -> None:
        """Count the steps at rest that lead to the last of these points; whoever goes on from far away may be there."""
        self._far = max(self._far, math.dist(points[-1], self._centre))
        lengths = [math.dist(before, after) for before, after in pairwise(points)]
        moving = (place for place, length in enumerate(reversed(lengths)) if length > self._short)
        self._resting = next(moving, len(lengths))

    def _is_minimum(self, point: Point, gradient: Point) -> bool:
        if math.hypot(*gradient) > self._flat:
            return False
        curvatures = np.linalg.eigvalsh(self._surface.hessian(np.array(point)))
        largest = float(np.max(np.abs(curvatures)))
        return largest > self._curved and bool(curvatures[0] > -1e-5 * largest)


class Run:
    """One run: owns its history and can be advanced in slices of any size with the same result.

    An optimizer that took over from another one without its memory counts its iterations from there (`began`);
    schedules, batches and chance go by the run's.
    """

    def __init__(self, config: RunConfig, began: int = 0) -> None:
        self.config = config
        self._began = began
        surface = build_surface(config.surface)
        chance = Chance(config.seed, config.sampling.stream, began)
        self._stepper = make_stepper(config.optimizer, surface, batches_of(config, surface, began), chance)
        self._point: Point = tuple(float(value) for value in config.start)
        self._state = self._stepper.init(self._point)
        self._rate = base_rate(config)
        schedule = config.schedule
        remembered = tuple((f"schedule_{name}", 1) for name in schedule.memory_fields)
        self._remembers = bool(remembered)
        self._history = History(Layout(surface.dim, self._stepper.layout.state_fields + remembered))
        self._status = RunStatus.RUNNING
        self._reason = ""
        loss, gradient = self._stepper.measure(self._point)
        self._memory = schedule.observe(schedule.first_memory(), loss)
        self._watch = Watch(surface, self._point)
        self._history.extend([self._row(0, loss, gradient)])
        if not math.isfinite(loss + sum(gradient)):
            self._end(RunStatus.NON_FINITE, 0)

    @classmethod
    def resumed(cls, config: RunConfig, snapshot: Snapshot, iteration: int, began: int = 0) -> Run:
        """Return the run as it stood at a recorded iteration; what follows is the rest of the record, bit for bit.

        Parameters
        ----------
        config : RunConfig
            What the record was made from.
        snapshot : Snapshot
            The record.
        iteration : int
            From 0 to ``snapshot.last``.
        began : int
            The iteration from which the optimizer counts its own.
        """
        run = cls(config, began)
        run._status, run._reason = RunStatus.RUNNING, ""
        run._history = History(run._history.layout)
        run._history.extend(snapshot.table[: iteration + 1])
        dim = run._history.layout.dim
        row = snapshot.table[iteration].tolist()
        columns, remembered = row[2 * dim + 3 :], len(config.schedule.memory_fields)
        run._memory = tuple(columns[len(columns) - remembered :])
        run._state = run._stepper.resume(tuple(columns[: len(columns) - remembered]), row[2 * dim + 2])
        run._point = tuple(row[:dim])
        run._stepper.measure(run._point)
        recent = snapshot.params[max(0, iteration - RESTING_STEPS) : iteration + 1].tolist()
        run._watch.recall([tuple(point) for point in recent])
        if iteration == snapshot.last and snapshot.status.is_final:
            run._status, run._reason = snapshot.status, snapshot.reason
            vars(run._stepper.evaluations).update(vars(snapshot.totals))  # a step that led nowhere left no row
        return run

    @property
    def last(self) -> int:
        """The index of the last recorded iteration."""
        return len(self._history) - 1

    def is_done(self, limit: int) -> bool:
        """Whether the run is over or has reached iteration `limit`."""
        return self._status.is_final or self.last >= limit

    def advance(self, steps: int) -> None:
        """Take up to `steps` steps; fewer when the run ends."""
        end = self.last + steps
        while self.last < end and not self._status.is_final:
            self._history.extend(self._next_rows(min(ROWS_AT_A_TIME, end - self.last)))

    def _next_rows(self, steps: int) -> list[Point]:
        """Take up to `steps` steps and return their rows."""
        rows: list[Point] = []
        stepper, watch = self._stepper, self._watch
        rate, factor, began = self._rate, self.config.schedule.factor, self._began
        for iteration in range(self.last, self.last + steps):
            before = self._point
            after, state = stepper.step(before, self._state, rate * factor(iteration, self._memory), iteration - began)
            loss, gradient = stepper.measure(after)
            status = watch.status(before, after, loss, gradient)
            if status is not RunStatus.RUNNING:
                self._end(status, iteration + 1)
            if status is RunStatus.NON_FINITE:
                break  # the last finite row stays the last
            self._point, self._state = after, state
            if self._remembers:
                self._memory = self.config.schedule.observe(self._memory, loss)
            rows.append(self._row(iteration + 1, loss, gradient))
            if status is not RunStatus.RUNNING:
                break
        return rows

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """Return the run as it stands; with `limit`, a run that has reached it says so."""
        status = self._status
        if limit is not None and status is RunStatus.RUNNING and self.last >= limit:
            status = RunStatus.STEP_LIMIT
        totals = replace(self._stepper.evaluations)
        return Snapshot(self._history.view(), self._history.layout, status, self._reason, totals)

    def _row(self, iteration: int, loss: float, gradient: Point) -> Point:
        rate = self._rate * self.config.schedule.factor(iteration, self._memory)
        spent = self._stepper.evaluations.gradients
        return (*self._point, loss, *gradient, rate, spent, *self._stepper.flat(self._state), *self._memory)

    def _end(self, status: RunStatus, iteration: int) -> None:
        self._status = status
        if status is RunStatus.DIVERGED:
            self._reason = f"Left the region of the surface at iteration {iteration}; a smaller step may help."
        elif status is RunStatus.NON_FINITE:
            where = f"The step to iteration {iteration}" if iteration else "The loss or its gradient at the start"
            self._reason = f"{where} is not a finite number."
            if iteration and self.config.optimizer.uses_hessian:
                self._reason += " The Hessian may be singular there."


def base_rate(config: RunConfig) -> float:
    """Return the learning rate that the schedule's factors are of: the optimizer's, scaled to the run's batch."""
    surface = build_surface(config.surface)
    samples = surface.samples if isinstance(surface, SampledSurface) else 0
    return config.optimizer.learning_rate * config.schedule.scale(min(config.sampling.batch_size or samples, samples))


def batches_of(config: RunConfig, surface: Surface, began: int = 0) -> Callable[[int], Indices] | None:
    """Return the batch of each iteration after `began`, or None for a run whose steps see the whole surface."""
    if config.sampling.batch_size == 0 or not isinstance(surface, SampledSurface):
        return None
    if not config.sampling.is_stochastic(surface.samples):
        return None
    return partial(_batch_at, config.seed, config.sampling, surface.samples, began)


def _batch_at(seed: int, sampling: Sampling, samples: int, began: int, iteration: int) -> Indices:
    indices = batch(seed, sampling, began + iteration, samples)
    assert indices is not None  # it is stochastic
    return indices


def run_to(config: RunConfig, steps: int, progress: Callable[[], None] | None = None) -> Snapshot:
    """Run `config` for at most `steps` steps and return the result; `progress` is called often and may raise."""
    from engine.branch_run import open_run  # which builds on this module

    run = open_run(config)
    while not run.is_done(steps):
        run.advance(min(ROWS_AT_A_TIME, steps - run.last))
        if progress:
            progress()
    return run.snapshot(limit=steps)
