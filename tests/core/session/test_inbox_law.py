"""Random imports, taking back, choices and restarts equal plain sets of documents (methodology 9)."""

import shutil
import tempfile
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from exports.incoming import read_incoming
from tests.core.session.conftest import QUESTIONNAIRES
from wb6assess.exchange.answers import write_document
from wb6assess.exchange.digest import content_hash
from wb6assess.exchange.package import write_package
from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer, Document, Identity, Status
from wb6assess.session.desk.settling import settle
from wb6assess.session.workspace import Workspace

LIBRARY = Library(QUESTIONNAIRES)
ROUND = "2026"
AT = datetime(2026, 11, 21, tzinfo=UTC)


def made(country, expert, revision, level, status=Status.SUBMITTED, round_id=ROUND):
    key = Identity(country, "drawn", "2026.1", round_id, expert)
    return Document(key, revision, status, {"DRW-1.1": Answer(level)}, updated_at=AT)


DOCUMENTS = (
    *(made("AL", "E01", revision, level) for revision, level in product((1, 2), (0, 1, 2))),
    *(made("XK", "E01", revision, 3) for revision in (1, 2)),
    made("AL", "E01", 3, 0, Status.DRAFT),
    made("XK", "E01", 2, 3, Status.WITHDRAWN),
    made("XK", "E02", 1, 1),
    made("DE", "E01", 1, 1),
    made("AL", "E01", 1, 1, round_id="1999"),
)
BY_HASH = {content_hash(item): item for item in DOCUMENTS}
# Every third content comes as a package, too: other bytes, the same document.
FILES = tuple(
    (digest, kind)
    for place, digest in enumerate(BY_HASH)
    for kind in (("json", "wb6") if place % 3 == 0 else ("json",))
)


class Receiving(RuleBasedStateMachine):
    """The model: `standing` holds the files of each import that was not taken back, by its id."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.standing = {}
        self.chosen = {}
        for digest, kind in FILES:
            target = self._path((digest, kind))
            if kind == "json":
                target.write_bytes(write_document(BY_HASH[digest]))
            else:
                write_package(target, BY_HASH[digest], {})
        self._start()

    def _path(self, file):
        return self.folder / f"{file[0][:12]}.{file[1]}"

    def _start(self):
        self.workspace = Workspace.open(self.folder / "workspace", LIBRARY, now=lambda: AT)

    @property
    def here(self):
        return set().union(*self.standing.values())

    # What a coordinator does.

    @rule(files=st.lists(st.sampled_from(FILES), min_size=1, max_size=5))
    def take_in(self, files):
        paths, inbox = [self._path(file) for file in files], self.workspace.inbox
        look = inbox.look(paths, read_incoming)
        taken = inbox.take_in(paths, read_incoming)
        assert [(f.path, f.outcome) for f in look.files] == [(f.path, f.outcome) for f in taken.files]
        assert [f.path for f in taken.files] == sorted(set(paths))
        assert bool(taken.intake) == bool(set(files) - self.here)
        if taken.intake:
            self.standing[taken.intake] = set(files)

    @precondition(lambda self: self.standing)
    @rule(draw=st.data())
    def take_back(self, draw):
        intake = draw.draw(st.sampled_from(sorted(self.standing)))
        self.workspace.inbox.undo(intake)
        del self.standing[intake]

    @precondition(lambda self: self.plain()[1])
    @rule(draw=st.data())
    def choose(self, draw):
        (key, revision), digests = draw.draw(st.sampled_from(sorted(self.plain()[1].items(), key=str)))
        digest = draw.draw(st.sampled_from(sorted(digests)))
        self.workspace.inbox.resolve(key, revision, digest, "It came last.")
        self.chosen[key, revision] = digest

    @rule()
    def start_again(self):
        self.workspace.close()
        self._start()

    # What must follow, in plain words.

    def plain(self):
        """Key -> hash that counts, and place -> hashes that contradict each other."""
        digests = {digest for digest, _ in self.here}
        counts, clashing = {}, {}
        for key in {BY_HASH[digest].identity for digest in digests}:
            if key.country == "DE" or key.round != ROUND:
                continue
            mine = [
                digest
                for digest in digests
                if BY_HASH[digest].identity == key and BY_HASH[digest].status is not Status.DRAFT
            ]
            top = max((BY_HASH[digest].revision for digest in mine), default=0)
            tops = {digest for digest in mine if BY_HASH[digest].revision == top}
            if len(tops) > 1 and self.chosen.get((key, top)) in tops:
                tops = {self.chosen[key, top]}
            if len(tops) > 1:
                clashing[key, top] = tops
                continue
            for digest in tops:
                if BY_HASH[digest].status is Status.SUBMITTED:
                    counts[key] = digest
        return counts, clashing

    @invariant()
    def what_counts_is_what_the_sets_say(self):
        inbox = self.workspace.inbox
        settled = settle(inbox.collection(), ROUND, inbox.resolutions())
        counts, clashing = self.plain()
        assert {key: content_hash(item) for key, item in settled.view.effective.items()} == counts
        assert {(c.key, c.revision): set(c.hashes) for c in settled.view.conflicts} == clashing
        assert len(settled.files) == len(self.here)
        assert {intake.id for intake in inbox.intakes() if intake.undone_at is None} == set(
            self.standing
        )

    @invariant()
    def the_bytes_of_every_file_are_kept(self):
        inbox = self.workspace.inbox
        for file in inbox.collection().files:
            assert (
                inbox.original(file.sha256).read_bytes() == (self.folder / file.path.name).read_bytes()
            )

    def teardown(self):
        self.workspace.close()
        shutil.rmtree(self.folder)


TestReceiving = Receiving.TestCase
TestReceiving.settings = settings(max_examples=10, stateful_step_count=12, deadline=None)
