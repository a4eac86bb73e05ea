from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gui.views.surface_panel import SurfacePanel
from gui.widgets.parameter_spec import ParameterSpec
from tests.gui.guards import flush_deferred_deletes
from tests.gui.hands import LEFT, drag_slider, number_of, slider_of, type_into

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

A, B = ParameterSpec("a", "a", 1.0, 0.0, 4.0), ParameterSpec("b", "b", 2.0, 0.0, 4.0)


@pytest.fixture
def panel(qtbot: QtBot) -> SurfacePanel:
    made = SurfacePanel()
    qtbot.addWidget(made)
    made.resize(260, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_page_is_wanted_when_it_is_first_shown(panel: SurfacePanel) -> None:
    wanted: list[str] = []
    shown: list[str] = []
    panel.page_wanted.connect(wanted.append)
    panel.page_wanted.connect(lambda name: panel.add_page(name, QLabel(name)))
    panel.page_shown.connect(shown.append)
    bar = panel.tabs.tabBar()
    for index in (1, 0, 1, 3):
        QTest.mouseClick(bar, LEFT, pos=bar.tabRect(index).center())
    assert wanted == ["formula", "data"]
    assert shown == ["formula", "catalogue", "formula", "data"]
    assert panel.page == "data"
    panel.show_page("catalogue")
    assert panel.catalogue.isVisible()


def test_the_description_hides_what_is_empty(panel: SurfacePanel) -> None:
    panel.set_description("<i>f</i> = x", "It teaches.", "★ (0, 0) → 0")
    assert panel._teaches.isVisible()
    panel.set_description("<i>f</i> = x", "", "")
    assert not panel._teaches.isVisible()
    assert not panel._facts.isVisible()


def test_parameters_are_rebuilt_only_when_they_are_others(panel: SurfacePanel) -> None:
    panel.set_parameters((A, B), {"a": 1.5, "b": 2.5})
    rows = dict(panel._rows)
    panel.set_parameters((A, B), {"a": 3.0, "b": 0.5})
    assert panel._rows == rows
    assert [row.value() for row in rows.values()] == [3.0, 0.5]
    panel.set_parameters((B,), {"b": 1.0})
    flush_deferred_deletes()
    assert list(panel._rows) == ["b"]
    assert panel._parameters.count() == 1


def test_a_parameter_that_goes_says_nothing_more(panel: SurfacePanel) -> None:
    heard: list[object] = []
    panel.parameter_changed.connect(lambda *values: heard.append(values))
    panel.set_parameters((A,), {"a": 1.0})
    type_into(number_of(panel._rows["a"]), "3", enter=False)
    panel.set_parameters((B,), {"b": 1.0})
    flush_deferred_deletes()
    assert heard == []


def test_a_parameter_is_dragged_and_typed(panel: SurfacePanel) -> None:
    heard: list[tuple[object, ...]] = []
    panel.parameter_changed.connect(lambda *values: heard.append(values))
    panel.set_parameters((A,), {"a": 1.0})
    drag_slider(slider_of(panel._rows["a"]), 500, 900)
    assert [values[2] for values in heard] == [True] * (len(heard) - 1) + [False]
    type_into(number_of(panel._rows["a"]), "0.5")
    assert heard[-1] == ("a", 0.5, False)


def test_the_start_is_typed_and_setting_is_silent(panel: SurfacePanel) -> None:
    heard: list[tuple[float, float]] = []
    panel.start_typed.connect(lambda x, y: heard.append((x, y)))
    panel.set_start(1.0, 2.0)
    assert heard == []
    type_into(panel.start_y, "-3.5")
    assert heard == [(1.0, -3.5)]
    type_into(panel.start_x, "no")
    assert heard == [(1.0, -3.5)]
    assert panel.start_x.complaint()


def test_fields_have_names_for_screen_readers(panel: SurfacePanel) -> None:
    QApplication.sendEvent(panel, QEvent(QEvent.Type.LanguageChange))
    assert [field.accessibleName() for field in (panel.start_x, panel.start_y)] == ["Start x", "Start y"]
