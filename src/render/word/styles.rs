//! How a Word document looks: its styles and lists.
//!
//! Standard styles have the ids and names that Word knows, so that its navigation pane, table of contents and other
//! languages find them; the schema gives the order of the elements.

use maud::{Markup, html};

use super::{
    MAIN, WIDTH,
    typefaces::{CODE_FONT, FONT, SIGNS},
};
use crate::{
    drawing::colours::{NOW, QUIET, RULE, THIN_RULE},
    lang::Lang,
    page::{Block, Page},
};

/// The colour behind lines to type.
const CODE_GROUND: &str = "#f3f0e8";

/// The style of tables.
pub(crate) const TABLE: &str = "ReportTable";

/// The list that items are in.
const LIST: &str = "1";
/// The style of a link's text.
pub(crate) const LINK: &str = "Hyperlink";

/// The list that a page's so many-th steps are in, counted from 1.
pub(crate) fn steps(number: usize) -> String {
    (number + 1).to_string()
}

/// A colour as Word writes it.
pub(crate) fn hex(colour: &str) -> &str {
    colour.trim_start_matches('#')
}

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
    const ALL: [Style; 19] = [
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

    /// The id; those of standard styles are Word's.
    pub fn id(self) -> &'static str {
        match self {
            Style::Normal => "Normal",
            Style::Title => "Title",
            Style::Heading1 => "Heading1",
            Style::Heading2 => "Heading2",
            Style::Bullet => "ListBullet",
            Style::Bullet2 => "ListBullet2",
            Style::Continued => "ListContinue",
            Style::Number => "ListNumber",
            Style::Code => "HTMLPreformatted",
            Style::Quote => "Quote",
            Style::FillIn => "FillIn",
            Style::Question => "Question",
            Style::Answers => "Answers",
            Style::Note => "Note",
            Style::Small => "SmallPrint",
            Style::TableText => "TableText",
            Style::TableHead => "TableHead",
            Style::Figure => "Figure",
            Style::Footer => "Footer",
        }
    }

    /// The style in a paragraph's properties.
    pub fn named(self) -> Markup {
        html! { w:pStyle w:val=(self.id()) {} }
    }

    /// The name; standard ones are Word's, which it shows in its own language.
    fn name(self, lang: Lang) -> String {
        match self {
            Style::Normal => "Normal".to_owned(),
            Style::Title => "Title".to_owned(),
            Style::Heading1 => "heading 1".to_owned(),
            Style::Heading2 => "heading 2".to_owned(),
            Style::Bullet => "List Bullet".to_owned(),
            Style::Bullet2 => "List Bullet 2".to_owned(),
            Style::Continued => "List Continue".to_owned(),
            Style::Number => "List Number".to_owned(),
            Style::Code => "HTML Preformatted".to_owned(),
            Style::Quote => "Quote".to_owned(),
            Style::Footer => "footer".to_owned(),
            Style::FillIn => lang.fill_in_style(),
            Style::Question => lang.question_column(),
            Style::Answers => lang.answers_style(),
            Style::Note => lang.note_column(),
            Style::Small => lang.small_print_style(),
            Style::TableText => lang.table_text_style(),
            Style::TableHead => lang.table_head_style(),
            Style::Figure => lang.figure_style(),
        }
    }

    /// Whether it is one of this program, and not of Word's.
    fn is_own(self) -> bool {
        matches!(
            self,
            Style::Small
                | Style::TableText
                | Style::TableHead
                | Style::Figure
                | Style::FillIn
                | Style::Question
                | Style::Answers
                | Style::Note
        )
    }

    /// Whether only a page of questions has it.
    fn is_for_questions(self) -> bool {
        matches!(self, Style::Question | Style::Answers | Style::Note)
    }

    fn is_heading(self) -> bool {
        matches!(self, Style::Title | Style::Heading1 | Style::Heading2)
    }

    fn based_on(self) -> Option<Style> {
        match self {
            Style::Normal => None,
            Style::TableHead => Some(Style::TableText),
            _ => Some(Style::Normal),
        }
    }

    /// The room before and after, in twentieths of a point, and the height of lines in 240ths; that of answers in
    /// twentieths of a point.
    fn spacing(self, density: Density) -> (usize, usize, usize) {
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

    /// How the letters differ from those of the style below it.
    fn letters(self, density: Density) -> Markup {
        html! {
            @if self == Style::Code {
                w:rFonts w:ascii=(CODE_FONT) w:hAnsi=(CODE_FONT) w:cs=(CODE_FONT) {}
                w:noProof {}
            }
            @if self.is_heading() || self == Style::TableHead { w:b {} w:bCs {} }
            @match self {
                Style::Title | Style::Heading1 | Style::Heading2 => w:color w:val=(hex(NOW)) {},
                Style::Small | Style::TableHead | Style::Footer | Style::Note => w:color w:val=(hex(QUIET)) {},
                _ => {},
            }
            @match self {
                Style::Quote => { w:i {} w:iCs {} },
                _ => {},
            }
            @match self {
                Style::Title if density != Density::Read => (size(32)),
                Style::Heading1 if density != Density::Read => (size(24)),
                Style::Title => (size(40)),
                Style::Heading1 => (size(28)),
                Style::Heading2 => (size(24)),
                Style::Small | Style::Footer | Style::Code | Style::TableHead | Style::Answers | Style::Note => (size(18)),
                Style::TableText | Style::Question => (size(20)),
                _ => {},
            }
        }
    }

    fn defined(self, lang: Lang, density: Density) -> Markup {
        let (before, after, line) = self.spacing(density);
        let next = self.is_heading().then_some(Style::Normal);
        html! {
            w:style w:type="paragraph" w:default=[(self == Style::Normal).then_some("1")] w:styleId=(self.id())
                w:customStyle=[self.is_own().then_some("1")] {
                w:name w:val=(self.name(lang)) {}
                @if let Some(style) = self.based_on() { w:basedOn w:val=(style.id()) {} }
                @if let Some(style) = next { w:next w:val=(style.id()) {} }
                w:qFormat {}
                w:pPr {
                    @if self.is_heading() || matches!(self, Style::TableHead | Style::Figure | Style::Quote | Style::Question | Style::Answers) { w:keepNext {} w:keepLines {} }
                    @if self == Style::Code { w:keepLines {} }
                    @match self {
                        Style::Bullet => w:numPr { w:numId w:val=(LIST) {} },
                        Style::Bullet2 => w:numPr { w:ilvl w:val="1" {} w:numId w:val=(LIST) {} },
                        Style::Number => w:numPr { w:numId w:val=(steps(1)) {} },
                        Style::Quote => w:pBdr { w:left w:val="single" w:sz="18" w:space="10" w:color=(hex(NOW)) {} },
                        Style::Code => w:shd w:val="clear" w:color="auto" w:fill=(hex(CODE_GROUND)) {},
                        Style::FillIn | Style::Note => w:tabs { w:tab w:val="right" w:leader="underscore" w:pos=(WIDTH) {} },
                        _ => {},
                    }
                    @if self.is_heading() { w:suppressAutoHyphens {} }
                    // A box may come from a typeface with higher letters.
                    w:spacing w:before=(before) w:after=(after) w:line=(line)
                        w:lineRule=(if self == Style::Answers { "exact" } else { "auto" }) {}
                    @match self {
                        Style::Continued => w:ind w:left="340" {},
                        Style::Quote => w:ind w:left="284" {},
                        Style::Question => w:ind w:left="397" w:hanging="397" {},
                        Style::Answers | Style::Note => w:ind w:left="397" {},
                        _ => {},
                    }
                    @if self == Style::Figure { w:jc w:val="center" {} }
                    @match self {
                        Style::Heading1 => w:outlineLvl w:val="0" {},
                        Style::Heading2 => w:outlineLvl w:val="1" {},
                        _ => {},
                    }
                }
                w:rPr { (self.letters(density)) }
            }
        }
    }
}

