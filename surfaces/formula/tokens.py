"""The words of a formula."""

from __future__ import annotations

from typing import NamedTuple

from surfaces.formula.errors import FormulaError

MAX_DEPTH = 64


class Token(NamedTuple):
    """One word of a formula and its span in the typed text.

    ``kind`` is ``number``, ``name``, ``function``, ``raised`` (a power in small digits), ``<`` (any comparison),
    ``√`` (any root), ``|(`` and ``)|`` (paired bars) or the sign itself. ``joined`` marks a factor written in one
    word with the one before it, such as the y of xy.
    """

    kind: str
    text: str
    position: int
    end: int
    value: float = 0.0
    joined: bool = False

    @property
    def length(self) -> int:
        """Number of typed characters."""
        return self.end - self.position


def too_deep(position: int | None = None) -> FormulaError:
    """The error for a formula that is nested beyond the limit."""
    return FormulaError(f"The formula is nested more than {MAX_DEPTH} levels deep; make it flatter.", position)
