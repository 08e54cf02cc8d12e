//! `ips agreements`: what a team agreed at its meetings, and one change in that.

mod change;

use self::change::Change;
use super::{
    Context,
    args::TeamArgs,
    flags::{About, Example, Explained, flags},
    values::{self, TypedDay},
};
use crate::{
    agreements,
    fault::Fault,
    profile::Profile,
    render::terminal,
    report::AgreementList,
    store::{Stored, load_all},
};

flags! {
    pub struct AgreementsArgs {
        ..team: TeamArgs,
        #[arg(long, value_parser = values::day)]
        date: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "De dag waarop je kijkt of iets afspreekt, als 21-11-2026 of 21 nov; anders vandaag",
            en: "The day on which you look or agree, as 21-11-2026 or 21 nov; else today",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with_all = ["dropped", "open", "change", "add"])]
        done: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak is gedaan",
            en: "This agreement is done",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with_all = ["open", "change", "add"])]
        dropped: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak laten jullie los",
            en: "You drop this agreement",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with_all = ["change", "add"])]
        open: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Deze afspraak is (weer) open",
            en: "This agreement is open (again)",
        },
        #[arg(long, value_parser = values::words)]
        note: Option<String> {
            value: "TEKST" / "TEXT",
            nl: "Een toelichting bij --done, --dropped of --open: geen namen van kinderen of ouders, en niet wie wat antwoordde",
            en: "A note with --done, --dropped or --open: no names of children or parents, and not who answered what",
        },
        #[arg(long, value_parser = values::words)]
        add: Option<String> {
            value: "TEKST" / "TEXT",
            nl: "Spreek dit ook af; zeg met --element waar het over gaat",
            en: "Agree on this too; say with --element what it is about",
        },
        #[arg(long, value_parser = values::agreement, conflicts_with = "add")]
        change: Option<usize> {
            value: "NUMMER" / "NUMBER",
            nl: "Verander deze afspraak, met --what, --who, --due of --element",
            en: "Change this agreement, with --what, --who, --due or --element",
        },
        #[arg(long, value_parser = values::words)]
        what: Option<String> {
            value: "TEKST" / "TEXT",
            nl: "Bij --change: wat de afspraak nu is",
            en: "With --change: what the agreement is now",
        },
        #[arg(long, value_parser = values::words)]
        who: Option<String> {
            value: "WIE" / "WHO",
            nl: "Bij --add of --change: wie het doet",
            en: "With --add or --change: who will do it",
        },
        #[arg(long, value_parser = values::words)]
        due: Option<String> {
            value: "DAG" / "DAY",
            nl: "Bij --add, --change of --open: wanneer het klaar is, als \"over 6 weken\" of 15 jan",
            en: "With --add, --change or --open: by when, as \"in 6 weeks\" or 15 jan",
        },
        #[arg(long)]
        element: Option<String> {
            value: "ELEMENT" / "ELEMENT",
            nl: "Bij --add of --change: waar het over gaat, als 2 of culture",
            en: "With --add or --change: what it is about, as 2 or culture",
        },
    }
}

impl Explained for AgreementsArgs {
    const ABOUT: About = About {
        nl: "Laat zien wat het team heeft afgesproken; vul aan of verander",
        en: "Show what the team agreed; add to it or change it",
        examples: [
            Example {
                line: "ips agreements --done 2",
                nl: "De tweede van de lijst is gedaan",
                en: "The second of the list is done",
            },
            Example {
                line: "ips agreements --add \"Samen lunchen\" --element 2 --due \"over 6 weken\"",
                nl: "Nog iets afgesproken, over het tweede element",
                en: "Something more was agreed, about the second element",
            },
        ],
    };
}

pub fn run(context: &Context, args: &AgreementsArgs) -> Result<(), Fault> {
    let day = context.day_of_meeting(args.date.as_ref())?;
    let change = Change::asked(args, day)?;
    let folder = context.folder(&args.team)?;
    let mut stored = load_all(&folder.profiles)?;
    if let Some(change) = change {
        change.save(context, &mut stored, &load_all(&folder.drafts)?)?;
    }
    let team = stored[0].profile.whose().to_string();
    let list = AgreementList::new(&agreements::of(profiles(&stored)), &team, day, context.lang);
    let hint = format!("{}{}", list.hint, args.team.again());
    context.show(&terminal::agreement_list(&list, context.look()), Some(&hint))
}

fn profiles(stored: &[Stored]) -> impl Iterator<Item = &Profile> {
    stored.iter().map(|stored| &stored.profile)
}
