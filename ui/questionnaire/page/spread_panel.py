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
        self._said = Words("", Style.BODY, "ink2")
        hint = Words(
            self.tr("Think again, and change your level or leave it; say why in the justification."),
            Style.SMALL,
            "ink2",
        )
        for part in (self._title, self._said, hint):
            words.addWidget(part)
        words.addStretch(1)
        self._dots = Dots()
        row.addWidget(self._dots)
        row.addLayout(words, 1)
        self._shown: Spread | None = None
        self._on_ladder = self._roomy = False
        self.setVisible(False)

    def stand_beside(self, *, roomy: bool) -> None:
        """The ladder is wide enough for the dots, or too narrow for them."""
        self._roomy = roomy
        self._dots.setVisible(not (roomy and self._on_ladder))

    def show_spread(self, spread: Spread | None, *, on_ladder: bool) -> None:
        """Show another spread, or hide; `on_ladder` where the rungs themselves have dots."""
        self._on_ladder = on_ladder
        self.stand_beside(roomy=self._roomy)
        if spread == self._shown:
            return
        self._shown = spread
        self.setVisible(spread is not None)
        if spread is None:
            return
        self._title.setText(self.tr("How {n} experts of this country answered").format(n=spread.n))
        middle = self.tr("The middle level is {level}.").format(level=f"{spread.median:g}")
        own = self.tr("Yours was {level}: the filled dot.").format(level=spread.own)
        own = own if spread.own is not None else self.tr("You chose no level then.")
        self._said.setText(f"{middle} {own}")
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
        parts.append(self._said.text())
        return "; ".join(parts)
