"""The catalogue: one table of formulas with their facts. A new row is tested by existing.

Critical points are declared to a few digits at the default parameters; building a surface polishes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from surfaces.surface import Bounds, CriticalPoint, SurfaceError

_SURVEY = "Jamil and Yang, A literature survey of benchmark functions (2013)"


@dataclass(frozen=True)
class SurfaceParameter:
    """A number a row lets the user change; ``low`` and ``high`` are the slider's ends."""

    name: str
    default: float
    low: float
    high: float
    help: str


@dataclass(frozen=True)
class SurfaceRow:
    """One entry of the catalogue; ``levels`` is the contour spacing that shows the surface best."""

    name: str
    title: str
    group: str
    formula: str
    bounds: Bounds
    start: tuple[float, float]
    teaches: str
    source: str
    levels: str = "log"
    parameters: tuple[SurfaceParameter, ...] = ()
    minima: tuple[CriticalPoint, ...] = ()
    saddles: tuple[CriticalPoint, ...] = ()
    maxima: tuple[CriticalPoint, ...] = ()


def surface_row(name: str) -> SurfaceRow:
    """The row of a name.

    Raises
    ------
    SurfaceError
        For an unknown name, with the names that come near.
    """
    row = CATALOGUE.get(name)
    if row is not None:
        return row
    from difflib import get_close_matches  # needed for a mistake only

    near = get_close_matches(name, CATALOGUE, n=3, cutoff=0.5)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise SurfaceError(f"There is no surface “{name}”.{hint} The catalogue has {', '.join(CATALOGUE)}.")


def _minimum(x: float, y: float, value: float) -> CriticalPoint:
    return CriticalPoint((float(x), float(y)), float(value), "minimum")


def _saddle(x: float, y: float, value: float) -> CriticalPoint:
    return CriticalPoint((float(x), float(y)), float(value), "saddle")


