//! Reports for a terminal or a pipe, in text of a given width; or in words, for who asked for [`plain`] lines.

mod against;
mod card;
mod changes;
mod gap;
mod overview;
mod page;
mod profile;
mod signs;
mod sources;
mod style;
mod trend;

use comfy_table::{Cell, CellAlignment, ColumnConstraint, ContentArrangement, Table, Width, presets::NOTHING};

pub use self::{
    against::against,
    card::card,
    changes::changes,
    gap::gap,
    overview::overview,
    page::page,
    profile::{draft, profile, scores, topics},
    signs::Signs,
    sources::sources,
    style::{Emphasis, Look, painted},
    trend::trend,
};
use crate::{
    lang::Lang,
    questionnaire::Questionnaire,
    render::plain,
    report::{AgreementLine, AgreementList, explain::Explanation, own_marks, scale},
    text::{safe, shorten, shorten_all, width, wrap, wrap_hanging},
};

/// The width off a terminal.
pub const DEFAULT_COLUMNS: usize = 80;

/// Below this width a table's cells stand below each other.
const TABLE_COLUMNS: usize = 60;

/// The widest that running text gets.
const TEXT_COLUMNS: usize = 100;

/// How much of an element's title stands with an agreement where there is less room than that.
const AGREEMENT_TITLE: usize = 30;

/// Agreements stand in a table from this width on.
const AGREED_COLUMNS: usize = 72;

/// A report's lines, put together from the top.
struct Text {
    out: String,
    columns: usize,
    colour: bool,
    /// The titles of all elements that it names.
    titles: Vec<String>,
}

impl Text {
    fn new(look: impl Into<Look>) -> Self {
        let look = look.into();
        Text {
            out: String::new(),
            columns: look.columns.unwrap_or(DEFAULT_COLUMNS).max(20),
            colour: look.colour,
            titles: Vec::new(),
        }
    }

    /// Names these elements: where one is shortened, it stays different from the others.
    fn naming<'t>(mut self, titles: impl IntoIterator<Item = &'t String>) -> Self {
        self.titles.extend(titles.into_iter().cloned());
        self.titles.sort();
        self.titles.dedup();
        self
    }

    /// The title of one of the elements in so many columns.
    fn short_title(&self, title: &str, columns: usize) -> String {
        match self.titles.iter().position(|other| other == title) {
            Some(index) => shorten_all(&self.titles, columns).swap_remove(index),
            None => shorten(title, columns),
        }
    }

    /// Its lines, still to be painted.
    fn lines(self) -> Vec<String> {
        self.out.lines().map(str::to_owned).collect()
    }

    /// The whole text, as it is printed.
    fn done(self) -> String {
        painted(&self.out, self.colour)
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

    /// Lines that someone wrote, each wrapped behind a margin; blank ones among them.
    fn lines_of(&mut self, lines: &[String], margin: usize) {
        for line in lines {
            if line.is_empty() {
                self.blank();
            } else {
                self.paragraph(line, margin, 0);
            }
        }
    }

    /// A paragraph that stands out. Styled behind the wrapping, so that no text of a file is wrapped with a style in it.
    fn bold(&mut self, text: &str) {
        self.bold_behind(text, 1);
    }

    fn bold_behind(&mut self, text: &str, margin: usize) {
        for line in wrap_hanging(text, margin, 0, self.columns.min(TEXT_COLUMNS)) {
            self.line(&Emphasis::Bold.of(&line));
        }
    }

    /// A question behind its number or score.
    fn question(&mut self, number: &str, question: &str) {
        self.paragraph(&format!("{number}{question}"), 5, width(number));
    }

    /// The questions of a list behind numbers of this width: whole where lines are short and where there is much room; else
    /// each on one line, since the report has it in full.
    fn questions_in_short(&self, questions: &[&str], number: usize) -> Vec<String> {
        if (TABLE_COLUMNS..TEXT_COLUMNS).contains(&self.columns) {
            shorten_all(questions, self.columns - 6 - number)
        } else {
            questions.iter().map(|&question| question.to_owned()).collect()
        }
    }

    fn heading(&mut self, text: &str) {
        self.blank();
        self.bold(text);
    }

    /// A borderless table; `widths` are the columns' text widths, 0 leaves a column to its content.
    fn table(&mut self, rows: Vec<Vec<Cell>>, widths: &[usize]) {
        for line in self.table_lines(rows, widths) {
            self.line(&line);
        }
    }

    /// A row of a table below its title.
    fn titled_row(&mut self, title: &str, row: Vec<Cell>, widths: &[usize]) {
        self.paragraph(title, 1, 2);
        self.rows_below(vec![row], widths);
    }

    /// Rows of a table where titles stand above them.
    fn rows_below(&mut self, rows: Vec<Vec<Cell>>, widths: &[usize]) {
        for line in self.table_lines(rows, widths) {
            self.line(&format!("  {line}"));
        }
    }

    fn table_lines(&self, rows: Vec<Vec<Cell>>, widths: &[usize]) -> Vec<String> {
        let mut table = Table::new();
        table
            .load_style(NOTHING)
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
        table.trim_fmt().lines().map(str::to_owned).collect()
    }
}

