//! Tools, literature and practice on a terminal.

use super::{Look, Text};
use crate::{
    content::sources::{Kind, Source},
    lang::Lang,
    render::plain,
    text::{safe, shorten},
};

/// How much of an element's title stands with its id.
const TITLE: usize = 40;

/// Sources by kind, as `ips sources` lists them.
pub fn sources(sources: &[&Source], lang: Lang, look: impl Into<Look>) -> String {
    let kinds = Kind::WORDS.into_iter().filter_map(|(_, kind)| {
        let of_kind = sources.iter().filter(|source| source.kind == kind).copied();
        let of_kind: Vec<&Source> = of_kind.collect();
        (!of_kind.is_empty()).then(|| (heading(kind, lang), of_kind))
    });
    let look = look.into();
    if look.plain {
        return plain::sources(kinds, lang, look.columns);
    }
    let mut text = Text::new(look);
    for (heading, of_kind) in kinds {
        if !text.out.is_empty() {
            text.blank();
        }
        text.bold(&heading);
        for source in of_kind {
            one(&mut text, source, lang);
        }
    }
    text.done()
}

fn heading(kind: Kind, lang: Lang) -> String {
    match kind {
        Kind::Tool => lang.tools_heading(),
        Kind::Literature => lang.literature_heading(),
        Kind::Practice => lang.practice_heading(),
    }
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
