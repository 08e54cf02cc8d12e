//! One door for every document: which forms there are, which of them a document can take, and how it is written.
//!
//! A new form is a row of the first table and a file beside this one; a new document is a row of the second. What can't be
//! made is refused, and what can is said, from these tables alone.

mod choice;
pub mod csv;
#[cfg(feature = "office")]
pub mod excel;
pub mod filling_in;
pub mod html;
pub mod json;
pub mod markdown;
#[cfg(feature = "office")]
pub mod odf;
#[cfg(feature = "office")]
mod office;
pub mod plain;
pub mod reply;
#[cfg(feature = "office")]
mod sheets;
pub mod terminal;
pub mod tidy;
#[cfg(feature = "office")]
pub mod word;

use std::io::{self, Write};

pub use self::choice::Wanted;
use crate::{
    comparison::Comparison,
    drawing::{self, radar::Radar},
    gap::Gap,
    lang::Lang,
    overview::Overview,
    page::Page,
    profile::Profile,
    questionnaire::Questionnaire,
    report::{Report, agenda::AgendaReport, gap::GapReport, overview::OverviewReport, trend::TrendReport},
    scoring::Scores,
    trend::Trend,
};

/// A form that a document can have: a row of the table below.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name for `--format`.
    pub id: &'static str,
    /// Other names for `--format`.
    pub also: &'static [&'static str],
    /// What the names of its files end in, the one to name first.
    pub endings: &'static [&'static str],
    /// Whether it is text, which a terminal can show.
    pub is_text: bool,
    made: Made,
}

