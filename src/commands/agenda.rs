//! `ips agenda`: the agenda of a team's next meeting.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{
    Context, Place,
    args::{LineArgs, OutputArgs, ProfileArgs},
    flags::{About, Example, Explained, flags},
    named, named_form,
    values::{self, TypedDay},
};
use crate::{
    agenda::{Agenda, MINUTES, Occasion, WEEKS, proposed},
    agreements,
    content::{Material, activities},
    fault::Fault,
    lang::Lang,
    page::Page,
    render::{Document, terminal},
    report::{AgreementLine, Report, agenda::AgendaReport},
    scoring::WEAKEST,
    store::{Heads, Line, Stored, folder_of, load_all},
};

/// The shortest and the longest meeting that an agenda is made for, in minutes.
const MINUTES_LIMITS: RangeInclusive<u32> = 30..=480;

/// The least and the most weeks between two meetings.
const WEEKS_LIMITS: RangeInclusive<u32> = 1..=52;

flags! {
    pub struct AgendaArgs {
        ..profile: ProfileArgs,
        ..line: LineArgs,
        #[arg(long, value_parser = values::words)]
        question: Option<String> {
            value: "VRAAG" / "QUESTION",
            nl: "De vraag die een van jullie inbrengt, zonder namen van kinderen of ouders",
            en: "The question that one of you brings in, without names of children or parents",
        },
        #[arg(long)]
        not: Vec<String> {
            value: "WERKVORM" / "WAY",
            nl: "Sla deze werkvorm over: {activities}; of het nummer, of het begin van de titel",
            en: "Skip this way of working: {activities}; or its number, or the beginning of its title",
            activities: activity_ids,
        },
        #[arg(long, value_parser = values::day)]
        date: Option<TypedDay> {
            value: "DAG" / "DAY",
            nl: "De dag van deze bijeenkomst, als 15-1-2027, 15 jan of \"over 6 weken\"; anders zo veel --weeks na het nieuwste profiel, op een werkdag",
            en: "The day of this meeting, as 15-1-2027, 15 jan or \"in 6 weeks\"; else so many --weeks after the newest profile, on a weekday",
        },
        #[arg(long, default_value_t = WEEKS, value_parser = values::number(WEEKS_LIMITS))]
        weeks: u32 {
            value: "AANTAL" / "NUMBER",
            nl: "Hoeveel weken er tussen twee bijeenkomsten zitten: {WEEKS} als je niets kiest",
            en: "How many weeks there are between two meetings: {WEEKS} if you don't choose",
        },
        #[arg(long, default_value_t = MINUTES, value_parser = values::number(MINUTES_LIMITS))]
        minutes: u32 {
            value: "AANTAL" / "NUMBER",
            nl: "Hoeveel minuten jullie hebben: {MINUTES} als je niets kiest",
            en: "How many minutes you have: {MINUTES} if you don't choose",
        },
        #[arg(long)]
        format: Option<String> {
            value: "VORM" / "FORM",
            nl: "De vorm, als de naam van het bestand die niet zegt: {forms}",
            en: "The form, if the file's name doesn't tell: {forms}",
            forms: |lang: Lang| Document::agenda().ids(lang),
        },
        ..output: OutputArgs,
    }
}

/// The ids of the ways of working as someone would sum them up.
fn activity_ids(lang: Lang) -> String {
    let activities = activities::built_in(lang);
    let ids: Vec<&str> = activities.iter().map(|activity| activity.id.as_str()).collect();
    lang.one_of(&ids)
}

impl Explained for AgendaArgs {
    const ABOUT: About = About {
        nl: "Maak de agenda van de volgende bijeenkomst, met een werkvorm",
        en: "Make the agenda of the next meeting, with a way of working",
        examples: [
            Example {
                line: "ips agenda -o agenda.html",
                nl: "De agenda om te printen of te mailen",
                en: "The agenda to print or to mail",
            },
            Example {
                line: "ips agenda --minutes 60 --not constellation",
                nl: "Voor een uur, met een andere werkvorm dan deze",
                en: "For an hour, with another way of working than this one",
            },
        ],
    };
}

