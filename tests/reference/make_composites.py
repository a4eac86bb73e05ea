"""Runs what torch and Optax have of our composites, `python tests/reference/make_composites.py`: `composites.npz`.

It needs an environment of its own with torch 2.13.0, optax 0.2.8 and NumPy. The tests need only the table: our
composite beside the path of the other library.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.optimizers import make_optimizer
from tests.reference.recorded import ROWS, STARTS, STEPS, SURFACES, gradient_at, gradients, save, trusted

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.optimizer import Optimizer
    from surfaces import Array

    Gradient = Callable[[int, Array], Array]
    """The gradient of an iteration's step at params."""
    Path_ = Callable[[Gradient, Array], Array]
    """The library's params after 0 … STEPS steps from a start."""


@dataclass(frozen=True)
class Case:
    """One of our composites, and how the other library walks the same way."""

    optimizer: Optimizer
    path: Path_


def torch_path(gradient: Gradient, start: Array, make: Any, change: Any = None) -> Array:
    """Return torch's path: `make(torch, params)` gives the optimizer, `change(torch, params)` changes the gradient."""
    import torch

    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer, path = make(torch, params), [start]
    for iteration in range(STEPS):
        params.grad = torch.tensor(gradient(iteration, params.detach().numpy().copy()), dtype=torch.float64)
        if change:
            change(torch, params)
        optimizer.step()
        path.append(params.detach().numpy().copy())
    return np.array(path)


def averaged_path(gradient: Gradient, start: Array, every: int, first: int, average: Any = None) -> Array:
    """Return the average of torch.optim.swa_utils on SGD with momentum; the iterate where there is none yet."""
    import torch
    from torch.optim import swa_utils

    model = torch.nn.Linear(2, 1, bias=False, dtype=torch.float64)
    model.weight.data[:] = torch.tensor(start, dtype=torch.float64)
    averaged = swa_utils.AveragedModel(model, multi_avg_fn=average(swa_utils) if average else None)
    optimizer, path = torch.optim.SGD(model.parameters(), lr=0.002, momentum=0.5), [start]
    for iteration in range(STEPS):
        place = model.weight.detach().numpy().copy()[0]
        model.weight.grad = torch.tensor(gradient(iteration, place), dtype=torch.float64)[None]
        optimizer.step()
        if iteration + 1 >= first and (iteration + 1 - first) % every == 0:
            averaged.update_parameters(model)
        shown = averaged.module if iteration + 1 >= first else model
        path.append(shown.weight.detach().numpy().copy()[0])
    return np.array(path)


def asgd_path(gradient: Gradient, start: Array, t0: int) -> Array:
    """Return the average of torch.optim.ASGD without its decays."""
    import torch

    torch.set_default_dtype(torch.float64)  # the precision of its learning rate
    params = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer, path = torch.optim.ASGD([params], lr=0.002, lambd=0.0, t0=t0), [start]
    for iteration in range(STEPS):
        params.grad = torch.tensor(gradient(iteration, params.detach().numpy().copy()), dtype=torch.float64)
        optimizer.step()
        path.append(optimizer.state[params]["ax"].numpy().copy())
    return np.array(path)


def grouped_path(gradient: Gradient, start: Array) -> Array:
    """Return the path of SGD on x and Adam on y."""
    import torch

    x, y = (torch.tensor(start[i : i + 1], dtype=torch.float64, requires_grad=True) for i in (0, 1))
    optimizers = torch.optim.SGD([x], lr=0.001, momentum=0.9), torch.optim.Adam([y], lr=0.03)
    path = [start]
    for iteration in range(STEPS):
        slope = gradient(iteration, path[-1])
        x.grad, y.grad = (torch.tensor(slope[i : i + 1], dtype=torch.float64) for i in (0, 1))
        for optimizer in optimizers:
            optimizer.step()
        path.append(np.concatenate([x.detach().numpy(), y.detach().numpy()]))
    return np.array(path)


def lookahead_path(gradient: Gradient, start: Array, make: Any, k: int, alpha: float, reset: bool) -> Array:
    """Return the fast weights of Optax's look-ahead."""
    import jax
    import optax

    jax.config.update("jax_enable_x64", True)
    rule = optax.lookahead(make(optax), sync_period=k, slow_step_size=alpha, reset_state=reset)
    params = optax.LookaheadParams.init_synced(np.asarray(start))
    state, path = rule.init(params), [start]
    for iteration in range(STEPS):
        updates, state = rule.update(gradient(iteration, np.asarray(params.fast)), state, params)
        params = optax.apply_updates(params, updates)
        path.append(np.asarray(params.fast))
    return np.array(path)


