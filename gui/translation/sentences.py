"""Texts of the engine and of the catalogue in the window's language, also those that are already finished.

Below the window nobody knows of languages: a mistake is raised as an English sentence with its numbers and names in
it. Such a sentence is recognised by the template it was made from; `resources/translations/sentences.txt` lists them,
and `gui.translation.update` writes that file from the source.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication

from gui.resources import resource_path
from gui.translation.particles import with_particles

CONTEXT = "data"
LIST = "translations/sentences.txt"
_PLACE = re.compile(r"\{(\d)\}")
_BLANK = r"(\([^()]*\)|(?:(?![.?] [A-Z“]).)*?)"
"""What stands in a template's blank: a point in brackets as a whole, or as little as fits of one sentence."""
_END = re.compile(r"(?<=[.?]) (?=[A-Z“])")
"""Between two sentences."""
_on = False
"""Whether another language than English is spoken."""


def data_text(text: str) -> str:
    """Return a text from below the window in the window's language; what is not known stays as it is."""
    said = QCoreApplication.translate(CONTEXT, text)
    return said if said != text or " " not in text else _recognised(text)


def field_text(field: str) -> str:
    """Return a field of an optimizer's state, parts before dots, as words in the window's language."""
    return " ".join(data_text(part.replace("_", " ")) for part in field.split("."))


def translate_sentences(*, on: bool) -> None:
    """Recognise sentences from now on, or leave them in English."""
    global _on
    _on = on
    _recognised.cache_clear()


@lru_cache(maxsize=1000)
def _recognised(text: str) -> str:
    for template, pattern in _patterns() if _on else ():
        found = pattern.fullmatch(text)
        if found:
            blanks = [data_text(blank) if " " in blank else blank for blank in found.groups()]  # one word is a name
            return _filled(QCoreApplication.translate(CONTEXT, template), blanks)
    first, *others = _END.split(text)
    return " ".join(map(data_text, (first, *others))) if others else text


def _filled(template: str, blanks: list[str]) -> str:
    return with_particles(_PLACE.sub(lambda place: blanks[int(place[1])], template))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the templates that say most first: “{0} is {1}.” fits what many others say better."""
    templates = resource_path(LIST).read_text(encoding="utf-8").splitlines()
    return tuple((template, _pattern(template)) for template in sorted(templates, key=_words, reverse=True))


def _words(template: str) -> int:
    return len(_PLACE.sub("", template))


def _pattern(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    return re.compile(_BLANK.join(re.escape(part) for part in parts[::2]), re.DOTALL)
