"""Takes out every text that a person reads, with its place: from the code, the questionnaires and the documents.

What is no language is left out of a text: code, commands, flags, names of files, addresses. Where it stands in a sentence a
`×` takes its place, so that the sentence still has as many words."""

import pathlib
import re
import tomllib
from dataclasses import dataclass

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = ("nl", "en")

ENGLISH = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "examples/many-teams.md"]
# Of this project's texts those that are the work of others, word for word.
QUOTED = [
    line.removeprefix("- ")
    for file in sorted((ROOT / "tests/source").glob("*.nl.txt"))
    for line in file.read_text(encoding="utf-8").splitlines()
]


@dataclass(frozen=True)
class Text:
    """A text in a language, and where it stands."""

    place: str
    lang: str
    said: str
    # The work of others, or its translation.
    quoted: bool = False


def pair(place, *said):
    """A text in both languages."""
    return tuple(Text(place, lang, text, said[0] in QUOTED) for lang, text in zip(LANGUAGES, said, strict=True))


LITERAL = r'"(?:[^"\\]|\\.)*"'
SAID = re.compile(rf"\b(nl|en|value):\s*({LITERAL}(?:\s*/\s*{LITERAL})*)", re.DOTALL)
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def literal(source):
    """What a literal of Rust says."""
    text = re.sub(r"\\\n\s*", "", source[1:-1])
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda code: chr(int(code[1], 16)), text)
    return re.sub(r"\\(.)", lambda escaped: ESCAPES.get(escaped[1], escaped[1]), text)


def of_code():
    """Pairs of texts from the macros that have every sentence in both languages."""
    for file in sorted((ROOT / "src").rglob("*.rs")):
        # What a test writes is read by nobody.
        source = file.read_text(encoding="utf-8").split("#[cfg(test)]\nmod tests {")[0]
        # A remark is none of the texts: it is blanked, so that lines keep their number.
        source = re.sub(r"(?m)^\s*//.*$", "", source)
        waiting = []
        for found in SAID.finditer(source):
            place = f"{file.relative_to(ROOT)}:{source.count(chr(10), 0, found.start()) + 1}"
            literals = [literal(one) for one in re.findall(LITERAL, found[2], re.DOTALL)]
            if found[1] == "nl":
                waiting = literals
            elif found[1] == "en":
                for both in zip(waiting, literals, strict=True):
                    yield pair(place, *both)
            # How the help calls the value of a flag.
            elif len(literals) == 2:
                yield pair(place, *literals)


def below(value, path):
    """Pairs of texts in a table of TOML, and texts that only a language has."""
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES) and all(isinstance(said, str) for said in value.values()):
            yield pair(path, *(value[lang] for lang in LANGUAGES))
        else:
            for key, inner in value.items():
                lang = path.rsplit(".", 1)[-1]
                if lang in LANGUAGES and isinstance(inner, str):
                    # A word and what it means.
                    yield (Text(path, lang, f"{key}: {inner}"),)
                else:
                    yield from below(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from below(inner, f"{path}.{number}")


def of_data():
    """The questionnaires, ways of working and sources."""
    for file in sorted((ROOT / "data").glob("*.toml")):
        yield from below(tomllib.loads(file.read_text(encoding="utf-8")), file.name)


def of_catalogue():
    """What catalogues are told of the program."""
    said = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))["description"]
    for key in ("shortDescription", "longDescription", "features"):
        both = [said[lang][key] if key == "features" else said[lang][key].split("\n\n") for lang in LANGUAGES]
        for number, texts in enumerate(zip(*both, strict=True), 1):
            yield pair(f"publiccode.yml:{key}.{number}", *(text.replace("\n", " ") for text in texts))


def of_document(name, lang):
    """The paragraphs, headings, points and cells of a document in Markdown."""
    paragraph, start, in_code = [], 0, False
    for number, line in enumerate([*(ROOT / name).read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.lstrip().startswith("```"):
            in_code = not in_code
            line = ""
        if in_code:
            line = ""
        begins = re.match(r"\s*(?:[-*] |\d+\. |#+ |> |\||$)", line)
        if begins and paragraph:
            yield Text(f"{name}:{start}", lang, " ".join(paragraph))
            paragraph = []
        if line.lstrip().startswith("|"):
            for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")):
                if re.search(r"[^\W\d_]", cell):
                    yield Text(f"{name}:{number}", lang, cell.strip())
        elif line.strip():
            if not paragraph:
                start = number
            paragraph.append(line[begins.end() if begins else 0 :].strip())


def documents():
    for name in ENGLISH:
        yield from of_document(name, "en")
    for lang in LANGUAGES:
        yield from of_document(f"data/guide.{lang}.md", lang)


def pairs():
    """Every text that stands in both languages beside each other."""
    return [both for both in (*of_code(), *of_data(), *of_catalogue()) if len(both) == 2]


def texts():
    """Every text."""
    found = [text for beside in (*of_code(), *of_data(), *of_catalogue()) for text in beside]
    return [*found, *documents()]


NO_LANGUAGE = re.compile(
    "|".join(
        [
            r"`+[^`]*`+",  # code
            r"!?\[[^\]]*\]\((?=http)[^)]*\)",  # a link with an address
            r"\]\([^)]*\)",  # where another link leads
            r"https?://\S+|www\.\S+",
            r"<[a-z/][^>]*>",  # an address, or HTML
            r"“ips[^”]*”|\| [A-Za-z-]+(?: [A-Za-z-]+)?",  # a command to type, and what it is handed to
            r"\bips(?: [a-z-]+)?\b",
            r"(?<!\w)--?[a-z][\w-]*(?:[ =][A-Z|]+)?",  # flags
            r"\{[^{}]*\}",  # what is filled in
            r"[\w*…-]*\.(?:toml|html|docx|xlsx|odt|ods|csv|json|md|svg|png|txt|exe|cmd|zip|tmp|rs|py|ttf|js|css|eml|draft)\b\S*",
            r"\b[\w-]{2,}(?:\.[\w-]+)*/\S*",  # a path
            r"\b[a-z]+(?:-[a-z]+)*\.[a-z][a-z-]+\b",  # the id of a question
            r"\b[a-z]+_[a-z_]+\b",  # a key
            r"(?<!\w)[A-Z][A-Z|_]{2,}(?:=\w+)?(?!\w)",  # how the help calls a value, and a variable
            r"\b(?:\w[\w.]*)?\d(?:[\w.,:%-]*[\w%])?",
        ]
    ),
)


def plain(said):
    """A text without what is no language, with a × in its place."""
    said = said.replace("{{", "(").replace("}}", ")")
    said = NO_LANGUAGE.sub(lambda found: "] " if found[0].startswith("](") else "×", said)
    return re.sub(r"[*_#\\]|\]\s", " ", said.replace("[", " "))
