"""Types in real shells, presses Tab, and looks at what the program then gets: quoting and all.

    python3 tests/shells/check.py PROGRAM SCRIPTS

SCRIPTS is a folder with the files that the package installs: `ips` for bash, `_ips` for zsh and `ips.fish`.
"""

import os
import pty
import select
import shutil
import sys
import tempfile
import time
from pathlib import Path

PROGRAM, SCRIPTS = (str(Path(given).resolve()) for given in sys.argv[1:3])
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
# Nothing in it may act in a shell.
HOSTILE = "Het 'B&W'-team $(touch acted) `touch acted`; \"é\" of zo"
NEWEST = "ips-groep-de-linde-2027-05-27.toml"

# What is typed behind the program's name, and what it has to get.
CASES = [
    ("sho\t", ["show"]),
    ("too\t", ["toon"]),
    ("show ips-groep-de-linde-2027\t", ["show", NEWEST]),
    ("gap groe\t", ["gap", "groepen"]),
    ("show 'a map/p\t", ["show", "a map/profile.toml"]),
    ("show --te\tIPS\t", ["show", "--team", "IPS-groep De Linde"]),
    ("show --team 'IPS\t", ["show", "--team", "IPS-groep De Linde"]),
    ("show --team=IPS\t", ["show", "--team=IPS-groep De Linde"]),
    ("show --team Het\t", ["show", "--team", HOSTILE]),
    ("show --team 'Het\t", ["show", "--team", HOSTILE]),
    ('show --team "Het\t', ["show", "--team", HOSTILE]),
    ("card --element cult\t", ["card", "--element", "culture"]),
    ("assess --elements culture,ena\t", ["assess", "--elements", "culture,enabling-system"]),
    ("guide --format htm\t", ["guide", "--format", "html"]),
]

# How each shell begins without anyone's settings, and with ours.
SHELLS = {
    "bash": (["bash", "--noprofile", "--norc", "-i"], f"source '{SCRIPTS}/ips'"),
    "zsh": (["zsh", "-f", "-i"], f"fpath=('{SCRIPTS}' $fpath); autoload -Uz compinit; compinit -D"),
    # As `source <(ips completions zsh)` does.
    "zsh, sourced": (["zsh", "-f", "-i"], f"autoload -Uz compinit; compinit -D; source '{SCRIPTS}/_ips'"),
    "fish": (["fish", "--no-config", "-i"], f"source '{SCRIPTS}/ips.fish'"),
}

# Stands for the program: what it is asked it has answered, and what it is told to do it writes down.
STAND_IN = """#!/bin/bash
[[ -n $IPS_COMPLETE ]] && exec "$PROGRAM" "$@"
printf '%s\\0' "$@" >"$GOT.new" && mv "$GOT.new" "$GOT"
"""


def prepared():
    """A folder with profiles, and one with the program's stand-in."""
    home = Path(tempfile.mkdtemp(prefix="ips-shells-"))
    team = home / "team"
    shutil.copytree(EXAMPLES, team)
    profile = (team / NEWEST).read_text(encoding="utf-8")
    (team / "a map").mkdir()
    (team / "a map" / "profile.toml").write_text(profile, encoding="utf-8")
    name = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    other = profile.replace('"IPS-groep De Linde"', f'"{name}"')
    (team / "other.toml").write_text(other, encoding="utf-8")
    (home / "bin").mkdir()
    stand_in = home / "bin" / "ips"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    return home


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, command, home):
        self.got = home / "got"
        environment = {
            "HOME": str(home),
            "PATH": f"{home}/bin:{os.environ['PATH']}",
            "TERM": "xterm",
            "LANG": "C.UTF-8",
            "PROGRAM": PROGRAM,
            "GOT": str(self.got),
        }
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(home / "team")
            os.execvpe(command[0], command, environment)
        self.seen = b""

    def read(self, seconds):
        if select.select([self.terminal], [], [], seconds)[0]:
            try:
                self.seen += os.read(self.terminal, 65536)
            except OSError:
                pass

    def type(self, text):
        os.write(self.terminal, text.encode())

    def wait_for(self, what, seconds=30):
        end = time.monotonic() + seconds
        while not what():
            if time.monotonic() > end:
                return False
            self.read(0.05)
        return True

    def run(self, typed):
        """The arguments that the program gets when this is typed behind its name."""
        self.got.unlink(missing_ok=True)
        self.seen = b""
        self.type(f"ips {typed}\r")
        if not self.wait_for(self.got.exists):
            return None
        # Not yet at its next line, a shell loses what is typed. It says when it is, but for fish, which loses nothing.
        self.wait_for(lambda: self.seen.rfind(b"[?2004h") >= self.seen.rfind(b"[?2004l"))
        # A folder's stroke is taken away again by zsh.
        return [word.removesuffix("/") for word in self.got.read_bytes().decode().split("\0")[:-1]]

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def check(name, home):
    command, begin = SHELLS[name]
    shell = Shell(command, home)
    # Apart, so that the line as it is typed doesn't say it already.
    shell.wait_for(lambda: shell.seen, 10)
    shell.type(f"{begin}; echo rea''dy\r")
    wrong = []
    if not shell.wait_for(lambda: b"ready\r\n" in shell.seen):
        wrong.append(f"{name} doesn't begin: {shell.seen!r}")
    else:
        for typed, wanted in CASES:
            got = shell.run(typed)
            if got != wanted:
                wrong.append(f"{name}: {typed!r} gives {got}, not {wanted}: {shell.seen!r}")
                # The rest would stand behind a line that isn't whole.
                break
    shell.end()
    return wrong


def main():
    home = prepared()
    try:
        wrong = [line for name in SHELLS for line in check(name, home)]
        if (home / "team" / "acted").exists():
            wrong.append("the name of a team acted")
    finally:
        shutil.rmtree(home)
    print("\n".join(wrong) or f"{len(SHELLS)} shells, {len(CASES)} lines each: all filled in")
    sys.exit(bool(wrong))


main()
