//! Why a question has the score that it has, and why the team sees it differently or doesn't.

use crate::{
    fraction::{Fraction, fraction, rounded, shown},
    lang::Lang,
    profile::{Profile, Response},
    questionnaire::{At, Scale},
    scoring::{Outcome, QuestionScore, Spread},
    tally::{Shared, Tally},
    text::safe,
};

use super::{
    Row,
    sums::{decimals_from, own_decimals},
};

/// A question of an element whose scores have so many decimals.
pub(super) fn row(profile: &Profile, score: &QuestionScore, at: At, decimals: u32, lang: Lang) -> Row {
    let question = profile.questionnaire.question(at);
    let response = profile.response(at);
    let tally = response.tally.as_ref();
    let mut said = Vec::new();
    said.extend(question.scored.as_deref().map(safe));
    match (&score.outcome, Given::of(response, &profile.questionnaire.scale)) {
        (Outcome::Scored(mean), Some(given)) => {
            let raw = given.decimals(mean, question.reverse, decimals);
            if profile.mode.counts() {
                said.push(given.sum(raw, lang));
            }
            said.extend(question.reverse.then(|| given.reversed(mean, (raw, decimals), lang)));
            if profile.mode.counts() {
                said.extend(tally.and_then(|tally| left_out(tally, lang)));
                let voters = profile.participants;
                said.extend(score.thin.then(|| lang.explain_thin(score.numbers, voters)));
                said.extend(spread(profile, score, lang));
                let is_told = score.deviation.is_none() && score.spread == Spread::Divided;
                said.extend(is_told.then(|| lang.explain_divided_shared()));
            }
        }
        (outcome, _) => said.push(no_score(profile, outcome, tally, lang)),
    }
    let number = score.outcome.score();
    Row {
        numbers: vec![number.map_or("–".to_owned(), |number| shown(number, decimals, lang))],
        text: safe(&question.text),
        said,
    }
}

/// The numbers that were given, on their scale.
struct Given<'t> {
    scale: &'t Scale,
    /// Each number with how often it was given; none where a shared profile tells only what they are together.
    numbers: Vec<(u32, u32)>,
    total: u32,
    count: u32,
}

