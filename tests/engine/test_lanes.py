"""Lanes are runs: they end as the run of the same start does, whoever they are worked on with."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.lane_ends import LaneEnds, Outcome
from engine.lane_watch import STATUSES
from engine.lanes import Cancelled, Lanes, go_one_by_one, run_lanes
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import SCHEDULES, Constant
from surfaces import CATALOGUE, BagSpec, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from surfaces import Array

every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)
STEPS = 120


def lanes_of(config: RunConfig, starts: Array, steps: int = STEPS, **laned: list[float]) -> Lanes:
    values = {name: np.array(numbers) for name, numbers in laned.items()}
    return Lanes(config, starts, np.full(len(starts), config.seed), values, steps)


def config_of(optimizer: Optimizer, surface: str | SurfaceSpec, **rest: object) -> RunConfig:
    spec = SurfaceSpec(surface) if isinstance(surface, str) else surface
    return replace(RunConfig(spec, (0.0, 0.0), optimizer, Constant()), **rest)  # type: ignore[arg-type]


@lru_cache
def starts_on(surface: str, lanes: int) -> Array:
    """Return starts over twice the bounds of a surface: some converge, some diverge, some do not end."""
    x0, x1, y0, y1 = CATALOGUE[surface].bounds
    middle, half = ((x0 + x1) / 2, (y0 + y1) / 2), ((x1 - x0) / 2, (y1 - y0) / 2)
    unit = np.random.default_rng(3).uniform(-1.6, 1.6, (lanes, 2))
    unit[0] = 0.0
    return np.array(middle) + unit * half


def assert_lanes_are_runs(lanes: Lanes, within: float = 1e-12) -> None:
    ends = run_lanes(lanes)
    for lane in range(len(lanes)):
        snapshot = run_to(lanes.config_of(lane), lanes.steps)
        which = f"lane {lane} of {lanes.config}"
        assert (STATUSES[ends.status[lane]], ends.iterations[lane]) == (snapshot.status, snapshot.last), which
        np.testing.assert_allclose(ends.params[lane], snapshot.params[-1], rtol=within, atol=within, err_msg=which)
        np.testing.assert_allclose(ends.loss[lane], snapshot.loss[-1], rtol=1e-9, atol=1e-12, err_msg=which)
        spent = (ends.gradients[lane], ends.values[lane], ends.hessians[lane])
        assert spent == (snapshot.totals.gradients, snapshot.totals.values, snapshot.totals.hessians), which


@every_optimizer
@pytest.mark.parametrize("surface", ["himmelblau", "rosenbrock", "plateau"])
def test_a_lane_ends_as_the_run_of_its_start(name: str, surface: str) -> None:
    config = config_of(make_optimizer(name), surface)
    # Those that are taken one after another are runs indeed, and some of them take long.
    assert_lanes_are_runs(lanes_of(config, starts_on(surface, 6), 20 if go_one_by_one(config) else STEPS))


@pytest.mark.parametrize("surface", ["house-prices", "sine-neuron", "ackley", "linear-network", "eggholder", "plane"])
@pytest.mark.parametrize("name", ["gradient-descent", "adam", "rprop", "newton"])
def test_on_surfaces_of_every_kind(name: str, surface: str) -> None:
    assert_lanes_are_runs(lanes_of(config_of(make_optimizer(name), surface), starts_on(surface, 8), 60))


@pytest.mark.parametrize("formula", ["1/x + y^2", "ln(x) + y^2", "sqrt(x) + y^2 + x", "exp(x^2) + y^2", "x^4 - y"])
def test_losses_that_end_somewhere_end_lanes_there(formula: str) -> None:
    spec = SurfaceSpec(formula=formula, bounds=(-2.0, 4.0, -3.0, 3.0))
    starts = np.random.default_rng(0).uniform(-2.0, 4.0, (40, 2))
    starts[0] = 0.0
    for rate in (0.01, 1.0, 30.0):
        assert_lanes_are_runs(lanes_of(config_of(make_optimizer("gd", {"lr": rate}), spec), starts, 40))


@pytest.mark.parametrize("dim", [3, 10])
def test_with_more_parameters(dim: int) -> None:
    spec = SurfaceSpec("rosenbrock", dim=dim)
    starts = np.random.default_rng(1).uniform(-1.0, 1.5, (5, dim))
    for name in ("adam", "newton", "momentum"):
        assert_lanes_are_runs(lanes_of(config_of(make_optimizer(name, {"lr": 1e-3}), spec), starts, 60))


def test_long_enough_all_ways_to_end_are_met() -> None:
    config = config_of(make_optimizer("adam", {"lr": 0.05}), "himmelblau")
    lanes = lanes_of(config, starts_on("himmelblau", 60), 450)
    assert_lanes_are_runs(lanes)
    assert {STATUSES[code] for code in run_lanes(lanes).status} == {"converged", "step limit"}
    wild = lanes_of(config_of(make_optimizer("gd", {"lr": 0.02}), "himmelblau"), starts_on("himmelblau", 60), 300)
    assert_lanes_are_runs(wild)
    assert "diverged" in {STATUSES[code] for code in run_lanes(wild).status}


LANED = {
    "adam": {"learning_rate": [0.3, 0.01, 0.1], "beta1": [0.5, 0.9, 0.99], "eps": [1e-8, 1e-4, 1e-2]},
    "momentum": {"momentum": [0.0, 0.9, 0.99], "dampening": [0.0, 0.5, 0.0], "weight_decay": [0.0, 0.01, 0.0]},
    "rmsprop": {"rho": [0.9, 0.99, 0.5], "learning_rate": [0.01, 0.1, 0.02]},
    "adagrad": {"initial_accumulator": [0.0, 0.5, 1.0], "learning_rate": [0.5, 1.0, 0.1]},
    "rprop": {"eta_plus": [1.2, 1.1, 1.5]},
    "gradient-descent": {"learning_rate": [1e-3, 0.02, 0.5]},
}


@pytest.mark.parametrize("name", LANED)
def test_lanes_may_differ_in_the_numbers_of_a_rule(name: str) -> None:
    config, laned = config_of(make_optimizer(name), "himmelblau", schedule=SCHEDULES["cosine"]()), LANED[name]
    values = {key: [number for number in numbers for _ in range(3)] for key, numbers in laned.items()}
    starts = np.tile(starts_on("himmelblau", 3), (3, 1))
    assert_lanes_are_runs(lanes_of(config, starts, STEPS, **values), within=1e-9)


def bag(lanes: int, sampling: Sampling, name: str = "momentum", steps: int = 50) -> Lanes:
    spec = SurfaceSpec("double-well", bag=BagSpec(64, 8.0))
    config = config_of(make_optimizer(name, {"lr": 0.02}), spec, sampling=sampling)
    starts = np.tile([[1.6, 1.0], [-0.5, 0.5]], (lanes // 2, 1))
    return Lanes(config, starts, np.arange(lanes) // 2, {}, steps)


@pytest.mark.parametrize("replacement", [False, True])
@pytest.mark.parametrize("name", ["momentum", "adam", "newton", "nesterov", "lookahead", "newton-line-search"])
def test_every_lane_draws_the_batches_of_its_seed(name: str, replacement: bool) -> None:
    assert_lanes_are_runs(bag(6, Sampling(5, replacement), name))


def test_batches_of_data_too() -> None:
    config = config_of(make_optimizer("adam", {"lr": 0.05}), "sine-neuron", sampling=Sampling(4, stream=2))
    starts = starts_on("sine-neuron", 4)
    assert_lanes_are_runs(Lanes(config, starts, np.array([7, 7, 8, 9]), {}, 40))
    assert_lanes_are_runs(Lanes(config, starts, np.full(4, 7), {}, 40))


@pytest.mark.parametrize("name", SCHEDULES)
def test_schedules(name: str) -> None:
    config = config_of(make_optimizer("adam", {"lr": 0.1}), "himmelblau", schedule=SCHEDULES[name]())
    assert go_one_by_one(config) == bool(config.schedule.memory_fields)
    assert_lanes_are_runs(lanes_of(config, starts_on("himmelblau", 4)))


def bits(ends: LaneEnds) -> list[bytes]:
    return [getattr(ends, name).tobytes() for name in ends.__dataclass_fields__]


@pytest.mark.parametrize("name", ["adam", "newton", "rprop", "lookahead", "adagrad"])
def test_nothing_depends_on_who_is_worked_on_together(name: str) -> None:
    config = config_of(make_optimizer(name, {"lr": 0.1}), "himmelblau")
    lanes = lanes_of(config, starts_on("himmelblau", 30), 330)
    together = run_lanes(lanes)
    for size in (1, 7):
        apart = LaneEnds.blank(len(lanes), 2)
        for first in range(0, len(lanes), size):
            apart.put(slice(first, first + size), run_lanes(lanes.take(slice(first, first + size))))
        assert bits(apart) == bits(together)


def test_nothing_depends_on_it_with_batches() -> None:
    lanes = bag(12, Sampling(5, True), steps=200)
    order = np.random.default_rng(0).permutation(12)
    shuffled, ends = run_lanes(lanes.take(order)), LaneEnds.blank(12, 2)
    ends.put(order, shuffled)
    assert bits(ends) == bits(run_lanes(lanes))


def test_saddles_maxima_cycles_and_those_on_their_way() -> None:
    newton = config_of(make_optimizer("newton"), "himmelblau")
    ends = run_lanes(lanes_of(newton, np.array([[3.3, 0.1], [-0.2, -0.9], [3.1, 2.1]]), 60))
    assert ends.outcome.tolist() == [Outcome.SADDLE, Outcome.MAXIMUM, Outcome.MINIMUM]
    line = run_lanes(lanes_of(config_of(make_optimizer("gd", {"lr": 0.05}), "saddle"), np.array([[1.5, 0.0]]), 300))
    assert line.outcome.tolist() == [Outcome.SADDLE]
    two = run_lanes(lanes_of(config_of(make_optimizer("gd", {"lr": 1.0}), "book"), np.array([[-7.0, 2.0]]), 500))
    assert (two.outcome.tolist(), two.period.tolist()) == ([Outcome.CYCLE], [2])
    rms = config_of(make_optimizer("rmsprop", {"lr": 0.3, "rho": 0.9}), "book")
    late = run_lanes(lanes_of(rms, np.array([[-7.0, 2.0]]), 900))
    assert (late.outcome.tolist(), late.place.tolist()) == ([Outcome.CYCLE], [Outcome.MINIMUM])
    gd = config_of(make_optimizer("gd", {"lr": 1e-4}), "rosenbrock")
    slow = run_lanes(lanes_of(gd, np.array([[-1.2, 1.0]]), 50))
    assert slow.outcome.tolist() == [Outcome.ON_THE_WAY]


def test_no_cycle_in_fewer_steps_than_it_takes_to_see_one() -> None:
    two = run_lanes(lanes_of(config_of(make_optimizer("gd", {"lr": 1.0}), "book"), np.array([[-7.0, 2.0]]), 20))
    assert two.period.tolist() == [0]


@pytest.mark.parametrize("name", ["adam", "nelder-mead"])
def test_they_can_be_given_up_on(name: str) -> None:
    asked = 0

    def stopped() -> bool:
        nonlocal asked
        asked += 1
        return asked > 3

    lanes = lanes_of(config_of(make_optimizer(name), "himmelblau"), starts_on("himmelblau", 10), 10**6)
    with pytest.raises(Cancelled):
        run_lanes(lanes, stopped)
    assert asked == 4


def test_no_lanes_and_no_steps() -> None:
    config = config_of(make_optimizer("adam"), "himmelblau")
    assert len(run_lanes(lanes_of(config, np.empty((0, 2))))) == 0
    ends = run_lanes(lanes_of(config, starts_on("himmelblau", 3), 0))
    assert ends.iterations.tolist() == [0, 0, 0]
    np.testing.assert_array_equal(ends.params, starts_on("himmelblau", 3))


def test_loss_is_the_surfaces() -> None:
    ends = run_lanes(lanes_of(config_of(make_optimizer("adam"), "himmelblau"), starts_on("himmelblau", 9)))
    surface = build_surface(SurfaceSpec("himmelblau"))
    np.testing.assert_array_equal(ends.loss, surface.value(ends.params))
