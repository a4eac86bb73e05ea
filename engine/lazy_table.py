"""A table of classes whose files are imported when a class is wanted: what a start does not need costs it nothing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

C = TypeVar("C")


class LazyTable(Mapping[str, type[C]]):
    """Names to classes.

    Parameters
    ----------
    package : str
        Where the files are.
    rows : mapping of str to str
        ``module.Class`` by name.
    short : mapping of str to str
        Other names, which are answered but not listed.
    """

    def __init__(self, package: str, rows: Mapping[str, str], short: Mapping[str, str] | None = None) -> None:
        self._package = package
        self._rows = dict(rows)
        self._short = dict(short or {})
        self._classes: dict[str, type[C]] = {}

    def __getitem__(self, name: str) -> type[C]:
        name = self._short.get(name, name)
        if name not in self._classes:
            module, cls = self._rows[name].split(".")
            self._classes[name] = getattr(import_module(f"{self._package}.{module}"), cls)
        return self._classes[name]

    def __contains__(self, name: object) -> bool:
        return name in self._rows or name in self._short

    def short_names(self, name: str) -> tuple[str, ...]:
        """Return the other names by which the class `name` is answered."""
        return tuple(short for short, long in self._short.items() if long == name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)