impl<'t> Given<'t> {
    fn of(response: &Response, scale: &'t Scale) -> Option<Given<'t>> {
        let of = |numbers, total, count| Given {
            scale,
            numbers,
            total,
            count,
        };
        match (&response.tally, response.shared) {
            (Some(tally), _) => {
                let numbers = scale.numbers().zip(tally.votes.iter().copied());
                let numbers = numbers.filter(|(_, count)| *count > 0).collect();
                Some(of(numbers, tally.sum(scale.first), tally.numbers()))
            }
            (None, Some(Shared::Sum { sum, numbers, .. })) => Some(of(Vec::new(), sum, numbers)),
            (None, _) => None,
        }
    }

    fn mean(&self) -> Fraction {
        fraction(self.total, self.count)
    }

    /// The lowest and the highest number of the scale together.
    fn ends(&self) -> u32 {
        let (lowest, highest) = self.scale.numbers().into_inner();
        lowest + highest
    }

    /// With how many decimals the mean comes to a score that counts from the other end, with so many.
    fn decimals(&self, score: &Fraction, reverse: bool, of_score: u32) -> u32 {
        let ends = fraction(self.ends(), 1);
        decimals_from(of_score, of_score, |decimals| {
            let reckoned = &ends - rounded(&self.mean(), decimals);
            !reverse || rounded(&reckoned, of_score) == rounded(score, of_score)
        })
    }

    fn sum(&self, decimals: u32, lang: Lang) -> String {
        let answers = self
            .numbers
            .iter()
            .map(|(number, count)| lang.times(*count, &number.to_string()));
        let answers = listed(answers, lang);
        let mean = shown(&self.mean(), decimals, lang);
        if self.numbers.is_empty() {
            return lang.explain_sum(self.total, self.count, &mean);
        }
        lang.explain_answers(&answers, self.total, self.count, &mean)
    }

    fn reversed(&self, score: &Fraction, (raw, decimals): (u32, u32), lang: Lang) -> String {
        let (lowest, highest) = self.scale.numbers().into_inner();
        let [given, score] =
            [(&self.mean(), raw), (score, decimals)].map(|(number, decimals)| shown(number, decimals, lang));
        lang.explain_reversed(lowest, highest, self.ends(), &given, &score)
    }
}

/// The answers that are no number.
fn left_out(tally: &Tally, lang: Lang) -> Option<String> {
    let answers = [
        (tally.dont_know, lang.dont_know()),
        (tally.not_applicable, lang.not_applicable()),
    ];
    let answers = answers.into_iter().filter(|(count, _)| *count > 0);
    let answers: Vec<String> = answers.map(|(count, answer)| lang.times(count, &answer)).collect();
    (!answers.is_empty()).then(|| lang.explain_left_out(&listed(answers, lang)))
}

fn spread(profile: &Profile, score: &QuestionScore, lang: Lang) -> Option<String> {
    let deviation = score.deviation.as_ref()?;
    let limit = QuestionScore::divided_limit(&profile.questionnaire.scale);
    let decimals = decimals_from(2, 2, |decimals| {
        (rounded(deviation, decimals) > rounded(&limit, decimals)) == (*deviation > limit)
    });
    let [distance, limit] = [deviation, &limit].map(|number| shown(number, decimals, lang));
    let median = score.median.as_ref()?;
    let median = shown(median, own_decimals([median]), lang);
    Some(match score.spread {
        Spread::Divided => {
            let count = score.numbers;
            let total = deviation * fraction(count, 1);
            let total = shown(&total, own_decimals([&total]), lang);
            lang.explain_divided(&median, &total, count, &distance, &limit)
        }
        Spread::SomeDiffer(count) => {
            let far = QuestionScore::far(&profile.questionnaire.scale);
            let far = shown(&far, own_decimals([&far]), lang);
            match count {
                1 | 2 => lang.explain_few_differ(&median, &far, &distance, &limit),
                count => lang.explain_some_differ(count, &median, &far, &distance, &limit),
            }
        }
        Spread::Agreed if *deviation == fraction(0, 1) => lang.explain_all_equal(),
        Spread::Agreed => lang.explain_not_divided(&median, &distance, &limit),
    })
}

fn no_score(profile: &Profile, outcome: &Outcome, tally: Option<&Tally>, lang: Lang) -> String {
    match (outcome, tally) {
        (Outcome::NotApplicable, Some(tally)) if profile.mode.counts() => {
            lang.explain_not_applicable(tally.not_applicable, tally.voters())
        }
        (Outcome::NotApplicable, _) if profile.keeps_back() => lang.explain_not_applicable_shared(),
        (Outcome::DontKnow, _) if profile.keeps_back() => lang.explain_dont_know_shared(),
        (Outcome::Unanswered, None) if profile.keeps_back() => lang.explain_not_shared(Shared::FEWEST),
        (Outcome::NotApplicable, _) => lang.explain_not_applicable_together(),
        (Outcome::DontKnow, Some(tally)) if profile.mode.counts() => {
            lang.explain_dont_know(tally.numbers(), tally.voters() - tally.not_applicable)
        }
        (Outcome::DontKnow, _) => lang.explain_dont_know_together(),
        _ => lang.explain_not_answered(),
    }
}

/// Answers behind each other: `1 keer 2, 3 keer 4 en 2 keer 5`.
fn listed(answers: impl IntoIterator<Item = String>, lang: Lang) -> String {
    let answers: Vec<String> = answers.into_iter().collect();
    lang.all_of(&answers.iter().map(String::as_str).collect::<Vec<_>>())
}
