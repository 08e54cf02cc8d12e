//! `OpenDocument` 1.3: what a text and a spreadsheet have alike.
//!
//! Both are written part by part as Word's are, and for the same reasons; `maud` writes the elements and escapes every text.

pub mod document;
pub mod spreadsheet;

use std::fmt::Write as _;

use maud::{Markup, PreEscaped, html};

use super::office::{archive::Archive, locale};
use crate::lang::Lang;

/// What the prefixes of names stand for.
const NAMES: [(&str, &str); 14] = [
    ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
    ("config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0"),
    ("manifest", MANIFEST),
    ("dc", "http://purl.org/dc/elements/1.1/"),
    ("xlink", "http://www.w3.org/1999/xlink"),
    ("ooo", "http://openoffice.org/2004/office"),
];
const MANIFEST: &str = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

const VERSION: &str = "1.3";

/// A document in its parts.
struct Package<'p> {
    /// What kind of document it is, behind `application/vnd.oasis.opendocument.`.
    kind: &'static str,
    title: &'p str,
    lang: Lang,
    content: Markup,
    styles: Markup,
    /// How it stands on the screen, if that is told.
    settings: Option<Markup>,
    /// In PNG, in the order of their numbers from 1.
    pictures: Vec<Vec<u8>>,
}

impl Package<'_> {
    /// The document as a file. Its kind stands in front, not packed, so that other programs see it there.
    fn finished(self) -> Vec<u8> {
        let kind = format!("application/vnd.oasis.opendocument.{}", self.kind);
        let mut parts = vec![
            ("content", self.content),
            ("styles", self.styles),
            ("meta", meta(self.title, self.lang)),
        ];
        parts.extend(self.settings.map(|settings| ("settings", settings)));
        let mut file = Archive::new();
        file.stored("mimetype", kind.as_bytes());
        for (name, inside) in &parts {
            file.part(&format!("{name}.xml"), &part(name, inside));
        }
        for (number, png) in (1..).zip(&self.pictures) {
            file.stored(&picture(number), png);
        }
        let manifest = html! {
            manifest:manifest xmlns:manifest=(MANIFEST) manifest:version=(VERSION) {
                manifest:file-entry manifest:full-path="/" manifest:version=(VERSION) manifest:media-type=(kind) {}
                @for (name, _) in &parts {
                    manifest:file-entry manifest:full-path={ (name) ".xml" } manifest:media-type="text/xml" {}
                }
                @for number in 1..=self.pictures.len() {
                    manifest:file-entry manifest:full-path=(picture(number)) manifest:media-type="image/png" {}
                }
            }
        };
        file.part("META-INF/manifest.xml", &manifest);
        file.finished()
    }
}

/// Where a picture is in the archive.
fn picture(number: usize) -> String {
    format!("Pictures/{number}.png")
}

/// A part with its names.
fn part(name: &str, inside: &Markup) -> Markup {
    let names = NAMES
        .map(|(prefix, name)| format!(" xmlns:{prefix}=\"{name}\""))
        .concat();
    let inside = &inside.0;
    PreEscaped(format!(
        "<office:document-{name}{names} office:version=\"{VERSION}\">{inside}</office:document-{name}>"
    ))
}

/// Its title and language. When it was made is left out: the same profile gives the same file on any day.
fn meta(title: &str, lang: Lang) -> Markup {
    html! {
        office:meta {
            meta:generator { "ips" }
            dc:title { (title) }
            dc:language { (locale(lang)) }
        }
    }
}

/// A text with its white space, of which a reader would leave out what stands at an end or beside more of it.
fn words(text: &str) -> Markup {
    let escaped = html! { (text) }.0;
    let mut written = String::with_capacity(escaped.len());
    let mut rest = escaped.as_str();
    while let Some(at) = rest.find([' ', '\t', '\n']) {
        written.push_str(&rest[..at]);
        let is_first = at == 0;
        rest = &rest[at..];
        if let Some(behind) = rest.strip_prefix('\t') {
            written.push_str("<text:tab/>");
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix('\n') {
            written.push_str("<text:line-break/>");
            rest = behind;
        } else {
            let behind = rest.trim_start_matches(' ');
            match rest.len() - behind.len() {
                1 if !is_first && !behind.is_empty() => written.push(' '),
                blanks => {
                    let _ = write!(written, "<text:s text:c=\"{blanks}\"/>");
                }
            }
            rest = behind;
        }
    }
    written.push_str(rest);
    PreEscaped(written)
}

/// A length in twentieths of a point, as it is written.
fn points(twentieths: usize) -> String {
    format!("{}.{:02}pt", twentieths / 20, twentieths % 20 * 5)
}

/// The language and country of a text.
fn language(lang: Lang) -> (&'static str, &'static str) {
    locale(lang).split_once('-').expect("a language with its country")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_kept() {
        for (text, expected) in [
            ("a b", "a b"),
            (" a", "<text:s text:c=\"1\"/>a"),
            ("a  b ", "a<text:s text:c=\"2\"/>b<text:s text:c=\"1\"/>"),
            ("a\n\tb", "a<text:line-break/><text:tab/>b"),
            ("<a> &\n b", "&lt;a&gt; &amp;<text:line-break/><text:s text:c=\"1\"/>b"),
            ("", ""),
        ] {
            assert_eq!(words(text).0, expected, "{text:?}");
        }
    }

    #[test]
    fn a_length_is_exact() {
        assert_eq!(points(11_906), "595.30pt");
        assert_eq!(points(21), "1.05pt");
    }
}
