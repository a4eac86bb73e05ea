"""Runs on batches: the optimizer sees the batch, the record is the full surface's, and chance is data alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from engine.batches import Sampling, batch
from engine.history import RunStatus, Snapshot
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.oracle import BatchOracle
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant
from engine.session import Session
from engine.steppers import ArrayStepper, BatchArrayStepper, BatchPointStepper, make_stepper
from surfaces import CATALOGUE, BagSpec, SampledSurface, SurfaceSpec, build_surface

REGRESSION = SurfaceSpec("linear-regression")
WELLS = SurfaceSpec("double-well", bag=BagSpec(256, 8.0, 3))
SINE = SurfaceSpec("sine-neuron")
BOTH = pytest.mark.parametrize("spec", [REGRESSION, WELLS], ids=["data", "bag"])


def config(
    spec: SurfaceSpec,
    start: tuple[float, float],
    size: int = 0,
    seed: int = 0,
    *,
    put_back: bool = False,
    **values: Any,
) -> RunConfig:
    optimizer = make_optimizer(values.pop("optimizer", "gd"), values)
    return RunConfig(spec, start, optimizer, Constant(), seed, Sampling(size, put_back, 1))


def sampled(spec: SurfaceSpec) -> SampledSurface:
    surface = build_surface(spec)
    assert isinstance(surface, SampledSurface)
    return surface


@BOTH
@pytest.mark.parametrize("name", OPTIMIZERS)
@pytest.mark.parametrize("put_back", [False, True])
def test_slices_of_any_size_give_the_same_table(spec: SurfaceSpec, name: str, put_back: bool) -> None:
    wanted = config(spec, (-1.0, 1.0), 3, put_back=put_back, optimizer=name, learning_rate=0.01)
    run = Run(wanted)
    for steps in (1, 0, 7, 30, 2):
        run.advance(steps)
    whole = run_to(wanted, 40)
    assert run.snapshot(40).table.tobytes() == whole.table.tobytes()
    assert run.snapshot(40).totals == whole.totals


@BOTH
def test_a_step_goes_along_the_batch_and_the_record_is_the_full_surface(spec: SurfaceSpec) -> None:
    wanted = config(spec, (-1.0, 1.0), 5, learning_rate=0.02)
    run, surface = run_to(wanted, 60), sampled(spec)
    np.testing.assert_allclose(run.loss, surface.value(run.params), rtol=1e-13)
    np.testing.assert_allclose(run.gradient, surface.gradient(run.params), rtol=1e-11, atol=1e-13)
    for iteration in range(60):
        indices = batch(0, wanted.sampling, iteration, surface.samples)
        assert indices is not None
        drawn = surface.sample_gradient(run.params[iteration], indices)
        np.testing.assert_allclose(run.update[iteration], -0.02 * drawn, rtol=1e-12, atol=1e-13)


def test_one_sample_is_that_samples_gradient_exactly() -> None:
    """S24: with B = 1 the step is the drawn sample's gradient, to the last bit."""
    wanted = config(REGRESSION, (-3.0, 3.0), 1, learning_rate=0.05)
    run, surface = run_to(wanted, 64), sampled(REGRESSION)
    x, y = (column.copy() for column in surface._columns)  # type: ignore[attr-defined]
    for iteration, (w, b) in enumerate(run.params[:-1].tolist()):
        indices = batch(0, wanted.sampling, iteration, 64)
        assert indices is not None
        (own,) = indices.tolist()
        residual = w * x[own] + b - y[own]
        slopes = surface.sample_gradient_at((w, b), indices, (0.0, 0.0))
        assert slopes == (residual * x[own], residual)
        assert run.params[iteration + 1].tolist() == [w - 0.05 * slopes[0], b - 0.05 * slopes[1]]


