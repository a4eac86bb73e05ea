"""Animations, read back from their files: how many pictures, how long, and that they are those of their moments."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from engine.export import run_session
from engine.files import FileError
from engine.pace import Pace
from engine.session import View, default_session
from gui.figure import Figure, Film, animation, build_figure, export_animation, moment
from gui.figure.gif import delays, gif_bytes
from gui.figure.raster import blank, painted, png_bytes
from gui.figure.svg import MOVING, STILL
from gui.theme import DARK, LIGHT
from tests.gui.figure.reader import SVG, grouped, moved_to, texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.session import Session
    from gui.theme import Theme

BOOK = replace(default_session(), steps=12)
SNAPSHOTS = run_session(BOOK)
SIZE = (600, 400)
pytestmark = pytest.mark.usefixtures("qapp")


def film(session: Session = BOOK, theme: Theme = LIGHT, **how: Any) -> Film:
    snapshots = run_session(session)
    return Film(Figure(session, snapshots, theme, size=SIZE, **how), Pace.of(session, snapshots))


def frames(data: bytes) -> list[np.ndarray]:
    """Every picture as a person sees it, shape (height, width, 3)."""
    with Image.open(io.BytesIO(data)) as gif:
        return [frame(gif, index) for index in range(gif.n_frames)]  # type: ignore[attr-defined]


def frame(gif: Image.Image, index: int) -> np.ndarray:
    gif.seek(index)
    found: np.ndarray = np.asarray(gif.convert("RGB")).astype(int)
    return found


def shown(gif: Image.Image) -> Iterator[int]:
    """For how many milliseconds each picture is seen."""
    for index in range(gif.n_frames):  # type: ignore[attr-defined]
        gif.seek(index)
        yield gif.info["duration"]


def pixels(image: QImage) -> np.ndarray:
    """The same of an image."""
    found: np.ndarray = np.asarray(Image.open(io.BytesIO(png_bytes(image))).convert("RGB")).astype(int)
    return found


def stands(figure: Figure, tick: int) -> np.ndarray:
    """The pixels (n, 2) at which the runs' markers stand on the map and in the losses."""
    root = ET.fromstring(figure.draw(tick).encode())
    marks = [mark for name in ("panel", "loss") for group in grouped(root, name) for mark in grouped(group, "marker")]
    shrink = SIZE[0] / float(root.get("viewBox", "").split()[2])
    return np.rint(shrink * np.array([moved_to(mark) for mark in marks])).astype(int)


@pytest.mark.parametrize("look", [View(), View(layout="side-by-side"), View(three_d=True), View(overlays=("sign",))])
@pytest.mark.parametrize("tick", [0, 5, 12])
def test_what_moves_over_what_does_not_is_the_whole_picture(look: View, tick: int) -> None:
    session = replace(BOOK, view=look)
    figure = Figure(session, SNAPSHOTS, DARK, size=SIZE)
    whole = painted(figure.draw(tick, tells_end=True), blank(QSize(*SIZE), 1.0))
    assert Film(figure, Pace.of(session, SNAPSHOTS)).image(tick) == whole


def test_the_layers_of_a_figure_share_nothing() -> None:
    figure = Figure(BOOK, SNAPSHOTS, LIGHT, size=SIZE)
    still, moving = (ET.fromstring(figure.draw(5, layers=(layer,)).encode()) for layer in (STILL, MOVING))
    assert len(list(still.iter(f"{SVG}image"))) == 1
    assert list(moving.iter(f"{SVG}image")) == grouped(still, "trajectory") == grouped(still, "loss") == []
    assert grouped(moving, "trajectory")


def test_numbers_on_lines_stay_where_they_are() -> None:
    early, late = (
        [(line.get("transform"), line.text) for group in grouped(root, "labels") for line in group]
        for root in (ET.fromstring(build_figure(BOOK, SNAPSHOTS, LIGHT, iteration=k).encode()) for k in (0, 12))
    )
    assert early == late != []


def test_every_picture_is_there_and_is_the_one_of_its_moment() -> None:
    made = film()
    data = animation(made, LIGHT, range(13))
    found = frames(data)
    assert len(found) == 13
    for tick in (0, 7, 12):
        off = np.abs(found[tick] - pixels(made.image(tick)))
        assert found[tick].shape == (400, 600, 3)
        assert off.mean() < 1.5
        assert np.quantile(off, 0.999) < 32


def test_the_markers_move_as_the_run_does() -> None:
    """Where the run stands there is its colour, in the picture of that moment and not in that of another."""
    session = replace(BOOK, runs=BOOK.runs[:1])
    figure = Figure(session, SNAPSHOTS[:1], LIGHT, size=SIZE)
    found = frames(animation(film(session), LIGHT, range(13)))
    colour = list(bytes.fromhex(LIGHT.run_colors[0][1:]))
    for tick in range(3, 13):  # at first the cross of the start lies over it
        for x, y in stands(figure, tick):
            near = slice(y - 1, y + 2), slice(x - 1, x + 2)
            assert np.abs(found[tick][near] - colour).max() < 40
            assert np.abs(found[tick - 3][near] - colour).max() > 80


