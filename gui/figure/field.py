"""The surface under the runs: shaded field, contour lines, critical points, axes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtGui import QImage

from gui.figure.axes import Axes, draw_frame, draw_x_axis, draw_y_axis, linear_ticks, texts_width
from gui.figure.clip import clipped_segments
from gui.figure.labels import draw_labels, placed_labels, with_gaps
from gui.figure.marks import HALO, corners, draw_degenerate, draw_maximum, draw_minimum, draw_saddle
from gui.figure.overlays import draw_fields, draw_tints
from gui.figure.raster import png_bytes
from gui.figure.strokes import draw_strokes
from gui.known_points import OFF_PLANE, is_off_plane
from gui.presenting import contour_spacing
from gui.shown import GRID, LEVEL_COUNT, Seen, shown_surface, widened
from gui.theme import colour_map
from gui.views.curvature_mark import STROKE, direction_strokes
from gui.views.plot_backdrop import CROWD
from gui.views.plot_strokes import Frame, thin
from surfaces.contours import contours, grid_values, shade
from surfaces.critical_points import characterise
from surfaces.overlays import overlays

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from engine.session import Session
    from gui.figure.clip import Array
    from gui.figure.labels import Taken
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from surfaces import Surface
    from surfaces.contours import Contours
    from surfaces.overlays import Overlays
    from surfaces.surface import Bounds, CriticalPoint

_PIXELS_PER_CELL = 2.0
_LINE_STEP = 1.5
"""Contour lines keep one point in every square of so many pixels."""
_HATCH = 8.0
_KINK_DASH = (6.0, 4.0)
_TICK_ROOM = (70.0, 60.0)
_WIDEST_TICK = 56.0
"""Beside the map; wider numbers are written smaller."""
_SMALL = 9.0 / 14.0
_ID = "field"
POINT_MARKS = {
    "maximum": draw_maximum,
    "degenerate": draw_degenerate,
    "saddle": draw_saddle,
    "minimum": draw_minimum,
}
"""What draws each kind of critical point, the topmost last."""


class Ground(NamedTuple):
    """What lies under the runs, as the window shows it."""

    surface: Surface
    bounds: Bounds
    contours: Contours
    overlays: Overlays
    points: tuple[CriticalPoint, ...]
    chosen: CriticalPoint | None = None
    relief: tuple[float, float, float] | None = None

    @classmethod
    def of(cls, session: Session, seen: Seen) -> Ground:
        """Return the contours that the window draws, those very ones if it has drawn them, and what lies over them."""
        surface = shown_surface(session)
        bounds = seen.bounds or surface.bounds
        drawn = contours(surface, widened(bounds), GRID, LEVEL_COUNT, contour_spacing(session))
        over = overlays(surface, widened(bounds), session.view.overlays)
        declared = surface.maxima + surface.saddles + surface.minima
        points = declared if seen.points is None else seen.points
        return cls(surface, bounds, drawn, over, points, seen.point, seen.relief)


def define_field(svg: SvgWriter, theme: Theme, ground: Ground, axes: Axes, colours: str, taken: Taken) -> None:
    """Write field, contour lines and overlays once, for panels of this size; `use_field` shows them."""
    box = axes.box
    home = axes._replace(box=box._replace(left=0.0, top=0.0, right=box.width, bottom=box.height))
    frame = Frame(*ground.bounds, round(box.width), round(box.height), 1.0)
    drawn = ground.contours
    with svg.inside("defs"), svg.inside("g", id=_ID):
        svg.image(_field_png(colour_map(theme, colours), ground, home), 0, 0, box.width, box.height)
        draw_tints(svg, theme, frame, ground.overlays)
        draw_strokes(svg, clipped_segments(_hatching(ground.surface, home), home.box), theme.outline, 0.9)
        marked = np.concatenate([_places(ground.points), taken.marked])
        labels = placed_labels(drawn, frame, taken._replace(marked=marked))
        lines = with_gaps(_thinned(home.to_pixels(drawn.lines)), labels)
        draw_strokes(svg, clipped_segments(lines, home.box), theme.contour, 0.9, opacity=0.8)
        kinks = clipped_segments(_thinned(home.to_pixels(drawn.kinks)), home.box)
        draw_strokes(svg, kinks, theme.text, 1.5, _KINK_DASH, opacity=0.85)
        words = np.array([place.center for _, place in labels]).reshape(-1, 2)
        draw_fields(svg, theme, frame, home.box, ground.overlays, words)
        draw_labels(svg, theme, labels)


def use_field(svg: SvgWriter, axes: Axes) -> None:
    """Show what `define_field` wrote in this panel."""
    svg.element("use", xlink__href=f"#{_ID}", x=axes.box.left, y=axes.box.top)


def draw_critical_points(svg: SvgWriter, theme: Theme, points: Sequence[CriticalPoint], axes: Axes) -> None:
    """The marks of the points that can be seen, minima on top, smaller where they crowd."""
    crowd = int(axes.box.holds(axes.to_pixels(_places(points))).sum())
    scale = 1.0 if crowd <= CROWD else _SMALL
    faint, plain = ([point for point in points if is_off_plane(point) is off] for off in (True, False))
    if faint:
        with svg.inside("g", opacity=OFF_PLANE):
            _draw_marks(svg, theme, faint, axes, scale)
    _draw_marks(svg, theme, plain, axes, scale)


def _draw_marks(svg: SvgWriter, theme: Theme, points: Sequence[CriticalPoint], axes: Axes, scale: float) -> None:
    for kind, draw in POINT_MARKS.items():
        pixels = axes.to_pixels(_places([point for point in points if point.kind == kind]))
        for x, y in pixels[axes.box.holds(pixels)].tolist():
            draw(svg, theme, x, y, scale)


def draw_directions(svg: SvgWriter, theme: Theme, ground: Ground, axes: Axes) -> None:
    """Draw a ring around the point that is pointed out, and which ways lead away from it and towards it."""
    if ground.chosen is None:
        return
    box, told = axes.box, characterise(ground.surface, ground.chosen)
    place = axes.to_pixels(_places([ground.chosen]))
    scale = box.width / (axes.x1 - axes.x0), box.height / (axes.y1 - axes.y0)
    strokes = [
        (color, clipped_segments(place + corners(path), box))
        for color, path in direction_strokes(theme, told.escape, told.approach, scale)
    ]
    with svg.inside("g", class_="directions"):
        for _, segments in strokes if box.holds(place)[0] else ():
            draw_strokes(svg, segments, theme.background, STROKE + 2 * HALO)
        for color, segments in strokes if box.holds(place)[0] else ():
            draw_strokes(svg, segments, color, STROKE)


def _places(points: Sequence[CriticalPoint]) -> Array:
    return np.array([point.params[:2] for point in points], dtype=float).reshape(-1, 2)


def draw_field_axes(
    svg: SvgWriter, theme: Theme, axes: Axes, names: tuple[str, str], *, left: bool, bottom: bool
) -> None:
    """Frame and ticks of a panel; texts only at the outer edges of a grid."""
    box = axes.box
    across, upwards = (max(1, int(e / room)) for e, room in zip((box.width, box.height), _TICK_ROOM, strict=True))
    draw_x_axis(svg, theme, axes, linear_ticks(axes.x0, axes.x1, min(across, 8)), texts=bottom)
    ticks = linear_ticks(axes.y0, axes.y1, min(upwards, 8))
    draw_y_axis(svg, theme, axes, ticks, texts=left, room=_WIDEST_TICK)
    draw_frame(svg, theme, box)
    if bottom:
        middle = (box.left + box.right) / 2
        svg.mathematics(middle, box.bottom + 38, f"<i>{names[0]}</i>", 15, text_anchor="middle", fill=theme.text)
    if left:
        middle = (box.top + box.bottom) / 2 + 5
        aside = max(41.0, min(texts_width(ticks), _WIDEST_TICK) + 17.0)
        svg.mathematics(box.left - aside, middle, f"<i>{names[1]}</i>", 15, text_anchor="middle", fill=theme.text)


def _hatching(surface: Surface, axes: Axes) -> Array:
    """Points (n, 2) of slanting lines over the places without a finite loss, NaN between them."""
    box = axes.box
    across = np.arange(0.0, box.width + box.height, _HATCH)[:, None]
    down = np.append(np.arange(0.0, box.height, _LINE_STEP), np.nan)
    pixels = np.stack(np.broadcast_arrays(across - down, down), axis=-1).reshape(-1, 2)
    places = pixels / (box.width, -box.height) * (axes.x1 - axes.x0, axes.y1 - axes.y0) + (axes.x0, axes.y1)
    inside = box.holds(pixels)
    with np.errstate(all="ignore"):
        inside[inside] = ~np.isfinite(surface.value(places[inside]))
    return np.where(inside[:, None], pixels, np.nan)


def _field_png(table: npt.NDArray[np.uint8], ground: Ground, axes: Axes) -> bytes:
    """Shades of the surface at the middle of each cell, with a palette, as PNG: light and dark as in the window."""
    nx, ny = (max(2, round(extent / _PIXELS_PER_CELL)) for extent in (axes.box.width, axes.box.height))
    x = axes.x0 + (np.arange(nx) + 0.5) / nx * (axes.x1 - axes.x0)
    y = axes.y0 + (np.arange(ny) + 0.5) / ny * (axes.y1 - axes.y0)
    drawn = ground.contours
    return _palette_png(shade(grid_values(ground.surface, x, y), drawn.spacing, drawn.values)[::-1], table)


def _palette_png(indices: npt.NDArray[np.uint8], table: npt.NDArray[np.uint8]) -> bytes:
    pixels = np.ascontiguousarray(indices)
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([255 << 24 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b, _ in table.tolist()])
    return png_bytes(image)


def _thinned(pixels: Array) -> Array:
    """Drop points of contour lines that are closer than can be seen, but never the end of a piece."""
    _, kept = thin(pixels / _LINE_STEP)
    ends = np.flatnonzero(np.isnan(pixels[1:, 0]))
    return pixels[np.union1d(kept, ends).astype(np.intp)]
