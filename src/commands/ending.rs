//! What is said when a profile was made: where it is saved, and what makes sense next in this folder.

use std::path::Path;

use super::{
    Context,
    args::{TeamArgs, typed},
    gap,
};
use crate::{
    comparison::Comparison,
    content::Material,
    fault::{Fault, shown_path},
    profile::Profile,
    render::terminal,
    report::Report,
    scoring::WEAKEST,
    store::{Asked, Head, Heads, folder_of},
};

/// Shows the profile where nobody has seen it yet, and says where it is and what comes next.
pub(super) fn show(
    context: &Context,
    args: &TeamArgs,
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
    if context.types_next() {
        let command = next_command(context, args, profile, path);
        context.tell(&format!(" {}", context.lang.next_step(&command)));
    }
    Ok(())
}

/// The command that makes sense next: what changed since an earlier meeting where there is something to compare, else how a
/// group sees it beside the others of its team, else the report.
fn next_command(context: &Context, args: &TeamArgs, profile: &Profile, path: &Path) -> String {
    let dir = folder_of(path);
    let heads = Heads::read(dir).unwrap_or_default();
    let folder = heads.of(&profile.whose());
    let meetings = folder
        .profiles
        .iter()
        .filter(|other| other.questionnaire == profile.questionnaire.id);
    let mut group = profile.group.as_deref();
    let mut command = if compares(meetings.collect()) {
        "ips diff".to_owned()
    } else if group.is_some() && gap::can_stand_beside(heads.of_team(&profile.team).profiles) {
        group = None;
        "ips gap".to_owned()
    } else {
        let name = context.lang.report_name();
        let mut names =
            std::iter::once(format!("{name}.html")).chain((2..).map(|number| format!("{name}-{number}.html")));
        let free = names.find(|name| !Path::new(name).exists());
        format!("ips export -o {}", free.unwrap_or_default())
    };
    let team = args
        .folder
        .team
        .as_deref()
        .or((folder.teams().len() > 1).then_some(profile.team.as_str()));
    let is_usual = dir == context.dir(args);
    let named = if is_usual {
        args.folder.dir.as_deref()
    } else {
        Some(dir)
    };
    command.push_str(&typed(Asked { team, group }, named));
    command
}

/// Whether the two newest meetings have anything to compare: after a round that was replaced in part they share no question.
fn compares(mut meetings: Vec<&Head>) -> bool {
    meetings.sort_by_key(|meeting| meeting.age());
    let [.., before, after] = meetings.as_slice() else {
        return false;
    };
    let (Ok(before), Ok(after)) = (before.load(), after.load()) else {
        return false;
    };
    Comparison::of(&before.profile, &after.profile, WEAKEST)
        .is_ok_and(|comparison| comparison.elements.iter().any(|element| element.change.is_some()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::{
        lang::Lang,
        profile::State,
        tally::{Mode, Tally},
    };

    #[test]
    fn meetings_that_share_no_question_have_nothing_to_compare() {
        let dir = tempfile::tempdir().unwrap();
        let all = Profile::unanswered(Lang::Nl, Mode::Joint, 7, State::Complete);
        let places: Vec<_> = all.questionnaire.places().collect();
        let meeting = |name: &str, days: u64, from: usize, to: usize| {
            let mut profile = all.clone();
            profile.date = profile.date + chrono::Days::new(days);
            for &at in &places[from..to] {
                profile.response_mut(at).tally = Some(Tally::parse("3", Mode::Joint, 7, 5).unwrap());
            }
            let path = dir.path().join(name);
            fs::write(&path, profile.to_toml()).unwrap();
            Head::of(&path, &profile)
        };
        let whole = meeting("whole.toml", 0, 0, places.len());
        let rest = meeting("rest.toml", 30, 4, places.len());
        let first = meeting("first.toml", 40, 0, 4);
        let again = meeting("again.toml", 80, 0, places.len());
        assert!(!compares(vec![&whole]));
        assert!(compares(vec![&whole, &rest]));
        assert!(!compares(vec![&first, &whole, &rest]));
        assert!(compares(vec![&rest, &first, &again]));
    }
}
