"""The map below the runs: the window's own levels with their numbers, what is laid over, the part in view."""

from __future__ import annotations

import base64
import math
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPolygonF, QTransform

from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import OVERLAYS, VECTORS, Session, View, default_session
from gui.figure import build_figure, svg_to_png
from gui.figure.clip import Box, clipped_polygon
from gui.figure.labels import SIZE
from gui.figure.text import text_width
from gui.numbers import format_number
from gui.presenting import contour_spacing
from gui.shown import GRID, LEVEL_COUNT, Seen, widened
from gui.theme import DARK, LIGHT
from surfaces import CATALOGUE, SurfaceSpec, build_surface
from surfaces.contours import contours
from surfaces.surface import CriticalPoint
from tests.gui.figure.reader import SVG, grouped, in_plane, numbers, panels, picture, pixels, texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.gui.figure.reader import Array

NAMES = ("book", "himmelblau", "rosenbrock", "ackley", "beale")


def on(name: str, **view: object) -> Session:
    """A surface with a run."""
    session = Session(SurfaceSpec(name), CATALOGUE[name].start, steps=5).adding_run(make_optimizer("adam"))
    return replace(session, view=replace(session.view, **view))  # type: ignore[arg-type]


def labels(root: ET.Element) -> list[tuple[str, Array, float]]:
    """Text, centre in pixels of the map, and turn in degrees of every number on a line."""
    (group,) = grouped(root, "labels")
    found = []
    for text in group.iter(f"{SVG}text"):
        x, y, angle = (float(part) for part in re.findall(r"-?[\d.]+", text.get("transform", "")))
        found.append((text.text or "", np.array([x, y]), angle))
    return found


def outline(label: tuple[str, Array, float]) -> QPolygonF:
    """The corners of what the letters of a label take."""
    text, (x, y), angle = label
    half = text_width(text, SIZE) / 2
    corners = [QPointF(sx * half, sy * SIZE / 2) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    return QTransform().translate(x, y).rotate(angle).map(QPolygonF(corners))


def levels_of(session: Session) -> tuple[float, ...]:
    surface = build_surface(session.surface)
    return contours(surface, widened(surface.bounds), GRID, LEVEL_COUNT, contour_spacing(session)).levels


@pytest.mark.parametrize("name", NAMES)
def test_numbers_stand_on_their_lines(name: str) -> None:
    session = on(name)
    root = picture(session)
    (panel,) = panels(root)
    surface, levels = build_surface(session.surface), levels_of(session)
    left, top = (float(use.get(key, "")) for use in panel.iter(f"{SVG}use") for key in ("x", "y"))
    found = labels(root)
    assert 1 <= len(found) <= 6
    for text, centre, _ in found:
        (level,) = [level for level in levels if format_number(level, 3) == text]
        place = in_plane(panel, centre[None] + (left, top), surface.bounds)[0]
        gap = np.diff(levels)[max(levels.index(level) - 1, 0)]
        assert abs(float(surface.value(place)) - level) < 0.3 * gap


@pytest.mark.parametrize("layout", ["together", "side-by-side"])
@pytest.mark.parametrize("name", NAMES)
def test_numbers_neither_overlap_nor_leave_the_map_nor_hide_a_point(name: str, layout: str) -> None:
    session = on(name, layout=layout)
    root = picture(session)
    found, surface = labels(root), build_surface(session.surface)
    (panel,) = panels(root)
    (width, height) = next((float(i.get("width", "")), float(i.get("height", ""))) for i in root.iter(f"{SVG}image"))
    for one, other in combinations(map(outline, found), 2):
        assert not one.intersects(other)
    for label in found:
        corners = outline(label).boundingRect()
        assert 0 <= corners.left() < corners.right() <= width
        assert 0 <= corners.top() < corners.bottom() <= height
    for point in surface.minima + surface.saddles:
        for _, centre, _ in found:
            place = in_plane(panel, centre[None] + pixel_of(panel), surface.bounds)[0]
            away = (place - point.params[:2]) / (surface.bounds[1] - surface.bounds[0]) * width
            assert math.hypot(*away) > 15


def pixel_of(panel: ET.Element) -> Array:
    use = next(panel.iter(f"{SVG}use"))
    return np.array([float(use.get("x", "")), float(use.get("y", ""))])


@pytest.mark.parametrize("name", NAMES)
def test_no_line_runs_through_a_number(name: str) -> None:
    root = picture(on(name))
    lines = [numbers(path.get("d", "")) for g in root.iter(f"{SVG}g") if g.get("stroke") == LIGHT.contour for path in g]
    points = np.concatenate(lines)
    for label in labels(root):
        text, centre, angle = label
        away = points - centre
        along = np.array([math.cos(math.radians(angle)), math.sin(math.radians(angle))])
        inside = np.abs(away @ along) < text_width(text, SIZE) / 2
        assert not (inside & (np.abs(away @ (-along[1], along[0])) < 0.4 * SIZE)).any()


def test_numbers_keep_clear_of_the_runs_where_there_is_room() -> None:
    session = default_session()
    root = picture(session)
    (panel,) = panels(root)
    for label in labels(root):
        corners = outline((label[0], label[1] + pixel_of(panel), label[2]))
        for way in grouped(panel, "trajectory"):
            places = [QPointF(x, y) for x, y in pixels(way).tolist()]
            assert not any(corners.containsPoint(place, Qt.FillRule.OddEvenFill) for place in places)
    crowded = session
    while len(crowded.runs) < 12:  # also where there is none, the numbers are there
        key = len(crowded.runs)
        crowded = crowded.adding_run(make_optimizer("gradient-descent", {"lr": 0.5 + 0.04 * key}))
    assert len(labels(picture(crowded))) >= len(labels(root))


def test_arrows_of_overlays_leave_room_for_numbers() -> None:
    root = picture(on("himmelblau", overlays=("gradient", "newton")))
    corners = np.concatenate([pixels(field) for field in grouped(root, "field-arrows")])
    assert len(corners) > 500
    for label in labels(root):
        shape = outline(label)
        assert not any(shape.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill) for x, y in corners.tolist())


