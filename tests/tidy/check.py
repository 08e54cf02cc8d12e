"""Holds the answers of many profiles, as `ips export DIR -o answers.csv` writes them, against other programs.

Frictionless finds them as `datapackage.json` says, and finds what is spoiled in them. DuckDB reads back every text, and makes
the picture of `ips overview --json` of them by the SQL that stands in examples/many-teams.md. The same seed draws the same teams.
"""

import argparse
import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

import duckdb
from frictionless import Package, system

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "oracle"))
import profiles  # noqa: E402

# Scores in the rows have six decimals; what lies between two of them is no further off.
NEAR = 1.1e-6
TEAMS = 60

# What a team may be called, and how it stands in the rows where that differs.
NAMES = {
    'Team "Noord"': None,
    "Noord; Oost, Zuid": None,
    "'; drop table answers; --": "'; drop table answers; '--",
    "\\\" or 1=1 --": None,
    "=1+1": "'=1+1",
    "@som": "'@som",
    "# geen opmerking": None,
    "NULL": None,
    "Regel\nEen": "Regel↵Een",
    "a\rb": "a↵b",
    "rechts\u202enaar links": "rechts‹U+202E›naar links",
    "nul\x00": "nul␀",
    "\x1b[31mrood": "␛[31mrood",
    "${team} %s {0}": None,
    "groep 1,5": None,
}

# A cell of a sound row, and what no reader may take in its place.
SPOILED = {
    "date": "21-11-2026",
    "newest": "ja",
    "mode": "samen",
    "participants": "0",
    "language": "fr",
    "scale_points": "12",
    "element_score": "3,5",
    "element_band": "zwak",
    "outcome": "",
    "score": "12",
    "numbers": "-1",
    "votes_1": "1.5",
    "question": "",
}


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--ips", required=True, type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        teams = folder / "teams"
        draw(Random(asked.seed), teams)
        program = asked.ips.resolve()
        run(program, "export", teams, "-o", folder / "answers.csv", "--with-notes")
        rows = list(csv.DictReader(io.StringIO((folder / "answers.csv").read_text("utf-8"), newline="")))
        described(folder, rows)
        spoiled(folder, rows)
        read_back(folder, rows)
        pictured(program, teams, folder, rows)


def draw(random, folder):
    """Teams in two municipalities who were asked one of two questionnaires, some of them twice; a copy, a draft, a broken file."""
    bases = {id: replace(profiles.first_meeting(random), asked=None) for id in ("proef", "tweede")}
    names = [*NAMES, *(f"Team {number}" for number in range(TEAMS - len(NAMES)))]
    for place in ("Assen", "Zwolle, =stad"):
        (folder / place).mkdir(parents=True)
        for number, name in enumerate(names):
            id = "proef" if number % 3 else "tweede"
            meeting = replace(bases[id], team=name)
            for _ in range(1 + number % 2):
                meeting = profiles.next_meeting(random, meeting)
                text = profiles.to_toml(meeting).replace('id = "proef"', f'id = "{id}"', 1)
                write(folder / place / f"team-{number}-{meeting.date}.toml", text)
    write(folder / "Assen" / "Kopie van team-1.toml", text.replace(name, names[-1]))
    write(folder / "Assen" / "oud.draft.toml", text.split("[end]")[0])
    write(folder / "Assen" / "team-kapot-2026-01-01.toml", "format = 1\nteam = [")


def write(path, text):
    path.write_text(text, encoding="utf-8", newline="\n")


def run(program, *arguments):
    ran = subprocess.run([program, *arguments, "--lang", "en"], capture_output=True, text=True, encoding="utf-8")
    if ran.returncode != 0:
        sys.exit(f"{arguments}: exit {ran.returncode}: {ran.stderr}")
    return ran.stdout


def expect(holds, message):
    if not holds:
        sys.exit(message)


def faults(folder):
    """What Frictionless finds wrong with the rows, by the columns."""
    with system.use_context(trusted=True):
        report = Package(str(folder / "datapackage.json")).validate()
    return report.flatten(["type", "fieldName", "note"])


