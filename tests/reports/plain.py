"""Checks of the formats that are plain text or a picture: Markdown, JSON, CSV, SVG, PNG."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from typing import Any

import duckdb
from PIL import Image

from facts import folded, read_markdown
from report import Checks, Opened, Report

# What begins a formula in a spreadsheet, also in the wide forms that some of them fold.
FORMULA = tuple("=+-@\t\r＝＋－＠")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
SVG = "{http://www.w3.org/2000/svg}"


def markdown(report: Report, checks: Checks, _: Opened) -> None:
    seen = read_markdown(checks.file.read_text(encoding="utf-8"))
    checks.none(seen.html, "raw HTML")
    checks.expect([level for level, _ in seen.headings].count(1) == 1, "not one title")
    parts = [text for level, text in seen.headings if level == 3]
    checks.none([one.title for one in report.facts.elements if one.title not in parts], "elements without a heading")
    checks.expect(len(seen.tables) > len(report.facts.elements), "tables are missing")


def json_file(report: Report, checks: Checks, _: Opened) -> None:
    known = report.facts.data | ({"changes": report.changes} if report.changes else {})
    checks.expect(json.loads(checks.file.read_text(encoding="utf-8")) == known, "not what `show` and `diff` say")


def csv_file(report: Report, checks: Checks, _: Opened) -> None:
    """As DuckDB reads it, told how it is written and finding that out by itself."""
    excel = checks.file.name.endswith(".excel.csv")
    delimiter, decimal = (";", ",") if excel else (",", ".")
    raw = checks.file.read_bytes()
    checks.expect(raw.startswith(b"\xef\xbb\xbf") == excel, "a BOM, or none where Excel needs one")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True))
    begins = [cell for row in rows for cell in row if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell)]
    checks.none(begins, "cells that a spreadsheet may take for a formula")
    told = f"delim='{delimiter}', quote='\"', escape='\"', header=true, decimal_separator='{decimal}'"
    expected = expected_columns(report)
    for options in (told, "auto_detect=true"):
        try:
            table = duckdb.execute(f"FROM read_csv($file, {options})", {"file": str(checks.file)})
            names, values = [column[0] for column in table.description or []], table.fetchall()
        except duckdb.Error as error:
            checks.expect(False, f"DuckDB can't read it ({options}): {error}")
            continue
        columns = dict(zip(names, zip(*values, strict=True), strict=True)) if values else {}
        count = len(values)
        checks.expect(count == len(expected["question"]), f"DuckDB finds {count} rows ({options})")
        checks.expect(names == rows[0], f"DuckDB finds other columns ({options})")
        if report.case.hostile:
            continue
        for name, wanted in expected.items():
            # DuckDB doesn't find a decimal comma by itself.
            if options is told or not (excel and any(isinstance(value, float) for value in wanted)):
                found = list(columns.get(name, ()))
                checks.expect(found == wanted, f"the column {name} isn't what JSON says ({options}): {found}")


def expected_columns(report: Report) -> dict[str, list[Any]]:
    """What JSON says, a list for each column; numbers as numbers, since DuckDB gives texts as texts."""
    data = report.facts.data
    rows = [(element, question) for element in data["elements"] for question in element["questions"]]
    columns: dict[str, list[Any]] = {key: [data[key] for _ in rows] for key in ("team", "participants")}
    columns["question"] = [question["id"] for _, question in rows]
    for key in ("title", "score", "band", "weakest", "often_unknown"):
        columns[f"element_{key}"] = [element[key] for element, _ in rows]
    for key in ("nearly_weakest", "equally_low"):
        columns[f"element_{key}"] = [element["id"] in data[key] for element, _ in rows]
    counted = ("dont_know", "not_applicable", "numbers", "thin", "median", "divided", "differ")
    for key in ("text", "score", "outcome", *counted):
        columns[key] = [question[key] for _, question in rows]
    for point in range(len(data["scale"])):
        columns[f"votes_{data['first'] + point}"] = [question["votes"][point] for _, question in rows]
    notes = [question["note"] or "" for _, question in rows]
    columns["note"] = ["\n".join(line.strip() for line in note.splitlines()).strip() or None for note in notes]
    if report.changes:
        changed = {one["id"]: one for element in report.changes["elements"] for one in element["questions"]}
        for key in ("before", "after", "change"):
            columns[key] = [changed.get(question["id"], {}).get(key) for _, question in rows]
    return columns


def svg(report: Report, checks: Checks, opened: Opened) -> None:
    source = checks.file.read_text(encoding="utf-8")
    checks.expect("<!" not in source.replace("<!--", ""), "a document type, an entity or CDATA")
    checks.none(opened.invalid[checks.file.name], "not valid")
    root = ET.fromstring(source)
    checks.expect(root.tag == f"{SVG}svg" and root.get("role") == "img", 'no role="img"')
    checks.expect(len((root.get("viewBox") or "").split()) == 4, "no viewBox")
    title, description = (folded(root.findtext(SVG + tag) or "") for tag in ("title", "desc"))
    checks.expect(report.facts.team in title, "no title with the team")
    elements = report.facts.elements
    checks.none([one.title for one in elements if one.title not in description], "elements that <desc> doesn't name")
    # Beside those of then only what is compared is drawn, and that isn't always the whole score.
    compared = report.changes["elements"] if report.changes else None
    scored = [one["after"] for one in compared or []] if compared else [one.number for one in elements]
    named = [float(number.replace(",", ".")) for number in NUMBER.findall(description)]
    unsaid = [one for one in scored if one is not None and not any(abs(one - number) < 0.051 for number in named)]
    checks.none([str(one) for one in unsaid], "scores that <desc> doesn't name")
    attributes = [(name, value) for node in root.iter() for name, value in node.items()]
    outside = [value for name, value in attributes if name.endswith("href") and not value.startswith("#")]
    outside += re.findall(r"url\((?!['\"]?#).*?\)|@import.*?;", source)
    checks.none(outside, "refers to elsewhere")
    tags = {node.tag.removeprefix(SVG) for node in root.iter()}
    active = [
        *(tags & {"script", "foreignObject", "image"}),
        *(name for name, _ in attributes if name.startswith("on")),
    ]
    checks.none(active, "parts that act or load")
    checks.none([value for _, value in attributes if re.search(r"NaN|\binf", value)], "what is no number")


def png(_: Report, checks: Checks, __: Opened) -> None:
    try:
        with Image.open(checks.file) as picture:
            picture.load()
    except OSError as error:
        checks.expect(False, f"can't be decoded: {error}")
        return
    checks.expect(picture.format == "PNG" and min(picture.size) >= 300, f"{picture.format} of {picture.size}")
    checks.expect(not is_blank(picture), "one colour only")


def is_blank(picture: Image.Image) -> bool:
    return len(picture.convert("RGB").getcolors(2) or []) == 1
