"""Checks of what a browser shows: the HTML reports, and the drawings."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PIL import Image

from facts import folded, read_markdown, squeezed
from plain import is_blank
from report import Checks, Opened, Report, marked_rows, sides, tool

BROWSER = Path(__file__).parent / "browser.cjs"


def validated(jar: Path, files: list[Path]) -> dict[str, list[str]]:
    """What the Nu validator calls an error or a warning, by file name."""
    said = tool("java", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", "--also-check-svg", *files)
    found: dict[str, list[str]] = {file.name: [] for file in files}
    for message in json.loads(said)["messages"]:
        # A warning is of the type "info" too, with a sub-type.
        # Letters with loose accents are shown as they were typed; HTML advises against them and allows them. The language
        # is guessed from all words, also from those that are marked as another one.
        advice = ("Unicode Normalization Form C", "This document appears to be written in")
        matters = not any(words in message["message"] for words in advice)
        if matters and (message["type"] != "info" or "subType" in message):
            name = message.get("url", "").rsplit("/", 1)[-1]
            found.setdefault(name, []).append(f"line {message.get('lastLine')}: {message['message']}")
    return found


def looked_at(shots: Path, files: list[Path]) -> dict[str, Any]:
    """What Chromium saw, by file name; leaves screenshots, and prints of pages."""
    shots.mkdir(parents=True, exist_ok=True)
    jobs = [{"file": str(file), "shots": str(shots / file.name), "pdf": file.suffix == ".html"} for file in files]
    # Two browsers at a time; the pages of one would wait for each other.
    with ThreadPoolExecutor() as pool:
        answers = pool.map(lambda own: tool("node", BROWSER, given=json.dumps(own)), (jobs[::2], jobs[1::2]))
        return {Path(one["file"]).name: one for answer in answers for one in json.loads(answer)}


def drawing(report: Report, checks: Checks, opened: Opened) -> None:
    """A drawing on its own."""
    file = checks.file
    seen = opened.browser[file.name]
    quiet(seen, checks)
    view = seen["views"]["alone-1280"]
    labels(view, "alone", checks, may_overlap=report.case.hostile)
    with Image.open(opened.shots / f"{file.name}-alone-1280.png") as picture:
        checks.expect(not is_blank(picture), "the browser shows one colour only")


def page(seen: dict[str, Any], checks: Checks, invalid: list[str], may_overlap: bool = False) -> None:
    """What holds for every page."""
    checks.none(invalid, "not valid")
    quiet(seen, checks)
    content = seen["content"]
    checks.expect(content["scripts"] == 0 and not content["handlers"], "scripts")
    checks.expect(bool(content["language"] and content["title"].strip()), "no language or no title")
    levels = [level for level, _ in content["headings"]]
    skipped = [level for before, level in zip([0, *levels], levels, strict=False) if level > before + 1]
    checks.expect(not skipped, f"headings that skip to level {skipped}")
    for name, view in seen["views"].items():
        media = [query for query in ("print", "dark") if query in " ".join(view["media"])]
        checks.expect([name.split("-")[0]] == (media or ["light"]), f"{name}: shown as for {media}")
        for kind, who in (("violations", "axe says"), ("unsure", "axe can't tell")):
            said = [f"{rule['id']} ({' | '.join(rule['where'][:2])})" for rule in view.get(kind, [])]
            checks.none(said, f"{name}: {who}")
        labels(view, name, checks, may_overlap)
        if not name.startswith("print"):
            checks.none(view["stickingOut"], f"{name}: sticks out of the page")
            checks.none(view["squeezed"], f"{name}: cells without room for a word")
            checks.expect(view["scrollWidth"] <= view["clientWidth"], f"{name}: scrolls sideways")


def labels(view: dict[str, Any], name: str, checks: Checks, may_overlap: bool) -> None:
    checks.none(view["faint"], f"{name}: faint letters in a drawing")
    checks.none(view["cutLabels"], f"{name}: labels outside their drawing")
    if not may_overlap:
        checks.none(view["overlaps"], f"{name}: labels that overlap")


def quiet(seen: dict[str, Any], checks: Checks) -> None:
    checks.none([url for url in seen["requests"] if url != checks.file.as_uri()], "asks for other files")
    checks.none(seen["messages"], "says on the console")


def printed(checks: Checks, pdf: Path, texts: list[str], pages: int | None) -> None:
    """A page on paper: these texts, on so many sheets at most."""
    information = dict(line.split(":", 1) for line in tool("pdfinfo", pdf).splitlines() if ":" in line)
    checks.expect("A4" in information["Page size"], f"printed on {information['Page size'].strip()}")
    if pages:
        checks.expect(int(information["Pages"]) <= pages, f"{information['Pages'].strip()} printed pages")
    tagged(checks, pdf)
    text = squeezed(tool("pdftotext", "-raw", pdf, "-"))
    checks.none([part for part in texts if squeezed(part) not in text], "not in print")


def tagged(checks: Checks, pdf: Path) -> None:
    """What a screen reader is told of it: each row has all of its cells, and no drawing stands in another."""
    within: list[tuple[int, str]] = []
    cells: list[list[int]] = []
    for line in tool("pdfinfo", "-struct", pdf).splitlines():
        name = line.strip().split(" ")[0].rstrip(":")
        depth = len(line) - len(line.lstrip())
        while within and within[-1][0] >= depth:
            within.pop()
        if name == "Table":
            cells.append([])
        elif name == "TR" and cells:
            cells[-1].append(0)
        elif name in ("TH", "TD") and cells and cells[-1]:
            cells[-1][-1] += 1
        elif name == "Figure":
            checks.expect("Figure" not in [outer for _, outer in within], "a drawing in a drawing")
        within.append((depth, name))
    uneven = [str(table) for table in cells if len(set(table)) > 1]
    checks.none(uneven, "tables whose rows have more and fewer cells to a screen reader")


def html(report: Report, checks: Checks, opened: Opened) -> None:
    """A team's report."""
    file, case, facts = checks.file, report.case, report.facts
    seen = opened.browser[file.name]
    page(seen, checks, opened.invalid[file.name], may_overlap=case.hostile)
    markdown = read_markdown(report.files["md"].read_text(encoding="utf-8"))
    content = seen["content"]
    headings = [(level, folded(text)) for level, text in content["headings"]]
    checks.expect(headings == markdown.headings, f"other headings than Markdown: {headings}")
    tables = [[[folded(cell) for cell in row] for row in table] for table in content["tables"]]
    marked_rows(report, tables, checks)
    checks.expect(tables == markdown.tables, "other tables than Markdown")
    checks.expect(bool(content["drawings"]) == facts.has_radar(), f"{content['drawings']} drawings")
    text = folded(content["text"])
    checks.none([part for part in facts.texts() if part not in text], "not said")
    # Scripts with joined or turned signs don't come back from a PDF as they were.
    texts = [] if case.hostile else [facts.team, *(element.title for element in facts.elements)]
    printed(checks, opened.shots / f"{file.name}.pdf", texts, case.sheets())


