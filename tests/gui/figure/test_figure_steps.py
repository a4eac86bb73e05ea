"""The step's arrows and marks in the picture: where the numbers of the record say, and as the window draws them."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from engine.export import run_session
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.session import VECTORS, Session, View, default_session
from gui.figure.axes import Axes
from gui.figure.clip import Box
from gui.figure.steps import draw_step_notes, draw_steps
from gui.figure.svg import SvgWriter
from gui.figure.text import text_width
from gui.shown import Seen
from gui.step_drawings import MODEL_RADIUS
from gui.theme import DARK, LIGHT
from gui.views.step_geometry import ARROWS, StepDrawing, StepSketch, role_color
from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.taylor import Taylor
from tests.gui.figure.reader import BOUNDS, SVG, grouped, in_plane, moved_to, panels, picture, pixels, texts

if TYPE_CHECKING:
    from engine.session import RunSpec
    from gui.views.step_geometry import ArrowRow
    from tests.gui.figure.reader import Array

BOX = Box(100.0, 50.0, 500.0, 250.0)
AXES = Axes(BOX, -10.0, 10.0, -5.0, 5.0)
PIXEL = (0.05, 0.05)


def wanted(*vectors: str, session: Session | None = None, **view: Any) -> Session:
    """The book's session, or another one, whose view wants to see these vectors of every run."""
    shown = session or default_session()
    return replace(shown, view=replace(shown.view, vectors=vectors, vectors_of_all=True, **view))


def drawn(drawing: StepDrawing) -> ET.Element:
    """A step alone on a map."""
    svg = SvgWriter((600, 300), (600.0, 300.0))
    draw_steps(svg, LIGHT, AXES, [drawing])
    draw_step_notes(svg, LIGHT, AXES, [drawing])
    return ET.fromstring(str(svg).encode())


def arrows(root: ET.Element) -> list[ET.Element]:
    return grouped(root, "arrow")


def tip(arrow: ET.Element) -> Array:
    """The head's corners are the wing, the tip and the other wing."""
    return np.asarray(pixels(arrow)[-2])


@pytest.mark.parametrize("slot", range(4))
def test_the_step_leads_from_where_the_run_stands_to_its_next_position(slot: int) -> None:
    run = default_session().runs[slot]
    session = wanted("update", session=replace(default_session(), runs=(run,)))
    seen = Seen((-8.0, 0.0, -2.5, 2.5))
    root = picture(session, iteration=2, seen=seen)
    (snapshot,), (panel,), (arrow,) = run_session(session), panels(root), arrows(root)
    assert not grouped(root, "times")
    ends = in_plane(panel, np.array([pixels(arrow)[0], tip(arrow)]), seen.bounds or BOUNDS)
    np.testing.assert_allclose(ends, snapshot.params[2:4], atol=0.01)
    (ghost,) = grouped(root, "ghost")
    np.testing.assert_allclose(
        in_plane(panel, moved_to(ghost)[None], seen.bounds or BOUNDS)[0], snapshot.params[3], atol=0.01
    )


def test_memory_and_pull_are_laid_tail_to_head() -> None:
    session = wanted("memory", "update", session=replace(default_session(), runs=default_session().runs[1:2]))
    root = picture(session, iteration=3)
    carried, pull, update = arrows(root)
    roles = [f"arrow {row.role}" for row in ARROWS if row.vector in ("carried", "pull", "update")]
    assert [arrow.get("class") for arrow in (carried, pull, update)] == roles
    np.testing.assert_allclose(tip(carried), pixels(pull)[0], atol=0.15)
    np.testing.assert_allclose(tip(pull), tip(update), atol=0.15)


@pytest.mark.parametrize("row", ARROWS, ids=lambda row: row.vector)
def test_every_kind_of_arrow_is_drawn_where_the_window_draws_it(row: ArrowRow) -> None:
    vectors: dict[str, Any] = {kind.vector: (1.0 + 0.4 * index, -0.8) for index, kind in enumerate(ARROWS)}
    drawing = StepDrawing(1, 2, (1.0, 1.0), **vectors)
    sketch, place = StepSketch(drawing, PIXEL), AXES.to_pixels(np.array([[1.0, 1.0]]))[0]
    painted = arrows(drawn(drawing))
    assert len(painted) == len(sketch.arrows) == len(ARROWS)
    index = ARROWS.index(row)
    element, arrow = painted[index], sketch.arrows[index]
    np.testing.assert_allclose(pixels(element)[0], place + arrow.tail, atol=0.1)
    head = pixels(element)[4] if row.hollow else tip(element)  # the middle of the line around it
    np.testing.assert_allclose(head, place + arrow.tip, atol=0.1)
    assert element.get("stroke") == role_color(LIGHT, arrow.role, 2)
    assert (element.get("stroke-dasharray") is not None) == arrow.dashed


