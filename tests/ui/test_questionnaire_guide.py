"""The guide's anchors: links are handed to the system, never fetched; others are texts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton

from tests.ui.finding_widgets import control, shown
from ui.questionnaire.page.guide import Guide
from ui.widgets.labels import Line
from wb6assess.instruments.library import Library
from wb6assess.model.instrument import Anchor, Source

QUESTIONNAIRES = ("fdi-screening", "cybersecurity", "rule-of-law", "fimi", "operational-integration")


@pytest.fixture
def opened_urls(monkeypatch) -> list[str]:
    """Addresses handed to the system, instead of opening them."""
    urls: list[str] = []

    def note(url: QUrl) -> bool:
        urls.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    return urls


@pytest.mark.parametrize("name", QUESTIONNAIRES)
def test_every_anchor_of_every_questionnaire_opens_its_own_act(
    qtbot, appearance, library: Library, opened_urls, name
):
    instrument = library.instrument(name)
    guide = Guide()
    qtbot.addWidget(guide)
    guide.resize(700, 400)
    guide.setVisible(True)
    for indicator in instrument.indicators():
        guide.show_indicator(instrument, indicator)
        opened_urls.clear()
        rows = [row for row in guide._rows if row.isVisible()]
        for row, anchor in zip(rows, indicator.anchors, strict=True):
            source = instrument.source_by_id[anchor.source]
            links = [part for part in row.findChildren(QAbstractButton) if part.isVisible()]
            assert len(links) == bool(source.url), f"{indicator.id}: {source.title}"
            for link in links:
                link.click()
        wanted = [instrument.source_by_id[anchor.source].url for anchor in indicator.anchors]
        assert opened_urls == [QUrl(url).toString() for url in wanted if url]


def test_an_act_without_an_address_is_a_text(qtbot, appearance, opened_urls, make_guide):
    guide = make_guide(Source("OLD", "A plan of an act", status="proposed"))
    assert shown(guide, Line, "A plan of an act")
    assert not shown(guide, QAbstractButton, "A plan of an act")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/share"])
def test_what_is_no_web_address_is_never_handed_on(qtbot, appearance, make_guide, opened_urls, url):
    guide = make_guide(Source("BAD", "An act", url=url))
    assert not shown(guide, QAbstractButton, "An act")
    assert opened_urls == []


def test_a_link_says_its_address_before_it_is_opened(qtbot, appearance, make_guide, opened_urls):
    url = "https://eur-lex.europa.eu/eli/reg/2019/452/oj"
    guide = make_guide(Source("ACT", "An act", url=url))
    link = control(guide, QAbstractButton, "An act")
    assert url in link.toolTip()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert opened_urls == [url]


@pytest.fixture
def make_guide(qtbot, appearance, library: Library):
    """A guide with one anchor in one source."""

    def make(source: Source) -> Guide:
        instrument = library.instrument("fdi-screening")
        indicator = replace(
            next(instrument.indicators()), anchors=(Anchor(source.id, "Art. 1", forward=True),)
        )
        guide = Guide()
        qtbot.addWidget(guide)
        guide.show_indicator(replace(instrument, sources=(source,)), indicator)
        guide.setVisible(True)
        return guide

    return make
