"""The rules of scoring and comparing, a second time: written from their description, never from the program's code.

Whole numbers and fractions only. What is decided stands in functions and numbers of its own, so that `mutations.py`
can break each of them and see that somebody notices. What comes out has the shape of the program's JSON, as far as
rules go.
"""

import re
import unicodedata
import statistics
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Told:
    """What a shared profile tells of a question that few gave a number to, instead of counts."""

    outcome: str
    sum: int = 0
    numbers: int | None = None
    divided: bool = False


@dataclass(frozen=True)
class Question:
    """A question with how often each answer was given; `counts` is None where nobody was asked, or where only `told` is."""

    id: str
    text: str
    counts: tuple[int, ...] | None = None
    dont_know: int = 0
    not_applicable: int = 0
    reverse: bool = False
    labels: tuple[str, ...] | None = None
    note: str | None = None
    told: Told | None = None


@dataclass(frozen=True)
class Element:
    """An element: its questions in order."""

    id: str
    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Profile:
    """One meeting. `asked` is None when all elements were asked; the bands are given by the questionnaire."""

    team: str
    date: str
    mode: str
    participants: int
    language: str
    version: int
    points: int
    first: int
    labels: tuple[str, ...]
    strong: Fraction
    discuss: Fraction
    elements: tuple[Element, ...]
    asked: tuple[str, ...] | None = None
    functions: str | None = None


# 1. Question


def numbers_of(question, first):
    """Every number that was given, from low to high."""
    counts = question.counts or ()
    return [first + place for place, count in enumerate(counts) for _ in range(count)]


def mostly_not_applicable(not_applicable, voters):
    return 2 * not_applicable > voters


def enough_numbers(numbers, rest):
    return 2 * numbers >= rest


def turned(mean, first, last):
    """A statement where agreeing is bad counts the other way."""
    return first + last - mean


def is_thin(numbers, participants, mode):
    return mode != "joint" and 2 * numbers < participants


def outcome(question):
    if question.told is not None:
        return question.told.outcome
    if question.counts is None:
        return "unanswered"
    numbers = sum(question.counts)
    voters = numbers + question.dont_know + question.not_applicable
    if mostly_not_applicable(question.not_applicable, voters):
        return "not-applicable"
    return "scored" if enough_numbers(numbers, numbers + question.dont_know) else "dont-know"


def question_score(question, profile):
    if outcome(question) != "scored":
        return None
    if question.told is not None:
        mean = Fraction(question.told.sum, question.told.numbers)
    else:
        numbers = numbers_of(question, profile.first)
        mean = Fraction(sum(numbers), len(numbers))
    return turned(mean, profile.first, profile.first + profile.points - 1) if question.reverse else mean


# 2. Element, 3. Overall


def half_of(part, whole):
    """The half rule: at least half, and not of nothing."""
    return part > 0 and 2 * part >= whole


def mean_of(scores):
    return Fraction(sum(scores), len(scores))


def is_often_unknown(unknown, applicable):
    return unknown >= 2 and 2 * unknown >= applicable


def element_result(element, profile):
    outcomes = [outcome(question) for question in element.questions]
    scores = [question_score(question, profile) for question in element.questions]
    scores = [score for score in scores if score is not None]
    applicable = applicable_in(element)
    score = mean_of(scores) if half_of(len(scores), applicable) else None
    return {
        "id": element.id,
        "title": element.title,
        "score": score,
        "band": None if score is None else band(score, profile),
        "answered": len(scores),
        "asked": 0 if is_left_out(element, profile) else applicable,
        "not_asked": is_left_out(element, profile),
        "often_unknown": is_often_unknown(outcomes.count("dont-know"), applicable),
    }


def is_left_out(element, profile):
    return profile.asked is not None and element.id not in profile.asked


def applicable_in(element):
    return sum(outcome(question) != "not-applicable" for question in element.questions)


# 4. Weakest

NEARLY = Fraction(1, 40)


def most_marked(scored):
    """How many may be marked: at most half of the scored."""
    return floor(HALF * scored)


def with_ties(count, scores):
    """The lowest `count` of sorted scores and what ties with the last of them."""
    return [score for score in scores if score <= scores[count - 1]]


def below_tie(tied):
    return [score for score in tied if score < tied[-1]]


def is_nearly(score, last_marked, points):
    return score - last_marked < NEARLY * (points - 1)


