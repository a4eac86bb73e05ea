from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from engine.surface_file import SUFFIX, KeptSurface, load_surface, save_surface
from gui import dialogs
from gui.views.catalogue_list import OWN, SHIPPED
from surfaces import SurfaceSpec
from tests.gui.hands import LEFT, click, pick, type_into

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QListWidgetItem

    from gui.widgets.name_popup import NamePopup
    from tests.gui.hands import Hands

BOWL = KeptSurface(SurfaceSpec(formula="x^2 + 3*y^2", bounds=(-2.0, 2.0, -2.0, 2.0)), (1.5, 1.5))


def folder(hands: Hands) -> Path:
    return hands.window.settings.library_folder()


def keep(hands: Hands, name: str, kept: KeptSurface = BOWL) -> None:
    """Have a surface in the library, as if from an earlier day."""
    folder(hands).mkdir(parents=True, exist_ok=True)
    save_surface(kept, folder(hands) / f"{name}{SUFFIX}")
    hands.window.surfaces.library.refresh()
    hands.rest()


def popup(hands: Hands) -> NamePopup:
    made = hands.window.surfaces.library.popup
    assert made is not None
    return made


def own(hands: Hands) -> list[str]:
    """The names in the catalogue's section of the person's own."""
    surfaces = hands.desk.surface.catalogue.list
    return [surfaces.surface_at(item)[1] for item in surfaces.surfaces() if surfaces.surface_at(item)[0] == OWN]


def item(hands: Hands, name: str, kind: str = OWN) -> QListWidgetItem:
    found = hands.desk.surface.catalogue.list.surface(kind, name)
    assert found is not None
    return found


def place(hands: Hands, name: str, kind: str = OWN) -> QPoint:
    surfaces = hands.desk.surface.catalogue.list
    surfaces.scrollToItem(item(hands, name, kind))
    return surfaces.visualItemRect(item(hands, name, kind)).center()


def choose(hands: Hands, name: str, kind: str = OWN) -> None:
    QTest.mouseClick(hands.desk.surface.catalogue.list.viewport(), LEFT, pos=place(hands, name, kind))
    hands.rest()


def wish(hands: Hands, name: str, text: str) -> None:
    """Open the menu of an own surface and click on an entry."""
    surfaces = hands.desk.surface.catalogue.list
    surfaces.customContextMenuRequested.emit(place(hands, name))
    menu = next(menu for menu in hands.desk.surface.catalogue.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text().replace("&", "").startswith(text))
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def save_as(hands: Hands, name: str) -> None:
    """Save by the menu; the name comes from an input method, as Hangul does."""
    pick(hands.window.menus.file, "save-surface")
    typed = QInputMethodEvent()
    typed.setCommitString(name)
    QApplication.sendEvent(popup(hands).field, typed)
    QTest.keyClick(popup(hands).field, Qt.Key.Key_Return)
    hands.rest()


def test_a_surface_is_kept_and_chosen_again(hands: Hands, open_window: Callable[[], Hands]) -> None:
    session = hands.session
    save_as(hands, "우리 골짜기")
    assert "우리 골짜기" in hands.message
    assert own(hands) == ["우리 골짜기"]
    assert load_surface(folder(hands) / f"우리 골짜기{SUFFIX}") == KeptSurface(session.surface, session.start)
    choose(hands, "himmelblau", SHIPPED)
    choose(hands, "우리 골짜기")
    assert (hands.session.surface, hands.session.start) == (session.surface, session.start)
    hands.undo()
    assert hands.session.surface.name == "himmelblau"
    assert own(open_window()) == ["우리 골짜기"]


def test_the_name_proposed_is_the_surfaces_own_and_free(hands: Hands) -> None:
    for expected in ("The book's valley", "The book's valley 2"):
        pick(hands.window.menus.file, "save-surface")
        assert popup(hands).field.text() == expected
        QTest.keyClick(popup(hands).field, Qt.Key.Key_Return)
        hands.rest()
    assert own(hands) == ["The book's valley", "The book's valley 2"]


