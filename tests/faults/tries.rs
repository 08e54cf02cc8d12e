//! What was tried, and what harm was done.

use std::sync::{Arc, Mutex};

use comfy_table::{CellAlignment, Table, presets};

/// What may never happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Harm {
    /// Something that was saved is gone or changed, or something that was not saved was called so.
    Lost,
    /// The program panicked, crashed or hung.
    Panic,
    /// A character that acts on a terminal came through.
    Raw,
    /// Anything else: no sentence, another exit code, a temporary file left, a line of a file shown.
    Wrong,
}

impl Harm {
    const ALL: [Harm; 4] = [Harm::Lost, Harm::Panic, Harm::Raw, Harm::Wrong];
}

/// The count of one case.
#[derive(Debug)]
pub struct Tries {
    /// Whether to try everything, also what takes minutes.
    pub thorough: bool,
    tried: usize,
    impossible: bool,
    harms: Vec<(Harm, String)>,
}

impl Tries {
    /// Nothing tried yet.
    pub fn new(thorough: bool) -> Self {
        Tries {
            thorough,
            tried: 0,
            impossible: false,
            harms: Vec::new(),
        }
    }

    /// How often to try what is tried again and again: so often as a rule, or when everything is tried. Wine takes many times as
    /// long for each, so there it is a quarter.
    pub fn times(&self, usual: u64, thorough: u64) -> u64 {
        match self.thorough {
            true => thorough,
            false if cfg!(windows) => usual.div_ceil(4),
            false => usual,
        }
    }

    /// Counts one more fault or hostile input that is tried.
    pub fn count(&mut self) {
        self.tried += 1;
    }

    /// Leaves this case out of the table: this system can't do such a thing at all.
    #[cfg(unix)]
    pub fn impossible(&mut self) {
        self.impossible = true;
    }

    /// Writes down that harm was done, and what exactly.
    pub fn harm(&mut self, harm: Harm, what: impl Into<String>) {
        self.harms.push((harm, what.into()));
    }

    /// Writes down harm unless this holds.
    pub fn expect(&mut self, holds: bool, harm: Harm, what: impl FnOnce() -> String) {
        if !holds {
            self.harm(harm, what());
        }
    }

    /// Whether this case may count as survived.
    ///
    /// # Errors
    /// With the first harms that were done, or when nothing was tried at all.
    pub fn verdict(&self) -> Result<(), String> {
        if self.tried == 0 && self.harms.is_empty() && !self.impossible {
            return Err("nothing was tried".to_owned());
        }
        self.harm_done().map_or(Ok(()), Err)
    }

    /// The first harms that were done, if any.
    pub fn harm_done(&self) -> Option<String> {
        if self.harms.is_empty() {
            return None;
        }
        let first: Vec<String> = self
            .harms
            .iter()
            .take(5)
            .map(|(harm, what)| format!("{harm:?}: {what}"))
            .collect();
        Some(format!("{} times harm, first:\n{}", self.harms.len(), first.join("\n")))
    }

    fn count_of(&self, harm: Harm) -> usize {
        self.harms.iter().filter(|(done, _)| *done == harm).count()
    }
}

/// The table of all cases that were tried, with a line that adds them up.
pub fn table(rows: &[(&str, Arc<Mutex<Tries>>)]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_header([
        "fault or hostile input",
        "tried",
        "lost",
        "panics",
        "raw controls",
        "otherwise wrong",
    ]);
    let mut sums = [0; 5];
    for (name, tries) in rows {
        let tries = tries.lock().expect("the cases have ended");
        if tries.tried == 0 && tries.harms.is_empty() {
            continue;
        }
        let mut numbers = [tries.tried; 5];
        for (number, harm) in numbers[1..].iter_mut().zip(Harm::ALL) {
            *number = tries.count_of(harm);
        }
        for (sum, number) in sums.iter_mut().zip(numbers) {
            *sum += number;
        }
        add(&mut table, name, numbers);
    }
    add(&mut table, "everything together", sums);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

fn add(table: &mut Table, name: &str, numbers: [usize; 5]) {
    let mut cells = vec![name.to_owned()];
    cells.extend(numbers.map(|number| number.to_string()));
    table.add_row(cells);
}
