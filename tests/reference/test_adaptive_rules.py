"""Our rules beside Optax's and beside those of papers: `make_optax.py` and `make_papers.py` made the data."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.reference import make_optax, make_papers
from tests.reference.driven import our_open_path
from tests.reference.recorded import SURFACES, closed_loop, load

TABLES = {"optax": make_optax.CASES, "papers": make_papers.CASES}
every_case = pytest.mark.parametrize(("file", "name"), [(file, name) for file in TABLES for name in TABLES[file]])


@cache
def reference(file: str) -> dict[str, Any]:
    return load(file)


@every_case
def test_fed_the_same_gradients_it_takes_the_same_steps(file: str, name: str) -> None:
    case, theirs = TABLES[file][name], reference(file)[f"{name}: open"]
    np.testing.assert_allclose(our_open_path(case), theirs, rtol=case.tolerance, atol=case.tolerance)


@every_case
def test_its_own_path_is_the_same_until_rounding_is_amplified(file: str, name: str) -> None:
    theirs = reference(file)[f"{name}: closed"]
    ours = np.stack([closed_loop(TABLES[file][name].optimizer, surface) for surface in SURFACES], axis=1)
    compared = np.isfinite(theirs)
    np.testing.assert_allclose(ours[compared], theirs[compared], rtol=1e-8, atol=1e-8)
    assert compared[:2].all()


@pytest.mark.parametrize("file", TABLES)
def test_the_data_is_that_of_the_table(file: str) -> None:
    assert set(reference(file)) == {f"{name}: {loop}" for name in TABLES[file] for loop in ("open", "closed")}
