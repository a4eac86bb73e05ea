"""A step on the map: what the slope asks for, what memory carries, what comes of both, and how each axis is braked."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from gui.appearance import run_color, run_style
from gui.theme import LIGHT, Theme
from gui.views.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.views.contour_panel import ContourPanel
    from gui.views.stage import Stage

Vector = tuple[float, ...]
"""Two numbers, or none."""

FARTHEST = 3000.0
"""Arrows are drawn up to so many pixels from their run."""
HEAD = 9.0
NEAR = 7.0
"""An arrow is pointed at from so many pixels away."""
SHORTEST, WISHED = 22.0, 48.0
"""Where the longest arrow would have fewer pixels than the first, all are drawn longer, up to about the second."""
LARGEST_SQUARE = 22.0
LARGEST_RADIUS = 34.0
LARGEST_BEND = 40.0
GAP = 16.0
FAINT = 0.3


@dataclass(frozen=True)
class StepDrawing:
    """One run's step in the plane; a part that is empty is not drawn.

    `carried` and `pull` are laid tail to head and lead to the same place as `update`.
    """

    key: int
    slot: int
    place: tuple[float, float]
    slope: Vector = ()
    carried: Vector = ()
    pull: Vector = ()
    update: Vector = ()
    trials: tuple[tuple[float, float], ...] = ()
    """The points that the step tried, in the plane …"""
    simplex: tuple[tuple[float, float], ...] = ()
    """… and the corners of the simplex that it starts from."""
    ghost: bool = False
    divisor: Vector = ()
    rates: Vector = ()
    bends: tuple[tuple[float, float], ...] = ()
    """Eigenvectors of the Hessian, each times its eigenvalue over the largest."""
    sags: tuple[bool, ...] = ()
    """Whether the ground bends down along each of them."""


@dataclass(frozen=True)
class _Arrow:
    role: str
    tail: QPointF
    tip: QPointF
    dashed: bool = False


class StepMark(Mark):
    """The step of one run, in pixels around the run's place: arrows have the true length of what they stand for."""

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._theme = LIGHT
        self._drawing: StepDrawing | None = None
        self._lit = ""
        self._times = 1.0
        box.sigRangeChanged.connect(self._on_box_range_changed)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_drawing(self, drawing: StepDrawing | None) -> None:
        """Draw a step; None: nothing."""
        self._drawing = drawing
        self.place(*(drawing.place if drawing is not None else (math.nan, math.nan)))
        self._measure()

    def set_lit(self, role: str) -> None:
        """Let the parts of a role stand out from the others; empty: all alike."""
        self._lit = role
        self.update()

    def role_at(self, offset: QPointF) -> str:
        """The role of the arrow near a place in pixels from the run's; empty where there is none."""
        best, found = NEAR, ""
        for arrow in self._arrows():
            distance = _distance(offset, arrow.tail, arrow.tip)
            if distance < best:
                best, found = distance, arrow.role
        return found

    def boundingRect(self) -> QRectF:
        return QRectF(-self.reach, -self.reach, 2 * self.reach, 2 * self.reach)

    def draw(self, painter: QPainter) -> None:
        drawing = self._drawing
        if drawing is None:
            return
        if drawing.rates:
            self._draw_rates(painter, drawing)
        self._draw_bends(painter, drawing)
        self._draw_trials(painter, drawing)
        for arrow in self._arrows():
            self._draw_arrow(painter, arrow)
        if drawing.ghost and drawing.update and self._times == 1.0:
            self._draw_ghost(painter, drawing)
        if self._times != 1.0:
            self._draw_times(painter)
        if drawing.divisor:
            self._draw_squares(painter, drawing)

    # Geometry

    def _on_box_range_changed(self) -> None:
        self._measure()

    def _measure(self) -> None:
        """Take as much room as the longest arrow needs; find by how much arrows too short to see are drawn longer."""
        self._times = 1.0
        longest = self._longest()
        if 0.0 < longest < SHORTEST and not (self._drawing is not None and self._drawing.trials):
            self._times = _round_factor(WISHED / longest)
            longest = self._longest()
        self.prepareGeometryChange()
        shown = (*self._drawing.trials, *self._drawing.simplex) if self._drawing is not None else ()
        tried = max((math.hypot(p.x(), p.y()) for p in map(self._away, shown)), default=0.0)
        self.reach = max(tried + 8.0, longest + 2 * HEAD, LARGEST_BEND + 6.0, GAP + 2 * LARGEST_SQUARE + 20.0)
        self.update()

    def _longest(self) -> float:
        return max((math.hypot(arrow.tip.x(), arrow.tip.y()) for arrow in self._arrows()), default=0.0)

    def _arrows(self) -> Iterator[_Arrow]:
        drawing = self._drawing
        if drawing is None:
            return
        origin = QPointF()
        if drawing.slope:
            yield _Arrow("gradient", origin, self._pixels(drawing.slope), dashed=True)
        if drawing.carried and drawing.pull:
            corner = self._pixels(drawing.carried)
            if math.hypot(corner.x(), corner.y()) > 1.0:
                yield _Arrow("state", origin, corner)
                yield _Arrow("gradient", corner, corner + self._pixels(drawing.pull))
        if drawing.update:
            yield _Arrow("update", origin, self._pixels(drawing.update))

    def _pixels(self, vector: Vector) -> QPointF:
        width, height = self._box.viewPixelSize()
        x, y = self._times * vector[0] / width, -self._times * vector[1] / height
        length = math.hypot(x, y)
        share = min(1.0, FARTHEST / length) if length > 0.0 else 1.0
        return QPointF(x * share, y * share) if math.isfinite(length) else QPointF()

    # Paint

    def _color(self, role: str) -> QColor:
        theme = self._theme
        named = {"gradient": QColor(theme.danger), "state": QColor(theme.accent)}
        assert self._drawing is not None
        color = named.get(role, run_color(theme, self._drawing.slot))
        if self._lit and role != self._lit:
            color.setAlphaF(FAINT)
        return color

    def _draw_arrow(self, painter: QPainter, arrow: _Arrow) -> None:
        path = _arrow_path(arrow.tail, arrow.tip)
        halo = QColor(self._theme.background)
        halo.setAlphaF(0.8)
        painter.strokePath(path, _pen(halo, 5.0))
        width = 3.0 if arrow.role in (self._lit, "update") else 2.0
        painter.strokePath(path, _pen(self._color(arrow.role), width, dashed=arrow.dashed))

    def _draw_bends(self, painter: QPainter, drawing: StepDrawing) -> None:
        """A line both ways along each eigenvector; dashed where the ground bends down."""
        width, height = self._box.viewPixelSize()
        for (x, y), sags in zip(drawing.bends, drawing.sags, strict=True):
            share = math.hypot(x, y)
            along = QPointF(x / width, -y / height)
            length = math.hypot(along.x(), along.y())
            if length > 0.0:
                end = along * (max(3.0, LARGEST_BEND * share) / length)
                for pen in (
                    _pen(QColor(self._theme.background), 5.0),
                    _pen(QColor(self._theme.text), 2.0, dashed=sags),
                ):
                    painter.setPen(pen)
                    painter.drawLine(end * -1.0, end)

    def _draw_trials(self, painter: QPainter, drawing: StepDrawing) -> None:
        """The simplex as a triangle, trial points as small rings on the way to them."""
        halo, color = _pen(QColor(self._theme.background), 4.0), QColor(self._theme.text)
        if drawing.simplex:
            corners = QPolygonF([self._away(corner) for corner in drawing.simplex])
            for pen in (halo, _pen(color, 1.5)):
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(corners)
        for place in drawing.trials:
            painter.setBrush(QColor(self._theme.background))
            for pen in (halo, _pen(color, 1.3)):
                painter.setPen(pen)
                painter.drawEllipse(self._away(place), 3.0, 3.0)

    def _away(self, place: tuple[float, float]) -> QPointF:
        """Where a place of the plane is, in pixels from the run's."""
        assert self._drawing is not None
        width, height = self._box.viewPixelSize()
        (x, y), (x0, y0) = place, self._drawing.place
        away = np.clip([(x - x0) / width, (y0 - y) / height], -FARTHEST, FARTHEST)
        return QPointF(*np.nan_to_num(away).tolist())

    def _draw_ghost(self, painter: QPainter, drawing: StepDrawing) -> None:
        """The run's marker, hollow, where the step lands."""
        painter.save()
        painter.translate(self._pixels(drawing.update))
        painter.scale(12.0, 12.0)
        pen = _pen(self._color("position"), 1.8)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.background))
        painter.drawPath(Symbols[run_style(drawing.slot).marker])
        painter.restore()

    def _draw_times(self, painter: QPainter) -> None:
        font = QFont(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(-GAP - 14.0, -GAP), f"×{self._times:g}")

    def _draw_squares(self, painter: QPainter, drawing: StepDrawing) -> None:
        """A square for each axis whose side is what the axis is divided by, the larger one always as large."""
        x, y = drawing.divisor
        largest = max(x, y)
        if not (0.0 < largest < math.inf):
            return
        left = GAP
        font = QFont(painter.font())
        font.setPixelSize(10)
        painter.setFont(font)
        for name, side, color in zip("xy", (x, y), self._theme.axis_colors, strict=True):
            size = max(2.0, LARGEST_SQUARE * side / largest)
            square = QRectF(left, GAP, size, size)
            fill = QColor(color)
            fill.setAlphaF(0.25)
            painter.setPen(_pen(self._faded(color), 1.5))
            painter.setBrush(fill)
            painter.drawRect(square)
            painter.drawText(QPointF(left, GAP + LARGEST_SQUARE + 11.0), name)
            left += LARGEST_SQUARE + 6.0

    def _draw_rates(self, painter: QPainter, drawing: StepDrawing) -> None:
        """An ellipse whose half-axes are the learning rates of the axes, the longer one always as long."""
        x, y = drawing.rates
        largest = max(x, y)
        if not (0.0 < largest < math.inf):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_pen(self._faded(self._theme.muted), 1.5, dashed=True))
        painter.drawEllipse(QPointF(), LARGEST_RADIUS * x / largest, LARGEST_RADIUS * y / largest)

    def _faded(self, name: str) -> QColor:
        color = QColor(name)
        if self._lit and self._lit != "divisor":
            color.setAlphaF(FAINT)
        return color


