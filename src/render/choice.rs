//! Which form a document gets: from `--format`, from the ending of its file's name, or from both where they agree.

use std::path::Path;

use super::{Document, FORMATS, Form, Format, Lack, TEXT};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    text::visible,
};

/// The form that is wanted, as it was asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// A flag and the form that it names: `("--format", "html")`, `("--json", "json")`.
    pub flag: Option<(&'a str, &'a str)>,
    /// The file that it goes to.
    pub path: Option<&'a Path>,
    /// Whether it goes to a terminal without a file.
    pub to_terminal: bool,
}

impl Format {
    /// Whether a word after `--format` stands for it.
    fn is_named(&self, word: &str) -> bool {
        let mut names = [self.id].into_iter().chain(self.also.iter().copied());
        names.any(|name| name.eq_ignore_ascii_case(word))
    }

    /// The format that a file's name ends in.
    pub fn of_file(path: &Path) -> Option<Format> {
        let ending = path.extension()?.to_str()?;
        let has = |format: &Format| format.endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
        FORMATS.into_iter().find(has)
    }

    /// The ending of its files' names to name first.
    pub fn ending(&self) -> &'static str {
        self.endings[0]
    }
}

impl<C> Document<C> {
    /// The form that is asked for; nothing when none is.
    ///
    /// # Errors
    /// A form that the document doesn't have, that this build lacks, that contradicts the file's name, or that a terminal
    /// can't show; each with what is possible.
    pub fn choose(&self, wanted: Wanted<'_>) -> Result<Option<Form<C>>, Fault> {
        // A name that ends in .txt says only of a document that is plain text what it is.
        let says_what = |format: &Format| format.id != TEXT.id || self.text.is_some();
        let of_file = wanted.path.and_then(Format::of_file).filter(says_what);
        let format = match (wanted.flag, wanted.path) {
            (None, None) => return Ok(None),
            (None, Some(path)) => of_file.ok_or_else(|| self.cannot_be(&shown_path(path)))?,
            (Some((flag, word)), path) => {
                let named = FORMATS.into_iter().find(|format| format.is_named(word));
                let format = named.ok_or_else(|| self.cannot_be(&visible(word)))?;
                if let (Some(path), Some(other)) = (path, of_file)
                    && other.id != format.id
                {
                    let file = shown_path(path);
                    return Err(Fault::wrong_use(|lang| {
                        lang.not_of_this_form(flag, &file, format.ending())
                    }));
                }
                format
            }
        };
        let named = wanted.path.map_or_else(|| format.ending().to_owned(), shown_path);
        let form = match self.form(format) {
            Err(Lack::OfDocument) => return Err(self.cannot_be(&named)),
            form => form,
        };
        if wanted.to_terminal && wanted.path.is_none() && !format.is_text {
            return Err(Fault::wrong_use(|lang| {
                lang.not_for_a_terminal(&self.example(lang, format))
            }));
        }
        let form =
            form.map_err(|_| Fault::wrong_use(|lang| lang.not_in_this_build(&self.example(lang, FORMATS[0]))))?;
        Ok(Some(form))
    }

    /// The first of its forms, for when none is asked for: every build has it.
    pub(crate) fn first(&self) -> Form<C> {
        let form = self.formats().find_map(|format| self.form(format).ok());
        form.expect("a document has a form")
    }

    /// A form that it has in every build, for when none is asked for.
    ///
    /// # Panics
    /// When it hasn't.
    pub(crate) fn usual(&self, id: &str) -> Form<C> {
        let format = FORMATS.into_iter().find(|format| format.id == id);
        let form = format.and_then(|format| self.form(format).ok());
        form.expect("a form that needs no feature")
    }

