from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.explain import explain
from engine.optimizers import make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from gui.controllers.explain_controller import shown_parts
from gui.views.explain_panel import ALL
from surfaces import SurfaceSpec

if TYPE_CHECKING:
    from engine.explain import Explanation


@pytest.fixture
def found() -> Explanation:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer("adam", {"lr": 0.3}), Constant())
    return explain(config, run_to(config, 5), 3)


def test_no_arrow_comes_before_its_term(found: Explanation) -> None:
    wanted = ("slope", "memory", "update", "divisor", "plane")
    roles = [term.role for term in found.terms]
    assert shown_parts(found, wanted, ALL) == wanted
    assert shown_parts(found, wanted, roles.index("gradient") + 1) == ("slope", "plane")
    assert shown_parts(found, wanted, roles.index("state") + 1) == ("slope", "memory", "plane")
    assert "divisor" in shown_parts(found, wanted, roles.index("divisor") + 1)
    assert shown_parts(found, wanted, len(roles)) == wanted


def steps_of(name: str) -> Explanation:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer(name, {"lr": 0.1}), Constant())
    return explain(config, run_to(config, 5), 3)


@pytest.mark.parametrize(
    ("name", "part", "symbol"),
    [
        ("adam", "slope", "g"),
        ("adam", "memory", "m"),
        ("adam", "adapted", "d"),
        ("adam", "rates", "d"),
        ("adam", "update", r"\Delta\theta"),
        ("muon", "memory", "u"),
        ("soap", "adapted", "d"),
        ("newton", "adapted", "p"),
        ("newton", "curvature", r"\lambda"),
        ("lion", "adapted", r"\Delta\theta"),  # its sign has no line of its own
        ("per-parameter", "update", r"\Delta\theta"),  # that of both parts
    ],
)
def test_a_part_comes_with_the_last_of_its_terms(name: str, part: str, symbol: str) -> None:
    found = steps_of(name)
    place = max(index for index, term in enumerate(found.terms) if term.symbol == symbol)
    assert shown_parts(found, (part,), place) == ()
    assert shown_parts(found, (part,), place + 1) == (part,)


def test_models_and_parts_that_nothing_speaks_of_do_not_wait() -> None:
    assert shown_parts(steps_of("adam"), ("trials", "curvature", "plane"), 1) == ("trials", "curvature", "plane")
