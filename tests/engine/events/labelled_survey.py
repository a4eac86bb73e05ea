"""A survey: surface, start, rule and rate were drawn at random, 300 steps each, and labelled from a print of numbers.

The print was made by other code: rises of the loss with the angles of the steps in them, reversals of steps in tens of
them, stretches near critical points with |g|, rows off the plot, where gradient flow from some rows ends, how nearly
the last 60 rows repeat themselves. A kind is open where that did not decide. "Falls" means: the loss never rises by
half a percent of what was lost, hardly a step reverses, and nothing is near.
"""

from __future__ import annotations

from functools import partial

from surfaces import SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, Span, ran

STEPS = 300
FALLS = "falls"
ENDS: dict[str, Span] = {"converged": WHENEVER}
TRAPPED: dict[str, Span] = {"converged": WHENEVER, "trapped": WHENEVER}


def _row(
    surface: str,
    start: tuple[float, float],
    rule: str,
    rate: float,
    why: str,
    labels: dict[str, Span] | None = None,
    unclear: str = "",
) -> Labelled:
    spec, values = SurfaceSpec(surface), {"lr": rate}
    if rule in ("momentum", "nesterov"):
        values["momentum"] = 0.9
    course = partial(ran, spec, start, rule, STEPS, **values)  # type: ignore[arg-type]
    kinds = frozenset(unclear.split(", ")) if unclear else frozenset()
    return Labelled(f"{rule} {rate} on {surface} from {start}", spec, course, why, labels or {}, open=kinds)


def _passes(row: int) -> dict[str, Span]:
    return {"overshoot": (row, row)}


