"""Formulas in lines of a given width: broken before what is added, multiplied or equated, else drawn smaller."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.explain.latex import LatexError, parsed
from engine.explain.plain_text import plain_text
from gui.widgets.math_boxes import PLAIN, Drawing, side_by_side
from gui.widgets.math_font import slanted
from gui.widgets.math_layout import Layout, loosened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gui.widgets.math_boxes import Box
    from gui.widgets.math_layout import Item

SMALL_SHARE, SMALLEST_SHARE = 0.8, 0.6
"""What is too wide is drawn smaller down to this share of its size; what cannot be broken, down to the other one."""
MOST_INDENT = 3.0
"""Numbers begin where the right side of their rule does, but no farther than this, in units of the font size."""
MOST_RULES = 500
SUMS, ENDS = ("binary", "relation"), ("binary", "relation", "times")
"""Lines end before these: before a factor only where that makes fewer lines."""
_ASCENT, _DESCENT, _LEADING, _APART = 0.8, 0.32, 0.16, 0.06
"""The least room of a line, so that an exponent more does not move what is below; and the space between lines."""


class Page:
    """Takes formulas one below the other."""

    def __init__(self, width: float, size: float, axes: int, top: float = 0.0, indent: float = 0.0) -> None:
        self.drawing, self.height, self.indent, self.is_cut = Drawing(), top, indent, False
        self._width, self._size, self._axes = width, size, axes

    def add_rule(self, latex: str) -> None:
        """Put an equation; what follows begins where its right side does."""
        items = self._items(latex)
        self.indent = min(_left_side(items), MOST_INDENT * self._size)
        self._put(self._fitted(items, latex, self.indent), 0.0, self.indent)

    def add_numbers(self, latex: str, axis: int = PLAIN, name: str = "") -> None:
        """Put numbers in their coordinate's colour and behind its name."""
        label = Layout(self._size, (), axis).text(f"{slanted(name)}:") if name else None
        indent = max(self.indent, label.width + 0.4 * self._size) if label else self.indent
        items = self._fitted(self._items(latex, axis), latex, indent, axis)
        self._put(items, indent, indent, label)

    def _items(self, latex: str, colour: int = PLAIN, share: float = 1.0, room: float = 0.0) -> list[Item]:
        """Return what a formula consists of; one that is not understood is words.

        Where there is a `room`, parts wider than it are written so that they can be broken.
        """
        size = share * self._size
        try:
            tree, numbers = parsed(latex)
        except LatexError:
            words = Layout(size, (), colour)
            return [(0.25 * size, words.text(word), SUMS[0]) for word in plain_text(latex).split()]
        layout = Layout(size, numbers, colour, self._axes)
        while room and (looser := loosened(tree, lambda node: layout.box(node).width > room)) != tree:
            tree = looser
        return layout.items(tree)

    def _fitted(self, items: list[Item], latex: str, indent: float, colour: int = PLAIN) -> list[Item]:
        """Return a formula whose widest part has room: a little smaller, or broken where it usually is not."""
        room = self._width - indent
        if _widest(items) <= room:
            return items
        items = self._items(latex, colour, max(SMALL_SHARE, room / _widest(items)))
        for share in (1.0, SMALL_SHARE, SMALLEST_SHARE):
            if _widest(items) > room:
                items = self._items(latex, colour, share, room)
        self.is_cut |= _widest(items) > room
        return items

    def _put(self, items: Sequence[Item], x: float, indent: float, label: Box | None = None) -> None:
        for boxes in _broken(items, self._width - x, self._width - indent):
            line = side_by_side(boxes)
            ascent = max(line.ascent + _APART * self._size, _ASCENT * self._size)
            descent = max(line.descent + _APART * self._size, _DESCENT * self._size)
            if label is not None:
                self.drawing.put(label, 0.0, self.height + ascent)
            self.drawing.put(line, x, self.height + ascent)
            self.height += ascent + descent + _LEADING * self._size
            x, label = indent, None


@lru_cache(MOST_RULES)
def ruled(latex: str, width: float, size: float, axes: int) -> Page:
    """Return a page with a rule on it, which stays from step to step."""
    page = Page(width, size, axes)
    page.add_rule(latex)
    return page


def _left_side(items: Sequence[Item]) -> float:
    """Return where the right side of an equation begins."""
    x = 0.0
    for place, (space, box, kind) in enumerate(items[:-1]):
        x += space + box.width
        if kind == "relation":
            return x + items[place + 1][0]
    return 0.0


def _parts(items: Sequence[Item], ends: Sequence[str] = ENDS) -> Iterator[Sequence[Item]]:
    """Part a row where lines may end."""
    first = 0
    for place, (_, _, kind) in enumerate(items):
        if kind in ends and place > first:
            yield items[first:place]
            first = place
    yield items[first:]


def _wide(part: Sequence[Item]) -> float:
    return sum([space + box.width for space, box, _ in part])


def _widest(items: Sequence[Item], ends: Sequence[str] = ENDS) -> float:
    return max([_wide(part) - part[0][0] for part in _parts(items, ends)])


def _broken(items: Sequence[Item], first: float, others: float) -> list[list[tuple[float, Box]]]:
    """Break a row into lines of a width, the first of which may have another one."""
    lines = _filled(items, first, others, ENDS)
    if len(lines) > 1 and _widest(items, SUMS) <= min(first, others):
        coarse = _filled(items, first, others, SUMS)
        return coarse if len(coarse) == len(lines) else lines
    return lines


def _filled(items: Sequence[Item], first: float, others: float, ends: Sequence[str]) -> list[list[tuple[float, Box]]]:
    """Fill lines with as many parts as each has room for."""
    lines: list[list[tuple[float, Box]]] = [[]]
    room = first
    for part in _parts(items, ends):
        wide = _wide(part)
        if lines[-1] and wide > room:
            lines.append([])
            room = others
        begins = not lines[-1]
        room -= wide - part[0][0] if begins else wide
        lines[-1] += [(0.0 if begins and not place else space, box) for place, (space, box, _) in enumerate(part)]
    return lines
