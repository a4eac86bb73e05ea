"""Our schedules beside torch's: `make_schedules.py` has the table and made the data."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.reference.make_schedules import CASES, ITERATIONS, RATE, bumpy_losses
from tests.reference.recorded import load


@cache
def reference() -> dict[str, Any]:
    return load("schedules")


@pytest.mark.parametrize("name", CASES)
def test_every_rate_is_torchs(name: str) -> None:
    schedule, losses = CASES[name].schedule, bumpy_losses()
    memory, rates = schedule.first_memory(), []
    for iteration in range(ITERATIONS):
        memory = schedule.observe(memory, losses[iteration])
        rates.append(RATE * schedule.factor(iteration, memory))
    np.testing.assert_allclose(rates, reference()[name], rtol=1e-12, atol=1e-14)


def test_the_plateaus_drop_more_than_once() -> None:
    for name in ("plateau", "plateau, absolute"):
        assert len(np.unique(reference()[name])) > 2


def test_the_data_is_that_of_the_table() -> None:
    assert set(reference()) == set(CASES)
