//! A saved profile in which something is changed, guarded so that no other program's change gets lost.

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use super::{
    Disk, FileSystem, Privacy, Saver,
    draft::{changed_meanwhile, found, refuse_too_large},
    lock::Lock,
    place::{folder_of, refuse_link},
    profile_of,
    text::{changed, exact_text_of, read_bytes},
};
use crate::{
    fault::{Fault, shown_path},
    profile::{self, Profile},
};

/// How long another program may still be busy with a profile, in milliseconds a try: a command is done within these, an
/// evening isn't.
const TRIES: [u64; 7] = [10, 40, 150, 300, 500, 500, 0];

/// A saved profile that this program changes: it is read, changed and saved under one lock, which is held as long as this
/// lives.
#[derive(Debug)]
pub struct ProfileFile<F = Disk> {
    saver: Saver<F>,
    path: PathBuf,
    profile: Profile,
    /// The file as it was last read or saved here.
    bytes: Vec<u8>,
    lock: Lock,
}

impl<F: FileSystem> ProfileFile<F> {
    /// Locks a saved profile and reads it, and clears away what was left when a program was killed that changed it. Beside it
    /// comes what is to be said about the file, as [`super::load`] says it.
    ///
    /// # Errors
    /// When the name is that of a link, when another program works on it, when the lock can't be made, or when the file isn't a
    /// finished profile of a team, or one in a code that had to be guessed.
    pub fn open(files: &F, path: &Path) -> Result<(Self, Vec<Fault>), Fault> {
        let (file, remarks) = Self::open_any(files, path)?;
        if file.profile.shared {
            let shown = shown_path(path);
            return Err(Fault::failed(|lang| lang.is_shared(&shown)));
        }
        Ok((file, remarks))
    }

    /// The same, also of one that was made to be shared: it goes when a round goes.
    ///
    /// # Errors
    /// As [`ProfileFile::open`].
    pub(super) fn open_any(files: &F, path: &Path) -> Result<(Self, Vec<Fault>), Fault> {
        fs::symlink_metadata(path).map_err(|error| Fault::unreadable(path, &error))?;
        refuse_link(path)?;
        let lock = locked(files, path)?;
        let bytes = read_bytes(path)?;
        let (stored, remarks) = profile_of(path, &exact_text_of(path, &bytes)?)?;
        let saver = Saver::new(files.clone());
        saver.sweep(folder_of(path));
        let opened = ProfileFile {
            saver,
            path: stored.path,
            profile: stored.profile,
            bytes,
            lock,
        };
        Ok((opened, remarks))
    }

    /// Goes on in a profile that was saved just now. Where its lock can't be had that is done without: what is saved is still
    /// held against what was.
    pub(super) fn just_saved(files: &F, path: PathBuf, profile: &Profile, bytes: Vec<u8>) -> Self {
        let lock = Lock::take(files, &path).ok().flatten();
        ProfileFile {
            saver: Saver::new(files.clone()),
            profile: profile.clone(),
            bytes,
            lock: lock.unwrap_or_else(|| Lock::none(&path)),
            path,
        }
    }

    /// The file as it was last read or saved here.
    pub(super) fn last_saved(&self) -> &[u8] {
        &self.bytes
    }

    /// The file with this profile instead: what people wrote in it beside the profile stays as it is.
    pub(super) fn bytes_of(&self, profile: &Profile) -> Vec<u8> {
        changed(&self.bytes, |text| profile::changed(text, &self.profile, profile))
    }

    /// What it saves on.
    pub(super) fn files(&self) -> &F {
        self.saver.files()
    }

    /// The profile as it was last read or saved here.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The profile's file, as it was named.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the lock is, if there is one; a program that ends without dropping this removes it.
    pub fn lock_path(&self) -> Option<&Path> {
        self.lock.path()
    }

    /// Takes the file away.
    ///
    /// # Errors
    /// When it can't be removed, or when another program that knows no lock changed it.
    pub(super) fn remove(&mut self) -> Result<(), Fault> {
        if found(&self.path)?.is_some_and(|found| found != self.bytes) {
            return Err(changed_meanwhile(&self.path));
        }
        let removed = self.saver.files().remove(&self.path);
        removed.map_err(|error| Fault::unwritable(&self.path, &error))?;
        self.saver.settle(&self.path)
    }

    /// Saves the profile where something in it was changed, and tells whether there was. When this returns, it survives
    /// whatever happens next.
    ///
    /// # Errors
    /// When it can't be saved, or when another program that knows no lock changed the file; it is then as it was.
    pub fn save(&mut self, profile: &Profile) -> Result<bool, Fault> {
        if *profile == self.profile {
            return Ok(false);
        }
        let bytes = self.bytes_of(profile);
        refuse_too_large(&bytes, &self.path)?;
        let found = found(&self.path)?.unwrap_or_default();
        if found == bytes {
            // An earlier try failed when the file was in its place already.
            self.saver.settle(&self.path)?;
        } else if found == self.bytes {
            self.saver.save(&self.path, &bytes, Privacy::Ordinary)?;
        } else {
            return Err(changed_meanwhile(&self.path));
        }
        self.profile = profile.clone();
        self.bytes = bytes;
        Ok(true)
    }
}

