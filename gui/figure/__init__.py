"""The picture a person exports: one SVG of our own writing, and what is made from it: a PNG, an animation."""

from gui.figure.export import animation, export_animation, export_figure
from gui.figure.figure import Figure, build_figure
from gui.figure.film import Film, moment
from gui.figure.raster import svg_to_png

__all__ = ["Figure", "Film", "animation", "build_figure", "export_animation", "export_figure", "moment", "svg_to_png"]
