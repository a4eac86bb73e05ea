"""SOAP: Adam in the eigenbasis of Shampoo's preconditioner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import numpy as np

from engine.curvature import spectrum
from engine.eigenbasis import into, out_of, outer
from engine.hyperparameters import choice, number
from engine.optimizer import Optimizer

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


class SOAPState(NamedTuple):
    """Adam's averages, the second one in the eigenbasis, and the average that has that basis."""

    first_moment: Array
    second_moment: Array
    statistics: Array


@dataclass(frozen=True)
class SOAP(Optimizer):
    """Adam in a turning basis (Vyas et al. 2024, algorithm 3 for a matrix of one row, a new basis at every step).

    G ← β3 G + (1 − β3) g gᵀ,  Q = eigenvectors of G
    m ← β1 m + (1 − β1) g,     v ← β2 v + (1 − β2) (Qᵀ g)²
    θ ← θ − η Q (Qᵀ m̂ / (√v̂ + ε)),  m̂ = m / (1 − β1ᵗ),  v̂ = v / (1 − β2ᵗ)

    current   Q knows this step's gradient; t = iteration + 1
    previous  Q is that of the step before, as in the authors' code, whose first step therefore only looks and does not
              move; t = iteration

    Q comes from an exact eigendecomposition with ascending eigenvalues, where the authors take one round of power
    iteration every few steps. ε stands where PyTorch's Adam has it.
    """

    name = "soap"
    title = "SOAP"
    family = "adaptive"
    formula = "G ← EMA(g gᵀ) = QΛQᵀ;  m ← EMA(g);  v ← EMA((Qᵀg)²);  θ ← θ − η Q (Qᵀm̂ / (√v̂ + ε))"
    summary = (
        "Adam along the directions in which gradients vary, in place of the axes: a valley that lies across them costs "
        "nothing extra. Made for matrices; here the basis is that of a single vector of parameters."
    )
    source = "Vyas et al. 2024, algorithm 3; nikhilvyas/SOAP"
    aliases: ClassVar[dict[str, str]] = {"b1": "beta1", "b2": "beta2"}
    symbols: ClassVar[dict[str, str]] = {"statistics": "G"}

    learning_rate: float = number(0.003, 1e-4, 1.0, "The typical length of a step along each direction.", scale="log")
    beta1: float = number(0.95, 0.0, 0.999, "How slowly old gradients fade (momentum).", scale="one-minus", below=1.0)
    beta2: float = number(0.95, 0.5, 0.9999, "How slowly old squares fade (braking).", scale="one-minus", below=1.0)
    shampoo_beta: float = number(0.95, 0.0, 0.9999, "How slowly the basis turns.", scale="one-minus", below=1.0)
    eps: float = number(1e-8, 1e-16, 1e-2, "Keeps the division finite on flat ground.", scale="log")
    basis: str = choice(("current", "previous"), "Whether the basis knows this step's gradient.")

    def init(self, params: Array) -> SOAPState:
        """Return averages of zero."""
        zero = np.zeros_like(params)
        return SOAPState(zero, zero, np.zeros((*params.shape, params.shape[-1])))

    def step(
        self, params: Array, oracle: Oracle, state: SOAPState, learning_rate: float, iteration: int
    ) -> tuple[Array, SOAPState]:
        """Return (params, state) after one step."""
        with np.errstate(all="ignore"):
            gradient = oracle.gradient(params)
            oracle.note("g", gradient, r"\nabla f(\theta)")
            statistics = self.shampoo_beta * state.statistics + (1.0 - self.shampoo_beta) * outer(gradient)
            oracle.note("G", statistics, r"<\beta_3> \, <G> + (1 - <\beta_3>) \, <g> <g>^\top", arrow="adapted")
            if self.basis == "current":
                basis, t = spectrum(statistics)[1], iteration + 1
            elif iteration == 0:
                oracle.note(r"\Delta\theta", np.zeros_like(params), "0")
                return params, state._replace(statistics=statistics)
            else:
                basis, t = spectrum(state.statistics)[1], iteration
            oracle.note("Q", basis, r"\operatorname{eigenvectors}(G)", arrow="adapted")
            direction, first, second, divisor = self._turned(gradient, basis, state, t, oracle)
            oracle.adapts(lambda slope: -learning_rate * out_of(basis, into(basis, slope) / divisor))
            oracle.note(r"\Delta\theta", lambda: -learning_rate * direction, r"-<\eta> \, <p>")
        return params - learning_rate * direction, SOAPState(first, second, statistics)

    def _turned(
        self, gradient: Array, basis: Array, state: SOAPState, t: int, oracle: Oracle
    ) -> tuple[Array, Array, Array, Array]:
        """Return Adam's direction, found in the basis and turned back, both averages, and the divisor in the basis."""
        first = self.beta1 * state.first_moment + (1.0 - self.beta1) * gradient
        oracle.note("m", first, r"<\beta_1> \, <m> + (1 - <\beta_1>) \, <g>", arrow="memory")
        second = self.beta2 * state.second_moment + (1.0 - self.beta2) * into(basis, gradient) ** 2
        oracle.note("t", t)
        oracle.note("v", state.second_moment[..., None], arrow="adapted")  # in the basis: a matrix of one column
        rule = r"<\beta_2> \, <v> + (1 - <\beta_2>) \, (<Q>^\top <g>)^2"
        oracle.note("v", second[..., None], rule, arrow="adapted")
        divisor = np.sqrt(second / (1.0 - self.beta2**t)) + self.eps
        rule = r"\sqrt{\frac{<v>}{1 - <\beta_2>^{<t>}}} + <\varepsilon>"
        oracle.note("d", divisor[..., None], rule, arrow="adapted")
        inside = into(basis, first) / (1.0 - self.beta1**t) / divisor
        rule = r"\frac{<Q>^\top <m>}{(1 - <\beta_1>^{<t>}) \, <d>}"
        oracle.note("u", inside[..., None], rule, arrow="update")
        direction = out_of(basis, inside)
        oracle.note("p", direction, r"<Q> \, <u>", arrow="update")
        return direction, first, second, divisor
