"""The room of queries and second rounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.desk.asking.tables import item_title, moves_content, queries_content
from ui.desk.choices import Choices
from ui.desk.room import DeskRoom, Empty, flow
from ui.desk.state import DeskState
from ui.desk.table.content import TableContent
from ui.desk.table.view import DeskTable
from ui.files.folders import folder_words
from ui.icons import Icon
from ui.marks import Mark
from ui.preferences import Preferences
from ui.widgets.button import Button, Kind
from ui.widgets.labels import Words
from ui.widgets.segment import Choice, Segment
from wb6assess.model.assessment import Identity
from wb6assess.progress import Progress
from wb6assess.session.desk.inbox import AskedQuery, IndicatorMove, QueryState

QUERIES, MOVES = "queries", "moves"


@dataclass(frozen=True, slots=True)
class _Known:
    """What the workspace says about queries and spreads of a result."""

    queries: tuple[AskedQuery, ...]
    moves: tuple[IndicatorMove, ...]


class AskingRoom(DeskRoom):
    """Queries with their replies, and what a second round moved.

    Signals:
        counted: How many queries are to be sent, for the sidebar.
    """

    counted = Signal(int)

    def __init__(
        self, state: DeskState, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        self._new = Button(self.tr("Write a query…"), icon=Icon.PLUS)
        self._files = Button(self.tr("Write files for experts…"), Kind.PRIMARY, icon=Icon.SEND)
        super().__init__(
            state, self.tr("Queries, second round"), buttons=(self._new, self._files), parent=parent
        )
        self._new.clicked.connect(self.write_query)
        self._files.clicked.connect(self.write_files)
        self._preferences = preferences
        self._known: _Known | None = None
        self._folder: Path | None = None
        self.choices = Choices(state, self)
        self.which = Segment(
            [Choice(QUERIES, self.tr("Queries"), 0), Choice(MOVES, self.tr("What moved"), 0)]
        )
        self.which.setAccessibleName(self.tr("Queries or second round"))
        self.which.show_key(QUERIES)
        self.which.chosen.connect(lambda _key: self._show_known())
        self.table = DeskTable(self.tr("Queries"))
        self.table.row_shown.connect(self._show_detail)
        self._none = Empty(Kind.DEFAULT)
        self._none.wanted.connect(self._help)
        self._detail = Words("")
        self._back = Button(self.tr("Take the query back"), icon=Icon.UNDO)
        self._back.clicked.connect(self._withdraw)
        self._open = Button(self.tr("Open folder"))
        self._open.clicked.connect(self._open_folder)
        self._open.setVisible(False)
        self.body.addWidget(flow(self.which, self.choices.round, self.choices.country))
        self.body.addWidget(self._none)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._detail)
        self._actions = flow(self._back, self._open)
        self.body.addWidget(self._actions)

    # Showing.

    def show_state(self) -> None:
        """Show what is known, and ask the workspace anew."""
        self.choices.show_state()
        self._show_known()
        self._load()

    def _load(self) -> None:
        """Replies are read from every file, so not on this thread."""
        result, inbox = self.state.result, self.state.workspace.inbox
        assert result is not None  # shown only with one

        def job(_progress: Progress) -> _Known:
            return _Known(tuple(inbox.queries(result.round)), inbox.moved(result))

        task = self.state.tasks.run(job, self)
        task.succeeded.connect(self._loaded)
        task.failed.connect(self._not_loaded)

    def _not_loaded(self, error: object) -> None:
        """The reason stands above; nobody can say whether there are queries."""
        self._none.say("", "")
        self._show_trouble(error)

    def _loaded(self, known: object) -> None:
        assert isinstance(known, _Known)
        if known != self._known:
            self._known = known
            self._show_known()

    @property
    def _queries(self) -> Sequence[AskedQuery]:
        return self._known.queries if self._known is not None else ()

    def _show_known(self) -> None:
        wanted = {item.code for item in self.state.countries}
        queries = [one for one in self._queries if one.query.key.country in wanted]
        every = self._known.moves if self._known is not None else ()
        moves = [one for one in every if one.country in wanted]
        self.which.show_counts([len(queries), sum(bool(move.moved) for move in moves)])
        self.counted.emit(sum(one.state is QueryState.OPEN for one in self._queries))
        asking = self.which.key == QUERIES
        content = queries_content(self.state, queries) if asking else moves_content(self.state, moves)
        self.table.setAccessibleName(content.title)
        self.table.show_content(content)
        self.table.setVisible(bool(content.rows))
        self._none.setVisible(not content.rows)
        if self._known is None:
            self._none.say(self.tr("Reading queries and replies…"), "")
        elif asking:
            words = self.tr("No query yet. Write one here, or from an answer in the matrix.")
            self._none.say(words, self.tr("Write a query…"))
        else:
            words = self.tr("No spread was sent yet, so nothing can have moved.")
            self._none.say(words, self.tr("Write files for experts…"))
        self._show_detail(self.table.current_key)

    def _help(self) -> None:
        if self.which.key == QUERIES:
            self.write_query()
        else:
            self.write_files()

    def _show_detail(self, key: str) -> None:
        asked = self._asked(key)
        self._back.setVisible(asked is not None and asked.state is QueryState.OPEN)
        self._actions.rearrange()
        self._detail.setText(self._detail_words(asked) if asked is not None else "")

    def _asked(self, key: str) -> AskedQuery | None:
        if self.which.key != QUERIES:
            return None
        return next((one for one in self._queries if one.query.id == key), None)

    def _detail_words(self, asked: AskedQuery) -> str:
        query = asked.query
        lines = [
            f"{query.indicator} {item_title(self.state, query)}".strip(),
            self.tr("Query: {text}").format(text=query.text),
        ]
        if asked.state is QueryState.ANSWERED:
            words = self.tr("Reply in revision {n}: {text}")
            lines.append(words.format(n=asked.answered_revision, text=asked.reply))
        return "\n".join(lines)

    # Asking.

    def write_query(self) -> None:
        """Ask for a query and keep it."""
        open_query(self.state, self, ("", "", ""), self._load, self._show_trouble)

    def _withdraw(self) -> None:
        asked, inbox = self._asked(self.table.current_key), self.state.workspace.inbox
        if asked is not None:
            query = asked.query.id
            task = self.state.tasks.run(lambda _progress: inbox.withdraw_query(query), self)
            task.failed.connect(self._show_trouble)
            task.succeeded.connect(lambda _done: self._load())

    def write_files(self) -> None:
        """Ask which files and write them in the background."""
        from ui.desk.asking.returns_dialog import ReturnsDialog

        result = self.state.result
        assert result is not None  # the button shows only then
        wanted = {item.code for item in self.state.countries}
        waiting = [
            one.query.key
            for one in self._queries
            if one.state is not QueryState.ANSWERED and one.query.key.country in wanted
        ]
        everyone = [key for key in result.effective if key.country in wanted]
        dialog = ReturnsDialog(waiting, everyone, self._preferences, self)
        dialog.wanted.connect(self._write)
        dialog.open()

    def _write(self, folder: Path, keys: Sequence[Identity], spreads: bool, note: str) -> None:
        inbox = self.state.workspace.inbox
        self._folder = folder

        def job(progress: Progress) -> list[Path]:
            return inbox.write_returns(folder, keys, spreads=spreads, note=note, progress=progress)

        self.trouble.say("")
        self.busy.begin(self.tr("Writing…"))
        task = self.state.tasks.run(job, self)
        self.busy.cancel_requested.connect(task.cancel)
        task.progressed.connect(self._show_writing)
        task.succeeded.connect(self._written)
        task.failed.connect(self._show_trouble)
        task.stopped.connect(self._stopped)
        task.finished.connect(self.busy.end)

    def _show_writing(self, done: int, total: int, name: str) -> None:
        words = self.tr("Writing {name}, file {n} of {of}")
        self.busy.show_step(done, total, words.format(name=name, n=done, of=total))

    def _written(self, paths: object) -> None:
        assert isinstance(paths, list)
        assert self._folder is not None  # chosen when the writing began
        n, place = len(paths), folder_words(self._folder)
        words = self.tr("One file is in {folder}.") if n == 1 else self.tr("{n} files are in {folder}.")
        if not n:
            words = self.tr("There was nothing to send: no file was written.")
        sent = " " + self.tr("Nothing has been sent.") if n else ""
        self.trouble.say(words.format(n=n, folder=place) + sent, Mark.ANSWERED)
        self._open.setVisible(bool(n))
        self._actions.rearrange()
        self._load()

    def _stopped(self) -> None:
        self.trouble.say(self.tr("Stopped. The files written before are whole."), Mark.INFO)
        self._load()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def subtitle(self) -> str:
        """What the room is for."""
        return self.tr("Ask about an answer; send every expert the anonymous spread; see what moved.")

    def note_words(self) -> Sequence[str]:
        """No band stands here; the star may."""
        return self.status_note()

    def tables(self) -> Sequence[TableContent]:
        """The table in sight."""
        return (self.table.content,)


def open_query(
    state: DeskState,
    room: QWidget,
    about: tuple[str, str, str],
    then: Callable[[], None],
    trouble: Callable[[object], None],
) -> None:
    """Open the dialog for a query over a room, and keep what is asked.

    Args:
        state: The result the query is about.
        room: Where it is asked.
        about: Country, indicator and expert to begin with; "" leaves them open.
        then: Called when the query is kept.
        trouble: Called with the error when it cannot be.
    """
    from ui.desk.asking.query_dialog import QueryDialog

    def keep(key: Identity, indicator: str, text: str) -> None:
        inbox = state.workspace.inbox
        task = state.tasks.run(lambda _progress: inbox.ask(key, indicator, text), room)
        task.failed.connect(trouble)
        task.succeeded.connect(lambda _query: then())

    dialog = QueryDialog(state, *about, room)
    dialog.asked.connect(keep)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.open()
