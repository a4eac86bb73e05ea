"""The landscape beside the maps: the picture of the window's relief in its box, with the runs on it as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from gui.figure.axes import LABEL_SIZE
from gui.figure.clip import at_most, clipped_polygon, clipped_segments
from gui.figure.field import POINT_MARKS
from gui.figure.layout import BOTTOM_AXIS, LEFT_AXIS
from gui.figure.marks import HALO, draw_run_mark, draw_start
from gui.figure.raster import png_bytes
from gui.figure.strokes import draw_strokes
from gui.figure.svg import MOVING, STILL, number
from gui.figure.text import text_width
from gui.figure.trajectory import MOST_INK, MOST_SEGMENTS, Trajectory, draw_trajectories, step_dots
from gui.relief.block import GROUND, RANGE, Block
from gui.relief.camera import Camera
from gui.relief.feet import Foot, arrow_head, feet
from gui.relief.frame import frame
from gui.relief.palette import palette
from gui.relief.render import Picture, Window, render
from gui.relief.ways import TOLERANCE, seen_and_hidden, way
from gui.shown import shown_names, shown_place
from gui.views.plot_strokes import DENSE, thin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.session import Session
    from gui.figure.clip import Array, Box
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.field import Ground
    from gui.figure.svg import SvgWriter
    from gui.relief.frame import Drawing
    from gui.theme import Theme
    from surfaces.surface import CriticalPoint

_STEPS = 420
translate = QCoreApplication.translate
_PIXELS = 1_100_000
"""Of the landscape's picture: sharp at twice the size, and some hundred kilobytes."""
_WORLD = (2.9, 2.62)
_MARGINS = (70.0, 56.0)
_BEHIND = 0.35
_CELLS_PER_PIXEL = 2.0


