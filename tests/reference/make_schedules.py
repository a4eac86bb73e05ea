"""Runs torch's learning rate schedulers and writes `schedules.npz`: `python tests/reference/make_schedules.py`.

It needs an environment of its own with torch 2.13.0 and NumPy. The tests need only the table: our schedule beside the
scheduler that it is to equal, over 300 iterations.
"""

from __future__ import annotations

import math
import sys
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.schedules import make_schedule

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.schedules import Schedule
    from surfaces import Array

ITERATIONS = 300
RATE = 0.7


@dataclass(frozen=True)
class Case:
    """One of our schedules, and torch's scheduler: `make(torch.optim.lr_scheduler, optimizer)`."""

    schedule: Schedule
    make: Callable[[Any, Any], Any]


def ours(name: str, **values: Any) -> Schedule:
    """Return a schedule; the underscores in `then_length` stand for a dot."""
    return make_schedule(name, {key.replace("then_", "then."): value for key, value in values.items()})


def bumpy_losses() -> list[float]:
    """Return losses that fall, lie flat, rise and fall again: what a plateau is recognised by."""
    falling = [5.0 * 0.97**k for k in range(ITERATIONS)]
    return [max(loss, 2.0 if k < 120 else 0.5) + 0.3 * math.sin(k) ** 2 * (k % 3) for k, loss in enumerate(falling)]


def _warm(schedulers: Any, optimizer: Any, first: Any, then: Any, length: int) -> Any:
    return schedulers.SequentialLR(optimizer, [first, then], milestones=[length])


def _swa(optimizer: Any, length: int, shape: str) -> Any:
    from torch.optim import swa_utils

    return swa_utils.SWALR(optimizer, 0.3 * RATE, length, shape)


