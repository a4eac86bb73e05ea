"""A person's own scenarios, kept and read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.files import FileError
from engine.own_scenarios import is_own, keep_scenario, own_scenarios
from engine.scenario import OWN, ScenarioError, ScenarioText, load_scenario, scenario_called
from engine.session import default_session

if TYPE_CHECKING:
    from pathlib import Path

TEXT = ScenarioText("Ravine", "Who is first?", ("Look at “y”.", 'A "quoted" \\ one'), ("Set y = 0.",))
words = st.text(st.characters(codec="utf-8"), max_size=30)


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    kept = keep_scenario(folder, default_session(), "en", TEXT)
    assert own_scenarios(folder) == ((kept,), ())
    assert (kept.name, kept.chapter, kept.text("en"), kept.text("ko")) == ("my/Ravine", OWN, TEXT, TEXT)
    assert kept.session == default_session()
    assert kept.expectations == ()
    assert is_own(kept.name)
    assert scenario_called(str(kept.path)) == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(title=words, question=words, lines=st.lists(words, max_size=3))
def test_any_words_come_back(tmp_path: Path, title: str, question: str, lines: list[str]) -> None:
    text = ScenarioText(title, question, tuple(lines), tuple(lines[::-1]))
    assert keep_scenario(tmp_path, default_session(), "ko", text).text("ko") == text


def test_names_that_are_taken_are_counted_on(tmp_path: Path) -> None:
    names = [keep_scenario(tmp_path, default_session(), "en", TEXT).path.stem for _ in range(3)]
    assert names == ["Ravine", "Ravine 2", "Ravine 3"]


def test_kept_again_it_stays_where_it_was_and_keeps_its_other_language(tmp_path: Path) -> None:
    before = keep_scenario(tmp_path, default_session(), "en", TEXT)
    other = ScenarioText("협곡", "누가 먼저일까요?", (), ())
    again = keep_scenario(tmp_path, default_session().without_run(1), "ko", other, before)
    assert again.path == before.path
    assert (again.text("en"), again.text("ko")) == (TEXT, other)
    assert len(again.session.runs) == len(default_session().runs) - 1
    assert len(list(tmp_path.glob("*.toml"))) == 1


def test_what_cannot_be_read_is_told_and_leaves_the_others(tmp_path: Path) -> None:
    kept = keep_scenario(tmp_path, default_session(), "en", TEXT)
    (tmp_path / "bad.toml").write_text("= 1", encoding="utf-8")
    found, (problem,) = own_scenarios(tmp_path)
    assert found == (kept,)
    assert problem.startswith("The scenario bad.toml cannot be read")


@pytest.mark.parametrize("session", ["../other.sandbox.json", "/etc/passwd", "gone.sandbox.json"])
def test_a_session_lies_beside_its_words(tmp_path: Path, session: str) -> None:
    (tmp_path / "a.toml").write_text(f'session = "{session}"\n[text.en]\ntitle = "T"\n', encoding="utf-8")
    with pytest.raises((ScenarioError, FileError), match=r"session|gone"):
        _ = load_scenario(tmp_path / "a.toml", own=True).session


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileError, match="Could not make"):
        keep_scenario(tmp_path / "file" / "folder", default_session(), "en", TEXT)
