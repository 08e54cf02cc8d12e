"""Makes reports of many profiles with the real program, opens them with other programs, and checks all of them."""

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import excel
import opendocument
import pages
import plain
import word
from broken import broken
from facts import facts
from profiles import cases, meetings
from report import Checks, Findings, Opened, Report, export, tool

# Every form, by the ending of its file.
CHECKS: dict[str, list[Callable[[Report, Checks, Opened], None]]] = {
    "md": [plain.markdown],
    "json": [plain.json_file],
    "csv": [plain.csv_file, excel.no_formulas],
    "excel.csv": [plain.csv_file, excel.excel_csv, excel.no_formulas],
    "svg": [plain.svg, pages.drawing],
    "png": [plain.png],
    "html": [pages.html],
    "docx": [word.word],
    "xlsx": [excel.excel],
    "odt": [opendocument.text],
    "ods": [opendocument.spreadsheet],
}

# For LibreOffice: delimiter, quotes, UTF-8, first line, columns, language, and then: quote texts, recognise numbers,
# no formulas instead of values.
ONE_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false,false,false"
# Each in a file of its own.
EVERY_SHEET = f"{ONE_SHEET},-1"
DUTCH_CSV = "Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true"
# With another separator than the rows are written for, too.
SPLIT_CSV = "Text - txt - csv (StarCalc):{},34,76,1,,1043,false,true"


def reports(ips: Path, folder: Path, findings: Findings) -> list[Report]:
    """Every case in every form."""
    made = []
    for case in cases(ips, folder / "profiles"):
        arguments: list[str | Path] = ["export", case.profile, "--lang", case.lang]
        changes = None
        if case.compare_with:
            arguments += ["--compare-with", case.compare_with]
            changes = json.loads(tool(ips, "diff", "--json", case.compare_with, case.profile))
        files = {}
        for ending in CHECKS:
            file = folder / f"{case.name}.{ending}"
            extra = ["--excel-csv"] if ending == "excel.csv" else []
            if export(ips, [*arguments, *extra], findings.of(file)):
                files[ending] = file
        if "md" not in files:
            continue
        data = json.loads(tool(ips, "show", "--json", case.profile))
        known = facts(files["md"].read_text(encoding="utf-8"), data, (changes or data)["agreements"], case.lang)
        made.append(Report(case, known, changes, files))
    return made


@dataclass
class Trend:
    """Several meetings of one team on a page."""

    # A report of the last of these meetings.
    report: Report
    arguments: list[str | Path]
    file: Path

    @property
    def word(self) -> Path:
        return self.file.with_suffix(".docx")


def followed(ips: Path, folder: Path, made: list[Report]) -> Iterator[Trend]:
    """An ordinary team over three meetings, and those with two hostile ones."""
    team = meetings(ips, folder / "profiles" / "trend")
    yield Trend(made[0], ["trend", "--lang", "nl", *sorted(team.iterdir())], folder / "trend.html")
    for report in made:
        case = report.case
        if case.hostile and case.compare_with:
            arguments: list[str | Path] = ["trend", "--lang", case.lang, case.compare_with, case.profile]
            yield Trend(report, arguments, folder / f"trend-{case.name}.html")


@dataclass
class Sheet:
    """A page to print and to write on, by ending: the agenda of the meeting after a profile, or what is asked."""

    # The report of that profile; of a questionnaire that of an ordinary one.
    report: Report
    files: dict[str, Path]


# Every form of a sheet.
SHEET = ("md", "html", "docx", "odt")


def planned(ips: Path, folder: Path, made: list[Report], findings: Findings) -> Iterator[Sheet]:
    """After each profile; a brought-in question as long and as odd as a profile's notes."""
    for report in made:
        case = report.case
        question = max(report.facts.notes, key=len, default="Hoe verder?")[:2000]
        arguments: list[str | Path] = ["agenda", case.profile, "--lang", case.lang, f"--question={question}"]
        files = {ending: folder / f"agenda-{case.name}.{ending}" for ending in SHEET}
        yield Sheet(report, {ending: file for ending, file in files.items() if export(ips, [*arguments], findings.of(file))})


def asked(ips: Path, folder: Path, ordinary: Report, findings: Findings) -> Iterator[Sheet]:
    """Every built-in questionnaire in both languages."""
    for name in ("six-elements", "trust", "own-attitude", "boundary-crossing"):
        for lang in ("nl", "en"):
            arguments: list[str | Path] = ["questions", "--questions", name, "--lang", lang]
            files = {ending: folder / f"questions-{name}-{lang}.{ending}" for ending in SHEET}
            yield Sheet(ordinary, {ending: file for ending, file in files.items() if export(ips, [*arguments], findings.of(file))})


