//! Reports in Markdown: `CommonMark` with GitHub's tables. Every text is escaped here, in one place.

use std::fmt::Write as _;

use super::{
    AgreementLine, ElementLine, QuestionLine, Report,
    changes::{ChangeLine, Changes},
};
use crate::{messages::Lang, questionnaire::Questionnaire, text::safe};

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

/// A profile as `ips export` writes it; with the changes since an earlier one when those are given.
pub fn profile(report: &Report, changes: Option<&Changes>) -> String {
    let lang = report.lang;
    let mut out = String::new();
    heading(&mut out, 1, &lang.report_title(&report.team));
    let mut head = vec![report.date.clone()];
    head.extend(report.meeting.iter().cloned());
    paragraph(&mut out, &head.join(" · "));
    if let Some(functions) = &report.functions {
        paragraph(&mut out, &lang.there_were(functions));
    }
    paragraph(&mut out, &lang.meant_for_talk());
    heading(&mut out, 2, &lang.scores_heading());
    element_table(&mut out, report);
    if let Some(overall) = &report.overall {
        paragraph(&mut out, &format!("{}: {overall}", lang.all_elements()));
    }
    paragraph(&mut out, &lang.scale_line(&report.scale.join(", ")));
    if let Some(sentence) = &report.no_weakest {
        paragraph(&mut out, sentence);
    }
    if !report.talk.is_empty() {
        heading(&mut out, 2, &lang.talk_heading());
        for topic in &report.talk {
            let _ = writeln!(out, "- **{}**", escape(&topic.title));
            for (question, score) in &topic.questions {
                let _ = writeln!(out, "  - {} ({})", escape_start(question), escape(score));
            }
        }
        out.push('\n');
    }
    if !report.divided.is_empty() {
        heading(&mut out, 2, &lang.divided_heading());
        for question in &report.divided {
            let counts = question.counts.as_ref().map(|counts| format!(" ({})", escape(counts)));
            let _ = writeln!(out, "- {}{}", escape_start(&question.text), counts.unwrap_or_default());
        }
        out.push('\n');
    }
    agreements(&mut out, &lang.agreements_heading(), &report.agreements, lang);
    if let Some(changes) = changes {
        change_section(&mut out, changes);
    }
    question_tables(&mut out, report);
    notes(&mut out, report);
    if let Some(source) = &report.source {
        paragraph(&mut out, &lang.source_line(source));
    }
    finished(&out)
}

fn element_table(out: &mut String, report: &Report) {
    let lang = report.lang;
    table_head(
        out,
        &[
            lang.element_column(),
            lang.score_column(),
            lang.meaning_column(),
            lang.remark_column(),
        ],
        &[1],
    );
    for line in &report.elements {
        let ElementLine {
            title,
            score,
            band,
            remark,
            ..
        } = line;
        let mark = line.weakest.then(|| lang.weakest());
        let remarks: Vec<String> = mark.into_iter().chain(remark.clone()).collect();
        table_row(out, &[title, score, band, &remarks.join(", ")]);
    }
    out.push('\n');
}

fn question_tables(out: &mut String, report: &Report) {
    let lang = report.lang;
    heading(out, 2, &lang.questions_heading());
    for element in &report.elements {
        heading(out, 3, &element.title);
        table_head(
            out,
            &[lang.question_column(), lang.answer_column(), lang.remark_column()],
            &[],
        );
        for QuestionLine {
            text,
            score,
            counts,
            spread,
            ..
        } in &element.questions
        {
            let answer = match counts {
                Some(counts) => format!("{score} ({counts})"),
                None => score.clone(),
            };
            table_row(out, &[text, &answer, spread.as_deref().unwrap_or_default()]);
        }
        out.push('\n');
    }
}

fn notes(out: &mut String, report: &Report) {
    let questions = report.elements.iter().flat_map(|element| &element.questions);
    let noted: Vec<&QuestionLine> = questions.filter(|question| !question.note.is_empty()).collect();
    if noted.is_empty() {
        return;
    }
    heading(out, 2, &report.lang.notes_heading());
    for question in noted {
        let _ = writeln!(out, "- **{}**  ", escape(&question.text));
        let lines: Vec<String> = question.note.iter().map(|line| escape_start(line)).collect();
        let _ = writeln!(out, "  {}", lines.join("\\\n  "));
    }
    out.push('\n');
}

