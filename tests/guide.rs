//! The guide and the other texts beside the code: that both languages tell the same, and that what they name is there.

use std::path::Path;

use ips::{
    cli::{self, Parsed},
    content::{guide::guide, questionnaires},
    lang::Lang,
    page::Page,
    render::{html, markdown, terminal},
    text::slug,
};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::common::parts::{self, Part};

const README: &str = include_str!("../README.md");
const MANY_TEAMS: &str = include_str!("../examples/many-teams.md");
const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");

/// A guide in one language, as it is written.
fn source(lang: Lang) -> &'static str {
    lang.pick(include_str!("../data/guide.nl.md"), include_str!("../data/guide.en.md"))
}

/// What a text in Markdown is made of.
fn events(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// The blocks of a text in Markdown: what each is, and its words.
fn blocks(text: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut words = String::new();
    for event in events(text) {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::End(end) => blocks.push((format!("{end:?}"), std::mem::take(&mut words))),
            _ => {}
        }
    }
    blocks
}

/// The commands in a text in Markdown: the lines to type, and those inside a sentence that say more than a name.
fn commands(text: &str) -> Vec<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    let mut is_code = false;
    for event in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Text(text) if is_code => lines.extend(text.lines().map(str::to_owned)),
            Event::Code(text) if text.split(' ').count() > 2 => lines.push(text.into_string()),
            _ => {}
        }
    }
    let commands = lines.iter().map(|line| {
        // What stands before it brings a command its lines.
        let line = line.rsplit(" | ").next().unwrap_or_default();
        line.strip_prefix("$ ").unwrap_or(line)
    });
    let commands = commands.filter(|line| line.starts_with("ips "));
    commands.map(typed).collect()
}

/// The words of a command, as a shell takes them apart.
fn typed(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for c in line.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            c => words.last_mut().expect("a word").push(c),
        }
    }
    words
}

#[test]
fn every_command_that_is_named_can_be_typed() {
    for text in [README, MANY_TEAMS, source(Lang::Nl), source(Lang::En)] {
        let commands = commands(text);
        assert!(commands.len() > 1, "{commands:?}");
        for command in commands {
            let arguments = command.iter().map(Into::into).collect();
            if let Err(fault) = cli::parse(arguments, Lang::En) {
                panic!("{command:?}: {}", fault.text(Lang::En));
            }
        }
    }
}

#[test]
fn the_guide_tells_the_same_in_both_languages() {
    let kinds = |lang| -> Vec<String> { blocks(source(lang)).into_iter().map(|(kind, _)| kind).collect() };
    assert_eq!(kinds(Lang::Nl), kinds(Lang::En));
    // Files and teams have other names, but commands and flags are the same.
    let flags = |lang| -> Vec<String> {
        let flags = commands(source(lang)).into_iter().map(|command| {
            let said = command.into_iter().enumerate();
            let said = said.filter(|(index, word)| *index < 2 || word.starts_with('-'));
            said.map(|(_, word)| word).collect::<Vec<_>>().join(" ")
        });
        // The one that speaks of the other language.
        flags.filter(|command| !command.contains("--lang")).collect()
    };
    assert_eq!(flags(Lang::Nl), flags(Lang::En));
}

#[test]
fn the_guide_names_every_command() {
    for lang in Lang::ALL {
        for name in names() {
            assert!(source(lang).contains(&format!("ips {name}")), "{name} in {lang:?}");
            assert!(README.contains(&format!("| `ips {name}` |")), "{name} in the README");
        }
    }
}

/// Flags that a team lead needs no guide for.
const NOT_TOLD: [&str; 5] = [
    // Other programs read that.
    "--json",
    // The ending of a name says it.
    "--format",
    // Someone at a terminal is asked.
    "--force",
    // Of the program, not of an evening.
    "--licences",
    // `ips help` says the same.
    "--help",
];

