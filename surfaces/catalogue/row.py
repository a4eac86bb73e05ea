"""What a row of the catalogue holds, and short words to declare critical points with."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import cycle, islice
from typing import TYPE_CHECKING

from surfaces.surface import Bounds, CriticalPoint, SurfaceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces.data.spec import DataSpec

SURVEY = "Jamil and Yang, A literature survey of benchmark functions (2013)"
MOST_DIMENSIONS = 10
"""Of rows that have an n-dimensional version."""


@dataclass(frozen=True)
class SurfaceParameter:
    """A number a row lets the user change; ``low`` and ``high`` are the slider's ends."""

    name: str
    default: float
    low: float
    high: float
    help: str


@dataclass(frozen=True)
class SurfaceRow:
    """One entry of the catalogue.

    Parameters
    ----------
    name
        Its key: lower case, with hyphens.
    title, group, teaches, source
        Plain English; translated where it is shown. ``group`` is one of :data:`surfaces.catalogue.GROUPS`.
    formula
        In the typed language; what describes a row made of data.
    bounds, start
        The part of the plane worth showing, and a start worth trying.
    more_starts
        Further starts worth trying.
    note
        What must be said about the formula: conventions where a derivative does not exist.
    levels
        The contour spacing that shows the surface best.
    parameters
        Numbers the user may change.
    minima, saddles, maxima
        Critical points at the default parameters, to five digits or more; degenerate points stand among the
        saddles.
    minima_count, saddles_count
        How many there are within ``bounds`` at the default parameters; ``None`` where they form a continuum.
    variables
        Names of the two parameters of the loss.
    data
        The samples of a row made of data.
    formula_nd, minima_nd
        The formula in x1 … xn and its minima for a number of dimensions, on rows that have such a version.
    """

    name: str
    title: str
    group: str
    formula: str
    bounds: Bounds
    start: tuple[float, float]
    teaches: str
    source: str
    note: str = ""
    levels: str = "log"
    more_starts: tuple[tuple[float, float], ...] = ()
    parameters: tuple[SurfaceParameter, ...] = ()
    minima: tuple[CriticalPoint, ...] = ()
    saddles: tuple[CriticalPoint, ...] = ()
    maxima: tuple[CriticalPoint, ...] = ()
    minima_count: int | None = None
    saddles_count: int | None = None
    variables: tuple[str, ...] = ("x", "y")
    data: DataSpec | None = None
    formula_nd: Callable[[int], str] | None = None
    minima_nd: Callable[[int], tuple[CriticalPoint, ...]] | None = None

    @property
    def most_dimensions(self) -> int:
        """Up to how many parameters of the loss there is a version of."""
        return MOST_DIMENSIONS if self.formula_nd else 2

    def in_dimensions(self, dim: int) -> SurfaceRow:
        """The row of the version with ``dim`` parameters: its formula, variables and minima.

        Raises
        ------
        SurfaceError
            When there is no such version.
        """
        if dim == 2:
            return self
        if self.formula_nd is None or self.minima_nd is None:
            raise SurfaceError(f"The surface {self.name} has two parameters, not {dim}; it has no larger version.")
        if not 2 <= dim <= MOST_DIMENSIONS:
            raise SurfaceError(f"The surface {self.name} comes with 2 to {MOST_DIMENSIONS} parameters, not {dim}.")
        return replace(
            self,
            formula=self.formula_nd(dim),
            variables=names_nd(dim),
            minima=self.minima_nd(dim),
            saddles=(),
            maxima=(),
            minima_count=None,
            saddles_count=None,
        )

    def start_in(self, dim: int) -> tuple[float, ...]:
        """The start with ``dim`` coordinates: x and y by turns."""
        return tuple(islice(cycle(self.start), dim))


def names_nd(dim: int) -> tuple[str, ...]:
    """Names of the variables x1 … xn."""
    return tuple(f"x{index}" for index in range(1, dim + 1))


def minimum(*numbers: float) -> CriticalPoint:
    """A minimum: its coordinates and its value."""
    return _point("minimum", numbers)


def saddle(*numbers: float) -> CriticalPoint:
    """A saddle: its coordinates and its value."""
    return _point("saddle", numbers)


def maximum(*numbers: float) -> CriticalPoint:
    """A maximum: its coordinates and its value."""
    return _point("maximum", numbers)


def degenerate(*numbers: float) -> CriticalPoint:
    """A point whose Hessian does not decide: its coordinates and its value."""
    return _point("degenerate", numbers)


def tip(*numbers: float) -> CriticalPoint:
    """A minimum at a kink, where there is no gradient: its coordinates and its value.

    It must stay where it is whatever the row's parameters are.
    """
    return replace(_point("minimum", numbers), smooth=False)


def _point(kind: str, numbers: tuple[float, ...]) -> CriticalPoint:
    *params, value = map(float, numbers)
    return CriticalPoint(tuple(params), value, kind)
