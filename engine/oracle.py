"""The oracle: the only way from an optimizer to the surface, and the one that counts."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Elementwise, Optimizer
    from surfaces import Array, Indices, SampledSurface, Surface


@dataclass
class Evaluations:
    """How often an optimizer asked, in full passes over the data (one each on an analytic surface)."""

    values: float = 0.0
    gradients: float = 0.0
    hessians: float = 0.0


class Part(NamedTuple):
    """An optimizer inside another one, and what its step starts from."""

    optimizer: Optimizer
    params: Array
    state: Any
    learning_rate: float


_OPTIMIZER = 1
"""Sets an optimizer's own draws apart from those of the batches."""


@dataclass(frozen=True)
class Chance:
    """Where a run's random numbers come from: the session's seed and the run's stream."""

    seed: int = 0
    stream: int = 0
    began: int = 0
    """The run's iteration at which the optimizer counts 0: chance goes by the run's."""

    def generator(self, iteration: int) -> np.random.Generator:
        """Return the generator of an iteration's step: equal numbers, however the iteration is reached."""
        return np.random.default_rng((self.seed, self.stream, self.began + iteration, _OPTIMIZER))


class Oracle:
    """Gives loss, gradient and Hessian of a surface and counts each evaluation.

    All lanes of one call count as one evaluation: a lane is a run of its own.
    """

    def __init__(self, surface: Surface, chance: Chance | None = None) -> None:
        self._surface = surface
        self._chance = chance or Chance()
        self.evaluations = Evaluations()

    def generator(self, iteration: int) -> np.random.Generator:
        """Return the generator for a step's random numbers; a rule draws shapes without lanes, so all share them."""
        return self._chance.generator(iteration)

    def note(self, symbol: str, value: Any, formula: str = "", arrow: str = "") -> None:
        r"""Name a term of the step, for whoever explains it; here nothing happens.

        Parameters
        ----------
        symbol : str
            What it is called, in LaTeX: ``p``, ``H``, ``\hat{m}``.
        value : float or array
            The number, vector (dim,) or matrix of one lane or of all; or a function that returns it, where it is worked
            out for the explanation only. A vector that is not along the axes is a matrix of one column.
        formula : str
            How it came about, in LaTeX, with other symbols in angle brackets and products as ``\,``, in which numbers
            have a dot: ``-<H>^{-1} \, <g>``.
        arrow : str
            What of the step on the map it says something about (`engine.explain.Term`), where its symbol leaves that
            open; the last ``"divisor"`` is what each axis is divided by.
        """

    def for_part(self, part: Part, seen: Oracle | None = None, axes: tuple[int, ...] = ()) -> Oracle:
        """Return what a part of a composite asks: this oracle, or `seen`, which stands before it.

        Whoever explains the step has the part's notes speak of its own settings and its own state. `axes` are the
        coordinates that it moves; none are named where it moves all.
        """
        return seen or self

    def adapts(self, scaling: Callable[[Array], Array]) -> None:
        """Say what this step's scaling alone makes of a slope, for whoever draws it; here nothing happens.

        Parameters
        ----------
        scaling : callable
            From a slope, shape (..., dim), to the step −P g with the P of this very step, before memory, weight decay
            and limits change it. Called after the step has noted its gradient ``g``.
        """

    def applied(
        self, rule: Elementwise, params: Array, gradient: Array, state: Any, learning_rate: float, iteration: int
    ) -> tuple[Array, Any]:
        """Return what an elementwise rule makes of these numbers: (params, state) after its step.

        Whoever explains a step lets the rule run on numbers that remember where they came from.
        """
        return rule.rule(params, gradient, state, learning_rate, iteration, rule.arrays)

    def resume(self, evaluations: Evaluations) -> None:
        """Go on counting from here."""
        self.evaluations.values = evaluations.values
        self.evaluations.gradients = evaluations.gradients
        self.evaluations.hessians = evaluations.hessians

    def lane(self, index: int) -> Oracle:
        """Return the oracle of one lane, for rules that take them one after another."""
        return self

    def value(self, params: Array) -> Array:
        """Return the loss, shape (...), at params of shape (..., dim)."""
        self.evaluations.values += 1
        return self._surface.value(params)

    def gradient(self, params: Array) -> Array:
        """Return the gradient, shape (..., dim)."""
        self.evaluations.gradients += 1
        return self._surface.gradient(params)

    def hessian(self, params: Array) -> Array:
        """Return the Hessian, shape (..., dim, dim)."""
        self.evaluations.hessians += 1
        return self._surface.hessian(params)


def unheard(symbol: str, value: Any, formula: str = "", arrow: str = "") -> None:
    """Take a note that nobody wants."""


class BatchOracle(Oracle):
    """Gives what a batch of samples says; `draw` chooses the batch, and B samples of N count as B/N of a pass.

    The last axis of the indices is the batch, so all lanes of one call see B samples each.
    """

    def __init__(self, surface: SampledSurface, chance: Chance | None = None) -> None:
        super().__init__(surface, chance)
        self._sampled = surface
        self._samples = surface.samples
        self._spent = {"values": 0, "gradients": 0, "hessians": 0}
        self._indices: Indices

    def draw(self, indices: Indices) -> None:
        """Let the next questions be about these samples: shape (B,), or (..., B) with a draw for each lane."""
        self._indices = indices

    def lane(self, index: int) -> Oracle:
        """Return the oracle of one lane, which counts with the others."""
        if self._indices.ndim == 1:
            return self
        one = copy.copy(self)
        one.draw(self._indices.reshape(-1, self._indices.shape[-1])[index])
        return one

    def resume(self, evaluations: Evaluations) -> None:
        """Go on counting from here, in whole samples."""
        super().resume(evaluations)
        self._spent = {what: round(getattr(evaluations, what) * self._samples) for what in self._spent}

    def value(self, params: Array) -> Array:
        """Return the batch's mean loss, shape (...)."""
        self.count("values", self._indices.shape[-1])
        return self._sampled.sample_value(params, self._indices)

    def gradient(self, params: Array) -> Array:
        """Return the batch's mean gradient, shape (..., dim)."""
        self.count("gradients", self._indices.shape[-1])
        return self._sampled.sample_gradient(params, self._indices)

    def hessian(self, params: Array) -> Array:
        """Return the batch's mean Hessian, shape (..., dim, dim)."""
        self.count("hessians", self._indices.shape[-1])
        return self._sampled.sample_hessian(params, self._indices)

    def count(self, what: str, samples: int) -> None:
        """Add an evaluation over some samples; whole samples are summed, so an epoch is exactly one pass."""
        self._spent[what] += samples
        setattr(self.evaluations, what, self._spent[what] / self._samples)
