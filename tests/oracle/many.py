"""Many teams that were asked the same, in two folders, and what the program says of all of them together."""

import json
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import profiles
import rules


class Network:
    """Teams of one or two meetings. Some have the name of a team in the other folder."""

    def __init__(self, seed, number):
        random = Random(f"{seed}/many/{number}")
        self.number = number
        self.count = random.choice((2, 2, 1, 3))
        asked = replace(profiles.first_meeting(random), asked=None)
        self.meetings = []
        for _ in range(random.choice((1, 2, 3, 5, 8, 9, 12, 20))):
            team = (random.choice("ab"), f"Team {random.randrange(30)}")
            if team not in {(folder, meeting.team) for folder, meeting in self.meetings}:
                day = date(2026, 1, 5) + timedelta(days=random.randrange(300))
                days = [day, day + timedelta(days=random.randint(30, 90))][: random.randint(1, 2)]
                self.meetings += [(team[0], meeting(random, asked, team[1], day)) for day in days]
        self.said = {}

    def ask(self, program, folder, run):
        folder = folder / f"many-{self.number}"
        for name, meeting in self.meetings:
            (folder / name).mkdir(parents=True, exist_ok=True)
            file = folder / name / f"{meeting.team.lower().replace(' ', '-')}-{meeting.date}.toml"
            file.write_text(profiles.to_toml(meeting), encoding="utf-8", newline="\n")
        for how, flags in {"newest": [], "all": ["--all"], "anonymous": ["--anonymous"]}.items():
            self.said[how] = run(program, "overview", "--json", f"--weakest={self.count}", *flags, folder)
        return self

    def differences(self, differences):
        for how, (code, out, err) in self.said.items():
            where = f"overview of {how}"
            if code != 0:
                yield f"{where}: exit {code}: {err.strip()}"
            else:
                yield from differences(rules.overview(self.meetings, how, self.count), json.loads(out), where)


def meeting(random, asked, team, day):
    """The same questions at another meeting, answered anew."""
    mode = random.choice(("joint", "tally", "ballots"))
    people = asked.participants if random.random() < 0.5 else random.randint(1, 12)
    drawn = replace(asked, team=team, date=str(day), mode=mode, participants=people)

    def answered(question):
        return replace(
            question, **dict(zip(("counts", "dont_know", "not_applicable"), profiles.answers(random, drawn)))
        )

    elements = [
        replace(element, questions=tuple(answered(question) for question in element.questions))
        for element in asked.elements
    ]
    return replace(drawn, elements=tuple(elements))
