"""Explanations over the registry: what is shown is the recorded step, to the last bit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from engine.batches import Sampling
from engine.explain import Explanation, explain, explanation, notes, writing
from engine.explain.plain_text import plain_text
from engine.explain.writing import number
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant, Cosine
from surfaces import CATALOGUE, SurfaceSpec
from surfaces.formula import FormulaError, compile_formula
from tests.engine.explain.arithmetic import UnknownError, result_of

if TYPE_CHECKING:
    from engine.explain import Term
    from engine.history import Snapshot
    from engine.optimizer import Optimizer

STEPS = 14
SURFACES = ("book", "rosenbrock", "himmelblau")
every_optimizer = pytest.mark.parametrize("name", OPTIMIZERS)


def run(optimizer: Optimizer, surface: str, sampling: Sampling | None = None) -> tuple[RunConfig, Snapshot]:
    config = RunConfig(
        SurfaceSpec(surface), CATALOGUE[surface].start, optimizer, Cosine(length=40), sampling=sampling or Sampling()
    )
    return config, run_to(config, STEPS)


@every_optimizer
@pytest.mark.parametrize("surface", SURFACES)
def test_the_explained_step_is_the_recorded_one_bit_for_bit(name: str, surface: str) -> None:
    config, snapshot = run(make_optimizer(name, {"lr": 1e-3}), surface)
    for row in {0, 1, 5, snapshot.last - 1} & set(range(snapshot.last)):
        found = explain(config, snapshot, row)
        assert np.array(found.before).tobytes() == snapshot.params[row].tobytes()
        assert np.array(found.after).tobytes() == snapshot.params[row + 1].tobytes()


@every_optimizer
def test_the_terms_lead_to_the_new_position_and_the_new_state(name: str) -> None:
    config, snapshot = run(make_optimizer(name, {"lr": 1e-3}), "book")
    found = explain(config, snapshot, 3)
    assert found.terms[-1].role == "position"
    np.testing.assert_array_equal(found.terms[-1].values, found.after)
    assert sum(bool(term.rule) for term in found.terms) >= 2
    for term in found.terms:
        assert np.prod(term.shape, dtype=int) == len(term.values)
        if term.name:
            np.testing.assert_array_equal(term.values, snapshot.state(term.name)[4])


@every_optimizer
def test_the_numbers_put_into_a_formula_give_its_result(name: str) -> None:
    """Read the plain text of each line by the grammar of typed formulas: an arithmetic of its own."""
    config, snapshot = run(make_optimizer(name, {"lr": 1e-3}), "himmelblau")
    for row in (0, 6):
        for term in explain(config, snapshot, min(row, snapshot.last)).terms:
            for text, value in worked_out(term):
                assert text == pytest.approx(value, rel=5e-3, abs=2e-3 * max(map(abs, term.values)))


def worked_out(term: Term) -> list[tuple[float, float]]:
    """Return (what the written numbers give, the value) for the lines that are plain arithmetic."""
    found = []
    if len(term.numbers) == len(term.values):
        for text, value in zip(map(plain_text, term.numbers), term.values, strict=True):
            try:
                result = float(compile_formula(text.replace("sign", "sgn")).value(np.zeros(2)))
            except FormulaError:
                continue
            if not cancels(text, result):
                found.append((result, value))
    return found


def cancels(text: str, result: float) -> bool:
    """Whether four digits are too few, because large numbers leave a small one."""
    parts = [abs(float(part)) for part in re.findall(r"\d+\.?\d*", text)]
    return max(parts, default=0.0) > 20.0 * abs(result)


@every_optimizer
def test_every_term_has_a_formula_whose_numbers_give_its_values(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By NumPy and to rounding: vectors are columns, and numbers are put in with all of their digits."""
    with_all_digits(monkeypatch)
    config, snapshot = run(make_optimizer(name, {"lr": 0.02}), "himmelblau")
    for row in (1, 5, 9) if name == "soap" else (0, 1, 5, 9):  # SOAP's first step is a rounding error over ε
        check_all(explain(config, snapshot, min(row, snapshot.last)))


