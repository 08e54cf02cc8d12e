"""Reports with every mistake that the checks are for: they have to notice each of them."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import docx
from PIL import Image

from report import Report

# Put at the end of the page: what each does wrong stands in the complaints below.
PAGE = """<h6>diep</h6><img src="http://127.0.0.1:9/x.png"><script>console.log(1)</script>
<s>dun</s><p style="background:linear-gradient(red,blue)">op kleur</p>
<div style="width:400px">breed</div>
<svg role="img" aria-label="x" viewBox="0 0 99 40" width="99" height="40"><text x="-60" y="20">buiten</text>
<text style="fill:#ddd" x="20" y="20">over</text><text x="22" y="20">elkaar</text></svg>
<style>@media screen{s{color:#ccc;background:#fff}}@media print{b{color:#ccc;background:#fff}}</style><b>dun</b>
<style>@page{size:A5}@media print{h1{display:none}i{display:block;break-before:page}}</style><i>1</i><i>2</i><i>3</i>"""


@dataclass
class Broken:
    """A report with mistakes, and what has to be said about it."""

    ending: str
    file: Path
    complaints: list[str]


def broken(report: Report, folder: Path) -> Iterator[Broken]:
    """Breaks each form of a sound report."""
    folder.mkdir(exist_ok=True)
    for ending, name, content, complaints in contents(report):
        file = folder / f"broken{name}.{ending}"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        yield Broken(ending, file, complaints)


def contents(report: Report) -> Iterator[tuple[str, str, str | bytes, list[str]]]:
    made = {ending: file.read_bytes() for ending, file in report.files.items()}
    note = report.facts.notes[0]

    page = made["html"].decode().replace('lang="nl"', "").replace("</main>", f"{PAGE}</main>").replace(note, "")
    page = re.sub(r">\s*laagst\s*<", "><", page)
    looks = ["light-360: axe says: color-contrast", "dark-1280: axe says", "light-1280: axe can't tell"]
    looks += [
        "print-794: axe says: color-contrast",
        "print-794: faint letters",
        "labels outside their drawing",
        "labels that overlap",
    ]
    looks += ["light-360: sticks out", "dark-360: scrolls sideways"]
    says = ["not valid", "asks for other files", "says on the console", "scripts", "no language", "skip to level"]
    paper = ["printed on", "printed pages", "not in print"]
    same = ["other headings", "other tables", "the mark of", "not said"]
    yield "html", "", page, [*looks, *says, *paper, *same]
    yield "html", "-bare", page.replace('role="img"', ""), ["0 drawings"]

    drawing = made["svg"].decode().replace('role="img"', "").replace("viewBox", "data-box").replace("<desc", "<desc x")
    drawing = re.sub(r"<desc.*</desc>", "", drawing).replace("<title", "<tit").replace("</title", "</tit")
    inside = '<use href="http://127.0.0.1:9/x"/><script>1</script><path d="MNaN,1"/><text x="-99" y="9">buiten</text>'
    drawing = drawing.replace("</svg>", f"<!----><![CDATA[x]]>{inside}</svg>")
    outside = ["refers to elsewhere", "act or load", "what is no number", "outside their drawing", "CDATA", "not valid"]
    yield "svg", "", drawing, ["no role", "no viewBox", "no title", "<desc> doesn't name", *outside]
    blank = '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 9 9"><title>x</title></svg>'
    yield "svg", "-blank", blank, ["the browser shows one colour"]

    picture = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(picture, "PNG")
    yield "png", "", picture.getvalue(), ["one colour only", "PNG of (200, 200)"]
    yield "png", "-cut", made["png"][:-2000], ["can't be decoded"]

    text = made["md"].decode().replace("### ", "").replace("| --- |", "| x |") + "\n# twee\n\n<b>vet</b>\n"
    yield "md", "", text, ["raw HTML", "not one title", "without a heading", "tables are missing"]
    yield "json", "", made["json"].replace(b'"asked": 4', b'"asked": 5'), ["not what `show` and `diff` say"]

    rows = made["csv"].decode().splitlines(keepends=True)
    rows[1] = re.sub(r"^[^,]*", "=1+1", rows[1]).replace("4.142857", "veel")
    table = ["a BOM", "take for a formula", "formulas when split at ','", "rows (delim", "rows (auto", "the column score", "the column team"]
    yield "csv", "", "\ufeff" + "".join(rows[:-1]), table
    rows = made["excel.csv"].decode("utf-8-sig").splitlines(keepends=True)
    yield "excel.csv", "", "".join(rows).replace(",", "."), ["a BOM", "the column score"]

    yield "docx", "", word(made["docx"], note), [*WORD, *same]
    yield "xlsx", "", excel(made["xlsx"]), EXCEL
    yield "odt", "", changed_parts(made["odt"], lambda part: document(part.replace(note, ""))), [*TEXT, *same]
    yield "ods", "", changed_parts(made["ods"], sheets), ["formulas", "finds something else"]


WORD = ["first row doesn't repeat", "no items of a list", "without alternative text", "its title isn't the report's"]


def word(content: bytes, note: str) -> bytes:
    document = docx.Document(io.BytesIO(content))
    document.core_properties.title = ""
    for part in document.paragraphs:
        if part.style is not None and part.style.name == "Heading 2":
            part.style = document.styles["Normal"]
        if note in part.text:
            part.text = ""
        for list_mark in part._p.xpath("./w:pPr/w:numPr | ./w:pPr/w:pStyle[not(contains(@w:val, 'eading'))]"):
            list_mark.getparent().remove(list_mark)
    for node in document.element.body.iter():
        if node.tag.endswith("}docPr"):
            node.set("descr", "")
    for head in document.element.body.xpath(".//w:tblHeader"):
        head.getparent().remove(head)
    for row in document.tables[0].rows:
        row.cells[-1].text = ""
    changed = io.BytesIO()
    document.save(changed)
    return changed.getvalue()


EXCEL = [
    "formulas",
    "numbers that are texts",
    "charts are a radar",
    "the chart needs a sheet",
    "the chart draws nothing",
]
EXCEL += ["a chart without alternative text", "no row with", "begins with"]


def excel(content: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(changed, "w") as out:
        for name in parts.namelist():
            part = parts.read(name).decode("utf-8", "surrogateescape")
            if name.startswith("xl/worksheets/sheet"):
                # The first number becomes a sum, the others become texts, and the head goes.
                part = re.sub(r"(<c [^>]*?)(?: t=\"n\")?>(<v>\d+\.\d+</v>)", r'\1 t="str">\2', part)
                part = re.sub(r"(<c [^>]*?) t=\"str\"><v>", r"\1><f>1+1</f><v>", part, count=1)
                part = re.sub(r"<row r=\"1\".*?</row>", "", part, count=1, flags=re.DOTALL)
            elif name.startswith("xl/charts/chart"):
                part = part.replace("radarChart", "lineChart").replace("c:radarStyle", "c:x")
                part = re.sub(r"<c:f>.*?</c:f>", "<c:f>Nergens!$A$1</c:f>", part, count=1)
                part = re.sub(r"(<c:f>[^<]*!)\$B\$\d+(:\$B\$\d+)?", r"\1$ZZ$1:$ZZ$9", part)
            elif name.startswith("xl/drawings/drawing"):
                part = re.sub(r' descr="[^"]*"', "", part)
            out.writestr(name, part.encode("utf-8", "surrogateescape"))
    return changed.getvalue()


TEXT = ["isn't valid", "in front, or packed", "empty paragraphs", "first row doesn't repeat", "without alternative text", "no items of a list"]


def changed_parts(content: bytes, change: Callable[[str], str]) -> bytes:
    """An OpenDocument file with something else in it, all of it packed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as out:
        for name in parts.namelist():
            part = parts.read(name)
            out.writestr(name, change(part.decode()) if name == "content.xml" else part)
    return changed.getvalue()


def document(content: str) -> str:
    content = content.replace('text:outline-level="2"', 'text:outline-level="1"').replace(">laagst<", "><")
    content = re.sub("</?table:table-header-rows>", "", content)
    content = re.sub("</?text:list(-item)?(?= |>)[^>]*>", "", content)
    content = re.sub("<svg:desc>.*?</svg:desc>", "", content, flags=re.DOTALL)
    return content.replace("</office:text>", '<text:p text:style-name="Standard" text:loud="1"></text:p></office:text>')


def sheets(content: str) -> str:
    return re.sub(r'office:value="\d+\.\d+"', 'office:value="9" table:formula="of:=4+5"', content, count=1)
