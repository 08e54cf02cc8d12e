//! Rounds: meetings of which everyone's answers are kept as counts.
//!
//! Who has two rounds of one team can subtract the one from the other: of six people and then seven that gives the answers of
//! the seventh. So of two within four weeks that asked the same the later one replaces the earlier. Further apart people have
//! changed their minds, and a team wants to see what changed. Where both have the same counts nothing can be subtracted.
//!
//! In the same way a group can be subtracted from the whole team. So within four weeks a team answers in groups, or as a whole.

use crate::{
    agreement::Agreement,
    agreements,
    profile::{NOTE_CHARS, Profile, Response, same_team},
    questionnaire::At,
    toml_file::ENTRIES,
};

/// From so many days on two rounds stand beside each other.
pub const DAYS: u64 = 28;

/// Whether a meeting asks what another round has an answer to. While it goes on, what is open may still be answered; after that
/// only its answers count.
pub fn asks_again(now: &Profile, other: &Profile) -> bool {
    let asked = now.asked();
    let mut common = in_both(now, other).filter(|(at, _)| asked.contains(at));
    are_close(now, other) && common.any(|(at, was)| differ((now, at), (other, was), now.is_draft()))
}

/// Whether one round can be subtracted from the other.
pub fn clash(one: &Profile, other: &Profile) -> bool {
    let mut common = in_both(one, other);
    are_close(one, other) && common.any(|(at, was)| differ((one, at), (other, was), false))
}

/// Whether the answers of a profile are those of a round, or what is left of it.
pub fn is_left_of(left: &Profile, round: &Profile) -> bool {
    let same = |(at, was)| !left.response(at).is_answered() || is_same_answer((left, at), (round, was));
    left.date == round.date && in_both(left, round).all(same)
}

/// Lets a round replace an earlier one, where the two can't stand side by side. What that says beside the answers that go moves
/// along; what doesn't fit there stays. Gives what is left of the earlier one: what wasn't answered again, if there is anything.
#[must_use]
pub fn replace(earlier: &Profile, by: &mut Profile) -> Option<Profile> {
    if !clash(earlier, by) {
        return Some(earlier.clone());
    }
    let mut left = without_answers(earlier, by);
    let places: Vec<(At, At)> = in_both(by, earlier).collect();
    let is_empty = left.given() == 0;
    for (at, was) in places {
        if is_empty || !is_same_answer((&left, was), (earlier, was)) {
            move_note(left.response_mut(was), by.response_mut(at));
        }
    }
    if !left.responses.iter().flatten().any(is_left) && take_agreements(earlier, by) {
        by.functions = by.functions.take().or(left.functions);
        return None;
    }
    ask_what_is_left(&mut left, earlier);
    Some(left)
}

/// What is left on disk of an earlier round beside one that replaced it. What the later one didn't take over, since it was
/// written there meanwhile or only in a copy, stays there: only answers go.
#[must_use]
pub fn left_beside(earlier: &Profile, by: &Profile) -> Option<Profile> {
    let mut taken_over = by.clone();
    let left = replace(earlier, &mut taken_over);
    if taken_over == *by {
        return left;
    }
    let mut left = without_answers(earlier, by);
    ask_what_is_left(&mut left, earlier);
    Some(left)
}

/// A round without the answers that a later one gives too.
fn without_answers(round: &Profile, by: &Profile) -> Profile {
    let mut left = round.clone();
    for (at, was) in in_both(by, round) {
        if by.response(at).is_answered() {
            let response = left.response_mut(was);
            (response.tally, response.shared) = (None, None);
        }
    }
    left
}

/// Elements of which nothing is left count as not asked.
fn ask_what_is_left(left: &mut Profile, round: &Profile) {
    let stays = |element: usize| {
        let responses = &left.responses[element];
        responses.iter().any(is_left) || *responses == round.responses[element]
    };
    let elements = left.asked().into_iter().map(|(element, _)| element);
    let ids = elements
        .filter(|&element| stays(element))
        .map(|element| left.questionnaire.elements[element].id.clone());
    let ids: Vec<String> = ids.collect();
    if !ids.is_empty() {
        left.ask_only(&ids);
    }
}

