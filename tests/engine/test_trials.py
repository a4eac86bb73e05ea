from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.oracle import Evaluations
from engine.run import RunConfig, run_to
from engine.schedules import Cosine
from engine.trials import trials
from surfaces import BagSpec, SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot

BEALE = SurfaceSpec("beale")


def recorded(name: str, **values: object) -> tuple[RunConfig, Snapshot]:
    config = RunConfig(BEALE, (1.0, 1.5), make_optimizer(name, values), Cosine(length=50), seed=3)
    return config, run_to(config, 12)


def test_a_gradient_step_asks_for_one_gradient_and_its_loss_is_added() -> None:
    config, run = recorded("gradient-descent")
    found = trials(config, run, 4)
    assert [question.what for question in found.asked] == ["gradient"]
    assert found.asked[0].answer == tuple(run.gradient[4])
    np.testing.assert_array_equal(found.points, run.params[4:5])
    assert found.losses == pytest.approx(run.loss[4:5], rel=1e-14)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_question_of_a_step_is_found_and_its_cost_is_the_rows(name: str) -> None:
    config, run = recorded(name)
    losses = build_surface(BEALE).value
    row = run.last // 2
    found = trials(config, run, row)
    counted = Evaluations()
    for question in found.asked:
        setattr(counted, f"{question.what}s", getattr(counted, f"{question.what}s") + 1)
    assert counted.gradients == run.evaluations[row + 1] - run.evaluations[row]
    for what in ("value", "hessian"):
        if getattr(OPTIMIZERS[name], f"uses_{what}{'s' * (what == 'value')}"):
            column = run.state(f"{what}_evaluations")[:, 0]
            assert getattr(counted, f"{what}s") == column[row + 1] - column[row]
    assert len(found.points) == len({question.params for question in found.asked}) > 0
    np.testing.assert_allclose(found.losses, [losses(point) for point in found.points], rtol=1e-13)


def test_armijos_trials_halve_along_the_gradient_and_the_last_is_taken() -> None:
    config, run = recorded("gradient-descent-line-search")
    found = trials(config, run, 3)
    assert len(found.points) > 3
    np.testing.assert_array_equal(found.points[0], run.params[3])
    moves = (found.points[1:] - run.params[3]) / -run.gradient[3]
    rate = run.learning_rate[3]
    np.testing.assert_allclose(moves, rate * 0.5 ** np.arange(len(moves))[:, None] * np.ones(2), rtol=1e-9)
    np.testing.assert_array_equal(found.points[-1], run.params[4])
    assert np.all(found.losses[1:-1] > found.losses[-1])


def test_a_population_is_seen_point_by_point_round_the_mean() -> None:
    config, run = recorded("cma-es", population=8)
    found = trials(config, run, 5)
    assert found.points.shape == (8, 2)
    best = found.points[np.argsort(found.losses)[:4]]
    weights = np.log(4.5) - np.log(np.arange(1, 5))
    np.testing.assert_allclose(weights / weights.sum() @ best, run.params[6], rtol=1e-12)


def test_the_first_simplex_is_seen_before_it_moves() -> None:
    config, run = recorded("nelder-mead", learning_rate=0.25)
    points = trials(config, run, 0).points
    np.testing.assert_array_equal(points[:3], [(1.0, 1.5), (1.25, 1.5), (1.0, 1.75)])


def test_losses_are_of_the_batch_that_the_step_saw() -> None:
    bag = SurfaceSpec("double-well", bag=BagSpec(64, 2.0))
    optimizer = make_optimizer("gradient-descent-line-search")
    config = RunConfig(bag, (1.6, 1.0), optimizer, Cosine(length=50), 5, Sampling(batch_size=4))
    run = run_to(config, 6)
    found = trials(config, run, 2)
    assert abs(found.losses[0] - run.loss[2]) > 1e-3
    np.testing.assert_array_equal(found.points[-1], run.params[3])
