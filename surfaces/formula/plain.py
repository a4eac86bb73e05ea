"""Formulas as plain text that can be copied and typed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from surfaces.formula.writing import ATOM, FACTORS, POWER, PRODUCT, SUM, Piece, write_part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces.formula.compiled import Part


class PlainStyle:
    """What our own parser reads: ``2*x^2 - exp(-y)``."""

    minus = "-"

    def bracketed(self, text: str) -> str:
        """The text in brackets."""
        return f"({text})"

    def number(self, value: float) -> Piece:
        """All digits: read back, it is the same number."""
        return Piece(repr(value).removesuffix(".0").replace("e+", "e"))

    def name(self, name: str) -> Piece:
        """A name as it is."""
        return Piece(name)

    def product(self, left: Piece, right: Piece) -> Piece:
        """left*right."""
        strength = FACTORS if left.strength >= FACTORS else PRODUCT
        return Piece(f"{left.within(self, PRODUCT)}*{right.as_factor(self)}", strength)

    def quotient(self, left: Piece, right: Piece) -> Piece:
        """left/right."""
        return Piece(f"{left.within(self, PRODUCT)}/{right.within(self, POWER)}", PRODUCT)

    def power(self, base: Piece, exponent: Piece) -> Piece:
        """base^exponent."""
        return Piece(f"{base.within(self, ATOM)}^{exponent.within(self, ATOM)}", POWER)

    def call(self, function: str, arguments: Sequence[Piece]) -> Piece:
        """function(a, b)."""
        return Piece(f"{function}({', '.join(argument.text for argument in arguments)})")

    def choice(self, comparison: str, parts: Sequence[Piece]) -> Piece:
        """where(a < b, then, otherwise)."""
        left, right, then, otherwise = (part.within(self, SUM) for part in parts)
        return Piece(f"where({left} {comparison} {right}, {then}, {otherwise})")


def to_plain(part: Part) -> str | None:
    """Plain text of a formula's loss or derivative that reads back to the same function.

    Parameters
    ----------
    part
        ``formula.loss`` or one of ``formula.derivatives``.

    Returns
    -------
    str or None
        ``None`` when the text would be longer than 2,000 characters.
    """
    return write_part(PlainStyle(), part)
