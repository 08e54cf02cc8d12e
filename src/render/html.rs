//! A page as one HTML file: no script, no request, for a screen, a phone and paper.
//!
//! `maud` escapes every text. What is drawn is hidden from screen readers, since the text beside it says the same; a chart
//! has a title and a description instead.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::{
    drawing::svg,
    page::{Block, Cell, Drawing, FillIn, Holds, Item, Level, Page, Table, TickQuestion},
    scoring::Band,
    tally::Tally,
    text::{slug, width},
};

const STYLE: &str = include_str!("page.css");

/// What a page to write on has beside that: larger letters on paper, and room.
const SHEET_STYLE: &str = include_str!("sheet.css");

/// What a page of questions has beside both: boxes, and little room between them on paper.
const QUESTIONS_STYLE: &str = include_str!("questions.css");

/// What a page that tells how something is done has: room for lines to type, and letters to read on paper.
const GUIDE_STYLE: &str = include_str!("guide.css");

/// What a page about many teams has: boxes on bands, shades behind scores, and two sheets of paper.
const OVERVIEW_STYLE: &str = include_str!("overview.css");

/// What a page about groups has: dots with letters.
const GAP_STYLE: &str = include_str!("gap.css");

/// A word with a hyphen that is no wider fits on a line of a phone, also in large letters.
const WHOLE: usize = 10;

/// So does an option in a text, as `--compare-with`.
const OPTION: usize = 16;

/// With more charts beside each other their letters would be too small on paper.
const MOST_BESIDE: usize = 4;

/// How many teams below each other have room between them on paper.
const ROOMY: usize = 24;

/// From how many sections on a guide is one to look things up in.
const LONG: usize = 9;

/// Not even an image may be fetched; styles are the file's own.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A page as a file of its own.
pub fn page(page: &Page) -> String {
    let parts = parts(&page.blocks);
    // For the voice of a screen reader, and for hyphens.
    let foreign = (page.asked_in != page.lang).then(|| page.asked_in.code());
    let is_sheet = page.is_sheet();
    let has_contents = page.is_guide && parts.sections.len() >= LONG;
    let is_overview = page.blocks.iter().any(|block| matches!(block, Block::Spreads(..)));
    let has_dots = page.blocks.iter().any(|block| matches!(block, Block::Dots(..)));
    let document = html! {
        (DOCTYPE)
        html lang=(page.lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (page.title) }
                style {
                    (PreEscaped(STYLE))
                    @if is_sheet { (PreEscaped(SHEET_STYLE)) }
                    @if page.asks() { (PreEscaped(QUESTIONS_STYLE)) }
                    @if page.is_guide { (PreEscaped(GUIDE_STYLE)) }
                    @if is_overview { (PreEscaped(OVERVIEW_STYLE)) }
                    @if has_dots { (PreEscaped(GAP_STYLE)) }
                }
            }
            body class=[is_sheet.then_some("sheet")] { main {
                header {
                    h1 { (heading(&page.title)) }
                    @for block in parts.head { (self::block(block, foreign)) }
                }
                @if has_contents { (contents(page)) }
                @for sections in &parts.sections {
                    @match sections.as_slice() {
                        [section] => (self::section(section, has_contents, foreign)),
                        sections => div.beside { @for section in sections { (self::section(section, false, foreign)) } },
                    }
                }
                @if !parts.foot.is_empty() { footer { @for block in parts.foot { (self::block(block, foreign)) } } }
            } }
        }
    };
    document.into_string() + "\n"
}

/// The language of what a team was asked and wrote, when the page's is another one.
type Foreign = Option<&'static str>;

/// A page's blocks by where they stand.
struct Parts<'p> {
    head: &'p [Block],
    /// Sections, those that stand beside each other together. Each begins with its heading.
    sections: Vec<Vec<&'p [Block]>>,
    /// The small print at the end, with its heading.
    foot: &'p [Block],
}

fn parts(blocks: &[Block]) -> Parts<'_> {
    let is_heading = |block: &Block| matches!(block, Block::Heading(Level::Section, _));
    let foot = blocks
        .iter()
        .rposition(|block| !matches!(block, Block::Small(_)))
        .map_or(0, |last| last + usize::from(!is_heading(&blocks[last])));
    let (blocks, foot) = blocks.split_at(foot);
    let head = blocks.iter().position(is_heading).unwrap_or(blocks.len());
    let (head, mut rest) = blocks.split_at(head);
    let mut sections: Vec<Vec<&[Block]>> = Vec::new();
    while let Some(first) = rest.get(1..) {
        let next = first.iter().position(is_heading).map_or(rest.len(), |next| next + 1);
        let (section, others) = rest.split_at(next);
        match sections.last_mut() {
            Some(group) if is_narrow(section) && is_narrow(group[0]) => group.push(section),
            _ => sections.push(vec![section]),
        }
        rest = others;
    }
    Parts { head, sections, foot }
}

