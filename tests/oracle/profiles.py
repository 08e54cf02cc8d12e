"""Random meetings, and the file of each.

Chance alone hardly ever meets the edge of a rule, so answers are drawn with a liking for edges: few different ones, so
that elements tie; means on the edge of a band; deviations just at the limit of divided; exactly half that doesn't know.
"""

import json
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import rules
from rules import Element, Profile, Question

TRIES = 40
NOTES = (None, None, None, "Kort en goed.", "Eén; \"twee\", drie", "=1+1", "twee\nregels")


def meetings(random, count):
    """One team over `count` meetings, at least a month apart."""
    drawn = [first_meeting(random)]
    while len(drawn) < count:
        drawn.append(next_meeting(random, drawn[-1]))
    return drawn


def first_meeting(random):
    points = random.choice((2, 3, 4, 5, 5, 5, 6, 7, 8, 9, 10, 11))
    first = 0 if points == 11 else random.choice((0, 1))
    strong, discuss = rules.usual_bands(points, first)
    if random.random() < 0.2:
        edges = [first + Fraction(part, 20) * (points - 1) for part in range(1, 20)]
        discuss, strong = sorted(random.sample(edges, 2))
    mode = random.choice(("joint", "tally", "ballots", "merged"))
    profile = Profile(
        team="Team Zuid",
        date=str(date(2026, 1, 5) + timedelta(days=random.randrange(300))),
        mode=mode,
        participants=random.choice((1, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 12, 12, 24, 200)),
        language=random.choice(("nl", "en")),
        version=1,
        points=points,
        first=first,
        labels=labels(random, points, ""),
        strong=strong,
        discuss=discuss,
        elements=(),
    )
    pool = [answers(random, profile) for _ in range(random.choice((1, 2, 3, 6, 20)))]
    sizes = [random.choice((1, 2, 2, 3, 3, 4, 5)) for _ in range(random.randint(2, 8))]
    elements = [
        Element(
            f"e{place}",
            f"Element {place}",
            tuple(
                question(random, profile, f"q{number}", f"Gaat é{place} {number} goed?", pool) for number in range(size)
            ),
        )
        for place, size in enumerate(sizes)
    ]
    asked = None
    if len(elements) > 2 and random.random() < 0.15:
        asked = tuple(sorted(random.sample([element.id for element in elements], random.randint(1, len(elements) - 1))))
    return replace(profile, asked=asked, elements=only_asked(elements, asked))


def only_asked(elements, asked):
    nobody = {"counts": None, "dont_know": 0, "not_applicable": 0, "note": None}
    return tuple(
        element
        if asked is None or element.id in asked
        else replace(element, questions=tuple(replace(question, **nobody) for question in element.questions))
        for element in elements
    )


def labels(random, points, mark):
    """A label for each point, or for the ends only."""
    if random.random() < 0.2:
        return f"niet{mark}", f"wel{mark}"
    return tuple(f"stap{mark} {chr(97 + place)}" for place in range(points))


def question(random, profile, id, text, pool):
    own = labels(random, profile.points, f" van {id}") if random.random() < 0.1 else None
    drawn = random.choice(pool) if pool else answers(random, profile)
    return Question(id, text, *drawn, reverse=random.random() < 0.15, labels=own, note=random.choice(NOTES))


