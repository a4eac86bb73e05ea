"""What the parts of an elementwise rule are for, read off its tape: which carry a direction, which scale it.

Let every slope, past and present, point the other way. What turns with them is a direction (g, Adam's m, a ball's
velocity); what stays as it is, though slopes went into it, scales (v, √v + ε, Rprop's steps). So the rule's own tape
tells its memory from its scaling, and what the scaling makes of a slope alone: the same tape with the directions
forgotten and every scale kept as the step had it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.traced import applied, name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from engine.explain.traced import Traced
    from engine.tape import Operation, Program
    from surfaces import Array

MEMORY, SCALING = "memory", "divisor"
_STAY = frozenset(("absolute", "<", "<=", ">", ">=", "==", "!=", "&", "|"))
_SLOPES = ("gradient", "parameter")
"""What turns: also the position, for λ θ is the slope of a penalty."""


@dataclass(frozen=True)
class Anatomy:
    """What the parts of a rule are for.

    Attributes
    ----------
    fields, numbers : mapping of str to str
        Fields of its state, and its own numbers (hyperparameters): ``"memory"`` for what carries a direction into the
        step, ``"divisor"`` for what scales it; others are left out.
    scales : bool
        Whether slopes decide how far the step goes along a slope.
    is_linear : bool
        Whether twice the slope, scaled alike, is twice the step; not so where only its sign counts.
    order : tuple of int
        The entries that the slope's own step is worked out from …
    kept : frozenset of int
        … those among them that stay what they were: the scales …
    forgotten : frozenset of str
        … and the inputs that are zero for it: decays of the memory, weight decay, the position.
    """

    fields: Mapping[str, str]
    numbers: Mapping[str, str]
    scales: bool
    is_linear: bool
    order: tuple[int, ...]
    kept: frozenset[int]
    forgotten: frozenset[str]

    def role(self, numbers: Iterable[str]) -> str:
        """Return what something that is made of these numbers and the clock is for: what it corrects."""
        found = {self.numbers.get(name, "") for name in numbers}
        return MEMORY if MEMORY in found else SCALING if SCALING in found else ""


@lru_cache(maxsize=128)
def anatomy(program: Program) -> Anatomy:
    """Return what the parts of a taped rule are for."""
    operations = program.operations
    fields = [each.name for each in operations if each.kind == "input" and each.name.startswith("state.")]
    results = dict(zip(fields, program.outputs[1:], strict=True))
    touched, turning = (_spread(operations, results, spreads) for spreads in (_touches, _turns))
    kept = frozenset(place for place, is_touched in enumerate(touched) if is_touched and not turning[place])
    order = _behind(operations, program.outputs[:1], kept)
    met = {operations[place].name for place in order}
    memory = [field for field in fields if field in met and turning[results[field]]]
    scaling = [field for field in fields if field not in memory and touched[results[field]]]
    mixing = _numbers(operations, _behind(operations, [results[field] for field in memory], kept))
    braking = _numbers(operations, _behind(operations, [*kept.intersection(order), *(results[f] for f in scaling)]))
    signs = any(operations[place].name == "sign" and turning[place] for place in order)
    return Anatomy(
        {_bare(field): MEMORY if field in memory else SCALING for field in (*memory, *scaling)},
        {**dict.fromkeys(map(_bare, braking), SCALING), **dict.fromkeys(map(_bare, mixing), MEMORY)},
        signs or not kept.isdisjoint(order),
        not signs,
        order,
        kept,
        frozenset(("parameter", "own.weight_decay", *mixing)),
    )


def slopes_step(program: Program, entries: Sequence[Traced], slope: Array) -> Array:
    """Return the step that a slope alone would make, shape (dim,): −P g with the P of the step that was traced.

    Memories are forgotten at once: their decays are zero, and where they are looked at as they were, they are the
    slope itself. Scales are kept.
    """
    parts = anatomy(program)
    values: dict[int, Any] = {}
    for place in parts.order:
        operation = program.operations[place]
        if operation.kind != "input":
            stays = place in parts.kept or operation.kind == "constant"
            args = () if stays else (values[arg] for arg in operation.args)
            values[place] = entries[place].value if stays else applied(name_of(operation), *args)
        elif operation.name in parts.forgotten:
            values[place] = 0.0
        else:
            is_slope = operation.name == "gradient" or parts.fields.get(_bare(operation.name)) == MEMORY
            values[place] = slope if is_slope else entries[place].value
    return np.asarray(np.broadcast_to(values[program.outputs[0]], slope.shape))


def _spread(
    operations: Sequence[Operation],
    results: Mapping[str, int],
    spreads: Callable[[Sequence[Operation], Operation, list[bool]], bool],
) -> list[bool]:
    """Whether something holds for each entry that begins at the slopes, spreads, and stays in fields of the state."""
    fields: set[str] = set()
    holds: list[bool] = []
    for _ in range(len(results) + 2):
        holds = []
        for each in operations:
            starts = each.kind == "input" and (each.name in _SLOPES or each.name in fields)
            holds.append(starts or (bool(each.args) and spreads(operations, each, holds)))
        found = {field for field, place in results.items() if holds[place]}
        if found == fields:
            break
        fields = found
    return holds


def _touches(_operations: Sequence[Operation], operation: Operation, before: list[bool]) -> bool:
    return any(before[place] for place in operation.args)


def _turns(operations: Sequence[Operation], operation: Operation, before: list[bool]) -> bool:
    """Whether a result turns with the slopes: an odd function of them."""
    args = [before[place] for place in operation.args]
    if operation.name in _STAY:
        return False
    if operation.name in ("*", "/"):
        return args[0] != args[1]
    if operation.name == "**":
        power = operations[operation.args[1]]
        return args[0] and power.kind == "constant" and float(power.name) % 2.0 == 1.0
    return any(args[1:]) if operation.name == "where" else any(args)


def _behind(operations: Sequence[Operation], places: Iterable[int], ends: Container[int] = ()) -> tuple[int, ...]:
    """Return these entries and those that they are made of, in order; what stands behind `ends` is left out."""
    found: set[int] = set()
    open_ones = list(places)
    while open_ones:
        place = open_ones.pop()
        if place not in found:
            found.add(place)
            open_ones += () if place in ends else operations[place].args
    return tuple(sorted(found))


def _numbers(operations: Sequence[Operation], places: Iterable[int]) -> list[str]:
    return [operations[place].name for place in places if operations[place].name.startswith("own.")]


def _bare(name: str) -> str:
    """Return an input's name without what it is an input of."""
    return name.split(".", 1)[-1]
