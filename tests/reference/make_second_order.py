"""Runs SciPy's and torch's kin of our rules and writes `second_order.npz`.

`python tests/reference/make_second_order.py` needs an environment of its own with SciPy 1.17.1, torch 2.13.0 and NumPy.
Where the rules are the same to the last coefficient whole paths are kept: the simplex of Nelder and Mead, the dogleg
(as long as Hessians are positive definite; elsewhere SciPy gives up) and L-BFGS without a line search.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from surfaces import CATALOGUE, SurfaceSpec, build_surface
from tests.reference.recorded import (
    ROWS,
    STARTS,
    STEPS,
    SURFACES,
    falling_rates,
    gradient_at,
    gradients,
    save,
    trusted,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from surfaces import Array

SIZE, MOVES = 0.5, 55
SIMPLICES = ("book", "rosenbrock", "beale", "himmelblau", "six-wells", "freudenstein-roth")
MANY, MANY_START = SurfaceSpec("rosenbrock", dim=5), (-1.2, 1.0, -1.2, 1.0, 0.5)
DOGLEGS = {
    "rosenbrock": (-1.2, 1.0),
    "booth": (-80.0, -60.0),
    "quartic-bowl": (4.0, 3.0),
    "soft-absolute": (3.0, -2.0),
    "matyas": (-8.0, 2.0),
}
TRIALS = 25
RATE, PAIRS = 0.5, 4


def _simplex(spec: SurfaceSpec, start: tuple[float, ...], adaptive: bool) -> Array:
    """Return the best vertex after 0 … MOVES moves."""
    first = np.vstack([start, np.array(start) + SIZE * np.eye(len(start))])
    options = {"initial_simplex": first, "return_all": True, "maxiter": MOVES + 1, "xatol": 0.0, "fatol": 0.0}
    return _vectors(spec, start, "Nelder-Mead", {**options, "adaptive": adaptive})


def _dogleg(spec: SurfaceSpec, start: tuple[float, ...]) -> Array:
    """Return the point after 0 … TRIALS trials."""
    options = {"initial_trust_radius": 1.0, "max_trust_radius": 10.0, "eta": 0.15, "gtol": 0.0}
    return _vectors(spec, start, "dogleg", {**options, "return_all": True, "maxiter": TRIALS})


def _vectors(spec: SurfaceSpec, start: tuple[float, ...], method: str, options: dict[str, Any]) -> Array:
    minimize, surface = import_module("scipy.optimize").minimize, build_surface(spec)
    derivatives = {"jac": surface.gradient, "hess": surface.hessian} if method == "dogleg" else {}
    found = minimize(lambda x: float(surface.value(x)), np.array(start), method=method, options=options, **derivatives)
    return np.array(found.allvecs)


def _lbfgs(start: Array, rates: list[float], gradient: Callable[[int, Array], Any]) -> Array:
    """Return torch's path, shape (STEPS + 1, 2): one gradient a step, as `line_search_fn` is None."""
    torch = import_module("torch")
    theta = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    options = {"max_iter": 1, "history_size": PAIRS, "tolerance_grad": 0.0, "tolerance_change": 0.0}
    optimizer = torch.optim.LBFGS([theta], lr=RATE, **options)

    def closure() -> Any:
        theta.grad = torch.tensor(gradient(len(path) - 1, theta.detach().numpy()), dtype=torch.float64)
        return torch.zeros(())

    path = [start]
    for rate in rates:
        optimizer.param_groups[0]["lr"] = rate
        optimizer.step(closure)
        path.append(theta.detach().numpy().copy())
    return np.array(path)


def _open(lane: int) -> Array:
    """Return torch's path on recorded gradients, whatever it does."""
    return _lbfgs(STARTS[lane], falling_rates(RATE), lambda k, _: gradients()[k, lane])


def _closed(name: str, start: Array) -> Array:
    """Return torch's path on one of the surfaces."""
    return _lbfgs(start, [RATE] * STEPS, lambda _, here: gradient_at(name, here))


if __name__ == "__main__":
    data = {f"nelder-mead {name}": _simplex(SurfaceSpec(name), CATALOGUE[name].start, False) for name in SIMPLICES}
    data |= {f"nelder-mead {many}": _simplex(MANY, MANY_START, many) for many in (False, True)}
    data |= {f"dogleg {name}": _dogleg(SurfaceSpec(name), start) for name, start in DOGLEGS.items()}
    data["lbfgs: open"] = np.stack([_open(lane)[list(ROWS)] for lane in range(len(SURFACES))], axis=1)
    save("second_order", {**data, "lbfgs: closed": trusted(_closed)})
