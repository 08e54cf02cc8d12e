//! A page for `man`: what the help says, in the sections that a reader of such pages looks for.

use clap::{Command, builder::Resettable};
use clap_mangen::{
    Man,
    roff::{Roff, bold, roman},
};

use crate::lang::Lang;

/// The day that stands on the pages: of this version, so that two builds make the same ones.
const DAY: &str = "2026-11-26";

const VERSION: &str = concat!("ips ", env!("CARGO_PKG_VERSION"));

/// One page, and the name of its file.
#[derive(Debug)]
pub struct Page {
    pub file: String,
    pub text: String,
}

impl Page {
    /// The page of the whole command line, and one of each command.
    pub fn all(command_line: Command, lang: Lang) -> Vec<Page> {
        let whole = built(command_line);
        let mut pages = vec![page(whole.clone(), lang)];
        pages.extend(whole.get_subcommands().map(|one| page(one.clone(), lang)));
        pages
    }

    /// The page of the whole command line.
    pub fn of_all(command_line: Command, lang: Lang) -> Page {
        page(built(command_line), lang)
    }

    /// The page of a command, by one of its names.
    pub fn of_one(command_line: Command, name: &str, lang: Lang) -> Option<Page> {
        built(command_line)
            .find_subcommand(name)
            .map(|one| page(one.clone(), lang))
    }
}

/// With what every command takes in each of them, and their whole names.
fn built(mut command_line: Command) -> Command {
    command_line.build();
    command_line
}

fn page(command: Command, lang: Lang) -> Page {
    let name = command.get_display_name().unwrap_or("ips").to_owned();
    let is_all = command.has_subcommands();
    let behind = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let heading = command.get_subcommand_help_heading().unwrap_or_default().to_uppercase();
    // What stands behind the help is in columns, which the library would join to a paragraph.
    let command = command.after_help(Resettable::Reset).subcommand_help_heading(heading);
    let page = Man::new(command)
        .title(name.to_uppercase())
        .date(DAY)
        .source(VERSION)
        .manual(lang.manual_title());
    let mut text = Vec::new();
    page.render(&mut text).expect("memory takes a whole page");
    let mut text = String::from_utf8(text).expect("made of text");
    for (english, own) in [
        ("NAME", lang.manual_name()),
        ("SYNOPSIS", lang.manual_synopsis()),
        ("DESCRIPTION", lang.manual_description()),
        ("VERSION", lang.manual_version()),
    ] {
        text = text.replace(&format!("\n.SH {english}\n"), &format!("\n.SH {own}\n"));
    }
    let mut more = Roff::new();
    in_columns(&mut more, &behind);
    if is_all {
        facts(&mut more, &lang.manual_environment(), &lang.manual_variables());
        facts(&mut more, &lang.manual_exit(), &lang.manual_codes());
    } else {
        more.control("SH", [lang.manual_see_also().as_str()]);
        more.text([bold("ips"), roman("(1)")]);
    }
    text.push_str(&more.render());
    Page {
        file: format!("{name}.1"),
        text,
    }
}

/// A heading with lines that stay as they are; what stands behind them is text again.
fn in_columns(page: &mut Roff, text: &str) {
    let mut parts = text.split("\n\n");
    let Some((heading, lines)) = parts.next().and_then(|first| first.split_once(":\n")) else {
        return;
    };
    page.control("SH", [heading.to_uppercase().as_str()]);
    page.control("nf", []);
    for line in lines.lines() {
        page.text([roman(line)]);
    }
    page.control("fi", []);
    for line in parts.flat_map(str::lines) {
        page.control("PP", []);
        page.text([roman(line)]);
    }
}

/// A heading with a word and what it means on each line, a tab between them.
fn facts(page: &mut Roff, heading: &str, lines: &str) {
    page.control("SH", [heading]);
    for (word, means) in lines.lines().filter_map(|line| line.split_once('\t')) {
        page.control("TP", []);
        page.text([bold(word)]);
        page.text([roman(means)]);
    }
}
