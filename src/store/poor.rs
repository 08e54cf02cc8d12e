//! What some disks can't do (a stick, a network drive, an old system), and what is told of it once: the evening goes on as
//! safely as it then can.

use std::{io, path::Path};

use crate::fault::{Fault, shown_path};

/// Whether a disk answers that it knows no locks at all, or none now.
pub(super) fn knows_no_locks(error: &io::Error) -> bool {
    is_unknown(error) || is_out_of_locks(error)
}

#[cfg(unix)]
fn is_out_of_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;
    // The second: a network drive that locks only what is open for writing, and a colleague's lock isn't.
    matches!(Errno::from_io_error(error), Some(Errno::NOLCK | Errno::BADF))
}

#[cfg(windows)]
fn is_out_of_locks(_error: &io::Error) -> bool {
    false
}

/// Whether a disk answers that it has no such call.
pub(super) fn is_unknown(error: &io::Error) -> bool {
    // Windows' "incorrect function" and "not supported".
    let on_windows = cfg!(windows) && matches!(error.raw_os_error(), Some(1 | 50));
    on_windows || matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported)
}

/// Whether a disk answers that files have no modes on it.
#[cfg(unix)]
pub(super) fn knows_no_modes(error: &io::Error) -> bool {
    is_unknown(error) || error.kind() == io::ErrorKind::PermissionDenied
}

/// Whether a folder answers that it can't be synced: it has no such call, or is closed to readers.
pub(super) fn syncs_no_folder(error: &io::Error) -> bool {
    is_unknown(error) || error.kind() == io::ErrorKind::PermissionDenied
}

/// Whether a disk answers that it can't rename unless the name is taken: neither in one go nor by a second name for the file.
pub(super) fn places_nothing(error: &io::Error) -> bool {
    use io::ErrorKind::{PermissionDenied, TooManyLinks};
    // Windows can, everywhere; what it denies is held by another program.
    cfg!(unix) && (is_unknown(error) || matches!(error.kind(), PermissionDenied | TooManyLinks))
}

/// Two programs can't see of each other that they are busy.
pub(super) fn no_locks() -> Fault {
    Fault::failed(crate::lang::Lang::disk_without_locks)
}

/// Who may read a file can't be set.
#[cfg(unix)]
pub(super) fn no_modes() -> Fault {
    Fault::failed(crate::lang::Lang::disk_without_modes)
}

/// Nobody can say when something is on the disk for good.
pub(super) fn no_sync() -> Fault {
    Fault::failed(crate::lang::Lang::disk_without_sync)
}

/// A new file takes two steps.
pub(super) fn no_place() -> Fault {
    Fault::failed(crate::lang::Lang::disk_without_place)
}

/// A draft is no longer needed, but can't be removed.
pub(super) fn draft_stays(draft: &Path) -> Fault {
    let draft = shown_path(draft);
    Fault::failed(|lang| lang.draft_stays(&draft))
}

/// A round is replaced, but can't be removed or changed.
pub(super) fn round_stays(round: &Path) -> Fault {
    let round = shown_path(round);
    Fault::failed(|lang| lang.round_stays(&round))
}

/// A copy of a round that is replaced had other answers, which went with it.
pub(super) fn copy_of_round(copy: &Path) -> Fault {
    let copy = shown_path(copy);
    Fault::failed(|lang| lang.copy_of_round(&copy))
}

/// A draft has other answers to what a round asked.
pub(super) fn draft_of_round(draft: &Path) -> Fault {
    let draft = shown_path(draft);
    Fault::failed(|lang| lang.draft_of_round(&draft))
}

/// What was saved before stays in the folder that can't be saved in any more.
pub(super) fn left_behind(file: &Path) -> Fault {
    let file = shown_path(file);
    Fault::failed(|lang| lang.left_behind(&file))
}