def test_colours_of_runs_text_and_ground_are_exact(theme: Theme) -> None:
    first = frames(animation(film(theme=theme), theme, (0, 12)))[1]
    seen = {tuple(colour) for colour in first.reshape(-1, 3)}
    for colour in (theme.background, theme.text, *theme.run_colors[: len(BOOK.runs)]):
        assert tuple(bytes.fromhex(colour[1:])) in seen


def test_all_pictures_share_one_palette_and_what_rests_keeps_its_pixels() -> None:
    data = animation(film(), LIGHT, range(13))
    assert local_palettes(data) == [False] * 13
    found = frames(data)
    assert (found[0][90:, :40] == found[12][90:, :40]).all()  # the numbers of the axis


def local_palettes(data: bytes) -> list[bool]:
    """Whether each picture brings a palette of its own: GIF89a, sections 20 and 21."""
    at, found = 13 + 3 * 2 ** ((data[10] & 7) + 1), []
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            flags = data[at + 9]
            found.append(bool(flags & 0x80))
            at += 11 + (3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0)
        else:
            at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    return found


def test_a_picture_without_motion_is_one_frame() -> None:
    assert len(frames(animation(film(), LIGHT, (4,)))) == 1


def test_a_session_without_runs_is_one_picture(tmp_path: Path) -> None:
    path = tmp_path / "bare.gif"
    export_animation(path, replace(BOOK, runs=()), (), LIGHT)
    assert len(frames(path.read_bytes())) == 1


def test_the_same_bytes_twice() -> None:
    assert animation(film(), LIGHT, (0, 6, 12)) == animation(film(), LIGHT, (0, 6, 12))


@pytest.mark.parametrize(("rate", "each"), [(10.0, [100, 100]), (24.0, [40, 40, 40, 50]), (50.0, [20, 20])])
def test_pictures_are_seen_as_long_as_wished_and_the_last_one_longer(rate: float, each: list[int]) -> None:
    data = animation(film(), LIGHT, range(len(each) + 1), rate)
    with Image.open(io.BytesIO(data)) as gif:
        assert list(shown(gif)) == [*each, 1500]
        assert gif.info["loop"] == 0


@pytest.mark.parametrize(("count", "seconds"), [(4, 1.0), (13, 3.7), (31, 3.9), (121, 10.0)])
def test_unless_told_short_runs_take_their_time_and_long_ones_no_more_than_twelve_seconds(
    count: int, seconds: float
) -> None:
    moving = sum(delays(count)[:-1]) / 100
    assert moving == pytest.approx(seconds, abs=0.06)
    assert sum(delays(count)) <= 1200


def test_a_title_tells_the_last_iteration_too() -> None:
    figure = Figure(BOOK, SNAPSHOTS, LIGHT)
    assert "iteration 12 / 12" in texts(ET.fromstring(figure.draw(12, tells_end=True).encode()))
    assert "iteration 12 / 12" not in texts(ET.fromstring(figure.draw(12).encode()))
    bare = Figure(replace(BOOK, runs=()), (), LIGHT)
    assert "iteration 0 / 0" not in texts(ET.fromstring(bare.draw(tells_end=True).encode()))


def test_widths_that_fill_no_words_are_not_sheared() -> None:
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(0xFF336699)
    image.setPixel(6, 4, 0xFFFFFFFF)
    (found,) = frames(gif_bytes([image], [image], ("#336699", "#ffffff"), [10]))
    assert (found[:, :6] == (0x33, 0x66, 0x99)).all()
    assert found[4, 6].tolist() == [255, 255, 255]


def test_who_waits_stays_where_it_is() -> None:
    """The chosen run goes alone: the legend tells the others' losses as they are."""
    session = replace(BOOK, view=View(pace="alone"))
    waiting = {run.key: 3 for run in session.runs[1:]}
    pace = Pace.of(session, SNAPSHOTS, waiting)
    figure = Figure(session, SNAPSHOTS, LIGHT, size=SIZE)
    legends = [texts(grouped(ET.fromstring(figure.draw(*moment(pace, tick)).encode()), "legend")[0]) for tick in (2, 9)]
    changed = [before for before, after in zip(*legends, strict=True) if before != after]
    assert len(changed) == 1


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"an animation ends in \.gif"):
        export_animation(tmp_path / "a.png", BOOK, SNAPSHOTS, LIGHT)
    assert list(tmp_path.iterdir()) == []


def test_a_cancelled_animation_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.gif"
    path.write_bytes(b"old")
    heard: list[tuple[int, int]] = []

    def told(done: int, total: int) -> None:
        heard.append((done, total))
        if done == 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        export_animation(path, BOOK, SNAPSHOTS, LIGHT, told=told)
    assert heard == [(0, 13), (1, 13), (2, 13)]
    assert (path.read_bytes(), [entry.name for entry in tmp_path.iterdir()]) == (b"old", ["a.gif"])