@BOTH
def test_floats_and_arrays_take_the_same_steps(spec: SurfaceSpec) -> None:
    surface, wanted = sampled(spec), config(spec, (0.0, 0.0), 4, optimizer="adam", learning_rate=0.1)

    def draw(iteration: int) -> Any:
        return batch(0, wanted.sampling, iteration, surface.samples)

    fast, slow = make_stepper(wanted.optimizer, surface, draw), BatchArrayStepper(wanted.optimizer, surface, draw)
    assert isinstance(fast, BatchPointStepper)
    ends = []
    for stepper in (fast, slow):
        point: tuple[float, ...] = (-1.0, 1.0)
        state = stepper.init(point)
        for iteration in range(50):
            stepper.measure(point)
            point, state = stepper.step(point, state, 0.1, iteration)
        ends.append(point)
    np.testing.assert_allclose(ends[0], ends[1], rtol=1e-10)
    assert fast.evaluations.gradients == slow.evaluations.gradients


def test_the_same_step_can_be_taken_twice() -> None:
    surface = sampled(WELLS)
    stepper = make_stepper(make_optimizer("gd"), surface, lambda _: np.array([3, 4]))
    point = (0.5, 0.5)
    stepper.measure(point)
    assert stepper.step(point, ((), ()), 0.1, 0)[0] == stepper.step(point, ((), ()), 0.1, 0)[0]


def test_newton_sees_the_hessian_of_the_batch() -> None:
    wanted = config(REGRESSION, (-3.0, 3.0), 2, optimizer="newton")
    run, surface = run_to(wanted, 1), sampled(REGRESSION)
    indices = batch(0, wanted.sampling, 0, 64)
    assert indices is not None
    assert float(surface.sample_value(run.params[1], indices)) == pytest.approx(0.0, abs=1e-20)
    assert (run.totals.gradients, run.totals.hessians) == (2 / 64, 2 / 64)
    assert isinstance(make_stepper(wanted.optimizer, surface), ArrayStepper)


@pytest.mark.parametrize(("size", "per_epoch"), [(1, 64), (5, 13), (32, 2), (63, 2)])
def test_an_epoch_counts_as_one_pass(size: int, per_epoch: int) -> None:
    run = run_to(config(REGRESSION, (-3.0, 3.0), size, learning_rate=0.01), 3 * per_epoch)
    assert run.evaluations[per_epoch] == 1.0
    assert run.evaluations[1] == size / 64
    assert run.totals.gradients == 3.0


def test_batches_of_an_oracle_count_by_their_size() -> None:
    oracle = BatchOracle(sampled(REGRESSION))
    oracle.draw(np.arange(16))
    oracle.gradient(np.zeros((7, 2)))
    oracle.value(np.zeros(2))
    oracle.draw(np.zeros((7, 4), dtype=np.int64))
    oracle.gradient(np.zeros((7, 2)))
    oracle.hessian(np.zeros((7, 2)))
    spent = oracle.evaluations
    assert (spent.gradients, spent.values, spent.hessians) == (20 / 64, 16 / 64, 4 / 64)


@pytest.mark.parametrize("spec", [SurfaceSpec("book"), REGRESSION])
def test_sampling_is_without_effect_where_nothing_is_left_out(spec: SurfaceSpec) -> None:
    """A surface without samples, or a batch of all of them and more."""
    plain = run_to(config(spec, (-3.0, 2.0), learning_rate=0.1), 50)
    for size in (64, 1000):
        same = run_to(config(spec, (-3.0, 2.0), size, seed=9, learning_rate=0.1), 50)
        assert same.table.tobytes() == plain.table.tobytes()
        assert same.totals == plain.totals


def test_runs_of_a_session_draw_apart_and_a_copy_keeps_its_size() -> None:
    session = Session(REGRESSION, (-3.0, 3.0)).adding_run(make_optimizer("gd"))
    first = replace(session.runs[0], sampling=replace(session.runs[0].sampling, batch_size=4, replacement=True))
    session = session.with_run(first).adding_run(make_optimizer("gd"), after=1)
    assert [run.sampling for run in session.runs] == [Sampling(4, True, 1), Sampling(4, True, 2)]
    one, two = (run_to(session.config(run), 10) for run in session.runs)
    assert one.table.tobytes() != two.table.tobytes()


