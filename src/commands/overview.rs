//! `ips overview`: many teams in one picture.

use std::path::PathBuf;

use super::{
    Context,
    args::{GroupArgs, OutputArgs, PeriodArgs, WeakestArgs},
    flags::{About, Example, Explained, flags},
    named_form,
    progress::Progress,
    wildcard::{self, MayBe},
};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    overview::{Choice, Gathered, Groups, Overview, Skipped, Standing, Wanted},
    profile::same_team,
    render::{Document, ManyTeams, terminal},
    report::overview::OverviewReport,
    store::Below,
    text::visible,
};

/// How many teams are named that have the name of another.
const NAMED_TEAMS: usize = 8;

flags! {
    pub struct OverviewArgs {
        dirs: Vec<PathBuf> {
            value: "MAP" / "FOLDER",
            nl: "De mappen met de teams, met alles wat eronder staat (anders IPS_DIR, anders deze map)",
            en: "The folders with the teams, with all that is below them (else IPS_DIR, else this folder)",
        },
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De profielen met deze vragenlijst; zonder: de vragenlijst die de meeste teams hebben",
            en: "The profiles with this questionnaire; without: the one that most teams have",
        },
        ..of: GroupArgs,
        ..period: PeriodArgs,
        #[arg(long)]
        all: bool {
            nl: "Tel elke bijeenkomst, en niet alleen de nieuwste van elk team",
            en: "Count every meeting, and not only the newest of each team",
        },
        #[arg(long)]
        anonymous: bool {
            nl: "Zonder namen, en zonder wat een team herkenbaar maakt",
            en: "Without names, and without what could tell a team apart",
        },
        #[arg(long)]
        strict: bool {
            nl: "Stop met een fout als een bestand of map niet te lezen is",
            en: "Stop with an error if a file or folder can't be read",
        },
        ..weakest: WeakestArgs,
        #[arg(long, conflicts_with = "format")]
        json: bool {
            nl: "Als JSON, voor andere programma's",
            en: "As JSON, for other programs",
        },
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::overview().ids(lang),
        },
        ..output: OutputArgs,
    }
}

impl Explained for OverviewArgs {
    const ABOUT: About = About {
        nl: "Zie veel teams in één beeld: hoe ze ervoor staan, element voor element",
        en: "See many teams in one picture: how they stand, element by element",
        examples: [
            Example {
                line: "ips overview teams -o beeld.html",
                nl: "Twee bladzijden om te printen, voor de wethouder",
                en: "Two pages to print, for the alderman",
            },
            Example {
                line: "ips overview teams --anonymous --from \"1 sep\"",
                nl: "Zonder namen, van de bijeenkomsten sinds 1 september",
                en: "Without names, of the meetings since 1 September",
            },
        ],
    };
}

pub fn run(context: &Context, args: &OverviewArgs) -> Result<(), Fault> {
    let form = context.form(
        &Document::overview(),
        named_form(args.format.as_deref(), args.json),
        &args.output,
    )?;
    if args.anonymous && form.as_ref().is_some_and(|form| form.format.id == "csv") {
        return Err(Fault::wrong_use(Lang::rows_are_teams));
    }
    let mut overview = read(context, args)?;
    if args.anonymous {
        overview = overview.without_names();
    }
    let Some(form) = form else {
        let report = OverviewReport::new(&overview, context.lang);
        return context.show(&terminal::overview(&report, context.look()), None);
    };
    let teams = ManyTeams {
        overview: &overview,
        lang: context.lang,
    };
    context.deliver(&form, &teams, &args.output, &context.here(String::new()))
}

/// Reads all profiles and tells what doesn't count.
fn read(context: &Context, args: &OverviewArgs) -> Result<Overview, Fault> {
    let (from, to) = args.period.days(context)?;
    let wanted = Wanted {
        groups: Groups::One(args.of.group.clone()),
        from,
        to,
        all: args.all,
        weakest: args.weakest.count,
    };
    let dirs = if args.dirs.is_empty() {
        vec![context.default_dir.clone()]
    } else {
        wildcard::expanded(&args.dirs, MayBe::Folders)?
    };
    let Below {
        gathered,
        folders,
        skipped,
    } = {
        let progress = Progress::below(context, &dirs);
        Below::read(&dirs, &wanted, &|| progress.one_more())?
    };
    tell_skipped(context, &skipped, !args.anonymous, args.strict)?;
    let choice = choice(context, args, &gathered)?;
    let known = gathered.ids().join(", ");
    let groups = gathered.groups().join(", ");
    let Some(overview) = gathered.overview(choice.as_ref(), context.lang, &folders) else {
        return Err(
            if let Some(Choice { id, version }) = choice.filter(|_| !known.is_empty()) {
                let id = version.map_or(id.clone(), |version| format!("{id}@{version}"));
                let (id, known) = (visible(&id).into_owned(), visible(&known).into_owned());
                Fault::failed(|lang| lang.none_of_questionnaire(&id, &known))
            } else {
                let dirs: Vec<String> = dirs.iter().map(|dir| shown_path(dir)).collect();
                let (dirs, groups) = (dirs.join(", "), visible(&groups).into_owned());
                match (groups.is_empty(), &args.of.group) {
                    (true, None) => args.period.nothing_below(&dirs),
                    (true, Some(_)) => Fault::failed(|lang| lang.no_groups_below(&dirs)),
                    (false, _) => Fault::failed(|lang| lang.other_groups_below(&dirs, &groups)),
                }
            },
        );
    };
    let overview = Overview { skipped, ..overview };
    tell_what_does_not_count(context, args, &overview);
    Ok(overview)
}

