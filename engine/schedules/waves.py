"""Schedules that swing: half a cosine, cosines with restarts, one cycle, many cycles."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from engine.hyperparameters import choice, number, switch
from engine.schedules.schedule import Memory, Schedule, raised


def _half_cosine(share: float) -> float:
    """Return 1 at share 0, ½ at ½ and 0 at 1, flat at both ends."""
    return 0.5 * (1.0 + math.cos(math.pi * share))


@dataclass(frozen=True)
class Cosine(Schedule):
    """floor + (1 − floor) ½ (1 + cos(π k / length)) (Loshchilov & Hutter 2017, equation 5, without restarts).

    stay   the floor from `length` on
    swing  up again and down again, as torch.optim.lr_scheduler.CosineAnnealingLR does beyond its T_max
    """

    name = "cosine"
    title = "Cosine"
    formula = "½ η (1 + cos(π k / length))"
    summary = "Long near full pace, long near none: the usual end of a training, and hard to beat."
    aliases: ClassVar[dict[str, str]] = {"T_max": "length"}

    length: int = number(200, 1, 10000, "Iterations until the learning rate is 0.", scale="log", minimum=1)
    floor: float = number(0.0, 0.0, 1.0, "The share of the learning rate that is left at the end.")
    after: str = choice(("stay", "swing"), "Beyond the end: stay there, or swing back as PyTorch's does.")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return half a cosine wave from 1 to the floor."""
        share = iteration / self.length
        wave = _half_cosine(min(share, 1.0) if self.after == "stay" else share)
        return self.floor + (1.0 - self.floor) * wave


@dataclass(frozen=True)
class CosineRestarts(Schedule):
    """Half a cosine, again and again, each `multiplier` times as long as the one before (Loshchilov & Hutter 2017).

    floor + (1 − floor) ½ (1 + cos(π T_cur / T_i)), as torch.optim.lr_scheduler.CosineAnnealingWarmRestarts
    (T_0 = length, T_mult = multiplier, eta_min = floor · η).
    """

    name = "cosine-restarts"
    title = "Cosine with restarts"
    formula = "½ η (1 + cos(π T_cur / T_i))"
    summary = "After every fall the full learning rate comes back: a kick that may lead to another minimum."
    aliases: ClassVar[dict[str, str]] = {"T_0": "length", "T_mult": "multiplier"}

    length: int = number(50, 1, 10000, "Iterations of the first fall.", scale="log", minimum=1)
    multiplier: int = number(1, 1, 4, "Each fall is so many times as long as the one before.", minimum=1)
    floor: float = number(0.0, 0.0, 1.0, "The share of the learning rate that is left at the end of a fall.")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the height of the fall that the iteration is in."""
        length = self.length
        if self.multiplier == 1:
            iteration %= length
        while iteration >= length:
            iteration, length = iteration - length, length * self.multiplier
        return self.floor + (1.0 - self.floor) * _half_cosine(iteration / length)


@dataclass(frozen=True)
class OneCycle(Schedule):
    """One rise and one fall far below the start (Smith & Topin 2018; torch.optim.lr_scheduler.OneCycleLR).

    From 1 / div_factor to 1 at k = pct_start · length − 1, and down to 1 / (div_factor · final_div_factor) at
    length − 1, where it stays; with three phases down to 1 / div_factor first, as long as the rise was. PyTorch cycles
    the momentum as well: here it stays.
    """

    name = "one-cycle"
    title = "One cycle"
    formula = "η (1/25 ↗ 1 ↘ 1/250000)"
    summary = "Warm-up and decay in one: the learning rate of the card is the peak, which may be higher than usual."
    aliases: ClassVar[dict[str, str]] = {"total_steps": "length", "anneal_strategy": "shape"}

    length: int = number(200, 1, 10000, "Iterations of the whole cycle.", scale="log", minimum=1)
    pct_start: float = number(0.3, 0.0, 1.0, "The share of the cycle that rises.")
    div_factor: float = number(25.0, 1.0, 1000.0, "The start is so many times below the peak.", scale="log", minimum=1)
    final_div_factor: float = number(1e4, 1.0, 1e6, "The end is so many times below the start.", scale="log", minimum=1)
    shape: str = choice(("cos", "linear"), "Rise and fall along half cosines or straight lines.")
    three_phase: bool = switch(False, "Fall to the start first, and then far below it.")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the height between the two corners around the iteration."""
        corners = self._corners()
        for (begin, low), (end, high) in pairwise(corners):
            if iteration <= end:
                share = (iteration - begin) / (end - begin) if end > begin else 1.0
                return high + (low - high) * (_half_cosine(share) if self.shape == "cos" else 1.0 - share)
        return corners[-1][1]

    def _corners(self) -> list[tuple[float, float]]:
        """Return where each phase begins or ends, and the factor there."""
        start, rise = 1.0 / self.div_factor, self.pct_start * self.length
        back = [(2.0 * rise - 2.0, start)] if self.three_phase else []
        return [(0.0, start), (rise - 1.0, 1.0), *back, (self.length - 1.0, start / self.final_div_factor)]


@dataclass(frozen=True)
class Cyclic(Schedule):
    """Up and down on straight lines between the floor and 1 (Smith 2017; torch.optim.lr_scheduler.CyclicLR).

    triangular   every peak is 1
    triangular2  the height above the floor is halved with each cycle
    exp_range    the height above the floor is γᵏ of itself

    PyTorch's base_lr is floor · η and its max_lr is η.
    """

    name = "cyclic"
    title = "Cyclic"
    formula = "η (floor + (1 − floor) · triangle(k))"
    summary = "Up and down for ever: the high parts leave narrow minima, the low parts settle in what is left."
    aliases: ClassVar[dict[str, str]] = {"step_size_up": "up", "step_size_down": "down"}

    floor: float = number(0.1, 0.0, 1.0, "The share of the learning rate at the lowest points.")
    up: int = number(20, 1, 1000, "Iterations of every rise.", scale="log", minimum=1)
    down: int = number(20, 1, 1000, "Iterations of every fall.", scale="log", minimum=1)
    mode: str = choice(("triangular", "triangular2", "exp_range"), "Whether the peaks stay, are halved or fade.")
    gamma: float = number(0.99, 0.5, 0.9999, "How fast peaks fade (exp_range only).", scale="one-minus")

    def factor(self, iteration: int, memory: Memory = ()) -> float:
        """Return the height of the triangle."""
        cycle, place = divmod(iteration, self.up + self.down)
        height = place / self.up if place <= self.up else (self.up + self.down - place) / self.down
        fading = {"triangular2": raised(0.5, cycle), "exp_range": raised(self.gamma, iteration)}
        return self.floor + (1.0 - self.floor) * height * fading.get(self.mode, 1.0)