def test_a_lucky_pause_is_no_convergence() -> None:
    """In the dead corner of the ReLU neuron nothing moves; noise around a minimum does not come to rest."""
    dead = run_to(config(SurfaceSpec("relu-neuron"), (-1.0, -0.5), 1, learning_rate=0.1), 200)
    assert dead.status is RunStatus.STEP_LIMIT
    assert not dead.update.any()
    noisy = run_to(config(REGRESSION, (1.4, -0.66), 1, learning_rate=0.1), 2000)
    assert noisy.status is RunStatus.STEP_LIMIT


def test_at_the_saddle_of_the_tanh_network_noise_is_silent() -> None:
    run = run_to(config(SurfaceSpec("tanh-network"), (0.0, 0.0), 1, learning_rate=0.1), 100)
    assert not run.params.any()


def escaped(runs: list[Snapshot], where: Any) -> float:
    return float(np.mean([where(run.params[-1]) for run in runs]))


def test_sine_neuron_traps_the_full_batch_and_lets_single_samples_out() -> None:
    """S3: gradient descent ends in a poor minimum at .2188, B = 1 finds the global one, B = 16 does not."""
    trapped = run_to(config(SINE, (0.0, -0.6), learning_rate=0.4), 500)
    assert trapped.status is RunStatus.CONVERGED
    assert float(trapped.loss[-1]) == pytest.approx(0.2188, abs=1e-4)
    ends = {
        size: [run_to(config(SINE, (0.0, -0.6), size, seed, learning_rate=0.4), 600).loss[-1] for seed in range(5)]
        for size in (1, 16)
    }
    assert max(ends[1]) < 0.05
    assert min(ends[16]) > 0.2


def test_tilted_wells_hold_the_full_batch_and_replacement_matters() -> None:
    """S4: into the deep well never with the full batch, mostly with B = 4 put back, hardly ever without."""

    def in_deep_well(size: int, put_back: bool, rate: float, seeds: int) -> float:
        runs = [
            run_to(config(WELLS, (1.6, 1.0), size, seed, put_back=put_back, learning_rate=rate), 1500)
            for seed in range(seeds)
        ]
        return escaped(runs, lambda point: point[0] < 0.0754)

    assert in_deep_well(0, False, 0.05, 1) == 0.0
    assert in_deep_well(4, True, 0.05, 12) >= 0.5
    assert in_deep_well(4, False, 0.02, 12) <= 0.25
    assert in_deep_well(4, True, 0.02, 12) > in_deep_well(4, False, 0.02, 12)


def test_small_batches_find_the_larger_group_of_shifted_wells() -> None:
    spec, start = SurfaceSpec("shifted-wells"), CATALOGUE["shifted-wells"].start
    trapped = run_to(config(spec, start, learning_rate=0.5), 1000)
    assert trapped.status is RunStatus.CONVERGED
    assert trapped.params[-1, 0] > 2.0
    shares = {
        size: escaped(
            [run_to(config(spec, start, size, seed, put_back=True, learning_rate=0.5), 500) for seed in range(6)],
            lambda point: point[0] < 0.0,
        )
        for size in (1, 16)
    }
    assert shares == {1: 1.0, 16: 0.0}


def test_batch_normalisation_makes_single_samples_useless() -> None:
    """S26: with B = 1 every input is normalised to 0, so γ never moves; with B = 16 it learns."""
    row = CATALOGUE["neuron"]
    assert row.data is not None
    spec = SurfaceSpec("neuron", data=replace(row.data, batch_norm=True))
    single = run_to(config(spec, (0.1, 0.0), 1, learning_rate=0.5), 300)
    assert (single.params[:, 0] == 0.1).all()
    assert np.abs(single.params[-1, 1]) > 0.01
    some = run_to(config(spec, (0.1, 0.0), 16, learning_rate=0.5), 300)
    assert some.params[-1, 0] > 1.0
