"""What the numbers of a step mean, in a few sentences: inertia, braking on steep axes, speeding up on flat ones.

A sentence is a key with numbers, so that a window can say it in another language. Which ones are said follows from
the terms of the step alone, never from the optimizer's name.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from engine.remarks import hessian_remark
from surfaces.taylor import FIRST, Taylor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from engine.explain.explanation import Explanation
    from engine.history import Snapshot
    from engine.run import RunConfig
    from surfaces import Array, Surface

SENTENCES = {
    "no result": "The step has no result: one of its terms is not a finite number.",
    "rest": "It does not move: there is no slope here, and nothing carries it on.",
    "stays": "It stays where it is: none of the {count} points that it tried was better.",
    "still": "It does not move in this step.",
    "batch": "The step sees {count} of {samples} samples; their gradient points {angle}° away from the full one.",
    "whole slope": "The step goes straight down the slope: the learning rate times the gradient.",
    "steep": "{steep} is {ratio} times steeper than {flat} here, so {share} % of the step goes along {steep}.",
    "brake": "{steep} has had larger gradients, so its step is braked {ratio} times as hard as that of {flat} "
    "(divided by {divisor}, the other by {other}).",
    "even": "Both axes have had gradients alike: their steps are divided by {divisor} and {other}.",
    "built up": "Steps that kept their direction have added up: this one is {ratio} times the gradient's own.",
    "held back": "Steps that alternated have cancelled: this one is only {ratio} times the gradient's own.",
    "inertia": "On {axis} inertia carries it on, although the slope there points the other way.",
    "uphill": "The step leads uphill: what it remembers outweighs the slope here.",
    "turned": "On {axis} it turns round: the last step went the other way, across the valley.",
    "trials": "It tried {count} points before it chose this one.",
    "falls": "The loss falls from {before} to {after}; the slope alone promised {promised}.",
    "climbs": "The loss rises from {before} to {after}.",
    "rises": "The loss rises from {before} to {after}: the step is longer than the slope holds.",
    "trust": "Along this step the slope's promise holds (to a tenth) for {distance}; the step is {length} long, "
    "{ratio} times that.",
    "hessian": "{remark}",
}
CLEARLY = 1.5
"""A ratio from which two things are called different."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of `SENTENCES` with its numbers, already written."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)

    def text(self, template: str = "") -> str:
        """Return the sentence, in English or by another template."""
        return (template or SENTENCES[self.key]).format(**self.values)


def sentences(found: Explanation, config: RunConfig, snapshot: Snapshot, surface: Surface) -> tuple[Sentence, ...]:
    """Return what is worth saying about a step, the reason first, then the outcome."""
    update = np.array(found.update)
    if not np.isfinite(update).all():
        return (Sentence("no result"), *_about_hessian(found, config, surface))
    if not update.any():
        return (_about_rest(found, snapshot), *_about_hessian(found, config, surface))
    said = [*_about_batch(found, snapshot, surface), *_about_hessian(found, config, surface)]
    said += [
        *_about_axes(found, config, update),
        *_about_memory(found, snapshot, update),
        *_about_turns(found, snapshot, update),
    ]
    said += [*_about_trials(found), *_about_loss(found, snapshot, surface, update)]
    return (*said, *_about_trust(found, surface, update))


def _about_rest(found: Explanation, snapshot: Snapshot) -> Sentence:
    if not snapshot.gradient[found.iteration].any():
        return Sentence("rest")
    tried = _tried(found)
    return Sentence("stays", {"count": str(len(tried))}) if tried else Sentence("still")


def _tried(found: Explanation) -> set[tuple[float, ...]]:
    return {asked.params for asked in found.asked} - {found.before}


def _written(number: float, digits: int = 3) -> str:
    return f"{number:.{digits}g}".replace("-", "−")


def _told_apart(*numbers: float) -> tuple[str, ...]:
    """Write numbers with three digits, or as many up to eight as it takes to tell them apart."""
    written = [tuple(_written(number, digits) for number in numbers) for digits in range(3, 9)]
    return next((texts for texts in written if len(set(texts)) == len(set(numbers))), written[-1])


def axis_name(index: int, dim: int) -> str:
    """Return what sentences call a coordinate; whoever shows them may know better."""
    return "xy"[index] if dim == 2 else f"p{index}"


def _values(found: Explanation, role: str) -> Array | None:
    """The numbers of the last term with a role, one for each coordinate."""
    dim = len(found.before)
    fitting = [term for term in found.terms if term.role == role and len(term.values) == dim]
    return np.array(fitting[-1].values) if fitting else None


def _about_batch(found: Explanation, snapshot: Snapshot, surface: Surface) -> Iterator[Sentence]:
    slope = _values(found, "gradient")
    if not found.batch or slope is None:
        return
    full = snapshot.gradient[found.iteration]
    lengths = float(np.linalg.norm(slope) * np.linalg.norm(full))
    if lengths > 0.0:
        cosine = max(-1.0, min(1.0, float(slope @ full) / lengths))
        angle = _written(round(math.degrees(math.acos(cosine)), 1))
        samples = str(getattr(surface, "samples", len(found.batch)))
        yield Sentence("batch", {"count": str(len(found.batch)), "samples": samples, "angle": angle})


def _about_hessian(found: Explanation, config: RunConfig, surface: Surface) -> Iterator[Sentence]:
    remark = hessian_remark(config.optimizer, surface, found.before)
    if remark:
        yield Sentence("hessian", {"remark": remark})


