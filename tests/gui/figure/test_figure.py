from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.export import run_session
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.scenario import load_scenarios
from engine.session import LAYOUTS, Session, View, default_session
from gui.figure import build_figure
from gui.theme import DARK, LIGHT, THEMES, Theme
from surfaces import CATALOGUE, Feature, HeightMap, SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.scenario import Scenario

SVG = "{http://www.w3.org/2000/svg}"
BOOK = default_session()


def figure(session: Session, theme: Theme = LIGHT, iteration: int | None = None) -> ET.Element:
    text = build_figure(session, run_session(session), theme, iteration=iteration)
    return ET.fromstring(text.encode())


def grouped(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if element.get("class") == name]


def texts(root: ET.Element) -> list[str]:
    return ["".join(element.itertext()) for element in root.iter(f"{SVG}text")]


def titles(root: ET.Element, name: str) -> list[str | None]:
    return [group.findtext(f"{SVG}title") for group in grouped(root, name)]


def vertices(group: ET.Element) -> Iterator[tuple[float, float]]:
    for path in group.iter(f"{SVG}path"):
        if path.get("class") is None:
            numbers = [float(text) for text in re.findall(r"[-\d.]+", path.get("d", ""))]
            yield from zip(numbers[::2], numbers[1::2], strict=True)


def made(paths: list[np.ndarray]) -> tuple[Session, list[Snapshot]]:
    """Session with a run per path, and snapshots that say it went there."""
    session = Session(SurfaceSpec("himmelblau"), (1.0, 1.0))
    snapshots = []
    for path in paths:
        session = session.adding_run(make_optimizer("adam"))
        table = np.zeros((len(path), 7))
        with np.errstate(over="ignore"):
            table[:, :2], table[:, 2] = path, (path**2).sum(axis=1)
        snapshots.append(Snapshot(table, Layout(2), RunStatus.STEP_LIMIT))
    return session, snapshots


@pytest.mark.parametrize("scenario", load_scenarios(), ids=lambda scenario: scenario.name)
def test_every_scenario_makes_pictures_with_a_trajectory_per_run(scenario: Scenario) -> None:
    themes, snapshots = list(THEMES.values()), run_session(scenario.session)
    for turn, layout in enumerate(LAYOUTS):
        session = replace(scenario.session, view=replace(scenario.session.view, layout=layout, three_d=False))
        theme = themes[(len(scenario.name) + turn) % len(themes)]
        root = ET.fromstring(build_figure(session, snapshots, theme).encode())
        labels = [run.label for run in session.runs if run.visible]
        assert titles(root, "trajectory") == labels
        assert titles(root, "curve") == labels
        assert len(grouped(root, "panel")) == (1 if layout == "together" else len(labels))
        said = texts(root)
        assert all(any(text.startswith(label[:4]) for text in said) for label in labels)
        assert not session.surface.name or CATALOGUE[session.surface.name].title in said


@pytest.mark.parametrize("layout", LAYOUTS)
def test_hidden_runs_are_absent(layout: str) -> None:
    runs = tuple(replace(run, visible=run.label != "Momentum") for run in BOOK.runs)
    root = figure(replace(BOOK, runs=runs, view=View(layout)))
    assert titles(root, "trajectory") == ["SGD", "AdaGrad", "Adam"]
    assert not any("Momentum" in text for text in texts(root))


def test_without_visible_runs_there_is_the_map_alone() -> None:
    root = figure(replace(BOOK, runs=()))
    assert len(grouped(root, "panel")) == 1
    assert not grouped(root, "loss")


def test_the_legend_tells_learning_rates_changed_hyperparameters_and_losses() -> None:
    shown = texts(figure(BOOK))
    assert "learning rate 0.3 · eps 1e−07 · form book" in shown
    assert "learning rate 0.95" in shown
    assert "0.01333" in shown


def test_same_session_same_text() -> None:
    one, other = (build_figure(BOOK, run_session(BOOK), DARK) for _ in range(2))
    assert one == other


def test_the_playhead_shortens_trajectories_and_stands_in_the_loss() -> None:
    whole, early = figure(BOOK), figure(BOOK, iteration=5)
    assert not grouped(whole, "playhead")
    assert len(grouped(early, "playhead")) == 1
    assert "iteration 5 / 30" in texts(early)
    for one, other in zip(grouped(whole, "trajectory"), grouped(early, "trajectory"), strict=True):
        assert len(list(vertices(other))) < len(list(vertices(one)))


@pytest.mark.parametrize(("pace", "moment"), [("evaluations", "9 evaluations"), ("epoch", "9 epochs"), ("alone", "")])
def test_runs_that_stand_apart_are_drawn_where_they_stand(pace: str, moment: str) -> None:
    session, rows = replace(BOOK, view=replace(BOOK.view, pace=pace)), {1: 9, 2: 4, 3: 0, 4: 9}
    text = build_figure(session, run_session(session), LIGHT, iteration=9, rows=rows)
    apart = ET.fromstring(text)
    said = texts(apart)
    assert not moment or moment in said
    assert not [line for line in said if line.startswith("iteration ")]
    together = figure(BOOK, iteration=9)
    lengths = [[len(list(vertices(way))) for way in grouped(root, "trajectory")] for root in (apart, together)]
    assert lengths[0][0] == lengths[1][0]
    assert lengths[0][1] < lengths[1][1]


