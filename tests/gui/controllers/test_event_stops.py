from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from engine.events.thresholds import DELAYS
from tests.gui.stories.watcher import at_the_saddle

if TYPE_CHECKING:
    from tests.gui.hands import Hands


@pytest.mark.parametrize("kinds", [("diverged",), ("at saddle",), ("diverged", "plateau"), ("noise ball", "at saddle")])
def test_while_runs_are_computed_playing_keeps_as_far_behind_as_the_kinds_take(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, kinds: tuple[str, ...]
) -> None:
    watcher = at_the_saddle(hands)
    lab, stops = watcher.lab, watcher.bar.transport.stops
    assert lab.playback.known_to() is None
    stops.stops_changed.emit(kinds)
    assert lab.playback.known_to() is None  # everything is computed and searched
    monkeypatch.setattr(lab.runs, "finished", False)
    going = [key for key in hands.keys if not hands.snapshots[key].status.is_final]
    last = min(lab.finder.rows(key) for key in going) - 1
    assert lab.playback.known_to() == max(last - max(DELAYS.get(kind, 0) for kind in kinds), 0)
