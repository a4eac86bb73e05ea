"""A surface made of data: the mean of per-sample losses, of all samples or of any that are drawn."""

from __future__ import annotations

import math
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from surfaces.catalogue import surface_row
from surfaces.data.columns import batch_normalised, prepared_columns
from surfaces.data.facts import at_declared, framed, near_declared
from surfaces.data.models import data_model
from surfaces.data.sample_loss import sample_loss
from surfaces.spline import interpolating_spline
from surfaces.surface import SurfaceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces.data.spec import DataSpec
    from surfaces.surface import Array, Bounds, CriticalPoint, Indices, SurfaceSpec

MOST_ON_GRID = 8_000_000
"""Sample losses worked out for a picture, a fifth of a second's work: 400 × 400 points of 50 samples."""
COARSEST = 64
"""Points along one side that are worked out however many samples there are."""


class DataSurface:
    """The mean loss of a model over its samples, with exact derivatives for all of them and for any subset.

    f(p) = (1/N) Σᵢ fᵢ(p), each fᵢ the model's formula with sample i's numbers in it and the penalties
    l1 Σ|wⱼ| + l2/2 Σwⱼ² added; where an L1 penalty has its kink the slope 0 is taken. The mean of the gradients of
    all samples is the gradient of the surface. The one exception is batch normalisation: there the drawn samples
    share a mean and a variance, so a batch's loss is not the mean of its samples' losses, and a single sample,
    normalised to 0, says nothing about the weight.

    Parameters
    ----------
    spec
        Names a row made of data; its ``data`` stands in for the row's own.

    Raises
    ------
    SurfaceError
        When the data do not fit the row's model.
    """

    def __init__(self, spec: SurfaceSpec) -> None:
        row = surface_row(spec.name)
        if row.data is None:
            raise SurfaceError(f"The surface “{spec.name}” is not made of data.")
        if spec.parameters:
            raise SurfaceError(f"The surface {spec.name} has no parameter “{spec.parameters[0][0]}”; it has none.")
        if spec.dim != len(row.variables):
            raise SurfaceError(f"The surface {spec.name} has {len(row.variables)} parameters, not {spec.dim}.")
        self.spec = spec
        self.data: DataSpec = spec.data or row.data
        self.model = data_model(spec.name)
        self._frame = row.bounds
        self._start = row.start
        self._declared = row.minima + row.saddles + row.maxima
        self._columns = prepared_columns(self.model, self.data)
        self._whole = self._drawn(self._columns)
        self._strengths = (self.data.l1, self.data.l2)
        text = self.model.text(self.data.loss, *self._strengths)
        self._loss = sample_loss(text, self.model.variables, self.model.columns)

    @property
    def dim(self) -> int:
        """Number of weights."""
        return len(self.model.variables)

    @cached_property
    def bounds(self) -> Bounds:
        """Those asked for, or the row's; of data whose minimum lies elsewhere, bounds around it and the row's start."""
        if self.spec.bounds is not None:
            return self.spec.bounds
        if self.spec.data is None:
            return self._frame
        # One polished point settles it nearly always; the search for all of them can wait until they are asked for.
        near = at_declared(self, self._declared[:1])
        if near and framed(self._frame, near[0].params, self._start) == self._frame:
            return self._frame
        return framed(self._frame, self.minima[0].params, self._start) if self.minima else self._frame

    @property
    def samples(self) -> int:
        """Number of samples N."""
        return len(self._columns[0])

    @property
    def minima(self) -> tuple[CriticalPoint, ...]:
        """Known minima, lowest first."""
        return tuple(point for point in self._facts if point.kind == "minimum")

    @property
    def saddles(self) -> tuple[CriticalPoint, ...]:
        """Known saddles, degenerate ones included."""
        return tuple(point for point in self._facts if point.kind in ("saddle", "degenerate"))

    @property
    def maxima(self) -> tuple[CriticalPoint, ...]:
        """Known maxima."""
        return tuple(point for point in self._facts if point.kind == "maximum")

    def value(self, params: Array) -> Array:
        """Mean losses of shape ``(...)``."""
        return self._mean("value", params, self._whole)[..., 0]

    def gradient(self, params: Array) -> Array:
        """Gradients of shape ``(..., 2)``."""
        return self._mean("gradient", params, self._whole)

    def hessian(self, params: Array) -> Array:
        """Hessians of shape ``(..., 2, 2)``."""
        return _matrices(self._mean("hessian", params, self._whole))

    def derivatives(self, params: Array) -> tuple[Array, Array]:
        """Gradients and Hessians, which cost less together."""
        means = self._mean("derivatives", params, self._whole)
        return means[..., : self.dim], _matrices(means[..., self.dim :])

    def value_on_grid(self, x: Array, y: Array) -> Array:
        """Losses of shape ``(y.size, x.size)`` on the grid of two axes.

        A quadratic loss needs no samples for it. Another one with more than 8 million sample losses to work out is
        interpolated by a bicubic spline through as many: invisible in a picture, seconds instead of minutes.
        """
        if self.model.quadratic and not self.data.l1:
            return self._quadratic_on_grid(x, y)
        finest = max(COARSEST, math.isqrt(MOST_ON_GRID // self.samples))
        if x.size * y.size <= finest**2:
            return self.value(np.stack(np.meshgrid(x, y), axis=-1))
        columns, rows = np.linspace(x[0], x[-1], finest), np.linspace(y[0], y[-1], finest)
        spline = interpolating_spline(self.value(np.stack(np.meshgrid(columns, rows), axis=-1)))
        u, v = ((axis - axis[0]) * ((finest - 1) / (axis[-1] - axis[0])) for axis in (x, y))
        losses: Array = np.maximum(spline.value_on_grid(u, v), 0.0)
        return losses

    def _quadratic_on_grid(self, x: Array, y: Array) -> Array:
        # Around the minimum all terms are of one sign, so nothing cancels.
        centre = np.array(self.minima[0].params if self.minima else (0.0, 0.0))
        (slope_x, slope_y), ((a, b), (_, c)) = self.gradient(centre), self.hessian(centre)
        dx, dy = x - centre[0], (y - centre[1])[:, None]
        along, across = (0.5 * a * dx + slope_x) * dx, (0.5 * c * dy + slope_y) * dy
        losses: Array = np.maximum(self.value(centre) + along + across + (b * dx) * dy, 0.0)
        return losses

    def kinks_on_grid(self, x: Array, y: Array) -> Array:
        """Switching expressions of shape ``(k, y.size, x.size)``, zero at the kinks of penalty and samples.

        Those of an L1 penalty are the weights themselves; of a ReLU's samples, which are many, see
        :meth:`surfaces.data.sample_loss.SampleLoss.kinks_on_grid`.
        """
        return self._loss.kinks_on_grid(x, y, self._whole, self._strengths)

    def thinned(self, most: int) -> DataSurface:
        """The same model over at most ``most`` of the samples, evenly taken: for what need only be typical of it."""
        if self.samples <= most:
            return self
        few = copy(self)
        few._columns = tuple(column[:: -(-self.samples // most)] for column in self._columns)
        few._whole = few._drawn(few._columns)
        return few

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient of one point on Python floats; inf or nan where NumPy gives them."""
        return self._loss.value_and_gradient(point, self._whole, self._strengths)

    def sample_value(self, params: Array, indices: Indices) -> Array:
        """Mean loss over the drawn samples, shape ``(...)``."""
        return self._of_samples("value", params, indices)[..., 0]

    def sample_gradient(self, params: Array, indices: Indices) -> Array:
        """Mean gradient over the drawn samples, shape ``(..., 2)``."""
        return self._of_samples("gradient", params, indices)

    def sample_hessian(self, params: Array, indices: Indices) -> Array:
        """Mean Hessian over the drawn samples, shape ``(..., 2, 2)``."""
        return _matrices(self._of_samples("hessian", params, indices))

    def sample_gradient_at(
        self, point: tuple[float, ...], indices: Indices, gradient: tuple[float, ...]
    ) -> tuple[float, ...]:
        """Mean gradient over the drawn samples, shape ``(B,)``, at one point on Python floats.

        ``gradient`` is the surface's own there, which a model of data cannot make use of.
        """
        drawn = self._drawn([column[indices] for column in self._columns])
        return self._loss.value_and_gradient(point, drawn, self._strengths)[1]

    def _drawn(self, columns: Sequence[Array]) -> list[Array]:
        """The columns of drawn samples as the loss sees them."""
        if not self.data.batch_norm:
            return list(columns)
        inputs = len(self.model.inputs)
        return [*map(batch_normalised, columns[:inputs]), *columns[inputs:]]

    def _of_samples(self, what: str, params: Array, indices: Indices) -> Array:
        params, indices = np.asarray(params, dtype=np.float64), np.asarray(indices)
        if indices.ndim > 1:
            lanes = np.broadcast_shapes(params.shape[:-1], indices.shape[:-1])
            params = np.broadcast_to(params, (*lanes, self.dim))
            indices = np.broadcast_to(indices, (*lanes, indices.shape[-1])).reshape(-1, indices.shape[-1])
        return self._mean(what, params, self._drawn([column[indices] for column in self._columns]))

    def _mean(self, what: str, params: Array, columns: Sequence[Array]) -> Array:
        params = np.asarray(params, dtype=np.float64)
        means = self._loss.mean(what, params.reshape(-1, self.dim), columns, self._strengths)
        return means.reshape(*params.shape[:-1], means.shape[-1])

    @cached_property
    def _facts(self) -> tuple[CriticalPoint, ...]:
        if self.spec.data is None:
            return at_declared(self, self._declared)
        return near_declared(self, self._declared, self._frame)


def _matrices(entries: Array) -> Array:
    """Symmetric 2×2 matrices from their three entries."""
    return entries[..., [0, 1, 1, 2]].reshape(*entries.shape[:-1], 2, 2)