def _sgd(torch: Any, params: Any, **values: Any) -> Any:
    return torch.optim.SGD([params], **{"lr": 0.002, "momentum": 0.9, **values})


def _adam(torch: Any, params: Any, decay: float) -> Any:
    return torch.optim.Adam([params], lr=0.03, weight_decay=decay)


def _adamw(torch: Any, params: Any, decay: float) -> Any:
    return torch.optim.AdamW([params], lr=0.03, weight_decay=decay)


def _clip_norm(torch: Any, params: Any) -> None:
    torch.nn.utils.clip_grad_norm_([params], 2.0)


def _clip_value(torch: Any, params: Any) -> None:
    torch.nn.utils.clip_grad_value_([params], 0.5)


def _fading(swa_utils: Any) -> Any:
    return swa_utils.get_ema_multi_avg_fn(0.9)


_MOMENTUM = {"inner": "momentum", "inner.lr": 0.002}
_ADAM = {"inner": "adam", "inner.lr": 0.03}
_MEAN = {"records": "average", **_MOMENTUM, "inner.momentum": 0.5}
_LOOK = {"k": 5, "alpha": 0.5}

CASES = {
    "clipped by norm": Case(
        make_optimizer("clipped", {"by": "norm", "limit": 2.0, **_MOMENTUM}),
        partial(torch_path, make=_sgd, change=_clip_norm),
    ),
    "clipped by value": Case(
        make_optimizer("clipped", {"by": "value", "limit": 0.5, **_MOMENTUM}),
        partial(torch_path, make=_sgd, change=_clip_value),
    ),
    "l2, sgd": Case(
        make_optimizer("regularized", {"penalty": "l2", "strength": 0.3, **_MOMENTUM}),
        partial(torch_path, make=partial(_sgd, weight_decay=0.3)),
    ),
    "l2, adam": Case(
        make_optimizer("regularized", {"penalty": "l2", "strength": 0.3, **_ADAM}),
        partial(torch_path, make=partial(_adam, decay=0.3)),
    ),
    "decoupled, adam": Case(
        make_optimizer("regularized", {"penalty": "decoupled", "strength": 0.3, **_ADAM}),
        partial(torch_path, make=partial(_adamw, decay=0.3)),
    ),
    "polyak": Case(
        make_optimizer("averaged", {**_MEAN, "start": 20}),
        partial(averaged_path, every=1, first=20),
    ),
    "swa": Case(
        make_optimizer("averaged", {**_MEAN, "average": "swa", "start": 10, "every": 5}),
        partial(averaged_path, every=5, first=10),
    ),
    "ema": Case(
        make_optimizer("averaged", {**_MEAN, "average": "ema", "start": 1, "decay": 0.9}),
        partial(averaged_path, every=1, first=1, average=_fading),
    ),
    "asgd": Case(
        make_optimizer("averaged", {"records": "average", "start": 32, "inner": "gd", "inner.lr": 0.002}),
        partial(asgd_path, t0=30),
    ),
    "groups": Case(
        make_optimizer("per-parameter", {"x": "momentum", "x.lr": 0.001, "others": "adam", "others.lr": 0.03}),
        grouped_path,
    ),
    "lookahead, adam": Case(
        make_optimizer("lookahead", {**_LOOK, **_ADAM}),
        partial(lookahead_path, make=lambda optax: optax.adam(0.03), k=5, alpha=0.5, reset=False),
    ),
    "lookahead, adam anew": Case(
        make_optimizer("lookahead", {**_LOOK, **_ADAM, "reset_state": True}),
        partial(lookahead_path, make=lambda optax: optax.adam(0.03), k=5, alpha=0.5, reset=True),
    ),
    "lookahead, momentum": Case(
        make_optimizer("lookahead", {"k": 7, "alpha": 0.8, **_MOMENTUM}),
        partial(lookahead_path, make=lambda optax: optax.sgd(0.002, 0.9), k=7, alpha=0.8, reset=False),
    ),
}


def _open(case: Case) -> Array:
    recorded = gradients()
    paths = [
        case.path(lambda iteration, _, lane=lane: recorded[iteration, lane], start)  # type: ignore[misc]
        for lane, start in enumerate(STARTS)
    ]
    return np.stack(paths, axis=1)[list(ROWS)]


def _closed(case: Case, name: str, start: Array) -> Array:
    return case.path(lambda _, params: np.array(gradient_at(name, params)), start)


def main() -> None:
    """Walk all ways and write them down."""
    assert len(SURFACES) == len(STARTS)
    found = {f"{name}: open": _open(case) for name, case in CASES.items()}
    found |= {f"{name}: closed": trusted(partial(_closed, case)) for name, case in CASES.items()}
    save("composites", found)


if __name__ == "__main__":
    main()