@every_optimizer
def test_parts_speak_of_their_own_settings_and_their_own_state(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_all_digits(monkeypatch)
    values = {"lr": 0.5, "penalty": "l2", "inner": "summed", "inner.first": name, "inner.second": "adam"}
    config, snapshot = run(make_optimizer("regularized", values), "himmelblau")
    for row in (2, 5):
        check_all(explain(config, snapshot, min(row, snapshot.last)))


def with_all_digits(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (notes, writing, explanation):
        monkeypatch.setattr(module, "number", lambda value, _digits=0: number(value, 17))


def check_all(found: Explanation) -> None:
    for term in found.terms:
        assert term.rule or term.symbol in GIVEN, term
        for latex, value in zip(term.numbers, parts(term), strict=True):
            with np.errstate(all="ignore"):
                check(term, latex, value)


GIVEN = {"t", "C", "a", r"\sigma", "B", "x_1", "x_2", "w", "z", "d", "v"}
"""What a step starts from: the clock, settings, the state before it."""
PROCEDURES = ("wolfe", "∇")


def parts(term: Term) -> list[np.ndarray]:
    """Return the values that a term's numbers are for, one by one or all of them."""
    array = term.array
    columns = array[:, None] if array.ndim == 1 else array
    return [columns] if len(term.numbers) == 1 else list(array) if term.numbers else []


def check(term: Term, latex: str, value: np.ndarray) -> None:
    if r"\left[\," in latex:  # too large to be written out
        return
    try:
        result = result_of(latex)
    except UnknownError as unknown:
        assert str(unknown) in PROCEDURES, (term, unknown)  # noqa: PT017
        return
    largest = max([1e-9, *(abs(float(part)) for part in re.findall(r"\d+\.?\d*(?:e-?\d+)?", latex))])
    np.testing.assert_allclose(
        result.reshape(-1), value.reshape(-1), rtol=1e-7, atol=1e-11 * largest, err_msg=str(term)
    )


@every_optimizer
def test_every_explanation_says_something_and_reads_as_plain_text(name: str) -> None:
    config, snapshot = run(make_optimizer(name, {"lr": 1e-3}), "book")
    found = explain(config, snapshot, 2)
    assert found.sentences
    text = found.text()
    assert not re.search(r"[\\{}]|nan", text)
    assert len(text.splitlines()) == len(found.sentences) + len(found.terms)


def test_symbols_stand_for_what_is_new_once_it_is_worked_out() -> None:
    found = of("adam", 2, form="pytorch")
    rules = {term.symbol: plain_text(term.rule) for term in found.terms}
    assert rules["m"] == "β_1 m + (1 − β_1) g"
    assert rules["v"] == "β_2 v + (1 − β_2) g^2"
    assert rules["d"] == "√v / c_2 + ε"
    assert rules["c_{1}"] == "1 − β_1^t"


def test_settings_that_switch_a_term_off_leave_it_out() -> None:
    assert "d" not in plain_text(next(term.rule for term in of("momentum", 2).terms if term.role == "state"))
    assert plain_text(of("momentum", 2).terms[-3].rule) == "μ b + g"


def test_a_batch_is_named_and_its_gradient_explained() -> None:
    config, snapshot = run(make_optimizer("gd", {"lr": 0.01}), "linear-regression", Sampling(4, stream=1))
    found = explain(config, snapshot, 5)
    assert len(found.batch) == 4
    assert np.array(found.after).tobytes() == snapshot.params[6].tobytes()
    assert found.sentences[0].key == "batch"
    assert tuple(found.terms[1].values) != tuple(snapshot.gradient[5])


def test_the_schedules_rate_is_a_term() -> None:
    found = of("gd", 10)
    assert found.terms[0].role == "learning rate"
    assert found.terms[0].values[0] == pytest.approx(0.1 * 0.5 * (1 + np.cos(np.pi * 10 / 40)))


def test_the_last_row_is_explained_by_the_step_that_would_come() -> None:
    config, snapshot = run(make_optimizer("gd", {"lr": 0.1}), "book")
    after = explain(config, snapshot, snapshot.last).after
    assert np.array(after).tobytes() == run_to(config, STEPS + 1).params[-1].tobytes()


def test_a_step_without_a_result_says_so() -> None:
    config = RunConfig(SurfaceSpec(formula="x^2"), (1.0, 0.0), make_optimizer("adam", {"eps": 0.0}), Constant())
    found = explain(config, run_to(config, 3), 0)
    assert found.sentences[0].key == "no result"


def of(name: str, row: int, **values: object) -> Explanation:
    return explain(*run(make_optimizer(name, {"lr": 0.1, **values}), "book"), row)


@pytest.mark.parametrize(
    ("name", "row", "keys"),
    [
        ("gd", 0, {"whole slope", "steep", "falls"}),
        ("adagrad", 1, {"brake", "falls"}),
        ("adamax", 2, {"brake", "falls"}),
        ("momentum", 1, {"built up"}),
    ],
)
def test_sentences_follow_from_the_numbers(name: str, row: int, keys: set[str]) -> None:
    assert keys <= {sentence.key for sentence in of(name, row).sentences}


def test_a_divisor_that_is_curvature_is_not_told_as_slopes() -> None:
    said = {sentence.key for sentence in of("sophia", 2).sentences}
    assert said
    assert said.isdisjoint({"brake", "even"})


def test_a_zigzag_and_an_overshoot_are_named() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gd", {"lr": 0.95}), Constant())
    snapshot = run_to(config, 10)
    assert "turned" in {sentence.key for sentence in explain(config, snapshot, 4).sentences}
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gd", {"lr": 1.2}), Constant())
    assert "rises" in {sentence.key for sentence in explain(config, run_to(config, 5), 1).sentences}


def test_inertia_is_named_where_a_ball_climbs() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("momentum", {"lr": 0.1}), Constant())
    found = explain(config, run_to(config, 10), 5)
    assert {"uphill", "climbs"} <= {sentence.key for sentence in found.sentences}


def test_a_step_beyond_what_the_slope_promises_is_measured() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gd", {"lr": 0.95}), Constant())
    said = {sentence.key: sentence.values for sentence in explain(config, run_to(config, 3), 0).sentences}
    assert float(said["trust"]["ratio"]) == pytest.approx(9.5, rel=0.1)  # a tenth is reached at η = 0.1 (notes, S30)
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gd", {"lr": 0.01}), Constant())
    assert "trust" not in {sentence.key for sentence in explain(config, run_to(config, 3), 0).sentences}


def test_a_hessian_comes_with_its_eigenvalues() -> None:
    config = RunConfig(SurfaceSpec("saddle"), (1.5, 0.001), make_optimizer("newton"), Constant())
    terms = {term.symbol: term for term in explain(config, run_to(config, 3), 0).terms}
    np.testing.assert_allclose(terms[r"\lambda"].values, (-2.0, 2.0), atol=1e-5)


@every_optimizer
def test_what_is_not_written_has_the_same_numbers(name: str) -> None:
    config, snapshot = run(make_optimizer(name, {"lr": 1e-3}), "book")
    whole, bare = (explain(config, snapshot, 3, written=written) for written in (True, False))
    assert [(term.symbol, term.values) for term in bare.terms] == [(term.symbol, term.values) for term in whole.terms]
    assert bare.after == whole.after
    assert not bare.sentences


def test_losses_that_differ_are_told_with_digits_that_differ() -> None:
    config = RunConfig(SurfaceSpec("himmelblau"), (0.0, 0.0), make_optimizer("newton"), Constant())
    (climbs,) = [each for each in explain(config, run_to(config, 3), 2).sentences if each.key in ("climbs", "rises")]
    assert climbs.values["before"] != climbs.values["after"]
    assert len(climbs.values["before"]) <= 9
