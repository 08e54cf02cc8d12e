"""Holds the program against a second implementation of its rules: `python3 tests/oracle/check.py --ips PROGRAM`.

Teams of one to four meetings are drawn and written as profile files. What the program says of them (`show`, `export`, also `--share`,
`diff`, `trend`, `gap`, and `overview` of many teams) is held against what the rules say. The same seed draws the same teams. With `--mutations` the
rules are then broken one by one, and each must lead to a disagreement: so the comparison is known to notice.
"""

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from random import Random

import profiles
import rules
import shown
from many import Network
from mutations import MUTATIONS, broken

# A file has six decimals, half up.
ROUNDED = Fraction(51, 100_000_000)
REPORTED = 20


class Case:
    """A team, what was asked of the program, and what it said."""

    def __init__(self, seed, number):
        random = Random(f"{seed}/{number}")
        self.number = number
        self.meetings = profiles.meetings(random, random.choice((1, 2, 2, 3, 4)))
        self.count = random.choice((2, 2, 2, 1, 3, 4))
        self.backwards = random.random() < 0.5
        self.spoilt = [profiles.spoilt(random, meeting) for meeting in self.meetings]
        self.said = {}

    def ask(self, program, folder):
        """Writes the files, and asks the program about them."""
        folder = folder / str(self.number)
        folder.mkdir()
        files = []
        for meeting, spoilt in zip(self.meetings, self.spoilt):
            files.append(folder / f"team-zuid-{meeting.date}.toml")
            files[-1].write_text(profiles.to_toml(meeting, spoilt), encoding="utf-8", newline="\n")
        weakest = f"--weakest={self.count}"
        for place, file in enumerate(files):
            self.said["show", place] = run(program, "show", "--json", weakest, file)
            self.said["csv", place] = run(program, "export", "--format=csv", weakest, file)
            self.said["markdown", place] = run(program, "export", "--format=markdown", weakest, file)
        newest = files[-1]
        self.said["share", len(files) - 1] = run(program, "export", "--share", newest, "-o", folder / "shared.toml")
        if rules.shared(self.meetings[-1]) is not None:
            self.said["shared", len(files) - 1] = run(program, "show", "--json", weakest, folder / "shared.toml")
        for place, pair in enumerate(zip(files, files[1:])):
            pair = pair[::-1] if self.backwards else pair
            self.said["diff", place] = run(program, "diff", "--json", weakest, *pair)
            self.said["diff in words", place] = run(program, "diff", "--plain", weakest, *pair)
        if len(files) > 1:
            self.said["trend", 0] = run(program, "trend", "--json", weakest, *files)
            self.said["gap", 0] = run(program, "gap", "--json", *files)
        return self

    def differences(self):
        """Where the program and the rules differ, one line each."""
        for (what, place), (code, out, err) in self.said.items():
            where = f"{what} of meeting {place}"
            if what == "share":
                may = rules.shared(self.meetings[place]) is not None
                if may != (code == 0):
                    yield f"{where}: may {may}, exit {code}: {err.strip()}"
                continue
            if code != 0:
                yield f"{where}: exit {code}: {err.strip()}"
                continue
            here = self.meetings[place]
            match what:
                case "show":
                    yield from differences(self.show(place), json.loads(out), where)
                    if bool(err) != (self.spoilt[place] is not None):
                        yield f"{where}: spoilt {self.spoilt[place]}, told: {err.strip()!r}"
                case "shared":
                    expected = rules.show(rules.shared(self.meetings[place]), self.count)
                    yield from differences(expected, json.loads(out), where)
                case "csv":
                    told = list(csv.DictReader(io.StringIO(out)))
                    yield from differences(csv_rows(self.show(place), here), told, where)
                case "markdown":
                    yield from differences(shown.report(self.show(place), here), shown.in_markdown(out), where)
                case "diff":
                    told = json.loads(out)
                    told["not_compared"] = {it["id"]: it["reason"] for it in told["not_compared"]}
                    yield from differences(self.diff(place), told, where)
                case "diff in words":
                    yield from differences(shown.changes(self.diff(place), here), shown.in_words(out), where)
                case "gap":
                    yield from differences(rules.gap(self.meetings), json.loads(out), where)
                case "trend":
                    yield from differences(rules.trend(self.meetings, self.count), json.loads(out), where)

    def show(self, place):
        return rules.show(self.meetings[place], self.count)

    def diff(self, place):
        return rules.diff(self.meetings[place], self.meetings[place + 1], self.count)


