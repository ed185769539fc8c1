"""An assessment is made, also of a colleague's part, and stored with its questionnaire's text."""

from datetime import datetime
from typing import TYPE_CHECKING

from uuid6 import uuid7

from wb6assess.errors import AnswerError, ErrorCode, InstrumentError
from wb6assess.instruments.library import Library
from wb6assess.instruments.reader import read_stored
from wb6assess.model.instrument import Instrument
from wb6assess.session.answer_checks import first_edits
from wb6assess.session.names import refuse_bad_names
from wb6assess.session.surroundings import Surroundings
from wb6assess.store import assessments as table
from wb6assess.store.beginnings import Beginning, begin
from wb6assess.store.records import PartOf

if TYPE_CHECKING:  # pydantic loads when a part is read, not at the start
    from wb6assess.exchange.parts import Part


def beginning_of(part: "Part", library: Library, at: datetime) -> Beginning:
    """What the assessment of a colleague's part starts with.

    Raises:
        AnswerError: EXPERT_CODE_INVALID, COUNTRY_UNKNOWN, ROUND_UNKNOWN, ANSWER_NOT_ALLOWED.
        InstrumentError: INSTRUMENT_UNKNOWN, INSTRUMENT_VERSION_UNKNOWN, INSTRUMENT_INVALID.
    """
    document = part.document
    key = document.identity
    refuse_bad_names(library.framework, key.country, key.round, key.expert)
    questionnaire = library.instrument(key.instrument, key.instrument_version)
    own = {
        item: answer
        for item, answer in document.answers.items()
        if item in questionnaire.by_id and questionnaire.pillar_of[item].id in part.pillars
    }
    return Beginning(
        id=str(uuid7()),
        identity=key,
        instrument=questionnaire,
        at=at,
        edits=first_edits(questionnaire, own),
        sample=document.sample,
        revision=document.revision,
        part=PartOf(part.label, part.pillars, part.base_hash, part.base),
    )


def make(around: Surroundings, new: Beginning) -> None:
    """Store a new assessment, and its questionnaire's text where no other has it.

    Raises:
        AnswerError: ASSESSMENT_EXISTS.
        InstrumentError: INSTRUMENT_CHANGED.
        StorageError: nothing was stored.
    """
    questionnaire = new.instrument
    with around.database.writing() as connection:
        existing = table.find_identity(connection, new.identity)
        if existing is not None:
            raise AnswerError(ErrorCode.ASSESSMENT_EXISTS, assessment=existing)
        if not table.has_instrument(connection, questionnaire.digest):
            table.keep_instrument(connection, questionnaire, _text_of(questionnaire, around.library))
        begin(connection, new)


def _text_of(instrument: Instrument, library: Library) -> str:
    """Its source text, read once more and compared: the file may have changed meanwhile."""
    name = f"{instrument.id} {instrument.version}"
    text = library.source_text(instrument.id, instrument.version)
    if read_stored(text, name).digest != instrument.digest:
        raise InstrumentError(ErrorCode.INSTRUMENT_CHANGED, path=name)
    return text
