"""A step on the map: what the slope asks for, what memory carries, what comes of both, and how each axis is braked."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from gui.appearance import run_style
from gui.theme import LIGHT, Theme
from gui.views.marks import Mark
from gui.views.step_geometry import (
    ARROW_DASH,
    ARROW_HALO,
    ARROW_HALO_OPACITY,
    GHOST_EXTENT,
    HOLLOW_OPACITY,
    LARGEST_SQUARE,
    TERMS,
    TEXT_SIZE,
    TRIAL_RADIUS,
    Arrow,
    StepDrawing,
    StepSketch,
    role_color,
)

if TYPE_CHECKING:
    from gui.views.contour_panel import ContourPanel
    from gui.views.stage import Stage
    from gui.views.step_geometry import Place

FAINT, LIT_WIDTH = 0.3, 3.0

EDGES = tuple(QPointF(x, y) for x in (-1.0, 1.0) for y in (-1.0, 1.0))

__all__ = ["StageSteps", "StepDrawing", "StepMark"]


class StepMark(Mark):
    """The step of one run, painted around the run's place."""

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._theme = LIGHT
        self._drawing: StepDrawing | None = None
        self._sketch: StepSketch | None = None
        self._lit: frozenset[str] = frozenset()
        for moved in (box.sigRangeChanged, box.sigResized):
            moved.connect(self._on_box_changed)

    @property
    def drawing(self) -> StepDrawing | None:
        """What is drawn."""
        return self._drawing

    @property
    def sketch(self) -> StepSketch | None:
        """Where its parts are."""
        return self._sketch

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_drawing(self, drawing: StepDrawing | None) -> None:
        """Draw a step; None: nothing."""
        self._drawing = drawing
        self.place(*(drawing.place if drawing is not None else (math.nan, math.nan)))
        self._measure()

    def set_lit(self, terms: frozenset[str]) -> None:
        """Let the parts that these terms speak of stand out from the others; none: all alike."""
        if terms != self._lit:
            self._lit = terms
            self.update()

    def terms_at(self, offset: QPointF) -> frozenset[str]:
        """Which terms speak of what is near a place in pixels from the run's."""
        return self._sketch.terms_at((offset.x(), offset.y())) if self._sketch is not None else frozenset()

    def boundingRect(self) -> QRectF:
        return QRectF(-self.reach, -self.reach, 2 * self.reach, 2 * self.reach)

    def _on_box_changed(self) -> None:
        self._measure()

    def _measure(self) -> None:
        """Find where its parts are on the map of now, and take as much room as they need."""
        self.prepareGeometryChange()
        self._sketch = StepSketch(self._drawing, self._box.viewPixelSize()) if self._drawing is not None else None
        if self._sketch is not None:
            self.reach = self._sketch.reach
        self.update()

    # Paint

    def draw(self, painter: QPainter) -> None:
        sketch = self._sketch
        if sketch is None:
            return
        if sketch.radii is not None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(self._tint(self._theme.muted, "divisor"), 1.5, dashed=True))
            painter.drawEllipse(QPointF(), *sketch.radii)
        self._draw_bends(painter, sketch)
        self._draw_trials(painter, sketch)
        for arrow in sketch.arrows:
            self._draw_arrow(painter, arrow, sketch.drawing.slot)
        if sketch.ghost is not None:
            self._draw_ghost(painter, sketch.ghost, sketch.drawing.slot)
        font = QFont(painter.font())
        font.setPixelSize(round(TEXT_SIZE))
        painter.setFont(font)
        self._tell_times(painter, sketch)
        self._draw_squares(painter, sketch)

    def _tint(self, name: str, role: str) -> QColor:
        """Return a colour, faint while other parts of the step stand out."""
        color = QColor(name)
        if self._stands_out() and not self._is_lit(role):
            color.setAlphaF(FAINT)
        return color

    def _stands_out(self) -> bool:
        """Whether something that is drawn stands out."""
        return bool(self._lit) and self._sketch is not None and any(map(self._is_lit, self._sketch.roles))

    def _is_lit(self, role: str) -> bool:
        return not self._lit.isdisjoint(TERMS[role])

    def _draw_arrow(self, painter: QPainter, arrow: Arrow, slot: int) -> None:
        path, halo = _path(arrow.strokes()), QColor(self._theme.background)
        if arrow.hollow:
            halo.setAlphaF(HOLLOW_OPACITY)
            painter.fillPath(path, halo)
        halo.setAlphaF(ARROW_HALO_OPACITY)
        painter.strokePath(path, _pen(halo, ARROW_HALO))
        color = self._tint(role_color(self._theme, arrow.role, slot), arrow.role)
        width = max(LIT_WIDTH, arrow.width) if self._is_lit(arrow.role) else arrow.width
        painter.strokePath(path, _pen(color, width, dashed=arrow.dashed))

    def _draw_bends(self, painter: QPainter, sketch: StepSketch) -> None:
        """A line both ways along each eigenvector; dashed where the ground bends down."""
        for bend in sketch.bends:
            end = QPointF(*bend.end)
            halo = _pen(QColor(self._theme.background), 5.0)
            for pen in (halo, _pen(self._tint(self._theme.text, "curvature"), 2.0, dashed=bend.sags)):
                painter.setPen(pen)
                painter.drawLine(end * -1.0, end)

    def _draw_trials(self, painter: QPainter, sketch: StepSketch) -> None:
        """The simplex as a triangle, trial points as small rings on the way to them."""
        halo, color = _pen(QColor(self._theme.background), 4.0), self._tint(self._theme.text, "trials")
        if sketch.simplex:
            corners = QPolygonF([QPointF(*corner) for corner in sketch.simplex])
            for pen in (halo, _pen(color, 1.5)):
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawPolygon(corners)
        for place in sketch.trials:
            painter.setBrush(QColor(self._theme.background))
            for pen in (halo, _pen(color, 1.3)):
                painter.setPen(pen)
                painter.drawEllipse(QPointF(*place), TRIAL_RADIUS, TRIAL_RADIUS)

    def _draw_ghost(self, painter: QPainter, place: Place, slot: int) -> None:
        """The run's marker, hollow, where the step lands."""
        painter.save()
        painter.translate(*place)
        painter.scale(GHOST_EXTENT, GHOST_EXTENT)
        pen = _pen(self._tint(role_color(self._theme, "update", slot), "update"), 1.8)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.background))
        painter.drawPath(Symbols[run_style(slot).marker])
        painter.restore()

    def _tell_times(self, painter: QPainter, sketch: StepSketch) -> None:
        """Write by how much arrows are drawn longer, if they are, within the map."""
        text = sketch.times_text
        if text:
            ((x0, x1), (_, y1)), (x, y), (wide, high) = self._box.viewRange(), sketch.drawing.place, sketch.pixel
            edges = ((x0 - x) / wide, (y - y1) / high, (x1 - x) / wide)
            place = sketch.times_place(*edges, painter.fontMetrics().horizontalAdvance(text))
            self._write(painter, place, text, QColor(self._theme.muted))

    def _draw_squares(self, painter: QPainter, sketch: StepSketch) -> None:
        for axis, left, top, size in sketch.squares:
            color = self._theme.axis_colors[axis]
            fill = QColor(color)
            fill.setAlphaF(0.25)
            painter.setPen(_pen(self._tint(color, "divisor"), 1.5))
            painter.setBrush(fill)
            painter.drawRect(QRectF(left, top, size, size))
            self._write(painter, (left, top + LARGEST_SQUARE + 11.0), "xy"[axis], self._tint(color, "divisor"))

    def _write(self, painter: QPainter, place: Place, text: str, color: QColor) -> None:
        """A word with an edge in the colour of the ground, so that it can be read over lines."""
        painter.setPen(QColor(self._theme.background))
        for edge in EDGES:  # five times faster than to stroke its outline
            painter.drawText(QPointF(*place) + edge, text)
        painter.setPen(color)
        painter.drawText(QPointF(*place), text)


