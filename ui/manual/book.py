"""What the manual says, section by section."""

from PySide6.QtCore import QCoreApplication

from ui.manual import pictures
from ui.manual.desk_book import desk_sections
from ui.manual.section import Picture, Section


def _tr(text: str) -> str:
    return QCoreApplication.translate("Manual", text)


def book() -> tuple[Section, ...]:
    """All sections in reading order."""
    return (
        _first_steps(),
        _answering(),
        _evidence(),
        _saving(),
        _handing_in(),
        _languages(),
        _sharing(),
        _excel(),
        _paper(),
        _sending(),
        _queries(),
        _keys(),
        *desk_sections(),
    )


def _first_steps() -> Section:
    return Section(
        _tr("First steps"),
        (
            _tr(
                "An assessment is your answers to one questionnaire for one country and one round."
                " Choose New assessment, then the country, one or several questionnaires, the round"
                " and your code. The code stands in place of your name in every file; the program"
                " proposes one, or you enter the one your coordinator gave you."
            ),
            Picture(
                _tr("A card on Home: how far you are, the most urgent thing, the way on."),
                pictures.card,
                372,
            ),
            _tr(
                "Each assessment is a card on Home. The ring counts answered questions. Below it"
                " stands the one thing that is most urgent: a finding that stands against handing in,"
                " then what you flagged. Continue opens the question you left."
            ),
            _tr(
                "To look around without consequences, choose Look around with sample answers on the"
                " first page. Sample answers are invented, and every page and file says so."
            ),
        ),
    )


def _answering() -> Section:
    return Section(
        _tr("Answering"),
        (
            _tr(
                "Most questions have a ladder of six levels. Read from the top and choose the highest"
                " level whose whole description is true today. A click or the digit chooses; the same"
                " again does no harm, and Del takes the answer back."
            ),
            Picture(
                _tr("A ladder with level 3 chosen: bar, filled number, tint and check mark."),
                pictures.ladder,
            ),
            _tr(
                "When a level cannot be given, say why instead. Not applicable means the question"
                " cannot arise in this country and wants a reason. Don't know means you could not find"
                " out; it is an honest answer and lowers the coverage, not the score. On sensitive"
                " questions you may withhold the answer."
            ),
            Picture(
                _tr("Below the ladder: the special states at the left, confidence at the right."),
                pictures.states,
            ),
            _tr(
                "Sometimes a level counts as less than you chose, because another answer limits it."
                " Your level is kept; a line below the ladder names the answer that limits it."
                " Questions that do not arise after an earlier answer say so, and their answers come"
                " back when it changes."
            ),
            _tr(
                "Confidence, justification and facts belong to every answer. Write for a colleague"
                " who must find the same result: which text says it, since when, with what exceptions."
            ),
        ),
    )


def _evidence() -> Section:
    return Section(
        _tr("Evidence"),
        (
            _tr(
                "Evidence is what others can check. Add opens a form. You can also drop a file or a"
                " link on the page, or copy one and paste it; a citation copied as text works, too."
            ),
            Picture(
                _tr("Two items: grade, title, what is known, link and attached file."), pictures.evidence
            ),
            _tr(
                "The kind decides the grade: A for official documents such as laws and rulings, B for"
                " other documents such as reports, C for statements. The highest levels expect a"
                " document."
            ),
            _tr(
                "An attached file is copied into your workspace, at most 25 MB each, and travels in"
                " the package. The original stays where it is; changing it later changes nothing here."
                " A click on the file opens a copy that cannot be changed by mistake."
            ),
            _tr(
                "The same law often stands behind several answers. Use again lists the evidence of"
                " your other answers, searchable, and adds what you tick. Remove takes an item away;"
                " undo brings it back."
            ),
        ),
    )


def _saving() -> Section:
    return Section(
        _tr("Saving and undo"),
        (
            _tr(
                "There is no Save. Every choice is on the disk at once, every text when you pause for"
                " a moment, and the line at the bottom says when. After a crash or a power cut the"
                " program opens with what was on the screen."
            ),
            Picture(_tr("The line at the bottom of the questionnaire."), pictures.saved, 240),
            _tr(
                "If something cannot be stored, the line says so and stays until it is. Your words"
                " remain on the screen, and the program keeps trying; What to do explains the cause."
            ),
            _tr(
                "Undo goes back step by step through the whole questionnaire, also after a restart."
                " The Edit menu names what it would undo. History of this answer, in the Assessment"
                " menu, shows every change with its time; Restore this brings an earlier answer back"
                " as a new change."
            ),
            _tr(
                "The data are copied when you start, every hour while you work and when you close;"
                " the newest copy of each of the last days is kept. In the"
                " preferences you can make a backup in another place, best on another disk."
            ),
        ),
    )


def _handing_in() -> Section:
    return Section(
        _tr("Handing in"),
        (
            _tr(
                "Review and hand in lists what is missing or contradictory in three groups: what"
                " stands against handing in, what needs a comment, and what is worth a look. Each line"
                " leads to its question."
            ),
            Picture(_tr("A finding that stands against handing in."), pictures.finding, 320),
            _tr(
                "Handing in gives the revision its number, locks it and writes the files you ticked."
                " From then on it can be looked at but not changed. Reopen begins the next revision"
                " with the same answers; Revisions handed in shows every earlier one as it was."
            ),
            _tr(
                "Withdraw, in the Assessment menu, takes a handed-in revision back: the next package"
                " says that nothing of this assessment counts. Files already sent are not called back,"
                " so send that package, too."
            ),
        ),
    )


