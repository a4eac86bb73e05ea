from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.oracle import Oracle
from engine.run import RunConfig, run_to
from engine.schedules import Constant, Cosine
from surfaces import SurfaceSpec, build_surface
from tests.engine.tilted import final_losses

if TYPE_CHECKING:
    from engine.history import Snapshot

BOOK = SurfaceSpec("book")
START = (-7.0, 2.0)


def run(name: str, steps: int, start: tuple[float, ...] = START, spec: SurfaceSpec = BOOK, **values: Any) -> Snapshot:
    named = {key.replace("__", "."): value for key, value in values.items()}
    return run_to(RunConfig(spec, start, make_optimizer(name, named), Constant()), steps)


def test_first_until_at_and_then_the_second_from_its_beginning() -> None:
    switched = run("switch", 60, at=25, first="momentum", first__lr=0.05, second="adam", second__lr=0.2)
    first = run("momentum", 60, lr=0.05)
    second = run("adam", 35, tuple(first.params[25].tolist()), lr=0.2)
    np.testing.assert_array_equal(switched.params[:26], first.params[:26])
    np.testing.assert_allclose(switched.params[25:], second.params, rtol=1e-13, atol=1e-13)
    np.testing.assert_allclose(
        switched.state("second.second_moment")[26:], second.state("second_moment")[1:], rtol=1e-13
    )
    assert not switched.state("second.first_moment")[:26].any()
    np.testing.assert_array_equal(switched.state("first.velocity")[25:], switched.state("first.velocity")[[25] * 36])


def test_a_second_that_starts_from_where_it_stands_does_so() -> None:
    """A simplex or a slow point of the second is laid out where it takes over, not where the run began."""
    switched = run("switch", 30, at=10, second="averaged", second__inner__lr=0.1, second__records="iterate")
    place = switched.params[10]
    assert np.abs(switched.state("second.average")[11] - place).max() < 1.0
    assert np.abs(switched.state("second.average")[11] - np.array(START)).max() > 0.0


def test_at_zero_only_the_second_runs() -> None:
    switched = run("switch", 20, at=0, second="rmsprop", second__lr=0.1, carry=True)
    np.testing.assert_array_equal(switched.params, run("rmsprop", 20, lr=0.1).params)


@pytest.mark.parametrize("first", ["pytorch", "classical", "averaged"])
@pytest.mark.parametrize("second", ["pytorch", "classical", "averaged"])
def test_carried_between_the_conventions_of_momentum_nothing_changes(first: str, second: str) -> None:
    """The averaged convention is 1 − μ times slower, so its learning rate is 1 / (1 − μ) times the others'."""
    rates = {"pytorch": 0.02, "classical": 0.02, "averaged": 0.2}
    values: dict[str, Any] = {"first__convention": first, "second__convention": second}
    values |= {"first": "momentum", "second": "momentum", "first__lr": rates[first], "second__lr": rates[second]}
    switched = run("switch", 60, at=23, carry=True, **values)
    alone = run("momentum", 60, lr=rates[first], convention=first)
    np.testing.assert_allclose(switched.params, alone.params, rtol=1e-10, atol=1e-10)
    afresh = run("switch", 60, at=23, carry=False, **values)
    assert np.abs(afresh.params[30] - alone.params[30]).max() > 0.01


def test_adam_hands_its_mean_gradient_to_momentum() -> None:
    switched = run("switch", 41, at=40, carry=True, first__lr=0.1, second="momentum", second__lr=0.01)
    mean = switched.state("first.first_moment")[40] / (1 - 0.9**40)
    before = mean * (1 - 0.9**40) / (1 - 0.9)  # what 40 steps on that gradient would have left
    wanted = 0.9 * before + switched.gradient[40]
    np.testing.assert_allclose(switched.state("second.velocity")[41], wanted, rtol=1e-12)


def test_where_one_has_no_velocity_the_second_begins_afresh() -> None:
    for second in ("gradient-descent", "adagrad", "newton"):
        carried = run("switch", 30, at=10, carry=True, second=second)
        np.testing.assert_array_equal(carried.params, run("switch", 30, at=10, carry=False, second=second).params)


def test_a_stall_is_seen_by_the_losses() -> None:
    """On x² + y² with η = 1 gradient descent jumps to and fro: the loss never falls."""
    bowl = SurfaceSpec("bowl")
    stalled = run("switch", 30, (2.0, 1.0), bowl, when="stall", patience=4, first="gd", first__lr=1.0, second__lr=0.25)
    assert stalled.state("began")[:, 0].tolist() == [-1.0] * 5 + [4.0] * 26
    assert stalled.state("waited")[:6, 0].tolist() == [0.0, 0.0, 1.0, 2.0, 3.0, 4.0]
    assert stalled.state("value_evaluations")[:, 0].tolist() == [0.0, 1.0, 2.0, 3.0, 4.0] + [5.0] * 26
    np.testing.assert_allclose(np.abs(stalled.params[:5]), [[2.0, 1.0]] * 5)
    np.testing.assert_allclose(stalled.params[5:8], stalled.params[4] * 0.5 ** np.arange(1, 4)[:, None])


def test_lanes_stall_each_at_its_own_time() -> None:
    made = make_optimizer("switch", {"when": "stall", "patience": 5, "first.lr": 0.3, "second.lr": 0.1})
    params = np.array([[-7.0, 2.0], [-1.0, 0.0], [0.0, 1e-3]])
    oracle, state = Oracle(build_surface(BOOK)), made.init(params)
    for iteration in range(200):
        params, state = made.step(params, oracle, state, 1.0, iteration)
    began = dict(zip(state._fields, state, strict=True))["began"][:, 0]
    assert len(set(began.tolist())) == 3


RAVINE = SurfaceSpec(formula="0.005*x^2 + y^2", bounds=(-40.0, 40.0, -5.0, 5.0))


def test_s18_adam_then_gradient_descent_beats_both_and_a_falling_schedule_beats_that() -> None:
    """science.md, S18 (means of 200 seeds): SGD .0273, Adam .0317, switched at 300 .00157, Adam by cosine .00049."""

    def losses(name: str, cosine: bool = False, **values: Any) -> Any:
        made = make_optimizer(name, {key.replace("__", "."): value for key, value in values.items()})
        schedule = Cosine(length=1500) if cosine else Constant()
        return final_losses(made, schedule, RAVINE, (0.05, 1.0), (-30.0, 3.0), 4, 1500, lanes=60)

    sgd, adam = losses("gd", lr=0.3), losses("adam", lr=0.3)
    switched = losses("switch", at=300, first__lr=0.3, second__lr=0.02)
    assert losses("gd", lr=0.02).mean() == pytest.approx(2.47, rel=0.02)
    assert 0.01 < sgd.mean() < 0.04
    assert 0.02 < adam.mean() < 0.05
    assert 0.001 < switched.mean() < 0.0025
    assert (switched < adam).mean() > 0.85
    assert losses("switch", at=100, first__lr=0.3, second__lr=0.02).mean() == pytest.approx(0.133, rel=0.1)
    assert losses("adam", cosine=True, lr=0.3).mean() < 0.5 * switched.mean()
