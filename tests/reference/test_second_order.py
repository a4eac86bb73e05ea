"""Our rules beside SciPy's and torch's: `make_second_order.py` made the data."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.optimizers.lbfgs import LBFGS
from engine.optimizers.nelder_mead import NelderMead
from engine.optimizers.trust_region import TrustRegion
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import CATALOGUE, SurfaceSpec
from tests.reference.make_second_order import DOGLEGS, MANY, MANY_START, MOVES, PAIRS, RATE, SIMPLICES, SIZE, TRIALS
from tests.reference.recorded import ROWS, STARTS, SURFACES, Playback, closed_loop, falling_rates, gradients, load

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from surfaces import Array


@cache
def reference() -> dict[str, Any]:
    return load("second_order")


def path(optimizer: Optimizer, spec: SurfaceSpec, start: tuple[float, ...], steps: int) -> Array:
    return run_to(RunConfig(spec, start, optimizer, Constant()), steps).params


@pytest.mark.parametrize("name", SIMPLICES)
def test_the_simplex_walks_as_scipys(name: str) -> None:
    ours = path(NelderMead(SIZE), SurfaceSpec(name), CATALOGUE[name].start, MOVES)
    np.testing.assert_allclose(ours[1:], reference()[f"nelder-mead {name}"][1:], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("adaptive", [False, True])
def test_in_five_parameters_too(adaptive: bool) -> None:
    ours = path(NelderMead(SIZE, adaptive), MANY, MANY_START, MOVES)
    np.testing.assert_allclose(ours[1:], reference()[f"nelder-mead {adaptive}"][1:], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", DOGLEGS)
def test_the_dogleg_walks_as_scipys(name: str) -> None:
    """SciPy ends at rest or where rounding hides the decrease; until then every trial is the same."""
    theirs = reference()[f"dogleg {name}"]
    ours = path(TrustRegion(10.0), SurfaceSpec(name), DOGLEGS[name], TRIALS)
    rows = min(len(theirs), len(ours))
    assert rows > 5
    np.testing.assert_allclose(ours[:rows], theirs[:rows], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("lane", range(len(SURFACES)))
def test_fed_the_same_gradients_lbfgs_takes_torchs_steps(lane: int) -> None:
    """Gradients that are not of where it stands throw it about, further and further: compared with the widest throw."""
    oracle, rule, point = Playback(gradients()[:, lane]), LBFGS(RATE, PAIRS, "none"), STARTS[lane]
    state, points = rule.init(point), [point]
    for iteration, rate in enumerate(falling_rates(RATE)):
        point, state = rule.step(point, oracle, state, rate, iteration)
        points.append(point)
    theirs = reference()["lbfgs: open"][:, lane]
    finite = np.isfinite(theirs).all(axis=1)
    assert finite.sum() >= 50
    theirs, ours = theirs[finite], np.array(points)[list(ROWS)][finite]
    widest = np.maximum.accumulate(np.abs(theirs).max(axis=1, initial=1.0))[:, None]
    np.testing.assert_allclose(ours / widest, theirs / widest, rtol=0.0, atol=1e-11)


def test_without_a_search_lbfgs_walks_as_torchs() -> None:
    theirs = reference()["lbfgs: closed"]
    compared = np.isfinite(theirs)
    assert compared.all(axis=2).sum() > 100
    rule = LBFGS(RATE, PAIRS, "none")
    with np.errstate(all="ignore"):
        ours = np.stack([closed_loop(rule, name) for name in SURFACES], axis=1)
    np.testing.assert_allclose(ours[compared], theirs[compared], rtol=0.0, atol=1e-8)
