from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.settings import MOST_RECENT, Settings

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def again(tmp_path: Path, settings: Settings) -> Settings:
    """The same store, as the next start sees it."""
    return Settings(QSettings(str(tmp_path / "store" / "settings.ini"), QSettings.Format.IniFormat))


def test_defaults_when_nothing_is_known(settings: Settings) -> None:
    assert settings.text("theme", "system") == "system"
    assert settings.number("speed", 10.0) == 10.0
    assert settings.layout("state").isEmpty()
    assert settings.recent() == []
    assert settings.folder()


@pytest.mark.parametrize("value", [0.5, 60.0, 1e6])
def test_numbers_come_back_as_numbers(settings: Settings, again: Settings, value: float) -> None:
    settings.remember("speed", value)
    settings._store.sync()
    again._store.sync()
    assert again.number("speed", 10.0) == value


@pytest.mark.parametrize("text", ["", "dark", "a,b;c=d", "한글", "with\nline"])
def test_texts_come_back_as_they_were(settings: Settings, again: Settings, text: str) -> None:
    settings.remember("theme", text)
    assert again.text("theme", "system") == text


def test_a_layout_comes_back_and_is_forgotten(settings: Settings, again: Settings) -> None:
    settings.remember("geometry", QByteArray(b"\x00\x01\xff"))
    settings.remember("state", QByteArray(b"x"))
    assert again.layout("geometry") == QByteArray(b"\x00\x01\xff")
    settings.forget_layout()
    assert again.layout("geometry").isEmpty()
    assert again.layout("state").isEmpty()


@pytest.mark.parametrize("value", ["text", 5, 1.5, True])
def test_a_spoilt_layout_is_none(settings: Settings, value: object) -> None:
    settings.remember("geometry", value)
    assert settings.layout("geometry").isEmpty()


def test_recent_paths_are_unique_newest_first_and_few(settings: Settings, again: Settings) -> None:
    for number in range(MOST_RECENT + 3):
        settings.add_recent(f"/a folder/{number}.json")
    settings.add_recent("/a folder/5.json")
    assert again.recent()[0] == "/a folder/5.json"
    assert len(again.recent()) == len(set(again.recent())) == MOST_RECENT


def test_the_last_session_lies_beside_the_settings(settings: Settings, tmp_path: Path) -> None:
    assert settings.last_session_path() == tmp_path / "store" / "last.sandbox.json"


def test_own_surfaces_lie_beside_a_store_that_lies_elsewhere(settings: Settings, tmp_path: Path) -> None:
    assert settings.library_folder() == tmp_path / "store" / "surfaces"


def test_own_surfaces_lie_with_a_persons_data() -> None:
    folder = Settings().library_folder()
    assert folder.is_absolute()
    assert folder.parts[-2:] == ("optimizer-sandbox", "surfaces")
