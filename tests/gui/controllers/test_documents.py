from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from engine.session import default_session
from engine.session_file import load_session, save_session
from gui.controllers.documents import Documents
from gui.controllers.edits import Edits
from gui.controllers.session_controller import SessionController
from gui.theme import LIGHT
from gui.workers.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def sessions(qapp: object) -> SessionController:
    return SessionController(replace(default_session(), steps=5))


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    made = Background()
    yield made
    assert made.stop()


@pytest.fixture
def documents(sessions: SessionController, background: Background) -> Documents:
    return Documents(sessions, Edits(sessions, sessions), background, sessions)


@pytest.fixture
def said(documents: Documents) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    documents.said.connect(lambda text, level: heard.append((level, text)))
    documents.failed.connect(lambda trace: heard.append(("fault", trace)))
    return heard


def test_opening_takes_path_and_session(
    documents: Documents, sessions: SessionController, tmp_path: Path, qtbot: QtBot
) -> None:
    path, session = tmp_path / "a.sandbox.json", replace(default_session(), seed=3)
    save_session(session, path)
    with qtbot.waitSignal(documents.opened) as heard:
        assert documents.open(path)
    assert heard.args == [str(path)]
    assert (sessions.session, documents.path, documents.name) == (session, path, "a")
    assert sessions.undo_stack.isClean()


def test_a_kept_session_is_taken_over_without_its_path(
    documents: Documents, sessions: SessionController, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "last.sandbox.json"
    save_session(default_session(), path)
    with qtbot.assertNotEmitted(documents.opened):
        assert documents.reopen(path)
    assert (sessions.session, documents.path, documents.name) == (default_session(), None, "Untitled")


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": "optimizer-sandbox-session", "version": 2}'])
def test_what_cannot_be_opened_is_one_sentence(
    documents: Documents, sessions: SessionController, said: list[tuple[str, str]], tmp_path: Path, text: str
) -> None:
    before, path = sessions.session, tmp_path / "a.sandbox.json"
    path.write_text(text)
    assert not documents.open(path)
    assert not documents.reopen(path)
    assert [level for level, _ in said] == ["danger"] * 2
    assert sessions.session is before


@pytest.mark.parametrize(
    ("name", "written"),
    [("a", "a.sandbox.json"), ("a.b", "a.b.sandbox.json"), ("a.json", "a.json"), ("a.sandbox.json", "a.sandbox.json")],
)
def test_saving_gives_the_suffix(documents: Documents, tmp_path: Path, name: str, written: str) -> None:
    assert documents.save(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [written]
    assert documents.path == tmp_path / written


def test_a_failed_save_keeps_the_old_path_and_the_star(
    documents: Documents, sessions: SessionController, said: list[tuple[str, str]], tmp_path: Path
) -> None:
    documents.save(tmp_path / "a")
    sessions.edit(default_session(), "Edit")
    assert not documents.save(tmp_path / "missing" / "b")
    assert documents.path == tmp_path / "a.sandbox.json"
    assert not sessions.undo_stack.isClean()
    assert said[-1][0] == "danger"
    assert load_session(tmp_path / "a.sandbox.json") != sessions.session


def test_a_cancelled_export_says_so_and_leaves_no_file(
    documents: Documents,
    background: Background,
    said: list[tuple[str, str]],
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go = threading.Event()
    monkeypatch.setattr("engine.export.run_session", lambda _session, _progress: go.wait(10) and ())
    documents.export_csv(tmp_path / "out.csv")
    (task,) = background.running()
    assert task.name == "out.csv"
    monkeypatch.setattr("engine.export.write_csv", lambda _path, _session, _snapshots, progress: progress(1, 2))
    task.cancelled = True
    go.set()
    qtbot.waitUntil(background.is_idle)
    assert said[0][0] == "info"
    assert "cancelled" in said[0][1]
    assert list(tmp_path.iterdir()) == []


def test_cancelling_too_late_does_not_deny_what_was_written(
    documents: Documents, background: Background, said: list[tuple[str, str]], tmp_path: Path, qtbot: QtBot
) -> None:
    documents.export_csv(tmp_path / "out.csv")
    (task,) = background.running()
    assert background._pool.waitForDone(10_000)
    task.cancelled = True
    qtbot.waitUntil(background.is_idle)
    assert said == [("info", f"Wrote {tmp_path / 'out.csv'}.")]
    assert (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_a_picture_that_cannot_be_written_is_a_sentence(
    documents: Documents,
    background: Background,
    said: list[tuple[str, str]],
    tmp_path: Path,
    qtbot: QtBot,
    suffix: str,
) -> None:
    documents.export_picture(tmp_path / "missing" / f"out{suffix}", LIGHT, 2)
    qtbot.waitUntil(background.is_idle, timeout=20_000)
    assert [level for level, _ in said] == ["danger"]


def test_an_export_is_of_the_session_when_it_was_asked_for(
    documents: Documents, sessions: SessionController, background: Background, tmp_path: Path, qtbot: QtBot
) -> None:
    documents.export_csv(tmp_path / "a.csv")
    sessions.edit(sessions.session.without_run(1), "Remove run")
    qtbot.waitUntil(background.is_idle)
    assert "SGD" in (tmp_path / "a.csv").read_text()