CASES = {
    "constant": Case(ours("constant"), lambda s, o: s.LambdaLR(o, lambda k: 1.0)),
    "step": Case(ours("step", every=30, gamma=0.5), lambda s, o: s.StepLR(o, 30, 0.5)),
    "multi-step": Case(
        ours("multi-step", first=40, second=150, third=150, gamma=0.3),
        lambda s, o: s.MultiStepLR(o, [40, 150, 150], 0.3),
    ),
    "linear": Case(ours("linear", start=1.0, end=0.25, length=90), lambda s, o: s.LinearLR(o, 1.0, 0.25, 90)),
    "exponential": Case(ours("exponential", gamma=0.98), lambda s, o: s.ExponentialLR(o, 0.98)),
    "polynomial": Case(ours("polynomial", length=200, power=2.5), lambda s, o: s.PolynomialLR(o, 200, 2.5)),
    "polynomial, straight": Case(ours("polynomial", length=120), lambda s, o: s.PolynomialLR(o, 120)),
    "inverse square root": Case(
        ours("inverse-square-root", tau=9.0), lambda s, o: s.LambdaLR(o, lambda k: (1 + k / 9) ** -0.5)
    ),
    "inverse time": Case(
        ours("inverse-time", tau=9.0), lambda s, o: s.MultiplicativeLR(o, lambda k: (8 + k) / (9 + k))
    ),
    "cosine": Case(
        ours("cosine", T_max=70, floor=0.2, after="swing"), lambda s, o: s.CosineAnnealingLR(o, 70, 0.2 * RATE)
    ),
    "cosine to the end": Case(ours("cosine", length=ITERATIONS), lambda s, o: s.CosineAnnealingLR(o, ITERATIONS)),
    "swa, cosine": Case(ours("cosine", length=60, floor=0.3), lambda s, o: _swa(o, 60, "cos")),
    "swa, line": Case(ours("linear", length=60, end=0.3), lambda s, o: _swa(o, 60, "linear")),
    "cosine restarts": Case(
        ours("cosine-restarts", T_0=60, floor=0.1), lambda s, o: s.CosineAnnealingWarmRestarts(o, 60, 1, 0.1 * RATE)
    ),
    "cosine restarts, longer": Case(
        ours("cosine-restarts", T_0=20, T_mult=3), lambda s, o: s.CosineAnnealingWarmRestarts(o, 20, 3)
    ),
    "one cycle": Case(ours("one-cycle", total_steps=ITERATIONS), lambda s, o: s.OneCycleLR(o, RATE, ITERATIONS)),
    "one cycle, straight": Case(
        ours("one-cycle", length=ITERATIONS, pct_start=0.45, shape="linear", div_factor=10.0, final_div_factor=50.0),
        lambda s, o: s.OneCycleLR(o, RATE, ITERATIONS, None, None, 0.45, "linear", True, 0.85, 0.95, 10.0, 50.0),
    ),
    "one cycle, three phases": Case(
        ours("one-cycle", length=ITERATIONS, three_phase=True),
        lambda s, o: s.OneCycleLR(o, RATE, ITERATIONS, three_phase=True),
    ),
    "cyclic": Case(
        ours("cyclic", floor=0.1, step_size_up=30, step_size_down=50),
        lambda s, o: s.CyclicLR(o, 0.1 * RATE, RATE, 30, 50),
    ),
    "cyclic, halved": Case(
        ours("cyclic", floor=0.1, up=17, down=17, mode="triangular2"),
        lambda s, o: s.CyclicLR(o, 0.1 * RATE, RATE, 17, mode="triangular2"),
    ),
    "cyclic, fading": Case(
        ours("cyclic", floor=0.1, up=17, down=11, mode="exp_range", gamma=0.99),
        lambda s, o: s.CyclicLR(o, 0.1 * RATE, RATE, 17, 11, mode="exp_range", gamma=0.99),
    ),
    "plateau": Case(
        ours("plateau", factor=0.5, patience=6, threshold=0.01, cooldown=4, floor=0.01),
        lambda s, o: s.ReduceLROnPlateau(o, "min", 0.5, 6, 0.01, "rel", 4, 0.01 * RATE),
    ),
    "plateau, absolute": Case(
        ours("plateau", patience=15, threshold=0.05, threshold_mode="abs"),
        lambda s, o: s.ReduceLROnPlateau(o, "min", 0.1, 15, 0.05, "abs", eps=0.0),
    ),
    "warm-up by a line": Case(
        ours("warm-up", length=40, shape="linear", start=0.2), lambda s, o: s.LinearLR(o, 0.2, 1.0, 40)
    ),
    "warm-up by a constant": Case(
        ours("warm-up", length=40, shape="constant", start=0.2), lambda s, o: s.ConstantLR(o, 0.2, 40)
    ),
    "warm-up, then cosine": Case(
        ours("warm-up", length=50, then="cosine", then_length=250),
        lambda s, o: _warm(s, o, s.LinearLR(o, 1 / 50, 1.0, 49), s.CosineAnnealingLR(o, 250), 50),
    ),
    "warm-up by a line, then drops": Case(
        ours("warm-up", length=20, shape="linear", start=0.1, then="step", then_every=40),
        lambda s, o: _warm(s, o, s.LinearLR(o, 0.1, 1.0, 20), s.StepLR(o, 40), 20),
    ),
    "exponential warm-up, then exponential": Case(
        ours("exponential-warm-up", tau=12.0, then="exponential", then_gamma=0.99),
        lambda s, o: s.ChainedScheduler(
            [
                s.ExponentialLR(o, 0.99),
                s.MultiplicativeLR(o, lambda k: math.expm1(-(k + 1) / 12) / math.expm1(-k / 12)),
            ]
        ),
    ),
}


def _rates(name: str, case: Case) -> Array:
    """Return the learning rate of each iteration as torch has it; a plateau's after it saw the iteration's loss."""
    import torch

    first = -math.expm1(-1 / 12) if name.startswith("exponential warm-up") else 1.0
    params = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=RATE * first, momentum=0.9)
    scheduler = case.make(torch.optim.lr_scheduler, optimizer)
    looks, found = isinstance(scheduler, torch.optim.lr_scheduler.ReduceLROnPlateau), []
    for loss in bumpy_losses():
        if looks:
            scheduler.step(loss)
        found.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        if not looks and len(found) < ITERATIONS:
            scheduler.step()
    return np.array(found)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # SequentialLR steps with an epoch, which torch itself deprecates
    rates = {name: _rates(name, case) for name, case in CASES.items()}
    np.savez_compressed(Path(__file__).resolve().parent / "schedules.npz", **rates)  # type: ignore[arg-type]