class Landscape:
    """A landscape from a camera: in the box of a panel and the room that its axes would take."""

    def __init__(self, theme: Theme, session: Session, ground: Ground, panel: Box) -> None:
        box = panel._replace(left=panel.left - LEFT_AXIS, bottom=panel.bottom + BOTTOM_AXIS)
        self.theme, self.box = theme, box
        self.block = Block.of(ground.contours, ground.bounds)
        self.camera = Camera(*session.view.camera)
        self.scale = min((box.width - _MARGINS[0]) / _WORLD[0], (box.height - _MARGINS[1]) / _WORLD[1])
        self.middle = np.array([0.0, self.camera.tilt[1] * (GROUND + RANGE) / 2])
        if ground.relief is not None:
            u, v, times = ground.relief
            self.middle, self.scale = np.array([u, v]), self.scale * times
        self.picture = self._picture(session.view.colour_map)

    def _picture(self, colours: str) -> Picture:
        width, height = self.box.width / self.scale, self.box.height / self.scale
        scale = (_PIXELS / (width * height)) ** 0.5
        left, low = self.middle - np.array([width, height]) / 2
        window = Window(float(left), float(low), scale, max(int(width * scale), 1), max(int(height * scale), 1))
        return render(self.block, self.camera, window, palette(self.theme, colours), _STEPS)

    def to_pixels(self, places: Array) -> Array:
        """Pixels of the figure for places (n, 2) of the picture plane."""
        box = self.box
        center = ((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        return np.asarray((places - self.middle) * (self.scale, -self.scale) + center)

    def pixel(self, place: tuple[float, float]) -> tuple[float, float]:
        """The same for one place."""
        x, y = self.to_pixels(np.array([place]))[0].tolist()
        return x, y

    def holds(self, place: tuple[float, float]) -> bool:
        """Whether a place can be seen."""
        return bool(self.box.holds(self.to_pixels(np.array([place])))[0])


def draw_relief(svg: SvgWriter, session: Session, ground: Ground, view: Landscape, runs: Sequence[DrawnRun]) -> None:
    """Draw the landscape and all runs on it."""
    with svg.inside("g", class_="relief"):
        svg.title("3-D")
        if STILL in svg.layers:
            drawing = frame(view.block, view.camera, view.scale, (*shown_names(session), translate("figure", "loss")))
            _draw_frame(svg, view, drawing)
            _draw_picture(svg, view)
            _draw_texts(svg, view, drawing)
            _draw_points(svg, view, ground.points)
        if MOVING in svg.layers:
            _draw_runs(svg, view, runs)
            _draw_stands(svg, view, runs, shown_place(session, session.start))


def _draw_frame(svg: SvgWriter, view: Landscape, drawing: Drawing) -> None:
    theme = view.theme
    corners = clipped_polygon(view.to_pixels(drawing.floor), view.box).tolist()
    outline = " ".join(f"{number(x)},{number(y)}" for x, y in corners)
    svg.element("polygon", class_="floor", points=outline, fill=theme.surface)
    for line in drawing.lines:
        color = theme.border if line.role == "grid" else theme.outline
        ends = view.to_pixels(np.array([line.start, line.stop]))
        for x1, y1, x2, y2 in clipped_segments(ends, view.box).tolist():
            svg.line((x1, y1), (x2, y2), color, 1)


def _draw_picture(svg: SvgWriter, view: Landscape) -> None:
    """The picture as an image, cut to where there is something on it."""
    picture = view.picture
    rows, columns = (np.flatnonzero(picture.pixels.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return
    part = picture.pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    window = picture.window
    left, top = view.pixel(
        (window.u0 + columns[0] / window.scale, window.v0 + (rows[0] + part.shape[0]) / window.scale)
    )
    share = view.scale / window.scale
    svg.image(_png(part[::-1]), left, top, part.shape[1] * share, part.shape[0] * share)


def _png(pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint32]]) -> bytes:
    packed = np.ascontiguousarray(pixels)
    height, width = packed.shape
    return png_bytes(QImage(packed.data, width, height, 4 * width, QImage.Format.Format_ARGB32))


def _draw_texts(svg: SvgWriter, view: Landscape, drawing: Drawing) -> None:
    for text in filter(lambda text: view.holds(text.place), drawing.texts):
        x, y = view.pixel(text.place)
        size = 15.0 if text.is_name else LABEL_SIZE
        right, up = text.toward
        x += right * (4 + text_width(text.text, size) / 2)
        y += -up * (4 + 0.36 * size) + 0.36 * size
        color = view.theme.text if text.is_name else view.theme.muted
        style = "italic" if text.is_name and len(text.text) == 1 else None
        svg.text(x, y, text.text, size, text_anchor="middle", fill=color, font_style=style)


def _draw_points(svg: SvgWriter, view: Landscape, points: Sequence[CriticalPoint]) -> None:
    """Stars and crosses on the ground, pale where the landscape hides them."""
    places = np.array([point.params[:2] for point in points], dtype=float).reshape(-1, 2)
    seen = view.camera.project(view.block.standing(places, np.array([point.value for point in points], dtype=float)))
    hidden = view.picture.hides(seen, TOLERANCE)
    for point, (x, y), behind in zip(points, view.to_pixels(seen[:, :2]).tolist(), hidden.tolist(), strict=True):
        if view.box.holds(np.array([[x, y]]))[0]:
            with svg.inside("g", opacity=_BEHIND if behind else None):
                POINT_MARKS[point.kind](svg, view.theme, x, y)


def _draw_runs(svg: SvgWriter, view: Landscape, runs: Sequence[DrawnRun]) -> None:
    share = 0.5 / max(len(runs), 1)
    ways = []
    for run in runs:
        laid = way(view.block, run.drawn(runs), run.snapshot.loss[: run.upto + 1])
        seen, behind = seen_and_hidden(view.camera.project(laid.world), view.picture)
        hidden = at_most(_segments(view, behind), int(MOST_SEGMENTS * share), MOST_INK * share)
        draw_strokes(svg, hidden, run.color(view.theme), 1.4, opacity=_BEHIND)
        shown = _segments(view, seen)
        is_tangle = len(shown) > DENSE
        if is_tangle:
            shown = at_most(shown, int(MOST_SEGMENTS * share), MOST_INK * share)
        dots = [] if is_tangle else step_dots(view.to_pixels(seen[laid.steps]), view.box)
        ways.append(Trajectory(run, shown, dots, is_tangle, _future(view, run, runs, share), np.empty((0, 2))))
    draw_trajectories(svg, view.theme, ways)


def _future(view: Landscape, run: DrawnRun, runs: Sequence[DrawnRun], share: float) -> Array:
    """What is to come of a run, also behind the landscape."""
    if not run.is_under_way:
        return np.empty((0, 4))
    rows = len(run.snapshot.params)
    laid = way(view.block, run.drawn(runs, run.upto, rows), run.snapshot.loss[run.upto :])
    segments = _segments(view, view.camera.project(laid.world)[:, :2])
    return at_most(segments, int(MOST_SEGMENTS * share), MOST_INK * share)


def _segments(view: Landscape, places: Array) -> Array:
    thinned, _ = thin(view.to_pixels(places) * _CELLS_PER_PIXEL)
    return clipped_segments(thinned / _CELLS_PER_PIXEL, view.box)


def _draw_stands(svg: SvgWriter, view: Landscape, runs: Sequence[DrawnRun], start: tuple[float, float]) -> None:
    """Pins and arrows, then the start and where the runs are."""
    rows = [(start[0], start[1], np.nan, np.nan, np.nan)]
    for run in runs:
        slope = run.snapshot.gradient[run.upto, list(run.axes)]
        place = run.snapshot.params[run.upto, list(run.axes)]
        rows.append((*place.tolist(), float(run.snapshot.loss[run.upto]), *slope.tolist()))
    table = np.array(rows)
    begin, *stands = feet(view.block, view.camera, view.picture, table[:, :2], table[:, 2], table[:, 3:])
    standing = [(run, stand) for run, stand in zip(runs, stands, strict=True) if stand is not None]
    for run, stand in standing:
        _draw_foot(svg, view, run.color(view.theme), stand)
    standing = [(run, stand) for run, stand in standing if view.holds(stand.ball)]
    if begin is not None and view.holds(begin.ball):
        with svg.inside("g", opacity=_BEHIND if begin.hidden else None):
            draw_start(svg, view.theme, *view.pixel(begin.ball))
    for run, stand in standing:
        with svg.inside("g", opacity=0.5 if stand.hidden else None):
            draw_run_mark(svg, view.theme, run.spec.style, *view.pixel(stand.ball))


def _draw_foot(svg: SvgWriter, view: Landscape, color: str, stand: Foot) -> None:
    ball, floor, tip = (view.pixel(place) for place in (stand.ball, stand.floor, stand.tip))
    with svg.inside("g", class_="foot", opacity=0.6 if stand.below else None):
        draw_strokes(svg, clipped_segments(np.array([floor, ball]), view.box), color, 1.2, (3.0, 3.0))
        if not view.box.holds(np.array([floor, tip])).all():
            return
        head = arrow_head(floor, tip, 9.0)
        for ink, extra in ((view.theme.background, 2 * HALO), (color, 0.0)):
            svg.element("circle", cx=floor[0], cy=floor[1], r=2.6 + extra / 2, fill=ink)
            if head:
                svg.line(floor, tip, ink, 1.8 + extra)
                outline = " ".join(f"{number(x)},{number(y)}" for x, y in head)
                svg.element("polygon", points=outline, fill=ink, stroke=ink, stroke_width=extra or None)
