"""Texts of a form in its languages: one becomes the questionnaire's, the others translations."""

import re
from collections.abc import Mapping

from exports.xlsform.draft import unescaped
from exports.xlsform.form import Form, Row
from exports.xlsform.languages import tag_of
from exports.xlsform.losses import Fate, Loss, Report

_CONTROL = re.compile("[\x7f-\x84\x86-\x9f]")
_LONGEST = 20_000
_SHORT = 80


class Texts:
    """Reads texts and remembers their translations.

    Attributes:
        language: Tag of the questionnaire's own language.
        translations: Tag -> text key -> text, of the others.
    """

    def __init__(self, form: Form, report: Report) -> None:
        self._report = report
        named = form.settings.get("default_language")
        default = named if named in form.languages else form.languages[0] if form.languages else ""
        self._tags = {name: tag_of(name or named) for name in form.languages}
        english = [name for name, tag in self._tags.items() if tag == "en"]
        self._source = english[0] if english else default
        self.language = self._tags.get(self._source) or "en"
        self.translations: dict[str, dict[str, str]] = {}
        self._said: set[str] = set()
        if form.languages and self._tags.get(self._source) is None and not form.own:
            message = "the form does not say which language this is; taken for English"
            report.losses.append(Loss(Fate.ADDED, "survey", self._source or "label", message))

    def of(self, row: Row, base: str, key: str = "") -> str:
        """A text of a row; with a text key, its translations are kept under it."""
        words = {name: _tidy(text) for name, text in row.worded(base).items()}
        own = words.get(self._source) or words.get("") or next(iter(words.values()), "")
        for name, text in words.items():
            if text and text != own and key:
                self._keep(row, name, key, text)
        if len(own) > _LONGEST:
            self._report.changed(row, f"{base} is cut after {_LONGEST:,} characters")
        return own[:_LONGEST]

    def short(self, row: Row, key: str) -> str:
        """A short form of the label, as a title."""
        own = shortened(self.of(row, "label"))
        for name, text in row.worded("label").items():
            tag = self._tags.get(name)
            if tag and tag != self.language and shortened(_tidy(text)) != own:
                self._put(tag, key, shortened(_tidy(text)))
        return own

    def _keep(self, row: Row, name: str, key: str, text: str) -> None:
        tag = self._tags.get(name) or tag_of(name)
        if tag is None or tag == self.language:
            if name not in self._said and name != self._source:
                self._said.add(name)
                why = "is in a language without a code" if tag is None else "is there twice"
                self._report.lost(row, f"every text in “{name}” {why}; write “{name} (code)”", name)
            return
        self._put(tag, key, text[:_LONGEST])

    def _put(self, tag: str, key: str, text: str) -> None:
        self.translations.setdefault(tag, {})[key] = text

    def keep(self, tag: str, texts: Mapping[str, str]) -> None:
        """Translations that are known by their keys already."""
        for key, text in texts.items():
            self._put(tag, key, text)


def shortened(text: str) -> str:
    """The first line, cut between words."""
    line = " ".join(text.split("\n", maxsplit=1)[0].split())
    if len(line) <= _SHORT:
        return line
    return line[: _SHORT - 1].rpartition(" ")[0].rstrip(" ,;:.-") + "…"


def _tidy(text: str) -> str:
    return _CONTROL.sub("", unescaped(text)).strip()
