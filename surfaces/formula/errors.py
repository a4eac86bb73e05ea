"""The one error a typed formula can cause."""

from __future__ import annotations

from surfaces.surface import SurfaceError


class FormulaError(SurfaceError):
    """What is wrong with a typed formula and what is allowed, in one sentence.

    Parameters
    ----------
    message
        The sentence shown to the user.
    position
        Index into the typed text where the trouble starts, or ``None`` when it concerns the whole.
    length
        How many typed characters it spans, at least 1.
    """

    def __init__(self, message: str, position: int | None = None, length: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.position = position
        self.length = max(length, 1)
