"""Reading plain data (JSON, TOML) field by field, with an error that names the place."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any


class ReadingError(ValueError):
    """Data that does not have the expected form; the text names the field and what belongs there."""


class Fields:
    """A table of named values that is read field by field and knows where it stands in the file."""

    def __init__(self, data: Any, place: str) -> None:
        if not isinstance(data, Mapping):
            raise ReadingError(f"{place} should be a table of named values.")
        self._data = dict(data)
        self._place = place
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._data

    def where(self, name: str) -> str:
        """Return the name of a field with its place, for messages."""
        return f"{self._place}.{name}" if self._place else name

    def raw(self, name: str, default: Any = None) -> Any:
        """Return a field as it stands."""
        self._asked.add(name)
        return self._data.get(name, default)

    def rest(self) -> dict[str, Any]:
        """Return every field nobody has asked for."""
        return {name: value for name, value in self._data.items() if name not in self._asked}

    def table(self, name: str) -> Fields:
        """Return a nested table; an absent one is empty."""
        return Fields(self.raw(name, {}), self.where(name))

    def tables(self, name: str) -> list[Fields]:
        """Return a list of tables; an absent one is empty."""
        items = self.raw(name, [])
        if not isinstance(items, list):
            raise ReadingError(f"{self.where(name)} should be a list.")
        return [Fields(item, f"{self.where(name)}[{index}]") for index, item in enumerate(items)]

    def text(self, name: str, default: str | None = None, *, allowed: tuple[str, ...] = ()) -> str:
        """Return a text, optionally one of a few."""
        value = self.raw(name, default)
        if not _is_text(value):
            raise ReadingError(f"{self.where(name)} should be a text.")
        if allowed and value not in allowed:
            raise ReadingError(f"{self.where(name)} is {value!r}; it can be {', '.join(allowed)}.")
        return str(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts; an absent one is empty."""
        value = self.raw(name, [])
        if not isinstance(value, list) or not all(map(_is_text, value)):
            raise ReadingError(f"{self.where(name)} should be a list of texts.")
        return tuple(value)

    def number(self, name: str, default: float | None = None) -> float:
        """Return a finite number."""
        return _finite(self.raw(name, default), self.where(name))

    def numbers(self, name: str, count: int) -> tuple[float, ...]:
        """Return a list of `count` finite numbers."""
        value = self.raw(name)
        if not isinstance(value, list) or len(value) != count:
            raise ReadingError(f"{self.where(name)} should be a list of {count} numbers.")
        return tuple(_finite(item, self.where(name)) for item in value)

    def whole(self, name: str, default: int | None = None, *, low: int = 0, high: int = 2**63 - 1) -> int:
        """Return a whole number within limits."""
        value = self.raw(name, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ReadingError(f"{self.where(name)} should be a whole number from {low} to {high}.")
        return value

    def truth(self, name: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self.raw(name, default)
        if not isinstance(value, bool):
            raise ReadingError(f"{self.where(name)} should be true or false.")
        return value


def _is_text(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(value.encode() or True)
    except UnicodeEncodeError:  # half a surrogate pair, which no file can hold
        return False


def _finite(value: Any, place: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise ReadingError(f"{place} should be a number.")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ReadingError(f"{place} should be a finite number.")
    return number
