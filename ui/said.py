"""Texts of a questionnaire as they are shown: in one language or in two, marked where English stands in.

A `Said` is the text of the first language; whatever treats it as a plain string works with that. Only
the parts that lay out wrapped text ask for the rest.
"""

from PySide6.QtCore import QCoreApplication

ENGLISH_SIGN = "(en)"


class Said(str):
    """One text of a questionnaire.

    Attributes:
        beside: The same in the second language; "" where there is none or it is the same text.
        english: Whether this is English because there is no translation.
        beside_english: The same of `beside`.
    """

    __slots__ = ("beside", "beside_english", "english")

    beside: str
    english: bool
    beside_english: bool

    def __new__(
        cls, text: str, beside: str = "", *, english: bool = False, beside_english: bool = False
    ) -> "Said":
        """The text with what it knows."""
        said = super().__new__(cls, text)
        said.beside, said.english, said.beside_english = beside, english, beside_english
        return said


def beside(text: str) -> str:
    """What the second language says; "" for nothing."""
    return text.beside if isinstance(text, Said) else ""


def stands_in(text: str) -> bool:
    """Whether English stands where a translation is missing."""
    return isinstance(text, Said) and (text.english or text.beside_english)


def one_line(text: str) -> str:
    """Both languages where there is one line only, as in a list to choose from."""
    if not isinstance(text, Said):
        return text
    parts = [str(text) + (f" {ENGLISH_SIGN}" if text.english else "")]
    if text.beside:
        parts.append(text.beside + (f" {ENGLISH_SIGN}" if text.beside_english else ""))
    return " · ".join(parts)


def stand_in_words() -> str:
    """What the mark of a missing translation means."""
    return QCoreApplication.translate("Language", "Shown in English, not yet translated.")