fn agreements(out: &mut String, title: &str, agreements: &[AgreementLine], lang: Lang) {
    if agreements.is_empty() {
        return;
    }
    heading(out, 2, title);
    for agreement in agreements {
        let mut about = vec![agreement.element.clone()];
        about.extend(agreement.who.as_ref().map(|who| lang.who_does(who)));
        about.extend(agreement.due.as_ref().map(|due| lang.done_by(due)));
        about.push(agreement.state.clone());
        let _ = writeln!(out, "- **{}** ({})", escape(&agreement.what), escape(&about.join("; ")));
    }
    out.push('\n');
}

fn change_section(out: &mut String, changes: &Changes) {
    let lang = changes.lang;
    heading(out, 2, &lang.changes_heading(&changes.before, &changes.after));
    let columns = |first: String| {
        [
            first,
            lang.then_heading(),
            lang.now_heading(),
            lang.difference_column(),
            lang.remark_column(),
        ]
    };
    table_head(out, &columns(lang.element_column()), &[1, 2, 3]);
    for line in changes.elements.iter().chain(&changes.overall) {
        change_row(out, line);
    }
    out.push('\n');
    if !changes.moved.is_empty() {
        heading(out, 3, &lang.moved_all_heading());
        table_head(out, &columns(lang.question_column())[..4], &[1, 2, 3]);
        for line in &changes.moved {
            table_row(out, &[&line.title, &line.before, &line.after, &line.difference]);
        }
        out.push('\n');
    }
    if !changes.left_out.is_empty() {
        heading(out, 3, &lang.not_compared_heading());
        for (question, reason) in &changes.left_out {
            let _ = writeln!(out, "- {} ({})", escape_start(question), escape(reason));
        }
        out.push('\n');
    }
    for caution in &changes.cautions {
        paragraph(out, caution);
    }
    agreements(out, &lang.agreed_on(&changes.before), &changes.agreed_before, lang);
}

fn change_row(out: &mut String, line: &ChangeLine) {
    let words: Vec<&str> = [&line.verdict]
        .into_iter()
        .chain(&line.remarks)
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    let difference = format!("{} {}", line.arrow, line.difference);
    table_row(
        out,
        &[
            &line.title,
            &line.before,
            &line.after,
            difference.trim(),
            &words.join(", "),
        ],
    );
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
    let mut number = 0;
    for element in &questionnaire.elements {
        heading(&mut out, 2, &safe(&element.title));
        for question in &element.questions {
            number += 1;
            let _ = writeln!(out, "{number}. {}  ", escape_start(&safe(&question.text)));
            for extra in [&question.scored, &question.open].into_iter().flatten() {
                let _ = writeln!(out, "   {}  ", escape_start(&safe(extra)));
            }
            let _ = writeln!(out, "   {}   ?   \\-\n", points.join("   "));
        }
    }
    if let Some(source) = &questionnaire.source {
        paragraph(&mut out, &lang.source_line(&safe(source)));
    }
    finished(&out)
}

fn heading(out: &mut String, level: usize, text: &str) {
    let _ = writeln!(out, "{} {}\n", "#".repeat(level), escape_start(text));
}

fn paragraph(out: &mut String, text: &str) {
    let _ = writeln!(out, "{}\n", escape_start(text));
}

fn table_head(out: &mut String, titles: &[String], numbers: &[usize]) {
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    table_row(out, &titles);
    let rule = (0..titles.len()).map(|index| if numbers.contains(&index) { "---:" } else { "---" });
    let _ = writeln!(out, "| {} |", rule.collect::<Vec<_>>().join(" | "));
}

fn table_row(out: &mut String, cells: &[&str]) {
    let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn finished(out: &str) -> String {
    format!("{}\n", out.trim_end())
}
