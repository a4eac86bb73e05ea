"""Typed formulas: text to a checked expression graph to exact derivatives to fast code."""

from surfaces.formula.compiled import CompiledFormula, compile_formula, free_names
from surfaces.formula.errors import FormulaError
from surfaces.formula.pretty import to_html

__all__ = ["CompiledFormula", "FormulaError", "compile_formula", "free_names", "to_html"]
