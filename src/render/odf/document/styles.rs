//! How a text looks: its styles, lists and pages.
//!
//! Standard styles have the names that `LibreOffice` and others know, so that a navigator, a table of contents and other
//! languages find them.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::table::Cell;
use crate::{
    drawing::colours::{NOW, RULE, THIN_RULE, band},
    lang::Lang,
    page::{Holds, Page},
    render::{
        odf::{language, points, words},
        office::{BETWEEN, CODE_FONT, CODE_GROUND, Density, FONT, MARGINS, PAPER, SHEET_MARGIN, SIGNS, Style, WIDTH},
    },
    text::shorten,
};

/// The list that items are in, and that of steps.
pub const BULLETS: &str = "Bullets";
pub const STEPS: &str = "Steps";

/// Letters of a name, of a link, and of a box to tick.
pub const STRONG: &str = "Strong_20_Emphasis";
pub const LINK: &str = "Internet_20_link";
const BULLET: &str = "Bullet_20_Symbols";
const NUMBER: &str = "Numbering_20_Symbols";
const TICK_BOX: &str = "Tick_20_box";

/// A table, its rows and some of its cells, a picture, and what stands in two columns.
pub const TABLE: &str = "Report";
pub const ROW: &str = "Row";
pub const ROW_TO_WRITE_ON: &str = "Row.room";
pub const HEAD_CELL: &str = "Head";
pub const BARE_CELL: &str = "Bare";
pub const FRAME: &str = "Picture";
pub const TWO_COLUMNS: &str = "Two_20_columns";

/// The height of the footer's line, in twentieths of a point.
const FOOTER: usize = 240;

/// Room below a table, between a cell's text and the next column, and to write on, in twentieths of a point.
const BELOW: usize = 100;
const BESIDE: usize = 170;
const ROOM: usize = 480;

/// Between the rule of a quotation and its words, in twentieths of a point.
const QUOTE_PADDING: usize = 200;

