"""What runs are called before anybody names them, in the window's language."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.session import default_session
from gui.translation.sentences import data_text

if TYPE_CHECKING:
    from engine.session import RunSpec, Session


def first_session() -> Session:
    """Return the session one begins with."""
    session = default_session()
    return replace(session, runs=tuple(replace(run, label=data_text(run.label)) for run in session.runs))


def given_names(session: Session, run: RunSpec) -> tuple[str, ...]:
    """Return what a run may be called (before a number) without anybody having named it.

    That is its optimizer, also in the words of the session one begins with, or its parent.
    """
    parent = session.parent(run)
    first = [other.label for other in default_session().runs if type(other.optimizer) is type(run.optimizer)]
    own = [run.optimizer.title, *first]
    return (*own, *map(data_text, own), *([re.sub(r" \d+$", "", parent.label)] if parent else []))
