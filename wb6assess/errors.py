"""What can go wrong in a way a person can act on: stable codes and facts, no wording.

The front ends own the sentences (`ui/messages`). Anything that is not an `AppError` is a defect.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """One code per situation a person can be in; each has its sentence in `ui/messages`."""

    # questionnaires
    INSTRUMENT_INVALID = "instrument-invalid"
    INSTRUMENT_UNKNOWN = "instrument-unknown"
    INSTRUMENT_VERSION_UNKNOWN = "instrument-version-unknown"
    INSTRUMENT_CHANGED = "instrument-changed"
    EDITORIAL_REFUSED = "editorial-refused"
    FRAMEWORK_MISSING = "framework-missing"
    COUNTRY_UNKNOWN = "country-unknown"
    ROUND_UNKNOWN = "round-unknown"
    LANGUAGE_UNKNOWN = "language-unknown"
    # answers
    EXPERT_CODE_INVALID = "expert-code-invalid"
    ANSWERS_INVALID = "answers-invalid"
    ANSWER_NOT_ALLOWED = "answer-not-allowed"
    ASSESSMENT_UNKNOWN = "assessment-unknown"
    ASSESSMENT_EXISTS = "assessment-exists"
    ASSESSMENT_LOCKED = "assessment-locked"
    ASSESSMENT_OTHER = "assessment-other"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_TO_REDO = "nothing-to-redo"
    SUBMIT_BLOCKED = "submit-blocked"
    NOT_HANDED_IN = "not-handed-in"
    PILLAR_UNKNOWN = "pillar-unknown"
    PART_NOT_HANDED_IN = "part-not-handed-in"
    JOIN_UNDECIDED = "join-undecided"
    # files coming in
    FILE_MISSING = "file-missing"
    FILE_UNREADABLE = "file-unreadable"
    FILE_CHANGING = "file-changing"
    FILE_TOO_LARGE = "file-too-large"
    FILE_FORMAT_UNKNOWN = "file-format-unknown"
    HOLDS_RESULTS = "holds-results"
    HOLDS_DECISIONS = "holds-decisions"
    HOLDS_QUERIES = "holds-queries"
    HOLDS_PART = "holds-part"
    NO_DECISIONS = "no-decisions"
    NO_QUERIES = "no-queries"
    NO_PART = "no-part"
    JSON_INVALID = "json-invalid"
    WORKBOOK_INVALID = "workbook-invalid"
    WORKBOOK_FOREIGN = "workbook-foreign"
    WORKBOOK_PROBLEMS = "workbook-problems"
    XLSFORM_INVALID = "xlsform-invalid"
    PACKAGE_INVALID = "package-invalid"
    PART_INVALID = "part-invalid"
    ATTACHMENT_TOO_LARGE = "attachment-too-large"
    ATTACHMENT_NOT_A_FILE = "attachment-not-a-file"
    ATTACHMENT_EMPTY = "attachment-empty"
    ATTACHMENT_MISSING = "attachment-missing"
    ATTACHMENT_NOT_OPENED = "attachment-not-opened"
    RETURN_INVALID = "return-invalid"
    RETURN_OTHER = "return-other"
    RETURN_REVISION_UNKNOWN = "return-revision-unknown"
    DECISIONS_INVALID = "decisions-invalid"
    DECISION_REFUSED = "decision-refused"
    INDICATOR_UNKNOWN = "indicator-unknown"
    IMPORT_UNKNOWN = "import-unknown"
    NO_IMPORT_LEFT = "no-import-left"
    QUERY_UNKNOWN = "query-unknown"
    QUERY_EMPTY = "query-empty"
    QUERY_SENT = "query-sent"
    NOTHING_RECEIVED = "nothing-received"
    CONFLICT_UNKNOWN = "conflict-unknown"
    CONFLICT_NOT_SETTLED = "conflict-not-settled"
    CONFLICT_CHOICE_UNKNOWN = "conflict-choice-unknown"
    RESOLUTION_REASON_MISSING = "resolution-reason-missing"
    NODE_UNKNOWN = "node-unknown"
    MEETING_UNKNOWN = "meeting-unknown"
    NOTHING_TO_MERGE = "nothing-to-merge"
    # the workspace
    DATABASE_DAMAGED = "database-damaged"
    DATABASE_DAMAGED_NO_BACKUP = "database-damaged-no-backup"
    DATABASE_MISSING = "database-missing"
    DATABASE_REPLACED = "database-replaced"
    DATABASE_OVERWRITTEN = "database-overwritten"
    BACKUP_DAMAGED = "backup-damaged"
    DATABASE_TOO_NEW = "database-too-new"
    DATABASE_FOREIGN = "database-foreign"
    DATABASE_LOCKED = "database-locked"
    DATABASE_ADDRESS_INVALID = "database-address-invalid"
    DATABASE_DRIVER_MISSING = "database-driver-missing"
    DATABASE_UNREACHABLE = "database-unreachable"
    DATABASE_REFUSED = "database-refused"
    WORKSPACE_IN_USE = "workspace-in-use"
    WORKSPACE_NOT_WRITABLE = "workspace-not-writable"
    BACKUP_TARGET_INSIDE = "backup-target-inside"
    BACKUP_OF_SERVER = "backup-of-server"
    MIGRATION_FAILED = "migration-failed"
    DISK_FULL = "disk-full"
    # files going out
    TARGET_NOT_WRITABLE = "target-not-writable"
    TARGET_IN_USE = "target-in-use"
    TARGET_IS_FOLDER = "target-is-folder"
    TARGET_EXISTS = "target-exists"
    TARGET_NAME_TOO_LONG = "target-name-too-long"
    PACKAGE_TOO_LARGE = "package-too-large"
    EXPORT_CHECK_FAILED = "export-check-failed"


class AppError(Exception):
    """A situation a person can act on.

    Attributes:
        code: Which situation.
        facts: Named values for the sentence (paths, ids, numbers); never answers' texts.
        problems: Single faults when there are several, already located ("line 12: …").
    """

    def __init__(self, code: ErrorCode, /, *, problems: tuple[str, ...] = (), **facts: object) -> None:
        super().__init__(code.value, facts)
        self.code = code
        self.facts = facts
        self.problems = problems

    def __reduce__(self) -> tuple[object, ...]:
        """Another process may have met it; keyword arguments do not travel by themselves."""
        return _met_elsewhere, (type(self), self.code, self.problems, self.facts)

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code.value}({facts})" if facts else self.code.value


def _met_elsewhere(
    kind: type[AppError], code: ErrorCode, problems: tuple[str, ...], facts: dict[str, object]
) -> AppError:
    return kind(code, problems=problems, **facts)


class InstrumentError(AppError):
    """A questionnaire or framework file cannot be used."""


class AnswerError(AppError):
    """An answer or an assessment cannot be taken as it is."""


class FileError(AppError):
    """A file from outside is damaged, foreign, too large or cannot be read."""


class StorageError(AppError):
    """The workspace's database or folder cannot be used."""


class ExportError(AppError):
    """A file could not be written; what stood there before is unchanged."""


class Cancelled(Exception):  # noqa: N818 - stopping a job is no error
    """The person stopped a long job; shown to nobody."""
