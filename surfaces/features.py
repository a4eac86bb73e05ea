"""Features of sculpted ground: one table of kinds, each a smooth function of its own coordinates.

Every feature is described by the same numbers. Its own coordinates are

    u = ((x − cx)·cos α + (y − cy)·sin α) / width,    v = ((y − cy)·cos α − (x − cx)·sin α) / length
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import TYPE_CHECKING

from surfaces.surface import Feature, SurfaceError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from surfaces.surface import Bounds

MOST_FEATURES = 20
"""More would hardly fit into a formula within the limits of :mod:`surfaces.formula`."""
LARGEST, SMALLEST = 1e9, 1e-9
"""Beyond these, squares of a feature's numbers would overflow or vanish."""


@dataclass(frozen=True)
class FeatureKind:
    """One kind of feature.

    Parameters
    ----------
    title, help
        Its name and what it is for.
    formula
        Text with ``{u}`` and ``{v}`` (its own coordinates), ``{h}`` (its height), and, for kinds that need them,
        ``{dx}``, ``{dy}`` (away from the centre along x and y) and ``{length}``; ``{u}`` comes in brackets.
    width, length
        What a new one gets, as shares of the smaller side of the view.
    has_length
        Whether ``length`` changes it.
    sign
        1 where it raises the ground, −1 where it lowers it.
    """

    title: str
    help: str
    formula: str
    width: float = 0.12
    length: float = 0.12
    has_length: bool = True
    sign: int = 1


FEATURES: dict[str, FeatureKind] = {
    "well": FeatureKind(
        "Well", "A round or oval hollow with a minimum: h·exp(−u² − v²), downwards.", "-{h}*exp(-{u}^2-{v}^2)", sign=-1
    ),
    "hill": FeatureKind("Hill", "A round or oval rise with a maximum: h·exp(−u² − v²).", "{h}*exp(-{u}^2-{v}^2)"),
    "ridge": FeatureKind(
        "Ridge",
        "A wall with an even crest, to be crossed or walked around: h·exp(−u² − v⁴).",
        "{h}*exp(-{u}^2-{v}^4)",
        width=0.07,
        length=0.3,
    ),
    "valley": FeatureKind(
        "Valley",
        "A long trench with an even floor, steep across and flat along: h·exp(−u² − v⁴), downwards.",
        "-{h}*exp(-{u}^2-{v}^4)",
        width=0.07,
        length=0.3,
        sign=-1,
    ),
    "plateau": FeatureKind(
        "Plateau",
        "A table: flat on top, where the gradient all but vanishes, and steep at its edge: h·exp(−(u² + v²)⁴).",
        "{h}*exp(-({u}^2+{v}^2)^4)",
        width=0.18,
        length=0.18,
    ),
    "saddle": FeatureKind(
        "Saddle",
        "Rises along u to a height h and falls along v as far: h·(u² − v²)·exp(1 − u² − v²).",
        "{h}*({u}^2-{v}^2)*exp(1-{u}^2-{v}^2)",
        width=0.15,
        length=0.15,
    ),
    "step": FeatureKind(
        "Step",
        "A smooth cliff across the whole plane, from 0 up to h along u: h·(1 + tanh u)/2.",
        "{h}/2*(1+tanh{u})",
        width=0.05,
        length=0.3,
        has_length=False,
    ),
    "ripple": FeatureKind(
        "Ripple",
        "Waves that fade with the distance r: h·cos(π·u)·exp(−r²/length²); the width is half a wave.",
        "{h}*cos(pi*{u})*exp(-({dx}^2+{dy}^2)/{length}^2)",
        width=0.05,
        length=0.2,
    ),
}
"""Every kind of feature; all are infinitely smooth, and all but the step fade away from their centre."""

_NUMBERS = ("x", "y", "h", "a", "b", "c", "d", "r")
"""What a term is computed from: centre, height, cos/width, sin/width, cos/length, sin/length, length."""


def check_features(features: Sequence[Feature]) -> None:
    """Raise SurfaceError, in one sentence, for features that no surface can have."""
    if len(features) > MOST_FEATURES:
        raise SurfaceError(f"A surface has at most {MOST_FEATURES} features, not {len(features)}.")
    for feature in features:
        _check(feature)


