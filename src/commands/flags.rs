//! How a command says what it takes: its flags, and the help of each of them in both languages.

use crate::lang::Lang;

/// Flags that stand in the help: made by [`flags!`], so that none of them lacks its words.
pub trait Flags: clap::Args {
    /// Puts the words of each flag in the command that has them.
    fn explained(command: clap::Command, lang: Lang) -> clap::Command;
}

/// The flags of a whole command, which says what it does and how to begin.
pub trait Explained: Flags {
    /// What the help says of the command itself.
    const ABOUT: About;
}

/// What a command does, in both languages, and how it is used.
#[derive(Debug)]
pub struct About {
    pub nl: &'static str,
    pub en: &'static str,
    pub examples: [Example; 2],
}

/// A command line as someone would type it, the same in both languages, and what it is good for.
#[derive(Debug)]
pub struct Example {
    pub line: &'static str,
    pub nl: &'static str,
    pub en: &'static str,
}

/// Defines flags, each with its help in both languages and with how the help calls its value. Whichever is forgotten, it
/// doesn't compile. A name after the English help is what `{name}` stands for in either, asked of the language.
///
/// `..team: TeamArgs` takes over flags that several commands have.
macro_rules! flags {
    (
        $(#[$of_all:meta])*
        pub struct $name:ident {
            $(
                $(..$shared:ident: $shared_type:ident)?
                $(
                    $(#[$of_one:meta])*
                    $flag:ident: $type:ty {
                        $(value: $value_nl:literal / $value_en:literal,)?
                        nl: $nl:literal,
                        en: $en:literal,
                        $($computed:ident: $compute:expr,)*
                    }
                )?
            ),*
        }
    ) => {
        $(#[$of_all])*
        #[derive(Debug, clap::Args)]
        pub struct $name {
            $(
                $(
                    #[command(flatten)]
                    pub $shared: $shared_type,
                )?
                $(
                    #[doc = concat!("`", $en, "`")]
                    $(#[$of_one])*
                    pub $flag: $type,
                )?
            )*
        }

        impl $crate::commands::flags::Flags for $name {
            fn explained(command: clap::Command, lang: $crate::lang::Lang) -> clap::Command {
                $(
                    $(let command = <$shared_type as $crate::commands::flags::Flags>::explained(command, lang);)?
                    $(
                        let command = command.mut_arg(stringify!($flag), |flag| {
                            $(let $computed = $compute(lang);)*
                            let help = match lang {
                                $crate::lang::Lang::Nl => format!($nl),
                                $crate::lang::Lang::En => format!($en),
                            };
                            $(let flag = flag.value_name(lang.pick($value_nl, $value_en));)?
                            flag.help(help)
                        });
                    )?
                )*
                command
            }
        }
    };
}

pub(crate) use flags;
