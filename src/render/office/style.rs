//! How the paragraphs of a document look.

use crate::{
    drawing::colours::{NOW, QUIET},
    lang::Lang,
    page::{Block, Page},
};

/// How many questions fit on one sheet of paper with little room between them.
const ON_ONE_SHEET: usize = 13;

/// How much is to stand on a sheet of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// As much as reads well.
    Read,
    /// Questions to answer, on two sheets at most.
    Sheets,
    /// All questions, on one sheet.
    OneSheet,
}

impl Density {
    /// How a page is printed.
    pub fn of(page: &Page) -> Density {
        let questions = page
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::TickQuestion(_)));
        match questions.count() {
            0 => Density::Read,
            1..=ON_ONE_SHEET => Density::OneSheet,
            _ => Density::Sheets,
        }
    }
}

/// The styles of paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Normal,
    /// The title of the document.
    Title,
    Heading1,
    /// The heading of a part of a section.
    Heading2,
    /// An item of a list.
    Bullet,
    /// An item below an item.
    Bullet2,
    /// What else an item says.
    Continued,
    /// A step in a list of them.
    Number,
    /// Lines to type.
    Code,
    /// What someone else wrote.
    Quote,
    /// A line to write on.
    FillIn,
    /// A question to answer on paper.
    Question,
    /// Its answers to tick.
    Answers,
    /// A line to write on below them.
    Note,
    /// Small print.
    Small,
    /// A cell of a table.
    TableText,
    /// A cell of a table's head.
    TableHead,
    Figure,
    /// The footer of each page.
    Footer,
}

impl Style {
    pub const ALL: [Style; 19] = [
        Style::Normal,
        Style::Title,
        Style::Heading1,
        Style::Heading2,
        Style::Bullet,
        Style::Bullet2,
        Style::Continued,
        Style::Number,
        Style::Code,
        Style::Quote,
        Style::FillIn,
        Style::Question,
        Style::Answers,
        Style::Note,
        Style::Small,
        Style::TableText,
        Style::TableHead,
        Style::Figure,
        Style::Footer,
    ];

    /// What it is called, where other programs have no such style.
    pub fn own_name(self, lang: Lang) -> Option<String> {
        match self {
            Style::Small => Some(lang.small_print_style()),
            Style::TableText => Some(lang.table_text_style()),
            Style::TableHead => Some(lang.table_head_style()),
            Style::Figure => Some(lang.figure_style()),
            Style::FillIn => Some(lang.fill_in_style()),
            Style::Question => Some(lang.question_column()),
            Style::Answers => Some(lang.answers_style()),
            Style::Note => Some(lang.note_column()),
            _ => None,
        }
    }

    /// Whether only a page of questions has it.
    pub fn is_for_questions(self) -> bool {
        matches!(self, Style::Question | Style::Answers | Style::Note)
    }

    pub fn is_heading(self) -> bool {
        matches!(self, Style::Title | Style::Heading1 | Style::Heading2)
    }

    pub fn based_on(self) -> Option<Style> {
        match self {
            Style::Normal => None,
            Style::TableHead => Some(Style::TableText),
            _ => Some(Style::Normal),
        }
    }

    /// The room before and after, in twentieths of a point, and the height of lines in 240ths; that of answers in
    /// twentieths of a point.
    pub fn spacing(self, density: Density) -> (usize, usize, usize) {
        match self {
            Style::Heading1 if density == Density::OneSheet => (140, 40, 240),
            Style::Question if density == Density::OneSheet => (70, 10, 240),
            Style::Answers if density == Density::OneSheet => (10, 0, 250),
            Style::Note if density == Density::OneSheet => (110, 20, 240),
            Style::FillIn | Style::Small if density == Density::OneSheet => (60, 40, 240),
            Style::Heading1 if density != Density::Read => (200, 60, 240),
            Style::Title if density != Density::Read => (0, 60, 240),
            Style::Normal => (60, 100, 269),
            Style::Title => (0, 120, 240),
            Style::Heading1 => (400, 120, 240),
            Style::Heading2 => (280, 80, 240),
            Style::Bullet | Style::Number => (60, 40, 259),
            Style::Code => (120, 120, 240),
            Style::Quote => (120, 60, 269),
            Style::FillIn => (120, 60, 259),
            Style::Question => (100, 20, 245),
            Style::Answers => (20, 0, 270),
            Style::Note => (140, 40, 245),
            Style::Bullet2 | Style::Continued => (0, 40, 259),
            Style::Small => (80, 80, 250),
            Style::TableText | Style::TableHead => (50, 50, 245),
            Style::Figure => (60, 120, 240),
            Style::Footer => (0, 0, 240),
        }
    }

    /// The letters' size in half points, where it isn't that of the style below it.
    pub fn size(self, density: Density) -> Option<usize> {
        match self {
            Style::Title if density != Density::Read => Some(32),
            Style::Title => Some(40),
            Style::Heading1 if density == Density::Read => Some(28),
            Style::Heading1 | Style::Heading2 => Some(24),
            Style::Small | Style::Footer | Style::Code | Style::TableHead | Style::Answers | Style::Note => Some(18),
            Style::TableText | Style::Question => Some(20),
            _ => None,
        }
    }

    /// The letters' colour, where they have one of their own.
    pub fn colour(self) -> Option<&'static str> {
        match self {
            Style::Title | Style::Heading1 | Style::Heading2 => Some(NOW),
            Style::Small | Style::TableHead | Style::Footer | Style::Note => Some(QUIET),
            _ => None,
        }
    }

    pub fn is_bold(self) -> bool {
        self.is_heading() || self == Style::TableHead
    }

    /// Whether it stays on the page of what follows.
    pub fn leads(self) -> bool {
        let leads = [
            Style::TableHead,
            Style::Figure,
            Style::Quote,
            Style::Question,
            Style::Answers,
        ];
        self.is_heading() || leads.contains(&self)
    }

    /// Whether all of it stays on one page.
    pub fn stays_whole(self) -> bool {
        self.leads() || self == Style::Code
    }

    /// How far its lines stand in from the left, and by how much less the first, in twentieths of a point; those of lists are
    /// the lists' own.
    pub fn indents(self) -> (usize, usize) {
        match self {
            Style::Continued => (340, 0),
            Style::Quote => (284, 0),
            Style::Question => (397, 397),
            Style::Answers | Style::Note => (397, 0),
            _ => (0, 0),
        }
    }
}
