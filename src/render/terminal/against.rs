//! A team beside others on a terminal.

use comfy_table::Cell;

use super::{Look, TABLE_COLUMNS, Text, right};
use crate::{render::plain, report::against::AgainstReport, text::width};

/// A team beside others as `ips show --against` adds it.
pub fn against(report: &AgainstReport, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::against(report, look.columns);
    }
    let lang = report.lang;
    let mut text = Text::new(look);
    text.heading(&report.title);
    for sentence in &report.about {
        text.paragraph(sentence, 3, 0);
    }
    text.blank();
    let titles = report.elements.iter().map(|line| width(&line.title)).max();
    let heads = [
        lang.own_column(),
        lang.median_column(),
        lang.half_column(),
        lang.lower_column(),
        lang.higher_column(),
    ];
    let widths: Vec<usize> = heads.iter().map(|head| width(head).max(6)).collect();
    let room = (text.columns + 1).saturating_sub(widths.iter().map(|width| width + 2).sum::<usize>() + 2);
    if text.columns < TABLE_COLUMNS || room < 20 {
        for line in &report.elements {
            text.paragraph(&line.title, 1, 2);
            text.paragraph(&line.words(lang).join("; "), 3, 0);
        }
        return text.done();
    }
    let title = titles.unwrap_or_default().min(room);
    let mut rows = vec![
        [Cell::new("")]
            .into_iter()
            .chain(heads.iter().map(|head| right(head)))
            .collect(),
    ];
    for line in &report.elements {
        let half = line.others.q1().zip(line.others.q3());
        let half = half.map_or_else(String::new, |(q1, q3)| format!("{}–{}", q1.text, q3.text));
        let counts = line
            .lower_and_higher
            .map(|counts| counts.map(|count| count.to_string()));
        let [lower, higher] = counts.unwrap_or_default();
        let texts = [&line.own.text, &line.others.five[2].text, &half, &lower, &higher];
        let cells = texts.into_iter().map(|text| right(text));
        rows.push([Cell::new(&line.title)].into_iter().chain(cells).collect());
    }
    let widths: Vec<usize> = [title].into_iter().chain(widths).collect();
    text.table(rows, &widths);
    text.done()
}
