//! Lays out a page: a heading, a body that fits or scrolls, and the keys at the bottom. Pure, so that tests can read it.

use crate::{
    render::terminal::Emphasis,
    text::{width, wrap, wrap_hanging},
};

#[cfg(test)]
use crate::render::terminal::painted;

/// The widest that text gets, for the eye to find the next line.
pub const TEXT_COLUMNS: usize = 78;

/// One line of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its text, marked with [`Emphasis`] where it stands out. A mark ends on its own line.
    pub marked: String,
    /// The column of the cursor, if it is on this line.
    pub cursor: Option<usize>,
}

/// What is drawn: at most as many lines as the terminal has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The lines from the top.
    pub lines: Vec<Line>,
}

/// The parts of a page before they are fitted together.
#[derive(Debug)]
pub struct Parts {
    /// Stays at the top.
    pub heading: Vec<Line>,
    /// The same thing told ever more briefly; the first that fits is shown, and the last scrolls if none does.
    pub bodies: Vec<Vec<Line>>,
    /// What is being typed and what is said about it: under the body, and in sight when the body scrolls.
    pub input: Vec<Line>,
    /// Stays at the bottom.
    pub keys: Vec<Line>,
}

impl Line {
    /// A line without the cursor.
    pub fn new(marked: impl Into<String>) -> Line {
        Line {
            marked: marked.into(),
            cursor: None,
        }
    }

    /// An empty line.
    pub fn blank() -> Line {
        Line::default()
    }

    /// The line's text without its marks.
    #[cfg(test)]
    pub fn text(&self) -> String {
        painted(&self.marked, false)
    }
}

/// Text wrapped at words behind a margin.
pub fn paragraph(text: &str, margin: usize, columns: usize) -> Vec<Line> {
    let room = columns.min(TEXT_COLUMNS).saturating_sub(margin).max(1);
    let indent = " ".repeat(margin);
    let lines = wrap(text, room).into_iter();
    lines.map(|line| Line::new(format!("{indent}{line}"))).collect()
}

/// A paragraph that stands out.
pub fn bold(text: &str, margin: usize, columns: usize) -> Vec<Line> {
    let lines = paragraph(text, margin, columns).into_iter();
    lines.map(|line| Line::new(Emphasis::Bold.of(&line.marked))).collect()
}

/// Text whose further lines stand deeper, as in a list.
pub fn hanging(text: &str, margin: usize, deeper: usize, columns: usize) -> Vec<Line> {
    let lines = wrap_hanging(text, margin, deeper, columns.min(TEXT_COLUMNS));
    lines.into_iter().map(Line::new).collect()
}

/// The first line of a text, with `…` if there is more.
pub fn first_line(text: &str, columns: usize) -> String {
    let lines = wrap(text, columns.saturating_sub(1));
    match lines.as_slice() {
        [line] => line.clone(),
        lines => format!("{}…", lines[0]),
    }
}

/// Two texts at both ends of a line; the left one gives way.
pub fn both_ends(left: &str, right: &str, columns: usize) -> Line {
    let room = columns.saturating_sub(width(right) + 2);
    let left = crate::text::shorten(left, room.max(1));
    let gap = columns.saturating_sub(width(&left) + width(right)).max(1);
    Line::new(format!("{left}{}{right}", " ".repeat(gap)))
}

/// A progress bar of `done` out of `total`.
pub fn progress(done: usize, total: usize, columns: usize) -> Line {
    let filled = (columns * done).checked_div(total).unwrap_or(0).min(columns);
    let head = if filled < columns && filled > 0 { "╸" } else { "" };
    let full = "━".repeat(filled.saturating_sub(usize::from(!head.is_empty())));
    let rest = Emphasis::Quiet.of(&"─".repeat(columns.saturating_sub(filled)));
    Line::new(format!(" {full}{head}{rest}"))
}

/// A short text to be laid out with others, and whether it is the chosen one: its mark comes behind the wrapping.
pub type Cell = (String, bool);

/// Columns between two cells.
const GAP: usize = 4;

/// How many of the cells stand beside each other.
fn cells_across(cells: &[Cell], room: usize) -> usize {
    let widest = cells.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    let beside: usize = cells.iter().map(|(text, _)| width(text) + GAP).sum();
    if beside <= room + GAP {
        return cells.len();
    }
    let fits = |n: &usize| n * (widest + GAP) <= room + GAP;
    (2..cells.len()).rev().find(fits).unwrap_or(1)
}

