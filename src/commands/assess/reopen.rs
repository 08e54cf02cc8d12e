//! A saved profile that is opened again, to correct or to finish it.

use std::path::Path;

use super::{args::AssessArgs, loaded, resume::restore_from_source};
use crate::{
    commands::Context,
    fault::Fault,
    session::{Pace, Past, Session},
    store::{Disk, Head, Heads, Kept, ProfileFile, folder_of},
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
    let heads = Heads::read(folder_of(&path))?;
    let past = Past::new(false, move |team| {
        let mut folder = heads.of_team(team);
        let is_own = |head: &Head| head.path.file_name() == path.file_name();
        // What a copy was made of is no earlier meeting.
        let copy = folder.copies.iter().find(|copy| is_own(&copy.head));
        let counts = copy.map(|copy| &copy.counts.path);
        folder
            .profiles
            .retain(|head| !is_own(head) && Some(&head.path) != counts);
        loaded(&folder.profiles)
    });
    let session = Session::reopened(profile, past, pace, context.today()?);
    Ok((session, Kept::Profile(Box::new(file))))
}
