"""The state of a composite: its parts' states as one flat tuple, as the record keeps it, and taken apart again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, ClassVar, Self

from engine.optimizer import NoState

StateType = Any
"""A NamedTuple's type, or that of a nested state."""


class NestedState(tuple[Any, ...]):
    """A state whose fields are its owner's own and, called ``<part>.<field>``, those of the parts.

    Like a NamedTuple it is made of its values one by one and has `_fields`; unlike one, their names have dots, and
    its type knows of which states it is made.
    """

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()
    _pieces: ClassVar[dict[str, tuple[StateType, slice]]] = {}

    def __new__(cls, *values: Any) -> Self:
        """Return the state with these values, one for each field."""
        return super().__new__(cls, values)

    @property
    def own(self) -> Any:
        """What belongs to the composite itself."""
        return self.part("")

    def part(self, name: str) -> Any:
        """Return the state of a part, in its own type."""
        kind, place = self._pieces[name]
        return kind(*self[place])


def nested(own: Any = NoState(), **parts: Any) -> NestedState:  # noqa: B008  # it has nothing that could change
    """Return the state of a composite from what it remembers itself and from its parts' states, by their names."""
    kind = _nested_type(_kind(own), tuple((name, _kind(state)) for name, state in parts.items()))
    return kind(*own, *(value for state in parts.values() for value in state))


@lru_cache(maxsize=256)
def _nested_type(own: StateType, parts: tuple[tuple[str, StateType], ...]) -> type[NestedState]:
    """Return the type of states that are made of states of these types; equal parts have one type."""
    fields, pieces = list(own._fields), {"": (own, slice(0, len(own._fields)))}
    for name, kind in parts:
        pieces[name] = (kind, slice(len(fields), len(fields) + len(kind._fields)))
        fields += [f"{name}.{field}" for field in kind._fields]
    return type("NestedState", (NestedState,), {"__slots__": (), "_fields": tuple(fields), "_pieces": pieces})


def _kind(state: Any) -> StateType:
    return type(state)
