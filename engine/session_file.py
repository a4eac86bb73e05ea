"""Session files (`*.sandbox.json`): versioned plain data; opening one never runs code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from engine.files import read_text, write_bytes
from engine.reading import Fields, ReadingError
from engine.session import Session, SessionError
from engine.session_data import session_from_data, session_to_data

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "optimizer-sandbox-session"
VERSION = 1
SUFFIX = ".sandbox.json"


def dump_session(session: Session) -> bytes:
    """Return the session as the bytes of its file: the same bytes for an equal session."""
    data = {"format": FORMAT, "version": VERSION, **session_to_data(session)}
    return (json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()


def parse_session(text: str) -> Session:
    """Return the session in the text of a session file.

    Raises
    ------
    SessionError
        One sentence: broken, not a session, of a newer version, or with a field that cannot be.
    """
    try:
        data: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SessionError(f"This is not a session file: {_first_line(error)}.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise SessionError("This is not a session file of the Optimizer Sandbox.")
    version = data.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise SessionError("The session cannot be read: version should be a whole number from 1.")
    if version > VERSION:
        raise SessionError("This session was saved by a newer version of the Optimizer Sandbox.")
    try:
        return session_from_data(Fields(data, ""))
    except ReadingError as error:
        raise SessionError(f"The session cannot be read: {error}") from error


def save_session(session: Session, path: Path) -> None:
    """Write a session file; raises FileError."""
    write_bytes(path, dump_session(session))


def load_session(path: Path) -> Session:
    """Read a session file; raises FileError or SessionError."""
    return parse_session(read_text(path))


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
