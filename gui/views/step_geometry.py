"""Where the parts of a step stand on a map: in pixels to the right of and below the run's place, for whoever draws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.theme import Theme

Vector = tuple[float, ...]
"""Two numbers, or none."""
Place = tuple[float, float]

FARTHEST = 3000.0
"""Arrows are drawn up to so many pixels from their run."""
HEAD = 9.0
SHORTEST, WISHED = 22.0, 48.0
"""Where the longest arrow would have fewer pixels than the first, all are drawn longer, up to about the second."""
MOST_TIMES = 1e5
"""… but not so many times: who takes such steps has come to rest."""
LARGEST_SQUARE = 22.0
LARGEST_RADIUS = 34.0
LARGEST_BEND, SMALLEST_BEND = 40.0, 3.0
GAP = 16.0
TIMES_PLACE = (-GAP - 14.0, -GAP)
TEXT_SIZE = 10.0
TRIAL_RADIUS = 3.0
GHOST_EXTENT = 12.0
ARROW_HALO, ARROW_HALO_OPACITY = 5.0, 0.8
HOLLOW_SHAFT, HOLLOW_HEAD, HOLLOW_WING = 4.0, 14.0, 8.5
"""Half the width of a hollow arrow's shaft, the length of its head and half the width of that."""
HOLLOW_OPACITY = 0.6
"""Of the ground's colour in it."""
NEAR, ALIKE = 7.0, 0.75
"""A part is pointed at from so many pixels away; parts whose distances differ by less are pointed at together."""
WITHIN = 5.0
"""So near the run nothing is pointed at: there all parts meet."""
ARROW_DASH, MARK_DASH = (2.5, 2.5), (2.5, 2.5)
"""In widths of the line."""


@dataclass(frozen=True)
class StepDrawing:
    """One run's step in the plane; a part that is empty is not drawn.

    `carried` and `pull` are laid tail to head and lead to the same place as `update`.
    """

    key: int
    slot: int
    place: Place
    slope: Vector = ()
    adapted: Vector = ()
    carried: Vector = ()
    pull: Vector = ()
    update: Vector = ()
    trials: tuple[Place, ...] = ()
    """The points that the step tried, in the plane …"""
    simplex: tuple[Place, ...] = ()
    """… and the corners of the simplex that it starts from."""
    ghost: bool = False
    divisor: Vector = ()
    rates: Vector = ()
    bends: tuple[Place, ...] = ()
    """Eigenvectors of the Hessian, each times its eigenvalue over the largest."""
    sags: tuple[bool, ...] = ()
    """Whether the ground bends down along each of them."""


class ArrowRow(NamedTuple):
    """A kind of arrow: what it shows of a `StepDrawing`, and the part of the step that says its colour and terms."""

    vector: str
    role: str
    dashed: bool = False
    after: str = ""
    """The vector at whose head it begins: both are drawn, or none, and none where that one is too short to see."""
    hollow: bool = False
    """Whether it is a broad outline: seen also where another one lies in it."""


ARROWS = (
    ArrowRow("adapted", "adapted", hollow=True),
    ArrowRow("slope", "slope", dashed=True),
    ArrowRow("carried", "memory"),
    ArrowRow("pull", "slope", after="carried"),
    ArrowRow("update", "update"),
)
"""What a step has of arrows, the topmost last."""
TERMS = {
    "slope": frozenset(("slope",)),
    "adapted": frozenset(("adapted", "divisor")),
    "memory": frozenset(("memory",)),
    "update": frozenset(("update",)),
    "trials": frozenset(("trials",)),
    "divisor": frozenset(("divisor",)),
    "curvature": frozenset(("curvature",)),
}
"""Which terms of an explanation (`engine.explain.Term.arrow`) speak of a part of the step: of the squares and of the
ellipse those of the divisor, and of the adapted step these, too."""
_PARTNERS = {row.after: row.vector for row in ARROWS if row.after}
_COLORS = {"slope": "danger", "memory": "accent", "adapted": "text"}


def role_color(theme: Theme, role: str, slot: int) -> str:
    """The colour of a part, as the theme names it; the step and where it lands have their run's."""
    return str(getattr(theme, _COLORS[role])) if role in _COLORS else theme.run_colors[slot % len(theme.run_colors)]


