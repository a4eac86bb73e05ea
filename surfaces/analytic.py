"""A surface given by a formula."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from surfaces.formula import CompiledFormula, Kink
    from surfaces.lanes import LaneMeasure
    from surfaces.surface import Array, Bounds, CriticalPoint, SurfaceSpec


@dataclass(frozen=True, eq=False)
class FormulaSurface:
    """A compiled formula at fixed parameter values, with its declared facts.

    Parameters
    ----------
    spec
        The plain data it was built from.
    formula
        The compiled text, shared by all parameter values.
    values
        Parameter values in the order of ``formula.parameters``.
    bounds
        The part of the plane worth showing.
    minima, saddles, maxima
        Known critical points to full precision, lowest first; degenerate points stand among the saddles.
    """

    spec: SurfaceSpec
    formula: CompiledFormula
    values: tuple[float, ...]
    bounds: Bounds
    minima: tuple[CriticalPoint, ...] = ()
    saddles: tuple[CriticalPoint, ...] = ()
    maxima: tuple[CriticalPoint, ...] = ()

    @property
    def dim(self) -> int:
        """Number of parameters of the loss."""
        return self.formula.dim

    def value(self, params: Array) -> Array:
        """Losses of shape ``(...)``."""
        return self.formula.value(params, self.values)

    def gradient(self, params: Array) -> Array:
        """Gradients of shape ``(..., dim)``."""
        return self.formula.gradient(params, self.values)

    def hessian(self, params: Array) -> Array:
        """Hessians of shape ``(..., dim, dim)``, symmetric."""
        return self.formula.hessian(params, self.values)

    def value_on_grid(self, x: Array, y: Array) -> Array:
        """Losses of shape ``(y.size, x.size)`` on the grid of two axes, faster than on the full mesh."""
        return self.formula.on_grid((x, y), self.values)

    def value_and_gradient_at(self, point: tuple[float, ...]) -> tuple[float, tuple[float, ...]]:
        """Loss and gradient of one point on Python floats; inf or nan where NumPy would give them."""
        return self.formula.value_and_gradient_at(point, self.values)

    def lane_measure(self) -> LaneMeasure:
        """What works out loss and gradient of lanes by the thousand, in arrays of its own."""
        from surfaces.lanes import FormulaMeasure  # one run does without

        return FormulaMeasure(self.formula, self.values)

    @property
    def kinks(self) -> tuple[Kink, ...]:
        """Every place where the loss or its derivative jumps, with the convention that holds there."""
        return self.formula.kinks

    def kinks_on_grid(self, x: Array, y: Array) -> Array:
        """Values of the kinks' switching expressions, shape ``(kinks, y.size, x.size)``; zero where they are."""
        return self.formula.kink_values_on_grid((x, y), self.values)
