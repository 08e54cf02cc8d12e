//! One team over many meetings on a terminal.

use comfy_table::Cell;

use super::{
    Look, TABLE_COLUMNS, Text, agreements, right,
    style::{Emphasis, clear},
};
use crate::{
    lang::Lang,
    render::plain,
    report::{
        AgreementLine,
        trend::{CourseLine, MeetingLine, PointLine, TrendReport},
    },
    text::{shorten_all, width},
};

/// The least room for titles beside the numbers; they stand above them where there is less.
const TITLE: usize = 24;

/// Eight heights, for an eighth of the scale each.
const HEIGHTS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// A meeting without a score.
const GAP: &str = "·";

/// How many of the newest meetings' numbers stand behind each other where there is no room for a table.
const STACKED: usize = 3;

/// A team's course as `ips trend` shows it.
pub fn trend(report: &TrendReport, look: impl Into<Look>) -> String {
    let lang = report.lang;
    let look = look.into();
    if look.plain {
        return plain::trend(report, look.columns);
    }
    let elements = report.elements.iter().map(|line| &line.title);
    let agreed = report.meetings.iter().flat_map(|meeting| &meeting.agreements);
    let mut text = Text::new(look).naming(elements.chain(agreed.map(|line| &line.element)));
    let head: Vec<&str> = [&report.team]
        .into_iter()
        .chain(&report.head)
        .map(String::as_str)
        .collect();
    text.bold(&head.join(" · "));
    text.blank();
    let shown = course_table(&mut text, report);
    text.blank();
    for signs in legend(report) {
        text.paragraph(&signs, 1, 2);
    }
    if shown < report.meetings.len() {
        text.paragraph(&lang.newest_meetings_shown(shown, report.meetings.len()), 1, 0);
    }
    let sentences = report
        .one_only
        .iter()
        .chain(&report.no_scores)
        .chain(&report.not_compared)
        .chain(&report.cautions);
    for (index, sentence) in sentences.enumerate() {
        if index == 0 {
            text.blank();
        }
        text.paragraph(sentence, 1, 0);
    }
    time_line(&mut text, report, lang);
    text.done()
}

/// What the signs mean that are used, a line each.
fn legend(report: &TrendReport) -> Vec<String> {
    let lang = report.lang;
    let mut blocks = lang.sparkline_legend(&report.scale[0], &report.scale[1]);
    if report.gaps {
        blocks = format!("{blocks}, {}", lang.gap_legend(GAP));
    }
    [blocks].into_iter().chain(report.signs.iter().cloned()).collect()
}

/// How the numbers are laid out.
enum Layout {
    /// A table with a title of so many columns at the beginning of each row.
    Beside(usize),
    /// A table with each title on a line above its row.
    Above,
    /// Everything below each other.
    Stacked,
}

/// Shows as many of the newest meetings' numbers as fit, and gives how many.
fn course_table(text: &mut Text, report: &TrendReport) -> usize {
    let lines: Vec<&CourseLine> = report.elements.iter().chain([&report.overall]).collect();
    let meetings = report.meetings.len();
    let widest = |of: &dyn Fn(&CourseLine) -> usize| lines.iter().map(|line| of(line)).max().unwrap_or(0);
    let title = widest(&|line| width(&line.title));
    let verdict = widest(&|line| width(&verdict_words(line)));
    let verdict = match verdict {
        0 => 0,
        verdict => verdict.max(width(&report.lang.first_to_last_heading())),
    };
    let digits = widest(&|line| {
        line.points
            .iter()
            .map(|point| width(&point.score.text))
            .max()
            .unwrap_or(0)
    });
    let days = report
        .meetings
        .iter()
        .map(|meeting| width(&meeting.day))
        .max()
        .unwrap_or(0);
    // A sign on either side of the number.
    let number = (digits + 2).max(days);
    // Each column has a margin on both sides.
    let room = (text.columns + 1).saturating_sub(meetings + 2 + verdict + 2);
    let beside = (room.saturating_sub(TITLE.min(title) + 2) / (number + 2)).min(meetings);
    let above = (room.saturating_sub(2) / (number + 2)).min(meetings);
    let (layout, shown) = if text.columns < TABLE_COLUMNS || above < meetings.min(2) {
        (Layout::Stacked, meetings.min(STACKED))
    } else if beside < meetings.min(STACKED) {
        (Layout::Above, above)
    } else {
        (Layout::Beside(title.min(room - beside * (number + 2) - 2)), beside)
    };
    if let Layout::Stacked = layout {
        stacked(text, report, &lines, shown);
        return shown;
    }
    let newest = meetings - shown;
    let heads = report.meetings[newest..].iter().enumerate().map(|(index, meeting)| {
        let before = index.checked_sub(1).map(|before| &report.meetings[newest + before]);
        let year = before.is_none_or(|before| before.year != meeting.year);
        right(&format!("{}\n{}", meeting.day, if year { &meeting.year } else { "" }))
    });
    let mut head = vec![Cell::new("")];
    head.extend(heads);
    head.push(Cell::new(match verdict {
        0 => String::new(),
        _ => report.lang.first_to_last_heading(),
    }));
    let mut rows = vec![head];
    for line in &lines {
        let mut row = vec![Cell::new(sparkline(&line.points))];
        row.extend(
            line.points[newest..]
                .iter()
                .map(|point| right(&number_words(point, digits))),
        );
        row.push(Cell::new(verdict_words(line)));
        rows.push(row);
    }
    let mut widths = vec![meetings];
    widths.extend(std::iter::repeat_n(number, shown));
    widths.push(verdict);
    match layout {
        Layout::Beside(title) => {
            rows[0].insert(0, Cell::new(""));
            let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
            for (row, short) in rows[1..].iter_mut().zip(shorten_all(&titles, title)) {
                row.insert(0, Cell::new(short));
            }
            widths.insert(0, title);
            text.table(rows, &widths);
        }
        Layout::Above | Layout::Stacked => {
            let mut rows = rows.into_iter();
            text.rows_below(rows.by_ref().take(1).collect(), &widths);
            for (line, row) in lines.iter().zip(rows) {
                text.titled_row(&line.title, row, &widths);
            }
        }
    }
    shown
}

