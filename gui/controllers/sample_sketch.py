"""What the sample plot shows at the playhead: each run's fit, the samples its step draws, and the words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.batches import batch
from gui.presenting import shown_runs
from gui.views.sample_plot import CURVE, PLACES, PLANE, Fit
from surfaces import SampledSurface, build_surface
from surfaces.data.columns import scaling_of
from surfaces.data.models import DataModel, data_model
from surfaces.data.show import data_of, prediction, samples_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from engine.history import Snapshot
    from engine.session import RunSpec, Session
    from surfaces import Array, SurfaceSpec

MOST_FITS = 8
CROSS = 0.06


def samples_kind(model: DataModel) -> str:
    """Return how a model's samples are drawn."""
    if not model.prediction:
        return PLACES
    return CURVE if len(model.inputs) == 1 else PLANE


def sample_points(spec: SurfaceSpec) -> Array:
    """Return the samples of a surface made of data, one row each."""
    return np.column_stack(list(samples_of(spec).values()))


def sketch(session: Session, snapshots: Mapping[int, Snapshot], rows: Mapping[int, int], x: Array) -> tuple[Fit, ...]:
    """Return what each visible run makes of the samples at its row; `x` are places along the axis."""
    fits = []
    for run, snapshot in shown_runs(session, snapshots)[:MOST_FITS]:
        row = min(rows.get(run.key, 0), snapshot.last)
        line = _line(session.surface, tuple(snapshot.params[row].tolist()), x)
        fits.append(Fit(run.style, line, _drawn(session, run, snapshot, row)))
    return tuple(fits)


def summary(session: Session, snapshots: Mapping[int, Snapshot], rows: Mapping[int, int]) -> str:
    """Return how many samples there are, and what the first run with batches draws at its row."""
    surface = build_surface(session.surface)
    if not isinstance(surface, SampledSurface):
        return ""
    translate, count = QCoreApplication.translate, surface.samples
    words = translate("samples", "{count} samples.") if count > 1 else translate("samples", "A single sample.")
    text = words.format(count=count)
    for run, snapshot in shown_runs(session, snapshots):
        iteration = rows.get(run.key, 0)
        if run.sampling.is_stochastic(count) and iteration < max(snapshot.last, 1):
            per_epoch = run.sampling.steps_per_epoch(count)
            words = translate("samples", "{run}: {drawn} drawn, step {step} of {steps} in epoch {epoch}.")
            return f"{text} " + words.format(
                run=run.label,
                drawn=len(_drawn(session, run, snapshot, iteration)),
                step=iteration % per_epoch + 1,
                steps=per_epoch,
                epoch=run.sampling.epoch_of(iteration, count) + 1,
            )
    return text


def _drawn(session: Session, run: RunSpec, snapshot: Snapshot, iteration: int) -> npt.NDArray[np.int64]:
    """The samples that the step from the playhead draws; none for a full batch or at a run's end."""
    surface = build_surface(session.surface)
    if not isinstance(surface, SampledSurface) or iteration >= snapshot.last:
        return np.empty(0, dtype=np.int64)
    indices = batch(session.seed, run.sampling, iteration, surface.samples)
    return np.empty(0, dtype=np.int64) if indices is None else indices


def _line(spec: SurfaceSpec, params: tuple[float, ...], x: Array) -> Array:
    """The curve through the samples, the border between two labels, or a cross at the weights."""
    kind = samples_kind(data_model(spec.name))
    if kind == CURVE:
        return np.column_stack([x, prediction(spec, params, x)])
    if kind == PLACES:
        arm = CROSS * float(np.ptp(x))
        across = np.array([[-arm, 0.0], [arm, 0.0], [np.nan, np.nan], [0.0, -arm], [0.0, arm]])
        return np.asarray(across + np.array(params))
    return _border(spec, params, x)


def _border(spec: SurfaceSpec, params: tuple[float, ...], x: Array) -> Array:
    """Where w₁x₁ + w₂x₂ is halfway: between two labels at 0, else at the mean of the targets."""
    samples, data = samples_of(spec), data_of(spec)
    first, second, target = samples.values()
    (shift, width), (up, height) = (
        scaling_of(name, column, data.scaling) for name, column in zip(samples, (first, second), strict=False)
    )
    middle = 0.0 if data_model(spec.name).labels else float(target.mean())
    with np.errstate(all="ignore"):
        y = up + height * (middle - params[0] * (x - shift) / width) / np.float64(params[1])
    return np.column_stack([x, y])
