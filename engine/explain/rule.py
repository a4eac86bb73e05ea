"""From a traced elementwise rule to the terms of its step, in the order in which they are worked out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.anatomy import Anatomy, anatomy, slopes_step
from engine.explain.scaled import Scaled
from engine.explain.symbols import field_symbol, hyperparameter_symbol
from engine.explain.term import Term
from engine.explain.traced import COMPARISONS, Traced, made, symbol, traced
from engine.explain.writing import Writer
from engine.tape import own_numbers, taped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.optimizer import Elementwise
    from engine.tape import Program
    from surfaces import Array

MOVING = ("gradient", "parameter", "state")
"""What changes from step to step by the run itself; all else are settings and the clock."""


@dataclass(frozen=True)
class TracedStep:
    """What a rule's tape returned."""

    optimizer: Elementwise
    params: Traced
    state: Any
    rate: Any
    program: Program
    entries: tuple[Traced, ...]
    """All that it worked out, in the order of the tape."""

    @property
    def anatomy(self) -> Anatomy:
        """What the parts of the rule are for."""
        return anatomy(self.program)

    def scaled(self, slope: Array) -> Scaled:
        """Return what the step's scaling makes of a slope alone."""
        with np.errstate(all="ignore"):
            if self.anatomy.is_linear:
                rates = -slopes_step(self.program, self.entries, np.ones_like(slope))
                step = -rates * slope
            else:
                step = slopes_step(self.program, self.entries, slope)
                rates = -step / slope
        uniform = bool((rates == self.rate).all())  # a scale that is off, as in RAdam's first steps
        return Scaled(step, rates, self.anatomy.scales and not uniform)


def trace(
    optimizer: Elementwise,
    params: Array,
    gradient: Array,
    state: Any,
    learning_rate: Any,
    iteration: Any,
    program: Program | None = None,
) -> TracedStep:
    """Run a rule's tape on the numbers of one run's step, params of shape (dim,).

    With a `program` that is known to be theirs also on many steps at once: params of shape (n, dim), learning rates and
    iterations of shape (n, 1).

    Raises
    ------
    NotTapeableError
        For a rule that does what no tape records.
    """
    given, kept = program, _kept(optimizer)
    program = given or (kept[-1] if kept else None) or taped(optimizer, learning_rate, iteration)
    letters = [field_symbol(optimizer, name) for name in state._fields]
    inputs = {
        "parameter": symbol(params, r"\theta", "parameter"),
        "gradient": symbol(gradient, "g", "gradient"),
        "rate": symbol(learning_rate, r"\eta", "learning_rate"),
        "iteration": symbol(iteration, "(t-1)", "iteration"),
    }
    for name in own_numbers(optimizer):
        inputs[f"own.{name}"] = symbol(getattr(optimizer, name), hyperparameter_symbol(name), "hyperparameter")
    for name, letter, value in zip(state._fields, letters, state, strict=True):
        inputs[f"state.{name}"] = symbol(value, letter, "state")
    entries = traced(program, inputs)
    if given is None and not _holds(program, entries):
        program = taped(optimizer, learning_rate, iteration)
        entries = traced(program, inputs)
    if given is None:
        kept[:] = [program]
    moved, *after = (entries[place] for place in program.outputs)
    return TracedStep(optimizer, moved, type(state)(*after), learning_rate, program, entries)


@lru_cache(maxsize=64)
def _kept(_optimizer: Elementwise) -> list[Program]:
    """Return where the last tape of a rule is kept: taping takes longer than to run it once more."""
    return []


def _holds(program: Program, entries: tuple[Traced, ...]) -> bool:
    """Whether what the rule decided came out as its tape has it."""
    return all(bool(entries[place].value) == truth for place, truth in program.guards)


def terms_of(step: TracedStep, *, written: bool = True) -> tuple[Term, ...]:
    """Return the factors, the new state, the divisor, the update and the new position of a traced step.

    Unless they are to be `written` they have their numbers only.
    """
    return tuple(_Terms(step, written).all())


