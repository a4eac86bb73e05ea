"""Our rules beside torch's: `make_torch.py` has the table and made the data."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.reference.make_torch import CASES
from tests.reference.recorded import ROWS, SURFACES, closed_loop, falling_rates, load, open_loop

every_case = pytest.mark.parametrize("name", CASES)


@cache
def reference() -> dict[str, Any]:
    return load("torch")


@every_case
def test_fed_the_same_gradients_it_takes_the_same_steps(name: str) -> None:
    optimizer = CASES[name].optimizer
    ours = open_loop(optimizer, falling_rates(optimizer.learning_rate))
    np.testing.assert_allclose(ours, reference()[f"{name}: open"], rtol=0.0, atol=1e-12)


@every_case
def test_its_own_path_is_the_same_until_rounding_is_amplified(name: str) -> None:
    theirs = reference()[f"{name}: closed"]
    ours = np.stack([closed_loop(CASES[name].optimizer, surface) for surface in SURFACES], axis=1)
    compared = np.isfinite(theirs)
    np.testing.assert_allclose(ours[compared], theirs[compared], rtol=0.0, atol=1e-8)


def test_the_data_is_that_of_the_table_and_nearly_all_of_it_is_compared() -> None:
    assert set(reference()) == {f"{name}: {loop}" for name in CASES for loop in ("open", "closed")}
    rows = np.array([np.isfinite(reference()[f"{name}: closed"]).all(axis=2).sum(axis=0) for name in CASES])
    assert rows.min() > 20
    assert rows.mean() > 0.95 * len(ROWS)
