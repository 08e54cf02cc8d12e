//! What is said when the interview is over: where it is saved, and what makes sense next in this folder.

use std::path::Path;

use super::args::AssessArgs;
use crate::{
    commands::{Context, args::of_team},
    content::Material,
    fault::{Fault, shown_path},
    profile::Profile,
    render::terminal,
    report::Report,
    scoring::WEAKEST,
    store::{Folder, folder_of},
};

/// Shows the profile where nobody has seen it yet, and says where it is and what comes next.
pub(super) fn show(
    context: &Context,
    args: &AssessArgs,
    profile: &Profile,
    path: &Path,
    unseen: bool,
) -> Result<(), Fault> {
    let saved = format!(" {}\n", context.lang.saved_as(&shown_path(path)));
    if unseen {
        let material = Material::to_ask(&profile.questionnaire, context.lang);
        let report = Report::new(profile, &profile.scores(WEAKEST), context.lang).with_material(&material);
        context.print(format!("{}\n{saved}", terminal::profile(&report, context.look())))?;
    } else {
        context.print(saved)?;
    }
    if context.columns.is_some() {
        let command = next_command(context, args, profile, path);
        context.tell(&format!(" {}", context.lang.next_step(&command)));
    }
    Ok(())
}

/// The command that makes sense next: with an earlier meeting what changed since then, else the report.
fn next_command(context: &Context, args: &AssessArgs, profile: &Profile, path: &Path) -> String {
    let dir = folder_of(path);
    let folder = Folder::read(dir).unwrap_or_default();
    let own = folder.profiles.iter().filter(|other| other.is_of(&profile.team));
    let meetings = own
        .filter(|other| other.questionnaire == profile.questionnaire.id)
        .count();
    let mut command = if meetings > 1 {
        "ips diff".to_owned()
    } else {
        let name = context.lang.report_name();
        let mut names =
            std::iter::once(format!("{name}.html")).chain((2..).map(|number| format!("{name}-{number}.html")));
        let free = names.find(|name| !Path::new(name).exists());
        format!("ips export -o {}", free.unwrap_or_default())
    };
    let teams = crate::store::teams(&folder.profiles);
    let team = args
        .team
        .team
        .as_deref()
        .or((teams.len() > 1).then_some(profile.team.as_str()));
    let is_usual = dir == context.dir(&args.team);
    let named = if is_usual { args.team.dir.as_deref() } else { Some(dir) };
    command.push_str(&of_team(team, named));
    command
}
