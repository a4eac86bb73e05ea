"""What tells the runs apart in words: a legend beside one map, headers over several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.figure.marks import draw_run_mark
from gui.figure.strokes import draw_strokes
from gui.figure.text import fitted, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.figure.clip import Box
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

SWATCH, SHORT_SWATCH, MARKER = 40.0, 26.0, 12.0
_NARROW, _TINY, _LEAST_WITH_LOSS = 270.0, 150.0, 90.0
translate = QCoreApplication.translate
_SWATCH_GAP = 10.0
_COLUMN_GAP = 24.0


class Form(NamedTuple):
    """How densely entries are set."""

    columns: int
    row: float
    size: float
    details: bool


_TALL = (Form(1, 48, 16, True), Form(1, 40, 15, True), Form(1, 25, 14, False), Form(2, 22, 12, False))
_WIDE = (Form(1, 48, 16, True), Form(1, 40, 15, True), Form(2, 40, 14, True), Form(2, 22, 12, False))
_LEAST = Form(3, 17, 10, False)


def legend_form(box: Box, count: int, *, tall: bool) -> Form:
    """Return the roomiest form in which so many entries fit; more than fit in the least are cut off."""
    for form in _TALL if tall else _WIDE:
        if -(-count // form.columns) * form.row <= box.height:
            return form
    return _LEAST


def legend_height(form: Form, count: int, most: float) -> float:
    """Height that so many entries take."""
    return min(-(-count // form.columns) * form.row, most)


def draw_legend(svg: SvgWriter, theme: Theme, box: Box, runs: Sequence[DrawnRun], form: Form) -> None:
    """Write an entry per run, column by column; the last says how many found no place."""
    rows = max(1, min(-(-len(runs) // form.columns), int(box.height / form.row + 1e-6)))
    room = rows * form.columns
    shown = runs if len(runs) <= room else runs[: room - 1]
    width = (box.width - (form.columns - 1) * _COLUMN_GAP) / form.columns
    with svg.inside("g", class_="legend"):
        for column in range(-(-len(shown) // rows)):
            right = box.left + column * (width + _COLUMN_GAP) + width
            svg.text(
                right, box.top - 6, translate("figure", "loss"), min(form.size, 13), text_anchor="end", fill=theme.muted
            )
        for index, run in enumerate(shown):
            column, row = divmod(index, rows)
            left, top = box.left + column * (width + _COLUMN_GAP), box.top + row * form.row
            draw_entry(svg, theme, run, (left, top, width), form.size, details=form.details)
        if len(shown) < len(runs):
            left, top = box.right - width + SWATCH + _SWATCH_GAP, box.top + (rows - 1) * form.row + form.size
            svg.text(left, top, f"+ {len(runs) - len(shown)}", form.size, fill=theme.muted)


def draw_entry(
    svg: SvgWriter,
    theme: Theme,
    run: DrawnRun,
    place: tuple[float, float, float],
    size: float,
    *,
    details: bool,
) -> None:
    """Write swatch, label and loss of a run in one line at (left, top, width), and its details below."""
    left, top, width = place
    base = top + size
    swatch = SWATCH if width > _NARROW else SHORT_SWATCH if width > _TINY else MARKER
    indent = swatch + (_SWATCH_GAP if width > _TINY else 4.0)
    _draw_swatch(svg, theme, run, left, base - 0.36 * size, swatch)
    room = width - indent
    if width > _LEAST_WITH_LOSS:
        room -= text_width(run.loss_text, size) + 8
        svg.text(left + width, base, run.loss_text, size, text_anchor="end", fill=theme.text)
    label = fitted(run.spec.label, size * 1.06, room)
    svg.text(left + indent, base, label, size, font_weight="600", fill=theme.text)
    if details:
        _draw_details(svg, theme, run, left + indent, base + 0.45 * size + 10.5, width - indent)


def _draw_details(svg: SvgWriter, theme: Theme, run: DrawnRun, x: float, y: float, width: float) -> None:
    ending = 0.0
    if run.ending:
        ending = text_width(run.ending, 13) + 14
        svg.text(x + width, y, run.ending, 13, text_anchor="end", fill=theme.danger)
    svg.text(x, y, fitted(run.details, 13, width - ending), 13, fill=theme.muted)


def _draw_swatch(svg: SvgWriter, theme: Theme, run: DrawnRun, x: float, y: float, width: float) -> None:
    draw_strokes(svg, np.array([[x, y, x + width, y]]), run.color(theme), 2.2, run.dash(2.2))
    draw_run_mark(svg, theme, run.spec.style, x + width / 2, y, 12.0)