impl Style {
    /// Its name in the file.
    pub fn in_odf(self) -> &'static str {
        match self {
            Style::Normal => "Standard",
            Style::Title => "Title",
            Style::Heading1 => "Heading_20_1",
            Style::Heading2 => "Heading_20_2",
            Style::Bullet => "List_20_1",
            Style::Bullet2 => "List_20_2",
            Style::Continued => "List_20_1_20_Cont.",
            Style::Number => "Numbering_20_1",
            Style::Code => "Preformatted_20_Text",
            Style::Quote => "Quotations",
            Style::FillIn => "Fill_20_in",
            Style::Question => "Question",
            Style::Answers => "Answers",
            Style::Note => "Note",
            Style::Small => "Small_20_print",
            Style::TableText => "Table_20_Contents",
            Style::TableHead => "Table_20_Heading",
            Style::Figure => "Figure",
            Style::Footer => "Footer",
        }
    }

    /// The name of the same style on the page of what follows.
    pub fn kept(self) -> String {
        format!("{}.kept", self.in_odf())
    }

    /// How deep a heading stands below the title.
    pub fn outline(self) -> Option<&'static str> {
        match self {
            Style::Heading1 => Some("1"),
            Style::Heading2 => Some("2"),
            _ => None,
        }
    }

    /// The style that usually stands before it.
    fn follows(self) -> Style {
        match self {
            Style::Title | Style::Heading1 | Style::Heading2 | Style::Code | Style::Quote => Style::Normal,
            Style::Figure => Style::Heading1,
            Style::Question => Style::Note,
            Style::Answers => Style::Question,
            Style::Note => Style::Answers,
            other => other,
        }
    }

    /// The room above and below. That of two paragraphs adds up here, where Word has the larger one.
    fn around(self, density: Density) -> (usize, usize) {
        let (above, below, _) = self.spacing(density);
        match self {
            // Alone in its cell.
            Style::TableText | Style::TableHead => (above, below),
            _ => (above.saturating_sub(self.follows().spacing(density).1), below),
        }
    }

    fn in_odf_defined(self, lang: Lang, density: Density) -> Markup {
        let (above, below) = self.around(density);
        let (_, _, line) = self.spacing(density);
        // A box may come from a typeface with higher letters.
        let line = match self {
            Style::Answers => points(line),
            _ => format!("{}%", line * 100 / 240),
        };
        let (left, hanging) = match self {
            // It stands in its list already.
            Style::Continued => (0, 0),
            // Its rule stands at its edge, and not before it.
            Style::Quote => (self.indents().0 - QUOTE_PADDING, 0),
            _ => self.indents(),
        };
        let name = self
            .own_name(lang)
            .unwrap_or_else(|| self.in_odf().replace("_20_", " "));
        let size = self.size(density).map(|half_points| points(half_points * 10));
        let always = |is: bool| is.then_some("always");
        html! {
            style:style style:name=(self.in_odf()) style:display-name=(name) style:family="paragraph"
                style:parent-style-name=[self.based_on().map(Style::in_odf)]
                style:next-style-name=[self.is_heading().then_some(Style::Normal.in_odf())]
                style:default-outline-level=[self.outline()] {
                style:paragraph-properties fo:margin-top=(points(above)) fo:margin-bottom=(points(below)) fo:line-height=(line)
                    fo:margin-left=[(left > 0).then(|| points(left))] fo:text-indent=[(hanging > 0).then(|| format!("-{}", points(hanging)))]
                    fo:keep-with-next=[always(self.leads())] fo:keep-together=[always(self.stays_whole())]
                    fo:text-align=[(self == Style::Figure).then_some("center")]
                    fo:background-color=[(self == Style::Code).then_some(CODE_GROUND)]
                    fo:border-left=[(self == Style::Quote).then(|| format!("2.25pt solid {NOW}"))]
                    fo:padding-left=[(self == Style::Quote).then(|| points(QUOTE_PADDING))] {
                    @if matches!(self, Style::FillIn | Style::Note) { (tab(WIDTH - left, Some("_"))) }
                    @if self == Style::Footer { (tab(WIDTH, None)) }
                }
                style:text-properties style:font-name=[(self == Style::Code).then_some(CODE_FONT)] fo:color=[self.colour()]
                    fo:font-size=[size.as_ref()] style:font-size-asian=[size.as_ref()] style:font-size-complex=[size.as_ref()]
                    fo:font-weight=[self.is_bold().then_some("bold")] style:font-weight-asian=[self.is_bold().then_some("bold")]
                    style:font-weight-complex=[self.is_bold().then_some("bold")]
                    fo:font-style=[(self == Style::Quote).then_some("italic")]
                    // No words to check.
                    fo:language=[(self == Style::Code).then_some("zxx")] fo:country=[(self == Style::Code).then_some("none")]
                    fo:hyphenate=[(self.is_heading() || self == Style::Code).then_some("false")] {}
            }
        }
    }
}

/// A tab stop at the right, with a line to it or not.
fn tab(at: usize, line: Option<&str>) -> Markup {
    html! {
        style:tab-stops {
            style:tab-stop style:position=(points(at)) style:type="right" style:leader-style=[line.map(|_| "solid")]
                style:leader-text=[line] {}
        }
    }
}

/// An empty box to tick, in letters that have one.
pub fn tick_box() -> Markup {
    html! { text:span text:style-name=(TICK_BOX) { "☐" } }
}

/// The style of a text in a language that isn't the page's.
pub fn of_language(lang: Lang) -> &'static str {
    lang.pick("Dutch", "English")
}

/// The style of a paragraph in a table's column.
pub fn in_cell(style: Style, holds: Holds) -> String {
    match holds {
        Holds::Numbers => format!("{}.end", style.in_odf()),
        Holds::Scores => format!("{}.center", style.in_odf()),
        Holds::Name | Holds::Words | Holds::Room => style.in_odf().to_owned(),
    }
}

/// The style of a column, so wide in twentieths of a point.
pub fn of_width(width: usize) -> String {
    format!("Column.{width}")
}

