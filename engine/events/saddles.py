"""Approaching a saddle, lingering at it, escaping it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from engine.events.block import lengths
from engine.events.event import Event
from engine.events.stretches import stretches
from engine.events.thresholds import BELOW_SADDLE, LINGERING, NEAR

if TYPE_CHECKING:
    from engine.events.columns import Columns
    from engine.events.ground import Ground
    from engine.history import Snapshot
    from surfaces import CriticalPoint


def approaches(ground: Ground, snapshot: Snapshot, columns: Columns) -> list[Event]:
    """Name the stretches that head for a saddle from outside its neighbourhood."""
    first, last = stretches(columns.heading, LINGERING)
    begin = first - 1  # the row its first step starts from
    outside = ~columns.close[begin]
    return [
        _approach(snapshot, ground.points[columns.near[pair[1]]], *pair)
        for pair in zip(begin[outside].tolist(), last[outside].tolist(), strict=True)
    ]


def _approach(snapshot: Snapshot, saddle: CriticalPoint, begin: int, last: int) -> Event:
    numbers = (
        ("distance", math.dist(snapshot.params[begin], saddle.params)),
        ("last_distance", math.dist(snapshot.params[last], saddle.params)),
        ("above_saddle", float(snapshot.loss[begin]) - saddle.value),
    )
    return Event(begin, "approaching saddle", saddle, last, numbers)


def visits(ground: Ground, snapshot: Snapshot, columns: Columns, fall: float) -> list[Event]:
    """Name stays at saddles and escapes from them; the next stay at a saddle can only follow an escape from it."""
    events: list[Event] = []
    for index in np.flatnonzero(np.bincount(columns.near[columns.at_saddle])).tolist():
        there = np.asarray(columns.at_saddle & (columns.near == index))
        rows, escape = np.flatnonzero(there), -1
        for arrival in stretches(there, LINGERING)[0].tolist():
            if arrival > escape:
                escape = _escape(ground, snapshot, fall, index, arrival)
                last = int(rows[np.searchsorted(rows, escape) - 1])
                events += _visit(ground, snapshot, index, arrival, last, escape)
    return events


def _escape(ground: Ground, snapshot: Snapshot, fall: float, index: int, arrival: int) -> int:
    """The first later row that is neither near a saddle nor about as high as it, or the number of rows."""
    level = ground.points[index].value - BELOW_SADDLE * fall
    begin, rows = arrival, 64
    while begin < len(snapshot):
        low = begin + np.flatnonzero(snapshot.loss[begin : begin + rows] < level)
        away = lengths(snapshot.params[low].T - ground.places[:, index, None])
        free = low[away > NEAR * ground.scales.diagonal]
        if len(free):
            return int(free[0])
        begin, rows = begin + rows, 4 * rows
    return len(snapshot)


def _visit(ground: Ground, snapshot: Snapshot, index: int, arrival: int, last: int, escape: int) -> list[Event]:
    saddle, loss = ground.points[index], snapshot.loss
    stay = slice(arrival, last + 1)
    numbers = (
        ("iterations", float(last + 1 - arrival)),
        ("least_gradient", float(lengths(snapshot.gradient[stay].T).min())),
        ("loss", float(loss[arrival])),
    )
    events = [Event(arrival, "at saddle", saddle, last, numbers)]
    if escape < len(snapshot):
        away = snapshot.params[escape] - ground.places[:, index]
        freed = (("iterations", float(escape - arrival)), ("below_saddle", saddle.value - float(loss[escape])))
        direction = tuple((away / np.linalg.norm(away)).tolist())
        events.append(Event(escape, "escaped saddle", saddle, None, freed, direction))
    return events
