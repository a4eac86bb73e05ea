"""What a window shows of data: the samples themselves, and what a model at some weights predicts."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from surfaces.catalogue import surface_row
from surfaces.data.columns import BATCH_NORM_EPS, raw_columns, scaling_of
from surfaces.data.generators import GENERATORS
from surfaces.data.models import DataModel, data_model
from surfaces.data.spec import DataSpec
from surfaces.formula import compile_formula
from surfaces.surface import SurfaceError

if TYPE_CHECKING:
    from surfaces.surface import Array, SurfaceSpec


def data_of(spec: SurfaceSpec) -> DataSpec:
    """The data a spec stands for: its own, or the row's.

    Raises
    ------
    SurfaceError
        For a surface that is not made of data.
    """
    data = spec.data or (surface_row(spec.name).data if spec.name else None)
    if data is None:
        raise SurfaceError("This surface is not made of data.")
    return data


def generated(model: DataModel, generator: str, data: DataSpec) -> DataSpec:
    """``data`` with its samples from a generator at that generator's defaults; the preparation stays.

    Raises
    ------
    SurfaceError
        For a generator that does not fit the model.
    """
    if generator not in model.generators:
        fitting = ", ".join(model.generators)
        raise SurfaceError(f"The {model.title.lower()} takes no samples from “{generator}”; it takes {fitting}.")
    own = GENERATORS[generator]
    source = {"n": own.n, "noise": own.noise, "seed": own.seed, "outliers": 0.0}
    return replace(data, generator=generator, options=(), points=(), title="", **source)  # type: ignore[arg-type]


def given(data: DataSpec, points: tuple[tuple[float, ...], ...], title: str = "") -> DataSpec:
    """``data`` with these samples in place of its own; the preparation stays."""
    plain = DataSpec()
    return replace(
        data, generator="", n=plain.n, noise=0.0, outliers=0.0, seed=0, options=(), points=points, title=title
    )


@lru_cache(maxsize=32)
def _samples(model: DataModel, data: DataSpec) -> dict[str, Array]:
    return dict(zip(model.columns, raw_columns(model, data), strict=True))


def samples_of(spec: SurfaceSpec) -> dict[str, Array]:
    """The samples as they were made or given, before any scaling: read-only columns of shape ``(N,)`` by name.

    Raises
    ------
    SurfaceError
        When the surface is not made of data or the data do not fit its model.
    """
    return dict(_samples(data_model(spec.name), data_of(spec)))


def prediction(spec: SurfaceSpec, params: tuple[float, ...], inputs: Array) -> Array:
    """What the model predicts at unscaled inputs: the curve through the samples.

    Parameters
    ----------
    params
        The weights.
    inputs
        Shape ``(...)`` for a model with one input, ``(..., 2)`` for two. They are scaled, and normalised, with the
        statistics of the surface's own samples.

    Returns
    -------
    Predictions of shape ``(...)``.

    Raises
    ------
    SurfaceError
        When the surface is not made of data, or its model predicts nothing.
    """
    model, data = data_model(spec.name), data_of(spec)
    if not model.prediction:
        raise SurfaceError(f"The {model.title.lower()} predicts nothing.")
    inputs = np.asarray(inputs, dtype=np.float64)
    columns = [inputs] if len(model.inputs) == 1 else [inputs[..., index] for index in range(len(model.inputs))]
    samples = samples_of(spec)
    prepared = [_as_seen(name, column, samples[name], data) for name, column in zip(model.inputs, columns, strict=True)]
    # The weights are the formula's parameters here: one pair of them, many inputs.
    formula = compile_formula(model.prediction, model.inputs, model.variables)
    return formula.value(np.stack(prepared, axis=-1), params)


def _as_seen(name: str, column: Array, samples: Array, data: DataSpec) -> Array:
    shift, width = scaling_of(name, samples, data.scaling)
    seen: Array = (column - shift) / width
    if data.batch_norm:
        own = (samples - shift) / width
        seen = (seen - own.mean()) / np.sqrt(own.var() + BATCH_NORM_EPS)
    return seen
