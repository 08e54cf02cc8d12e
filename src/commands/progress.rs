//! How far long work is, for who waits at a terminal.

use std::{
    path::PathBuf,
    sync::{
        Mutex, OnceLock, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};

use super::{Context, confirm::end_on_signal_after, context::tell};
use crate::{
    lang::Lang,
    prompt::{fold_lines, is_stopping, unfold_lines},
    store::count_below,
};

/// Work that takes no longer goes without a word.
const LONG: Duration = Duration::from_millis(500);

/// The bar that is up. A signal takes it away, on a thread of its own.
static BAR: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// How many of the files below folders were read. Whoever doesn't sit at a terminal sees nothing of it; in plain words it is one
/// sentence.
pub(super) struct Progress {
    lang: Lang,
    /// The width of the terminal.
    columns: Option<usize>,
    plain: bool,
    folders: Vec<PathBuf>,
    since: Instant,
    shown: OnceLock<ProgressBar>,
    read: AtomicU64,
}

impl Progress {
    /// Begins, and lets a signal end the program with the line of the terminal clean.
    pub(super) fn below(context: &Context, folders: &[PathBuf]) -> Progress {
        end_on_signal_after(clear);
        Progress {
            lang: context.lang,
            columns: context.error_columns,
            plain: context.plain,
            folders: folders.to_owned(),
            since: Instant::now(),
            shown: OnceLock::new(),
            read: AtomicU64::new(0),
        }
    }

    /// One more was read.
    pub(super) fn one_more(&self) {
        let read = self.read.fetch_add(1, Ordering::Relaxed) + 1;
        // What a signal cleared isn't drawn again.
        if self.columns.is_some() && !is_stopping() && (self.shown.get().is_some() || self.since.elapsed() > LONG) {
            self.shown.get_or_init(|| self.show()).set_position(read);
        }
    }

    fn show(&self) -> ProgressBar {
        if self.plain {
            tell(&self.lang.reading_profiles(), self.columns);
            return ProgressBar::hidden();
        }
        // The bar's line is filled to its end. The ^C that a terminal shows there would go on below, and keep the bar from being
        // cleared; so lines aren't folded until then.
        unfold_lines();
        let template = format!("{} {{bar:16}} {{pos}}/{{len}}", self.lang.files_read());
        let style = ProgressStyle::with_template(&template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::no_length().with_style(style.progress_chars("█▌─"));
        *BAR.lock().unwrap_or_else(PoisonError::into_inner) = Some(bar.clone());
        // How many there are is known before the last one is read; until then the bar is empty.
        let (counting, folders) = (bar.clone(), self.folders.clone());
        thread::spawn(move || counting.set_length(count_below(&folders)));
        bar
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        clear();
    }
}

fn clear() {
    if let Some(bar) = BAR.lock().unwrap_or_else(PoisonError::into_inner).take() {
        bar.finish_and_clear();
        fold_lines();
    }
}
