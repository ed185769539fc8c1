"""What the manual says to coordinators."""

from PySide6.QtCore import QCoreApplication

from ui.manual import desk_pictures
from ui.manual.section import Picture, Section


def _tr(text: str) -> str:
    return QCoreApplication.translate("Manual", text)


def desk_sections() -> tuple[Section, ...]:
    """The pages about the coordinator's desk, in the order of the work."""
    return _files(), _scores(), _second_round(), _meeting(), _report()


def _files() -> Section:
    return Section(
        _tr("Coordinators: files"),
        (
            _tr(
                "The coordinator's desk stands below the assessments; View shows or hides it. In the"
                " inbox, drop the files of the experts or a whole folder: workbooks, packages and"
                " answers files. The program first says what it would do with each; nothing changes"
                " before you choose Take in."
            ),
            Picture(_tr("What becomes of a file."), desk_pictures.outcomes),
            _tr(
                "The order of the files does not matter, nor how often they come. Every accepted file"
                " is kept as it was, so you can look at it later or save a copy. Imports takes an"
                " import back: what only it brought is hidden, nothing is deleted."
            ),
            _tr(
                "When the same revision exists with different content, choose Compare and settle. The"
                " answers that differ stand side by side; say which file counts and why, or ask the"
                " expert for a new revision, which settles it, too. Files nobody could read stay in"
                " the list until a corrected one came or you leave them refused."
            ),
        ),
    )


def _scores() -> Section:
    return Section(
        _tr("Coordinators: scores"),
        (
            _tr(
                "The matrix shows a score for every country and pillar. A cell opens its indicators"
                " with every expert's level, the median and how far they agree; an indicator opens"
                " reasons and evidence side by side. The same table shows coverage, agreement and the"
                " change since the round before."
            ),
            Picture(_tr("The bands, each with its letter."), desk_pictures.bands),
            _tr(
                "Disagreement lists the indicators where agreement would matter most, by weight times"
                " range, says how reliable the ratings are, and shows experts whose pattern stands"
                " apart. Robustness shows how far each score could move, which indicators would move"
                " it most, what to fix first, and how every number came about."
            ),
            _tr(
                "Every table is copied with Copy table and written as PDF or CSV with Export view. The"
                " desk shows single experts; what leaves it for everybody is the report."
            ),
        ),
    )


def _second_round() -> Section:
    return Section(
        _tr("Coordinators: queries"),
        (
            _tr(
                "Choose Query an expert beside an answer and write what you want to know. Queries,"
                " second round keeps all of them and writes one file for each expert; you send it,"
                " the program sends nothing."
            ),
            Picture(
                _tr("A file goes out, the reply comes back with the next revision."),
                desk_pictures.second_round,
            ),
            _tr(
                "For a second round, tick that the files show how all experts of the country answered."
                " Everybody then sees the levels as dots without names beside the own level, where at"
                " least three experts chose one; sensitive questions are left out."
            ),
            _tr(
                "The replies come with the next revision of each expert: take the files in as usual."
                " What moved shows who changed a level, and who has not answered yet."
            ),
        ),
    )


def _meeting() -> Section:
    return Section(
        _tr("Coordinators: meeting"),
        (
            _tr(
                "Validation meeting proposes an agenda, most important first. Tick what is to be"
                " discussed, enter the day and who is present, and write the meeting pack: a handout"
                " in large type and an agenda with columns for decision and signature."
            ),
            _tr(
                "Start on screen shows one indicator at a time for a projector: the levels as dots"
                " without names, what was said without names, and how far apart the experts are."
                " Choose the screen first; the desk stays on yours."
            ),
            Picture(_tr("The keys of the meeting."), desk_pictures.meeting_keys),
            _tr(
                "A decision needs a reason of at least twenty characters; a value outside the experts'"
                " range also needs a new fact and a reference. Decisions are kept with their time,"
                " and taking one back adds a record; the experts' own values stay readable. Minutes and"
                " comment matrix are written from what was decided."
            ),
        ),
    )


def _report() -> Section:
    return Section(
        _tr("Coordinators: report"),
        (
            _tr(
                "Regional report lists what stands between the result and the word final; each line"
                " leads to where it is settled. Until then every page says draft."
            ),
            Picture(_tr("The way to the report."), desk_pictures.report),
            _tr(
                "Choose countries, questionnaires, language and how many experts a public figure needs,"
                " tick the files, and write them. The files for everybody name no expert and show no"
                " figure of too few experts; the files for the coordinator hold everything and are not"
                " to be passed on."
            ),
            _tr(
                "The same files always give the same numbers, in the window and on the command line:"
                " wb6assess merge does the whole way in one step, without a workspace. Cancel leaves"
                " no half file."
            ),
        ),
    )
