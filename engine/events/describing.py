"""An event in a sentence with its numbers: in English, or in whatever language its texts are given in."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.events.event import Event

    Say = Callable[[str], str]

NOTHING = 1e-9
"""A difference of losses that is told as none."""
MOST_NUMBERS, FIRST_NUMBERS = 4, 3
"""A place of more numbers than the first is told by as many as the second."""


def describe(event: Event, say: Say = str) -> str:
    """Return one or two sentences that say what happened, where, and how much of it.

    `say` gives a sentence, or a part of one, in another language: with the same names in braces, in any order.
    """
    return _SENTENCES[event.kind](event, say)


def _left(event: Event, say: Say) -> str:
    text = say("Leaves the plot {when}, by up to {beyond}.")
    return text.format(when=_when(event, say), beyond=_number(event, "beyond", say))


def _approaching(event: Event, say: Say) -> str:
    text = say("Heads straight for {saddle} {when}: from {far} away to {near}.")
    near, far = _number(event, "last_distance", say), _number(event, "distance", say)
    return text.format(saddle=_saddle(event, say), when=_when(event, say), near=near, far=far)


def _at_saddle(event: Event, say: Say) -> str:
    text = say("Lingers at {saddle} {when}: the gradient falls to {least}.")
    return text.format(saddle=_saddle(event, say), when=_when(event, say), least=_number(event, "least_gradient", say))


def _escaped(event: Event, say: Say) -> str:
    text = say("Escapes {saddle} at iteration {iteration}, after {count} iterations, in the direction {direction}.")
    count, direction = _number(event, "iterations", say), _direction(event)
    return text.format(saddle=_saddle(event, say), iteration=event.iteration, count=count, direction=direction)


def _crossed(event: Event, say: Say) -> str:
    deeper = event.number("deeper")
    if deeper is None or abs(deeper) <= NOTHING:
        text = say("Crosses a ridge into another basin at iteration {iteration}, that of the minimum {place}.")
        return text.format(iteration=event.iteration, place=_place(event))
    text = say(
        "Crosses a ridge into another basin at iteration {iteration}, that of the minimum {place}, which is {by} {how}."
    )
    how = say("deeper") if deeper > 0.0 else say("less deep")
    return text.format(iteration=event.iteration, place=_place(event), by=_shown(abs(deeper)), how=how)


def _overshoot(event: Event, say: Say) -> str:
    text = say("Overshoots {what} {when}: its speed carries it {past} further, {rise} uphill.")
    what = _minimum(event, say) if event.place else say("the lowest point of its way")
    rise, past = _number(event, "rise", say), _number(event, "past", say)
    return text.format(what=what, when=_when(event, say), past=past, rise=rise)


def _oscillating(event: Event, say: Say) -> str:
    text = say("Jumps to and fro across a ravine {when}, {along}: {width} a step, {last} at the end.")
    curvature = event.number("curvature")
    along = say("along the direction {direction}")
    if curvature is not None and math.isfinite(curvature):
        along = say("along the eigenvector {direction}, where the curvature is {curvature}")
    along = along.format(direction=_direction(event), curvature=_shown(curvature or 0.0))
    width, last = _number(event, "width", say), _number(event, "last_width", say)
    return text.format(when=_when(event, say), along=along, width=width, last=last)


def _cycle(event: Event, say: Say) -> str:
    text = say("Goes round in a cycle of {period} iterations {when}, {amplitude} to either side{above}.")
    period, amplitude = _number(event, "period", say), _number(event, "amplitude", say)
    return text.format(period=period, when=_when(event, say), amplitude=amplitude, above=_above(event, say))


def _plateau(event: Event, say: Say) -> str:
    text = say("Crawls over a plateau {when}: the gradient is {gradient}, the loss changes by {fall}{above}.")
    fall, gradient = _number(event, "fall", say), _number(event, "gradient", say)
    return text.format(when=_when(event, say), gradient=gradient, fall=fall, above=_above(event, say))


def _noise(event: Event, say: Say) -> str:
    text = say("Wanders in a noise ball{where} {when}: radius {radius}, mean loss {loss}{above}.")
    where = say(" about the minimum {place}").format(place=_place(event)) if event.place else ""
    radius, loss = _number(event, "radius", say), _number(event, "loss", say)
    return text.format(where=where, when=_when(event, say), radius=radius, loss=loss, above=_above(event, say))


def _diverged(event: Event, say: Say) -> str:
    text = say("Diverges: at iteration {iteration} it is {away} diagonals of the plot away, at a loss of {loss}.")
    away, loss = _number(event, "diagonals", say), _number(event, "loss", say)
    return text.format(iteration=event.iteration, away=away, loss=loss)


def _non_finite(event: Event, say: Say) -> str:
    text = say("Ends after iteration {iteration}: what would follow is not a finite number.")
    return text.format(iteration=event.iteration)


def _converged(event: Event, say: Say) -> str:
    text = say("Comes to rest in {minimum} at iteration {iteration}, loss {loss}{best}.")
    above, best = event.number("above_best"), ""
    if above is not None:
        best = (
            say(", the lowest that is known") if above <= NOTHING else say(", {above} above the lowest that is known")
        )
        best = best.format(above=_shown(above))
    loss = _number(event, "loss", say)
    return text.format(minimum=_minimum(event, say), iteration=event.iteration, loss=loss, best=best)


def _trapped(event: Event, say: Say) -> str:
    text = say("Trapped in {minimum}: its loss is {above} above that of the lowest known one.")
    if event.elsewhere:
        text = say("Trapped in {minimum}: its loss is {above} above that of a lower one, which another run has found.")
    minimum = say("a local minimum found here, {place}") if event.found else say("a local minimum, {place}")
    return text.format(minimum=minimum.format(place=_place(event)), above=_number(event, "above_best", say))


_SENTENCES: dict[str, Callable[[Event, Say], str]] = {
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


def _when(event: Event, say: Say) -> str:
    if event.last is None or event.last == event.iteration:
        return say("at iteration {iteration}").format(iteration=event.iteration)
    return say("from iteration {iteration} to {last}").format(iteration=event.iteration, last=event.last)


def _saddle(event: Event, say: Say) -> str:
    text = say("a saddle found here, {place},") if event.found else say("the saddle {place}")
    return text.format(place=_place(event))


def _minimum(event: Event, say: Say) -> str:
    text = say("a minimum found here, {place},") if event.found else say("the minimum {place}")
    return text.format(place=_place(event))


def _place(event: Event) -> str:
    """Of many parameters the first ones: a sentence of ten numbers hides what happened."""
    if event.place is None:
        return ""
    params = event.place.params
    return _tuple(params) if len(params) <= MOST_NUMBERS else f"{_tuple(params[:FIRST_NUMBERS])[:-1]}, …)"


def _above(event: Event, say: Say) -> str:
    above = event.number("above_best")
    return "" if above is None else say(", {above} above the lowest known").format(above=_shown(above))


def _number(event: Event, name: str, say: Say) -> str:
    number = event.number(name)
    return say("an unknown amount") if number is None else _shown(number)


def _direction(event: Event) -> str:
    """Four digits behind the point say enough: what is less is the dust of rounding."""
    return _tuple([round(part, 4) for part in event.direction])


def _tuple(numbers: Sequence[float]) -> str:
    return f"({', '.join(map(_shown, numbers))})"


def _shown(number: float) -> str:
    return f"{number + 0.0:.4g}".replace("-", "−")
