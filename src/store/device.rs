//! Names that Windows keeps for devices, in every folder and with any ending: what is written there is gone.

use std::{
    io::{self, ErrorKind},
    path::Path,
};

use crate::fault::{DeviceName, Fault};

/// Those names; behind the last two stands a digit. From Microsoft's "Naming Files, Paths, and Namespaces".
const NAMES: [&str; 8] = ["con", "prn", "aux", "nul", "conin$", "conout$", "com", "lpt"];

/// What counts as a digit there.
const DIGITS: &str = "123456789¹²³";

/// Refuses to read such a name where the system has them.
pub(crate) fn refuse_device(path: &Path) -> Result<(), Fault> {
    refuse(path).map_err(|error| Fault::unreadable(path, &error))
}

/// The same, for who reads or writes.
pub(super) fn refuse(path: &Path) -> io::Result<()> {
    if cfg!(windows) && is_device(path) {
        return Err(io::Error::new(ErrorKind::InvalidFilename, DeviceName));
    }
    Ok(())
}

/// Whether Windows takes it for a device: capitals, and what stands behind a point or a colon, make no difference.
fn is_device(path: &Path) -> bool {
    let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
        return false;
    };
    let stem = name
        .split(['.', ':'])
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_lowercase();
    let (letters, digit) = match stem.strip_suffix(|last| DIGITS.contains(last)) {
        Some(letters) => (letters, true),
        None => (stem.as_str(), false),
    };
    NAMES.contains(&letters) && digit == ["com", "lpt"].contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_known_by_what_stands_before_the_first_point() {
        for (name, is) in [
            ("con.html", true),
            ("NUL", true),
            ("map/aux.toml", true),
            ("Aux .draft.toml", true),
            ("com1", true),
            ("LPT9.txt", true),
            ("com².csv", true),
            ("nul:", true),
            ("conin$", true),
            ("com", false),
            ("com0", false),
            ("com10.html", false),
            ("con1.html", false),
            ("console.html", false),
            ("aux-2026-11-21.toml", false),
            ("con/verslag.html", false),
            ("..", false),
        ] {
            assert_eq!(is_device(Path::new(name)), is, "{name}");
        }
    }
}
