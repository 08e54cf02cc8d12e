//! A profile on a terminal.

use comfy_table::Cell;

use super::{Look, TABLE_COLUMNS, Text, agreements, right, style::Emphasis};
use crate::{
    lang::Lang,
    render::plain,
    report::{ElementLine, QuestionLine, Report, draft::DraftReport},
    scoring::Band,
    text::{shorten_all, width},
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
    let mut text = Text::new(look).naming(titles(report));
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
    let mut text = Text::new(look).naming(titles(&report.so_far));
    text.bold(&report.title);
    text.blank();
    meeting(&mut text, &report.so_far);
    if !report.open.is_empty() {
        text.heading(&lang.draft_open_heading());
        let numbers: Vec<String> = report.open.iter().map(|(number, _)| format!("{number:>2}  ")).collect();
        let open: Vec<&str> = report.open.iter().map(|(_, question)| question.as_str()).collect();
        let open = text.questions_in_short(&open, numbers.iter().map(|number| width(number)).max().unwrap_or(0));
        for (number, question) in numbers.iter().zip(open) {
            text.question(number, &question);
        }
    }
    text.blank();
    text.paragraph(&report.next, 1, 2);
    text.done()
}

/// Of all elements that a report names.
fn titles(report: &Report) -> impl Iterator<Item = &String> {
    let elements = report.elements.iter().map(|line| &line.title);
    elements.chain(report.agreements.iter().map(|line| &line.element))
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
            // A sign for don't know, which its element's line says in words.
            let scores = topic.questions.iter();
            let scores = scores.map(|question| if question.scored { question.score.as_str() } else { "?" });
            // That a question counts in reverse is long, and goes behind it.
            let reversed = lang.counted_in_reverse();
            let (scores, about): (Vec<_>, Vec<_>) = scores
                .map(|score| match score.split_once("; ") {
                    Some((score, about)) if about.contains(&reversed) => (format!("{score}  "), format!(" ({about})")),
                    _ => (format!("{score}  "), String::new()),
                })
                .unzip();
            let questions: Vec<&str> = topic.questions.iter().map(|question| question.text.as_str()).collect();
            let widest = scores.iter().map(|score| width(score)).max();
            let questions = text.questions_in_short(&questions, widest.unwrap_or(0));
            for ((score, about), question) in scores.iter().zip(about).zip(questions) {
                text.question(score, &format!("{question}{about}"));
            }
            if let Some(deeper) = &topic.deeper {
                text.paragraph(&lang.more_questions(&deeper.command), 5, 2);
            }
        }
    }
    if !report.divided.is_empty() {
        text.heading(&lang.divided_heading());
        let questions: Vec<&str> = report.divided.iter().map(|line| line.text.as_str()).collect();
        let questions = text.questions_in_short(&questions, 0);
        for (QuestionLine { counts, .. }, question) in report.divided.iter().zip(questions) {
            text.question("", &question);
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
        let titles: Vec<&str> = lines.iter().map(|line| line.title.as_str()).collect();
        let rows = lines.iter().zip(shorten_all(&titles, title)).map(|(line, title)| {
            let mut row = vec![Cell::new(title)];
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
