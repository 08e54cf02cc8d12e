//! What went wrong: one or more problems with their place, and the exit code.

use std::{fmt, io, iter, path::Path};

use crate::{
    lang::{Lang, Sentence},
    text::visible,
};

/// How the program ends when a command did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A bad file, or something could not be saved: 1.
    Failed,
    /// Wrong use of the command line: 2.
    WrongUse,
    /// Stopped by the user, with the draft saved: 130.
    Interrupted,
    /// The reader of the output went away (`| head`): 0, without a word.
    ReaderGone,
}

impl Exit {
    /// The exit code that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::ReaderGone => 0,
            Exit::Failed => 1,
            Exit::WrongUse => 2,
            Exit::Interrupted => 130,
        }
    }
}

/// The most lines that are named for one problem.
const LINES: usize = 3;

/// A line and column in a file, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// Where something stands that this text comes before, from the beginning of the file.
    pub(crate) fn after(text: &str) -> Place {
        let line_start = text.rfind('\n').map_or(0, |newline| newline + 1);
        Place {
            line: text.matches('\n').count() + 1,
            column: text[line_start..].chars().count() + 1,
        }
    }
}

/// One thing that is wrong, with where it stands and what to do. Never holds a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name as it was given.
    pub file: Option<String>,
    /// Where in the file; `None` where the file as a whole is meant.
    pub place: Option<Place>,
    /// The other lines of the file where the same is wrong, from 1.
    pub more_lines: Vec<usize>,
    /// What is wrong, and what is allowed or what to do next.
    pub what: Sentence,
}

impl Problem {
    /// The problem on one line: file, line, column, what is wrong.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = String::new();
        if let Some(file) = &self.file {
            text.push_str(&visible(file));
            match self.place {
                Some(Place { line, column }) if self.more_lines.is_empty() => {
                    text.push_str(&lang.at_place(line, column));
                }
                Some(Place { line, .. }) => text.push_str(&self.lines(line, lang)),
                None => {}
            }
            text.push_str(": ");
        }
        // Whatever a sentence quotes from a file or an argument, it can't act on the terminal.
        let lines: Vec<_> = self.what.text(lang).lines().map(visible).collect();
        text.push_str(&lines.join("\n"));
        text
    }

    /// The lines where it is wrong: the first few, and how many more there are.
    fn lines(&self, first: usize, lang: Lang) -> String {
        let all: Vec<String> = iter::once(&first)
            .chain(&self.more_lines)
            .map(usize::to_string)
            .collect();
        let (named, more) = all.split_at(all.len().min(LINES));
        let (last, before) = named.split_last().expect("there are several lines");
        let lines = lang.at_lines(&before.join(", "), last);
        if more.is_empty() {
            lines
        } else {
            lines + &lang.and_more_lines(more.len())
        }
    }
}

/// Why a command stopped. Made with a message, shown once by `main`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How the program ends.
    pub exit: Exit,
    /// What is wrong, at least one unless nothing has to be said.
    pub problems: Vec<Problem>,
    /// What to do next, where that isn't said with the problem: it can be another thing for who passes the fault on.
    pub next: Option<Sentence>,
}

impl Fault {
    /// A failure (exit 1) with one message.
    pub fn failed(message: impl Fn(Lang) -> String) -> Self {
        Self::new(Exit::Failed, message)
    }

    /// Wrong use (exit 2) with one message.
    pub(crate) fn wrong_use(message: impl Fn(Lang) -> String) -> Self {
        Self::new(Exit::WrongUse, message)
    }

    /// Any exit with one message.
    pub fn new(exit: Exit, message: impl Fn(Lang) -> String) -> Self {
        let what = Sentence::new(message);
        Fault {
            exit,
            problems: vec![Problem {
                file: None,
                place: None,
                more_lines: Vec::new(),
                what,
            }],
            next: None,
        }
    }

    /// Ends without a word.
    pub fn silent(exit: Exit) -> Self {
        Fault {
            exit,
            problems: Vec::new(),
            next: None,
        }
    }

    /// A failure with the problems found in one file.
    pub(crate) fn in_file(problems: Vec<Problem>) -> Self {
        Fault {
            exit: Exit::Failed,
            problems,
            next: None,
        }
    }

    /// A file or folder that can't be read.
    pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Self {
        let file = shown_path(path);
        let reason = io_reason(error);
        Self::failed(|lang| lang.cannot_read(&file, reason.text(lang)))
    }

