"""Formulas and minima for any number of dimensions, in the variables x1 … xn."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from surfaces.catalogue.row import minimum, names_nd, tip

if TYPE_CHECKING:
    from surfaces.surface import CriticalPoint

_DEEP, _DEEP_VALUE = -2.903534, -39.166166
_SHALLOW, _SHALLOW_VALUE = 2.746803, -25.029447
"""The two minima of (x⁴ − 16x² + 5x)/2."""
_ROSENBROCK_SIDE: tuple[tuple[float, ...], ...] = (
    (-0.775659, 0.613093, 0.382063, 0.145972, 3.701429),
    (-0.962051, 0.935739, 0.880714, 0.777878, 0.605094, 3.930839),
    (-0.986575, 0.983398, 0.972107, 0.947437, 0.898651, 0.807574, 3.973941),
    (-0.991723, 0.993555, 0.992173, 0.986899, 0.975165, 0.951432, 0.905223, 3.983601),
    (-0.992909, 0.995905, 0.996844, 0.996199, 0.99365, 0.98793, 0.976243, 0.95305, 3.985888),
    (-0.993194, 0.996468, 0.997967, 0.998441, 0.99813, 0.996878, 0.994058, 0.988268, 0.976673, 3.986443),
    (-0.993263, 0.996606, 0.998241, 0.998988, 0.999226, 0.999074, 0.998454, 0.997056, 0.994179, 0.988393, 3.986579),
)
"""The second minimum of Rosenbrock's function in 4, 5, … dimensions (Kok and Sandrock, 2009), the value last."""


def quadratic(dim: int) -> str:
    """½ Σ κ^((i−1)/(n−1)) xᵢ²: curvatures from 1 to κ in equal ratios."""
    shares = [index / (dim - 1) for index in range(dim)]
    terms = [f"condition^{share!r}*{name}^2" for share, name in zip(shares, names_nd(dim), strict=True)]
    return f"({' + '.join(terms)})/2"


def rosenbrock(dim: int) -> str:
    """Σ (1 − xᵢ)² + 100 (xᵢ₊₁ − xᵢ²)², the chained form."""
    names = names_nd(dim)
    return " + ".join(f"(1 - {a})^2 + 100*({b} - {a}^2)^2" for a, b in pairwise(names))


def rastrigin(dim: int) -> str:
    """10 n + Σ xᵢ² − 10 cos 2πxᵢ."""
    return f"{10 * dim} + " + " + ".join(f"{name}^2 - 10*cos(2*pi*{name})" for name in names_nd(dim))


def ackley(dim: int) -> str:
    """20 − 20 exp(−0.2 √(Σ xᵢ²/n)) + e − exp(Σ cos(2πxᵢ)/n)."""
    squares = " + ".join(f"{name}^2" for name in names_nd(dim))
    waves = " + ".join(f"cos(2*pi*{name})" for name in names_nd(dim))
    return f"20 - 20*exp(-0.2*sqrt(max(1e-300, ({squares})/{dim}))) + e - exp(({waves})/{dim})"


def styblinski_tang(dim: int) -> str:
    """½ Σ xᵢ⁴ − 16xᵢ² + 5xᵢ."""
    return f"({' + '.join(f'{name}^4 - 16*{name}^2 + 5*{name}' for name in names_nd(dim))})/2"


def origin(dim: int) -> tuple[CriticalPoint, ...]:
    """One minimum of value 0 at the origin."""
    return (minimum(*[0.0] * dim, 0.0),)


def tip_at_origin(dim: int) -> tuple[CriticalPoint, ...]:
    """One sharp minimum of value 0 at the origin."""
    return (tip(*[0.0] * dim, 0.0),)


def rosenbrock_minima(dim: int) -> tuple[CriticalPoint, ...]:
    """(1, …, 1), and from four dimensions on a second one near (−1, 1, …, 1)."""
    sides = [side for side in _ROSENBROCK_SIDE if len(side) == dim + 1]
    return (minimum(*[1.0] * dim, 0.0), *(minimum(*side) for side in sides))


def styblinski_tang_minima(dim: int) -> tuple[CriticalPoint, ...]:
    """The lowest of its 2ⁿ minima, and the n next to it: one coordinate in the shallower well."""
    minima = [minimum(*[_DEEP] * dim, dim * _DEEP_VALUE)]
    for index in range(dim):
        params = [_SHALLOW if axis == index else _DEEP for axis in range(dim)]
        minima.append(minimum(*params, (dim - 1) * _DEEP_VALUE + _SHALLOW_VALUE))
    return tuple(minima)
