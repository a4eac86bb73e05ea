"""From a run to the rows of its card, and back from a row to the run: no widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.hyperparameters import Hyperparameter, hyperparameters
from engine.schedules import make_schedule
from gui.offers import OPTIMIZER_OFFER, SCHEDULE_OFFER
from gui.translation.sentences import data_text
from gui.views.run_card import RunModel
from gui.widgets.parameter_spec import ParameterSpec, Value

if TYPE_CHECKING:
    from engine.session import RunSpec
    from gui.widgets.choice import Offer

SCHEDULE = "schedule"
"""Name of the row that chooses a schedule; its hyperparameters are `schedule.<name>`."""
SAMPLING = "sampling."
"""Beginning of the names of the rows that say how a run draws its samples."""
RATE = "learning_rate"


def run_model(run: RunSpec, samples: int = 0) -> RunModel:
    """Return what the card of a run shows on a surface with so many samples."""
    first, *others = [_spec(parameter, OPTIMIZER_OFFER) for parameter in hyperparameters(run.optimizer)]
    if any(spec.offer for spec in others):
        first = first._replace(label=data_text("rate factor"), grows=True)  # on what its parts have: however large
    batch, chance = _sampling_specs(samples, draws=run.optimizer.draws)
    specs = (first, *batch, *others, *chance, *_schedule_specs(run))
    schedule = {f"{SCHEDULE}.{name}": value for name, value in run.schedule.values().items()}
    values = {**run.optimizer.values(), **_sampling_values(run, samples), SCHEDULE: run.schedule.name, **schedule}
    return RunModel(run.key, run.label, run.style, run.optimizer.name, run.visible, specs, values)


def _spec(parameter: Hyperparameter, offer: Offer, prefix: str = "") -> ParameterSpec:
    """Return the row of a hyperparameter. In front are the learning rate, parts, and the learning rates of those."""
    *parts, name = (prefix + parameter.name).split(".")
    return ParameterSpec(
        name=prefix + parameter.name,
        label=_label(name),
        default=parameter.default,
        low=parameter.low,
        high=parameter.high,
        scale=parameter.scale,
        help=data_text(parameter.help),
        minimum=parameter.minimum,
        below=parameter.below,
        choices=parameter.choices,
        offer=offer if parameter.is_part else None,
        depth=len(parts),
        inside=", ".join(map(_label, parts)),
        front=not prefix and (name == RATE or parameter.is_part),
    )


def _label(name: str) -> str:
    return data_text(name.replace("_", " "))


def _schedule_specs(run: RunSpec) -> tuple[ParameterSpec, ...]:
    """Return the row that chooses a schedule, in front once one is chosen, and those of the chosen one."""
    chooser = ParameterSpec(
        SCHEDULE,
        data_text("schedule"),
        "constant",
        help=data_text("How the learning rate changes with the iteration."),
        offer=SCHEDULE_OFFER,
        front=run.schedule.name != "constant",
    )
    own = (_spec(parameter, SCHEDULE_OFFER, f"{SCHEDULE}.") for parameter in hyperparameters(run.schedule))
    return chooser, *own


def _sampling_specs(samples: int, *, draws: bool) -> tuple[tuple[ParameterSpec, ...], tuple[ParameterSpec, ...]]:
    """Return the row of the batch size, and those of how samples are put back and of the stream, as far as needed."""
    helps = (
        data_text("Samples a step sees; all of them give the exact gradient."),
        data_text("Put every drawn sample back at once; without, the bag is emptied once an epoch."),
        data_text("Another number draws otherwise; runs of one number draw the same."),
    )
    stream = ParameterSpec(f"{SAMPLING}stream", data_text("stream"), 1, 0, 50, help=helps[2], minimum=0, maximum=2**31)
    if samples < 2:  # a single sample is always the whole
        return (), (stream,) if draws else ()
    size = ParameterSpec(
        f"{SAMPLING}batch_size",
        data_text("batch size"),
        samples,
        1,
        samples,
        "log",
        helps[0],
        minimum=1,
        maximum=samples,
        front=True,
    )
    back = ParameterSpec(f"{SAMPLING}replacement", data_text("put back"), False, help=helps[1])
    return (size,), (back, stream)


def _sampling_values(run: RunSpec, samples: int) -> dict[str, Value]:
    sampling = run.sampling
    values: dict[str, Value] = {}
    if samples > 1:
        size = sampling.batch_size if sampling.is_stochastic(samples) else samples
        values = {"batch_size": size, "replacement": sampling.replacement}
    if samples > 1 or run.optimizer.draws:
        values["stream"] = sampling.stream
    return {f"{SAMPLING}{name}": value for name, value in values.items()}


def changed_run(run: RunSpec, name: str, value: object, samples: int = 0) -> RunSpec:
    """Return the run with one row of its card changed; raises HyperparameterError."""
    if name.startswith(SAMPLING):
        changed = replace(run.sampling, **{name.removeprefix(SAMPLING): value})  # type: ignore[arg-type]
        whole = name.endswith("batch_size") and int(str(value)) >= samples
        return replace(run, sampling=replace(changed, batch_size=0) if whole else changed)
    if name == SCHEDULE:
        return replace(run, schedule=make_schedule(str(value)))
    if name.startswith(f"{SCHEDULE}."):
        return replace(run, schedule=run.schedule.replaced(**{name.removeprefix(f"{SCHEDULE}."): value}))
    return replace(run, optimizer=run.optimizer.replaced(**{name: value}))
