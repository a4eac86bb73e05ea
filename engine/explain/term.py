"""The terms of a step: what each is called, how it came about, and its numbers."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Term:
    r"""One line of an explanation.

    Attributes
    ----------
    symbol : str
        Its name in LaTeX.
    role : str
        ``"gradient"``, ``"learning rate"``, ``"factor"``, ``"divisor"``, ``"state"``, ``"update"``, ``"position"``, or
        ``"term"`` for what a rule names by itself.
    values : tuple of float
        Its numbers: one for each coordinate, or one for all; a matrix row by row.
    shape : tuple of int
        ``()``, ``(dim,)`` or ``(n, m)``.
    rule : str
        How it came about, in LaTeX with symbols; empty for what the step starts from.
    numbers : tuple of str
        The same with numbers: a text for each coordinate, or a single one.
    name : str
        The column of the table: a field of the state, or empty.
    arrow : str
        What of the step on the map (`engine.session.VECTORS`) it says something about: ``"slope"``, ``"memory"``,
        ``"adapted"``, ``"update"``, ``"trials"``, ``"curvature"``, or ``"divisor"`` for what the scaling of each axis
        is made of; empty: nothing.
    axes : tuple of int
        The coordinates that a part of a composite moves, to which its vectors belong; empty: all.
    """

    symbol: str
    role: str
    values: tuple[float, ...]
    shape: tuple[int, ...] = ()
    rule: str = ""
    numbers: tuple[str, ...] = field(default=())
    name: str = ""
    arrow: str = ""
    axes: tuple[int, ...] = ()

    @property
    def array(self) -> np.ndarray:
        """The numbers in their shape."""
        return np.array(self.values).reshape(self.shape)
