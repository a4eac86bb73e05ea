"""An oracle that listens: it answers like another one, and keeps what was asked, noted and worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.notes import noted
from engine.explain.rule import terms_of, trace
from engine.explain.term import Term
from engine.explain.traced import plain
from engine.oracle import Oracle

if TYPE_CHECKING:
    from engine.optimizer import Elementwise
    from surfaces import Array


@dataclass(frozen=True)
class Asked:
    """One question to the surface: ``"value"``, ``"gradient"`` or ``"hessian"`` at a point, and the answer."""

    what: str
    params: tuple[float, ...]
    answer: tuple[float, ...]


class Listener(Oracle):
    """Stands between a step and the oracle it would ask."""

    def __init__(self, oracle: Oracle, known: dict[str, Term]) -> None:
        self._oracle = oracle
        self.evaluations = oracle.evaluations
        self.terms: list[Term] = []
        self.asked: list[Asked] = []
        self._known = dict(known)

    def generator(self, iteration: int) -> np.random.Generator:
        """Return what the oracle would draw from."""
        return self._oracle.generator(iteration)

    def value(self, params: Array) -> Array:
        """Return the loss and keep question and answer."""
        return self._kept("value", params, self._oracle.value(params))

    def gradient(self, params: Array) -> Array:
        """Return the gradient and keep question and answer."""
        return self._kept("gradient", params, self._oracle.gradient(params))

    def hessian(self, params: Array) -> Array:
        """Return the Hessian and keep question and answer."""
        return self._kept("hessian", params, self._oracle.hessian(params))

    def note(self, symbol: str, value: Any, formula: str = "") -> None:
        """Keep a term that the step names by itself."""
        self._keep(noted(symbol, value, formula, self._known))

    def applied(
        self, rule: Elementwise, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Trace an elementwise rule and keep its terms."""
        step = trace(rule, params, gradient, state, learning_rate, iteration)
        slope = tuple(float(entry) for entry in gradient)
        if "g" not in self._known or self._known["g"].values != slope:  # a composite may have said how it came about
            self._keep(Term("g", "gradient", slope, np.shape(gradient), r"\nabla f(\theta)"))
        for term in terms_of(step):
            self._keep(term)
        after = type(state)(*(plain(value) for value in step.state))
        return plain(step.params), after

    def _kept(self, what: str, params: Array, answer: Array) -> Array:
        point = tuple(float(value) for value in params)
        self.asked.append(Asked(what, point, tuple(float(value) for value in np.ravel(answer))))
        return answer

    def _keep(self, term: Term) -> None:
        self.terms.append(term)
        self._known[term.symbol] = term
