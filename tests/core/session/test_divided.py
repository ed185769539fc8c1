"""What the list of assessments says of those divided among colleagues."""

from wb6assess.instruments.library import Library
from wb6assess.session.parts import read_part, write_part
from wb6assess.session.workspace import Workspace
from wb6assess.store.records import Divided


def test_nothing_is_divided_at_first(workspace, assessment):
    assert workspace.divided() == Divided({}, {})


def test_who_answers_what_stands_with_its_assessment(workspace, assessment):
    pillar = assessment.instrument.pillars[0].id
    assessment.assign({pillar: "Colleague"})
    assert workspace.divided().given == {assessment.id: {pillar: "Colleague"}}


def test_a_part_is_known_by_who_answers_it(workspace, assessment, tmp_path, questionnaires):
    pillar = assessment.instrument.pillars[0].id
    path = tmp_path / "part.wb6part.json"
    write_part(path, assessment, [pillar], "Colleague")
    library = Library(questionnaires)
    with Workspace.open(tmp_path / "elsewhere", library) as other:
        made = other.new_from_part(read_part(path.read_bytes(), library.instrument, path.name))
        assert other.divided().parts == {made: ("Colleague", (pillar,))}
