"""Makes profiles with the program itself: ordinary, empty, long and hostile ones."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
THEN = EXAMPLES / "ips-groep-de-linde-2026-11-19.toml"
NOW = EXAMPLES / "ips-groep-de-linde-2027-05-27.toml"
QUESTIONNAIRES = Path(__file__).parents[1] / "questionnaires"

# Each is put in every place that a file offers. White space in front hides a formula's first character.
HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A1",
    "]]><!--</title></style></textarea>",
    '\t=HYPERLINK("http://example.org","x")',
    "+1+1",
    "&amp;lt; &#60; &nbsp;",
    "-2+3",
    "\"aan'haling\"; met ;=1+1 ; puntkomma's, =2+2 en komma's",
    "@SUM(A1:A9)",
    "een\r\n=twee\r\ndrie\ten vier",
    "＝1+1",
    "\u202egro.elpmaxe\u202c links",
    "＋1",
    "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽",
    "－1",
    "$x^2$ en `code` en *ster* en _streep_ en ~~door~~ en [link](http://example.org)",
    "＠A1",
    "a\x00b\x1b[31mrood\x07\x7f\x9b",
    "W" * 200,
    "北京的跨專業合作小組",
    "فريق العمل المشترك بين المهنيين",
    "| tabel | rand | \\ | ![plaatje](http://example.org/x.png) |",
    "\r=1",
    "# kop\n- lijst\n1. nummer",
    "_x000D_ _x0041_",
    "{{7*7}} ${7*7} %n %s",
    "a\ufffe\uffff\u200b\ufeffb",
    "<img src=x onerror=alert(1)> <a href='javascript:alert(1)'>x</a>",
    "e\u0301" + "\u0301" * 50,
    "1e5",
]


@dataclass(frozen=True)
class Case:
    """A profile to make reports of."""

    name: str
    profile: Path
    lang: str = "nl"
    compare_with: Path | None = None
    # Texts as people write them: they come through unchanged, and the report fits on two pages, on three with what changed.
    ordinary: bool = False
    hostile: bool = False

    def sheets(self) -> int | None:
        """On how many pages its report fits at most, printed so that a team can read it around a table."""
        return (3 if self.compare_with else 2) if self.ordinary else None


def text(value: str) -> str:
    """A TOML string; JSON's escapes are TOML's but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