/// Each element with its own lines, and the newest numbers behind each other.
fn stacked(text: &mut Text, report: &TrendReport, lines: &[&CourseLine], shown: usize) {
    let newest = report.meetings.len() - shown;
    let days = report.meetings[newest..].iter().map(day_and_year);
    text.paragraph(&days.collect::<Vec<_>>().join(" → "), 1, 0);
    text.blank();
    for line in lines {
        text.paragraph(&line.title, 1, 2);
        let numbers = line.points[newest..]
            .iter()
            .map(|point| number_words(point, 0).trim().to_owned());
        let numbers = numbers.collect::<Vec<_>>().join(" → ");
        let blocks = sparkline(&line.points);
        if 5 + width(&blocks) + width(&numbers) <= text.columns {
            text.paragraph(&format!("{blocks}  {numbers}"), 3, 0);
        } else {
            text.paragraph(&blocks, 3, 0);
            text.paragraph(&numbers, 3, 0);
        }
        let verdict = verdict_words(line);
        if !verdict.is_empty() {
            text.paragraph(&verdict, 3, 2);
        }
    }
}

/// The course of an element over the whole scale, a block for each meeting.
fn sparkline(points: &[PointLine]) -> String {
    let block = |point: &PointLine| {
        point.score.share.map_or(GAP, |share| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a drawing")]
            let height = (share.clamp(0.0, 1.0) * 8.0) as usize;
            HEIGHTS[height.min(7)]
        })
    };
    points.iter().map(block).collect()
}

/// A score between its signs, so that the numbers of a column stand below each other.
fn number_words(point: &PointLine, digits: usize) -> String {
    let mark = if point.weakest {
        Emphasis::Bold.of("◂")
    } else {
        " ".to_owned()
    };
    let arrow = match point.arrow {
        "" => " ".to_owned(),
        arrow => clear(arrow, arrow),
    };
    format!("{arrow}{:>digits$}{mark}", point.score.text)
}

fn verdict_words(line: &CourseLine) -> String {
    let whole = line.whole.as_ref();
    let words = whole.map(|whole| clear(whole.arrow, format!("{} {}", whole.arrow, whole.verdict).trim()));
    words.unwrap_or_default()
}

fn day_and_year(meeting: &MeetingLine) -> String {
    format!("{} {}", meeting.day, meeting.year)
}

/// What was agreed at each of the meetings, below its day where lines are short.
fn time_line(text: &mut Text, report: &TrendReport, lang: Lang) {
    if text.columns >= TABLE_COLUMNS {
        let agreed: Vec<AgreementLine> = report.agreements().collect();
        agreements(text, &lang.agreements_heading(), &agreed, lang);
        return;
    }
    for meeting in &report.meetings {
        agreements(text, &lang.agreed_on(&meeting.date), &meeting.agreements, lang);
    }
}
