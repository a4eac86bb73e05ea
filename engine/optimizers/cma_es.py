"""CMA-ES."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import spectrum
from engine.hyperparameters import number
from engine.optimizer import LaneByLane

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class CMAESState(NamedTuple):
    """The cloud from which the next generation is drawn; its centre is the run's position."""

    sigma: Array
    """Its size, shape (1,)."""
    covariance: Array
    """Its shape, (n, n)."""
    sigma_path: Array
    covariance_path: Array
    generation: Array
    """How many generations there were, shape (1,)."""


@dataclass(frozen=True)
class CMAES(LaneByLane):
    """A cloud of points that learns where losses are low and which way the valley runs (Hansen 2016).

    λ points x = m + σ y, y ~ N(0, C);  the better half with weights w gives y_w = Σ w y
    m ← m + σ y_w                                                                      (eq. 42, c_m = 1)
    p_σ ← (1 − c_σ) p_σ + √(c_σ (2 − c_σ) μ_eff) C^(−½) y_w                             (eq. 43)
    σ ← σ exp(c_σ/d_σ (‖p_σ‖/E‖N(0, I)‖ − 1))                                          (eq. 44)
    p_c ← (1 − c_c) p_c + h √(c_c (2 − c_c) μ_eff) y_w                                  (eq. 45)
    C ← (1 + c₁ δ(h) − c₁ − c_μ) C + c₁ p_c p_cᵀ + c_μ Σ w y yᵀ                          (eq. 47)

    with the constants of table 1 for positive weights only. The run stands at the mean m, which is itself not
    asked for its loss.
    """

    name = "cma-es"
    title = "CMA-ES"
    family = "derivative-free"
    formula = "x = m + σ y, y ~ N(0, C);  m ← m + σ Σ w y of the better half;  σ and C from the paths"
    summary = (
        "A cloud of trial points that moves to its better half and stretches along the valley. Compares losses only, "
        "so it is indifferent to how the loss is scaled; each generation costs as many losses as it has points."
    )
    source = "Hansen & Ostermeier 2001; Hansen 2016 (arXiv 1604.00772)"
    uses_values = True
    draws = True
    symbols: ClassVar[dict[str, str]] = {"sigma": r"\sigma", "covariance": "C"}

    learning_rate: float = number(
        0.5, 1e-3, 10.0, "σ of the first generation; afterwards it adapts and no schedule changes it.", scale="log"
    )
    population: int = number(0, 0, 50, "Points of a generation; 0 stands for 4 + ⌊3 ln n⌋.", below=1001)

    def init_one(self, point: Array) -> CMAESState:
        """Return a round cloud; its size comes with the first step."""
        zero = np.zeros_like(point)
        return CMAESState(np.zeros(1), np.eye(len(point)), zero, zero, np.zeros(1))

    def step_one(
        self, point: Array, oracle: Oracle, state: CMAESState, learning_rate: float, iteration: int
    ) -> tuple[Array, CMAESState]:
        """Return the mean after one generation."""
        dim = len(point)
        number_of_points = max(self.population, 2) if self.population else 4 + int(3.0 * np.log(dim))
        sigma = float(state.sigma[0]) if state.generation[0] else learning_rate
        curvatures, axes = spectrum(state.covariance)
        draws = oracle.generator(iteration).standard_normal((number_of_points, dim))
        offsets = draws * np.sqrt(np.maximum(curvatures, 0.0)) @ axes.T
        losses = [float(oracle.value(point + sigma * offset)) for offset in offsets]
        order = np.argsort(losses, kind="stable")  # losses that are no numbers come last
        constants = _constants(number_of_points, dim)
        best = order[: len(constants.weights)]
        move = constants.weights @ offsets[best]
        oracle.note(r"\sigma", sigma, arrow="trials")
        oracle.note("C", state.covariance, arrow="trials")
        oracle.note("Y", offsets[best].T, r"\operatorname{best}(C^{1/2} z_i)", arrow="trials")
        middle = 0.5 * (number_of_points + 1)
        rule = rf"\operatorname{{normalized}}(\operatorname{{ln}} {middle:g} - \operatorname{{ln}} i)"
        oracle.note("w", constants.weights[:, None], rule, arrow="update")
        oracle.note("y_w", move, r"<Y> \, <w>", arrow="update")
        oracle.note(r"\Delta\theta", lambda: sigma * move, r"<\sigma> \, <y_w>")
        after = _adapted(state, sigma, move, axes @ (constants.weights @ draws[best]), offsets[best], constants)
        return point + sigma * move, after


class _Constants(NamedTuple):
    """Table 1 of Hansen (2016)."""

    weights: Array
    effective: float
    """μ_eff"""
    c_sigma: float
    d_sigma: float
    c_c: float
    c_1: float
    c_mu: float
    expected: float
    """E‖N(0, I)‖"""


def _constants(number_of_points: int, n: int) -> _Constants:
    raw = np.log((number_of_points + 1) / 2.0) - np.log(np.arange(1, number_of_points // 2 + 1))
    weights = raw / raw.sum()
    mu = float(1.0 / (weights @ weights))
    c_sigma = (mu + 2.0) / (n + mu + 5.0)
    d_sigma = 1.0 + 2.0 * max(0.0, ((mu - 1.0) / (n + 1.0)) ** 0.5 - 1.0 if mu > 1.0 else 0.0) + c_sigma
    c_c = (4.0 + mu / n) / (n + 4.0 + 2.0 * mu / n)
    c_1 = 2.0 / ((n + 1.3) ** 2 + mu)
    c_mu = min(1.0 - c_1, 2.0 * (0.25 + mu + 1.0 / mu - 2.0) / ((n + 2.0) ** 2 + mu))
    expected = n**0.5 * (1.0 - 1.0 / (4.0 * n) + 1.0 / (21.0 * n * n))
    return _Constants(weights, mu, c_sigma, d_sigma, c_c, c_1, c_mu, expected)


def _adapted(
    state: CMAESState, sigma: float, move: Array, whitened: Array, offsets: Array, constants: _Constants
) -> CMAESState:
    """Return the next cloud; `whitened` is C^(−½) y_w."""
    k = constants
    generation = float(state.generation[0]) + 1.0
    sigma_path = (1.0 - k.c_sigma) * state.sigma_path + (k.c_sigma * (2.0 - k.c_sigma) * k.effective) ** 0.5 * whitened
    length = float(np.linalg.norm(sigma_path))
    settled = length / (1.0 - (1.0 - k.c_sigma) ** (2.0 * generation)) ** 0.5
    goes_on = float(settled < (1.4 + 2.0 / (len(move) + 1.0)) * k.expected)
    gain = goes_on * (k.c_c * (2.0 - k.c_c) * k.effective) ** 0.5
    covariance_path = (1.0 - k.c_c) * state.covariance_path + gain * move
    kept = 1.0 + k.c_1 * (1.0 - goes_on) * k.c_c * (2.0 - k.c_c) - k.c_1 - k.c_mu
    covariance = kept * state.covariance + k.c_1 * np.outer(covariance_path, covariance_path)
    covariance = covariance + k.c_mu * (offsets.T * k.weights) @ offsets
    grown = sigma * float(np.exp(k.c_sigma / k.d_sigma * (length / k.expected - 1.0)))
    return CMAESState(np.array([grown]), covariance, sigma_path, covariance_path, np.array([generation]))