/// The questionnaire that was named. It may be lost: the profiles carry it.
fn choice(context: &Context, args: &OverviewArgs, gathered: &Gathered) -> Result<Option<Choice>, Fault> {
    let Some(named) = &args.questions else {
        return Ok(None);
    };
    let carried = |id: &str| gathered.ids().contains(&id).then(|| id.to_owned());
    let named_text = named.to_str().unwrap_or_default();
    if let Some(id) = carried(named_text) {
        return Ok(Some(Choice { id, version: None }));
    }
    // As it is told of the versions that don't count: `six-elements@2`.
    let of_version = named_text.rsplit_once('@').and_then(|(id, version)| {
        let (id, version) = (carried(id)?, version.parse().ok()?);
        Some(Choice {
            id,
            version: Some(version),
        })
    });
    Ok(Some(match of_version {
        Some(choice) => choice,
        None => Choice {
            id: match context.questionnaire(Some(named)) {
                Ok(questionnaire) => questionnaire.id,
                Err(fault) => return Err(naming_carried(fault, gathered)),
            },
            version: None,
        },
    }))
}

/// The same, with what the profiles in the folders were asked: those questionnaires do too, wherever their files are.
fn naming_carried(fault: Fault, gathered: &Gathered) -> Fault {
    let known = gathered.ids().join(", ");
    if known.is_empty() {
        return fault;
    }
    let known = visible(&known).into_owned();
    fault.advising(|lang| lang.carried_in_folders(&known))
}

/// Tells what can't be used: by name, or only how many where no team is to be told apart.
pub(super) fn tell_skipped(context: &Context, skipped: &[Skipped], by_name: bool, strict: bool) -> Result<(), Fault> {
    if skipped.is_empty() {
        return Ok(());
    }
    let reasons = skipped.iter().filter_map(|skipped| skipped.reason.as_ref());
    for reason in reasons.filter(|_| by_name) {
        context.tell(reason.text(context.lang));
    }
    context.tell(&context.lang.skipped_counted(skipped.len()));
    if strict {
        return Err(Fault::failed(Lang::skipped_is_wrong));
    }
    Ok(())
}

/// Tells which profiles and teams don't count as someone could expect.
fn tell_what_does_not_count(context: &Context, args: &OverviewArgs, overview: &Overview) {
    let lang = context.lang;
    for other in &overview.others {
        let (id, title) = (visible(&other.id), visible(&other.title));
        let profiles = lang.profiles_counted(other.profiles);
        let own = &overview.questionnaire;
        context.tell(&if other.id != own.id {
            lang.other_picture(&title, &profiles, &id)
        } else if other.version != own.version {
            lang.other_version(&title, other.version, &profiles, &id)
        } else {
            lang.other_wording(&title, other.version, &profiles)
        });
    }
    if overview.copies > 0 {
        context.tell(&lang.copies_counted(overview.copies));
    }
    if overview.other_groups > 0 {
        context.tell(&if overview.group.is_some() {
            lang.outside_group_counted(overview.other_groups)
        } else {
            lang.of_groups_counted(overview.other_groups)
        });
    }
    if overview.drafts > 0 {
        context.tell(&lang.drafts_counted(overview.drafts));
    }
    let in_several: Vec<&Standing> = overview
        .standings
        .iter()
        .filter(|standing| standing.folder.is_some())
        .collect();
    let names: Vec<&[&Standing]> = in_several
        .chunk_by(|one, other| same_team(&one.team, &other.team))
        .collect();
    let named = if args.anonymous { 0 } else { NAMED_TEAMS };
    for standings in names.iter().take(named) {
        let mut folders: Vec<&str> = standings
            .iter()
            .filter_map(|standing| standing.folder.as_deref())
            .collect();
        folders.dedup();
        context.tell(&lang.teams_of_one_name(&visible(&standings[0].team), &visible(&folders.join(", "))));
    }
    if names.len() > named {
        context.tell(&lang.names_in_several_folders(names.len()));
    }
}
