"""Which plane of a surface the plots show, and where things stand on it. Surfaces of two parameters are shown whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from surfaces import surface_row
from surfaces.slice import shown_slice, valid_axes

if TYPE_CHECKING:
    from engine.session import Session
    from gui.views.step_geometry import StepDrawing
    from surfaces import Array, Bounds, Surface
    from surfaces.surface import CriticalPoint

GRID = (400, 400)
LEVEL_COUNT = 24
"""Of the contours that are drawn: columns and rows of their grid, and how many lines."""
_MARGIN = 0.15
"""Share of the view computed beyond each edge, so that a small pan shows no blank."""


@dataclass(frozen=True)
class Seen:
    """What the window shows that is not in the session."""

    bounds: Bounds | None = None
    """The part of the plane in view; None: the surface's own."""
    chosen: int = 0
    """The key of the run whose step is drawn; 0: the first one that is visible."""
    points: tuple[CriticalPoint, ...] | None = None
    """The critical points shown; None: those that are declared."""
    point: CriticalPoint | None = None
    """The one of them that is pointed out."""
    relief: tuple[float, float, float] | None = None
    """What one looks at in the 3-D view, a place of its plane, and how many times larger; None: at all of it."""
    steps: tuple[StepDrawing, ...] | None = None
    """What is drawn of steps, which may be told line by line; None: all that the session wants."""


UNSEEN = Seen()
"""What a picture shows that is made without a window."""


def widened(view: Bounds) -> Bounds:
    """Return the view with a margin on every side."""
    x0, x1, y0, y1 = view
    dx, dy = _MARGIN * (x1 - x0), _MARGIN * (y1 - y0)
    return (x0 - dx, x1 + dx, y0 - dy, y1 + dy)


def shown_axes(session: Session) -> tuple[int, int]:
    """Return which two parameters the plots show."""
    return valid_axes(session.view.axes, session.surface.dim)


def shown_names(session: Session) -> tuple[str, str]:
    """Return what the two parameters shown are called."""
    names = coordinate_names(session)
    right, up = shown_axes(session)
    return names[right], names[up]


def coordinate_names(session: Session) -> tuple[str, ...]:
    """Return what all coordinates are called, on the map's axes and wherever else they are named."""
    spec = session.surface
    return surface_row(spec.name).in_dimensions(spec.dim).variables if spec.name else ("x", "y")


def shown_surface(session: Session) -> Surface:
    """Return what is drawn in two dimensions: the surface, or the plane of the axes shown."""
    return shown_slice(session.surface, shown_axes(session))


def shown_place(session: Session, point: tuple[float, ...]) -> tuple[float, float]:
    """Return where a point stands on the plots."""
    right, up = shown_axes(session)
    return point[right], point[up]


def placed(session: Session, point: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    """Return `point` moved to a place on the plots; what they do not show stays."""
    right, up = shown_axes(session)
    return tuple(x if axis == right else y if axis == up else value for axis, value in enumerate(point))


def shown_params(session: Session, params: Array) -> Array:
    """Return the two columns the plots show, without a copy: runs may be very long."""
    right, up = shown_axes(session)
    step = up - right
    end = up + (1 if step > 0 else -1)
    return params[:, right : end if end >= 0 else None : step]
