"""Made-up samples: exactly those of the science notes, the same every time, outliers apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from surfaces import CATALOGUE
from surfaces.data.columns import batch_normalised, prepared_columns, raw_columns
from surfaces.data.generators import GENERATORS, generate
from surfaces.data.models import MODELS, DataModel, data_model
from surfaces.data.spec import DataSpec

every_generator = pytest.mark.parametrize("name", GENERATORS)


def spec_of(name: str, **changes: object) -> DataSpec:
    own = GENERATORS[name]
    return replace(DataSpec(name, own.n, own.noise, seed=own.seed), **changes)  # type: ignore[arg-type]


def model_for(name: str) -> DataModel:
    return next(model for model in MODELS.values() if name in model.generators)


@every_generator
def test_the_same_numbers_every_time_and_others_from_another_seed(name: str) -> None:
    first, again, other = generate(spec_of(name)), generate(spec_of(name)), generate(spec_of(name, seed=99))
    for column, same in zip(first, again, strict=True):
        np.testing.assert_array_equal(column, same)
    assert not all(np.array_equal(column, new) for column, new in zip(first, other, strict=True))


@every_generator
@pytest.mark.parametrize("n", [1, 2, 7, 300])
def test_as_many_samples_as_asked_for(name: str, n: int) -> None:
    columns = generate(spec_of(name, n=n, outliers=0.3))
    assert [column.shape for column in columns] == [(n,)] * len(model_for(name).columns)
    assert all(np.isfinite(column).all() for column in columns)


@every_generator
def test_outliers_move_their_share_of_the_targets_and_nothing_else(name: str) -> None:
    plain, thrown = generate(spec_of(name, n=200)), generate(spec_of(name, n=200, outliers=0.1))
    for column, same in zip(plain[:-1], thrown[:-1], strict=True):
        np.testing.assert_array_equal(column, same)
    moved = np.abs(thrown[-1] - plain[-1])
    assert (moved > 0).sum() == 20
    assert moved.max() == pytest.approx(1.0 if GENERATORS[name].labels else 6.0 * plain[-1].std())


@every_generator
def test_every_end_of_every_option_makes_samples(name: str) -> None:
    for option in GENERATORS[name].options:
        assert option.low <= option.default <= option.high
        for value in (option.low, option.high):
            data = spec_of(name, options=((option.name, value),))
            assert all(np.isfinite(column).all() for column in raw_columns(model_for(name), data))


@every_generator
def test_labels_are_0_and_1(name: str) -> None:
    if GENERATORS[name].labels:
        target = generate(spec_of(name, noise=0.2, outliers=0.2))[-1]
        assert set(np.unique(target)) == {0.0, 1.0}


def test_samples_of_the_science_notes() -> None:
    rng = np.random.default_rng(0)
    x = rng.uniform(-2, 2, 256)
    sine = generate(spec_of("sine-wave"))
    np.testing.assert_array_equal(sine[0], x)
    np.testing.assert_array_equal(sine[1], np.sin(2 * x + 0.5) + 0.1 * rng.normal(size=256))
    rng = np.random.default_rng(0)
    x = 8.0 + 2.0 * rng.normal(size=256)
    threshold = generate(spec_of("threshold"))
    np.testing.assert_array_equal(threshold[0], x)
    chance = 0.5 * (1 + np.tanh(0.45 * (x - 8.5)))
    np.testing.assert_array_equal(threshold[1], rng.random(256) < chance)


def test_scaled_columns() -> None:
    model, data = data_model("house-prices"), CATALOGUE["house-prices"].data
    assert data is not None
    standard = prepared_columns(model, replace(data, scaling="standardize"))[0]
    assert (standard.mean(), standard.std()) == (pytest.approx(0.0, abs=1e-14), pytest.approx(1.0))
    ends = prepared_columns(model, replace(data, scaling="min-max"))[0]
    assert (ends.min(), ends.max()) == (0.0, 1.0)
    np.testing.assert_array_equal(prepared_columns(model, data)[1], raw_columns(model, data)[1])


def test_batch_normalisation_is_over_the_drawn_samples() -> None:
    drawn = np.array([[1.0, 3.0], [5.0, 5.0]])
    np.testing.assert_allclose(batch_normalised(drawn), [[-1.0, 1.0], [0.0, 0.0]], atol=1e-5)
    assert batch_normalised(np.array([7.0]))[0] == 0.0


def test_columns_are_shared_and_cannot_be_written() -> None:
    model, data = data_model("neuron"), CATALOGUE["neuron"].data
    assert data is not None
    columns = raw_columns(model, data)
    with pytest.raises(ValueError, match="read-only"):
        columns[0][0] = 1.0


@pytest.mark.parametrize("model", MODELS.values(), ids=list(MODELS))
def test_a_model_is_complete(model: DataModel) -> None:
    assert model.generators
    assert set(model.generators) <= set(GENERATORS)
    assert set(model.inputs) < set(model.columns)
    for loss in model.loss_names:
        assert model.text(loss, 1.0, 1.0).count("l2") == 1
        assert "l1" not in model.text(loss)
