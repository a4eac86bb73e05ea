"""From what a step notes by itself to terms: vectors and matrices with their numbers put into the formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.explain.term import Term
from engine.explain.writing import number

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"<([^<>]+)>")
LARGEST_SHOWN = 4
"""Vectors and matrices beyond so many rows are named and not written out."""
_ROLES = {"g": "gradient", r"\Delta\theta": "update", r"\theta": "position"}
_ARROWS = {"g": "slope", "H": "curvature", r"\Delta\theta": "update", r"\theta": "update"}
"""What speaks of these is clear wherever they stand."""
_WHOLE = re.compile(r"\\top|\\lVert|\\sum|f\(|\\begin|\\operatorname\{(?!sign)")
"""Signs of what is not worked out for one coordinate after the other."""
_BEGINS = re.compile(r"([({|]|(?<!\\),|matrix\}|\\\\)\s*$")
"""What a negative number needs no brackets behind."""
_ADDED = re.compile(r"\+ \\left\(-([^()]*)\\right\)(?!\^)")


def noted(symbol: str, value: Any, formula: str, known: Mapping[str, Term], arrow: str = "") -> Term:
    """Return a note as a term; `known` has the terms that its formula may speak of, by symbol."""
    numbers = np.asarray(value() if callable(value) else value, dtype=np.float64)
    formula = formula if numbers.size else ""
    return Term(
        symbol,
        "divisor" if arrow == "divisor" else _ROLES.get(symbol, "term"),
        tuple(float(entry) for entry in numbers.reshape(-1)),
        numbers.shape,
        _PLACE.sub(r"\1", formula),
        _numbers(formula, numbers.shape, known),
        arrow=arrow or _ARROWS.get(symbol, ""),
    )


def _numbers(formula: str, shape: tuple[int, ...], known: Mapping[str, Term]) -> tuple[str, ...]:
    """Put numbers into a formula: of each coordinate by itself where it is worked out so, else whole columns."""
    terms = [known[symbol] for symbol in _PLACE.findall(formula) if symbol in known]
    if not terms:
        return ()
    by_itself = len(shape) == 1 and shape[0] > 1 and not _WHOLE.search(_PLACE.sub("", formula))
    if by_itself and all(len(term.values) == 1 or term.shape == shape for term in terms):
        return tuple(_filled(formula, known, index) for index in range(shape[0]))
    return (_filled(formula, known, None),)


def _filled(formula: str, known: Mapping[str, Term], index: int | None) -> str:
    """Put in the numbers of one coordinate, or all where `index` is None."""

    def put(match: re.Match[str]) -> str:
        term = known.get(match[1])
        if term is None:
            return match[1]
        array = term.array.reshape(-1)[index if len(term.values) > 1 else 0] if index is not None else term.array
        text, before, after = written(np.asarray(array)), formula[: match.start()], formula[match.end() :]
        begins = not before.strip() or _BEGINS.search(before) is not None
        is_sum = text.startswith("-") and not begins
        is_base = after.startswith("^") and not text.replace(".", "").isdigit()
        return rf"\left({text}\right)" if (is_sum or is_base) and r"\begin" not in text else text

    filled = _PLACE.sub(put, formula).replace(r" \, ", r" \cdot ")
    return _ADDED.sub(r"- \1", filled)


def written(array: np.ndarray) -> str:
    """Return a number, a vector (in round brackets) or a matrix (in square ones) in LaTeX."""
    if array.size == 1:
        return number(float(array.reshape(-1)[0]))
    if max(array.shape) > LARGEST_SHOWN or array.ndim > 2:
        size = r" \times ".join(map(str, array.shape))
        return rf"\left[\,{size}\,\right]"
    rows = array.reshape(len(array), -1)
    lines = r" \\ ".join(" & ".join(number(float(entry)) for entry in row) for row in rows)
    kind = "pmatrix" if array.ndim == 1 else "bmatrix"
    return rf"\begin{{{kind}}} {lines} \end{{{kind}}}"
