"""What the list of assessments says of those divided among colleagues."""

from wb6assess.instruments.library import Library
from wb6assess.model.assessment import Answer
from wb6assess.session.parts import apply, join_parts, read_part, write_back, write_part
from wb6assess.session.workspace import Workspace
from wb6assess.store.records import Divided


def test_nothing_is_divided_at_first(workspace, assessment):
    assert workspace.divided() == Divided({}, {})


def test_who_answers_what_stands_with_its_assessment(workspace, assessment):
    pillar = assessment.instrument.pillars[0].id
    assessment.assign({pillar: "Colleague"})
    assert workspace.divided().given == {assessment.id: {pillar: "Colleague"}}


def test_pillars_of_nobody_else_stay_with_the_expert(workspace, assessment):
    first, *others = [pillar.id for pillar in assessment.instrument.pillars]
    assessment.assign({first: "Colleague"})
    assert workspace.divided().own == {assessment.id: tuple(others)}
    assessment.assign({first: ""})
    assert workspace.divided() == Divided({}, {})


def test_what_was_joined_came_back_until_it_is_given_to_another(
    workspace, assessment, tmp_path, questionnaires
):
    pillar = assessment.instrument.pillars[0]
    assessment.assign({pillar.id: "Colleague"})
    written = write_part(tmp_path / "part.wb6part.json", assessment, [pillar.id], "Colleague")
    library = Library(questionnaires)
    with Workspace.open(tmp_path / "elsewhere", library) as other:
        part = other.open_assessment(other.new_from_part(written))
        part.record(pillar.indicators[0].id, Answer(1))
        returned = write_back(tmp_path / "back.wb6part.json", part)
    assert workspace.divided().back == {}
    apply(assessment, join_parts(assessment, [returned]))
    assert workspace.divided().back == {assessment.id: frozenset({pillar.id})}
    assessment.assign({pillar.id: "Colleague"})
    assert workspace.divided().back == {assessment.id: frozenset({pillar.id})}
    assert join_parts(assessment, []).waiting == {}
    assessment.assign({pillar.id: "Another"})
    assert workspace.divided().back == {}


def test_what_is_given_out_again_is_waited_for_again(workspace, assessment):
    pillar = assessment.instrument.pillars[0].id
    assessment.assign({pillar: "Colleague"})
    assessment.note_back("Colleague", [pillar])
    assert assessment.came_back() == {pillar}
    assert not join_parts(assessment, []).waiting
    assessment.note_out("Colleague", [pillar])
    assert assessment.came_back() == frozenset()
    assert join_parts(assessment, []).waiting == {pillar: "Colleague"}


def test_a_part_is_known_by_who_answers_it(workspace, assessment, tmp_path, questionnaires):
    pillar = assessment.instrument.pillars[0].id
    path = tmp_path / "part.wb6part.json"
    write_part(path, assessment, [pillar], "Colleague")
    library = Library(questionnaires)
    with Workspace.open(tmp_path / "elsewhere", library) as other:
        made = other.new_from_part(read_part(path.read_bytes(), library.instrument, path.name))
        assert other.divided().parts == {made: ("Colleague", (pillar,))}
