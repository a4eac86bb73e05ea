"""Remarks: what a person should know about a step from here, worked out where the playhead stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.optimizer import Optimizer
    from surfaces import Surface


def hessian_remark(optimizer: Optimizer, surface: Surface, point: tuple[float, ...]) -> str:
    """Return a sentence where a pure Newton step does not lead downhill, or an empty text.

    It goes to the critical point of the local model: that is no minimum unless all eigenvalues of the Hessian are
    positive. Rules that turn the step downhill (damped, with a line search, saddle-free, …) need no such remark.
    """
    if optimizer.name != "newton":  # asked by name: the first window does not import it
        return ""
    hessian = surface.hessian(np.array(point))
    if not np.isfinite(hessian).all():
        return "The Hessian is not finite here."
    curvatures = np.linalg.eigvalsh(hessian)
    low, high = float(curvatures[0]), float(curvatures[-1])
    smallest, largest = sorted((abs(low), abs(high)))
    if smallest <= 1e-12 * largest:
        return "The Hessian is singular here: Newton's step does not exist or is huge."
    shown = f"λ {low:.3g}, {high:.3g}".replace("-", "−")
    if low < 0.0 < high:
        return f"The Hessian is indefinite here ({shown}): the step aims at a saddle."
    if high < 0.0:
        return f"The Hessian is negative definite here ({shown}): the step aims at a maximum."
    return ""
