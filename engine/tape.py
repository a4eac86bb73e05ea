"""Tapes: an elementwise rule runs once on numbers that write down what is done to them, and is a program from then on.

What a rule decides by its hyperparameters or by the iteration is written down as a guard: the program is that of every
iteration, and of every setting, for which all guards come out as they did. A rule that looks at its moving numbers
otherwise than through `Arithmetic`, or at the iteration through functions of its own, cannot be taped.
"""

from __future__ import annotations

import copy
import operator
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.optimizer import FLOATS, Arithmetic

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Elementwise

OPERATORS: dict[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "&": operator.and_,
    "|": operator.or_,
}
"""What may stand between two numbers of a rule, as it is written."""
MOVING = ("parameter", "gradient", "state")
"""Inputs of which every coordinate has its own; hyperparameters, rate and iteration are the others."""


class NotTapeableError(Exception):
    """A rule that does what no tape can record; it is run as it stands."""


class Operation(NamedTuple):
    """One entry: an input (its name), a constant (its text), an operator, or a function of `Arithmetic`."""

    kind: str
    name: str
    args: tuple[int, ...] = ()

    @property
    def word(self) -> str:
        """An input's name as a Python one."""
        return self.name.replace(".", "_")


@dataclass(frozen=True)
class Program:
    """What a rule does, entry by entry; arguments are earlier entries.

    Attributes
    ----------
    operations : tuple of Operation
        Inputs are called ``iteration``, ``rate``, ``parameter``, ``gradient``, ``state.<field>``, ``own.<name>`` (a
        hyperparameter).
    is_moving : tuple of bool
        Whether an entry differs from coordinate to coordinate.
    is_laned : tuple of bool
        Whether it is the same for all coordinates, but differs from lane to lane.
    outputs : tuple of int
        The new parameter, then the new state's fields.
    guards : tuple of (int, bool)
        Entries that are the same for all coordinates, and how they came out as truth values.
    """

    operations: tuple[Operation, ...]
    is_moving: tuple[bool, ...]
    is_laned: tuple[bool, ...]
    outputs: tuple[int, ...]
    guards: tuple[tuple[int, bool], ...]

    def inputs(self, prefix: str) -> list[str]:
        """Return the inputs that begin so, in order, as Python names."""
        return [each.word for each in self.operations if each.kind == "input" and each.name.startswith(prefix)]


class _Tape:
    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self.is_moving: list[bool] = []
        self.is_laned: list[bool] = []
        self.guards: dict[tuple[int, bool], None] = {}
        self._places: dict[Operation, int] = {}

    def input(self, name: str, value: Any = None, laned: bool = False) -> Taped:
        place = self._place(Operation("input", name), value is None, laned)
        return Taped(self, place, None if laned else value)

    def apply(self, kind: str, name: str, function: Callable[..., Any], args: tuple[Any, ...]) -> Taped:
        taped = [arg if isinstance(arg, Taped) else self._constant(arg) for arg in args]
        moving, laned = (any(known[arg.place] for arg in taped) for known in (self.is_moving, self.is_laned))
        place = self._place(Operation(kind, name, tuple(arg.place for arg in taped)), moving, laned and not moving)
        if moving or laned:
            return Taped(self, place, None)
        try:
            return Taped(self, place, function(*(arg.value for arg in taped)))
        except (ArithmeticError, ValueError) as error:
            raise NotTapeableError(str(error)) from error

    def _constant(self, value: Any) -> Taped:
        if not isinstance(value, (bool, int, float)):
            raise NotTapeableError(f"{value!r} is no number")
        value = float(value) if isinstance(value, float) else value  # NumPy's floats are written otherwise
        return Taped(self, self._place(Operation("constant", repr(value))), value)

    def _place(self, operation: Operation, moving: bool = False, laned: bool = False) -> int:
        if operation not in self._places:
            self._places[operation] = len(self.operations)
            self.operations.append(operation)
            self.is_moving.append(moving)
            self.is_laned.append(laned)
        return self._places[operation]

    def output(self, value: Any) -> int:
        return (value if isinstance(value, Taped) else self._constant(value)).place


