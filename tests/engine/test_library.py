from __future__ import annotations

import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.files import FileError
from engine.library import LONGEST_NAME, Entry, Library, LibraryError
from engine.surface_file import SUFFIX, KeptSurface, dump_surface
from surfaces import SurfaceError, SurfaceSpec

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BOOK = KeptSurface(SurfaceSpec(name="book"), (-7.0, 2.0))
BOWL = KeptSurface(SurfaceSpec(formula="x^2 + y^2"), (1.0, 1.0))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "own" / "surfaces")


def test_a_folder_that_is_not_there_is_an_empty_library(library: Library) -> None:
    assert library.names() == ()
    assert library.entries() == ()
    assert not library.folder.exists()


def test_what_is_saved_is_there_again(library: Library) -> None:
    assert library.save("  My bowl ", BOWL) == "My bowl"
    assert library.save("산", BOOK) == "산"
    assert library.names() == ("My bowl", "산")
    assert library.entries() == (Entry("My bowl", BOWL), Entry("산", BOOK))
    assert [path.name for path in sorted(library.folder.iterdir())] == ["My bowl.surface.json", "산.surface.json"]


def test_a_taken_name_is_refused_unless_it_is_to_be_replaced(library: Library) -> None:
    library.save("Bowl", BOWL)
    for name in ("Bowl", "bowl", "BOWL "):
        with pytest.raises(LibraryError, match="There is a surface “Bowl” already"):
            library.save(name, BOOK)
    assert library.load("Bowl") == BOWL
    assert library.save("bowl", BOOK, replacing=True) == "Bowl"
    assert library.entries() == (Entry("Bowl", BOOK),)


def test_hangul_written_in_two_ways_is_one_name(library: Library) -> None:
    library.save(unicodedata.normalize("NFD", "골짜기"), BOWL)
    assert library.names() == ("골짜기",)
    with pytest.raises(LibraryError, match="already"):
        library.save("골짜기", BOOK)


def test_renaming(library: Library) -> None:
    library.save("a", BOWL)
    library.save("b", BOOK)
    with pytest.raises(LibraryError, match="“b” already"):
        library.rename("a", "B")
    assert library.rename("a", "A") == "A"
    assert library.rename("A", "c") == "c"
    assert library.rename("c", "c") == "c"
    assert library.entries() == (Entry("b", BOOK), Entry("c", BOWL))


def test_what_was_deleted_comes_back(library: Library) -> None:
    library.save("a", BOWL)
    data = library.delete("a")
    assert library.names() == ()
    library.save("a", BOOK)
    assert library.restore("a", data) == "a 2"
    assert library.load("a 2") == BOWL


@pytest.mark.parametrize("wish", ["load", "delete", "rename", "export"])
def test_what_is_gone_is_a_sentence(library: Library, tmp_path: Path, wish: str) -> None:
    library.save("a", BOWL)
    (library.folder / f"a{SUFFIX}").unlink()
    wishes: dict[str, Callable[[], object]] = {
        "load": lambda: library.load("a"),
        "delete": lambda: library.delete("a"),
        "rename": lambda: library.rename("a", "b"),
        "export": lambda: library.export_file("a", tmp_path / "out"),
    }
    with pytest.raises(LibraryError, match="“a” in the library any more"):
        wishes[wish]()


def test_files_go_out_and_come_in(library: Library, tmp_path: Path) -> None:
    library.save("a", BOWL)
    library.export_file("a", tmp_path / f"a{SUFFIX}")
    assert library.import_file(tmp_path / f"a{SUFFIX}") == "a 2"
    (tmp_path / "x:y?.json").write_bytes(dump_surface(BOOK))
    assert library.import_file(tmp_path / "x:y?.json") == "xy"
    assert library.entries() == (Entry("a", BOWL), Entry("a 2", BOWL), Entry("xy", BOOK))


