"""The reports to check, what other programs made of them, and what is found about them."""

import os
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facts import WEAKEST, Facts
from profiles import Case

# Another day, another place on earth, another build: none of them may show in a report.
ELSEWHERE = {"TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "86400", "LC_ALL": "C"}
CLOCK = ["faketime", "2031-05-06 07:08:09"]


@dataclass
class Findings:
    """What was looked at, and what is wrong."""

    made: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    def of(self, file: Path) -> "Checks":
        return Checks(file, self)


@dataclass
class Checks:
    """The checks of one file."""

    file: Path
    findings: Findings

    def expect(self, holds: bool, what: str) -> bool:
        """Notes one check, and what to say if it doesn't hold."""
        self.findings.made[self.file.suffix.lstrip(".")] += 1
        if not holds:
            self.findings.problems.append(f"{self.file.name}: {what}")
        return holds

    def none(self, wrong: list[str], what: str) -> bool:
        """Notes a check that nothing is wrong; else the first few are named."""
        more = f"; and {len(wrong) - 3} more" if len(wrong) > 3 else ""
        return self.expect(not wrong, f"{what}: {'; '.join(wrong[:3])}{more}")


@dataclass
class Report:
    """One case in every form."""

    case: Case
    facts: Facts
    # As `ips diff --json` says it, when it is compared with an earlier one.
    changes: dict[str, Any] | None
    # By ending; a form that could not be made is missing.
    files: dict[str, Path]


def sides(name: str) -> int | None:
    """On how many sides of paper a page to print fits; the whole guide takes as many as it needs."""
    if name.startswith("guide-short-"):
        return 1
    return None if name.startswith("guide-") else 2


@dataclass
class Opened:
    """What other programs made of the files."""

    # The folder with the browser's screenshots and prints, and what it saw, by file name.
    shots: Path
    browser: dict[str, Any]
    # What the validator says, by file name.
    invalid: dict[str, list[str]]
    # The folders with what LibreOffice made of them.
    office: Path


def tool(*command: str | Path, given: str | None = None) -> str:
    """Runs another program and hands back what it says."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", input=given)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {done.stderr[-2000:]}")
    return done.stdout


def export(ips: Path, arguments: list[str | Path], checks: Checks) -> bool:
    """Writes a report, and a second time under another clock: it has to be there, and to be the same."""
    file = checks.file
    again = file.with_name(f"again-{file.name}")
    environment = {key: value for key, value in os.environ.items() if key not in ("IPS_LANG", "IPS_DIR")}
    for clock, target, other in [([], file, {}), (CLOCK, again, ELSEWHERE)]:
        target.unlink(missing_ok=True)
        command = [*clock, ips, *arguments, "-o", target]
        done = subprocess.run(command, capture_output=True, text=True, env=environment | other)
        if not checks.expect(done.returncode == 0 and target.exists(), f"not made: {done.stderr.strip()}"):
            return False
    checks.expect(file.read_bytes() == again.read_bytes(), "other bytes on another day")
    again.unlink()
    return True


def marked_rows(report: Report, tables: list[list[list[str]]], checks: Checks) -> None:
    """Each element stands in the first table with its score as shown, and with the mark if it is one of the lowest."""
    rows = tables[0][1:] if tables else []
    for element in report.facts.elements:
        row = rows.pop(0) if rows else []
        checks.expect(row[:2] == [element.title, element.score], f"no row with {element.title} and {element.score}")
        marked = WEAKEST[report.case.lang] in " ".join(row[2:])
        checks.expect(marked == element.weakest, f"the mark of {element.title}")