def guides(ips: Path, folder: Path, ordinary: Report, findings: Findings) -> Iterator[Sheet]:
    """The guide, which is long, and in both languages the sheet that it begins with."""
    for name, flags in (("guide-nl", []), ("guide-short-nl", ["--short"]), ("guide-short-en", ["--short"])):
        arguments: list[str | Path] = ["guide", *flags, "--lang", name[-2:]]
        files = {ending: folder / f"{name}.{ending}" for ending in SHEET}
        yield Sheet(ordinary, {ending: file for ending, file in files.items() if export(ips, [*arguments], findings.of(file))})


def opened(tools: Path, folder: Path, files: list[Path]) -> Opened:
    """What the browser, the validator and LibreOffice make of the files."""

    def of(*endings: str) -> list[Path]:
        return [file for file in files if file.name.endswith(endings)]

    shots, office = folder / "screens", folder / "libreoffice"

    def libreoffice() -> None:
        shutil.rmtree(office, ignore_errors=True)
        home = f"-env:UserInstallation={(tools / 'libreoffice').as_uri()}"
        for name, target, own, reads in [
            ("pdf", "pdf", of(".docx"), []),
            ("odt", "odt", of(".docx"), []),
            ("pdf-odt", "pdf", of(".odt"), []),
            ("sheets", EVERY_SHEET, of(".xlsx"), []),
            ("sheets-ods", EVERY_SHEET, of(".ods"), []),
            ("csv", ONE_SHEET, of(".excel.csv"), [f"--infilter={DUTCH_CSV}"]),
            *((f"split-{code}", "fods", of(".csv"), [f"--infilter={SPLIT_CSV.format(code)}"]) for code in excel.SEPARATORS),
        ]:
            if own:
                tool("soffice", home, "--headless", *reads, "--convert-to", target, "--outdir", office / name, *own)

    with ThreadPoolExecutor() as pool:
        drawn = of(".html", ".svg")
        browser = pool.submit(pages.looked_at, shots, drawn)
        invalid = pool.submit(pages.validated, tools / "node_modules/vnu-jar/build/dist/vnu.jar", drawn)
        pool.submit(libreoffice).result()
        return Opened(shots, browser.result(), invalid.result(), office)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ips", type=Path, required=True, help="the program")
    parser.add_argument("--tools", type=Path, required=True, help="the folder with node_modules")
    parser.add_argument("--out", type=Path, required=True, help="where reports and screenshots go")
    options = parser.parse_args()
    ips, tools, folder = (path.resolve() for path in (options.ips, options.tools, options.out))
    started = time.monotonic()
    findings = Findings()
    made = reports(ips, folder, findings)
    trends = [trend for trend in followed(ips, folder, made) if export(ips, trend.arguments, findings.of(trend.file))]

    for trend in trends:
        export(ips, trend.arguments, findings.of(trend.word))
    ordinary = next(report for report in made if report.case.ordinary)
    sheets = [*planned(ips, folder, made, findings), *asked(ips, folder, ordinary, findings)]
    sheets += guides(ips, folder, ordinary, findings)

    # What isn't there can't be broken, and was named already.
    whole = [report for report in made if report.case.name == "compared" and len(report.files) == len(CHECKS)]
    bad = [(report, one) for report in whole for one in broken(report, folder / "broken")]

    files = [file for report in made for file in report.files.values()] + [trend.file for trend in trends]
    files += [trend.word for trend in trends if trend.word.exists()]
    files += [file for sheet in sheets for file in sheet.files.values()]
    seen = opened(tools, folder, files + [one.file for _, one in bad])
    for report in made:
        for ending, file in report.files.items():
            for check in CHECKS[ending]:
                check(report, findings.of(file), seen)
    for trend in trends:
        data = json.loads(tool(ips, *trend.arguments, "--json"))
        pages.trend(trend.report, data, findings.of(trend.file), seen)
        if trend.word.exists():
            word.trend(trend.report, data, findings.of(trend.word), seen)
    for sheet in sheets:
        for ending, check in (("html", pages.sheet), ("docx", word.sheet), ("odt", opendocument.sheet)):
            if ending in sheet.files and "md" in sheet.files:
                markdown = sheet.files["md"].read_text(encoding="utf-8")
                check(sheet.report, markdown, findings.of(sheet.files[ending]), seen)
    for report, one in bad:
        about = Findings()
        for check in CHECKS[one.ending]:
            check(report, about.of(one.file), seen)
        for complaint in one.complaints:
            noticed = any(complaint in problem for problem in about.problems)
            findings.of(one.file).expect(noticed, f"a mistake that wasn't noticed: {complaint}")

    for problem in findings.problems:
        print(problem, file=sys.stderr)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(findings.made.items()))
    print(f"{len(made)} profiles, {len(files)} files in {folder}, {time.monotonic() - started:.0f} s; checks: {kinds}")
    wrong = len(findings.problems)
    print(f"{findings.made.total() - wrong} passed, {wrong} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
