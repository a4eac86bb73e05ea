"""Our composites beside those of torch and Optax: `make_composites.py` has the table and made the data."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.reference.make_composites import CASES
from tests.reference.recorded import STEPS, SURFACES, closed_loop, load, open_loop

every_case = pytest.mark.parametrize("name", CASES)


@cache
def reference() -> dict[str, Any]:
    return load("composites")


@every_case
def test_fed_the_same_gradients_it_takes_the_same_steps(name: str) -> None:
    ours = open_loop(CASES[name].optimizer, [1.0] * STEPS)
    np.testing.assert_allclose(ours, reference()[f"{name}: open"], rtol=1e-12, atol=1e-12)


@every_case
def test_its_own_path_is_the_same_until_rounding_is_amplified(name: str) -> None:
    theirs = reference()[f"{name}: closed"]
    ours = np.stack([closed_loop(CASES[name].optimizer, surface) for surface in SURFACES], axis=1)
    compared = np.isfinite(theirs)
    np.testing.assert_allclose(ours[compared], theirs[compared], rtol=1e-8, atol=1e-8)
    assert compared.any(axis=(0, 2)).all()


def test_the_data_is_that_of_the_table() -> None:
    assert set(reference()) == {f"{name}: {loop}" for name in CASES for loop in ("open", "closed")}