_ROWS = (
    SurfaceRow(
        name="bowl",
        title="Round bowl",
        group="Bowls",
        formula="x^2 + y^2",
        bounds=(-5.0, 5.0, -5.0, 5.0),
        start=(-4.0, 3.0),
        teaches="Equal curvature in all directions: every method goes straight to the bottom.",
        source="Condition number 1, the easiest case there is.",
        minima=(_minimum(0, 0, 0),),
    ),
    SurfaceRow(
        name="book",
        title="The book's valley",
        group="Bowls",
        formula="x^2/20 + y^2",
        bounds=(-10.0, 10.0, -5.0, 5.0),
        start=(-7.0, 2.0),
        teaches="Steep in y and gentle in x (condition number 20): plain descent zigzags, momentum smooths.",
        source="Saitoh, Deep Learning from Scratch (2016), chapter 6",
        minima=(_minimum(0, 0, 0),),
    ),
    SurfaceRow(
        name="plane",
        title="Tilted plane",
        group="Bowls",
        formula="a*x + b*y",
        bounds=(-5.0, 5.0, -5.0, 5.0),
        start=(0.0, 0.0),
        teaches="The gradient is the same everywhere: each method's step length can be read off.",
        source="The (0.1, 10) example of lectures on RMSProp",
        levels="linear",
        parameters=(
            SurfaceParameter("a", 0.1, -10.0, 10.0, "slope along x"),
            SurfaceParameter("b", 10.0, -10.0, 10.0, "slope along y"),
        ),
    ),
    SurfaceRow(
        name="rotated-quadratic",
        title="Rotated valley",
        group="Bowls",
        formula="(small*(x*cos(angle*pi/180) + y*sin(angle*pi/180))^2"
        " + large*(y*cos(angle*pi/180) - x*sin(angle*pi/180))^2)/2",
        bounds=(-10.0, 10.0, -10.0, 10.0),
        start=(-8.0, -4.0),
        teaches="When the valley runs between the axes, scaling each coordinate by itself no longer helps.",
        source="Quadratic with curvatures 0.1 and 10 (condition number 100) turned by an angle",
        parameters=(
            SurfaceParameter("angle", 45.0, 0.0, 90.0, "direction of the valley floor in degrees"),
            SurfaceParameter("small", 0.1, 0.01, 10.0, "curvature along the floor"),
            SurfaceParameter("large", 10.0, 0.01, 100.0, "curvature across the floor"),
        ),
        minima=(_minimum(0, 0, 0),),
    ),
    SurfaceRow(
        name="matyas",
        title="Matyas",
        group="Bowls",
        formula="0.26*(x^2 + y^2) - 0.48*x*y",
        bounds=(-10.0, 10.0, -10.0, 10.0),
        start=(-8.0, 2.0),
        teaches="A published valley at 45 degrees with condition number 25.",
        source=_SURVEY,
        minima=(_minimum(0, 0, 0),),
    ),
    SurfaceRow(
        name="booth",
        title="Booth",
        group="Bowls",
        formula="(x + 2*y - 7)^2 + (2*x + y - 5)^2",
        bounds=(-10.0, 10.0, -10.0, 10.0),
        start=(-8.0, -6.0),
        teaches="Two equations in two unknowns as least squares: the parameters interact.",
        source=_SURVEY,
        minima=(_minimum(1, 3, 0),),
    ),
    SurfaceRow(
        name="saddle",
        title="Saddle",
        group="Saddles",
        formula="x^2 - y^2 + y^4/4",
        bounds=(-2.5, 2.5, -2.5, 2.5),
        start=(1.5, 0.001),
        teaches="Descent crawls past the saddle, adaptive methods hardly notice it, Newton walks into it.",
        source="Quadratic saddle closed by a quartic",
        levels="quantile",
        minima=(_minimum(0, 1.41421, -1), _minimum(0, -1.41421, -1)),
        saddles=(_saddle(0, 0, 0),),
    ),
    SurfaceRow(
        name="monkey-saddle",
        title="Monkey saddle",
        group="Saddles",
        formula="x^3 - 3*x*y^2 + (x^2 + y^2)^2/4",
        bounds=(-5.0, 5.0, -5.0, 5.0),
        start=(0.5, 0.05),
        teaches="At the centre the Hessian is zero: curvature gives no direction and descent slows to 1/t.",
        source="Cubic monkey saddle closed by a quartic",
        levels="quantile",
        minima=(_minimum(-3, 0, -6.75), _minimum(1.5, 2.59808, -6.75), _minimum(1.5, -2.59808, -6.75)),
        saddles=(CriticalPoint((0.0, 0.0), 0.0, "degenerate"),),
    ),
    SurfaceRow(
        name="rosenbrock",
        title="Rosenbrock",
        group="Valleys",
        formula="(1 - x)^2 + 100*(y - x^2)^2",
        bounds=(-2.0, 2.0, -1.0, 3.0),
        start=(-1.2, 1.0),
        teaches="A curved ravine: reaching its floor is easy, following it to the minimum is not.",
        source="Rosenbrock, The Computer Journal 3 (1960)",
        minima=(_minimum(1, 1, 0),),
    ),
    SurfaceRow(
        name="himmelblau",
        title="Himmelblau",
        group="Several minima",
        formula="(x^2 + y - 11)^2 + (x + y^2 - 7)^2",
        bounds=(-6.0, 6.0, -6.0, 6.0),
        start=(0.0, 0.0),
        teaches="Four equal minima: the start and the method decide which one is found.",
        source="Himmelblau, Applied Nonlinear Programming (1972)",
        minima=(
            _minimum(3, 2, 0),
            _minimum(-2.80512, 3.13131, 0),
            _minimum(-3.77931, -3.28319, 0),
            _minimum(3.58443, -1.84813, 0),
        ),
        saddles=(
            _saddle(3.38515, 0.07385, 13.3119),
            _saddle(0.08668, 2.88425, 67.7192),
            _saddle(-3.07303, -0.08135, 104.0152),
            _saddle(-0.12796, -1.95371, 178.3372),
        ),
        maxima=(CriticalPoint((-0.27084, -0.92304), 181.6165, "maximum"),),
    ),
    SurfaceRow(
        name="beale",
        title="Beale",
        group="Valleys",
        formula="(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2",
        bounds=(-4.5, 4.5, -4.5, 4.5),
        start=(1.0, 1.5),
        teaches="A flat middle between steep walls: one learning rate does not fit both.",
        source="Beale, On an iterative method for finding a local minimum (1958)",
        minima=(_minimum(3, 0.5, 0),),
        saddles=(_saddle(0.10054, -2.64451, 9.8645), _saddle(0, 1, 14.2031)),
    ),
    SurfaceRow(
        name="three-hump-camel",
        title="Three-hump camel",
        group="Several minima",
        formula="2*x^2 - 1.05*x^4 + x^6/6 + x*y + y^2",
        bounds=(-2.2, 2.2, -2.5, 2.5),
        start=(-1.95, 1.6),
        teaches="One global and two local minima: a ball with enough momentum rolls through.",
        source=_SURVEY,
        minima=(
            _minimum(0, 0, 0),
            _minimum(1.74755, -0.87378, 0.29864),
            _minimum(-1.74755, 0.87378, 0.29864),
        ),
        saddles=(_saddle(1.07054, -0.53527, 0.87736), _saddle(-1.07054, 0.53527, 0.87736)),
    ),
    SurfaceRow(
        name="dip",
        title="Bowl with a dip",
        group="Several minima",
        formula="0.1*x^2 + 0.5*y^2 - depth*exp(-((x + 3)^2 + 0.25*y^2)/0.32)",
        bounds=(-7.0, 4.0, -4.0, 4.0),
        start=(-6.0, 2.0),
        teaches="A small dip on the slope traps plain descent, while momentum crosses it.",
        source="Quadratic bowl with one Gaussian dip",
        levels="quantile",
        parameters=(SurfaceParameter("depth", 0.6, 0, 2, "depth of the dip"),),
        minima=(_minimum(0, 0, 0), _minimum(-2.83542, 0, 0.25266)),
        saddles=(_saddle(-2.22513, 0, 0.40323),),
    ),
    SurfaceRow(
        name="plateau",
        title="Plateau",
        group="Flat ground",
        formula="1 - exp(-(x^2 + y^2)/4)",
        bounds=(-6.0, 6.0, -6.0, 6.0),
        start=(4.5, 1.5),
        teaches="Far out the gradient all but vanishes: methods that rescale it get home first.",
        source="Gaussian well",
        levels="linear",
        minima=(_minimum(0, 0, 0),),
    ),
    SurfaceRow(
        name="double-well",
        title="Tilted double well",
        group="Several minima",
        formula="(x^2 - 1)^2 + tilt*x + 0.5*y^2",
        bounds=(-2.0, 2.0, -2.0, 2.0),
        start=(1.6, 1.0),
        teaches="A shallow well beside a deep one: noise can carry a run over the ridge between them.",
        source="Quartic double well",
        parameters=(SurfaceParameter("tilt", 0.3, -2, 2, "slope that makes one well deeper"),),
        minima=(_minimum(-1.03558, 0, -0.30543), _minimum(0.96015, 0, 0.29415)),
        saddles=(_saddle(0.07543, 0, 1.01128),),
    ),
)

CATALOGUE: dict[str, SurfaceRow] = {row.name: row for row in _ROWS}
"""Rows by name, in the order in which they are shown."""
