from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.rmsprop import RMSProp
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec
from tests.engine.optimizers import by_hand

if TYPE_CHECKING:
    from engine.history import Snapshot
    from tests.engine.optimizers.by_hand import Memory


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


def everything(theta: float, slope: float, memory: Memory, t: int) -> float:
    slope += 0.25 * theta
    memory["square_average"] = 0.9 * memory["square_average"] + 0.1 * slope**2
    memory["gradient_average"] = 0.9 * memory["gradient_average"] + 0.1 * slope
    spread = memory["square_average"] - memory["gradient_average"] ** 2
    memory["velocity"] = 0.8 * memory["velocity"] + slope / (math.sqrt(spread) + 1e-2)
    return theta - 0.02 * memory["velocity"]


def centred_inside(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["square_average"] = 0.9 * memory["square_average"] + 0.1 * slope**2
    memory["gradient_average"] = 0.9 * memory["gradient_average"] + 0.1 * slope
    return theta - 0.02 * slope / math.sqrt(memory["square_average"] - memory["gradient_average"] ** 2 + 1e-2)


def rolling(theta: float, slope: float, memory: Memory, t: int) -> float:
    memory["square_average"] = 0.9 * memory["square_average"] + 0.1 * slope**2
    memory["velocity"] = 0.8 * memory["velocity"] + 0.02 * slope / (math.sqrt(memory["square_average"]) + 1e-2)
    return theta - memory["velocity"]


def test_steps_of_the_variants_by_hand() -> None:
    by_hand.check(RMSProp(0.02, 0.9, 1e-2, "outside", True, 0.8, "outside", 0.25), everything)
    by_hand.check(RMSProp(0.02, 0.9, 1e-2, "inside", centered=True), centred_inside)
    by_hand.check(RMSProp(0.02, 0.9, 1e-2, momentum=0.8, rate_placement="inside"), rolling)


def test_it_remembers_what_its_variant_needs_and_no_more() -> None:
    kinds = [
        RMSProp(centered=centred, momentum=mu).initial(0.0)._fields for centred in (False, True) for mu in (0, 0.5)
    ]
    assert kinds == [
        ("square_average",),
        ("square_average", "velocity"),
        ("square_average", "gradient_average"),
        ("square_average", "gradient_average", "velocity"),
    ]


def test_centred_steps_grow_on_a_steady_slope_until_eps_holds_them() -> None:
    """There v − m² = (1 − ρᵗ) ρᵗ g²: the step is η / √((1 − ρᵗ) ρᵗ), and η g / ε in the end."""
    made = run(RMSProp(1e-6, 0.9, 1e-3, centered=True), "plane", (0.0, 0.0), 400)
    steps, slopes = -made.update, made.gradient[0]
    t = np.arange(1, 401)[:, None]
    spread = np.sqrt((1 - 0.9**t) * 0.9**t) * slopes
    np.testing.assert_allclose(steps[:80], (1e-6 * slopes / (spread + 1e-3))[:80], rtol=1e-6)
    np.testing.assert_allclose(steps[-1], 1e-3 * slopes, rtol=1e-3)
    assert np.isfinite(made.params).all()