class Taped:
    """A number on a tape; only those that are the same for all coordinates and lanes have a value."""

    __slots__ = ("_tape", "place", "value")
    __hash__ = object.__hash__

    def __init__(self, tape: _Tape, place: int, value: Any) -> None:
        self._tape, self.place, self.value = tape, place, value

    def __bool__(self) -> bool:
        if self.value is None:
            raise NotTapeableError("a moving number was asked whether it is true")
        self._tape.guards.setdefault((self.place, bool(self.value)))
        return bool(self.value)

    def __neg__(self) -> Taped:
        return self._tape.apply("operator", "-", operator.neg, (self,))

    def __abs__(self) -> Taped:
        return self._tape.apply("function", "absolute", abs, (self,))

    def _refused(self, *_: Any) -> Any:
        raise NotTapeableError("a taped number was taken for a plain one")

    __array_ufunc__ = None
    __float__ = __int__ = __index__ = __array__ = _refused


def _between(sign: str, function: Callable[..., Any], swapped: bool) -> Callable[[Taped, Any], Taped]:
    def method(self: Taped, other: Any) -> Taped:
        args = (other, self) if swapped else (self, other)
        return self._tape.apply("operator", sign, function, args)

    return method


for _sign, _function in OPERATORS.items():
    _name = _function.__name__.strip("_")
    setattr(Taped, f"__{_name}__", _between(_sign, _function, swapped=False))
    if _sign not in ("<", "<=", ">", ">=", "==", "!="):
        setattr(Taped, f"__r{_name}__", _between(_sign, _function, swapped=True))


def _apply(name: str, function: Callable[..., Any], *args: Any) -> Any:
    taped = next((arg for arg in args if isinstance(arg, Taped)), None)
    return function(*args) if taped is None else taped._tape.apply("function", name, function, args)


TAPING = Arithmetic(
    **{field.name: partial(_apply, field.name, getattr(FLOATS, field.name)) for field in fields(Arithmetic)}
)
"""The functions of a rule, on taped numbers."""


def taped(optimizer: Elementwise, learning_rate: float, iteration: int, laned: frozenset[str] = frozenset()) -> Program:
    """Return the program of a rule as it runs at an iteration, valid wherever its guards hold.

    Parameters
    ----------
    optimizer, learning_rate, iteration
        What guards are decided by.
    laned : frozenset of str
        Own numbers, or ``rate``, of which every lane has its own.

    Raises
    ------
    NotTapeableError
        When the rule does what no tape records.
    """
    tape, shadow = _Tape(), copy.copy(optimizer)
    for name in own_numbers(optimizer):
        object.__setattr__(shadow, name, tape.input(f"own.{name}", getattr(optimizer, name), name in laned))
    like = optimizer.initial(0.0)
    try:
        parameter, state = shadow.rule(
            tape.input("parameter"),
            tape.input("gradient"),
            type(like)(*(tape.input(f"state.{field}") for field in like._fields)),
            tape.input("rate", learning_rate, "rate" in laned),  # type: ignore[arg-type]
            tape.input("iteration", iteration),  # type: ignore[arg-type]
            TAPING,
        )
    except (ArithmeticError, AttributeError, TypeError, ValueError) as error:  # a number was used as what it is not
        raise NotTapeableError(str(error)) from error
    outputs = tuple(tape.output(value) for value in (parameter, *state))
    return Program(tuple(tape.operations), tuple(tape.is_moving), tuple(tape.is_laned), outputs, tuple(tape.guards))


def own_numbers(optimizer: Elementwise) -> tuple[str, ...]:
    """Return the names of a rule's own hyperparameters that are numbers and no counts."""
    return tuple(field.name for field in fields(optimizer) if type(getattr(optimizer, field.name)) is float)  # type: ignore[arg-type]
