"""Languages in column heads: `label::Shqip (sq)`."""

import re
from collections.abc import Mapping

from wb6assess.instruments.translations import LANGUAGE_FILE

NAMES: Mapping[str, str] = {
    "en": "English",
    "sq": "Shqip",
    "mk": "Македонски",
    "sr-Latn": "Srpski, latinica",
    "sr-Cyrl": "Српски, ћирилица",
    "bs": "Bosanski",
    "cnr": "Crnogorski",
}
_OTHERS: Mapping[str, str] = {
    "albanian": "sq",
    "macedonian": "mk",
    "serbian": "sr",
    "srpski": "sr",
    "bosnian": "bs",
    "montenegrin": "cnr",
    "croatian": "hr",
    "slovene": "sl",
    "bulgarian": "bg",
    "greek": "el",
    "romanian": "ro",
    "turkish": "tr",
    "türkçe": "tr",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "francais": "fr",
    "italian": "it",
    "spanish": "es",
    "español": "es",
    "espanol": "es",
    "portuguese": "pt",
    "português": "pt",
    "arabic": "ar",
    "العربية": "ar",
    "russian": "ru",
    "русский": "ru",
    "ukrainian": "uk",
    "українська": "uk",
    "swahili": "sw",
    "kiswahili": "sw",
    "hindi": "hi",
    "nepali": "ne",
    "bangla": "bn",
    "amharic": "am",
    "somali": "so",
    "hausa": "ha",
    "chinese": "zh",
    "english": "en",
}
"""Names that authors write without a code."""
_CODED = re.compile(r".*\(\s*([A-Za-z-]+)\s*\)\s*")


def head_name(tag: str) -> str:
    """How a language is called in heads: its own name and its code."""
    return f"{NAMES.get(tag, tag)} ({tag})"


def tag_of(name: str) -> str | None:
    """The code behind a language in a head, or None when nobody can tell.

    Codes in parentheses come first; a name alone is looked up among the common ones.
    """
    coded = _CODED.fullmatch(name)
    code = coded[1] if coded else name.strip()
    if LANGUAGE_FILE.fullmatch(f"{code}.yaml"):
        return code
    word = name.partition("(")[0].strip().casefold()
    own = {label.casefold(): tag for tag, label in NAMES.items()}
    return own.get(word) or _OTHERS.get(word)
