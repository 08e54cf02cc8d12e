//! The table of what was measured, on the screen and for the README.

use std::time::Duration;

/// One line.
pub struct Row {
    what: String,
    measured: String,
    floor: String,
    ratio: String,
    goal: String,
    is_met: Option<bool>,
    is_time: bool,
}

/// What something is held to.
#[derive(Clone, Copy)]
pub enum Goal {
    /// It is only told.
    None,
    /// No more than this.
    AtMost(f64),
    /// No less than this.
    AtLeast(f64),
}

impl Goal {
    fn is_met(self, value: f64) -> Option<bool> {
        match self {
            Goal::None => None,
            Goal::AtMost(most) => Some(value <= most),
            Goal::AtLeast(least) => Some(value >= least),
        }
    }

    fn words(self, unit: &str) -> String {
        match self {
            Goal::None => String::new(),
            Goal::AtMost(most) => format!("at most {most}{unit}"),
            Goal::AtLeast(least) => format!("at least {least}{unit}"),
        }
    }
}

impl Row {
    /// How many times as long as its floor something took.
    pub fn ratio(what: impl Into<String>, taken: Duration, floor: &str, floor_taken: Duration, goal: Goal) -> Row {
        let ratio = taken.as_secs_f64() / floor_taken.as_secs_f64();
        Row {
            what: what.into(),
            measured: words(taken),
            floor: format!("{floor}: {}", words(floor_taken)),
            ratio: format!("{ratio:.2}"),
            goal: goal.words(""),
            is_met: goal.is_met(ratio),
            is_time: true,
        }
    }

    /// How many times as long as this something else took.
    pub fn faster(what: impl Into<String>, taken: Duration, other: &str, other_taken: Duration, goal: Goal) -> Row {
        let ratio = other_taken.as_secs_f64() / taken.as_secs_f64();
        Row {
            ratio: format!("{ratio:.1} times faster"),
            is_met: goal.is_met(ratio),
            ..Row::ratio(what, taken, other, other_taken, goal)
        }
    }

    /// A time by itself.
    pub fn time(what: impl Into<String>, taken: Duration, most: Duration) -> Row {
        Row {
            goal: format!("at most {}", words(most)),
            is_met: Some(taken <= most),
            is_time: true,
            ..Row::told(what, words(taken))
        }
    }

    /// Bytes, which are the same on a busy machine.
    pub fn bytes(what: impl Into<String>, bytes: u64, most: u64) -> Row {
        Row {
            goal: format!("at most {}", megabytes(most)),
            is_met: Some(bytes <= most),
            ..Row::told(what, megabytes(bytes))
        }
    }

    /// What is only told.
    pub fn told(what: impl Into<String>, measured: impl Into<String>) -> Row {
        Row {
            what: what.into(),
            measured: measured.into(),
            floor: String::new(),
            ratio: String::new(),
            goal: String::new(),
            is_met: None,
            is_time: false,
        }
    }

    /// Whether a goal wasn't reached; a time counts only where times are judged.
    pub fn fails(&self, are_times_judged: bool) -> bool {
        self.is_met == Some(false) && (are_times_judged || !self.is_time)
    }

    fn cells(&self) -> [&str; 6] {
        let met = match self.is_met {
            None => "",
            Some(true) => "yes",
            Some(false) => "no",
        };
        [&self.what, &self.measured, &self.floor, &self.ratio, &self.goal, met]
    }
}

const HEAD: [&str; 6] = ["what", "takes", "beside", "ratio", "goal", "met"];

/// The table, laid out so that it reads well as it is, and is a table in Markdown.
pub fn print(rows: &[Row]) {
    let cells: Vec<[&str; 6]> = std::iter::once(HEAD).chain(rows.iter().map(Row::cells)).collect();
    let widths: [usize; 6] = std::array::from_fn(|column| {
        let lengths = cells.iter().map(|row| row[column].chars().count());
        lengths.max().unwrap_or_default()
    });
    for (index, row) in cells.iter().enumerate() {
        let padded: Vec<String> = row
            .iter()
            .zip(widths)
            .map(|(cell, width)| format!("{cell:<width$}"))
            .collect();
        println!("| {} |", padded.join(" | "));
        if index == 0 {
            let lines: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
            println!("| {} |", lines.join(" | "));
        }
    }
}

/// A time with three figures or so.
fn words(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        60.0.. => format!("{:.1} min", seconds / 60.0),
        1.0.. => format!("{seconds:.2} s"),
        0.01.. => format!("{:.0} ms", seconds * 1e3),
        _ => format!("{:.2} ms", seconds * 1e3),
    }
}

#[expect(clippy::cast_precision_loss, reason = "it is shown with one decimal")]
fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}
