"""Schedules that only fall: in steps or smoothly, to an end or for ever."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from engine.hyperparameters import number
from engine.schedules.schedule import Memory, Schedule, raised


@dataclass(frozen=True)
class StepDecay(Schedule):
    """γ^⌊k / every⌋ (torch.optim.lr_scheduler.StepLR)."""

    name = "step"
    title = "Step decay"
    formula = "η γ^⌊k / every⌋"
    summary = "Full pace for a while, then a tenth of it, and again: every drop shrinks the noise ball at once."
    aliases: ClassVar[dict[str, str]] = {"step_size": "every"}

    every: int = number(50, 1, 1000, "Iterations between two drops.", scale="log", minimum=1)
    gamma: float = number(0.1, 0.01, 1.0, "The factor of each drop.", scale="log")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return γ to the number of drops so far."""
        return raised(self.gamma, iteration // self.every)


@dataclass(frozen=True)
class MultiStep(Schedule):
    """γ^(number of milestones ≤ k) (torch.optim.lr_scheduler.MultiStepLR), with three milestones.

    Equal ones count once each, as PyTorch's do; a milestone beyond the last iteration never comes.
    """

    name = "multi-step"
    title = "Drops at milestones"
    formula = "η γ^(milestones passed)"
    summary = "Step decay at chosen iterations, as in the recipes of image networks (at a half and at three quarters)."

    first: int = number(100, 0, 10_000, "The iteration of the first drop.")
    second: int = number(150, 0, 10_000, "The iteration of the second drop.")
    third: int = number(10_000, 0, 10_000, "The iteration of the third drop.")
    gamma: float = number(0.1, 0.01, 1.0, "The factor of each drop.", scale="log")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return γ to the number of milestones passed."""
        return raised(self.gamma, sum(iteration >= milestone for milestone in (self.first, self.second, self.third)))


@dataclass(frozen=True)
class Linear(Schedule):
    """start + (end − start) · min(k, length) / length (torch.optim.lr_scheduler.LinearLR, there from ⅓ to 1)."""

    name = "linear"
    title = "Linear"
    formula = "η (start + (end − start) min(1, k / length))"
    summary = "A straight line from one factor to another; from 1 to 0 by itself."
    aliases: ClassVar[dict[str, str]] = {"start_factor": "start", "end_factor": "end", "total_iters": "length"}

    start: float = number(1.0, 0.0, 1.0, "The factor at the start.")
    end: float = number(0.0, 0.0, 1.0, "The factor from the end on.")
    length: int = number(200, 1, 10_000, "Iterations until the end.", scale="log", minimum=1)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the height of the line."""
        return self.start + (self.end - self.start) * (min(iteration, self.length) / self.length)


@dataclass(frozen=True)
class Exponential(Schedule):
    """γᵏ (torch.optim.lr_scheduler.ExponentialLR)."""

    name = "exponential"
    title = "Exponential"
    formula = "η γᵏ"
    summary = "Loses the same share at every iteration; if it is too much, the run stops before it arrives."

    gamma: float = number(0.99, 0.5, 0.9999, "The factor of every iteration.", scale="one-minus")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return γ to the power k."""
        return raised(self.gamma, iteration)


@dataclass(frozen=True)
class Polynomial(Schedule):
    """(1 − k / length)^power, 0 from then on (torch.optim.lr_scheduler.PolynomialLR)."""

    name = "polynomial"
    title = "Polynomial"
    formula = "η (1 − k / length)^power"
    summary = "Falls to 0 on a straight line (power 1), early (above 1) or late (below 1)."
    aliases: ClassVar[dict[str, str]] = {"total_iters": "length"}

    length: int = number(200, 1, 10_000, "Iterations until the learning rate is 0.", scale="log", minimum=1)
    power: float = number(1.0, 0.1, 5.0, "1 is a straight line; above, most of the fall comes early.", scale="log")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return a power of the share that is left."""
        return raised(1.0 - min(iteration, self.length) / self.length, self.power)


@dataclass(frozen=True)
class InverseSquareRoot(Schedule):
    """1 / √(1 + k / tau); with tau = 1 it is η / √t, t = k + 1 (Zinkevich 2003; Vaswani et al. 2017)."""

    name = "inverse-square-root"
    title = "Inverse square root"
    formula = "η / √(1 + k / τ)"
    summary = "Falls for ever, but so slowly that no point is out of reach: what proofs of online learning ask for."

    tau: float = number(1.0, 1.0, 1000.0, "Iterations until 1 / √2 is left.", scale="log", minimum=1e-3)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return what is left."""
        return 1.0 / math.sqrt(1.0 + iteration / self.tau)


@dataclass(frozen=True)
class InverseTime(Schedule):
    """1 / (1 + k / tau) (Robbins & Monro 1951: Σ η = ∞, Σ η² < ∞)."""

    name = "inverse-time"
    title = "1 / t"
    formula = "η / (1 + k / τ)"
    summary = "The classical rule: it can still go any distance, and noise dies out in the end, though slowly."

    tau: float = number(100.0, 1.0, 10_000.0, "Iterations until half is left.", scale="log", minimum=1e-3)

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return what is left."""
        return 1.0 / (1.0 + iteration / self.tau)
