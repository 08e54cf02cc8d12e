"""Checks of Word files: as their own library reads them, and as LibreOffice opens them."""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
from typing import Any

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph
from PIL import Image

from facts import folded, read_markdown, squeezed
from report import Checks, Opened, Report, marked_rows, sides, tool

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Of OpenDocument, into which LibreOffice turns what it understood of a file.
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"


def word(report: Report, checks: Checks, opened: Opened) -> None:
    document = docx.Document(str(checks.file))
    facts = report.facts
    markdown = read_markdown(report.files["md"].read_text(encoding="utf-8"))
    headings = [(level, folded(part.text)) for part in document.paragraphs if (level := heading_level(part))]
    checks.expect(headings == markdown.headings, f"other headings than Markdown: {headings}")
    tables = [[[folded(cell.text) for cell in row.cells] for row in table.rows] for table in document.tables]
    marked_rows(report, tables, checks)
    checks.expect(tables == markdown.tables, "other tables than Markdown")
    headless = [rows[0][0] for rows, table in zip(tables, document.tables, strict=True) if not has_head(table._tbl)]
    checks.none(headless, "tables whose first row doesn't repeat as their head")
    cells = [cell for rows in tables for row in rows for cell in row]
    text = folded(" ".join([*(part.text for part in document.paragraphs), *cells]))
    checks.none([part for part in facts.texts() if part not in text], "not said")
    listed = [folded(part.text) for part in document.paragraphs if is_listed(part)]
    items = [lines[0] for section in markdown.items.values() for lines in section]
    checks.none([item for item in items if not any(folded(item) == one for one in listed)], "no items of a list")
    pictures(document, facts.has_radar(), checks)
    checks.expect(facts.team in (document.core_properties.title or ""), "its title isn't the report's")
    in_libreoffice(report, headings, cells, checks, opened)
    pictured(report, checks, opened)


def sheet(report: Report, markdown: str, checks: Checks, opened: Opened) -> None:
    """A page to write on, on two sides of paper when the profile is an ordinary one."""
    document = docx.Document(str(checks.file))
    headings = [(level, folded(part.text)) for part in document.paragraphs if (level := heading_level(part))]
    checks.expect(headings == read_markdown(markdown).headings, f"other headings than Markdown: {headings}")
    cells = [folded(cell.text) for table in document.tables for row in table.rows for cell in row.cells]
    lines = [part for part in document.paragraphs if "\t" in part.text]
    checks.expect(bool(cells or lines), "nothing to write on")
    in_libreoffice(report, headings, cells, checks, opened)
    most = sides(checks.file.name)
    if report.case.ordinary and most:
        information = tool("pdfinfo", opened.office / "pdf" / f"{checks.file.stem}.pdf")
        pages = next(int(line.split(":")[1]) for line in information.splitlines() if line.startswith("Pages"))
        checks.expect(pages <= most, f"{pages} pages in LibreOffice's PDF")


def trend(report: Report, data: dict[str, Any], checks: Checks, opened: Opened) -> None:
    """A team over several meetings, with a picture for each element and one for all together."""
    document = docx.Document(str(checks.file))
    described = [node.get("descr") or "" for node in document.element.body.iter() if node.tag.endswith("}docPr")]
    elements = [element for meeting in data["meetings"] for element in meeting["elements"]]
    scored = any(element["score"] is not None for element in elements)
    wanted = len(data["meetings"][0]["elements"]) + 1 if scored else 0
    checks.expect(len(described) == wanted and all(described), f"{len(described)} pictures, not {wanted}")
    headings = [(level, folded(part.text)) for part in document.paragraphs if (level := heading_level(part))]
    in_libreoffice(report, headings, [], checks, opened)


def heading_level(part: Paragraph) -> int:
    """Only Word's own styles count as headings: its outline and screen readers know those. Its title is above them."""
    name = part.style.name if part.style is not None else None
    if name == "Title":
        return 1
    return 1 + int(name[-1]) if name and re.fullmatch(r"Heading [1-9]", name) else 0


def has_head(table: ET.Element) -> bool:
    return table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def is_listed(part: Paragraph) -> bool:
    """Whether a paragraph is an item of a list, by itself or by its style."""
    style = part.style
    while style is not None:
        if style.element.find(f"{W}pPr/{W}numPr") is not None:
            return True
        style = style.base_style
    return part._p.find(f"{W}pPr/{W}numPr") is not None


def pictures(document: Document, wanted: bool, checks: Checks) -> None:
    described = [node.get("descr") or "" for node in document.element.body.iter() if node.tag.endswith("}docPr")]
    checks.expect(bool(described) == wanted, f"{len(described)} pictures")
    checks.expect(all(described), "a picture without alternative text")
    for part in document.part.package.iter_parts():
        if part.content_type.startswith("image/"):
            with Image.open(io.BytesIO(part.blob)) as picture:
                picture.load()
                checks.expect(min(picture.size) >= 300, f"a picture of {picture.size}")


def in_libreoffice(
    report: Report, headings: list[tuple[int, str]], cells: list[str], checks: Checks, opened: Opened
) -> None:
    odt, pdf = (opened.office / kind / f"{checks.file.stem}.{kind}" for kind in ("odt", "pdf"))
    if not checks.expect(odt.exists() and pdf.exists(), "LibreOffice can't open it"):
        return
    with zipfile.ZipFile(odt) as parts:
        root = ET.fromstring(parts.read("content.xml"))
    seen = [(int(node.get(f"{TEXT}outline-level", "0")), shown(node)) for node in root.iter(f"{TEXT}h")]
    below_title = [(level - 1, line) for level, line in headings if level > 1]
    checks.expect(seen == below_title, f"LibreOffice has other headings: {seen}")
    there = {shown(node) for node in root.iter(f"{TABLE}table-cell")}
    checks.none([cell for cell in cells if cell not in there], "cells that LibreOffice lost")
    if not report.case.hostile:
        text = squeezed(tool("pdftotext", pdf, "-"))
        checks.none([line for _, line in headings if squeezed(line) not in text], "headings not in LibreOffice's PDF")


def pictured(report: Report, checks: Checks, opened: Opened) -> None:
    odt, pdf = (opened.office / kind / f"{checks.file.stem}.{kind}" for kind in ("odt", "pdf"))
    if not (report.facts.has_radar() and odt.exists() and pdf.exists()):
        return
    with zipfile.ZipFile(odt) as parts:
        root = ET.fromstring(parts.read("content.xml"))
    frames = [node for node in root.iter(f"{DRAW}frame") if node.find(f"{DRAW}image") is not None]
    described = [frame for frame in frames if frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title")]
    checks.expect(bool(described), "LibreOffice has no picture with a description")
    checks.expect(len(tool("pdfimages", "-list", pdf).splitlines()) > 2, "no picture in LibreOffice's PDF")


def shown(node: ET.Element) -> str:
    """An OpenDocument text; breaks and runs of blanks are elements there."""
    blanks = {TEXT + name for name in ("s", "tab", "line-break", "p")}
    pieces = []
    for part in node.iter():
        pieces += [" " if part.tag in blanks else "", part.text or "", (part.tail or "") if part is not node else ""]
    return folded("".join(pieces))