pub fn run(context: &Context, args: &AgendaArgs) -> Result<(), Fault> {
    let document = Document::agenda();
    let form = context.form(&document, named_form(args.format.as_deref(), false), &args.output)?;
    let lang = context.lang;
    let activities = activities::built_in(lang);
    let skipped = args.not.iter().map(|typed| named::activity(typed, lang));
    let skipped: Vec<String> = skipped.collect::<Result<_, Fault>>()?;
    let line = line(context, args)?;
    let meetings: Vec<NaiveDate> = line.all().iter().map(|head| head.date).collect();
    let profile = &line.newest().load()?.profile;
    // The next meeting comes after the last one, whatever that was about.
    let last = meetings.last().copied().unwrap_or(profile.date);
    let date = match &args.date {
        // It is still to come, also where the last one is.
        Some(date) => date.next(|| Ok(last.max(context.today_unless_given()?)))?,
        None => proposed(last, args.weeks),
    };
    if date < last {
        return Err(Fault::wrong_use(|lang| {
            lang.meeting_before_profile(&lang.date(date), &lang.date(last))
        }));
    }
    let material = Material::of(&profile.questionnaire, lang);
    let report = Report::new(profile, &profile.scores(WEAKEST), lang).with_material(&material);
    let open = open_agreements(&load_all(line.all())?, date, lang);
    let occasion = Occasion {
        meetings: &meetings,
        date,
        weeks: args.weeks,
        minutes: args.minutes,
        skipped: &skipped,
        agreed: !open.is_empty(),
        to_talk: AgendaReport::has_talk(&report),
    };
    let Some(agenda) = Agenda::of(&occasion, &activities) else {
        return Err(Fault::wrong_use(Lang::no_activity_left));
    };
    let place = Place {
        folder: folder_of(&line.newest().path),
        about: format!("{}-{date}", profile.whose().slug()),
    };
    let report = AgendaReport::new(&agenda, report, open, args.question.as_deref());
    match form {
        None if context.plain => context.print(terminal::page(&Page::of_agenda(&report), context.look()))?,
        form => {
            let form = form.unwrap_or_else(|| document.usual("markdown"));
            context.deliver(&form, &report, &args.output, &place)?;
        }
    }
    if context.error_columns.is_some() {
        if args.date.is_none() && context.today().is_ok_and(|today| date < today) {
            context.tell(&lang.agenda_in_the_past(&lang.date(date)));
        }
        context.tell(&lang.other_activity(&agenda.activity.title, &agenda.activity.id));
    }
    context.tell_other("agenda", &args.profile.team, &args.line, &line);
    Ok(())
}

/// The profiles of a team up to the one that was named, or all of them. Beside a named one these lie in the same folder.
fn line(context: &Context, args: &AgendaArgs) -> Result<Line, Fault> {
    let Some(file) = &args.profile.file else {
        return context.line(&args.profile.team, &args.line);
    };
    args.line.refuse_beside_files()?;
    let named = context.load(file, &args.profile.team)?;
    let mut profiles = Heads::read(folder_of(file))?.of(&named.profile.whose()).profiles;
    profiles.retain(|other| other.age() <= named.age());
    // It may be there already. That makes no difference: a day counts once, and so does an agreement.
    profiles.push(named.head());
    Line::of(profiles, None)
}

/// What the team agreed at any of its meetings and isn't done or dropped yet, as it stands on a day; the first due first.
fn open_agreements(profiles: &[Stored], day: NaiveDate, lang: Lang) -> Vec<AgreementLine> {
    let entries = agreements::of(profiles.iter().map(|stored| &stored.profile));
    let open = entries.iter().filter(|entry| entry.is_open());
    let mut open: Vec<AgreementLine> = open.map(|entry| AgreementLine::of(entry, day, lang)).collect();
    open.sort_by_key(|line| (line.due_day.is_none(), line.due_day));
    open
}
