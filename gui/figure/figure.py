"""The picture of a session: maps with trajectories, a legend, the loss."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.clock import CLOCKS, moment_of
from engine.explain import explain
from gui.figure.axes import Axes
from gui.figure.drawn_run import DrawnRun
from gui.figure.field import Ground, define_field, draw_critical_points, draw_directions, draw_field_axes, use_field
from gui.figure.labels import Taken
from gui.figure.layout import GAP, LOSS_TOP, MARGIN, MOST_DETAILED, Layout, arrange
from gui.figure.legend import draw_entry, draw_legend, legend_form, legend_height
from gui.figure.loss import best_loss, draw_loss
from gui.figure.marks import draw_start
from gui.figure.models import draw_bottoms, draw_models
from gui.figure.overlays import draw_caption
from gui.figure.relief import draw_relief
from gui.figure.steps import draw_step_notes, draw_steps
from gui.figure.svg import SvgWriter
from gui.figure.text import fitted, formula_text, text_width, without_markup
from gui.figure.trajectory import draw_branching, draw_end, draw_trajectories, trajectory
from gui.numbers import format_number
from gui.presenting import heights_formula, sculpted_words
from gui.shown import UNSEEN, Seen, shown_axes, shown_names, shown_place
from gui.step_drawings import drawing_of, is_drawn, models_of
from gui.translation.sentences import data_text
from surfaces import build_surface, surface_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from engine.history import Snapshot
    from engine.session import Session
    from gui.figure.clip import Box
    from gui.theme import Theme
    from gui.views.step_geometry import StepDrawing
    from gui.views.taylor_layer import TaylorDrawing

translate = QCoreApplication.translate
LEAST_CANVAS = (1000.0, 660.0)
"""A smaller picture is this one, shrunk."""
LEAST_LOSS = 190.0
LEGEND_GAP = 30.0


def build_figure(
    session: Session,
    snapshots: Sequence[Snapshot],
    theme: Theme,
    *,
    iteration: int | None = None,
    rows: Mapping[int, int] | None = None,
    seen: Seen = UNSEEN,
    size: tuple[int, int] = (1200, 800),
) -> str:
    """Return the picture as SVG; equal arguments give equal text.

    `snapshots` are those of `session.runs`, in order; `iteration` is where the playhead stands (None: the end), and
    `rows` where each run does, by key, if not there. `seen` is what a window shows besides.
    """
    ground = Ground.of(session, seen)
    pairs = [(run, snapshot) for run, snapshot in zip(session.runs, snapshots, strict=True) if run.visible]
    last = max((snapshot.last for _, snapshot in pairs), default=0)
    now = last if iteration is None else min(max(iteration, 0), last)
    stands = {run.key: min((rows or {}).get(run.key, now), snapshot.last) for run, snapshot in pairs}
    runs = [DrawnRun(run, snapshot, stands[run.key], shown_axes(session)) for run, snapshot in pairs]
    shrink = max(1.0, LEAST_CANVAS[0] / size[0], LEAST_CANVAS[1] / size[1])
    canvas = (size[0] * shrink, size[1] * shrink)
    svg = SvgWriter(size, canvas)
    svg.element("rect", width=canvas[0], height=canvas[1], fill=theme.background)
    moment = (
        _moment(session, runs) if rows else translate("figure", "iteration {now} / {last}").format(now=now, last=last)
    )
    _draw_title(svg, theme, session, canvas[0], moment if now < last or rows else "")
    layout = _layout(session, ground, runs, canvas)
    _draw_panels(svg, theme, session, _scene(session, ground, runs, seen), layout)
    if layout.loss is not None:
        _draw_rest(svg, theme, session, runs, layout, now)
    return str(svg)


class _Scene(NamedTuple):
    """All that is drawn on maps."""

    ground: Ground
    runs: Sequence[DrawnRun]
    steps: tuple[StepDrawing, ...]
    models: tuple[TaylorDrawing, ...]


def _scene(session: Session, ground: Ground, runs: Sequence[DrawnRun], seen: Seen) -> _Scene:
    """Explain the steps that the view wants to see; models are those of the chosen run."""
    keys = [run.key for run in session.runs]
    chosen = seen.chosen if seen.chosen in keys else next((run.spec.key for run in runs), 0)
    steps: list[StepDrawing] = []
    models: tuple[TaylorDrawing, ...] = ()
    for run in runs:
        if is_drawn(session, run.spec, chosen):
            found = explain(session.config(run.spec), run.snapshot, run.upto, written=False)
            steps.append(drawing_of(session, run.spec, run.snapshot, found, session.view.vectors))
            if run.spec.key == chosen:
                models = models_of(session, found, ground.bounds, ground.contours.levels)
    return _Scene(ground, runs, tuple(steps) if seen.steps is None else seen.steps, models)


def _layout(session: Session, ground: Ground, runs: Sequence[DrawnRun], canvas: tuple[float, float]) -> Layout:
    x0, x1, y0, y1 = ground.bounds
    together = session.view.layout == "together" or not runs
    count = (1 if together else len(runs)) + session.view.three_d
    return arrange(canvas, count, (x1 - x0) / (y1 - y0), together=together, with_loss=bool(runs))


def _moment(session: Session, runs: Sequence[DrawnRun]) -> str:
    """Say what the clock shows that all runs share; nothing where they move alone."""
    clock = session.view.pace
    if clock not in CLOCKS:
        return ""
    shown = max((moment_of(run.snapshot, clock, run.upto) for run in runs), default=0.0)
    words = {
        "iteration": translate("figure", "{count} iteration"),
        "evaluations": translate("figure", "{count} evaluations"),
        "epoch": translate("figure", "{count} epochs"),
    }
    return words[clock].format(count=format_number(shown))


def _draw_title(svg: SvgWriter, theme: Theme, session: Session, width: float, moment: str) -> None:
    """Write the surface's title, the moment shown if it is not the end, and the formula."""
    title, formula = _names(session)
    room = width - 2 * MARGIN
    if moment:
        room -= text_width(moment, 18) + 24
        svg.text(width - MARGIN, 46, moment, 18, text_anchor="end", fill=theme.muted)
    if title:
        svg.text(MARGIN, 46, fitted(title, 27, room), 26, font_weight="600", fill=theme.text)
        _draw_formula(svg, theme, formula, 74, 17, width - 2 * MARGIN)
    else:
        _draw_formula(svg, theme, formula, 52, 24, room)


