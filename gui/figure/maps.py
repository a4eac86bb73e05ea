"""The maps of a picture: the ground, the runs on it, their steps; and the landscape beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.explain import explain
from gui.figure.axes import Axes
from gui.figure.field import Ground, define_field, draw_critical_points, draw_directions, draw_field_axes, use_field
from gui.figure.labels import Taken
from gui.figure.layout import MOST_DETAILED
from gui.figure.legend import draw_entry
from gui.figure.marks import draw_start
from gui.figure.models import draw_bottoms, draw_models
from gui.figure.overlays import draw_caption
from gui.figure.relief import draw_relief
from gui.figure.steps import draw_step_notes, draw_steps
from gui.figure.trajectory import draw_branching, draw_end, draw_trajectories, trajectory
from gui.shown import shown_names, shown_place
from gui.step_drawings import drawing_of, is_drawn, models_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.session import Session
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.layout import Layout
    from gui.figure.svg import SvgWriter
    from gui.shown import Seen
    from gui.theme import Theme
    from gui.views.step_geometry import StepDrawing
    from gui.views.taylor_layer import TaylorDrawing


class Scene(NamedTuple):
    """All that is drawn on maps."""

    ground: Ground
    runs: Sequence[DrawnRun]
    steps: tuple[StepDrawing, ...]
    models: tuple[TaylorDrawing, ...]

    @classmethod
    def of(cls, session: Session, runs: Sequence[DrawnRun], seen: Seen) -> Scene:
        """Explain the steps that the view wants to see; models are those of the chosen run."""
        ground, keys = Ground.of(session, seen), [run.key for run in session.runs]
        chosen = seen.chosen if seen.chosen in keys else next((run.spec.key for run in runs), 0)
        steps: list[StepDrawing] = []
        models: tuple[TaylorDrawing, ...] = ()
        for run in runs:
            if is_drawn(session, run.spec, chosen):
                found = explain(session.config(run.spec), run.snapshot, run.upto, written=False)
                steps.append(drawing_of(session, run.spec, run.snapshot, found, session.view.vectors))
                if run.spec.key == chosen:
                    models = models_of(session, found, ground.bounds, ground.contours.levels)
        return cls(ground, runs, tuple(steps) if seen.steps is None else seen.steps, models)


def draw_maps(svg: SvgWriter, theme: Theme, session: Session, scene: Scene, layout: Layout) -> None:
    """Draw a map with all runs, or one for each, and the landscape if it is wanted."""
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


def _draw_runs(svg: SvgWriter, theme: Theme, axes: Axes, session: Session, scene: Scene, share: float) -> None:
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
