"""A step on a map: its arrows and marks, as the window draws them around the run, inside the box."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.figure.clip import clipped_polygon, clipped_segments, path_data
from gui.figure.marks import draw_hollow_mark
from gui.figure.svg import number
from gui.figure.text import text_width
from gui.views.step_geometry import (
    ARROW_DASH,
    ARROW_HALO,
    ARROW_HALO_OPACITY,
    GHOST_EXTENT,
    HOLLOW_OPACITY,
    LARGEST_SQUARE,
    MARK_DASH,
    TEXT_SIZE,
    TRIAL_RADIUS,
    StepSketch,
    role_color,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gui.figure.axes import Axes
    from gui.figure.clip import Array, Box
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme
    from gui.views.step_geometry import Place, StepDrawing

_CORNERS = 73
_OUTLINE = np.stack([np.cos(np.linspace(0.0, 2.0 * np.pi, _CORNERS)), np.sin(np.linspace(0.0, 2.0 * np.pi, _CORNERS))])


def draw_steps(svg: SvgWriter, theme: Theme, axes: Axes, drawings: Sequence[StepDrawing]) -> None:
    """Draw the steps of the runs that stand inside the box."""
    for step in _steps(svg, theme, axes, drawings):
        with svg.inside("g", class_="step"):
            step.draw()


def draw_step_notes(svg: SvgWriter, theme: Theme, axes: Axes, drawings: Sequence[StepDrawing]) -> None:
    """Tell by how much arrows are drawn longer, over everything else on the map: it must be read."""
    for step in _steps(svg, theme, axes, drawings):
        step.tell_times()


def _steps(svg: SvgWriter, theme: Theme, axes: Axes, drawings: Sequence[StepDrawing]) -> Iterator[_Step]:
    box = axes.box
    pixel = (axes.x1 - axes.x0) / box.width, (axes.y1 - axes.y0) / box.height
    for drawing in drawings:
        place = axes.to_pixels(np.array([drawing.place]))
        if box.holds(place)[0]:
            yield _Step(svg, theme, box, place[0], StepSketch(drawing, pixel))


class _Step:
    """Draws one step at a place of the figure."""

    def __init__(self, svg: SvgWriter, theme: Theme, box: Box, place: Array, sketch: StepSketch) -> None:
        self._svg, self._theme, self._box = svg, theme, box
        self._place, self._sketch = place, sketch

    def draw(self) -> None:
        """Draw all that the sketch has, the lowest first."""
        theme, sketch = self._theme, self._sketch
        if sketch.radii is not None:
            self._stroke(self._at(_OUTLINE.T * sketch.radii), theme.muted, 1.5, MARK_DASH, kind="rates")
        for bend in sketch.bends:
            line = self._at(np.array([bend.end, (-bend.end[0], -bend.end[1])]))
            self._stroke(line, theme.text, 2.0, MARK_DASH if bend.sags else (), halo=5.0, kind="bend")
        self._draw_trials()
        self._draw_arrows()
        if sketch.ghost is not None and self._holds(sketch.ghost):
            color = role_color(theme, "position", sketch.drawing.slot)
            draw_hollow_mark(self._svg, theme, sketch.drawing.slot, *self._to(sketch.ghost), GHOST_EXTENT, color)
        self._draw_squares()

    def tell_times(self) -> None:
        """Write by how much arrows are drawn longer, if they are, at an edge of the map where the run is near it."""
        text, box = self._sketch.times_text, self._box
        if text:
            x, y = self._place
            edges = (box.left - x, box.top - y, box.right - x)
            place = self._sketch.times_place(*edges, text_width(text, TEXT_SIZE))
            self._write(self._to(place), text, self._theme.muted, "times")

    def _draw_arrows(self) -> None:
        for arrow in self._sketch.arrows:
            lines = [self._at(np.array(stroke)) for stroke in arrow.strokes()]
            points = np.concatenate([part for line in lines for part in (line, np.full((1, 2), np.nan))])
            color = role_color(self._theme, arrow.role, self._sketch.drawing.slot)
            dash = ARROW_DASH if arrow.dashed else ()
            if arrow.hollow:
                self._fill(lines[0], self._theme.background, HOLLOW_OPACITY)
            self._stroke(points, color, arrow.width, dash, halo=ARROW_HALO, kind=f"arrow {arrow.role}")

    def _draw_trials(self) -> None:
        theme = self._theme
        corners = self._sketch.simplex
        if corners:
            self._stroke(self._at(np.array([*corners, corners[0]])), theme.text, 1.5, halo=4.0, kind="simplex")
        for trial in filter(self._holds, self._sketch.trials):
            x, y = self._to(trial)
            for color, width in ((theme.background, 4.0), (theme.text, 1.3)):
                kind = "trial" if color == theme.text else None
                self._svg.element(
                    "circle",
                    class_=kind,
                    cx=x,
                    cy=y,
                    r=TRIAL_RADIUS,
                    fill=theme.background,
                    stroke=color,
                    stroke_width=width,
                )

    def _draw_squares(self) -> None:
        for axis, left, top, size in self._sketch.squares:
            corners = np.array([(left, top), (left + size, top), (left + size, top + size), (left, top + size)])
            color = self._theme.axis_colors[axis]
            self._fill(self._at(corners), color, 0.25, kind="divisor")
            self._stroke(self._at(np.concatenate([corners, corners[:1]])), color, 1.5)
            letter = (left, top + LARGEST_SQUARE + 11.0)
            if self._holds(letter):
                self._write(self._to(letter), "xy"[axis], color, "axis")

    # Pixels of the figure

    def _to(self, offset: Place) -> Place:
        return float(self._place[0]) + offset[0], float(self._place[1]) + offset[1]

    def _at(self, offsets: Array) -> Array:
        return self._place + offsets

    def _holds(self, offset: Place) -> bool:
        return bool(self._box.holds(self._at(np.array([offset])))[0])

    def _stroke(
        self, points: Array, color: str, width: float, dash: tuple[float, ...] = (), halo: float = 0.0, kind: str = ""
    ) -> None:
        """A line through points, with an edge in the colour of the ground if it has a halo."""
        data = path_data(clipped_segments(points, self._box))
        if not data:
            return
        looks = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
        if halo:
            ground = self._theme.background
            self._svg.element(
                "path", d=data, stroke=ground, stroke_width=halo, stroke_opacity=ARROW_HALO_OPACITY, **looks
            )
        dashes = " ".join(number(part * width) for part in dash) or None
        self._svg.element(
            "path", class_=kind or None, d=data, stroke=color, stroke_width=width, stroke_dasharray=dashes, **looks
        )

    def _write(self, place: Place, text: str, color: str, kind: str) -> None:
        """A word with an edge in the colour of the ground, so that it can be read over lines."""
        (x, y), ground = place, self._theme.background
        self._svg.text(x, y, text, TEXT_SIZE, fill=ground, stroke=ground, stroke_width=2.5, stroke_linejoin="round")
        self._svg.text(x, y, text, TEXT_SIZE, class_=kind, fill=color)

    def _fill(self, corners: Array, color: str, opacity: float, kind: str = "") -> None:
        inside = clipped_polygon(corners, self._box)
        if len(inside):
            outline = " ".join(f"{number(x)},{number(y)}" for x, y in inside.tolist())
            self._svg.element("polygon", class_=kind or None, points=outline, fill=color, fill_opacity=opacity)
