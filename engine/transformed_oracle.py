"""Oracles that stand before another one: what a composite shows to its parts."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.oracle import Oracle

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from engine.optimizer import Elementwise
    from engine.oracle import Part
    from surfaces import Array


class TransformedOracle(Oracle):
    """Passes every question on; a subclass changes some of the answers. Evaluations are counted once, by the first."""

    def __init__(self, behind: Oracle) -> None:
        self._behind = behind
        self.evaluations = behind.evaluations

    def generator(self, iteration: int) -> np.random.Generator:
        """Return the generator of the oracle behind."""
        return self._behind.generator(iteration)

    def note(self, symbol: str, value: Any, formula: str = "", arrow: str = "") -> None:
        """Pass a term of the step on."""
        self._behind.note(symbol, value, formula, arrow)

    def for_part(self, part: Part, seen: Oracle | None = None, axes: tuple[int, ...] = ()) -> Oracle:
        """Return what a part asks: this oracle, or one before it, as the oracle behind would have it."""
        return self._behind.for_part(part, seen or self, axes)

    def adapts(self, scaling: Callable[[Array], Array]) -> None:
        """Pass on what the step's scaling makes of a slope."""
        self._behind.adapts(scaling)

    def applied(
        self, rule: Elementwise, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Let the oracle behind apply an elementwise rule: it may be the one that explains it."""
        return self._behind.applied(rule, params, gradient, state, learning_rate, iteration)

    def lane(self, index: int) -> Self:
        """Return the same before one lane of the oracle behind."""
        one = copy.copy(self)
        one._behind = self._behind.lane(index)
        return one

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...)."""
        return self._behind.value(params)

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim)."""
        return self._behind.gradient(params)

    def hessian(self, params: Array) -> Array:
        """Return the Hessian, shape (..., dim, dim)."""
        return self._behind.hessian(params)


class LaterOracle(TransformedOracle):
    """For a part that began late and counts from its own 0: its random numbers are those of the run's iteration."""

    def __init__(self, behind: Oracle, began: int) -> None:
        super().__init__(behind)
        self._began = began

    def generator(self, iteration: int) -> np.random.Generator:
        """Return the generator of the run's iteration."""
        return self._behind.generator(self._began + iteration)


class SharedOracle(TransformedOracle):
    """For parts that step from the same point: the gradient there is evaluated once for all of them."""

    def __init__(self, behind: Oracle, params: Array) -> None:
        super().__init__(behind)
        self._params = params
        self._gradient: Array | None = None

    def lane(self, index: int) -> Self:
        """Return the same for one lane."""
        one = super().lane(index)
        one._params = self._params.reshape(-1, self._params.shape[-1])[index]
        one._gradient = None if self._gradient is None else self._gradient.reshape(-1, one._params.size)[index]
        return one

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim)."""
        if not np.array_equal(params, self._params):
            return super().gradient(params)
        if self._gradient is None:
            self._gradient = super().gradient(params)
        return self._gradient


class CoordinatesOracle(TransformedOracle):
    """For a part that moves some coordinates: the surface along them, the others held where the step begins.

    Parameters
    ----------
    behind : Oracle
        Of all coordinates.
    params : array, shape (..., dim)
        Where the step begins.
    first, end : int
        The part's coordinates are ``params[..., first:end]``.
    """

    def __init__(self, behind: Oracle, params: Array, first: int, end: int) -> None:
        super().__init__(behind)
        self._params = params
        self._place = slice(first, end)

    def generator(self, iteration: int) -> np.random.Generator:
        """Return a generator for these coordinates alone."""
        own = self._behind.generator(iteration)
        return own.spawn(1)[0] if self._place.start else own

    def for_part(self, part: Part, seen: Oracle | None = None, axes: tuple[int, ...] = ()) -> Oracle:
        """Return what a part of these coordinates asks."""
        first = self._place.start
        own = tuple(first + axis for axis in axes or range(self._place.stop - first))
        return super().for_part(part, seen, own)

    def lane(self, index: int) -> Self:
        """Return the same for one lane."""
        one = super().lane(index)
        one._params = self._params.reshape(-1, self._params.shape[-1])[index]
        return one

    def value(self, params: Array) -> Array:
        """Return the loss with these coordinates at params, shape (...)."""
        return super().value(self._whole(params))

    def gradient(self, params: Array) -> Array:
        """Return the derivatives by these coordinates."""
        return super().gradient(self._whole(params))[..., self._place]

    def hessian(self, params: Array) -> Array:
        """Return the second derivatives by these coordinates."""
        return super().hessian(self._whole(params))[..., self._place, self._place]

    def _whole(self, params: Array) -> Array:
        """Return all coordinates, these at params; params may have more leading axes than the step has."""
        whole = np.array(np.broadcast_to(self._params, (*params.shape[:-1], self._params.shape[-1])))
        whole[..., self._place] = params
        return whole
