"""What the curvature looks like at a place: its ellipse, and the directions in which a critical point is left."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from gui.theme import LIGHT, Theme
from gui.views.marks import Mark

if TYPE_CHECKING:
    import numpy.typing as npt

    from gui.views.stage import Stage

    Array = npt.NDArray[np.float64]

ELLIPSE_RADIUS = 44.0
"""The longer half-axis of the ellipse in pixels: it shows shape and direction; the size is told in numbers."""
SLIMMEST = 0.03
RING_RADIUS = 11.0
ARROW = (16.0, 44.0)
"""Where arrows begin and end, in pixels from the point."""
HEAD = 5.0
STROKE = 2.0


@dataclass(frozen=True, eq=False)
class Curvature:
    """Eigenvalues (2,), ascending, and unit eigenvectors (2, 2) in rows."""

    eigenvalues: Array
    eigenvectors: Array


class CurvatureMark(Mark):
    """The curvature ellipse dᵀ|H|d = const: long where the ground bends little.

    In the accent where it bends up in all directions, dashed in the colour of warning where it bends both ways, of
    danger where it bends down, muted where it is flat; half-axes along which the loss bends down are dashed.
    """

    reach = ELLIPSE_RADIUS + 4.0

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._theme = LIGHT
        self._curvature: Curvature | None = None

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_curvature(self, curvature: Curvature | None) -> None:
        self._curvature = curvature
        self.show_mark(curvature is not None and bool(np.isfinite(curvature.eigenvalues).all()))
        self.update()

    def draw(self, painter: QPainter) -> None:
        if self._curvature is None:
            return
        axes = half_axes(self._curvature, _pixels_per_unit(self._box))
        low, high = self._curvature.eigenvalues
        theme = self._theme
        told = {(1, 1): theme.accent, (-1, 1): theme.warning, (-1, -1): theme.danger}
        color = QColor(told.get((int(np.sign(low)), int(np.sign(high))), theme.muted))
        outline = _ellipse(axes)
        halo = QPen(QColor(theme.background), 4.0)
        painter.strokePath(outline, halo)
        painter.strokePath(outline, _pen(color, 2.0, dashed=low < 0 < high))
        for axis, curvature in zip(axes, (low, high), strict=True):
            painter.setPen(_pen(color, 1.25, dashed=curvature < 0))
            painter.drawLine(QPointF(-axis[0], -axis[1]), QPointF(axis[0], axis[1]))


class DirectionsMark(Mark):
    """A ring around a chosen point, arrows away from it where the loss falls and towards it where it rises."""

    reach = ARROW[1] + 8.0

    def __init__(self, box: Any, z: float) -> None:
        super().__init__(box, z)
        self._theme = LIGHT
        self._escape: Array = np.empty((0, 2))
        self._approach: Array = np.empty((0, 2))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_directions(self, escape: Array, approach: Array) -> None:
        """Directions of shape (n, 2) in the plane; each stands for both ways along it."""
        self._escape, self._approach = escape, approach
        self.update()

    def draw(self, painter: QPainter) -> None:
        strokes = direction_strokes(self._theme, self._escape, self._approach, _pixels_per_unit(self._box))
        for _, path in strokes:
            painter.strokePath(path, _pen(QColor(self._theme.background), STROKE + 3.0))
        for color, path in strokes:
            painter.strokePath(path, _pen(QColor(color), STROKE))


class StageMarks:
    """The two marks on every panel of a stage, made when they are first needed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._marks: dict[int, tuple[DirectionsMark, CurvatureMark]] = {}
        self._chosen: tuple[float, float] = (math.nan, math.nan)
        self._directions: tuple[Array, Array] = (np.empty((0, 2)), np.empty((0, 2)))

    @property
    def chosen(self) -> tuple[float, float]:
        """Where the ring is; NaN for nowhere."""
        return self._chosen

    def choose(self, x: float, y: float, escape: Array, approach: Array) -> None:
        """Point out a place with its directions; NaN: none."""
        self._chosen, self._directions = (x, y), (escape, approach)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen on panels that have come since, in the theme of the day."""
        if math.isnan(self._chosen[0]) and not self._marks:
            return
        for directions, ellipse in self._pairs():
            directions.set_directions(*self._directions)
            directions.place(*self._chosen)
            for mark in (directions, ellipse):
                mark.set_theme(self._stage.panels[0].theme)

    def show_curvature(self, x: float, y: float, curvature: Curvature | None) -> None:
        """Draw the ellipse here; None: nowhere."""
        if curvature is None and not self._marks:
            return
        for _, ellipse in self._pairs():
            ellipse.set_theme(self._stage.panels[0].theme)
            ellipse.place(x, y)
            ellipse.set_curvature(curvature)

    def _pairs(self) -> list[tuple[DirectionsMark, CurvatureMark]]:
        for panel in self._stage.panels:
            if id(panel) not in self._marks:
                self._marks[id(panel)] = (DirectionsMark(panel.box, z=4.5), CurvatureMark(panel.box, z=4.7))
        return list(self._marks.values())


def direction_strokes(
    theme: Theme, escape: Array, approach: Array, scale: tuple[float, float]
) -> list[tuple[str, QPainterPath]]:
    """Colours and paths of the ring and the arrows around a point, in pixels, `scale` of them to a unit."""
    strokes = [(theme.accent, _circle_path())]
    for directions, color, outward in ((approach, theme.text, False), (escape, theme.danger, True)):
        for direction in _turned(directions, scale):
            strokes += [(color, _arrow(sign * direction, outward=outward)) for sign in (1.0, -1.0)]
    return strokes


def half_axes(curvature: Curvature, scale: tuple[float, float]) -> Array:
    """Half-axes of the curvature ellipse in pixels (y down), shape (2, 2); conjugate ones if the scales differ."""
    sizes = np.abs(curvature.eigenvalues)
    largest = float(sizes.max())
    lengths = 1.0 / np.sqrt(np.maximum(sizes / largest, SLIMMEST**2)) if largest > 0.0 else np.ones(2)
    axes = curvature.eigenvectors * lengths[:, None] * np.array([scale[0], -scale[1]])
    longest = math.sqrt(_largest_square(axes))
    return np.asarray(axes * (ELLIPSE_RADIUS / longest))


def _largest_square(axes: Array) -> float:
    """Square of the longest radius of the ellipse with these conjugate half-axes."""
    gram = axes.T @ axes
    return float(np.linalg.eigvalsh(gram)[-1])


def _pixels_per_unit(box: Any) -> tuple[float, float]:
    width, height = box.viewPixelSize()
    return 1.0 / width, 1.0 / height


def _turned(directions: Array, scale: tuple[float, float]) -> Array:
    """Directions of the plane as unit vectors on the screen."""
    turned = directions * np.array([scale[0], -scale[1]])
    return np.asarray(turned / np.hypot(turned[:, 0], turned[:, 1])[:, None])


def _pen(color: QColor, width: float, *, dashed: bool = False) -> QPen:
    pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([3.0, 2.5])
    return pen


def _ellipse(axes: Array) -> QPainterPath:
    angles = np.linspace(0.0, 2.0 * np.pi, 73)
    points = np.outer(np.cos(angles), axes[0]) + np.outer(np.sin(angles), axes[1])
    path = QPainterPath(QPointF(*points[0].tolist()))
    for x, y in points[1:].tolist():
        path.lineTo(x, y)
    return path


def _circle_path() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(0.0, 0.0), RING_RADIUS, RING_RADIUS)
    return path


def _arrow(direction: Array, *, outward: bool) -> QPainterPath:
    """A shaft from the ring outwards with its head at the far end, or at the near one."""
    near, far = direction * ARROW[0], direction * ARROW[1]
    tail, tip = (near, far) if outward else (far, near)
    along = (tip - tail) / float(np.hypot(*(tip - tail)))
    across = np.array([-along[1], along[0]])
    path = QPainterPath(QPointF(*tail.tolist()))
    path.lineTo(QPointF(*tip.tolist()))
    for side in (1.0, -1.0):
        path.moveTo(QPointF(*tip.tolist()))
        path.lineTo(QPointF(*(tip - HEAD * along + side * 0.7 * HEAD * across).tolist()))
    return path
