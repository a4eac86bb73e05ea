from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.optimizers.cma_es import CMAES
from engine.oracle import Chance
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from surfaces import SurfaceSpec, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot


def run(optimizer: CMAES, spec: SurfaceSpec | str, start: tuple[float, ...], steps: int, seed: int = 0) -> Snapshot:
    surface = SurfaceSpec(spec) if isinstance(spec, str) else spec
    return run_to(RunConfig(surface, start, optimizer, Constant(), seed), steps)


def test_four_generations_by_hand() -> None:
    """Hansen 2016, figure 6, written out for two parameters and six points."""
    made = run(CMAES(0.7), "beale", (1.0, 1.5), 4, seed=4)
    value = build_surface(SurfaceSpec("beale")).value
    n, w = 2, np.array([math.log(3.5) - math.log(i) for i in (1, 2, 3)])
    w = w / w.sum()
    mu = 1.0 / np.sum(w**2)
    cs, cc = (mu + 2) / (n + mu + 5), (4 + mu / n) / (n + 4 + 2 * mu / n)
    ds = 1 + 2 * max(0.0, math.sqrt((mu - 1) / (n + 1)) - 1) + cs
    c1 = 2 / ((n + 1.3) ** 2 + mu)
    cmu = min(1 - c1, 2 * (0.25 + mu + 1 / mu - 2) / ((n + 2) ** 2 + mu))
    chi = math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n**2))
    m, sigma, cov, ps, pc = np.array([1.0, 1.5]), 0.7, np.eye(2), np.zeros(2), np.zeros(2)
    for g in range(1, 5):
        scales, axes = np.linalg.eigh(cov)
        z = Chance(4, 0).generator(g - 1).standard_normal((6, 2))
        y = [axes @ (np.sqrt(scales) * own) for own in z]
        y = [y[i] for i in np.argsort([value(m + sigma * own) for own in y])][:3]
        yw = sum(share * own for share, own in zip(w, y, strict=True))
        m = m + sigma * yw
        root = axes @ np.diag(scales**-0.5) @ axes.T
        ps = (1 - cs) * ps + math.sqrt(cs * (2 - cs) * mu) * root @ yw
        h = np.linalg.norm(ps) / math.sqrt(1 - (1 - cs) ** (2 * g)) < (1.4 + 2 / (n + 1)) * chi
        pc = (1 - cc) * pc + h * math.sqrt(cc * (2 - cc) * mu) * yw
        rank_mu = sum(share * np.outer(own, own) for share, own in zip(w, y, strict=True))
        lost = (1 - h) * cc * (2 - cc)
        cov = (1 + c1 * lost - c1 - cmu) * cov + c1 * np.outer(pc, pc) + cmu * rank_mu
        sigma *= math.exp(cs / ds * (np.linalg.norm(ps) / chi - 1))
        np.testing.assert_allclose(made.params[g], m, rtol=1e-11)
        assert made.state("sigma")[g] == pytest.approx(sigma, rel=1e-11)
        np.testing.assert_allclose(made.state("covariance")[g], cov.ravel(), rtol=1e-10)
        np.testing.assert_allclose(made.state("sigma_path")[g], ps, rtol=1e-10)
        np.testing.assert_allclose(made.state("covariance_path")[g], pc, rtol=1e-10)


def test_it_compares_losses_only() -> None:
    one = run(CMAES(), SurfaceSpec(formula="(1-x)^2 + 100*(y-x^2)^2"), (-1.2, 1.0), 60)
    other = run(CMAES(), SurfaceSpec(formula="ln(1 + (1-x)^2 + 100*(y-x^2)^2)"), (-1.2, 1.0), 60)
    np.testing.assert_array_equal(one.params, other.params)


def test_the_cloud_takes_the_shape_of_the_valley() -> None:
    """On ½ (x² + 100 y²) the covariance tends to a multiple of the inverse Hessian: axes 10 to 1."""
    ratios = []
    for seed in range(5):
        made = run(CMAES(1.0), SurfaceSpec(formula="(x^2 + 100*y^2)/2"), (3.0, 3.0), 60, seed)
        scales = np.linalg.eigvalsh(made.state("covariance")[60].reshape(2, 2))
        ratios.append(math.sqrt(scales[1] / scales[0]))
    assert 5.0 < np.median(ratios) < 20.0


@pytest.mark.parametrize(("population", "points"), [(0, 6), (12, 12), (1, 2)])
def test_a_generation_costs_as_many_losses_as_it_has_points(population: int, points: int) -> None:
    made = run(CMAES(population=population), "bowl", (-4.0, 3.0), 10)
    assert made.totals.values == 10 * points
    assert made.totals.gradients == 0


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("surface", "start"), [("rosenbrock", (-1.2, 1.0)), ("rotated-quadratic", (-8.0, -4.0))])
def test_it_finds_the_minimum(surface: str, start: tuple[float, float], seed: int) -> None:
    made = run(CMAES(), surface, start, 400, seed)
    np.testing.assert_allclose(made.params[-1], build_surface(SurfaceSpec(surface)).minima[0].params, atol=1e-6)