    /// The endings of its files' names, in words: `.html, .docx, .odt of .md`.
    pub fn endings(&self, lang: Lang) -> String {
        let endings: Vec<String> = self.formats().map(|format| format!(".{}", format.ending())).collect();
        lang.one_of(&endings.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The words after `--format` that it knows: `html, docx, odt of markdown`.
    pub fn ids(&self, lang: Lang) -> String {
        lang.one_of(&self.form_ids())
    }

    /// The same words, each by itself.
    pub fn form_ids(&self) -> Vec<&'static str> {
        self.formats().map(|format| format.id).collect()
    }

    fn cannot_be(&self, named: &str) -> Fault {
        Fault::wrong_use(|lang| {
            let example = self.formats().next().map(|format| self.example(lang, format));
            let example = example.unwrap_or_default();
            lang.cannot_be(&(self.name)(lang), named, &self.endings(lang), &example)
        })
    }

    fn example(&self, lang: Lang, format: Format) -> String {
        format!("{}.{}", (self.file)(lang), format.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted<'a>(word: Option<&'a str>, path: Option<&'a str>, to_terminal: bool) -> Wanted<'a> {
        Wanted {
            flag: word.map(|word| ("--format", word)),
            path: path.map(Path::new),
            to_terminal,
        }
    }

    fn said<C>(chosen: Result<Option<Form<C>>, Fault>) -> String {
        let fault = chosen.err().expect("a refusal");
        fault.problems[0].text(Lang::En)
    }

    #[test]
    fn no_word_and_no_ending_stands_for_two_forms() {
        let mut words: Vec<&str> = FORMATS
            .iter()
            .flat_map(|format| [format.id].into_iter().chain(format.also.iter().copied()))
            .collect();
        let mut endings: Vec<&str> = FORMATS
            .iter()
            .flat_map(|format| format.endings.iter().copied())
            .collect();
        for known in [&mut words, &mut endings] {
            let count = known.len();
            known.sort_unstable();
            known.dedup();
            assert_eq!(known.len(), count, "{known:?}");
        }
    }

    #[test]
    fn what_can_be_made_is_said_from_the_table() {
        assert_eq!(Document::agenda().endings(Lang::Nl), ".html, .docx, .odt of .md");
        assert_eq!(Document::trend().ids(Lang::En), "html, docx, odt, markdown or json");
        assert_eq!(Document::form_for_members().endings(Lang::Nl), ".txt of .html");
        let of_reports = FORMATS.map(|format| format.id).into_iter().filter(|id| *id != "txt");
        let of_reports: Vec<&str> = of_reports.collect();
        assert_eq!(Document::report().ids(Lang::Nl), Lang::Nl.one_of(&of_reports));
    }

    #[test]
    fn a_form_is_found_by_its_word_or_its_ending_and_else_refused_with_those_that_there_are() {
        let agenda = Document::agenda();
        let chosen = |word, path| agenda.choose(wanted(word, path, false));
        assert!(chosen(None, None).unwrap().is_none());
        for (word, path) in [
            (Some("MD"), None),
            (None, Some("a.MD")),
            (Some("markdown"), Some("a.txt")),
        ] {
            assert_eq!(chosen(word, path).unwrap().unwrap().format.id, "markdown");
        }
        let refusal = "ips can't make the agenda as a.png. Choose .html, .docx, .odt or .md: -o agenda.html";
        assert_eq!(said(chosen(None, Some("a.png"))), refusal);
        assert_eq!(said(chosen(Some("png"), Some("a.png"))), refusal);
        assert_eq!(said(chosen(Some("foo"), None)), refusal.replace("a.png", "foo"));
        assert!(said(chosen(Some("html"), Some("a.md"))).starts_with("--format doesn't fit a.md."));
    }

    #[test]
    fn a_terminal_is_not_given_what_is_no_text() {
        let report = Document::report();
        assert!(said(report.choose(wanted(Some("xlsx"), None, true))).ends_with("-o report.xlsx"));
        assert!(report.choose(wanted(Some("svg"), None, true)).is_ok());
    }

    #[cfg(not(feature = "office"))]
    #[test]
    fn what_a_build_lacks_is_said() {
        let sentence = said(Document::report().choose(wanted(Some("docx"), None, false)));
        assert!(
            sentence.starts_with("This ips was made without that form."),
            "{sentence}"
        );
    }
}