class Maker:
    """Writes questionnaires and answer files, and has the program make profiles of them."""

    def __init__(self, ips: Path, folder: Path) -> None:
        self.ips = ips
        self.folder = folder

    def run(self, *arguments: str | Path, typed: str = "") -> None:
        # The language of the questions is that of the program; a test that needs another passes `--lang`.
        env = os.environ | {"IPS_LANG": "nl"}
        subprocess.run([self.ips, *arguments], check=True, capture_output=True, env=env, input=typed.encode())

    def questionnaire(
        self,
        name: str,
        shape: list[int],
        points: int = 5,
        words: list[str] | None = None,
    ) -> tuple[Path, list[str]]:
        """A file with so many questions in each element, and their ids; words, when given, are its texts in turn."""
        given = iter(words * 1000) if words else None

        def say(ordinary: str) -> str:
            return text(next(given) if given else ordinary)

        lines = [f'format = 1\nid = "{name}"\nversion = 1\ntitle = {say("Een eigen vragenlijst")}']
        lines.append(f"source = {say('Zelf gemaakt')}\n[scale]")
        lines.append("labels = [" + ", ".join(say(f"stap {point}") for point in range(1, points + 1)) + "]")
        lines.append(f"[references]\nown = {say('Zelf bedacht')}")
        ids = []
        for element, questions in enumerate(shape, 1):
            lines.append(f'[[elements]]\nid = "e{element}"\ntitle = {say(f"Onderdeel {element}: samen op weg")}')
            for question in range(1, questions + 1):
                ids.append(f"e{element}.q{question}")
                lines.append(f'[[elements.questions]]\nid = "q{question}"')
                lines.append(f"text = {say(f'Doen we bij onderdeel {element} wat we bij vraag {question} zeggen?')}")
                lines.append(f"open = {say('Wat doen we dan?')}\nscored = {say('Kies: we doen het.')}")
            lines.append(f'[[elements.suggestions]]\ntext = {say("Praat erover.")}\nreference = "own"')
        path = self.folder / f"{name}-questions.toml"
        path.write_text("\n".join(lines), encoding="utf-8")
        return path, ids

    def profile(
        self,
        name: str,
        answers: Mapping[str, str | int],
        notes: dict[str, str] | None = None,
        questions: Path | None = None,
        agreements: list[tuple[str, str, str, str]] | None = None,
        team: str = "Team Zuid",
        mode: str = "joint",
        date: str = "2026-10-01",
        functions: str | None = None,
        lang: str = "nl",
    ) -> Path:
        """Has the program make a profile, of a file or as it is typed, answer by answer, where each member has one. Agreements
        are typed into it afterwards, as a hand-edited file has them."""
        meeting = self.folder / name
        shutil.rmtree(meeting, ignore_errors=True)
        meeting.mkdir()
        questionnaire = questions.stem.removesuffix("-questions") if questions else "six-elements"
        lines = [f'questionnaire = "{questionnaire}"\n[answers]']
        lines += [f"{text(key)} = {text(value) if isinstance(value, str) else value}" for key, value in answers.items()]
        lines.append("[notes]")
        lines += [f"{text(key)} = {text(note)}" for key, note in (notes or {}).items()]
        command: list[str | Path] = ["assess", "--lang", lang, "--dir", meeting]
        command += ["--team", team, "--mode", mode, "--participants", "7", "--date", date]
        typed = ""
        if mode == "joint":
            answer_file = self.folder / f"{name}-answers.toml"
            answer_file.write_text("\n".join(lines), encoding="utf-8")
            command += ["--answers", answer_file]
        else:
            command.append("--plain")
            typed = "".join(f"{answer}\n" for answer in answers.values())
        if questions:
            command += ["--questions", questions]
        if functions:
            command += ["--functions", functions]
        self.run(*command, typed=typed)
        (profile,) = meeting.glob("*.toml")
        if agreements:
            tables = [
                f'[[agreements]]\nelement = "{element}"\nwhat = {text(what)}\nwho = {text(who)}\ndue = {text(due)}\n'
                'state = "open"\n'
                for element, what, who, due in agreements
            ]
            body, end = profile.read_text(encoding="utf-8").rsplit("[end]", 1)
            profile.write_text(body + "\n".join(tables) + "\n[end]" + end, encoding="utf-8")
            self.run("check", profile)
        return profile


