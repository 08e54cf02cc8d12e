"""Ways to break a rule: for each, what stands in the place of which function or number of `rules.py` or `shown.py`."""

import statistics
from contextlib import contextmanager
from fractions import Fraction
from math import floor

import rules
import shown

MUTATIONS = {
    "not applicable from half of the voters": (
        rules,
        "mostly_not_applicable",
        lambda count, voters: voters > 0 and 2 * count >= voters,
    ),
    "more than half needs a number": (rules, "enough_numbers", lambda numbers, rest: 2 * numbers > rest),
    "a reversed question counts as it is": (rules, "turned", lambda mean, first, last: mean),
    "a reversed question counts from 1": (rules, "turned", lambda mean, first, last: 1 + last - mean),
    "exactly half the participants is thin": (
        rules,
        "is_thin",
        lambda numbers, people, mode: mode != "joint" and 2 * numbers <= people,
    ),
    "joint is thin": (rules, "is_thin", lambda numbers, people, mode: 2 * numbers < people),
    "more than half of the questions needs a score": (rules, "half_of", lambda part, whole: 2 * part > whole),
    "one unknown is often": (
        rules,
        "is_often_unknown",
        lambda unknown, applicable: unknown > 0 and 2 * unknown >= applicable,
    ),
    "unknown from more than half": (
        rules,
        "is_often_unknown",
        lambda unknown, applicable: unknown >= 2 and 2 * unknown > applicable,
    ),
    "all may be marked": (rules, "most_marked", lambda scored: scored),
    "half may be marked, rounded up": (rules, "most_marked", lambda scored: (scored + 1) // 2),
    "ties with the last stay unmarked": (rules, "with_ties", lambda count, scores: scores[:count]),
    "a tie that is too large marks nothing": (rules, "below_tie", lambda tied: []),
    "nearly as low up to the edge itself": (
        rules,
        "is_nearly",
        lambda score, last, points: score - last <= rules.NEARLY * (points - 1),
    ),
    "nearly as low on five points everywhere": (
        rules,
        "is_nearly",
        lambda score, last, points: score - last < Fraction(1, 10),
    ),
    "usual bands only": (rules, "band", lambda score, profile: ordinary_band(score, profile)),
    "divided at the limit itself": (rules, "is_divided", lambda deviation, points: deviation >= Fraction(points, 6)),
    "divided from a fixed distance": (rules, "is_divided", lambda deviation, points: deviation > Fraction(5, 6)),
    "four may share": (rules, "FEWEST", 4),
    "seven numbers are shared as counts": (rules, "COUNTED", 7),
    "two numbers can differ": (rules, "ENOUGH_TO_DIFFER", 2),
    "two points is far on every scale": (rules, "far_from_median", lambda points: 1 if points == 2 else 2),
    "two steps on two points": (rules, "far_from_median", lambda points: max(2, Fraction(points - 1, 2))),
    "not applicable can be divided": (rules, "can_differ", lambda question, mode: sum(question.counts or ()) >= 3),
    "the lower middle is the median": (
        rules,
        "median_of",
        lambda numbers: Fraction(numbers[(len(numbers) - 1) // 2]),
    ),
    "texts are the same to the letter": (rules, "same_text", lambda one, other: one == other),
    "every text is the same": (rules, "same_text", lambda one, other: True),
    "own labels don't matter": (rules, "same_labels", lambda one, other: True),
    "ballots are fingers": (rules, "kind", lambda mode: "joint" if mode == "joint" else "tally"),
    "other kinds are no stricter": (
        rules,
        "stricter_for",
        lambda before, after: Fraction(3, 2) if before == after == "joint" else 1,
    ),
    "joint is no stricter": (
        rules,
        "stricter_for",
        lambda before, after: 2 if rules.kind(before) != rules.kind(after) else 1,
    ),
    "no least limit on short scales": (rules, "LEAST_LIMIT", 0),
    "the limit itself isn't enough": (rules, "reaches", lambda change, limit: abs(change) > limit),
    "one question may move an element": (
        rules,
        "enough_moved",
        lambda up, down, compared, joint: not joint or up - down >= 3,
    ),
    "joint needs no more than two": (rules, "enough_moved", lambda up, down, compared, joint: up >= min(2, compared)),
    "joint needs two more": (
        rules,
        "enough_moved",
        lambda up, down, compared, joint: up - down >= 2 if joint else up >= min(2, compared),
    ),
    "the order of functions matters": (
        rules,
        "other_functions",
        lambda one, other: None not in (one, other) and one != other,
    ),
    "coverage counts afterwards only": (
        rules,
        "covered",
        lambda compared, before, after: rules.half_of(compared, after),
    ),
    "coverage counts before only": (
        rules,
        "covered",
        lambda compared, before, after: rules.half_of(compared, before),
    ),
    "groups differ as meetings do": (rules, "gap_limit", lambda points: max(Fraction(points - 1, 8), Fraction(2, 5))),
    "no least limit between groups": (rules, "gap_limit", lambda points: Fraction(points - 1, 4)),
    "small groups can differ clearly": (rules, "is_large_enough", lambda profile: True),
    "six people are enough, five aren't": (rules, "is_large_enough", lambda profile: profile.participants > 5),
    "joint can differ clearly": (rules, "can_be_clear", lambda profile: rules.is_large_enough(profile)),
    "the first pair counts": (rules, "furthest", lambda pairs: pairs[0] if pairs else None),
    "quartiles as if more teams could come": (
        rules,
        "quartiles",
        lambda scores: statistics.quantiles(scores, n=4, method="exclusive"),
    ),
    "the oldest meeting of a team": (rules, "newest", lambda meetings: min(meetings, key=lambda meeting: meeting.date)),
    "one name is one team in two folders": (rules, "team_of", lambda folder, meeting: meeting.team),
    "seven teams are enough": (rules, "ENOUGH_TEAMS", 7),
    "nine teams are enough": (rules, "ENOUGH_TEAMS", 9),
    "one decimal is cut off": (rules, "to_one_decimal", lambda number: Fraction(floor(number * 10), 10)),
    "rounds half down": (shown, "rounded", lambda number, decimals: -shown.half_up(-number, decimals)),
    "one decimal, always": (shown, "MOST_DECIMALS", 1),
    "two decimals at most": (shown, "MOST_DECIMALS", 2),
}


def ordinary_band(score, profile):
    strong, discuss = rules.usual_bands(profile.points, profile.first)
    return "strong" if score >= strong else "discuss" if score >= discuss else "discuss-first"


@contextmanager
def broken(name):
    """While this lasts, the rule is broken."""
    module, what, instead = MUTATIONS[name]
    whole = getattr(module, what)
    setattr(module, what, instead)
    try:
        yield
    finally:
        setattr(module, what, whole)
