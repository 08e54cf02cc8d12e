//! `ips show`: a profile on screen.

use super::Context;
use crate::{
    cli::ShowArgs,
    fault::Fault,
    render::{json, terminal},
    report::{Report, explain},
};

pub fn run(context: &Context, args: &ShowArgs) -> Result<(), Fault> {
    let stored = context.one_profile(args.file.as_deref(), &args.team)?;
    let scores = stored.profile.scores(args.weakest);
    if args.json {
        return context.print(json::profile(&stored.profile, &scores));
    }
    let report = Report::new(&stored.profile, &scores, context.lang);
    let mut text = terminal::profile(&report, context.look());
    if args.explain {
        text.push('\n');
        let sums = explain::explain(&stored.profile, &scores, args.weakest, context.lang);
        text.push_str(&terminal::sums(&sums, context.width()));
    }
    context.print(&text)?;
    if context.columns.is_some() && !args.explain {
        context.tell(&format!("\n {}", context.lang.next_step_first()));
    }
    Ok(())
}
