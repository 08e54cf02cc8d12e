//! Where a result goes: standard output, a screen at a time where someone reads there; a file, and the program that opens it.

use std::{
    borrow::Cow,
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};

use super::{
    Context,
    args::OutputArgs,
    confirm::{self, end_on_signal},
};
use crate::{
    fault::{Exit, Fault, io_reason, shown_path},
    lang::Lang,
    prompt::{Pager, Reading},
    render::{
        Document, Form, Wanted,
        terminal::{DEFAULT_COLUMNS, Signs},
    },
    store::{Contents, Privacy, Saver, Stored, folder_of, is_input, refuse_link, refuse_no_folder},
    text::height,
};

impl Context {
    /// Prints a result on standard output: on a terminal with the signs that can be seen there.
    ///
    /// # Errors
    /// When it can't be written; silently when the reader went away.
    pub fn print(&self, result: impl AsRef<str>) -> Result<(), Fault> {
        print(|out| out.write_all(self.seen(result.as_ref()).as_bytes()))
    }

    /// A text with the signs that can be seen where standard output goes.
    fn seen<'t>(&self, text: &'t str) -> Cow<'t, str> {
        self.columns.map_or(Signs::All, |_| self.signs).of(text)
    }

    /// Shows a text to read, and at its end what is good to know next: to whoever sits at a terminal a screen at a time, else
    /// the text alone.
    ///
    /// # Errors
    /// As [`Context::print`]; silently when Ctrl-C ends the reading.
    pub(super) fn show(&self, text: &str, next: Option<&str>) -> Result<(), Fault> {
        let next = next.filter(|_| self.columns.is_some()).map(|next| format!("\n {next}"));
        if self.can_page && !self.plain {
            end_on_signal();
            let follow: Vec<&str> = next.iter().flat_map(|next| next.lines()).collect();
            let mut pager = Pager::new(self.lang.pager_keys(), self.colour);
            match pager
                .show(
                    &self.seen(text),
                    height(&follow, self.columns.unwrap_or(DEFAULT_COLUMNS)),
                )
                .map_err(|error| cannot_print(&error))?
            {
                Reading::Whole => {}
                Reading::Left => return Ok(()),
                Reading::Interrupted => return Err(Fault::silent(Exit::Interrupted)),
            }
        } else {
            self.print(text)?;
        }
        if let Some(next) = next {
            self.tell(&next);
        }
        Ok(())
    }

    /// Where a document goes that is about no team.
    pub(super) fn here(&self, about: String) -> Place<'_> {
        Place {
            folder: &self.default_dir,
            about,
        }
    }

    /// The form that a flag and its word ask for, as `--format html`, or the name of the file; nothing when neither does and it
    /// isn't saved.
    pub(super) fn form<C>(
        &self,
        document: &Document<C>,
        flag: Option<(&str, &str)>,
        output: &OutputArgs,
    ) -> Result<Option<Form<C>>, Fault> {
        let path = output.file();
        if flag.is_none() && path.is_none() && output.is_saved() {
            let in_folder = output.output.is_some();
            return Ok(Some(if in_folder {
                document.first()
            } else {
                document.usual("html")
            }));
        }
        document.choose(Wanted {
            flag,
            path,
            to_terminal: self.columns.is_some() && !output.is_saved(),
        })
    }

    /// Prints a document, or saves it in the file that was named; over another one only when that is said, or agreed to. In a
    /// folder it gets a name of its own, and so does one that is only opened.
    pub(super) fn deliver<C>(
        &self,
        form: &Form<C>,
        content: &C,
        output: &OutputArgs,
        place: &Place<'_>,
    ) -> Result<(), Fault> {
        if form.reads_clock() {
            self.today()?;
        }
        let undrawn = form.undrawn(content);
        let tell_undrawn = || {
            if !undrawn.is_empty() {
                self.tell(&self.lang.not_in_picture(&undrawn));
            }
        };
        if !output.is_saved() {
            print(|out| form.write(content, out))?;
            tell_undrawn();
            return Ok(());
        }
        let path = if let Some(path) = output.path(|| form.file_name(self.lang, &place.about, 1)) {
            self.save(&path, &|out| form.write(content, out), output.force)?;
            path
        } else {
            let mut result = Vec::new();
            form.write(content, &mut result).expect("memory takes a whole document");
            place
                .save(&result, |number| form.file_name(self.lang, &place.about, number))
                .map_err(elsewhere)?
        };
        self.tell(&self.lang.saved_as(&shown_path(&path)));
        tell_undrawn();
        if output.open { open(&path) } else { Ok(()) }
    }

    /// Saves what is written in the file that was named.
    pub(super) fn save(&self, path: &Path, result: Contents<'_>, force: bool) -> Result<(), Fault> {
        let shown = shown_path(path);
        refuse_no_folder(folder_of(path)).map_err(|fault| fault.advising(Lang::make_the_folder))?;
        // Before someone is asked whether to replace it.
        if is_input(path) {
            return Err(Fault::failed(|lang| lang.is_input(&shown)));
        }
        self.save_over(path, result, force)
    }

    /// The same, where a file that the program works with may be replaced too.
    pub(super) fn save_over(&self, path: &Path, result: Contents<'_>, force: bool) -> Result<(), Fault> {
        let shown = shown_path(path);
        refuse_link(path).map_err(elsewhere)?;
        let saver = Saver::default();
        if force {
            saver.save_written(path, result, Privacy::Ordinary).map_err(elsewhere)?;
        } else if !saver
            .write_unless_there(path, result, Privacy::Ordinary)
            .map_err(elsewhere)?
        {
            // A device or a folder isn't replaced, whatever someone says.
            if !(self.can_ask && path.is_file() && confirm::replaces(self, &shown)?) {
                return Err(Fault::failed(|lang| lang.file_exists(&shown)));
            }
            saver.save_written(path, result, Privacy::Ordinary).map_err(elsewhere)?;
        }
        Ok(())
    }
}

