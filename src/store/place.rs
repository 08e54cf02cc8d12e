//! The place where something is to be saved: its folder, and what stands there already.

use std::{fs, io, path::Path};

use super::device;
use crate::fault::{Fault, shown_path};

/// What stands under a name itself, be it a link; `None` only where nothing does.
///
/// # Errors
/// When it can't be looked at, or the name is that of a device.
pub(super) fn standing(path: &Path) -> io::Result<Option<fs::Metadata>> {
    device::refuse(path)?;
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        found => found.map(Some),
    }
}

/// The same, for who is going to save there.
pub(super) fn looked_at(path: &Path) -> Result<Option<fs::Metadata>, Fault> {
    standing(path).map_err(|error| Fault::unwritable(path, &error))
}

/// Refuses to write under a name that is itself a link: what it leads to isn't what was named. Links among the folders before
/// it are fine, and what leads to a folder or a device is refused for that.
pub(crate) fn refuse_link(path: &Path) -> Result<(), Fault> {
    let is_link = looked_at(path)?.is_some_and(|found| found.is_symlink());
    if !is_link || fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Ok(());
    }
    let (link, target) = (shown_path(path), fs::read_link(path).unwrap_or_default());
    let target = shown_path(&target);
    Err(Fault::failed(|lang| lang.is_a_link(&link, &target)))
}

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
