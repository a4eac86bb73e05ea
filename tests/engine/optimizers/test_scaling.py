"""What a change of units does: of the loss, and of the parameters."""

from __future__ import annotations

import numpy as np
import pytest

from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import Array, SurfaceSpec

HILLS = "c*(((x/s)^2 + y - 11)^2 + (x/s + y^2 - 7)^2)"
START, STEPS = (0.5, 0.2), 100
DIVIDED = "adagrad rmsprop adadelta adam adamw amsgrad adamax nadam qhadam adan adabelief schedule-free-adamw"
DIRECTED = "lion rprop sign-descent muon sophia shampoo soap"
CURVED = "newton newton-line-search saddle-free-newton trust-region bfgs lbfgs conjugate-gradient"
RANKED = "nelder-mead cma-es"
FREE_OF_THE_LOSS = " ".join((DIVIDED, DIRECTED, CURVED, RANKED)).split()
"""The gradient is divided by its own size, or only its direction counts, or curvature has the same unit, or losses are
only compared: a loss of another height gives the same path, up to ε."""
RATES = {"adadelta": 1.0}
PROPORTIONAL = ("gradient-descent", "momentum", "nesterov", "qhm", "schedule-free-sgd")
"""As long as the gradient is steep: a loss c times as high wants a rate c times as small."""


def path(name: str, values: dict[str, float], scale: float = 1.0, stretch: float = 1.0) -> Array:
    """Return the path on Himmelblau's hills `scale` times as high, the first axis `stretch` times as long."""
    spec = SurfaceSpec(formula=HILLS, parameters=(("c", scale), ("s", stretch)), bounds=(-6.0, 6.0, -6.0, 6.0))
    start = (START[0] * stretch, START[1])
    return run_to(RunConfig(spec, start, make_optimizer(name, values), Constant()), STEPS).params


@pytest.mark.parametrize("scale", [10.0, 1000.0])
@pytest.mark.parametrize("name", FREE_OF_THE_LOSS)
def test_the_height_of_the_loss_does_not_matter(name: str, scale: float) -> None:
    """Science, table B: at most 4e-7 apart for c = 10 … 1000."""
    rate = {"learning_rate": RATES.get(name, 0.02)}
    one, other = path(name, rate), path(name, rate, scale)
    assert np.abs(one - one[0]).max() > 0.05
    np.testing.assert_allclose(other, one, rtol=0.0, atol=4e-7)


@pytest.mark.parametrize("name", PROPORTIONAL)
def test_the_rate_is_measured_in_the_height_of_the_loss(name: str) -> None:
    """With a power of two not a bit differs."""
    one, other = path(name, {"learning_rate": 0.002}), path(name, {"learning_rate": 0.002 / 1024}, 1024.0)
    np.testing.assert_array_equal(other, one)
    assert not np.allclose(path(name, {"learning_rate": 0.002}, 2.0)[:20], one[:20], atol=1e-3)


def test_eps_is_measured_in_the_gradients_units() -> None:
    """Where the loss is a billionth as high, ε = 1e-8 is no longer small; scaled along, it changes nothing."""
    one = path("adam", {"learning_rate": 0.02})
    assert np.abs(path("adam", {"learning_rate": 0.02}, 1e-9) - one).max() > 0.05
    smaller = path("adam", {"learning_rate": 0.02, "eps": 1e-8 / 2**30}, 1 / 2**30)
    np.testing.assert_allclose(smaller, one, rtol=0.0, atol=1e-12)


@pytest.mark.parametrize("name", ["adam", "rmsprop", "lion", "rprop"])
def test_stretching_an_axis_does_not_stretch_the_steps_along_it(name: str) -> None:
    """Steps have the rate's length whatever the units; only Newton's know them."""
    first = path(name, {"learning_rate": 0.02}, stretch=8.0)[1] - np.array((8 * START[0], START[1]))
    assert abs(first[0]) == pytest.approx(abs(first[1]), rel=1e-6)


@pytest.mark.parametrize("stretch", [0.25, 8.0])
def test_newton_does_not_care_about_the_units_of_the_parameters(stretch: float) -> None:
    one, other = path("newton", {}), path("newton", {}, stretch=stretch)
    length = min(len(one), len(other))
    assert length > 3
    np.testing.assert_allclose(other[:length] / (stretch, 1.0), one[:length], rtol=0.0, atol=1e-9)


def test_every_name_is_in_the_table() -> None:
    assert {*FREE_OF_THE_LOSS, *PROPORTIONAL} <= set(OPTIMIZERS)
