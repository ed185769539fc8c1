"""The interface's language: translations found beside the program, and a pseudo-language for tests."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

PSEUDO = "x-pseudo"
"""The pseudo-language of `wb6assess.instruments.pseudo`, which is imported only when it is chosen."""

LANGUAGE_NAMES = {
    "en": "English",
    "sq": "Shqip",
    "mk": "Македонски",
    "sr-Latn": "Srpski (latinica)",
    "sr-Cyrl": "Српски (ћирилица)",
    "bs": "Bosanski",
    "cnr": "Crnogorski",
    PSEUDO: "Pseudo",
}
"""Each language in its own words."""

_FOLDER = Path(__file__).parent / "i18n"
_PREFIX = "wb6assess_"

# Where Qt does not know a language: numbers, dates and sorting of the nearest one it knows.
_LOCALES = {"cnr": "sr_Latn_ME"}


def interface_languages() -> tuple[str, ...]:
    """Tags the interface can be shown in, English first."""
    found = sorted(
        path.stem.removeprefix(_PREFIX).replace("_", "-") for path in _FOLDER.glob(f"{_PREFIX}*.qm")
    )
    pseudo = (PSEUDO,) if os.environ.get("WB6ASSESS_PSEUDO") == "1" else ()
    return ("en", *found, *pseudo)


class Language(QObject):
    """The one translator of an application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._translator: QTranslator | None = None
        self.tag = "en"

    def choose(self, tag: str) -> bool:
        """Switch; "" follows the system. Whether anything is different now."""
        wanted = tag or _of_system()
        if wanted not in interface_languages():
            wanted = "en"
        if wanted == self.tag:
            return False
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        self._translator = _translator(wanted, self)
        if self._translator is not None:
            QCoreApplication.installTranslator(self._translator)
        QLocale.setDefault(_locale(wanted))
        self.tag = wanted
        return True


def _of_system() -> str:
    known = interface_languages()
    for name in QLocale.system().uiLanguages():
        if name in known:
            return name
        if name.split("-")[0] in known:
            return name.split("-")[0]
    return "en"


def _translator(tag: str, parent: QObject) -> QTranslator | None:
    if tag == "en":
        return None
    if tag == PSEUDO:
        from ui.pseudo import PseudoTranslator

        return PseudoTranslator(parent)
    translator = QTranslator(parent)
    translator.load(_PREFIX + tag.replace("-", "_"), str(_FOLDER))
    return translator


def _locale(tag: str) -> QLocale:
    if tag in {"en", PSEUDO}:
        return QLocale.system()
    return QLocale(_LOCALES.get(tag, tag))
