//! How a Word document looks: its styles and lists.
//!
//! Standard styles have the ids and names that Word knows, so that its navigation pane, table of contents and other
//! languages find them; the schema gives the order of the elements.

use maud::{Markup, html};

use super::MAIN;
use crate::{
    drawing::colours::{NOW, RULE, THIN_RULE},
    lang::Lang,
    render::office::{CODE_FONT, CODE_GROUND, Density, FONT, SIGNS, Style, WIDTH, locale},
};

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

impl Style {
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
    fn name(self) -> &'static str {
        match self {
            Style::Heading1 => "heading 1",
            Style::Heading2 => "heading 2",
            Style::Bullet => "List Bullet",
            Style::Bullet2 => "List Bullet 2",
            Style::Continued => "List Continue",
            Style::Number => "List Number",
            Style::Code => "HTML Preformatted",
            Style::Footer => "footer",
            standard => standard.id(),
        }
    }

    /// How the letters differ from those of the style below it.
    fn letters(self, density: Density) -> Markup {
        html! {
            @if self == Style::Code {
                w:rFonts w:ascii=(CODE_FONT) w:hAnsi=(CODE_FONT) w:cs=(CODE_FONT) {}
                w:noProof {}
            }
            @if self.is_bold() { w:b {} w:bCs {} }
            @if let Some(colour) = self.colour() { w:color w:val=(hex(colour)) {} }
            @if self == Style::Quote { w:i {} w:iCs {} }
            @if let Some(half_points) = self.size(density) { (size(half_points)) }
        }
    }

    fn defined(self, lang: Lang, density: Density) -> Markup {
        let (before, after, line) = self.spacing(density);
        let own_name = self.own_name(lang);
        let next = self.is_heading().then_some(Style::Normal);
        html! {
            w:style w:type="paragraph" w:default=[(self == Style::Normal).then_some("1")] w:styleId=(self.id())
                w:customStyle=[own_name.is_some().then_some("1")] {
                w:name w:val=(own_name.as_deref().unwrap_or_else(|| self.name())) {}
                @if let Some(style) = self.based_on() { w:basedOn w:val=(style.id()) {} }
                @if let Some(style) = next { w:next w:val=(style.id()) {} }
                w:qFormat {}
                w:pPr {
                    @if self.leads() { w:keepNext {} }
                    @if self.stays_whole() { w:keepLines {} }
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
                    @match self.indents() {
                        (0, _) => {},
                        (left, 0) => w:ind w:left=(left) {},
                        (left, hanging) => w:ind w:left=(left) w:hanging=(hanging) {},
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
