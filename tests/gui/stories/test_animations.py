"""Stories of a teacher who takes a run along as an animation: what she sees, all of it, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from gui import dialogs
from gui.figure import Figure, build_figure
from gui.widgets.task_progress import TaskProgress
from surfaces import build_surface
from tests.gui.hands import CONTROL, SHIFT, choose, click, pick
from tests.gui.stories.test_pictures import turn_wheel

if TYPE_CHECKING:
    from pathlib import Path

    from tests.gui.hands import Hands

Key = Qt.Key


@pytest.fixture
def path(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Where the animation goes."""
    asked = tmp_path / "film.gif"
    monkeypatch.setattr(dialogs, "ask_animation", lambda *_arguments: asked)
    return asked


@pytest.fixture
def figures(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """The figures that are drawn from now on."""
    made: list[Figure] = []

    class Kept(Figure):
        def draw(self, *arguments: object, **options: object) -> str:
            if self not in made:
                made.append(self)
            return super().draw(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("gui.figure.export.Figure", Kept)
    return made


def export(hands: Hands) -> None:
    """Export by the keyboard and wait."""
    hands.key(Key.Key_A, CONTROL | SHIFT)
    hands.rest()


def test_the_whole_run_is_written_wherever_time_stands(hands: Hands, path: Path) -> None:
    hands.lab.playback.go_to(7)
    export(hands)
    assert hands.message == f"Wrote {path}."
    with Image.open(path) as gif:
        assert gif.n_frames == hands.session.steps + 1  # type: ignore[attr-defined]
        assert gif.size == (960, 640)
        first = np.asarray(gif.convert("RGB")).astype(int)
        gif.seek(hands.session.steps)
        assert (np.asarray(gif.convert("RGB")) != first).any()
    assert hands.iteration == 7
    assert hands.window.settings.folder() == str(path.parent)


def test_time_goes_on_meanwhile(hands: Hands, path: Path) -> None:
    hands.lab.playback.set_speed(30.0)
    hands.key(Key.Key_A, CONTROL | SHIFT)
    hands.button("play").click()
    hands.until(lambda: hands.iteration > 0)
    assert not path.exists()
    hands.rest()
    assert path.exists()


def test_it_shows_what_is_in_view(hands: Hands, path: Path, figures: list[Figure]) -> None:
    turn_wheel(hands, -7.0, 2.0, 3)
    pick(hands.window.menus.view, "side-by-side")
    pick(hands.window.menus.vectors, "slope")
    hands.window.set_theme("dark")
    hands.rest()
    export(hands)
    (figure,) = figures
    seen = hands.window.files._seen()
    assert seen.bounds == hands.desk.stage.view() != build_surface(hands.session.surface).bounds
    assert (figure._seen.bounds, figure._seen.steps) == (seen.bounds, None)
    snapshots, theme = [hands.snapshots[key] for key in hands.keys], hands.window.theme
    alike = build_figure(hands.session, snapshots, theme, iteration=5, seen=figure._seen, size=figure.size)
    assert figure.draw(5) == alike
    assert hands.window.theme.name == "dark"


def test_runs_that_wait_for_the_chosen_one_wait_in_the_animation_too(
    hands: Hands, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(hands.desk.transport.pace, "alone")
    chosen = hands.lab.timekeeper.chosen
    hands.lab.playback.go_to(4)
    asked: list[dict[int, int]] = []
    whole = hands.lab.documents.export_animation

    def kept(path: Path, theme: object, waiting: dict[int, int], seen: object) -> None:
        asked.append(waiting)
        whole(path, theme, waiting, seen)  # type: ignore[arg-type]

    monkeypatch.setattr(hands.lab.documents, "export_animation", kept)
    export(hands)
    rows = hands.lab.timekeeper.rows
    assert asked == [{key: rows[key] for key in hands.keys if key != chosen}]
    with Image.open(path) as gif:
        assert gif.n_frames == hands.snapshots[chosen].last + 1  # type: ignore[attr-defined]


def test_it_can_be_cancelled_and_then_nothing_is_written(hands: Hands, path: Path) -> None:
    pick(hands.window.menus.scenarios, "local-minimum")
    hands.rest()
    progress = hands.window.findChild(TaskProgress)
    assert progress is not None
    hands.key(Key.Key_A, CONTROL | SHIFT)
    hands.until(lambda: progress.isVisible() and progress.bar.maximum() == 115)
    assert "film.gif" in progress.bar.format()
    click(progress.cancel)
    hands.rest()
    assert hands.message == "Export cancelled; nothing was written."
    assert {entry.name for entry in path.parent.iterdir()} <= {"store"}


def test_without_runs_it_is_a_picture(hands: Hands, path: Path) -> None:
    for key in hands.keys:
        hands.menu(key, "remove")
    export(hands)
    with Image.open(path) as gif:
        assert gif.n_frames == 1  # type: ignore[attr-defined]


def test_another_suffix_is_told(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dialogs, "ask_animation", lambda *_arguments: tmp_path / "film.mp4")
    hands.window.set_language("ko")
    export(hands)
    assert hands.desk.messages.level() == "danger"
    assert "애니메이션 파일의 이름은 .gif" in hands.message
    assert not (tmp_path / "film.mp4").exists()
