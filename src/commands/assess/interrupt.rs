//! Ctrl-C, SIGTERM and SIGHUP: the terminal is given back, the draft is there, exit 130. Of a closed console window
//! Windows may not wait for the end; the draft is safe all the same, since it is only ever replaced whole.

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use crate::{
    commands::args::beside,
    fault::{Exit, Fault, io_reason, shown_path},
    lang::{Lang, Sentence},
    prompt::{on_signal, request_stop, restore_terminal},
    store::{Asked, Disk, DraftFile, FileSystem, Kept, finish_saving},
};

/// What a signal leaves behind: what to say of it, and the lock of the file that the interview is kept in.
type Left = (Sentence, Option<PathBuf>);

/// Held during a save too: of a draft that becomes a profile a signal tells either the one or the other.
static LEFT: Mutex<Option<Left>> = Mutex::new(None);

/// Tells in which file the interview goes on, so that a signal leaves that behind.
pub(crate) fn kept_in<F: FileSystem>(kept: &Kept<F>) {
    *left() = Some(left_by(kept));
}

/// Saves the interview, and tells in which file it goes on from here.
pub(super) fn keeping<F: FileSystem>(
    kept: &mut Kept<F>,
    save: impl FnOnce(&mut Kept<F>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut left = left();
    save(kept)?;
    *left = Some(left_by(kept));
    Ok(())
}

/// Tells that the profile is saved and nothing more is asked.
pub(crate) fn profile_was(path: &Path) {
    *left() = Some((saved(path), None));
}

fn left() -> MutexGuard<'static, Option<Left>> {
    LEFT.lock().unwrap_or_else(PoisonError::into_inner)
}

fn left_by<F: FileSystem>(kept: &Kept<F>) -> Left {
    match kept {
        Kept::Draft(draft) => (stopped(draft), draft.lock_path().map(Path::to_owned)),
        Kept::Profile(file) => (saved(file.path()), file.lock_path().map(Path::to_owned)),
    }
}

fn saved(path: &Path) -> Sentence {
    let file = shown_path(path);
    Sentence::new(|lang| lang.saved_as(&file))
}

/// That the draft is saved, and how to go on with it.
pub fn stopped<F: FileSystem>(draft: &DraftFile<F>) -> Sentence {
    let file = shown_path(draft.path());
    let group = draft.group();
    let asked = Asked {
        team: None,
        group: group.as_deref(),
    };
    let flags = beside(draft.path(), asked);
    Sentence::new(|lang| lang.draft_saved(&file, &flags))
}

/// How long a page takes at most to stop and the program to end.
const PAGE_STOPS: Duration = Duration::from_secs(2);

/// How long a prompt takes at most from one key to waiting for the next.
const PROMPT_SETTLES: Duration = Duration::from_millis(50);

/// Whether the end has begun: the signal's own thread and the interrupted prompt may both come here.
static ENDING: AtomicBool = AtomicBool::new(false);

/// Lets whoever calls this end the program, unless the signal's own thread is doing so: then that is waited for.
pub(crate) fn ends_here() {
    if ENDING.swap(true, Ordering::SeqCst) {
        loop {
            std::thread::park();
        }
    }
}

/// What the prompt that a signal interrupted does.
pub(crate) fn ended_by_signal() -> Fault {
    ends_here();
    restore_terminal();
    Fault::new(Exit::Interrupted, |lang| format!("\n{}", lang.stopped_before_start()))
}

/// Ends the program on a signal: a blocked read can't be woken on every system.
///
/// # Errors
/// When the system doesn't allow it.
pub(crate) fn install(lang: Lang) -> Result<(), Fault> {
    on_signal(move || end(lang)).map_err(|error| match error {
        ctrlc::Error::System(error) => {
            let reason = io_reason(&error);
            Fault::failed(|lang| lang.cannot_ask(reason.text(lang)))
        }
        _ => Fault::failed(|lang| lang.cannot_ask(&lang.reason_unknown())),
    })
}

fn end(lang: Lang) {
    if request_stop() {
        // The page that is up stops as at Ctrl-C, and keeps what was being typed. If it can't, this ends the program.
        std::thread::sleep(PAGE_STOPS);
    }
    if ENDING.swap(true, Ordering::SeqCst) {
        return;
    }
    // A save that is under way is finished first, and no other one begins.
    let left = left();
    let _saving = finish_saving();
    restore_terminal();
    let sentence = match &*left {
        Some((sentence, lock)) => {
            if let Some(lock) = lock {
                // It is still held here, so nobody else relies on it.
                let _ = std::fs::remove_file(lock);
            }
            sentence.text(lang).to_owned()
        }
        None => lang.stopped_before_start(),
    };
    // After SIGHUP there is nobody to read it.
    let _ = writeln!(std::io::stderr(), "\n{sentence}");
    for remark in Disk::remarks() {
        let _ = writeln!(std::io::stderr(), "{}", remark.text(lang));
    }
    // A prompt that was just about to wait for a key may have changed the terminal since.
    std::thread::sleep(PROMPT_SETTLES);
    restore_terminal();
    std::process::exit(i32::from(Exit::Interrupted.code()));
}
