"""From data to the rows of the data page and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui import data_rows
from gui.data_rows import bag_rows, changed_data, preparation_rows, source_choices, source_rows
from surfaces import BagSpec, SurfaceSpec, build_surface
from surfaces.data.models import MODEL_OF_ROW, data_model
from surfaces.data.show import data_of, generated

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("row", MODEL_OF_ROW)
def test_every_row_has_a_value_within_what_may_be_typed(row: str) -> None:
    model, data = data_model(row), data_of(SurfaceSpec(name=row))
    for name in model.generators:
        made = generated(model, name, data)
        for specs, values in (source_rows(made), preparation_rows(model, made)):
            assert {spec.name for spec in specs} == set(values)
            for spec in specs:
                assert spec.label
                if spec.kind in ("number", "whole"):
                    assert spec.low <= float(spec.default) <= spec.high
                    assert spec.low <= float(str(values[spec.name])) <= spec.high


@pytest.mark.parametrize("row", MODEL_OF_ROW)
def test_every_end_of_every_slider_makes_a_surface(row: str) -> None:
    spec = SurfaceSpec(name=row)
    model, data = data_model(row), data_of(spec)
    for rows in (source_rows(data), preparation_rows(model, data)):
        for parameter in rows[0]:
            whole = parameter.kind == "whole"
            for end in parameter.choices or ((False, True) if parameter.kind == "switch" else ()):
                if (row, end) not in (("one-sample", "standardize"), ("one-sample", "min-max")):
                    assert build_surface(replace(spec, data=changed_data(data, parameter.name, end))).dim == 2
            for number in (parameter.low, parameter.high) if parameter.kind in ("number", "whole") else ():
                value = int(number) if whole else float(number)
                assert build_surface(replace(spec, data=changed_data(data, parameter.name, value))).dim == 2


def test_an_option_of_the_generator_keeps_the_others() -> None:
    data = data_of(SurfaceSpec(name="linear-regression"))
    once = changed_data(data, "option.slope", 3.0)
    twice = changed_data(once, "option.intercept", -1.0)
    assert twice.options == (("intercept", -1.0), ("slope", 3.0))
    values = source_rows(twice)[1]
    assert (values["option.slope"], values["option.intercept"]) == (3.0, -1.0)


def test_samples_given_one_by_one_are_a_source_and_have_no_numbers() -> None:
    model = data_model("logistic-regression")
    data = data_of(SurfaceSpec(name="logistic-regression"))
    assert source_rows(data) == ((), {})
    assert source_choices(model, data)[-1] == (data_rows.POINTS, "Samples of my own")
    assert source_choices(model, replace(data, title="houses.csv"))[-1] == (data_rows.POINTS, "houses.csv")
    assert data_rows.POINTS not in dict(source_choices(model, generated(model, "two-clouds", data)))


def test_only_what_a_model_offers_is_offered() -> None:
    def names(row: str) -> set[str]:
        return set(preparation_rows(data_model(row), data_of(SurfaceSpec(name=row)))[1])

    assert names("linear-regression") == {"scaling", "l1", "l2", "batch_norm"}
    assert names("neuron") == {"scaling", "loss", "l1", "l2", "batch_norm"}
    assert names("shifted-wells") == {"l1", "l2"}


def test_the_rows_of_a_bag_are_its_fields() -> None:
    assert bag_rows(BagSpec(8, 2.0, 3))[1] == {"samples": 8, "tilt": 2.0, "seed": 3}
