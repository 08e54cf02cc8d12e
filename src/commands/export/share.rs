//! A profile for who brings many teams together, without what few people said.

use std::path::Path;

use super::ExportArgs;
use crate::{
    commands::Context,
    fault::{Fault, shown_path},
    lang::Lang,
    store::{self, is_profile_name, is_toml},
    tally::Shared,
};

pub(super) fn run(context: &Context, args: &ExportArgs) -> Result<(), Fault> {
    if let Some(file) = args.output.file() {
        refuse_name(context, file)?;
    }
    let (newest, line) = context.one_profile(&args.profile, &args.line)?;
    let profile = &newest.profile;
    let Some(shared) = profile.to_share() else {
        let participants = |lang: Lang| lang.participants(profile.participants as usize);
        return Err(Fault::failed(|lang| {
            lang.too_few_took_part(&participants(lang), Shared::FEWEST)
        }));
    };
    let name = || shared_name(context, &newest.path);
    let path = args.output.path(name).expect("--share asks for a file");
    let text = shared.to_toml();
    let is_shared = |path: &Path| store::load(path).is_ok_and(|(stored, _)| stored.profile.shared);
    let write = |out: &mut dyn std::io::Write| out.write_all(text.as_bytes());
    if is_shared(&path) {
        context.save_over(&path, &write, args.output.force)?;
    } else {
        context.save(&path, &write, args.output.force)?;
    }
    context.tell(&context.lang.saved_as(&shown_path(&path)));
    if shared.keeps_back() {
        context.tell(&context.lang.share_once());
    }
    context.tell_other("export", &args.profile.team, &args.line, &line);
    Ok(())
}

/// Refuses a name that says something else, with one that does.
fn refuse_name(context: &Context, path: &Path) -> Result<(), Fault> {
    let shown = shown_path(path);
    if !is_toml(path) {
        return Err(Fault::wrong_use(|lang| lang.shared_is_toml(&shown)));
    }
    // In the team's own folder such a name is that of a meeting.
    if is_profile_name(path) {
        let other = shown_path(&path.with_file_name(shared_name(context, path)));
        return Err(Fault::wrong_use(|lang| lang.named_as_own_profile(&shown, &other)));
    }
    Ok(())
}

/// A name for what is shared of a profile, from that of its file.
fn shared_name(context: &Context, path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    format!("{name}-{}.toml", context.lang.shared_in_name())
}
