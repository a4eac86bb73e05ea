from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import DARK
from gui.views.run_card import RunModel
from gui.views.runs_panel import RunsPanel
from gui.widgets.choice import Choice, Offer
from gui.widgets.parameter_spec import ParameterSpec
from tests.gui.guards import flush_deferred_deletes
from tests.gui.hands import number_of, search, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHOICES = {"gd": Choice("gd", "Gradient descent", help="downhill"), "adam": Choice("adam", "Adam", help="averages")}
OFFER = Offer(CHOICES.__getitem__, lambda: tuple(CHOICES.values()))
RATE = ParameterSpec("learning_rate", "learning rate", 0.1, 1e-4, 10.0, "log", minimum=0.0, front=True)
MODELS = tuple(RunModel(key, f"Run {key}", key, "gd", True, (RATE,), {"learning_rate": 0.1}) for key in range(4))


@pytest.fixture
def panel(qtbot: QtBot) -> RunsPanel:
    made = RunsPanel(OFFER)
    qtbot.addWidget(made)
    made.resize(300, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def order(panel: RunsPanel) -> list[int]:
    return [card.key for card in sorted(panel.cards.values(), key=panel._column.indexOf)]


def test_without_runs_it_says_what_to_do(panel: RunsPanel) -> None:
    panel.set_runs(())
    assert panel._empty.isVisible()
    assert "Add" in panel._empty.text()
    panel.set_runs(MODELS)
    assert not panel._empty.isVisible()


@pytest.mark.parametrize("keys", [(3, 2, 1, 0), (1, 0, 3, 2), (2,), (0, 3), ()])
def test_cards_follow_the_order_and_are_kept(panel: RunsPanel, keys: tuple[int, ...]) -> None:
    panel.set_runs(MODELS)
    before = dict(panel.cards)
    panel.set_runs(tuple(MODELS[key] for key in keys))
    assert order(panel) == list(keys)
    assert all(panel.cards[key] is before[key] for key in keys)
    panel.set_runs(MODELS)
    assert order(panel) == [0, 1, 2, 3]


def test_the_button_comes_after_the_cards(panel: RunsPanel) -> None:
    panel.set_runs(MODELS)
    assert panel._column.indexOf(panel.add) == 5


def test_an_edit_does_not_take_the_focus(panel: RunsPanel) -> None:
    panel.set_runs(MODELS)
    field = number_of(panel.cards[2].rows.by_name["learning_rate"])
    field.setFocus()
    panel.set_runs(tuple(replace(model, label=model.label + "!") for model in reversed(MODELS[1:])))
    assert field.hasFocus()
    assert panel.cards[2].name.text() == "Run 2!"


def test_a_card_that_goes_says_nothing_more(panel: RunsPanel) -> None:
    panel.set_runs(MODELS)
    heard: list[object] = []
    panel.renamed.connect(lambda *values: heard.append(values))
    panel.value_changed.connect(lambda *values: heard.append(values))
    type_into(panel.cards[1].name, "half a na", enter=False)
    panel.set_runs(MODELS[:1])
    type_into(number_of(panel.cards[0].rows.by_name["learning_rate"]), "0.7", enter=False)
    panel.set_runs(())
    flush_deferred_deletes()
    assert heard == []
    assert panel.cards == {}


def test_the_list_says_which_optimizer_to_add(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.add.setFocus()
    QTest.keyClick(panel.add, Qt.Key.Key_Space)
    with qtbot.waitSignal(panel.add_requested) as heard:
        search(panel.popup, "ad")
    assert heard.args == ["adam"]


def test_wishes_of_a_card_are_passed_on(panel: RunsPanel, qtbot: QtBot) -> None:
    panel.set_runs(MODELS)
    with qtbot.waitSignals([panel.move_requested, panel.remove_requested, panel.reset_requested]):
        for name in ("up", "remove", "reset"):
            panel.cards[3]._actions[name].trigger()


def test_statuses_of_runs_that_are_gone_are_passed_over(panel: RunsPanel) -> None:
    panel.set_runs(MODELS[:1])
    panel.set_statuses({0: ("Trapped.", False), 99: ("Gone.", True)})
    assert panel.cards[0]._status.text() == "Trapped."


def test_the_theme_reaches_cards_made_later(panel: RunsPanel) -> None:
    panel.set_theme(DARK)
    panel.set_runs(MODELS)
    assert {card._theme for card in panel.cards.values()} == {DARK}


def test_many_runs_scroll(panel: RunsPanel) -> None:
    panel.set_runs(tuple(replace(MODELS[0], key=key) for key in range(30)))
    assert panel.minimumSizeHint().height() < 300


def test_cards_are_never_cut_off(panel: RunsPanel) -> None:
    panel.set_runs(MODELS)
    widest = max(card.minimumSizeHint().width() for card in panel.cards.values())
    assert panel.minimumSizeHint().width() > widest