class StageSteps:
    """The marks of steps on every panel of a stage, made when they are first needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._marks: dict[tuple[int, int], StepMark] = {}
        self._drawings: tuple[StepDrawing, ...] = ()
        self._lit: tuple[int, frozenset[str]] = (0, frozenset())

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
            self._marks[place].set_lit(self._lit_of(drawing.key))
            self._marks[place].set_drawing(drawing)

    def light(self, key: int, terms: frozenset[str]) -> None:
        """Let the parts of a run's step that these terms speak of stand out."""
        self._lit = key, terms
        for (_, own), mark in self._marks.items():
            mark.set_lit(self._lit_of(own))

    def _lit_of(self, key: int) -> frozenset[str]:
        lit, terms = self._lit
        return terms if key == lit else frozenset()

    def terms_at(self, key: int, x: float, y: float) -> frozenset[str]:
        """Which terms speak of what of a run's step is near a place of the plane."""
        mark = next((mark for (_, own), mark in self._marks.items() if own == key), None)
        if mark is None or mark.drawing is None:
            return frozenset()
        panel = self._stage.panels[0]
        return mark.terms_at(panel.pixels_of(x, y) - panel.pixels_of(*mark.drawing.place))


def _pen(color: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern(list(ARROW_DASH))
    return pen


def _path(strokes: tuple[tuple[Place, ...], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in strokes:
        path.moveTo(*first)
        for place in others:
            path.lineTo(*place)
    return path
