"""Runs torch's rules on what `recorded.py` recorded and writes `torch.npz`: `python tests/reference/make_torch.py`.

It needs an environment of its own with torch 2.13.0, qhoptim 1.1.0 (the code of the QHM paper's authors, for torch) and
NumPy. The tests need only the table: our optimizer beside the one that it is to equal.
"""

from __future__ import annotations

import sys
import warnings
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.optimizers.adadelta import AdaDelta
from engine.optimizers.adagrad import AdaGrad
from engine.optimizers.adam import Adam
from engine.optimizers.adamax import AdaMax
from engine.optimizers.adamw import AdamW
from engine.optimizers.amsgrad import AMSGrad
from engine.optimizers.gradient_descent import GradientDescent
from engine.optimizers.momentum import Momentum
from engine.optimizers.nadam import NAdam
from engine.optimizers.nesterov import Nesterov
from engine.optimizers.qhadam import QHAdam
from engine.optimizers.qhm import QHM
from engine.optimizers.radam import RAdam
from engine.optimizers.rmsprop import RMSProp
from engine.optimizers.rprop import Rprop
from tests.reference.recorded import ROWS, STARTS, STEPS, falling_rates, gradient_at, gradients, save, trusted

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Optimizer
    from surfaces import Array


@dataclass(frozen=True)
class Case:
    """One of our optimizers, and the name and options of torch's (or qhoptim's); the learning rate is the same."""

    optimizer: Optimizer
    name: str
    options: dict[str, Any]


def case(optimizer: Optimizer, name: str, **options: Any) -> Case:
    """Return a row of the table."""
    return Case(optimizer, name, options)


CASES = {
    "gradient-descent": case(GradientDescent(0.001), "SGD"),
    "momentum": case(Momentum(0.0005), "SGD", momentum=0.9),
    "momentum, dampened": case(Momentum(0.005, 0.8, dampening=0.7), "SGD", momentum=0.8, dampening=0.7),
    "momentum, decay": case(Momentum(0.0005, weight_decay=0.1), "SGD", momentum=0.9, weight_decay=0.1),
    "momentum, decay and no memory": case(Momentum(0.001, 0.0, weight_decay=0.1), "SGD", weight_decay=0.1),
    "momentum, looking ahead": case(Momentum(0.0005, nesterov=True), "SGD", momentum=0.9, nesterov=True),
    "nesterov": case(Nesterov(0.0005), "SGD", momentum=0.9, nesterov=True),
    "nesterov, decay": case(
        Nesterov(0.0005, 0.95, weight_decay=0.1), "SGD", momentum=0.95, nesterov=True, weight_decay=0.1
    ),
    "adagrad": case(AdaGrad(0.3), "Adagrad"),
    "adagrad, all options": case(
        AdaGrad(0.5, 1e-3, 0.1, lr_decay=0.05, weight_decay=0.1),
        "Adagrad",
        eps=1e-3,
        initial_accumulator_value=0.1,
        lr_decay=0.05,
        weight_decay=0.1,
    ),
    "rmsprop": case(RMSProp(0.02), "RMSprop"),
    "rmsprop, decay": case(
        RMSProp(0.02, 0.9, 1e-4, weight_decay=0.1), "RMSprop", alpha=0.9, eps=1e-4, weight_decay=0.1
    ),
    "rmsprop, momentum": case(RMSProp(0.005, momentum=0.9), "RMSprop", momentum=0.9),
    "rmsprop, centred": case(RMSProp(0.005, 0.95, 1e-3, centered=True), "RMSprop", alpha=0.95, eps=1e-3, centered=True),
    "rmsprop, all options": case(
        RMSProp(0.002, 0.95, 1e-2, centered=True, momentum=0.8, weight_decay=0.1),
        "RMSprop",
        alpha=0.95,
        eps=1e-2,
        centered=True,
        momentum=0.8,
        weight_decay=0.1,
    ),
    "adadelta": case(AdaDelta(), "Adadelta"),
    "adadelta, all options": case(
        AdaDelta(0.5, 0.95, 1e-3, weight_decay=0.1), "Adadelta", rho=0.95, eps=1e-3, weight_decay=0.1
    ),
    "adam": case(Adam(0.05), "Adam"),
    "adam, all options": case(
        Adam(0.1, 0.8, 0.95, 1e-4, weight_decay=0.1), "Adam", betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1
    ),
    "adamw": case(AdamW(0.05), "AdamW"),
    "adamw, all options": case(
        AdamW(0.1, 0.8, 0.95, 1e-4, weight_decay=0.2, amsgrad=True),
        "AdamW",
        betas=(0.8, 0.95),
        eps=1e-4,
        weight_decay=0.2,
        amsgrad=True,
    ),
    "amsgrad": case(AMSGrad(0.05), "Adam", amsgrad=True),
    "amsgrad, all options": case(
        AMSGrad(0.1, 0.8, 0.95, 1e-4, weight_decay=0.1),
        "Adam",
        amsgrad=True,
        betas=(0.8, 0.95),
        eps=1e-4,
        weight_decay=0.1,
    ),
    "adamax": case(AdaMax(0.05), "Adamax"),
    "adamax, all options": case(
        AdaMax(0.1, 0.8, 0.95, 1e-2, weight_decay=0.1), "Adamax", betas=(0.8, 0.95), eps=1e-2, weight_decay=0.1
    ),
    "nadam": case(NAdam(0.05), "NAdam"),
    "nadam, decay": case(
        NAdam(0.05, 0.8, 0.95, 1e-4, 0.1, weight_decay=0.1),
        "NAdam",
        betas=(0.8, 0.95),
        eps=1e-4,
        momentum_decay=0.1,
        weight_decay=0.1,
    ),
    "nadam, decoupled decay": case(
        NAdam(0.05, weight_decay=0.1, decoupled_weight_decay=True),
        "NAdam",
        weight_decay=0.1,
        decoupled_weight_decay=True,
    ),
    "radam": case(RAdam(0.0005), "RAdam"),
    "radam, decay": case(
        RAdam(0.0005, 0.8, 0.95, 1e-4, weight_decay=0.1), "RAdam", betas=(0.8, 0.95), eps=1e-4, weight_decay=0.1
    ),
    "radam, decoupled decay": case(
        RAdam(0.0005, beta2=0.7, weight_decay=0.1, decoupled_weight_decay=True),
        "RAdam",
        betas=(0.9, 0.7),
        weight_decay=0.1,
        decoupled_weight_decay=True,
    ),
    "rprop": case(Rprop(0.05), "Rprop"),
    "rprop, all options": case(Rprop(0.02, 0.7, 1.5, 1e-3, 0.2), "Rprop", etas=(0.7, 1.5), step_sizes=(1e-3, 0.2)),
    "qhm": case(QHM(0.001), "QHM", momentum=0.999, nu=0.7),
    "qhm, decay": case(
        QHM(0.001, 0.9, 0.4, weight_decay=0.1), "QHM", momentum=0.9, nu=0.4, weight_decay=0.1, weight_decay_type="grad"
    ),
    "qhadam": case(QHAdam(0.02), "QHAdam", betas=(0.995, 0.999), nus=(0.7, 1.0)),
    "qhadam, decay": case(
        QHAdam(0.02, 0.9, 0.99, 1e-4, 0.5, 0.8, weight_decay=0.1),
        "QHAdam",
        betas=(0.9, 0.99),
        eps=1e-4,
        nus=(0.5, 0.8),
        weight_decay=0.1,
    ),
    "qhadam, decoupled decay": case(
        QHAdam(0.02, 0.9, 0.99, weight_decay=0.1, decoupled_weight_decay=True),
        "QHAdam",
        betas=(0.9, 0.99),
        nus=(0.7, 1.0),
        weight_decay=0.1,
        decouple_weight_decay=True,
    ),
}
"""By name: our optimizer and torch's. `maximize` is left out: who wants to climb turns the surface round."""