def trend(report: Report, data: dict[str, Any], checks: Checks, opened: Opened) -> None:
    """A team over several meetings; the data is what `ips trend --json` says."""
    file, case = checks.file, report.case
    seen = opened.browser[file.name]
    page(seen, checks, opened.invalid[file.name], may_overlap=case.hostile)
    texts = [report.facts.team, *(element.title for element in report.facts.elements)]
    text = folded(seen["content"]["text"])
    checks.none([part for part in texts if part not in text], "not said")
    years = [meeting["date"][:4] for meeting in data["meetings"]]
    checks.none([year for year in years if year not in text], "years that aren't named")
    printed(checks, opened.shots / f"{file.name}.pdf", [] if case.hostile else texts, 2 if case.ordinary else None)


def sheet(report: Report, markdown: str, checks: Checks, opened: Opened) -> None:
    """A page that is to be printed and written on."""
    file, case = checks.file, report.case
    seen = opened.browser[file.name]
    page(seen, checks, opened.invalid[file.name], may_overlap=case.hostile)
    headings = [(level, folded(text)) for level, text in seen["content"]["headings"]]
    checks.expect(headings == read_markdown(markdown).headings, f"other headings than Markdown: {headings}")
    texts = [] if case.hostile else [text for _, text in headings]
    # Twelve questions go on one side; the line that says where they are from doesn't take a second one.
    most = 1 if file.name.startswith("questions-own-attitude-") else sides(file.name)
    printed(checks, opened.shots / f"{file.name}.pdf", texts, most if case.ordinary else None)
