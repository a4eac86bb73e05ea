"""Every dialog opens through one function here, so that a test can replace it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox

from engine.session_file import SUFFIX
from engine.surface_file import SUFFIX as SURFACE_SUFFIX
from engine.version import VERSION

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from engine.scenario import ScenarioText

translate = QCoreApplication.translate


def ask_open(parent: QWidget, folder: str) -> Path | None:
    """Ask for a session file to open."""
    title = translate("Dialogs", "Open session")
    kinds = translate("Dialogs", "Sessions (*{suffix});;All files (*)").format(suffix=SUFFIX)
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_save(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to save the session."""
    kinds = translate("Dialogs", "Sessions (*{suffix})").format(suffix=SUFFIX)
    return _asked(parent, translate("Dialogs", "Save session"), Path(folder) / f"{name}{SUFFIX}", kinds, SUFFIX)


def ask_csv(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to write the trajectories."""
    title = translate("Dialogs", "Export trajectories")
    return _asked(parent, title, Path(folder) / f"{name}.csv", "CSV (*.csv)", ".csv")


def ask_picture(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to write the picture."""
    title = translate("Dialogs", "Export picture")
    return _asked(parent, title, Path(folder) / f"{name}.png", "PNG (*.png);;SVG (*.svg)", ".png")


def ask_animation(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to write the animation."""
    title = translate("Dialogs", "Export animation")
    return _asked(parent, title, Path(folder) / f"{name}.gif", "GIF (*.gif)", ".gif")


def ask_plot(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to write a plot, as a picture or as numbers."""
    title = translate("Dialogs", "Export plot")
    return _asked(parent, title, Path(folder) / f"{name}.png", "PNG (*.png);;SVG (*.svg);;CSV (*.csv)", ".png")


def ask_height_map(parent: QWidget, folder: str) -> Path | None:
    """Ask for a picture or a table of heights."""
    kinds = translate("Dialogs", "Pictures and CSV tables ({patterns});;All files (*)").format(
        patterns="*.png *.jpg *.jpeg *.bmp *.webp *.tif *.tiff *.gif *.pgm *.ppm *.csv *.tsv *.txt"
    )
    name, _ = QFileDialog.getOpenFileName(parent, translate("Dialogs", "Import height map"), folder, kinds)
    return Path(name) if name else None


def ask_samples(parent: QWidget, folder: str) -> Path | None:
    """Ask for a table of samples."""
    title = translate("Dialogs", "Samples from a file")
    kinds = translate("Dialogs", "Tables (*.csv *.tsv *.txt);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_surface(parent: QWidget, folder: str) -> Path | None:
    """Ask for a surface file to import."""
    title = translate("Dialogs", "Import surface")
    kinds = translate("Dialogs", "Surfaces (*{suffix});;All files (*)").format(suffix=SURFACE_SUFFIX)
    name, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def ask_surface_copy(parent: QWidget, folder: str, name: str) -> Path | None:
    """Ask where to write a copy of a surface."""
    title, proposal = translate("Dialogs", "Export surface"), Path(folder) / f"{name}{SURFACE_SUFFIX}"
    kinds = translate("Dialogs", "Surfaces (*{suffix})").format(suffix=SURFACE_SUFFIX)
    return _asked(parent, title, proposal, kinds, SURFACE_SUFFIX)


def ask_scenario(parent: QWidget, text: ScenarioText) -> ScenarioText | None:
    """Ask for the words of a scenario."""
    from gui.widgets.scenario_form import ScenarioForm

    form = ScenarioForm(text, parent)
    accepted = form.exec() == ScenarioForm.DialogCode.Accepted
    form.deleteLater()
    return form.words() if accepted else None


def _asked(parent: QWidget, title: str, proposal: Path, kinds: str, suffix: str) -> Path | None:
    name, kind = QFileDialog.getSaveFileName(parent, title, str(proposal), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix:
        return path
    chosen = next((other for other in (".svg", ".csv") if other in kind), suffix)
    whole = path.with_name(path.name + chosen)
    return whole if not whole.exists() or may_replace(parent, whole) else None  # Qt asked about the name without it


def may_replace(parent: QWidget, path: Path) -> bool:
    """Ask whether a file may be replaced."""
    text = translate("Dialogs", "{name} is already there. Replace it?").format(name=path.name)
    answer = QMessageBox.question(parent, translate("Dialogs", "Replace file"), text)
    return answer == QMessageBox.StandardButton.Yes


def show_about(parent: QWidget) -> None:
    """Say what this is."""
    text = translate(
        "Dialogs",
        "<h3>Optimizer Sandbox {version}</h3><p>A laboratory for gradient-based optimization: "
        "step forward, step back, and see why each step went where it went.</p><p>MIT licence.</p>",
    )
    QMessageBox.about(parent, translate("Dialogs", "About"), text.format(version=VERSION))


def show_keys(parent: QWidget) -> None:
    """List keys and gestures."""
    rows = (
        ("Space", translate("Dialogs", "play or pause")),
        ("← →", translate("Dialogs", "one step back or forward (also Page Up and Page Down)")),
        ("Shift+← →", translate("Dialogs", "ten steps")),
        ("Ctrl+← →  [ ]", translate("Dialogs", "previous or next event")),
        ("B", translate("Dialogs", "bookmark where the chosen run stands")),
        ("Home  End", translate("Dialogs", "first and last iteration")),
        ("Ctrl+1  Ctrl+2", translate("Dialogs", "together, side by side")),
        ("Ctrl+J", translate("Dialogs", "show the timeline or fold it away")),
        (
            "Ctrl+B",
            translate("Dialogs", "branch the run whose card has the keyboard, else the chosen one, where it stands"),
        ),
        (
            translate("Dialogs", "Alt or Ctrl and drag a run's marker"),
            translate("Dialogs", "branch it there and nudge it"),
        ),
        (translate("Dialogs", "drag a branch's ring"), translate("Dialogs", "nudge it; double click puts it back")),
        (translate("Dialogs", "click or drag on the map"), translate("Dialogs", "put the start there")),
        (translate("Dialogs", "wheel"), translate("Dialogs", "zoom at the pointer")),
        (translate("Dialogs", "middle button, or Space and drag"), translate("Dialogs", "move the map")),
        (translate("Dialogs", "double click"), translate("Dialogs", "fit the surface")),
        (translate("Dialogs", "double click on a name"), translate("Dialogs", "reset the number to its default")),
    )
    lines = "".join(
        f"<tr><td style='padding:3px 16px 3px 0'><b>{key}</b></td><td>{what}</td></tr>" for key, what in rows
    )
    box = QMessageBox(parent)
    box.setWindowTitle(translate("Dialogs", "Keyboard and mouse"))
    box.setText(f"<table>{lines}</table>")
    box.exec()
