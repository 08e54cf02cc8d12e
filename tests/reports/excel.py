"""Checks of Excel files, and of CSV for Excel: as a library reads them, and as LibreOffice opens them."""

import csv
import io
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl import Workbook
from openpyxl.utils import range_boundaries

from facts import WEAKEST, folded
from plain import NUMBER
from report import Checks, Opened, Report

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# What a spreadsheet may be set to: comma, semicolon, tab.
SEPARATORS = (44, 59, 9)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def excel(report: Report, checks: Checks, opened: Opened) -> None:
    book = openpyxl.load_workbook(checks.file)
    with zipfile.ZipFile(checks.file) as parts:
        written = {name: parts.read(name) for name in parts.namelist()}
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell.coordinate for cell in cells if cell.data_type == "f"]
    sheets = [content for name, content in written.items() if name.startswith("xl/worksheets/sheet")]
    formulas += [node.text or "" for sheet in sheets for node in ET.fromstring(sheet).iter(f"{SHEET}f")]
    checks.none(formulas, "formulas")
    checks.none([name for name in written if re.search(r"vba|externalLink|connections", name)], "active parts")
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    if not report.case.hostile:
        # A head may well be a point of the scale.
        below = [cell.value for cell in cells if cell.row > 1 and isinstance(cell.value, str)]
        checks.none([value for value in below if NUMBER.fullmatch(value)], "numbers that are texts")
    for sheet in book:
        head = [cell.value for cell in next(sheet.iter_rows())]
        sound = all(value and isinstance(value, str) for value in head)
        checks.expect(sound, f"the sheet {sheet.title} begins with {head}")
    said_in_cells(report, book, texts, checks)
    charts(report, book, written, checks)
    in_libreoffice(book, checks, opened)


def said_in_cells(report: Report, book: Workbook, texts: list[str], checks: Checks) -> None:
    """The same facts as elsewhere, with numbers that are numbers."""
    facts = report.facts
    text = folded(" ".join(texts))
    checks.none([part for part in facts.texts() if part not in text and part not in facts.days], "not said")
    rows = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    days = {f"{cell:%Y-%m-%d}" for row in rows for cell in row if isinstance(cell, datetime)}
    checks.none([day for day in facts.days.values() if day not in days], "days that are no days")
    for element in facts.elements:
        own = [row for row in rows if element.title in row and (element.number is None or has(row, element.number))]
        checks.expect(bool(own), f"no row with {element.title} and {element.number}")
        if element.weakest:
            mark = WEAKEST[report.case.lang]
            checks.expect(any(mark in str(cell) for row in own for cell in row), f"no mark for {element.title}")
    scores = [question["score"] for element in facts.data["elements"] for question in element["questions"]]
    for text, score in zip(facts.questions, scores, strict=True):
        own = [row for row in rows if text in row]
        checks.expect(any(score is None or has(row, score) for row in own), f"no row with {text} and {score}")


def has(row: list[Any], wanted: float) -> bool:
    return any(isinstance(cell, int | float) and abs(cell - wanted) < 1e-4 for cell in row)


def charts(report: Report, book: Workbook, written: dict[str, bytes], checks: Checks) -> None:
    """A radar of the elements, or bars where there is none; drawn from cells that are there."""
    named = {name: ET.fromstring(content) for name, content in written.items() if name.endswith(".xml")}
    found = [root for name, root in named.items() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
    radars = [chart for chart in found if chart.find(f".//{CHART}radarChart") is not None]
    checks.expect(bool(radars) == report.facts.has_radar(), f"{len(radars)} of {len(found)} charts are a radar")
    for reference in (node.text or "" for chart in found for node in chart.iter(f"{CHART}f")):
        sheet, area = reference.rsplit("!", 1)
        name = sheet.strip("'").replace("''", "'")
        if checks.expect(name in book.sheetnames, f"the chart needs a sheet {name}"):
            left, top, right, bottom = range_boundaries(area)
            cells = book[name].iter_rows(top, bottom, left, right, values_only=True)
            checks.expect(any(value is not None for row in cells for value in row), f"the chart draws nothing: {area}")
    drawings = [root for name, root in named.items() if re.fullmatch(r"xl/drawings/drawing\d+\.xml", name)]
    described = [node.get("descr") for root in drawings for node in root.iter() if node.tag.endswith("}cNvPr")]
    checks.expect(all(described), "a chart without alternative text")


def in_libreoffice(book: Workbook, checks: Checks, opened: Opened) -> None:
    for sheet in book:
        path = opened.office / "sheets" / f"{checks.file.stem}-{sheet.title}.csv"
        if not checks.expect(path.exists(), f"LibreOffice can't open the sheet {sheet.title}"):
            continue
        there = rows_of(path)
        differing = []
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            row = there[cell.row - 1] if cell.row <= len(there) else []
            other = row[cell.column - 1] if cell.column <= len(row) else ""
            if not same(cell.value, other):
                differing.append(f"{sheet.title}!{cell.coordinate} {str(cell.value)[:40]!r} is there {other[:40]!r}")
        checks.none(differing, "other values in LibreOffice")


def rows_of(path: Path, delimiter: str = ",") -> list[list[str]]:
    written = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(written, newline=""), delimiter=delimiter))


def same(value: Any, other: str) -> bool:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bool(NUMBER.fullmatch(other)) and abs(value - float(other)) < 1e-4
    if isinstance(value, datetime):
        # LibreOffice writes a day in its own way.
        return str(value.year) in other
    # It doesn't know how an underscore is written that Excel would take for the start of a code.
    plain = other.replace("_x005F_", "_")
    return folded(str("" if value is None else value)).lower() == folded(plain).lower()


def excel_csv(report: Report, checks: Checks, opened: Opened) -> None:
    """The variant for Excel, as LibreOffice opens it where Dutch is spoken."""
    path = opened.office / "csv" / f"{checks.file.stem}.csv"
    if not checks.expect(path.exists(), "LibreOffice can't open it"):
        return
    ours, there = (
        [[folded(cell).replace(",", ".") for cell in row] for row in rows]
        for rows in (rows_of(checks.file, ";"), rows_of(path))
    )
    checks.expect(len(there) == len(ours), f"{len(there)} rows in LibreOffice for {len(ours)}")
    # A text of digits is a number to whoever reads CSV.
    if not report.case.hostile:
        pairs = [pair for one, other in zip(ours, there, strict=False) for pair in zip(one, other, strict=False)]
        checks.none([f"{one} is there {other}" for one, other in pairs if one != other], "other values in LibreOffice")


def no_formulas(_: Report, checks: Checks, opened: Opened) -> None:
    """No text becomes a formula, whichever separator LibreOffice is set to."""
    for code in SEPARATORS:
        path = opened.office / f"split-{code}" / f"{checks.file.stem}.fods"
        if checks.expect(path.exists(), f"LibreOffice can't open it split at {chr(code)!r}"):
            formulas = re.findall(r'table:formula="([^"]*)"', path.read_text(encoding="utf-8"))
            checks.none(formulas, f"formulas when split at {chr(code)!r}")