class Arrow(NamedTuple):
    """An arrow from tail to tip."""

    role: str
    tail: Place
    tip: Place
    dashed: bool
    hollow: bool = False

    @property
    def width(self) -> float:
        """The step itself is the thickest; the outline of a hollow one is thin."""
        return 1.6 if self.hollow else 3.0 if self.role == "update" else 2.0

    def strokes(self) -> tuple[tuple[Place, ...], ...]:
        """The shaft and the head, which starts and ends behind the tip; of a very short arrow the shaft alone.

        A hollow one has one closed line around both, from the tail and back to it.
        """
        length = math.dist(self.tail, self.tip)
        if length < 2.0:
            return ((self.tail, self.tip),)
        if self.hollow:
            head, wing = min(HOLLOW_HEAD, 0.6 * length), min(HOLLOW_WING, 0.4 * length)
            shaft = min(HOLLOW_SHAFT, 0.5 * wing)
            right = [self._beside(length, shaft), self._beside(head, shaft), self._beside(head, wing)]
            left = [self._beside(head, -wing), self._beside(head, -shaft), self._beside(length, -shaft)]
            return ((self.tail, *right, self.tip, *left, self.tail),)
        head = min(HEAD, 0.6 * length)
        wings = [self._beside(head, side) for side in (0.45 * head, -0.45 * head)]
        return (self.tail, self.tip), (wings[0], self.tip, wings[1])

    def _beside(self, back: float, side: float) -> Place:
        """A place so far behind the tip and so far to one side."""
        dx, dy = self.tip[0] - self.tail[0], self.tip[1] - self.tail[1]
        length = math.hypot(dx, dy)
        along = (dx / length, dy / length)
        return self.tip[0] - along[0] * back - along[1] * side, self.tip[1] - along[1] * back + along[0] * side


class Bend(NamedTuple):
    """Half of a line both ways along an eigenvector."""

    end: Place
    sags: bool


class Square(NamedTuple):
    """What the axis of an index is divided by."""

    axis: int
    left: float
    top: float
    size: float

    def nearest(self, place: Place) -> Place:
        """The place in it that is nearest to another one."""
        x, y = place
        return min(max(x, self.left), self.left + self.size), min(max(y, self.top), self.top + self.size)


