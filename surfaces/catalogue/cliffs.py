"""Cliffs and kinks: slopes that change all at once."""

from __future__ import annotations

from surfaces.catalogue.row import SURVEY, SurfaceParameter, SurfaceRow, maximum, minimum, saddle, tip

GROUP = "Cliffs and kinks"

ROWS = (
    SurfaceRow(
        name="absolute-value",
        title="Absolute values",
        group=GROUP,
        formula="abs(x) + steepness*abs(y)",
        bounds=(-4.0, 4.0, -4.0, 4.0),
        start=(-3.3, 2.1),
        teaches="The slope does not shrink towards the bottom: a fixed step jumps across the kink for ever, and only a "
        "falling learning rate brings it to rest.",
        source="The l1 norm, textbook case of a subgradient method",
        note="On the kinks the slope counts as 0; the curvature is 0 everywhere, so Newton's method has no step.",
        levels="linear",
        parameters=(SurfaceParameter("steepness", 3.0, 0.1, 10.0, "slope along y; along x it is 1"),),
        minima=(tip(0, 0, 0),),
        minima_count=1,
        saddles_count=0,
    ),
    SurfaceRow(
        name="cliff",
        title="Cliff",
        group=GROUP,
        formula="0.1*x^2 + 0.5*y^2 + height*sigmoid(steepness*(x - 1))",
        bounds=(-4.0, 4.0, -4.0, 4.0),
        start=(3.5, 2.0),
        more_starts=((1.1, 1.0),),
        teaches="A wall of slope 37: one gradient taken on it throws a run out of the valley, unless it is clipped.",
        source="After the exploding gradients of Pascanu et al., On the difficulty of training RNNs (2013)",
        levels="linear",
        parameters=(
            SurfaceParameter("height", 5.0, 0.0, 20.0, "how high the wall is"),
            SurfaceParameter("steepness", 30.0, 2.0, 100.0, "how sudden the wall is"),
        ),
        minima=(minimum(0, 0, 0),),
        minima_count=1,
        saddles_count=0,
    ),
    SurfaceRow(
        name="goldstein-price",
        title="Goldstein–Price",
        group=GROUP,
        formula="(1 + (x + y + 1)^2*(19 - 14*x + 3*x^2 - 14*y + 6*x*y + 3*y^2))"
        "*(30 + (2*x - 3*y)^2*(18 - 32*x + 12*x^2 + 48*y - 36*x*y + 27*y^2))",
        bounds=(-2.0, 2.0, -2.0, 2.0),
        start=(-1.5, 1.0),
        teaches="Losses from 3 to a million on one small map: walls that allow only tiny steps around a floor with "
        "four minima.",
        source="Goldstein and Price, Mathematics of Computation 25 (1971)",
        minima=(minimum(0, -1, 3), minimum(-0.6, -0.4, 30), minimum(1.8, 0.2, 84), minimum(1.2, 0.8, 840)),
        saddles=(saddle(-0.4, -0.6, 35), saddle(1.2, -0.2, 99), saddle(1.4, 0.6, 980), saddle(0.6, 0.4, 990)),
        maxima=(maximum(0.8, 0.2, 1155),),
        minima_count=4,
        saddles_count=4,
    ),
    SurfaceRow(
        name="eggholder",
        title="Eggholder",
        group=GROUP,
        formula="-(y + 47)*sin(sqrt(max(1e-300, abs(x/2 + y + 47)))) - x*sin(sqrt(max(1e-300, abs(x - y - 47))))",
        bounds=(-512.0, 512.0, -512.0, 512.0),
        start=(0.0, 0.0),
        teaches="Deep folds with kinks between them, and the lowest point of all lies on the border: "
        "no slope leads to it.",
        source=SURVEY,
        note="Along the lines x/2 + y = −47 and x − y = 47 the root has no slope; it counts as 0 there. "
        "On the border, (512, 404.2319) has the loss −959.6407.",
        levels="linear",
        minima=(
            minimum(482.35331, 432.878999, -956.918232),
            minimum(439.480997, 453.977435, -935.337952),
            minimum(-465.694152, 385.7167, -894.5789),
            minimum(347.326973, 499.415398, -888.949125),
            minimum(-456.885807, -382.623373, -786.525994),
        ),
    ),
)
