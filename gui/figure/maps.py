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
from gui.figure.svg import MOVING, STILL
from gui.figure.trajectory import draw_branching, draw_end, draw_trajectories, trajectory
from gui.shown import shown_names, shown_place
from gui.step_drawings import drawing_of, is_drawn, models_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.session import Session
    from gui.figure.clip import Box
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.layout import Layout
    from gui.figure.relief import Landscape
    from gui.figure.svg import SvgWriter
    from gui.shown import Seen
    from gui.theme import Theme
    from gui.views.step_geometry import StepDrawing
    from gui.views.taylor_layer import TaylorDrawing


class Scene(NamedTuple):
    """All that is drawn on maps, and on the landscape if there is one."""

    ground: Ground
    landscape: Landscape | None
    runs: Sequence[DrawnRun]
    steps: tuple[StepDrawing, ...]
    models: tuple[TaylorDrawing, ...]

    @classmethod
    def of(
        cls, session: Session, ground: Ground, landscape: Landscape | None, runs: Sequence[DrawnRun], seen: Seen
    ) -> Scene:
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
        return cls(ground, landscape, runs, tuple(steps) if seen.steps is None else seen.steps, models)


def draw_maps(svg: SvgWriter, theme: Theme, session: Session, scene: Scene, layout: Layout) -> None:
    """Draw a map with all runs, or one for each, and the landscape if it is wanted."""
    boxes = layout.panels[:-1] if session.view.three_d else layout.panels
    if STILL in svg.layers:
        define_field(svg, theme, scene.ground, _axes(scene, boxes[0]), session.view.colour_map, _taken(session, scene))
    for index, box in enumerate(boxes):
        with svg.inside("g", class_="panel"):
            if STILL in svg.layers:
                _draw_ground(svg, theme, scene, box)
            if MOVING in svg.layers:
                outer = (index % layout.columns == 0, index + layout.columns >= len(boxes))
                _draw_panel(svg, theme, session, scene, (index, box), layout, outer)
    if scene.landscape is not None:
        draw_relief(svg, session, scene.ground, scene.landscape, scene.runs)


def _axes(scene: Scene, box: Box) -> Axes:
    return Axes(box, *scene.ground.bounds)


def _taken(session: Session, scene: Scene) -> Taken:
    """Where runs ever are, not only so far: numbers on lines stay where they are while time goes on."""
    runs, steps = scene.runs, [step.place for step in scene.steps]
    ways = [run.drawn(runs, 0, len(run.snapshot.params)) for run in runs]
    marked = np.array([shown_place(session, session.start), *steps])
    return Taken(marked, np.concatenate([np.empty((0, 2)), *ways]))


def _draw_ground(svg: SvgWriter, theme: Theme, scene: Scene, box: Box) -> None:
    """The field with its points."""
    axes = _axes(scene, box)
    use_field(svg, axes)
    draw_critical_points(svg, theme, scene.ground.points, axes)
    draw_caption(svg, theme, box, scene.ground.overlays)


def _draw_panel(
    svg: SvgWriter,
    theme: Theme,
    session: Session,
    scene: Scene,
    panel: tuple[int, Box],
    layout: Layout,
    outer: tuple[bool, bool],
) -> None:
    """What lies over the ground of a map, its axes, and the head of a map that has one run of its own."""
    index, box = panel
    axes, runs = _axes(scene, box), scene.runs
    shown = runs if layout.header == 0 else runs[index : index + 1]
    draw_models(svg, theme, axes, scene.models)
    _draw_runs(svg, theme, axes, session, scene._replace(runs=shown), 1.0 / max(len(runs), 1))
    draw_field_axes(svg, theme, axes, shown_names(session), left=outer[0], bottom=outer[1])
    if layout.header:
        details = len(runs) <= MOST_DETAILED
        place = (box.left, box.top - layout.header + 2, box.width)
        draw_entry(svg, theme, shown[0], place, 15 if details else 11, details=details)


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
