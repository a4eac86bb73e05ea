"""Naming what happened in 8 runs × 100,000 iterations: at once, while they grow, and when nothing is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING

from engine.batches import Sampling
from engine.events import Detector, is_random
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import BagSpec, Surface, SurfaceSpec, build_surface, surface_scales
from surfaces.basins import find_basins
from tests.benchmarks.measuring import Figure, at_most, figure, interleaved, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.history import Snapshot

ROUNDS = 15
ITERATIONS = 100_000
NEW = 2500
"""About as many iterations of each run are computed between two searches."""


@dataclass(frozen=True, eq=False)
class Subject:
    """A run, and where it went."""

    what: str
    config: RunConfig

    @property
    def surface(self) -> Surface:
        """What it goes over."""
        return build_surface(self.config.surface)

    @cache  # noqa: B019  # as many as there are subjects
    def snapshot(self) -> Snapshot:
        """Return its record, which is made once."""
        return run_to(self.config, ITERATIONS)

    def detector(self) -> Detector:
        """Return one that has read nothing."""
        return Detector(self.surface, random=is_random(self.config))

    def search(self) -> None:
        """Name all that happened."""
        self.detector().find(self.snapshot())


def subject(what: str, name: str, start: tuple[float, float], rule: str, batch: int = 0, **values: float) -> Subject:
    """Return a run, on a bag of 256 samples if it draws batches."""
    tilt = values.pop("tilt", 1.0)
    spec = SurfaceSpec(name, bag=BagSpec(256, tilt, 0) if batch else None)
    return Subject(
        what,
        RunConfig(spec, start, make_optimizer(rule, values), Constant(), sampling=Sampling(batch, replacement=True)),
    )


SUBJECTS = (
    subject("slowly down a valley", "rosenbrock", (-1.2, 1.0), "gd", lr=1e-4),
    subject("two-cycle", "book", (-7.0, 2.0), "gd", lr=1.0),
    subject("RMSProp's cycle", "book", (-7.0, 2.0), "rmsprop", lr=0.3, rho=0.9),
    subject("resting on a saddle", "saddle", (1.5, 0.0), "gd", lr=0.001),
    subject("noise in a valley", "book", (-7.0, 2.0), "gd", batch=1, lr=0.1),
    subject("noise with momentum", "six-wells", (-3.0, 2.5), "momentum", batch=4, lr=0.02),
    subject("noise among 121 wells", "rastrigin", (2.3, -1.7), "adam", batch=1, lr=0.02, tilt=20.0),
    subject("noise over a ridge", "double-well", (1.6, 1.0), "gd", batch=1, lr=0.02, tilt=8.0),
)


def measure() -> list[Figure]:
    """Return the figures."""
    for one in SUBJECTS:
        assert one.snapshot().last == ITERATIONS, one.what
        one.search()  # scales and basins are kept
    sides: dict[str, Callable[[], float]] = {one.what: partial(seconds, one.search) for one in SUBJECTS}
    samples = interleaved({**sides, "all": everything, "grown": grown, "again": again}, ROUNDS)
    times = {what: [1000 * value for value in values] for what, values in samples.items()}
    return [
        at_most(figure("events of 8 × 100,000 iterations, at once", times["all"], "ms"), 100),
        *(figure(f"  {one.what}", times[one.what], "ms") for one in SUBJECTS),
        at_most(figure(f"  the same, each grown by {NEW}", times["grown"], "ms"), 33),
        figure("  the same, nothing new", times["again"], "ms"),
        figure("once for a surface: scales and basins (himmelblau)", [1000 * yardsticks() for _ in range(9)], "ms"),
    ]


def everything() -> float:
    """Return the seconds of all searches."""
    return sum(seconds(one.search) for one in SUBJECTS)


def grown() -> float:
    """Return the seconds of all searches that go on where they were before the last iterations."""
    total = 0.0
    for one in SUBJECTS:
        detector, whole = one.detector(), one.snapshot()
        detector.find(replace(whole, table=whole.table[: ITERATIONS - NEW]))
        total += seconds(partial(detector.find, whole))
    return total


def again() -> float:
    """Return the seconds of all searches of what was searched."""
    total = 0.0
    for one in SUBJECTS:
        detector = one.detector()
        detector.find(one.snapshot())
        total += seconds(partial(detector.find, one.snapshot()))
    return total


def yardsticks() -> float:
    """Return the seconds of what is worked out once for a surface."""
    surface = build_surface(SurfaceSpec("himmelblau"))
    surface_scales.cache_clear()
    find_basins.cache_clear()
    return seconds(lambda: (surface_scales(surface), find_basins(surface, surface.minima)))


if __name__ == "__main__":
    show(measure)