def test_numbers_are_seen_in_the_png(qapp: QApplication) -> None:
    session = on("book")
    svg = build_figure(session, run_session(session), LIGHT)
    root = ET.fromstring(svg.encode())
    image = QImage.fromData(svg_to_png(svg))
    left, top = pixel_of(panels(root)[0])
    for text, (x, y), _ in labels(root):
        half, middle, base = int(text_width(text, SIZE) / 2), int(left + x), int(top + y)
        across = range(middle - half, middle + half)
        columns = [min(image.pixelColor(at, base + dy).lightness() for dy in range(-5, 6)) for at in across]
        dark = np.flatnonzero(np.array(columns) < 190)
        assert len(dark) > 5
        assert abs((dark[0] + dark[-1]) / 2 - half) < 5  # in the middle of the gap


# The part in view


def test_the_picture_shows_what_the_window_looks_at() -> None:
    session, seen = on("himmelblau"), Seen((1.0, 4.0, 1.0, 3.0))
    root = picture(session, seen=seen)
    (panel,) = panels(root)
    ticks = {text.text for text in panel.iter(f"{SVG}text")}
    assert {"1", "2", "3", "4"} <= ticks
    assert "−4" not in ticks
    (star,) = grouped(panel, "minimum")
    place = in_plane(panel, numbers(star.get("transform", "")), seen.bounds or (0, 0, 0, 0))[0]
    np.testing.assert_allclose(place, (3.0, 2.0), atol=0.01)


@pytest.mark.parametrize(
    "view",
    [
        (-7.0 - 1e-8, -7.0 + 1e-8, 2.0 - 1e-8, 2.0 + 1e-8),
        (-1e4, 1e4, -5e3, 5e3),
        (-7.0, -6.9, -5.0, 5.0),
        (-10.0, 10.0, 1.99999, 2.00001),
        (50.0, 60.0, 50.0, 60.0),
    ],
)
def test_any_view_can_be_taken(view: tuple[float, float, float, float]) -> None:
    shown = View(vectors=VECTORS, vectors_of_all=True, overlays=OVERLAYS, markers=5, three_d=True)
    root = picture(replace(default_session(), view=shown), iteration=5, seen=Seen(view))
    (panel,) = panels(root)
    ticks = [text.text for text in panel.iter(f"{SVG}text") if text.get("text-anchor") in ("middle", "end")]
    assert len(ticks) > 4
    drawn = [np.empty((0, 2)), *(pixels(step) for step in grouped(panel, "step"))]
    assert Box(*box_of(panel)).inset(-0.2).holds(np.concatenate(drawn)).all()


def test_points_that_were_found_are_shown_instead_of_the_declared_ones() -> None:
    session = on("himmelblau")
    found = (CriticalPoint((1.0, 1.0), 5.0, "maximum"), CriticalPoint((-1.0, 2.0), 5.0, "degenerate"))
    root = picture(session, seen=Seen(points=found))
    assert [len(grouped(root, kind)) for kind in ("minimum", "saddle", "maximum", "degenerate")] == [0, 0, 1, 1]