fn cell_room(margin: usize, columns: usize) -> usize {
    columns.min(TEXT_COLUMNS).saturating_sub(margin)
}

/// Where the columns of [`cells`] begin, counted from the margin.
pub fn column_starts(cells: &[Cell], margin: usize, columns: usize) -> Vec<usize> {
    let across = cells_across(cells, cell_room(margin, columns));
    let widest = cells.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    if across < cells.len() {
        return (0..across).map(|column| column * (widest + GAP)).collect();
    }
    let ends = cells.iter().scan(0, |end, (text, _)| {
        let start = *end;
        *end += width(text) + GAP;
        Some(start)
    });
    ends.collect()
}

/// Cells in as few lines as fit: beside each other, else in columns read downwards, else one on a line.
pub fn cells(cells: &[Cell], margin: usize, columns: usize) -> Vec<Line> {
    let widest = cells.iter().map(|(text, _)| width(text)).max().unwrap_or(0);
    let across = cells_across(cells, cell_room(margin, columns));
    if across == 1 {
        return cells
            .iter()
            .flat_map(|(text, chosen)| {
                // Below the answer, not below the mark before it.
                let deeper = usize::from(text.starts_with([' ', '▸']));
                let lines = hanging(text, margin, deeper, columns);
                let said = |line: Line| Line::new(shown(&(line.marked, *chosen)));
                lines.into_iter().map(said).collect::<Vec<_>>()
            })
            .collect();
    }
    let rows = cells.len().div_ceil(across);
    let line = |row| {
        let mut line = " ".repeat(margin);
        for cell in cells.iter().skip(row).step_by(rows) {
            let used = width(&cell.0);
            let room = if rows == 1 { used } else { widest };
            line.push_str(&shown(cell));
            line.push_str(&" ".repeat(room - used + GAP));
        }
        Line::new(line.trim_end())
    };
    (0..rows).map(line).collect()
}

/// A cell as it stands in a line.
pub fn shown((text, chosen): &Cell) -> String {
    if *chosen { Emphasis::Bold.of(text) } else { text.clone() }
}

/// How far a page is scrolled that was just opened: as far as it asks for itself, else not at all.
pub const OPENING: usize = usize::MAX;

/// Fits the parts into a terminal of this size. `scroll` is limited to what there is to scroll.
///
/// A cursor is always in sight, and what stands below it as far as there is room.
pub fn fit(parts: Parts, rows: usize, scroll: &mut usize) -> Page {
    let Parts {
        mut heading,
        bodies,
        mut input,
        mut keys,
    } = parts;
    if *scroll == OPENING {
        *scroll = 0;
    }
    // On a terminal too low for everything the body matters most.
    if rows < heading.len() + input.len() + keys.len() + 3 {
        heading.truncate(1);
        keys.truncate(1);
    }
    if rows < 4 {
        heading.clear();
        keys.clear();
    }
    let cursor = input.iter().position(|line| line.cursor.is_some());
    let most = rows.saturating_sub(heading.len() + keys.len());
    let above = input.len().saturating_sub(most);
    input.drain(..above.min(cursor.unwrap_or(0)));
    input.truncate(most);
    let room = rows.saturating_sub(heading.len() + input.len() + keys.len());
    let brief = bodies.len().saturating_sub(1);
    let body = bodies
        .into_iter()
        .enumerate()
        .find(|(index, body)| body.len() <= room || *index == brief)
        .map(|(_, body)| body)
        .unwrap_or_default();
    let mut lines = heading;
    if body.len() <= room {
        *scroll = 0;
        let gap = room - body.len();
        lines.extend(body);
        lines.extend(input);
        lines.extend(std::iter::repeat_n(Line::blank(), gap));
    } else {
        lines.extend(scrolled(body, room, scroll));
        lines.extend(input);
    }
    lines.extend(keys);
    lines.truncate(rows);
    Page { lines }
}

