"""What a formula consists of: the nodes of its tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Number:
    """The number at a place of the list beside the tree."""

    place: int


@dataclass(frozen=True)
class Sign:
    """A letter, a word or a sign.

    `kind` is ``"letter"`` (slanted), ``"upright"``, ``"word"``, ``"function"``, ``"binary"``, ``"relation"``,
    ``"comma"`` or ``"space"``, whose text is its width in eighteenths of the font's size.
    """

    text: str
    kind: str


@dataclass(frozen=True)
class Row:
    """What stands side by side."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Fraction:
    """One row over another."""

    top: Row
    bottom: Row


@dataclass(frozen=True)
class Root:
    """A square root."""

    inner: Row


@dataclass(frozen=True)
class Scripts:
    """Something with what is raised and lowered behind it."""

    base: Node
    raised: Row | None
    lowered: Row | None


@dataclass(frozen=True)
class Accented:
    """A letter under a ``"hat"``, ``"bar"`` or ``"tilde"``."""

    base: Row
    mark: str


@dataclass(frozen=True)
class Bold:
    """Numbers in bold."""

    inner: Row


@dataclass(frozen=True)
class Fenced:
    """A row between two signs as high as it."""

    left: str
    inner: Row
    right: str


@dataclass(frozen=True)
class Grid:
    """A column, a matrix or cases."""

    rows: tuple[tuple[Row, ...], ...]
    left: str
    right: str


Node = Number | Sign | Row | Fraction | Root | Scripts | Accented | Bold | Fenced | Grid
