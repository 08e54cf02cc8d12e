"""What a report says, read from its Markdown and from `ips show --json`: the other formats have to say the same."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

# The words that mark an element as one of the lowest, the headings of the lists below, and what the table of agreements begins with.
WEAKEST = {"nl": "laagst", "en": "lowest"}
NOTES = {"nl": "Toelichtingen", "en": "Notes"}
AGREEMENTS = {"nl": "Afspraken", "en": "Agreements"}
AGREEMENT = {"nl": "Afspraak", "en": "Agreement"}


def folded(text: str) -> str:
    """A text as people see it: every run of white space is one space."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """Letters only, for texts that a printer broke at any place and drew with joined letters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@dataclass
class Markdown:
    """A Markdown file as a reader sees it."""

    headings: list[tuple[int, str]] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    # For each heading of level 2 the items below it: the lines of each.
    items: dict[str, list[list[str]]] = field(default_factory=dict)
    html: list[str] = field(default_factory=list)


def read_markdown(source: str) -> Markdown:
    seen = Markdown()
    section = ""
    within = ""
    for token in MarkdownIt("commonmark").enable("table").parse(source):
        if token.type in ("html_block",):
            seen.html.append(token.content)
        elif token.type in ("heading_open", "th_open", "td_open", "paragraph_open", "list_item_open"):
            within = token.tag if token.type != "paragraph_open" or within != "li" else "li"
            if token.type == "list_item_open":
                seen.items.setdefault(section, []).append([])
        elif token.type == "bullet_list_close":
            within = ""
        elif token.type == "table_open":
            seen.tables.append([])
        elif token.type == "tr_open":
            seen.tables[-1].append([])
        elif token.type == "inline":
            seen.html += [child.content for child in token.children or [] if child.type == "html_inline"]
            text = "".join(pieces(token))
            if within in ("th", "td"):
                seen.tables[-1][-1].append(folded(text))
            elif within.startswith("h"):
                seen.headings.append((int(within[1]), folded(text)))
                section = folded(text) if within == "h2" else section
            elif within == "li":
                seen.items[section][-1] += [folded(line) for line in text.split("\n")]
    return seen


def pieces(token: Token) -> Iterator[str]:
    address = ""
    for child in token.children or []:
        if child.type == "link_open":
            address = str(child.attrs["href"])
        # Word says where a link leads.
        yield "\n" if child.type in ("softbreak", "hardbreak") else child.content
        if child.type == "link_close":
            yield f" ({address})"


@dataclass
class Element:
    title: str
    score: str
    band: str
    remark: str
    number: float | None
    weakest: bool


@dataclass
class Facts:
    """What every form of one report has to say."""

    team: str
    elements: list[Element]
    questions: list[str]
    # The lines of all notes.
    notes: list[str]
    # What was agreed, who does it and by when, as shown.
    agreements: list[str]
    # The days among these, as `YYYY-MM-DD`: a spreadsheet has them as days.
    days: dict[str, str]
    data: dict[str, Any]

    def texts(self) -> list[str]:
        """Every text that a full report shows somewhere."""
        titles = [element.title for element in self.elements]
        return [self.team, *titles, *self.questions, *self.notes, *self.agreements]

    def has_radar(self) -> bool:
        """With fewer or more axes it can't be read, without scores there is nothing to draw."""
        return 3 <= len(self.elements) <= 12 and any(element.number is not None for element in self.elements)


# Open ones stand first.
STATES = ["open", "done", "dropped"]


def asked(cell: str, scored: str | None) -> str:
    """A question, without what its score stands for, which is in brackets behind it."""
    return cell if scored is None else cell.rsplit(" (", folded(scored).count(" (") + 1)[0]


def facts(source: str, data: dict[str, Any], agreed: list[dict[str, Any]], lang: str) -> Facts:
    """Markdown is what the others are held against, for it also shows texts after they were made safe."""
    markdown = read_markdown(source)
    elements = [
        Element(row[0], row[1], row[2], row[3], known["score"], known["weakest"])
        # A row about all of them may stand below.
        for row, known in zip(markdown.tables[0][1:], data["elements"], strict=False)
    ]
    rows = [row for table in markdown.tables[-len(elements) :] for row in table[1:]]
    questions = [question for element in data["elements"] for question in element["questions"]]
    agreements = [line for _, *note in markdown.items.get(AGREEMENTS[lang], []) for line in note]
    days = {}
    agreed = sorted(agreed, key=lambda agreement: STATES.index(agreement["state"]))
    table = next((rows for head, *rows in markdown.tables if head[0] == AGREEMENT[lang]), [])
    for known, (what, _, who, due, _) in zip(agreed, table, strict=True):
        agreements += [what, who, due]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", known["due"] or ""):
            days[due] = known["due"]
    return Facts(
        team=markdown.headings[0][1].split(": ", 1)[1],
        elements=elements,
        questions=[asked(row[0], known["scored"]) for row, known in zip(rows, questions, strict=True)],
        notes=[line for _, *lines in markdown.items.get(NOTES[lang], []) for line in lines],
        agreements=agreements,
        days=days,
        data=data,
    )