fn right(text: &str) -> Cell {
    Cell::new(text).set_alignment(CellAlignment::Right)
}

fn agreements(text: &mut Text, heading: &str, agreements: &[AgreementLine], lang: Lang) {
    if agreements.is_empty() {
        return;
    }
    text.heading(heading);
    let lines: Vec<(String, &AgreementLine)> = agreements.iter().map(|line| (String::new(), line)).collect();
    agreed(text, &lines, lang);
}

/// Agreements behind what leads each in. Below what was agreed stand the element, who, by when and how it stands as a row of a
/// table, or behind each other where lines are short.
fn agreed(text: &mut Text, lines: &[(String, &AgreementLine)], lang: Lang) {
    if text.columns < AGREED_COLUMNS {
        for (lead, line) in lines {
            agreement(text, line, lead, lang);
        }
        return;
    }
    let heads = [
        lang.agreement_who_column(),
        lang.agreement_due_column(),
        lang.agreement_state_column(),
    ];
    let cells = |line: &AgreementLine| {
        let cells = [line.who.clone(), line.due.clone(), Some(line.state.clone())];
        cells.map(Option::unwrap_or_default)
    };
    // A day stays on a line.
    let most = [17, 15, 13].map(|most: usize| most.max(text.columns / 6));
    let mut widths = heads.each_ref().map(|head| width(head));
    for (_, line) in lines {
        for ((widest, cell), most) in widths.iter_mut().zip(cells(line)).zip(most) {
            *widest = width(&cell).min(most).max(*widest);
        }
    }
    let lead = lines.first().map_or(0, |(lead, _)| width(&led(lead)));
    let margin = " ".repeat(4 + lead);
    let beside: usize = widths.iter().map(|width| width + 2).sum();
    let room = (text.columns - margin.len() - beside - 2).min(TEXT_COLUMNS);
    let [who, due, state] = widths;
    let widths = [room, who, due, state];
    let row = |text: &mut Text, cells: Vec<String>| {
        let row = cells.into_iter().map(Cell::new).collect();
        for line in text.table_lines(vec![row], &widths) {
            text.line(&format!("{margin}{line}"));
        }
    };
    row(text, [lang.element_column()].into_iter().chain(heads).collect());
    for (lead_in, line) in lines {
        let made = line.made.iter().map(|made| format!(" ({})", lang.made_on(made)));
        let what = format!("{}{}{}", led(lead_in), line.what, made.collect::<String>());
        text.paragraph(&what, 3, lead + 2);
        let [who, due, said] = cells(line);
        let mut said = wrap(&said, state);
        if line.overdue {
            for words in &mut said {
                *words = Emphasis::Bold.of(words);
            }
        }
        row(
            text,
            vec![text.short_title(&line.element, room), who, due, said.join("\n")],
        );
        text.lines_of(&line.note, 5 + lead);
    }
}

/// What leads an agreement in, apart from it.
fn led(lead: &str) -> String {
    match lead {
        "" => String::new(),
        lead => format!("{lead}  "),
    }
}