SURVEY = (
    _row("dip", (-4.01, -1.22), "adagrad", 0.27, "ends in the dip", TRAPPED),
    _row(
        "griewank",
        (-6.61, 6.3),
        "gd",
        2.8,
        "every step reverses, exact two-cycle at the end",
        {"oscillating": (0, 20), "limit cycle": WHENEVER},
        "overshoot, crossed ridge",
    ),
    _row("mccormick", (1.51, -1.52), "adam", 0.018, FALLS),
    _row(
        "beale",
        (2.63, 2.86),
        "adagrad",
        0.25,
        "from 0.15 D at row 23 straight at the saddle (0, 1), cosine 0.95",
        {"approaching saddle": (18, 26)},
    ),
    _row("six-wells", (-0.77, -2.66), "adagrad", 0.25, "ends at −0.94; the best is −2.15", TRAPPED),
    _row("rosenbrock", (-0.49, 1.1), "rmsprop", 0.028, FALLS),
    _row("rosenbrock", (1.09, 1.8), "adam", 0.011, "rises by 3 % in ten steps from row 19", _passes(19)),
    _row(
        "himmelblau",
        (-0.48, 4.51),
        "nesterov",
        0.00026,
        "nine gentle rows 0.055 D from the saddle (0.09, 2.88), then down; came at cosine 0.87, later rises by 0.7 %",
        {"at saddle": (7, 7), "escaped saddle": WHENEVER, **ENDS},
    ),
    _row(
        "dip",
        (-2.67, -1.81),
        "gd",
        0.8,
        "every step reverses after row 4, exact four-cycle",
        {"oscillating": (0, 12), "limit cycle": WHENEVER},
        "overshoot",
    ),
    _row("dip", (-4.54, 0.77), "adam", 0.027, "rises by 0.6 % at the most"),
    _row(
        "goldstein-price",
        (0.8, -0.22),
        "adagrad",
        0.11,
        "48 gentle rows 0.055 D from the saddle (1.2, −0.2), then down",
        {"at saddle": (0, 0), "escaped saddle": WHENEVER},
    ),
    _row("goldstein-price", (-1.37, 0.89), "rmsprop", 0.028, FALLS),
    _row(
        "logistic-regression",
        (-2.86, 2.29),
        "rmsprop",
        0.085,
        "5 of the first ten steps reverse, then all",
        {"oscillating": (0, 15)},
    ),
    _row(
        "bumps",
        (-0.85, 0.18),
        "adam",
        0.16,
        "rises by 23 % from row 5; only three rows near a saddle; ends at 0.12",
        {**_passes(5), **TRAPPED},
    ),
    _row(
        "beale",
        (-1.27, 2.06),
        "adam",
        0.025,
        "from 0.13 D straight at the saddle (0, 1), 14 gentle rows near it from 32 on, then at 1.5, it being at 14",
        {"approaching saddle": (0, 3), "at saddle": (32, 32), "escaped saddle": WHENEVER},
    ),
    _row("rosenbrock", (0.32, 2.57), "adam", 0.057, "rises by 6 % in seven steps from row 17", _passes(17)),
    _row("logistic-regression", (4.43, -1.3), "rmsprop", 0.085, "6 or 7 of ten steps reverse", ENDS, "oscillating"),
    _row("bending-ravine", (3.88, -2.25), "adagrad", 0.36, FALLS),
    _row(
        "logistic-regression",
        (4.49, -2.07),
        "momentum",
        1.6,
        "rises by 52 % from row 2, off the plot from 5 to 8",
        {"left the plot": (5, 5), **_passes(2)},
    ),
    _row("saddle", (-0.12, -0.78), "adagrad", 0.71, "every step reverses", {"oscillating": (0, 1), **ENDS}),
    _row("styblinski-tang", (1.5, -2.13), "adagrad", 0.28, "ends at −64; the best is −78", TRAPPED),
    _row("quartic-bowl", (-3.31, -0.44), "adam", 0.028, FALLS),
    _row(
        "goldstein-price",
        (1.46, 0.63),
        "momentum",
        1.1e-6,
        "56 gentle rows near the saddle (1.4, 0.6) from the start, then down; rises by 7 % from row 68",
        {"at saddle": (0, 0), "escaped saddle": WHENEVER, **_passes(68)},
    ),
    _row("rosenbrock", (1.12, -0.25), "nesterov", 0.00018, "rises by 5 % from row 4", _passes(4)),
    _row(
        "himmelblau",
        (-0.65, 1.15),
        "nesterov",
        0.00026,
        "nine gentle rows 0.08 D from the saddle (0.09, 2.88), then down; came at cosine 0.8; rises by 0.9 %",
        {"at saddle": (12, 12), "escaped saddle": WHENEVER, **ENDS},
    ),
    _row(
        "six-hump-camel",
        (-0.69, -0.64),
        "rmsprop",
        0.0023,
        "9 of ten steps from 250 on reverse, up to 0.002 D wide; from 150 on it was 6",
        {"oscillating": (150, 260)},
    ),
    _row(
        "logistic-regression",
        (2.98, -2.42),
        "momentum",
        4.0,
        "its second step leads 142 % up, off the plot at 3",
        {"left the plot": (3, 3), **_passes(1)},
        "oscillating",
    ),
    _row("branin", (-3.23, 11.82), "rmsprop", 0.11, "4 of the first ten steps reverse; ends in the best minimum", ENDS),
    _row("matyas", (5.31, -2.36), "adagrad", 0.57, FALLS),
    _row("himmelblau", (3.98, 4.27), "adam", 0.034, FALLS),
    _row(
        "logistic-regression",
        (-3.88, 4.8),
        "gd",
        18.0,
        "off the plot at the first step, and to and fro without order",
        {"left the plot": (1, 1)},
        "overshoot, oscillating",
    ),
    _row("three-hump-camel", (0.76, 1.35), "adam", 0.013, FALLS),
    _row("double-well", (0.49, 0.91), "adam", 0.057, "rises by 1 % at row 10 and 3 % at 20", {"overshoot": (10, 20)}),
    _row("monkey-saddle", (-3.38, -1.41), "nesterov", 0.0088, "rises by 16 % from row 2", {**_passes(2), **ENDS}),
    _row("styblinski-tang", (-0.26, -0.39), "momentum", 0.024, "rises by 58 % at row 4", _passes(4)),
    _row("matyas", (-4.84, -1.39), "gd", 0.8, FALLS),
    _row("six-wells", (2.35, -2.07), "nesterov", 0.068, "rises by 15 % from row 3", {**_passes(3), **ENDS}),
    _row(
        "beale",
        (-2.74, 0.46),
        "adam",
        0.025,
        "rises by 2 % from row 36; no nearer than 0.18 D to a saddle",
        _passes(36),
    ),
    _row(
        "dip",
        (-1.63, -1.12),
        "adagrad",
        1.4,
        "reverses, but nothing is to be seen of that after ten",
        ENDS,
        "oscillating",
    ),
    _row(
        "bumps",
        (-0.94, -2.97),
        "gd",
        0.44,
        "7 of the first ten steps reverse, then all; exact two-cycle at the end",
        {"oscillating": (0, 12), "limit cycle": WHENEVER},
    ),
    _row("book", (-1.89, -1.49), "adam", 0.22, "rises by 12 % from row 7", _passes(7)),
    _row("branin", (0.01, 5.74), "adagrad", 0.42, "begins beside a saddle, four rows near it", ENDS),
    _row("matyas", (-1.61, -0.94), "gd", 0.8, FALLS),
    _row(
        "griewank",
        (-6.3, 7.47),
        "nesterov",
        0.72,
        "rises by 16 % from row 2; ends at 0.03, having had 0.48 to lose",
        {**_passes(2), **TRAPPED},
    ),
    _row("book", (1.38, 0.61), "adam", 0.22, "rises by 17 % from row 3", {**_passes(3), **ENDS}),
    _row("plateau", (1.51, 2.86), "momentum", 3.2, "rises by 66 % from row 3", _passes(3), "oscillating"),
    _row(
        "six-hump-camel",
        (-1.32, 0.59),
        "momentum",
        0.0035,
        "begins 0.06 D from a saddle, on ground too steep to linger; rises by 10 % from row 14; ends at −0.22",
        {**_passes(14), **TRAPPED},
    ),
    _row(
        "dip",
        (-3.77, 1.04),
        "momentum",
        0.05,
        "rises by 16 % from row 6, on over the saddle, nowhere gentle; flow from row 10 on ends in the bowl",
        {**_passes(6), "crossed ridge": (6, 10), **ENDS},
    ),
    _row(
        "mccormick",
        (3.29, 2.04),
        "adagrad",
        0.89,
        "every step reverses; ends at 1.2, the best is −1.9",
        {"oscillating": (0, 2), **TRAPPED},
    ),
    _row(
        "book",
        (1.03, -0.08),
        "rmsprop",
        0.011,
        "from 180 on 8 of ten steps and then all reverse, 3e-4 D wide",
        {"oscillating": (178, 192), **ENDS},
    ),
    _row("styblinski-tang", (1.69, 0.69), "momentum", 0.0032, "rises by 12 % from row 13; not gentle", _passes(13)),
    _row("bending-ravine", (2.82, 3.18), "momentum", 0.0026, "rises by 2 % from row 11", _passes(11)),
    _row(
        "himmelblau",
        (2.07, 4.28),
        "nesterov",
        0.0026,
        "at row 6 it has fallen to the saddle (3.39, 0.07), rises by 4 % there, stays 11 rows; flow changes by 13",
        {"at saddle": (6, 6), **_passes(6), "crossed ridge": (8, 13), "escaped saddle": WHENEVER, **ENDS},
    ),
    _row("bending-ravine", (-3.66, -0.92), "momentum", 0.026, "rises by 69 % from row 2", _passes(2)),
    _row("himmelblau", (3.62, 3.96), "rmsprop", 0.0085, FALLS),
    _row("saddle", (0.32, -0.08), "adagrad", 0.14, "begins near the saddle, four rows there", ENDS),
    _row("matyas", (1.23, 5.95), "adam", 0.057, FALLS),
    _row("book", (-1.4, -0.57), "adagrad", 2.2, "every step reverses", {"oscillating": (0, 2), **ENDS}),
    _row(
        "sharp-and-flat",
        (-1.46, 2.7),
        "nesterov",
        4.4,
        "its second step leads 150 % up; off the plot at 11",
        {"left the plot": (11, 11), **_passes(1)},
        "crossed ridge, oscillating",
    ),
    _row(
        "griewank",
        (1.74, -2.75),
        "adagrad",
        2.8,
        "every step reverses; ends at 0.007",
        {"oscillating": (0, 3), **ENDS},
        "trapped, overshoot",
    ),
    _row("bending-ravine", (0.73, 1.53), "nesterov", 0.0026, "rises by 8 % from row 9", _passes(9)),
    _row("rosenbrock", (0.9, 0.66), "momentum", 4.6e-5, "rises by 17 % from row 9", _passes(9)),
    _row("tanh-network", (2.96, 2.32), "gd", 0.27, FALLS),
    _row("beale", (-0.79, -1.3), "momentum", 0.00013, "0.13 D from a saddle at first, moving away"),
    _row(
        "bending-ravine",
        (-4.37, -1.53),
        "momentum",
        0.078,
        "its second step leads 93 % up; off the plot at 7",
        {"left the plot": (7, 7), **_passes(1)},
    ),
    _row("beale", (3.28, -0.52), "adagrad", 1.3, FALLS),
    _row(
        "griewank",
        (-4.05, 3.7),
        "adagrad",
        2.8,
        "flow changes with the first step; off the plot at 4; all reverses",
        {"left the plot": (4, 4), "oscillating": (0, 12), "crossed ridge": (1, 1), **TRAPPED},
        "overshoot",
    ),
    _row("saddle", (1.59, -1.08), "adam", 0.071, "rises by 1.1 % from row 27", _passes(27)),
    _row("bumps", (-3.05, 0.55), "adam", 0.16, "rises by 22 % from row 3; ends at 0.48", {**_passes(3), **TRAPPED}),
    _row("bending-ravine", (-1.12, 2.83), "momentum", 0.01, "rises by 42 % from row 4", _passes(4)),
    _row("bending-ravine", (4.88, 2.96), "gd", 0.01, FALLS),
    _row(
        "six-wells",
        (-0.52, 0.95),
        "nesterov",
        0.27,
        "rises by 20 % at row 2; ends at −0.80",
        {**_passes(2), **TRAPPED},
    ),
    _row("book", (3.66, 2.73), "nesterov", 0.25, "its second step leads 15 % up", {**_passes(1), **ENDS}),
    _row(
        "three-hump-camel",
        (1.14, 0.3),
        "nesterov",
        0.051,
        "two rows straight at a saddle, past it on steep ground; rises by 4 % from row 12",
        {**_passes(12), **ENDS},
    ),
    _row("griewank", (-1.78, 1.86), "momentum", 2.2, "rises by 73 % from row 3", _passes(3)),
)
