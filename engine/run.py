"""The one run loop: it steps, records, and alone decides when a run is over."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from engine.batches import Sampling, batch
from engine.history import History, Layout, RunStatus, Snapshot
from engine.laps import Laps, stopwatch, upto
from engine.oracle import Chance
from engine.steppers import Point, make_stepper
from engine.watch import RESTING_STEPS, Watch
from surfaces import SampledSurface, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.branch import Origin
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule
    from surfaces import Indices, Surface

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
        self._rate, self._factor = base_rate(config), config.schedule.factor
        schedule = config.schedule
        remembered = tuple((f"schedule_{name}", 1) for name in schedule.memory_fields)
        self._remembers = bool(remembered)
        self._history = History(Layout(surface.dim, self._stepper.layout.state_fields + remembered))
        self._laps, self._is_new = Laps(), True
        self._status = RunStatus.RUNNING
        self._reason = ""
        loss, gradient = self._stepper.measure(self._point)
        self._memory = schedule.observe(schedule.first_memory(), loss)
        self._watch = Watch(surface, self._point)
        first = self._row(self._point, self._state, loss, gradient, self._rate_at(0))
        self._history.extend([first])
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
        run._laps = Laps(upto(snapshot.laps, iteration))
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
        if self._is_new and steps > 0 and not self._status.is_final:
            self._is_new = False
            self._history.extend(self._next_rows(1))  # in no lap, see there
        while self.last < end and not self._status.is_final:
            since, before = self.last, stopwatch()
            self._history.extend(self._next_rows(min(ROWS_AT_A_TIME, end - self.last)))
            self._laps.add(since, self.last, stopwatch() - before)

    def _next_rows(self, steps: int) -> list[Point]:
        """Take up to `steps` steps and return their rows."""
        rows: list[Point] = []
        # Names of its own: in what is done a million times, a look-up counts.
        step, measure, look, began = self._stepper.step, self._stepper.measure, self._watch.status, self._began
        point, state, running = self._point, self._state, RunStatus.RUNNING
        rate = self._rate_at(self.last)
        for iteration in range(self.last, self.last + steps):
            after, changed = step(point, state, rate, iteration - began)
            loss, gradient = measure(after)
            status = look(point, after, loss, gradient)
            if status is not running:
                self._end(status, iteration + 1)
            if status is RunStatus.NON_FINITE:
                break  # the last finite row stays the last
            point, state = after, changed
            if self._remembers:
                self._memory = self.config.schedule.observe(self._memory, loss)
            rate = self._rate_at(iteration + 1)
            rows.append(self._row(point, state, loss, gradient, rate))
            if status is not running:
                break
        self._point, self._state = point, state
        return rows

    def snapshot(self, limit: int | None = None) -> Snapshot:
        """Return the run as it stands; with `limit`, a run that has reached it says so."""
        status = self._status
        if limit is not None and status is RunStatus.RUNNING and self.last >= limit:
            status = RunStatus.STEP_LIMIT
        totals = replace(self._stepper.evaluations)
        view, layout = self._history.view(), self._history.layout
        return Snapshot(view, layout, status, self._reason, totals, laps=self._laps.view())

    def _rate_at(self, iteration: int) -> float:
        return self._rate * self._factor(iteration, self._memory)

    def _row(self, point: Point, state: Any, loss: float, gradient: Point, rate: float) -> Point:
        stepper = self._stepper
        return (*point, loss, *gradient, rate, stepper.evaluations.gradients, *stepper.flat(state), *self._memory)

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
