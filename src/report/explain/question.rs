//! Why a question has the score that it has, and why the team sees it differently or doesn't.

use crate::{
    fraction::{Fraction, fraction, rounded, shown},
    lang::Lang,
    profile::Profile,
    questionnaire::At,
    report::method::divided_limit,
    scoring::{Outcome, QuestionScore, Spread},
    tally::Tally,
    text::safe,
};

use super::{
    Row,
    sums::{decimals_from, own_decimals},
};

/// A question of an element whose scores have so many decimals.
pub(super) fn row(profile: &Profile, score: &QuestionScore, at: At, decimals: u32, lang: Lang) -> Row {
    let question = profile.questionnaire.question(at);
    let tally = profile.response(at).tally.as_ref();
    let mut said = Vec::new();
    said.extend(question.scored.as_deref().map(safe));
    match (&score.outcome, tally) {
        (Outcome::Scored(mean), Some(tally)) if profile.mode.counts() => {
            said.push(sum(tally, mean, decimals, lang));
            said.extend(left_out(tally, lang));
            said.extend(spread(profile, score, tally, lang));
        }
        (Outcome::Scored(_), _) => {}
        (outcome, tally) => said.push(no_score(profile, outcome, tally, lang)),
    }
    let number = score.outcome.score();
    Row {
        numbers: vec![number.map_or("–".to_owned(), |number| shown(number, decimals, lang))],
        text: safe(&question.text),
        said,
    }
}

fn sum(tally: &Tally, mean: &Fraction, decimals: u32, lang: Lang) -> String {
    let given = || (1_u32..).zip(&tally.votes).filter(|(_, count)| **count > 0);
    let parts = given().map(|(number, count)| lang.times(*count, &number.to_string()));
    let total: u32 = given().map(|(number, count)| number * count).sum();
    let parts = lang.listed(&parts.collect::<Vec<_>>());
    lang.explain_answers(&parts, total, tally.numbers(), &shown(mean, decimals, lang))
}

/// The answers that are no number.
fn left_out(tally: &Tally, lang: Lang) -> Option<String> {
    let answers = [
        (tally.dont_know, lang.dont_know()),
        (tally.not_applicable, lang.not_applicable()),
    ];
    let answers = answers.into_iter().filter(|(count, _)| *count > 0);
    let answers: Vec<String> = answers.map(|(count, answer)| lang.times(count, &answer)).collect();
    (!answers.is_empty()).then(|| lang.explain_left_out(&lang.listed(&answers)))
}

fn spread(profile: &Profile, score: &QuestionScore, tally: &Tally, lang: Lang) -> Option<String> {
    let deviation = score.deviation.as_ref()?;
    let limit = divided_limit(profile.questionnaire.scale.points());
    let decimals = decimals_from(2, |decimals| {
        (rounded(deviation, decimals) > rounded(&limit, decimals)) == (*deviation > limit)
    });
    let [distance, limit] = [deviation, &limit].map(|number| shown(number, decimals, lang));
    let median = median(tally);
    let median = shown(&median, own_decimals([&median]), lang);
    Some(match score.spread {
        Spread::Divided => {
            let count = tally.numbers();
            let total = deviation * fraction(count, 1);
            let total = shown(&total, own_decimals([&total]), lang);
            lang.explain_divided(&median, &total, count, &distance, &limit)
        }
        Spread::FewDiffer | Spread::Agreed => lang.explain_not_divided(&median, &distance),
    })
}

fn no_score(profile: &Profile, outcome: &Outcome, tally: Option<&Tally>, lang: Lang) -> String {
    match (outcome, tally) {
        (Outcome::NotApplicable, Some(tally)) if profile.mode.counts() => {
            lang.explain_not_applicable(tally.not_applicable, tally.voters())
        }
        (Outcome::NotApplicable, _) => lang.explain_not_applicable_together(),
        (Outcome::DontKnow, Some(tally)) if profile.mode.counts() => {
            lang.explain_dont_know(tally.numbers(), tally.voters() - tally.not_applicable)
        }
        (Outcome::DontKnow, _) => lang.explain_dont_know_together(),
        _ => lang.explain_not_answered(),
    }
}

/// The middle number, or half way between the two middle ones. Needs at least one.
fn median(tally: &Tally) -> Fraction {
    let numbers = (1_u32..).zip(&tally.votes);
    let numbers: Vec<u32> = numbers
        .flat_map(|(number, &count)| std::iter::repeat_n(number, count as usize))
        .collect();
    fraction(numbers[(numbers.len() - 1) / 2] + numbers[numbers.len() / 2], 2)
}
