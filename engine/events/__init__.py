"""Events: what happened in a run, named from its history, its gradients and what is known of the surface.

In these definitions (science notes, section E) D is the diagonal of the bounds, F the range of losses and G the typical
gradient of the surface (`surfaces.scales`); H = f₀ − f* and R = |θ₀ − θ*| are what this run has to lose and to travel,
(θ*, f*) being the lowest minimum given (or else the lowest point of the map); d_k = θ_{k+1} − θ_k. Every number is in
`engine.events.thresholds`.

Critical points are known that the surface declares or a search has found (given), and those that the run finds on its
way: Newton's method is tried from its first row with |g| < G in each cell of a grid 0.02 D wide, and from around its
first row on the plot in each cell 0.08 D wide; it counts if it settles within 0.24 D of the row. What lies there is
told by the eigenvalues of the Hessian; where one of them is 0, by the ground around if the point stands alone. What was
found so is said to be ("found here"). The lowest minimum that is known is that of all these, of where the run came to
rest, of what other runs over the surface have found (`engine.events.together`) or, where none was given, of the map's
basins: nobody knows whether there is a lower one elsewhere.

converged           The run loop ended it at rest: 20 steps of |d| ≤ 1e-8 D, then |g| ≤ 1e-6 G where the Hessian is that
                    of a minimum. A ball that rolls through the bottom has a small gradient, but no short steps; one
                    that rests on a saddle has both, but not the curvature. Its place is the known minimum within
                    0.01 D, or the one it has found itself. Numbers: loss, above_best.
trapped             It converged, and its loss exceeds that of the lowest known minimum by more than 0.01 F, or 0.01 H
                    if that is less. Numbers: loss, above_best.
approaching saddle  At least 5 steps in a row that begin more than 0.08 D and lead within 0.16 D of a saddle, the
                    nearest of all known points: each brings the run nearer to it by 0.9 |d| or more, and to a smaller
                    |g|; what is shorter than 1e-9 D is rounding, and no step. Numbers: distance, last_distance,
                    above_saddle.
at saddle           The first of at least 5 iterations within 0.08 D of a saddle, the nearest of all known points, with
                    |g| < 0.3 G. It lasts until the last such iteration before the escape. Numbers: iterations,
                    least_gradient, loss.
escaped saddle      The first later iteration further than 0.08 D from it with f < f_saddle − 0.02 F (or 0.02 H), in the
                    direction from the saddle to the run. Numbers: iterations (since it was at it), below_saddle.
crossed ridge       Its basin is another one than before, and for 5 iterations so clearly: of those beside a ridge one
                    cannot tell. Basins are those of a watershed (`surfaces.basins`), for surfaces of two parameters;
                    those that lead out of the plot do not count. The place is the new basin's minimum. Numbers: loss,
                    deeper (by how much that minimum is).
overshoot           From the lowest point it has seen so far the run goes on uphill, each step in the direction of the
                    one before (d_k·d_{k−1} > 0, d_k·g_{k+1} > 0, f rises), and regains 1 % of the loss it had lost: on
                    a quadratic, a tenth of the way. In a run left to chance it takes 3 steps and 5 %. Numbers: rise,
                    past (the distance).
oscillating         In blocks of 10 steps, of the steps' parts along one direction v at least 80 % have the other sign
                    than the one before (parts of 1e-12 of the block's longest are rounding: they have none), and they
                    make on average at least 30 % of |d| and are 1e-4 D long. v is that of Σ (−1)ᵏ d_k; what is told is
                    the eigenvector of the Hessian nearest to it. In a run left to chance it takes 90 %, the same of the
                    slopes along v, and two blocks with the same v. Numbers: curvature (its eigenvalue), width and
                    last_width (of the steps across, at the beginning and at the end), flips (their share).
limit cycle         The run repeats itself: for some p from 2 to 15, |θ_k − θ_{k−p}| ≤ 1e-4 A over 30 iterations with an
                    amplitude A of 1e-5 D or more; for p to 30, 60, 120 over twice as many. Not in a run left to
                    chance. Numbers: period, amplitude, loss, above_best.
plateau             At least 20 iterations in a row at which |g| < 0.2 H/R, the loss falls by less than 0.005 H in the
                    next 20 steps, f > f* + 0.2 H, and no minimum, saddle or maximum is within 0.08 D, be it known or
                    found by Newton's method from here. Numbers: loss, fall, gradient, above_best.
noise ball          In a run left to chance, 400 steps that lead nowhere: net movement and movement of the mean from the
                    first half to the second are below 6 % of the length of the path (in 200 steps 3 %, in 100 1.5 %),
                    while the standard deviation along a coordinate exceeds 1e-4 D. It begins with the steps that told
                    it first. Numbers: radius, loss (means), above_best.
left the plot       It is outside the bounds, having been inside; fewer than 5 iterations inside do not part two such
                    excursions. Numbers: beyond (how far at most).
diverged            The run loop ended it far outside. Numbers: diagonals (distance from the centre in D), loss.
non-finite          The run loop ended it because a number was not finite.

What goes on for a while has a last iteration. `above_best` is there if any minimum is known.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from engine.events.describing import describe
from engine.events.endings import is_trapped
from engine.events.event import KINDS, Event, nearest

if TYPE_CHECKING:
    from engine.events.detector import Detector, find_events, is_random
    from engine.events.together import Finding, find_together, findings, session_events

__all__ = [
    "KINDS",
    "Detector",
    "Event",
    "Finding",
    "describe",
    "find_events",
    "find_together",
    "findings",
    "is_random",
    "is_trapped",
    "nearest",
    "session_events",
]

_LATER = {
    **dict.fromkeys(("Detector", "find_events", "is_random"), "engine.events.detector"),
    **dict.fromkeys(("Finding", "find_together", "findings", "session_events"), "engine.events.together"),
}


def __getattr__(name: str) -> Any:
    """Import the detector when it is wanted: a start does without it."""
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
