"""Loss and gradient of many points at once, written where they are wanted.

Lanes are kept coordinate by coordinate, shape ``(dim, lanes)``: what is done to all of them runs over contiguous
memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces.formula import CompiledFormula
    from surfaces.surface import Array, Surface


class LaneMeasure(Protocol):
    """Works out gradients of lanes, and losses as far as there is something to see in them.

    NaN and infinity are no errors. Each has memory of its own, so a thread needs its own.
    """

    def __call__(self, params: Array, gradient: Array) -> Array | None:
        """Overwrite `gradient`, both of shape ``(dim, lanes)``; return the losses, ``None`` where none can fail.

        The losses are good until the next call.
        """

    def stay_within(self, limits: Sequence[tuple[float, float]]) -> None:
        """Take a promise about every coordinate, to leave out what is known to be finite then."""


@runtime_checkable
class MeasuresLanes(Protocol):
    """A surface that has a faster way than its arrays of points."""

    def lane_measure(self) -> LaneMeasure:
        """Return a new one."""


def lane_measure(surface: Surface) -> LaneMeasure:
    """Return what measures lanes of a surface."""
    return surface.lane_measure() if isinstance(surface, MeasuresLanes) else _PointMeasure(surface)


class FormulaMeasure:
    """Runs the code of a formula in arrays that are kept from one call to the next.

    Parameters
    ----------
    formula
        The formula.
    values
        Its parameters.
    """

    def __init__(self, formula: CompiledFormula, values: Sequence[float]) -> None:
        self._formula = formula
        self._values = [np.float64(value) for value in values]  # dividing Python floats by zero raises
        self._never_fails = False
        self._arrays: list[Array] = []

    def __call__(self, params: Array, gradient: Array) -> Array | None:
        """Overwrite `gradient`; return the losses unless they are known to be finite."""
        lanes, formula = params.shape[1], self._formula
        function = formula.lane_gradient if self._never_fails else formula.lane_value_and_gradient
        wanted = function.spares + (not self._never_fails)
        if len(self._arrays) != wanted or (wanted and len(self._arrays[0]) != lanes):
            self._arrays = [np.empty(lanes) for _ in range(wanted)]
        arrays = self._arrays
        with np.errstate(all="ignore"):
            if self._never_fails:
                function.call(*params, *self._values, *gradient, *arrays)
                return None
            function.call(*params, *self._values, arrays[0], *gradient, *arrays[1:])
        return arrays[0]

    def stay_within(self, limits: Sequence[tuple[float, float]]) -> None:
        """Leave the losses out if the graph tells that they are finite within the limits."""
        self._never_fails = self._formula.is_surely_finite(limits, self._values)


class _PointMeasure:
    """Asks a surface as everybody does."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface

    def __call__(self, params: Array, gradient: Array) -> Array:
        """Overwrite `gradient`; return the losses."""
        gradient[...] = self._surface.gradient(params.T).T
        return self._surface.value(params.T)

    def stay_within(self, limits: Sequence[tuple[float, float]]) -> None:
        """Nothing is known of what is not a formula."""
