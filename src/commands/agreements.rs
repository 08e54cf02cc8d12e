//! `ips agreements`: what a team agreed at its meetings, and how one of the agreements stands from now on.

use chrono::NaiveDate;

use super::{
    Context,
    args::TeamArgs,
    flags::{About, Example, Explained, flags},
    values::{self, TypedDay},
};
use crate::{
    agreement::{Agreement, AgreementState, Due},
    agreements,
    fault::{Fault, shown_path},
    lang::Lang,
    profile::Profile,
    render::terminal,
    report::AgreementList,
    store::{Disk, Folder, ProfileFile, Stored},
};

flags! {
    pub struct AgreementsArgs {
        ..team: TeamArgs,
        #[arg(long, value_parser = values::day)]
        date: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "De dag waarop je kijkt welke datum voorbij is, als 21-11-2026 of 21 nov; anders vandaag",
            en: "The day that tells what is past its date, as 21-11-2026 or 21 nov; else today",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with_all = ["dropped", "open"])]
        done: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak is gedaan",
            en: "This agreement is done",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with = "open")]
        dropped: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak laten jullie los",
            en: "You drop this agreement",
        },
        #[arg(long, value_parser = values::agreement)]
        open: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak is (weer) open",
            en: "This agreement is open (again)",
        },
        #[arg(long, value_parser = values::words)]
        note: Option<String> {
            value: "TEKST" / "TEXT",
            nl: "Een toelichting bij --done, --dropped of --open",
            en: "A note with --done, --dropped or --open",
        },
        #[arg(long, value_parser = values::words)]
        due: Option<String> {
            value: "DAG" / "DAY",
            nl: "Bij --open: wanneer het nu klaar is, als 15 jan, 15-1-2027 of +6w",
            en: "With --open: by when it will be done now, as 15 jan, 15-1-2027 or +6w",
        },
    }
}

impl Explained for AgreementsArgs {
    const ABOUT: About = About {
        nl: "Laat zien wat het team heeft afgesproken, of zet een afspraak op gedaan",
        en: "Show what the team agreed, or mark an agreement as done",
        examples: [
            Example {
                line: "ips agreements --done 2",
                nl: "De tweede van de lijst is gedaan",
                en: "The second of the list is done",
            },
            Example {
                line: "ips agreements --open 2 --due +6w",
                nl: "Toch nog open, met zes weken erbij",
                en: "Still open after all, with six weeks more",
            },
        ],
    };
}

/// How an agreement stands from now on.
struct Change {
    number: usize,
    state: AgreementState,
    note: Option<String>,
    due: Option<Due>,
}

pub fn run(context: &Context, args: &AgreementsArgs) -> Result<(), Fault> {
    let today = || *context.today;
    let day = args.date.as_ref().map_or_else(today, |date| date.nearest(today()));
    let change = change(args, day)?;
    let dir = context.dir(&args.team);
    let Folder {
        profiles: mut stored,
        drafts,
        ..
    } = context.folder(dir)?.team(dir, args.team.team.as_deref())?;
    if let Some(change) = change {
        save(context, &mut stored, &drafts, change)?;
    }
    let team = &stored[0].profile.team;
    let list = AgreementList::new(&agreements::of(profiles(&stored)), team, day, context.lang);
    context.print(terminal::agreement_list(&list, context.look()))?;
    if let Some(hint) = list.hint.filter(|_| context.columns.is_some()) {
        context.tell(&format!("\n {hint}"));
    }
    Ok(())
}

/// What the flags ask to change, if anything.
fn change(args: &AgreementsArgs, day: NaiveDate) -> Result<Option<Change>, Fault> {
    let states = [
        (args.done, AgreementState::Done),
        (args.dropped, AgreementState::Dropped),
        (args.open, AgreementState::Open),
    ];
    let chosen = states.into_iter().find_map(|(number, state)| Some((number?, state)));
    if args.due.is_some() && args.open.is_none() {
        return Err(Fault::wrong_use(Lang::due_while_open));
    }
    let Some((number, state)) = chosen else {
        if args.note.is_some() {
            return Err(Fault::wrong_use(Lang::change_what));
        }
        return Ok(None);
    };
    let due = args.due.as_deref().map(|due| Due::typed(due, day)).transpose();
    Ok(Some(Change {
        number,
        state,
        note: args.note.clone(),
        due: due.map_err(|_| Fault::wrong_use(Lang::no_such_day))?,
    }))
}

/// Saves the change in the newest profile that has the agreement: that one says how it stands. Where a meeting that isn't
/// finished has it too, it tells so: what is chosen there will count.
fn save(context: &Context, stored: &mut [Stored], drafts: &[Stored], change: Change) -> Result<(), Fault> {
    let (place, _) = find(stored, change.number)?;
    let (mut file, _) = ProfileFile::open(&Disk, &stored[place].path)?;
    // Another program may have changed it until a moment ago.
    file.profile().clone_into(&mut stored[place].profile);
    let (place, index) = find(stored, change.number)?;
    let also_in = drafts.iter().find(|draft| {
        let entries = agreements::of(profiles(stored).chain([&draft.profile]));
        entries[change.number - 1].last.0 == stored.len()
    });
    let profile = &mut stored[place].profile;
    let agreement: &mut Agreement = &mut profile.agreements[index];
    agreement.state = change.state;
    agreement.note = change.note.or(agreement.note.take());
    agreement.due = change.due.or(agreement.due.take());
    file.save(profile)?;
    context.tell(&context.lang.saved_as(&shown_path(file.path())));
    if let Some(draft) = also_in {
        context.tell(&context.lang.also_in_draft(&shown_path(&draft.path)));
    }
    Ok(())
}

/// The newest profile that has an agreement, and the agreement's place in it.
fn find(stored: &[Stored], number: usize) -> Result<(usize, usize), Fault> {
    let entries = agreements::of(profiles(stored));
    let entry = entries.iter().find(|entry| entry.number == number);
    entry
        .map(|entry| entry.last)
        .ok_or_else(|| Fault::wrong_use(|lang| lang.no_such_agreement(number)))
}

fn profiles(stored: &[Stored]) -> impl Iterator<Item = &Profile> {
    stored.iter().map(|stored| &stored.profile)
}
