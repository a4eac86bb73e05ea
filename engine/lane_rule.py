"""Elementwise rules for lanes by the thousand: the operations of the rule, in arrays that are used again and again.

What a tape holds is written out as NumPy calls whose results go where a value lies that is no longer needed: the same
bits as the rule on fresh arrays, in about three quarters of the time.
"""

from __future__ import annotations

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from engine.optimizer import ARRAYS
from engine.tape import NotTapeableError, own_numbers, taped
from engine.tape_text import MOVING, SETTLED, TIMED, ProgramText
from surfaces.formula.lane_code import Buffers, last_uses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from engine.optimizer import Elementwise
    from engine.tape import Operation, Program
    from surfaces import Array

MOST_PROGRAMS = 32
"""A rule that decides anew at every iteration is not worth writing out."""
RATE = "rate"
"""The name of the learning rate where every lane has its own."""
_UFUNCS = {"+": "add", "-": "subtract", "*": "multiply", "/": "divide"}


class _Written(NamedTuple):
    step: Callable[..., tuple[Array, list[Array], list[Array]] | None]
    spares: int


class LaneRule:
    """An elementwise rule on arrays of shape (dim, lanes), which it overwrites.

    Parameters
    ----------
    optimizer : Elementwise
        With plain numbers.
    laned : mapping of str to array, shape (lanes,)
        Those of its numbers, or `RATE`, of which every lane has its own.
    """

    def __init__(self, optimizer: Elementwise, laned: Mapping[str, Array]) -> None:
        self._optimizer = optimizer
        self._programs: list[_Written] = []
        self.begin_again(laned)

    def begin_again(self, laned: Mapping[str, Array]) -> None:
        """Go on with other lanes, and with what each has its own of."""
        self._laned = frozenset(laned)
        self._own = [laned.get(name, getattr(self._optimizer, name)) for name in own_numbers(self._optimizer)]
        self._spares: list[Array] = []
        if laned:
            self._programs = []

    def spare(self, like: Array) -> Array:
        """Return an array that may be overwritten."""
        return self._spares.pop() if self._spares else np.empty_like(like)

    def give_back(self, array: Array) -> None:
        """Take an array that is no longer needed."""
        self._spares.append(array)

    def step(
        self, params: Array, gradient: Array, state: Sequence[Array], rate: float | Array, iteration: int
    ) -> tuple[Array, Sequence[Array]]:
        """Return (params, state) after one step. The gradient and the state are used up, the params are not.

        Raises
        ------
        NotTapeableError
            When the rule cannot be written out; nothing was used up then.
        """
        for program in self._programs:
            while len(self._spares) < program.spares:
                self._spares.append(np.empty_like(params))
            given = self._spares[len(self._spares) - program.spares :]
            moved = program.step(params, gradient, state, rate, iteration, given)
            if moved is not None:
                self._spares[len(self._spares) - program.spares :] = moved[2]
                return moved[:2]
        self._write(0.0 if RATE in self._laned else float(rate), iteration)
        return self.step(params, gradient, state, rate, iteration)

    def _write(self, rate: float, iteration: int) -> None:
        if len(self._programs) == MOST_PROGRAMS:
            raise NotTapeableError("it decides anew at every iteration")
        make, spares = _maker(taped(self._optimizer, rate, iteration, self._laned))
        self._programs.insert(0, _Written(make(*self._own), spares))  # likely that of the next iterations


@lru_cache(maxsize=256)
def _maker(program: Program) -> tuple[Callable[..., Callable[..., Any]], int]:
    """Return what makes a step from the values of a rule's own numbers, and how many spare arrays a step needs."""
    text = _ArrayText(program)
    namespace: dict[str, Any] = {field.name: getattr(ARRAYS, field.name) for field in fields(ARRAYS)}
    namespace.update({word: getattr(np, word) for word in (*_UFUNCS.values(), "negative", "copyto", "inf", "nan")})
    exec(compile(text.source(), "<lanes>", "exec"), namespace)
    return namespace["make"], len(text.buffers.spares)


class _ArrayText(ProgramText):
    """A program for arrays of all coordinates: moving entries become NumPy calls that say where their results go."""

    for_arrays = True

    def __init__(self, program: Program) -> None:
        super().__init__(program, dim=1)
        self._given = ["gradient", *program.inputs("state.")]
        self.buffers = Buffers()
        self._texts: dict[int, str] = {}
        self._owned: dict[int, str] = {}

    def source(self) -> str:
        """Return the text of a function of the rule's own numbers that returns the step."""
        moving = list(self._moving())
        results = list(self._results(moving))
        free = [name for name in (*self._given, *self.buffers.spares) if name not in results]
        body = [*self.statements(TIMED), *(f"if {test}: return None" for test in self.broken_guards())]
        body += [f"[{', '.join(self._given[1:])}] = state", f"[{', '.join(self.buffers.spares)}] = spares"]
        body += [*moving, f"return {results[0]}, [{', '.join(results[1:])}], [{', '.join(free)}]"]
        lines = [f"def make({', '.join(self._program.inputs('own.'))}):"]
        lines += [f"    {line}" for line in self.statements(SETTLED)]
        lines += ["    def step(parameter, gradient, state, rate, iteration, spares):"]
        return "\n".join([*lines, *(f"        {line}" for line in body), "    return step", ""])

    def _moving(self) -> Iterator[str]:
        operations = [(place, self._program.operations[place]) for place in self.needed if self.phases[place] == MOVING]
        ending = last_uses([(place, operation.args) for place, operation in operations], self._program.outputs)
        for place, operation in operations:
            if operation.kind == "input":
                self._texts[place] = operation.word
                if operation.word in self._given:
                    self._owned[place] = operation.word
                continue
            args = [self._texts.get(arg) or self.of(arg) for arg in operation.args]
            self.buffers.free += [self._owned[arg] for arg in sorted(ending[place]) if arg in self._owned]
            function = _function(operation)
            if function:
                self._texts[place] = self._owned[place] = self.buffers.take()
                yield f"{function}({', '.join(args)}, out={self._texts[place]})"
            else:
                self._texts[place] = f"made_{place}"
                yield f"made_{place} = {self.written(operation, args)}"

    def _results(self, lines: list[str]) -> Iterator[str]:
        """Yield an array of its own for each output; where it is not yet in one, the lines get a copy."""
        used: set[str] = set()
        for place in self._program.outputs:
            name = self._owned.get(place, "")
            if not name or name in used:
                name = self.buffers.take()
                lines.append(f"copyto({name}, {self._texts.get(place) or self.of(place)})")
            used.add(name)
            yield name


def _function(operation: Operation) -> str:
    """Return the NumPy function that can write an operation's result into a given array, or nothing."""
    if operation.kind == "operator":
        return "negative" if len(operation.args) == 1 else _UFUNCS.get(operation.name, "")
    return operation.name if isinstance(getattr(ARRAYS, operation.name), np.ufunc) else ""
