"""The fixed sentences of reports in the interface's language.

They stand in `wb6assess.reports.wording`, from where `scripts/translations.py` collects them.
"""

from PySide6.QtCore import QCoreApplication

from wb6assess.model.finding import Finding
from wb6assess.model.vocabulary import Aspect
from wb6assess.reports import wording
from wb6assess.scoring.bands import Band
from wb6assess.scoring.states import State


def rule_words(finding: Finding) -> str:
    """What a rule of the application noticed, as one sentence."""
    sentence, facts = wording.rule_sentence(finding)
    if "fault" in facts:
        facts["fault"] = _translated(facts["fault"])
    return _translated(sentence).format(**facts)


def band_words(band: Band) -> str:
    """The band in words, in the middle of a sentence."""
    return _translated(wording.band_words(band))


def state_words(state: State) -> str:
    """The state of an indicator in words."""
    return _translated(wording.state_words(state))


def aspect_words(aspect: Aspect) -> str:
    """Which side of alignment an indicator observes."""
    return _translated(wording.aspect_words(aspect))


def own_bands() -> str:
    """That the bands are the project's own."""
    return _translated(wording.OWN_BANDS)


def _translated(words: str) -> str:
    return QCoreApplication.translate("Report", words)
