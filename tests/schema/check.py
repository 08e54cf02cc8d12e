"""Holds the schemas in data/schema against the program: what it ships and saves is sound to both, and what is spoiled is
refused by both, or stands in the list of what only one of them can tell."""

import argparse
import copy
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib

import tomli_w
from jsonschema import Draft202012Validator

from known import KNOWN

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "data" / "schema"
NAMED = re.compile(r"#:schema (\S+)\n")

# Of other kinds, which have no schema.
OTHERS = {"activities.toml", "sources.toml"}

# Put in the place of a value.
STRANGE = {
    "a negative number": -1,
    "nought": 0,
    "a large number": 1_000_000_000,
    "a fraction": 2.5,
    "a word": "zomaar",
    "an empty text": "",
    "a blank text": " \n ",
    "a long text": "a" * 2_001,
    "true": True,
    "an empty list": [],
    "a list of a number": [-7],
    "an empty table": {},
    "a table": {"vreemd": "ja"},
}


def validators():
    found = {}
    for path in sorted(SCHEMAS.glob("*.json")):
        schema = json.loads(path.read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        found[path.name] = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return found


def plain(value):
    """As JSON has it: a day is a text."""
    match value:
        case dict():
            return {key: plain(inner) for key, inner in value.items()}
        case list():
            return [plain(inner) for inner in value]
        case datetime.date() | datetime.time():
            return value.isoformat()
    return value


def refused_by_schema(validator, document):
    return [error.message[:200] for error in validator.iter_errors(plain(document))]


def refused_by_program(ips, folder, documents):
    """For each of the documents whether the program refuses it."""
    for number, document in enumerate(documents):
        (folder / f"{number:04}.toml").write_bytes(document)
    done = subprocess.run([ips, "check", folder], capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        sys.exit(f"ips check ended with {done.returncode}: {done.stderr}")
    sound = {int(number) for number in re.findall(r"(\d{4})\.toml", done.stdout)}
    return [number not in sound for number in range(len(documents))]


def places(document, path=()):
    """Every key of a document with the table that it stands in; of a list only the first item of each kind."""
    for key, value in document.items():
        yield (*path, key), document
        if isinstance(value, dict):
            yield from places(value, (*path, key))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for item in {tuple(sorted(item)): item for item in reversed(value) if isinstance(item, dict)}.values():
                yield from places(item, (*path, key))


def spoiled(document, seen):
    """A document with one thing wrong in it at a time: where, what, and the document. What was `seen` isn't spoiled again."""
    document = copy.deepcopy(document)
    tables = [((), document)] + [
        (path, table[path[-1]]) for path, table in places(document) if isinstance(table[path[-1]], dict)
    ]
    for path, table in tables:
        if (path, "an unknown key") in seen:
            continue
        seen.add((path, "an unknown key"))
        table["vreemd"] = 1
        yield path, "an unknown key", document
        del table["vreemd"]
    for path, table in list(places(document)):
        shape = (path, tuple(sorted(table)))
        if shape in seen:
            continue
        seen.add(shape)
        key, kept = path[-1], dict(table)
        del table[key]
        yield path, "left out", document
        for name, value in STRANGE.items():
            table.clear()
            table.update({k: value if k == key else v for k, v in kept.items()})
            yield path, name, document
        table.clear()
        table.update(kept)


def saved(ips, folder):
    """Profiles and drafts as the program saves them, of every mode."""

    def assess(name, lines, *more, code=0):
        there = folder / name
        there.mkdir()
        command = [ips, "assess", "--plain", "--lang", "nl", "--dir", there, "--team", "IPS-groep Noord", *more]
        typed = "".join(f"{line}\n" for line in lines)
        done = subprocess.run(command, input=typed, capture_output=True, text=True, encoding="utf-8")
        if done.returncode != code:
            sys.exit(f"{name}: assess ended with {done.returncode}: {done.stderr}")
        yield from there.glob("*.toml")

    day = ["--date", "2026-11-21"]
    joint = [*day, "--mode", "joint", "--participants", "7"]
    tally = [*day, "--mode", "tally", "--participants", "4"]
    ballots = [*day, "--mode", "ballots", "--participants", "3"]
    agreed = ["", "Bellen", "de IB'er", "15 jan", "", ""]
    functions = ["--functions", "IB'er, wijkagent"]
    notes = ["n Tijd: te weinig", "4", "?", "-"]
    yield from assess("joint", [*notes, *"4" * 21, *agreed], *joint, *functions)
    yield from assess("joint-draft", [*notes], *joint, code=130)
    yield from assess("joint-asked", [*"43225"], *joint, "--elements", "culture")
    yield from assess("tally", [*["3 4 4 ?"] * 23, "-", *agreed], *tally)
    yield from assess("tally-draft", ["3 4 4 ?", "445"], *tally, code=130)
    yield from assess("tally-asked-draft", ["3 4 4 ?"], *tally, "--elements", "culture", code=130)
    yield from assess("ballots", ["344?-" + "4" * 19] * 3 + ["", "j"] + agreed, *ballots)
    yield from assess("ballots-draft", ["344?-" + "4" * 19], *ballots, code=130)
    for questionnaire in sorted(QUESTIONNAIRES):
        count = question_count(questionnaire)
        for mode, participants in (("joint", 2), ("tally", 2)):
            name = f"{questionnaire.stem}-{mode}"
            which = ["--questions", questionnaire, *day, "--mode", mode, "--participants", str(participants)]
            yield from assess(name, ["2" if mode == "joint" else "1 2"] * count, *which)


QUESTIONNAIRES = [ROOT / "examples" / "handover.toml", *sorted((ROOT / "tests" / "questionnaires").glob("*.toml"))]


def question_count(path):
    return sum(len(element["questions"]) for element in tomllib.loads(path.read_text("utf-8"))["elements"])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ips", required=True, type=pathlib.Path)
    ips = parser.parse_args().ips.resolve()
    schemas, wrong = validators(), []

    documents = []
    for path in sorted({*(ROOT / "data").glob("*.toml"), *(ROOT / "examples").glob("*.toml"), *QUESTIONNAIRES}):
        if path.name in OTHERS:
            continue
        text = path.read_text("utf-8")
        named = NAMED.match(text)
        schema = (path.parent / named[1]).resolve() if named else None
        if schema is None or schema.parent != SCHEMAS or schema.name not in schemas:
            wrong.append(f"{path.name} names no schema of data/schema in its first line")
            continue
        documents.append((path.name, schema.name, tomllib.loads(text)))
    with tempfile.TemporaryDirectory() as folder:
        for path in saved(ips, pathlib.Path(folder)):
            text = path.read_text("utf-8")
            if "#:schema" in text:
                wrong.append(f"{path.name} names a schema, and will be far from it")
            documents.append((path.parent.name, "profile.json", tomllib.loads(text)))

        used, tried, seen = set(), 0, {}
        for name, schema, document in documents:
            if errors := refused_by_schema(schemas[schema], document):
                wrong.append(f"{name} is refused by {schema}: {errors[0]}")
            cases = [
                (".".join(path), what, not schemas[schema].is_valid(plain(copied)), tomli_w.dumps(copied).encode())
                for path, what, copied in spoiled(document, seen.setdefault((schema, document.get("mode"), "draft" in document), set()))
            ]
            tried += len(cases)
            with tempfile.TemporaryDirectory() as spoiled_folder:
                refused = refused_by_program(ips, pathlib.Path(spoiled_folder), [case[-1] for case in cases])
            for (where, what, by_schema, _), by_program in zip(cases, refused, strict=True):
                if by_schema == by_program:
                    continue
                only = "schema" if by_schema else "program"
                known = [k for k in KNOWN if k[:2] == (schema, only) and re.fullmatch(k[2], where) and what in k[3]]
                used.update(known)
                if not known:
                    wrong.append(f"{schema}, {name}: {where}: {what} is refused only by the {only}")
    wrong.extend(f"known.py: no file shows this: {known}" for known in KNOWN if known not in used)
    for line in dict.fromkeys(wrong):
        print(line)
    print(f"{len(documents)} sound files, {tried} spoiled ones")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
