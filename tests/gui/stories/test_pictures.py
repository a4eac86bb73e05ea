"""Stories of a teacher who exports what she sees: the picture has what the window has."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from gui import dialogs
from gui.views.tail_layer import FADING_ROWS
from surfaces import build_surface
from surfaces.critical_points import characterise
from tests.gui.figure.reader import SVG, grouped, in_plane, numbers, panels, pixels, texts
from tests.gui.hands import CONTROL, click, pick

if TYPE_CHECKING:
    from pathlib import Path

    from gui.views.step_marks import StepMark
    from tests.gui.hands import Hands

Key = Qt.Key


@pytest.fixture
def exported(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the picture goes."""
    path = tmp_path / "picture.svg"
    monkeypatch.setattr(dialogs, "ask_picture", lambda *_arguments: path)
    return path


def export(hands: Hands, path: Path) -> ET.Element:
    """Export by the keyboard and read what was written."""
    hands.key(Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    hands.rest()
    return ET.fromstring(path.read_bytes())


def turn_wheel(hands: Hands, x: float, y: float, notches: int) -> None:
    """Zoom in around a place of the map."""
    position = QPointF(hands.pixel(x, y))
    where = hands.panel.viewport().mapToGlobal(position)
    button, modifier, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(position, where, QPoint(), QPoint(0, 120 * notches), button, modifier, phase, False)
    QApplication.sendEvent(hands.panel.viewport(), event)
    hands.rest()


def marks(hands: Hands) -> list[StepMark]:
    """What the window draws of steps."""
    assert hands.lab.explain is not None
    shown = hands.lab.explain._steps._marks.values()
    return [mark for mark in shown if mark.isVisible() and mark.drawing is not None]


def test_arrows_are_where_they_are_in_the_window_also_zoomed_in(hands: Hands, exported: Path) -> None:
    pick(hands.window.menus.vectors, "update")
    pick(hands.window.menus.vectors, "of-all")
    for _ in range(4):
        hands.key(Key.Key_Right)
    turn_wheel(hands, -5.5, 0.0, 3)
    view = hands.panel.view()
    assert view[1] - view[0] < 18.0
    root = export(hands, exported)
    (panel,) = panels(root)
    drawn = grouped(root, "arrow")
    assert len(drawn) == len(marks(hands)) == 4
    for mark, arrow in zip(marks(hands), drawn, strict=True):
        assert mark.drawing is not None
        tail, direction = np.array(mark.drawing.place), np.array(mark.drawing.update)
        shown = in_plane(panel, pixels(arrow), view)
        np.testing.assert_allclose(shown[0], tail, atol=0.03)
        along = (shown[-2] - shown[0]) / np.hypot(*(shown[-2] - shown[0]))
        np.testing.assert_allclose(along, direction / np.hypot(*direction), atol=0.03)


def test_overlays_trails_and_markers_come_along(hands: Hands, exported: Path) -> None:
    menus = hands.window.menus
    for menu, name in ((menus.overlays, "gradient"), (menus.overlays, "sign"), (menus.trails, "fading")):
        pick(menu, name)
    pick(menus.markers, "5")
    hands.lab.playback.go_to(12)
    hands.rest()
    root = export(hands, exported)
    assert len(grouped(root, "field-arrows")) == 1
    assert len(list(root.iter(f"{SVG}image"))) == 2
    assert "dome-like: both λ below 0" in texts(grouped(root, "caption")[0])
    ways = grouped(root, "trajectory")
    assert [len(list(way.iter(f"{SVG}use"))) for way in ways] == [3, 3, 3, 3]
    oldest = next(path for path in ways[0].iter(f"{SVG}path") if path.get("stroke-opacity"))
    assert float(oldest.get("stroke-opacity", "")) == pytest.approx(1 - 11 / FADING_ROWS, abs=0.01)


def test_points_that_were_found_come_along(hands: Hands, exported: Path) -> None:
    hands.choose_surface("himmelblau")
    hands.until(lambda: not hands.lab.reading.searching)
    root = export(hands, exported)
    kinds = ("minimum", "saddle", "maximum")
    found = [sum(point.kind == kind for point in hands.lab.reading.points) for kind in kinds]
    assert [len(grouped(root, kind)) for kind in kinds] == found
    assert found == [4, 4, 1]


def test_the_numbers_on_the_lines_are_the_window_s_levels(hands: Hands, exported: Path) -> None:
    root = export(hands, exported)
    levels = {f"{level:.3g}" for level in hands.desk.stage.levels}
    shown = texts(grouped(root, "labels")[0])
    assert shown
    assert set(shown) <= levels


def test_a_branch_takes_its_parent_s_old_future_along(hands: Hands, exported: Path) -> None:
    hands.lab.playback.go_to(8)
    hands.rest()
    hands.key(Key.Key_B, CONTROL)
    hands.rest()
    hands.lab.playback.go_to(10)
    hands.rest()
    root = export(hands, exported)
    (panel,) = panels(root)
    (ring,) = {
        tuple(numbers(f"{c.get('cx')} {c.get('cy')}")[0]) for c in grouped(root, "branching")[0].iter(f"{SVG}circle")
    }
    parent = hands.snapshots[1].params
    np.testing.assert_allclose(in_plane(panel, np.array([ring]), hands.panel.view())[0], parent[8], atol=0.03)
    ghost = in_plane(panel, pixels(grouped(root, "future")[0]), hands.panel.view())
    assert all(np.hypot(*(ghost - place).T).min() < 0.05 for place in parent[10:20])


def test_a_point_that_is_pointed_out_has_its_ring_and_directions(hands: Hands, exported: Path) -> None:
    hands.choose_surface("himmelblau")
    hands.until(lambda: not hands.lab.reading.searching)
    assert not grouped(export(hands, exported), "directions")
    points = hands.lab.reading.points
    index = next(index for index, point in enumerate(points) if point.kind == "saddle")
    hands.desk.points.point_chosen.emit(index)
    root = export(hands, exported)
    (panel,), (mark,) = panels(root), grouped(root, "directions")
    ring = pixels(next(g for g in mark.iter(f"{SVG}g") if g.get("stroke") == hands.window.theme.accent))
    place = in_plane(panel, (ring.min(axis=0) + ring.max(axis=0))[None] / 2, hands.panel.view())[0]
    np.testing.assert_allclose(place, points[index].params, atol=0.05)
    told = characterise(build_surface(hands.session.surface), points[index])
    out = pixels(next(g for g in mark.iter(f"{SVG}g") if g.get("stroke") == hands.window.theme.danger))
    far = out[np.hypot(*(out - (ring.min(axis=0) + ring.max(axis=0)) / 2).T).argmax()]
    along = in_plane(panel, far[None], hands.panel.view())[0] - points[index].params
    assert abs(along @ told.escape[0]) > 0.99 * np.hypot(*along)


def test_line_by_line_the_picture_is_no_further_than_the_window(hands: Hands, exported: Path) -> None:
    hands.window._docks.bring_up("explain")
    hands.until(lambda: hands.lab.explain is not None and hands.desk.explain.is_seen)
    assert hands.lab.explain is not None
    panel = hands.lab.explain.panel
    hands.until(lambda: bool(panel.words.rows))
    hands.lab.playback.go_to(3)
    hands.rest()
    assert grouped(export(hands, exported), "update")
    click(panel.line_by_line)
    counts = []
    for _ in panel.words.rows:
        counts.append(len(grouped(export(hands, exported), "arrow")))
        assert counts[-1] == len(marks(hands)[0].sketch.arrows) if marks(hands) else counts[-1] == 0  # type: ignore[union-attr]
        hands.key(Key.Key_Right)
    assert counts[0] < counts[-1]


def test_the_landscape_is_seen_from_as_near_as_in_the_window(hands: Hands, exported: Path) -> None:
    pick(hands.window.menus.view, "three-d")
    hands.until(lambda: hands.desk.relief is not None and hands.desk.relief.block is not None)
    hands.rest()
    assert hands.desk.relief is not None

    def apart(root: ET.Element) -> float:
        balls = grouped(grouped(root, "relief")[0], "marker")
        first, second = (numbers(ball.get("transform", ""))[0] for ball in balls[:2])
        return float(np.hypot(*(first - second)))

    hands.lab.playback.go_to(6)
    hands.rest()
    before = apart(export(hands, exported))
    hands.desk.relief.setFocus()
    hands.key(Key.Key_Plus)
    hands.rest()
    assert hands.desk.relief.sight is not None
    assert apart(export(hands, exported)) == pytest.approx(1.2 * before, rel=0.02)
    hands.key(Key.Key_Minus)
    assert apart(export(hands, exported)) == pytest.approx(before, rel=0.02)
