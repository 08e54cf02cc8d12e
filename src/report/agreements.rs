//! What is to be said about what a team agreed.

use chrono::NaiveDate;

use crate::{
    agreement::{Agreement, AgreementState, Due},
    agreements::Entry,
    lang::Lang,
    profile::Profile,
    text::{safe, visible_lines},
};

/// What is to be said about one agreement.
#[derive(Clone, Debug)]
pub struct AgreementLine {
    /// The id of the element that it is about.
    pub element_id: String,
    /// What that element is called.
    pub element: String,
    /// What will be done.
    pub what: String,
    /// Who will do it.
    pub who: Option<String>,
    /// By when, in words: a day as it is said, or what was typed.
    pub due: Option<String>,
    /// The same as a day, where it is one.
    pub due_day: Option<NaiveDate>,
    /// How it stands, as a value.
    pub state_kind: AgreementState,
    /// Whether it is open and should have been done by now.
    pub overdue: bool,
    /// The same in words; an open one that should have been done by now says so.
    pub state: String,
    /// The day on which it was made.
    pub made_day: NaiveDate,
    /// The same in words, where it doesn't go without saying.
    pub made: Option<String>,
    /// What the team said about how it stands, a line each.
    pub note: Vec<String>,
}

impl AgreementLine {
    /// An agreement as it stands on a day. Where it was made on another day, the line says so.
    pub fn new(agreement: &Agreement, title: &str, made: NaiveDate, day: NaiveDate, lang: Lang) -> AgreementLine {
        // Named one by one: a field more doesn't compile until it is said too.
        let Agreement {
            element,
            title: _,
            what,
            who,
            due,
            state,
            note,
            made: _,
            first_element: _,
            first_what: _,
        } = agreement;
        let overdue = agreement.is_overdue(day);
        AgreementLine {
            element_id: safe(element),
            element: safe(title),
            what: safe(what),
            who: who.as_deref().map(safe),
            due: due.as_ref().map(|due| match due {
                Due::Day(day) => lang.date(*day),
                Due::Words(words) => safe(words),
            }),
            due_day: due.as_ref().and_then(Due::day),
            state_kind: *state,
            overdue,
            state: if overdue {
                lang.state_overdue()
            } else {
                state_words(lang, *state)
            },
            made_day: made,
            made: (made != day).then(|| lang.date(made)),
            note: note.as_deref().map(visible_lines).unwrap_or_default(),
        }
    }

    /// One of a team's agreements, as it stands on a day.
    pub fn of(entry: &Entry<'_>, day: NaiveDate, lang: Lang) -> AgreementLine {
        AgreementLine::new(entry.agreement, entry.title, entry.made, day, lang)
    }

    /// What is said about it, in parts: the element, who does it, by when, how it stands, and when it was made.
    pub fn about(&self, lang: Lang) -> Vec<String> {
        // Named one by one: a field more doesn't compile until it is said here, or left to who shows the line.
        let AgreementLine {
            element_id: _,
            element,
            what: _,
            who,
            due,
            due_day: _,
            state_kind: _,
            overdue: _,
            state,
            made_day: _,
            made,
            note: _,
        } = self;
        let mut about = vec![element.clone()];
        about.extend(who.as_ref().map(|who| lang.who_does(who)));
        about.extend(due.as_ref().map(|due| lang.done_by(due)));
        about.push(state.clone());
        about.extend(made.as_ref().map(|made| lang.made_on(made)));
        about
    }
}

/// How an agreement stands, in words.
pub(crate) fn state_words(lang: Lang, state: AgreementState) -> String {
    match state {
        AgreementState::Open => lang.state_open(),
        AgreementState::Done => lang.state_done(),
        AgreementState::Dropped => lang.state_dropped(),
    }
}

/// What a profile's team agreed, as it stood at that meeting, open ones first.
pub(crate) fn agreement_lines(profile: &Profile, lang: Lang) -> Vec<AgreementLine> {
    let line = |agreement: &Agreement| {
        let made = agreement.made.unwrap_or(profile.date);
        AgreementLine::new(agreement, profile.title_of(agreement), made, profile.date, lang)
    };
    open_first(profile.agreements.iter().map(line).collect())
}

/// What a team agreed at any of its meetings, as it stands on a day, open ones first.
pub(crate) fn entry_lines(entries: &[Entry<'_>], day: NaiveDate, lang: Lang) -> Vec<AgreementLine> {
    open_first(
        entries
            .iter()
            .map(|entry| AgreementLine::of(entry, day, lang))
            .collect(),
    )
}

fn open_first(mut lines: Vec<AgreementLine>) -> Vec<AgreementLine> {
    let rank = |line: &AgreementLine| {
        AgreementState::WORDS
            .iter()
            .position(|(_, state)| *state == line.state_kind)
    };
    lines.sort_by_key(rank);
    lines
}

/// All agreements of a team, as `ips agreements` lists them.
#[derive(Clone, Debug)]
pub struct AgreementList {
    /// The language of the sentences.
    pub lang: Lang,
    /// What it is.
    pub title: String,
    /// That there are none.
    pub none: Option<String>,
    /// The agreements with their numbers, under how they stand: open ones first, of those the first due first.
    pub groups: Vec<(String, Vec<(usize, AgreementLine)>)>,
    /// How to close one of the open ones, or to make one where none is open. It ends with a command.
    pub hint: String,
}

impl AgreementList {
    /// Lists a team's agreements as they stand on a day.
    pub fn new(entries: &[Entry<'_>], team: &str, day: NaiveDate, lang: Lang) -> AgreementList {
        let line = |entry: &Entry<'_>| AgreementLine {
            made: Some(lang.date(entry.made)),
            ..AgreementLine::of(entry, day, lang)
        };
        let heading = |state| match state {
            AgreementState::Open => lang.open_heading(),
            AgreementState::Done => lang.done_heading(),
            AgreementState::Dropped => lang.dropped_heading(),
        };
        let mut groups = Vec::new();
        for (_, state) in AgreementState::WORDS {
            let of_state = entries.iter().filter(|entry| entry.agreement.state == state);
            let mut lines: Vec<(usize, AgreementLine)> = of_state.map(|entry| (entry.number, line(entry))).collect();
            if state == AgreementState::Open {
                lines.sort_by_key(|(_, line)| (line.due_day.is_none(), line.due_day));
            }
            if !lines.is_empty() {
                groups.push((heading(state), lines));
            }
        }
        let first_open = groups
            .first()
            .filter(|(_, lines)| lines[0].1.state_kind == AgreementState::Open);
        AgreementList {
            lang,
            title: lang.team_agreements(&safe(team)),
            none: groups.is_empty().then(|| lang.no_agreements()),
            hint: first_open.map_or_else(|| lang.how_to_add(), |(_, lines)| lang.how_to_close(lines[0].0)),
            groups,
        }
    }
}
