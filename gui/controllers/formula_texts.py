"""From a surface's formula to what the formula page shows of it: pure functions that any thread may run."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.translation.sentences import data_text
from gui.views.formula_page import FormulaTexts, Written
from surfaces import surface_row
from surfaces.formula import Part, compile_formula, to_html
from surfaces.formula.latex import derivatives_as_latex, to_latex
from surfaces.formula.plain import to_plain

if TYPE_CHECKING:
    from surfaces import SurfaceSpec
    from surfaces.formula import CompiledFormula

MOST_KINKS = 3


def formula_of(spec: SurfaceSpec) -> str:
    """Return the formula in x and y that a surface stands on; none for data, heights and more dimensions."""
    if spec.formula or not spec.name:
        return spec.formula
    row = surface_row(spec.name)
    return "" if row.data is not None or spec.dim != 2 else row.formula


def formula_texts(text: str, parameters: tuple[str, ...]) -> FormulaTexts:
    """Return a formula and its derivatives as they are shown and copied."""
    if not text:
        return FormulaTexts()
    compiled = compile_formula(text, parameters=parameters)
    value = Written(
        latex="f(x, y) = " + to_latex(text, parameters=parameters),
        html=f"<i>f</i>(<i>x</i>, <i>y</i>) = {to_html(text, parameters=parameters)}",
        plain=" ".join(text.split()),
    )
    latex = derivatives_as_latex(compiled)
    derivatives = tuple(_derivative(part, form) for part, form in zip(compiled.derivatives, latex, strict=True))
    return FormulaTexts(value, derivatives, _kinks(compiled))


def _derivative(part: Part, latex: str | None) -> Written:
    sign = _sign(part.by)
    plain = to_plain(part)
    if plain is None:
        too_long = QCoreApplication.translate("FormulaPage", "too long to be written out")
        return Written(latex or "", f"{sign}: {escape(too_long)}", f"{sign}: {too_long}")
    return Written(latex or "", f"{sign} = {to_html(plain, parameters=part.formula.parameters)}", f"{sign} = {plain}")


def _sign(by: tuple[str, ...]) -> str:
    if len(by) == 1:
        return f"∂f/∂{by[0]}"
    return f"∂²f/∂{by[0]}²" if by[0] == by[1] else f"∂²f/∂{by[0]}∂{by[1]}"


def _kinks(compiled: CompiledFormula) -> tuple[str, ...]:
    translate = QCoreApplication.translate
    sentences = {
        "derivative": translate("FormulaPage", "The derivative jumps where {where} = 0. {convention}"),
        "value": translate("FormulaPage", "The value jumps where {where} = 0. {convention}"),
    }
    shown = [
        sentences[kink.jump].format(
            where=to_plain(Part(compiled, kink.switch)) or "…", convention=data_text(kink.convention)
        )
        for kink in compiled.kinks[:MOST_KINKS]
    ]
    more = len(compiled.kinks) - len(shown)
    if more:
        shown.append(translate("FormulaPage", "And so in {count} more places.").format(count=more))
    return tuple(shown)