def marks(elements, points, count):
    """The ids of the lowest (from low to high), of the nearly as low and, where nothing stands out, the equally low."""
    scored = sorted((element for element in elements if element["score"] is not None), key=lambda it: it["score"])
    scores = [element["score"] for element in scored]
    count = min(count, most_marked(len(scored)))
    if count == 0:
        return [], [], []
    lowest = with_ties(count, scores)
    if len(lowest) > most_marked(len(scored)):
        lowest = below_tie(lowest)
    if not lowest:
        return [], [], [element["id"] for element in scored if element["score"] == scores[0]]
    rest = scored[len(lowest) :]
    nearly = [element["id"] for element in rest if is_nearly(element["score"], lowest[-1], points)]
    return [element["id"] for element in scored[: len(lowest)]], nearly, []


# 5. Band


def band(score, profile):
    if score >= profile.strong:
        return "strong"
    return "discuss" if score >= profile.discuss else "discuss-first"


def usual_bands(points, first):
    """Where strong and worth discussing begin when the questionnaire doesn't say."""
    return first + Fraction(3, 4) * (points - 1), first + HALF * (points - 1)


# 6. Divided

ENOUGH_TO_DIFFER = 3


def median_of(numbers):
    middle = len(numbers) // 2
    return Fraction(numbers[middle]) if len(numbers) % 2 else Fraction(numbers[middle - 1] + numbers[middle], 2)


def is_divided(deviation, points):
    return deviation > Fraction(points, 6)


def far_from_median(points):
    return 1 if points == 2 else max(2, HALF * (points - 1))


def can_differ(question, mode):
    return mode != "joint" and outcome(question) != "not-applicable" and sum(question.counts or ()) >= ENOUGH_TO_DIFFER


def spread(question, profile):
    """Whether a question is divided, and otherwise how many see it differently."""
    if question.told is not None:
        return question.told.divided, None
    if not can_differ(question, profile.mode):
        return False, 0
    numbers = numbers_of(question, profile.first)
    median = median_of(numbers)
    distances = [abs(number - median) for number in numbers]
    if is_divided(mean_of(distances), profile.points):
        return True, 0
    return False, sum(distance >= far_from_median(profile.points) for distance in distances)


def question_result(element, question, profile):
    score = question_score(question, profile)
    numbers = numbers_of(question, profile.first)
    divided, differ = spread(question, profile)
    count = question.told.numbers if question.told else len(numbers)
    return {
        "id": f"{element.id}.{question.id}",
        "text": question.text,
        "score": score,
        "outcome": outcome(question),
        "numbers": count,
        "thin": score is not None and is_thin(count, profile.participants, profile.mode),
        "votes": None if question.told else list(question.counts or [0] * profile.points),
        "dont_know": None if question.told else question.dont_know,
        "not_applicable": None if question.told else question.not_applicable,
        "median": median_of(numbers) if numbers and not question.told else None,
        "divided": divided,
        "differ": differ,
        "reverse": question.reverse,
        "note": question.note,
        "not_asked": is_left_out(element, profile),
    }


def show(profile, count=2):
    """What `show --json` has to say."""
    elements = [element_result(element, profile) for element in profile.elements]
    lowest, nearly, equally = marks(elements, profile.points, count)
    for result, element in zip(elements, profile.elements):
        result["weakest"] = result["id"] in lowest
        result["questions"] = [question_result(element, question, profile) for question in element.questions]
    scores = [element["score"] for element in elements if element["score"] is not None]
    return {
        "team": profile.team,
        "date": profile.date,
        "mode": profile.mode,
        "participants": profile.participants,
        "first": profile.first,
        "overall": mean_of(scores) if half_of(len(scores), len(elements)) else None,
        "weakest": lowest,
        "nearly_weakest": nearly,
        "equally_low": equally,
        "elements": elements,
    }


# What is shared with a coordinator

FEWEST = 5
COUNTED = 8


def shared(profile):
    """The profile as it is shared, or None where it can't be."""
    if profile.mode != "joint" and profile.participants < FEWEST:
        return None
    elements = tuple(
        replace(element, questions=tuple(shared_question(question, profile) for question in element.questions))
        for element in profile.elements
    )
    return replace(profile, elements=elements, functions=None)


