"""The chart of an assessment's pillars, the same drawing that the summary prints."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.sketch import AnySketch
from ui.charts.drawn import DrawnChart
from ui.charts.ready import offer_fonts
from ui.error_words import error_words
from ui.theme import Style
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words
from wb6assess.errors import AppError
from wb6assess.files import replacing

_WIDTH = 760
_SHARPNESS = 3
"""Pixels of a copied picture per point of the drawing."""


def image_of(svg: str) -> QImage:
    """A drawing on white paper as pixels, for the clipboard."""
    offer_fonts()
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    image = QImage(drawing.defaultSize() * _SHARPNESS, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


class ChartDialog(Dialog):
    """The chart in the colours of the theme; copied and saved it is that of the paper."""

    def __init__(
        self, sketch: AnySketch, on_paper: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        """`on_paper` makes the SVG document of the paper's drawing."""
        super().__init__(self.tr("Scores by pillar"), "", _WIDTH + 48, parent)
        self._on_paper = on_paper
        chart = DrawnChart(self.tr("Scores by pillar"))
        chart.show_chart(sketch)
        # Nothing can be chosen, but whoever reads by ear must be able to come here.
        chart.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._said = Words("", Style.SMALL, "ink2")
        self.body.addWidget(chart)
        self.body.addWidget(self._said)
        self.primary.setVisible(False)
        self.leave.rename(self.tr("Close"))
        copy = Button(self.tr("Copy picture"))
        copy.clicked.connect(self._copy)
        save = Button(self.tr("Save as SVG…"))
        save.clicked.connect(self._save)
        self.footer.insertWidget(0, copy)
        self.footer.insertWidget(1, save)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setImage(image_of(self._on_paper()))
        self._said.setText(self.tr("The picture is on the clipboard."))

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as SVG"), "pillars.svg", "SVG (*.svg)"
        )
        if chosen:
            self.save_as(Path(chosen))

    def save_as(self, target: Path) -> None:
        """Write the drawing; what stood there stays where it cannot be written."""
        try:
            with replacing(target) as scratch:
                scratch.write_text(self._on_paper(), encoding="utf-8")
        except AppError as error:
            self._said.setText(error_words(error))
            return
        self._said.setText(self.tr("Written: {path}").format(path=target))
