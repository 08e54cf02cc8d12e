//! Reports in Markdown: `CommonMark` with GitHub's tables. Every text is escaped here, in one place.

use std::fmt::Write as _;

use crate::{
    drawing::line_chart::Course,
    lang::Lang,
    page::{Block, FillIn, Holds, Item, Level, Page, Table},
    questionnaire::Questionnaire,
    report::own_marks,
    text::safe,
};

/// Text as Markdown that a reader sees as it is: no markup, no table edge. A bare web address stays one, and some readers
/// make it a link.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.trim().chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// The same at the start of a line, where some more characters would begin a list, underline a heading or rule a table.
fn escape_start(text: &str) -> String {
    let escaped = escape(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = escaped.split_at(digits);
    match rest.chars().next() {
        Some('-' | '+' | '=' | ':') if digits == 0 => format!("\\{rest}"),
        Some('.' | ')') if digits > 0 => format!("{number}\\{rest}"),
        _ => escaped,
    }
}

/// A page as `ips export` writes it. Drawings are left out: the texts say what they show, and how each
/// element went is said in words.
pub fn page(page: &Page) -> String {
    let mut out = String::new();
    heading(&mut out, 1, &page.title);
    for block in &page.blocks {
        match block {
            Block::Heading(Level::Section, text) => heading(&mut out, 2, text),
            Block::Heading(Level::Part, text) => heading(&mut out, 3, text),
            Block::Text(text) | Block::Small(text) => paragraph(&mut out, text),
            Block::Table(content) => table(&mut out, content),
            Block::List(items) => {
                list(&mut out, items, "");
                out.push('\n');
            }
            Block::Steps(steps) => {
                for (number, step) in (1..).zip(steps) {
                    let text = with_about(escape_start(&step.text), step.about.as_ref());
                    let _ = writeln!(out, "{number}. {text}");
                }
                out.push('\n');
            }
            Block::Quote(quote) => {
                let _ = writeln!(out, "> {}\n>", escape_start(&quote.text));
                let _ = writeln!(out, "> {}\n", escape_start(&quote.by));
            }
            Block::FillIn(line) => fill_in(&mut out, line),
            Block::Courses(courses) => {
                let courses: Vec<Item> = courses.iter().map(Course::in_words).collect();
                list(&mut out, &courses, "");
                out.push('\n');
            }
            Block::Radar(_) => {}
        }
    }
    finished(&out)
}

/// Dots to write on, which are the same to a reader of the file and of the page.
fn fill_in(out: &mut String, line: &FillIn) {
    let dots = "…".repeat(30);
    let (label, rest) = match &line.filled {
        Some(text) => (&line.label, escape(text)),
        None => (&line.label, vec![dots; line.lines].join("\\\n")),
    };
    let _ = writeln!(out, "{}: {rest}\n", escape_start(label));
}

fn list(out: &mut String, items: &[Item], margin: &str) {
    for item in items {
        let text = match &item.url {
            _ if item.strong => format!("**{}**", escape(&item.text)),
            Some(url) => format!("[{}]({url})", escape(&item.text)),
            None => escape_start(&item.text),
        };
        let _ = write!(out, "{margin}- {}", with_about(text, item.about.as_ref()));
        if !item.lines.is_empty() {
            let lines: Vec<String> = item.lines.iter().map(|line| escape_start(line)).collect();
            let _ = write!(out, "  \n{margin}  {}", lines.join(&format!("\\\n{margin}  ")));
        }
        out.push('\n');
        list(out, &item.items, &format!("{margin}  "));
    }
}

fn table(out: &mut String, table: &Table) {
    table_row(out, table.columns.iter().map(|column| escape(&column.title)));
    let rule = table.columns.iter().map(|column| match column.holds {
        Holds::Numbers => "---:",
        Holds::Name | Holds::Words | Holds::Room => "---",
    });
    let _ = writeln!(out, "| {} |", rule.collect::<Vec<_>>().join(" | "));
    for row in &table.rows {
        table_row(
            out,
            row.cells
                .iter()
                .map(|cell| with_about(escape(&cell.text), cell.about.as_ref())),
        );
    }
    out.push('\n');
}

/// A questionnaire to print: each question with its scale and room to write.
pub fn questions(questionnaire: &Questionnaire, lang: Lang) -> String {
    let mut out = String::new();
    heading(&mut out, 1, &safe(&questionnaire.title));
    paragraph(&mut out, &lang.purpose());
    let labels = (1..)
        .zip(&questionnaire.scale.labels)
        .map(|(point, label)| format!("{point} {}", safe(label)));
    let signs = [
        format!("? {}", lang.dont_know()),
        format!("- {}", lang.not_applicable()),
    ];
    paragraph(
        &mut out,
        &lang.scale_line(&labels.chain(signs).collect::<Vec<_>>().join(", ")),
    );
    let points: Vec<String> = (1..=questionnaire.scale.points())
        .map(|point| point.to_string())
        .collect();
    let (mark, about_own) = own_marks(questionnaire, lang);
    let mut number = 0;
    for element in &questionnaire.elements {
        heading(&mut out, 2, &safe(&element.title));
        for question in &element.questions {
            number += 1;
            let mark = if question.own { mark } else { "" };
            let text = format!("{}{mark}", safe(&question.text));
            let _ = writeln!(out, "{number}. {}  ", escape_start(&text));
            for extra in [&question.scored, &question.open].into_iter().flatten() {
                let _ = writeln!(out, "   {}  ", escape_start(&safe(extra)));
            }
            let _ = writeln!(out, "   {}   ?   \\-\n", points.join("   "));
        }
    }
    let source = questionnaire
        .source
        .iter()
        .map(|source| lang.source_line(&safe(source)));
    for sentence in about_own.into_iter().chain(source) {
        paragraph(&mut out, &sentence);
    }
    finished(&out)
}

fn heading(out: &mut String, level: usize, text: &str) {
    let _ = writeln!(out, "{} {}\n", "#".repeat(level), escape(text));
}

fn paragraph(out: &mut String, text: &str) {
    let _ = writeln!(out, "{}\n", escape_start(text));
}

/// A text that is escaped, with what is said about it behind it.
fn with_about(text: String, about: Option<&String>) -> String {
    match about {
        Some(about) => format!("{text} ({})", escape(about)),
        None => text,
    }
}

fn table_row(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn finished(out: &str) -> String {
    format!("{}\n", out.trim_end())
}