def shared_question(question, profile):
    question = replace(question, note=None)
    numbers = sum(question.counts or ())
    if profile.mode == "joint" or numbers >= COUNTED:
        return question
    voters = numbers + question.dont_know + question.not_applicable
    match outcome(question):
        case "scored" if numbers >= FEWEST:
            told = Told("scored", sum(numbers_of(question, profile.first)), numbers, spread(question, profile)[0])
        case "dont-know" | "not-applicable" as why if voters >= FEWEST:
            told = Told(why)
        case _:
            told = Told("unanswered")
    return replace(question, counts=None, dont_know=0, not_applicable=0, told=told)


# 7. Change


def same_text(one, other):
    folded = (" ".join(unicodedata.normalize("NFC", text).split()) for text in (one, other))
    return len(set(folded)) == 1


def same_question(one, other, before, after):
    """The same way of counting and, unless it is a translation of the same version, the same words."""
    if one.reverse != other.reverse:
        return False
    if before.language != after.language:
        return before.version == after.version
    return same_text(one.text, other.text) and same_labels(one.labels, other.labels)


def same_labels(one, other):
    if one is None or other is None:
        return one == other
    return len(one) == len(other) and all(map(same_text, one, other))


def kind(mode):
    return "secret" if mode in ("ballots", "merged") else mode


def stricter_for(before, after):
    """How many times the limit counts: other kinds of answers, or one answer a question."""
    if kind(before) != kind(after):
        return 2
    return Fraction(3, 2) if before == after == "joint" else 1


LEAST_LIMIT = Fraction(2, 5)


def limit_of_clear(points, before, after):
    return max(Fraction(1, 8) * (points - 1), LEAST_LIMIT) * stricter_for(before, after)


def reaches(change, limit):
    return abs(change) >= limit


def enough_moved(with_it, against_it, compared, joint):
    if joint:
        return with_it - against_it >= 3
    return with_it >= min(2, compared)


def is_clear(change, up, down, compared, limit, joint):
    with_it, against_it = (up, down) if change > 0 else (down, up)
    return reaches(change, limit) and enough_moved(with_it, against_it, compared, joint)


def covered(compared, before, after):
    """The half rule, in each of the two."""
    return half_of(compared, before) and half_of(compared, after)


def diff(before, after, count=2):
    """What `diff --json` has to say."""
    shown = show(before, count), show(after, count)
    theirs = {element.id: element for element in before.elements}
    results = [{element["id"]: element for element in one["elements"]} for one in shown]
    limit = limit_of_clear(after.points, before.mode, after.mode)
    elements = []
    for element in after.elements:
        if element.id not in theirs:
            continue
        questions = compared_questions(theirs[element.id], element, before, after)
        moves = [question["change"] for question in questions]
        up, down = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
        result = {
            "id": element.id,
            "title": element.title,
            "before": None,
            "after": None,
            "change": None,
            "clear": False,
            "limit": limit,
            "compared": len(moves),
            "up": up,
            "down": down,
            "weakest_before": results[0][element.id]["weakest"],
            "weakest_after": results[1][element.id]["weakest"],
            "score_before": results[0][element.id]["score"],
            "score_after": results[1][element.id]["score"],
            "questions": questions,
        }
        if covered(len(moves), applicable_in(theirs[element.id]), applicable_in(element)):
            joint = "joint" in (before.mode, after.mode)
            change = mean_of(moves)
            result |= {
                "before": mean_of([question["before"] for question in questions]),
                "after": mean_of([question["after"] for question in questions]),
                "change": change,
                "clear": is_clear(change, up, down, len(moves), limit, joint),
            }
        elements.append(result)
    changed = [element for element in elements if element["change"] is not None]
    overall = {key: mean_of([it[key] for it in changed]) if changed else None for key in ("before", "after", "change")}
    return {
        "overall": overall,
        "elements": elements,
        "not_compared": not_compared(before, after),
        "cautions": [name for name, is_so in cautions(before, after, elements).items() if is_so],
    }


def compared_questions(one, other, before, after):
    theirs = {question.id: question for question in one.questions}
    questions = []
    for question in other.questions:
        earlier = theirs.get(question.id)
        if earlier is None or not same_question(earlier, question, before, after):
            continue
        scores = question_score(earlier, before), question_score(question, after)
        if None not in scores:
            moved = {"before": scores[0], "after": scores[1], "change": scores[1] - scores[0]}
            questions.append({"id": f"{other.id}.{question.id}"} | moved)
    return questions


