"""One Word file, whole or not at all: made, saved aside, read back, put under its name."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from exports.word import package
from exports.word.blocks import Pages, plain
from exports.word.furniture import Furniture, furnish
from exports.word.sheet import new_document
from wb6assess.files import replacing
from wb6assess.progress import Progress


def write_word(
    target: Path,
    furniture: Furniture,
    title: str,
    created: datetime,
    story: Callable[[Pages], None],
    expected: Iterable[str],
    progress: Progress,
) -> None:
    """Make, save and check one file.

    Args:
        target: Where it goes.
        furniture: Head and foot of every page; its foot is the file's subject, too.
        title: Of the file, in its properties.
        created: When the content was last changed; the file's own date.
        story: Writes the pages.
        expected: Texts that must be found when the file is read back.
        progress: Told of every picture and table.

    Raises:
        ExportError: the target cannot be written, or the file does not hold what it should.
        Cancelled: by `progress`; nothing was changed.
    """
    pages = Pages(new_document(), progress)
    furnish(pages.document, furniture)
    story(pages)
    package.describe(pages.document, title, furniture.foot, created)
    with replacing(target) as scratch:
        package.save(pages.document, scratch)
        wanted = [plain(text) for text in (*expected, furniture.fingerprint)]
        package.check(scratch, target, wanted, pages.pictures)