/// All agreements of a team with their numbers.
pub fn agreement_list(list: &AgreementList, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::agreement_list(list, look.columns);
    }
    let agreements = list.groups.iter().flat_map(|(_, lines)| lines);
    let mut text = Text::new(look).naming(agreements.map(|(_, line)| &line.element));
    text.paragraph(&list.title, 1, 0);
    if let Some(sentence) = &list.none {
        text.blank();
        text.paragraph(sentence, 1, 0);
    }
    for (state, lines) in &list.groups {
        text.heading(state);
        let lines: Vec<(String, &AgreementLine)> = lines
            .iter()
            .map(|(number, line)| (format!("{number:>2}"), line))
            .collect();
        agreed(&mut text, &lines, list.lang);
    }
    text.done()
}

/// One agreement, behind what leads it in on its first line.
fn agreement(text: &mut Text, agreement: &AgreementLine, lead: &str, lang: Lang) {
    let lead = &led(lead);
    let deeper = width(lead) + 2;
    text.paragraph(&format!("{lead}{}", agreement.what), 3, deeper);
    let mut about = agreement.about(lang);
    if text.columns < TEXT_COLUMNS {
        about[0] = text.short_title(&agreement.element, AGREEMENT_TITLE);
    }
    text.paragraph(&about.join(" · "), 3 + deeper, 0);
    text.lines_of(&agreement.note, 3 + deeper);
}

/// How numbers came about, as `--explain` tells it.
pub fn explanation(explanation: &Explanation, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::explanation(explanation, look.columns);
    }
    let lang = explanation.lang;
    let mut text = Text::new(look);
    let head: Vec<&str> = [&explanation.title]
        .into_iter()
        .chain(&explanation.head)
        .map(String::as_str)
        .collect();
    text.bold(&head.join(" · "));
    for part in &explanation.parts {
        text.heading(&part.title);
        for said in &part.said {
            text.paragraph(said, 3, 0);
        }
        let numbers = part.rows.iter().flat_map(|row| &row.numbers);
        let digits = numbers.map(|number| width(number)).max().unwrap_or_default();
        let heads = [lang.then_heading(), lang.now_heading()];
        let twofold = part.rows.iter().any(|row| row.numbers.len() == heads.len());
        let digits = if twofold { digits.max(width(&heads[0])) } else { digits };
        if twofold {
            text.line(&format!("     {:>digits$}  {:>digits$}", heads[0], heads[1]));
        }
        for row in &part.rows {
            let numbers = row.numbers.iter().map(|number| format!("{number:>digits$}  "));
            let lead: String = numbers.collect();
            text.question(&lead, &row.text);
            for said in &row.said {
                text.paragraph(said, 5 + width(&lead), 0);
            }
        }
    }
    text.done()
}

/// What will be asked, as `ips questions` lists it.
pub fn questions(questionnaire: &Questionnaire, lang: Lang, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::questions(questionnaire, lang, look.columns);
    }
    let mut text = Text::new(look);
    text.paragraph(&safe(&questionnaire.title), 1, 0);
    let scale = &questionnaire.scale;
    let points = if scale.labels.contains(&None) {
        scale::line(lang, scale, &scale.labels)
    } else {
        scale::points(scale, &scale.labels).join("   ")
    };
    text.paragraph(&points, 1, 0);
    let (mark, about_own) = own_marks(questionnaire, lang);
    let mut number = 0;
    for element in &questionnaire.elements {
        text.heading(&safe(&element.title));
        for question in &element.questions {
            number += 1;
            let mark = if question.own { mark } else { "" };
            text.paragraph(&format!("{number:>3}  {}{mark}", safe(&question.text)), 1, 5);
            for extra in [&question.scored, &question.open].into_iter().flatten() {
                text.paragraph(&safe(extra), 6, 0);
            }
            for about in scale::about(lang, scale, question) {
                text.paragraph(&about, 6, 0);
            }
        }
    }
    let source = questionnaire
        .source
        .iter()
        .map(|source| lang.source_line(&safe(source)));
    for sentence in about_own.into_iter().chain(source) {
        text.blank();
        text.paragraph(&sentence, 1, 0);
    }
    text.done()
}
