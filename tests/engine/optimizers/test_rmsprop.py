from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.rmsprop import RMSProp
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot


def run(optimizer: RMSProp, surface: str, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


@pytest.mark.parametrize(
    ("placement", "divisor"),
    [("outside", lambda v, eps: math.sqrt(v) + eps), ("inside", lambda v, eps: math.sqrt(v + eps))],
)
def test_three_steps_by_hand(placement: str, divisor) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    made = run(RMSProp(0.2, 0.9, 1e-2, placement), "book", (-7.0, 2.0), 3)
    params, average = [-7.0, 2.0], [0.0, 0.0]
    for k in range(3):
        for i, curvature in enumerate((0.1, 2.0)):
            slope = curvature * params[i]
            average[i] = 0.9 * average[i] + 0.1 * slope**2
            params[i] -= 0.2 * slope / divisor(average[i], 1e-2)
        np.testing.assert_allclose(made.params[k + 1], params, rtol=1e-13)
        np.testing.assert_allclose(made.state("square_average")[k + 1], average, rtol=1e-13)


@pytest.mark.parametrize("rho", [0.5, 0.9, 0.99])
def test_first_step_is_rate_over_root_of_one_minus_rho(rho: float) -> None:
    first = run(RMSProp(0.01, rho), "plane", (0.0, 0.0), 1).update[0]
    np.testing.assert_allclose(first, -0.01 / math.sqrt(1 - rho) * np.ones(2), rtol=1e-6)


def test_a_hundred_steps_cover_the_same_distance_on_both_axes() -> None:
    """Science S12: slopes 0.1 and 10, ρ 0.9, η 0.01."""
    end = run(RMSProp(0.01, 0.9), "plane", (0.0, 0.0), 100).params[-1]
    np.testing.assert_allclose(end, (-1.091, -1.091), atol=5e-4)


def test_it_ends_in_a_cycle_of_half_the_rate() -> None:
    """Science S32: on the book's valley, η 0.3, both axes end at ± 0.15."""
    end = run(RMSProp(0.3, 0.9), "book", (-7.0, 2.0), 2000).params[-2:]
    np.testing.assert_allclose(np.abs(end), 0.15, atol=1e-6)
    assert np.all(np.sign(end[0]) == -np.sign(end[1]))
