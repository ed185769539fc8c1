"""However long its texts are, a paper can be set: questions, answers, words without a break."""

import random
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from exports.assessment_pdf import write_summary
from exports.blank_pdf import write_blank
from exports.record_pdf import write_record
from tests.exports import drawn_workbooks as drawn
from tests.exports.drawn_questionnaire import every_type
from wb6assess.instruments.translations import Translation, text_keys, translated
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.instrument import Instrument

WORD = "W" * 500
TITLE = "Screening of investments and of what follows from them. " * 36
TEXT = "The body decides within the time the law sets, with reasons. " * 130
LONG = (WORD, TITLE, TEXT, f"{TITLE} {WORD} {TITLE}", "Ќ" * 500, "line\n" * 200)

pytestmark = pytest.mark.slow


def with_texts(said: dict[str, str]) -> Instrument:
    """The drawn questionnaire with these texts in place of its own."""
    instrument = every_type()
    words = {key: said.get(key, text) for key, text in text_keys(instrument).items()}
    return translated(
        instrument, "mk", Translation(instrument.id, instrument.version, "mk", "draft", words, {})
    )


@st.composite
def chosen_texts(draw: st.DrawFn) -> dict[str, int]:
    """Keys of texts, often all of one kind, and which of the long texts stands there."""
    keys = sorted(text_keys(every_type()))
    kind = draw(st.sampled_from(("title", "level", "label", "question", "message", "guide")))
    wanted = [key for key in keys if kind in key] or keys
    chosen = draw(st.one_of(st.just(wanted), st.lists(st.sampled_from(keys), max_size=6)))
    return {key: draw(st.integers(0, len(LONG) - 1)) for key in chosen}


def wordy(instrument: Instrument, seed: int) -> dict[str, Answer]:
    """Answers whose every text is long or empty."""
    choose = random.Random(seed)

    def text() -> str:
        return choose.choice(("", *LONG))

    plain = drawn.plain_document(instrument, seed).answers
    return {
        item: Answer(
            answer.value,
            answer.state,
            answer.confidence,
            text(),
            tuple(
                Evidence("law", text(), text(), issuer=text(), quote=text(), url=text(), file=text())
                for _ in range(choose.randrange(3))
            ),
            {key: text() if key == "office" else value for key, value in answer.fields.items()},
            {"X2": text(), "own remark": text()} if item in instrument.by_id else {},
        )
        for item, answer in plain.items()
    }


# Shrinking would take minutes, and the texts of a failure say enough.
@settings(max_examples=8, phases=(Phase.explicit, Phase.generate))
@given(chosen_texts(), st.integers(0, 999))
def test_any_paper_can_be_set(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, int], seed: int
) -> None:
    target = tmp_path_factory.mktemp("long") / "paper.pdf"
    instrument = with_texts({key: LONG[place] for key, place in chosen.items()})
    report = drawn.report_of(drawn.document_of(instrument, wordy(instrument, seed)), instrument)
    write_summary(target, report)
    write_record(target, report, sensitive=True)
    framework = drawn.framework_for(instrument)
    write_blank(target, framework, instrument, second=every_type(), large=bool(seed % 2))


@pytest.mark.parametrize("text", LONG)
def test_papers_of_nothing_but_long_texts(tmp_path: Path, text: str) -> None:
    instrument = with_texts(dict.fromkeys(text_keys(every_type()), text))
    report = drawn.report_of(drawn.document_of(instrument, wordy(instrument, 5)), instrument)
    write_summary(tmp_path / "summary.pdf", report)
    write_record(tmp_path / "record.pdf", report)
    write_blank(tmp_path / "blank.pdf", drawn.framework_for(instrument), instrument)
