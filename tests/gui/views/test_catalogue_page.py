from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyleOptionViewItem

from gui.views.catalogue_list import OWN, SHIPPED
from gui.views.catalogue_page import PICTURE, CataloguePage, SurfaceChoice
from gui.views.dimensions_row import DimensionsRow
from tests.gui.hands import LEFT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CHOICES = (
    SurfaceChoice("bowl", "Round bowl", "Equal curvature in all directions.", "Bowls"),
    SurfaceChoice("saddle", "Saddle", "Descent crawls.", "Saddles"),
    SurfaceChoice("plateau", "Plateau", "No gradient far out.", "Saddles"),
    SurfaceChoice("dip", "Bowl with a dip", "A trap on the slope.", "Many minima"),
)
OWNED = (SurfaceChoice("hills", "My hills", "sculpted"), SurfaceChoice("bowl", "My bowl", "x^2"))


@pytest.fixture
def page(qtbot: QtBot) -> CataloguePage:
    made = CataloguePage()
    qtbot.addWidget(made)
    made.set_choices(CHOICES)
    made.resize(260, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def chosen(page: CataloguePage) -> list[str]:
    heard: list[str] = []
    page.surface_chosen.connect(heard.append)
    page.own_chosen.connect(lambda name: heard.append(f"own {name}"))
    return heard


def middle(page: CataloguePage, name: str, kind: str = SHIPPED) -> QPoint:
    item = page.list.surface(kind, name)
    assert item is not None
    page.list.scrollToItem(item)
    return page.list.visualItemRect(item).center()


def click_on(page: CataloguePage, name: str, kind: str = SHIPPED) -> None:
    QTest.mouseClick(page.list.viewport(), LEFT, pos=middle(page, name, kind))


def shown(page: CataloguePage) -> list[str]:
    """Every row that is not hidden: headings and titles."""
    items = [page.list.item(row) for row in range(page.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def key(page: CataloguePage, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def test_groups_have_headings(page: CataloguePage) -> None:
    assert shown(page) == [
        "Bowls", "Round bowl", "Saddles", "Saddle", "Plateau", "Many minima", "Bowl with a dip",
    ]  # fmt: skip


def test_a_heading_has_the_row_for_itself_and_surfaces_stand_side_by_side(page: CataloguePage) -> None:
    rects = [page.list.visualItemRect(page.list.item(row)) for row in range(5)]
    assert rects[2].width() > 0.9 * page.list.viewport().width()
    assert rects[1].top() >= rects[0].bottom()
    assert rects[3].top() == rects[4].top() >= rects[2].bottom()
    assert rects[4].left() >= rects[3].right()
    assert rects[4].right() < page.list.viewport().width()


@pytest.mark.parametrize("width", [150, 260, 400, 900])
def test_nothing_is_cut_off_at_any_width(page: CataloguePage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 600)
    qtbot.waitUntil(
        lambda: all(
            page.list.visualItemRect(page.list.item(row)).right() < page.list.viewport().width()
            for row in range(page.list.count())
        )
    )


def test_a_click_chooses_and_setting_is_silent(page: CataloguePage, chosen: list[str]) -> None:
    page.set_current("dip")
    assert chosen == []
    for name in ("saddle", "saddle", "bowl"):
        click_on(page, name)
    assert chosen == ["saddle", "bowl"]


def test_a_click_on_a_heading_chooses_nothing(page: CataloguePage, chosen: list[str]) -> None:
    page.set_current("dip")
    place = page.list.visualItemRect(page.list.item(2)).center()
    QTest.mouseClick(page.list.viewport(), LEFT, pos=place)
    assert chosen == []
    assert page.list.current() == (SHIPPED, "dip")


def test_up_and_down_go_through_all_surfaces(page: CataloguePage, chosen: list[str]) -> None:
    page.set_current("bowl")
    page.list.setFocus()
    for _ in range(4):
        key(page, Qt.Key.Key_Down)
    key(page, Qt.Key.Key_Up)
    assert chosen == ["saddle", "plateau", "dip", "plateau"]


@pytest.mark.parametrize("name", ["", "unknown"])
def test_without_a_name_nothing_is_selected(page: CataloguePage, name: str) -> None:
    page.set_current("dip")
    page.set_current(name)
    assert page.list.currentRow() == -1
    page.set_current("saddle")
    assert page.list.currentItem().text() == "Saddle"


def test_pictures_fill_their_place_and_outlive_a_new_list(page: CataloguePage) -> None:
    picture = QPixmap(PICTURE)
    picture.fill(Qt.GlobalColor.red)
    page.set_picture("saddle", picture)
    page.set_picture("unknown", picture)
    page.set_own(OWNED)
    item = page.list.surface(SHIPPED, "saddle")
    assert item is not None
    assert item.icon().pixmap(PICTURE).toImage().pixelColor(10, 10) == Qt.GlobalColor.red
    QApplication.processEvents()
    seen = page.list.viewport().grab().toImage().pixelColor(middle(page, "saddle") - QPoint(0, 20))
    assert seen.red() > 200
    assert seen.blue() < 60


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bowl", ["Bowls", "Round bowl", "Many minima", "Bowl with a dip"]),
        ("BOWL dip", ["Many minima", "Bowl with a dip"]),
        ("trap", ["Many minima", "Bowl with a dip"]),
        ("saddles", ["Saddles", "Saddle", "Plateau"]),
    ],
)
def test_words_of_title_name_group_and_lesson_find(page: CataloguePage, words: str, found: list[str]) -> None:
    page.focus_search()
    QTest.keyClicks(page.search, words)
    assert shown(page) == found


def test_escape_shows_all_again(page: CataloguePage) -> None:
    page.focus_search()
    QTest.keyClicks(page.search, "no such words")
    assert shown(page) == []
    assert page._nothing.isVisible()
    assert not page.list.isVisible()
    key(page, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.list.isVisible()
    assert len(shown(page)) == 7
    key(page, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.list


@pytest.mark.parametrize("pressed", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_return_and_down_choose_the_first_that_was_found(
    page: CataloguePage, chosen: list[str], pressed: Qt.Key
) -> None:
    page.focus_search()
    QTest.keyClicks(page.search, "gradient")
    key(page, pressed)
    assert chosen == ["plateau"]


def test_a_hidden_surface_stays_the_current_one(page: CataloguePage, chosen: list[str]) -> None:
    page.set_current("bowl")
    page.focus_search()
    QTest.keyClicks(page.search, "trap")
    assert page.list.current() == (SHIPPED, "bowl")
    assert chosen == []


def test_own_surfaces_come_first_and_keep_apart_from_shipped_ones(page: CataloguePage, chosen: list[str]) -> None:
    page.set_current("dip")
    page.set_own(OWNED)
    assert page.list.current() == (SHIPPED, "dip")
    assert shown(page)[:4] == ["Yours", "My hills", "My bowl", "Bowls"]
    click_on(page, "bowl", OWN)
    click_on(page, "bowl")
    assert chosen == ["own bowl", "bowl"]
    page.set_current_own("hills")
    assert page.list.current() == (OWN, "hills")
    page.set_own(())
    assert "Yours" not in shown(page)


def wishes(page: CataloguePage) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    page.own_rename_requested.connect(lambda name: heard.append(("rename", name)))
    page.own_delete_requested.connect(lambda name: heard.append(("delete", name)))
    page.own_export_requested.connect(lambda name: heard.append(("export", name)))
    page.import_requested.connect(lambda: heard.append(("import", "")))
    return heard


def test_keys_rename_and_delete_the_current_own_surface_only(page: CataloguePage) -> None:
    page.set_own(OWNED)
    heard = wishes(page)
    page.list.setFocus()
    page.set_current("bowl")
    key(page, Qt.Key.Key_F2)
    key(page, Qt.Key.Key_Delete)
    assert heard == []
    page.set_current_own("hills")
    key(page, Qt.Key.Key_F2)
    key(page, Qt.Key.Key_Delete)
    assert heard == [("rename", "hills"), ("delete", "hills")]


@pytest.mark.parametrize(("entry", "wish"), [(0, "rename"), (1, "export"), (2, "delete"), (4, "import")])
def test_the_menu_of_an_own_surface_is_about_that_one(page: CataloguePage, entry: int, wish: str) -> None:
    page.set_own(OWNED)
    heard = wishes(page)
    page.set_current_own("hills")
    page.list.customContextMenuRequested.emit(middle(page, "bowl", OWN))
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[entry]).center())
    assert heard == [(wish, "" if wish == "import" else "bowl")]


def test_the_menu_of_a_shipped_surface_only_imports(page: CataloguePage) -> None:
    page.list.customContextMenuRequested.emit(middle(page, "bowl"))
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 1
    menu.close()


def test_what_comes_into_view_is_told(page: CataloguePage, qtbot: QtBot) -> None:
    page.resize(260, 240)
    QApplication.processEvents()
    first = page.in_view()
    assert ("shipped", "dip") not in first
    with qtbot.waitSignal(page.in_view_changed):
        page.list.verticalScrollBar().setValue(10_000)
    assert ("shipped", "dip") in page.in_view()


def test_dimensions_are_offered_where_there_are_more(page: CataloguePage) -> None:
    page.set_dimensions(2, 2, (0, 1), "")
    assert not page.findChildren(DimensionsRow)
    heard: list[object] = []
    page.dimensions_chosen.connect(heard.append)
    page.axes_chosen.connect(lambda *axes: heard.append(axes))
    page.set_dimensions(4, 10, (0, 1), "Others are held.")
    (row,) = page.findChildren(DimensionsRow)
    assert row.isVisible()
    row.count.stepUp()
    row.up.setCurrentIndex(2)
    assert heard == [5, (0, 2)]
    page.set_dimensions(2, 2, (0, 1), "")
    assert not row.isVisible()


def test_the_page_has_names_for_screen_readers_and_retranslates(page: CataloguePage) -> None:
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.list.accessibleName()
    assert page.search.accessibleName()
    assert page.import_button.text()


def test_pictures_that_are_filtered_out_leave_nothing_in_the_corner(page: CataloguePage) -> None:
    black = QPixmap(PICTURE)
    black.fill(Qt.GlobalColor.black)
    for item in page.list.surfaces():
        page.set_picture(item.data(Qt.ItemDataRole.UserRole), black)
        item.setHidden(True)
    painted = QPixmap(page.list.viewport().size())
    painted.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    painter = QPainter(painted)
    for row in range(page.list.count()):
        page.list.itemDelegate().paint(painter, option, page.list.model().index(row, 0))
    painter.end()
    assert painted.toImage().pixelColor(2, 10) == Qt.GlobalColor.white