/// An empty box to tick, in letters that have one.
pub(crate) fn tick_box() -> Markup {
    html! {
        w:r {
            w:rPr { w:rFonts w:ascii=(SIGNS) w:hAnsi=(SIGNS) w:eastAsia=(SIGNS) w:cs=(SIGNS) {} (size(22)) }
            w:t { "☐" }
        }
    }
}

/// A size in half points, for letters of every script.
fn size(half_points: usize) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

/// The language that the spelling checker takes.
pub fn locale(lang: Lang) -> &'static str {
    lang.pick("nl-NL", "en-GB")
}

/// Every style.
pub fn styles(lang: Lang, density: Density) -> Markup {
    html! {
        w:styles xmlns:w=(MAIN) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii=(FONT) w:hAnsi=(FONT) w:eastAsia=(FONT) w:cs=(FONT) {}
                    (size(21))
                    w:lang w:val=(locale(lang)) w:eastAsia=(locale(lang)) w:bidi="ar-SA" {}
                } }
                w:pPrDefault {}
            }
            @for style in Style::ALL.into_iter().filter(|style| density != Density::Read || !style.is_for_questions()) {
                (style.defined(lang, density))
            }
            w:style w:type="character" w:styleId=(LINK) {
                w:name w:val="Hyperlink" {}
                w:uiPriority w:val="99" {}
                w:unhideWhenUsed {}
                w:rPr { w:color w:val=(hex(NOW)) {} w:u w:val="single" {} }
            }
            w:style w:type="table" w:default="1" w:styleId="TableNormal" {
                w:name w:val="Normal Table" {}
                w:uiPriority w:val="99" {}
                w:semiHidden {}
                w:unhideWhenUsed {}
                w:tblPr { w:tblInd w:w="0" w:type="dxa" {} }
            }
            w:style w:type="table" w:customStyle="1" w:styleId=(TABLE) {
                w:name w:val=(lang.report_table_style()) {}
                w:basedOn w:val="TableNormal" {}
                w:qFormat {}
                w:tblPr {
                    w:tblBorders {
                        w:bottom w:val="single" w:sz="6" w:space="0" w:color=(hex(RULE)) {}
                        w:insideH w:val="single" w:sz="4" w:space="0" w:color=(hex(THIN_RULE)) {}
                    }
                    w:tblCellMar { w:left w:w="0" w:type="dxa" {} w:right w:w="170" w:type="dxa" {} }
                }
                w:tblStylePr w:type="firstRow" {
                    w:tcPr {
                        w:tcBorders { w:bottom w:val="single" w:sz="8" w:space="0" w:color=(hex(RULE)) {} }
                        w:vAlign w:val="bottom" {}
                    }
                }
            }
        }
    }
}

