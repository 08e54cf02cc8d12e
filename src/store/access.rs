//! Who may read a file that takes the place of another: whoever could read that one, as far as this user can give it to them,
//! and nobody else.

use std::{
    fs::{self, File},
    os::unix::fs::{MetadataExt as _, fchown},
    path::Path,
};

use super::Privacy;

/// What all but a group may do, that a group may read, and that everybody may.
const ALL_BUT_GROUP: u32 = 0o707;
const GROUP_READS: u32 = 0o040;
const ALL_READ: u32 = 0o004;

/// Gives a new file to the owner and the group of the one that it replaces, or to that group alone: only an administrator may
/// give files away, and only to a group of one's own. Tells whether the mode now means the same people.
pub(super) fn give(new: &File, path: &Path, old: &fs::Metadata) -> bool {
    let is_of = |owner: bool| {
        let new = new.metadata();
        new.is_ok_and(|new| new.gid() == old.gid() && (!owner || new.uid() == old.uid()))
    };
    if !is_of(true) && fchown(new, Some(old.uid()), Some(old.gid())).is_err() {
        // What has become of it is looked at right away.
        let _ = fchown(new, None, Some(old.gid()));
    }
    is_of(false) && named::give(new, path)
}

/// The mode that a new file gets: a draft is its owner's alone, anything else is as the old one was. Where the group's part of
/// it would mean other people, they may do no more than everybody could.
pub(super) fn mode(privacy: Privacy, means_the_same: bool, old: &fs::Metadata) -> u32 {
    let mode = old.mode() & 0o777;
    match privacy {
        Privacy::Private => 0o600,
        Privacy::Ordinary if means_the_same => mode,
        Privacy::Ordinary => mode & (ALL_BUT_GROUP | mode << 3),
    }
}

/// Whether the first owner may not be able to read a file with this mode.
pub(super) fn is_lost(mode: u32, new: &fs::Metadata, old: &fs::Metadata) -> bool {
    new.uid() != old.uid() && mode & (GROUP_READS | ALL_READ) == 0
}

/// People who are named one by one. Where there are such, the group's part of the mode is the most that they may do, and says
/// nothing of the group.
#[cfg(target_os = "linux")]
mod named {
    use std::{fs::File, path::Path};

    use rustix::{
        fs::{XattrFlags, fremovexattr, fsetxattr, lgetxattr},
        io::Errno,
    };

    const LIST: &str = "system.posix_acl_access";
    /// Room for some hundreds of people.
    const ROOM: usize = 4096;

    /// Gives the new file the list of the old one, and none of its folder's; whether it has that now.
    pub(super) fn give(new: &File, path: &Path) -> bool {
        let mut list = [0; ROOM];
        match lgetxattr(path, LIST, &mut list) {
            Ok(length) => fsetxattr(new, LIST, &list[..length], XattrFlags::empty()).is_ok(),
            Err(Errno::NODATA) => matches!(fremovexattr(new, LIST), Ok(()) | Err(Errno::NODATA)),
            Err(error) => error == Errno::OPNOTSUPP,
        }
    }
}

/// Elsewhere such a list stands apart from the mode; it isn't kept, so that it lets nobody in.
#[cfg(not(target_os = "linux"))]
mod named {
    use std::{fs::File, path::Path};

    pub(super) fn give(_: &File, _: &Path) -> bool {
        true
    }
}
