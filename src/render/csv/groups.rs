//! Groups side by side in CSV: one row for each question and group.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::guarded;
use crate::{
    fraction::{Fraction, plain},
    gap::{ElementGap, Gap, Pair, QuestionGap, Verdict},
};

const HEAD: [&str; 22] = [
    "group",
    "team",
    "date",
    "mode",
    "participants",
    "questionnaire",
    "element",
    "element_title",
    "element_score",
    "element_often_unknown",
    "element_difference",
    "element_between",
    "element_clear",
    "question",
    "text",
    "asked",
    "score",
    "outcome",
    "numbers",
    "thin",
    "difference",
    "between",
];

/// Writes what each group says of each question. `asked` is the question in the group's own words; what `difference` is
/// between are two names with ` | ` between them, the lower first.
///
/// # Errors
/// Those of `out`.
pub fn groups(out: &mut dyn Write, gap: &Gap<'_>) -> io::Result<()> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
    writer.write_record(HEAD)?;
    for element in &gap.elements {
        for question in &element.questions {
            for group in 0..gap.groups.len() {
                writer.write_record(row(gap, element, question, group))?;
            }
        }
    }
    writer.flush()
}

fn row(gap: &Gap<'_>, element: &ElementGap<'_>, question: &QuestionGap<'_>, group: usize) -> [String; HEAD.len()] {
    let (own, of_element) = (&gap.groups[group], &element.own[group]);
    let score = gap.score(question, group);
    let asked = gap.asked_of(question, group);
    [
        guarded(&own.name),
        guarded(&own.profile.team),
        own.profile.date.to_string(),
        own.profile.mode.word().to_owned(),
        own.profile.participants.to_string(),
        guarded(&own.profile.questionnaire.id),
        guarded(&element.element.id),
        guarded(&element.element.title),
        number(of_element.score.as_ref()),
        of_element.is_often_unknown().to_string(),
        difference(element.pair.as_ref()),
        between(gap, element.pair.as_ref()),
        (element.verdict == Verdict::Clear).to_string(),
        guarded(&question.id),
        guarded(&question.question.text),
        asked.map(|asked| guarded(&asked.text)).unwrap_or_default(),
        number(score.and_then(|score| score.outcome.score())),
        score.map_or("", |score| score.outcome.word()).to_owned(),
        score.map(|score| score.numbers.to_string()).unwrap_or_default(),
        score.is_some_and(|score| score.thin).to_string(),
        difference(question.pair.as_ref()),
        between(gap, question.pair.as_ref()),
    ]
}

fn number(value: Option<&Fraction>) -> String {
    value.map(|value| plain(value).to_string()).unwrap_or_default()
}

fn difference(pair: Option<&Pair>) -> String {
    number(pair.map(Pair::difference).as_ref())
}

fn between(gap: &Gap<'_>, pair: Option<&Pair>) -> String {
    let names = pair.map(|pair| pair.between.map(|group| gap.groups[group].name.as_str()));
    names.map(|names| guarded(&names.join(" | "))).unwrap_or_default()
}