def test_hostile_labels_are_only_text() -> None:
    label = "<script>&\"']]>"
    session = BOOK.with_run(replace(BOOK.runs[0], label=label))
    for layout in LAYOUTS:
        root = figure(replace(session, view=View(layout)))
        assert label in texts(root)
        assert not list(root.iter(f"{SVG}script"))


def test_a_typed_formula_is_its_own_title() -> None:
    session = replace(BOOK, surface=SurfaceSpec(formula="x^2 + a*y^2", parameters=(("a", 3.0),)))
    assert any(text.startswith("f(x, y) = x² + a·y²") and "a = 3" in text for text in texts(figure(session)))


def test_what_is_sculpted_or_imported_is_told_beside_or_instead_of_the_formula() -> None:
    hill = Feature("hill", 0.0, 0.0, 1.0, 1.0, 1.0)
    for features, words in (((hill,), " + 1 sculpted feature"), ((hill, hill), " + 2 sculpted features")):
        sculpted = replace(BOOK, surface=SurfaceSpec(formula="x^2", features=features))
        assert f"f(x, y) = x²{words}" in texts(figure(sculpted))
    heights = HeightMap("An old field", 3, 2, np.arange(6.0).tobytes())
    shown = texts(figure(replace(BOOK, surface=SurfaceSpec(heights=heights))))
    assert "An old field" in shown
    assert "f(x, y): the bicubic spline through 3 × 2 heights" in shown


def test_a_run_that_flies_off_keeps_the_view() -> None:
    wild = BOOK.with_run(replace(BOOK.runs[0], optimizer=make_optimizer("gradient-descent", {"learning_rate": 3.0})))
    calm, root = figure(BOOK), figure(wild)
    panel, calm_panel = grouped(root, "panel")[0], grouped(calm, "panel")[0]
    ticks = [text.text for text in panel.iter(f"{SVG}text")]
    assert ticks == [text.text for text in calm_panel.iter(f"{SVG}text")]
    assert any(text.startswith("diverged") for text in texts(root))


def test_points_anywhere_stay_in_the_axes() -> None:
    far = np.array([[0, 0], [1e300, 1e300], [np.nan, 1], [1, 1], [-1e308, 1e308], [2, 2], [np.inf, 0], [3.0, 3.0]])
    session, snapshots = made([far])
    root = ET.fromstring(build_figure(session, snapshots, LIGHT).encode())
    for name, frame in (("trajectory", "panel"), ("curve", "loss")):
        box = next(e for e in grouped(root, frame)[0].iter(f"{SVG}rect"))
        left, top, width, height = (float(box.get(key, "")) for key in ("x", "y", "width", "height"))
        for x, y in vertices(grouped(root, name)[0]):
            assert left - 0.1 <= x <= left + width + 0.1
            assert top - 0.1 <= y <= top + height + 0.1


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("kind", ["walk", "noise"])
def test_long_runs_make_a_picture_of_bounded_size(kind: str, layout: str) -> None:
    rng = np.random.default_rng(0)
    steps = [rng.normal(size=(10_001, 2)) for _ in range(8)]
    session, snapshots = made([np.cumsum(0.1 * s, axis=0) if kind == "walk" else 2 * s for s in steps])
    text = build_figure(replace(session, view=View(layout)), snapshots, LIGHT)
    assert len(text) < 2_000_000
    assert len(titles(ET.fromstring(text.encode()), "trajectory")) == 8


@pytest.mark.parametrize("size", [(1200, 800), (300, 200), (1920, 600), (700, 1400)])
@pytest.mark.parametrize("count", [1, 12, 64])
def test_any_size_and_number_of_runs(size: tuple[int, int], count: int) -> None:
    session, snapshots = made([np.array([[1.0, 1.0], [2.0, 1.5]])] * count)
    for layout in LAYOUTS:
        text = build_figure(replace(session, view=View(layout)), snapshots, LIGHT, size=size)
        root = ET.fromstring(text.encode())
        assert (root.get("width"), root.get("height")) == tuple(map(str, size))
        assert len(grouped(root, "trajectory")) == count


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_surface_can_be_shown(name: str) -> None:
    session = Session(SurfaceSpec(name), CATALOGUE[name].start, steps=5)
    assert grouped(figure(session.adding_run(make_optimizer("adam"))), "panel")


def lines_of(formula: str, color: str) -> list[tuple[float, float]]:
    """Corners of everything drawn in a colour on the map of a formula."""
    spec = SurfaceSpec(formula=formula, bounds=(-4.0, 4.0, -5.0, 5.0))
    field = next(
        group for group in figure(replace(default_session(), surface=spec)).iter() if group.get("id") == "field"
    )
    return [place for group in field if group.get("stroke") == color for place in vertices(group)]


def test_places_without_a_loss_are_hatched_in_pictures_too() -> None:
    hatched = lines_of("sqrt(x) + y^2", LIGHT.outline)
    right = max(x for x, _ in lines_of("sqrt(x) + y^2", LIGHT.contour))
    assert hatched
    assert max(x for x, _ in hatched) <= 0.51 * right
    assert not lines_of("x^2 + y^2", LIGHT.outline)


def test_kinks_are_drawn_in_pictures_too() -> None:
    assert {round(y) for _, y in lines_of("x^2 + |y|", LIGHT.text)} != set()
    assert len({round(y) for _, y in lines_of("x^2 + |y|", LIGHT.text)}) == 1
    assert not lines_of("x^2 + y^2", LIGHT.text)
