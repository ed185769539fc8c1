"""docs/authoring.md works as it stands; diff and coverage as an author meets them."""

import json
import re
from pathlib import Path

import pytest

from ui.cli import main
from wb6assess.instruments.checks import check_folder
from wb6assess.instruments.coverage import coverage_document, library_coverage
from wb6assess.instruments.diff import difference_document, differences
from wb6assess.instruments.library import Library

DOCS = Path(__file__).parents[2] / "docs"
BLOCK = re.compile(r"```yaml\n# mine/(\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture
def mine(tmp_path) -> Path:
    """The folder a reader of the page makes."""
    blocks = BLOCK.findall((DOCS / "authoring.md").read_text("utf-8"))
    assert [name for name, _ in blocks] == [
        "framework.yaml",
        "company-register/instrument.yaml",
        "company-register/sq.yaml",
    ]
    for name, text in blocks:
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mine"


@pytest.fixture
def next_version(mine) -> Path:
    """The folder with a second version in which a ladder is worded anew."""
    file = mine / "company-register" / "instrument.yaml"
    text = file.read_text("utf-8")
    file.with_name("instrument-2026.1.yaml").write_text(text, encoding="utf-8")
    newer = text.replace('"2026.1"', '"2027.1"').replace(
        "some forms of company", "a few forms of company"
    )
    for name in ("REG-1.1", "REG-2.1", "REG-2.2"):
        line = f"      - id: {name}\n"
        newer = newer.replace(line, f"{line}        lineage: {{old: {name}, change: unchanged}}\n")
    file.write_text(newer, encoding="utf-8")
    return mine


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_the_example_of_the_page_passes_without_a_remark(mine):
    assert [str(problem) for problem in check_folder(mine)] == []
    library = Library(mine)
    assert library.instrument("company-register", language="sq").title == "Regjistri i kompanive"


def test_the_example_covers_the_articles_it_lists(mine, run):
    code, out, err = run("instrument", "coverage", "company-register", "--questionnaires", mine)
    assert (code, err) == (0, "")
    assert "3 of 3 parts assessed." in out
    assert re.search(r"16\(1\)-\(3\) +REG-2\.1, REG-2\.2 ", out)
    assert re.search(r"49 +left out", out)
    assert re.search(r"sq +2 of \d+ +0 +\d+ +0", out)


def test_an_article_nobody_assesses_stands_out(mine, run):
    file = mine / "company-register" / "instrument.yaml"
    text = file.read_text("utf-8").replace("at: Art. 14", "at: recital 1")
    file.write_text(text.replace("16(1)-(3), 19", "16(1), 19"), encoding="utf-8")
    code, out, _ = run("instrument", "coverage", "--questionnaires", mine)
    assert code == 0
    assert re.search(r"14 +NOT ASSESSED ", out)
    assert "2 of 3 parts assessed. Not assessed: 14." in out
    assert "REG-2.1, REG-2.2; not Art. 16(2)" in out
    assert "Cited besides: recital 1 (REG-1.1)" in out


def test_coverage_of_an_unknown_questionnaire_fails_in_one_line(mine, run):
    code, out, err = run("instrument", "coverage", "nothing", "--questionnaires", mine)
    assert (code, out) == (1, "")
    assert "nothing" in err


def test_a_changed_ladder_is_not_called_the_same_silently(next_version, run):
    names = ("company-register@2026.1", "company-register", "--questionnaires", next_version)
    code, out, err = run("instrument", "diff", *names)
    assert code == 1
    assert "1 of 3 indicators changed, 0 added, 0 removed." in out
    assert "    - The duty covers some forms of company only" in out
    assert "  proposed  lineage: {old: REG-1.1, change: reworded}" in out
    assert "  in B      lineage: {old: REG-1.1, change: unchanged}" in out
    assert err.startswith("Called the same in version 2027.1")
    assert "REG-1.1" in err


def test_the_word_of_a_person_makes_it_editorial(next_version, run):
    names = ("company-register@2026.1", "company-register", "--questionnaires", next_version)
    code, out, err = run("instrument", "diff", *names, "--accept-editorial", "REG-1.1", "--json")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["indicators"][0]["proposed"] == {"old": "REG-1.1", "change": "editorial"}
    code, out, err = run("instrument", "diff", *names, "--accept-editorial", "REG-2.9")
    assert (code, out) == (1, "")
    assert "REG-2.9" in err


def test_files_can_be_compared_without_a_framework(next_version, run, tmp_path):
    home = next_version / "company-register"
    code, out, _ = run("instrument", "diff", home / "instrument-2026.1.yaml", home / "instrument.yaml")
    assert code == 1
    assert out.startswith("company-register 2026.1 → company-register 2027.1")
    code, _, err = run("instrument", "diff", tmp_path / "none.yaml", home / "instrument.yaml")
    assert code == 1
    assert "none.yaml" in err


def test_check_says_what_is_not_true_of_the_new_version(next_version, run):
    code, out, _ = run("instrument", "check", next_version)
    assert code == 1
    assert "`unchanged`, but levels.2 differs from version 2026.1" in out


def test_every_key_of_the_documents_is_described(next_version):
    library = Library(next_version)
    old = library.instrument("company-register", "2026.1")
    documents = (
        difference_document(differences(old, library.instrument("company-register"))),
        coverage_document(library_coverage(library)),
    )
    named = set(re.findall(r"`([a-z_]+)`", (DOCS / "formats.md").read_text("utf-8")))
    assert {key for document in documents for key in _keys(document)} - named == set()


def _keys(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key != "elsewhere":
                yield from _keys(value)
            yield key
    elif isinstance(node, list):
        for item in node:
            yield from _keys(item)
