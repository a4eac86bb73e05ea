"""Elementwise rules as straight Python for one point: the operations of the rule, on floats, without its calls.

A rule that is run coordinate by coordinate spends most of its time on calls, tuples and attributes. Taped once, its
operations are written out for all coordinates of a point; they are the same, in an order that changes no bit.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.optimizer import FLOATS
from engine.tape import NotTapeableError, Program, own_numbers, taped
from engine.tape_text import MOVING, SETTLED, TIMED, ProgramText

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Elementwise

Point = tuple[float, ...]

MOST_COORDINATES = 16
"""Beyond this, what is written out becomes long and saves little."""
MOST_PROGRAMS = 32
"""A rule that decides anew at every iteration is not worth writing out."""


class FloatRule:
    """An elementwise rule for one point on Python floats; it raises what floats raise where arrays give inf or NaN.

    A state is one tuple: field by field, in each coordinate by coordinate.

    Attributes
    ----------
    step : callable
        Takes (point, gradient, state, learning rate, iteration) to (point, state), or to None where it does not hold:
        then `renewed` takes the step, and `step` is what holds from there on.
    """

    def __init__(self, optimizer: Elementwise, dim: int) -> None:
        self._optimizer, self._dim = optimizer, dim
        self._kind = type(optimizer.initial(0.0))
        self._written: list[Callable[..., Any]] = []
        self.step: Callable[..., Any] = self._nothing if dim <= MOST_COORDINATES else self._by_rule

    def renewed(self, *inputs: Any) -> tuple[Point, Point]:
        """Take the step by the program that is this iteration's."""
        for step in self._written:
            moved: tuple[Point, Point] | None = step(*inputs)
            if moved is not None:
                self.step = step
                return moved
        try:
            self.step = self._program(*inputs[3:])
        except NotTapeableError:
            self.step = self._by_rule
        return self.step(*inputs)

    def _program(self, rate: float, iteration: int) -> Callable[..., Any]:
        if len(self._written) == MOST_PROGRAMS:
            raise NotTapeableError("it decides anew at every iteration")
        make = _maker(taped(self._optimizer, rate, iteration), self._dim)
        self._written.append(make(*(getattr(self._optimizer, name) for name in own_numbers(self._optimizer))))
        return self._written[-1]

    def _nothing(self, *_: Any) -> None:
        """Hold nowhere."""

    def _by_rule(self, point: Point, gradient: Point, state: Point, rate: float, iteration: int) -> tuple[Point, Point]:
        """Run the rule as it stands, coordinate by coordinate."""
        rule, dim = self._optimizer.rule, self._dim
        moved = [
            rule(parameter, slope, self._kind(*state[axis::dim]), rate, iteration, FLOATS)
            for axis, (parameter, slope) in enumerate(zip(point, gradient, strict=True))
        ]
        states = zip(*(own for _, own in moved), strict=True)
        return tuple(parameter for parameter, _ in moved), tuple(value for field in states for value in field)


@lru_cache(maxsize=256)
def _maker(program: Program, dim: int) -> Callable[..., Callable[..., Any]]:
    """Return what makes a step from the values of a rule's own numbers."""
    namespace: dict[str, Any] = {field.name: getattr(FLOATS, field.name) for field in fields(FLOATS)}
    namespace.update(inf=float("inf"), nan=float("nan"))
    exec(compile(_source(program, dim), "<rule>", "exec"), namespace)
    made: Callable[..., Callable[..., Any]] = namespace["make"]
    return made


def _source(program: Program, dim: int) -> str:
    text = ProgramText(program, dim)
    state = [f"{name}_{axis}" for name in program.inputs("state.") for axis in range(dim)]
    body = [*text.statements(TIMED)]
    body += [f"if {test}: return None" for test in text.broken_guards()]
    body += [f"{_joined(f'{name}_{axis}' for axis in range(dim))} = {name}" for name in ("parameter", "gradient")]
    body += [f"{_joined(state)} = state"] if state else []
    body += text.statements(MOVING)
    results = [[text.of(place, axis) for axis in range(dim)] for place in program.outputs]
    body += [f"return {_joined(results[0])}, {_joined(value for field in results[1:] for value in field)}"]
    lines = [f"def make({', '.join(program.inputs('own.'))}):", *(f"    {line}" for line in text.statements(SETTLED))]
    lines += ["    def step(parameter, gradient, state, rate, iteration):", *(f"        {line}" for line in body)]
    return "\n".join([*lines, "    return step", ""])


def _joined(words: Any) -> str:
    """Return a tuple of these, as it is written."""
    return f"({''.join(f'{word}, ' for word in words)})"