/// The two levels of lists, and the numbers of each of so many lists of steps.
pub fn numbering(lists_of_steps: usize) -> Markup {
    html! {
        w:numbering xmlns:w=(MAIN) {
            w:abstractNum w:abstractNumId="0" {
                w:multiLevelType w:val="multilevel" {}
                @for (level, (sign, style)) in [("•", Style::Bullet), ("–", Style::Bullet2)].into_iter().enumerate() {
                    w:lvl w:ilvl=(level) {
                        w:start w:val="1" {}
                        w:numFmt w:val="bullet" {}
                        w:pStyle w:val=(style.id()) {}
                        w:lvlText w:val=(sign) {}
                        w:lvlJc w:val="left" {}
                        w:pPr { w:ind w:left=(340 * (level + 1)) w:hanging="340" {} }
                        w:rPr { w:rFonts w:ascii=(FONT) w:hAnsi=(FONT) w:cs=(FONT) {} w:color w:val=(hex(NOW)) {} }
                    }
                }
            }
            w:abstractNum w:abstractNumId="1" {
                w:multiLevelType w:val="singleLevel" {}
                w:lvl w:ilvl="0" {
                    w:start w:val="1" {}
                    w:numFmt w:val="decimal" {}
                    w:pStyle w:val=(Style::Number.id()) {}
                    w:lvlText w:val="%1." {}
                    w:lvlJc w:val="left" {}
                    w:pPr { w:ind w:left="397" w:hanging="397" {} }
                    w:rPr { w:b {} w:color w:val=(hex(NOW)) {} }
                }
            }
            w:num w:numId=(LIST) { w:abstractNumId w:val="0" {} }
            // The style names the first, whether there are steps or not.
            @for number in 1..=lists_of_steps.max(1) {
                w:num w:numId=(steps(number)) {
                    w:abstractNumId w:val="1" {}
                    @if number > 1 { w:lvlOverride w:ilvl="0" { w:startOverride w:val="1" {} } }
                }
            }
        }
    }
}
