//! Tools, literature and practice on a terminal.

use super::{Look, Text};
use crate::{
    content::sources::{Kind, Source},
    lang::Lang,
    text::{safe, shorten},
};

/// How much of an element's title stands with its id.
const TITLE: usize = 40;

/// Sources by kind, as `ips sources` lists them.
pub fn sources(sources: &[&Source], lang: Lang, look: impl Into<Look>) -> String {
    let mut text = Text::new(look);
    for (_, kind) in Kind::WORDS {
        let of_kind: Vec<&&Source> = sources.iter().filter(|source| source.kind == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        if !text.out.is_empty() {
            text.blank();
        }
        text.bold(&match kind {
            Kind::Tool => lang.tools_heading(),
            Kind::Literature => lang.literature_heading(),
            Kind::Practice => lang.practice_heading(),
        });
        for source in of_kind {
            one(&mut text, source, lang);
        }
    }
    text.done()
}

fn one(text: &mut Text, source: &Source, lang: Lang) {
    text.blank();
    text.paragraph(&safe(&source.citation), 3, 0);
    text.paragraph(&safe(&source.note), 5, 0);
    if let Some(url) = &source.url {
        // Whole, so that it can be copied and opened.
        text.line(&format!("     {url}"));
    }
    let helped = source
        .helps
        .iter()
        .map(|helped| format!("{} ({})", shorten(&safe(&helped.title), TITLE), safe(&helped.id())));
    text.paragraph(&lang.helps_with(&helped.collect::<Vec<_>>().join(", ")), 5, 2);
}