@dataclass(frozen=True)
class StepSketch:
    """A step on a map whose pixels are so wide and so high in the plane.

    Arrows have the true length of what they stand for, or all of them `times` that.
    """

    drawing: StepDrawing
    pixel: Place

    @cached_property
    def times(self) -> float:
        """By how much arrows too short to see are drawn longer; trial points stand where they are, so then by 1."""
        longest = max((math.hypot(*arrow.tip) for arrow in self._arrows(1.0)), default=0.0)
        if not 0.0 < longest < SHORTEST or self.drawing.trials:
            return 1.0
        times = _round_factor(WISHED / longest)
        return times if times <= MOST_TIMES else 1.0

    @property
    def times_text(self) -> str:
        """What tells that; empty where lengths are true."""
        return f"×{self.times:g}" if self.times != 1.0 else ""

    @staticmethod
    def times_place(left: float, top: float, right: float, wide: float) -> Place:
        """Where a text so wide is written, beside the run and within edges that are so far from it."""
        x, y = TIMES_PLACE
        return max(left + 3.0, min(x, right - wide)), max(y, top + TEXT_SIZE)

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Its arrows, the topmost last."""
        return self._arrows(self.times)

    def _arrows(self, times: float) -> tuple[Arrow, ...]:
        heads = {row.vector: self._head(row.vector, times) for row in ARROWS}
        return tuple(
            Arrow(row.role, tail, (tail[0] + head[0], tail[1] + head[1]), row.dashed, row.hollow)
            for row in ARROWS
            if (head := heads[row.vector]) is not None
            and (tail := heads[row.after] if row.after else (0.0, 0.0)) is not None
        )

    def _head(self, vector: str, times: float) -> Place | None:
        """Where a vector leads; None where it is not drawn."""
        values: Vector = getattr(self.drawing, vector)
        if not values:
            return None
        head = self._pixels(values, times)
        is_lone = vector in _PARTNERS and (not getattr(self.drawing, _PARTNERS[vector]) or math.hypot(*head) <= 1.0)
        return None if is_lone else head

    def _pixels(self, vector: Vector, times: float) -> Place:
        x, y = times * vector[0] / self.pixel[0], -times * vector[1] / self.pixel[1]
        length = math.hypot(x, y)
        if not math.isfinite(length):
            return 0.0, 0.0
        share = min(1.0, FARTHEST / length) if length > 0.0 else 1.0
        return x * share, y * share

    @property
    def ghost(self) -> Place | None:
        """Where the step lands, if that is to be marked and lengths are true."""
        drawing = self.drawing
        return self._pixels(drawing.update, 1.0) if drawing.ghost and drawing.update and self.times == 1.0 else None

    @property
    def trials(self) -> tuple[Place, ...]:
        """The points that were tried."""
        return tuple(map(self._away, self.drawing.trials))

    @property
    def simplex(self) -> tuple[Place, ...]:
        """The corners of the simplex."""
        return tuple(map(self._away, self.drawing.simplex))

    def _away(self, place: Place) -> Place:
        (x, y), (x0, y0) = place, self.drawing.place
        away = np.clip([(x - x0) / self.pixel[0], (y0 - y) / self.pixel[1]], -FARTHEST, FARTHEST)
        right, down = np.nan_to_num(away).tolist()
        return right, down

    @property
    def bends(self) -> tuple[Bend, ...]:
        """Directions of curvature, as long as their share of the largest."""
        found = []
        for (x, y), sags in zip(self.drawing.bends, self.drawing.sags, strict=True):
            right, down = x / self.pixel[0], -y / self.pixel[1]
            length = math.hypot(right, down)
            if length > 0.0:
                wished = max(SMALLEST_BEND, LARGEST_BEND * math.hypot(x, y)) / length
                found.append(Bend((right * wished, down * wished), sags))
        return tuple(found)

    @property
    def squares(self) -> tuple[Square, ...]:
        """A square for each axis whose side is what the axis is divided by, the larger one always as large."""
        values = self.drawing.divisor
        largest = max(values, default=0.0)
        if not (0.0 < largest < math.inf):
            return ()
        return tuple(
            Square(axis, GAP + axis * (LARGEST_SQUARE + 6.0), GAP, max(2.0, LARGEST_SQUARE * value / largest))
            for axis, value in enumerate(values)
        )

    @property
    def radii(self) -> Place | None:
        """Half-axes of the ellipse of each axis' learning rate, the longer one always as long."""
        largest = max(self.drawing.rates, default=0.0)
        if not (0.0 < largest < math.inf):
            return None
        x, y = self.drawing.rates
        return LARGEST_RADIUS * x / largest, LARGEST_RADIUS * y / largest

    @cached_property
    def roles(self) -> frozenset[str]:
        """The parts that there are."""
        return frozenset(role for role, _ in self._distances((0.0, 0.0)))

    def terms_at(self, place: Place) -> frozenset[str]:
        """Which terms speak of what is near a place, as `TERMS` has it; none near the run itself."""
        if not math.hypot(*place) > WITHIN:  # nor anywhere, if the run is nowhere
            return frozenset()
        found = [(role, distance) for role, distance in self._distances(place) if distance <= NEAR]
        least = min((distance for _, distance in found), default=0.0)
        return frozenset().union(*(TERMS[role] for role, distance in found if distance <= least + ALIKE))

    def _distances(self, place: Place) -> Iterator[tuple[str, float]]:
        """How far a place is from each part."""
        for arrow in self.arrows:
            yield arrow.role, _distance(place, arrow.tail, arrow.tip)
        for trial in (*self.trials, *self.simplex):
            yield "trials", max(0.0, math.dist(place, trial) - TRIAL_RADIUS)
        for square in self.squares:
            yield "divisor", math.dist(place, square.nearest(place))
        for bend in self.bends:
            yield "curvature", _distance(place, (-bend.end[0], -bend.end[1]), bend.end)
        if self.radii is not None and min(self.radii) > 0.0:
            around = math.hypot(place[0] / self.radii[0], place[1] / self.radii[1])
            yield "divisor", math.hypot(*place) * abs(1.0 - 1.0 / around) if around else min(self.radii)

    @property
    def reach(self) -> float:
        """How far its parts are from the run, at most."""
        tried = max((math.hypot(*place) for place in (*self.trials, *self.simplex)), default=0.0)
        longest = max((math.hypot(*arrow.tip) for arrow in self.arrows), default=0.0)
        return max(tried + 8.0, longest + 2 * HEAD, LARGEST_BEND + 6.0, GAP + 2 * LARGEST_SQUARE + 20.0)


def _distance(place: Place, tail: Place, tip: Place) -> float:
    """How far a place is from a line between two others."""
    along, away = (tip[0] - tail[0], tip[1] - tail[1]), (place[0] - tail[0], place[1] - tail[1])
    square = along[0] ** 2 + along[1] ** 2
    share = min(1.0, max(0.0, (away[0] * along[0] + away[1] * along[1]) / square)) if square > 0.0 else 0.0
    return math.dist(away, (share * along[0], share * along[1]))


def _round_factor(wanted: float) -> float:
    """The largest of 1, 2, 5, 10, 20, … that is not above a number."""
    power = 10.0 ** math.floor(math.log10(min(wanted, 1e9)))
    return max(share * power for share in (1.0, 2.0, 5.0) if share * power <= wanted or share == 1.0)
