"""Hostile and careless files end in one sentence with a line; YAML 1.2 decides what a word means."""

import time

import pytest
import yaml

from tests.core.instruments.texts import LINES, line_of, problems_of, with_line
from wb6assess.errors import InstrumentError
from wb6assess.instruments.reader import read_instrument
from wb6assess.instruments.source import MAX_DEPTH, decoded, parse


def told(text: str) -> list[str]:
    with pytest.raises(InstrumentError) as caught:
        parse(text, "a.yaml")
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "a.yaml:1: the file is empty"),
        ("# only a comment\n", "a.yaml:1: the file is empty"),
        (
            "a: 1\nb:\n\tc: 2\n",
            "a.yaml:3: a tab stands where YAML needs spaces; indent with spaces only",
        ),
        (
            "a: one: two\n",
            "a.yaml:1: a colon followed by a space inside a text; put the whole text in quotes",
        ),
        ("a: @x\n", "a.yaml:1: a text cannot begin with this character; put the whole text in quotes"),
        (
            "a: 'open\nb: 1\n",
            "a.yaml:3: the file ends inside a quoted text; a quotation mark is not closed",
        ),
        ("a: 1\n---\nb: 2\n", "a.yaml:2: a second document (---) begins here; a file holds one"),
        ("a: x\x07y\n", "a.yaml:1: the invisible control character U+0007 is not allowed; delete it"),
        ("? [1, 2]\n: x\n", "a.yaml:1: a key must be one word or text, not a list or mapping"),
    ],
)
def test_an_unreadable_file_is_explained_in_one_sentence(text: str, expected: str) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3 a: the key `a` is given twice; the first is in line 1"),
        ("a: &x 1\nb: *x\n", "a.yaml:2 b: aliases (*name) are not read; write the value out"),
        ("a: !!python/name:os.system x\n", "a.yaml:1 a: tags (tag:yaml.org,2002:python/name:os.system)"),
        ("a: !own {b: 1}\n", "a.yaml:1 a: tags (!own) are not read"),
        ("a: .inf\n", "a.yaml:1 a: `.inf` is not a number that can be used"),
        ("a: 99999999999999999\n", "a.yaml:1 a: the number `99999999999999999` is too large"),
        ("a: 1e999\n", "a.yaml:1 a: the number `1e999` is too large"),
        ('a: "x\\0y"\n', "a.yaml:1 a: the text holds an invisible control character; delete it"),
    ],
)
def test_what_is_not_part_of_the_format_is_refused_where_it_stands(text: str, expected: str) -> None:
    (problem,) = parse(text, "a.yaml").problems
    assert str(problem).startswith(expected)


def test_faults_of_yaml_and_of_shape_are_told_together() -> None:
    text = with_line("    title: Law\n", "    title: Law\n    title: Law\n")
    text = text.replace("aspect: institution", "aspect: institutes")
    twice, aspect = problems_of(text)
    assert "`title` is given twice" in twice
    assert "did you mean `institution`?" in aspect


def test_a_bomb_of_aliases_is_refused_quickly() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    start = time.perf_counter()
    assert any("aliases" in problem for problem in told("\n".join(lines)))
    assert time.perf_counter() - start < 1


def test_an_alias_of_itself_ends() -> None:
    assert [str(problem) for problem in parse("a: &a [*a]\n", "a.yaml").problems] == [
        "a.yaml:1 a: aliases (*name) are not read; write the value out"
    ]


@pytest.mark.parametrize("bracket", ["[", "{a: "])
def test_deep_nesting_is_refused_without_recursion(bracket: str) -> None:
    (problem,) = told(f"a: {bracket * 100_000}")
    assert f"nested more than {MAX_DEPTH} levels deep" in problem


def test_a_condition_nested_too_deep_is_refused() -> None:
    deep = "{not: " * 60 + "{answered: P-2.1}" + "}" * 60
    (problem,) = problems_of(with_line("{answered: P-2.1}", deep))
    assert "nested more than" in problem


def test_an_enormous_file_is_refused() -> None:
    assert told("a" * 20_000_001) == ["a.yaml:1: the file is larger than 20 MB"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("a: č\n".encode("utf-16"), "a.yaml:1: the file is saved as UTF-16; save it as UTF-8"),
        ("a: b\n".encode("utf-16-le"), "a.yaml:1: the file is saved as UTF-16; save it as UTF-8"),
        (
            "a: b\nb: é\n".encode("latin-1"),
            "a.yaml:2: byte E9 is not UTF-8 text; save the file as UTF-8",
        ),
    ],
)
def test_another_encoding_is_named(data: bytes, expected: str) -> None:
    with pytest.raises(InstrumentError) as caught:
        decoded(data, "a.yaml")
    assert caught.value.problems == (expected,)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    plain = read_instrument(LINES, "a.yaml")
    windows = LINES.replace("\n", "\r\n").encode("utf-8-sig")
    assert read_instrument(decoded(windows, "a.yaml"), "a.yaml") == plain
    assert read_instrument("\ufeff" + LINES, "a.yaml") == plain


def test_without_the_fast_parser_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read_instrument(LINES, "a.yaml")
    monkeypatch.setattr("wb6assess.instruments.source._LOADER", yaml.SafeLoader)
    assert read_instrument(LINES, "a.yaml") == fast
    assert "a tab stands" in told("a: 1\nb:\n\tc: 2\n")[0]


def test_lines_are_right_with_windows_line_ends() -> None:
    text = with_line("aspect: institution", "aspect: institutes")
    (problem,) = problems_of(text.replace("\n", "\r\n"))
    assert problem.startswith(f"instrument.yaml:{line_of('aspect: institutes', text)} ")


def test_words_mean_what_yaml_1_2_says() -> None:
    text = (
        "a: [yes, no, on, off, NO, 2026-09-30, 1_000, 0x10, '1', ~, null, true, 1, -2.5, .5, 1e3, 12:30]"
    )
    assert parse(text, "a.yaml").data["a"] == [
        *("yes", "no", "on", "off", "NO", "2026-09-30", "1_000", "0x10", "1"),
        *(None, None, True, 1, -2.5, 0.5, 1000.0, "12:30"),
    ]


def test_keys_are_texts_as_written() -> None:
    assert list(parse("{2024: a, no: b, null: c, 1.50: d}", "a.yaml").data) == [
        "2024",
        "no",
        "null",
        "1.50",
    ]


def test_texts_are_composed_to_one_unicode_form() -> None:
    source = parse("a: [c\u030c, \u010d]\n", "a.yaml")
    assert source.data["a"][0] == source.data["a"][1]


def test_keys_that_only_look_different_are_the_same_key() -> None:
    (problem,) = parse("c\u030c: 1\n\u010d: 2\n", "a.yaml").problems
    assert "given twice" in problem.message


def test_absurdly_many_faults_end_the_reading() -> None:
    assert len(told("[" + "*a, " * 100_000 + "]")) <= 200
