"""Stories about files: sessions saved and opened again, trajectories and pictures taken away."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from cli.main import main as command_line
from engine.scenario import chapter_openings, load_scenarios
from engine.session_file import load_session, save_session
from gui import dialogs
from tests.gui.hands import CONTROL, SHIFT, click, pick, type_into

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.scenario import Scenario
    from tests.gui.hands import Hands

    Answer = Callable[[str, Path | None], None]

Key = Qt.Key


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Answers a dialog: `answer("save", path)`, or None for Cancel."""

    def set_answer(name: str, path: Path | None) -> None:
        monkeypatch.setattr(dialogs, f"ask_{name}", lambda *_arguments: path)

    return set_answer


def change(hands: Hands) -> None:
    """Make some edits worth keeping."""
    type_into(hands.desk.surface.start_x, "-6.25")
    click(hands.card(2).eye)
    hands.add("newton")
    pick(hands.window.menus.view, "side-by-side")
    pick(hands.window.menus.view, "log-loss")
    hands.settle()


def test_a_saved_session_opens_again_equal(
    hands: Hands, open_window: Callable[[], Hands], answer: Answer, tmp_path: Path
) -> None:
    path = tmp_path / "mine.sandbox.json"
    change(hands)
    assert hands.window.isWindowModified()
    answer("save", path)
    pick(hands.window.menus.file, "save")
    assert not hands.window.isWindowModified()
    assert hands.window.windowTitle().startswith("mine[*]")
    assert path.name in hands.message
    saved = hands.session
    hands.window.close()
    other = open_window()
    answer("open", path)
    other.key(Key.Key_O, CONTROL)
    other.settle()
    assert other.session == saved
    assert len(other.desk.stage.panels) == 4
    assert other.window.windowTitle().startswith("mine[*]")
    assert not other.window.isWindowModified()
    other.assert_consistent()