/// Every style, and the page with its footer.
pub fn styles(page: &Page) -> Markup {
    let density = Density::of(page);
    html! {
        office:font-face-decls {
            style:font-face style:name=(FONT) svg:font-family=(FONT) style:font-family-generic="swiss" style:font-pitch="variable" {}
            style:font-face style:name=(CODE_FONT) svg:font-family=(CODE_FONT) style:font-family-generic="modern"
                style:font-pitch="fixed" {}
            style:font-face style:name=(SIGNS) svg:font-family={ "'" (SIGNS) "'" } {}
        }
        office:styles {
            (of_every_text(page.lang))
            @for style in Style::ALL.into_iter().filter(|style| density != Density::Read || !style.is_for_questions()) {
                (style.in_odf_defined(page.lang, density))
            }
            (letters())
            (lists())
        }
        (pages(page))
    }
}

/// Long Dutch words are hyphenated, which narrow columns need.
fn of_every_text(lang: Lang) -> Markup {
    let (language, country) = language(lang);
    html! {
        style:default-style style:family="paragraph" {
            style:paragraph-properties fo:hyphenation-ladder-count="2" fo:orphans="2" fo:widows="2" style:tab-stop-distance="35.45pt" {}
            style:text-properties style:font-name=(FONT) fo:font-size="10.5pt" style:font-size-asian="10.5pt"
                style:font-size-complex="10.5pt" fo:language=(language) fo:country=(country) fo:hyphenate="true"
                fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2" {}
        }
    }
}

fn letters() -> Markup {
    html! {
        style:style style:name=(STRONG) style:display-name="Strong Emphasis" style:family="text" {
            style:text-properties fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold" {}
        }
        style:style style:name=(BULLET) style:display-name="Bullet Symbols" style:family="text" {
            style:text-properties fo:color=(NOW) {}
        }
        style:style style:name=(NUMBER) style:display-name="Numbering Symbols" style:family="text" {
            style:text-properties fo:color=(NOW) fo:font-weight="bold" {}
        }
        style:style style:name=(LINK) style:display-name="Internet link" style:family="text" {
            style:text-properties fo:color=(NOW) style:text-underline-style="solid" style:text-underline-width="auto"
                style:text-underline-color="font-color" {}
        }
        style:style style:name=(TICK_BOX) style:display-name="Tick box" style:family="text" {
            style:text-properties style:font-name=(SIGNS) fo:font-size="11pt" {}
        }
        @for lang in Lang::ALL {
            @let (language, country) = language(lang);
            style:style style:name=(of_language(lang)) style:family="text" {
                style:text-properties fo:language=(language) fo:country=(country) {}
            }
        }
    }
}

/// The two levels of lists, and the numbers of steps.
fn lists() -> Markup {
    let position = |left: usize, hanging: usize| {
        html! {
            style:list-level-properties text:list-level-position-and-space-mode="label-alignment" {
                style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position=(points(left))
                    fo:text-indent={ "-" (points(hanging)) } fo:margin-left=(points(left)) {}
            }
        }
    };
    html! {
        text:list-style style:name=(BULLETS) {
            @for (level, sign) in [(1, "•"), (2, "–")] {
                text:list-level-style-bullet text:level=(level) text:style-name=(BULLET) text:bullet-char=(sign) {
                    (position(340 * level, 340))
                    style:text-properties style:font-name=(FONT) {}
                }
            }
        }
        text:list-style style:name=(STEPS) {
            text:list-level-style-number text:level="1" text:style-name=(NUMBER) style:num-format="1" style:num-suffix="." {
                (position(397, 397))
            }
        }
    }
}

