//! Cuts a long text into screens, where its sections end. A section is what blank lines stand around.

use super::width;

/// How many of these lines to show on a screen of this size: all that fit, or those up to the end of a section.
///
/// From the best place to the worst: before a section, so that a heading stays with what is under it; at another blank line;
/// before the next item of a list; where the screen is full. None of them leaves more than three fifths of it empty.
pub fn first_screen(lines: &[&str], columns: usize, room: usize) -> usize {
    let mut used = 0;
    let fits = lines.iter().take_while(|line| {
        used += rows(line, columns);
        used <= room
    });
    let most = fits.count().max(1);
    if most >= lines.len() {
        return lines.len();
    }
    let least = (1..=most).find(|&end| height(&lines[..end], columns) * 5 >= room * 2);
    let last = |is_place: &dyn Fn(usize) -> bool| (least.unwrap_or(most)..=most).rev().find(|&end| is_place(end));
    last(&|end| lines[end].trim().is_empty() && ends_section(lines, end))
        .or_else(|| last(&|end| lines[end].trim().is_empty()))
        // Numbers end below each other: `10.` begins a blank before ` 9.` and is an item like it.
        .or_else(|| last(&|end| margin(lines[end]) + 1 < margin(lines[end - 1])))
        .unwrap_or(most)
}

/// Whether the blank line at `end` stands behind a section, and not between a heading and what is under it: that stands
/// further to the right, or the heading is a line of words without an end mark.
fn ends_section(lines: &[&str], end: usize) -> bool {
    let is_blank = |line: &&str| line.trim().is_empty();
    let before = lines[..end].rsplit(is_blank).find(|section| !section.is_empty());
    let after = lines[end..].iter().find(|line| !is_blank(line));
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    let is_heading = before.len() == 1 && seen(before[0]).ends_with(char::is_alphabetic);
    !is_heading && margin(after) <= margin(before[0])
}

/// The blanks that a line begins with; colour comes behind them.
fn margin(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// How many rows of a terminal so many columns wide these lines take.
pub fn height(lines: &[&str], columns: usize) -> usize {
    lines.iter().map(|line| rows(line, columns)).sum()
}

fn rows(line: &str, columns: usize) -> usize {
    width(&seen(line)).div_ceil(columns.max(1)).max(1)
}

/// A line without its colour.
fn seen(line: &str) -> String {
    let mut pieces = line.split("\u{1b}[");
    let mut seen = pieces.next().unwrap_or_default().to_owned();
    let behind_colour = pieces.filter_map(|piece| piece.split_once('m'));
    seen.extend(behind_colour.map(|(_, words)| words));
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The screens of a text, each with the number of its lines.
    fn cut(text: &str, room: usize) -> Vec<usize> {
        let lines: Vec<&str> = text.lines().collect();
        let mut rest = lines.as_slice();
        let mut screens = Vec::new();
        while !rest.is_empty() {
            let count = first_screen(rest, 20, room);
            screens.push(count);
            rest = &rest[count..];
        }
        screens
    }

    #[test]
    fn what_fits_is_one_screen() {
        assert_eq!(cut(" a\n\n b\n", 3), [3]);
        assert_eq!(cut("", 3), [0; 0]);
    }

    #[test]
    fn a_screen_ends_where_a_section_does() {
        assert_eq!(cut(" a.\n a.\n\n b.\n b.\n b.\n", 5), [2, 4]);
        assert_eq!(cut(" a.\n\n b.\n\n c.\n c.\n", 5), [3, 3], "as many sections as fit");
    }

    #[test]
    fn a_heading_stays_with_what_is_under_it() {
        let text = " a\n a\n\n heading\n\n   text\n   text\n";
        assert_eq!(cut(text, 5), [2, 5]);
        let bold = " a.\n a.\n\n \u{1b}[1mHeading\u{1b}[0m\n\n text\n text\n";
        assert_eq!(cut(bold, 5), [2, 5], "also where both begin alike");
        let alone = " heading\n\n   1\n   2\n   3\n";
        assert_eq!(cut(alone, 4), [4, 1], "unless most of the screen would stay empty");
    }

    #[test]
    fn a_section_that_is_higher_than_the_screen_is_cut_at_an_item() {
        let list = " list\n   a\n     deeper\n   b\n     deeper\n";
        assert_eq!(cut(list, 4), [3, 2]);
        assert_eq!(cut(" a\n b\n c\n d\n e\n", 3), [3, 2]);
        assert_eq!(
            cut("  8. a\n  9. b\n 10. c\n 11. d\n", 3),
            [3, 1],
            "numbers set to the right"
        );
    }

    #[test]
    fn a_line_that_the_terminal_wraps_takes_more_rows_and_colour_none() {
        assert_eq!(rows("", 20), 1);
        assert_eq!(rows(&"x".repeat(21), 20), 2);
        assert_eq!(rows(&format!("\u{1b}[38;5;2m{}\u{1b}[0m", "x".repeat(20)), 20), 1);
        assert_eq!(
            cut(&format!("{}\n b\n", "x".repeat(90)), 3),
            [1, 1],
            "always at least a line"
        );
        assert_eq!(rows("x", 0), 1);
    }
}
