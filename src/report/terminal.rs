//! Reports for a terminal or a pipe, in plain text of a given width.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::NOTHING};

use super::{
    AgreementLine, ElementLine, QuestionLine, Report,
    changes::{ChangeLine, Changes},
};
use crate::{
    messages::Lang,
    questionnaire::Questionnaire,
    text::{safe, shorten, width, wrap_hanging},
};

/// The width off a terminal.
pub const DEFAULT_COLUMNS: usize = 80;

/// Below this width a table's cells stand below each other.
const TABLE_COLUMNS: usize = 60;

/// The least room for titles in a table; they stand on lines of their own where there is less.
const TITLE: usize = 30;

/// The same beside two numbers and a difference.
const CHANGED_TITLE: usize = 24;

/// The widest that running text gets.
const TEXT_COLUMNS: usize = 100;

/// How many of the moved questions are named.
const MOVED: usize = 5;

/// How much of an element's title stands with an agreement.
const AGREEMENT_TITLE: usize = 30;

/// Eighths of a block, for bars that are finer than a character.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// A report's lines, put together from the top.
struct Text {
    out: String,
    columns: usize,
}

impl Text {
    fn new(columns: usize) -> Self {
        Text {
            out: String::new(),
            columns: columns.max(20),
        }
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn blank(&mut self) {
        self.line("");
    }

    /// Text wrapped behind a margin, its further lines a little deeper.
    fn paragraph(&mut self, text: &str, margin: usize, deeper: usize) {
        for line in wrap_hanging(text, margin, deeper, self.columns.min(TEXT_COLUMNS)) {
            self.line(&line);
        }
    }

    /// A question behind its number: on one line where there is room, since the report has it in full.
    fn question(&mut self, number: &str, question: &str) {
        if self.columns < TABLE_COLUMNS {
            self.paragraph(&format!("{number}{question}"), 5, width(number));
        } else {
            let room = self.columns - 6 - width(number);
            self.line(&format!("     {number}{}", shorten(question, room)));
        }
    }

    fn heading(&mut self, text: &str) {
        self.blank();
        self.paragraph(text, 1, 0);
    }

    /// A borderless table; `widths` are the columns' text widths, 0 leaves a column to its content.
    fn table(&mut self, rows: Vec<Vec<Cell>>, widths: &[usize]) {
        let mut table = Table::new();
        table
            .load_style(NOTHING)
            .force_no_tty()
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(self.columns).unwrap_or(u16::MAX));
        table.add_rows(rows);
        for (index, &columns) in widths.iter().enumerate() {
            if let Some(column) = table.column_mut(index) {
                column.set_padding((1, 1));
                let padded = u16::try_from(columns + 2).unwrap_or(u16::MAX);
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(padded)));
            }
        }
        for line in table.trim_fmt().lines() {
            self.line(line);
        }
    }
}

fn right(text: &str) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

