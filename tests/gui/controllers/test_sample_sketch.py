"""What the sample plot shows at the playhead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.export import run_session
from engine.optimizers import make_optimizer
from engine.session import Session
from gui.controllers.sample_sketch import sample_points, samples_kind, sketch, summary
from gui.views.sample_plot import CURVE, PLACES, PLANE
from surfaces import SurfaceSpec
from surfaces.data.models import MODEL_OF_ROW, data_model
from surfaces.data.show import data_of, prediction
from surfaces.data.spec import DataSpec
from tests.gui.hands import everywhere

if TYPE_CHECKING:
    from engine.history import Snapshot

pytestmark = pytest.mark.usefixtures("qapp")
X = np.linspace(-1.0, 1.0, 5)


def ran(spec: SurfaceSpec, batch_size: int = 0) -> tuple[Session, dict[int, Snapshot]]:
    session = Session(spec, (0.5, -0.25)).adding_run(make_optimizer("gd", {"learning_rate": 0.01}))
    run = replace(session.runs[0], sampling=Sampling(batch_size=batch_size))
    session = replace(session.with_run(run), steps=6)
    return session, {run.key: snapshot for run, snapshot in zip(session.runs, run_session(session), strict=True)}


@pytest.mark.parametrize("row", MODEL_OF_ROW)
def test_every_model_is_drawn(row: str) -> None:
    session, snapshots = ran(SurfaceSpec(name=row))
    (fit,) = sketch(session, snapshots, everywhere(0), X)
    assert fit.line.shape[1] == 2
    assert fit.drawn.size == 0
    kind = samples_kind(data_model(row))
    assert sample_points(session.surface).shape[1] == (3 if kind == PLANE else 2)
    if kind == CURVE:
        assert np.array_equal(fit.line[:, 1], prediction(session.surface, (0.5, -0.25), X))
    if kind == PLACES:
        assert np.allclose(np.nanmean(fit.line, axis=0), (0.5, -0.25))


@pytest.mark.parametrize("scaling", ["none", "standardize", "min-max"])
def test_on_the_border_the_neuron_is_undecided(scaling: str) -> None:
    spec = SurfaceSpec(name="logistic-regression")
    spec = replace(spec, data=replace(data_of(spec), scaling=scaling))
    session, snapshots = ran(spec)
    (fit,) = sketch(session, snapshots, everywhere(0), X)
    assert prediction(spec, (0.5, -0.25), fit.line) == pytest.approx(0.5)


def test_a_batch_is_told_until_the_run_ends() -> None:
    session, snapshots = ran(SurfaceSpec(name="linear-regression"), batch_size=16)
    assert len(sketch(session, snapshots, everywhere(0), X)[0].drawn) == 16
    assert "16 drawn, step 2 of 4 in epoch 2" in summary(session, snapshots, everywhere(5))
    assert sketch(session, snapshots, everywhere(6), X)[0].drawn.size == 0
    assert summary(session, snapshots, everywhere(6)) == "64 samples."


def test_one_sample_is_told_in_the_singular() -> None:
    spec = SurfaceSpec(name="linear-regression", data=DataSpec(points=((1.0, 2.0),)))
    session, snapshots = ran(spec)
    assert summary(session, snapshots, everywhere(0)) == "A single sample."


def test_no_samples_no_words() -> None:
    session, snapshots = ran(SurfaceSpec(name="book"))
    assert summary(session, snapshots, everywhere(0)) == ""
