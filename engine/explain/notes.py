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


def noted(symbol: str, value: Any, formula: str, known: Mapping[str, Term], arrow: str = "") -> Term:
    """Return a note as a term; `known` has the terms that its formula may speak of, by symbol."""
    numbers = np.asarray(value, dtype=np.float64)
    filled = _PLACE.sub(lambda match: _filled(match[1], known), formula) if formula else ""
    return Term(
        symbol,
        "divisor" if arrow == "divisor" else _ROLES.get(symbol, "term"),
        tuple(float(entry) for entry in numbers.reshape(-1)),
        numbers.shape,
        _PLACE.sub(r"\1", formula),
        (filled,) if filled else (),
        arrow=arrow or _ARROWS.get(symbol, ""),
    )


def _filled(symbol: str, known: Mapping[str, Term]) -> str:
    term = known.get(symbol)
    if term is None:
        return symbol
    text = written(term.array)
    return rf"\left({text}\right)" if text.startswith("-") else text


def written(array: np.ndarray) -> str:
    """Return a number, a column or a matrix in LaTeX."""
    if array.ndim == 0:
        return number(float(array))
    if max(array.shape) > LARGEST_SHOWN or array.ndim > 2:
        size = r" \times ".join(map(str, array.shape))
        return rf"\left[\,{size}\,\right]"
    rows = array.reshape(len(array), -1)
    lines = r" \\ ".join(" & ".join(number(float(entry)) for entry in row) for row in rows)
    return rf"\begin{{pmatrix}} {lines} \end{{pmatrix}}"
