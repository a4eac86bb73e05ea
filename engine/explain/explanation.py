"""One step of a run, explained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.branch import taker
from engine.explain.known import known_terms
from engine.explain.listener import Listener
from engine.explain.notes import noted
from engine.explain.plain_text import plain_text
from engine.explain.scaled import combined
from engine.explain.term import Term
from engine.explain.words import Sentence, sentences
from engine.explain.writing import number
from engine.oracle import BatchOracle, Chance, Oracle
from engine.run import batches_of
from engine.steppers import unflat
from surfaces import SampledSurface, build_surface

if TYPE_CHECKING:
    from engine.history import Snapshot
    from engine.optimizer import Optimizer
    from engine.recording_oracle import Asked
    from engine.run import RunConfig
    from surfaces import Array, Indices


@dataclass(frozen=True)
class Explanation:
    """What a step did and why.

    Attributes
    ----------
    iteration : int
        Where the step starts.
    terms : tuple of Term
        In the order in which they are worked out; the last is the new position.
    before, after : tuple of float
        The positions; `after` is not finite where the step has no result.
    asked : tuple of Asked
        Every question to the surface: trial points of a line search among them.
    batch : tuple of int
        The samples it saw; empty where it saw the whole surface.
    learning_rate : float
        The schedule's for this step.
    sentences : tuple of Sentence
        What the numbers mean.
    adapted : tuple of float
        What this step's scaling makes of the gradient alone; empty for rules that scale nothing.
    rates : tuple of float
        The learning rate of each axis in it; empty where axes have none of their own.
    """

    iteration: int
    terms: tuple[Term, ...]
    before: tuple[float, ...]
    after: tuple[float, ...]
    asked: tuple[Asked, ...]
    batch: tuple[int, ...]
    learning_rate: float
    sentences: tuple[Sentence, ...] = ()
    adapted: tuple[float, ...] = ()
    rates: tuple[float, ...] = ()

    @property
    def update(self) -> tuple[float, ...]:
        """The new params less the old."""
        return tuple(new - old for new, old in zip(self.after, self.before, strict=True))

    @property
    def axis_rates(self) -> tuple[float, ...]:
        """The learning rate of each axis, η where the step scales nothing; empty where a matrix turns the slope."""
        return self.rates or (() if self.adapted else (self.learning_rate,) * len(self.before))

    def text(self) -> str:
        """Return everything as plain text: for copying, and for those who listen."""
        lines = [_equation(term) for term in self.terms]
        return "\n".join([*(sentence.text() for sentence in self.sentences), *lines])


def explain(config: RunConfig, snapshot: Snapshot, iteration: int, *, written: bool = True) -> Explanation:
    """Take the step that starts at a recorded row once more and return its terms.

    Parameters
    ----------
    config : RunConfig
        What the record was made from.
    snapshot : Snapshot
        The record.
    iteration : int
        The row, from 0 to ``snapshot.last``; from the last row it is the step that would come next.
    written : bool
        Whether formulas and sentences are wanted: arrows need the numbers only.
    """
    config, snapshot, began = taker(config, snapshot, iteration)
    surface, optimizer = build_surface(config.surface), config.optimizer
    before, rate = snapshot.params[iteration], float(snapshot.learning_rate[iteration])
    batch = _batch(config, iteration)
    state = recorded_state(optimizer, snapshot, iteration)
    known = known_terms(optimizer, rate, state, before) if written else {}
    listener = Listener(step_oracle(config, iteration, began), known, written=written)
    with np.errstate(all="ignore"):
        after, new = optimizer.step(before, listener, state, rate, iteration - began)
    named = _in_columns(listener.terms, snapshot, new if written else None)
    terms = [*_pace(config, snapshot, iteration), *_with_eigenvalues(named)]
    if not terms or terms[-1].role != "position" or terms[-1].values != tuple(after.tolist()):
        terms = _with_end(terms, before, after, known)
    adapted, rates = combined(listener.scaled, len(before))
    found = Explanation(
        iteration,
        tuple(terms),
        tuple(before.tolist()),
        tuple(after.tolist()),
        tuple(listener.asked),
        tuple(batch.tolist()) if batch is not None else (),
        rate,
        adapted=adapted,
        rates=rates,
    )
    return replace(found, sentences=sentences(found, config, snapshot, surface)) if written else found


def _with_end(terms: list[Term], before: Array, after: Array, known: dict[str, Term]) -> list[Term]:
    """Let a step that does not say so itself end with its update and its new position."""
    told = terms[-1].values if terms and terms[-1].role == "update" else np.full_like(after, np.nan)
    rounding = 4.0 * np.finfo(float).eps * max(np.abs(before).max(), np.abs(after).max())
    said = np.allclose(told, after - before, rtol=1e-9, atol=rounding)
    update = terms[-1] if said else noted(r"\Delta\theta", after - before, "", {})
    earlier = terms[:-1] if said else terms
    kept = [replace(term, role="term") if term.role in ("update", "position") else term for term in earlier]
    rule = r"<\theta> + <\Delta\theta>"
    return [*kept, update, noted(r"\theta", after, rule, {**known, update.symbol: update})]


def _with_eigenvalues(terms: list[Term]) -> list[Term]:
    """Put the eigenvalues of a Hessian behind it: their signs decide where a step that uses it leads."""
    found = []
    for term in terms:
        found.append(term)
        if term.symbol == "H" and np.isfinite(term.array).all() and len(term.shape) == 2:
            values = np.linalg.eigvalsh(term.array)
            found.append(noted(r"\lambda", values[None], r"\operatorname{eigenvalues}(H)", {}, "curvature"))
    return found


def _in_columns(terms: list[Term], snapshot: Snapshot, state: Any) -> list[Term]:
    """Name each new state by its column of the record: those of parts have the part's name before their own.

    What a step names by itself is in the column that got its numbers, if the new state is given: it is for readers
    only. Of two such terms the later one is.
    """
    columns = [name for name, _ in snapshot.layout.state_fields]
    named = []
    for term in terms:
        column = next((name for name in columns if term.name and name.split(".")[-1] == term.name), "")
        if column:
            columns.remove(column)
        named.append(term if term.name == column else replace(term, name=column))
    for field, value in zip(state._fields, state, strict=True) if state is not None else ():
        if field in columns:
            _name_last(named, field, value)
    return named


def _name_last(terms: list[Term], field: str, value: Array) -> None:
    numbers = tuple(np.ravel(value).tolist())
    for place in reversed(range(len(terms))):
        term = terms[place]
        if not term.name and term.role in ("term", "divisor") and term.values == numbers:
            terms[place] = replace(term, name=field)
            return


def recorded_state(optimizer: Optimizer, snapshot: Snapshot, iteration: int) -> Any:
    """Return the optimizer's state that a recorded row starts from."""
    like = optimizer.init(np.zeros(snapshot.layout.dim))
    size, first = sum(np.size(value) for value in like), 2 * snapshot.layout.dim + 3
    return unflat(like, snapshot.table[iteration, first : first + size])


