"""How a number came about, as a tree: down to answers, weights, caps, decisions and draws."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.desk.robustness import explain_words as say
from ui.desk.robustness.figures import Draws, explanation_of
from ui.desk.room import flow
from ui.tasks import Task
from ui.theme import Style, font, px
from ui.widgets.button import Button
from ui.widgets.labels import Line, Words
from ui.widgets.textbox import LineField
from wb6assess.progress import Progress
from wb6assess.reports.figures import score_text
from wb6assess.reports.json_parts import Json

_HIGH = 420
_NAME, _SCORE, _HOW = range(3)


class ExplainView(QWidget):
    """Shows one node and everything under it.

    Signals:
        draw_requested: The person wants to see one draw; carries its number, 0 for none.
    """

    draw_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._asked: tuple[object, ...] = ()
        self._draw: int | None = None
        self._last = 1
        self._titles: Mapping[str, str] = {}
        self.tree = _tree(self.tr("How the number came about"))
        self.tree.setHeaderLabels([self.tr("Part"), self.tr("Score"), self.tr("How")])
        self._number = LineField()
        self._number.setAccessibleName(self.tr("Number of a draw"))
        self._number.setFixedWidth(px(84))
        self._number.returnPressed.connect(self._open_draw)
        self._open = Button(self.tr("Open up this draw"))
        self._open.clicked.connect(self._open_draw)
        self._close = Button(self.tr("All draws"))
        self._close.clicked.connect(self._all_draws)
        self._said = Words("", Style.SMALL, "ink2")
        self._whole = Words("", Style.BODY)
        self.tree.currentItemChanged.connect(self._say_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        label = Line(self.tr("Draw number"), Style.BODY, "ink2")
        self._controls = flow(label, self._number, self._open, self._close)
        column.addWidget(self._controls)
        column.addWidget(self._said)
        column.addWidget(self.tree)
        column.addWidget(self._whole)

    def show_node(self, draws: Draws, country: str, node: str, titles: Mapping[str, str]) -> None:
        """Work out how a node came about and show it.

        Args:
            draws: The result with its replicates.
            country: Country code.
            node: Id of a domain, pillar or indicator; or the whole.
            titles: Id of a node -> its title in the language of the questions.
        """
        self._last, self._titles = draws.robustness.draws, titles
        asked = (draws, country, node, self._draw)
        if asked == self._asked:
            return
        self._asked = asked
        self._say_draw()
        if self._task is not None:
            self._task.succeeded.disconnect(self._show)
        number = self._draw

        def job(_progress: Progress) -> Json | None:
            return explanation_of(draws, country, node, number)

        self._task = Task(job, self)
        self._task.succeeded.connect(self._show)
        self._task.finished.connect(self._task.deleteLater)
        self._task.start()

    def _show(self, found: object) -> None:
        self._task = None
        self.tree.clear()
        if not isinstance(found, dict):
            return
        root = _item(found["tree"], self._titles)
        self.tree.addTopLevelItem(root)
        root.setExpanded(True)
        self.tree.setCurrentItem(root)

    def _say_whole(self, item: QTreeWidgetItem | None) -> None:
        """The chosen line in full: there is more to say than a line of a tree holds."""
        self._whole.setText("" if item is None else f"{item.text(_NAME)}\n{item.text(_HOW)}")

    def _open_draw(self) -> None:
        text = self._number.text().strip()
        number = int(text) if text.isdecimal() else 0
        fits = 1 <= number <= self._last
        self._number.mark_wrong(not fits)
        if not fits:
            self._said.setText(self.tr("A whole number from 1 to {last}.").format(last=self._last))
            return
        self._draw = number
        self.draw_requested.emit(number)

    def _all_draws(self) -> None:
        self._draw = None
        self._number.show_text("")
        self._number.mark_wrong(False)
        self.draw_requested.emit(0)

    def _say_draw(self) -> None:
        self._close.setVisible(self._draw is not None)
        self._controls.rearrange()
        every = self.tr(
            "Each part opens: pillars, indicators, answers. A draw shows what chance did once."
        )
        one = self.tr("Draw {n} is open: factors of weights, experts drawn, noise of thin ratings.")
        self._said.setText(every if self._draw is None else one.format(n=self._draw))


class _Tree(QTreeWidget):
    """Columns share the width."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        self.setColumnWidth(_NAME, int(room * 0.42))
        self.setColumnWidth(_SCORE, px(64))


def _tree(name: str) -> QTreeWidget:
    tree = _Tree()
    tree.setAccessibleName(name)
    tree.setFont(font(Style.BODY))
    tree.setUniformRowHeights(True)
    tree.setFixedHeight(px(_HIGH))
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.header().setSectionResizeMode(_HOW, QHeaderView.ResizeMode.Stretch)
    tree.header().setSectionsMovable(False)
    return tree


def _item(part: Json, titles: Mapping[str, str]) -> QTreeWidgetItem:
    """A node with what was drawn for it, its records, ratings and parts."""
    title = titles.get(part["node"], part["title"])
    name = title if part["kind"] == "overall" else f"{part['node']}  {title}"
    item = _line(name, say.figure(part), say.node_words(part))
    for child in _children(part, titles):
        item.addChild(child)
    return item


def _children(part: Json, titles: Mapping[str, str]) -> Iterator[QTreeWidgetItem]:
    tr = say.titles()
    if "draws" in part:
        for words in say.draws_words(part["draws"]):
            yield _line(tr["interval"], "", words)
    if "draw" in part:
        drawn = part["draw"]
        figure = score_text(drawn["score"]) if "score" in drawn else ""
        yield _line(tr["draw"].format(n=drawn["number"]), figure, say.draw_words(drawn))
    for record in part.get("records", ()):
        yield _line(tr["meeting"].format(id=record["meeting_id"]), "", say.record_words(record))
    for rating in part.get("ratings", ()):
        head = tr["expert"].format(code=rating["expert"], n=rating["revision"])
        yield _line(head, score_text(rating["score"], ""), say.rating_words(rating))
    for child in part.get("parts", ()):
        yield _item(child, titles)


def _line(name: str, figure: str, how: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([name, figure, how])
    item.setTextAlignment(_SCORE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for place, words in enumerate((name, figure, how)):
        item.setToolTip(place, words)
    spoken = ", ".join(words for words in (name, figure, how) if words)
    item.setData(_NAME, Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
