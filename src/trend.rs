//! One team over many meetings: how each element went, from the first meeting to the last.
//!
//! A meeting without a score for an element is a gap in that element's course, never a zero. A step is the change since
//! the latest earlier meeting that an element can be compared with, by the rules of [`Comparison`]; the whole is the
//! change from the first meeting to the last.

use crate::{
    comparison::{Change, Comparison, ElementChange, Weighed, refuse_other},
    fault::Fault,
    fraction::Fraction,
    profile::Profile,
    scoring::Scores,
};

/// A team's meetings, the oldest first, and how each element went.
#[derive(Clone, Debug)]
pub struct Trend<'p> {
    /// The meetings, the oldest first.
    pub meetings: Vec<Meeting<'p>>,
    /// The newest meeting's elements in order, then those that only earlier ones have.
    pub elements: Vec<Course>,
    /// The last meeting compared with the first; `None` with fewer than two.
    pub whole: Option<Comparison<'p>>,
}

/// One of the meetings that are followed.
#[derive(Clone, Debug)]
pub struct Meeting<'p> {
    /// What it left behind.
    pub profile: &'p Profile,
    /// What follows from its answers alone.
    pub scores: Scores,
}

/// One element over all meetings.
#[derive(Clone, Debug)]
pub struct Course {
    /// Its id, the same in all profiles.
    pub id: String,
    /// One for each meeting.
    pub points: Vec<Point>,
}

/// One element at one meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Point {
    /// Its place in that meeting's questionnaire, if it is in it.
    pub place: Option<usize>,
    /// Its own score; `None` is a gap.
    pub score: Option<Fraction>,
    /// Whether it is among the weakest of that meeting.
    pub weakest: bool,
    /// What changed, if there is an earlier meeting to compare with.
    pub step: Option<Step>,
}

/// A change since an earlier meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The index of the earlier meeting.
    pub since: usize,
    /// The means over the compared questions.
    pub change: Change,
    /// Whether that change is clear, and what tells so.
    pub weighed: Weighed,
}

impl<'p> Trend<'p> {
    /// Follows a team over its profiles, the oldest first, with so many weakest elements marked in each.
    ///
    /// # Errors
    /// When one is of another team, of another questionnaire, or on another scale than the newest.
    pub fn of(profiles: &[&'p Profile], weakest: usize) -> Result<Trend<'p>, Fault> {
        if let Some((newest, earlier)) = profiles.split_last() {
            for profile in earlier {
                refuse_other(profile, newest)?;
            }
        }
        let meetings: Vec<Meeting<'p>> = profiles
            .iter()
            .map(|&profile| Meeting {
                profile,
                scores: profile.scores(weakest),
            })
            .collect();
        let mut trend = Trend {
            elements: courses(&meetings),
            whole: None,
            meetings,
        };
        if let [first, .., last] = trend.meetings.as_slice() {
            trend.whole = Some(first.compared_with(last)?);
        }
        for later in 1..trend.meetings.len() {
            trend.find_steps(later)?;
        }
        Ok(trend)
    }

    /// Looks back from one meeting until every element with a score has found an earlier one to be compared with.
    ///
    /// Where nothing is missing that is the meeting before: one comparison for each meeting.
    fn find_steps(&mut self, later: usize) -> Result<(), Fault> {
        let has_score = |course: &&mut Course| course.points[later].score.is_some();
        let mut seeking: Vec<&mut Course> = self.elements.iter_mut().filter(has_score).collect();
        for since in (0..later).rev() {
            // Without a score on either side too few questions are compared.
            if !seeking.iter().any(|course| course.points[since].score.is_some()) {
                continue;
            }
            let comparison = self.meetings[since].compared_with(&self.meetings[later])?;
            seeking.retain_mut(|course| {
                let element = comparison.elements.iter().find(|element| element.id == course.id);
                course.points[later].step = element.and_then(|element| {
                    Some(Step {
                        since,
                        change: element.change.clone()?,
                        weighed: element.weighed.clone(),
                    })
                });
                course.points[later].step.is_none()
            });
        }
        Ok(())
    }

    /// An element's title, as the newest meeting with that element has it.
    pub fn title(&self, course: &Course) -> &'p str {
        let mut newest_first = self.meetings.iter().zip(&course.points).rev();
        let title = newest_first.find_map(|(meeting, point)| {
            let elements = &meeting.profile.questionnaire.elements;
            Some(elements[point.place?].title.as_str())
        });
        title.unwrap_or_default()
    }

    /// An element's change from the first meeting to the last; `None` too where neither has it.
    pub(crate) fn whole_of(&self, course: &Course) -> Option<&ElementChange> {
        let elements = &self.whole.as_ref()?.elements;
        elements.iter().find(|element| element.id == course.id)
    }
}

impl<'p> Meeting<'p> {
    fn compared_with(&self, later: &Meeting<'p>) -> Result<Comparison<'p>, Fault> {
        Comparison::scored(
            (self.profile, self.scores.clone()),
            (later.profile, later.scores.clone()),
        )
    }

    fn point(&self, id: &str) -> Point {
        let elements = &self.profile.questionnaire.elements;
        let Some(place) = elements.iter().position(|element| element.id == id) else {
            return Point::default();
        };
        Point {
            place: Some(place),
            score: self.scores.elements[place].score.clone(),
            weakest: self.scores.is_weakest(place),
            step: None,
        }
    }
}

/// Every element that was ever asked about, with its scores.
fn courses(meetings: &[Meeting<'_>]) -> Vec<Course> {
    let mut ids: Vec<&str> = Vec::new();
    for meeting in meetings.iter().rev() {
        for element in &meeting.profile.questionnaire.elements {
            if !ids.contains(&element.id.as_str()) {
                ids.push(&element.id);
            }
        }
    }
    let course = |id: &str| Course {
        id: id.to_owned(),
        points: meetings.iter().map(|meeting| meeting.point(id)).collect(),
    };
    ids.into_iter().map(course).collect()
}

#[cfg(test)]
mod tests;
