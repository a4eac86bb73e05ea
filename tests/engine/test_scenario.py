from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.export import run_session
from engine.scenario import (
    LANGUAGES,
    Expectation,
    Scenario,
    ScenarioError,
    find_scenario,
    first_iteration,
    load_scenario,
    load_scenarios,
)

if TYPE_CHECKING:
    from pathlib import Path

    from engine.history import Snapshot

SCENARIOS = {scenario.name: scenario for scenario in load_scenarios()}
every_scenario = pytest.mark.parametrize("name", SCENARIOS)
GOOD = """
[session]
start = [1.0, 2.0]
surface = { name = "bowl" }
[[session.runs]]
label = "A"
optimizer = { name = "adam" }
[text.en]
title = "T"
"""


def runs_of(scenario: Scenario) -> dict[str, Snapshot]:
    return dict(zip(scenario.session.labels(), run_session(scenario.session), strict=True))


def written(folder: Path, text: str) -> Scenario:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return load_scenario(folder / "own.toml")


@every_scenario
def test_every_expectation_holds(name: str) -> None:
    runs = runs_of(SCENARIOS[name])
    assert SCENARIOS[name].expectations
    assert [line for e in SCENARIOS[name].expectations for line in e.failures(runs[e.run])] == []


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


def test_an_absent_language_falls_back_to_english(tmp_path: Path) -> None:
    scenario = written(tmp_path, GOOD)
    assert scenario.text("ko") == scenario.text("en") == scenario.text("fr")
    assert (scenario.name, scenario.order, scenario.text("en").title) == ("own", 100, "T")


def test_they_come_in_the_order_they_ask_for(tmp_path: Path) -> None:
    for name, order in (("b", 1), ("a", 2), ("c", 1)):
        (tmp_path / f"{name}.toml").write_text(f"order = {order}\n{GOOD}", encoding="utf-8")
    assert [scenario.name for scenario in load_scenarios(tmp_path)] == ["b", "c", "a"]


@pytest.mark.parametrize(
    ("expectation", "words"),
    [
        (Expectation("Momentum", when="x > -2.2251", iteration=16), "first holds at 15, not 16"),
        (Expectation("Momentum", when="x > -2.2251", iteration=None), "first holds at 15, not None"),
        (Expectation("Momentum", when="x > 99", iteration=15), "first holds at None, not 15"),
        (Expectation("Momentum", final=(("loss", 0.1),), within=0.05), "final loss is"),
        (Expectation("Momentum", final=(("x", float("nan")),), within=9.0), "final x is"),
        (Expectation("Momentum", status="diverged"), "ended converged, not diverged"),
    ],
)
def test_a_wrong_expectation_is_reported(expectation: Expectation, words: str) -> None:
    (failure,) = expectation.failures(runs_of(SCENARIOS["local-minimum"])["Momentum"])
    assert failure.startswith("Momentum: ")
    assert words in failure


def test_every_number_of_a_shipped_expectation_matters() -> None:
    """Nudging any iteration or any final value out of its margin must be noticed."""
    for scenario in SCENARIOS.values():
        runs = runs_of(scenario)
        for e in scenario.expectations:
            wrong = [Expectation(e.run, when=e.when, iteration=(e.iteration or 0) + 1)] if e.when else []
            wrong += [Expectation(e.run, final=((c, v + 3 * e.within),), within=e.within) for c, v in e.final]
            assert all(w.failures(runs[e.run]) for w in wrong), (scenario.name, e)


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
        (GOOD + '[[expect]]\nrun = "A"\nfinal = { z = 1 }', "final can hold x, y, loss, gradient_norm"),
        (GOOD + '[[expect]]\nrun = "A"\nfinal = { x = nan }', "final.x should be a finite number"),
        (GOOD + '[[expect]]\nrun = "A"\nfinal = { x = 2020-01-01 }', "final.x should be a number"),
    ],
)  # fmt: skip
def test_a_broken_scenario_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ScenarioError, match=words) as caught:
        written(tmp_path, text)
    assert str(caught.value).startswith("The scenario own.toml cannot be read: ")


def test_an_unknown_name_lists_the_known() -> None:
    with pytest.raises(ScenarioError, match=r"no scenario 'x'\. Known: book-figure, local-minimum, saddle-escape"):
        find_scenario(SCENARIOS.values(), "x")
    with pytest.raises(ScenarioError, match="Known: none"):
        find_scenario((), "x")
