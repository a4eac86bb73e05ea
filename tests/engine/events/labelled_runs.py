"""Runs over the catalogue."""

from __future__ import annotations

from surfaces import SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, found, ran

BOWL = SurfaceSpec("bowl")
BOOK = SurfaceSpec("book")
DIP = SurfaceSpec("dip")
WELLS = SurfaceSpec("double-well")
SIX = SurfaceSpec("six-wells")
ROSENBROCK = SurfaceSpec("rosenbrock")
HIMMELBLAU = SurfaceSpec("himmelblau")
TYPED_WELLS = SurfaceSpec(formula="(x^2 - 1)^2 + 0.3*x + 0.5*y^2", bounds=(-2.0, 2.0, -2.0, 2.0))
ROOT = SurfaceSpec(formula="sqrt(x) + y^2", bounds=(0.0, 4.0, -2.0, 2.0))
LOGARITHM = SurfaceSpec(formula="x - log(x) + y^2", bounds=(0.1, 12.0, -3.0, 3.0))

RUNS = (
    Labelled(
        "descent in the book's valley",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "gradient-descent", 2000, lr=0.1),
        "factors 0.99 and 0.8",
        {"converged": WHENEVER},
    ),
    Labelled(
        "the book's zigzag",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "gradient-descent", 400, lr=0.95),
        "factor −0.9 in y",
        {"oscillating": (0, 0), "converged": WHENEVER},
    ),
    Labelled(
        "the book's valley, too fast",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "gradient-descent", 300, lr=1.05),
        "factor −1.1 in y: 2·1.1^k is beyond 5 at 10 and beyond 3 D = 67 at 37",
        {"oscillating": (0, 0), "left the plot": (10, 10), "diverged": (37, 37)},
    ),
    Labelled(
        "momentum in the book's valley",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "momentum", 600, lr=0.1, momentum=0.9),
        "the loss rises by 35 % of what it lost from row 3 on; a swing takes 14 steps, that is no zigzag",
        {"overshoot": (3, 3), "converged": WHENEVER},
    ),
    Labelled(
        "AdaGrad in the book's valley",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "adagrad", 600, lr=1.5),
        "the loss never rises",
        {"converged": WHENEVER},
    ),
    Labelled(
        "zigzag into Rosenbrock's valley",
        ROSENBROCK,
        lambda: ran(ROSENBROCK, (-1.2, 1.0), "gradient-descent", 400, lr=0.0019),
        "all of the first 20 slopes reverse, later ones do not",
        {"oscillating": (0, 2)},
    ),
    Labelled(
        "Rosenbrock with less",
        ROSENBROCK,
        lambda: ran(ROSENBROCK, (-1.2, 1.0), "gradient-descent", 300, lr=0.0005),
        "1 − ηλ = 0.5 at the steepest",
    ),
    Labelled(
        "Newton on Booth",
        SurfaceSpec("booth"),
        lambda: ran(SurfaceSpec("booth"), (-8.0, -6.0), "newton", 200),
        "a quadratic: one step, then at rest",
        {"converged": (20, 40)},
    ),
    Labelled(
        "trapped in the dip",
        DIP,
        lambda: ran(DIP, (-6.0, 2.0), "gradient-descent", 1500, lr=0.05),
        "ends at (−2.84, 0), 0.25 above the bowl",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped in the shallow well",
        WELLS,
        lambda: ran(WELLS, (1.6, 1.0), "gradient-descent", 800, lr=0.05),
        "ends at 0.29, the other well is at −0.31",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped among bumps",
        SurfaceSpec("bumps"),
        lambda: ran(SurfaceSpec("bumps"), (-5.6, 2.0), "gradient-descent", 800, lr=0.05),
        "begins above the saddle (−5.62, 0) and goes straight at it for ten steps, 2.0 to 1.3 away, before it is drawn "
        "aside; ends at (−4.6, 0), 1.09",
        {"approaching saddle": (0, 2), "converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped by the camel",
        SurfaceSpec("three-hump-camel"),
        lambda: ran(SurfaceSpec("three-hump-camel"), (-1.95, 1.6), "gradient-descent", 1500, lr=0.02),
        "ends at 0.30 instead of 0",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped in four dimensions",
        SurfaceSpec("styblinski-tang", dim=4),
        lambda: ran(SurfaceSpec("styblinski-tang", dim=4), (0.3, 0.4, 0.3, 0.4), "gradient-descent", 500, lr=0.01),
        "all four coordinates in the shallow well",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped among six wells",
        SIX,
        lambda: ran(SIX, (-3.0, 2.5), "gradient-descent", 800, lr=0.1),
        "ends at −0.70, the lowest is at −2.15",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped where few minima are declared",
        SurfaceSpec("rastrigin"),
        lambda: ran(SurfaceSpec("rastrigin"), (2.3, -1.7), "gradient-descent", 500, lr=0.002),
        "ends at (2, −2), 7.96, a minimum that is not declared",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "trapped in Freudenstein and Roth's local minimum",
        SurfaceSpec("freudenstein-roth"),
        lambda: ran(SurfaceSpec("freudenstein-roth"), (0.5, -2.0), "adam", 4000, lr=0.1),
        "49 instead of 0, though losses of 12,000 are usual on the map; rises by 12 % of the loss at row 6",
        {"converged": WHENEVER, "trapped": WHENEVER, "overshoot": (6, 6)},
    ),
    Labelled(
        "trapped on a typed formula",
        TYPED_WELLS,
        lambda: ran(TYPED_WELLS, (1.6, 1.0), "gradient-descent", 800, lr=0.05),
        "the shallow well again, with points that a search has found",
        {"converged": WHENEVER, "trapped": WHENEVER},
        points=lambda: found(TYPED_WELLS),
    ),
    Labelled(
        "a typed formula of which nothing is known",
        TYPED_WELLS,
        lambda: ran(TYPED_WELLS, (1.6, 1.0), "gradient-descent", 800, lr=0.05),
        "nobody has declared or sought a minimum, but the map shows a lower one, −0.31 instead of 0.29",
        {"converged": WHENEVER, "trapped": WHENEVER},
    ),
    Labelled(
        "one of four equal minima",
        HIMMELBLAU,
        lambda: ran(HIMMELBLAU, (0.0, 0.0), "gradient-descent", 600, lr=0.01),
        "all of Himmelblau's minima are at 0",
        {"converged": WHENEVER},
    ),
    Labelled(
        "one of three equal minima",
        SurfaceSpec("branin"),
        lambda: ran(SurfaceSpec("branin"), (2.0, 12.0), "gradient-descent", 2000, lr=0.01),
        "all of Branin's minima are equal; the saddle is passed at 0.13 D",
        {"converged": WHENEVER},
    ),
    Labelled(
        "the deep well at once",
        WELLS,
        lambda: ran(WELLS, (-1.6, 1.0), "gradient-descent", 800, lr=0.05),
        "starts on its slope",
        {"converged": WHENEVER},
    ),
    Labelled(
        "a ball still rolling",
        BOWL,
        lambda: ran(BOWL, (-4.0, 3.0), "momentum", 40, lr=0.05, momentum=0.9),
        "40 steps: 0.949^40 = 0.12 of the swing is left; past the minimum at row 5",
        {"overshoot": (4, 6)},
    ),
    Labelled(
        "a quartic bowl with momentum",
        SurfaceSpec("quartic-bowl"),
        lambda: ran(SurfaceSpec("quartic-bowl"), (4.0, 3.0), "momentum", 500, lr=0.01, momentum=0.9),
        "regains 19 % from row 5 on, and is still 0.002 away after 500",
        {"overshoot": (5, 5)},
    ),
    Labelled(
        "a quartic bowl at once too steep",
        SurfaceSpec("quartic-bowl"),
        lambda: ran(SurfaceSpec("quartic-bowl"), (4.0, 3.0), "gradient-descent", 60, lr=0.5),
        "the first step leads to (−28, −11), the second to 11,000",
        {"left the plot": (1, 1), "diverged": (2, 2)},
    ),
    Labelled(
        "Newton where it overshoots ever more",
        SurfaceSpec("soft-absolute"),
        lambda: ran(SurfaceSpec("soft-absolute"), (1.1, 0.5), "newton", 60),
        "x → −x³: 1.1, −1.33, 2.36, −13, 2253",
        {"left the plot": (3, 3), "diverged": (4, 4)},
    ),
    Labelled(
        "a power of twenty",
        SurfaceSpec(formula="x^20 + y^2", bounds=(-4.0, 4.0, -4.0, 4.0)),
        lambda: ran(
            SurfaceSpec(formula="x^20 + y^2", bounds=(-4.0, 4.0, -4.0, 4.0)), (3.0, 0.0), "gradient-descent", 9, lr=1.0
        ),
        "the first step is 2e10 long",
        {"left the plot": (1, 1), "diverged": (1, 1)},
    ),
    Labelled(
        "Newton on a plane",
        SurfaceSpec("plane"),
        lambda: ran(SurfaceSpec("plane"), (0.0, 0.0), "newton", 60),
        "no curvature, no step",
        {"non-finite": (0, 0)},
    ),
    Labelled(
        "out of the domain of a logarithm",
        LOGARITHM,
        lambda: ran(LOGARITHM, (5.0, 0.0), "gradient-descent", 60, lr=10.0),
        "the first step leads to x = −3",
        {"non-finite": (0, 0)},
    ),
    Labelled(
        "out of the domain later",
        LOGARITHM,
        lambda: ran(LOGARITHM, (4.0, 0.0), "gradient-descent", 60, lr=5.0),
        "x → x − 5 + 5/x: 4, 0.25, 15.25 (off the plot), 10.6, 6.05, 1.88, and −0.46 would follow",
        {"left the plot": (2, 2), "non-finite": (5, 5)},
    ),
    Labelled(
        "out of the domain after three steps",
        LOGARITHM,
        lambda: ran(LOGARITHM, (0.3, 0.0), "gradient-descent", 60, lr=5.0),
        "x → x − 5 + 5/x: 0.3, 11.97 (the plot ends at 12), 7.39, 3.06, and −0.3 would follow",
        {"non-finite": (3, 3)},
    ),
    Labelled(
        "out of the domain of a root",
        ROOT,
        lambda: ran(ROOT, (0.01, 0.0), "gradient-descent", 60, lr=0.1),
        "the slope is 5: the first step leads to x = −0.49",
        {"non-finite": (0, 0)},
    ),
)