def run(program, *arguments):
    environment = {**os.environ, "IPS_LANG": "nl"}
    done = subprocess.run(
        [program, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=environment, encoding="utf-8"
    )
    return done.returncode, done.stdout, done.stderr


def differences(expected, actual, where):
    """Where what is expected isn't so; what else there is in `actual` is no matter."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key, value in expected.items():
            if key in actual:
                yield from differences(value, actual[key], f"{where}: {key}")
            else:
                yield f"{where}: no {key}"
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for place, (one, other) in enumerate(zip(expected, actual)):
            yield from differences(one, other, f"{where}[{place}]")
    elif isinstance(expected, Fraction) and isinstance(actual, (int, float)):
        if abs(Fraction(actual) - expected) > ROUNDED:
            yield f"{where}: {float(expected)} by the rules, {actual} by the program"
    elif expected != actual:
        yield f"{where}: {expected!r} by the rules, {actual!r} by the program"


def csv_rows(result, profile):
    """The rows of `export --format csv`; numbers as files have them."""

    def cell(value):
        if value is None:
            return ""
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, Fraction):
            return profiles.plain(value).removesuffix(".0")
        return str(value)

    rows = []
    for element in result["elements"]:
        for question in element["questions"]:
            note = question["note"] or ""
            row = {f"element_{key}": element[key] for key in ("score", "band", "weakest")}
            row |= {"element": element["id"], "question": question["id"]}
            row |= {key: question[key] for key in ("score", "outcome", "numbers", "thin", "median", "divided", "differ")}
            row |= {key: question[key] for key in ("not_asked", "reverse", "dont_know", "not_applicable")}
            row |= {f"votes_{profile.first + place}": count for place, count in enumerate(question["votes"])}
            row = {key: cell(value) for key, value in row.items()}
            rows.append(row | {"note": f"'{note}" if note.startswith("=") else note})
    return rows


def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--ips", required=True, type=Path, help="the program")
    flags.add_argument("--seed", default=1, type=int, help="which meetings are drawn (default: 1)")
    flags.add_argument("--profiles", default=400, type=int, help="how many profiles, about (default: 400)")
    flags.add_argument("--mutations", action="store_true", help="break each rule, and see that it is noticed")
    given = flags.parse_args()

    print(f"seed {given.seed}")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as workers:
        cases = drawn(given.seed, given.profiles)
        cases = list(workers.map(lambda case: case.ask(given.ips.resolve(), Path(folder)), cases))
        networks = [Network(given.seed, number) for number in range(given.profiles // 10)]
        networks = list(workers.map(lambda network: network.ask(given.ips.resolve(), Path(folder), run), networks))
    asked = Counter(what for case in cases for what, _ in case.said)
    asked["overview"] = sum(len(network.said) for network in networks)
    print(", ".join(f"{what}: {count}" for what, count in asked.items()))

    found = [f"team {case.number}, {line}" for case in cases for line in case.differences()]
    for network in networks:
        found += [f"network {network.number}, {line}" for line in network.differences(differences)]
    if found:
        print("\n".join(found[:REPORTED]))
        sys.exit(f"{len(found)} disagreements; the seed makes the same teams again")
    print("the program and the rules agree")
    if given.mutations:
        unseen = [name for name in MUTATIONS if not is_noticed(name, cases, networks)]
        if unseen:
            sys.exit(f"broken rules that nothing noticed: {', '.join(unseen)}")
        print(f"{len(MUTATIONS)} rules broken, one by one: each was noticed")


def drawn(seed, count):
    cases = []
    while sum(len(case.meetings) for case in cases) < count:
        cases.append(Case(seed, len(cases)))
    return cases


def is_noticed(name, cases, networks):
    with broken(name):
        return any(line for case in cases for line in case.differences()) or any(
            line for network in networks for line in network.differences(differences)
        )


if __name__ == "__main__":
    main()
