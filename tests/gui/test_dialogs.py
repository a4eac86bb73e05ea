from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from engine.version import VERSION
from gui import dialogs

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What the file dialogs answer, and what they were asked."""
    said = {"name": "", "kind": "", "proposal": ""}

    def asked(_parent: QWidget, _title: str, proposal: str, _kinds: str) -> tuple[str, str]:
        said["proposal"] = proposal
        return said["name"], said["kind"]

    monkeypatch.setattr(QFileDialog, "getOpenFileName", asked)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", asked)
    return said


def test_cancel_is_none(parent: QWidget, answer: dict[str, str]) -> None:
    assert dialogs.ask_open(parent, "/f") is None
    for ask in (dialogs.ask_save, dialogs.ask_csv, dialogs.ask_picture, dialogs.ask_animation):
        assert ask(parent, "/f", "name") is None


@pytest.mark.parametrize(
    ("name", "kind", "csv", "picture"),
    [
        ("/f/a", "PNG (*.png)", "a.csv", "a.png"),
        ("/f/a", "SVG (*.svg)", "a.svg", "a.svg"),
        ("/f/a.svg", "PNG (*.png)", "a.svg", "a.svg"),
        ("/f/a.b", "", "a.b", "a.b"),
    ],
)
def test_a_missing_suffix_is_given(
    parent: QWidget, answer: dict[str, str], name: str, kind: str, csv: str, picture: str
) -> None:
    answer.update(name=name, kind=kind)
    assert dialogs.ask_picture(parent, "/f", "p") == Path("/f") / picture
    if "SVG" not in kind:
        assert dialogs.ask_csv(parent, "/f", "p") == Path("/f") / csv


def test_a_name_is_proposed_in_the_folder(parent: QWidget, answer: dict[str, str]) -> None:
    proposals = []
    for ask in (dialogs.ask_save, dialogs.ask_csv, dialogs.ask_picture, dialogs.ask_animation):
        ask(parent, "/f", "book")
        proposals.append(Path(answer["proposal"]).name)
    assert proposals == ["book.sandbox.json", "book.csv", "book.png", "book.gif"]


def test_about_says_the_version(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "about", lambda _parent, _title, text: shown.append(text))
    dialogs.show_about(parent)
    assert VERSION in shown[0]


def test_the_keys_are_listed(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    dialogs.show_keys(parent)
    for key in ("Space", "Shift+", "Home", "wheel"):
        assert key in shown[0]


@pytest.mark.parametrize("reply", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_file_met_only_by_the_added_suffix_is_asked_about(
    parent: QWidget,
    answer: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    reply: QMessageBox.StandardButton,
) -> None:
    (tmp_path / "mine.sandbox.json").write_text("{}")
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: reply)
    answer.update(name=str(tmp_path / "mine"))
    taken = dialogs.ask_save(parent, str(tmp_path), "mine")
    assert taken == (tmp_path / "mine.sandbox.json" if reply == QMessageBox.StandardButton.Yes else None)
