"""The plain data of a surface made of data: where its samples come from and what is done to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

SCALINGS = ("none", "standardize", "min-max")
"""What is done to each input column: nothing, (x − mean)/sd, or (x − min)/(max − min)."""
LOSSES = ("mse", "cross-entropy", "robust")
"""Every loss there is; each model offers some."""
MOST_SAMPLES = 10_000
"""Beyond this a surface no longer follows the hand, and the picture shows nothing new."""
LARGEST_NUMBER = 1e50
"""Beyond this, squares of a column would overflow."""


@dataclass(frozen=True)
class DataSpec:
    """The samples of a model, their preparation and the loss: plain, hashable, rebuilt exactly.

    The samples come from a generator or stand here one by one, never both.

    Parameters
    ----------
    generator
        Key of :data:`surfaces.data.generators.GENERATORS`, or ``""`` when ``points`` are given.
    n
        How many samples the generator makes.
    noise
        How strong its noise is; each generator says of what.
    outliers
        Share of the samples that are thrown far off, from 0 to 0.5.
    seed
        What the generator draws from.
    options
        ``(name, value)`` pairs of the generator's own numbers, sorted; those left out have their defaults.
    points
        The samples themselves, each the inputs and then the target, in the order of the model's columns.
    title
        Where the points came from, such as a file's name; for the eye only.
    scaling
        One of :data:`SCALINGS`, for the input columns.
    loss
        One of :data:`LOSSES`, as far as the model offers it.
    l1, l2
        Strengths of the penalties l1 Σ|wᵢ| and l2/2 Σwᵢ² over both weights.
    batch_norm
        Whether the input is normalised with the mean and variance of the samples that are drawn.
    """

    generator: str = ""
    n: int = 64
    noise: float = 0.0
    outliers: float = 0.0
    seed: int = 0
    options: tuple[tuple[str, float], ...] = ()
    points: tuple[tuple[float, ...], ...] = ()
    title: str = ""
    scaling: str = "none"
    loss: str = "mse"
    l1: float = 0.0
    l2: float = 0.0
    batch_norm: bool = False

    def __hash__(self) -> int:
        # Asked at every look into a cache, and thousands of points take a millisecond to hash.
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.generator, self.n, self.noise, self.outliers, self.seed, self.options, self.points,
                     self.scaling, self.loss, self.l1, self.l2, self.batch_norm))  # fmt: skip
