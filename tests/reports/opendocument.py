"""Checks of OpenDocument files: against the schemas of OASIS, as they are read, and as LibreOffice opens them."""

import functools
import gzip
import zipfile
from pathlib import Path

from lxml import etree

from excel import rows_of
from facts import folded, read_markdown, squeezed
from plain import NUMBER
from report import Checks, Opened, Report, marked_rows, sides, tool
from word import DRAW, SVG, TABLE, TEXT, shown

SCHEMAS = Path(__file__).parent / "odf-1.3"
MANIFEST = "META-INF/manifest.xml"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def text(report: Report, checks: Checks, opened: Opened) -> None:
    """A report, with what Markdown has."""
    root = content(checks)
    markdown = read_markdown(report.files["md"].read_text(encoding="utf-8"))
    headings = headings_of(root)
    checks.expect(headings == markdown.headings, f"other headings than Markdown: {headings}")
    tables = [[[folded(shown(cell)) for cell in row.iter(f"{TABLE}table-cell")] for row in table.iter(f"{TABLE}table-row")] for table in root.iter(f"{TABLE}table")]
    marked_rows(report, tables, checks)
    checks.expect(tables == markdown.tables, "other tables than Markdown")
    headless = [table for table in root.iter(f"{TABLE}table") if table.find(f"{TABLE}table-header-rows") is None]
    checks.none([shown(table)[:40] for table in headless], "tables whose first row doesn't repeat as their head")
    said = folded(shown(root))
    checks.none([part for part in report.facts.texts() if part not in said], "not said")
    listed = [folded(shown(paragraph)) for item in root.iter(f"{TEXT}list-item") for paragraph in item.findall(f"{TEXT}p")]
    items = [lines[0] for section in markdown.items.values() for lines in section]
    checks.none([item for item in items if folded(item) not in listed], "no items of a list")
    pictures(root, int(report.facts.has_radar()), checks)
    in_libreoffice(report, headings, checks, opened)


def sheet(report: Report, markdown: str, checks: Checks, opened: Opened) -> None:
    """A page to write on, on two sides of paper when the profile is an ordinary one."""
    headings = headings_of(content(checks))
    checks.expect(headings == read_markdown(markdown).headings, f"other headings than Markdown: {headings}")
    in_libreoffice(report, headings, checks, opened)
    most = sides(checks.file.name)
    if report.case.ordinary and most:
        information = tool("pdfinfo", printed(checks, opened))
        pages = next(int(line.split(":")[1]) for line in information.splitlines() if line.startswith("Pages"))
        checks.expect(pages <= most, f"{pages} pages in LibreOffice's PDF")


def spreadsheet(_: Report, checks: Checks, opened: Opened) -> None:
    """LibreOffice finds the same on every sheet as in the Excel file, and no formula."""
    root = content(checks)
    checks.none([cell.get(f"{TABLE}formula") for cell in root.iter(f"{TABLE}table-cell") if cell.get(f"{TABLE}formula")], "formulas")
    for table in root.iter(f"{TABLE}table"):
        name = f"{checks.file.stem}-{table.get(f'{TABLE}name')}.csv"
        ours, excels = opened.office / "sheets-ods" / name, opened.office / "sheets" / name
        if checks.expect(ours.exists() and excels.exists(), f"LibreOffice can't open {name}"):
            ours, excels = ([[plain(cell) for cell in row] for row in rows_of(path)] for path in (ours, excels))
            checks.expect(ours == excels, f"LibreOffice finds something else in {name} than in Excel's")


def plain(cell: str) -> str:
    """A cell as LibreOffice writes it: a number without the comma of its language, and a text without an escape of Excel's."""
    number = cell.replace(",", ".")
    # It doesn't know how an underscore is written that Excel would take for the start of a code.
    return number if NUMBER.fullmatch(number) else cell.replace("_x005F_", "_")


def content(checks: Checks) -> etree._Element:
    """What a file says; each of its parts is held against the schemas."""
    with zipfile.ZipFile(checks.file) as parts:
        first = parts.infolist()[0]
        sound = first.filename == "mimetype" and first.compress_type == zipfile.ZIP_STORED and not first.extra
        checks.expect(sound, "its kind isn't in front, or packed")
        names = [name for name in parts.namelist() if name.endswith(".xml")]
        roots = {name: etree.fromstring(parts.read(name)) for name in names}
        listed = [entry.get(next(key for key in entry.keys() if key.endswith("full-path"))) for entry in roots[MANIFEST]]
        checks.expect(sorted(listed) == sorted({"/", *parts.namelist()} - {"mimetype", MANIFEST}), f"the manifest lists {listed}")
    for name, root in roots.items():
        validator = schema("manifest-schema" if name == MANIFEST else "schema")
        valid = validator.validate(root)
        checks.expect(valid, f"{name} isn't valid: {validator.error_log.last_error}")
    empty = [part for part in roots["content.xml"].iter(f"{TEXT}p", f"{TEXT}h") if not len(part) and not part.text]
    checks.none(["" for part in empty if not part.getparent().tag.startswith(TABLE)], "empty paragraphs")
    return roots["content.xml"]


@functools.cache
def schema(name: str) -> etree.RelaxNG:
    packed = SCHEMAS / f"OpenDocument-v1.3-{name}.rng.gz"
    return etree.RelaxNG(etree.fromstring(gzip.decompress(packed.read_bytes())))


def headings_of(root: etree._Element) -> list[tuple[int, str]]:
    """The title, which stands above them, and the headings."""
    title = root.find(f"{OFFICE}body/{OFFICE}text/{TEXT}p")
    below = [(1 + int(node.get(f"{TEXT}outline-level")), folded(shown(node))) for node in root.iter(f"{TEXT}h")]
    return [(1, folded(shown(title))), *below]


def pictures(root: etree._Element, wanted: int, checks: Checks) -> None:
    frames = list(root.iter(f"{DRAW}frame"))
    checks.expect(len(frames) == wanted, f"{len(frames)} pictures, not {wanted}")
    checks.expect(all(frame.findtext(f"{SVG}title") and frame.findtext(f"{SVG}desc") for frame in frames), "a picture without alternative text")


def printed(checks: Checks, opened: Opened) -> Path:
    return opened.office / "pdf-odt" / f"{checks.file.stem}.pdf"


def in_libreoffice(report: Report, headings: list[tuple[int, str]], checks: Checks, opened: Opened) -> None:
    pdf = printed(checks, opened)
    if checks.expect(pdf.exists(), "LibreOffice can't open it") and not report.case.hostile:
        there = squeezed(tool("pdftotext", pdf, "-"))
        checks.none([line for _, line in headings if squeezed(line) not in there], "headings not in LibreOffice's PDF")
