"""An oracle that listens: it answers like another one, and keeps what was asked, noted and worked out."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.known import known_terms
from engine.explain.notes import noted
from engine.explain.rule import terms_of, trace
from engine.explain.scaled import Scaled
from engine.explain.term import Term
from engine.recording_oracle import RecordingOracle
from engine.tape import NotTapeableError
from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Elementwise
    from engine.oracle import Oracle, Part
    from surfaces import Array


class Listener(RecordingOracle):
    """Stands between a step and the oracle it would ask."""

    def __init__(self, behind: Oracle, known: dict[str, Term], *, written: bool = True) -> None:
        super().__init__(behind)
        self._written = written
        self.terms: list[Term] = []
        self.scaled: list[Scaled] = []
        self._known = dict(known)

    def note(self, symbol: str, value: Any, formula: str = "", arrow: str = "") -> None:
        """Keep a term that the step names by itself."""
        self._keep(noted(symbol, value, formula if self._written else "", self._known, arrow))

    def take(self, term: Term) -> None:
        """Keep a term that a part names by itself; of those only the gradient is known to others."""
        if term.values:  # a part may have no parameter
            self.terms.append(term)
        if term.symbol == "g":
            self._known["g"] = term

    def for_part(self, part: Part, seen: Oracle | None = None, axes: tuple[int, ...] = ()) -> Oracle:
        """Return an oracle that knows the part's settings and its state."""
        known = known_terms(part.optimizer, part.learning_rate, part.state, part.params) if self._written else {}
        return PartListener(seen or self, self, ChainMap(known, self._known), axes, written=self._written)

    def adapts(self, scaling: Callable[[Array], Array]) -> None:
        """Keep what the scaling makes of the gradient that was noted last, and of each axis where it has a divisor."""
        slope = self._known["g"].array
        divides = any(term.role == "divisor" and term.shape == slope.shape for term in self.terms)
        with np.errstate(all="ignore"):
            rates = -scaling(np.ones_like(slope)) if divides else None
            self.scaled.append(Scaled(scaling(slope), rates, True))

    def applied(
        self, rule: Elementwise, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Run an elementwise rule's tape and keep its terms; a rule that no tape can record has its gradient only."""
        slope = tuple(float(entry) for entry in gradient)
        if "g" not in self._known or self._known["g"].values != slope:  # a composite may have said how it came about
            self._keep(Term("g", "gradient", slope, np.shape(gradient), r"\nabla f(\theta)", arrow="slope"))
        try:
            step = trace(rule, params, gradient, state, learning_rate, iteration)
        except NotTapeableError:
            return super().applied(rule, params, gradient, state, learning_rate, iteration)
        for term in terms_of(step, written=self._written):
            self._keep(term)
        self.scaled.append(step.scaled(gradient))
        return np.asarray(step.params.value), type(state)(*(np.asarray(value.value) for value in step.state))

    def _keep(self, term: Term) -> None:
        if term.values:
            self.terms.append(term)
        self._known[term.symbol] = term


class PartListener(TransformedOracle):
    """What a part of a composite asks: its notes speak of its own settings, its own state and what it named itself."""

    def __init__(
        self, behind: Oracle, listener: Listener, known: ChainMap[str, Term], axes: tuple[int, ...], *, written: bool
    ) -> None:
        super().__init__(behind)
        self._listener, self._known, self._axes, self._written = listener, known, axes, written

    def note(self, symbol: str, value: Any, formula: str = "", arrow: str = "") -> None:
        """Keep a term that the part names by itself; a gradient may have been told by whoever changed it."""
        term = noted(symbol, value, formula if self._written else "", self._known, arrow)
        told = self._known.parents.get(symbol)
        if symbol != "g" or told is None or told.values != term.values:
            self._listener.take(replace(term, axes=self._axes))
        self._known[symbol] = term

    def applied(
        self, rule: Elementwise, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Have the part's rule applied; its terms are of the part's coordinates."""
        terms = self._listener.terms
        first = len(terms)
        result = super().applied(rule, params, gradient, state, learning_rate, iteration)
        terms[first:] = [replace(term, axes=term.axes or self._axes) for term in terms[first:]]
        return result
