//! One change in what a team agreed: which agreement it is, which profile has it, and what becomes of it.

use chrono::NaiveDate;

use super::{AgreementsArgs, profiles};
use crate::{
    agreement::{Agreement, AgreementState, Due},
    agreements::{self, Entry, is_same},
    commands::{Context, named},
    fault::{Fault, shown_path},
    lang::Lang,
    store::{Disk, ProfileFile, Stored},
    text::folded,
    toml_file::ENTRIES,
};

/// What is asked to change.
pub(super) struct Change<'a> {
    which: Which<'a>,
    /// How it stands from now on.
    state: Option<AgreementState>,
    note: Option<&'a str>,
    /// The element that it is about, as it was typed.
    element: Option<&'a str>,
    what: Option<&'a str>,
    who: Option<&'a str>,
    due: Option<Due>,
    day: NaiveDate,
}

/// Which agreement is meant.
#[derive(Clone, Copy)]
enum Which<'a> {
    /// One of the list, by its number.
    Number(usize),
    /// One more, in these words.
    New(&'a str),
}

impl<'a> Change<'a> {
    /// What the flags ask to change on this day, if anything.
    pub(super) fn asked(args: &'a AgreementsArgs, day: NaiveDate) -> Result<Option<Change<'a>>, Fault> {
        let chosen = [
            ("--add", args.add.as_deref().map(Which::New), None),
            ("--change", args.change.map(Which::Number), None),
            ("--done", args.done.map(Which::Number), Some(AgreementState::Done)),
            (
                "--dropped",
                args.dropped.map(Which::Number),
                Some(AgreementState::Dropped),
            ),
            ("--open", args.open.map(Which::Number), Some(AgreementState::Open)),
        ];
        let chosen = chosen
            .into_iter()
            .find_map(|(flag, which, state)| Some((flag, which?, state)));
        let flag = chosen.map_or("", |(flag, ..)| flag);
        let details: [(&str, bool, &[&str]); 5] = [
            ("--note", args.note.is_some(), &["--done", "--dropped", "--open"]),
            ("--what", args.what.is_some(), &["--change"]),
            ("--who", args.who.is_some(), &["--add", "--change"]),
            ("--due", args.due.is_some(), &["--add", "--change", "--open"]),
            ("--element", args.element.is_some(), &["--add", "--change"]),
        ];
        let given = || details.into_iter().filter(|(_, given, _)| *given);
        if let Some((detail, _, fitting)) = given().find(|(_, _, fitting)| !fitting.contains(&flag)) {
            return Err(Fault::wrong_use(|lang| lang.belongs_to(detail, &lang.one_of(fitting))));
        }
        if flag == "--change" && given().next().is_none() {
            return Err(Fault::wrong_use(Lang::change_what));
        }
        let due = args.due.as_deref().map(|due| Due::typed(due, day)).transpose();
        let due = due.map_err(|_| Fault::wrong_use(Lang::no_such_day))?;
        Ok(chosen.map(|(_, which, state)| Change {
            which,
            state,
            note: args.note.as_deref(),
            element: args.element.as_deref(),
            what: args.what.as_deref(),
            who: args.who.as_deref(),
            due,
            day,
        }))
    }

    /// Saves the change: a new agreement in the newest profile, else in the newest one that has the agreement, since that one
    /// says how it stands. Where a meeting that isn't finished has it too, it tells so: what is chosen there will count.
    pub(super) fn save(self, context: &Context, stored: &mut [Stored], drafts: &[Stored]) -> Result<(), Fault> {
        let place = match self.which {
            Which::Number(number) => {
                let entries = agreements::of(profiles(stored));
                entries.get(number - 1).ok_or_else(|| unknown(number))?.last.0
            }
            Which::New(_) => stored.len() - 1,
        };
        let (mut file, _) = ProfileFile::open(&Disk, &stored[place].path)?;
        // Another program may have changed it until a moment ago.
        file.profile().clone_into(&mut stored[place].profile);
        let (number, also_in) = match self.which {
            Which::Number(number) => (number, self.alter(stored, place, drafts, number)?),
            Which::New(what) => (self.add(stored, what)?, None),
        };
        let lang = context.lang;
        let shown = shown_path(file.path());
        context.tell(&match (file.save(&stored[place].profile)?, self.which) {
            (true, Which::New(_)) => lang.agreement_made(number, &shown),
            (true, Which::Number(_)) => lang.saved_as(&shown),
            (false, _) => lang.agreement_unchanged(number, &shown),
        });
        if let Some(draft) = also_in {
            context.tell(&lang.also_in_draft(&shown_path(&draft.path)));
        }
        Ok(())
    }

    /// Puts a new agreement in the newest profile, and gives its number.
    fn add(&self, stored: &mut [Stored], what: &str) -> Result<usize, Fault> {
        let place = stored.len() - 1;
        let (element, title) = self.about(stored, place, None)?;
        let entries = agreements::of(profiles(stored));
        let number = entries.len() + 1;
        let agreement = Agreement {
            title,
            who: self.who.map(str::to_owned),
            due: self.due.clone(),
            ..Agreement::new(element, what)
        };
        refuse_double(&entries, number, self.day, &agreement)?;
        let Stored { path, profile } = &mut stored[place];
        if profile.agreements.len() >= ENTRIES {
            let file = shown_path(path);
            return Err(Fault::failed(|lang| lang.too_many_agreements(&file, ENTRIES)));
        }
        profile.agreements.push(Agreement {
            made: (self.day != profile.date).then_some(self.day),
            ..agreement
        });
        Ok(number)
    }

    /// Changes an agreement in a profile, the newest that has it, and gives the draft that has it too.
    fn alter<'d>(
        &self,
        stored: &mut [Stored],
        place: usize,
        drafts: &'d [Stored],
        number: usize,
    ) -> Result<Option<&'d Stored>, Fault> {
        let entries = agreements::of(profiles(stored));
        let entry = entries.get(number - 1).filter(|entry| entry.last.0 == place);
        let entry = entry.ok_or_else(|| unknown(number))?;
        let also_in = drafts.iter().find(|draft| {
            let entries = agreements::of(profiles(stored).chain([&draft.profile]));
            entries[number - 1].last.0 == stored.len()
        });
        let before = entry.agreement;
        let (element, title) = self.about(stored, place, Some(before))?;
        let mut after = Agreement {
            element,
            title,
            what: self.what.map_or_else(|| before.what.clone(), str::to_owned),
            who: self.who.map(str::to_owned).or_else(|| before.who.clone()),
            due: self.due.clone().or_else(|| before.due.clone()),
            state: self.state.unwrap_or(before.state),
            note: self.note.map(str::to_owned).or_else(|| before.note.clone()),
            ..before.clone()
        };
        if entry.first != place || also_in.is_some() {
            // Other profiles have it as it was: that is how it is known again.
            let (element, what) = before.as_made();
            after.first_element = (element != after.element).then(|| element.to_owned());
            after.first_what = (folded(what) != folded(&after.what)).then(|| what.to_owned());
        }
        if after.element != before.element || folded(&after.what) != folded(&before.what) {
            refuse_double(&entries, number, entry.made, &after)?;
        }
        let (_, index) = entry.last;
        stored[place].profile.agreements[index] = after;
        Ok(also_in)
    }

    /// The element that an agreement is about from now on, if it is changed; with its title where
    /// the profile hasn't that element.
    fn about(
        &self,
        stored: &[Stored],
        place: usize,
        now: Option<&Agreement>,
    ) -> Result<(String, Option<String>), Fault> {
        let own = &stored[place].profile.questionnaire;
        let Some(typed) = self.element else {
            let now = now.ok_or_else(|| Fault::wrong_use(|lang| lang.agreed_about_what(&named::elements(own))))?;
            return Ok((now.element.clone(), now.title.clone()));
        };
        let unclear = match named::element(own, typed) {
            Ok(element) => return Ok((element.id.clone(), None)),
            Err(unclear) => unclear,
        };
        // Another meeting had another questionnaire. A number is one of the newest list only.
        let others = stored.iter().rev().map(|stored| &stored.profile.questionnaire);
        let mut others = others.filter(|other| other.id != own.id && typed.trim().parse::<usize>().is_err());
        let element = others.find_map(|other| named::element(other, typed).ok());
        let element = element.ok_or(unclear)?;
        Ok((element.id.clone(), Some(element.title.clone())))
    }
}

fn unknown(number: usize) -> Fault {
    Fault::wrong_use(|lang| lang.no_such_agreement(number))
}

/// Refuses an agreement of a day that another one already is: about the same element and in the same words, now or when it was
/// made.
fn refuse_double(entries: &[Entry<'_>], number: usize, made: NaiveDate, agreement: &Agreement) -> Result<(), Fault> {
    let says = |agreement: &Agreement| (agreement.element.clone(), folded(&agreement.what).to_lowercase());
    let double = entries.iter().find(|other| {
        let is_same = is_same(other.agreement, agreement) || says(other.agreement) == says(agreement);
        other.number != number && other.made == made && is_same
    });
    match double {
        Some(double) => Err(Fault::failed(|lang| lang.agreed_already(double.number))),
        None => Ok(()),
    }
}
