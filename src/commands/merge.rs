//! `ips merge`: the forms that members filled in alone, or the results of an online form, become one profile.

mod read;

use std::path::PathBuf;

use super::{
    Context,
    args::TeamArgs,
    confirm, ending,
    flags::{About, Example, Explained, flags},
    refuse_twice, replacing,
    values::{self, TypedDay},
    wildcard::{self, MayBe},
};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    merging::{self, AT_LEAST, AT_LEAST_CHOSEN, Rules},
    profile::{Profile, State},
    rounds,
    store::{
        Folder, Head, Heads, Saver, Stored, hold_rounds, let_go, refuse_mixed, refuse_no_folder, save_complete,
        teams_and_groups,
    },
    tally::{MAX_PARTICIPANTS, Mode},
    text::visible,
};

flags! {
    pub struct MergeArgs {
        #[arg(required = true)]
        files: Vec<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "De ingevulde formulieren, of de resultaten van een online formulier (.xlsx of .csv)",
            en: "The forms that were filled in, or the results of an online form (.xlsx or .csv)",
        },
        ..team: TeamArgs,
        #[arg(long, value_parser = values::day)]
        date: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "De dag waarbij de antwoorden horen, als 21-11-2026 of 21 nov; anders vandaag",
            en: "The day that the answers belong to, as 21-11-2026 or 21 nov; else today",
        },
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De vragenlijst: een ingebouwde of een bestand; zonder: die van de formulieren",
            en: "The questionnaire: a built-in one or a file; without: that of the forms",
        },
        #[arg(long, requires = "group", value_parser = values::number(small()..=usual()))]
        min_group: Option<u32> {
            value: "AANTAL" / "NUMBER",
            nl: "Hoeveel formulieren er van een kleine groep minstens zijn: {least} of {less}, in plaats van {AT_LEAST}",
            en: "How many forms of a small group there are at least: {least} or {less}, instead of {AT_LEAST}",
            least: |_| AT_LEAST_CHOSEN,
            less: |_| AT_LEAST - 1,
        },
        #[arg(long)]
        with_notes: bool {
            nl: "Bewaar ook de toelichtingen, per vraag op alfabet",
            en: "Keep the notes too, in alphabetical order for each question",
        },
        #[arg(long)]
        allow_same: bool {
            nl: "Tel ook formulieren met precies dezelfde antwoorden elk mee",
            en: "Count forms with exactly the same answers each too",
        },
        #[arg(long)]
        replace: bool {
            nl: "Laat deze keer de antwoorden vervangen die ieder minder dan vier weken ervoor op dezelfde vragen gaf",
            en: "Let this time replace the answers that everyone gave to the same questions less than four weeks before",
        }
    }
}

impl Explained for MergeArgs {
    const ABOUT: About = About {
        nl: "Maak van ingevulde formulieren één profiel",
        en: "Make one profile of the forms that were filled in",
        examples: [
            Example {
                line: "ips merge antwoorden/* --team \"IPS-groep Noord\"",
                nl: "Alle formulieren uit de map antwoorden",
                en: "All forms from the folder antwoorden",
            },
            Example {
                line: "ips merge resultaten.xlsx --team Noord --group ouders --date \"21 nov\"",
                nl: "De resultaten van een online formulier, van één groep",
                en: "The results of an online form, of one group",
            },
        ],
    };
}

/// The limits of `--min-group`.
fn small() -> u32 {
    u32::try_from(AT_LEAST_CHOSEN).unwrap_or_default()
}

fn usual() -> u32 {
    u32::try_from(AT_LEAST - 1).unwrap_or_default()
}

