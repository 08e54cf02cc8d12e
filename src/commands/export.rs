//! `ips export`: a report to keep, to mail, to print, to reckon with; of a folder, the answers of all teams in it.

mod answers;
mod share;

use std::path::PathBuf;

use super::{
    Context, Place,
    args::{LineArgs, OutputArgs, PeriodArgs, ProfileArgs, WeakestArgs},
    diff::in_order,
    flags::{About, Example, Explained, flags},
    named_form, refuse_twice,
    wildcard::{self, MayBe},
};
use crate::{
    comparison::Comparison,
    content::Material,
    fault::{Fault, shown_path},
    lang::Lang,
    render::{Document, Form, OneMeeting, csv::Dialect, plain},
    report::Report,
    store::refuse_no_folder,
};

flags! {
    pub struct ExportArgs {
        ..profile: ProfileArgs,
        more: Vec<PathBuf> {
            value: "MAP" / "FOLDER",
            nl: "In plaats van een profiel mag een map: dan komen de antwoorden van alle teams daaronder in rijen. Hier kunnen meer mappen staan",
            en: "Instead of a profile a folder will do: then the answers of all teams below it become rows. More folders can stand here",
        },
        ..line: LineArgs,
        #[arg(long)]
        compare_with: Option<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Een ouder profiel: laat zien wat er veranderde",
            en: "An older profile: show what changed",
        },
        #[arg(long, requires = "output", conflicts_with_all = ["compare_with", "format", "excel_csv", "open"])]
        share: bool {
            nl: "Een profiel om te delen met wie veel teams samenbrengt: zonder toelichtingen, afspraken en functies, en zonder wat weinig mensen zeiden",
            en: "A profile to share with who brings many teams together: without notes, agreements and roles, and without what few people said",
        },
        ..weakest: WeakestArgs,
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::report().ids(lang),
        },
        #[arg(long)]
        excel_csv: bool {
            nl: "CSV zoals Excel het hier leest: met puntkomma's en een komma in getallen",
            en: "CSV as a Dutch Excel reads it: with semicolons, and commas in numbers",
        },
        #[arg(long)]
        with_notes: bool {
            nl: "Van een map: ook de toelichtingen",
            en: "Of a folder: the notes too",
        },
        ..period: PeriodArgs,
        #[arg(long)]
        strict: bool {
            nl: "Stop met een fout als een bestand of map niet te lezen is",
            en: "Stop with an error if a file or folder can't be read",
        },
        ..output: OutputArgs,
    }
}

impl Explained for ExportArgs {
    const ABOUT: About = About {
        nl: "Maak een verslag",
        en: "Make a report",
        examples: [
            Example {
                line: "ips export -o ips.docx",
                nl: "Het verslag van het nieuwste profiel, in Word",
                en: "The report on the newest profile, in Word",
            },
            Example {
                line: "ips export teams -o answers.csv",
                nl: "De antwoorden van alle teams onder een map, een rij per vraag",
                en: "The answers of all teams below a folder, a row for each question",
            },
        ],
    };
}

pub fn run(context: &Context, args: &ExportArgs) -> Result<(), Fault> {
    let named: Vec<PathBuf> = args.profile.file.iter().chain(&args.more).cloned().collect();
    let named = wildcard::expanded(&named, MayBe::Any)?;
    if named.first().is_some_and(|first| first.is_dir()) {
        return answers::run(context, args, &named);
    }
    if let Some(file) = named.first().filter(|file| file.extension().is_none()) {
        // No profile is named so: a folder is meant.
        refuse_no_folder(file)?;
    }
    refuse_folder_flags(args)?;
    if args.share {
        return share::run(context, args);
    }
    let form = form(context, args)?;
    let (newest, line) = context.one_profile(&args.profile, &args.line)?;
    let other = args
        .compare_with
        .as_deref()
        .map(|other| context.load(other, &args.profile.team))
        .transpose()?;
    let (mut stored, mut before) = (&newest, None);
    if let Some(other) = &other {
        refuse_twice([&stored.path, &other.path], Lang::same_profile_twice)?;
        context.tell_copies([stored, other]);
        // The report is about the newer of the two, whichever was named first.
        let (older, newer) = in_order(other, stored);
        before = Some(older);
        stored = newer;
    }
    let profile = &stored.profile;
    let comparison = match &before {
        Some(before) => Some(Comparison::of(&before.profile, profile, args.weakest.count)?),
        None => None,
    };
    let scores = profile.scores(args.weakest.count);
    let report = match &comparison {
        Some(comparison) => Report::compared(comparison, context.lang),
        None => Report::new(profile, &scores, context.lang),
    };
    let report = report.with_material(&Material::of(&profile.questionnaire, context.lang));
    let Some(form) = form else {
        return context.print(plain::report(&report, context.columns));
    };
    let meeting = OneMeeting {
        profile,
        scores: &scores,
        comparison: comparison.as_ref(),
        report: &report,
        csv: if args.excel_csv {
            Dialect::DutchExcel
        } else {
            Dialect::Plain
        },
    };
    context.deliver(&form, &meeting, &args.output, &Place::of(stored))?;
    context.tell_other("export", &args.profile.team, &args.line, &line);
    Ok(())
}

/// Refuses what only goes with a folder.
fn refuse_folder_flags(args: &ExportArgs) -> Result<(), Fault> {
    if let Some(other) = args.more.first() {
        let other = shown_path(other);
        return Err(Fault::wrong_use(|lang| lang.one_profile_at_a_time(&other)));
    }
    let PeriodArgs { from, to } = &args.period;
    let given = [
        ("--with-notes", args.with_notes),
        ("--from", from.is_some()),
        ("--to", to.is_some()),
        ("--strict", args.strict),
    ];
    match given.into_iter().find(|(_, given)| *given) {
        Some((flag, _)) => Err(Fault::wrong_use(|lang| lang.only_of_folder(flag))),
        None => Ok(()),
    }
}

/// The form that was asked for; when none was CSV if that is asked for Excel, and else Markdown, or none for plain words.
fn form<'d>(context: &Context, args: &ExportArgs) -> Result<Option<Form<OneMeeting<'d>>>, Fault> {
    let document = Document::report();
    let of_excel = args.excel_csv && args.output.file().is_none();
    let named = named_form(args.format.as_deref(), false).or(of_excel.then_some(("--excel-csv", "csv")));
    let asked = context.form(&document, named, &args.output)?;
    if args.excel_csv && asked.as_ref().is_some_and(|form| form.format.id != "csv") {
        return Err(Fault::wrong_use(Lang::excel_csv_is_csv));
    }
    Ok(match asked {
        None if !context.plain => Some(document.usual("markdown")),
        asked => asked,
    })
}
