"""Brings the translation files up to date with the source: `python -m gui.translation.update`.

Texts that are new stand in the `.ts` file as unfinished; translate them there (by hand or in Qt Linguist) and run this
again. Texts that are gone are dropped.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import PySide6

from gui.resources import resource_path
from gui.translation.language import OWN
from gui.translation.sentences import CONTEXT, LIST
from gui.translation.texts import ROOT, data_texts, templates

TOOLS = Path(PySide6.__file__).parent
TS = f"translations/{OWN}_ko.ts"


def update(ts: Path, listed: Path) -> None:
    """Bring a `.ts` file, the `.qm` file beside it and the list of templates up to date."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data.py"
        data.write_text("".join(_marked(text) for text in data_texts()), encoding="utf-8")
        files = [*sorted((ROOT / "gui").rglob("*.py")), data]
        (Path(folder) / "files").write_text("\n".join(map(str, files)), encoding="utf-8")
        _run(
            "lupdate",
            f"@{folder}/files",
            "-no-obsolete",
            "-locations",
            "none",
            "-target-language",
            "ko",
            "-ts",
            str(ts),
        )
    release(ts, ts.with_suffix(".qm"))
    listed.write_text("\n".join(templates()) + "\n", encoding="utf-8")


def release(ts: Path, qm: Path) -> None:
    """Make the file that the window loads, at one go: windows that are open have it mapped, and would fall over."""
    made = qm.with_suffix(".new")
    _run("lrelease", "-silent", "-nounfinished", str(ts), "-qm", str(made))
    made.replace(qm)


def _marked(text: str) -> str:
    """Write a text the way lupdate finds it."""
    quoted = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'QT_TRANSLATE_NOOP("{CONTEXT}", "{quoted}")\n'


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run([TOOLS / tool, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    update(resource_path(TS), resource_path(LIST))