def cautions(before, after, elements):
    compared = {question["id"] for element in elements for question in element["questions"]}
    return {
        "participants": before.participants != after.participants,
        "functions": other_functions(before.functions, after.functions),
        "kinds": kind(before.mode) != kind(after.mode),
        "labels": before.language == after.language and not same_labels(before.labels, after.labels),
        "thin": any(
            question["thin"] and question["id"] in compared
            for meeting in (before, after)
            for element in show(meeting)["elements"]
            for question in element["questions"]
        ),
    }


def other_functions(one, other):
    """Where both meetings tell them; the order is no matter."""
    if one is None or other is None:
        return False
    lists = (sorted(" ".join(name.split()).casefold() for name in re.split("[,;]", text)) for text in (one, other))
    return len(set(map(tuple, lists))) > 1


def not_compared(before, after):
    """Every question of either meeting that isn't compared, and why; in no order."""
    one, other = questions_of(before), questions_of(after)
    asked_then, asked_now = (questions_of(meeting, asked_only=True) for meeting in (before, after))
    reasons = {}
    for id in one | other:
        if id not in other or id not in one:
            reasons[id] = "only-before" if id in one else "only-after"
        elif id not in asked_then or id not in asked_now:
            reasons[id] = "only-before" if id in asked_then else "only-after" if id in asked_now else "never-asked"
        elif not same_question(one[id], other[id], before, after):
            reasons[id] = how_it_changed(one[id], other[id])
        else:
            match outcome(one[id]) == "scored", outcome(other[id]) == "scored":
                case True, False:
                    reasons[id] = "scored-only-before"
                case False, True:
                    reasons[id] = "scored-only-after"
                case False, False:
                    reasons[id] = "never-scored"
    return reasons


def how_it_changed(one, other):
    if one.reverse != other.reverse:
        return "reverse-changed"
    return "text-changed" if not same_text(one.text, other.text) else "labels-changed"


def questions_of(profile, asked_only=False):
    return {
        f"{element.id}.{question.id}": question
        for element in profile.elements
        if not (asked_only and is_left_out(element, profile))
        for question in element.questions
    }


def trend(meetings, count=2):
    """What `trend --json` has to say: each change is held against the latest meeting that it can be compared with."""
    told = []
    for place, meeting in enumerate(meetings):
        shown = show(meeting, count)
        elements = []
        for element in shown["elements"]:
            earlier = [change_of(element["id"], one, meeting) for one in reversed(meetings[:place])]
            earlier = [result for result in earlier if result is not None]
            elements.append(
                {key: element[key] for key in ("id", "title", "score", "weakest")}
                | {"change": earlier[0]["change"] if earlier else None, "clear": bool(earlier) and earlier[0]["clear"]}
            )
        told.append({key: shown[key] for key in ("date", "mode", "participants", "overall")} | {"elements": elements})
    return {"team": meetings[-1].team, "meetings": told}


def change_of(id, before, after):
    """How one element changed, if that can be said."""
    for element in diff(before, after)["elements"]:
        if element["id"] == id and element["change"] is not None:
            return element
    return None


# 8. Gap


def gap_limit(points):
    return max(Fraction(1, 4) * (points - 1), Fraction(4, 5))


def is_large_enough(profile):
    return profile.participants >= 5


def can_be_clear(profile):
    return profile.mode != "joint" and is_large_enough(profile)


def furthest(pairs):
    """Of pairs with (difference, whether it can be clear, between) the one that counts."""
    return max(pairs, key=lambda pair: pair[:2], default=None)


def gap(meetings):
    """What `gap --json` has to say: the order of the elements and questions is that of the newest version."""
    newest_first = sorted(meetings, key=lambda meeting: -meeting.version)
    elements = []
    for id in dict.fromkeys(element.id for meeting in newest_first for element in meeting.elements):
        own = [next((it for it in meeting.elements if it.id == id), None) for meeting in meetings]
        results = [element and element_result(element, meeting) for element, meeting in zip(own, meetings)]
        pairs = []
        compared = {}
        for first, one in enumerate(meetings):
            for second, other in enumerate(meetings[first + 1 :], first + 1):
                if own[first] is None or own[second] is None or (one.first, one.points) != (other.first, other.points):
                    continue
                found = compared_questions(own[first], own[second], one, other)
                for question in found:
                    compared.setdefault(question["id"], []).append(
                        apart(question["before"], question["after"], (first, second), meetings)
                    )
                if covered(len(found), applicable_in(own[first]), applicable_in(own[second])):
                    means = [mean_of([question[when] for question in found]) for when in ("before", "after")]
                    pairs.append(apart(*means, (first, second), meetings))
        pair = furthest(pairs)
        of_newest = [element for meeting in newest_first for element in meeting.elements if element.id == id]
        questions = dict.fromkeys(question.id for element in of_newest for question in element.questions)
        elements.append(
            {
                "id": id,
                "title": of_newest[0].title,
                "scores": [result and result["score"] for result in results],
                "difference": pair and pair[0],
                "between": pair and pair[2],
                "clear": pair is not None and pair[1] and reaches(pair[0], gap_limit(meetings[pair[2][0]].points)),
                "often_unknown": [result is not None and result["often_unknown"] for result in results],
                "questions": [
                    question_gap(f"{id}.{question}", own, meetings, furthest(compared.get(f"{id}.{question}", [])))
                    for question in questions
                ],
            }
        )
    groups = [{"date": it.date, "mode": it.mode, "participants": it.participants} for it in meetings]
    return {"groups": groups, "elements": elements}


