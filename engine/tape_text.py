"""A taped program as Python text: expressions, statements and guards, for whoever builds a function of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.tape import Operation, Program

SETTLED, TIMED, MOVING = range(3)
"""When an entry is known: from the hyperparameters, with the iteration, or for each coordinate."""


class ProgramText:
    """Text of a program for a point of some coordinates; what is used once is written where it is used."""

    for_arrays = False
    """Whether what it is run on may be arrays."""

    def __init__(self, program: Program, dim: int) -> None:
        self._program, self._dim = program, dim
        self.phases = tuple(_phases(program))
        self._guards = [guard for guard in program.guards if self.phases[guard[0]] == TIMED]
        self.needed = _needed(program, [*program.outputs, *(place for place, _ in self._guards)])
        self._named = self._used_by_name()

    def statements(self, phase: int) -> Iterator[str]:
        """Yield the assignments of a phase in order, those of moving entries for every coordinate."""
        for place in self.needed:
            if self.phases[place] == phase and place in self._named:
                for axis in range(self._dim if phase == MOVING else 1):
                    yield f"{self._name(place, axis)} = {self._expression(place, axis)}"

    def broken_guards(self) -> Iterator[str]:
        """Yield the conditions under which the program does not hold; what hyperparameters decide is decided."""
        for place, outcome in self._guards:
            yield f"not {self.of(place)}" if outcome else self.of(place)

    def of(self, place: int, axis: int = 0) -> str:
        """Return an entry as it is written where it is used."""
        return self._name(place, axis) if place in self._named else self._expression(place, axis)

    def _used_by_name(self) -> set[int]:
        """Return the entries that are used more than once, or later than they are known."""
        uses: Counter[int] = Counter([*self._program.outputs, *(place for place, _ in self._guards)])
        latest: dict[int, int] = {}
        for place in self.needed:
            for arg in self._program.operations[place].args:
                uses[arg] += 1
                latest[arg] = max(self.phases[place], latest.get(arg, SETTLED))
        made = (place for place in self.needed if self._program.operations[place].args)
        return {place for place in made if uses[place] > 1 or latest.get(place, MOVING) > self.phases[place]}

    def _name(self, place: int, axis: int) -> str:
        return f"t{place}_{axis}" if self.phases[place] == MOVING else f"t{place}"

    def _expression(self, place: int, axis: int) -> str:
        operation = self._program.operations[place]
        if operation.kind == "input":
            name = operation.word
            return f"{name}_{axis}" if self.phases[place] == MOVING else name
        if operation.kind == "constant":
            return f"({operation.name})" if operation.name.startswith("-") else operation.name
        return self.written(operation, [self.of(arg, axis) for arg in operation.args])

    def written(self, operation: Operation, args: list[str]) -> str:
        """Return an operation as an expression of its arguments."""
        if operation.kind == "operator":
            return f"({operation.name}{args[0]})" if len(args) == 1 else f"({args[0]} {operation.name} {args[1]})"
        if operation.name == "where" and not self.for_arrays:
            return f"({args[1]} if {args[0]} else {args[2]})"
        return f"{operation.name}({', '.join(args)})"


def _phases(program: Program) -> Iterator[int]:
    known: list[int] = []
    for operation, moving in zip(program.operations, program.is_moving, strict=True):
        own = TIMED if operation.kind == "input" and operation.name in ("rate", "iteration") else SETTLED
        known.append(MOVING if moving else max([own, *(known[arg] for arg in operation.args)]))
        yield known[-1]


def _needed(program: Program, wanted: list[int]) -> list[int]:
    """Return what these entries depend on, and they themselves, in order."""
    pending, seen = list(wanted), set()
    while pending:
        place = pending.pop()
        if place not in seen:
            seen.add(place)
            pending.extend(program.operations[place].args)
    return sorted(seen)
