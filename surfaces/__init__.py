"""What is minimised: losses over two parameters with exact derivatives and declared facts."""

from surfaces.build import build_surface
from surfaces.catalogue import CATALOGUE, SurfaceParameter, SurfaceRow, surface_row
from surfaces.data.spec import DataSpec
from surfaces.formula import FormulaError
from surfaces.scales import Scales, surface_scales
from surfaces.surface import (
    Array,
    BagSpec,
    Bounds,
    CriticalPoint,
    Feature,
    HeightMap,
    Indices,
    SampledSurface,
    Surface,
    SurfaceError,
    SurfaceSpec,
)

__all__ = [
    "CATALOGUE",
    "Array",
    "BagSpec",
    "Bounds",
    "CriticalPoint",
    "DataSpec",
    "Feature",
    "FormulaError",
    "HeightMap",
    "Indices",
    "SampledSurface",
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