def _languages() -> Section:
    return Section(
        _tr("Two languages"),
        (
            _tr(
                "The program and the questions can speak different languages. Ctrl+L chooses the"
                " language of the questions; the preferences choose the language of menus and buttons."
                " Your answers stay as they are, also in the middle of a sentence."
            ),
            Picture(_tr("The keys for languages."), pictures.languages),
            _tr(
                "Ctrl+Shift+L sets a second language beside the first: title, question, levels and"
                " guide stand in both. A text that is not translated yet appears in English and says"
                " so. The numbers and the score never depend on the language."
            ),
        ),
    )


def _sharing() -> Section:
    return Section(
        _tr("Sharing with colleagues"),
        (
            _tr(
                "One questionnaire can be answered by several people. Share with colleagues, in the"
                " Assessment menu, says who answers which pillar and writes a file for each. The card"
                " on Home shows who has what, what came back and what stays with you."
            ),
            Picture(_tr("A part goes out to a colleague and comes back."), pictures.sharing),
            _tr(
                "A colleague opens the file, answers the pillars in it and writes the part back. Take"
                " parts back shows what joining would do: what is new, what two people answered"
                " differently, what nobody answered. Where two answers stand against each other you"
                " choose; nothing is replaced unnoticed, and one undo takes it all back."
            ),
            _tr(
                "Compare with another copy shows two copies of the same assessment answer by answer,"
                " with the changed words marked. What you choose becomes part of the revision in front"
                " of you, or of the next one when that is handed in."
            ),
        ),
    )


def _paper() -> Section:
    return Section(
        _tr("Files and paper"),
        (
            _tr(
                "Export, in the File menu, writes what you tick into one folder: the scored workbook,"
                " a summary of a few pages, the full record to keep and sign, the package for the"
                " coordinator, and the answers for other programs. What was said to sensitive questions"
                " is left out of the full record unless you ask for it."
            ),
            Picture(_tr("Files are ticked before they are written."), pictures.papers),
            _tr(
                "Print a blank questionnaire writes an empty form to think on: in large type for a"
                " meeting, in two languages, or as a workbook to fill in a spreadsheet program. Papers"
                " for a printer without colour use patterns and letters in place of colours."
            ),
            _tr(
                "In every file you appear under your code. If you gave your name in the preferences,"
                " you can have it printed on the PDF papers; the tick is off each time you start, and"
                " the name goes into no other file."
            ),
        ),
    )


def _queries() -> Section:
    return Section(
        _tr("Answering queries"),
        (
            _tr(
                "When the coordinator wants to know more, a file of queries comes back to you. Open it"
                " with Open file: the program says what it brings and, where the revision is handed"
                " in, begins the next one so that you can answer."
            ),
            Picture(
                _tr("A query in the list of those to answer; the line leads there."), pictures.query
            ),
            _tr(
                "Queries to answer, at the left of Home, lists what waits. Write your reply below the"
                " answer it is about, change the answer if you now see it differently, and hand in"
                " again: replies travel with the answers."
            ),
            _tr(
                "In a second round the file also shows how the country's experts answered, without"
                " names. Keep your level or change it; either way, say why."
            ),
        ),
    )


def _excel() -> Section:
    return Section(
        _tr("Working with Excel"),
        (
            _tr(
                "Export writes a scored workbook of an assessment at any time; a draft says that it"
                " is one. Print a blank questionnaire also writes an empty workbook to fill in a"
                " spreadsheet program, for a colleague without this program."
            ),
            Picture(
                _tr("A sheet of the workbook: answer in the cells with an edge, nothing else."),
                pictures.sheet,
            ),
            _tr(
                "Fill only the cells meant for answers; the lists in them offer what is possible."
                " Moved rows, renamed sheets and decimal commas do no harm. Then choose Open file: the"
                " program says what the file holds, and takes all answers or none. If cells cannot be"
                " read, it lists every one of them before anything changes."
            ),
        ),
    )


def _sending() -> Section:
    return Section(
        _tr("Sending"),
        (
            _tr(
                "The program sends nothing; you do, by mail or however your coordinator asks. Send"
                " the package: it holds the answers and the attached files, each with its checksum."
                " The workbook alone is enough when nothing is attached."
            ),
            Picture(_tr("Your computer, one file, the coordinator."), pictures.sending),
            _tr(
                "Recent files on Home lists what you wrote and where. If the coordinator sends a file"
                " back, open it with Open file."
            ),
        ),
    )


def _keys() -> Section:
    return Section(
        _tr("Keys"),
        (
            _tr(
                "Everything can be done without a mouse. Tab goes through a page as the eye does, F6"
                " from pane to pane. Single letters and digits work whenever no text field has the"
                " focus."
            ),
            Picture(_tr("The keys for answering; the whole list is under Keyboard."), pictures.keys),
        ),
    )
