"""Typed formulas, n parameters, sculpted ground: nobody has declared a minimum or a saddle, the run finds them itself.

What is said of critical points is theory or a print of numbers made by other code, before any of it was shown to the
detector. D, G and H are those of `engine.events`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from surfaces import BagSpec, Feature, SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, Span, ran

ENDS: dict[str, Span] = {"converged": WHENEVER}
TRAPPED: dict[str, Span] = {"converged": WHENEVER, "trapped": WHENEVER}


def typed(formula: str, side: float, low: float | None = None) -> SurfaceSpec:
    """Return a formula over a square, around the origin if its lowest coordinate is not said."""
    edges = (-side, side) if low is None else (low, side)
    return SurfaceSpec(formula=formula, bounds=edges * 2)


PASS = typed("x^2 - y^2", 3.0)
MONKEY = typed("x^3 - 3*x*y^2", 2.0)
TILTED = typed("(x^2 - 1)^2 - 0.4*x + y^2", 2.0)
COSINES = typed("cos(x)*cos(y)", 5.0, -1.0)
WAVES = typed("cos(x) + cos(y)", 7.0, -1.0)
HILLS = typed("cos(x)*cos(y) + 0.02*(x^2 + y^2)", 8.0)
LAYERS = typed("(x*y - 1)^2/2", 3.0)
HAT = typed("(x^2 + y^2 - 1)^2 + 0.2*x", 2.0)
EGGS = typed("x^2 + y^2 + 3*(2 - cos(2*pi*x) - cos(2*pi*y))", 4.0)
BELL = typed("1 - exp(-(x^2 + y^2))", 5.0)
SHELF = typed("tanh(x) + 0.05*y^2 + 0.001*x^2", 6.0)
FOUR = typed("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", 6.0)
QUARTIC = typed("x^4 + y^4 - 4*x*y", 2.0)
CREASE = typed("abs(x) + y^2", 3.0)
TANG = SurfaceSpec("styblinski-tang", dim=3)
DUG = SurfaceSpec(
    formula="0.05*(x^2 + y^2)",
    bounds=(-4.0, 4.0, -4.0, 4.0),
    features=(Feature("well", 2.0, 0.0, 1.0, 0.6, 0.6), Feature("well", -2.0, 0.0, 2.0, 0.6, 0.6)),
)
NOISY = replace(TILTED, bag=BagSpec(256, 1.0, 0))


def _row(
    name: str,
    spec: SurfaceSpec,
    start: tuple[float, ...],
    rule: str,
    steps: int,
    why: str,
    labels: dict[str, Span] | None = None,
    unclear: str = "",
    **values: float,
) -> Labelled:
    course = partial(ran, spec, start, rule, steps, **values)  # type: ignore[arg-type]
    kinds = frozenset(unclear.split(", ")) if unclear else frozenset()
    return Labelled(name, spec, course, why, labels or {}, random="batch" in values, open=kinds)


TYPED = (
    _row(
        "a typed pass, nudged",
        PASS,
        (1.5, 0.001),
        "gradient-descent",
        120,
        "x = 1.5·0.9^k, y = 0.001·1.1^k: within 0.16 D from 1, 0.08 D at 8, where |g| is below 0.3 G; y is beyond "
        "0.08 D at 69, 3 at 85, 3 D at 107; nothing ends it below",
        {
            "approaching saddle": (0, 0),
            "at saddle": (8, 8),
            "escaped saddle": (69, 69),
            "left the plot": (85, 85),
            "diverged": (107, 107),
        },
        lr=0.05,
    ),
    _row(
        "a typed pass, on its stable axis",
        PASS,
        (1.5, 0.0),
        "gradient-descent",
        300,
        "y = 0 for ever",
        {"approaching saddle": (0, 0), "at saddle": (8, 8)},
        lr=0.05,
    ),
    _row(
        "a typed monkey saddle",
        MONKEY,
        (1.5, 0.0),
        "gradient-descent",
        800,
        "x → x − 0.06 x²: straight at it, within 0.16 D from 7 and 0.08 D from 25 on; there is no Hessian at all",
        {"approaching saddle": (6, 6), "at saddle": (25, 25)},
        lr=0.02,
    ),
    _row(
        "a typed tilted well, the higher one",
        TILTED,
        (-1.7, 1.0),
        "gradient-descent",
        800,
        "ends at 0.39; the map shows the other one, −0.41",
        TRAPPED,
        lr=0.05,
    ),
    _row(
        "momentum from one typed well into the other",
        TILTED,
        (-1.7, 1.0),
        "momentum",
        800,
        "rises by 3.5 % from row 3; flow from row 5 ends left, from 10 on right; one gentle row at the saddle",
        {"overshoot": (3, 3), "crossed ridge": (5, 10), **ENDS},
        lr=0.02,
        momentum=0.9,
    ),
    _row(
        "Newton onto the saddle between typed wells",
        TILTED,
        (-0.3, 0.8),
        "newton",
        60,
        "five ever shorter steps from 0.15 D straight onto it",
        {"at saddle": (1, 1)},
        "approaching saddle",
    ),
    _row(
        "down the diagonal between two typed wells",
        COSINES,
        (0.5, 0.5),
        "gradient-descent",
        400,
        "x = y stays so; from the top (0, 0), which is nearer up to row 6, to the saddle (π/2, π/2), gentle from 25 on",
        {"approaching saddle": (6, 8), "at saddle": (25, 25)},
        lr=0.1,
    ),
    _row(
        "beside the diagonal between two typed wells",
        COSINES,
        (0.5, 0.501),
        "gradient-descent",
        600,
        "the same until the difference has grown; both wells are −1 deep",
        {"approaching saddle": (6, 8), "at saddle": (25, 25), "escaped saddle": (73, 73), **ENDS},
        lr=0.1,
    ),
    _row(
        "Newton onto a typed top", WAVES, (0.3, -0.2), "newton", 60, "cos x + cos y is 2 at (0, 0), and there it stays"
    ),
    _row(
        "Newton onto a typed saddle",
        WAVES,
        (0.3, 2.9),
        "newton",
        60,
        "begins 0.03 D from (0, π) on ground too steep to linger, one step leads there",
        {"at saddle": (1, 1)},
    ),
    _row(
        "descent from beside a typed saddle",
        WAVES,
        (0.3, 2.9),
        "gradient-descent",
        200,
        "|g| is 0.4 G at first and grows: it does not linger",
        ENDS,
        lr=0.1,
    ),
    _row(
        "among typed hills",
        HILLS,
        (5.2, 5.9),
        "gradient-descent",
        800,
        "ends at −0.05; the lowest on the map is −0.81",
        TRAPPED,
        lr=0.2,
    ),
    _row(
        "two typed layers",
        LAYERS,
        (-1.5, 1.501),
        "gradient-descent",
        600,
        "the saddle (0, 0), then the valley xy = 1, all of which is as deep",
        {"approaching saddle": (1, 1), "at saddle": (6, 6), "escaped saddle": (68, 68), **ENDS},
        lr=0.1,
    ),
    _row(
        "a typed hat, from its brim",
        HAT,
        (1.5, 0.0),
        "gradient-descent",
        800,
        "from 0.09 D straight at the saddle of the groove, for ever",
        {"approaching saddle": (0, 0), "at saddle": (1, 1)},
        lr=0.05,
    ),
    _row(
        "a typed hat, round its groove",
        HAT,
        (1.5, 0.001),
        "gradient-descent",
        3000,
        "the same, then round the groove to its lowest place",
        {"approaching saddle": (0, 0), "at saddle": (1, 1), "escaped saddle": (680, 680), **ENDS},
        lr=0.05,
    ),
    _row(
        "a typed box of eggs",
        EGGS,
        (2.3, -1.7),
        "gradient-descent",
        500,
        "ends at 7.9, in the middle there is a 0",
        TRAPPED,
        lr=0.005,
    ),
    _row(
        "momentum in a typed box of eggs",
        EGGS,
        (2.3, -1.7),
        "momentum",
        500,
        "rises by 26 % from row 2, three rows near a saddle; ends as before",
        {"overshoot": (2, 2), **TRAPPED},
        lr=0.005,
        momentum=0.9,
    ),
    _row("down a typed bell", BELL, (1.9, 0.9), "gradient-descent", 600, "steep enough", ENDS, lr=0.1),
    _row(
        "beside a typed bell",
        BELL,
        (2.6, 1.2),
        "gradient-descent",
        600,
        "|g| is 0.003, H/R is 0.35, in 600 steps it loses 0.0003 of 1; far from anything",
        {"plateau": (0, 0)},
        lr=0.1,
    ),
    _row(
        "over a typed shelf",
        SHELF,
        (4.0, 2.0),
        "gradient-descent",
        600,
        "y falls at first; from 62 on less than 0.005 H in twenty steps",
        {"plateau": (60, 64)},
        lr=0.2,
    ),
    _row("one of four typed minima", FOUR, (0.0, 0.0), "gradient-descent", 600, "all are at 0", ENDS, lr=0.01),
    _row(
        "to a typed saddle and on",
        FOUR,
        (2.07, 4.28),
        "nesterov",
        600,
        "at row 6 it has fallen to the saddle (3.39, 0.07), rises by 2 % there, stays 11 rows; flow changes by 16",
        {"at saddle": (6, 6), "overshoot": (6, 6), "crossed ridge": (8, 16), "escaped saddle": WHENEVER, **ENDS},
        lr=0.0026,
        momentum=0.9,
    ),
    _row(
        "a typed quartic",
        QUARTIC,
        (1.0, -1.001),
        "gradient-descent",
        600,
        "straight at (0, 0), then to one of two equal minima",
        {"approaching saddle": (2, 2), "at saddle": (10, 10), "escaped saddle": (99, 99), **ENDS},
        lr=0.02,
    ),
    _row(
        "Adam on a typed quartic",
        QUARTIC,
        (1.0, -1.001),
        "adam",
        600,
        "the same, more slowly: both slopes are of one size",
        {"approaching saddle": (19, 19), "at saddle": (43, 43), "escaped saddle": (271, 271), **ENDS},
        lr=0.02,
    ),
    _row(
        "a fixed step on a typed crease",
        CREASE,
        (-2.3, 1.0),
        "gradient-descent",
        200,
        "−0.09 and 0.04 by turns from row 17 on, y is gone by 40; that step leads past the crease, the next one back",
        {"oscillating": (17, 21), "limit cycle": (30, 45)},
        lr=0.13,
    ),
    _row(
        "sculpted wells",
        DUG,
        (3.5, 1.0),
        "gradient-descent",
        800,
        "ends at −0.80, the other one is −1.80; goes to and fro when next to nothing is left of it",
        TRAPPED,
        "oscillating",
        lr=0.2,
    ),
    _row(
        "momentum in sculpted wells",
        DUG,
        (3.5, 1.0),
        "momentum",
        800,
        "rises by 24 % from row 11; ends as before",
        {"overshoot": (11, 11), **TRAPPED},
        lr=0.1,
        momentum=0.9,
    ),
    _row(
        "Newton onto a saddle of three parameters",
        TANG,
        (0.2, -2.7, -3.0),
        "newton",
        60,
        "each coordinate goes to the root next to it: a maximum and two minima of the one-dimensional loss",
        {"at saddle": (0, 1)},
    ),
    _row(
        "past a saddle of three parameters",
        TANG,
        (0.15683, -1.0, -2.0),
        "gradient-descent",
        400,
        "the first coordinate begins 1e-4 from its maximum; the others are down at 6; it leaves to 2.75, 14 above the "
        "best; at rows 0 to 2 another saddle is as near",
        {"approaching saddle": (0, 4), "at saddle": (6, 6), "escaped saddle": (67, 67), **TRAPPED},
        lr=0.01,
    ),
    _row(
        "close past a saddle of three parameters",
        TANG,
        (0.5, 1.0, -2.0),
        "gradient-descent",
        400,
        "six gentle rows within 0.08 D of (0.16, 2.75, −2.90) from 5 on, which it does not head for",
        {"at saddle": (5, 5), "escaped saddle": (11, 11), **TRAPPED},
        lr=0.01,
    ),
    _row(
        "noise in a typed well",
        NOISY,
        (-1.7, 1.0),
        "gradient-descent",
        2000,
        "flow from every 100th row ends in the higher well; 0.03 about it after 50 rows",
        {"noise ball": (0, 400)},
        batch=4,
        lr=0.02,
    ),
)
