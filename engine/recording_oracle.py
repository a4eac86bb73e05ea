"""An oracle that remembers what it was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.transformed_oracle import TransformedOracle

if TYPE_CHECKING:
    from engine.oracle import Oracle
    from surfaces import Array


@dataclass(frozen=True)
class Asked:
    """One question to the surface: ``"value"``, ``"gradient"`` or ``"hessian"`` at a point, and the answer."""

    what: str
    params: tuple[float, ...]
    answer: tuple[float, ...]


class RecordingOracle(TransformedOracle):
    """Answers like another oracle, which counts, and keeps every question with its answer."""

    def __init__(self, behind: Oracle) -> None:
        super().__init__(behind)
        self.asked: list[Asked] = []

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...), and keep question and answer."""
        return self._kept("value", params, super().value(params))

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim), and keep question and answer."""
        return self._kept("gradient", params, super().gradient(params))

    def hessian(self, params: Array) -> Array:
        """Return the Hessian, shape (..., dim, dim), and keep question and answer."""
        return self._kept("hessian", params, super().hessian(params))

    def _kept(self, what: str, params: Array, answer: Array) -> Array:
        points = np.reshape(params, (-1, np.shape(params)[-1]))
        answers = np.reshape(answer, (len(points), -1))
        for point, own in zip(points.tolist(), answers.tolist(), strict=True):
            self.asked.append(Asked(what, tuple(point), tuple(own)))
        return answer
