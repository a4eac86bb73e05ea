"""What is minimised: losses over two parameters with exact derivatives and declared facts."""

from surfaces.build import build_surface
from surfaces.catalogue import CATALOGUE, SurfaceParameter, SurfaceRow, surface_row
from surfaces.formula import FormulaError
from surfaces.scales import Scales, surface_scales
from surfaces.surface import Array, Bounds, CriticalPoint, Surface, SurfaceError, SurfaceSpec

__all__ = [
    "CATALOGUE",
    "Array",
    "Bounds",
    "CriticalPoint",
    "FormulaError",
    "Scales",
    "Surface",
    "SurfaceError",
    "SurfaceParameter",
    "SurfaceRow",
    "SurfaceSpec",
    "build_surface",
    "surface_row",
    "surface_scales",
]