pub fn run(context: &Context, args: &MergeArgs) -> Result<(), Fault> {
    let Some(team) = &args.team.folder.team else {
        return Err(Fault::wrong_use(|lang| lang.missing_flag("--team")));
    };
    confirm::end_on_signal();
    let files = wildcard::expanded(&args.files, MayBe::Files)?;
    refuse_twice(&files, Lang::same_form_twice)?;
    if files.len() > MAX_PARTICIPANTS as usize {
        return Err(Fault::failed(|lang| lang.too_many_forms(files.len(), MAX_PARTICIPANTS)));
    }
    let date = context.day_of_meeting(args.date.as_ref())?;
    let returned = read::forms(context, &files, args.questions.as_deref())?;
    let mut profile = Profile {
        team: team.clone(),
        group: args.team.of.group.clone(),
        date,
        corrected: None,
        mode: Mode::Merged,
        participants: 1,
        shared: false,
        functions: None,
        responses: Profile::no_responses(&returned.questionnaire),
        questionnaire: returned.questionnaire,
        asked_only: None,
        agreements: Vec::new(),
        state: State::Complete,
    };
    profile.ask_only(&returned.elements);
    let rules = Rules {
        at_least: args.min_group.map_or(AT_LEAST, |chosen| chosen as usize),
        allow_same: args.allow_same,
        with_notes: args.with_notes,
    };
    let mut profile = merging::merge(profile, &returned.forms, rules).map_err(read::nothing_merged)?;
    let dir = context.dir(&args.team);
    refuse_no_folder(dir)?;
    let held = hold_rounds(dir, team)?;
    let heads = Heads::read(dir)?;
    let Folder {
        profiles: own, drafts, ..
    } = context.told_of(heads.of_team(team));
    // Once both have answers the draft couldn't be saved.
    refuse_mixed(&drafts, &profile)?;
    let before = merged_before(&own, &profile);
    if let Some(before) = &before {
        profile.clone_from(&before.profile);
    }
    let replaced = replacing::replaced(&own, &profile, args.replace || context.can_ask)?;
    match &before {
        Some(before) if replaced.is_empty() => {
            let file = shown_path(&before.path);
            return Err(Fault::failed(|lang| lang.merged_before(&file)));
        }
        _ if replaced.is_empty() || args.replace || may_replace(context, &replaced)? => {}
        _ => return Err(Fault::failed(Lang::nothing_merged)),
    }
    for remark in &returned.remarks {
        context.tell(remark.text(context.lang));
    }
    tell_of_group(context, &profile, merging::with_notes(&returned.forms), args.with_notes);
    tell_of_new_group(context, &profile, &own);
    let saved = if let Some(before) = before {
        let_go(&before, &replaced)?;
        before.path
    } else {
        for round in &replaced {
            // What is left of it stays in its file.
            let _ = rounds::replace(round, &mut profile);
        }
        save_complete(&Saver::default(), dir, &profile, &replaced)?
    };
    drop(held);
    ending::show(context, &args.team, &profile, &saved, true)?;
    if !replaced.is_empty() {
        let gone = context.lang.rounds_replaced(&days_of(context, &replaced));
        context.tell(&format!(" {gone}"));
    }
    context.tell(&format!(" {}", context.lang.forms_hold_answers()));
    context.tell_remarks();
    Ok(())
}

/// Asks whether these rounds may go.
fn may_replace(context: &Context, rounds: &[Profile]) -> Result<bool, Fault> {
    let question = context.lang.sure_replace(&days_of(context, rounds));
    confirm::agrees(context, &question, Lang::nothing_merged)
}

fn days_of(context: &Context, rounds: &[Profile]) -> String {
    let days = rounds.iter().map(|round| context.lang.date(round.date));
    days.collect::<Vec<_>>().join(", ")
}

/// The profile that these forms became before: a second one would be a second meeting. Where the program was killed behind the
/// saving, rounds that it replaces may still stand beside it.
fn merged_before(own: &[Head], profile: &Profile) -> Option<Stored> {
    let whose = profile.whose();
    let may_be = own
        .iter()
        .filter(|head| head.mode == Mode::Merged && head.is_of(&whose));
    let mut stored = may_be.filter_map(|head| head.load().ok());
    stored.find(|stored| merging::is_of_same_forms(&stored.profile, profile))
}

/// What is to be known of who answered, and of what they said beside their answers.
fn tell_of_group(context: &Context, profile: &Profile, notes: usize, kept: bool) {
    let lang = context.lang;
    if (profile.participants as usize) < AT_LEAST {
        context.tell(&lang.small_group(profile.participants));
    }
    if let Some(group) = &profile.group {
        context.tell(&lang.each_in_one_group(&visible(group)));
    }
    match notes {
        0 => {}
        _ if kept => context.tell(&lang.notes_tell_who()),
        notes => context.tell(&lang.notes_left_out(notes)),
    }
}

/// A name that was mistyped makes a group of its own, whose answers then count twice.
fn tell_of_new_group(context: &Context, profile: &Profile, own: &[Head]) {
    let Some(group) = &profile.group else { return };
    let mut others = teams_and_groups(own);
    others.retain(|whose| whose.group.is_some());
    let is_known = own.iter().any(|head| head.is_of(&profile.whose()));
    if !is_known && !others.is_empty() {
        let others = others.iter().filter_map(|whose| whose.group.as_deref());
        let others: Vec<_> = others.map(visible).collect();
        context.tell(&context.lang.new_group(&visible(group), &others.join(", ")));
    }
}