fn is_left(response: &Response) -> bool {
    response.is_answered() || response.note.is_some()
}

/// Whether these are rounds of one team or group and one questionnaire that are too close together to be seen side by side.
pub fn are_close(one: &Profile, other: &Profile) -> bool {
    one.whose().key() == other.whose().key() && are_of_one_time(one, other)
}

/// Whether one is of a whole team and the other, which has answers, of a group of it in one round. Whoever has both can subtract
/// the one from the other, and neither replaces the other. Groups stand beside each other, since nobody is in two.
pub fn mixes(one: &Profile, other: &Profile) -> bool {
    let other_kind = one.group.is_some() != other.group.is_some();
    other_kind && other.given() > 0 && same_team(&one.team, &other.team) && are_of_one_time(one, other)
}

/// Whether these are rounds of one questionnaire that are less than four weeks apart.
fn are_of_one_time(one: &Profile, other: &Profile) -> bool {
    one.mode.counts()
        && other.mode.counts()
        && one.questionnaire.id == other.questionnaire.id
        && one.date.signed_duration_since(other.date).num_days().unsigned_abs() < DAYS
}

/// The places of each question that both have.
fn in_both<'p>(one: &'p Profile, other: &'p Profile) -> impl Iterator<Item = (At, At)> + use<'p> {
    let (one, other) = (&one.questionnaire, &other.questionnaire);
    one.places()
        .filter_map(move |at| Some((at, other.find(&one.full_id(at))?)))
}

/// Whether both have answers, and others; an `open` one may still get them.
fn differ((one, at): (&Profile, At), (other, was): (&Profile, At), open: bool) -> bool {
    let [is_answered, was_answered] = [one.response(at), other.response(was)].map(Response::is_answered);
    was_answered && !is_same_answer((one, at), (other, was)) && (open || is_answered)
}

/// Whether two answers are the same. Beside a shared one the other is looked at as it would be shared too: from counts and what
/// is shared of the same counts nothing follows that the counts don't tell.
fn is_same_answer((one, at): (&Profile, At), (other, was): (&Profile, At)) -> bool {
    let told = |profile: &Profile, at, is_shared| {
        let response = if is_shared {
            profile.reduced_response(at)
        } else {
            profile.response(at).clone()
        };
        (response.tally, response.shared)
    };
    let is_shared = one.shared || other.shared;
    told(one, at, is_shared) == told(other, was, is_shared)
}

/// Moves a note to a response to the same question, behind the note there; one that doesn't fit stays.
fn move_note(from: &mut Response, to: &mut Response) {
    let Some(note) = &from.note else { return };
    let both = match &to.note {
        None => note.clone(),
        Some(own) if own.contains(note.as_str()) => own.clone(),
        Some(own) => format!("{own}\n{note}"),
    };
    if both.chars().count() <= NOTE_CHARS {
        (from.note, to.note) = (None, Some(both));
    }
}

/// Takes over the agreements that the later round hasn't looked back at; `false` when they don't fit.
fn take_agreements(earlier: &Profile, by: &mut Profile) -> bool {
    let is_known = |agreement: &Agreement| {
        let same = |own: &&Agreement| own.made == agreement.made && agreements::is_same(own, agreement);
        by.agreements.iter().any(|own| same(&own))
    };
    let moved = earlier.agreements.iter().map(|agreement| Agreement {
        made: Some(agreement.made.unwrap_or(earlier.date)),
        title: (by.questionnaire.element(&agreement.element).is_none()).then(|| earlier.title_of(agreement).to_owned()),
        ..agreement.clone()
    });
    let moved: Vec<Agreement> = moved.filter(|agreement| !is_known(agreement)).collect();
    if by.agreements.len() + moved.len() > ENTRIES {
        return false;
    }
    let own = by.agreements.iter().position(|agreement| !agreement.is_carried_over());
    let place = own.unwrap_or(by.agreements.len());
    by.agreements.splice(place..place, moved);
    true
}

#[cfg(test)]
mod tests;
