"""Has formulas typeset in the background, one at a time, and remembers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from gui.typesetting import Typeset, TypesettingError, typeset

if TYPE_CHECKING:
    from gui.widgets.mathematics import Mathematics
    from gui.workers.background import Background, Outcome, Task

PAUSE_MILLISECONDS = 150
"""Typesetting is pure Python: it waits until typing pauses, or the contours would come later for it."""
MOST_REMEMBERED = 300


class Typesetter(QObject):
    """Serves any number of labels. Those already seen are shown at once."""

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._labels: list[Mathematics] = []
        self._known: dict[str, Typeset | None] = {}
        self._is_busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._begin_next)

    def serve(self, label: Mathematics) -> None:
        """Answer a label's wishes from now on."""
        self._labels.append(label)
        label.typeset_wanted.connect(self._on_typeset_wanted)

    @Slot(str)
    def _on_typeset_wanted(self, latex: str) -> None:
        if latex in self._known:
            self._hand_out(latex)
        else:
            self._pause.start()

    @Slot()
    def _begin_next(self) -> None:
        wanted = next((label.latex for label in self._labels if label.wants_typeset()), None)
        if wanted is None or self._is_busy:
            return
        self._is_busy = True

        def work(_task: Task) -> tuple[str, Typeset | None]:
            try:
                return wanted, typeset(wanted)
            except TypesettingError:
                return wanted, None  # the label keeps to its rich text

        self._background.submit("typesetting", work, self._on_typeset)

    def _on_typeset(self, outcome: Outcome) -> None:
        self._is_busy = False
        if outcome.error is not None:
            raise outcome.error
        latex, made = outcome.value
        while len(self._known) >= MOST_REMEMBERED:
            self._known.pop(next(iter(self._known)))
        self._known[latex] = made
        self._hand_out(latex)
        self._begin_next()

    def _hand_out(self, latex: str) -> None:
        for label in self._labels:
            if label.latex == latex:
                label.set_typeset(self._known[latex])