def apart(one, other, between, meetings):
    """How far two groups are apart, and which is lower."""
    lower_first = list(between) if one <= other else list(reversed(between))
    return abs(one - other), all(can_be_clear(meetings[group]) for group in between), lower_first


def question_gap(id, own, meetings, pair):
    scores = []
    for element, meeting in zip(own, meetings):
        asked = [question for question in element.questions if f"{element.id}.{question.id}" == id] if element else []
        scores.append(question_score(asked[0], meeting) if asked else None)
    return {"id": id, "scores": scores, "difference": pair and pair[0], "between": pair and pair[2]}


# 9. Many teams


ENOUGH_TEAMS = 8


def quartiles(scores):
    return statistics.quantiles(scores, n=4, method="inclusive")


def newest(meetings):
    return max(meetings, key=lambda meeting: meeting.date)


def team_of(folder, meeting):
    """What tells a team apart from others."""
    return folder, meeting.team


def counting(meetings, how):
    """The meetings that count: the newest of each team, or all."""
    if how == "all":
        return [meeting for _, meeting in meetings]
    teams = {}
    for folder, meeting in meetings:
        teams.setdefault(team_of(folder, meeting), []).append(meeting)
    return [newest(of_team) for of_team in teams.values()]


def to_one_decimal(number):
    return Fraction(floor(number * 10 + HALF), 10)


def distribution(scores, anonymous):
    """How the scores of some teams lie."""
    scores = [score for score in scores if score is not None]
    edges = (min(scores, default=None), max(scores, default=None))
    middle = quartiles(scores) if len(scores) > 1 else scores * 3 or [None] * 3
    if anonymous:
        edges = (None, None)
        middle = [to_one_decimal(number) for number in middle] if len(scores) >= ENOUGH_TEAMS else [None] * 3
    names = ("lowest", "q1", "median", "q3", "highest")
    return {"teams": len(scores), **dict(zip(names, (edges[0], *middle, edges[1])))}


def overview(meetings, how, count=2):
    """What `overview --json` has to say of (folder, meeting) pairs of one questionnaire."""
    anonymous = how == "anonymous"
    shown = [show(meeting, count) for meeting in counting(meetings, how)]
    elements, questions = [], []
    for place, element in enumerate(meetings[0][1].elements):
        results = [result["elements"][place] for result in shown]
        told = distribution([result["score"] for result in results], anonymous)
        bands = {
            band.replace("-", "_"): sum(result["band"] == band for result in results)
            for band in ("strong", "discuss", "discuss-first")
        }
        hidden = anonymous and told["teams"] < ENOUGH_TEAMS
        elements.append(
            {
                "id": element.id,
                **told,
                "weakest": None if hidden else sum(result["weakest"] for result in results),
                "bands": None if hidden else bands,
                "often_unknown": None if anonymous and len(shown) < ENOUGH_TEAMS else sum(result["often_unknown"] for result in results),
            }
        )
        for number, question in enumerate(element.questions):
            answered = [result["questions"][number] for result in results]
            told = distribution([answer["score"] for answer in answered], anonymous)
            hidden = anonymous and told["teams"] < ENOUGH_TEAMS
            questions.append(
                {
                    "id": f"{element.id}.{question.id}",
                    **told,
                    "divided": None if hidden else sum(answer["divided"] for answer in answered),
                }
            )
    return {
        "teams": len(shown),
        "profiles": len(meetings),
        "copies": 0,
        "skipped": [],
        "others": [],
        "elements": elements,
        "questions": questions,
    }
