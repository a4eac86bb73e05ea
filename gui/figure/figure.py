"""The picture of a session: maps with trajectories, a legend, the loss."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.rendering import SIZES, SVG
from gui.figure.drawn_run import DrawnRun
from gui.figure.field import Ground
from gui.figure.layout import GAP, LOSS_TOP, Layout, arrange
from gui.figure.legend import draw_legend, legend_form, legend_height
from gui.figure.loss import best_loss, draw_loss
from gui.figure.maps import Scene, draw_maps
from gui.figure.relief import Landscape
from gui.figure.svg import LAYERS, MOVING, STILL, SvgWriter
from gui.figure.title import draw_title, moment_text
from gui.shown import UNSEEN, Seen, shown_axes
from surfaces import build_surface

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.history import Snapshot
    from engine.session import Session
    from gui.figure.clip import Box
    from gui.theme import Theme
    from surfaces.surface import Bounds

translate = QCoreApplication.translate
LEAST_CANVAS = (1000.0, 660.0)
"""A smaller picture is this one, shrunk."""
LEAST_LOSS = 190.0
LEGEND_GAP = 30.0


class Figure:
    """The picture of a session, to be drawn at any moment: what is the same at all of them is made once.

    `snapshots` are those of `session.runs`, in order; `seen` is what a window shows besides.
    """

    def __init__(
        self,
        session: Session,
        snapshots: Sequence[Snapshot],
        theme: Theme,
        *,
        seen: Seen = UNSEEN,
        size: tuple[int, int] = SIZES[SVG],
    ) -> None:
        self._session, self._theme, self._seen, self.size = session, theme, seen, size
        self._pairs = [(run, snapshot) for run, snapshot in zip(session.runs, snapshots, strict=True) if run.visible]
        shrink = max(1.0, LEAST_CANVAS[0] / size[0], LEAST_CANVAS[1] / size[1])
        self._canvas = (size[0] * shrink, size[1] * shrink)
        self._ground = Ground.of(session, seen)
        self._layout = _layout(session, self._ground.bounds, len(self._pairs), self._canvas)
        panel = self._layout.panels[-1]
        self._landscape = Landscape(theme, session, self._ground, panel) if session.view.three_d else None

    def draw(
        self,
        iteration: int | None = None,
        rows: Mapping[int, int] | None = None,
        layers: tuple[str, ...] = LAYERS,
        *,
        tells_end: bool = False,
    ) -> str:
        """Return the picture as SVG, or some of its layers; equal arguments give equal text.

        `iteration` is where the playhead stands (None: the end), and `rows` where each run does, by key, if not there.
        Which iteration it is goes without saying at the end, unless the picture `tells_end`.
        """
        session, theme, canvas = self._session, self._theme, self._canvas
        last = max((snapshot.last for _, snapshot in self._pairs), default=0)
        now = last if iteration is None else min(max(iteration, 0), last)
        runs = self._runs(now, rows or {})
        svg = SvgWriter(self.size, canvas, layers)
        if STILL in layers:
            svg.element("rect", width=canvas[0], height=canvas[1], fill=theme.background)
        if MOVING in layers:
            at = translate("figure", "iteration {now} / {last}").format(now=now, last=last)
            told = at if now < last or (tells_end and self._pairs) else ""
            draw_title(svg, theme, session, canvas[0], moment_text(session, runs) if rows else told)
        seen = self._seen if MOVING in layers else replace(self._seen, steps=())
        draw_maps(svg, theme, session, Scene.of(session, self._ground, self._landscape, runs, seen), self._layout)
        if self._layout.loss is not None and MOVING in layers:
            _draw_rest(svg, theme, session, runs, self._layout, now)
        return str(svg)

    def _runs(self, now: int, rows: Mapping[int, int]) -> list[DrawnRun]:
        axes = shown_axes(self._session)
        stands = [min(rows.get(run.key, now), snapshot.last) for run, snapshot in self._pairs]
        return [DrawnRun(*pair, row, axes) for pair, row in zip(self._pairs, stands, strict=True)]


def build_figure(
    session: Session,
    snapshots: Sequence[Snapshot],
    theme: Theme,
    *,
    iteration: int | None = None,
    rows: Mapping[int, int] | None = None,
    seen: Seen = UNSEEN,
    size: tuple[int, int] = SIZES[SVG],
) -> str:
    """Return the picture at one moment as SVG, as `Figure.draw` does."""
    return Figure(session, snapshots, theme, seen=seen, size=size).draw(iteration, rows)


def _layout(session: Session, bounds: Bounds, runs: int, canvas: tuple[float, float]) -> Layout:
    x0, x1, y0, y1 = bounds
    together = session.view.layout == "together" or not runs
    count = (1 if together else runs) + session.view.three_d
    return arrange(canvas, count, (x1 - x0) / (y1 - y0), together=together, with_loss=runs > 0)


def _draw_rest(
    svg: SvgWriter, theme: Theme, session: Session, runs: Sequence[DrawnRun], layout: Layout, now: int
) -> None:
    assert layout.loss is not None
    box = layout.loss
    if layout.legend is not None:
        legend, box = _shared(layout.legend, box, len(runs))
        form = legend_form(legend, len(runs), tall=legend.bottom <= box.top)
        draw_legend(svg, theme, legend, runs, form)
    best = best_loss(build_surface(session.surface), runs)
    draw_loss(svg, theme, box, runs, best, now, logarithmic=session.view.loss_scale == "log")


def _shared(legend: Box, loss: Box, count: int) -> tuple[Box, Box]:
    """Return the boxes of legend and loss; where they share a column, the legend takes what it needs."""
    if legend.right <= loss.left:
        return legend, loss
    room = legend._replace(bottom=loss.bottom - LEAST_LOSS - LOSS_TOP - LEGEND_GAP)
    form = legend_form(room, count, tall=True)
    bottom = room.top + legend_height(form, count, room.height)
    return room._replace(bottom=bottom), loss._replace(top=bottom + LEGEND_GAP + LOSS_TOP - GAP / 2)
