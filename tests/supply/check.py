"""Holds what the project says of itself to others against what it is: publiccode.yml, the list of what the program is made of,
the licences of its files, and which of the system's functions the program can call."""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tomllib

import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from jsonschema import Draft202012Validator

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What a program on Linux calls to reach another machine, or to be reached, by the names that its system has for them. Those of
# `socketpair`, `recv`, `recvmsg` and `sendmsg` aren't here: Rust's library has them for parts of one program.
NETWORK = {
    "accept", "accept4", "bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyaddr_r", "gethostbyname",
    "gethostbyname2_r", "gethostbyname_r", "getnameinfo", "getpeername", "getsockname", "listen", "recvfrom", "recvmmsg",
    "res_init", "res_query", "sendmmsg", "sendto", "socket",
}  # fmt: skip

# So many questions of a source in one file are no longer one that is named in passing.
QUOTED = 3


def publiccode():
    """The file is as the standard wants it, and says of the program what Cargo.toml says."""
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    schema = json.loads((pathlib.Path(__file__).parent / "publiccode.json").read_text(encoding="utf-8"))
    for problem in Draft202012Validator(schema).iter_errors(said):
        yield f"publiccode.yml: {problem.json_path}: {problem.message}"
    package = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]
    for ours, theirs in (
        (package["name"], said["name"]),
        (package["version"], said["softwareVersion"]),
        (package["license"], said["legal"]["license"]),
    ):
        if ours != theirs:
            yield f"publiccode.yml says {theirs}, Cargo.toml {ours}"


def parts(bom):
    """The list of parts is sound CycloneDX, has no moment in it, and names each package that the program tells the licence of."""
    text = bom.read_text(encoding="utf-8")
    if problem := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        yield f"{bom}: {problem}"
    said = json.loads(text)
    for clock in {"serialNumber", "timestamp"} & (said.keys() | said["metadata"].keys()):
        yield f"{bom}: {clock} differs each time"
    listed = {f"{part['name']} {part['version']}" for part in said["components"] if part["type"] == "library"}
    licences = (ROOT / "data/licences.txt").read_text(encoding="utf-8")
    told = set(re.findall(r"^(\S+ \d+\.\d+\.\d+\S*): ", licences, re.MULTILINE))
    for name in sorted(listed ^ told):
        yield f"{name} stands in only one of {bom} and data/licences.txt"


def licences(reuse):
    """The texts at the top are those of LICENSES, and a file that holds the questions of a source says that they are quoted."""
    for top, text in (("MIT", "MIT"), ("APACHE", "Apache-2.0"), ("DEJAVU", "LicenseRef-DejaVu")):
        if (ROOT / f"LICENSE-{top}").read_bytes() != (ROOT / f"LICENSES/{text}.txt").read_bytes():
            yield f"LICENSE-{top} isn't LICENSES/{text}.txt"
    told = json.loads(subprocess.run([reuse, "lint", "--json"], cwd=ROOT, stdout=subprocess.PIPE).stdout)
    questions = [
        line.removeprefix("- ").encode()
        for source in ("six-elements", "own-attitude")
        for line in (ROOT / f"tests/source/{source}.nl.txt").read_text(encoding="utf-8").splitlines()
        if line.endswith("?")
    ]
    for file in told["files"]:
        text = (ROOT / file["path"]).read_bytes()
        quoted = sum(question in text for question in questions)
        if quoted > QUOTED and not any("Quoted" in licence["value"] for licence in file["spdx_expressions"]):
            yield f"{file['path']} quotes {quoted} questions, and REUSE.toml doesn't say so"


def calls(program):
    """The program asks its system for no function that leads to another machine."""
    symbols = subprocess.run(["nm", "-D", "--undefined-only", program], check=True, stdout=subprocess.PIPE, text=True)
    imported = {line.split()[-1].split("@")[0] for line in symbols.stdout.splitlines()}
    if not {"open64", "write"} & imported:
        yield f"{program}: what it imports can't be read"
    for name in sorted(imported & NETWORK):
        yield f"{program} imports {name}"


options = argparse.ArgumentParser()
options.add_argument("--ips", required=True, help="the program as it is given to people")
options.add_argument("--parts", required=True, type=pathlib.Path, help="what .ci/sbom made")
options.add_argument("--reuse", required=True, help="the tool that reads the licences of files")
given = options.parse_args()

problems = [*publiccode(), *parts(given.parts), *licences(given.reuse), *calls(given.ips)]
for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(bool(problems))