def test_many_points_are_small() -> None:
    session = on("himmelblau")
    many = tuple(CriticalPoint((0.2 * (i % 8), 0.2 * (i // 8)), 1.0, "minimum") for i in range(48))
    sizes = []
    for points in (many[:3], many):
        star = grouped(picture(session, seen=Seen(points=points)), "minimum")[0]
        sizes.append(np.ptp(numbers(star.get("d", "")), axis=0).max())
    assert sizes[1] < 0.7 * sizes[0]


# What is laid over


def tint(root: ET.Element) -> QImage | None:
    """The picture over the field, if there is one."""
    images = [image.get("{http://www.w3.org/1999/xlink}href", "") for image in root.iter(f"{SVG}image")]
    return QImage.fromData(base64.b64decode(images[1].split(",")[1])) if len(images) > 1 else None


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("name", "color"), [("sign", "warning"), ("condition", "accent")])
def test_tints_cover_the_places_they_tell_of(name: str, color: str, theme: object) -> None:
    spec = SurfaceSpec(formula="x^2 - y^3", bounds=(-2.0, 2.0, -2.0, 2.0))
    session = replace(default_session(), surface=spec, runs=(), view=View(overlays=(name,)))
    shown = tint(picture(session, theme=theme))
    assert shown is not None
    up, down = (shown.pixelColor(shown.width() // 2, int(share * shown.height())) for share in (0.25, 0.75))
    named = QColor(getattr(theme, color))
    pairs = ((up.red(), named.red()), (up.green(), named.green()), (up.blue(), named.blue()))
    assert all(abs(one - other) <= 12 for one, other in pairs)
    assert up.alpha() > 10
    assert (down.alpha() == 0) == (name == "sign")
    assert tint(picture(replace(session, view=View()), theme=theme)) is None


def test_arrows_of_both_fields_point_where_they_should() -> None:
    spec = SurfaceSpec(formula="x^2 + 10*y^2", bounds=(-2.0, 2.0, -2.0, 2.0))
    session = replace(default_session(), surface=spec, runs=(), view=View(overlays=("gradient", "newton")))
    root = picture(session)
    image = next(root.iter(f"{SVG}image"))
    size = np.array([float(image.get("width", "")), float(image.get("height", ""))])
    fields = grouped(root, "field-arrows")
    assert len(fields) == 2
    for field, slope in zip(fields, ((2.0, 20.0), (1.0, 1.0)), strict=True):
        shafts = numbers(" ".join(path.get("d", "") for path in field.iter(f"{SVG}path"))).reshape(-1, 2)
        assert len(shafts) > 500
        ends = pixels(field)
        # a whole arrow is wing, tip, wing, tail, tip
        whole = [ends[i : i + 5] for i in range(len(ends) - 4) if np.allclose(ends[i + 1], ends[i + 4], atol=0.11)]
        assert len(whole) > 100
        for _, tip, _, tail, _ in whole:
            middle = ((tip + tail) / 2 / size * (4.0, -4.0) + (-2.0, 2.0)) * slope
            along = (tip - tail) * (1.0, -1.0)
            if np.hypot(*along) > 4 and np.hypot(*middle) > 0.5:
                assert along @ -middle > 0.95 * np.hypot(*along) * np.hypot(*middle)


@pytest.mark.parametrize("layout", ["together", "side-by-side"])
def test_words_say_what_is_laid_over_and_stay_inside(layout: str) -> None:
    session = replace(default_session(), view=View(layout, overlays=OVERLAYS))
    root = picture(session)
    captions = grouped(root, "caption")
    assert len(captions) == len(panels(root))
    assert "−∇f, downhill" in texts(captions[0])
    assert len(texts(captions[0])) == 5
    for panel, caption in zip(panels(root), captions, strict=True):
        box = Box(*box_of(panel))
        plate = next(caption.iter(f"{SVG}rect"))
        left, top, width, height = (float(plate.get(key, "")) for key in ("x", "y", "width", "height"))
        assert box.holds(np.array([(left, top), (left + width, top + height)])).all()
        for text in caption.iter(f"{SVG}text"):
            assert float(text.get("x", "")) + text_width(text.text or "", 12) <= left + width


def box_of(panel: ET.Element) -> tuple[float, float, float, float]:
    rect = next(rect for rect in panel.iter(f"{SVG}rect") if rect.get("fill") == "none")
    left, top, width, height = (float(rect.get(key, "")) for key in ("x", "y", "width", "height"))
    return left, top, left + width, top + height


def test_small_maps_have_no_words() -> None:
    session = default_session()
    while len(session.runs) < 30:
        session = session.adding_run(make_optimizer("adam"))
    assert not grouped(picture(replace(session, view=View("side-by-side", overlays=OVERLAYS))), "caption")


# Polygons


@pytest.mark.parametrize("shift", [(0.0, 0.0), (40.0, 10.0), (-70.0, -30.0), (300.0, 0.0)])
def test_a_polygon_keeps_its_part_inside(shift: tuple[float, float]) -> None:
    box = Box(10.0, 20.0, 110.0, 70.0)
    angles = np.linspace(0.0, 2.0 * np.pi, 40, endpoint=False)
    radii = 25.0 + 10.0 * np.cos(3 * angles)
    shape = np.stack([np.cos(angles), np.sin(angles)], axis=1) * radii[:, None] + (60.0, 45.0) + shift
    kept = clipped_polygon(shape, box)
    whole = QPolygonF([QPointF(x, y) for x, y in shape.tolist()])
    cut = whole.intersected(QPolygonF([QPointF(x, y) for x, y in ((10, 20), (110, 20), (110, 70), (10, 70))]))
    expected = np.array([cut.at(index).toTuple() for index in range(cut.size())]).reshape(-1, 2)
    assert area(kept) == pytest.approx(area(expected), abs=0.5)
    assert not len(kept) or box.inset(-1e-9).holds(kept).all()


def area(corners: Array) -> float:
    x, y = corners.T
    return abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1))) / 2
