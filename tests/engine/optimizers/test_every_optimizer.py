"""What holds for every row of the table of optimizers, on surfaces that stand for the catalogue.

Every row sees a dozen surfaces, from a plane to a kink and badly scaled data; three rows that stand for the ways a step
is taken (floats, floats with a state, arrays) see all of them. So the time grows with the rows and the surfaces, not
with their product.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import pytest

from engine.history import RunStatus
from engine.hyperparameters import HyperparameterError, hyperparameters
from engine.optimizer import Elementwise, LaneByLane, Optimizer
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.oracle import Oracle
from engine.run import Run, RunConfig, run_to
from engine.schedules import Constant, Cosine
from surfaces import CATALOGUE, Array, SurfaceSpec, build_surface

STEPS = 25
DOZEN = (
    "book",
    "plane",
    "rosenbrock",
    "saddle",
    "monkey-saddle",
    "plateau",
    "beale",
    "himmelblau",
    "rastrigin",
    "absolute-value",
    "house-prices",
    "sine-neuron",
)
EVERYWHERE = ("gradient-descent", "adam", "newton")
CASES = [(name, surface) for name in OPTIMIZERS for surface in (CATALOGUE if name in EVERYWHERE else DOZEN)]
every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)
every_case = pytest.mark.parametrize(("name", "surface_name"), CASES)


def careful(name: str) -> Optimizer:
    return make_optimizer(name, {"learning_rate": 0.5 if name == "newton" else 1e-3})


def variants(name: str) -> list[Optimizer]:
    """Return a row's careful form, and that with each other choice it offers for itself."""
    made = careful(name)
    own = [p for p in hyperparameters(made) if p.choices and not p.is_part and "." not in p.name]
    return [made, *(made.replaced(**{p.name: other}) for p in own for other in p.choices[1:])]


def config(name: str, surface_name: str, seed: int = 0) -> RunConfig:
    start = CATALOGUE[surface_name].start
    return RunConfig(SurfaceSpec(surface_name), start, careful(name), Cosine(length=100), seed)


def stepped(optimizer: Optimizer, surface_name: str, params: Array) -> tuple[Array, Any]:
    """Return params and state after some array steps with the schedule of `config`."""
    oracle, state = Oracle(build_surface(SurfaceSpec(surface_name))), optimizer.init(params)
    for iteration in range(STEPS):
        rate = optimizer.learning_rate * Cosine(length=100).factor(iteration)
        params, state = optimizer.step(params, oracle, state, rate, iteration)
    return params, state


@every_case
def test_a_lane_alone_equals_that_lane_among_many(name: str, surface_name: str) -> None:
    x0, x1, y0, y1 = CATALOGUE[surface_name].bounds
    lanes = 4 if issubclass(OPTIMIZERS[name], LaneByLane) else 50
    starts = np.random.default_rng(7).uniform((x0, y0), (x1, y1), (lanes, 2)) * 0.4
    starts[0] = CATALOGUE[surface_name].start
    with np.errstate(all="ignore"):
        many, _ = stepped(careful(name), surface_name, starts)
        alone, _ = stepped(careful(name), surface_name, starts[0])
    np.testing.assert_allclose(alone, many[0], rtol=1e-12, atol=1e-12)


@every_case
def test_the_run_loop_equals_array_steps(name: str, surface_name: str) -> None:
    run = run_to(config(name, surface_name), STEPS)
    params, state = stepped(careful(name), surface_name, np.array(CATALOGUE[surface_name].start))
    if run.status in (RunStatus.DIVERGED, RunStatus.CONVERGED):
        return  # far out, or at rest: the arrays know no end
    assert np.isfinite(params).all() == (run.last == STEPS)
    if run.last < STEPS:
        return  # Newton on a plane: no step at all, one way or the other
    np.testing.assert_allclose(run.params[-1], params, rtol=1e-12, atol=1e-12)
    for field, values in zip(state._fields, state, strict=True):
        np.testing.assert_allclose(run.state(field)[-1], np.ravel(values), rtol=1e-10, atol=1e-12)


@every_optimizer
def test_a_step_changes_none_of_its_inputs(name: str) -> None:
    optimizer, oracle = careful(name), Oracle(build_surface(SurfaceSpec("himmelblau")))
    params = np.array([[0.5, -1.0], [2.0, 3.0]])
    state = optimizer.init(params)
    for iteration in range(3):
        before, kept = params.copy(), [np.array(value) for value in state]
        for array in (params, *state):
            array.flags.writeable = False
        moved, after = optimizer.step(params, oracle, state, 0.01, iteration)
        assert np.array_equal(params, before)
        assert all(np.array_equal(*pair) for pair in zip(state, kept, strict=True))
        params, state = moved, after


