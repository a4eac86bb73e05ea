"""Cycles and noise."""

from __future__ import annotations

import math

import numpy as np

from surfaces import SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, along, bag, drawn, noisy_descent, polygon, ran

BOWL = SurfaceSpec("bowl")
BOOK = SurfaceSpec("book")

REPEATING = (
    Labelled(
        "a cycle of five",
        BOWL,
        lambda: drawn(BOWL, polygon(5, 1, 1.0, 120)),
        "the corners of a pentagon round the minimum; of five slopes along a direction two or three reverse",
        {"limit cycle": (0, 0)},
    ),
    Labelled(
        "a cycle of fifteen",
        BOWL,
        lambda: drawn(BOWL, polygon(15, 1, 1.0, 120)),
        "fifteen corners",
        {"limit cycle": (0, 0)},
    ),
    Labelled(
        "a cycle of forty",
        BOWL,
        lambda: drawn(BOWL, polygon(40, 1, 1.0, 240)),
        "forty corners, six times",
        {"limit cycle": (0, 0)},
    ),
    Labelled(
        "a star of a hundred and one",
        BOWL,
        lambda: drawn(BOWL, polygon(101, 7, 1.0, 500)),
        "seven turns until it comes back to where it was",
        {"limit cycle": (0, 0)},
    ),
    Labelled(
        "a slow spiral",
        BOWL,
        lambda: drawn(BOWL, polygon(50, 1, 1.0, 400) * 0.9998 ** np.arange(400)[:, None]),
        "after fifty steps 1 % nearer",
    ),
    Labelled(
        "slowly round a circle without repeating",
        BOWL,
        lambda: drawn(BOWL, [(math.cos(0.1 * k), math.sin(0.1 * k)) for k in range(500)]),
        "63 steps are one turn and 0.017",
    ),
    Labelled(
        "a cycle that is entered",
        BOWL,
        lambda: drawn(BOWL, [*along((-4.0, 3.0), (1.0, 0.0), step=0.1), *polygon(3, 1, 1.0, 90)[1:]]),
        "58 steps in a line to a corner of a triangle, which is then gone round; the line is nearest to the minimum at "
        "50 and regains 3 %",
        {"limit cycle": (57, 60), "overshoot": (49, 51)},
    ),
    Labelled(
        "round a circle without repeating",
        BOWL,
        lambda: drawn(BOWL, [(math.cos(1.0 * k), math.sin(1.0 * k)) for k in range(200)]),
        "one radian a step: 44 steps are seven turns and 0.018, and less than that is no return",
    ),
    Labelled(
        "a spiral",
        BOWL,
        lambda: drawn(BOWL, polygon(6, 1, 1.0, 120) * 0.99 ** np.arange(120)[:, None]),
        "the same six directions, each time 6 % nearer",
    ),
    Labelled(
        "at rest",
        BOWL,
        lambda: drawn(BOWL, [(1.0, 1.0)] * 100),
        "it repeats itself, but it does not move; nor is the ground level",
    ),
    Labelled(
        "RMSProp never settles",
        BOOK,
        lambda: ran(BOOK, (-7.0, 2.0), "rmsprop", 400, lr=0.3, rho=0.9),
        "its steps do not shrink with the slope: it ends at ±0.15 = η/2 on both axes, for ever",
        {"oscillating": (40, 80), "limit cycle": (60, 300)},
    ),
    Labelled(
        "a fixed step on a kink",
        SurfaceSpec("absolute-value"),
        lambda: ran(SurfaceSpec("absolute-value"), (-3.3, 2.1), "gradient-descent", 200, lr=0.13),
        "y reaches the kink after 2.1/0.39 = 5.4 steps and x after 3.3/0.13 = 25.4, then both jump across it for ever; "
        "the sixth step leads on from 0.15 to −0.24, 0.14 of 6.5 up again",
        {"overshoot": (5, 5), "oscillating": (3, 12), "limit cycle": (24, 28)},
    ),
    Labelled(
        "a hundred and fifty steps of noise",
        BOWL,
        lambda: drawn(BOWL, noisy_descent(0.25, (2, 2), 2.0, (0, 0), 150)),
        "factor 0.5: each step forgets half of the one before; it gets nowhere",
        {"noise ball": (0, 50)},
        random=True,
    ),
    Labelled(
        "two hundred steps of noise on a way",
        BOWL,
        lambda: drawn(BOWL, noisy_descent(0.01, (2, 2), 2.0, (-4, 3), 200)),
        "factor 0.98: 200 steps lead from 5 away to 0.1",
        random=True,
        open=frozenset({"overshoot"}),
    ),
    Labelled(
        "stochastic descent in the book's valley",
        bag("book", 1.0),
        lambda: ran(bag("book", 1.0), (-7.0, 2.0), "gradient-descent", 2000, batch=1, lr=0.1),
        "net movement is 11 % of the path in the first 400 steps, 5 % from 250 to 650 and about 1.5 % later",
        {"noise ball": (100, 600)},
        random=True,
    ),
    Labelled(
        "its first 400 steps",
        bag("book", 1.0),
        lambda: ran(bag("book", 1.0), (-7.0, 2.0), "gradient-descent", 400, batch=1, lr=0.1),
        "net movement is 11 % of the path: it travels",
        random=True,
    ),
    Labelled(
        "stochastic descent between two wells",
        bag("double-well", 8.0),
        lambda: ran(bag("double-well", 8.0), (1.6, 1.0), "gradient-descent", 3000, batch=4, lr=0.05),
        "gradient flow from every 75th row ends in the one or the other well by turns; it gets nowhere",
        {"crossed ridge": (5, 400), "noise ball": WHENEVER},
        random=True,
        open=frozenset({"at saddle", "escaped saddle", "approaching saddle", "overshoot", "left the plot"}),
    ),
    Labelled(
        "stochastic descent in one well",
        bag("double-well", 8.0),
        lambda: ran(bag("double-well", 8.0), (1.6, 1.0), "gradient-descent", 3000, batch=64, lr=0.02),
        "noise of 1 and η = 0.02: 0.04 about the shallow minimum, gradient flow ends there from every row",
        {"noise ball": (0, 400)},
        random=True,
    ),
    Labelled(
        "stochastic momentum in a well",
        bag("six-wells", 1.0),
        lambda: ran(bag("six-wells", 1.0), (-3.0, 2.5), "momentum", 2000, batch=4, lr=0.02, momentum=0.9),
        "0.1 about (−1.9, 1.4) from row 250 on, gradient flow ends there from every row",
        {"noise ball": (0, 400)},
        random=True,
        open=frozenset({"overshoot"}),
    ),
    Labelled(
        "one sample at a time into the global well",
        SurfaceSpec("sine-neuron"),
        lambda: ran(SurfaceSpec("sine-neuron"), (0.0, -0.6), "gradient-descent", 4000, batch=1, lr=0.4),
        "gradient flow ends in the second minimum from the start and in the first from row 100 on; 0.06 about it",
        {"crossed ridge": (1, 100), "noise ball": WHENEVER},
        random=True,
        open=frozenset({"at saddle", "escaped saddle", "approaching saddle", "overshoot"}),
    ),
    Labelled(
        "stochastic regression",
        SurfaceSpec("linear-regression"),
        lambda: ran(SurfaceSpec("linear-regression"), (-3.0, 3.0), "gradient-descent", 1500, batch=1, lr=0.05),
        "0.06 about the least squares after some hundred steps",
        {"noise ball": WHENEVER},
        random=True,
    ),
    Labelled(
        "Adam in a noisy bowl",
        bag("bowl", 2.0),
        lambda: ran(bag("bowl", 2.0), (-4.0, 3.0), "adam", 2000, batch=1, lr=0.05),
        "net movement is 68 % of the path in the first 400 steps, 3 % in those before 900; 0.15 about the minimum",
        {"noise ball": (100, 900)},
        random=True,
        open=frozenset({"overshoot"}),
    ),
    Labelled(
        "samples down a plane",
        bag("plane", 2.0),
        lambda: ran(bag("plane", 2.0), (0.0, 0.0), "gradient-descent", 600, batch=1, lr=0.001),
        "98 % of the path is net movement; y = −0.01k is off the plot after about 500",
        {"left the plot": (480, 510)},
        random=True,
    ),
)