class StageSteps:
    """The marks of steps on every panel of a stage, made when they are first needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._marks: dict[tuple[int, int], StepMark] = {}
        self._drawings: tuple[StepDrawing, ...] = ()
        self._lit = ""

    @property
    def shown(self) -> tuple[StepDrawing, ...]:
        """What is drawn."""
        return self._drawings

    def show(self, drawings: tuple[StepDrawing, ...]) -> None:
        """Draw these steps, each on the panels that show its run."""
        if not drawings and not self._drawings:
            return
        self._drawings = drawings
        wanted: dict[tuple[int, int], tuple[ContourPanel, StepDrawing]] = {}
        for panel in self._stage.panels:
            own = (drawing for drawing in drawings if drawing.key in panel.keys)
            wanted |= {(id(panel), drawing.key): (panel, drawing) for drawing in own}
        for place, mark in self._marks.items():
            if place not in wanted:
                mark.set_drawing(None)
        for place, (panel, drawing) in wanted.items():
            if place not in self._marks:
                self._marks[place] = StepMark(panel.box, z=4.6)
            self._marks[place].set_theme(panel.theme)
            self._marks[place].set_lit(self._lit)
            self._marks[place].set_drawing(drawing)

    def light(self, role: str) -> None:
        """Let the parts of a role stand out."""
        self._lit = role
        for mark in self._marks.values():
            mark.set_lit(role)

    def role_at(self, x: float, y: float) -> str:
        """The role of the arrow near a place of the plane; empty where there is none."""
        panel = self._stage.panels[0]
        for drawing in self._drawings:
            mark = next((mark for (_, key), mark in self._marks.items() if key == drawing.key), None)
            if mark is not None:
                offset = panel.pixels_of(x, y) - panel.pixels_of(*drawing.place)
                role = mark.role_at(offset)
                if role:
                    return role
        return ""


def _round_factor(wanted: float) -> float:
    """The largest of 1, 2, 5, 10, 20, … that is not above a number."""
    power = 10.0 ** math.floor(math.log10(min(wanted, 1e9)))
    return max(share * power for share in (1.0, 2.0, 5.0) if share * power <= wanted or share == 1.0)


def _pen(color: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([2.5, 2.5])
    return pen


def _arrow_path(tail: QPointF, tip: QPointF) -> QPainterPath:
    """A line with a head; of a very short one, the line alone."""
    path = QPainterPath(tail)
    path.lineTo(tip)
    away = tip - tail
    length = math.hypot(away.x(), away.y())
    if length < 2.0:
        return path
    head = min(HEAD, 0.6 * length)
    along = QPointF(away.x() / length, away.y() / length)
    across = QPointF(-along.y(), along.x())
    for side in (0.45, -0.45):
        path.moveTo(tip - along * head + across * (side * head))
        path.lineTo(tip)
    return path


def _distance(place: QPointF, tail: QPointF, tip: QPointF) -> float:
    """How far a place is from a line between two others."""
    start, end, point = (np.array([p.x(), p.y()]) for p in (tail, tip, place))
    along = end - start
    square = float(along @ along)
    share = min(1.0, max(0.0, float((point - start) @ along) / square)) if square > 0.0 else 0.0
    return float(np.linalg.norm(point - start - share * along))
