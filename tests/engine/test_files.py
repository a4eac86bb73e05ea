from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.export import run_session, write_csv
from engine.files import FileError, read_text, replacing, write_bytes
from engine.session import default_session

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX file modes, links and devices")


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def full_disk(*_: Any, **__: Any) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_writes_and_replaces(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        write_bytes(tmp_path / "a.csv", content)
        assert (tmp_path / "a.csv").read_bytes() == content
    assert left_in(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("moment", ["fsync", "fdopen", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"old")
    owner = Path if moment == "replace" else os
    monkeypatch.setattr(owner, moment, full_disk)
    with pytest.raises(FileError, match=r"Could not write .*a\.csv: no space left"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert left_in(tmp_path) == ["a.csv"]


def test_a_disk_that_fills_up_while_rows_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, session = tmp_path / "a.csv", default_session()
    path.write_bytes(b"old")
    monkeypatch.setattr("engine.export._rows", full_disk)
    with pytest.raises(FileError, match="no space left"):
        write_csv(path, session, run_session(session))
    assert (path.read_bytes(), left_in(tmp_path)) == (b"old", ["a.csv"])


def test_any_other_failure_passes_through_and_leaves_nothing(tmp_path: Path) -> None:
    def interrupted() -> None:
        with replacing(tmp_path / "a") as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert left_in(tmp_path) == []


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError, match=r"is a directory|permission denied"):
        write_bytes(tmp_path / "folder", b"new")
    assert left_in(tmp_path) == ["folder"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file or directory"):
        write_bytes(tmp_path / "none" / "a.csv", b"new")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    tmp_path.chmod(0o500)
    with pytest.raises(FileError, match="permission denied"):
        write_bytes(tmp_path / "a.csv", b"new")
    tmp_path.chmod(0o700)
    assert (tmp_path / "a.csv").read_bytes() == b"old"


@posix
def test_mode_is_the_old_files_or_a_plain_new_ones(tmp_path: Path) -> None:
    old, new, plain = tmp_path / "old", tmp_path / "new", tmp_path / "plain"
    old.write_bytes(b"")
    old.chmod(0o640)
    plain.write_bytes(b"")
    write_bytes(old, b"x")
    write_bytes(new, b"x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


@posix
def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"old")
    (tmp_path / "link").symlink_to("target")
    write_bytes(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_bytes() == b"new"


@posix
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_bytes(Path(os.devnull), b"new")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_name_as_long_as_the_system_allows(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_bytes(path, b"new")
    assert path.read_bytes() == b"new"


def test_reading_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "bytes").write_bytes(b"\xff\xfe")
    (tmp_path / "text").write_text("한글", encoding="utf-8")
    assert read_text(tmp_path / "text") == "한글"
    for name, words in (("bytes", "not a text file"), ("none", "no such file"), (".", "Could not read")):
        with pytest.raises(FileError, match=words):
            read_text(tmp_path / name)
    with pytest.raises(FileError, match="too large"):
        read_text(tmp_path / "text", most=3)