def answers(random, profile):
    """Counts for each point, don't know and not applicable."""
    if profile.mode == "joint":
        sign = random.random()
        if sign < 0.25:
            return (None, 0, 0) if sign < 0.05 else ((0,) * profile.points, int(sign < 0.15), int(sign >= 0.15))
        return counted([random.randrange(profile.points)], profile.points), 0, 0
    if random.random() < 0.05:
        return None, 0, 0
    voters = profile.participants if random.random() < 0.8 else random.randint(1, profile.participants)
    dont_know = not_applicable = 0
    match random.randrange(8):
        case 0:
            not_applicable = min(voters, voters // 2 + random.choice((0, 0, 1)))
        case 1:
            dont_know = min(voters, voters // 2 + random.choice((0, 0, 1)))
        case 2:
            not_applicable = random.randint(0, voters)
            dont_know = (voters - not_applicable) // 2
        case 3:
            dont_know = random.randint(0, voters)
    places = numbers(random, profile, voters - dont_know - not_applicable)
    return counted(places, profile.points), dont_know, not_applicable


def counted(places, points):
    return tuple(places.count(place) for place in range(points))


def numbers(random, profile, count):
    """Places on the scale, from 0, of as many people."""
    points = profile.points

    def anything():
        return [random.randrange(points) for _ in range(count)]

    def sought(fits):
        drawn = anything()
        for _ in range(TRIES):
            if count == 0 or fits(drawn):
                break
            drawn = anything()
        return drawn

    def at_limit_of_divided(places):
        median = rules.median_of(sorted(places))
        return 6 * sum(abs(place - median) for place in places) == points * len(places)

    def at_edge(places):
        return profile.first + rules.mean_of(places) in (profile.strong, profile.discuss)

    def around_middle():
        """Means in the middle, where a band begins, or one step of one person lower."""
        places = [place for pair in range(count // 2) for place in (pair % points, points - 1 - pair % points)]
        places += [(points - 1) // 2] * (count % 2)
        highest = places.index(max(places)) if places else 0
        return [place - (number == highest and place > 0 and lower) for number, place in enumerate(places)]

    lower = random.randrange(2)
    match random.randrange(7):
        case 0:
            return [random.randrange(points)] * count
        case 6:
            return around_middle()
        case 1:
            return sought(at_limit_of_divided)
        case 2:
            return sought(at_edge)
        case 3:
            others = random.randint(1, 4)
            most, far = random.randrange(points), random.randrange(points)
            return ([far] * others + [most] * max(0, count - others))[:count]
        case 4:
            low = random.randrange(points)
            return [min(points - 1, low + random.randrange(2)) for _ in range(count)]
        case _:
            return anything()


def next_meeting(random, before):
    """The same team a while later: answers that moved together, and now and then something else that changed."""
    changed = {"date": str(date.fromisoformat(before.date) + timedelta(days=random.randint(30, 400)))}
    if random.random() < 0.3:
        changed["mode"] = random.choice(("joint", "tally", "ballots"))
    if random.random() < 0.3:
        changed["participants"] = random.randint(1, 12)
    if random.random() < 0.1:
        changed["language"] = "en" if before.language == "nl" else "nl"
    if random.random() < 0.1:
        changed["version"] = before.version + 1
    if random.random() < 0.1:
        changed["labels"] = labels(random, before.points, "je")
    if random.random() < 0.5:
        changed["functions"] = random.choice(("IB'er, wijkagent", "Wijkagent;  IB'er", "wijkagent"))
    after = replace(before, asked=before.asked if random.random() < 0.5 else None, **changed)
    same_people = (after.mode, after.participants) == (before.mode, before.participants)
    elements = []
    for element in before.elements:
        move = random.choice((0, 1, 1, 2, -1, -1, -2))
        moved = []
        for asked in element.questions:
            if same_people and asked.counts is not None:
                counts = stepped(random, asked.counts, move)
                drawn = {"counts": counts}
            else:
                drawn = dict(zip(("counts", "dont_know", "not_applicable"), answers(random, after)))
            moved.append(replace(asked, note=None, **drawn, **reworded(random, asked, before, after)))
        if random.random() < 0.05:
            moved.append(question(random, after, f"new{random.randrange(1000)}", "Nieuw?", []))
        if len(moved) > 1 and random.random() < 0.05:
            moved.pop(random.randrange(len(moved)))
        elements.append(replace(element, questions=tuple(moved)))
    return replace(after, elements=only_asked(elements, after.asked))


def stepped(random, counts, move):
    """Some of the people one or more steps up or down, nobody off the scale."""
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    share = random.choice((0, 0.5, 1, 1))
    for person in random.sample(range(len(places)), round(share * len(places))):
        places[person] = max(0, min(len(counts) - 1, places[person] + move))
    return counted(places, len(counts))


def reworded(random, asked, before, after):
    if before.language != after.language:
        return {"text": f"{asked.text} ({after.language})"}
    match random.randrange(40):
        case 0:
            return {"text": f"{asked.text} Echt?"}
        case 1:
            return {"text": unicodedata.normalize("NFD", asked.text).replace(" ", "  ")}
        case 2:
            return {"reverse": not asked.reverse}
        case 3:
            return {"labels": labels(random, before.points, " anders")}
    return {}


def plain(number):
    """A number as files have it."""
    return repr(round(float(number), 6))


def text_of(value):
    return json.dumps(value, ensure_ascii=False)


def to_toml(profile, spoil=None):
    """The profile's file. `spoil` names a result that somebody changed by hand."""
    shown = rules.show(profile)

    def result(entry, key):
        value = entry[key]
        return value if spoil != (entry.get("id"), key) else value + 1

    lines = ["format = 1", f"team = {text_of(profile.team)}", f"date = {profile.date}", f'mode = "{profile.mode}"']
    lines.append(f"participants = {profile.participants}")
    if profile.functions:
        lines.append(f"functions = {text_of(profile.functions)}")
    if profile.asked is not None:
        lines.append(f"asked = {text_of(profile.asked)}")
    lines += ["", "[questionnaire]", 'id = "proef"', f"version = {profile.version}", f'language = "{profile.language}"']
    lines += ['title = "Een proef"', *scale_lines(profile)]
    lines += [f"strong = {plain(profile.strong)}", f"discuss = {plain(profile.discuss)}", "", "[result]"]
    totals = {"id": None, "score": shown["overall"]}
    totals |= {key: sum(element[key] for element in shown["elements"]) for key in ("answered", "asked")}
    if totals["score"] is not None:
        lines.append(f"score = {plain(result(totals, 'score'))}")
    lines += [f"answered = {result(totals, 'answered')}", f"asked = {result(totals, 'asked')}"]
    lines.append(f"weakest = {text_of(shown['weakest'])}")
    for element, scored in zip(profile.elements, shown["elements"]):
        lines += ["", "[[elements]]", f'id = "{element.id}"', f"title = {text_of(element.title)}"]
        if scored["score"] is not None:
            lines += [f"score = {plain(result(scored, 'score'))}", f'band = "{scored["band"]}"']
        lines += [f"answered = {result(scored, 'answered')}", f"asked = {result(scored, 'asked')}"]
        for question in element.questions:
            lines += ["", "[[elements.questions]]", *question_lines(question, profile)]
    return "\n".join([*lines, "", "[end]", 'end = "complete"'])


def scale_lines(profile):
    if profile.first != 1:
        yield f"first = {profile.first}"
    if len(profile.labels) < profile.points:
        yield f"points = {profile.points}"
    yield f"scale = {text_of(profile.labels)}"


def question_lines(question, profile):
    yield f'id = "{question.id}"'
    yield f"text = {text_of(question.text)}"
    if question.reverse:
        yield "reverse = true"
    if question.labels:
        yield f"labels = {text_of(question.labels)}"
    if question.counts is not None and profile.mode == "joint":
        numbers = rules.numbers_of(question, profile.first)
        yield f"answer = {numbers[0]}" if numbers else f'answer = "{"?" if question.dont_know else "-"}"'
    elif question.counts is not None:
        yield f"votes = {list(question.counts)}"
        yield f"dont_know = {question.dont_know}"
        yield f"not_applicable = {question.not_applicable}"
    if question.note:
        yield f"note = {text_of(question.note)}"


def spoilt(random, profile):
    """Now and then a stored result that somebody changed by hand: of which element, and which."""
    if random.random() < 0.85:
        return None
    scored = [element["id"] for element in rules.show(profile)["elements"] if element["score"] is not None]
    return random.choice(scored or [None]), random.choice(("score", "answered") if scored else ("answered",))