def test_a_taken_name_can_be_replaced(hands: Hands) -> None:
    keep(hands, "mine")
    pick(hands.window.menus.file, "save-surface")
    type_into(popup(hands).field, "MINE")
    assert "“mine” already" in popup(hands).note()
    click(popup(hands).replace_button)
    hands.rest()
    assert load_surface(folder(hands) / f"mine{SUFFIX}").spec == hands.session.surface


def test_a_name_that_cannot_be_is_said_in_the_popup(hands: Hands) -> None:
    pick(hands.window.menus.file, "save-surface")
    type_into(popup(hands).field, "../evil")
    assert "cannot contain “/”" in popup(hands).note()
    QTest.keyClick(popup(hands).field, Qt.Key.Key_Escape)
    assert own(hands) == []
    assert not folder(hands).exists()


def test_own_surfaces_get_their_pictures(hands: Hands) -> None:
    keep(hands, "bowl")
    hands.until(lambda: not item(hands, "bowl").icon().isNull())


def test_renaming(hands: Hands) -> None:
    keep(hands, "bowl")
    keep(hands, "other")
    wish(hands, "bowl", "Rename")
    type_into(popup(hands).field, "other", enter=False)
    assert not popup(hands).button.isEnabled()
    type_into(popup(hands).field, "dish")
    hands.rest()
    assert own(hands) == ["dish", "other"]


def test_deleting_can_be_undone(hands: Hands) -> None:
    keep(hands, "bowl")
    wish(hands, "bowl", "Delete")
    hands.rest()
    assert own(hands) == []
    assert "bowl" in hands.message
    undo = next(b for b in hands.desk.messages.findChildren(QPushButton) if b.text() == "Undo")
    click(undo)
    hands.rest()
    assert own(hands) == ["bowl"]
    assert load_surface(folder(hands) / f"bowl{SUFFIX}") == BOWL
    assert hands.edits == 0


def test_out_to_a_file_and_in_again(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    keep(hands, "bowl")
    path = tmp_path / f"copy{SUFFIX}"
    monkeypatch.setattr(dialogs, "ask_surface_copy", lambda _parent, _folder, _name: path)
    wish(hands, "bowl", "Export")
    assert load_surface(path) == BOWL
    assert str(path) in hands.message
    monkeypatch.setattr(dialogs, "ask_surface", lambda _parent, _folder: path)
    click(hands.desk.surface.catalogue.import_button)
    hands.rest()
    assert own(hands) == ["bowl", "copy"]
    assert (hands.session.surface, hands.session.start) == BOWL
    assert hands.edits == 1


@pytest.mark.parametrize("text", ["", '{"format": "optimizer-sandbox-surface", "version": 9}'])
def test_a_file_that_is_no_surface_is_a_sentence(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    (tmp_path / "a.surface.json").write_text(text)
    monkeypatch.setattr(dialogs, "ask_surface", lambda _parent, _folder: tmp_path / "a.surface.json")
    pick(hands.window.menus.file, "import-surface")
    hands.rest()
    assert hands.message
    assert own(hands) == []


def test_a_broken_file_is_listed_and_says_why(hands: Hands) -> None:
    keep(hands, "bowl")
    (folder(hands) / f"broken{SUFFIX}").write_text("{")
    hands.window.surfaces.library.refresh()
    hands.rest()
    assert own(hands) == ["bowl", "broken"]
    before = hands.session
    choose(hands, "broken")
    assert hands.message == "This is not a surface file: it is broken or was cut off."
    assert hands.session is before
    wish(hands, "broken", "Delete")
    hands.rest()
    assert own(hands) == ["bowl"]


def test_what_was_removed_behind_our_back_is_a_sentence(hands: Hands) -> None:
    keep(hands, "bowl")
    (folder(hands) / f"bowl{SUFFIX}").unlink()
    wish(hands, "bowl", "Delete")
    assert "any more" in hands.message


def test_the_own_surface_in_use_is_marked(hands: Hands) -> None:
    keep(hands, "bowl")
    surfaces = hands.desk.surface.catalogue.list
    choose(hands, "bowl")
    assert surfaces.current() == (OWN, "bowl")
    hands.undo()
    assert surfaces.current()[0] != OWN
    hands.redo()
    assert surfaces.current() == (OWN, "bowl")
