"""At saddles: paths drawn by hand and runs."""

from __future__ import annotations

from surfaces import SurfaceSpec
from tests.engine.events.trajectories import WHENEVER, Labelled, along, drawn, ran

BOWL = SurfaceSpec("bowl")
SADDLE = SurfaceSpec("saddle")
DIP = SurfaceSpec("dip")
MONKEY = SurfaceSpec("monkey-saddle")
HIMMELBLAU = SurfaceSpec("himmelblau")

AT_SADDLE = (
    Labelled(
        "hovers at a saddle, then leaves",
        SADDLE,
        lambda: drawn(SADDLE, [(2.0, 0.1)] * 3 + [(0.05, 0.01)] * 9 + [(0.0, 1.4)] * 9),
        "nine rows 0.05 from the saddle, where |g| = 0.1; then 1.4 away and 1 lower; it jumped there, no approach",
        {"at saddle": (3, 3), "escaped saddle": (12, 12)},
    ),
    Labelled(
        "a glimpse of a saddle",
        SADDLE,
        lambda: drawn(SADDLE, [(2.0, 0.1)] * 3 + [(0.05, 0.01)] * 4 + [(0.0, 1.4)] * 9),
        "four rows there are not lingering",
    ),
    Labelled(
        "creeps up to a saddle and stays",
        SADDLE,
        lambda: drawn(SADDLE, [(1.5 * 0.8**k, 0.0) for k in range(60)]),
        "straight at it, 0.98 away (0.14 D) after two steps; at 0.39 after six |g| is below 0.3 G; there for ever",
        {"approaching saddle": (0, 3), "at saddle": (5, 6)},
    ),
    Labelled(
        "passes a saddle at a distance",
        SADDLE,
        lambda: drawn(SADDLE, along((-2, -0.9), (-0.05, -0.9), step=0.1)),
        "never nearer than 0.9 (0.13 D), and it passes by its side",
    ),
    Labelled(
        "heads for a saddle and turns off",
        SADDLE,
        lambda: drawn(SADDLE, along((1.6, 0), (0.7, 0), (0.7, 1.4), step=0.1)),
        "nine steps straight at it, to 0.7 away, then aside",
        {"approaching saddle": (2, 6)},
    ),
    Labelled(
        "climbs away from a saddle",
        SADDLE,
        lambda: drawn(SADDLE, along((0.3, 0), (2.3, 0), step=0.1)),
        "two rows near the saddle, then up and away; it never fell, so there is nothing to overshoot",
    ),
    Labelled(
        "goes back uphill",
        SADDLE,
        lambda: drawn(SADDLE, [(0.05, 0.01)] * 6 + [(2.0, 0.0)] * 6),
        "it left, but upwards: no escape",
        {"at saddle": (0, 0)},
    ),
    Labelled(
        "visits a saddle twice",
        SADDLE,
        lambda: drawn(SADDLE, [(0.05, 0.01)] * 6 + [(0.0, 1.4)] * 6 + [(0.05, 0.01)] * 6 + [(0.0, -1.4)] * 6),
        "out to one well, back, and out to the other well, which is another basin",
        {"at saddle": (0, 0), "escaped saddle": (6, 6), "crossed ridge": (18, 18)},
    ),
    Labelled(
        "hovers at a degenerate saddle",
        MONKEY,
        lambda: drawn(MONKEY, [(3.0, 2.0)] * 3 + [(0.1, 0.1)] * 20),
        "0.14 from the monkey saddle, where |g| = 0.06",
        {"at saddle": (3, 3)},
    ),
    Labelled(
        "rests in a minimum beside a saddle",
        DIP,
        lambda: drawn(DIP, [(-2.8354, 0.0)] * 40),
        "the saddle is 0.61 away, within 0.08 D, but the minimum is nearer",
    ),
    Labelled(
        "heads for a minimum",
        BOWL,
        lambda: drawn(BOWL, [(-4 * 0.8**k, 3 * 0.8**k) for k in range(60)]),
        "the point it heads for is no saddle",
    ),
    Labelled(
        "descent past a saddle",
        SADDLE,
        lambda: ran(SADDLE, (1.5, 0.001), "gradient-descent", 400, lr=0.05),
        "x = 1.5·0.9^k is within 0.16 D from 3 on, |g| below 0.3 G from 10 on; y = 0.001·1.1^k is beyond 0.08 D from "
        "about 67 on",
        {"approaching saddle": (0, 4), "at saddle": (9, 11), "escaped saddle": (66, 70), "converged": WHENEVER},
    ),
    Labelled(
        "descent stays on the stable line",
        SADDLE,
        lambda: ran(SADDLE, (1.5, 0.0), "gradient-descent", 600, lr=0.05),
        "y = 0 for ever: it ends at the saddle, which is no minimum",
        {"approaching saddle": (0, 4), "at saddle": (9, 11)},
    ),
    Labelled(
        "Newton jumps onto a saddle",
        SADDLE,
        lambda: ran(SADDLE, (1.5, 0.001), "newton", 60),
        "one step leads to (0, −1e-9), and there it stays",
        {"at saddle": (1, 1)},
    ),
    Labelled(
        "Adam goes round a saddle",
        SADDLE,
        lambda: ran(SADDLE, (1.5, 0.001), "adam", 1200, lr=0.05),
        "y grows as fast as x falls: never nearer than 0.15 D",
        {"converged": WHENEVER},
    ),
    Labelled(
        "descent crawls to a monkey saddle",
        MONKEY,
        lambda: ran(MONKEY, (2.0, 0.0), "gradient-descent", 1000, lr=0.02),
        "x falls like 1/t: 1.6 at 1, 0.9 at 5, 0.016 at 1000, |g| = 3x² far below 0.3 G; steps at first of 0.1 D",
        {"approaching saddle": (0, 3), "at saddle": (2, 8)},
    ),
    Labelled(
        "two linear layers on the stable line",
        SurfaceSpec("linear-network"),
        lambda: ran(SurfaceSpec("linear-network"), (-1.5, 1.5), "gradient-descent", 300, lr=0.1),
        "x = −y stays so: straight to the saddle (0, 0)",
        {"approaching saddle": (0, 4), "at saddle": (4, 8)},
    ),
    Labelled(
        "two linear layers off the stable line",
        SurfaceSpec("linear-network"),
        lambda: ran(SurfaceSpec("linear-network"), (-1.5, 1.501), "gradient-descent", 600, lr=0.1),
        "as before, but the difference grows by 1.1 a step: from 0.0007 to 0.08 D = 0.68 in about 70",
        {
            "approaching saddle": (0, 4),
            "at saddle": (4, 8),
            "escaped saddle": (60, 80),
            "converged": WHENEVER,
        },
    ),
    Labelled(
        "Newton rests on a maximum",
        HIMMELBLAU,
        lambda: ran(HIMMELBLAU, (-0.3, -1.0), "newton", 60),
        "the maximum (−0.27, −0.92) is no minimum and no saddle",
    ),
)
