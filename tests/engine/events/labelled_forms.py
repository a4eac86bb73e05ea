"""Closed forms: gradient descent and the heavy ball on quadratics, solved, and noise about a minimum.

For gradient descent a coordinate is multiplied by 1 − ηλ each step: between 0 and 1 it glides, between −1 and 0 it
jumps to and fro, at −1 for ever, beyond it diverges. D is the diagonal of the surface's bounds.
"""

from __future__ import annotations

import math

import numpy as np

from engine.history import RunStatus
from surfaces import Array, SurfaceSpec
from tests.engine.events.trajectories import Labelled, descent, drawn, heavy_ball, noisy_descent

BOWL = SurfaceSpec("bowl")
BOOK = SurfaceSpec("book")
VALLEY = SurfaceSpec("quadratic")
TURNED = SurfaceSpec("rotated-quadratic")
DIVERGED = RunStatus.DIVERGED


def turned(path: Array) -> Array:
    """Turn a path along the axes by 45°."""
    return path @ (np.array([[1.0, 1.0], [-1.0, 1.0]]) / math.sqrt(2.0))


CLOSED_FORMS = (
    Labelled(
        "glides down a valley",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.01, (1, 50), (-8, 2), 300)),
        "factors 0.99 and 0.5: nothing ever reverses, and 0.99^300 is still far from rest",
    ),
    Labelled(
        "zigzags down a valley",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.039, (1, 50), (-8, 2), 200)),
        "factor −0.95 in y from the first step, 3.9 wide against 0.3 along x",
        {"oscillating": (0, 0)},
    ),
    Labelled(
        "zigzags longer",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.0395, (1, 50), (-8, 2), 200)),
        "factor −0.975 in y",
        {"oscillating": (0, 0)},
    ),
    Labelled(
        "zigzag too narrow to be seen",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.039, (1, 50), (-8, 1e-4), 200)),
        "factor −0.95 in y, but 2e-4 wide on a plot of 22",
    ),
    Labelled(
        "settles into a two-cycle",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.04, (1, 50), (-8, 2), 400)),
        "factor −1 in y and 0.96 in x: what x moves in two steps is 1e-4 of the jump after 197 steps",
        {"oscillating": (0, 0), "limit cycle": (100, 300)},
    ),
    Labelled(
        "two-cycle from the start",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.04, (1, 50), (0, 2), 200)),
        "factor −1 in y, x at rest",
        {"oscillating": (0, 0), "limit cycle": (0, 0)},
    ),
    Labelled(
        "two-cycle too small to be seen",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.04, (1, 50), (0, 2e-6), 200)),
        "a two-cycle 4e-6 wide on a plot of 22",
    ),
    Labelled(
        "decaying two-cycle",
        BOWL,
        lambda: drawn(BOWL, descent(0.995, (2, 2), (-4, 3), 300)),
        "factor −0.99 straight through the minimum: to and fro, but 2 % less each two steps",
        {"oscillating": (0, 0)},
    ),
    Labelled(
        "diverges slowly across a valley",
        VALLEY,
        lambda: drawn(VALLEY, descent(0.0405, (1, 50), (-8, 2), 143), DIVERGED),
        "factor −1.025 in y: 2·1.025^k is above 5, the plot's edge, from k = 38 on, and 67 = 3 D at 142",
        {"oscillating": (0, 0), "left the plot": (38, 38), "diverged": (143, 143)},
    ),
    Labelled(
        "zigzags across a turned valley",
        TURNED,
        lambda: drawn(TURNED, turned(descent(0.195, (0.1, 10), (-8, 2), 200))),
        "factor −0.95 along (−1, 1)/√2",
        {"oscillating": (0, 0)},
    ),
    Labelled(
        "glides down a turned valley",
        TURNED,
        lambda: drawn(TURNED, turned(descent(0.09, (0.1, 10), (-8, 2), 200))),
        "factors 0.99 and 0.1",
    ),
    Labelled(
        "glides into a bowl",
        BOWL,
        lambda: drawn(BOWL, descent(0.2, (2, 2), (-4, 3), 100)),
        "factor 0.6",
    ),
    Labelled(
        "ball swings through a bowl",
        BOWL,
        lambda: drawn(BOWL, heavy_ball(0.05, 0.9, (2, 2), (-4, 3), 200)),
        "cos ω = 1.8/(2√0.9): a quarter turn is 4.9 steps, at the next the ball is past the minimum, 0.6 as far",
        {"overshoot": (4, 6)},
    ),
    Labelled(
        "ball that does not swing",
        BOWL,
        lambda: drawn(BOWL, heavy_ball(0.05, 0.25, (2, 2), (-4, 3), 200)),
        "(1 + β − ηλ)² = 1.3225 > 4β = 1: two real roots, it creeps in without passing",
    ),
    Labelled(
        "ball at its limit of stability",
        VALLEY,
        lambda: drawn(VALLEY, heavy_ball(0.076, 0.9, (1, 50), (-8, 2), 300)),
        "η = 2(1 + β)/λ: y = 38(−1)^k − 36(−0.9)^k grows from 2 to a two-cycle at ±38, at −5.6 after one step; what x, "
        "about 8·0.949^k, moves in two steps is 1e-4 of that after some 130",
        {"left the plot": (1, 1), "oscillating": (0, 10), "limit cycle": (110, 150)},
    ),
    Labelled(
        "ball swings across a valley",
        VALLEY,
        lambda: drawn(VALLEY, heavy_ball(0.004, 0.9, (1, 50), (-8, 2), 300)),
        "in y cos ω = 1.7/(2√0.9): a quarter turn is 3.4 steps, then it climbs the other wall",
        {"overshoot": (2, 5)},
    ),
    Labelled(
        "noise about a minimum",
        BOWL,
        lambda: drawn(BOWL, noisy_descent(0.1, (2, 2), 2.0, (-4, 3), 2000)),
        "factor 0.8: home after 20 steps, then a stationary process of standard deviation 0.33",
        {"noise ball": (0, 200)},
        random=True,
    ),
    Labelled(
        "noise that still travels",
        BOOK,
        lambda: drawn(BOOK, noisy_descent(0.02, (0.1, 2), 1.0, (-7, 2), 450)),
        "factor 0.998 in x: from −7 to −2.8 in 450 steps, a fifth of the length of the path",
        random=True,
    ),
    Labelled(
        "noise too small to be seen",
        BOWL,
        lambda: drawn(BOWL, noisy_descent(0.1, (2, 2), 1e-3, (0, 0), 2000)),
        "standard deviation 1.7e-4 on a plot of 14",
        random=True,
    ),
    Labelled(
        "strong noise in a valley",
        VALLEY,
        lambda: drawn(VALLEY, noisy_descent(0.01, (1, 50), 8.0, (0, 0), 3000)),
        "factors 0.99 and 0.5: standard deviations 0.57 and 0.09, nowhere to go",
        {"noise ball": (0, 400)},
        random=True,
    ),
)
