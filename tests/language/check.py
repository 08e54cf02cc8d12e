"""Holds every text that a person reads, in Dutch and in English, against three rules: its words are spelled as hunspell and a list
of ours know them, its sentences are no longer than someone reads in one go, and a term has one translation."""

import argparse
import collections
import pathlib
import re
import subprocess
import sys
import tomllib

from texts import ENGLISH, pairs, plain, texts

HERE = pathlib.Path(__file__).parent
DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}

# How many words a sentence has at most: for what a team reads, and for what is read by who builds on the program. For B1 the
# first is often put at 15 on average; that a sentence of ours has that many is the exception.
LONGEST = 25
LONGEST_IN_DOCUMENTS = 40

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A sentence ends where the next one begins with a capital, at a break, and in a message also before what has to be typed.
END = re.compile(r"(?<=[.!?:])[\"”’)]*\s+(?=[\"“‘(]*[A-ZÉ?])|(?<=[.!?])[\"”’)]*\s+(?=×)|\n+")
COUNTED = re.compile(r"[×\w][\w×'’-]*")


def spelled(found):
    """Words that neither hunspell nor our list knows."""
    for lang, dictionary in DICTIONARIES.items():
        places = collections.defaultdict(set)
        for text in found:
            if text.lang == lang:
                for word in WORD.findall(plain(text.said)):
                    # Hunspell knows the straight one.
                    places[word.replace("’", "'")].add(text.place)
        known = {
            line.split("#")[0].strip() for line in (HERE / f"words.{lang}.txt").read_text(encoding="utf-8").splitlines()
        }
        # It looks at the parts of a word with hyphens, and names those that it doesn't know.
        told = subprocess.run(
            ["hunspell", "-i", "UTF-8", "-d", dictionary, "-l"],
            input="\n".join(sorted(places.keys() - known)),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        ).stdout
        for wrong in sorted(set(told.split()) - known):
            place = min(min(at) for word, at in places.items() if wrong in word)
            yield f"{place}: “{wrong}” is spelled otherwise, or belongs in words.{lang}.txt"


def without_brackets(sentence):
    """A sentence without what stands between brackets, which can be passed over."""
    inner = re.sub(r"\([^()]*\)", " ", sentence)
    return sentence if inner == sentence else without_brackets(inner)


def lengths(found):
    """Sentences that are too long."""
    for text in found:
        in_document = text.place.split(":")[0] in ENGLISH
        limit = LONGEST_IN_DOCUMENTS if in_document else LONGEST
        # A quotation stays as it is, and the name of a publication is no sentence.
        if text.quoted or text.place.endswith(".source"):
            continue
        # Who builds on the program reads on at a semicolon as at a full stop.
        said = plain(text.said).replace("; ", "\n") if in_document else plain(text.said)
        for sentence in END.split(said):
            words = len(COUNTED.findall(without_brackets(sentence)))
            if words > limit:
                yield f"{text.place}: {words} words, at most {limit}: {' '.join(sentence.split())}"


def terms(beside):
    """A term that stands in one language of a sentence and not in the other."""
    for term in tomllib.loads((HERE / "terms.toml").read_text(encoding="utf-8"))["term"]:
        pattern = {lang: re.compile(rf"\b(?:{term[lang]})(?!\w)", re.IGNORECASE) for lang in DICTIONARIES}
        other = {lang: re.compile(term.get(f"not_{lang}", "(?!)"), re.IGNORECASE) for lang in DICTIONARIES}
        seen = 0
        for pair in beside:
            has = {
                text.lang: bool(pattern[text.lang].search(other[text.lang].sub("", plain(text.said).replace("'", "’"))))
                for text in pair
            }
            seen += has["nl"] and has["en"]
            if has["nl"] != has["en"] and not ("one_way" in term and has["en"]):
                dutch, english = (text.said for text in pair)
                yield f"{pair[0].place}: {term['nl']} is {term['en']}: “{dutch}” / “{english}”"
        if not seen:
            yield f"terms.toml: no text has {term['nl']}"


options = argparse.ArgumentParser(description=__doc__)
options.parse_args()

found, beside = texts(), pairs()
# Far fewer would mean that something isn't taken out any more.
assert len(found) > 4000 and len(beside) > 1500, (len(found), len(beside))
problems = [*spelled(found), *lengths(found), *terms(beside)]
for problem in problems:
    print(problem, file=sys.stderr)
print(f"{len(found)} texts, {len(beside)} of them in both languages beside each other; {len(problems)} to mend")
sys.exit(bool(problems))
