//! A profile on a terminal.

use comfy_table::Cell;

use super::{Look, TABLE_COLUMNS, Text, agreements, right, style::Emphasis};
use crate::{
    lang::Lang,
    render::plain,
    report::{ElementLine, QuestionLine, Report, draft::DraftReport},
    scoring::Band,
    text::{shorten, width},
};

/// The least room for titles beside the bars; they stand above them where there is less.
const TITLE: usize = 30;

/// The most room for the words about an element.
const MEANING: usize = 26;

/// The shortest bar.
const BAR: usize = 12;

/// The longest bar.
const LONG_BAR: usize = 60;

/// Eighths of a block, for bars that are finer than a character.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A profile as `ips show` shows it.
pub fn profile(report: &Report, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::profile(report, look.columns);
    }
    let mut text = Text::new(look);
    meeting(&mut text, report);
    text.done()
}

/// A draft as `ips show` shows it.
pub fn draft(report: &DraftReport, look: impl Into<Look>) -> String {
    let lang = report.so_far.lang;
    let look = look.into();
    if look.plain {
        return plain::draft(report, look.columns);
    }
    let mut text = Text::new(look);
    text.bold(&report.title);
    text.blank();
    meeting(&mut text, &report.so_far);
    if !report.open.is_empty() {
        text.heading(&lang.draft_open_heading());
        for (number, question) in &report.open {
            text.question(&format!("{number:>2}  "), question);
        }
    }
    text.blank();
    text.paragraph(&report.next, 1, 2);
    text.done()
}

fn meeting(text: &mut Text, report: &Report) {
    first_page(text, report);
    to_talk_about(text, report);
    agreements(text, &report.lang.agreements_heading(), &report.agreements, report.lang);
}

/// The scores and the lowest as lines that are still to be painted.
pub fn scores(report: &Report, columns: usize) -> Vec<String> {
    let mut text = Text::new(columns);
    first_page(&mut text, report);
    text.lines()
}

/// What to talk about as lines that are still to be painted.
pub fn topics(report: &Report, columns: usize) -> Vec<String> {
    let mut text = Text::new(columns);
    if report.talk.is_empty() && report.divided.is_empty() {
        text.heading(&report.lang.talk_heading());
        text.paragraph(report.about_weakest.as_deref().unwrap_or_default(), 3, 0);
    }
    to_talk_about(&mut text, report);
    text.lines()
}

fn first_page(text: &mut Text, report: &Report) {
    let lang = report.lang;
    let mut head = vec![report.team.clone(), report.date.clone()];
    head.extend(report.meeting.iter().cloned());
    text.bold(&head.join(" · "));
    if let Some(functions) = &report.functions {
        text.paragraph(&lang.there_were(functions), 1, 0);
    }
    text.blank();
    element_table(text, report);
    if let Some(overall) = &report.overall {
        text.blank();
        text.paragraph(&format!("{}: {}", lang.all_elements(), overall.text), 1, 0);
    }
    if let Some(sentence) = &report.about_weakest {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
}

fn to_talk_about(text: &mut Text, report: &Report) {
    let lang = report.lang;
    if !report.talk.is_empty() {
        text.heading(&lang.talk_heading());
        for topic in &report.talk {
            let why = topic.why.iter().map(|why| format!(" ({why})"));
            text.paragraph(&format!("{}{}", topic.title, why.collect::<String>()), 3, 2);
            for question in &topic.questions {
                // A sign for don't know, which its element's line says in words.
                let score = if question.scored { question.score.as_str() } else { "?" };
                text.question(&format!("{score}  "), &question.text);
            }
            if let Some(deeper) = &topic.deeper {
                text.paragraph(&lang.more_questions(&deeper.command), 5, 2);
            }
        }
    }
    if !report.divided.is_empty() {
        text.heading(&lang.divided_heading());
        for QuestionLine {
            text: question, counts, ..
        } in &report.divided
        {
            text.question("", question);
            if let Some(counts) = counts {
                text.paragraph(counts, 7, 0);
            }
        }
    }
}

fn element_table(text: &mut Text, report: &Report) {
    let lines = &report.elements;
    let widest = |of: &dyn Fn(&ElementLine) -> usize| lines.iter().map(of).max().unwrap_or(0);
    let score = widest(&|line| width(&line.score.text)).max(4);
    let words = widest(&|line| {
        let about = line.about.iter().map(|about| width(about)).max().unwrap_or(0);
        width(&meaning(line, report.lang)).max(about)
    });
    let words = words.min(MEANING);
    // The score, the words, and two columns of margin for each of four cells.
    let room = text.columns.saturating_sub(score + words + 8);
    let cells = |line: &ElementLine, bar: usize| {
        let about = line.about.iter().map(String::as_str);
        let meaning = meaning(line, report.lang);
        let words: Vec<&str> = [meaning.as_str()]
            .into_iter()
            .chain(about)
            .filter(|words| !words.is_empty())
            .collect();
        vec![
            right(&line.score.text),
            Cell::new(bar_of(line, bar)),
            Cell::new(words.join("\n")),
        ]
    };
    if text.columns < TABLE_COLUMNS {
        for line in lines {
            text.paragraph(&line.title, 1, 2);
            text.paragraph(&format!("{}  {}", line.score.text, meaning(line, report.lang)), 3, 0);
            for about in &line.about {
                text.paragraph(about, 3, 0);
            }
        }
    } else if room < TITLE + BAR {
        let bar = room.min(LONG_BAR);
        for line in lines {
            text.titled_row(&line.title, cells(line, bar), &[score, bar, words]);
        }
    } else {
        let longest = widest(&|line| width(&line.title));
        // A third of the room, and more where the titles leave it.
        let bar = (room / 3)
            .clamp(BAR, LONG_BAR / 2)
            .max(room.saturating_sub(longest).min(LONG_BAR));
        let title = longest.min(room - bar);
        let rows = lines.iter().map(|line| {
            let mut row = vec![Cell::new(shorten(&line.title, title))];
            row.extend(cells(line, bar));
            row
        });
        text.table(rows.collect(), &[title, score, bar, words]);
    }
}

/// The band and the mark of the weakest.
fn meaning(line: &ElementLine, lang: Lang) -> String {
    let band = match line.band_kind {
        Some(Band::Strong) => Emphasis::High.of(&line.band),
        Some(Band::DiscussFirst) => Emphasis::Bold.of(&line.band),
        Some(Band::Discuss) | None => line.band.clone(),
    };
    if line.weakest {
        let mark = Emphasis::Bold.of(&format!("◂ {}", lang.weakest()));
        format!("{band}  {mark}").trim().to_owned()
    } else {
        band
    }
}

/// A bar from the lowest point of the scale; one that would be empty keeps a sliver. Without a score there is none.
fn bar_of(line: &ElementLine, columns: usize) -> String {
    let Some(share) = line.score.share else {
        return String::new();
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a drawing"
    )]
    let eighths = ((share.clamp(0.0, 1.0) * (columns * 8) as f64).round() as usize).max(1);
    let bar = format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8]);
    match line.band_kind {
        _ if line.weakest => Emphasis::Low.of(&bar),
        Some(Band::Strong) => Emphasis::High.of(&bar),
        _ => bar,
    }
}