@pytest.mark.parametrize("place", [(0.0, 0.0), (-9.99, 4.99), (9.99, 4.99), (-9.99, -4.99)])
def test_lengths_that_are_not_true_are_told(place: tuple[float, float]) -> None:
    root = drawn(StepDrawing(1, 0, (0.0, 0.0), update=(1e-3, 0.0), ghost=True))
    (told,) = grouped(drawn(StepDrawing(1, 0, place, update=(1e-3, 0.0))), "times")
    left, base = float(told.get("x", "")), float(told.get("y", ""))
    assert BOX.holds(np.array([(left, base - 8.0), (left + text_width(told.text or "", 10), base)])).all()
    (note,) = grouped(root, "times")
    times = float((note.text or "").removeprefix("×"))
    (arrow,) = arrows(root)
    length = math.dist(pixels(arrow)[0], tip(arrow))
    assert 20.0 <= length <= 60.0
    assert times * 1e-3 / PIXEL[0] == pytest.approx(length, rel=0.02)
    assert not grouped(root, "ghost")


def test_rates_divisors_directions_trials_and_the_simplex_have_their_sizes() -> None:
    root = drawn(
        StepDrawing(
            1,
            0,
            (0.0, 0.0),
            trials=((2.0, 1.0), (4.0, -1.0)),
            simplex=((0.0, 0.0), (2.0, 0.0), (0.0, 2.0)),
            divisor=(1.0, 4.0),
            rates=(2.0, 1.0),
            bends=((1.0, 0.0), (0.0, 0.25)),
            sags=(True, False),
        )
    )
    (ellipse,) = grouped(root, "rates")
    np.testing.assert_allclose(np.ptp(pixels(ellipse), axis=0), (68.0, 34.0), atol=0.5)
    squares = [np.ptp(pixels(square), axis=0) for square in grouped(root, "divisor")]
    np.testing.assert_allclose(squares, [(5.5, 5.5), (22.0, 22.0)], atol=0.2)
    bends = grouped(root, "bend")
    np.testing.assert_allclose([np.ptp(pixels(bend), axis=0) for bend in bends], [(80.0, 0.0), (0.0, 20.0)], atol=0.2)
    assert [bend.get("stroke-dasharray") is not None for bend in bends] == [True, False]
    rings = [(float(ring.get("cx", "")), float(ring.get("cy", ""))) for ring in grouped(root, "trial")]
    np.testing.assert_allclose(rings, AXES.to_pixels(np.array([(2.0, 1.0), (4.0, -1.0)])), atol=0.1)
    (simplex,) = grouped(root, "simplex")
    np.testing.assert_allclose(
        pixels(simplex)[:3], AXES.to_pixels(np.array([(0.0, 0.0), (2.0, 0.0), (0.0, 2.0)])), atol=0.1
    )


@pytest.mark.parametrize("update", [(1e300, 0.0), (math.inf, 0.0), (math.nan, 1.0), (3.0, 400.0), (0.0, 0.0)])
@pytest.mark.parametrize("place", [(0.0, 0.0), (9.9, 4.9), (-10.0, -5.0)])
def test_nothing_leaves_the_map(place: tuple[float, float], update: tuple[float, float]) -> None:
    root = drawn(
        StepDrawing(
            1,
            0,
            place,
            slope=update,
            update=update,
            trials=((1e9, 3.0), (0.0, 0.0)),
            simplex=((0.0, 0.0), (50.0, 0.0), (0.0, 1e12)),
            ghost=True,
            divisor=(0.0, math.nan),
            rates=(1.0, 2.0),
            bends=((1.0, 0.5),),
            sags=(False,),
        )
    )
    assert BOX.inset(-0.1).holds(pixels(root)).all()
    for element in root.iter(f"{SVG}text"):
        assert BOX.holds(np.array([[float(element.get("x", "")), float(element.get("y", ""))]])).all()


def test_a_run_out_of_sight_has_no_step() -> None:
    assert not list(drawn(StepDrawing(1, 0, (20.0, 0.0), update=(-15.0, 0.0))).iter(f"{SVG}path"))


def test_only_the_chosen_run_s_step_is_drawn_unless_all_are_wanted() -> None:
    session = wanted("update")
    alone = replace(session, view=replace(session.view, vectors_of_all=False))
    adam = next(run for run in session.runs if run.label == "Adam")

    def colors(shown: Session, chosen: int) -> list[str | None]:
        root = picture(shown, iteration=4, seen=Seen(chosen=chosen))
        return [arrow.get("stroke") for arrow in arrows(root)]

    assert colors(session, 0) == list(LIGHT.run_colors[:4])
    assert colors(alone, adam.key) == [LIGHT.run_colors[adam.style]]
    assert colors(alone, 0) == [LIGHT.run_colors[0]]
    assert not colors(replace(alone, view=View()), 0)


