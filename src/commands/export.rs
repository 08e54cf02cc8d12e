//! `ips export`: a report to keep, to mail, to print, to reckon with.

use std::path::PathBuf;

use super::{
    Context,
    args::{OutputArgs, ProfileArgs, WeakestArgs},
    asked_form,
    diff::in_order,
    flags::{About, Example, Explained, flags},
    refuse_twice, values,
};
use crate::{
    cli::Format,
    comparison::Comparison,
    content::Material,
    drawing::radar::Radar,
    fault::Fault,
    lang::Lang,
    page::Page,
    render::{csv, html, json, markdown},
    report::Report,
};

flags! {
    /// `ips export`
    pub struct ExportArgs {
        ..profile: ProfileArgs,
        #[arg(long)]
        compare_with: Option<PathBuf> {
            value: "BESTAND" / "FILE",
            nl: "Een ouder profiel: laat zien wat er veranderde",
            en: "An older profile: show what changed",
        },
        ..weakest: WeakestArgs,
        #[arg(long, value_parser = values::format)]
        format: Option<Format> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| lang.one_of(&Format::ALL.map(Format::word)),
        },
        #[arg(long)]
        excel_csv: bool {
            nl: "CSV zoals Excel het hier leest: met puntkomma's en een komma in getallen",
            en: "CSV as a Dutch Excel reads it: with semicolons, and commas in numbers",
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
                line: "ips export -o ips.html --compare-with noord-2026-11-21.toml",
                nl: "Voor de browser, met wat er veranderde sinds een ouder profiel",
                en: "For a browser, with what changed since an older profile",
            },
        ],
    };
}

pub fn run(context: &Context, args: &ExportArgs) -> Result<(), Fault> {
    let format = format(args)?;
    if !format.is_text() && args.output.output.is_none() && context.columns.is_some() {
        return Err(Fault::wrong_use(|lang| lang.not_for_a_terminal(format.ending())));
    }
    let mut stored = context.one_profile(&args.profile)?;
    let other = args
        .compare_with
        .as_deref()
        .map(|other| context.load(other))
        .transpose()?;
    let mut before = None;
    if let Some(other) = other {
        refuse_twice([&stored.path, &other.path])?;
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
    let rendered = match format {
        Format::Json => json::report(profile, &scores, comparison.as_ref()).into_bytes(),
        Format::Markdown => markdown::page(&Page::of(&report)).into_bytes(),
        Format::Html => html::page(&Page::of(&report)).into_bytes(),
        Format::Csv => csv::questions(&report, args.excel_csv),
        Format::Svg => Radar::of(&report).alone().into_bytes(),
        #[cfg(feature = "charts")]
        Format::Png => crate::drawing::png::of_svg(&Radar::of(&report).alone()),
        #[cfg(not(feature = "charts"))]
        Format::Png => return Err(Fault::wrong_use(Lang::not_in_this_build)),
        #[cfg(feature = "office")]
        Format::Word => crate::render::word::page(&Page::of(&report)),
        #[cfg(feature = "office")]
        Format::Excel => crate::render::excel::workbook(&report),
        #[cfg(not(feature = "office"))]
        Format::Word | Format::Excel => return Err(Fault::wrong_use(Lang::not_in_this_build)),
    };
    context.deliver(rendered, &args.output)
}

/// The format that was asked for, or that the file's name ends in; Markdown on standard output.
fn format(args: &ExportArgs) -> Result<Format, Fault> {
    let otherwise = if args.excel_csv { Format::Csv } else { Format::Markdown };
    let asked = asked_form(args.format, args.output.output.as_deref(), Lang::unknown_format)?;
    let format = asked.unwrap_or(otherwise);
    if args.excel_csv && format != Format::Csv {
        return Err(Fault::wrong_use(Lang::excel_csv_is_csv));
    }
    Ok(format)
}
