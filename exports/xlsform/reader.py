"""XLSForms as questionnaires: what is written for one form, and what was lost on the way."""

from dataclasses import dataclass
from pathlib import Path

from exports.xlsform import ordinary, own
from exports.xlsform.choices import COUNTRIES
from exports.xlsform.form import Form, read_form
from exports.xlsform.losses import Loss
from wb6assess.errors import ErrorCode, FileError
from wb6assess.instruments.reader import read_instrument, read_stored
from wb6assess.instruments.translations import Translation, text_digest, text_keys
from wb6assess.instruments.writer import write_instrument, yaml_text
from wb6assess.model.framework import Country
from wb6assess.model.instrument import Instrument


@dataclass(frozen=True)
class Converted:
    """A form as a questionnaire.

    Attributes:
        text: Of instrument.yaml.
        translations: Texts in the form's other languages.
        countries: Those the form offers; only forms made by to-xlsform do.
        losses: What became of everything without a counterpart.
    """

    instrument: Instrument
    text: str
    translations: tuple[Translation, ...]
    countries: tuple[Country, ...]
    losses: tuple[Loss, ...]


def read_xlsform(path: Path, year: int) -> Converted:
    """Read a form, our own or anybody's.

    Args:
        path: A workbook (.xlsx).
        year: Year of the version where the form names none.

    Raises:
        FileError: XLSFORM_INVALID, WORKBOOK_INVALID and others: it cannot be read at all.
        InstrumentError: the form was edited so that its parts no longer fit together.
    """
    form = read_form(path)
    data, texts, report = (
        own.questionnaire_from(form) if form.own else ordinary.questionnaire_from(form, path.stem, year)
    )
    if not data.get("pillars"):
        reason = "none of its questions has a counterpart in a questionnaire"
        raise FileError(ErrorCode.XLSFORM_INVALID, path=path, reason=reason)
    # Checks of our own forms may look at other questionnaires, which are not at hand here.
    read = read_stored if form.own else read_instrument
    instrument = read(yaml_text(data), path.name)
    translations = tuple(
        translation
        for tag, found in texts.translations.items()
        if (translation := _translation(instrument, tag, found)).texts
    )
    text = write_instrument(instrument)
    return Converted(instrument, text, translations, _countries(form), tuple(report.losses))


def _translation(instrument: Instrument, tag: str, texts: dict[str, str]) -> Translation:
    english = text_keys(instrument)
    kept = {key: texts[key] for key in english if texts.get(key, english[key]) != english[key]}
    sources = {key: text_digest(english[key]) for key in kept}
    return Translation(instrument.id, instrument.version, tag, "draft", kept, sources)


def _countries(form: Form) -> tuple[Country, ...]:
    if not form.own:
        return ()
    rows = form.choices.get(COUNTRIES, [])
    named = [(row.get("name"), next(iter(row.worded("label").values()), "")) for row in rows]
    return tuple(Country(code, name or code) for code, name in named)
