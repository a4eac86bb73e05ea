"""Files are written whole or not at all: to a temporary name beside the target, then renamed."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator


class FileError(OSError):
    """A file that could not be read or written, in one sentence with its path."""


def make_folder(folder: Path) -> None:
    """Make a folder and those it lies in, if they are not there; raises FileError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"Could not make {folder}: {_why(error)}.") from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of `path` once everything is written.

    Raises
    ------
    FileError
        When it cannot be written; whatever was at `path` is still there.
    """
    temporary: Path | None = None
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as device:  # a device or a pipe is written to, never replaced
                yield device
            return
        target = Path(os.path.realpath(path))  # a link stays, what it points to is replaced
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _adopt_mode(temporary, target)
        temporary.replace(target)
    except OSError as error:
        raise FileError(f"Could not write {path}: {_why(error)}.") from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file; raises FileError."""
    with replacing(path) as file:
        file.write(data)


def read_text(path: Path, most: int = 20_000_000) -> str:
    """Return a UTF-8 file's text; raises FileError."""
    try:
        if path.stat().st_size > most:
            raise FileError(f"{path} is too large to be one of our files ({most // 1_000_000} MB at most).")
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"{path} is not a text file.") from error
    except FileError:
        raise
    except OSError as error:
        raise FileError(f"Could not read {path}: {_why(error)}.") from error


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _adopt_mode(temporary: Path, path: Path) -> None:
    """Give the new file the old one's mode, or what a plain new file would have had."""
    try:
        mode = path.stat().st_mode & 0o777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        mode = 0o666 & ~umask
    with suppress(OSError):
        temporary.chmod(mode)
