"""Steps worked by hand: a rule written once more as its paper has it, for one axis at a time, on the book's valley."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.history import Snapshot
    from engine.optimizer import Optimizer
    from engine.schedules import Schedule

    Memory = defaultdict[str, float]
    Textbook = Callable[[float, float, Memory, int], float]
    """(θ, g, what is remembered by the name of its field and 0 at first, t = 1, 2, …) → the new θ."""

START, CURVATURES = (-7.0, 2.0), (0.1, 2.0)


def run(
    optimizer: Optimizer,
    surface: str = "book",
    start: tuple[float, float] = START,
    steps: int = 4,
    schedule: Schedule | None = None,
) -> Snapshot:
    """Return a run as the app makes it."""
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, schedule or Constant()), steps)


def check(optimizer: Optimizer, textbook: Textbook, steps: int = 4) -> None:
    """Compare some steps and all fields of the state with the textbook's."""
    made = run(optimizer, steps=steps)
    for axis, (theta, curvature) in enumerate(zip(START, CURVATURES, strict=True)):
        memory: Memory = defaultdict(float)
        for t in range(1, steps + 1):
            theta = textbook(theta, curvature * theta, memory, t)
            assert made.params[t, axis] == pytest.approx(theta, rel=1e-13)
            for name, value in memory.items():
                assert made.state(name)[t, axis] == pytest.approx(value, rel=1e-13)