def _about_axes(found: Explanation, config: RunConfig, update: Array) -> Iterator[Sentence]:
    """Say what each axis is divided by for its slopes, and not for its curvature; or which one is steeper."""
    divisor, slope = _values(found, "divisor"), _values(found, "gradient")
    if len(update) < 2:
        return
    if divisor is not None and (divisor > 0.0).all() and not config.optimizer.uses_hessian:
        yield from _about_divisors(divisor)
    elif slope is not None and _is_along(update, -slope):
        yield Sentence("whole slope")
        yield from _about_steepness(np.abs(slope), update)


def _is_along(one: Array, other: Array) -> bool:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return lengths > 0.0 and float(one @ other) > (1.0 - 1e-9) * lengths


def _about_divisors(divisor: Array) -> Iterator[Sentence]:
    most, least = int(np.argmax(divisor)), int(np.argmin(divisor))
    if divisor[most] < CLEARLY * divisor[least]:
        yield Sentence("even", {"divisor": _written(divisor[most]), "other": _written(divisor[least])})
        return
    yield Sentence(
        "brake",
        {
            "steep": axis_name(most, len(divisor)),
            "flat": axis_name(least, len(divisor)),
            "ratio": _written(divisor[most] / divisor[least]),
            "divisor": _written(divisor[most]),
            "other": _written(divisor[least]),
        },
    )


def _about_steepness(slope: Array, update: Array) -> Iterator[Sentence]:
    steep, flat = int(np.argmax(slope)), int(np.argmin(slope))
    if slope[flat] <= 0.0 or slope[steep] < CLEARLY * slope[flat]:
        return
    share = 100.0 * abs(update[steep]) / float(np.abs(update).sum())
    names = {"steep": axis_name(steep, len(slope)), "flat": axis_name(flat, len(slope))}
    yield Sentence("steep", {**names, "ratio": _written(slope[steep] / slope[flat]), "share": f"{share:.0f}"})


def _about_memory(found: Explanation, snapshot: Snapshot, update: Array) -> Iterator[Sentence]:
    """Say what earlier gradients add to this one, where the step remembers them."""
    slope = _values(found, "gradient")
    if slope is None or not any(term.role == "state" for term in found.terms):
        return
    if float(update @ slope) > 0.0:
        yield Sentence("uphill")
        return
    against = [index for index in range(len(update)) if update[index] * slope[index] > 0.0]
    notable = [index for index in against if abs(update[index]) > 0.1 * np.abs(update).max()]
    for index in notable:
        yield Sentence("inertia", {"axis": axis_name(index, len(update))})
    if _values(found, "divisor") is None and not notable:
        yield from _about_build_up(found, snapshot, update, slope)


def _about_build_up(found: Explanation, snapshot: Snapshot, update: Array, slope: Array) -> Iterator[Sentence]:
    """Say so where the last step went the slope's way and this one is longer for it, or against it and shorter."""
    own = float(np.linalg.norm(slope)) * found.learning_rate
    if found.iteration == 0 or own == 0.0:
        return
    ratio = float(np.linalg.norm(update)) / own
    went_along = float(_last_step(found, snapshot) @ slope) < 0.0
    if went_along and ratio > CLEARLY:
        yield Sentence("built up", {"ratio": _written(ratio)})
    elif not went_along and ratio < 1.0 / CLEARLY:
        yield Sentence("held back", {"ratio": _written(ratio)})


def _last_step(found: Explanation, snapshot: Snapshot) -> Array:
    return np.asarray(snapshot.params[found.iteration] - snapshot.params[found.iteration - 1])


def _about_turns(found: Explanation, snapshot: Snapshot, update: Array) -> Iterator[Sentence]:
    if found.iteration == 0:
        return
    last = _last_step(found, snapshot)
    for index in range(len(update)):
        if update[index] * last[index] < 0.0 and abs(update[index]) > 0.3 * np.abs(update).max():
            yield Sentence("turned", {"axis": axis_name(index, len(update))})


def _about_trials(found: Explanation) -> Iterator[Sentence]:
    if len(_tried(found)) > 1:
        yield Sentence("trials", {"count": str(len(_tried(found)))})


def _about_loss(found: Explanation, snapshot: Snapshot, surface: Surface, update: Array) -> Iterator[Sentence]:
    before, after = float(snapshot.loss[found.iteration]), float(surface.value(np.array(found.after)))
    change = float(snapshot.gradient[found.iteration] @ update)
    texts = _told_apart(before, after, before + change) if after < before else _told_apart(before, after)
    values = dict(zip(("before", "after", "promised"), texts, strict=False))
    if after > before:
        yield Sentence("climbs" if change > 0.0 else "rises", values)
    elif after < before:
        yield Sentence("falls", values)


def _about_trust(found: Explanation, surface: Surface, update: Array) -> Iterator[Sentence]:
    """Say how long a step the first-order model stands for, where this one is longer."""
    length = float(np.linalg.norm(update))
    taylor = Taylor(surface, np.array(found.before))
    if not np.isfinite(taylor.gradient).all() or not taylor.gradient.any():
        return
    distance = float(taylor.trust_distance((update / length)[None], FIRST, length)[0])
    if 0.0 < distance < length / CLEARLY:
        ratio = _written(length / distance)
        yield Sentence("trust", {"distance": _written(distance), "length": _written(length), "ratio": ratio})