def described(folder, rows):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    expect(len(rows) > 500, f"only {len(rows)} rows")
    expect(faults(folder) == [], f"Frictionless: {faults(folder)}")
    fields = [field["name"] for field in package["resources"][0]["schema"]["fields"]]
    expect(fields == list(rows[0]), "the columns are other ones than described")


def spoiled(folder, rows):
    """Each wrong cell, a row that is there twice, and a column that is missing are noticed."""
    spoiled = folder / "spoiled"
    spoiled.mkdir()
    (spoiled / "datapackage.json").write_bytes((folder / "datapackage.json").read_bytes())
    few = rows[:5]
    cases = {column: [{**few[0], column: value}, *few[1:]] for column, value in SPOILED.items()}
    cases["primary-key"] = [few[0], *few]
    cases["newest column"] = [{key: value for key, value in row.items() if key != "newest"} for row in few]
    for what, changed in {"nothing": few, **cases}.items():
        with (spoiled / "answers.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, changed[0])
            writer.writeheader()
            writer.writerows(changed)
        found = faults(spoiled)
        expect((found == []) == (what == "nothing"), f"spoiled {what}: {found}")


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", (ROOT / "examples" / "many-teams.md").read_text("utf-8"), re.DOTALL)


def read_back(folder, rows):
    """Every text comes back as it stands in the file, also by way of Parquet, and no team's name did anything else."""
    database = opened(folder)
    columns = list(rows[0])
    names = ", ".join(f'"{column}"' for column in columns)
    told = database.sql(f"select {names} from answers").fetchall()
    expect(len(told) == len(rows), f"DuckDB reads {len(told)} rows of {len(rows)}")
    for row, cells in zip(rows, told):
        cells = dict(zip(columns, cells))
        expect(all((cells[column] or "") == row[column] for column in columns), f"DuckDB reads {cells} for {row}")
    teams = {row["team"] for row in rows}
    for name, shown in NAMES.items():
        expect((shown or name) in teams, f"no row of {name!r}")


def opened(folder):
    """A database with the rows, as examples/many-teams.md says: relative to where they are."""
    database = duckdb.connect()
    database.execute(f"set file_search_path = '{folder}'")
    [view] = [block for block in blocks("sql") if "read_csv" in block and "create view" in block]
    database.execute(view)
    return database


def picture_of(database):
    [query] = [block for block in blocks("sql") if "percentile_cont" in block]
    found = database.sql(query)
    return [dict(zip(found.columns, row)) for row in found.fetchall()]


def pictured(program, teams, folder, rows):
    database = opened(folder)
    told = picture_of(database)
    parquet = folder / "answers.parquet"
    [copy] = [block for block in blocks("sql") if block.startswith("copy")]
    database.execute(copy.replace("'answers.parquet'", f"'{parquet}'"))
    database.execute(f"create or replace view answers as select * from '{parquet}'")
    expect(picture_of(database) == told, "the Parquet gives another picture")
    asked = {"proef": None, "tweede": None}
    for row in sorted(rows, key=lambda row: int(row["picture"])):
        if asked[row["questionnaire"]] is None:
            asked[row["questionnaire"]] = int(row["picture"])
    expect(1 in asked.values(), f"no first picture: {asked}")
    compared = 0
    for id, picture in asked.items():
        shown = json.loads(run(program, "overview", teams, "--json", "--questions", id))
        if picture == 1:
            same = json.loads(run(program, "overview", teams, "--json"))
            expect(same == shown, "the commonest questionnaire is another one")
        parts = {("element", part["id"]): part for part in shown["elements"]}
        parts |= {("question", part["id"]): part for part in shown["questions"]}
        own = {(row["part"], row["id"]): row for row in told if row["picture"] == picture}
        expect(own.keys() == parts.keys(), f"{id}: {own.keys() ^ parts.keys()}")
        for key, part in parts.items():
            for figure in own[key].keys() & part.keys() - {"id"}:
                one, other = own[key][figure], part[figure]
                near = one == other or None not in (one, other) and abs(one - other) < NEAR
                expect(near, f"{id} {key} {figure}: DuckDB {one}, ips {other}")
                compared += 1
    expect(compared > 200, f"only {compared} figures")
    print(f"{len(rows)} rows, {compared} figures of the picture: Frictionless, DuckDB and ips agree")


main()
