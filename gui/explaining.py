"""From an explanation to what the panel shows of it: pure functions without a widget."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from engine.explain import SENTENCES
from engine.explain.notes import written
from engine.explain.plain_text import plain_text
from gui.numbers import format_number
from gui.translation.particles import with_particles
from gui.translation.sentences import data_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.explain import Explanation, Sentence, Term

MOST_LINES = 4
"""So many coordinates have a line of their own; of more, the first are shown."""


@dataclass(frozen=True)
class NumberLine:
    """A term with the numbers of one coordinate put in, as rich text; `axis` is its index, −1 for all together."""

    axis: int
    html: str


@dataclass(frozen=True)
class TermRow:
    """One term as the panel shows it."""

    role: str
    latex: str
    html: str
    plain: str
    lines: tuple[NumberLine, ...]
    column: str = ""
    """The field of the record that holds it."""


@dataclass(frozen=True)
class ExplanationWords:
    """A step as the panel shows it."""

    iteration: int = 0
    sentences: tuple[str, ...] = ()
    rows: tuple[TermRow, ...] = ()
    text: str = ""
    """All of it, to copy."""


def explanation_words(found: Explanation, names: Sequence[str]) -> ExplanationWords:
    """Return an explanation in the window's language; `names` are those of the coordinates."""
    sentences = tuple(_said(sentence) for sentence in found.sentences)
    rows = tuple(_row(term, names) for term in found.terms)
    return ExplanationWords(found.iteration, sentences, rows, "\n".join([*sentences, *(row.plain for row in rows)]))


def _said(sentence: Sentence) -> str:
    values = {name: data_text(value) for name, value in sentence.values.items()}
    return with_particles(data_text(SENTENCES[sentence.key]).format(**values))


def _row(term: Term, names: Sequence[str]) -> TermRow:
    latex = rf"{term.symbol} = {term.rule}" if term.rule else rf"{term.symbol} = {written(term.array)}"
    shown = plain_text(latex)
    lines = _lines(term, names)
    plain = " ".join([shown, *(_spoken(line, names) for line in lines)])
    return TermRow(term.role, latex, as_html(shown), plain, lines, term.name)


def _lines(term: Term, names: Sequence[str]) -> tuple[NumberLine, ...]:
    """The numbers of each coordinate, of all where they are one, of a matrix as a whole."""
    if not term.rule:
        return ()
    results = [format_number(value) for value in term.values]
    if len(term.values) == len(names) and len(term.numbers) == len(names):
        pairs = zip(term.numbers, results, strict=True)
        return tuple(NumberLine(axis, _equation(*pair)) for axis, pair in enumerate(pairs))[:MOST_LINES]
    if len(term.values) == len(names):
        return tuple(NumberLine(axis, result) for axis, result in enumerate(results))[:MOST_LINES]
    whole = results[0] if len(results) == 1 else plain_text(written(term.array))
    return (NumberLine(-1, _equation(term.numbers[0] if term.numbers else "", whole)),)


def _equation(latex: str, result: str) -> str:
    """Write numbers and result; where they are alike, one of them."""
    numbers = plain_text(latex)
    shown = f"<b>{escape(result)}</b>"
    return shown if numbers in ("", result) else f"{as_html(numbers)} = {shown}"


def _spoken(line: NumberLine, names: Sequence[str]) -> str:
    text = line.html.replace("<b>", "").replace("</b>", "").replace("<sup>", "^").replace("</sup>", "")
    return f"{names[line.axis]}: {text};" if line.axis >= 0 else f"{text};"


def as_html(plain: str) -> str:
    """Return plain mathematics as rich text: what is raised or lowered stands so."""
    parts: list[str] = []
    rest = escape(plain)
    while rest:
        place = min((at for at in (rest.find("^"), rest.find("_")) if at >= 0), default=-1)
        if place < 0:
            break
        tag = "sup" if rest[place] == "^" else "sub"
        inner, after = _taken(rest[place + 1 :])
        parts.append(f"{rest[:place]}<{tag}>{inner}</{tag}>")
        rest = after
    return "".join([*parts, rest])


def _taken(text: str) -> tuple[str, str]:
    """Split off what an exponent or index takes: a bracket, a word or a number, a sign."""
    if text.startswith("("):
        depth = 0
        for place, sign in enumerate(text):
            depth += (sign == "(") - (sign == ")")
            if depth == 0:
                return text[1:place], text[place + 1 :]
    end = next((place for place, sign in enumerate(text) if not (sign.isalnum() or sign in ".−")), len(text))
    end = max(end, 1)
    return text[:end], text[end:]
