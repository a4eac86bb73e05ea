"""A person's own scenarios: a folder with two files for each, its words (TOML) and its session."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from engine.files import FileError, make_folder, write_bytes
from engine.library import tidied_name
from engine.scenario import MINE, Scenario, ScenarioError, ScenarioText, in_order, load_scenario
from engine.session_file import SUFFIX, save_session

if TYPE_CHECKING:
    from pathlib import Path

    from engine.session import Session


def own_scenarios(folder: Path) -> tuple[tuple[Scenario, ...], tuple[str, ...]]:
    """Read those of a folder, which need not be there; and say what is wrong with the others, a sentence each."""
    found, problems = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            found.append(load_scenario(path, own=True))
        except (ScenarioError, FileError) as error:
            problems.append(str(error))
    return in_order(found), tuple(problems)


def keep_scenario(
    folder: Path, session: Session, language: str, text: ScenarioText, before: Scenario | None = None
) -> Scenario:
    """Write a scenario and return it; one that was `before` is replaced, and keeps its words in other languages.

    Raises
    ------
    FileError
        When it cannot be written. Each of its two files is written whole or not at all, the session first.
    """
    stem = before.path.stem if before is not None else _free_stem(folder, tidied_name(text.title))
    make_folder(folder)
    texts = {**(dict(before.texts) if before is not None else {}), language: text}
    save_session(session, folder / f"{stem}{SUFFIX}")
    path = folder / f"{stem}.toml"
    write_bytes(path, _written(f"{stem}{SUFFIX}", texts).encode())
    return load_scenario(path, own=True)


def is_own(name: str) -> bool:
    """Whether the name of a scenario is that of a person's own."""
    return name.startswith(MINE)


def _free_stem(folder: Path, wanted: str) -> str:
    taken = {path.name.removesuffix(".toml").removesuffix(SUFFIX).casefold() for path in folder.glob("*")}
    stem, count = wanted, 1
    while stem.casefold() in taken:
        count += 1
        stem = f"{wanted} {count}"
    return stem


def _written(session: str, texts: dict[str, ScenarioText]) -> str:
    parts = [f"session = {_quoted(session)}"]
    for language, text in texts.items():
        parts.append(f"\n[text.{language}]\ntitle = {_quoted(text.title)}\nquestion = {_quoted(text.question)}")
        parts += [f"watch = {_listed(text.watch)}", f"try = {_listed(text.try_next)}"]
    return "\n".join(parts) + "\n"


def _listed(lines: tuple[str, ...]) -> str:
    return "[\n" + "".join(f"    {_quoted(line)},\n" for line in lines) + "]" if lines else "[]"


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: as JSON does, but for DEL."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
