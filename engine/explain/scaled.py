"""What a step's scaling makes of the slope alone, of one rule and of several that make one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces import Array


@dataclass(frozen=True)
class Scaled:
    """What a rule's scaling makes of the slope alone, before memory, decay and limits change it.

    Attributes
    ----------
    step : array, shape (dim,)
        −P g.
    rates : array, shape (dim,), or None
        Where P is one number for each axis, these numbers.
    is_scaling : bool
        Whether P is more than the learning rate.
    """

    step: Array
    rates: Array | None
    is_scaling: bool


def combined(parts: Sequence[Scaled], dim: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return (adapted step, rates) of a step that is made of these, one after another.

    What parts of other coordinates do stands one behind another, what parts of the same ones do is added up. Both are
    empty where nothing is scaled or not all of it is known.
    """
    scales = any(part.is_scaling for part in parts)
    rates = [part.rates for part in parts if part.rates is not None]
    return (
        _summed([part.step for part in parts], dim) if scales else (),
        _summed(rates, dim) if len(rates) == len(parts) else (),
    )


def _summed(vectors: Sequence[Array], dim: int) -> tuple[float, ...]:
    numbers = [entry for vector in vectors for entry in vector.tolist()]
    if not numbers or len(numbers) % dim:
        return ()
    return tuple(sum(numbers[axis::dim]) for axis in range(dim))