/// A window on a body that is too long, with arrows where there is more.
fn scrolled(body: Vec<Line>, room: usize, scroll: &mut usize) -> Vec<Line> {
    let total = body.len();
    let last = total.saturating_sub(room);
    *scroll = (*scroll).min(last);
    if let Some(cursor) = body.iter().position(|line| line.cursor.is_some()) {
        *scroll = (*scroll).max((cursor + 2).saturating_sub(room)).min(cursor).min(last);
    }
    let mut window: Vec<Line> = body.into_iter().skip(*scroll).take(room).collect();
    if room >= 3 {
        if *scroll > 0 {
            window[0] = Line::new(" ▲");
        }
        if *scroll < last
            && let Some(line) = window.last_mut()
        {
            *line = Line::new(" ▼");
        }
    }
    window
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(lines: &[Line]) -> Vec<String> {
        lines.iter().map(Line::text).collect()
    }

    fn plain(labels: &[&str]) -> Vec<Cell> {
        labels.iter().map(|label| ((*label).to_owned(), false)).collect()
    }

    #[test]
    fn cells_stand_beside_each_other_or_in_columns_or_below_each_other() {
        let labels = plain(&["1 nee", "2 eerder niet", "3 deels", "4 eerder wel", "5 ja"]);
        assert_eq!(cells(&labels, 3, 79).len(), 1);
        assert_eq!(
            texts(&cells(&labels, 1, 39)),
            [" 1 nee            4 eerder wel", " 2 eerder niet    5 ja", " 3 deels"]
        );
        assert_eq!(cells(&labels, 0, 14).len(), 5);
    }

    #[test]
    fn what_stands_out_does_so_on_each_of_its_lines_and_behind_the_margin() {
        let painted =
            |lines: &[Line]| -> Vec<String> { lines.iter().map(|line| painted(&line.marked, true)).collect() };
        let twice = painted(&[Line::new("x"), Line::new(Emphasis::Bold.of("x"))]);
        let bold_x = &twice[1];
        let [begin, end] = bold_x.split('x').collect::<Vec<_>>()[..] else {
            panic!("{bold_x:?}")
        };
        assert!(!begin.is_empty() && twice[0] == "x");
        assert_eq!(
            painted(&bold("een lange vraag", 2, 11)),
            [format!("  {begin}een lange{end}"), format!("  {begin}vraag{end}")]
        );
        let cell = |chosen| ("2 eerder niet".to_owned(), chosen);
        let lines = |columns| painted(&cells(&[cell(false), cell(true)], 1, columns));
        assert_eq!(lines(40), [format!(" 2 eerder niet    {begin}2 eerder niet{end}")]);
        assert_eq!(
            lines(11),
            [
                " 2 eerder".to_owned(),
                " niet".to_owned(),
                format!(" {begin}2 eerder{end}"),
                format!(" {begin}niet{end}"),
            ]
        );
    }

    #[test]
    fn what_is_too_long_scrolls_and_the_keys_stay() {
        let body: Vec<Line> = (1..=20).map(|n| Line::new(n.to_string())).collect();
        let parts = |body: &[Line]| Parts {
            heading: vec![Line::new("heading")],
            bodies: vec![body.to_vec()],
            input: Vec::new(),
            keys: vec![Line::new("keys")],
        };
        let mut scroll = 99;
        let page = fit(parts(&body), 8, &mut scroll);
        assert_eq!(
            texts(&page.lines),
            ["heading", " ▲", "16", "17", "18", "19", "20", "keys"]
        );
        scroll = 0;
        let page = fit(parts(&body), 8, &mut scroll);
        assert_eq!(texts(&page.lines), ["heading", "1", "2", "3", "4", "5", " ▼", "keys"]);
    }

    #[test]
    fn the_line_that_is_typed_stays_in_sight_below_a_long_text() {
        let mut input: Vec<Line> = (1..=20).map(|n| Line::new(n.to_string())).collect();
        input[18].cursor = Some(0);
        let parts = |input: &[Line]| Parts {
            heading: vec![Line::new("heading")],
            bodies: vec![vec![Line::new("body")]],
            input: input.to_vec(),
            keys: vec![Line::new("keys")],
        };
        let seen = |input: &[Line]| texts(&fit(parts(input), 6, &mut 0).lines);
        assert_eq!(seen(&input), ["heading", "17", "18", "19", "20", "keys"]);
        // At its beginning too.
        (input[18].cursor, input[0].cursor) = (None, Some(0));
        assert_eq!(seen(&input), ["heading", "1", "2", "3", "4", "keys"]);
    }

    #[test]
    fn no_size_is_too_small() {
        for rows in 0..6 {
            for columns in 0..6 {
                let parts = Parts {
                    heading: vec![both_ends("links", "rechts", columns), progress(3, 7, columns)],
                    bodies: vec![bold("een lange vraag", 3, columns)],
                    input: vec![Line::new("getypt")],
                    keys: cells(&plain(&["n noot", "q stop"]), 1, columns),
                };
                assert!(fit(parts, rows, &mut 0).lines.len() <= rows);
            }
        }
    }
}
