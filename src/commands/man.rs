//! `ips man`: the pages for the program `man`, made of what the help says.

mod page;

use std::{
    fs,
    path::{Path, PathBuf},
};

use self::page::Page;
use super::{
    Context,
    flags::{About, Example, Explained, flags},
    output::elsewhere,
};
use crate::{
    fault::{Fault, shown_path},
    lang::Lang,
    text::visible,
};

flags! {
    pub struct ManArgs {
        #[arg(conflicts_with = "output")]
        command: Option<String> {
            value: "OPDRACHT" / "COMMAND",
            nl: "De opdracht; zonder: ips zelf",
            en: "The command; without: ips itself",
        },
        #[arg(short, long)]
        output: Option<PathBuf> {
            value: "MAP" / "FOLDER",
            nl: "Bewaar de bladzijden van alle opdrachten in deze map, in elke taal, waar man ze zoekt",
            en: "Save the pages of all commands in this folder, in each language, where man looks for them",
        },
        #[arg(long, requires = "output")]
        force: bool {
            nl: "Vervang bladzijden die er al zijn",
            en: "Replace pages that are there already",
        },
    }
}

impl Explained for ManArgs {
    const ABOUT: About = About {
        nl: "Maak bladzijden voor het programma man, op Linux en macOS",
        en: "Make pages for the program man, on Linux and macOS",
        examples: [
            Example {
                line: "ips man assess",
                nl: "De bladzijde van een opdracht; om te lezen: ips man assess | man -l -",
                en: "The page of a command; to read it: ips man assess | man -l -",
            },
            Example {
                line: "ips man -o ~/.local/share/man",
                nl: "Alle bladzijden; daarna doet man ips-assess het, en man -L nl ips-assess",
                en: "All pages; from then on man ips-assess works, and man -L nl ips-assess",
            },
        ],
    };
}

pub fn run(context: &Context, args: &ManArgs) -> Result<(), Fault> {
    if let Some(folder) = &args.output {
        return save_all(context, folder, args.force);
    }
    let page = match &args.command {
        None => Page::of_all((context.command_line)(context.lang), context.lang),
        Some(typed) => Page::of_one((context.command_line)(context.lang), typed, context.lang).ok_or_else(|| {
            let typed = visible(typed);
            Fault::wrong_use(|lang| format!("{} {}", lang.unknown_command(&typed), lang.see_help("ips --help")))
        })?,
    };
    context.print(page.text)
}

/// Saves every page in every language. English is what `man` shows to whoever has no pages in a language of their own.
fn save_all(context: &Context, folder: &Path, force: bool) -> Result<(), Fault> {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        let section = match lang {
            Lang::En => folder.join("man1"),
            Lang::Nl => folder.join(lang.code()).join("man1"),
        };
        let of_lang = Page::all((context.command_line)(lang), lang);
        pages.extend(of_lang.into_iter().map(|page| (section.join(&page.file), page.text)));
    }
    // All or nothing, as far as that goes for so many files.
    if let Some((there, _)) = pages.iter().find(|(path, _)| !force && path.exists()) {
        let there = shown_path(there);
        return Err(Fault::failed(|lang| lang.file_exists(&there)));
    }
    for (path, text) in &pages {
        let section = path.parent().unwrap_or(folder);
        fs::create_dir_all(section).map_err(|error| elsewhere(Fault::unwritable(section, &error)))?;
        context.save(path, &|out| out.write_all(text.as_bytes()), force)?;
    }
    context.tell(&context.lang.pages_saved(pages.len(), &shown_path(folder)));
    Ok(())
}
