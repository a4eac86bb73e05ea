"""From losses to heights and tones: the relief shows the spacing of the contour levels as height."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from surfaces.contours import NOT_FINITE, edges

if TYPE_CHECKING:
    from gui.relief.camera import Array

_SOFT_SHARE = 0.1
"""A logarithmic height starts to bend where the lowest tenth of the area ends: bottoms stay round."""
_LEAST_SOFT = 1e-5


@dataclass(frozen=True, eq=False)
class HeightScale:
    """What losses between the lowest and the highest are on the relief; built from the losses of a grid.

    Both maps are monotone: `heights` from 0 to 1, and `tones`, the place in the colour map, which is that of the
    contour map. Logarithmic heights are log(1 + (loss − lowest) / s), where s is as much as the lowest tenth of the
    area rises: the tones' own logarithm would turn every minimum into a spike. By quantile they are half way between
    the loss itself and its rank: ranks alone make cliffs of what is rare and slopes of plains.
    """

    spacing: str
    losses: Array
    """Strictly increasing; one value alone on flat ground."""
    marks: Array
    """The tones of these losses."""
    soft: float = 1.0

    @classmethod
    def of(cls, values: Array, spacing: str) -> HeightScale:
        """The scale of the losses of a grid."""
        parts, places = np.unique(edges(values, spacing, NOT_FINITE), return_index=True)
        if len(parts) < 2:
            kept = values[np.isfinite(values)]
            return cls(spacing, kept[:1], np.full(len(kept[:1]), 0.5))
        kept = values[np.isfinite(values)] - parts[0]
        soft = max(float(np.quantile(kept, _SOFT_SHARE)), _LEAST_SOFT * float(parts[-1] - parts[0]))
        return cls(spacing, parts, places / NOT_FINITE, soft)

    @property
    def is_flat(self) -> bool:
        """Whether there are no two different finite losses."""
        return len(self.losses) < 2

    def tones(self, losses: Array) -> Array:
        """Places in the colour map, 0 to 1; what is not finite stays so."""
        if self.is_flat:
            return np.where(np.isfinite(losses), 0.5, np.nan)
        return np.where(np.isfinite(losses), np.interp(losses, self.losses, self.marks), np.nan)

    def heights(self, losses: Array) -> Array:
        """Heights, 0 to 1; losses beyond the scale are at its ends, what is not finite stays so."""
        if self.is_flat:
            return np.where(np.isfinite(losses), 0.0, np.nan)
        low, high = self.losses[0], self.losses[-1]
        inside = np.clip(losses, low, high) - low
        if self.spacing == "log":
            scaled = np.log1p(inside / self.soft) / np.log1p((high - low) / self.soft)
        else:
            scaled = inside / (high - low)
        if self.spacing == "quantile":
            scaled = (scaled + np.interp(losses, self.losses, self.marks)) / 2
        return np.where(np.isfinite(losses), scaled, np.nan)

    def losses_at(self, heights: Array) -> Array:
        """The inverse of `heights`, to a part in 255 of the way from one mark to the next."""
        if self.is_flat:
            return np.full(heights.shape, self.losses[0] if len(self.losses) else np.nan)
        return np.interp(heights, self.heights(self.losses), self.losses)