/// What the help of a command says.
fn help(arguments: &[&str]) -> String {
    let arguments = ["ips"].iter().chain(arguments).chain(&["--help"]);
    match cli::parse(arguments.map(Into::into).collect(), Lang::En) {
        Ok(Parsed::Text(help)) => help,
        other => panic!("no help: {other:?}"),
    }
}

/// The commands, as the help lists them.
fn names() -> Vec<String> {
    let help = help(&[]);
    let (_, list) = help.split_once("Commands:\n").expect("a list");
    let lines = list.lines().take_while(|line| !line.is_empty());
    // In a narrow terminal words stand below the names, further in.
    let names = lines.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    names
        .filter_map(|line| Some(line.split_whitespace().next()?.to_owned()))
        .collect()
}

/// The flags of a command, each by all of its names.
fn flags(command: &str) -> Vec<Vec<String>> {
    let help = help(&[command]);
    // Their words stand further in, also where those begin with a flag.
    let lines = help
        .lines()
        .filter(|line| !line.starts_with("       "))
        .map(str::trim_start);
    let lines = lines.filter(|line| line.starts_with('-'));
    let names = |line: &str| {
        let names = line.split([',', ' ']).take_while(|word| !word.starts_with('<'));
        names.filter(|word| word.starts_with('-')).map(str::to_owned).collect()
    };
    lines.map(names).collect()
}

#[test]
fn the_guide_tells_of_every_flag_that_a_team_lead_needs() {
    let commands = names();
    assert!(commands.len() > 10, "{commands:?}");
    let flags: Vec<Vec<String>> = commands.iter().flat_map(|command| flags(command)).collect();
    for flag in NOT_TOLD {
        assert!(flags.iter().flatten().any(|name| name == flag), "{flag} is gone");
    }
    for lang in Lang::ALL {
        let mut is_code = false;
        let code = events(source(lang)).filter_map(|event| match event {
            Event::Start(Tag::CodeBlock(_)) => {
                is_code = true;
                None
            }
            Event::End(TagEnd::CodeBlock) => {
                is_code = false;
                None
            }
            Event::Text(text) if is_code => Some(text),
            Event::Code(text) => Some(text),
            _ => None,
        });
        let code: Vec<String> = code.map(|text| text.replace(['=', '\n'], " ")).collect();
        let told: Vec<&str> = code.iter().flat_map(|text| text.split(' ')).collect();
        let is_told = |name: &String| told.contains(&name.as_str());
        let missing = flags.iter().filter(|names| !names.iter().any(is_told));
        let missing: Vec<&Vec<String>> = missing
            .filter(|names| !names.iter().any(|name| NOT_TOLD.contains(&name.as_str())))
            .collect();
        assert!(missing.is_empty(), "{missing:?} in {lang:?}");
    }
}

#[test]
fn the_guide_names_every_questionnaire() {
    for lang in Lang::ALL {
        for id in questionnaires::ids() {
            assert!(source(lang).contains(id), "{id} in {lang:?}");
        }
    }
}

#[test]
fn every_word_of_the_guide_is_on_its_page() {
    for lang in Lang::ALL {
        let page = Page::of_guide(guide(lang), lang);
        let source = source(lang).replace("\n$ ips", "\nips");
        assert_eq!(blocks(&markdown::page(&page)), blocks(&source));
    }
}

/// The words of a page, in their order.
fn words(page: &Page) -> Vec<String> {
    let blocks = blocks(&markdown::page(page)).into_iter().map(|(_, words)| words);
    blocks.filter(|words| !words.is_empty()).collect()
}

#[test]
fn the_sections_one_by_one_say_all_that_the_guide_says() {
    for lang in Lang::ALL {
        let whole = Page::of_guide(guide(lang), lang);
        let count = whole.sections().len();
        let alone: Vec<Vec<String>> = (0..count).map(|number| words(&whole.clone().section(number))).collect();
        let all = words(&whole);
        assert!(all.ends_with(&alone.concat()), "{lang:?}");
        let short = words(&whole.clone().in_short());
        assert!(all.starts_with(&short) && short.ends_with(&alone[0]), "{short:?}");
    }
}

