from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.adam import Adam
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.history import Snapshot

ETA, B1, B2, EPS = 0.3, 0.8, 0.95, 1e-3


def run(optimizer: Adam, surface: str, start: tuple[float, float], steps: int) -> Snapshot:
    return run_to(RunConfig(SurfaceSpec(surface), start, optimizer, Constant()), steps)


def pytorch(m: float, v: float, t: int) -> float:
    return ETA * (m / (1 - B1**t)) / (math.sqrt(v / (1 - B2**t)) + EPS)


def book(m: float, v: float, t: int) -> float:
    return ETA * math.sqrt(1 - B2**t) / (1 - B1**t) * m / (math.sqrt(v) + EPS)


def uncorrected(m: float, v: float, t: int) -> float:
    return ETA * m / (math.sqrt(v) + EPS)


@pytest.mark.parametrize(
    ("form", "corrected", "update"),
    [
        ("pytorch", True, pytorch),
        ("book", True, book),
        ("pytorch", False, uncorrected),
        ("book", False, uncorrected),
    ],
)
def test_three_steps_by_hand(form: str, corrected: bool, update) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    made = run(Adam(ETA, B1, B2, EPS, corrected, form), "book", (-7.0, 2.0), 3)
    params, m, v = [-7.0, 2.0], [0.0, 0.0], [0.0, 0.0]
    for t, i in itertools.product((1, 2, 3), (0, 1)):
        slope = (0.1, 2.0)[i] * params[i]
        m[i] = B1 * m[i] + (1 - B1) * slope
        v[i] = B2 * v[i] + (1 - B2) * slope**2
        params[i] -= update(m[i], v[i], t)
        assert made.params[t, i] == pytest.approx(params[i], rel=1e-13)
        assert made.state("first_moment")[t, i] == pytest.approx(m[i], rel=1e-13)
        assert made.state("second_moment")[t, i] == pytest.approx(v[i], rel=1e-13)


@pytest.mark.parametrize("start", [(-7.0, 2.0), (3.0, -4.0)])
@pytest.mark.parametrize("form", ["pytorch", "book"])
def test_first_step_is_the_rate_against_the_gradients_sign(form: str, start: tuple[float, float]) -> None:
    made = run(Adam(0.1, eps=1e-12, form=form), "book", start, 1)
    np.testing.assert_allclose(made.update[0], -0.1 * np.sign(start), rtol=1e-8)


def test_on_a_plane_every_step_has_the_rates_length() -> None:
    made = run(Adam(0.01), "plane", (0.0, 0.0), 100)
    np.testing.assert_allclose(made.update, -0.01, rtol=1e-6)
    np.testing.assert_allclose(made.params[-1], (-1.0, -1.0), rtol=1e-6)


def test_without_correction_the_first_steps_are_too_long() -> None:
    """Science S13: 0.316, 0.425, … peaking at 6.569 η at t = 12."""
    lengths = -run(Adam(0.1, bias_correction=False), "plane", (0.0, 0.0), 40).update[:, 1]
    np.testing.assert_allclose(lengths[:6], (0.316, 0.425, 0.495, 0.544, 0.580, 0.606), atol=6e-4)
    assert lengths.max() == pytest.approx(0.6569, abs=1e-4)
    assert np.argmax(lengths) + 1 == 12


def test_both_forms_agree_up_to_eps() -> None:
    one, other = (run(Adam(0.3, eps=1e-7, form=form), "book", (-7.0, 2.0), 60) for form in ("pytorch", "book"))
    gap = np.abs(one.params - other.params).max()
    assert 0.0 < gap < 1e-4


def test_weight_decay_is_a_penalty_that_is_braked_too() -> None:
    made = run(Adam(ETA, B1, B2, EPS, weight_decay=0.25), "book", (-7.0, 2.0), 3)
    params, m, v = [-7.0, 2.0], [0.0, 0.0], [0.0, 0.0]
    for t, i in itertools.product((1, 2, 3), (0, 1)):
        slope = ((0.1, 2.0)[i] + 0.25) * params[i]
        m[i] = B1 * m[i] + (1 - B1) * slope
        v[i] = B2 * v[i] + (1 - B2) * slope**2
        params[i] -= pytorch(m[i], v[i], t)
        assert made.params[t, i] == pytest.approx(params[i], rel=1e-13)