class _Terms:
    """Names the values of a step one after another; later ones are written by the names of earlier ones."""

    def __init__(self, step: TracedStep, written: bool) -> None:
        self._step, self._written = step, written
        self._names: dict[int, str] = {}
        self._renewed: frozenset[str] = frozenset()
        self._dim = np.size(step.params.value)

    def all(self) -> Iterator[Term]:
        divisor = self._divisor()
        for value in self._factors():
            yield self._named(value, f"c_{{{len(self._names) + 1}}}", "factor", self._purpose(value))
        for name, value in self._fresh_state():
            yield self._new_state(name, value, "divisor" if value is divisor else "state")
        if divisor is not None and id(divisor) not in self._names:
            yield self._named(divisor, "d", "divisor", "divisor")
        yield from self._move()

    def _factors(self) -> list[Traced]:
        """The largest expressions of settings and the clock that a moving value is combined with: 1 − β₁ᵗ.

        Parts of them that are used more than once stand before them.
        """
        found: dict[int, Traced] = {}
        for root in (self._step.params, *self._state_values()):
            for value in _outermost(root, _is_factor):
                for part in (*_shared(value), value):
                    found.setdefault(id(part), part)
        return list(found.values())

    def _state_values(self) -> list[Traced]:
        return [value for value in self._step.state if isinstance(value, Traced)]

    def _fresh_state(self) -> list[tuple[str, Traced]]:
        """The fields that the step made anew, each before those that are made of it."""
        pairs = zip(self._step.state._fields, self._step.state, strict=True)
        fresh = [(name, value) for name, value in pairs if isinstance(value, Traced) and value.op != "symbol"]
        return sorted(fresh, key=lambda pair: sum(_contains(pair[1], other) for _, other in fresh))

    def _new_state(self, name: str, value: Traced, role: str) -> Term:
        letter = field_symbol(self._step.optimizer, name)
        arrow = self._step.anatomy.fields.get(name) or self._purpose(value)
        term = self._term(value, letter, role, arrow, own=letter, name=name)
        self._names[id(value)] = letter
        self._renewed |= {letter}
        return term

    def _purpose(self, value: Traced) -> str:
        """What a factor, or a state that no slope goes into, is for: what the numbers it is made of mix."""
        symbols = _hyperparameters(value)
        names = own_numbers(self._step.optimizer)
        return self._step.anatomy.role(name for name in names if hyperparameter_symbol(name) in symbols)

    def _named(self, value: Traced, letter: str, role: str, arrow: str) -> Term:
        term = self._term(value, letter, role, arrow)
        self._names[id(value)] = letter
        return term

    def _divisor(self) -> Traced | None:
        """What the update is divided by, if that depends on the run: the brake of each axis."""
        found = _outermost(self._step.params, lambda value: value.op == "/" and value.args[1].depends_on(*MOVING))
        return found[0].args[1] if found and found[0].args[1].op not in ("symbol", "number") else None

    def _move(self) -> Iterator[Term]:
        update, moved = _change(self._step.params), self._step.params
        if update is None:
            yield self._term(moved, r"\theta", "position", "update", own=r"\theta")
            return
        value, sign = update
        change = value if sign > 0 else made("negative", value)
        yield self._named(change, r"\Delta\theta", "update", "update")
        yield self._term(moved, r"\theta", "position", "update", rule=r"\theta + \Delta\theta", change=change)

    def _term(
        self,
        value: Traced,
        letter: str,
        role: str,
        arrow: str,
        own: str = "",
        name: str = "",
        rule: str = "",
        change: Traced | None = None,
    ) -> Term:
        numbers = np.broadcast_to(value.value, (self._dim,)) if np.ndim(value.value) else np.asarray(value.value)
        plain = tuple(map(float, numbers.reshape(-1).tolist()))
        if not self._written:
            return Term(letter, role, plain, numbers.shape, name=name, arrow=arrow)
        return Term(
            letter,
            role,
            plain,
            numbers.shape,
            rule or Writer(self._names, own, self._renewed).definition(value),
            tuple(self._numeric(value, index, own, change) for index in range(numbers.size)),
            name,
            arrow,
        )

    def _numeric(self, value: Traced, index: int, own: str, change: Traced | None) -> str:
        if change is not None:
            names = {id(change): r"\Delta\theta"}
            parameter = next(arg for arg in value.args if arg.role == "parameter")
            return Writer(names, coordinate=index).definition(made("+", parameter, change))
        return Writer(self._names, own, self._renewed, index).definition(value)


def _is_factor(value: Traced) -> bool:
    return (
        value.op not in ("symbol", "number", "where", *COMPARISONS)
        and not value.depends_on(*MOVING, "learning_rate")
        and value.depends_on("iteration")
    )


def _shared(value: Traced) -> list[Traced]:
    """The parts of a factor that it uses more than once and that change with the clock, inner ones first."""
    uses: Counter[int] = Counter()
    parts: dict[int, Traced] = {}

    def visit(part: Traced) -> None:
        uses[id(part)] += 1
        if uses[id(part)] == 1:
            for arg in part.args:
                visit(arg)
            parts[id(part)] = part

    for arg in value.args:
        visit(arg)
    return [part for key, part in parts.items() if uses[key] > 1 and _is_factor(part) and part.op != "**"]


def _outermost(value: Traced, holds: Any) -> list[Traced]:
    """The values nearest the root for which something holds, from left to right; not in a branch that is not taken."""
    if holds(value):
        return [value]
    args = _used(value) if value.op == "where" else value.args
    return [found for arg in args for found in _outermost(arg, holds)]


def _used(value: Traced) -> tuple[Traced, ...]:
    """What a choice is made of: where settings and the clock decide, of the branch that is taken."""
    condition, one, other = value.args
    if condition.depends_on(*MOVING):
        return value.args
    return condition, one if np.all(condition.value) else other


def _hyperparameters(value: Traced) -> set[str]:
    """The symbols of the rule's own numbers that went into a value."""
    own = {value.symbol} if value.role == "hyperparameter" else set()
    return own.union(*map(_hyperparameters, value.args))


def _contains(value: Traced, part: Traced) -> bool:
    return any(arg is part or _contains(arg, part) for arg in value.args)


def _change(moved: Traced) -> tuple[Traced, int] | None:
    """What was added to the parameter (1) or taken from it (−1), where the rule is written so."""
    if moved.op == "+":
        for parameter, other in (moved.args, moved.args[::-1]):
            if parameter.role == "parameter":
                return other, 1
    if moved.op == "-" and moved.args[0].role == "parameter":
        return moved.args[1], -1
    return None
