"""From typed text to a checked tree."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from surfaces.formula.grammar import read_tokens
from surfaces.formula.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

    from surfaces.formula.tree import Expression


def parse(text: str, variables: Iterable[str] = ("x", "y"), parameters: Iterable[str] = ()) -> Expression:
    """Read a typed formula.

    Parameters
    ----------
    text
        What was typed.
    variables
        Names of the coordinates: ``xy`` is the product of x and y because both are.
    parameters
        Declared names, which are never taken apart.

    Raises
    ------
    FormulaError
        For everything that is not a formula within the limits (8,000 characters, nesting 64 deep).
    """
    return _parse(text, tuple(variables), tuple(parameters))


@lru_cache(maxsize=256)
def _parse(text: str, variables: tuple[str, ...], parameters: tuple[str, ...]) -> Expression:
    return read_tokens(normalise(text, variables, parameters))