@every_case
def test_some_steps_then_more_equal_all_at_once(name: str, surface_name: str) -> None:
    run = Run(config(name, surface_name))
    run.advance(STEPS)
    run.advance(STEPS)
    assert run.snapshot().table.tobytes() == run_to(config(name, surface_name), 2 * STEPS).table.tobytes()


@every_optimizer
def test_equal_configs_give_equal_tables(name: str) -> None:
    one, other = (run_to(config(name, "dip"), 100) for _ in range(2))
    assert one.table.tobytes() == other.table.tobytes()


@every_case
def test_a_run_resumed_from_any_row_is_the_rest_bit_for_bit(name: str, surface_name: str) -> None:
    whole = run_to(config(name, surface_name), STEPS)
    for row in {0, 1, STEPS // 2, whole.last} & set(range(whole.last + 1)):
        run = Run.resumed(config(name, surface_name), whole, row)
        run.advance(STEPS - row)
        rest = run.snapshot(STEPS)
        assert rest.table.tobytes() == whole.table.tobytes()
        assert (rest.status, rest.reason, rest.totals) == (whole.status, whole.reason, whole.totals)


@every_optimizer
def test_only_rules_that_draw_care_for_the_seed(name: str) -> None:
    one, other = (run_to(config(name, "plateau", seed), STEPS) for seed in (1, 2))
    assert (one.table.tobytes() != other.table.tobytes()) == careful(name).draws


@every_optimizer
def test_a_step_asks_for_what_its_row_declares(name: str) -> None:
    """One gradient a step; searches along a line ask for more, rules without derivatives for none."""
    for optimizer in variants(name):
        run = run_to(RunConfig(SurfaceSpec("bowl"), (-4.0, 3.0), optimizer, Constant()), STEPS)
        asked = np.diff(run.evaluations)
        if optimizer.family == "derivative-free":
            assert not asked.any()
            assert run.totals.values >= run.last
        elif isinstance(optimizer, LaneByLane):
            assert asked.min() >= 1.0
        else:
            np.testing.assert_array_equal(asked, 1.0)
        assert run.totals.hessians <= run.last


@every_optimizer
def test_values_and_hessians_are_declared_if_some_variant_asks_for_them(name: str) -> None:
    totals = [
        run_to(RunConfig(SurfaceSpec("bowl"), (-4.0, 3.0), optimizer, Constant()), STEPS).totals
        for optimizer in variants(name)
    ]
    assert any(total.values for total in totals) == any(one.uses_values for one in variants(name))
    assert any(total.hessians for total in totals) == any(one.uses_hessian for one in variants(name))


@every_optimizer
def test_zero_gradient_at_rest_moves_nothing(name: str) -> None:
    run = run_to(RunConfig(SurfaceSpec("bowl"), (0.0, 0.0), careful(name), Constant()), 5)
    assert careful(name).draws or not run.params.any()


@every_optimizer
def test_row_describes_itself(name: str) -> None:
    cls = OPTIMIZERS[name]
    assert cls.name == name
    assert all((cls.title, cls.formula, cls.summary, cls.source, cls.__doc__))
    assert next(p.name for p in hyperparameters(cls)) == "learning_rate"
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(cls(), "learning_rate", 1.0)  # noqa: B010


@every_optimizer
def test_extreme_rates_end_a_run_and_never_raise(name: str) -> None:
    for rate in (0.0, 1e300, 1e-300):
        run = run_to(
            RunConfig(SurfaceSpec("beale"), (1.0, 1.5), careful(name).replaced(learning_rate=rate), Constant()), 50
        )
        assert np.isfinite(run.table).all()


def test_eps_of_zero_on_flat_ground_is_not_a_number_and_ends_the_run() -> None:
    flat = SurfaceSpec(formula="x^2")
    for name in ("adagrad", "rmsprop", "adam"):
        run = run_to(RunConfig(flat, (1.0, 0.0), make_optimizer(name, {"eps": 0.0}), Constant()), 5)
        assert (run.status, run.last) == ("non-finite", 0)


@pytest.mark.parametrize(("short", "name"), [("gd", "gradient-descent"), ("sgd", "gradient-descent")])
def test_short_names(short: str, name: str) -> None:
    assert make_optimizer(short) == OPTIMIZERS[name]()


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(HyperparameterError, match=r"no optimizer 'adams'.*mean adam"):
        make_optimizer("adams")


def test_every_elementwise_state_has_a_field_per_coordinate() -> None:
    for cls in OPTIMIZERS.values():
        if issubclass(cls, Elementwise):
            assert all(np.shape(value) == (5, 2) for value in cls().init(np.zeros((5, 2))))
