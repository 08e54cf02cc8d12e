"""What only one of the two can tell is wrong: the schema, the one that refuses it, where, and what is wrong there.

A schema looks at one value at a time. That an id is known, that a word stands in a text, that a mean lies on its own scale, and
that a score is that of the answers, only the program sees."""

NUMBERS = ("nought", "a fraction")
QUESTIONNAIRE, ANSWERS, PROFILE = "questionnaire.json", "answers.json", "profile.json"

KNOWN = [
    # Of what a suggestion names, or what explains it.
    (QUESTIONNAIRE, "program", "references", ("left out", "an empty table", "a table")),
    (QUESTIONNAIRE, "program", r"references\..*", ("left out",)),
    (QUESTIONNAIRE, "program", r"elements\.suggestions\.reference", ("a word",)),
    (QUESTIONNAIRE, "program", r"elements\.deeper", ("a word",)),
    # A word that is explained stands in no text any more.
    (QUESTIONNAIRE, "program", r"words\.(nl|en)", ("a table",)),
    (QUESTIONNAIRE, "program", r"elements\.title(\.(nl|en))?", ("a word", "left out")),
    # Outside the scale, or in another order.
    (QUESTIONNAIRE, "program", r"bands\.(strong|discuss)", NUMBERS),
    (PROFILE, "program", r"questionnaire\.(strong|discuss)", NUMBERS),
    # Of another questionnaire, or outside its scale.
    (ANSWERS, "program", "questionnaire", ("a word",)),
    (ANSWERS, "program", "answers", ("an unknown key",)),
    (ANSWERS, "program", r"answers\..*", ("nought",)),
    (ANSWERS, "program", "notes", ("a table",)),
    (PROFILE, "program", r"elements\.questions\.answer", ("nought",)),
    (PROFILE, "program", r"agreements\.element", ("a word",)),
    # Not what is computed from the answers.
    (PROFILE, "program", "result", ("an empty table",)),
    (PROFILE, "program", r"(result|elements)\.(answered|asked)", ("nought", "left out")),
    (PROFILE, "program", r"(result|elements)\.score", (*NUMBERS, "left out")),
    (PROFILE, "program", r"elements\.band", ("left out",)),
    (PROFILE, "program", r"result\.weakest", ("left out", "an empty list")),
    (PROFILE, "program", r"elements\.questions\.answer", ("left out",)),
    (PROFILE, "program", r"elements\.id", ("a word",)),
    (PROFILE, "program", "asked", ("left out",)),
    (PROFILE, "program", r"elements\.questions\.reverse", ("left out",)),
    # Then the answers are those of another scale.
    (PROFILE, "program", r"questionnaire\.(first|points)", ("left out",)),
    # Nothing is lowest there, and what isn't a text names no element.
    (PROFILE, "schema", r"result\.weakest", ("a list of a number",)),
]
