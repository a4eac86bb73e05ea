"""The head of a picture: the surface's title, its formula, and which moment is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.clock import CLOCKS, moment_of
from gui.figure.layout import MARGIN
from gui.figure.text import fitted, formula_text, text_width, without_markup
from gui.numbers import format_number
from gui.presenting import heights_formula, sculpted_words
from gui.translation.sentences import data_text
from surfaces import surface_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.session import Session
    from gui.figure.drawn_run import DrawnRun
    from gui.figure.svg import SvgWriter
    from gui.theme import Theme

translate = QCoreApplication.translate


def moment_text(session: Session, runs: Sequence[DrawnRun]) -> str:
    """Say what the clock shows that all runs share; nothing where they move alone."""
    clock = session.view.pace
    if clock not in CLOCKS:
        return ""
    shown = max((moment_of(run.snapshot, clock, run.upto) for run in runs), default=0.0)
    words = {
        "iteration": translate("figure", "{count} iteration"),
        "evaluations": translate("figure", "{count} evaluations"),
        "epoch": translate("figure", "{count} epochs"),
    }
    return words[clock].format(count=format_number(shown))


def draw_title(svg: SvgWriter, theme: Theme, session: Session, width: float, moment: str) -> None:
    """Write the surface's title, the moment shown if it is not the end, and the formula."""
    title, formula = _names(session)
    room = width - 2 * MARGIN
    if moment:
        room -= text_width(moment, 18) + 24
        svg.text(width - MARGIN, 46, moment, 18, text_anchor="end", fill=theme.muted)
    if title:
        svg.text(MARGIN, 46, fitted(title, 27, room), 26, font_weight="600", fill=theme.text)
        _draw_formula(svg, theme, formula, 74, 17, width - 2 * MARGIN)
    else:
        _draw_formula(svg, theme, formula, 52, 24, room)


def _names(session: Session) -> tuple[str, str]:
    """Return the surface's title (none for a typed formula) and its formula with the values of its parameters."""
    spec = session.surface
    if spec.heights is not None:
        return spec.heights.title, heights_formula(spec.heights)
    row = surface_row(spec.name).in_dimensions(spec.dim) if spec.name else None
    variables = ", ".join(f"<i>{name}</i>" for name in (row.variables if row else ("x", "y")))
    values = {parameter.name: parameter.default for parameter in row.parameters} if row else {}
    values.update(spec.parameters)
    shown = f"<i>f</i>({variables}) = " + formula_text(row.formula if row else spec.formula)
    shown += sculpted_words(spec)
    for name, value in values.items():
        shown += f",   <i>{name}</i> = {format_number(value)}"
    return data_text(row.title) if row else "", shown


def _draw_formula(svg: SvgWriter, theme: Theme, formula: str, y: float, size: float, room: float) -> None:
    """Write a formula, smaller where it is long, cut where it is very long."""
    plain = without_markup(formula)
    width = text_width(plain, size)
    size = max(11.0, min(size, size * room / width))
    color = theme.muted if y > 60 else theme.text
    if text_width(plain, size) > room + 0.5:
        svg.text(MARGIN, y, fitted(plain, size, room), size, fill=color)
    else:
        svg.mathematics(MARGIN, y, formula, size, fill=color)
