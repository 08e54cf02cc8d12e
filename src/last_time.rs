//! What a team answered to the questions of a meeting the last time before it.
//!
//! Of each question the newest earlier profile with a score for it counts, so that one that was skipped last time is looked up
//! in the meeting before. Which profiles and questions go together is decided by the rules of [`comparison`](crate::comparison).

use chrono::NaiveDate;

use crate::{
    comparison::{other_question, refuse_other},
    fraction::Fraction,
    profile::Profile,
    questionnaire::At,
    scoring::Scores,
    tally::Mode,
};

/// Per question of a meeting what it was last time, if it ever had a score.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastTime {
    answers: Vec<Vec<Option<Earlier>>>,
}

/// The score of a question at an earlier meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The day of that meeting.
    pub date: NaiveDate,
    /// How the team answered then: a score of all together is the one answer they gave, else it is the mean.
    pub mode: Mode,
    /// The score, in points of the scale.
    pub score: Fraction,
    /// How many gave a number of how many took part, where the score rests on few of them.
    pub few: Option<(u32, u32)>,
}

impl LastTime {
    /// Looks up the questions of a meeting in earlier profiles, which come with the newest first. Those of another team,
    /// questionnaire or scale are passed over.
    pub fn of<'p>(meeting: &Profile, earlier: impl IntoIterator<Item = &'p Profile>) -> LastTime {
        let elements = meeting.questionnaire.elements.iter();
        let mut answers: Vec<Vec<Option<Earlier>>> =
            elements.map(|element| vec![None; element.questions.len()]).collect();
        for profile in earlier {
            if refuse_other(profile, meeting).is_err() {
                continue;
            }
            let scores = profile.scores(0);
            for at in meeting.questionnaire.places() {
                let known = &mut answers[at.0][at.1];
                if known.is_none() {
                    *known = score_of(profile, &scores, meeting, at);
                }
            }
        }
        LastTime { answers }
    }

    /// What the question at a place was last time.
    pub fn at(&self, (element, question): At) -> Option<&Earlier> {
        self.answers.get(element)?.get(question)?.as_ref()
    }
}

/// The score that a profile has for a question of a meeting.
fn score_of(profile: &Profile, scores: &Scores, meeting: &Profile, at: At) -> Option<Earlier> {
    let (old, new) = (&profile.questionnaire, &meeting.questionnaire);
    let was = old.find(&new.full_id(at))?;
    if other_question((old, old.question(was)), (new, new.question(at))).is_some() {
        return None;
    }
    let question = &scores.elements[was.0].questions[was.1];
    Some(Earlier {
        date: profile.date,
        mode: profile.mode,
        score: question.outcome.score()?.clone(),
        few: question.thin.then_some((question.numbers, profile.participants)),
    })
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::{fraction::fraction, lang::Lang, profile::State};

    const BENEFIT: &str = "shared-vision.benefit";

    /// A meeting so many weeks after the first.
    fn meeting(weeks: u64, lang: Lang, everywhere: u32, but: &[(&str, &str)]) -> Profile {
        let mut profile = Profile::answered(lang, everywhere, but);
        profile.date = profile.date + Days::new(weeks * 7);
        profile
    }

    fn now(lang: Lang) -> Profile {
        Profile::unanswered(lang, Mode::Joint, 7, State::Complete)
    }

    fn score(last: &LastTime, meeting: &Profile, id: &str) -> Option<Fraction> {
        let at = meeting.questionnaire.find(id).expect("a question of the six elements");
        last.at(at).map(|earlier| earlier.score.clone())
    }

    #[test]
    fn the_newest_profile_with_a_score_counts_per_question() {
        let newest = meeting(12, Lang::Nl, 4, &[(BENEFIT, "?"), ("culture.trust", "2")]);
        let oldest = meeting(0, Lang::Nl, 3, &[("shared-vision.time", "")]);
        let now = now(Lang::Nl);
        let last = LastTime::of(&now, [&newest, &oldest]);
        assert_eq!(score(&last, &now, BENEFIT), Some(fraction(3, 1)));
        assert_eq!(score(&last, &now, "culture.trust"), Some(fraction(2, 1)));
        assert_eq!(score(&last, &now, "shared-vision.time"), Some(fraction(4, 1)));
        let at = now.questionnaire.find(BENEFIT).unwrap();
        assert_eq!(last.at(at).unwrap().date, oldest.date);
    }

    #[test]
    fn how_few_it_rested_on_comes_along() {
        let now = now(Lang::Nl);
        let at = now.questionnaire.find(BENEFIT).unwrap();
        for (mode, few) in [(Mode::Tally, Some((1, 7))), (Mode::Joint, None)] {
            let earlier = Profile {
                mode,
                ..meeting(0, Lang::Nl, 4, &[])
            };
            assert_eq!(LastTime::of(&now, [&earlier]).at(at).unwrap().few, few, "{mode:?}");
        }
    }

    #[test]
    fn a_question_in_another_language_or_of_another_text_is_told_apart() {
        let mut english = meeting(0, Lang::En, 4, &[]);
        let now = now(Lang::Nl);
        assert_eq!(
            score(&LastTime::of(&now, [&english]), &now, BENEFIT),
            Some(fraction(4, 1))
        );
        english.questionnaire.version += 1;
        assert_eq!(score(&LastTime::of(&now, [&english]), &now, BENEFIT), None);
        let mut reworded = meeting(0, Lang::Nl, 4, &[]);
        let at = now.questionnaire.find(BENEFIT).unwrap();
        reworded.questionnaire.elements[at.0].questions[at.1].text.push('!');
        let mut turned = meeting(0, Lang::Nl, 4, &[]);
        turned.questionnaire.elements[at.0].questions[at.1].reverse = true;
        for other in [reworded, turned] {
            let last = LastTime::of(&now, [&other]);
            assert_eq!(score(&last, &now, BENEFIT), None);
            assert_eq!(score(&last, &now, "shared-vision.time"), Some(fraction(4, 1)));
        }
    }

    #[test]
    fn another_team_questionnaire_or_scale_is_passed_over() {
        let now = now(Lang::Nl);
        let others: [fn(&mut Profile); 3] = [
            |profile| profile.team = "Zuid".into(),
            |profile| profile.questionnaire.id = "trust".into(),
            |profile| profile.questionnaire.scale.labels.push(None),
        ];
        for change in others {
            let mut other = meeting(6, Lang::Nl, 4, &[]);
            change(&mut other);
            let older = meeting(0, Lang::Nl, 2, &[]);
            assert_eq!(
                score(&LastTime::of(&now, [&other, &older]), &now, BENEFIT),
                Some(fraction(2, 1))
            );
        }
    }

    proptest! {
        #[test]
        fn what_has_a_score_at_any_earlier_meeting_is_known(answers in prop::collection::vec("[1-5?-]", 0..5)) {
            let meetings: Vec<Profile> = (0_u64..)
                .zip(&answers)
                .map(|(weeks, answer)| meeting(weeks, Lang::Nl, 3, &[(BENEFIT, answer)]))
                .collect();
            let now = now(Lang::Nl);
            let last = LastTime::of(&now, meetings.iter().rev());
            let newest = answers.iter().rev().find_map(|answer| answer.parse::<u32>().ok());
            prop_assert_eq!(score(&last, &now, BENEFIT), newest.map(|point| fraction(point, 1)));
        }
    }
}
