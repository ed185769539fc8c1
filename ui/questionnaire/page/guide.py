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
        self._anchors_title = Words(self.tr("Legal anchors"), Style.SMALL_STRONG, "ink2")
        self._anchors.addWidget(self._anchors_title)
        self._anchors.addStretch(1)
        self._rows: list[_AnchorRow] = []
        self._waiting: tuple[Instrument, Indicator] | None = None
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
        """Show another indicator's guide; a closed guide waits until it opens."""
        self._waiting = instrument, indicator
        if not self.isHidden():
            self.fill()

    def fill(self) -> None:
        """Take over what was to be shown."""
        if self._waiting is None:
            return
        (instrument, indicator), self._waiting = self._waiting, None
        while len(self._rows) < len(indicator.anchors):
            row = _AnchorRow(self)
            self._rows.append(row)
            self._anchors.insertWidget(self._anchors.count() - 1, row)
        for row in self._rows[len(indicator.anchors) :]:
            row.setVisible(False)
        for row, anchor in zip(self._rows, indicator.anchors, strict=False):
            row.show_anchor(instrument.source_by_id[anchor.source], anchor)
        self._anchors_title.setVisible(bool(indicator.anchors))
        kinds = [kind_words(kind) for kind in indicator.evidence]
        self._evidence.setText(_sentence(kinds))
        self._evidence_title.setVisible(bool(kinds))
        self._evidence.setVisible(bool(kinds))
        self._levels.setText(indicator.guide)
        self._levels_title.setVisible(bool(indicator.guide))
        self._levels.setVisible(bool(indicator.guide))

    def setVisible(self, visible: bool) -> None:
        """Filled before it shows."""
        if visible:
            self.fill()
        super().setVisible(visible)


def _sentence(kinds: list[str]) -> str:
    if not kinds:
        return ""
    first, *others = kinds
    return "; ".join([first, *(word if word[:2].isupper() else word.lower() for word in others)]) + "."


class _AnchorRow(QWidget):
    """An act as a link, where in it, and whether it already applies."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._url = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self._link = Button("", Kind.LINK, icon=Icon.LINK)
        self._link.clicked.connect(self._open)
        self._title = Line("", Style.BODY, "ink")
        self._chip = Chip(self.tr("forward"))
        head.addWidget(self._link)
        head.addWidget(self._title)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        column.addLayout(head)
        where = QHBoxLayout()
        where.setContentsMargins(px(25), 0, 0, 0)
        self._where = Words("", Style.SMALL, "ink2")
        where.addWidget(self._where)
        column.addLayout(where)

    def show_anchor(self, source: Source, anchor: Anchor) -> None:
        """Show another anchor."""
        self._url = source.url
        opens = may_open(source.url)
        self._link.rename(source.title)
        self._link.setToolTip(f"{source.title}\n{source.url}")
        self._link.setVisible(opens)
        self._title.say(source.title)
        self._title.setVisible(not opens)
        self._chip.setToolTip(source.status)
        self._chip.setVisible(anchor.forward)
        self._where.setText(anchor.at)
        self.setVisible(True)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self._url))