/// The paper, and at its foot the title, and which page this is of how many.
fn pages(page: &Page) -> Markup {
    // The footer is a part of what is inside the margins here.
    let (above, below) = if page.is_sheet() {
        (SHEET_MARGIN, 400)
    } else {
        (MARGINS.1, 624)
    };
    html! {
        office:automatic-styles {
            style:page-layout style:name="A4" {
                style:page-layout-properties fo:page-width=(points(PAPER.0)) fo:page-height=(points(PAPER.1))
                    style:print-orientation="portrait" fo:margin-left=(points(MARGINS.0)) fo:margin-right=(points(MARGINS.0))
                    fo:margin-top=(points(above)) fo:margin-bottom=(points(below)) {}
                style:footer-style {
                    style:header-footer-properties fo:min-height=(points(above - below)) fo:margin-top=(points(above - below - FOOTER))
                        style:dynamic-spacing="false" {}
                }
            }
        }
        office:master-styles {
            style:master-page style:name="Standard" style:page-layout-name="A4" {
                style:footer {
                    text:p text:style-name=(Style::Footer.in_odf()) {
                        (words(&shorten(&page.title, 80))) text:tab {}
                        text:page-number text:select-page="current" { "1" } " / " text:page-count { "1" }
                    }
                }
            }
        }
    }
}

/// The styles that only this text has, with columns of these widths.
pub fn of_this_text(widths: &BTreeSet<usize>) -> Markup {
    html! {
        @for style in [Style::Normal, Style::Small, Style::Bullet, Style::Bullet2, Style::Number, Style::TableText] {
            style:style style:name=(style.kept()) style:family="paragraph" style:parent-style-name=(style.in_odf()) {
                style:paragraph-properties fo:keep-with-next="always" {}
            }
        }
        @for style in [Style::TableText, Style::TableHead] {
            @for (holds, side) in [(Holds::Numbers, "end"), (Holds::Scores, "center")] {
                style:style style:name=(in_cell(style, holds)) style:family="paragraph" style:parent-style-name=(style.in_odf()) {
                    style:paragraph-properties fo:text-align=(side) {}
                }
            }
        }
        style:style style:name=(TABLE) style:family="table" {
            style:table-properties style:width=(points(WIDTH)) table:align="left" fo:margin-bottom=(points(BELOW)) table:border-model="collapsing" {}
        }
        @for width in widths {
            style:style style:name=(of_width(*width)) style:family="table-column" {
                style:table-column-properties style:column-width=(points(*width)) {}
            }
        }
        @for (name, height) in [(ROW, None), (ROW_TO_WRITE_ON, Some(points(ROOM)))] {
            style:style style:name=(name) style:family="table-row" {
                style:table-row-properties style:min-row-height=[height] fo:keep-together="always" {}
            }
        }
        (cells())
        style:style style:name=(TWO_COLUMNS) style:family="section" {
            style:section-properties text:dont-balance-text-columns="false" {
                style:columns fo:column-count="2" fo:column-gap=(points(BETWEEN)) {
                    style:column style:rel-width="1*" fo:start-indent="0pt" fo:end-indent=(points(BETWEEN / 2)) {}
                    style:column style:rel-width="1*" fo:start-indent=(points(BETWEEN / 2)) fo:end-indent="0pt" {}
                }
            }
        }
        style:style style:name=(FRAME) style:family="graphic" {
            style:graphic-properties style:vertical-pos="top" style:vertical-rel="baseline" {}
        }
    }
}

fn cells() -> Markup {
    let strong = format!("1pt solid {RULE}");
    let thin = format!("0.5pt solid {THIN_RULE}");
    let last = format!("0.75pt solid {RULE}");
    let cell = |name: &str, [above, below]: [Option<&String>; 2], ground: Option<&str>, align: Option<&str>| {
        html! {
            style:style style:name=(name) style:family="table-cell" {
                style:table-cell-properties fo:padding="0pt" fo:padding-right=(points(BESIDE)) fo:border-top=[above] fo:border-bottom=[below]
                    fo:background-color=[ground] style:vertical-align=[align] {}
            }
        }
    };
    html! {
        (cell(HEAD_CELL, [None, Some(&strong)], None, Some("bottom")))
        (cell(BARE_CELL, [None, None], None, None))
        @for of in Cell::all() {
            (cell(
                &of.name(),
                [of.total.then_some(&strong), Some(if of.is_last { &last } else { &thin })],
                of.shade.map(band),
                None,
            ))
        }
    }
}
