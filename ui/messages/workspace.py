"""The workspace: database, backups, disk."""

from collections.abc import Mapping

from ui.messages.marking import QT_TRANSLATE_NOOP
from wb6assess.errors import ErrorCode

_M = "messages"

SENTENCES: Mapping[ErrorCode, str] = {
    ErrorCode.DATABASE_DAMAGED: QT_TRANSLATE_NOOP(
        _M,
        "The database was damaged and has been set aside as {path}; nothing was deleted. "
        "The newest backup is {backup}; copy it back as wb6assess.sqlite3 and start again.",
    ),
    ErrorCode.DATABASE_DAMAGED_NO_BACKUP: QT_TRANSLATE_NOOP(
        _M,
        "The database was damaged and has been set aside as {path}; nothing was deleted. "
        "There is no backup yet. Keep that file for a repair; the next start begins an empty one.",
    ),
    ErrorCode.DATABASE_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "The database {path} is missing, although there are backups of it. Nothing was changed. "
        "The newest backup is {backup}; copy it back under that name and start again.",
    ),
    ErrorCode.DATABASE_REPLACED: QT_TRANSLATE_NOOP(
        _M,
        "Another program, such as one that synchronises folders, exchanged the database {path} while "
        "it was open. Your data as you see them are in their place again; the other file is kept as "
        "{aside}. Keep this folder out of the synchronisation or work on one computer at a time, then "
        "save again.",
    ),
    ErrorCode.DATABASE_OVERWRITTEN: QT_TRANSLATE_NOOP(
        _M,
        "Another program wrote into the database {path} while it was open, and it may no longer be "
        "whole, so nothing more is stored in it. The copies in the folder “backups” beside it are "
        "unchanged. Copy what you see on screen somewhere else before you close the program and start "
        "it again.",
    ),
    ErrorCode.BACKUP_DAMAGED: QT_TRANSLATE_NOOP(
        _M,
        "The backup {path} is damaged and was not brought back. Nothing was changed. "
        "Choose an older one from the same folder.",
    ),
    ErrorCode.DATABASE_TOO_NEW: QT_TRANSLATE_NOOP(
        _M,
        "The data in {path} were written by a newer version of this program. Nothing was changed. "
        "Install the newer version to open them.",
    ),
    ErrorCode.DATABASE_FOREIGN: QT_TRANSLATE_NOOP(
        _M,
        "{path} is not a database of this program. Nothing was changed. "
        "Choose another workspace folder.",
    ),
    ErrorCode.DATABASE_LOCKED: QT_TRANSLATE_NOOP(
        _M,
        "The database is held by another program, so nothing can be stored just now. "
        "What is stored already is unchanged. Close the other program, then try again.",
    ),
    ErrorCode.DATABASE_ADDRESS_INVALID: QT_TRANSLATE_NOOP(
        _M,
        "WB6ASSESS_DATABASE_URL is not the address of a PostgreSQL database. Nothing was changed. "
        "Write it like postgresql://name:password@server/database, or remove it to work alone.",
    ),
    ErrorCode.DATABASE_DRIVER_MISSING: QT_TRANSLATE_NOOP(
        _M,
        "What is needed for a database server is not installed. Nothing was changed. "
        "Install it with: pip install “wb6assess[team]”.",
    ),
    ErrorCode.DATABASE_UNREACHABLE: QT_TRANSLATE_NOOP(
        _M,
        "The team's database cannot be reached, so the last change is not stored. What is stored there "
        "is unchanged. Check the network and WB6ASSESS_DATABASE_URL, then try again.",
    ),
    ErrorCode.DATABASE_REFUSED: QT_TRANSLATE_NOOP(
        _M,
        "The team's database does not let you in, or not write, with the name in "
        "WB6ASSESS_DATABASE_URL. Nothing was changed. Ask whoever looks after the server.",
    ),
    ErrorCode.WORKSPACE_IN_USE: QT_TRANSLATE_NOOP(
        _M,
        "This workspace is already open in another window (process {pid} on {host}, since {since}). "
        "Nothing was changed. Go on there, or close it first.",
    ),
    ErrorCode.WORKSPACE_NOT_WRITABLE: QT_TRANSLATE_NOOP(
        _M,
        "Nothing can be written in {path}. What is stored there is unchanged. "
        "Allow writing to this folder, or choose another with --workspace.",
    ),
    ErrorCode.BACKUP_TARGET_INSIDE: QT_TRANSLATE_NOOP(
        _M,
        "{path} lies in the data folder itself, so it would be lost together with it. "
        "Nothing was written. Choose another folder, best on another disk.",
    ),
    ErrorCode.BACKUP_OF_SERVER: QT_TRANSLATE_NOOP(
        _M,
        "The data lie on a database server, which is copied with the server's own tools. "
        "Nothing was changed here. Ask whoever looks after the server.",
    ),
    ErrorCode.MIGRATION_FAILED: QT_TRANSLATE_NOOP(
        _M,
        "The data could not be brought to this version; they are unchanged. "
        "A copy is in {backup}. Keep using the earlier version and report this.",
    ),
    ErrorCode.DISK_FULL: QT_TRANSLATE_NOOP(
        _M,
        "The disk is full, so {path} was not written. What stood there before is unchanged. "
        "Free some space and try again.",
    ),
}