/// A document can go to any place, so another folder for the team's files is no help. What says itself what to do stays.
pub(super) fn elsewhere(fault: Fault) -> Fault {
    if fault.next.is_none() {
        return fault;
    }
    fault.advising(Lang::choose_another_place)
}

/// Where a document goes that no file was named for.
#[derive(Debug)]
pub(super) struct Place<'p> {
    pub folder: &'p Path,
    /// What it is about, as part of a file name.
    pub about: String,
}

impl Place<'_> {
    /// Beside a profile, and named as it is.
    pub(super) fn of(stored: &Stored) -> Place<'_> {
        let name = stored.path.file_stem().unwrap_or_default();
        Place {
            folder: folder_of(&stored.path),
            about: name.to_string_lossy().into_owned(),
        }
    }

    /// Saves under the first name that is free, and never over another file; the same document made again is there already.
    fn save(&self, result: &[u8], name: impl Fn(u32) -> String) -> Result<PathBuf, Fault> {
        for number in 1.. {
            let path = self.folder.join(name(number));
            let as_long = path.metadata().is_ok_and(|found| found.len() == result.len() as u64);
            let is_same = as_long && std::fs::read(&path).is_ok_and(|found| found == result);
            if is_same || Saver::default().save_unless_there(&path, result, Privacy::Ordinary)? {
                return Ok(path);
            }
        }
        unreachable!("the numbers never end")
    }
}

/// Opens a saved file with the program that the user has for it.
fn open(path: &Path) -> Result<(), Fault> {
    // Whole, so that no name is taken for an option or an address.
    let place = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    opener::open(&place).map_err(|_| {
        let place = shown_path(&place);
        Fault::failed(|lang| lang.cannot_open(&place))
    })
}

/// Writes a result on standard output.
fn print(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> Result<(), Fault> {
    let mut out = BufWriter::new(io::stdout().lock());
    let printed = write(&mut out).and_then(|()| out.flush());
    printed.map_err(|error| cannot_print(&error))
}

pub(super) fn cannot_print(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Fault::silent(Exit::ReaderGone);
    }
    let reason = io_reason(error);
    Fault::failed(|lang| lang.cannot_print(reason.text(lang)))
}

#[cfg(test)]
mod tests {
    use std::cell::LazyCell;

    use super::*;
    use crate::prompt::Pastes;

    #[test]
    fn only_a_terminal_gets_other_signs() {
        for (columns, seen) in [(Some(80), "◄ laagst"), (None, "◂ laagst")] {
            let context = Context {
                lang: Lang::Nl,
                today: LazyCell::new(|| Err(Fault::failed(Lang::wrong_clock))),
                default_dir: PathBuf::new(),
                can_ask: false,
                plain: false,
                in_menu: false,
                columns,
                can_page: false,
                colour: false,
                error_columns: None,
                pastes: Pastes::AsKeys,
                signs: Signs::OfConsole,
                command_line: |_| clap::Command::new("ips"),
            };
            assert_eq!(context.seen("◂ laagst"), seen);
        }
    }
}
