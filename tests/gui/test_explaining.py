from __future__ import annotations

import pytest

from engine.explain import explain
from engine.optimizers import OPTIMIZERS, make_optimizer
from engine.run import RunConfig, run_to
from engine.schedules import Constant
from gui.explaining import as_html, explanation_words
from surfaces import SurfaceSpec


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_every_optimizers_step_is_put_into_rows(name: str) -> None:
    config = RunConfig(SurfaceSpec("book"), (-7.0, 2.0), make_optimizer(name, {"lr": 0.01}), Constant())
    words = explanation_words(explain(config, run_to(config, 4), 2), ("x", "y"))
    assert (words.iteration, words.rows[-1].role) == (2, "position")
    assert words.sentences
    for row in words.rows:
        assert row.latex
        assert "\\" not in row.plain + row.html + "".join(line.html for line in row.lines)
    assert [line.axis for line in words.rows[-1].lines] in ([0, 1], [])  # a position that is given has no sum
    assert words.text.startswith(words.sentences[0])


@pytest.mark.parametrize(
    ("plain", "html"),
    [
        ("β_1 m + g^2", "β<sub>1</sub> m + g<sup>2</sup>"),
        ("10^(−7) · x", "10<sup>−7</sup> · x"),
        ("β_1^t < 1", "β<sub>1</sub><sup>t</sup> &lt; 1"),
        ("a^", "a<sup></sup>"),
    ],
)
def test_exponents_and_indices_stand_where_they_belong(plain: str, html: str) -> None:
    assert as_html(plain) == html
