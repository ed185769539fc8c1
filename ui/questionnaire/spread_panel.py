"""How the experts of the country answered, without names, beside one's own level."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Style, px
from ui.widgets.dots import Dots
from ui.widgets.ground import CardFrame
from ui.widgets.labels import Words
from wb6assess.model.query import Spread


class SpreadPanel(CardFrame):
    """Shows the spread the coordinator sent, for the second look at one's own answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(8))
        row.setSpacing(px(20))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        self._title = Words("", Style.SECTION)
        self._median = Words("", Style.BODY, "ink2")
        self._own = Words("", Style.BODY, "ink2")
        hint = Words(
            self.tr("Think again, and change your level or leave it; say why in the justification."),
            Style.SMALL,
            "ink2",
        )
        for part in (self._title, self._median, self._own, hint):
            words.addWidget(part)
        words.addStretch(1)
        self._dots = Dots()
        row.addWidget(self._dots)
        row.addLayout(words, 1)
        self._shown: Spread | None = None
        self.setVisible(False)

    def show_spread(self, spread: Spread | None) -> None:
        """Show another spread, or hide."""
        if spread == self._shown:
            return
        self._shown = spread
        self.setVisible(spread is not None)
        if spread is None:
            return
        self._title.setText(self.tr("How {n} experts of this country answered").format(n=spread.n))
        median = f"{spread.median:g}"
        self._median.setText(self.tr("The middle level is {level}.").format(level=median))
        own = self.tr("Yours was {level}: the filled dot.").format(level=spread.own)
        self._own.setText(own if spread.own is not None else self.tr("You chose no level then."))
        self._dots.show_counts(spread.counts, spread.own, spread.median)
        self._dots.setAccessibleName(self._spoken(spread))
        self.setAccessibleName(self._title.text())

    def _spoken(self, spread: Spread) -> str:
        """The picture in words, for those who do not see it."""
        one, more = self.tr("level {level}: 1 expert"), self.tr("level {level}: {n} experts")
        parts = [
            (one if count == 1 else more).format(level=level, n=count)
            for level, count in enumerate(spread.counts)
            if count
        ]
        parts += [self._median.text(), self._own.text()]
        return "; ".join(parts)
