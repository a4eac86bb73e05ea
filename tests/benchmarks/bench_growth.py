"""How the cost grows: time against lanes from 10² to 10⁶, and against dimension from 2 to 10⁵.

Lanes are Adam's on Himmelblau. In the catalogue a formula has at most ten parameters, each with a derivative of its
own, so beyond that the rule runs on a Rosenbrock valley and a quadratic of κ = 100 that are written here in NumPy.
With --plot FILE all is drawn on logarithmic axes (needs matplotlib).
"""

from __future__ import annotations

import sys
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from engine.lane_steppers import RuleStepper
from engine.lanes import Lanes, run_lanes
from engine.optimizer import Elementwise
from engine.optimizers import make_optimizer
from engine.run import Run, RunConfig
from engine.schedules import Constant
from engine.survey import lanes_of_a_block
from surfaces import SurfaceSpec, surface_row
from tests.benchmarks.measuring import Figure, figure, interleaved, seconds, show

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from surfaces import Array

ROUNDS = 5
LANES = tuple(10**power for power in range(2, 7))
DIMENSIONS = (2, 10, 100, 1000, 10_000, 100_000)
CATALOGUE_DIMENSIONS = (2, 4, 7, 10)
STEPS = 20
RATE = 1e-3
STEEPEST = 1.1
"""Exponent of growth over the upper half: 1 is linear, the rest is noise."""


def measure() -> list[Figure]:
    """Return the figures."""
    adam = make_optimizer("adam", {"learning_rate": RATE})
    assert isinstance(adam, Elementwise)
    series: dict[str, dict[int, list[float]]] = {
        "lanes": timed({count: partial(of_lanes, count) for count in LANES}),
        "dimension, Rosenbrock in NumPy": timed(
            {dim: partial(of_dimension, adam, dim, rosenbrock_slope) for dim in DIMENSIONS}
        ),
        "dimension, quadratic in NumPy": timed(
            {dim: partial(of_dimension, adam, dim, quadratic_slope) for dim in DIMENSIONS}
        ),
        "dimension, catalogue's formula, recorded": timed(
            {dim: partial(recorded, adam, dim) for dim in CATALOGUE_DIMENSIONS}
        ),
    }
    if PLOT:
        plot(series)
    return [line for what, times in series.items() for line in lines_of(what, times)]


def timed(sides: Mapping[int, Callable[[], float]]) -> dict[int, list[float]]:
    """Return the microseconds of an iteration for each size."""
    samples = interleaved({str(size): work for size, work in sides.items()}, ROUNDS)
    return {int(size): [1e6 * sample / STEPS for sample in own] for size, own in samples.items()}


def lines_of(what: str, times: Mapping[int, list[float]]) -> list[Figure]:
    """Return a line for each size, and the exponent of growth over the upper half."""
    lines = [figure(f"an iteration, {what}: {size:,}", own, "µs") for size, own in times.items()]
    sizes = sorted(times)[len(times) // 2 :]
    best = [min(times[size]) for size in sizes]
    slope = float(np.polyfit(np.log(sizes), np.log(best), 1)[0])
    return [*lines, Figure("  exponent of growth", slope, slope, "", None, f"≤ {STEEPEST:g}", slope <= STEEPEST)]


def of_lanes(count: int) -> float:
    """Return the seconds of some steps of so many lanes, block after block, in one process."""
    adam = make_optimizer("adam", {"learning_rate": RATE})
    config = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), adam, Constant())
    starts = np.random.default_rng(0).uniform(-5.0, 5.0, (count, 2))
    lanes, most = Lanes(config, starts, np.zeros(count, dtype=np.int64), {}, STEPS), lanes_of_a_block(config, count, 1)
    return seconds(lambda: [run_lanes(lanes.take(slice(first, first + most))) for first in range(0, count, most)])


def of_dimension(adam: Elementwise, dim: int, slope: Callable[[Array, Array], None]) -> float:
    """Return the seconds of some steps of one lane with so many parameters."""
    params = np.linspace(-1.0, 1.0, dim)[:, None]
    stepper, gradient = RuleStepper(adam, params, {}, None), np.empty_like(params)

    def work() -> None:
        nonlocal params, gradient
        for iteration in range(STEPS):
            slope(params[:, 0], gradient[:, 0])
            before, params = params, stepper.step(params, None, gradient, RATE, iteration)
            stepper.give_back(stepper.used(before))
            gradient = stepper.spare(params)

    return seconds(work)


def rosenbrock_slope(point: Array, slope: Array) -> None:
    """Write the gradient of Σ 100 (xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²."""
    off = point[1:] - point[:-1] ** 2
    slope[:-1] = -400.0 * point[:-1] * off - 2.0 * (1.0 - point[:-1])
    slope[-1] = 0.0
    slope[1:] += 200.0 * off


def quadratic_slope(point: Array, slope: Array) -> None:
    """Write the gradient of ½ Σ λᵢ xᵢ² with λ from 0.1 to 10."""
    np.multiply(curvatures(point.size), point, out=slope)


@lru_cache
def curvatures(dim: int) -> Array:
    """Return the eigenvalues of the quadratic."""
    return np.geomspace(0.1, 10.0, dim)


def recorded(adam: Elementwise, dim: int) -> float:
    """Return the seconds of some steps of a run with its record."""
    start = surface_row("rosenbrock").start_in(dim)
    run = Run(RunConfig(SurfaceSpec("rosenbrock", dim=dim), start, adam, Constant()))
    run.advance(STEPS)
    return seconds(lambda: run.advance(STEPS))


def plot(series: Mapping[str, Mapping[int, list[float]]]) -> None:
    """Draw all series on logarithmic axes, with a line of what is linear."""
    import matplotlib.pyplot as plt

    figure_, axes = plt.subplots(figsize=(7, 5))
    for what, times in series.items():
        axes.loglog(list(times), [min(own) for own in times.values()], marker="o", label=what)
    ends = np.array([1e2, 1e6])
    axes.loglog(ends, 2e-3 * ends, "k:", label="linear")
    axes.set(xlabel="lanes or parameters", ylabel="µs an iteration")
    axes.legend()
    figure_.savefig(PLOT)


PLOT = ""
if __name__ == "__main__":
    if "--plot" in sys.argv:
        place = sys.argv.index("--plot")
        PLOT = sys.argv[place + 1]
        del sys.argv[place : place + 2]
    show(measure)
