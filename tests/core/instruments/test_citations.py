"""Places in legal texts are read as lawyers write them."""

import pytest

from wb6assess.instruments.citations import UnreadableCitationError, citations, read_citation


def written(text: str) -> list[str]:
    return [str(span) for span in read_citation(text)]


def places(text: str) -> list[str]:
    return [str(place) for span in read_citation(text) for place in span.single_places()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Art. 2(4), 3(1)", ["Art. 2(4)", "Art. 3(1)"]),
        ("Article 2 and Annex II", ["Art. 2", "Annex II"]),
        ("6(2)-(3), 6(9)", ["Art. 6(2)-(3)", "Art. 6(9)"]),
        ("Art. 6(2), (9)", ["Art. 6(2)", "Art. 6(9)"]),
        ("Art. 6(2)(a), (b)", ["Art. 6(2)(a)", "Art. 6(2)(b)"]),
        ("3(1)–3(2)", ["Art. 3(1)-(2)"]),
        ("recital 52", ["recital 52"]),
        ("Art. 2(1), recitals 14-15", ["Art. 2(1)", "recital 14-15"]),
        ("8, Annex", ["Art. 8", "Annex"]),
        ("Annexes I-III", ["Annex I-III"]),
        ("Art. 3a, 6(1a)", ["Art. 3a", "Art. 6(1a)"]),
        ("part II.E.1", ["part II(E)(1)"]),
        ("paras 66-71", ["paragraph 66-71"]),
    ],
)
def test_a_citation_is_read(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3(1)-(3)", ["Art. 3(1)", "Art. 3(2)", "Art. 3(3)"]),
        ("15-17", ["Art. 15", "Art. 16", "Art. 17"]),
        ("4(1)(a)-(c)", ["Art. 4(1)(a)", "Art. 4(1)(b)", "Art. 4(1)(c)"]),
        ("19(2)(a)(iii)-(v)", ["Art. 19(2)(a)(iii)", "Art. 19(2)(a)(iv)", "Art. 19(2)(a)(v)"]),
        ("Annex I-III", ["Annex I", "Annex II", "Annex III"]),
        ("4(1)(h)-(j)", ["Art. 4(1)(h)", "Art. 4(1)(i)", "Art. 4(1)(j)"]),
        ("3-3a", ["Art. 3-3a"]),
    ],
)
def test_a_row_is_taken_apart(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("3(1)-(2)", "3(2)", True),
        ("3(1)-(2)", "3(3)", False),
        ("3", "3(2)(a)", True),
        ("4(1)(a)-(e)", "4(1)(c)", True),
        ("4(1)(a)-(e)", "4(2)(c)", False),
        ("10-13", "12(4)", True),
        ("10-13", "14", False),
        ("1", "11", False),
        ("3a", "3", False),
        ("3-4", "3a", True),
        ("19(2)(a)(i)-(v)", "19(2)(a)(iv)", True),
        ("recital 9", "9", False),
        ("Annex", "Annex II", True),
        ("Annex I", "Annex II", False),
        ("Annex V-X", "Annex IX", True),
        ("6(2)-(3)", "6(9)", False),
    ],
)
def test_places_overlap_when_they_share_something(one: str, other: str, expected: bool) -> None:
    (a,), (b,) = read_citation(one), read_citation(other)
    assert a.overlaps(b) is expected
    assert b.overlaps(a) is expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Art.",
        "Art. (2)",
        "3(1)-5",
        "3(2)-(1)",
        "3()",
        "3-4-5",
        "judgment of 13 July 2023",
        "3(1",
        "R.24",
    ],
)
def test_what_is_no_place_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UnreadableCitationError):
        read_citation(text)


def test_another_text_is_a_place_of_its_own_name() -> None:
    (one,) = citations("judgment of 13 July 2023")
    assert str(one) == "judgment of 13 July 2023"
    assert one.overlaps(*citations("Judgment  of 13 July 2023"))
    assert not one.overlaps(*citations("judgment of 14 July 2023"))
    assert not one.overlaps(*citations("13"))
    assert citations("") == ()


def test_an_endless_row_is_not_taken_apart() -> None:
    assert places("1-9999") == ["Art. 1-9999"]
