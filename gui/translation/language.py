"""Which language the window speaks, and the translators that make Qt speak it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui.resources import resource_path
from gui.translation.hangul import ensure_hangul
from gui.translation.sentences import translate_sentences

LANGUAGES = {"en": "English", "ko": "한국어"}
"""What the window speaks, each by its own name."""
OWN = "optimizer-sandbox"
"""The name of our files under resources/translations; Qt's own texts (the buttons of dialogs) are in `qtbase`."""
_translators: list[QTranslator] = []
"""Those at work: the application does not own them."""


def wanted_language(chosen: str) -> str:
    """Return the chosen language if the window speaks it, else the system's if it does, else English."""
    system = QLocale.system().name().split("_")[0]
    return next((name for name in (chosen, system) if name in LANGUAGES), "en")


def speak(language: str) -> None:
    """Speak a language from now on: every window is sent a `LanguageChange`. English is in the code."""
    for translator in _translators:
        QCoreApplication.removeTranslator(translator)
    _translators.clear()
    translate_sentences(on=language != "en")
    if language != "en":
        ensure_hangul()
        _install("qtbase", language, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(OWN, language, str(resource_path("translations")))


def _install(name: str, language: str, folder: str) -> None:
    translator = QTranslator()
    if translator.load(f"{name}_{language}", folder):
        _translators.append(translator)
        QCoreApplication.installTranslator(translator)
