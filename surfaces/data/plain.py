"""A data specification as nested plain values (a table of a session file) and back, checked field by field."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from surfaces.data.spec import MOST_SAMPLES, DataSpec
from surfaces.surface import SurfaceError

_PLAIN = DataSpec()
_WHOLE = ("n", "seed")
LARGEST_WHOLE = 2**63 - 1


def data_to_plain(data: DataSpec) -> dict[str, Any]:
    """The specification as a dict of plain values; what is as it is by default is left out."""
    named = {field.name: getattr(data, field.name) for field in fields(data)}
    plain = {name: value for name, value in named.items() if value != getattr(_PLAIN, name)}
    if data.options:
        plain["options"] = dict(data.options)
    if data.points:
        plain["points"] = [list(point) for point in data.points]
    return plain


def data_from_plain(raw: Any) -> DataSpec:
    """The specification that plain values describe.

    Raises
    ------
    SurfaceError
        Naming the field that is unknown or of the wrong kind; whether it fits its model is asked on building.
    """
    if not isinstance(raw, Mapping):
        raise SurfaceError("The data should be a table of named values.")
    known = [field.name for field in fields(DataSpec)]
    for name in raw:
        if name not in known:
            raise SurfaceError(f"{name!r} is not known here; the fields are {', '.join(known)}.")
    return DataSpec(**{name: _read(name, value) for name, value in raw.items()})


def _read(name: str, value: Any) -> Any:
    if name == "points":
        return _points(value)
    if name == "options":
        return _options(value)
    default = getattr(_PLAIN, name)
    if isinstance(default, (bool, str)):
        if not isinstance(value, type(default)):
            raise SurfaceError(f"{name} should be {'true or false' if isinstance(default, bool) else 'a text'}.")
        return value
    if name in _WHOLE:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_WHOLE:
            raise SurfaceError(f"{name} should be a whole number from 0 up.")
        return value
    return _number(name, value)


def _options(value: Any) -> tuple[tuple[str, float], ...]:
    if not isinstance(value, Mapping):
        raise SurfaceError("options should be a table of named numbers.")
    return tuple(sorted((str(name), _number(str(name), number)) for name, number in value.items()))


def _points(value: Any) -> tuple[tuple[float, ...], ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(point, (list, tuple)) for point in value):
        raise SurfaceError("points should be a list of samples, each a list of numbers.")
    if len(value) > MOST_SAMPLES:
        raise SurfaceError(f"A surface takes at most {MOST_SAMPLES} samples; these are {len(value)}.")
    return tuple(tuple(_number(f"sample {row}", number) for number in point) for row, point in enumerate(value, 1))


def _number(name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not abs(value) < math.inf:
        raise SurfaceError(f"{name} should be a finite number.")
    try:
        return float(value)
    except OverflowError as error:
        raise SurfaceError(f"{name} should be a finite number.") from error
