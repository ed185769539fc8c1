"""Methodology 9.1: the content hash."""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from wb6assess.exchange.digest import canonical, content_hash, fingerprint
from wb6assess.model.assessment import Answer, Document, Evidence, Identity, Status

KEY = Identity("XK", "drawn", "2026.1", "2026", "E01")
DOCUMENT = Document(KEY, 1, Status.SUBMITTED, {"a": Answer(3, justification="Ligji č. 5")})


def test_example_8_has_its_canonical_text_and_hash():
    content = {
        "status": "submitted",
        "round": "2025",
        "country": "AL",
        "instrument": "WB6",
        "instrument_version": "1.0",
        "expert": "e1",
        "revision": 1,
        "answers": {"a": 3},
    }
    assert canonical(content) == (
        b'{"answers":{"a":3},"country":"AL","expert":"e1","instrument":"WB6",'
        b'"instrument_version":"1.0","revision":1,"round":"2025","status":"submitted"}'
    )
    expected = "85a356c9544bd209dfaf3f82274fd202377505915c3d3de12880750a08118bdc"
    assert sha256(canonical(content)).hexdigest() == expected


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, updated_at=datetime(2027, 1, 1, tzinfo=UTC)),
        replace(DOCUMENT, assessment_id="0198"),
        replace(DOCUMENT, sample=True),
        replace(DOCUMENT, answers={"a": Answer(3, justification="Ligji c\u030c. 5")}),
        replace(DOCUMENT, answers={**DOCUMENT.answers, "b": Answer()}),
    ],
    ids=["time", "id", "sample mark", "decomposed text", "empty answer"],
)
def test_what_is_not_content_does_not_change_the_hash(other):
    assert content_hash(other) == content_hash(DOCUMENT)


@pytest.mark.parametrize(
    "other",
    [
        *(
            replace(DOCUMENT, identity=replace(KEY, **{key: value}))
            for key, value in {
                "country": "AL",
                "instrument": "other",
                "instrument_version": "2026.2",
                "round": "2025",
                "expert": "E02",
            }.items()
        ),
        replace(DOCUMENT, revision=2),
        replace(DOCUMENT, status=Status.WITHDRAWN),
        replace(DOCUMENT, answers={"a": Answer(4, justification="Ligji č. 5")}),
        replace(DOCUMENT, answers={"a": Answer(3, evidence=(Evidence("law"),))}),
        replace(DOCUMENT, answers={"a": Answer(3, comments={"X1": "why"})}),
    ],
)
def test_each_of_the_eight_keys_changes_the_hash(other):
    assert content_hash(other) != content_hash(DOCUMENT)


def test_integers_other_programs_would_round_are_hashed_all_the_same():
    large = replace(DOCUMENT, answers={"a": Answer(10**17 + 1)})
    larger = replace(DOCUMENT, answers={"a": Answer(10**17 + 2)})
    assert content_hash(large) != content_hash(larger)


@pytest.mark.parametrize(
    "content", [{"a": 0.5}, {"a": "\ud800"}, {"\u00e9": 1, "e\u0301": 2}], ids=["float", "half", "twice"]
)
def test_what_has_no_canonical_form_is_a_defect(content):
    with pytest.raises(ValueError):
        canonical(content)


def test_the_fingerprint_is_four_groups_of_four():
    assert fingerprint("5f3a91c27d0eb846" + "0" * 48) == "5f3a 91c2 7d0e b846"


@pytest.mark.parametrize(
    "content", [{"a": 2**53}, {"a": -(2**53)}, {"a": "\ud800"}, {"\ud800": 1}, {"a": {1, 2}}, {"a": 0.5}]
)
def test_what_rfc_8785_refuses_has_no_canonical_text(content):
    with pytest.raises(ValueError, match=r"."):
        canonical(content)
