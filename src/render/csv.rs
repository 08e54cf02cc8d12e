//! A report as a table for other programs: one row for each question, in CSV.
//!
//! The columns have the names of the keys in JSON. What a cell says of an element or the meeting is said in each row.

use csv::{Terminator, WriterBuilder};

use crate::{
    report::{ElementLine, QuestionLine, Report},
    scoring::{Band, Spread},
};

/// The mark that tells Excel that a file is UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Every question, as RFC 4180 has it; for a Dutch Excel with semicolons, decimal commas and a byte order mark.
///
/// # Panics
/// Never: memory takes every row.
pub fn questions(report: &Report, for_excel: bool) -> Vec<u8> {
    let mut out = Vec::new();
    if for_excel {
        out.extend(BYTE_ORDER_MARK);
    }
    let mut writer = WriterBuilder::new()
        .delimiter(if for_excel { b';' } else { b',' })
        .terminator(Terminator::CRLF)
        .from_writer(out);
    let sheet = Sheet {
        report,
        decimal: if for_excel { "," } else { "." },
    };
    let mut write = |record: Vec<String>| {
        let written = writer.write_record(record);
        written.expect("memory takes every row of one length");
    };
    write(sheet.head());
    for element in &report.elements {
        for question in &element.questions {
            write(sheet.row(element, question));
        }
    }
    writer.into_inner().expect("memory can be flushed")
}

/// A report, and how its numbers are written.
struct Sheet<'r> {
    report: &'r Report,
    decimal: &'static str,
}

impl Sheet<'_> {
    fn head(&self) -> Vec<String> {
        let fixed = [
            "team",
            "date",
            "mode",
            "participants",
            "questionnaire",
            "element",
            "element_title",
            "element_score",
            "element_band",
            "element_weakest",
            "question",
            "text",
            "score",
            "outcome",
        ];
        let mut head: Vec<String> = fixed.map(str::to_owned).into();
        head.extend((1..=self.report.scale.len()).map(|point| format!("votes_{point}")));
        head.extend(["dont_know", "not_applicable", "divided", "few_differ"].map(str::to_owned));
        if self.report.changes.is_some() {
            head.extend(["before", "after", "change"].map(str::to_owned));
        }
        head.push("note".to_owned());
        head
    }

    fn row(&self, element: &ElementLine, question: &QuestionLine) -> Vec<String> {
        let report = self.report;
        let mut row = vec![
            guarded(&report.team),
            report.day.to_string(),
            report.mode.word().to_owned(),
            report.participants.to_string(),
            guarded(&report.questionnaire_id),
            guarded(&element.id),
            guarded(&element.title),
            self.number(element.value),
            element.band_kind.map(Band::word).unwrap_or_default().to_owned(),
            element.weakest.to_string(),
            guarded(&question.id),
            guarded(&question.text),
            self.number(question.value),
            question.outcome.to_owned(),
        ];
        row.extend(question.tally.votes.iter().map(u32::to_string));
        row.push(question.tally.dont_know.to_string());
        row.push(question.tally.not_applicable.to_string());
        row.push((question.spread_kind == Spread::Divided).to_string());
        row.push((question.spread_kind == Spread::FewDiffer).to_string());
        if report.changes.is_some() {
            let values = question.change.as_ref().and_then(|change| change.values);
            let numbers = values.map(|values| [values.before, values.after, values.difference]);
            row.extend((0..3).map(|index| self.number(numbers.map(|numbers| numbers[index]))));
        }
        row.push(guarded(&question.note.join("\n")));
        row
    }

    fn number(&self, value: Option<f64>) -> String {
        value
            .map(|value| value.to_string().replace('.', self.decimal))
            .unwrap_or_default()
    }
}

/// A text that no spreadsheet takes for a formula: those that begin like one get an apostrophe in front.
fn guarded(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}
