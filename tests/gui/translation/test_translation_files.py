"""The translation files hold every text of the source, translated; nothing else, and nothing stale."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QRawFont

from gui.resources import resource_path
from gui.translation.hangul import FONT
from gui.translation.sentences import LIST
from gui.translation.texts import ROOT
from gui.translation.update import TS, release, update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

HELP = (
    "\n\nRun  .venv/bin/python -m gui.translation.update\nthen translate what is marked unfinished in "
    f"resources/{TS}, run it again, and commit resources/translations."
)


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, str, str]]:
    """Context, source and translation of every text; a translation that is not finished is empty."""
    found = []
    for context in ElementTree.parse(resource_path(TS)).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            text = "" if translation.get("type") else translation.text or ""
            found.append((context.findtext("name", ""), message.findtext("source", ""), text))
    return found


def test_the_files_are_those_that_the_source_gives(tmp_path: Path) -> None:
    ts, listed = tmp_path / "a_ko.ts", tmp_path / "sentences.txt"
    shutil.copy(resource_path(TS), ts)
    update(ts, listed)
    assert ts.read_text() == resource_path(TS).read_text(), f"Texts have changed.{HELP}"
    assert listed.read_text() == resource_path(LIST).read_text(), f"Sentences have changed.{HELP}"


def test_the_window_loads_what_was_translated(tmp_path: Path) -> None:
    release(resource_path(TS), tmp_path / "a.qm")
    shipped = resource_path(TS).with_suffix(".qm").read_bytes()
    assert (tmp_path / "a.qm").read_bytes() == shipped, f"The .qm file is not made from the .ts file.{HELP}"


def test_a_window_that_is_open_keeps_what_it_has_mapped(tmp_path: Path) -> None:
    qm = tmp_path / "a.qm"
    qm.write_bytes(b"as it was")
    with qm.open("rb") as mapped:
        release(resource_path(TS), qm)
        assert mapped.read() == b"as it was"
    assert qm.stat().st_size > 1000
    assert list(tmp_path.iterdir()) == [qm]


def test_everything_is_translated(messages: list[tuple[str, str, str]]) -> None:
    missing = [f"{context}: {source}" for context, source, text in messages if not text]
    assert not missing, "\n".join(["Not translated yet:", *missing]) + HELP


def test_every_blank_is_filled_in_every_language(messages: list[tuple[str, str, str]]) -> None:
    for _, source, text in messages:
        wanted, filled = (set(re.findall(r"\{\w*\}", one)) for one in (source, text or source))
        assert filled <= wanted, source
        assert all(re.fullmatch(r"\{\d\}", blank) for blank in wanted - filled), source  # such as “is” or “are”


def test_keys_of_menus_stay(messages: list[tuple[str, str, str]]) -> None:
    for _, source, text in messages:
        key = re.search(r"&(\w)", source)
        assert not text or not key or f"(&{key[1].upper()})" in text, source


def test_our_font_has_every_letter(messages: list[tuple[str, str, str]], qtbot: QtBot) -> None:
    font = QRawFont(str(resource_path(FONT)), 12.0)
    assert font.isValid()
    used = {letter for _, _, text in messages for letter in text if "가" <= letter <= "힣"}
    assert used
    assert not {letter for letter in used if not font.supportsCharacter(ord(letter))}


def test_the_fonts_licence_ships_with_it() -> None:
    licence = resource_path(FONT).parent / "OFL.txt"
    assert "SIL OPEN FONT LICENSE" in licence.read_text()
    assert resource_path(FONT).stat().st_size < 1_000_000


def marked(tree: ast.AST, context: str = "") -> Iterator[tuple[str, ast.expr]]:
    """Every call that asks for a translation: the context it is looked up in, and the text."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            if name.endswith(".tr"):
                yield context if name == "self.tr" else f"{name}(…)", node.args[0]
            elif name in ("translate", "QCoreApplication.translate", "QT_TRANSLATE_NOOP"):
                named = ast.literal_eval(node.args[0]) if isinstance(node.args[0], ast.Constant) else ""
                yield named, node.args[1]
        yield from marked(node, node.name if isinstance(node, ast.ClassDef) else context)


@pytest.mark.parametrize("path", sorted((ROOT / "gui").rglob("*.py")), ids=lambda path: path.stem)
def test_every_text_is_looked_up_where_it_stands(path: Path, messages: list[tuple[str, str, str]]) -> None:
    known = {(context, source) for context, source, _ in messages}
    for context, text in marked(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(text, ast.Constant):
            assert (context, text.value) in known, f"{context}: {text.value!r}{HELP}"
        else:
            assert not isinstance(text, ast.JoinedStr), f"An f-string is never found: {ast.unparse(text)}"


def test_a_bundle_keeps_our_translations_and_qts_korean() -> None:
    recipe = ast.parse((ROOT / "packaging" / "optimizer-sandbox.spec").read_text())
    (pruned,) = (
        node.value.args[0]
        for node in recipe.body
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) == "PRUNED"
        and isinstance(node.value, ast.Call)
    )
    pattern = re.compile(ast.literal_eval(pruned))
    assert not pattern.search(f"resources/{Path(TS).with_suffix('.qm').as_posix()}")
    assert not pattern.search("PySide6/Qt/translations/qtbase_ko.qm")
    assert pattern.search("PySide6/Qt/translations/qtbase_fr.qm")
