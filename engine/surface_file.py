"""Surface files (`*.surface.json`): a surface and a start worth trying on it, as versioned plain data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.files import read_text, write_bytes
from engine.reading import Fields, ReadingError
from engine.surface_data import surface_from_data, surface_to_data
from surfaces import SurfaceError, SurfaceSpec

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "optimizer-sandbox-surface"
VERSION = 1
SUFFIX = ".surface.json"


class KeptSurface(NamedTuple):
    """A surface and where runs may start on it."""

    spec: SurfaceSpec
    start: tuple[float, ...]


def dump_surface(kept: KeptSurface) -> bytes:
    """Return the bytes of a surface's file: the same for equal surfaces."""
    data = {"format": FORMAT, "version": VERSION, "start": list(kept.start), "surface": surface_to_data(kept.spec)}
    return (json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def parse_surface(text: str) -> KeptSurface:
    """Return the surface in the text of a surface file.

    Raises
    ------
    SurfaceError
        One sentence: broken, not a surface, of a newer version, or with a field that cannot be.
    """
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SurfaceError("This is not a surface file: it is broken or was cut off.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise SurfaceError("This is not a surface file of the Optimizer Sandbox.")
    try:
        fields = Fields(data, "")
        if fields.whole("version", low=1) > VERSION:
            raise SurfaceError("This surface was saved by a newer version of the Optimizer Sandbox.")
        spec = surface_from_data(fields.table("surface"))
        return KeptSurface(spec, fields.numbers("start", spec.dim))
    except ReadingError as error:
        raise SurfaceError(f"The surface cannot be read: {error}") from error


def save_surface(kept: KeptSurface, path: Path) -> None:
    """Write a surface file; raises FileError."""
    write_bytes(path, dump_surface(kept))


def load_surface(path: Path) -> KeptSurface:
    """Read a surface file; raises FileError or SurfaceError."""
    return parse_surface(read_text(path))
