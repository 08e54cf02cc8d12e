"""Numbers as people see them, and where they stand in what the program says in Dutch."""

import re
from math import floor

import rules

MOST_DECIMALS = 3


def half_up(number, decimals):
    return rules.Fraction(floor(number * 10**decimals + rules.HALF), 10**decimals)


rounded = half_up


def in_dutch(number, decimals):
    return f"{float(rounded(number, decimals)):.{decimals}f}".replace(".", ",")


def decimals_for(score, is_marked, others, profile):
    """One, or as many more as it takes for a band edge or a marked difference to be seen."""
    for decimals in range(1, MOST_DECIMALS):
        told = rounded(score, decimals)
        hides_edge = rules.band(told, profile) != rules.band(score, profile)
        if not hides_edge and not any(
            other != score and rounded(other, decimals) == told
            for other, is_other_marked in others
            if is_other_marked != is_marked
        ):
            return decimals
    return MOST_DECIMALS


def report(result, profile):
    """What the report's table of elements has to say: in a table all have the decimals that one of them needs."""
    scored = [(it["score"], it["weakest"]) for it in result["elements"] if it["score"] is not None]
    most = max((decimals_for(*pair, scored, profile) for pair in scored), default=1)
    scores = [element["score"] for element in result["elements"]]
    return {"elements": [None if score is None else in_dutch(score, most) for score in scores]}


def in_markdown(text):
    """The table of elements in a report."""
    rows = re.findall(r"^\| Element \d+ \| ([^|]*) \| ([^|]*) \| ([^|]*) \|$", text, re.MULTILINE)
    return {"elements": [row[0].strip() if row[0].strip()[:1].isdigit() else None for row in rows]}


def changes(result, profile):
    """The table of changes: all have the decimals that a score needs, or that it takes to see which change is large."""
    compared = [element for element in result["elements"] if element["change"] is not None]
    moves = [abs(it["change"]) for it in [*compared, result["overall"]] if it["change"] is not None]

    def tells(decimals):
        for when in ("before", "after"):
            scored = [(it[when], it[f"weakest_{when}"]) for it in compared]
            if any(decimals_for(*pair, scored, profile) > decimals for pair in scored):
                return False
        limits = {element["limit"] for element in compared}
        return all((rounded(move, decimals) >= limit) == (move >= limit) for move in moves for limit in limits)

    most = next((decimals for decimals in range(1, MOST_DECIMALS + 1) if tells(decimals)), MOST_DECIMALS + 1)
    return {
        when: [None if it["change"] is None else in_dutch(it[when], most) for it in result["elements"]]
        for when in ("before", "after")
    }


def in_words(text):
    rows = re.findall(r"^Element \d+\. (?:Toen ([\d,]+), nu ([\d,]+),|.*)", text, re.MULTILINE)
    return {when: [row[place] or None for row in rows] for place, when in enumerate(("before", "after"))}
