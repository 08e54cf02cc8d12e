//! What killed programs left in a folder: locks, and the temporary files of a save that was under way.

use std::{fs, path::Path};

use super::{FileSystem, lock, temporary};

/// Clears it away. Those of living programs stay, and so does what only looks like one.
pub(super) fn sweep(files: &impl FileSystem, folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().map_while(Result::ok) {
        let path = entry.path();
        if lock::is_name(&path) {
            lock::clear(files, &path);
        } else if temporary::is_name(&path) {
            temporary::clear(files, &path);
        }
    }
}