def path(row: Case, start: Array, rates: list[float], slope: Callable[[int, Array], Any]) -> Array:
    """Return torch's params after 0 … STEPS steps; slopes are asked for at (iteration, params)."""
    import torch

    torch.set_default_dtype(torch.float64)  # or NAdam's product of momenta would have 24 bits
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    kind = getattr(torch.optim, row.name, None) or getattr(import_module("qhoptim.pyt"), row.name)
    optimizer = kind([params], lr=rates[0], **row.options)
    along = [start]
    for iteration, rate in enumerate(rates):
        optimizer.param_groups[0]["lr"] = rate
        params.grad = torch.tensor(slope(iteration, along[-1]), dtype=torch.float64)
        optimizer.step()
        along.append(params.detach().numpy().copy())
    return np.array(along)


def open_path(row: Case) -> Array:
    """Return torch's params at `ROWS` for recorded gradients, shape (rows, surfaces, 2)."""
    slopes = gradients()
    return path(row, STARTS, falling_rates(row.optimizer.learning_rate), lambda k, _: slopes[k])[list(ROWS)]


def closed_path(row: Case) -> Array:
    """Return torch's params at `ROWS` where it sees the gradient where it stands, NaN where rounding is amplified."""
    rates = [row.optimizer.learning_rate] * STEPS
    return trusted(lambda name, start: path(row, start, rates, lambda _, here: gradient_at(name, here)))


def main() -> None:
    """Write `torch.npz`."""
    warnings.filterwarnings("ignore", "This overload of add_ is deprecated")  # qhoptim was written for torch 1
    data: dict[str, Array] = {}
    for name, row in CASES.items():
        data[f"{name}: open"], data[f"{name}: closed"] = open_path(row), closed_path(row)
        kept = np.isfinite(data[f"{name}: closed"]).all(axis=-1).sum(axis=0)
        sys.stdout.write(f"{name}: rows compared in a closed loop {kept.tolist()} of {len(ROWS)}\n")
    save("torch", data)


if __name__ == "__main__":
    main()
