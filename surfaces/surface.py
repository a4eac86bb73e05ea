"""What a surface is: the protocol, its declared facts and the plain data that names one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
Bounds = tuple[float, float, float, float]
"""x0, x1, y0, y1 with x0 < x1 and y0 < y1."""


class SurfaceError(ValueError):
    """A user's mistake about a surface (unknown name, parameter, bad bounds), in one clear sentence."""


@dataclass(frozen=True)
class CriticalPoint:
    """A point where the gradient vanishes.

    ``kind`` is ``"minimum"``, ``"saddle"``, ``"maximum"`` or ``"degenerate"`` (the Hessian does not decide).
    """

    params: tuple[float, ...]
    value: float
    kind: str


@dataclass(frozen=True)
class SurfaceSpec:
    """Plain data from which a surface is rebuilt: what sessions, scenarios and undo hold.

    Parameters
    ----------
    name
        Key in the catalogue, or ``""`` for a typed formula.
    formula
        The typed text; only when ``name`` is empty.
    parameters
        ``(name, value)`` pairs sorted by name; those equal to the row's defaults may be left out.
    bounds
        ``None`` stands for the row's own bounds, or (-5, 5, -5, 5) for a formula.
    """

    name: str = ""
    formula: str = ""
    parameters: tuple[tuple[str, float], ...] = ()
    bounds: Bounds | None = None


@runtime_checkable
class Surface(Protocol):
    """A loss over ``dim`` parameters with exact derivatives, broadcasting over leading axes (the lanes)."""

    @property
    def dim(self) -> int:
        """Number of parameters."""

    @property
    def bounds(self) -> Bounds:
        """The part of the plane worth showing."""

    @property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """Known minima, lowest first."""

    @property
    def saddles(self) -> tuple[CriticalPoint, ...]:
        """Known saddles, degenerate ones included."""

    def __hash__(self) -> int:
        """Surfaces key the caches of what is computed once per surface."""

    def value(self, params: Array) -> Array:
        """Losses of shape ``(...)`` for params of shape ``(..., dim)``."""

    def gradient(self, params: Array) -> Array:
        """Gradients of shape ``(..., dim)`` for params of shape ``(..., dim)``."""

    def hessian(self, params: Array) -> Array:
        """Hessians of shape ``(..., dim, dim)`` for params of shape ``(..., dim)``."""

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient of one point on Python floats; arithmetic gives nan or inf, never an error."""
