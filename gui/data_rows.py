"""From a surface's data to the rows of the data page and back: pure functions, no widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.translation.sentences import data_text
from gui.widgets.parameter_spec import ParameterSpec, Value
from surfaces import BagSpec
from surfaces.data.generators import GENERATORS
from surfaces.data.spec import MOST_SAMPLES, SCALINGS

if TYPE_CHECKING:
    from surfaces.data.models import DataModel
    from surfaces.data.spec import DataSpec

    Rows = tuple[tuple[ParameterSpec, ...], dict[str, Value]]

LARGEST_SEED = 2**31 - 1
POINTS = "points"
"""The source of samples that stand in the session one by one."""
_OPTION = "option."


def source_choices(model: DataModel, data: DataSpec) -> tuple[tuple[str, str], ...]:
    """Return where a model's samples can come from, and the present points if there are some."""
    choices = [(name, data_text(GENERATORS[name].title)) for name in model.generators]
    if data.points:
        own = QCoreApplication.translate("data rows", "Samples of my own")
        choices.append((POINTS, data.title or own))
    return tuple(choices)


def source_rows(data: DataSpec) -> Rows:
    """Return the rows of a generator's numbers; samples given one by one have none."""
    if not data.generator:
        return (), {}
    translate, generator = QCoreApplication.translate, GENERATORS[data.generator]
    specs = [
        ParameterSpec("n", translate("data rows", "samples"), generator.n, 2, 2000, "log", minimum=1,
                      maximum=MOST_SAMPLES, help=translate("data rows", "How many samples are made.")),
        ParameterSpec("noise", translate("data rows", "noise"), generator.noise, 0.0, generator.most_noise,
                      minimum=0.0, maximum=1e6, help=data_text(generator.noise_help)),
        ParameterSpec("outliers", translate("data rows", "outliers"), 0.0, 0.0, 0.5, minimum=0.0, maximum=0.5,
                      help=translate("data rows", "Share of the samples thrown far off (or labelled wrongly).")),
        _seed_spec("seed", generator.seed, translate("data rows", "Another number makes other samples.")),
    ]  # fmt: skip
    specs += [
        ParameterSpec(_OPTION + o.name, data_text(o.name), o.default, o.low, o.high, help=data_text(o.help), grows=True)
        for o in generator.options
    ]
    own = {option.name: option.default for option in generator.options} | dict(data.options)
    values: dict[str, Value] = {"n": data.n, "noise": data.noise, "outliers": data.outliers, "seed": data.seed}
    return tuple(specs), values | {_OPTION + name: value for name, value in own.items()}


def preparation_rows(model: DataModel, data: DataSpec) -> Rows:
    """Return the rows of what reshapes the surface: scaling, loss, penalties, batch normalisation."""
    translate = QCoreApplication.translate
    specs = []
    if model.inputs:
        help_text = translate("data rows", "Standardize: mean 0 and deviation 1 for every input. Min-max: from 0 to 1.")
        specs.append(
            ParameterSpec("scaling", translate("data rows", "scaling"), "none", choices=SCALINGS, help=help_text)
        )
    if len(model.loss_names) > 1:
        help_text = translate("data rows", "The squared error of a sigmoid has flat ground; cross-entropy has none.")
        specs.append(
            ParameterSpec("loss", translate("data rows", "loss"), model.loss_names[0], choices=model.loss_names,
                          help=help_text)
        )  # fmt: skip
    specs += [
        ParameterSpec("l1", "L1", 0.0, 0.0, 1.0, minimum=0.0, maximum=1e6, grows=True,
                      help=translate("data rows", "Adds l1·(|w₁| + |w₂|): kinks that hold weights at 0.")),
        ParameterSpec("l2", "L2", 0.0, 0.0, 1.0, minimum=0.0, maximum=1e6, grows=True,
                      help=translate("data rows", "Adds l2/2·(w₁² + w₂²): a round bowl that lifts flat directions.")),
    ]  # fmt: skip
    if model.batch_norm:
        help_text = translate("data rows", "Normalises the input with the mean and variance of the drawn samples.")
        specs.append(ParameterSpec("batch_norm", translate("data rows", "batch norm"), False, help=help_text))
    return tuple(specs), {spec.name: getattr(data, spec.name) for spec in specs}


def bag_rows(bag: BagSpec) -> Rows:
    """Return the rows of a bag over an analytic surface."""
    translate, plain = QCoreApplication.translate, BagSpec()
    specs = (
        ParameterSpec("samples", translate("data rows", "samples"), plain.samples, 2, 2000, "log", minimum=2,
                      maximum=100_000, help=translate("data rows", "How many samples are in the bag.")),
        ParameterSpec("tilt", translate("data rows", "tilt"), plain.tilt, 0.01, 30.0, "log", minimum=0.0,
                      help=translate("data rows", "Standard deviation of the slopes that the samples add.")),
        _seed_spec("seed", plain.seed, translate("data rows", "Another number tilts the samples otherwise.")),
    )  # fmt: skip
    return specs, {"samples": bag.samples, "tilt": bag.tilt, "seed": bag.seed}


def chance_rows(seed: int) -> Rows:
    """Return the row of the seed that all runs draw from."""
    text = QCoreApplication.translate(
        "data rows", "Another number makes other draws in every run: batches, and those of optimizers that draw."
    )
    return (_seed_spec("seed", 0, text),), {"seed": seed}


def changed_data(data: DataSpec, name: str, value: object) -> DataSpec:
    """Return the data with one row changed."""
    if name.startswith(_OPTION):
        options = {**dict(data.options), name.removeprefix(_OPTION): float(str(value))}
        return replace(data, options=tuple(sorted(options.items())))
    return replace(data, **{name: value})  # type: ignore[arg-type]  # the rows give each field its type


def _seed_spec(name: str, default: int, text: str) -> ParameterSpec:
    label = QCoreApplication.translate("data rows", "seed")
    return ParameterSpec(name, label, default, 0, 50, minimum=0, maximum=LARGEST_SEED, help=text)
