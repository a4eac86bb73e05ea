"""Branches: what a run is that is another one up to an iteration, and from there on its own ("what if, from here").

Row k of a branch at k is the parent's position, moved by the nudge, with loss and gradient measured there. Schedules,
batches and chance go on with the run's iteration. What becomes of the optimizer's memory:

carried   fields of the state with the same name and width are taken over, the others begin as at a start; only all or
          none of them where the rule is not elementwise (half a simplex is none), and none where they say where the
          run is and it is nudged. The optimizer counts its iterations on, as Adam's bias correction needs it
fresh     everything begins as at a start, the optimizer's own count too

Where nothing fits, carrying is beginning afresh. A schedule's memory goes on if the schedule is of the same kind. What
was spent is spent: evaluations are counted on in any case. Of a parent that ends before k it is the end that is
branched off. A branch of which nothing was changed is its parent, bit for bit. (`engine.branch_run` makes the run.)
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.batches import Sampling
from engine.optimizer import Elementwise

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer
    from engine.run import RunConfig
    from engine.schedules import Schedule
    from engine.steppers import Point


@dataclass(frozen=True)
class Origin:
    """Where a run branches off: its parent (on the same surface, with the same start and seed), when, and how.

    Whoever branches off before its parent did is a branch of the grandparent.
    """

    optimizer: Optimizer
    schedule: Schedule
    iteration: int
    carry: bool = True
    """Whether the parent's state is taken over, as far as it fits."""
    nudge: Point = ()
    """By how much the position is moved there; empty for not at all."""
    sampling: Sampling = field(default_factory=Sampling)
    origin: Origin | None = None
    """Where the parent itself branches off."""

    def __post_init__(self) -> None:
        if not any(self.nudge):
            object.__setattr__(self, "nudge", ())
        while self.origin is not None and self.iteration < self.origin.iteration:
            for name in ("optimizer", "schedule", "sampling", "origin"):  # the one they are read from comes last
                object.__setattr__(self, name, getattr(self.origin, name))


def parent_of(config: RunConfig) -> RunConfig:
    """Return the config of the run that `config` branches off; raises ValueError if it is no branch."""
    origin = config.origin
    if origin is None:
        raise ValueError("This run is no branch.")
    return replace(
        config,
        optimizer=origin.optimizer,
        schedule=origin.schedule,
        sampling=origin.sampling,
        origin=origin.origin,
    )


class Taker(NamedTuple):
    """Who takes a step: its config, its record, and the iteration at which its optimizer counts 0."""

    config: RunConfig
    snapshot: Snapshot
    began: int


def taker(config: RunConfig, snapshot: Snapshot, iteration: int) -> Taker:
    """Return who takes the step from a row of a run: the run itself, or an ancestor before it was left."""
    while iteration < snapshot.first:
        assert snapshot.before is not None
        config, snapshot = parent_of(config), snapshot.before
    return Taker(config, snapshot, began(config, snapshot))


class Stretch(NamedTuple):
    """Rows of a record, from `first` to before `stop`, and the run that takes the steps from them."""

    config: RunConfig
    snapshot: Snapshot
    first: int
    stop: int


def stretches(config: RunConfig, snapshot: Snapshot) -> list[Stretch]:
    """Return who takes the steps from which rows of a record, in order: its ancestors, then the run itself."""
    found, stop = [], len(snapshot)
    while True:
        found.append(Stretch(config, snapshot, snapshot.first, stop))
        if snapshot.before is None:
            return found[::-1]
        stop = snapshot.first
        config, snapshot = parent_of(config), snapshot.before


def began(config: RunConfig, snapshot: Snapshot) -> int:
    """Return the iteration at which the optimizer of a run's own rows counts 0: the start, or its last fresh one."""
    while snapshot.before is not None:
        if not goes_on(config, snapshot.layout.dim):
            return snapshot.first
        config, snapshot = parent_of(config), snapshot.before
    return 0


def carried(config: RunConfig, dim: int) -> tuple[str, ...]:
    """Return the fields of the state that a branch takes over from its parent, with `dim` parameters."""
    origin = config.origin
    if origin is None or not origin.carry or (origin.nudge and config.optimizer.stands_in_state):
        return ()
    own, theirs = state_fields(config.optimizer, dim), state_fields(origin.optimizer, dim)
    fitting = tuple(name for name, width in own.items() if theirs.get(name) == width)
    return fitting if len(fitting) == len(own) or isinstance(config.optimizer, Elementwise) else ()


def goes_on(config: RunConfig, dim: int) -> bool:
    """Whether a branch's optimizer goes on where its parent's stood: it took over, or is the same and has no state."""
    origin = config.origin
    if origin is None or not origin.carry:
        return False
    is_same = config.optimizer.name == origin.optimizer.name
    return bool(carried(config, dim)) or (is_same and not state_fields(config.optimizer, dim))


def state_fields(optimizer: Optimizer, dim: int) -> dict[str, int]:
    """Return name and width of each field of the optimizer's state."""
    state = optimizer.init(np.zeros(dim))
    return {name: int(np.size(value)) for name, value in zip(state._fields, state, strict=True)}
