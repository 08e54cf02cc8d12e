//! A saved profile that is opened again, to correct or to finish it.

use std::path::Path;

use super::{args::AssessArgs, past, resume::restore_from_source};
use crate::{
    commands::Context,
    fault::Fault,
    session::{Pace, Session},
    store::{Disk, Folder, Kept, ProfileFile, folder_of},
};

/// Opens the named profile, or the newest, at its overview.
pub(super) fn profile(
    context: &Context,
    args: &AssessArgs,
    file: Option<&Path>,
    pace: Pace,
) -> Result<(Session, Kept), Fault> {
    let path = match file {
        Some(file) => file.to_owned(),
        None => context.newest(&args.team)?.path,
    };
    let (file, remarks) = ProfileFile::open(&Disk, &path)?;
    for remark in remarks {
        context.tell(&remark.text(context.lang));
    }
    let mut profile = file.profile().clone();
    restore_from_source(args, &mut profile)?;
    let mut folder = Folder::read(folder_of(&path))?;
    // What a copy was made of is no earlier meeting.
    let copies = folder.copies.drain(..);
    let mut same = copies.filter(|copy| copy.head.path.file_name() == path.file_name());
    let counts = same.next().map(|copy| copy.counts.path);
    let mut profiles = folder.profiles;
    profiles.retain(|stored| stored.path.file_name() != path.file_name() && Some(&stored.path) != counts.as_ref());
    let session = Session::reopened(profile, past(profiles, false), pace, context.today()?);
    Ok((session, Kept::Profile(Box::new(file))))
}
