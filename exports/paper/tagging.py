"""The structure of a paper for whoever has it read aloud: headings, paragraphs, tables, figures.

ReportLab writes no structure of its own. Here each thing drawn is enclosed in marked content and
entered into a tree in the order of drawing; what is no content (rules, head, foot) is an artifact. A
canvas without a `structure` is drawn on as usual. Source: ISO 32000-1, 14.6 to 14.8.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

Canvas = Any
"""ReportLab's canvases carry no types."""


@dataclass(eq=False, slots=True)
class Element:
    """One node of the structure; `content` holds (page, number in the page) of its marks."""

    kind: str
    alternative: str = ""
    placed: bool = False
    children: list["Element"] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)


class Structure:
    """The tree of one paper while it is drawn."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self._open = [self.root]
        self._silent = 0
        self._pages: dict[int, list[Element]] = {}

    @contextmanager
    def marked(self, canvas: Canvas, element: Element) -> Iterator[None]:
        """Everything drawn inside is the element's content; inside an artifact it is nothing."""
        if self._silent:
            yield
            return
        self._place(element)
        page = canvas.getPageNumber()
        marks = self._pages.setdefault(page, [])
        element.content.append((page, len(marks)))
        _begin(canvas, f"/{element.kind} <</MCID {len(marks)}>> BDC")
        marks.append(element)
        yield
        _end(canvas)

    @contextmanager
    def artifact(self, canvas: Canvas) -> Iterator[None]:
        """Everything drawn inside is decoration."""
        if not self._silent:
            _begin(canvas, "/Artifact BMC")
        self._silent += 1
        yield
        self._silent -= 1
        if not self._silent:
            _end(canvas)

    def enter(self, element: Element) -> None:
        """What is drawn from now on lies under the element, until it is left."""
        if not self._silent:
            self._place(element)
            self._open.append(element)

    def leave(self) -> None:
        """Back to the element around."""
        if not self._silent:
            self._open.pop()

    def _place(self, element: Element) -> None:
        if not element.placed:
            element.placed = True
            self._open[-1].children.append(element)

    def write(self, document: Any, pages: dict[int, Any]) -> Any:
        """The tree as objects of the PDF; returns its root.

        Args:
            document: ReportLab's document.
            pages: Page number -> reference of the page object.
        """
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        own = document.Reference(root)
        references: dict[int, Any] = {}
        root["K"] = PDFArray([_written(self.root, own, document, pages, references)])
        numbers: list[Any] = []
        for page in sorted(self._pages):
            numbers += [page, PDFArray([references[id(item)] for item in self._pages[page]])]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = max(self._pages, default=0) + 1
        return root


@contextmanager
def marked(canvas: Canvas, kind: str | Element, alternative: str = "") -> Iterator[None]:
    """Draw the content of an element: a kind such as "P" or "Figure", or one that continues."""
    structure = getattr(canvas, "structure", None)
    if structure is None:
        yield
        return
    element = kind if isinstance(kind, Element) else Element(kind, alternative)
    with structure.marked(canvas, element):
        yield


@contextmanager
def artifact(canvas: Canvas) -> Iterator[None]:
    """Draw what carries no content: rules, boxes, head and foot."""
    structure = getattr(canvas, "structure", None)
    if structure is None:
        yield
        return
    with structure.artifact(canvas):
        yield


class LayoutTags:
    """Follows a table that only places things: its rules and tints are decoration."""

    def __init__(self) -> None:
        self._aside: Any = None

    def __call__(self, table: Any, event: str, *_where: Any) -> None:
        """ReportLab calls this at each part of the table."""
        if event in {"startBG", "startLines"}:
            self.enter_artifact(table.canv)
        elif event in {"endBG", "endLines"}:
            self.leave_artifact()

    @property
    def inside_artifact(self) -> bool:
        """Whether decoration is being drawn."""
        return self._aside is not None

    def enter_artifact(self, canvas: Canvas) -> None:
        """What follows is decoration."""
        self._aside = artifact(canvas)
        self._aside.__enter__()

    def leave_artifact(self) -> None:
        """What follows is content again."""
        self._aside.__exit__(None, None, None)
        self._aside = None


class TableTags(LayoutTags):
    """Follows a table while ReportLab draws it; a table over several pages stays one element.

    Heads repeated on later pages are decoration.
    """

    def __init__(self, heads: int) -> None:
        super().__init__()
        self._heads = heads
        self._table = Element("Table")
        self._begun = False

    def __call__(self, table: Any, event: str, *where: Any) -> None:
        """ReportLab calls this at each part of the table."""
        super().__call__(table, event, *where)
        structure = getattr(table.canv, "structure", None)
        if structure is None:
            return
        match event:
            case "startTable":
                structure.enter(self._table)
            case "endTable":
                structure.leave()
                self._begun = True
            case "startRow" if self._begun and where[0] < self._heads:
                self.enter_artifact(table.canv)
            case "startRow":
                structure.enter(Element("TR"))
            case "endRow" if self.inside_artifact:
                self.leave_artifact()
            case "endRow":
                structure.leave()
            case "startCell":
                structure.enter(Element("TH" if where[0] < self._heads else "TD"))
            case "endCell":
                structure.leave()


def _written(
    element: Element, parent: Any, document: Any, pages: dict[int, Any], references: dict[int, Any]
) -> Any:
    entry = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(element.kind), "P": parent})
    own = references[id(element)] = document.Reference(entry)
    kids: list[Any] = [
        PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[page], "MCID": number})
        for page, number in element.content
    ]
    if len(element.content) == 1:
        page, number = element.content[0]
        entry["Pg"] = pages[page]
        kids = [number]
    kids += [_written(child, own, document, pages, references) for child in element.children]
    entry["K"] = kids[0] if len(kids) == 1 else PDFArray(kids)
    if element.kind == "TH":
        entry["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
    if element.alternative:
        entry["Alt"] = PDFString(element.alternative)
    return own


def _begin(canvas: Canvas, operator: str) -> None:
    canvas._code.append(operator)  # noqa: SLF001 - the library has no marked content of its own


def _end(canvas: Canvas) -> None:
    canvas._code.append("EMC")  # noqa: SLF001
