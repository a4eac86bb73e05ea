"""The action table: every command of the window once, with its text, keys and tooltip."""

from __future__ import annotations

import re
from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

_CONTEXT = "Actions"
_KEY = re.compile(r"\(&.\)")


class ActionRow(NamedTuple):
    """One command."""

    name: str
    text: object
    """Marked for translation; Qt types such texts as objects."""
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False


ROWS: tuple[ActionRow, ...] = (
    ActionRow("new", QT_TRANSLATE_NOOP("Actions", "&New"), ("Ctrl+N",)),
    ActionRow("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), ("Ctrl+O",), icon="folder"),
    ActionRow("reopen", QT_TRANSLATE_NOOP("Actions", "Reopen &last session"), ("Ctrl+Shift+T",)),
    ActionRow("save", QT_TRANSLATE_NOOP("Actions", "&Save"), ("Ctrl+S",), icon="save"),
    ActionRow("save-as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), ("Ctrl+Shift+S",)),
    ActionRow("save-surface", QT_TRANSLATE_NOOP("Actions", "Save surface to l&ibrary…"), ("Ctrl+Shift+L",)),
    ActionRow("import-surface", QT_TRANSLATE_NOOP("Actions", "Import s&urface…")),
    ActionRow("import-heights", QT_TRANSLATE_NOOP("Actions", "Import &height map…"), ("Ctrl+Shift+H",)),
    ActionRow("export-csv", QT_TRANSLATE_NOOP("Actions", "Export trajectories as &CSV…"), ("Ctrl+E",), icon="export"),
    ActionRow("export-picture", QT_TRANSLATE_NOOP("Actions", "Export &picture…"), ("Ctrl+Shift+E",)),
    ActionRow("export-animation", QT_TRANSLATE_NOOP("Actions", "Export ani&mation…"), ("Ctrl+Shift+A",)),
    ActionRow("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), ("Ctrl+Q",)),
    ActionRow("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), ("Ctrl+Z",), icon="undo"),
    ActionRow("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon="redo"),
    ActionRow("find", QT_TRANSLATE_NOOP("Actions", "&Find a surface"), ("Ctrl+F",)),
    ActionRow("together", QT_TRANSLATE_NOOP("Actions", "&Together"), ("Ctrl+1",), icon="together", checkable=True),
    ActionRow(
        "side-by-side",
        QT_TRANSLATE_NOOP("Actions", "&Side by side"),
        ("Ctrl+2",),
        icon="side-by-side",
        checkable=True,
    ),
    ActionRow("three-d", QT_TRANSLATE_NOOP("Actions", "3-&D"), ("Ctrl+3",), icon="relief", checkable=True),
    ActionRow("log-loss", QT_TRANSLATE_NOOP("Actions", "&Logarithmic loss"), ("Ctrl+L",), checkable=True),
    ActionRow("timeline", QT_TRANSLATE_NOOP("Actions", "Timeli&ne"), ("Ctrl+J",), checkable=True),
    ActionRow("fit", QT_TRANSLATE_NOOP("Actions", "&Fit the surface"), ("Ctrl+0",), icon="fit"),
    ActionRow("reset-layout", QT_TRANSLATE_NOOP("Actions", "&Reset layout")),
    ActionRow("full-screen", QT_TRANSLATE_NOOP("Actions", "F&ull screen"), ("F11",), checkable=True),
    ActionRow("to-start", QT_TRANSLATE_NOOP("Actions", "To &start"), ("Home",), icon="to-start"),
    ActionRow("back-ten", QT_TRANSLATE_NOOP("Actions", "Ten steps back"), ("Shift+Left",), icon="back-ten"),
    ActionRow("step-back", QT_TRANSLATE_NOOP("Actions", "Step &back"), ("Left", "PgUp"), icon="step-back"),
    ActionRow("play", QT_TRANSLATE_NOOP("Actions", "&Play or pause"), ("Space",), icon="play"),
    ActionRow("step-forward", QT_TRANSLATE_NOOP("Actions", "Step &forward"), ("Right", "PgDown"), icon="step-forward"),
    ActionRow("forward-ten", QT_TRANSLATE_NOOP("Actions", "Ten steps forward"), ("Shift+Right",), icon="forward-ten"),
    ActionRow("to-end", QT_TRANSLATE_NOOP("Actions", "To &end"), ("End",), icon="to-end"),
    ActionRow(
        "previous-event", QT_TRANSLATE_NOOP("Actions", "Pre&vious event"), ("Ctrl+Left", "["), icon="previous-event"
    ),
    ActionRow("next-event", QT_TRANSLATE_NOOP("Actions", "&Next event"), ("Ctrl+Right", "]"), icon="next-event"),
    ActionRow("bookmark", QT_TRANSLATE_NOOP("Actions", "Boo&kmark this iteration…"), ("B",), icon="flag"),
    ActionRow("tune", QT_TRANSLATE_NOOP("Actions", "&Tune all learning rates"), ("Ctrl+T",), icon="target"),
    ActionRow("draw-again", QT_TRANSLATE_NOOP("Actions", "Draw a&gain by another seed"), ("Ctrl+R",)),
    ActionRow("branch", QT_TRANSLATE_NOOP("Actions", "Branch &here"), ("Ctrl+B",), icon="branch"),
    ActionRow("save-scenario", QT_TRANSLATE_NOOP("Actions", "&Save as scenario…")),
    ActionRow("scenario-folder", QT_TRANSLATE_NOOP("Actions", "Open the &folder of my scenarios")),
    ActionRow("keys", QT_TRANSLATE_NOOP("Actions", "&Keyboard and mouse"), ("F1",)),
    ActionRow("about", QT_TRANSLATE_NOOP("Actions", "&About")),
)


def make_actions(parent: QObject) -> dict[str, QAction]:
    """Return an action for every row."""
    actions = {}
    for row in ROWS:
        action = QAction(parent)
        action.setObjectName(row.name)
        action.setCheckable(row.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setAutoRepeat(row.name != "play")  # held down to pan the map, Space would start and stop time
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        actions[row.name] = action
    retranslate(actions)
    return actions


def retranslate(actions: dict[str, QAction]) -> None:
    """Give every action its text in the window's language."""
    for row in ROWS:
        text = QCoreApplication.translate(_CONTEXT, str(row.text))
        actions[row.name].setText(text)
        actions[row.name].setIconText(without_keys(text))
        actions[row.name].setToolTip(without_keys(text))


def without_keys(text: str) -> str:
    """Return what a command is called on a button: Korean has its keys in brackets behind it, “(&F)”."""
    return _KEY.sub("", text).replace("&", "").removesuffix("…")