/// The lock of a profile, when another program gives it free within a moment.
fn locked(files: &impl FileSystem, path: &Path) -> Result<Lock, Fault> {
    for milliseconds in TRIES {
        if let Some(lock) = Lock::take(files, path)? {
            return Ok(lock);
        }
        sleep(Duration::from_millis(milliseconds));
    }
    let file = shown_path(path);
    Err(Fault::failed(|lang| lang.profile_in_use(&file)))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;
    use crate::{lang::Lang, profile::State, tally::Mode};

    /// A folder with one profile.
    fn folder() -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("noord-2026-11-21.toml");
        let profile = Profile::unanswered(Lang::Nl, Mode::Joint, 7, State::Complete);
        fs::write(&path, profile.to_toml()).unwrap();
        (dir, path)
    }

    fn open(path: &Path) -> Result<ProfileFile, Fault> {
        ProfileFile::open(&Disk, path).map(|(file, _)| file)
    }

    /// The profile with other functions.
    fn with_functions(file: &ProfileFile, functions: &str) -> Profile {
        Profile {
            functions: Some(functions.into()),
            ..file.profile().clone()
        }
    }

    #[test]
    fn a_change_is_saved_and_nothing_is_left_beside_it() {
        let (dir, path) = folder();
        fs::write(dir.path().join(".ips-killed.tmp"), "half").unwrap();
        let mut file = open(&path).unwrap();
        for functions in ["IB'er", "wijkagent"] {
            let profile = with_functions(&file, functions);
            assert_eq!(file.save(&profile), Ok(true));
            assert_eq!(fs::read_to_string(&path).unwrap(), profile.to_toml());
            assert_eq!(file.profile(), &profile);
        }
        drop(file);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn without_a_change_the_bytes_stay_as_people_wrote_them() {
        let (_dir, path) = folder();
        let written = format!("# Van ons\r\n{}\r\n", fs::read_to_string(&path).unwrap());
        fs::write(&path, &written).unwrap();
        let mut file = open(&path).unwrap();
        let same = file.profile().clone();
        assert_eq!(file.save(&same), Ok(false));
        assert_eq!(fs::read_to_string(&path).unwrap(), written);
    }

    #[test]
    fn a_change_leaves_the_rest_as_an_editor_saved_it() {
        let (_dir, path) = folder();
        let text = fs::read_to_string(&path).unwrap();
        let text = format!(
            "# Zoë\n{}\n",
            text.replace("mode = \"joint\"", "mode = \"joint\" # samen")
        );
        let added = "participants = 7\nfunctions = \"IB'er\"\n";
        let after = text.replacen("participants = 7\n", added, 1);
        let windows = |text: &str| text.replace('\n', "\r\n");
        let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            format!("\u{FEFF}{text}").encode_utf16().flat_map(bytes).collect()
        };
        let notepad = |text: &str| format!("\u{FEFF}{}", windows(text)).into_bytes();
        for (before, after) in [
            (windows(&text).into_bytes(), windows(&after).into_bytes()),
            (notepad(&text), notepad(&after)),
            (
                utf16(&windows(&text), u16::to_le_bytes),
                utf16(&windows(&after), u16::to_le_bytes),
            ),
            (utf16(&text, u16::to_be_bytes), utf16(&after, u16::to_be_bytes)),
        ] {
            fs::write(&path, &before).unwrap();
            let mut file = open(&path).unwrap();
            let opened = file.profile().clone();
            let profile = with_functions(&file, "IB'er");
            assert_eq!(file.save(&profile), Ok(true));
            assert_eq!(fs::read(&path).unwrap(), after);
            // A second change begins from there.
            assert_eq!(file.save(&opened), Ok(true));
            assert_eq!(fs::read(&path).unwrap(), before);
        }
    }

    #[test]
    fn what_another_program_changed_or_took_away_meanwhile_stays_so() {
        let (_dir, path) = folder();
        let mut file = open(&path).unwrap();
        let edited = format!("{}\n", fs::read_to_string(&path).unwrap());
        fs::write(&path, &edited).unwrap();
        let profile = with_functions(&file, "IB'er");
        let fault = file.save(&profile).unwrap_err();
        assert!(
            fault.to_string().contains("noord-2026-11-21.toml was changed"),
            "{fault}"
        );
        assert_eq!(fs::read_to_string(&path).unwrap(), edited);
        fs::remove_file(&path).unwrap();
        assert_eq!(file.save(&profile), Err(fault));
        assert!(!path.exists());
    }

    #[test]
    fn one_program_waits_for_another_and_is_refused_when_that_takes_long() {
        let (_dir, path) = folder();
        let first = open(&path).unwrap();
        let fault = open(&path).unwrap_err();
        assert!(fault.to_string().contains("is working on"), "{fault}");
        let (begun, begins) = mpsc::channel();
        std::thread::scope(|scope| {
            let second = scope.spawn(|| {
                begun.send(()).unwrap();
                open(&path).map(drop)
            });
            begins.recv().unwrap();
            drop(first);
            assert_eq!(second.join().unwrap(), Ok(()));
        });
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused_and_stays_and_so_does_what_it_leads_to() {
        let (dir, path) = folder();
        let before = fs::read_to_string(&path).unwrap();
        let link = dir.path().join("link-2026-11-21.toml");
        std::os::unix::fs::symlink("noord-2026-11-21.toml", &link).unwrap();
        let fault = open(&link).unwrap_err();
        assert!(
            fault.to_string().contains("is a link to noord-2026-11-21.toml"),
            "{fault}"
        );
        let mut file = open(&path).unwrap();
        let profile = with_functions(&file, "IB'er");
        fs::rename(&path, dir.path().join("elders")).unwrap();
        std::os::unix::fs::symlink("elders", &path).unwrap();
        let fault = file.save(&profile).unwrap_err();
        assert!(fault.to_string().contains("is a link to elders"), "{fault}");
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
}
