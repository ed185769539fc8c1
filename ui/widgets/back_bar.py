"""The bar of a page that lies over the questionnaire: back, what this is, whose answers they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.icons import Icon
from ui.theme import Style, px
from ui.widgets.button import Button, Kind
from ui.widgets.ground import Chip, Pane, Separator
from ui.widgets.labels import Line

if TYPE_CHECKING:
    from wb6assess.session.workspace import AssessmentInfo


class BackBar(Pane):
    """As high as the questionnaire's own bar, so that nothing jumps.

    Attributes:
        back: The way back; its `clicked` is for the page.
    """

    def __init__(self, title: str, info: "AssessmentInfo", *about: str) -> None:
        """`about` stands before round, expert and revision."""
        super().__init__("chrome", "b")
        self.setFixedHeight(px(46))
        self.back = Button(self.tr("Back"), Kind.QUIET, icon=Icon.BACK)
        self.back.setAccessibleName(self.tr("Back to the questionnaire"))
        revision = self.tr("revision {n}").format(n=info.revision)
        identity = " · ".join((*about, info.identity.round, info.identity.expert, revision))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), 0, px(16), 1)
        row.setSpacing(px(10))
        parts: list[QWidget] = [self.back, Separator(), Line(title, Style.HEADING)]
        parts.append(Line(identity, Style.BODY, "ink2"))
        if info.sample:
            parts.append(Chip(self.tr("SAMPLE DATA"), "warn", dashed=True))
        for part in parts:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