#[test]
fn what_lists_the_sections_leads_to_each_of_them() {
    for lang in Lang::ALL {
        let whole = Page::of_guide(guide(lang), lang);
        let in_browser = html::page(&whole);
        let on_screen = terminal::page(&whole.clone().with_contents(), 80);
        for (number, (_, title)) in (1..).zip(whole.sections()) {
            let name = slug(title);
            for said in [format!("href=\"#{name}\""), format!("id=\"{name}\"")] {
                assert_eq!(in_browser.matches(&said).count(), 1, "{said} in {lang:?}");
            }
            assert!(on_screen.contains(&format!("{number}. {title}\n")), "{on_screen}");
        }
        assert!(!html::page(&whole.in_short()).contains("<nav"));
    }
}

#[test]
fn lines_to_type_stay_as_they_are_in_every_form() {
    let lines = "ips show --dir \"a <b> & *c*\"\n```\n  two";
    let page = Page::of_guide(events(&format!("# Title\n\n````sh\n{lines}\n````\n")), Lang::En);
    let texts = |parts: Vec<Part>| parts.into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    let markdown = markdown::page(&page);
    assert!(markdown.ends_with(&format!("\n````\n{lines}\n````\n")), "{markdown}");
    assert!(texts(parts::html(html::page(&page).as_bytes())).contains(&lines.to_owned()));
    #[cfg(feature = "office")]
    assert!(parts::word(&ips::render::word::page(&page)).contains(&("HTMLPreformatted".into(), lines.into())));
    // A terminal that is too narrow for the margin takes it away.
    for (columns, margin) in [(60, "     "), (30, "  "), (20, " ")] {
        let shown = terminal::page(&page, columns);
        let behind: Vec<String> = lines.lines().map(|line| format!("{margin}{line}\n")).collect();
        assert!(shown.ends_with(&format!("\n{}", behind.concat())), "{shown}");
    }
}

#[test]
fn a_page_on_a_terminal_reads_well() {
    let text = "# A title\n\nSome *words* that go on until the end of the line and beyond it.\n\n## A heading\n\n\
        1. First.\n2. Then this, which takes more than one line on a narrow screen.\n\n### Below it\n\n\
        | Key | What |\n| --- | --- |\n| Enter | goes on to the next question of all |\n| b | back |\n\n\
        - Only `one` thing, and then something more to wrap.\n\n\
        | Way | One | Other |\n| --- | --- | --- |\n| together | talk | listen |\n\n\
        ```sh\nips agenda -o agenda.html --question \"How are you?\"\n```\n";
    let page = Page::of_guide(events(text), Lang::En);
    insta::assert_snapshot!([60, 40].map(|columns| terminal::page(&page, columns)).join("\n=====\n"));
}

#[test]
fn every_step_of_ci_is_told_to_contributors() {
    let scripts = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(".ci")).expect("the steps");
    for script in scripts {
        let name = script.expect("a step").file_name();
        let name = format!("`.ci/{}", name.to_str().expect("a plain name"));
        assert!(CONTRIBUTING.contains(&name), "CONTRIBUTING.md doesn't tell of {name}`");
    }
}

#[test]
fn the_files_that_are_named_for_contributors_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let names = Parser::new(CONTRIBUTING).filter_map(|event| match event {
        Event::Code(text) => Some(text.into_string()),
        _ => None,
    });
    let is_file = |name: &String| {
        let ends = |ending| Path::new(name).extension().is_some_and(|found| found == ending);
        !name.contains([' ', '<', '*', ':']) && (name.contains('/') || ["rs", "toml", "md"].into_iter().any(ends))
    };
    let names: Vec<String> = names.filter(is_file).collect();
    assert!(names.len() > 10, "{names:?}");
    let missing: Vec<&String> = names.iter().filter(|name| !root.join(name).exists()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