def test_saving_again_asks_no_more(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    path = tmp_path / "mine.sandbox.json"
    answer("save", path)
    hands.key(Key.Key_S, CONTROL)
    answer("save", tmp_path / "never.sandbox.json")
    change(hands)
    hands.key(Key.Key_S, CONTROL)
    assert load_session(path) == hands.session
    assert not (tmp_path / "never.sandbox.json").exists()
    hands.key(Key.Key_S, CONTROL | SHIFT)
    assert (tmp_path / "never.sandbox.json").exists()


def test_a_name_without_suffix_gets_it(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    answer("save", tmp_path / "mine")
    hands.key(Key.Key_S, CONTROL)
    assert [path.name for path in tmp_path.glob("mine*")] == ["mine.sandbox.json"]


@pytest.mark.parametrize("name", ["open", "save", "csv", "picture", "animation"])
def test_a_cancelled_dialog_changes_nothing(hands: Hands, answer: Answer, tmp_path: Path, name: str) -> None:
    before = hands.session
    entries = {"open": "open", "save": "save-as"}
    answer(name, None)
    pick(hands.window.menus.file, entries.get(name, f"export-{name}"))
    hands.rest()
    assert hands.session is before
    assert hands.message == ""
    assert {path.name for path in tmp_path.iterdir()} <= {"store"}


def test_the_last_session_is_kept_on_closing_and_reopened(hands: Hands, open_window: Callable[[], Hands]) -> None:
    change(hands)
    kept = hands.session
    hands.window.close()
    other = open_window()
    assert other.session != kept
    other.key(Key.Key_T, CONTROL | SHIFT)
    other.settle()
    assert other.session == kept
    assert other.lab.documents.path is None
    assert other.window.settings.recent() == []
    assert other.window.windowTitle().startswith("Untitled")
    other.assert_consistent()


def test_without_a_last_session_one_is_told_so(hands: Hands) -> None:
    pick(hands.window.menus.file, "reopen")
    assert "no last session" in hands.message
    assert hands.edits == 0


def test_a_broken_last_session_leaves_the_file_of_this_one_alone(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    answer("save", tmp_path / "mine.sandbox.json")
    hands.key(Key.Key_S, CONTROL)
    hands.window.settings.last_session_path().write_text("{")
    pick(hands.window.menus.file, "reopen")
    assert "session" in hands.message
    assert hands.lab.documents.path == tmp_path / "mine.sandbox.json"


def test_recent_sessions_are_listed_newest_first(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    for name in ("one", "two & a half"):
        answer("save", tmp_path / f"{name}.sandbox.json")
        hands.key(Key.Key_S, CONTROL | SHIFT)
        hands.add("adam")
    menu = hands.window.menus.recent
    menu.aboutToShow.emit()
    names = [Path(action.data()).name for action in menu.actions()]
    assert names == ["two & a half.sandbox.json", "one.sandbox.json"]
    pick(menu, str(tmp_path / "two & a half.sandbox.json"))
    hands.settle()
    assert len(hands.session.runs) == 5
    assert hands.lab.documents.path == tmp_path / "two & a half.sandbox.json"


def test_no_recent_sessions_says_so(hands: Hands) -> None:
    menu = hands.window.menus.recent
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert not entry.isEnabled()


def test_undoing_an_opened_file_gives_back_the_former_file_as_well(
    hands: Hands, answer: Answer, tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine.sandbox.json", tmp_path / "other.sandbox.json"
    save_session(load_scenarios()[1].session, other)
    answer("save", mine)
    hands.key(Key.Key_S, CONTROL)
    answer("open", other)
    hands.key(Key.Key_O, CONTROL)
    bytes_before = other.read_bytes()
    hands.undo()
    assert hands.window.windowTitle().startswith("mine")
    hands.key(Key.Key_S, CONTROL)
    assert other.read_bytes() == bytes_before
    assert load_session(mine) == hands.session
    hands.redo()
    assert hands.window.windowTitle().startswith("other")


BROKEN = {
    "empty": b"",
    "json": b'{"format": ',
    "foreign": b'{"a": 1}',
    "newer": b'{"format": "optimizer-sandbox-session", "version": 99}',
    "binary": bytes(range(256)),
    "incomplete": b'{"format": "optimizer-sandbox-session", "version": 1}',
    "list": b"[]",
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_says_one_sentence_and_leaves_the_session_alone(
    hands: Hands, answer: Answer, tmp_path: Path, name: str
) -> None:
    path, before = tmp_path / "broken.sandbox.json", hands.session
    path.write_bytes(BROKEN[name])
    answer("open", path)
    hands.key(Key.Key_O, CONTROL)
    assert hands.message.count("\n") == 0
    assert hands.message.endswith(".")
    assert hands.desk.messages.level() == "danger"
    assert hands.session is before
    assert hands.edits == 0
    assert hands.window.settings.recent() == []


def test_a_file_that_is_not_there_says_so(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    answer("open", tmp_path / "nowhere.sandbox.json")
    hands.key(Key.Key_O, CONTROL)
    assert "nowhere" in hands.message


def drop(hands: Hands, *urls: QUrl) -> bool:
    data = QMimeData()
    if urls:
        data.setUrls(list(urls))
    else:
        data.setText("no file")
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(10, 10), copy, data, left, none)
    enter.ignore()
    hands.window.dragEnterEvent(enter)
    accepted = enter.isAccepted()
    hands.window.dropEvent(QDropEvent(QPointF(10, 10), copy, data, left, none))
    return accepted


def test_a_dropped_file_opens(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "dropped.sandbox.json"
    session = load_scenarios()[1].session
    save_session(session, path)
    assert drop(hands, QUrl("https://example.org/a"), QUrl.fromLocalFile(str(path)))
    hands.settle()
    assert hands.session == session
    hands.assert_consistent()


def test_dropping_something_else_is_answered(hands: Hands, tmp_path: Path) -> None:
    before = hands.session
    (tmp_path / "notes.md").write_bytes(b"\x89PNG")
    drop(hands, QUrl.fromLocalFile(str(tmp_path / "notes.md")))
    assert "notes.md" in hands.message
    assert not drop(hands)
    assert hands.session is before


EXPORTED = ("book-figure", "batch-size-escape", "dead-relu", "adam-then-sgd", "newton-price")
"""With batches and without, with a branch, with an optimizer made of others, with ten parameters."""


@pytest.mark.parametrize(
    "scenario",
    [scenario for scenario in load_scenarios() if scenario.name in EXPORTED],
    ids=lambda scenario: scenario.name,
)
def test_the_csv_is_the_command_lines_byte_for_byte(
    hands: Hands, answer: Answer, tmp_path: Path, scenario: Scenario
) -> None:
    pick(hands.window.menus.scenarios, scenario.name)
    session, by_window, by_line = tmp_path / "s.sandbox.json", tmp_path / "window.csv", tmp_path / "line.csv"
    answer("csv", by_window)
    hands.key(Key.Key_E, CONTROL)
    hands.rest()
    assert "window.csv" in hands.message
    answer("save", session)
    hands.key(Key.Key_S, CONTROL)
    assert command_line(["run", "--session", str(session), "--csv", str(by_line)]) == 0
    assert by_window.read_bytes() == by_line.read_bytes()
    assert command_line(["run", "--scenario", scenario.name, "--csv", str(by_line)]) == 0
    assert by_window.read_bytes() == by_line.read_bytes()


def test_two_exports_at_once_are_both_written(hands: Hands, answer: Answer, tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        answer("csv", tmp_path / name)
        hands.key(Key.Key_E, CONTROL)
    hands.rest()
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes() != b""


@pytest.mark.parametrize(
    ("dialog", "entry"),
    [("csv", "export-csv"), ("picture", "export-picture"), ("animation", "export-animation"), ("save", "save-as")],
)
def test_an_unwritable_place_is_said(hands: Hands, answer: Answer, tmp_path: Path, dialog: str, entry: str) -> None:
    suffix = {"csv": ".csv", "picture": ".png", "animation": ".gif", "save": ".sandbox.json"}[dialog]
    answer(dialog, tmp_path / "missing" / f"out{suffix}")
    pick(hands.window.menus.file, entry)
    hands.rest()
    assert "missing" in hands.message
    assert hands.desk.messages.level() == "danger"
    assert hands.lab.documents.path is None
    assert not (tmp_path / "missing").exists()


@pytest.mark.parametrize(("suffix", "magic"), [(".png", b"\x89PNG"), (".svg", b"<")])
def test_a_picture_is_written(hands: Hands, answer: Answer, tmp_path: Path, suffix: str, magic: bytes) -> None:
    path = tmp_path / f"figure{suffix}"
    answer("picture", path)
    hands.key(Key.Key_E, CONTROL | SHIFT)
    hands.rest()
    assert path.read_bytes().startswith(magic)
    assert path.name in hands.message


def test_the_dialogs_open_where_one_was_last(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, answer: Answer, tmp_path: Path
) -> None:
    (tmp_path / "deep").mkdir()
    answer("csv", tmp_path / "deep" / "a.csv")
    hands.key(Key.Key_E, CONTROL)
    hands.rest()
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(dialogs, "ask_picture", lambda _parent, folder, name: asked.append((folder, name)))
    hands.key(Key.Key_E, CONTROL | SHIFT)
    assert asked == [(str(tmp_path / "deep"), "book")]


@pytest.mark.parametrize("scenario", chapter_openings(load_scenarios()), ids=lambda scenario: scenario.name)
def test_a_scenario_opens_with_its_words(hands: Hands, scenario: Scenario) -> None:
    hands.lab.playback.go_to(9)
    pick(hands.window.menus.scenarios, scenario.name)
    hands.rest()
    text = scenario.text("en")
    assert hands.session == scenario.session
    assert hands.window.windowTitle().startswith(text.title)
    assert not hands.window.isWindowModified()
    assert text.title in hands.desk.scenario.browser.toPlainText().replace("\N{WORD JOINER}", "")
    assert hands.desk.scenario.isVisible()
    assert hands.iteration == 0
    hands.assert_consistent()


def test_a_scenario_that_is_opened_in_korean_has_korean_runs(hands: Hands) -> None:
    hands.window.set_language("ko")
    hands.window.open_scenario("local-minimum")
    hands.rest()
    assert hands.session.labels() == ("경사하강법", "모멘텀", "Adam")
    hands.add("newton")
    assert hands.session.labels()[-1] == "뉴턴 방법"


def test_one_scenario_leads_to_the_next_whatever_it_is_made_of(hands: Hands) -> None:
    """Other dimensions, another pace, samples or none: nothing of the former is taken for the new one's."""
    pick(hands.window.menus.scenarios, "saddle-noise")
    hands.rest()
    hands.lab.playback.go_to(40)
    for name, title in (
        ("one-sample", "Loss above 0.119"),
        ("newton-price", "Loss"),
        ("mse-cross-entropy", "Gradient norm"),
    ):
        pick(hands.window.menus.scenarios, name)
        hands.rest()
        hands.lab.timekeeper.step(20)
        hands.rest()
        assert hands.lab.presenter.plotter.title(1) == title
        assert next(trail.label for trail in hands.panel._trails) == hands.session.runs[0].label


def test_the_panel_leads_from_scenario_to_scenario(hands: Hands) -> None:
    every = load_scenarios()
    pick(hands.window.menus.scenarios, every[0].name)
    browser = hands.desk.scenario.browser
    assert f"Next\n{every[1].text('en').title}" in browser.toPlainText()
    browser.anchorClicked.emit(QUrl(every[1].name))
    assert hands.session == every[1].session
    browser.anchorClicked.emit(QUrl("contents"))
    assert all(scenario.text("en").title in browser.toPlainText() for scenario in every)


def test_what_a_scenario_lets_diverge_is_no_reason_to_tune(hands: Hands) -> None:
    pick(hands.window.menus.scenarios, "warm-up")
    hands.rest()
    assert any(snapshot.status == "diverged" for snapshot in hands.snapshots.values())
    assert not hands.desk.messages.isVisible()


def test_title_and_words_of_a_scenario_go_and_come_with_undo(hands: Hands) -> None:
    pick(hands.window.menus.scenarios, "saddle-escape")
    title, words = hands.window.windowTitle(), hands.desk.scenario.browser.toPlainText()
    hands.undo()
    assert hands.window.windowTitle() != title
    assert "Open one" in hands.desk.scenario.browser.toPlainText()
    hands.redo()
    assert hands.window.windowTitle() == title
    assert hands.desk.scenario.browser.toPlainText() == words
    hands.key(Key.Key_N, CONTROL)
    assert "Open one" in hands.desk.scenario.browser.toPlainText()
    assert hands.window.windowTitle().startswith("Untitled")


def test_a_new_session_is_the_first_one_again(hands: Hands) -> None:
    first = hands.session
    change(hands)
    hands.lab.playback.go_to(7)
    hands.key(Key.Key_Space)
    hands.key(Key.Key_N, CONTROL)
    hands.rest()
    assert hands.session == first
    assert hands.iteration == 0
    assert not hands.lab.playback.playing
    hands.assert_consistent()