@pytest.mark.parametrize("text", ["", "{}", '{"format": "optimizer-sandbox-session", "version": 1}'])
def test_a_file_that_is_no_surface_is_not_taken(library: Library, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    with pytest.raises(SurfaceError):
        library.import_file(tmp_path / "a.json")
    with pytest.raises(FileError):
        library.import_file(tmp_path / "missing.json")
    assert library.names() == ()


@pytest.mark.parametrize(
    "name",
    [
        *("", "   ", ".", "..", ".hidden", "a.", "../a", "a/b", "a\\b", "c:", "a*", "a?", 'a"', "<a>", "a|b"),
        *("a\nb", "a\0b", "a\tb", "a\u202eb", "a\ud800", "a\u2028b", "CON", "nul.txt", "Com1", "lpt9"),
        *("x" * (LONGEST_NAME + 1), "😀" * 51),
    ],
)
def test_a_name_that_cannot_be_is_a_sentence(library: Library, name: str) -> None:
    with pytest.raises(LibraryError) as caught:
        library.save(name, BOWL)
    assert str(caught.value).endswith(".")
    assert library.problem_of_name(name) == str(caught.value)
    assert not library.folder.exists()


def test_names_at_the_limits(library: Library) -> None:
    for name in ("x" * LONGEST_NAME, "산" * LONGEST_NAME, "a.b", "a’s ü, (1) – ★", "console"):
        assert library.problem_of_name(name) == ""
        assert library.save(name, BOWL) == name
        assert library.problem_of_name(name.upper()) != ""
        assert library.problem_of_name(name.upper(), old=name) == ""
    assert library.restore("x" * LONGEST_NAME, dump_surface(BOOK)) == "x" * (LONGEST_NAME - 2) + " 2"


@pytest.mark.parametrize("name", ["../outside", "/etc/passwd", "..", "a/../../outside", "", "\0"])
def test_no_name_leads_out_of_the_folder(library: Library, name: str) -> None:
    library.save("a", BOWL)
    (library.folder.parent / f"outside{SUFFIX}").write_bytes(dump_surface(BOOK))
    for wish in (library.load, library.delete):
        with pytest.raises(LibraryError):
            wish(name)
    assert library.entry(name).kept is None


def test_whatever_lies_in_the_folder_is_listed_with_what_is_wrong(library: Library) -> None:
    library.save("good", BOWL)
    folder = library.folder
    (folder / f"empty{SUFFIX}").write_text("")
    (folder / f"binary{SUFFIX}").write_bytes(b"\xff\xfe\0")
    (folder / f"newer{SUFFIX}").write_text('{"format": "optimizer-sandbox-surface", "version": 99}')
    (folder / f"deep{SUFFIX}").write_text("[" * 200_000)
    (folder / f"folder{SUFFIX}").mkdir()
    (folder / SUFFIX).write_text("")
    (folder / f".hidden{SUFFIX}").write_text("")
    (folder / "notes.txt").write_text("")
    entries = {entry.name: entry for entry in library.entries()}
    assert sorted(entries) == ["binary", "deep", "empty", "good", "newer"]
    assert entries.pop("good").problem == ""
    assert all(entry.kept is None and entry.problem.endswith(".") for entry in entries.values())


@pytest.mark.skipif(sys.platform == "win32", reason="names are not bytes there")
def test_a_file_name_that_is_no_text_is_passed_over(library: Library) -> None:
    library.save("good", BOWL)
    (library.folder / f"bad\udcff{SUFFIX}").write_text("")
    assert library.names() == ("good",)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    library = Library(tmp_path / "file" / "surfaces")
    assert library.names() == ()
    with pytest.raises(FileError, match="Could not make"):
        library.save("a", BOWL)


@given(st.text(max_size=80))
def test_any_name_is_kept_or_refused(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    library = Library(tmp_path_factory.mktemp("library"))
    try:
        kept = library.save(name, BOWL)
    except LibraryError:
        assert library.names() == ()
    else:
        assert library.names() == (kept,)
        assert kept == unicodedata.normalize("NFC", name).strip()
