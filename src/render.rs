//! One door for every document: which forms there are, which of them a document can take, and how it is written.
//!
//! A new form is a row of the table below and a file beside this one; a new document is one in `documents.rs`. What can't be
//! made is refused, and what can is said, from these tables alone.

mod choice;
pub mod csv;
mod documents;
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

pub use self::{
    choice::Wanted,
    documents::{Groups, ManyMeetings, ManyTeams, MemberForm, OneMeeting, Questions},
};
use crate::{
    drawing,
    lang::Lang,
    page::Page,
    report::{Report, gap::GapReport, overview::OverviewReport},
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
    /// A document that is made of nothing yet.
    const fn named(name: fn(Lang) -> String, file: fn(Lang) -> String) -> Document<C> {
        Document {
            name,
            file,
            page: None,
            contents: None,
            rows: None,
            data: None,
            drawing: None,
            text: None,
            browser: None,
        }
    }

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
