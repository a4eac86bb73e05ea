"""Formulas set as in a book, fast enough for every step: from a tree with its numbers to boxes."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from engine.explain.tree import (
    Accented,
    Bold,
    Fenced,
    Fraction,
    Grid,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
)
from gui.widgets.math_boxes import PLAIN, Bar, Box, Glyphs, Outline, side_by_side, stretched
from gui.widgets.math_font import AXIS, BAR, bold, face, hangs, slanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.explain.tree import Node
    from gui.widgets.math_boxes import Part

    Item = tuple[float, Box, str]
    """The space before a box, the box, and what kind of sign it is, if it is one."""

MOST_WRITTEN = 4000
DISPLAY, TEXT, SCRIPT = 0, 1, 2
_SIZES = (1.0, 1.0, 0.74, 0.62)
_ASCENT, _DESCENT = 0.7, 0.21
"""What signs take above and below the line: the same for all, so that numbers do not shift what is around them."""
_AROUND = {"binary": 0.22, "times": 0.22, "relation": 0.28}
"""Space around signs, in units of the font size."""
_THIN = 0.17
_WORDY = frozenset(("function", "word"))
_MARKS = {"hat": "ˆ", "tilde": "˜"}


class Layout:
    """Sets trees at one size; columns of as many rows as there are axes have a colour for each."""

    def __init__(self, size: float, numbers: Sequence[str], colour: int = PLAIN, axes: int = 0) -> None:
        self.size = size
        self._numbers, self._colour, self._axes, self._bold = numbers, colour, axes, False

    def items(self, row: Row, style: int = DISPLAY) -> list[Item]:
        """Return the boxes of a row with the space before each and their kinds."""
        found: list[Item] = []
        before, space = "", 0.0
        for item in row.items:
            kind = _kind(item)
            if kind == "space":
                space += int(item.text) / 18.0 * self.size  # type: ignore[union-attr]
                continue
            if found:
                space += self._space(before, kind, style)
            found.append((space, self.box(item, style), kind))
            before, space = kind, 0.0
        return found

    def box(self, node: Node, style: int = DISPLAY) -> Box:
        """Return a node as a box."""
        return _BOXES[type(node)](self, node, style)

    def text(self, text: str, style: int = DISPLAY) -> Box:
        """Return signs as they are."""
        return _written(text, self._pixels(style), self._colour)

    def _pixels(self, style: int) -> float:
        """Return a size that the font is kept in."""
        return round(4.0 * self.size * _SIZES[style]) / 4.0

    def _space(self, before: str, kind: str, style: int) -> float:
        if style >= SCRIPT or kind in ("comma", "close") or before == "open":
            return 0.0
        if kind in _AROUND or before in _AROUND:
            return self.size * max(_AROUND.get(kind, 0.0), _AROUND.get(before, 0.0))
        is_called = kind in ("fence", "open") and before in ("function", "word")
        is_apart = before == "comma" or not _WORDY.isdisjoint((before, kind))
        return self.size * _THIN if is_apart and not is_called else 0.0

    def _row(self, row: Row, style: int) -> Box:
        return side_by_side([(space, box) for space, box, _ in self.items(row, style)])

    def _number(self, number: Number, style: int) -> Box:
        text = self._numbers[number.place]
        return self.text(bold(text) if self._bold else text, style)

    def _sign(self, sign: Sign, style: int) -> Box:
        return self.text(slanted(sign.text) if sign.kind == "letter" else sign.text, style)

    def _fraction(self, fraction: Fraction, style: int) -> Box:
        inner, em = min(style + 1, 3), self.size * _SIZES[style]
        top, bottom = self._row(fraction.top, inner), self._row(fraction.bottom, inner)
        gap, bar = (0.13 if style == DISPLAY else 0.09) * em, max(1.0, BAR * em)
        over, under = AXIS * em + bar / 2.0, AXIS * em - bar / 2.0
        up, down = over + gap + top.descent, bottom.ascent + gap - under
        margin, width = 0.1 * em, max(top.width, bottom.width) + 0.12 * em
        parts: list[tuple[float, float, Part]] = [
            (margin + (width - top.width) / 2.0, -up, top),
            (margin + (width - bottom.width) / 2.0, down, bottom),
            (margin, -over, Bar(width, bar, self._colour)),
        ]
        return Box(width + 2.0 * margin, up + top.ascent, down + bottom.descent, parts)

    def _root(self, root: Root, style: int) -> Box:
        inner, em = self._row(root.inner, style), self.size * _SIZES[style]
        bar, clear = max(1.0, BAR * em), 0.12 * em
        top, bottom = inner.ascent + clear + bar, inner.descent + 0.08 * em
        shape = face(self._pixels(style)).outline("√")
        surd = stretched(shape, 0.9, (top + bottom) / shape.boundingRect().height())
        wide = surd.boundingRect().width()
        parts: list[tuple[float, float, Part]] = [
            (0.0, bottom, Outline(surd, self._colour)),
            (wide - 0.5, -top, Bar(inner.width + 0.1 * em + 0.5, bar, self._colour)),
            (wide + 0.04 * em, 0.0, inner),
        ]
        return Box(wide + inner.width + 0.14 * em, top, bottom, parts)

    def _scripts(self, scripts: Scripts, style: int) -> Box:
        base, em = self.box(scripts.base, style), self.size * _SIZES[style]
        small = SCRIPT if style < SCRIPT else 3
        parts: list[tuple[float, float, Part]] = [(0.0, 0.0, base)]
        ascent, descent, wide = base.ascent, base.descent, 0.0
        if scripts.raised is not None:
            raised = self._row(scripts.raised, small)
            up = max(0.36 * em, base.ascent - 0.36 * em)
            parts.append((base.width + 0.05 * em, -up, raised))
            ascent, wide = max(ascent, up + raised.ascent), raised.width
        if scripts.lowered is not None:
            lowered = self._row(scripts.lowered, small)
            down = max(0.2 * em, base.descent)
            parts.append((base.width + 0.01 * em, down, lowered))
            descent, wide = max(descent, down + lowered.descent), max(wide, lowered.width)
        return Box(base.width + wide + 0.06 * em, ascent, descent, parts)

    def _accented(self, accented: Accented, style: int) -> Box:
        base, em = self._row(accented.base, style), self.size * _SIZES[style]
        high = any(isinstance(item, Sign) and item.text.isupper() for item in accented.base.items)
        lift = 0.2 * em if high else 0.02 * em
        parts: list[tuple[float, float, Part]] = [(0.0, 0.0, base)]
        if accented.mark == "bar":
            parts.append((0.12 * em, -lift - 0.6 * em, Bar(base.width - 0.14 * em, max(1.0, 0.06 * em), self._colour)))
        else:
            mark = face(self._pixels(style)).outline(_MARKS[accented.mark])
            wide = mark.boundingRect().width()
            parts.append(((base.width - wide) / 2.0 + 0.05 * em, -lift, Outline(mark, self._colour)))
        return Box(base.width, base.ascent + lift, base.descent, parts)

    def _bold_row(self, row: Bold, style: int) -> Box:
        self._bold = True
        box = self._row(row.inner, style)
        self._bold = False
        return box

    def _fenced(self, fenced: Fenced, style: int) -> Box:
        items = fenced.inner.items
        if fenced.left == "(" and len(items) == 1 and isinstance(items[0], Grid):  # it has brackets of its own
            return self._grid(items[0], style)
        return self._within(self._row(fenced.inner, style), fenced.left, fenced.right, style)

    def _grid(self, grid: Grid, style: int) -> Box:
        em = self.size * _SIZES[style]
        own, is_column = self._colour, grid.left == "(" and len(grid.rows) == self._axes
        rows = []
        for index, cells in enumerate(grid.rows):
            self._colour = index if is_column and len(cells) == 1 else own
            rows.append([self._row(cell, max(style, TEXT)) for cell in cells])
        self._colour = own
        columns = range(max(map(len, rows)))
        wide = [max(row[place].width for row in rows if place < len(row)) for place in columns]
        gap, between = 0.36 * em, 0.8 * em
        high = [(max(box.ascent for box in row), max(box.descent for box in row)) for row in rows]
        whole = sum(up + down for up, down in high) + gap * (len(rows) - 1)
        y, parts = -AXIS * em - whole / 2.0, []
        for row, (up, down) in zip(rows, high, strict=True):
            x = 0.0
            for box, width in zip(row, wide, strict=False):
                parts.append((x if grid.left == "{" else x + width - box.width, y + up, box))
                x += width + between
            y += up + down + gap
        inner = Box(sum(wide) + between * (len(wide) - 1), AXIS * em + whole / 2.0, whole / 2.0 - AXIS * em, parts)
        return self._within(inner, grid.left, grid.right, style)

    def _within(self, inner: Box, left: str, right: str, style: int) -> Box:
        signs = [self._edge(sign, inner, style) if sign not in ("", ".") else None for sign in (left, right)]
        return side_by_side([(0.0, box) for box in (signs[0], inner, signs[1]) if box is not None])

    def _edge(self, sign: str, inner: Box, style: int) -> Box:
        """Return a bracket as high as what it holds."""
        em = self.size * _SIZES[style]
        if inner.ascent <= 0.95 * em and inner.descent <= 0.4 * em:
            return self.text(sign, style)
        reach = max(inner.ascent - AXIS * em, inner.descent + AXIS * em) + 0.04 * em
        top, high = -AXIS * em - reach, 2.0 * reach
        if sign in "|‖[]":
            return self._straight(sign, em, top, high)
        shape = face(self._pixels(style)).outline(sign)
        path = stretched(shape, min(1.25, 0.8 + 0.2 * high / em), high / shape.boundingRect().height())
        wide = path.boundingRect().width() + 0.16 * em
        return Box(wide, -top, top + high, ((0.08 * em, top + high, Outline(path, self._colour)),))

    def _straight(self, sign: str, em: float, top: float, high: float) -> Box:
        bar, tick = max(1.0, BAR * em), 0.2 * em
        lines: list[tuple[float, float, Part]] = [(0.1 * em, top, Bar(bar, high, self._colour))]
        if sign == "‖":
            lines.append((0.1 * em + 3.0 * bar, top, Bar(bar, high, self._colour)))
        if sign in "[]":
            x = 0.1 * em if sign == "[" else 0.1 * em + bar - tick
            shift = tick - bar if sign == "]" else 0.0
            lines = [(0.1 * em + shift, top, Bar(bar, high, self._colour))]
            lines += [(x + shift, y, Bar(tick, bar, self._colour)) for y in (top, top + high - bar)]
        wide = {"|": bar, "‖": 4.0 * bar}.get(sign, tick) + 0.2 * em
        return Box(wide, -top, top + high, lines)


def loosened(row: Row, is_wide: Callable[[Node], bool]) -> Row:
    """Return a row whose wide fractions and brackets are written so that lines may end in them."""
    items: list[Node] = []
    for item in row.items:
        if isinstance(item, Fraction) and is_wide(item):
            items += [*_factor(item.top), Sign("/", "binary"), *_factor(item.bottom)]
        elif isinstance(item, Fenced) and is_wide(item):
            items += [Sign(item.left, "open"), *item.inner.items, Sign(item.right, "close")]
        else:
            items.append(item)
    return Row(tuple(items))


def _factor(row: Row) -> Sequence[Node]:
    is_sum = any(isinstance(item, Sign) and item.text in ("+", "−") for item in row.items[1:])
    return (Fenced("(", row, ")"),) if is_sum else row.items


@lru_cache(MOST_WRITTEN)
def _written(text: str, pixels: float, colour: int) -> Box:
    font = face(pixels)
    glyphs = [font.glyph(sign) for sign in text]
    advances = [advance for _, advance in glyphs]
    part = Glyphs(font, [index for index, _ in glyphs], advances, colour)
    descent = _DESCENT if hangs(text) else 0.0
    return Box(sum(advances), _ASCENT * pixels, descent * pixels, ((0.0, 0.0, part),))


_BOXES: dict[type, Callable[[Layout, Any, int], Box]] = {
    Number: Layout._number,
    Sign: Layout._sign,
    Row: Layout._row,
    Fraction: Layout._fraction,
    Root: Layout._root,
    Scripts: Layout._scripts,
    Accented: Layout._accented,
    Bold: Layout._bold_row,
    Fenced: Layout._fenced,
    Grid: Layout._grid,
}


def _kind(item: Node) -> str:
    if isinstance(item, Sign):
        return "times" if item.kind == "binary" and item.text in "·×/⊙∗∘" else item.kind
    return "fence" if isinstance(item, Fenced) else ""
