"""Texts of the interface: all can be collected, and translations keep what is filled in."""

import re
import string
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from scripts import translations
from scripts.translations import Text, UnclearTextError, all_texts, finished, texts_of

SOURCE = """
AREA = "Area"

def _tr(text, n=-1):
    return QCoreApplication.translate("Outline", text, None, n)

class Page(Widget):
    def show(self):
        self.tr("One {n}" " of two")
        _tr("Three")
        QT_TRANSLATE_NOOP(AREA, "Four")
        QCoreApplication.translate("Dates", "Five")
        painter.translate(rect.topLeft())
"""


def placeholders(words: str) -> Counter[str]:
    """What is filled in later: named fields, and Qt's own numbers."""
    fields = [name for _, name, _, _ in string.Formatter().parse(words) if name is not None]
    return Counter([*fields, *re.findall(r"%L?[n\d]+", words)])


def test_texts_are_found_with_their_contexts() -> None:
    assert texts_of(SOURCE, "page.py") == {
        Text("Page", "One {n} of two"),
        Text("Outline", "Three"),
        Text("Area", "Four"),
        Text("Dates", "Five"),
    }


@pytest.mark.parametrize("call", ["self.tr(words)", 'self.tr(f"{n} left")', '_tr("a" + b)'])
def test_a_text_that_is_put_together_is_named_with_its_place(call: str) -> None:
    with pytest.raises(UnclearTextError, match=r"page\.py:10: "):
        texts_of(SOURCE.replace('_tr("Three")', call), "page.py")


def test_every_text_of_the_interface_can_be_collected_and_filled_in() -> None:
    found = all_texts()
    assert len(found) > 500
    assert all(text.context and text.words for text in found)
    for text in found:
        placeholders(text.words)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_translations_keep_what_is_filled_in(language: str) -> None:
    path = translations.file_of(language)
    assert path.is_file()
    wrong = [
        (text.words, form)
        for text, forms in finished(path).items()
        for form in forms
        if placeholders(form) != placeholders(text.words)
    ]
    assert wrong == []


def test_translations_survive_new_texts_and_are_loaded(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.main(["update", "sq"]) == 0
    path = translations.file_of("sq")
    done = "<source>Guide</source>\n        <translation>Udhëzues</translation>"
    undone = '<source>Guide</source>\n        <translation type="unfinished"></translation>'
    text = path.read_text(encoding="utf-8")
    assert undone in text
    path.write_text(text.replace(undone, done), encoding="utf-8")
    assert translations.main(["update", "sq"]) == 0
    assert ["Udhëzues"] in finished(path).values()
    assert translations.main(["build", "sq"]) == 0
    translator = QTranslator()
    assert translator.load("wb6assess_sq", str(tmp_path))
    assert translator.translate("IndicatorSheet", "Guide") == "Udhëzues"


def test_a_language_without_finished_texts_is_not_offered(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(translations, "FOLDER", tmp_path)
    assert translations.main(["update", "bs"]) == 0
    (tmp_path / "wb6assess_bs.qm").write_bytes(b"old")
    assert translations.main(["build", "bs"]) == 0
    assert not (tmp_path / "wb6assess_bs.qm").exists()


def test_an_unknown_language_is_refused(capsys) -> None:
    assert translations.main(["update", "xx"]) == 2
    assert "sr_Latn" in capsys.readouterr().err