def cases(ips: Path, folder: Path) -> list[Case]:
    """Every profile that reports are made of; the files of the made ones stand in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    maker = Maker(ips, folder)
    six = json.loads(subprocess.check_output([ips, "questions", "--json"]))
    ids = [question["id"] for element in six["elements"] for question in element["questions"]]
    numbers = {key: 1 + index * 7 % 5 for index, key in enumerate(ids)}
    found = [
        Case("first", THEN, ordinary=True),
        Case("compared", NOW, compare_with=THEN, ordinary=True),
        Case("compared-en", NOW, lang="en", compare_with=THEN, ordinary=True),
        Case("no-notes-en", maker.profile("no-notes-en", numbers, lang="en"), lang="en", ordinary=True),
        Case("empty", maker.profile("empty", dict.fromkeys(ids, "?"))),
        Case("few", maker.profile("few", {key: 1 + index % 4 for index, key in enumerate(ids[::3])})),
        Case("notes", long_notes(maker, ids, numbers)),
    ]
    for name, shape, points in [
        ("two-elements", [3, 4], 5),
        ("twelve-elements", [2] * 12, 5),
        ("one-question", [1], 2),
        ("ten-points", [3, 3, 3, 3], 10),
    ]:
        questions, own = maker.questionnaire(name, shape, points)
        # Fingers held up, some of them on both ends of the scale, so that a question is divided.
        answers = {key: f"1 1 {points} {points} ? {1 + place % points} -" for place, key in enumerate(own)}
        found.append(Case(name, maker.profile(name, answers, questions=questions, mode="tally")))
    found += [of_other_shape(maker, name) for name in ("safety", "recommend", "practices")]
    found += [hostile(maker, turn) for turn in range(3)]
    return found


def of_other_shape(maker: Maker, name: str) -> Case:
    """A questionnaire as others have them, twice: in reverse, from nought to ten, with answers of a question's own."""
    questions = QUESTIONNAIRES / f"{name}.toml"
    asked = json.loads(subprocess.check_output([maker.ips, "questions", "--json", "--questions", questions]))
    ids = [question["id"] for element in asked["elements"] for question in element["questions"]]
    first, points = asked["first"], len(asked["scale"])

    def answers(early: int) -> dict[str, str]:
        """Some agree, some are divided; of the third question only three of seven say something, the first time none."""
        numbers = [[first + (place * member + early) % points for member in range(7)] for place, _ in enumerate(ids)]
        spoken = [" ".join(map(str, given)) for given in numbers]
        for place in range(2, len(ids), 3):
            spoken[place] = "? ? ? ? ? ? ?" if early else f"{first} - - - ? {first + 1} {first + 1}"
        return dict(zip(ids, spoken, strict=True))

    now, then = (
        maker.profile(f"{name}-{when}", answers(early), questions=questions, mode="tally", date=date)
        for early, (when, date) in enumerate([("now", "2026-10-01"), ("then", "2026-05-01")])
    )
    return Case(name, now, compare_with=then)


def meetings(ips: Path, folder: Path) -> Path:
    """A folder with three meetings of one team."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for example in (THEN, NOW):
        shutil.copy(example, folder)
    meeting = ["--team", "IPS-groep De Linde", "--mode", "joint", "--participants", "6", "--date", "2027-11-18"]
    Maker(ips, folder).run("assess", "--dir", folder, "--answers", EXAMPLES / "answers.toml", *meeting)
    return folder


def long_notes(maker: Maker, ids: list[str], numbers: Mapping[str, int]) -> Path:
    paragraph = "We merken dat we elkaar pas bellen als het misgaat, en dat willen we anders doen. " * 5
    notes = {key: "\n\n".join(f"{index}. {paragraph}" for index in range(1, 5)) for key in ids}
    agreements = [("culture", f"Afspraak {number}: {paragraph}", "iedereen", "2027-01-14") for number in range(1, 9)]
    return maker.profile("notes", numbers, notes, agreements=agreements, functions="IB'er, wijkagent")


def hostile(maker: Maker, turn: int) -> Case:
    """Every hostile text in every kind of place; each turn has other ones where a file has only one such place."""
    start = turn * len(HOSTILE) // 3
    words = HOSTILE[start + 1 :] + HOSTILE[: start + 1]
    name = f"hostile-{turn + 1}"
    # One element for each text in the first turn; later ones have elements that are long enough for a score.
    shape = [1] * len(words) if turn == 0 else [8] * 6
    questions, ids = maker.questionnaire(name, shape, 10 if turn == 1 else 5, words)
    # Arguments can't hold NUL.
    spoken = [word.replace("\x00", "\x01") for word in words]
    agreements = [
        (f"e{1 + place % len(shape)}", word, words[place - 1], words[place - 2]) for place, word in enumerate(words)
    ]
    made = [
        maker.profile(
            f"{name}-{when}",
            {key: 1 + (place * 7 + early) % 5 for place, key in enumerate(ids)},
            {key: words[place % len(words)] for place, key in enumerate(ids)},
            questions,
            agreements,
            team=spoken[0][:200],
            functions="\n".join(spoken)[:2000],
            date=date,
        )
        for early, (when, date) in enumerate([("now", "2026-10-01"), ("then", "2026-05-01")])
    ]
    return Case(name, made[0], lang="en" if turn == 1 else "nl", compare_with=made[1], hostile=True)
