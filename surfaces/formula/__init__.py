"""Typed formulas: text to a checked expression graph to exact derivatives to fast code, and back to text."""

from surfaces.formula.compiled import CompiledFormula, Part, compile_formula, free_names
from surfaces.formula.errors import FormulaError
from surfaces.formula.kinks import Kink
from surfaces.formula.pretty import to_html

__all__ = ["CompiledFormula", "FormulaError", "Kink", "Part", "compile_formula", "free_names", "to_html"]
