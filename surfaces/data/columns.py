"""From a data specification to the columns the loss sees: made or given, checked, scaled, normalised."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from surfaces.data.generators import GENERATORS, generate
from surfaces.data.spec import LARGEST_NUMBER, MOST_SAMPLES, SCALINGS, DataSpec
from surfaces.surface import SurfaceError

if TYPE_CHECKING:
    from surfaces.data.models import DataModel
    from surfaces.surface import Array

    Columns = tuple[Array, ...]

BATCH_NORM_EPS = 1e-5
LARGEST_NOISE = 1e6
MOST_OUTLIERS = 0.5


def raw_columns(model: DataModel, data: DataSpec) -> Columns:
    """The samples as they were made or given: one array of shape ``(N,)`` for each of the model's columns.

    Raises
    ------
    SurfaceError
        When the specification does not fit the model, in one sentence.
    """
    _check_source(model, data)
    columns = generate(data) if data.generator else tuple(np.array(data.points, dtype=np.float64).T)
    _check_targets(model, columns[-1])
    for column in columns:
        column.flags.writeable = False
    return columns


@lru_cache(maxsize=32)
def prepared_columns(model: DataModel, data: DataSpec) -> Columns:
    """The samples as the loss sees them, before any batch normalisation; shared and read-only.

    Raises
    ------
    SurfaceError
        When the specification does not fit the model, or a column is constant and cannot be scaled.
    """
    check_preparation(model, data)
    raw = raw_columns(model, data)
    inputs = len(model.inputs)
    scaled = []
    for name, column in zip(model.inputs, raw[:inputs], strict=True):
        shift, width = scaling_of(name, column, data.scaling)
        scaled.append((column - shift) / width)
    return (*scaled, *raw[inputs:])


def scaling_of(name: str, column: Array, scaling: str) -> tuple[float, float]:
    """The (shift, width) of (x − shift)/width; (0, 1) without scaling. The standard deviation is the population's."""
    if scaling == "none":
        return 0.0, 1.0
    low, high = float(column.min()), float(column.max())
    if not low < high:
        raise SurfaceError(f"The column {name} is the same in every sample, so it cannot be scaled; choose none.")
    return (float(column.mean()), float(column.std())) if scaling == "standardize" else (low, high - low)


def batch_normalised(column: Array) -> Array:
    """(x − mean)/√(variance + 1e-5) over the last axis: the drawn samples (Ioffe and Szegedy, 2015)."""
    centred = column - column.mean(axis=-1, keepdims=True)
    variance = np.square(centred).mean(axis=-1, keepdims=True)
    normalised: Array = centred / np.sqrt(variance + BATCH_NORM_EPS)
    return normalised


def check_preparation(model: DataModel, data: DataSpec) -> None:
    """Refuse a scaling, loss or penalty the model does not offer."""
    if data.scaling not in SCALINGS:
        raise SurfaceError(f"There is no scaling “{data.scaling}”; there are {', '.join(SCALINGS)}.")
    if data.scaling != "none" and not model.inputs:
        raise SurfaceError(f"The {model.title.lower()} has no input column to scale.")
    if data.loss not in model.loss_names:
        offered = " or ".join(model.loss_names)
        raise SurfaceError(f"The loss “{data.loss}” is not offered by the {model.title.lower()}; it takes {offered}.")
    for name, strength in (("l1", data.l1), ("l2", data.l2)):
        if not 0.0 <= strength <= LARGEST_NOISE:
            raise SurfaceError(f"The strength {name} is a number from 0 to 1e6, not {strength}.")
    if data.batch_norm and not model.batch_norm:
        raise SurfaceError(f"The {model.title.lower()} has no layer for batch normalisation.")


def _check_source(model: DataModel, data: DataSpec) -> None:
    if data.generator and data.points:
        raise SurfaceError("Samples are either generated or given one by one, and not both.")
    if data.generator:
        _check_generator(model, data)
    elif data.points:
        _check_points(model, data.points)
    else:
        raise SurfaceError("A surface made of data needs at least one sample.")


def _check_generator(model: DataModel, data: DataSpec) -> None:
    if data.generator not in model.generators:
        fitting = ", ".join(model.generators)
        raise SurfaceError(f"The {model.title.lower()} takes no samples from “{data.generator}”; it takes {fitting}.")
    if not 1 <= data.n <= MOST_SAMPLES:
        raise SurfaceError(f"The number of samples n is a whole number from 1 to {MOST_SAMPLES}, not {data.n}.")
    if not 0.0 <= data.noise <= LARGEST_NOISE:
        raise SurfaceError(f"The noise is a number from 0 to 1e6, not {data.noise}.")
    if not 0.0 <= data.outliers <= MOST_OUTLIERS:
        raise SurfaceError(f"The share of outliers is a number from 0 to 0.5, not {data.outliers}.")
    if data.seed < 0:
        raise SurfaceError(f"The seed of the data is a whole number from 0 up, not {data.seed}.")
    own = {option.name: option for option in GENERATORS[data.generator].options}
    for name, value in data.options:
        if name not in own:
            has = f"it has {', '.join(own)}" if own else "it has none"
            raise SurfaceError(f"The samples from “{data.generator}” have no option “{name}”; {has}.")
        if not abs(value) <= LARGEST_NOISE:
            raise SurfaceError(f"The option {name} is a number within ±1e6, not {value}.")


def _check_points(model: DataModel, points: tuple[tuple[float, ...], ...]) -> None:
    if len(points) > MOST_SAMPLES:
        raise SurfaceError(f"A surface takes at most {MOST_SAMPLES} samples; these are {len(points)}.")
    width = len(model.columns)
    for number, point in enumerate(points, 1):
        if len(point) != width:
            raise SurfaceError(f"Sample {number} has {len(point)} numbers; {', '.join(model.columns)} are {width}.")
        if not all(math.isfinite(value) and abs(value) <= LARGEST_NUMBER for value in point):
            raise SurfaceError(f"Sample {number} has a number that is not finite or beyond ±1e50.")


def _check_targets(model: DataModel, target: Array) -> None:
    if model.labels and not bool(((target >= 0.0) & (target <= 1.0)).all()):
        wrong = float(target[(target < 0.0) | (target > 1.0)][0])
        raise SurfaceError(f"The target of the {model.title.lower()} is a label from 0 to 1, not {wrong:g}.")
