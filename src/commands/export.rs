//! `ips export`: a summary to keep, to mail, to print.

use std::path::Path;

use super::{Context, diff::in_order};
use crate::{
    cli::{ExportArgs, Format},
    comparison::Comparison,
    problem::{Fault, shown_path},
    report::{Report, changes::Changes, markdown},
};

pub fn run(context: &Context, args: &ExportArgs) -> Result<(), Fault> {
    let format = format(args.format, args.output.output.as_deref())?;
    let mut stored = context.one_profile(args.file.as_deref(), &args.team)?;
    let mut changes = None;
    if let Some(other) = &args.compare_with {
        // The report is about the newer of the two, whichever was named first.
        let (before, after) = in_order(context.load(other)?, stored);
        let comparison = Comparison::of(&before.profile, &after.profile, args.weakest)?;
        changes = Some(Changes::new(&comparison, context.lang));
        stored = after;
    }
    let report = Report::new(&stored.profile, &stored.profile.scores(args.weakest), context.lang);
    let text = match format {
        Format::Markdown => markdown::profile(&report, changes.as_ref()),
    };
    context.deliver(&text, &args.output)
}

/// The format that was asked for, or that the file's name ends in; Markdown on standard output.
fn format(asked: Option<Format>, output: Option<&Path>) -> Result<Format, Fault> {
    let (None, Some(path)) = (asked, output) else {
        return Ok(asked.unwrap_or(Format::Markdown));
    };
    Format::of_file(path).ok_or_else(|| {
        let file = shown_path(path);
        Fault::wrong_use(|lang| lang.unknown_format(&file))
    })
}
