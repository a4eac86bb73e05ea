"""Blocks for the tests of the relief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.relief.block import Block
from surfaces.contours import Contours

if TYPE_CHECKING:
    from collections.abc import Callable

BOUNDS = (-2.0, 2.0, -1.0, 3.0)
NONE = np.empty((0, 2))


def contours_of(loss: Callable[[np.ndarray, np.ndarray], np.ndarray], spacing: str = "linear") -> Contours:
    """Contours of a function of two arrays over BOUNDS."""
    x, y = np.linspace(-2, 2, 90), np.linspace(-1, 3, 80)
    values = np.asarray(loss(*np.meshgrid(x, y)), dtype=float)
    finite = values[np.isfinite(values)]
    levels = tuple(np.linspace(finite.min(), finite.max(), 12)[1:-1].tolist()) if np.ptp(finite) > 0 else ()
    return Contours(BOUNDS, values, levels, lines=NONE, spacing=spacing, kinks=NONE)


def block_of(loss: Callable[[np.ndarray, np.ndarray], np.ndarray], spacing: str = "linear") -> Block:
    """The block of such contours."""
    return Block.of(contours_of(loss, spacing), BOUNDS)


def hills(seed: int) -> Block:
    """Some random hills and wells."""
    rng = np.random.default_rng(seed)
    terms = rng.uniform((-1.5, -0.5), (1.5, 2.5), (5, 2)), rng.uniform(-1, 1, 5), rng.uniform(0.3, 0.9, 5)

    def loss(x: np.ndarray, y: np.ndarray) -> np.ndarray:
        total = np.zeros_like(x)
        for (cx, cy), height, width in zip(*terms, strict=True):
            total += height * np.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * width**2))
        return total

    return block_of(loss)
