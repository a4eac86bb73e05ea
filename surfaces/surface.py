"""What a surface is: the protocol, its declared facts and the plain data that names one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from surfaces.data.spec import DataSpec

Array = npt.NDArray[np.float64]
Indices = npt.NDArray[np.int64]
Bounds = tuple[float, float, float, float]
"""x0, x1, y0, y1 with x0 < x1 and y0 < y1."""


class SurfaceError(ValueError):
    """A user's mistake about a surface (unknown name, parameter, bad bounds), in one clear sentence."""


@dataclass(frozen=True)
class CriticalPoint:
    """A point where the gradient vanishes, or (not ``smooth``) an extremum at which there is none: a kink or cusp.

    ``kind`` is ``"minimum"``, ``"saddle"``, ``"maximum"`` or ``"degenerate"`` (the Hessian does not decide).
    """

    params: tuple[float, ...]
    value: float
    kind: str
    smooth: bool = True


@dataclass(frozen=True)
class Feature:
    """One sculpted term of a surface; every kind is described by the same numbers.

    Parameters
    ----------
    kind
        Key of :data:`surfaces.terrain.FEATURES`; the kind gives the sign of ``height``.
    x, y
        Its centre.
    height
        How far it raises or lowers the ground.
    width, length
        Half-widths along its own two axes, above 0.
    angle
        How far these axes are turned, in degrees counter-clockwise.
    """

    kind: str
    x: float
    y: float
    height: float
    width: float
    length: float
    angle: float = 0.0


@dataclass(frozen=True)
class HeightMap:
    """A regular grid of heights as it was imported.

    ``data`` holds ``rows * columns`` little-endian float64 numbers, the first row at the lowest y: bytes, because
    they hash and compare at once. ``extent`` is where the outermost points lie; ``None`` stands for square cells
    with the longer side from −5 to 5.
    """

    title: str
    columns: int
    rows: int
    data: bytes
    extent: Bounds | None = None


@dataclass(frozen=True)
class BagSpec:
    """A bag of samples over an analytic surface: f_i(p) = f(p) + c_i·p, where the c_i sum to zero.

    ``tilt`` is the standard deviation of the c_i, drawn from ``seed``; the mean over all samples is f itself.
    """

    samples: int = 256
    tilt: float = 1.0
    seed: int = 0


@dataclass(frozen=True)
class SurfaceSpec:
    """Plain data from which a surface is rebuilt: what sessions, scenarios and undo hold.

    The base is exactly one of ``name``, ``formula`` and ``heights``.

    Parameters
    ----------
    name
        Key in the catalogue.
    formula
        The typed text.
    heights
        An imported grid.
    parameters
        ``(name, value)`` pairs sorted by name; those equal to the row's defaults may be left out.
    bounds
        ``None`` stands for the row's own bounds, or those chosen by :mod:`surfaces.framing` for a formula.
    dim
        Number of parameters of the loss; above 2 only on rows that have an n-dimensional version.
    features
        Sculpted on top of a base that is a formula.
    data
        The samples of a row made of data; ``None`` stands for the row's own.
    bag
        Makes samples out of an analytic surface.
    """

    name: str = ""
    formula: str = ""
    heights: HeightMap | None = None
    parameters: tuple[tuple[str, float], ...] = ()
    bounds: Bounds | None = None
    dim: int = 2
    features: tuple[Feature, ...] = ()
    data: DataSpec | None = None
    bag: BagSpec | None = None


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

    @property
    def maxima(self) -> tuple[CriticalPoint, ...]:
        """Known maxima."""

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


@runtime_checkable
class SampledSurface(Surface, Protocol):
    """A mean of per-sample losses: where stochastic gradients come from.

    ``indices`` names the drawn samples: shape ``(B,)`` for all lanes, or ``(..., B)`` with a draw for each lane.
    """

    @property
    def samples(self) -> int:
        """Number of samples N."""

    def sample_value(self, params: Array, indices: Indices) -> Array:
        """Mean loss over the drawn samples, shape ``(...)``."""

    def sample_gradient(self, params: Array, indices: Indices) -> Array:
        """Mean gradient over the drawn samples, shape ``(..., dim)``."""

    def sample_hessian(self, params: Array, indices: Indices) -> Array:
        """Mean Hessian over the drawn samples, shape ``(..., dim, dim)``."""

    def sample_gradient_at(
        self, point: tuple[float, ...], indices: Indices, gradient: tuple[float, ...]
    ) -> tuple[float, ...]:
        """Mean gradient over the drawn samples, shape ``(B,)``, at one point on Python floats.

        ``gradient`` is the surface's own at the point, for surfaces that need only add to it.
        """
