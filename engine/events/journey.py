"""What a run has to lose and to travel: the yardsticks of a run, beside those of the surface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.events.block import lengths

if TYPE_CHECKING:
    from engine.events.ground import Ground
    from engine.history import Snapshot


@dataclass(frozen=True)
class Journey:
    """What a run has to lose: H = f₀ − f*, and H/R with R = |θ₀ − θ*|; `height` is 0 where there is nothing to lose."""

    height: float = 0.0
    slope: float = 0.0
    goal: float = 0.0

    @classmethod
    def of(cls, ground: Ground, snapshot: Snapshot) -> Journey:
        """Return the journey of a run."""
        if ground.goal is None:
            return cls()
        place, loss = ground.goal
        height = float(snapshot.loss[0]) - loss
        distance = float(lengths((snapshot.params[0] - place)[:, None])[0])
        return cls(height, height / distance, loss) if np.isfinite(height) and height > 0.0 < distance else cls()

    def fall(self, ground: Ground) -> float:
        """Return how much loss is much for this run on this surface: the smaller of H and F."""
        return min(self.height, ground.scales.loss_range) if self.height else ground.scales.loss_range
