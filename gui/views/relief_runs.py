"""The runs on the relief: their lines as ink, and where each of them stands at the playhead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QColor

from gui.appearance import LINE_WIDTH, run_color, run_style
from gui.relief.feet import Foot, feet
from gui.relief.ways import Way, seen_and_hidden, way
from gui.theme import LIGHT, Theme
from gui.views.ink import InkLayer, Polyline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.relief.block import Block
    from gui.relief.camera import Camera
    from gui.relief.render import Picture
    from gui.views.contour_panel import Trail
    from gui.views.plot_strokes import Array, Frame, Strokes

FUTURE_OPACITY = 0.5
HIDDEN_OPACITY = 0.35
MOVING_POINTS = 1200
"""While the camera turns all lines together have about so many points."""


class StepDots(Polyline):
    """The dots of a line's steps, without the line."""

    def strokes(self, frame: Frame) -> Strokes:
        drawn = super().strokes(frame)
        return drawn._replace(segments=drawn.segments[:0], last=drawn.last[:0])


class ReliefRuns:
    """Three layers of ink: what is to come, what is hidden, what is in sight."""

    def __init__(self, plane: Any) -> None:
        self._theme: Theme = LIGHT
        self._block: Block | None = None
        self._trails: tuple[Trail, ...] = ()
        self._gradients: tuple[Array, ...] = ()
        self._ways: tuple[Way, ...] = ()
        self._camera: Camera | None = None
        self._picture: Picture | None = None
        self._rows: Mapping[int, int] = {}
        self._past_keys: tuple[int, ...] = ()
        self._hidden_keys: tuple[int, ...] = ()
        self._future = InkLayer(plane, z=1)
        self._future.setOpacity(FUTURE_OPACITY)
        self._hidden = InkLayer(plane, z=2)
        self._hidden.setOpacity(HIDDEN_OPACITY)
        self._past = InkLayer(plane, z=3)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._draw(moving=False)

    def set_block(self, block: Block) -> None:
        self._block = block
        self._find_ways()

    def set_trails(self, trails: tuple[Trail, ...], gradients: tuple[Array, ...]) -> None:
        self._trails, self._gradients = trails, gradients
        self._find_ways()

    def set_rows(self, rows: Mapping[int, int]) -> None:
        self._rows = rows
        self._show_rows()

    def _show_rows(self) -> None:
        for layer, keys in ((self._past, self._past_keys), (self._hidden, self._hidden_keys)):
            layer.set_counts(tuple(self._rows.get(key, 0) for key in keys))

    def place(self, camera: Camera, picture: Picture, *, moving: bool) -> None:
        """Show the runs as seen by a camera; with fewer points while it moves."""
        self._camera, self._picture = camera, picture
        self._draw(moving=moving)

    @property
    def count(self) -> int:
        """How many runs there are."""
        return len(self._trails)

    def slot(self, index: int) -> int:
        return self._trails[index].slot

    def _find_ways(self) -> None:
        if self._block is not None:
            keys = [trail.key for trail in self._trails]
            self._ways = tuple(way(self._block, trail.drawn(keys), trail.loss) for trail in self._trails)

    def _draw(self, *, moving: bool) -> None:
        if self._camera is None or self._picture is None or len(self._ways) != len(self._trails):
            return
        if moving and sum(len(whole.world) for whole in self._ways) > MOVING_POINTS:
            self._draw_plainly(self._camera, self._picture)
            return
        future, past, hidden = [], [], []
        for trail, shown in zip(self._trails, self._ways, strict=True):
            projected = self._camera.project(shown.world)
            seen, behind = seen_and_hidden(projected, self._picture)
            line = Polyline(projected[:, :2], run_color(self._theme, trail.slot), width=1.0, index=shown.index)
            future.append(line)
            past += self._past_lines(line, seen, shown, trail.slot)
            hidden.append(replace(line, points=behind, width=1.4, sights={}))
        self._set_lines(future, past, hidden)

    def _draw_plainly(self, camera: Camera, picture: Picture) -> None:
        """Show only the past in sight, as plain lines through some of the points: it lasts for a frame."""
        most = MOVING_POINTS // len(self._ways)
        past = []
        for index, whole in enumerate(self._ways):
            shown = whole.every(most)
            seen, _ = seen_and_hidden(camera.project(shown.world), picture)
            past.append(Polyline(seen, self.color(index), LINE_WIDTH, index=shown.index))
        self._set_lines([], past, [])

    def _set_lines(self, future: list[Polyline], past: list[Polyline], hidden: list[Polyline]) -> None:
        self._future.set_lines(tuple(future))
        self._past.set_lines(tuple(past))
        self._hidden.set_lines(tuple(hidden))
        self._past_keys, self._hidden_keys = self._keys(len(past)), self._keys(len(hidden))
        self._future.set_count(max((len(trail.points) - 1 for trail in self._trails), default=-1))
        self._show_rows()

    def _keys(self, lines: int) -> tuple[int, ...]:
        """The run of each of so many lines, as many for every run."""
        each = lines // max(len(self._trails), 1)
        return tuple(trail.key for trail in self._trails for _ in range(each))

    def _past_lines(self, line: Polyline, seen: Array, shown: Way, slot: int) -> list[Polyline]:
        halo = QColor(self._theme.background)
        style = run_style(slot)
        whole = replace(line, points=seen, width=LINE_WIDTH, dash=style.dash, halo=halo, sights={})
        steps = np.flatnonzero(shown.steps)
        dots = StepDots(seen[steps], line.color, halo=halo, dots=True, index=shown.index[steps])
        return [whole, dots]

    def feet(self) -> tuple[Foot | None, ...]:
        """Where each run stands at the playhead; None for one that has left the floor."""
        if self._block is None or self._camera is None or self._picture is None or not self._trails:
            return ()
        rows = np.full((len(self._trails), 5), np.nan)
        for index, trail in enumerate(self._trails):
            at = min(self._rows.get(trail.key, 0), len(trail.points) - 1)
            if at >= 0:
                rows[index, :2], rows[index, 2] = trail.points[at], trail.loss[at]
            if index < len(self._gradients) and 0 <= at < len(self._gradients[index]):
                rows[index, 3:] = self._gradients[index][at]
        return feet(self._block, self._camera, self._picture, rows[:, :2], rows[:, 2], rows[:, 3:])

    def color(self, index: int) -> QColor:
        """The colour of a run."""
        return run_color(self._theme, self._trails[index].slot)