/// What a form is made from, and how; where a build lacks a form there is no way to make it.
#[derive(Clone, Copy, Debug)]
enum Made {
    /// From blocks of text, tables and drawings.
    Page(Option<fn(&Page) -> Vec<u8>>),
    /// From what is reported, as sheets with numbers to reckon with.
    Workbook(Option<fn(&Contents<'_>) -> Vec<u8>>),
    /// Row by row, from what was answered.
    Rows,
    /// From the values themselves, for other programs.
    Data,
    /// From a drawing in SVG.
    Drawing(Option<fn(String) -> Vec<u8>>),
    /// From a page as well, or from what is made for a browser alone.
    Html,
    /// From lines of text.
    Text,
}

const HTML: Format = Format {
    id: "html",
    also: &[],
    endings: &["html", "htm"],
    is_text: true,
    made: Made::Html,
};
const WORD: Format = Format {
    id: "docx",
    also: &["word"],
    endings: &["docx"],
    is_text: false,
    #[cfg(feature = "office")]
    made: Made::Page(Some(word::page)),
    #[cfg(not(feature = "office"))]
    made: Made::Page(None),
};
const ODT: Format = Format {
    id: "odt",
    also: &["writer"],
    endings: &["odt"],
    is_text: false,
    #[cfg(feature = "office")]
    made: Made::Page(Some(odf::document::page)),
    #[cfg(not(feature = "office"))]
    made: Made::Page(None),
};
const EXCEL: Format = Format {
    id: "xlsx",
    also: &["excel"],
    endings: &["xlsx"],
    is_text: false,
    #[cfg(feature = "office")]
    made: Made::Workbook(Some(excel::of)),
    #[cfg(not(feature = "office"))]
    made: Made::Workbook(None),
};
const ODS: Format = Format {
    id: "ods",
    also: &["calc"],
    endings: &["ods"],
    is_text: false,
    #[cfg(feature = "office")]
    made: Made::Workbook(Some(odf::spreadsheet::of)),
    #[cfg(not(feature = "office"))]
    made: Made::Workbook(None),
};
const MARKDOWN: Format = Format {
    id: "markdown",
    also: &["md"],
    endings: &["md"],
    is_text: true,
    made: Made::Page(Some(|page| markdown::page(page).into_bytes())),
};
const CSV: Format = Format {
    id: "csv",
    also: &[],
    endings: &["csv"],
    is_text: true,
    made: Made::Rows,
};
const JSON: Format = Format {
    id: "json",
    also: &[],
    endings: &["json"],
    is_text: true,
    made: Made::Data,
};
const SVG: Format = Format {
    id: "svg",
    also: &[],
    endings: &["svg"],
    is_text: true,
    made: Made::Drawing(Some(String::into_bytes)),
};
const PNG: Format = Format {
    id: "png",
    also: &[],
    endings: &["png"],
    is_text: false,
    made: Made::Drawing(drawing::PNG),
};

const TEXT: Format = Format {
    id: "txt",
    also: &["text"],
    endings: &["txt"],
    is_text: true,
    made: Made::Text,
};

/// Every form, in the order in which they are named. One that is left out here is seen by the compiler: nothing uses it.
pub const FORMATS: [Format; 11] = [TEXT, HTML, WORD, ODT, EXCEL, ODS, MARKDOWN, CSV, JSON, SVG, PNG];

/// What a workbook reports.
pub enum Contents<'c> {
    /// One meeting.
    Report(&'c Report),
    /// Many teams.
    Overview(Box<OverviewReport>),
    /// Groups side by side.
    Gap(&'c GapReport),
}

/// Writes a document bit by bit, however long it is.
type Streamed<C> = fn(&C, &mut dyn Write) -> io::Result<()>;

/// What a document can be made as, from its content: it has every form that is made of something it has.
pub struct Document<C> {
    /// Its name at the start of a sentence in Dutch, and inside one in English.
    name: fn(Lang) -> String,
    /// A name for its file, without an ending.
    file: fn(Lang) -> String,
    page: Option<fn(&C) -> Page>,
    contents: Option<fn(&C) -> Contents<'_>>,
    rows: Option<Streamed<C>>,
    data: Option<Streamed<C>>,
    drawing: Option<fn(&C) -> String>,
    text: Option<fn(&C) -> String>,
    browser: Option<fn(&C) -> String>,
}

impl<'d> Document<OneMeeting<'d>> {
    /// What `ips export` makes.
    pub const fn report() -> Document<OneMeeting<'d>> {
        Document {
            name: Lang::report_document,
            file: Lang::report_file,
            page: Some(|meeting| Page::of(meeting.report)),
            contents: Some(|meeting| Contents::Report(meeting.report)),
            rows: Some(|meeting, out| {
                csv::questions(out, meeting.profile, meeting.scores, meeting.comparison, meeting.csv)
            }),
            data: Some(|meeting, out| {
                let json = json::report(meeting.profile, meeting.scores, meeting.comparison);
                out.write_all(json.as_bytes())
            }),
            drawing: Some(|meeting| Radar::of(meeting.report).alone()),
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<tidy::Answers<'d>> {
    /// What `ips export` makes of a folder.
    pub const fn answers() -> Document<tidy::Answers<'d>> {
        Document {
            name: Lang::answers_document,
            file: Lang::answers_file,
            page: None,
            contents: None,
            rows: Some(tidy::table),
            data: None,
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<ManyMeetings<'d>> {
    /// What `ips trend` makes.
    pub const fn trend() -> Document<ManyMeetings<'d>> {
        Document {
            name: Lang::trend_document,
            file: Lang::trend_file,
            page: Some(|meetings| Page::of_trend(meetings.report)),
            contents: None,
            rows: None,
            data: Some(|meetings, out| out.write_all(json::trend(meetings.trend).as_bytes())),
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<ManyTeams<'d>> {
    /// What `ips overview` makes.
    pub const fn overview() -> Document<ManyTeams<'d>> {
        Document {
            name: Lang::overview_document,
            file: Lang::overview_file,
            page: Some(|teams| Page::of_overview(&teams.report())),
            contents: Some(|teams| Contents::Overview(Box::new(teams.report()))),
            rows: Some(|teams, out| csv::teams(out, teams.overview)),
            data: Some(|teams, out| json::overview(out, teams.overview, teams.lang)),
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<Groups<'d>> {
    /// What `ips gap` makes.
    pub const fn gap() -> Document<Groups<'d>> {
        Document {
            name: Lang::gap_document,
            file: Lang::gap_file,
            page: Some(|groups| Page::of_gap(groups.report)),
            contents: Some(|groups| Contents::Gap(groups.report)),
            rows: Some(|groups, out| csv::groups(out, groups.gap)),
            data: Some(|groups, out| out.write_all(json::gap(groups.gap).as_bytes())),
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl Document<AgendaReport> {
    /// What `ips agenda` makes.
    pub const fn agenda() -> Document<AgendaReport> {
        Document {
            name: Lang::agenda_document,
            file: Lang::agenda_file,
            page: Some(Page::of_agenda),
            contents: None,
            rows: None,
            data: None,
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<Questions<'d>> {
    /// What `ips questions` makes.
    pub const fn questions() -> Document<Questions<'d>> {
        Document {
            name: Lang::questions_document,
            file: Lang::questions_file,
            page: Some(|asked| Page::of_questions(asked.questionnaire, asked.lang)),
            contents: None,
            rows: None,
            data: Some(|asked, out| out.write_all(json::questionnaire(asked.questionnaire).as_bytes())),
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

impl<'d> Document<MemberForm<'d>> {
    /// What `ips form` makes.
    pub const fn form_for_members() -> Document<MemberForm<'d>> {
        Document {
            name: Lang::form_document,
            file: Lang::form_file,
            page: None,
            contents: None,
            rows: None,
            data: None,
            drawing: None,
            text: Some(reply::form),
            browser: Some(filling_in::page),
        }
    }
}

impl Document<Page> {
    /// What `ips guide` makes.
    pub const fn guide() -> Document<Page> {
        Document {
            name: Lang::guide_document,
            file: Lang::guide_file,
            page: Some(Page::clone),
            contents: None,
            rows: None,
            data: None,
            drawing: None,
            text: None,
            browser: None,
        }
    }
}

/// One meeting, compared with an earlier one or not.
pub struct OneMeeting<'d> {
    /// What was answered.
    pub profile: &'d Profile,
    /// What follows from it.
    pub scores: &'d Scores,
    /// What changed since the earlier meeting.
    pub comparison: Option<&'d Comparison<'d>>,
    /// The same in words.
    pub report: &'d Report,
    /// How its rows are written.
    pub csv: csv::Dialect,
}

/// One team over several meetings.
pub struct ManyMeetings<'d> {
    /// What became of each element.
    pub trend: &'d Trend<'d>,
    /// The same in words.
    pub report: &'d TrendReport,
}

/// Many teams that were asked the same, and the language to say the rest in.
pub struct ManyTeams<'d> {
    /// How they stand.
    pub overview: &'d Overview,
    /// The language of the rest.
    pub lang: Lang,
}

impl ManyTeams<'_> {
    /// The same in words: only made for a form that has them, since there may be many teams.
    fn report(&self) -> OverviewReport {
        OverviewReport::new(self.overview, self.lang)
    }
}

/// Groups side by side.
pub struct Groups<'d> {
    /// How they stand.
    pub gap: &'d Gap<'d>,
    /// The same in words.
    pub report: &'d GapReport,
}

/// What is asked, and the language to say the rest in.
pub struct Questions<'d> {
    /// What is asked.
    pub questionnaire: &'d Questionnaire,
    /// The language of the rest.
    pub lang: Lang,
}

/// What each member is asked, alone and beforehand.
pub struct MemberForm<'d> {
    /// What is asked.
    pub questionnaire: &'d Questionnaire,
    /// The language of the rest.
    pub lang: Lang,
    /// The group that it is for, if it is for one.
    pub group: Option<&'d str>,
}

/// A form of a document that was chosen and can be made.
pub struct Form<C> {
    /// Which form it is.
    pub format: Format,
    file: fn(Lang) -> String,
    maker: Maker<C>,
}

enum Maker<C> {
    Page(fn(&C) -> Page, fn(&Page) -> Vec<u8>),
    Workbook(fn(&C) -> Contents<'_>, fn(&Contents<'_>) -> Vec<u8>),
    Rows(Streamed<C>),
    Data(Streamed<C>),
    Drawing(fn(&C) -> String, fn(String) -> Vec<u8>),
    Text(fn(&C) -> String),
}

/// Why a document can't be made in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// No such document has it.
    OfDocument,
    /// This build was made without it.
    OfBuild,
}

impl<C> Document<C> {
    fn form(&self, format: Format) -> Result<Form<C>, Lack> {
        use Lack::{OfBuild, OfDocument};
        let maker = match format.made {
            Made::Html => match self.browser {
                Some(write) => Maker::Text(write),
                None => Maker::Page(self.page.ok_or(OfDocument)?, |page| html::page(page).into_bytes()),
            },
            Made::Text => Maker::Text(self.text.ok_or(OfDocument)?),
            Made::Page(make) => Maker::Page(self.page.ok_or(OfDocument)?, make.ok_or(OfBuild)?),
            Made::Workbook(make) => Maker::Workbook(self.contents.ok_or(OfDocument)?, make.ok_or(OfBuild)?),
            Made::Rows => Maker::Rows(self.rows.ok_or(OfDocument)?),
            Made::Data => Maker::Data(self.data.ok_or(OfDocument)?),
            Made::Drawing(make) => Maker::Drawing(self.drawing.ok_or(OfDocument)?, make.ok_or(OfBuild)?),
        };
        Ok(Form {
            format,
            file: self.file,
            maker,
        })
    }

    /// The forms that it can have, in the order of the table; one that this build lacks among them.
    pub fn formats(&self) -> impl Iterator<Item = Format> {
        let has = |format: &Format| self.form(*format).err() != Some(Lack::OfDocument);
        FORMATS.into_iter().filter(has)
    }
}

impl<C> Form<C> {
    /// A name for its file that tells what it is about: `verslag-noord-2026-11-21.html`, a second one with a number.
    pub(crate) fn file_name(&self, lang: Lang, about: &str, number: u32) -> String {
        let mut name = (self.file)(lang);
        if !about.is_empty() {
            name = format!("{name}-{about}");
        }
        if number > 1 {
            name = format!("{name}-{number}");
        }
        format!("{name}.{}", self.format.ending())
    }

    /// Whether the clock is looked at while it is made: the library for Excel panics at one that stands before 1970.
    pub(crate) fn reads_clock(&self) -> bool {
        matches!(self.maker, Maker::Workbook(..)) && self.format.id == EXCEL.id
    }

    /// The characters that it has to draw and has no letters for, which another form shows; those of a picture in a text are
    /// told there.
    pub(crate) fn undrawn(&self, content: &C) -> String {
        match self.maker {
            Maker::Drawing(drawing, _) if self.format.id == PNG.id => drawing::undrawn(&drawing(content)),
            _ => String::new(),
        }
    }

    /// Writes a document in this form.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn write(&self, content: &C, out: &mut dyn Write) -> io::Result<()> {
        match self.maker {
            Maker::Page(page, make) => out.write_all(&make(&page(content))),
            Maker::Workbook(contents, make) => out.write_all(&make(&contents(content))),
            Maker::Rows(write) | Maker::Data(write) => write(content, out),
            Maker::Drawing(drawing, make) => out.write_all(&make(drawing(content))),
            Maker::Text(write) => out.write_all(write(content).as_bytes()),
        }
    }
}
