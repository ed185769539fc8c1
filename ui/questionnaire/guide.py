"""The guide of an indicator: where it is founded, what counts as evidence, how levels differ."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.evidence.words import kind_words, may_open
from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import CardFrame, Chip
from ui.widgets.labels import Line, Words
from wb6assess.model.instrument import Anchor, Indicator, Instrument, Source


class Guide(CardFrame):
    """A sunken card, open or closed; the page remembers which."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        self.setAccessibleName(self.tr("Guide"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(14))
        column.setSpacing(px(10))
        upper = QHBoxLayout()
        upper.setSpacing(px(24))
        self._anchors = QVBoxLayout()
        self._anchors.setSpacing(px(2))
        evidence = QVBoxLayout()
        evidence.setSpacing(px(4))
        self._evidence_title = Words(self.tr("What counts as evidence"), Style.SMALL_STRONG, "ink2")
        self._evidence = Words("", Style.BODY)
        evidence.addWidget(self._evidence_title)
        evidence.addWidget(self._evidence)
        evidence.addStretch(1)
        upper.addLayout(self._anchors, 1)
        upper.addLayout(evidence, 1)
        column.addLayout(upper)
        self._levels_title = Words(self.tr("How levels differ"), Style.SMALL_STRONG, "ink2")
        self._levels = Words("", Style.BODY)
        lower = QVBoxLayout()
        lower.setSpacing(px(4))
        lower.addWidget(self._levels_title)
        lower.addWidget(self._levels)
        column.addLayout(lower)

    def show_indicator(self, instrument: Instrument, indicator: Indicator) -> None:
        """Show another indicator's guide."""
        while (item := self._anchors.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if indicator.anchors:
            self._anchors.addWidget(Words(self.tr("Legal anchors"), Style.SMALL_STRONG, "ink2"))
        for anchor in indicator.anchors:
            source = instrument.source_by_id[anchor.source]
            self._anchors.addWidget(_AnchorRow(source, anchor))
        self._anchors.addStretch(1)
        kinds = [kind_words(kind) for kind in indicator.evidence]
        self._evidence.setText(_sentence(kinds))
        self._evidence_title.setVisible(bool(kinds))
        self._evidence.setVisible(bool(kinds))
        self._levels.setText(indicator.guide)
        self._levels_title.setVisible(bool(indicator.guide))
        self._levels.setVisible(bool(indicator.guide))


def _sentence(kinds: list[str]) -> str:
    if not kinds:
        return ""
    first, *others = kinds
    return "; ".join([first, *(word if word[:2].isupper() else word.lower() for word in others)]) + "."


class _AnchorRow(QWidget):
    """An act as a link, where in it, and whether it already applies."""

    def __init__(self, source: Source, anchor: Anchor) -> None:
        super().__init__()
        self._url = source.url
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        if may_open(source.url):
            link = Button(source.title, Kind.LINK, icon=Icon.LINK)
            link.setToolTip(f"{source.title}\n{source.url}")
            link.clicked.connect(self._open)
            head.addWidget(link)
        else:
            head.addWidget(Line(source.title, Style.BODY, "ink"))
        if anchor.forward:
            chip = Chip(self.tr("forward"))
            chip.setToolTip(source.status)
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        column.addLayout(head)
        where = QHBoxLayout()
        where.setContentsMargins(px(25), 0, 0, 0)
        where.addWidget(Words(anchor.at, Style.SMALL, "ink2"))
        column.addLayout(where)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
