//! The parts of a Word document around its text, and the archive that holds them.

use maud::{Markup, html};

use super::{MAIN, RELATIONS, styles, typefaces};
use crate::{
    lang::Lang,
    page::Page,
    render::office::{Density, Style, WIDTH, archive::Archive, is_safe, locale, picture::size_of},
    text::shorten,
};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KINDS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PROPERTIES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// The footer, as the document's text refers to it.
pub(crate) const FOOTER: &str = "footer";

/// The parts beside the document's text, each with its kind.
const BESIDE: [&str; 5] = ["styles", "numbering", "settings", "fontTable", FOOTER];

/// A document on the way: its pictures, links and lists of steps so far.
pub struct Package<'p> {
    page: &'p Page,
    pictures: Vec<Vec<u8>>,
    links: Vec<String>,
    steps: usize,
}

/// A picture of the document.
pub struct Picture {
    /// Its number, from 1.
    pub number: usize,
    /// How the document's text refers to it.
    pub relation: String,
    /// Its width and height in dots.
    pub width: u64,
    /// Its height in dots.
    pub height: u64,
}

impl<'p> Package<'p> {
    pub fn new(page: &'p Page) -> Self {
        Package {
            page,
            pictures: Vec::new(),
            links: Vec::new(),
            steps: 0,
        }
    }

    /// The page that becomes a document.
    pub fn page(&self) -> &'p Page {
        self.page
    }

    /// Takes in where a link leads to, and tells how the document's text refers to it; not if it isn't safe to follow.
    pub fn link(&mut self, url: &str) -> Option<String> {
        if !is_safe(url) {
            return None;
        }
        let number = self.links.iter().position(|link| link == url).unwrap_or_else(|| {
            self.links.push(url.to_owned());
            self.links.len() - 1
        });
        Some(link(number))
    }

    /// Begins another list of steps, with numbers of its own.
    pub fn steps(&mut self) -> String {
        self.steps += 1;
        styles::steps(self.steps)
    }

    /// Takes in a picture in PNG.
    pub fn picture(&mut self, png: Vec<u8>) -> Picture {
        let (width, height) = size_of(&png);
        let number = self.pictures.len() + 1;
        let picture = Picture {
            number,
            relation: relation(number),
            width,
            height,
        };
        self.pictures.push(png);
        picture
    }

    /// The document as a file, with this text.
    pub fn finished(self, document: &Markup) -> Vec<u8> {
        let lang = self.page.lang;
        let mut file = Archive::new();
        file.part("[Content_Types].xml", &kinds());
        file.part("_rels/.rels", &outer_relations());
        file.part("docProps/core.xml", &self.core());
        file.part("docProps/app.xml", &app());
        file.part("word/document.xml", document);
        file.part("word/_rels/document.xml.rels", &self.relations());
        file.part("word/styles.xml", &styles::styles(lang, Density::of(self.page)));
        file.part("word/numbering.xml", &styles::numbering(self.steps));
        file.part("word/settings.xml", &settings(lang));
        file.part("word/fontTable.xml", &typefaces::fonts());
        file.part("word/footer.xml", &footer(&self.page.title));
        for (number, picture) in (1..).zip(&self.pictures) {
            // A picture is packed already.
            file.stored(&format!("word/{}", image(number)), picture);
        }
        file.finished()
    }

    /// Its title and language. When it was made is left out: the text names the meeting's day, and the same profile gives
    /// the same file on any day.
    fn core(&self) -> Markup {
        html! {
            cp:coreProperties xmlns:cp=(format!("{PACKAGE}/metadata/core-properties")) xmlns:dc="http://purl.org/dc/elements/1.1/" {
                dc:title { (self.page.title) }
                dc:creator { "ips" }
                dc:language { (locale(self.page.lang)) }
            }
        }
    }

    fn relations(&self) -> Markup {
        html! {
            Relationships xmlns=(format!("{PACKAGE}/relationships")) {
                @for part in BESIDE {
                    Relationship Id=(part) Type=(format!("{RELATIONS}/{part}")) Target=(format!("{part}.xml")) {}
                }
                @for (number, url) in self.links.iter().enumerate() {
                    Relationship Id=(link(number)) Type=(format!("{RELATIONS}/hyperlink")) Target=(url) TargetMode="External" {}
                }
                @for number in 1..=self.pictures.len() {
                    Relationship Id=(relation(number)) Type=(format!("{RELATIONS}/image")) Target=(image(number)) {}
                }
            }
        }
    }
}

fn relation(number: usize) -> String {
    format!("image{number}")
}

fn link(number: usize) -> String {
    format!("link{number}")
}

fn image(number: usize) -> String {
    format!("media/image{number}.png")
}

fn kinds() -> Markup {
    html! {
        Types xmlns=(format!("{PACKAGE}/content-types")) {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="png" ContentType="image/png" {}
            Override PartName="/word/document.xml" ContentType=(format!("{KINDS}.document.main+xml")) {}
            @for part in BESIDE {
                Override PartName=(format!("/word/{part}.xml")) ContentType=(format!("{KINDS}.{part}+xml")) {}
            }
            Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
            Override PartName="/docProps/app.xml"
                ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml" {}
        }
    }
}

fn outer_relations() -> Markup {
    html! {
        Relationships xmlns=(format!("{PACKAGE}/relationships")) {
            Relationship Id="document" Type=(format!("{RELATIONS}/officeDocument")) Target="word/document.xml" {}
            Relationship Id="core" Type=(format!("{PACKAGE}/relationships/metadata/core-properties"))
                Target="docProps/core.xml" {}
            Relationship Id="app" Type=(format!("{RELATIONS}/extended-properties")) Target="docProps/app.xml" {}
        }
    }
}

fn app() -> Markup {
    html! { Properties xmlns=(PROPERTIES) { Application { "ips" } } }
}

/// Long Dutch words are hyphenated, which narrow columns need.
fn settings(lang: Lang) -> Markup {
    html! {
        w:settings xmlns:w=(MAIN) {
            w:defaultTabStop w:val="709" {}
            w:autoHyphenation {}
            w:consecutiveHyphenLimit w:val="2" {}
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
            }
            w:themeFontLang w:val=(locale(lang)) {}
            w:decimalSymbol w:val=(lang.pick(",", ".")) {}
            w:listSeparator w:val=(lang.pick(";", ",")) {}
        }
    }
}

/// The title, and which page this is of how many.
fn footer(title: &str) -> Markup {
    let field = |name: &str| html! { w:fldSimple w:instr=(name) { w:r { w:t { "1" } } } };
    html! {
        w:ftr xmlns:w=(MAIN) {
            w:p {
                w:pPr {
                    (Style::Footer.named())
                    w:tabs { w:tab w:val="right" w:pos=(WIDTH) {} }
                }
                w:r { w:t xml:space="preserve" { (shorten(title, 80)) } w:tab {} }
                (field("PAGE"))
                w:r { w:t xml:space="preserve" { " / " } }
                (field("NUMPAGES"))
            }
        }
    }
}
