"""An event in a sentence, in plain English with its numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.events.event import Event


def describe(event: Event) -> str:
    """Return one or two sentences that say what happened, where, and how much of it."""
    return _SENTENCES[event.kind](event)


def _left(event: Event) -> str:
    return f"Leaves the plot {_when(event)}, by up to {_number(event, 'beyond')}."


def _approaching(event: Event) -> str:
    near, far = _number(event, "last_distance"), _number(event, "distance")
    return f"Heads straight for the saddle at {_place(event)} {_when(event)}: from {far} away to {near}."


def _at_saddle(event: Event) -> str:
    least = _number(event, "least_gradient")
    return f"Lingers at the saddle {_place(event)} {_when(event)}: the gradient falls to {least}."


def _escaped(event: Event) -> str:
    along = f"in the direction {_tuple(event.direction)}"
    stayed = f"after {_number(event, 'iterations')} iterations"
    return f"Escapes the saddle {_place(event)} at iteration {event.iteration}, {stayed}, {along}."


def _crossed(event: Event) -> str:
    deeper = event.number("deeper")
    text = f"Crosses a ridge into another basin at iteration {event.iteration}, that of the minimum {_place(event)}"
    if deeper is None or deeper == 0.0:
        return text + "."
    return text + f", which is {_shown(abs(deeper))} {'deeper' if deeper > 0.0 else 'less deep'}."


def _overshoot(event: Event) -> str:
    what = f"the minimum {_place(event)}" if event.place else "the lowest point of its way"
    rise, past = _number(event, "rise"), _number(event, "past")
    return f"Overshoots {what} {_when(event)}: its speed carries it {past} further, {rise} uphill."


def _oscillating(event: Event) -> str:
    curvature = event.number("curvature")
    along = f"along the direction {_tuple(event.direction)}"
    if curvature is not None and math.isfinite(curvature):
        along = f"along the eigenvector {_tuple(event.direction)}, where the curvature is {_shown(curvature)}"
    width, last = _number(event, "width"), _number(event, "last_width")
    return f"Jumps to and fro across a ravine {_when(event)}, {along}: {width} a step, {last} at the end."


def _cycle(event: Event) -> str:
    period, amplitude = _number(event, "period"), _number(event, "amplitude")
    return f"Goes round in a cycle of {period} iterations {_when(event)}, {amplitude} to either side{_above(event)}."


def _plateau(event: Event) -> str:
    fall, gradient = _number(event, "fall"), _number(event, "gradient")
    return (
        f"Crawls over a plateau {_when(event)}: the gradient is {gradient}, the loss changes by {fall}{_above(event)}."
    )


def _noise(event: Event) -> str:
    radius, loss = _number(event, "radius"), _number(event, "loss")
    where = f" about the minimum {_place(event)}" if event.place else ""
    return f"Wanders in a noise ball{where} {_when(event)}: radius {radius}, mean loss {loss}{_above(event)}."


def _diverged(event: Event) -> str:
    away, loss = _number(event, "diagonals"), _number(event, "loss")
    return f"Diverges: at iteration {event.iteration} it is {away} diagonals of the plot away, at a loss of {loss}."


def _non_finite(event: Event) -> str:
    return f"Ends after iteration {event.iteration}: what would follow is not a finite number."


def _converged(event: Event) -> str:
    above = event.number("above_best")
    text = f"Comes to rest in the minimum {_place(event)} at iteration {event.iteration}, loss {_number(event, 'loss')}"
    if above is None:
        return text + "; no other one is known."
    return text + ("." if event.number("trapped") else "; none lower is known.")


def _trapped(event: Event) -> str:
    above = _number(event, "above_best")
    return f"Trapped in a local minimum, {_place(event)}: its loss is {above} above that of the lowest known one."


_SENTENCES: dict[str, Callable[[Event], str]] = {
    "left the plot": _left,
    "approaching saddle": _approaching,
    "at saddle": _at_saddle,
    "escaped saddle": _escaped,
    "crossed ridge": _crossed,
    "overshoot": _overshoot,
    "oscillating": _oscillating,
    "limit cycle": _cycle,
    "plateau": _plateau,
    "noise ball": _noise,
    "diverged": _diverged,
    "non-finite": _non_finite,
    "converged": _converged,
    "trapped": _trapped,
}


def _when(event: Event) -> str:
    if event.last is None or event.last == event.iteration:
        return f"at iteration {event.iteration}"
    return f"from iteration {event.iteration} to {event.last}"


def _place(event: Event) -> str:
    return "" if event.place is None else _tuple(event.place.params)


def _above(event: Event) -> str:
    above = event.number("above_best")
    return "" if above is None else f", {_shown(above)} above the lowest known"


def _number(event: Event, name: str) -> str:
    number = event.number(name)
    return "an unknown amount" if number is None else _shown(number)


def _tuple(numbers: Sequence[float]) -> str:
    return f"({', '.join(map(_shown, numbers))})"


def _shown(number: float) -> str:
    return f"{number + 0.0:.4g}".replace("-", "−")