def test_side_by_side_each_map_has_its_own_run_s_step() -> None:
    root = picture(wanted("update", layout="side-by-side"), iteration=4, theme=DARK)
    found = [[arrow.get("stroke") for arrow in arrows(panel)] for panel in panels(root)]
    assert found == [[color] for color in DARK.run_colors[:4]]


def test_hidden_runs_have_no_step() -> None:
    session = wanted("update")
    hidden = replace(session, runs=tuple(replace(run, visible=run.label == "Adam") for run in session.runs))
    assert [arrow.get("stroke") for arrow in arrows(picture(hidden, iteration=4))] == [LIGHT.run_colors[3]]


def test_a_run_that_is_over_takes_no_step() -> None:
    session = wanted("update", session=replace(default_session(), runs=(_run("newton"),)))
    assert arrows(picture(session, iteration=0))
    assert not arrows(picture(session))


def _run(name: str) -> RunSpec:
    return Session(SurfaceSpec("book"), (0.0, 0.0)).adding_run(make_optimizer(name)).runs[0]


@pytest.mark.parametrize("name", ["newton", "adam", "nelder-mead", "gradient-descent"])
def test_everything_at_once_is_small(name: str) -> None:
    session = Session(SurfaceSpec("himmelblau"), (-1.0, -3.0), (_run(name),), steps=20)
    plain, full = (len("".join(_source(session, vectors))) for vectors in ((), VECTORS))
    assert 0 < full - plain < 60_000


def test_every_optimizer_s_step_can_be_drawn() -> None:
    session = Session(SurfaceSpec("himmelblau"), (-1.0, -3.0), steps=6)
    for name in OPTIMIZERS:
        session = session.adding_run(make_optimizer(name))
    root = picture(wanted(*VECTORS, session=session), iteration=4)
    inside = sum(_is_seen(snapshot.params[4]) for snapshot in run_session(session))
    assert len(grouped(root, "step")) == inside > 40
    assert len([arrow for arrow in arrows(root) if "update" in arrow.get("class", "")]) > 40


def _is_seen(place: Array) -> bool:
    return bool((np.abs(place) < 6.0).all())


def _source(session: Session, vectors: tuple[str, ...]) -> str:
    return ET.tostring(picture(wanted(*vectors, session=session), iteration=3), encoding="unicode")


# Models


@pytest.mark.parametrize(("name", "order"), [("plane", 1), ("paraboloid", 2)])
def test_a_model_is_drawn_where_it_holds(name: str, order: int) -> None:
    row = CATALOGUE["rosenbrock"]
    session = Session(SurfaceSpec("rosenbrock"), row.start, steps=20).adding_run(make_optimizer("newton"))
    root, (snapshot,) = picture(wanted(name, session=session), iteration=0), run_session(session)
    (panel,) = panels(root)
    (trusted,) = grouped(root, "trusted")
    bounds = row.bounds
    start = np.array(row.start)
    radius = max(MODEL_RADIUS * math.hypot(4.0, 4.0), 3.0 * float(np.linalg.norm(snapshot.params[1] - start)))
    expected = Taylor(build_surface(session.surface), start).trusted(order, radius)
    np.testing.assert_allclose(in_plane(panel, pixels(trusted), bounds), expected, atol=0.01)
    (model,) = grouped(root, f"model-{order}")
    assert [g.get("stroke-dasharray") is not None for g in model.iter(f"{SVG}g") if g.get("stroke")] == [False, True]


def test_newtons_step_ends_at_the_bottom_of_its_model() -> None:
    session = Session(SurfaceSpec("rosenbrock"), (-1.2, 1.0), steps=20).adding_run(make_optimizer("newton"))
    root = picture(wanted("update", "paraboloid", session=session), iteration=0)
    (bottom,), (arrow,) = grouped(root, "bottom"), arrows(root)
    np.testing.assert_allclose(pixels(bottom)[[0, -1]], [pixels(arrow)[0], tip(arrow)], atol=0.2)


def test_models_are_those_of_the_chosen_run_on_every_map() -> None:
    session = wanted("plane", layout="side-by-side")
    root = picture(session, iteration=4, seen=Seen(chosen=session.runs[2].key))
    shapes = [in_plane(panel, pixels(grouped(panel, "trusted")[0])) for panel in panels(root)]
    here = run_session(session)[2].params[4]
    for shape in shapes:
        np.testing.assert_allclose(shape.mean(axis=0), here, atol=1.0)
        np.testing.assert_allclose(shape, shapes[0], atol=0.1)
    assert not grouped(picture(replace(session, runs=())), "trusted")


def test_words_can_be_read_over_lines() -> None:
    root = drawn(StepDrawing(1, 0, (0.0, 0.0), divisor=(1.0, 1.0)))
    assert texts(root) == ["x", "x", "y", "y"]
    strokes = [text.get("stroke") for text in root.iter(f"{SVG}text")]
    assert strokes == [LIGHT.background, None] * 2
