"""Over ridges, past low points, over flat ground and off the plot: paths drawn by hand and runs."""

from __future__ import annotations

import math

from surfaces import SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, along, descent, drawn, found, polygon, ran

BOWL = SurfaceSpec("bowl")
SADDLE = SurfaceSpec("saddle")
DIP = SurfaceSpec("dip")
WELLS = SurfaceSpec("double-well")
PLATEAU = SurfaceSpec("plateau")
SIX = SurfaceSpec("six-wells")
ROSENBROCK = SurfaceSpec("rosenbrock")
HIMMELBLAU = SurfaceSpec("himmelblau")
TYPED_WELLS = SurfaceSpec(formula="(x^2 - 1)^2 + 0.3*x + 0.5*y^2", bounds=(-2.0, 2.0, -2.0, 2.0))

OVER_RIDGES = (
    Labelled(
        "walks over a ridge",
        WELLS,
        lambda: drawn(WELLS, along((0.9, 0), (-0.9, 0), step=0.1)),
        "the ridge is at x = 0.075: row 8 is at 0.1, row 9 at 0; only three rows near the saddle are gentle",
        {"crossed ridge": (8, 10)},
    ),
    Labelled(
        "looks into another basin",
        WELLS,
        lambda: drawn(WELLS, [(0.9, 0.0)] * 5 + [(-0.9, 0.0)] * 3 + [(0.9, 0.0)] * 9),
        "three rows there and back",
    ),
    Labelled(
        "stays for just long enough",
        WELLS,
        lambda: drawn(WELLS, [(0.9, 0.0)] * 5 + [(-0.9, 0.0)] * 5),
        "five rows in the other basin",
        {"crossed ridge": (5, 5)},
    ),
    Labelled(
        "jumps between two wells",
        WELLS,
        lambda: drawn(WELLS, [(0.9, 0.0), (-0.9, 0.0)] * 40),
        "a two-cycle over the ridge: in neither basin for long, and the slope reverses each time",
        {"limit cycle": (0, 0), "oscillating": (0, 0)},
    ),
    Labelled(
        "balances along a ridge",
        WELLS,
        lambda: drawn(
            WELLS,
            [(0.9, 1.5)] * 3
            + [(0.0754 + 0.004 * math.cos(3.0 * k), 1.5 - 0.01 * k) for k in range(60)]
            + [(-0.9, 0.9)] * 9,
        ),
        "within 0.004 of the ridge, on either side by turns, for 60 rows; then down into the left well",
        {"crossed ridge": (3, 63)},
        open=frozenset({"overshoot", "oscillating"}),
    ),
    Labelled(
        "walks across the ridge far from the saddle",
        SADDLE,
        lambda: drawn(SADDLE, along((2, 0.8), (2, -0.8), step=0.1)),
        "y = 0 parts the basins, even at x = 2; row 8 is on it. It climbs 0.5 from where it began, having lost nothing",
        {"crossed ridge": (7, 10)},
    ),
    Labelled(
        "wanders within a basin",
        HIMMELBLAU,
        lambda: drawn(HIMMELBLAU, polygon(23, 1, 0.5, 120, (3.0, 2.0))),
        "a circle of 0.5 round (3, 2) with 23 corners stays in that basin; longer than any cycle that is looked for",
        open=frozenset({"limit cycle", "overshoot"}),
    ),
    Labelled(
        "momentum through the dip",
        DIP,
        lambda: ran(DIP, (-6.0, 2.0), "momentum", 1500, lr=0.05, momentum=0.9),
        "gradient flow from row 12 ends in the dip, from row 15 on in the bowl; then it swings past 0 by a tenth of "
        "the way, 1.8 % of the loss",
        {"crossed ridge": (12, 16), "overshoot": (18, 24), "converged": WHENEVER},
    ),
    Labelled(
        "a step as long as the map",
        SurfaceSpec("sharp-and-flat"),
        lambda: ran(SurfaceSpec("sharp-and-flat"), (-2.3, 0.3), "gradient-descent", 400, lr=1.0),
        "η = 1 is above 2/λ = 0.16 of the sharp well: the first step throws it into the flat one, which is less deep "
        "by 0.017, a fortieth of what it lost",
        {"crossed ridge": (1, 3), "converged": WHENEVER},
        open=frozenset({"trapped"}),
    ),
    Labelled(
        "momentum over Levy's ridges",
        SurfaceSpec("levy"),
        lambda: ran(SurfaceSpec("levy"), (-6.0, 6.0), "momentum", 1000, lr=0.02, momentum=0.9),
        "ends in (3.79, 1), far from the basin of (−6, 6); from row 3 one step leads on uphill, by 14 % of the loss",
        {"crossed ridge": (1, 20), "overshoot": (3, 3), "converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "crosses a ridge of a typed formula",
        TYPED_WELLS,
        lambda: drawn(TYPED_WELLS, along((0.9, 0), (-0.9, 0), step=0.1)),
        "as above, with points that a search has found",
        {"crossed ridge": (8, 10)},
        points=lambda: found(TYPED_WELLS),
    ),
)

WAYS = (
    Labelled(
        "off the plot and back",
        BOWL,
        lambda: drawn(BOWL, along((0, 0), (6, 0), (0, 0), step=0.5)),
        "rows 11 to 13 are beyond x = 5; it began at the minimum, so there is nothing to overshoot",
        {"left the plot": (11, 11)},
    ),
    Labelled(
        "to the edge and back",
        BOWL,
        lambda: drawn(BOWL, along((0, 0), (5, 0), (0, 0), step=0.5)),
        "x = 5 is on the plot",
    ),
    Labelled(
        "comes from outside",
        BOWL,
        lambda: drawn(BOWL, along((8, 0), (0.5, 0), step=0.5)),
        "one that has never been on the plot cannot leave it",
    ),
    Labelled(
        "comes from outside and leaves",
        BOWL,
        lambda: drawn(BOWL, along((8, 0), (3, 0), (3, 7), step=0.5)),
        "enters at row 6, is at (3, 0) at 10, beyond y = 5 from row 21 on; it climbs 49 of the 55 it had lost",
        {"left the plot": (21, 21)},
        open=frozenset({"overshoot"}),
    ),
    Labelled(
        "walks out of a space of four",
        SurfaceSpec("quadratic", dim=4),
        lambda: drawn(SurfaceSpec("quadratic", dim=4), along((0, 0, 0, 0), (0, 0, 12, 0), step=0.5)),
        "the third parameter is on the plot up to 10: row 21 is outside",
        {"left the plot": (21, 21)},
    ),
    Labelled(
        "slides off a plane",
        SurfaceSpec("plane"),
        lambda: ran(SurfaceSpec("plane"), (0.0, 0.0), "gradient-descent", 400, lr=0.11),
        "y = −1.1k: beyond −5 at 5, 3 D = 42.4 away at 39",
        {"left the plot": (5, 5), "diverged": (39, 39)},
    ),
    Labelled(
        "rolls through a valley and up",
        SADDLE,
        lambda: drawn(SADDLE, along((-2, -0.9), (2, -0.9), step=0.1)),
        "down to x = 0 at row 20 and up the other side to where it began",
        {"overshoot": (20, 20)},
    ),
    Labelled(
        "stops at the bottom of a valley",
        SADDLE,
        lambda: drawn(SADDLE, [*along((-2, -0.9), (0, -0.9), step=0.1), *[(0.0, -0.9)] * 20]),
        "it does not climb",
    ),
    Labelled(
        "one step too far",
        BOWL,
        lambda: drawn(BOWL, [(4 - 0.5 * k, 0.3) for k in range(8)] + [(-1.0, 0.3)] + [(0.0, 0.3)] * 20),
        "a single step past the bottom, 5 % up, and back",
        {"overshoot": (7, 7)},
    ),
    Labelled(
        "far out on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (4.5, 1.5), "gradient-descent", 2000, lr=0.1),
        "|g| = 0.0086 against H/R = 0.21, and 1.5e-4 of the loss in 20 steps; home at last",
        {"plateau": (0, 5), "converged": WHENEVER},
    ),
    Labelled(
        "farther out on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (5.0, 3.0), "gradient-descent", 2000, lr=0.1),
        "|g| = 6e-4: it does not get away in 2000 steps",
        {"plateau": (0, 5)},
    ),
    Labelled(
        "Adam leaves the plateau at once",
        PLATEAU,
        lambda: ran(PLATEAU, (4.5, 1.5), "adam", 600, lr=0.1),
        "0.14 a step whatever the slope; it passes the minimum and regains 4 % of the loss",
        {"overshoot": (38, 42), "converged": WHENEVER},
    ),
    Labelled(
        "a dead neuron",
        SurfaceSpec("relu-neuron"),
        lambda: ran(SurfaceSpec("relu-neuron"), (-1.0, -0.5), "gradient-descent", 200, lr=0.1),
        "the gradient is exactly 0 all around: it does not move",
        {"plateau": (0, 5)},
    ),
    Labelled(
        "between Michalewicz's trenches",
        SurfaceSpec("michalewicz"),
        lambda: ran(SurfaceSpec("michalewicz"), (1.0, 1.0), "gradient-descent", 300, lr=0.1),
        "|g| = 9e-4 against H/R = 1.35; 2e-4 of 1.8 lost in 300 steps",
        {"plateau": (0, 5)},
    ),
    Labelled(
        "long steps on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (-5.0, 1.0), "gradient-descent", 1500, lr=1.0),
        "|g| = 0.004 against 0.2 H/R = 0.039; the loss is at 0.99 after 86 steps",
        {"plateau": (0, 3), "converged": WHENEVER},
    ),
    Labelled(
        "momentum on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (4.0, 4.0), "momentum", 1500, lr=0.1, momentum=0.9),
        "|g| = 9e-4, little gained in 400 steps; then it rolls through the minimum and 0.15 of 1 up",
        {"plateau": (0, 3), "overshoot": WHENEVER, "converged": WHENEVER},
    ),
    Labelled(
        "AdaGrad on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (-3.0, -4.5), "adagrad", 400, lr=0.02),
        "|g| = 0.002; 0.03 of 1 gained in 400 steps",
        {"plateau": (0, 3)},
    ),
    Labelled(
        "short steps of Adam on a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (-5.5, 0.0), "adam", 300, lr=0.01),
        "less than 0.005 gained in 20 steps for the first 88",
        {"plateau": (0, 3)},
    ),
    Labelled(
        "near enough to the hole in a plateau",
        PLATEAU,
        lambda: ran(PLATEAU, (1.5, 1.0), "gradient-descent", 300, lr=0.1),
        "|g| = 0.4 from the start",
    ),
    Labelled(
        "momentum does not wake a dead neuron",
        SurfaceSpec("relu-neuron"),
        lambda: ran(SurfaceSpec("relu-neuron"), (-2.0, -1.0), "momentum", 200, lr=0.1, momentum=0.9),
        "the gradient is exactly 0 all around",
        {"plateau": (0, 3)},
    ),
    Labelled(
        "a saturated neuron",
        SurfaceSpec("logistic-regression-mse"),
        lambda: ran(SurfaceSpec("logistic-regression-mse"), (8.0, 8.0), "gradient-descent", 400, lr=0.5),
        "|g| = 7e-6 against 0.2 H/R = 0.009; the known points are half a diagonal away",
        {"plateau": (0, 3)},
    ),
    Labelled(
        "on top of a hill",
        SurfaceSpec("styblinski-tang"),
        lambda: ran(SurfaceSpec("styblinski-tang"), (0.157, 0.157), "gradient-descent", 300, lr=0.0001),
        "3e-5 D from the maximum it hardly moves: a critical point, no plateau",
    ),
    Labelled(
        "a minimum that is reached slowly",
        SIX,
        lambda: ran(SIX, (-0.5, 3.9), "gradient-descent", 400, lr=0.01),
        "from 224 on it gains nothing, 0.004 D from a minimum: no plateau",
    ),
    Labelled(
        "in one of Easom's dents",
        SurfaceSpec("easom"),
        lambda: ran(SurfaceSpec("easom"), (1.5, 1.5), "gradient-descent", 300, lr=0.1),
        "gradients of 3e-4 and nothing gained, but 0.02 D from a minimum",
    ),
    Labelled(
        "tiny steps on a slope",
        BOWL,
        lambda: drawn(BOWL, descent(1e-5, (2, 2), (-4, 3), 300)),
        "slow, but the ground is steep: that is the learning rate, no plateau",
    ),
    Labelled(
        "along the floor of a valley",
        ROSENBROCK,
        lambda: ran(ROSENBROCK, (-1.2, 1.0), "gradient-descent", 3000, lr=0.001),
        "slow on gentle ground, but f = 4 of 24 at the most is left: the valley, no plateau",
    ),
)
