"""A check about many indicators leads to those whose answers make it speak."""

import pytest

from tests.builders import indicator, instrument, pillar
from wb6assess.model.assessment import Answer, Evidence
from wb6assess.model.conditions import All, AnswerRef, Any, Compare, HasEvidence, Not, Op
from wb6assess.model.framework import Parameters
from wb6assess.model.instrument import Check
from wb6assess.model.vocabulary import Severity
from wb6assess.scoring.findings import Rule
from wb6assess.scoring.noticed_at import noticed_at
from wb6assess.scoring.scores import score_assessment
from wb6assess.scoring.states import AnswerSheet

ITEMS = ("a", "b", "c", "d")


def _high_without_evidence(item: str) -> All:
    return All((Compare(AnswerRef(item), Op.GE, 4), Not(HasEvidence(item))))


def _check(when: object) -> Check:
    return Check("X1", when, Severity.WARN, "Something is odd.", ITEMS)  # type: ignore[arg-type]


def _noticed(check: Check, answers: dict[str, Answer]) -> tuple[str, ...]:
    drawn = instrument(pillar("P", *map(indicator, ITEMS)), checks=(check,))
    sheet = AnswerSheet(drawn, answers, "AL")
    scores = score_assessment(drawn, answers, "AL", Parameters())
    (found,) = [one for one in scores.findings if one.id != Rule.UNANSWERED]
    assert found.about == ITEMS
    return noticed_at(found, sheet)


@pytest.mark.parametrize(("high", "there"), [("c", ("c",)), ("da", ("a", "d"))])
def test_only_the_alternatives_that_are_true_say_where_to_look(high, there):
    check = _check(Any(tuple(map(_high_without_evidence, ITEMS))))
    answers = {item: Answer(2) for item in ITEMS} | {item: Answer(5) for item in high}
    assert _noticed(check, answers) == there


def test_what_is_documented_is_not_named():
    check = _check(Any(tuple(map(_high_without_evidence, ITEMS))))
    answers = {"a": Answer(5, evidence=(Evidence("law", title="Gazette"),)), "b": Answer(4)}
    assert _noticed(check, answers) == ("b",)


def test_a_check_that_is_no_row_of_alternatives_is_about_all_it_names():
    check = _check(Compare(AnswerRef("a"), Op.GE, 4))
    assert _noticed(check, {"a": Answer(5)}) == ITEMS