def _check(feature: Feature) -> None:
    if feature.kind not in FEATURES:
        raise SurfaceError(f"There is no feature “{feature.kind}”; the kinds are {', '.join(FEATURES)}.")
    for field in fields(feature)[1:]:
        number = getattr(feature, field.name)
        if not (math.isfinite(number) and abs(number) <= LARGEST):
            raise SurfaceError(f"The {field.name} of a {feature.kind} must be a number within ±1e9, not {number}.")
    if feature.height < 0.0:
        raise SurfaceError(f"The height of a {feature.kind} cannot be below 0; its kind says whether it rises.")
    if min(feature.width, feature.length) < SMALLEST:
        raise SurfaceError(f"Width and length of a {feature.kind} must be at least 1e-9.")


def new_feature(kind: str, x: float, y: float, view: Bounds, height: float) -> Feature:
    """A feature of a kind's usual shape, as large as suits what is in view, its numbers tidy."""
    row, side = FEATURES[kind], smaller_side(view)
    width, length = (tidy(share * side, share * side) for share in (row.width, row.length))
    return Feature(kind, tidy(x, side), tidy(y, side), height, width, length)


def smaller_side(bounds: Bounds) -> float:
    """The smaller side of a rectangle."""
    return min(bounds[1] - bounds[0], bounds[3] - bounds[2])


def tidy(value: float, size: float) -> float:
    """The value rounded to the power of ten of a thousandth of ``size`` or finer: more cannot be seen."""
    return round(float(value), 3 - math.floor(math.log10(size))) + 0.0


# One term


def axes_of(feature: Feature) -> tuple[float, float]:
    """Cosine and sine of the angle; exact for right angles, so that upright features stay upright."""
    quarters = feature.angle / 90.0
    if quarters.is_integer():
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[int(quarters) % 4]
    turned = math.radians(feature.angle)
    return math.cos(turned), math.sin(turned)


def term_values(feature: Feature) -> tuple[float, ...]:
    """The numbers of a feature's term."""
    cosine, sine = axes_of(feature)
    across, along = feature.width, feature.length
    turned = (cosine / across, sine / across, cosine / along, sine / along)
    numbers = dict(zip(_NUMBERS, (feature.x, feature.y, feature.height, *turned, along), strict=True))
    return tuple(numbers[name] for name in term_numbers(feature.kind))


def named_term(kind: str, prefix: str) -> str:
    """A term with names for its numbers."""
    named = {name: f"{prefix}_{name}" for name in _NUMBERS}
    dx, dy = "(x-{x})".format(**named), "(y-{y})".format(**named)
    u = "({a}*{dx}+{b}*{dy})".format(**named, dx=dx, dy=dy)
    v = "({c}*{dy}-{d}*{dx})".format(**named, dx=dx, dy=dy)
    return FEATURES[kind].formula.format(u=u, v=v, dx=dx, dy=dy, h=named["h"], length=named["r"])


def written_term(feature: Feature) -> str:
    """A term with its numbers, as short as they allow."""
    dx, dy = _away("x", feature.x), _away("y", feature.y)
    quarters = feature.angle / 90.0
    if quarters.is_integer():
        along_u, along_v = ((dx, dy), (dy, f"-{dx}"), (f"-{dx}", f"-{dy}"), (f"-{dy}", dx))[int(quarters) % 4]
    else:
        cosine, sine = (f"{name}({_number(feature.angle)}*pi/180)" for name in ("cos", "sin"))
        along_u, along_v = f"({dx}*{cosine}+{dy}*{sine})", f"({dy}*{cosine}-{dx}*{sine})"
    u, v = f"({along_u}/{_number(feature.width)})", f"({along_v}/{_number(feature.length)})"
    height, length = _number(feature.height), _number(feature.length)
    return FEATURES[feature.kind].formula.format(u=u, v=v, dx=dx, dy=dy, h=height, length=length)


def _away(name: str, center: float) -> str:
    if center == 0.0:
        return name
    return f"({name}{'-' if center > 0 else '+'}{_number(abs(center))})"


def _number(value: float) -> str:
    text = repr(float(value)).removesuffix(".0")
    return f"({text})" if value < 0 else text


@lru_cache
def term_numbers(kind: str) -> tuple[str, ...]:
    """Which numbers a kind's term has, in the order of :func:`term_values`."""
    found = set(re.findall(r"q_(\w+)", named_term(kind, "q")))
    return tuple(name for name in _NUMBERS if name in found)
