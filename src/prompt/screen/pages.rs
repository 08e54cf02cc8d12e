//! What each page says, and what all pages have in common.

mod ending;
mod follow_up;
mod inquiry;
mod menu;
mod overview;
mod question;
mod settings;

pub use ending::cannot_save;
pub use inquiry::inquiry;
pub(super) use menu::menu;

use super::{
    editor::Editor,
    frame::{Line, Page, Parts, TEXT_COLUMNS, bold, both_ends, fit, paragraph, progress},
};
use crate::{
    lang::Lang,
    prompt::keys::{self, Keys},
    session::Session,
    text::{safe, shorten_all, width},
};

/// From this width on a page has wide margins and full sentences.
const WIDE: usize = 60;

/// Below this height blank lines give way.
const LOW: usize = 20;

/// The widest that a heading gets.
const HEADING_COLUMNS: usize = 100;

/// What every page needs to know.
#[derive(Clone, Copy)]
pub struct View<'s> {
    /// The session with its draft.
    pub session: &'s Session,
    /// The language of the page.
    pub lang: Lang,
    /// What has to be said about the last key, if anything.
    pub remark: Option<&'s str>,
}

/// What a page with a number to type is made of.
struct Numbered<'p> {
    heading: Vec<Line>,
    body: Vec<Line>,
    /// What stands before the number.
    label: &'p str,
    typed: &'p Editor,
    keys: Keys,
    /// What a number does, before the other keys.
    lead: &'p str,
}

/// The size of the terminal and how far its body is scrolled.
pub struct Size<'p> {
    /// Columns; the last one stays free, since some terminals wrap there.
    pub columns: usize,
    /// Lines.
    pub rows: usize,
    /// Lines of the body that are above the window; limited to what there is.
    pub scroll: &'p mut usize,
}

/// How briefly a page is told; of a page the first telling that fits is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Brevity {
    /// With much room around everything.
    Roomy,
    /// With a blank line between the parts.
    Ample,
    /// Hardly any blank lines, and of a note the first line.
    Close,
    /// No blank lines, and only what has to be known.
    Short,
    /// Without the labels of the scale.
    Shortest,
}

impl Brevity {
    /// From the longest telling on.
    const ALL: [Brevity; 5] = [
        Brevity::Roomy,
        Brevity::Ample,
        Brevity::Close,
        Brevity::Short,
        Brevity::Shortest,
    ];

    /// The blank lines above and below the parts of a page.
    fn blanks(self) -> Vec<Line> {
        let count = match self {
            Brevity::Roomy => 2,
            Brevity::Ample => 1,
            Brevity::Close | Brevity::Short | Brevity::Shortest => 0,
        };
        vec![Line::blank(); count]
    }

    fn margin(self, size: &Size<'_>) -> usize {
        if self == Brevity::Roomy { size.margin() } else { 1 }
    }
}

impl Size<'_> {
    fn text_columns(&self) -> usize {
        self.columns.saturating_sub(1)
    }

    fn is_wide(&self) -> bool {
        self.columns >= WIDE
    }

    /// Too low for blank lines around what is typed.
    fn is_low(&self) -> bool {
        self.rows < LOW
    }

    fn margin(&self) -> usize {
        if self.is_wide() { 3 } else { 1 }
    }
}

impl<'s> View<'s> {
    /// The same with something said about the last key.
    pub fn saying<'r>(self, remark: Option<&'r str>) -> View<'r>
    where
        's: 'r,
    {
        View {
            session: self.session,
            lang: self.lang,
            remark,
        }
    }
}

impl View<'_> {
    fn heading(&self, index: usize, size: &Size<'_>) -> Vec<Line> {
        let questionnaire = &self.session.profile().questionnaire;
        let total = self.session.total();
        let titles: Vec<String> = questionnaire
            .elements
            .iter()
            .map(|element| safe(&element.title))
            .collect();
        // Where it stands alone a team knows by its title which element this is, so no two are shortened to the same.
        let beside = if size.is_wide() {
            0
        } else {
            width(&format!("{total}/{total}"))
        };
        let room = size.text_columns().min(HEADING_COLUMNS).saturating_sub(beside + 3);
        let element = shorten_all(&titles, room).swap_remove(self.session.at(index).0);
        let number = self.lang.question_of(index + 1, total);
        self.top(&element, &number, (index + 1, total), size)
    }

    /// The team and what the page is, on one line.
    fn title(&self, right: &str, size: &Size<'_>) -> Line {
        both_ends(&self.team(), right, size.text_columns().min(HEADING_COLUMNS))
    }

    /// A page of which a number is typed: a heading, a body that scrolls, the line to type in.
    fn numbered(&self, page: Numbered<'_>, size: &mut Size<'_>) -> Page {
        let (columns, margin) = (size.text_columns(), size.margin());
        let mut input: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        input.extend(page.typed.lines(page.label, margin, columns));
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: page.heading,
            bodies: vec![page.body],
            input,
            keys: keys_at_bottom(page.keys, Some(page.lead), self.lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// What the page is about, and how far the team is.
    fn top(&self, about: &str, number: &str, (done, total): (usize, usize), size: &Size<'_>) -> Vec<Line> {
        let columns = size.text_columns().min(HEADING_COLUMNS);
        let about = format!(" {about}");
        let bar = progress(done, total, columns.saturating_sub(1));
        if size.is_wide() {
            vec![
                both_ends(&self.team(), number, columns),
                bar,
                both_ends(&about, "", columns),
            ]
        } else {
            vec![both_ends(&about, &format!("{done}/{total}"), columns), bar]
        }
    }

    fn team(&self) -> String {
        format!(" {}", safe(&self.session.profile().whose().to_string()))
    }

    fn remark_lines(&self, input: &mut Vec<Line>, size: &Size<'_>) {
        if let Some(remark) = self.remark {
            input.extend((!size.is_low()).then(Line::blank));
            input.extend(bold(remark, size.margin(), size.text_columns()));
        }
    }
}

/// The keys at the bottom behind `lead`, set off by a blank line where there is room.
fn keys_at_bottom(keys: Keys, lead: Option<&str>, lang: Lang, size: &Size<'_>) -> Vec<Line> {
    let room = size.text_columns().min(TEXT_COLUMNS).saturating_sub(1);
    let text = keys::footer(keys, lead, lang, room, size.is_wide());
    let mut lines = paragraph(&text, 1, size.text_columns());
    for line in &mut lines {
        // What kept a key and its word together.
        line.marked = line.marked.replace('\u{a0}', " ");
    }
    if !size.is_low() {
        lines.insert(0, Line::blank());
    }
    lines
}

#[cfg(test)]
mod tests;
