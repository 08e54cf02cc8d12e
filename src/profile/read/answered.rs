//! What a profile says of the answers to one question: one answer, counts, or what is shared of them.

use toml::de::DeValue;

use crate::{
    tally::{Answer, Numbers, Shared, Tally},
    toml_file::{Table, integer_of},
};

pub(super) fn single_answer(table: &Table<'_>, numbers: Numbers) -> Option<Tally> {
    let value = table.get("answer")?;
    let answer = answer_of(value.get_ref(), numbers);
    if answer.is_none() {
        let path = table.path_of("answer");
        table.problem_at(value, |lang| {
            lang.not_an_answer(&path, numbers.lowest(), numbers.highest())
        });
    }
    answer.map(|answer| Tally::one(answer, numbers.points()))
}

/// What a shared profile tells of a question instead of counts.
pub(super) fn shared(table: &Table<'_>, participants: u32, numbers: Numbers) -> Option<Shared> {
    if let Some(value) = table.get("answer") {
        let answer = answer_of(value.get_ref(), numbers);
        let told = match answer {
            Some(Answer::DontKnow) => Some(Shared::DontKnow),
            Some(Answer::NotApplicable) => Some(Shared::NotApplicable),
            Some(Answer::Point(_)) | None => None,
        };
        if told.is_none() {
            let path = table.path_of("answer");
            table.problem_at(value, |lang| lang.not_a_shared_answer(&path));
        }
        return told;
    }
    if !["sum", "numbers", "divided"].into_iter().any(|key| table.has(key)) {
        return None;
    }
    let count = table.integer("numbers", Shared::FEWEST..=Shared::COUNTED - 1);
    let (lowest, highest) = (numbers.lowest(), numbers.highest());
    let sums = count.map_or(0..=u32::MAX, |count| lowest * count..=highest * count);
    let sum = table.integer("sum", sums);
    let divided = table.optional_flag("divided");
    if count.is_some_and(|count| count > participants) {
        let path = table.path_of("numbers");
        table.problem("numbers", |lang| lang.too_many_votes(&path, participants));
    }
    Some(Shared::Sum {
        sum: sum?,
        numbers: count?,
        divided,
    })
}

pub(super) fn counts(table: &Table<'_>, participants: u32, points: usize) -> Option<Tally> {
    let dont_know = table.optional_integer("dont_know", 0..=participants);
    let not_applicable = table.optional_integer("not_applicable", 0..=participants);
    let path = || table.path_of("votes");
    if !table.has("votes") && (dont_know.is_some() || not_applicable.is_some()) {
        table.problem("votes", |lang| lang.missing_key(&path()));
    }
    let votes = table.integers("votes", 0..=participants)?;
    let tally = Tally {
        votes,
        dont_know: dont_know.unwrap_or(0),
        not_applicable: not_applicable.unwrap_or(0),
    };
    if tally.votes.len() != points {
        table.problem("votes", |lang| lang.wrong_vote_count(&path(), points));
        return None;
    }
    if tally.voters() > participants {
        table.problem("votes", |lang| lang.too_many_votes(&path(), participants));
        return None;
    }
    (tally.voters() > 0).then_some(tally)
}

/// An answer as it stands in a file: a number of the scale, `"?"` or `"-"`.
pub(crate) fn answer_of(value: &DeValue<'_>, numbers: Numbers) -> Option<Answer> {
    match value {
        DeValue::String(text) if text == "?" => Some(Answer::DontKnow),
        DeValue::String(text) if text == "-" => Some(Answer::NotApplicable),
        other => integer_of(other)
            .and_then(|number| numbers.point(number))
            .map(Answer::Point),
    }
}
