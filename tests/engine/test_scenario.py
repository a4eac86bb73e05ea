from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from engine.expectation import Expectation, first_iteration
from engine.export import run_session
from engine.files import FileError
from engine.scenario import (
    CHAPTERS,
    LANGUAGES,
    Scenario,
    ScenarioError,
    find_scenario,
    load_scenario,
    load_scenarios,
    scenario_called,
)

if TYPE_CHECKING:
    from pathlib import Path

    from engine.history import Snapshot

SCENARIOS = {scenario.name: scenario for scenario in load_scenarios()}
every_scenario = pytest.mark.parametrize("name", SCENARIOS)
WORDS = r"\b(?!SGD|Adam|AdaGrad|RMSProp|AMSGrad|CMA|ES|BFGS|L|L1|L2)[A-Za-z]"
"""A Latin word that is no optimizer's own name."""
GOOD = """
chapter = "Curvature"
[session]
start = [1.0, 2.0]
surface = { name = "bowl" }
[[session.runs]]
label = "A"
optimizer = { name = "adam" }
[text.en]
title = "T"
"""


@cache
def runs_of(scenario: Scenario) -> dict[str, Snapshot]:
    return dict(zip(scenario.session.labels(), run_session(scenario.session), strict=True))


def written(folder: Path, text: str) -> Scenario:
    """Return a scenario of which everything has been read."""
    (folder / "own.toml").write_text(text, encoding="utf-8")
    scenario = load_scenario(folder / "own.toml")
    _ = scenario.session, scenario.expectations
    return scenario


@every_scenario
def test_every_expectation_holds(name: str) -> None:
    assert SCENARIOS[name].expectations
    assert SCENARIOS[name].failures(runs_of(SCENARIOS[name])) == []


@every_scenario
def test_every_run_is_held_to_something(name: str) -> None:
    assert {e.run for e in SCENARIOS[name].expectations} == set(SCENARIOS[name].session.labels())


@pytest.mark.parametrize("language", LANGUAGES)
@every_scenario
def test_every_scenario_speaks_both_languages(name: str, language: str) -> None:
    text = dict(SCENARIOS[name].texts)[language]
    english = SCENARIOS[name].text("en")
    assert text.title
    assert text.question.endswith("?")
    assert (len(text.watch), len(text.try_next)) == (len(english.watch), len(english.try_next))
    assert any("가" <= sign <= "힣" for sign in text.title) == (language == "ko")


@every_scenario
def test_every_run_has_a_korean_name_but_for_proper_names(name: str) -> None:
    session = SCENARIOS[name].spoken("ko")
    assert len({run.label for run in session.runs}) == len(session.runs)
    assert [
        run.label for run in session.runs if not re.search("[가-힣]", run.label) and re.search(WORDS, run.label)
    ] == []
    assert [run.optimizer for run in session.runs] == [run.optimizer for run in SCENARIOS[name].session.runs]
    assert SCENARIOS[name].spoken("en") == SCENARIOS[name].session


def test_a_name_for_a_run_that_is_not_there_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text(GOOD + '[text.en.runs]\nA = "first"\n', encoding="utf-8")
    assert load_scenario(tmp_path / "s.toml").spoken("en").labels() == ("first",)
    (tmp_path / "s.toml").write_text(GOOD + '[text.en.runs]\nB = "first"\n', encoding="utf-8")
    with pytest.raises(ScenarioError, match="'B'"):
        load_scenario(tmp_path / "s.toml").spoken("en")


def test_an_absent_language_falls_back_to_english(tmp_path: Path) -> None:
    scenario = written(tmp_path, GOOD)
    assert scenario.text("ko") == scenario.text("en") == scenario.text("fr")
    assert (scenario.name, scenario.order, scenario.text("en").title) == ("own", 100, "T")


def test_they_come_in_the_order_they_ask_for(tmp_path: Path) -> None:
    for name, order in (("b", 1), ("a", 2), ("c", 1)):
        (tmp_path / f"{name}.toml").write_text(f"order = {order}\n{GOOD}", encoding="utf-8")
    earlier = GOOD.replace("Curvature", "Traps and saddles")
    (tmp_path / "z.toml").write_text(f"order = 9\n{earlier}", encoding="utf-8")
    assert [scenario.name for scenario in load_scenarios(tmp_path)] == ["z", "b", "c", "a"]


def test_every_chapter_has_scenarios_each_at_a_place_of_its_own() -> None:
    assert tuple(dict.fromkeys(scenario.chapter for scenario in SCENARIOS.values())) == CHAPTERS
    assert len({(scenario.chapter, scenario.order) for scenario in SCENARIOS.values()}) == len(SCENARIOS)


@pytest.mark.parametrize(
    ("expectation", "words"),
    [
        (Expectation("Momentum", when="x > -2.2251", iteration=16), "first holds at 15, not 16"),
        (Expectation("Momentum", when="x > -2.2251", iteration=None), "first holds at 15, not None"),
        (Expectation("Momentum", when="x > 99", iteration=15), "first holds at None, not 15"),
        (Expectation("Momentum", values=(("loss", 0.1),), within=0.05), "loss at 299 is"),
        (Expectation("Momentum", values=(("x", float("nan")),), within=9.0), "x at 299 is"),
        (Expectation("Momentum", at=1, values=(("x", 0.0),)), "x at 1 is"),
        (Expectation("Momentum", at=9999, values=(("x", 0.0),)), "there is no row 9999"),
        (Expectation("Momentum", when="x > -2.2251", iteration=15, evaluations=16.0), "after 15.0 evaluations, not 16"),
        (Expectation("Momentum", event="crossed ridge", iteration=3), "crossed ridge first at 14, not 3"),
        (Expectation("Momentum", event="diverged", iteration=3), "diverged first at None, not 3"),
        (Expectation("Momentum", event="crossed ridge"), "crossed ridge first at 14, not None"),
        (Expectation("Momentum", status="diverged"), "ended converged, not diverged"),
    ],
)
def test_a_wrong_expectation_is_reported(expectation: Expectation, words: str) -> None:
    scenario = SCENARIOS["local-minimum"]
    snapshot = runs_of(scenario)["Momentum"]
    (failure,) = expectation.failures(snapshot, scenario.events_for(expectation, snapshot))
    assert failure.startswith("Momentum: ")
    assert words in failure


