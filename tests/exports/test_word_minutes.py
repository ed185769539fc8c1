"""Minutes in Word say what the PDF says, name nobody, and are whole or not at all."""

import pytest
from docx import Document

from exports.word import package
from exports.word.minutes import write_minutes_docx
from tests.exports.test_meeting_papers import held
from tests.meetings import EXPERTS, REASON
from wb6assess.errors import Cancelled
from wb6assess.reports.meeting import minutes_words

__all__ = ["held"]


def words(path):
    return " ".join("".join(package.texts(Document(str(path)))).split())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "minutes.docx"


def test_they_say_what_the_paper_says_and_name_nobody(held, target):
    _, minutes, _ = held
    write_minutes_docx(target, minutes)
    text = words(target)
    said = [
        minutes_words.summary(minutes),
        REASON,
        "R1 factual error",
        "Evidence: Official gazette 12",
        "postponed" if minutes.left_open[0].postponed else "not decided",
        *(effect.validated for effect in minutes.effects),
        *(value for _, value in minutes_words.facts(minutes)),
        minutes.digest,
        "not for publication",
        "SAMPLE",
    ]
    assert [part for part in said if " ".join(part.split()) not in text] == []
    assert not [code for code in EXPERTS if code in text]


def test_the_same_minutes_give_the_same_bytes(held, target, tmp_path):
    _, minutes, _ = held
    write_minutes_docx(target, minutes)
    write_minutes_docx(tmp_path / "again.docx", minutes)
    assert target.read_bytes() == (tmp_path / "again.docx").read_bytes()


def test_stopping_in_the_middle_leaves_what_was_there(held, target):
    _, minutes, _ = held
    target.write_bytes(b"before")

    class Stop:
        steps = 0

        def step(self, done, total, what=""):
            self.steps += 1
            if self.steps == 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        write_minutes_docx(target, minutes, Stop())
    assert target.read_bytes() == b"before"
    assert [path.name for path in target.parent.iterdir()] == ["minutes.docx"]