def _names(session: Session) -> tuple[str, str]:
    """Return the surface's title (none for a typed formula) and its formula with the values of its parameters."""
    spec = session.surface
    if spec.heights is not None:
        return spec.heights.title, heights_formula(spec.heights)
    row = surface_row(spec.name).in_dimensions(spec.dim) if spec.name else None
    variables = ", ".join(f"<i>{name}</i>" for name in (row.variables if row else ("x", "y")))
    values = {parameter.name: parameter.default for parameter in row.parameters} if row else {}
    values.update(spec.parameters)
    shown = f"<i>f</i>({variables}) = " + formula_text(row.formula if row else spec.formula)
    shown += sculpted_words(spec)
    for name, value in values.items():
        shown += f",   <i>{name}</i> = {format_number(value)}"
    return data_text(row.title) if row else "", shown


def _draw_formula(svg: SvgWriter, theme: Theme, formula: str, y: float, size: float, room: float) -> None:
    """Write a formula, smaller where it is long, cut where it is very long."""
    plain = without_markup(formula)
    width = text_width(plain, size)
    size = max(11.0, min(size, size * room / width))
    color = theme.muted if y > 60 else theme.text
    if text_width(plain, size) > room + 0.5:
        svg.text(MARGIN, y, fitted(plain, size, room), size, fill=color)
    else:
        svg.mathematics(MARGIN, y, formula, size, fill=color)


def _draw_panels(svg: SvgWriter, theme: Theme, session: Session, scene: _Scene, layout: Layout) -> None:
    ground, runs = scene.ground, scene.runs
    boxes = layout.panels[:-1] if session.view.three_d else layout.panels
    axes = Axes(boxes[0], *ground.bounds)
    marked = np.array([shown_place(session, session.start), *(step.place for step in scene.steps)])
    crossed = np.concatenate([np.empty((0, 2)), *(run.drawn(runs) for run in runs)])
    define_field(svg, theme, ground, axes, session.view.colour_map, Taken(marked, crossed))
    for index, box in enumerate(boxes):
        axes = Axes(box, *ground.bounds)
        with svg.inside("g", class_="panel"):
            use_field(svg, axes)
            draw_critical_points(svg, theme, ground.points, axes)
            draw_caption(svg, theme, box, ground.overlays)
            shown = runs if layout.header == 0 else runs[index : index + 1]
            draw_models(svg, theme, axes, scene.models)
            _draw_runs(svg, theme, axes, session, scene._replace(runs=shown), 1.0 / max(len(runs), 1))
            draw_field_axes(
                svg,
                theme,
                axes,
                shown_names(session),
                left=index % layout.columns == 0,
                bottom=index + layout.columns >= len(boxes),
            )
            if layout.header:
                details = len(boxes) <= MOST_DETAILED
                place = (box.left, box.top - layout.header + 2, box.width)
                draw_entry(svg, theme, shown[0], place, 15 if details else 11, details=details)
    if session.view.three_d:
        draw_relief(svg, theme, session, ground, runs, layout.panels[-1])


def _draw_runs(svg: SvgWriter, theme: Theme, axes: Axes, session: Session, scene: _Scene, share: float) -> None:
    """What the runs did, their steps, where each stands, and where all began: the lowest first."""
    runs, keys = scene.runs, [run.spec.key for run in scene.runs]
    kind, every = session.view.trail, session.view.markers
    draw_trajectories(svg, theme, [trajectory(axes, run, share, runs, kind, every) for run in runs])
    draw_directions(svg, theme, scene.ground, axes)
    draw_bottoms(svg, theme, axes, scene.models)
    steps = [step for step in scene.steps if step.key in keys]
    draw_steps(svg, theme, axes, steps)
    for run in runs:
        if not run.is_shared(runs):
            draw_end(svg, theme, axes, run)
    for run in runs:
        draw_branching(svg, theme, axes, run)
    place = axes.to_pixels(np.array([shown_place(session, session.start)]))
    if axes.box.holds(place)[0]:
        draw_start(svg, theme, *place[0].tolist())
    draw_step_notes(svg, theme, axes, steps)


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
