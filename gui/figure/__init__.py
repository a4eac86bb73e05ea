"""The picture a person exports: one SVG of our own writing, and the PNG made from it."""

from gui.figure.export import export_figure, svg_to_png
from gui.figure.figure import build_figure

__all__ = ["build_figure", "export_figure", "svg_to_png"]
