from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from engine.export import run_session
from engine.history import Layout, RunStatus, Snapshot
from engine.optimizers import make_optimizer
from engine.session import LAYOUTS, Session, View, default_session
from gui.figure import build_figure, svg_to_png
from gui.figure.layout import BOTTOM_AXIS, LEFT_AXIS, arrange
from gui.shown import Seen
from gui.theme import LIGHT, THEMES, Theme
from surfaces import CATALOGUE, SurfaceSpec
from tests.gui.figure.reader import numbers

if TYPE_CHECKING:
    from gui.figure.clip import Box

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"
BOOK = replace(default_session(), view=View(three_d=True))


def figure(session: Session, theme: Theme = LIGHT, iteration: int | None = None) -> ET.Element:
    return ET.fromstring(build_figure(session, run_session(session), theme, iteration=iteration).encode())


def reliefs(root: ET.Element) -> list[ET.Element]:
    return [element for element in root.iter() if element.get("class") == "relief"]


def inside(group: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in group.iter() if element.get("class") == name]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_there_is_one_landscape_with_every_run_beside_the_maps(layout: str, theme: Theme) -> None:
    root = figure(replace(BOOK, view=replace(BOOK.view, layout=layout)), theme)
    (relief,) = reliefs(root)
    titles = [group.findtext(f"{SVG}title") for group in inside(relief, "trajectory")]
    assert titles == list(BOOK.labels())
    assert len(inside(root, "panel")) == (1 if layout == "together" else 4)
    assert len(list(relief.iter(f"{SVG}image"))) == 1
    texts = ["".join(text.itertext()) for text in relief.iter(f"{SVG}text")]
    assert {"x", "y", "loss"} <= set(texts)


def test_without_three_dimensions_there_is_none() -> None:
    assert not reliefs(figure(replace(BOOK, view=View())))


def test_without_runs_there_is_the_landscape() -> None:
    (relief,) = reliefs(figure(replace(BOOK, runs=())))
    assert list(relief.iter(f"{SVG}image"))
    assert not inside(relief, "foot")


def test_the_camera_is_the_session_s() -> None:
    turned = replace(BOOK, view=replace(BOOK.view, camera=(30.0, 60.0)))
    one, other = (reliefs(figure(session))[0] for session in (BOOK, turned))
    floors = [inside(relief, "floor")[0].get("points") for relief in (one, other)]
    assert floors[0] != floors[1]


def test_everything_stays_on_the_canvas() -> None:
    (relief,) = reliefs(figure(BOOK))
    for path in relief.iter(f"{SVG}path"):
        if path.get("transform") is None and path.get("class") is None:
            numbers = [float(text) for text in re.findall(r"[-\d.]+", path.get("d", ""))]
            assert all(0 <= x <= 1200 for x in numbers[::2])
            assert all(0 <= y <= 800 for y in numbers[1::2])


def test_the_picture_shows_landscape_and_trails() -> None:
    svg = build_figure(BOOK, run_session(BOOK), LIGHT)
    image = QImage.fromData(svg_to_png(svg))
    (relief,) = reliefs(ET.fromstring(svg.encode()))
    floor = inside(relief, "floor")[0].get("points", "")
    corners = np.array([[float(part) for part in place.split(",")] for place in floor.split()])
    left, right = int(corners[:, 0].min()), int(corners[:, 0].max())
    top, bottom = int(corners[:, 1].min()) - 150, int(corners[:, 1].max())
    seen = {image.pixelColor(x, y).rgb() for x in range(left, right, 2) for y in range(max(top, 90), bottom, 2)}
    assert len(seen) > 300
    assert QColor(LIGHT.run_colors[0]).rgb() in seen


def test_same_session_same_text() -> None:
    one, other = (build_figure(BOOK, run_session(BOOK), LIGHT) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("kind", ["walk", "noise"])
def test_long_runs_make_a_picture_of_bounded_size(kind: str) -> None:
    rng = np.random.default_rng(0)
    session = Session(SurfaceSpec("himmelblau"), (1.0, 1.0), view=View(three_d=True))
    snapshots = []
    for _ in range(8):
        steps = rng.normal(size=(10_001, 2))
        session = session.adding_run(make_optimizer("adam"))
        table = np.zeros((10_001, 7))
        table[:, :2] = np.cumsum(0.1 * steps, axis=0) if kind == "walk" else 2 * steps
        snapshots.append(Snapshot(table, Layout(2), RunStatus.STEP_LIMIT))
    text = build_figure(session, snapshots, LIGHT)
    assert len(text) < 2_000_000
    assert len(inside(reliefs(ET.fromstring(text.encode()))[0], "trajectory")) == 8


@pytest.mark.parametrize("formula", ["log(x) + y", "7 + 0*x", "1/x"])
@pytest.mark.parametrize("size", [(300, 200), (1920, 600), (700, 1400)])
def test_any_landscape_and_size(formula: str, size: tuple[int, int]) -> None:
    session = replace(BOOK, surface=SurfaceSpec(formula=formula), start=(1.0, 1.0))
    root = ET.fromstring(build_figure(session, run_session(session), LIGHT, size=size).encode())
    assert len(reliefs(root)) == 1


@pytest.mark.parametrize("times", [1.0, 2.0, 6.0])
def test_a_closer_look_is_as_many_times_larger_and_stays_in_its_box(times: float) -> None:
    text = build_figure(BOOK, run_session(BOOK), LIGHT, iteration=10, seen=Seen(relief=(0.1, 0.5, times)))
    whole = build_figure(BOOK, run_session(BOOK), LIGHT, iteration=10, seen=Seen(relief=(0.1, 0.5, 1.0)))
    near, far = (reliefs(ET.fromstring(svg.encode()))[0] for svg in (text, whole))
    images = [next(relief.iter(f"{SVG}image")) for relief in (near, far)]
    sizes = [float(image.get("width", "")) for image in images]
    assert sizes[0] >= sizes[1]
    marks = [[numbers(mark.get("transform", ""))[0] for mark in inside(relief, "marker")] for relief in (near, far)]
    if times < 3.0:
        apart = [np.hypot(*(places[0] - places[1])) for places in marks]
        assert apart[0] == pytest.approx(times * apart[1], rel=0.02)
    box = relief_box()
    for path in near.iter(f"{SVG}path"):
        if path.get("transform") is None and "a" not in path.get("d", ""):
            assert box.inset(-0.2).holds(numbers(path.get("d", ""))).all()
    for place in marks[0]:
        assert box.holds(place[None]).all()
    for image in images:
        left, top, width, height = (float(image.get(key, "")) for key in ("x", "y", "width", "height"))
        assert box.inset(-4.0).holds(np.array([(left, top), (left + width, top + height)])).all()


def relief_box() -> Box:
    """The room of the landscape: what the layout gives it beside the map."""
    x0, x1, y0, y1 = CATALOGUE["book"].bounds
    panel = arrange((1200.0, 800.0), 2, (x1 - x0) / (y1 - y0), together=True, with_loss=True).panels[-1]
    return panel._replace(left=panel.left - LEFT_AXIS, bottom=panel.bottom + BOTTOM_AXIS)


def test_steps_have_dots_as_in_the_window() -> None:
    (relief,) = reliefs(figure(BOOK, iteration=10))
    assert len(inside(relief, "dots")) >= 2
