"""Every critical point that is known of the surface: declared, searched for, found by a run; no widget."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from gui.numbers import format_number
from gui.shown import shown_place, shown_surface
from surfaces import CriticalPoint, build_surface
from surfaces.slice import Slice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.events import Finding
    from engine.session import Session
    from surfaces import Surface

DECLARED, SEARCHED, FOUND = "declared", "searched", "found"
ORIGINS = (DECLARED, SEARCHED, FOUND)
"""Who says that a point is one: the surface, a search over all of it, a run that came near it."""
MOST_NAMES = 2
"""More runs than these are told by their number."""
SAME = 1e-3
"""Points this near to each other, as a share of the diagonal, are one."""
OFF_PLANE = 0.4
"""So opaque is what lies off the plane that is shown of many parameters."""

translate = QCoreApplication.translate


@dataclass(frozen=True)
class KnownPoint(CriticalPoint):
    """A critical point where it stands on the plots, and who found it."""

    origin: str = DECLARED
    finders: tuple[str, ...] = ()
    """What the runs are called that have found it."""
    full: tuple[float, ...] = ()
    """All its coordinates."""
    in_plane: bool = True
    """Whether it lies in the plane that the plots show."""


Found = tuple[tuple[str, tuple[CriticalPoint, ...]], ...]
"""What runs have found, by what they are called."""


def known_points(session: Session, given: Sequence[CriticalPoint], found: Found) -> tuple[KnownPoint, ...]:
    """Return every point that is known, where it stands on the plots.

    Parameters
    ----------
    session
        Whose surface and axes are shown.
    given
        What is declared or was searched for, of a surface of two parameters.
    found
        What runs have found on their way.
    """
    surface = build_surface(session.surface)
    declared = surface.minima + surface.saddles + surface.maxima
    new = _findings(surface, given if surface.dim == 2 else declared, found)
    names = [name for name, _ in found]
    if surface.dim == 2:
        mine = _searched(surface, given, declared, [finding.point for finding in new])
    else:
        mine = tuple(_on_plots(session, point, DECLARED) for point in declared)
    return mine + tuple(
        _on_plots(session, one.point, FOUND, tuple(names[run] for run in dict.fromkeys(one.runs))) for one in new
    )


def full_points(points: Iterable[KnownPoint]) -> tuple[CriticalPoint, ...]:
    """Return the points with all their coordinates."""
    return tuple(CriticalPoint(point.full, point.value, point.kind, point.smooth) for point in points)


def _findings(surface: Surface, given: Sequence[CriticalPoint], found: Found) -> tuple[Finding, ...]:
    """What runs have found beyond what is given; of flat points they have told what these are."""
    if not any(points for _, points in found):
        return ()
    from engine.events import findings  # as the scales, not needed for the first window
    from surfaces.scales import surface_scales

    known = [point for point in given if point.kind != "degenerate"]
    return findings((points for _, points in found), known, surface_scales(surface).diagonal)


def _searched(
    surface: Surface, given: Sequence[CriticalPoint], declared: Sequence[CriticalPoint], found: Sequence[CriticalPoint]
) -> tuple[KnownPoint, ...]:
    x0, x1, y0, y1 = surface.bounds
    apart = SAME * math.hypot(x1 - x0, y1 - y0)

    def is_among(point: CriticalPoint, others: Sequence[CriticalPoint]) -> bool:
        return any(math.dist(point.params, other.params) <= apart for other in others)

    return tuple(
        KnownPoint(
            point.params,
            point.value,
            point.kind,
            point.smooth,
            DECLARED if is_among(point, declared) else SEARCHED,
            full=point.params,
        )
        for point in given
        if point.kind != "degenerate" or not is_among(point, found)
    )


def _on_plots(session: Session, point: CriticalPoint, origin: str, finders: tuple[str, ...] = ()) -> KnownPoint:
    shown, place = shown_surface(session), shown_place(session, point.params)
    held = math.dist(shown.lifted(np.array(place)).tolist(), point.params) if isinstance(shown, Slice) else 0.0
    in_plane = held <= 1e-9
    return KnownPoint(place, point.value, point.kind, point.smooth, origin, finders, point.params, in_plane)


def is_off_plane(point: CriticalPoint) -> bool:
    """Return whether a point lies off the plane that the plots show."""
    return isinstance(point, KnownPoint) and not point.in_plane


def origin_text(origin: str, finders: tuple[str, ...]) -> str:
    """Return in a word or two who says that a point is one."""
    if origin != FOUND:
        return {
            DECLARED: translate("known_points", "declared"),
            SEARCHED: translate("known_points", "searched"),
        }[origin]
    if len(finders) > MOST_NAMES:
        return translate("known_points", "found by {count} runs").format(count=len(finders))
    return translate("known_points", "found by {runs}").format(runs=", ".join(finders))


def place_text(full: tuple[float, ...], in_plane: bool) -> str:
    """Return where a point is that the plots do not show whole: all its coordinates; nothing for others."""
    if len(full) <= 2:
        return ""
    text = translate("known_points", "at ({place})")
    if not in_plane:
        text = translate("known_points", "at ({place}), off the plane shown")
    return text.format(place=", ".join(map(format_number, full)))