/// Whether a section holds nothing but short lists, so that it can stand beside another.
fn is_narrow(section: &[Block]) -> bool {
    section.iter().skip(1).all(|block| match block {
        Block::List(items) => items.iter().all(|item| item.lines.is_empty()),
        _ => false,
    })
}

/// The sections of a guide, to go to.
fn contents(page: &Page) -> Markup {
    html! {
        nav aria-label=(page.lang.contents()) {
            ol { @for (_, title) in page.sections() { li { a href={ "#" (slug(title)) } { (title) } } } }
        }
    }
}

/// A section, with a name where the contents lead to it.
fn section(blocks: &[Block], is_named: bool, foreign: Foreign) -> Markup {
    let charted = blocks.iter().any(|block| matches!(block, Block::Radar(_)));
    let name = match blocks.first() {
        Some(Block::Heading(_, title)) if is_named => Some(slug(title)),
        _ => None,
    };
    html! {
        section id=[name] class=[charted.then_some("charted")] { @for block in blocks { (self::block(block, foreign)) } }
    }
}

/// A block. To a reader a drawing is a figure, with what it shows in words; what is around it has another role, else it were
/// a figure without words in a PDF.
fn block(block: &Block, foreign: Foreign) -> Markup {
    html! {
        @match block {
            Block::Heading(Level::Section, text) => h2 { (heading(text)) },
            Block::Heading(Level::Part, text) => h3 { (heading(text)) },
            Block::Heading(Level::Element, text) => h3 lang=[foreign] { (heading(text)) },
            Block::Text(text) => p { (prose(text)) },
            Block::Small(text) => p.small { (prose(text)) },
            Block::Table(table) => (self::table(table, foreign)),
            Block::List(items) => (list(items, foreign)),
            Block::Steps(steps) => ol {
                @for step in steps { li { span.text { (prose(&step.text)) } (behind(step.about.as_deref(), None)) } }
            },
            // Where it is wider than the window, keys move it.
            Block::Code(lines) => pre tabindex="0" { code { (lines.join("\n")) } },
            Block::Quote(quote) => blockquote {
                p lang=(quote.lang.code()) { (quote.text) }
                p.small { (quote.by) }
            },
            Block::FillIn(line) => (fill_in(line)),
            Block::Radar(radar) => figure role="none" style=(radar.crop()) { (radar.on_page("radar")) },
            Block::LineCharts(charts) => div.courses style={ "--columns:" (beside(charts.len())) } {
                @for (number, chart) in charts.iter().enumerate() {
                    figure role="group" {
                        p.caption {
                            strong lang=[foreign] { (chart.title) }
                            @if let Some(verdict) = &chart.verdict { " " span.about { (verdict) } }
                        }
                        (chart.on_page(&format!("course-{number}")))
                    }
                }
            },
            Block::Spreads(charts, legend) => {
                div.spreads {
                    @for (number, chart) in charts.iter().enumerate() {
                        figure role="group" {
                            p.caption {
                                span.key { (chart.letter) } " " strong lang=[foreign] { (chart.title) }
                                " " span.about { (chart.about) }
                            }
                            (chart.on_page(&format!("spread-{number}")))
                        }
                    }
                }
                p.small { (legend) }
            },
            Block::Dots(charts, legend) => {
                div.dots {
                    @for (number, chart) in charts.iter().enumerate() {
                        figure role="group" {
                            p.caption { strong lang=[foreign] { (chart.title) } " " span.about { (chart.about) } }
                            (chart.on_page(&format!("dots-{number}")))
                        }
                    }
                    // It takes the place beside a last chart that would be alone in its row.
                    p.small { (legend) }
                }
            },
            Block::TickQuestion(asked) => (self::asked(asked, foreign)),
        }
    }
}

/// A heading in which no short word is broken at its hyphen, as in `IPS-groep`. A dot between two parts ends a line, and
/// begins none.
fn heading(text: &str) -> Markup {
    let text = text.replace(" · ", "\u{a0}· ");
    unbroken(&text, |word| word.contains('-') && width(word) <= WHOLE)
}

