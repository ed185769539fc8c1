"""query, return, take-return, reply, moved, resolve: the whole round on the command line."""

import json

import pytest

from tests.core.session.conftest import QUESTIONNAIRES
from ui.cli import main
from wb6assess.exchange.answers import write_document
from wb6assess.model.assessment import Answer, Document, Identity, Status

WHOSE = ("--country", "XK", "--instrument", "drawn", "--expert", "E01")
ROUND = ("--round", "2026")


@pytest.fixture
def run(tmp_path, capsys):
    """Run a verb in somebody's workspace; gives its JSON."""

    def call(whose, *arguments):
        where = ("--workspace", str(tmp_path / whose), "--questionnaires", str(QUESTIONNAIRES))
        code = main([*map(str, arguments), *where, "--json"])
        shown = capsys.readouterr()
        assert code == 0, shown.err
        return json.loads(shown.out)

    return call


@pytest.fixture
def fails(tmp_path, capsys):
    """Run a verb that cannot; gives the exit code and what it says."""

    def call(*arguments):
        where = ("--workspace", str(tmp_path / "desk"), "--questionnaires", str(QUESTIONNAIRES))
        code = main([*map(str, arguments), *where])
        return code, capsys.readouterr().err

    return call


@pytest.fixture
def take(run, tmp_path):
    def import_(*documents):
        for number, item in enumerate(documents):
            path = tmp_path / f"{item.identity.expert}-{item.revision}-{number}.json"
            path.write_bytes(write_document(item))
            run("desk", "import", path)

    return import_


def document(expert="E01", level=3, revision=1):
    key = Identity("XK", "drawn", "2026.1", "2026", expert)
    return Document(key, revision, Status.SUBMITTED, {"DRW-1.1": Answer(level)})


def test_from_the_question_to_the_reply(run, tmp_path):
    made = run("expert", "new", *WHOSE, *ROUND)["id"]
    answers = tmp_path / "answers.json"
    answers.write_bytes(write_document(document()))
    run("expert", "fill", made, answers)
    run("expert", "submit", made)
    sent = tmp_path / "sent.xlsx"
    run("expert", "export", made, "--xlsx", sent)
    run("desk", "import", sent)
    asked = run("desk", "query", *WHOSE, *ROUND, "--indicator", "DRW-1.1", "--text", "Which\narticle?")
    (path,) = run("desk", "return", *ROUND, "--out", tmp_path / "out", "--note", "Thank you.")["written"]
    look = run("expert", "take-return", path, "--preview")
    assert (look["new_queries"], look["reopens"], look["handed_in_here"]) == (1, True, True)
    assert run("expert", "reply", made) == []
    run("expert", "take-return", path)
    (found,) = run("expert", "reply", made, "--query", asked["query"], "--text", "Article 4.")
    assert (found["text"], found["reply"]) == ("Which\narticle?", "Article 4.")
    run("expert", "submit", made)
    run("expert", "export", made, "--xlsx", sent)
    run("desk", "import", sent)
    (answered,) = run("desk", "query", "--list", *ROUND)
    assert (answered["state"], answered["reply"], answered["answered_revision"]) == (
        "answered",
        "Article 4.",
        2,
    )


def test_a_query_is_withdrawn(run, take):
    take(document())
    asked = run("desk", "query", *WHOSE, *ROUND, "--indicator", "DRW-1.1", "--text", "Why?")
    assert run("desk", "query", *ROUND, "--withdraw", asked["query"])["withdrawn"]
    assert run("desk", "query", *ROUND, "--list") == []


def test_a_second_round_is_compared(run, take, tmp_path):
    take(document("E01", 0), document("E02", 3), document("E03", 3))
    assert run("desk", "moved", *ROUND) == []
    written = run("desk", "return", *ROUND, "--out", tmp_path / "out", "--spread")["written"]
    assert len(written) == 3
    take(document("E01", 2, revision=2))
    (move,) = run("desk", "moved", *ROUND)
    assert move["moves"] == [{"expert": "E01", "before": 0, "after": 2, "direction": "towards"}]
    assert (move["before"], move["after"]) == ([1, 0, 0, 2, 0, 0], [0, 0, 1, 2, 0, 0])
    assert move["waiting"] == ["E02", "E03"]


def test_a_conflict_is_settled_and_the_choice_taken_back(run, take, tmp_path):
    take(document(level=3), document(level=4))
    (found,) = run("desk", "resolve", *ROUND, "--list")
    assert (found["differing"], found["chosen"]) == (["DRW-1.1"], "")
    choice = sorted(found["contents"])[0]
    choose = ("--choose", choice[:12], "--reason", "The expert said so.")
    assert run("desk", "resolve", *WHOSE, *ROUND, "--revision", 1, *choose)["chosen"] == choice
    result = run("desk", "report", *ROUND, "--out", tmp_path / "out", "--draws", 100)
    assert sorted(file["outcome"] for file in result["files"]) == ["accepted", "set-aside"]
    revoke = ("--revoke", "--reason", "It was the other one.")
    assert run("desk", "resolve", *WHOSE, *ROUND, "--revision", 1, *revoke)["chosen"] == ""
    assert run("desk", "resolve", *ROUND, "--list")[0]["chosen"] == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("query", *WHOSE, *ROUND, "--indicator", "DRW-1.1", "--text", "Why?"), 1, "Nothing handed in"),
        (("query", *ROUND), 2, "--list"),
        (("return", "--round", "1999", "--out", "x"), 1, "There is no round"),
        (("resolve", *ROUND, "--choose", "0"), 2, "--country"),
        (("reply", "x", "--query", "y"), 2, "belong together"),
        (("take-return", "missing.wb6q"), 1, "missing.wb6q"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(fails, arguments, code, said):
    found, message = fails(*arguments)
    assert found == code
    assert said in message


def test_the_tables_for_people_are_plain(take, tmp_path, capsys):
    take(document("E01", 3), document("E01", 4))
    where = ("--workspace", str(tmp_path / "desk"), "--questionnaires", str(QUESTIONNAIRES))
    assert main(["resolve", "--round", "2026", "--list", *where]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].split() == [
        "country",
        "instrument",
        "expert",
        "revision",
        "content",
        "files",
    ]
    assert "E01-1-0.json" in shown
