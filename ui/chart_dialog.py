"""The chart of an assessment's pillars, the same drawing that the summary prints."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from ui.error_words import error_words
from ui.theme import Style, px
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog
from ui.widgets.labels import Words
from wb6assess.errors import AppError
from wb6assess.files import replacing

_WIDTH, _EDGE = 760, 6
_SHARPNESS = 3
"""Pixels of a copied picture per pixel of the drawing."""


class Picture(QWidget):
    """An SVG drawing on white paper, as wide as there is room; `words` say what it shows."""

    def __init__(self, svg: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing = QSvgRenderer(QByteArray(svg.encode()), self)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The drawing keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the drawing at a width."""
        size = self._drawing.defaultSize()
        return round(width * size.height() / max(1, size.width()))

    def sizeHint(self) -> QSize:
        """A comfortable width."""
        return QSize(px(_WIDTH), self.heightForWidth(px(_WIDTH)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw on paper: the colours are those of print."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        # Letters of another font may reach over the drawing's edge.
        edge = px(_EDGE)
        self._drawing.render(painter, QRectF(self.rect().adjusted(edge, edge, -edge, -edge)))
        painter.end()

    def image(self) -> QImage:
        """The drawing as pixels, for the clipboard."""
        size = self._drawing.defaultSize() * _SHARPNESS
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        self._drawing.render(painter)
        painter.end()
        return image


class ChartDialog(Dialog):
    """The chart, to look at, to copy and to save."""

    def __init__(self, svg: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scores by pillar"), "", _WIDTH + 48, parent)
        self._svg = svg
        self._picture = Picture(svg, words)
        self._said = Words("", Style.SMALL, "ink2")
        self.body.addWidget(self._picture)
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
        QGuiApplication.clipboard().setImage(self._picture.image())
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
                scratch.write_text(self._svg, encoding="utf-8")
        except AppError as error:
            self._said.setText(error_words(error))
            return
        self._said.setText(self.tr("Written: {path}").format(path=target))