/// A profile as `ips show` shows it.
pub fn profile(report: &Report, columns: usize) -> String {
    let lang = report.lang;
    let mut text = Text::new(columns);
    let mut head = vec![report.team.clone(), report.date.clone()];
    head.extend(report.meeting.iter().cloned());
    text.paragraph(&head.join(" · "), 1, 0);
    if let Some(functions) = &report.functions {
        text.paragraph(&lang.there_were(functions), 1, 0);
    }
    text.blank();
    element_table(&mut text, report);
    if let Some(overall) = &report.overall {
        text.blank();
        text.paragraph(&format!("{}: {overall}", lang.all_elements()), 1, 0);
    }
    if let Some(sentence) = &report.no_weakest {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    if !report.talk.is_empty() {
        text.heading(&lang.talk_heading());
        for topic in &report.talk {
            text.paragraph(&topic.title, 3, 2);
            for (question, score) in &topic.questions {
                text.question(&format!("{score}  "), question);
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
    agreements(&mut text, &lang.agreements_heading(), &report.agreements, lang);
    text.out
}

fn element_table(text: &mut Text, report: &Report) {
    let score = report
        .elements
        .iter()
        .map(|line| width(&line.score))
        .max()
        .unwrap_or(0)
        .max(4);
    // Margins of four columns, the score, and the words with the mark.
    let meaning = |line: &ElementLine| {
        let mark = if line.weakest {
            format!("◂ {}", report.lang.weakest())
        } else {
            String::new()
        };
        format!("{}  {mark}", line.band).trim().to_owned()
    };
    let words = |line: &ElementLine| {
        line.remark
            .iter()
            .map(|remark| width(remark))
            .chain([width(&meaning(line))])
            .max()
    };
    let widest = report.elements.iter().filter_map(words).max().unwrap_or(0).min(26);
    let room = text.columns.saturating_sub(score + widest + 8);
    if text.columns < TABLE_COLUMNS || room < TITLE {
        for line in &report.elements {
            text.paragraph(&line.title, 1, 2);
            text.paragraph(&format!("{}  {}", line.score, meaning(line)), 3, 0);
            if let Some(remark) = &line.remark {
                text.paragraph(remark, 3, 0);
            }
        }
        return;
    }
    let longest = report.elements.iter().map(|line| width(&line.title)).max().unwrap_or(0);
    let bar = match room {
        0..40 => 0,
        _ => (room / 3).clamp(12, 30),
    };
    let title = longest.min(room - bar);
    let rows = report.elements.iter().map(|line| {
        let mut cells = vec![Cell::new(shorten(&line.title, title)), right(&line.score)];
        if bar > 0 {
            cells.push(Cell::new(
                line.share.map(|share| bar_of(share, bar)).unwrap_or_default(),
            ));
        }
        let remark = line
            .remark
            .as_ref()
            .map(|remark| format!("\n{remark}"))
            .unwrap_or_default();
        cells.push(Cell::new(format!("{}{remark}", meaning(line)).trim_start().to_owned()));
        cells
    });
    let mut widths = vec![title, score];
    if bar > 0 {
        widths.push(bar);
    }
    widths.push(widest);
    text.table(rows.collect(), &widths);
}

/// A bar from the lowest point of the scale; one that would be empty keeps a sliver.
fn bar_of(share: f64, columns: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a drawing"
    )]
    let eighths = ((share.clamp(0.0, 1.0) * (columns * 8) as f64).round() as usize).max(1);
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

fn agreements(text: &mut Text, heading: &str, agreements: &[AgreementLine], lang: Lang) {
    if agreements.is_empty() {
        return;
    }
    text.heading(heading);
    for agreement in agreements {
        text.paragraph(&agreement.what, 3, 2);
        let mut about = vec![shorten(&agreement.element, AGREEMENT_TITLE)];
        about.extend(agreement.who.as_ref().map(|who| lang.who_does(who)));
        about.extend(agreement.due.as_ref().map(|due| lang.done_by(due)));
        about.push(agreement.state.clone());
        text.paragraph(&about.join(" · "), 5, 0);
    }
}

/// A comparison as `ips diff` shows it.
pub fn changes(changes: &Changes, columns: usize) -> String {
    let lang = changes.lang;
    let mut text = Text::new(columns);
    text.paragraph(
        &format!("{} · {} → {}", changes.team, changes.before, changes.after),
        1,
        0,
    );
    text.blank();
    let lines: Vec<&ChangeLine> = changes.elements.iter().chain(&changes.overall).collect();
    change_table(&mut text, &lines, lang);
    if !changes.moved.is_empty() {
        text.heading(&lang.moved_heading());
        for line in changes.moved.iter().take(MOVED) {
            let sums = format!("{:>4}  {} → {}  ", line.difference, line.before, line.after);
            text.paragraph(&format!("{sums}{}", line.title), 3, width(&sums));
        }
    }
    if let Some(sentence) = &changes.not_compared {
        text.heading(sentence);
    }
    if !changes.cautions.is_empty() {
        text.blank();
    }
    for caution in &changes.cautions {
        text.paragraph(caution, 1, 0);
    }
    agreements(
        &mut text,
        &lang.agreed_on(&changes.before),
        &changes.agreed_before,
        lang,
    );
    agreements(&mut text, &lang.agreed_on(&changes.after), &changes.agreed_after, lang);
    text.out
}

fn change_table(text: &mut Text, lines: &[&ChangeLine], lang: Lang) {
    const VERDICT: usize = 23;
    let number = |side: fn(&ChangeLine) -> &str| lines.iter().map(|line| width(side(line))).max().unwrap_or(0).max(4);
    let numbers = [number(|line| &line.before), 1, number(|line| &line.after), 7];
    let room = text
        .columns
        .saturating_sub(numbers.iter().sum::<usize>() + VERDICT + 12);
    if text.columns < TABLE_COLUMNS || room < CHANGED_TITLE {
        for line in lines {
            text.paragraph(&line.title, 1, 2);
            let sums = format!("{} → {}  {} {}", line.before, line.after, line.arrow, line.difference);
            text.paragraph(&sums, 3, 0);
            for words in [&line.verdict]
                .into_iter()
                .chain(&line.remarks)
                .filter(|words| !words.is_empty())
            {
                text.paragraph(words, 3, 2);
            }
        }
        return;
    }
    let longest = lines.iter().map(|line| width(&line.title)).max().unwrap_or(0);
    let title = longest.min(room);
    let verdict = text
        .columns
        .saturating_sub(title + numbers.iter().sum::<usize>() + 12)
        .clamp(VERDICT, 60);
    let mut rows = vec![vec![
        Cell::new(""),
        right(&lang.then_heading()),
        Cell::new(""),
        right(&lang.now_heading()),
    ]];
    for line in lines {
        let words: Vec<&str> = [&line.verdict]
            .into_iter()
            .chain(&line.remarks)
            .map(String::as_str)
            .collect();
        rows.push(vec![
            Cell::new(shorten(&line.title, title)),
            right(&line.before),
            Cell::new("→"),
            right(&line.after),
            right(format!("{} {}", line.arrow, line.difference).trim()),
            Cell::new(words.join("\n")),
        ]);
    }
    let mut widths = vec![title];
    widths.extend(numbers);
    widths.push(verdict);
    text.table(rows, &widths);
}

/// The sums of [`super::explain`], wrapped so that further lines stand deeper.
pub fn sums(sums: &str, columns: usize) -> String {
    let mut text = Text::new(columns);
    for line in sums.lines() {
        let margin = line.len() - line.trim_start().len();
        text.paragraph(line.trim_start(), margin, 2);
    }
    text.out
}

/// What will be asked, as `ips questions` lists it.
pub fn questions(questionnaire: &Questionnaire, lang: Lang, columns: usize) -> String {
    let mut text = Text::new(columns);
    text.paragraph(&safe(&questionnaire.title), 1, 0);
    let labels = (1..)
        .zip(&questionnaire.scale.labels)
        .map(|(point, label)| format!("{point} {}", safe(label)));
    text.paragraph(&labels.collect::<Vec<_>>().join("   "), 1, 0);
    let mut number = 0;
    for element in &questionnaire.elements {
        text.heading(&safe(&element.title));
        for question in &element.questions {
            number += 1;
            text.paragraph(&format!("{number:>3}  {}", safe(&question.text)), 1, 5);
            for extra in [&question.scored, &question.open].into_iter().flatten() {
                text.paragraph(&safe(extra), 6, 0);
            }
        }
    }
    if let Some(source) = &questionnaire.source {
        text.heading(&lang.source_line(&safe(source)));
    }
    text.out
}
