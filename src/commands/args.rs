//! The flags that several commands have.

use std::path::{Path, PathBuf, is_separator};

use chrono::NaiveDate;

use super::{
    Context,
    flags::flags,
    values::{TypedDay, day, group, language, languages, team, weakest},
};
use crate::{
    fault::{Fault, argument},
    lang::Lang,
    scoring::WEAKEST,
    store::{Asked, folder_of},
    text::visible,
};

flags! {
    /// What every command takes: in its help behind what is its own.
    pub struct CommonArgs {
        #[arg(long, global = true, display_order = 900, value_parser = language)]
        lang: Option<Lang> {
            value: "TAAL" / "LANGUAGE",
            nl: "De taal: {languages}",
            en: "The language: {languages}",
            languages: languages,
        },
        #[arg(long, global = true, display_order = 900)]
        plain: bool {
            nl: "In woorden, regel voor regel: voor schermlezers en voor andere programma's",
            en: "In words, line by line: for screen readers and for other programs",
        },
    }
}

flags! {
    /// Where a team's profiles are, and whose they are where there are several teams or groups.
    pub struct TeamArgs {
        ..folder: FolderArgs,
        ..of: GroupArgs
    }
}

flags! {
    /// Where a team's profiles are, and whose they are where there are several teams.
    #[derive(Clone)]
    pub struct FolderArgs {
        #[arg(long)]
        dir: Option<PathBuf> {
            value: "MAP" / "FOLDER",
            nl: "De map met de profielen (anders IPS_DIR, anders deze map)",
            en: "The folder with the profiles (else IPS_DIR, else this folder)",
        },
        #[arg(long, value_parser = team)]
        team: Option<String> {
            value: "NAAM" / "NAME",
            nl: "De naam van het team",
            en: "The team's name",
        }
    }
}

flags! {
    /// Which group of a team it is about, if it is about one.
    pub struct GroupArgs {
        #[arg(long, value_parser = group)]
        group: Option<String> {
            value: "NAAM" / "NAME",
            nl: "De groep van het team, als ouders of bestuur; zonder: het hele team",
            en: "The group of the team, such as parents or board; without: the whole team",
        },
    }
}

impl FolderArgs {
    /// The same, of the whole team.
    pub fn of_whole_team(&self) -> TeamArgs {
        TeamArgs {
            folder: self.clone(),
            of: GroupArgs { group: None },
        }
    }
}

impl TeamArgs {
    /// Which profiles are asked for.
    pub fn asked(&self) -> Asked<'_> {
        Asked {
            team: self.folder.team.as_deref(),
            group: self.of.group.as_deref(),
        }
    }

    /// What to type behind another command to get to the same folder, team and group.
    pub fn again(&self) -> String {
        typed(self.asked(), self.folder.dir.as_deref())
    }
}

flags! {
    /// A profile of a team.
    pub struct ProfileArgs {
        file: Option<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Het profiel; zonder: het nieuwste uit de map",
            en: "The profile; without: the newest of the folder",
        },
        ..team: TeamArgs,
    }
}

flags! {
    /// Which of a team's profiles in the folder belong together.
    pub struct LineArgs {
        #[arg(long)]
        questions: Option<PathBuf> {
            value: "ID|BESTAND" / "ID|FILE",
            nl: "De profielen met deze vragenlijst; zonder: die van het nieuwste profiel",
            en: "The profiles with this questionnaire; without: that of the newest profile",
        },
    }
}

impl LineArgs {
    /// Refuses to choose from the folder where the files are named.
    pub(super) fn refuse_beside_files(&self) -> Result<(), Fault> {
        match self.questions {
            Some(_) => Err(Fault::wrong_use(Lang::questions_beside_file)),
            None => Ok(()),
        }
    }
}

flags! {
    /// What counts as low.
    pub struct WeakestArgs {
        #[arg(long = "weakest", default_value_t = WEAKEST, value_parser = weakest)]
        count: usize {
            value: "AANTAL" / "NUMBER",
            nl: "Hoeveel elementen als laagste gelden: {WEAKEST} als je niets kiest",
            en: "How many elements count as lowest: {WEAKEST} if you don't choose",
        },
    }
}

flags! {
    /// Which meetings count.
    pub struct PeriodArgs {
        #[arg(long, value_parser = day)]
        from: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "Alleen bijeenkomsten vanaf deze dag, als 1-9-2026 of 1 sep",
            en: "Only meetings from this day on, as 1-9-2026 or 1 sep",
        },
        #[arg(long, value_parser = day)]
        to: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "Alleen bijeenkomsten tot en met deze dag",
            en: "Only meetings up to this day",
        },
    }
}

impl PeriodArgs {
    /// That nothing was found in these folders: with advice on the days where some were given.
    pub(super) fn nothing_below(&self, folders: &str) -> Fault {
        let fault = Fault::failed(|lang| lang.nothing_below(folders));
        if self.from.is_none() && self.to.is_none() {
            return fault;
        }
        fault.advising(Lang::look_at_the_period)
    }

    /// The first day and the last one.
    ///
    /// # Errors
    /// When it ends before it begins, or when one isn't a day or the clock can't tell of which year it is.
    pub(super) fn days(&self, context: &Context) -> Result<(Option<NaiveDate>, Option<NaiveDate>), Fault> {
        let day = |typed: &Option<TypedDay>| typed.as_ref().map(|typed| typed.last(|| context.today())).transpose();
        let (from, to) = (day(&self.from)?, day(&self.to)?);
        if from > to && to.is_some() {
            return Err(Fault::wrong_use(Lang::period_ends_first));
        }
        Ok((from, to))
    }
}

flags! {
    /// Where a result goes.
    pub struct OutputArgs {
        #[arg(short, long)]
        output: Option<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Bewaar in dit bestand; in een map krijgt het vanzelf een naam",
            en: "Save in this file; in a folder it gets a name by itself",
        },
        #[arg(long, requires = "output")]
        force: bool {
            nl: "Vervang het bestand als het er al is",
            en: "Replace the file if it is there already",
        },
        #[arg(long)]
        open: bool {
            nl: "Open het bestand daarna; zonder -o krijgt het vanzelf een naam",
            en: "Open the file afterwards; without -o it gets a name by itself",
        },
    }
}

impl OutputArgs {
    /// The file that was named, if it isn't a folder.
    pub(super) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !is_folder(path))
    }

    /// The file that it is saved in, if one was named, or a folder: there it gets this name.
    pub(super) fn path(&self, name: impl FnOnce() -> String) -> Option<PathBuf> {
        let path = self.output.as_deref()?;
        Some(if is_folder(path) {
            path.join(name())
        } else {
            path.to_owned()
        })
    }

    /// Whether it becomes a file at all.
    pub(super) fn is_saved(&self) -> bool {
        self.open || self.output.is_some()
    }
}

/// Whether a folder is meant: one that is there, or a name that ends as that of one.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(is_separator)
}

/// The flags that name a team, a group and a folder, as someone would type them behind a command.
pub(super) fn typed(asked: Asked<'_>, dir: Option<&Path>) -> String {
    let named = |flag: &str, name: Option<&str>| name.map(|name| format!(" --{flag} \"{}\"", visible(name)));
    let names = named("team", asked.team).into_iter().chain(named("group", asked.group));
    names
        .chain(dir.map(|dir| format!(" --dir {}", argument(dir))))
        .collect()
}

/// The same, for what is in the folder of a file.
pub(super) fn beside(file: &Path, asked: Asked<'_>) -> String {
    typed(asked, Some(folder_of(file)).filter(|dir| *dir != Path::new(".")))
}
