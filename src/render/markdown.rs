//! Reports in Markdown: `CommonMark` with GitHub's tables. Every text is escaped here, in one place.

use std::fmt::Write as _;

use crate::page::{Block, FillIn, Holds, Item, Level, Page, Table, TickQuestion};

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
            Block::Heading(Level::Part | Level::Element, text) => heading(&mut out, 3, text),
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
            Block::Code(lines) => code(&mut out, lines),
            Block::Quote(quote) => {
                let _ = writeln!(out, "> {}\n>", escape_start(&quote.text));
                let _ = writeln!(out, "> {}\n", escape_start(&quote.by));
            }
            Block::FillIn(line) => fill_in(&mut out, line),
            Block::LineCharts(charts) => in_words(&mut out, charts),
            Block::Spreads(charts, _) => in_words(&mut out, charts),
            Block::Dots(charts, _) => in_words(&mut out, charts),
            Block::TickQuestion(question) => asked(&mut out, question),
            Block::Radar(_) => {}
        }
    }
    finished(&out)
}

/// Charts as a list of what they show.
fn in_words<'c, C>(out: &mut String, charts: &'c [C])
where
    Item: From<&'c C>,
{
    let items: Vec<Item> = charts.iter().map(Item::from).collect();
    list(out, &items, "");
    out.push('\n');
}

/// Lines as they are, fenced by more marks than stand in any of them.
fn code(out: &mut String, lines: &[String]) {
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`').map(str::len))
        .max();
    let fence = "`".repeat(longest.map_or(3, |longest| 3.max(longest + 1)));
    let _ = writeln!(out, "{fence}\n{}\n{fence}\n", lines.join("\n"));
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
            let lines: Vec<String> = item.lines.iter().map(|line| line_below(line)).collect();
            let _ = write!(out, "  \n{margin}  {}", lines.join(&format!("\\\n{margin}  ")));
        }
        out.push('\n');
        list(out, &item.items, &format!("{margin}  "));
    }
}

/// A line of several. A blank one holds a space that doesn't break: without it the item would end there, or become two.
fn line_below(line: &str) -> String {
    if line.is_empty() {
        "\u{a0}".to_owned()
    } else {
        escape_start(line)
    }
}

fn table(out: &mut String, table: &Table) {
    table_row(out, table.columns.iter().map(|column| escape(&column.title)));
    let rule = table.columns.iter().map(|column| match column.holds {
        Holds::Numbers | Holds::Scores => "---:",
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

/// A question with boxes to tick, and dots to write on.
fn asked(out: &mut String, asked: &TickQuestion) {
    let lead = format!("{}. ", asked.number);
    let margin = " ".repeat(lead.len());
    let answers = asked.points.iter().chain(&asked.others);
    let boxes: Vec<String> = answers.map(|answer| format!("☐ {}", escape(answer))).collect();
    let scored = asked.scored.iter().map(|scored| escape_start(scored));
    let note = format!("{} {}", escape_start(&asked.note), "…".repeat(30));
    let lines: Vec<String> = [escape_start(&asked.text)]
        .into_iter()
        .chain(scored)
        .chain([boxes.join(" \u{a0} "), note])
        .collect();
    let _ = writeln!(out, "{lead}{}\n", lines.join(&format!("\\\n{margin}")));
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
