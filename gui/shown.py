"""Which plane of a surface the plots show, and where things stand on it. Surfaces of two parameters are shown whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surfaces import surface_row
from surfaces.slice import shown_slice, valid_axes

if TYPE_CHECKING:
    from engine.session import Session
    from surfaces import Array, Surface


def shown_axes(session: Session) -> tuple[int, int]:
    """Return which two parameters the plots show."""
    return valid_axes(session.view.axes, session.surface.dim)


def shown_names(session: Session) -> tuple[str, str]:
    """Return what the two parameters shown are called."""
    spec = session.surface
    names = surface_row(spec.name).in_dimensions(spec.dim).variables if spec.name else ("x", "y")
    right, up = shown_axes(session)
    return names[right], names[up]


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
