"""What is odd about files beside one another: nothing is refused for it, a person should know."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from wb6assess.model.assessment import Document, Identity
from wb6assess.session.desk.file_reports import Oddity, Remark
from wb6assess.session.desk.intake import ReadFile
from wb6assess.session.desk.packed import said

_ENOUGH_TO_COMPARE = 10
"""Answers from which on it is no chance that two experts gave the same."""

_RANDOM_ID = 36
"""Signs of the ids this program gives assessments; a shorter one may have been thought up twice."""


def oddities_among(files: Sequence[ReadFile]) -> Mapping[Path, Sequence[Remark]]:
    """File -> what is odd about it beside the others; files that count, each content once."""
    found: dict[Path, list[Remark]] = {}
    for oddity, group in (
        *((Oddity.SAME_ASSESSMENT, group) for group in _edited(files)),
        *((Oddity.SAME_ANSWERS, group) for group in _together(files, _answers_of)),
    ):
        for file in group:
            facts = {"others": ", ".join(other.path.name for other in group if other is not file)}
            told = found.setdefault(file.path, [])
            # Copies of one assessment have the same answers, too: the better reason is enough.
            if all(remark.facts != facts for remark in told):
                told.append(Remark(oddity, facts))
    for file, countries in _shared_codes(files):
        facts = {"countries": ", ".join(sorted(countries))}
        found.setdefault(file.path, []).append(Remark(Oddity.SAME_CODE, facts))
    return found


def _together(
    files: Iterable[ReadFile], key_of: Callable[[Document], Hashable]
) -> Iterator[list[ReadFile]]:
    """Groups of two files and more with the same key; None is nobody's key."""
    groups: dict[Hashable, list[ReadFile]] = {}
    for file in files:
        key = key_of(file.document) if file.document is not None else None
        if key is not None:
            groups.setdefault(key, []).append(file)
    return (group for group in groups.values() if len(group) > 1)


def _answers_of(document: Document) -> Hashable:
    """The values alone: the same answers to a whole questionnaire under another key are no chance."""
    if len(document.answers) < _ENOUGH_TO_COMPARE:
        return None
    return document.identity.instrument, said(document.answers)


def _edited(files: Iterable[ReadFile]) -> Iterator[list[ReadFile]]:
    """Files of one assessment under different countries, questionnaires or codes.

    An assessment keeps its id and is never given to somebody else, so one of them was edited.
    """
    for group in _together(files, _id_of):
        if len({_whose(file) for file in group}) > 1:
            yield group


def _id_of(document: Document) -> Hashable:
    return document.assessment_id if len(document.assessment_id) == _RANDOM_ID else None


def _whose(file: ReadFile) -> tuple[str, str, str]:
    key = _identity(file)
    return key.country, key.instrument, key.expert


def _shared_codes(files: Sequence[ReadFile]) -> Iterator[tuple[ReadFile, set[str]]]:
    """Files whose expert's code stands in other countries, with these, where codes rarely do.

    An expert's code is his country's own. Where every country counts from E01, the same code in two
    of them says nothing; among codes drawn at random it is a mistake or one person.
    """
    where: dict[str, set[str]] = {}
    for file in files:
        key = _identity(file)
        where.setdefault(key.expert, set()).add(key.country)
    spread = Counter(len(countries) > 1 for countries in where.values())
    if spread[True] * 2 >= spread[False]:
        return
    for file in files:
        others = where[_identity(file).expert] - {_identity(file).country}
        if others:
            yield file, others


def _identity(file: ReadFile) -> Identity:
    assert file.document is not None  # files that count have one
    return file.document.identity
