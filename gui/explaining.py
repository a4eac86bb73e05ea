"""From an explanation to what the panel shows of it: pure functions without a widget."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.explain import SENTENCES
from engine.explain.notes import written
from engine.explain.plain_text import plain_text
from engine.explain.words import axis_name
from engine.explain.writing import number
from gui.numbers import format_number
from gui.translation.particles import with_particles
from gui.translation.sentences import data_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.events import Event
    from engine.explain import Explanation, Sentence, Term

MOST_LINES = 4
"""So many coordinates have a line of their own; of more, the first are shown."""
MOST_MOVES = 3
ENDED = ("converged", "trapped")
AXES = ("steep", "flat", "axis")
"""The blanks of sentences in which coordinates stand."""


@dataclass(frozen=True)
class NumberLine:
    """A term with the numbers of one coordinate put in, in LaTeX; `axis` is its index, −1 for all together."""

    axis: int
    latex: str


@dataclass(frozen=True)
class TermRow:
    """One term as the panel shows it."""

    role: str
    latex: str
    plain: str
    lines: tuple[NumberLine, ...]
    column: str = ""
    """The field of the record that holds it."""
    arrow: str = ""
    """What of the step on the map it says something about, as `engine.explain.Term` tells."""


@dataclass(frozen=True)
class ExplanationWords:
    """A step as the panel shows it."""

    iteration: int = 0
    sentences: tuple[str, ...] = ()
    rows: tuple[TermRow, ...] = ()
    text: str = ""
    """All of it, to copy."""
    moved: str = ""
    """Where the step leads, in short."""


def explanation_words(found: Explanation, names: Sequence[str], happening: Sequence[str] = ()) -> ExplanationWords:
    """Return an explanation in the window's language.

    `names` are those of the coordinates; `happening` is what is to be said of where the run rests.
    """
    sentences = (*(_said(sentence, names) for sentence in found.sentences), *happening)
    rows = tuple(_row(term, names) for term in found.terms)
    text = "\n".join([*sentences, *(row.plain for row in rows)])
    return ExplanationWords(found.iteration, sentences, rows, text, _moved(found.update, names))


def _moved(update: Sequence[float], names: Sequence[str]) -> str:
    """Return where the step leads, in short: coordinate by coordinate, or how far where there are many."""
    if len(update) > MOST_MOVES:
        return f"|Δθ| = {format_number(math.hypot(*update), 4)}"
    return ", ".join(f"Δ{name} = {format_number(part, 4)}" for name, part in zip(names, update, strict=True))


def rests_in(events: Sequence[Event], found: Explanation) -> Event | None:
    """Return what tells where a run rests from which a step was explained: in a minimum, or on a saddle."""
    ended = [event for event in events if event.kind in ENDED and event.iteration == found.iteration]
    if ended:
        return ended[-1]  # one that is trapped has converged, too
    stays = (event for event in events if event.kind == "at saddle" and _lasts(event, found.iteration))
    return None if any(found.update) else next(stays, None)


def _lasts(event: Event, iteration: int) -> bool:
    return event.last is not None and event.iteration <= iteration <= event.last


def _said(sentence: Sentence, names: Sequence[str]) -> str:
    axes = {axis_name(index, len(names)): name for index, name in enumerate(names)}
    values = {
        name: axes.get(value, value) if name in AXES else data_text(value) for name, value in sentence.values.items()
    }
    return with_particles(data_text(SENTENCES[sentence.key]).format(**values))


def _row(term: Term, names: Sequence[str]) -> TermRow:
    latex = rf"{term.symbol} = {term.rule or written(term.array)}"
    lines = _lines(term, len(names))
    plain = " ".join([plain_text(latex), *(_spoken(line, names) for line in lines)])
    return TermRow(term.role, latex, plain, lines, term.name, term.arrow)


def _lines(term: Term, dim: int) -> tuple[NumberLine, ...]:
    """The numbers of each coordinate, or of all in one where they are not worked out one by one."""
    if not term.rule:
        return ()
    axes = term.axes or range(dim)
    if term.shape == (len(axes),) and len(term.numbers) in (0, len(axes)):
        put = term.numbers or ("",) * len(axes)
        lines = (
            NumberLine(axis, _equation(*each)) for axis, *each in zip(axes, put, map(number, term.values), strict=True)
        )
        return tuple(lines)[:MOST_LINES]
    return (NumberLine(-1, _equation(term.numbers[0] if term.numbers else "", written(term.array))),)


def _equation(numbers: str, result: str) -> str:
    """Write numbers and result; where they are alike, one of them."""
    shown = rf"\mathbf{{{result}}}"
    return shown if numbers in ("", result) else f"{numbers} = {shown}"


def _spoken(line: NumberLine, names: Sequence[str]) -> str:
    text = plain_text(line.latex)
    return f"{names[line.axis]}: {text};" if line.axis >= 0 else f"{text};"
