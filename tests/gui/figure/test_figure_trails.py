"""What runs did and will do: ghosts of the future, trails that end, markers, and where branches begin."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import Session, default_session
from gui.figure import build_figure
from gui.theme import LIGHT
from gui.views.tail_layer import FADING_ROWS
from tests.gui.figure.reader import SVG, grouped, in_plane, numbers, panels, picture, pixels

if TYPE_CHECKING:
    import xml.etree.ElementTree as ET

    from tests.gui.figure.reader import Array

BOOK = default_session()
ONE = replace(BOOK, runs=BOOK.runs[:1])


def shown(session: Session, **view: object) -> Session:
    return replace(session, view=replace(session.view, **view))  # type: ignore[arg-type]


def branched(iteration: int = 12, nudge: tuple[float, ...] = ()) -> Session:
    """SGD and a branch of it with Adam."""
    session = BOOK.branching_run(1, iteration)
    branch = session.run(5)
    assert branch.branch is not None
    branch = replace(branch, optimizer=make_optimizer("adam", {"lr": 0.3}), branch=replace(branch.branch, nudge=nudge))
    return replace(session.with_run(branch), runs=(session.run(1), branch))


def places(root: ET.Element, name: str) -> Array:
    """Corners of everything of a class, in the plane."""
    (panel,) = panels(root)
    found = [pixels(group) for group in grouped(panel, name)]
    return in_plane(panel, np.concatenate(found)) if found else np.empty((0, 2))


def reached(corners: Array, wanted: Array) -> list[bool]:
    """Which positions are corners of a line."""
    return [bool(np.hypot(*(corners - place).T).min() < 0.03) if len(corners) else False for place in wanted]


def test_what_is_to_come_is_a_ghost_from_the_playhead_on() -> None:
    root, (snapshot,) = picture(ONE, iteration=10), run_session(ONE)
    ghost, trail = places(root, "future"), places(root, "trajectory")
    assert all(reached(ghost, snapshot.params[10:20]))
    assert not any(reached(ghost, snapshot.params[:9]))
    assert all(reached(trail, snapshot.params[:11]))
    assert not any(reached(trail, snapshot.params[12:16]))
    (group,) = grouped(root, "future")
    assert [g.get("stroke-opacity") for g in group.iter(f"{SVG}g") if g.get("stroke")] == ["0.5"]


def test_at_the_end_there_is_no_ghost() -> None:
    assert not grouped(picture(BOOK), "future")


def test_a_branch_leaves_the_old_future_of_its_parent_as_a_ghost() -> None:
    session = branched()
    root, snapshots = picture(session, iteration=18), run_session(session)
    old, new = (snapshot.params for snapshot in snapshots)
    ghosts = [in_plane(panels(root)[0], pixels(group)) for group in grouped(root, "future")]
    assert [all(reached(ghost, path[18:24])) for ghost, path in zip(ghosts, (old, new), strict=True)] == [True, True]
    strokes = [[g.get("stroke") for g in group.iter(f"{SVG}g")] for group in grouped(root, "future")]
    colors = [next(filter(None, stroke)) for stroke in strokes]
    assert colors == [LIGHT.run_colors[run.style % 8] for run in session.runs]


def test_before_it_leaves_a_branch_is_all_ghost_and_has_no_marker() -> None:
    session = branched()
    root, (_, snapshot) = picture(session, iteration=6), run_session(session)
    ghost = in_plane(panels(root)[0], pixels(grouped(root, "future")[1]))
    assert all(reached(ghost, snapshot.params[12:20]))
    assert not any(reached(ghost, snapshot.params[7:11]))
    assert len(grouped(panels(root)[0], "marker")) == 1
    assert len(grouped(panels(picture(session, iteration=12))[0], "marker")) == 2


@pytest.mark.parametrize("nudge", [(), (1.5, -1.0)])
def test_a_ring_is_where_a_branch_begins_and_a_line_where_its_parent_was(nudge: tuple[float, ...]) -> None:
    session = branched(nudge=nudge)
    root, (parent, branch) = picture(session, iteration=20), run_session(session)
    (panel,), (mark,) = panels(root), grouped(root, "branching")
    rings = [[float(ring.get("cx", "")), float(ring.get("cy", ""))] for ring in mark.iter(f"{SVG}circle")]
    for ring in in_plane(panel, np.array(rings)):
        np.testing.assert_allclose(ring, branch.params[12], atol=0.02)
    line = in_plane(panel, pixels(mark))
    assert bool(len(line)) == bool(nudge)
    if nudge:
        np.testing.assert_allclose(line[-1], parent.params[12], atol=0.03)
    assert not grouped(picture(replace(session, runs=session.runs[:1]), iteration=20), "branching")


@pytest.mark.parametrize(("kind", "length"), [("last-10", 10), ("last-50", 50), ("fading", FADING_ROWS)])
def test_a_trail_that_ends_has_its_last_steps_alone(kind: str, length: int) -> None:
    slow = ONE.with_run(replace(ONE.runs[0], optimizer=make_optimizer("gradient-descent", {"lr": 0.05})))
    session = shown(replace(slow, steps=90), trail=kind)
    root, (snapshot,) = picture(session, iteration=80), run_session(session)
    trail = places(root, "trajectory")
    assert all(reached(trail, snapshot.params[80 - length : 81]))
    first = snapshot.params[80 - length]
    assert np.hypot(*(trail - first).T).min() < 0.03
    assert trail[:, 0].min() > snapshot.params[80 - length, 0] - 0.05
    assert all(reached(places(root, "future"), snapshot.params[:80:10]))


def test_what_fades_is_fainter_the_older_it_is() -> None:
    (group,) = grouped(picture(shown(ONE, trail="fading"), iteration=25), "trajectory")
    shades = [float(path.get("stroke-opacity", "1")) for path in group.iter(f"{SVG}path")]
    assert len(shades) == 25
    assert shades == sorted(shades)
    assert shades[-1] == 1.0
    assert shades[0] == pytest.approx(1 - 24 / FADING_ROWS, abs=0.01)


@pytest.mark.parametrize("every", [5, 10])
def test_markers_stand_at_every_so_many_steps(every: int) -> None:
    root, (snapshot,) = picture(shown(ONE, markers=every), iteration=22), run_session(ONE)
    (panel,) = panels(root)
    (group,) = grouped(panel, "trajectory")
    found = np.array([[float(use.get("x", "")), float(use.get("y", ""))] for use in group.iter(f"{SVG}use")])
    np.testing.assert_allclose(in_plane(panel, found), snapshot.params[0:23:every], atol=0.02)


def test_markers_of_runs_with_one_style_are_told_apart_by_their_runs() -> None:
    twins = replace(BOOK, runs=tuple(replace(run, style=0) for run in BOOK.runs))
    root = picture(shown(twins, markers=5, layout="side-by-side"))
    names = [g.get("id") for g in root.iter(f"{SVG}g") if (g.get("id") or "").startswith("step-")]
    assert len(names) == len(set(names)) == 4


@pytest.mark.parametrize("kind", ["full", "fading", "last-50"])
def test_long_runs_with_all_of_it_make_a_picture_of_bounded_size(kind: str) -> None:
    session = shown(replace(BOOK, steps=10_000), trail=kind, markers=5)
    wild = session
    for run in session.runs:
        wild = wild.with_run(replace(run, optimizer=make_optimizer("gradient-descent", {"lr": 0.9999})))
    text = build_figure(wild, run_session(wild), LIGHT, iteration=5000)
    assert len(text) < 1_000_000
    assert len(re.findall('class="future"', text)) == 4


def test_the_landscape_has_ghosts_too() -> None:
    session = shown(ONE, three_d=True)
    (relief,) = grouped(picture(session, iteration=10), "relief")
    assert len(grouped(relief, "future")) == 1
    assert len(pixels(grouped(relief, "future")[0])) > 20
    assert not grouped(grouped(picture(session), "relief")[0], "future")


def test_where_a_run_was_last_seen_it_stays() -> None:
    wild = ONE.with_run(replace(ONE.runs[0], optimizer=make_optimizer("gradient-descent", {"lr": 1.04})))
    root, (snapshot,) = picture(wild, iteration=4), run_session(wild)
    (marker,) = grouped(panels(root)[0], "marker")
    place = in_plane(panels(root)[0], numbers(marker.get("transform", "")))[0]
    np.testing.assert_allclose(place, snapshot.params[4], atol=0.02)
