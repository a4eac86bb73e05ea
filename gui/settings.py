"""What is remembered between two starts: window layout, theme, speed, recent files, the last session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_RECENT = 8


class Settings:
    """QSettings with types: an INI file forgets them."""

    def __init__(self, store: QSettings | None = None) -> None:
        self._elsewhere = store is not None
        self._store = store or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "optimizer-sandbox", "optimizer-sandbox"
        )

    def text(self, name: str, default: str = "") -> str:
        """Return a remembered text."""
        return str(self._store.value(name, default, type=str))

    def number(self, name: str, default: float) -> float:
        """Return a remembered number."""
        value = self._store.value(name, default, type=float)
        return float(value) if isinstance(value, (int, float)) else default

    def names(self, name: str) -> tuple[str, ...]:
        """Return a remembered set of names."""
        return tuple(part for part in self.text(name).split("\n") if part)

    def remember_names(self, name: str, names: Iterable[str]) -> None:
        """Keep a set of names."""
        self.remember(name, "\n".join(sorted(names)))

    def layout(self, name: str) -> QByteArray:
        """Return a remembered geometry or dock state; empty when there is none."""
        value = self._store.value(name, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, name: str, value: object) -> None:
        """Keep a value."""
        self._store.setValue(name, value)

    def forget_layout(self) -> None:
        """Drop what is known of the window's layout."""
        self._store.remove("geometry")
        self._store.remove("state")

    def recent(self) -> list[str]:
        """Return the paths opened or saved last, newest first."""
        return [path for path in self.text("recent").split("\n") if path]

    def add_recent(self, path: str) -> None:
        """Put a path at the head of the recent ones."""
        others = [known for known in self.recent() if known != path]
        self.remember("recent", "\n".join([path, *others][:MOST_RECENT]))

    def last_session_path(self) -> Path:
        """Return where the session is kept when the window closes."""
        return Path(self._store.fileName()).parent / "last.sandbox.json"

    def library_folder(self) -> Path:
        """Return where a person's own surfaces are kept."""
        return self._data_folder() / "surfaces"

    def scenarios_folder(self) -> Path:
        """Return where a person's own scenarios are kept."""
        return self._data_folder() / "scenarios"

    def _data_folder(self) -> Path:
        """Beside a store that lies elsewhere, or with other data."""
        if self._elsewhere:
            return Path(self._store.fileName()).parent
        data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
        return Path(data) / "optimizer-sandbox"

    def folder(self) -> str:
        """Return the folder that file dialogs open in."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.text("folder", documents)