def test_every_number_of_a_shipped_expectation_matters() -> None:
    """Nudging any iteration or any final value out of its margin must be noticed."""
    for scenario in SCENARIOS.values():
        runs = runs_of(scenario)
        for e in scenario.expectations:
            wrong = [replace(e, iteration=(e.iteration or 0) + 1)] if e.when or e.event else []
            wrong += [replace(e, evaluations=e.evaluations + 1.0)] if e.evaluations is not None else []
            wrong += [replace(e, values=((c, v + 3 * e.within),)) for c, v in e.values]
            events = scenario.events_for(e, runs[e.run])
            assert all(w.failures(runs[e.run], events) for w in wrong), (scenario.name, e)


@pytest.mark.parametrize(
    ("when", "first"),
    [("x > -6", 1), ("x>-6.5", 0), (" y < 1.9 ", 1), ("loss < 1e9", 0), ("gradient_norm < 1e-300", None)],
)
def test_first_iteration(when: str, first: int | None) -> None:
    assert first_iteration(runs_of(SCENARIOS["local-minimum"])["Gradient descent"], when) == first


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no such|cannot be read"),
        ("= 1", "cannot be read"),
        ("a = " + "[" * 3000, "cannot be read"),
        (GOOD.replace("bowl", "bowel"), "no surface"),
        (GOOD.replace("adam", "addam"), "no optimizer"),
        (GOOD.replace("[text.en]", "[text.ko]"), "text.en is missing"),
        (GOOD.replace('title = "T"', ""), "text.en.title should be a text"),
        (GOOD + "watch = 3", "text.en.watch should be a list of texts"),
        (f"order = -1\n{GOOD}", "order should be a whole number"),
        (f"session = 3\n{GOOD}", "cannot be read"),
        (GOOD + '[[expect]]\nrun = "B"\nstatus = "converged"', "expect.0..run is 'B'"),
        (GOOD + '[[expect]]\nrun = "A"\nstatus = "fine"', "expect.0..status is 'fine'"),
        (GOOD + '[[expect]]\nrun = "A"', "nothing is expected"),
        (GOOD + '[[expect]]\nrun = "A"\nwhn = "x > 1"', "expect.0..whn is not known"),
        (GOOD + '[[expect]]\nrun = "A"\nwhen = "x > 1"', "iteration should be a whole number"),
        (GOOD + '[[expect]]\nrun = "A"\nwhen = "x >= 1"\nnever = true', "is no condition"),
        (GOOD + '[[expect]]\nrun = "A"\nwhen = "x > 1.2.3"\nnever = true', "is no condition"),
        (GOOD + '[[expect]]\nrun = "A"\nwhen = "x > ."\nnever = true', "is no condition"),
        (GOOD + '[[expect]]\nrun = "A"\nwhen = "z > 1"\nnever = true', "is no condition"),
        (GOOD + '[[expect]]\nrun = "A"\nvalues = { z = 1 }', "values can hold x, y, loss, gradient_norm"),
        (GOOD + '[[expect]]\nrun = "A"\nvalues = { x = nan }', "values.x should be a finite number"),
        (GOOD + '[[expect]]\nrun = "A"\nvalues = { x = 2020-01-01 }', "values.x should be a number"),
        (GOOD + '[[expect]]\nrun = "A"\nat = -1\nvalues = { x = 1 }', "at should be a whole number"),
        (GOOD + '[[expect]]\nrun = "A"\nevent = "lunch"\niteration = 3', "expect.0..event is 'lunch'"),
        (GOOD + '[[expect]]\nrun = "A"\nevent = "converged"', "iteration should be a whole number"),
        (GOOD + '[[expect]]\nrun = "A"\nevent = "plateau"\nwhen = "x > 1"\nnever = true', "not both"),
        (GOOD + '[[expect]]\nrun = "A"\nstatus = "converged"\nevaluations = 3', "evaluations is not known"),
        (GOOD.replace("Curvature", "Curves"), "chapter is 'Curves'"),
        (GOOD.replace('chapter = "Curvature"', ""), "chapter should be a text"),
    ],
)  # fmt: skip
def test_a_broken_scenario_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ScenarioError, match=words) as caught:
        written(tmp_path, text)
    assert str(caught.value).startswith("The scenario own.toml cannot be read: ")


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(ScenarioError, match=r"no scenario 'x'\. Known: learning-rate, "):
        find_scenario(SCENARIOS.values(), "x")
    with pytest.raises(ScenarioError, match="Known: none"):
        find_scenario((), "x")


def test_a_list_of_them_builds_no_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.scenario.session_from_data", None)
    assert [scenario.name for scenario in load_scenarios()] == list(SCENARIOS)


def test_one_is_called_by_its_name_or_by_its_path(tmp_path: Path) -> None:
    assert scenario_called("book-figure") == SCENARIOS["book-figure"]
    written(tmp_path, GOOD)
    assert scenario_called(str(tmp_path / "own.toml")).session.labels() == ("A",)
    with pytest.raises(FileError):
        scenario_called(str(tmp_path / "none.toml"))