    /// A file that can't be written.
    pub(crate) fn unwritable(path: &Path, error: &io::Error) -> Self {
        let file = shown_path(path);
        let reason = io_reason(error);
        let is_device = is::<DeviceName>(error);
        // Of what isn't there nothing can stay.
        let stays = !is_device && error.kind() != io::ErrorKind::NotFound;
        let said = |lang: Lang| {
            let cannot = lang.cannot_save(&file, reason.text(lang));
            if stays {
                format!("{cannot} {}", lang.what_was_there_stays())
            } else {
                cannot
            }
        };
        let fault = Self::failed(said);
        // That name can't be in another folder either: its reason says what to do.
        if is_device {
            fault
        } else {
            fault.advising(Lang::choose_another_folder)
        }
    }

    /// A file that is in its place, but perhaps not for good.
    pub(crate) fn unsettled(path: &Path, error: &io::Error) -> Self {
        let file = shown_path(path);
        let reason = io_reason(error);
        Self::failed(|lang| lang.unsettled(&file, reason.text(lang))).advising(Lang::save_it_again)
    }

    /// The same, but with this to do next.
    pub(crate) fn advising(self, next: impl Fn(Lang) -> String) -> Self {
        Fault {
            next: Some(Sentence::new(next)),
            ..self
        }
    }

    /// All problems, a line each, and what to do next.
    pub fn text(&self, lang: Lang) -> String {
        let lines: Vec<String> = self.problems.iter().map(|problem| problem.text(lang)).collect();
        let next = self.next.as_ref().map(|next| format!(" {}", next.text(lang)));
        lines.join("\n") + &next.unwrap_or_default()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text(Lang::En))
    }
}

impl std::error::Error for Fault {}

/// What stands under a name is a device or a pipe: it is never replaced.
#[derive(Debug)]
pub(crate) struct NotAFile;

impl fmt::Display for NotAFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an ordinary file")
    }
}

impl std::error::Error for NotAFile {}

/// A name that Windows keeps for a device.
#[derive(Debug)]
pub(crate) struct DeviceName;

impl fmt::Display for DeviceName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a device")
    }
}

impl std::error::Error for DeviceName {}

/// A path as it is shown in a sentence.
pub(crate) fn shown_path(path: &Path) -> String {
    let path = path
        .strip_prefix(".")
        .ok()
        .filter(|rest| !rest.as_os_str().is_empty())
        .unwrap_or(path);
    visible(&path.to_string_lossy()).into_owned()
}

/// A path as it is typed in a command.
pub(crate) fn argument(path: &Path) -> String {
    let shown = shown_path(path);
    if shown.contains(char::is_whitespace) {
        format!("\"{shown}\"")
    } else {
        shown
    }
}

/// Why the system refused, in everyday words.
pub(crate) fn io_reason(error: &io::Error) -> Sentence {
    use io::ErrorKind;
    Sentence::new(|lang| match error.kind() {
        ErrorKind::NotFound => lang.reason_not_found(),
        // Windows says so too of a file that another program has open.
        ErrorKind::PermissionDenied if cfg!(windows) => lang.reason_open_elsewhere(),
        ErrorKind::PermissionDenied => lang.reason_permission(),
        ErrorKind::AlreadyExists => lang.reason_exists(),
        ErrorKind::InvalidFilename if is::<DeviceName>(error) => lang.reason_device_name(),
        ErrorKind::InvalidFilename => lang.reason_bad_name(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => lang.reason_disk_full(),
        ErrorKind::ReadOnlyFilesystem => lang.reason_read_only(),
        ErrorKind::FileTooLarge => lang.reason_too_large(),
        ErrorKind::IsADirectory => lang.reason_is_folder(),
        ErrorKind::NotADirectory => lang.reason_not_a_folder(),
        _ if is_not_a_file(error) => lang.reason_not_a_file(),
        _ => match error.raw_os_error() {
            Some(32 | 33) if cfg!(windows) => lang.reason_open_elsewhere(),
            Some(code) => lang.reason_system(code),
            None => lang.reason_unknown(),
        },
    })
}

/// Whether it is refused because of what stands under the name.
pub(crate) fn is_not_a_file(error: &io::Error) -> bool {
    is::<NotAFile>(error)
}

/// Whether it is one of ours.
fn is<E: std::error::Error + 'static>(error: &io::Error) -> bool {
    let inner = error.get_ref();
    inner.and_then(|inner| inner.downcast_ref::<E>()).is_some()
}
