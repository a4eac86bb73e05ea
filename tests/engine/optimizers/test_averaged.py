from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.engine.tilted import final_losses

if TYPE_CHECKING:
    from engine.history import Snapshot

STEPS = 40
INNER = {"inner": "momentum", "inner.lr": 0.05}


def run(**values: object) -> Snapshot:
    made = make_optimizer("averaged", {**INNER, **values})
    return run_to(RunConfig(SurfaceSpec("six-hump-camel"), (1.5, 0.8), made, Constant()), STEPS)


@pytest.mark.parametrize("start", [0, 1, 7])
def test_polyak_is_the_mean_of_all_from_the_start_on(start: int) -> None:
    found = run(start=start)
    average = found.state("average")
    for k in range(STEPS + 1):
        wanted = found.params[start : k + 1].mean(0) if k >= start else found.params[k]
        np.testing.assert_allclose(average[k], wanted, rtol=1e-13, atol=1e-13)


def test_swa_is_the_mean_of_every_so_many() -> None:
    found = run(average="swa", start=10, every=4)
    average = found.state("average")
    np.testing.assert_array_equal(average[:11], found.params[:11])
    for k in range(10, STEPS + 1):
        np.testing.assert_allclose(average[k], found.params[10 : k + 1 : 4].mean(0), rtol=1e-13, atol=1e-13)


def test_ema_fades() -> None:
    found = run(average="ema", start=3, decay=0.8)
    wanted = found.params[3]
    for k in range(4, STEPS + 1):
        wanted = 0.8 * wanted + 0.2 * found.params[k]
        np.testing.assert_allclose(found.state("average")[k], wanted, rtol=1e-13, atol=1e-13)


@pytest.mark.parametrize("average", ["polyak", "swa", "ema"])
def test_the_run_is_one_of_the_two_and_the_state_the_other(average: str) -> None:
    iterates, averages = run(average=average, start=5), run(average=average, start=5, records="average")
    np.testing.assert_array_equal(averages.params, iterates.state("average"))
    np.testing.assert_array_equal(averages.state("iterate"), iterates.params)
    np.testing.assert_array_equal(averages.state("inner.velocity"), iterates.state("inner.velocity"))


def test_the_average_of_a_noise_ball_is_smaller_than_the_ball() -> None:
    """On the setting of S11 (book, tilt 1, η = .4, one sample a step) the constant rate leaves a mean loss of .28."""

    def mean(name: str, values: dict[str, object]) -> float:
        setting = (Constant(), SurfaceSpec("book"), (1.0, 1.0), (-7.0, 2.0), 1, 1000)
        return float(final_losses(make_optimizer(name, values), *setting, lanes=100).mean())

    iterate = mean("gd", {"lr": 0.4})
    assert 0.2 < iterate < 0.4
    assert mean("averaged", {"start": 200, "records": "average", "inner.lr": 0.4}) < 0.1 * iterate
