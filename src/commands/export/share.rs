//! A profile for who brings many teams together, without what few people said.

use std::path::Path;

use super::ExportArgs;
use crate::{
    commands::Context,
    fault::{Fault, shown_path},
    lang::Lang,
    store::{self, is_profile_name},
    tally::Shared,
};

pub(super) fn run(context: &Context, args: &ExportArgs, path: &Path) -> Result<(), Fault> {
    let is_toml = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    if !is_toml {
        let shown = shown_path(path);
        return Err(Fault::wrong_use(|lang| lang.shared_is_toml(&shown)));
    }
    // In the team's own folder such a name is that of a meeting.
    if is_profile_name(path) {
        let shown = shown_path(path);
        let other = shown_path(&path.with_file_name(format!(
            "{}-{}.toml",
            path.file_stem().unwrap_or_default().to_string_lossy(),
            context.lang.shared_in_name()
        )));
        return Err(Fault::wrong_use(|lang| lang.named_as_own_profile(&shown, &other)));
    }
    let (newest, line) = context.one_profile(&args.profile, &args.line)?;
    let profile = &newest.profile;
    let Some(shared) = profile.to_share() else {
        let participants = |lang: Lang| lang.participants(profile.participants as usize);
        return Err(Fault::failed(|lang| {
            lang.too_few_took_part(&participants(lang), Shared::FEWEST)
        }));
    };
    let text = shared.to_toml();
    let is_shared = |path: &Path| store::load(path).is_ok_and(|(stored, _)| stored.profile.shared);
    let write = |out: &mut dyn std::io::Write| out.write_all(text.as_bytes());
    if is_shared(path) {
        context.save_over(path, &write, args.output.force)?;
    } else {
        context.save(path, &write, args.output.force)?;
    }
    context.tell(&context.lang.saved_as(&shown_path(path)));
    if shared.keeps_back() {
        context.tell(&context.lang.share_once());
    }
    context.tell_other("export", &args.profile.team, &args.line, &line);
    Ok(())
}
