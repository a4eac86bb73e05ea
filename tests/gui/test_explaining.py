from __future__ import annotations

import pytest

from engine.events import Event
from engine.explain import Explanation, Term, explain
from engine.explain.latex import parsed
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from gui.explaining import explanation_words, rests_in
from surfaces import CriticalPoint, SurfaceSpec


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizers_step_is_put_into_rows(name: str) -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer(name, {"lr": 0.01}), Constant())
    words = explanation_words(explain(config, run_to(config, 4), 2), ("x", "y"))
    assert (words.iteration, words.rows[-1].role) == (2, "position")
    assert words.sentences
    for row in words.rows:
        assert row.latex
        assert "\\" not in row.plain
        for latex in (row.latex, *(line.latex for line in row.lines)):
            parsed(latex)  # none falls back to words
    assert [line.axis for line in words.rows[-1].lines] in ([0, 1], [-1])
    assert words.text.startswith(words.sentences[0])


def test_numbers_stand_before_a_bold_result_once() -> None:
    term = Term("m", "state", (0.25, -3.0), (2,), r"\beta m", (r"0.5 \cdot 0.5", "-3"))
    (row,) = explanation_words(Explanation(0, (term,), (0.0, 0.0), (0.0, 0.0), (), (), 0.1), ("x", "y")).rows
    assert [line.latex for line in row.lines] == [r"0.5 \cdot 0.5 = \mathbf{0.25}", r"\mathbf{-3}"]
    assert row.plain == "m = β m x: 0.5 · 0.5 = 0.25; y: −3;"


def test_a_column_is_one_line_of_all_coordinates() -> None:
    term = Term("p", "term", (1.0, 2.0), (2,), "-H g", (r"-1 \cdot \begin{pmatrix} -1 \\ -2 \end{pmatrix}",))
    (row,) = explanation_words(Explanation(0, (term,), (0.0, 0.0), (0.0, 0.0), (), (), 0.1), ("x", "y")).rows
    (line,) = row.lines
    assert line.axis == -1
    assert line.latex.endswith(r"= \mathbf{\begin{pmatrix} 1 \\ 2 \end{pmatrix}}")
    assert row.plain == "p = −H g −1 · [−1; −2] = [1; 2];"


def test_a_part_of_some_coordinates_has_their_names() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("per-parameter"), Constant())
    words = explanation_words(explain(config, run_to(config, 4), 2), ("x", "y"))
    axes = [[line.axis for line in row.lines] for row in words.rows]
    assert axes[:3] == [[0], [0], [0]]  # plain descent of x
    assert [1] in axes[3:]
    assert axes[-1] == [0, 1]


def test_sentences_call_coordinates_what_the_surface_calls_them() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gradient-descent", {"lr": 0.9}), Constant())
    words = explanation_words(explain(config, run_to(config, 4), 2), ("w", "b"))
    assert any("b is" in sentence for sentence in words.sentences)
    assert not any(" y " in sentence or sentence.startswith("y ") for sentence in words.sentences)


def test_where_the_step_leads_is_said_in_short() -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("gradient-descent", {"lr": 0.5}), Constant())
    assert explanation_words(explain(config, run_to(config, 1), 0), ("x", "y")).moved == "Δx = 0.35, Δy = −2"
    wide = RunConfig(SurfaceSpec("quadratic", dim=5), (1.0,) * 5, make_optimizer("gradient-descent"), Constant())
    moved = explanation_words(explain(wide, run_to(wide, 1), 0), tuple("abcde")).moved
    assert moved.startswith("|Δθ| = ")


def test_where_a_run_rests_is_said_by_its_events() -> None:
    spec = SurfaceSpec(formula="x^2 - y^2", bounds=(-3.0, 3.0, -3.0, 3.0))
    config = RunConfig(spec, (1.0, 0.0), make_optimizer("newton", {}), Constant())
    snapshot = run_to(config, 60)
    still, first = explain(config, snapshot, 30), explain(config, snapshot, 0)
    stay = Event(1, "at saddle", CriticalPoint((0.0, 0.0), 0.0, "saddle"), 60)
    assert rests_in((stay,), still) is stay
    assert rests_in((stay,), first) is None
    assert rests_in((), still) is None
    ends = (Event(30, "converged"), Event(30, "trapped"))
    assert rests_in((stay, *ends), still) is ends[1]
    words = explanation_words(still, ("x", "y"), ("It rests.",))
    assert words.sentences[-1] == "It rests."
    assert "It rests." in words.text
