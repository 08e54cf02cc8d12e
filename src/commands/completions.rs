//! `ips completions`: a script for a shell, which lets it ask the program what goes on where someone presses Tab.

use super::{
    Context,
    flags::{About, Example, Explained, flags},
    values::NotAllowed,
};
use crate::{
    fault::Fault,
    lang::{Lang, Sentence},
};

/// The shells, each with its script. What they have in common: the program is started with the words that are typed, and
/// `IPS_COMPLETE` tells which of them Tab is pressed behind.
pub(crate) const SHELLS: [(&str, &str); 4] = [
    ("bash", include_str!("../../data/completions/ips.bash")),
    ("zsh", include_str!("../../data/completions/ips.zsh")),
    ("fish", include_str!("../../data/completions/ips.fish")),
    ("powershell", include_str!("../../data/completions/ips.ps1")),
];

flags! {
    pub struct CompletionsArgs {
        #[arg(value_parser = script_of)]
        shell: &'static str {
            value: "SCHIL" / "SHELL",
            nl: "Voor welke schil: {shells}",
            en: "For which shell: {shells}",
            shells: |lang: Lang| lang.one_of(&names()),
        },
    }
}

impl Explained for CompletionsArgs {
    const ABOUT: About = About {
        nl: "Laat de Tab-toets opdrachten, opties en profielen aanvullen",
        en: "Let the Tab key fill in commands, options and profiles",
        examples: [
            Example {
                line: "ips completions bash",
                nl: "In ~/.bashrc: source <(ips completions bash); zo ook zsh, en fish met | source",
                en: "In ~/.bashrc: source <(ips completions bash); zsh alike, and fish with | source",
            },
            Example {
                line: "ips completions powershell",
                nl: "In het profiel van PowerShell, $profile: ips completions powershell | Out-String | Invoke-Expression",
                en: "In the profile of PowerShell, $profile: ips completions powershell | Out-String | Invoke-Expression",
            },
        ],
    };
}

fn names() -> [&'static str; SHELLS.len()] {
    SHELLS.map(|(name, _)| name)
}

/// The script of a shell, by its name.
fn script_of(name: &str) -> Result<&'static str, NotAllowed> {
    let found = SHELLS.into_iter().find(|(known, _)| *known == name);
    found.map(|(_, script)| script).ok_or_else(|| NotAllowed {
        allowed: Sentence::new(|lang| lang.one_of(&names())),
    })
}

pub fn run(context: &Context, args: &CompletionsArgs) -> Result<(), Fault> {
    context.print(args.shell)
}