/// A text in which no option is broken at a hyphen, as in `--open`: with half of it on the next line, who types it leaves a space.
fn prose(text: &str) -> Markup {
    let is_option = |name: &str| name.starts_with(char::is_alphabetic) && !name.ends_with('-');
    unbroken(text, |word| {
        word.strip_prefix("--").is_some_and(is_option) && width(word) <= OPTION
    })
}

/// A text in which these words stay on one line.
fn unbroken(text: &str, is_whole: impl Fn(&str) -> bool) -> Markup {
    html! {
        @for (number, word) in text.split(' ').enumerate() {
            @if number > 0 { " " }
            @if is_whole(word) { span.whole { (word) } } @else { (word) }
        }
    }
}

/// How many charts stand beside each other where there is room: so many that none is left alone in the last row.
fn beside(count: usize) -> usize {
    [MOST_BESIDE, MOST_BESIDE - 1]
        .into_iter()
        .find(|columns| count % columns != 1)
        .unwrap_or(MOST_BESIDE)
}

fn table(table: &Table, foreign: Foreign) -> Markup {
    let class = |index: usize| {
        let drawn = table.rows.iter().any(|row| row.cells[index].drawing.is_some());
        match table.columns[index].holds {
            Holds::Name | Holds::Words => None,
            // A number with a bar behind it stands before the bar, not at the cell's end.
            Holds::Numbers if drawn => Some("score"),
            Holds::Numbers => Some("number"),
            Holds::Scores => Some("heat"),
            Holds::Room => Some("room"),
        }
    };
    let is_map = table.columns.iter().any(|column| column.holds == Holds::Scores);
    let class_of_map = match table.rows.len() {
        _ if !is_map => None,
        0..=ROOMY => Some("heat-map"),
        _ => Some("heat-map dense"),
    };
    html! {
        table class=[class_of_map] {
            colgroup {
                @for column in &table.columns {
                    col class=(match column.holds { Holds::Name => "names", Holds::Words => "words", Holds::Numbers => "numbers", Holds::Scores => "scores", Holds::Room => "room" });
                }
            }
            thead { tr {
                @for (index, column) in table.columns.iter().enumerate() {
                    th scope="col" class=[class(index)] { (column.title) }
                }
            } }
            tbody {
                @for row in &table.rows {
                    tr class=[row_class(row.total, row.marked)] {
                        @for (index, (column, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
                            @match column.holds {
                                Holds::Name => th scope="row" lang=[foreign.filter(|_| !row.total)] { (self::cell(cell)) },
                                Holds::Room => td.room data-column=(column.title) {},
                                Holds::Scores => td class=(shade(cell)) { (cell.text) },
                                _ if cell.text.is_empty() => td class=[class(index)] {},
                                _ => td class=[class(index)] data-column=(column.title) { (self::cell(cell)) },
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a score's shade is called in the style sheet; the number in it says the same.
fn shade(cell: &Cell) -> &'static str {
    match cell.drawing {
        Some(Drawing::Shade(Band::DiscussFirst)) => "heat first",
        Some(Drawing::Shade(Band::Discuss)) => "heat talk",
        Some(Drawing::Shade(Band::Strong)) => "heat high",
        _ => "heat",
    }
}

fn row_class(total: bool, marked: bool) -> Option<&'static str> {
    match (total, marked) {
        (true, _) => Some("total"),
        (false, true) => Some("marked"),
        (false, false) => None,
    }
}

fn cell(cell: &Cell) -> Markup {
    html! { span.text { (prose(&cell.text)) } (behind(cell.about.as_deref(), cell.drawing.as_ref())) }
}

fn list(items: &[Item], foreign: Foreign) -> Markup {
    html! {
        ul {
            @for item in items {
                li {
                    @match &item.url {
                        _ if item.strong => strong lang=[foreign] { (item.text) },
                        // Whoever is led to doesn't learn from where.
                        Some(url) => a href=(url) rel="noreferrer" lang=[foreign] { (item.text) },
                        None => span.text lang=[foreign] { (prose(&item.text)) },
                    }
                    @match &item.about {
                        Some(about) if item.strong => { " " span.about { (about) } }
                        about => (behind(about.as_deref(), item.drawing.as_ref())),
                    }
                    @if let Some((first, others)) = item.lines.split_first() {
                        p lang=[foreign] { (first) @for line in others { br; (line) } }
                    }
                    @if !item.items.is_empty() { (list(&item.items, foreign)) }
                }
            }
        }
    }
}

/// A label with what was filled in, or with lines to write on.
fn fill_in(line: &FillIn) -> Markup {
    html! {
        p.fill-in {
            span.label { (line.label) ":" }
            @match &line.filled {
                Some(text) => { " " span.filled { (text) } },
                None => @for _ in 0..line.lines { span.line aria-hidden="true" {} },
            }
        }
    }
}

/// A question with boxes to tick, and a line to write on.
fn asked(asked: &TickQuestion, foreign: Foreign) -> Markup {
    html! {
        div.asked {
            p.question { span.number { (asked.number) "." } " " span lang=[foreign] { (asked.text) } }
            @if let Some(scored) = &asked.scored { p.scored lang=[foreign] { (scored) } }
            ul.answers {
                @for point in &asked.points { li lang=[foreign] { span.box aria-hidden="true" {} (point) } }
                @for other in &asked.others { li { span.box aria-hidden="true" {} (other) } }
            }
            p.note { span.label { (asked.note) } span.line aria-hidden="true" {} }
        }
    }
}

/// What stands behind a text: what is said about it, and a drawing. Words that a drawing shows are left to screen readers.
fn behind(about: Option<&str>, drawing: Option<&Drawing>) -> Markup {
    html! {
        @if let Some(about) = about {
            " " span class=(if drawing.is_some() { "about drawn" } else { "about" }) { "(" (about) ")" }
        }
        @match drawing {
            Some(Drawing::Bar(share)) => span.bar aria-hidden="true" {
                span style={ "width:" (format!("{:.1}", (share * 100.0).max(1.0))) "%" } {}
            },
            Some(Drawing::Tally(tally, first)) => (columns(tally, *first)),
            Some(Drawing::Shade(_)) | None => {}
        }
    }
}

/// How often each answer was given, as columns with the answer below and the count above.
fn columns(tally: &Tally, first: u32) -> Markup {
    const STEP: f64 = 19.0;
    const HEIGHT: f64 = 9.0;
    // The counts stand above the columns, the answers below this line.
    const LINE: f64 = 22.5;
    let points = (first..)
        .zip(&tally.votes)
        .map(|(number, &count)| (number.to_string(), count));
    let rest = [("?", tally.dont_know), ("–", tally.not_applicable)];
    let rest = rest.into_iter().filter(|(_, count)| *count > 0);
    let columns: Vec<(String, u32)> = points
        .chain(rest.map(|(sign, count)| (sign.to_owned(), count)))
        .collect();
    let most = columns.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let size = (STEP * svg::count(columns.len()), LINE + 13.0);
    let [width, height] = [size.0, size.1].map(svg::number);
    html! {
        svg.tally viewBox={ "0 0 " (width) " " (height) } width=(width) height=(height) aria-hidden="true" {
            @for (index, (answer, count)) in columns.iter().enumerate() {
                @let middle = STEP * (svg::count(index) + 0.5);
                @let height = HEIGHT * f64::from(*count) / f64::from(most);
                @if *count > 0 {
                    rect x=(svg::number(middle - 6.0)) y=(svg::number(LINE - height)) width="12" height=(svg::number(height)) {}
                    text x=(svg::number(middle)) y=(svg::number(LINE - 3.0 - height)) { (count) }
                }
                text.answer x=(svg::number(middle)) y=(svg::number(LINE + 12.0)) { (answer) }
            }
            path d=(svg::open([(0.0, LINE), (size.0, LINE)])) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chart_is_left_alone_in_the_last_row() {
        for count in 2..=12 {
            assert_ne!(count % beside(count), 1, "{count}");
        }
        assert_eq!([7, 5, 9].map(beside), [4, 3, 3]);
    }

    #[test]
    fn a_short_word_with_a_hyphen_stays_whole_in_a_heading() {
        let said = heading("De IPS-groep <b> onderwijs-zorg-jeugd").into_string();
        let whole = "De <span class=\"whole\">IPS-groep</span> &lt;b&gt; onderwijs-zorg-jeugd";
        assert_eq!(said, whole);
        let said = heading("6. Nieuwe afspraken · 10 minuten").into_string();
        assert_eq!(said, "6. Nieuwe afspraken\u{a0}· 10 minuten");
    }

    #[test]
    fn an_option_stays_whole_in_a_text() {
        let said = prose("Met --open, of onderwijs-zorg -- met --date 21-11-2026 --nee--").into_string();
        let whole = "Met <span class=\"whole\">--open,</span> of onderwijs-zorg -- met <span class=\"whole\">--date</span> \
                     21-11-2026 --nee--";
        assert_eq!(said, whole);
        let long = format!("--{}", "x".repeat(OPTION));
        assert_eq!(prose(&long).into_string(), long);
    }
}
