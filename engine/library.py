"""A person's own surfaces: a folder with one `NAME.surface.json` each."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from engine.files import FileError, make_folder, read_text, write_bytes
from engine.surface_file import SUFFIX, KeptSurface, dump_surface, load_surface, parse_surface
from surfaces import SurfaceError

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_NAME = 60
_MOST_BYTES = 200
"""Of a name in UTF-8: with the suffix it must stay below the 255 that file systems allow."""
_NOT_IN_NAMES = '/\\:*?"<>|'
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


class LibraryError(ValueError):
    """A wish the library cannot grant, in one sentence."""


class Entry(NamedTuple):
    """One surface of the library; a file that cannot be used has a problem in place of a surface."""

    name: str
    kept: KeptSurface | None
    problem: str = ""


class Library:
    """Reads and writes the folder; whatever lies in it, nothing is raised but a sentence.

    Names are looked up among the files that are there and never put into a path unchecked.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def names(self) -> tuple[str, ...]:
        """Return the names of all surfaces, readable or not, in alphabetical order."""
        return tuple(sorted(self._paths(), key=lambda name: (name.casefold(), name)))

    def entries(self) -> tuple[Entry, ...]:
        """Return every surface, or what is wrong with its file."""
        return tuple(self.entry(name) for name in self.names())

    def entry(self, name: str) -> Entry:
        """Return one surface, or what is wrong with its file."""
        try:
            return Entry(name, self.load(name))
        except (LibraryError, SurfaceError, FileError) as error:
            return Entry(name, None, str(error))

    def load(self, name: str) -> KeptSurface:
        """Return a surface; raises LibraryError, SurfaceError or FileError."""
        return load_surface(self._path(name))

    def save(self, name: str, kept: KeptSurface, *, replacing: bool = False) -> str:
        """Keep a surface and return its name as it was tidied.

        Raises
        ------
        LibraryError
            For a name that cannot be, or that is taken unless `replacing`.
        FileError
            When it cannot be written.
        """
        return self._write(name, dump_surface(kept), replacing=replacing)

    def rename(self, old: str, new: str) -> str:
        """Give a surface another name and return it; raises LibraryError or FileError."""
        path, name = self._path(old), self._checked(new)
        taken = self._taken(name)
        if taken is not None and taken != old:
            raise LibraryError(f"There is a surface “{taken}” already.")
        target = self.folder / f"{name}{SUFFIX}"
        try:
            path.rename(target)
        except OSError as error:
            raise FileError(f"Could not rename {path}: {(error.strerror or str(error)).lower()}.") from error
        return name

    def delete(self, name: str) -> bytes:
        """Remove a surface's file and return its bytes, with which `restore` brings it back."""
        path = self._path(name)
        try:
            data = path.read_bytes()
            path.unlink()
        except OSError as error:
            raise FileError(f"Could not delete {path}: {(error.strerror or str(error)).lower()}.") from error
        return data

    def restore(self, name: str, data: bytes) -> str:
        """Bring a deleted surface back, under a free name, and return it; raises LibraryError or FileError."""
        return self._write(self.free_name(name), data)

    def import_file(self, path: Path) -> str:
        """Take a surface file over under a free name and return it; raises LibraryError, SurfaceError or FileError."""
        text = read_text(path)
        parse_surface(text)
        stem = path.name.removesuffix(SUFFIX).removesuffix(".json")
        return self._write(self.free_name(tidied_name(stem)), text.encode())

    def export_file(self, name: str, path: Path) -> None:
        """Write a copy of a surface elsewhere; raises LibraryError, SurfaceError or FileError."""
        write_bytes(path, dump_surface(self.load(name)))

    def free_name(self, wanted: str) -> str:
        """Return `wanted`, or `wanted 2`, `wanted 3`, … so that it is not taken."""
        name, count = wanted, 1
        while self._taken(name) is not None:
            count += 1
            tail = f" {count}"
            name = wanted[: LONGEST_NAME - len(tail)] + tail
        return name

    def is_taken(self, name: str) -> bool:
        """Whether there is a surface of this name, in whatever case."""
        return self._taken(name.strip()) is not None

    def problem_of_name(self, name: str, *, old: str = "") -> str:
        """Return why a name cannot be given (to `old`, when that is renamed), or nothing."""
        try:
            checked = self._checked(name)
        except LibraryError as error:
            return str(error)
        taken = self._taken(checked)
        return f"There is a surface “{taken}” already." if taken is not None and taken != old else ""

    def _write(self, name: str, data: bytes, *, replacing: bool = False) -> str:
        name = self._checked(name)
        taken = self._taken(name)
        if taken is not None and not replacing:
            raise LibraryError(f"There is a surface “{taken}” already.")
        make_folder(self.folder)
        write_bytes(self._paths()[taken] if taken is not None else self.folder / f"{name}{SUFFIX}", data)
        return taken or name

    def _paths(self) -> dict[str, Path]:
        """The files of the folder by the names they stand for."""
        try:
            found = [path for path in self.folder.iterdir() if path.name.endswith(SUFFIX) and path.is_file()]
        except OSError:
            return {}
        stems = {path.name.removesuffix(SUFFIX): path for path in found}
        return {name: path for name, path in stems.items() if name.isprintable() and name.strip(".") == name != ""}

    def _path(self, name: str) -> Path:
        path = self._paths().get(name)
        if path is None:
            raise LibraryError(f"There is no surface “{name}” in the library any more.")
        return path

    def _taken(self, name: str) -> str | None:
        """The surface whose file a file system that ignores case would take for that of `name`."""
        return next((known for known in self._paths() if _folded(known) == _folded(name)), None)

    def _checked(self, name: str) -> str:
        """The name without spaces around it and in the form that all systems write; raises LibraryError."""
        name = unicodedata.normalize("NFC", name).strip()
        if not name:
            raise LibraryError("A surface needs a name.")
        bad = next((sign for sign in name if sign in _NOT_IN_NAMES or not sign.isprintable()), None)
        if bad is not None:
            shown = f"“{bad}”" if bad.isprintable() else "signs that cannot be seen"
            raise LibraryError(f"A name cannot contain {shown}: it becomes the name of a file.")
        if name.startswith(".") or name.endswith(".") or name.split(".")[0].strip().casefold() in _DEVICES:
            raise LibraryError(f"“{name}” cannot be the name of a file on every system.")
        if len(name) > LONGEST_NAME or len(name.encode()) > _MOST_BYTES:
            raise LibraryError(f"A name has at most {LONGEST_NAME} letters.")
        return name


def tidied_name(stem: str) -> str:
    """Return a title with what names cannot contain left out."""
    plain = unicodedata.normalize("NFC", stem)
    kept = "".join(sign for sign in plain if sign.isprintable() and sign not in _NOT_IN_NAMES)
    while len(kept.encode()) > _MOST_BYTES:
        kept = kept[:-1]
    return kept[:LONGEST_NAME].strip(" .") or "surface"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