def step_oracle(config: RunConfig, iteration: int, began: int = 0) -> Oracle:
    """Return the oracle that the step at an iteration asks: of its batch, where it sees one.

    `began` is the iteration at which the optimizer counts 0 (see `engine.branch`).
    """
    surface, batch = build_surface(config.surface), _batch(config, iteration)
    chance = Chance(config.seed, config.sampling.stream, began)
    if batch is None:
        return Oracle(surface, chance)
    assert isinstance(surface, SampledSurface)
    oracle = BatchOracle(surface, chance)
    oracle.draw(batch)
    return oracle


def _batch(config: RunConfig, iteration: int) -> Indices | None:
    draw = batches_of(config, build_surface(config.surface))
    return draw(iteration) if draw else None


def _pace(config: RunConfig, snapshot: Snapshot, iteration: int) -> list[Term]:
    """The learning rate of this iteration, where a schedule changes it."""
    rate, base = float(snapshot.learning_rate[iteration]), config.optimizer.learning_rate
    if config.schedule.name == "constant" or base == 0.0:
        return []
    numbers = rf"{number(base)} \cdot {number(rate / base)}"
    rule = rf"\eta_0 \cdot \mathrm{{schedule}}({iteration})"
    arrow = "slope" if is_along_slope(config.optimizer) else ""
    return [Term(r"\eta", "learning rate", (rate,), (), rule, (numbers,), arrow=arrow)]


def is_along_slope(optimizer: Optimizer) -> bool:
    """Whether η is a length along the gradient, and no common factor, share of a Newton step or first trial."""
    return not (optimizer.family == "composite" or optimizer.uses_values or optimizer.uses_hessian)


def _equation(term: Term) -> str:
    """Return a term as text: its symbol, how it came about, with numbers, and the result."""
    numbers = "; ".join(map(plain_text, term.numbers))
    values = ", ".join(f"{value:.6g}".replace("-", "−") for value in term.values)
    return " = ".join(filter(None, (plain_text(term.symbol), plain_text(term.rule), numbers, values)))
