//! `ips agenda`: the agenda of a team's next meeting.

use chrono::NaiveDate;

use super::{Context, asked_form};
use crate::{
    agenda::{Agenda, Occasion, in_weeks},
    agreements,
    cli::{AgendaArgs, Format},
    content::activities,
    fault::{Fault, shown_path},
    lang::Lang,
    page::Page,
    profile::same_team,
    render::{html, markdown},
    report::{AgreementLine, Report, agenda::AgendaReport},
    scoring::WEAKEST,
    store::{Folder, Stored, folder_of},
    text::visible,
};

pub fn run(context: &Context, args: &AgendaArgs) -> Result<(), Fault> {
    let form = form(context, args)?;
    let lang = context.lang;
    let activities = activities::built_in(lang);
    refuse_unknown(&args.not, &activities)?;
    let profiles = profiles(context, args)?;
    let meetings: Vec<NaiveDate> = profiles.iter().map(|stored| stored.profile.date).collect();
    let newest = profiles.last().expect("a team's folder has at least one profile");
    let profile = &newest.profile;
    let date = args.date.unwrap_or_else(|| in_weeks(profile.date, args.weeks));
    if date < profile.date {
        return Err(Fault::wrong_use(|lang| {
            lang.meeting_before_profile(&lang.date(date), &lang.date(profile.date))
        }));
    }
    let report = Report::new(profile, &profile.scores(WEAKEST), lang);
    let open = open_agreements(&profiles, date, lang);
    let occasion = Occasion {
        meetings: &meetings,
        date,
        weeks: args.weeks,
        minutes: args.minutes,
        skipped: &args.not,
        agreed: !open.is_empty(),
        to_talk: AgendaReport::has_talk(&report),
    };
    let Some(agenda) = Agenda::of(&occasion, &activities) else {
        return Err(Fault::wrong_use(Lang::no_activity_left));
    };
    let page = Page::of_agenda(&AgendaReport::new(&agenda, report, open, args.question.as_deref()));
    let rendered = match form {
        Form::Markdown => markdown::page(&page).into_bytes(),
        Form::Html => html::page(&page).into_bytes(),
        #[cfg(feature = "office")]
        Form::Word => crate::render::word::page(&page),
        #[cfg(not(feature = "office"))]
        Form::Word => return Err(Fault::wrong_use(Lang::not_in_this_build)),
    };
    context.deliver(rendered, &args.output)?;
    if context.error_columns.is_some() {
        if args.date.is_none() && date < context.today {
            context.tell(&lang.agenda_in_the_past(&lang.date(date)));
        }
        context.tell(&lang.other_activity(&agenda.activity.title, &agenda.activity.id));
    }
    Ok(())
}

/// The forms that an agenda can have.
enum Form {
    Markdown,
    Html,
    Word,
}

fn form(context: &Context, args: &AgendaArgs) -> Result<Form, Fault> {
    let path = args.output.output.as_deref();
    match asked_form(args.format, path, Lang::unknown_agenda_format)? {
        Some(Format::Markdown) | None => Ok(Form::Markdown),
        Some(Format::Html) => Ok(Form::Html),
        Some(Format::Word) if path.is_none() && context.columns.is_some() => {
            Err(Fault::wrong_use(Lang::word_agenda_on_terminal))
        }
        Some(Format::Word) => Ok(Form::Word),
        Some(other) => {
            let named = path.map_or_else(|| other.ending().to_owned(), shown_path);
            Err(Fault::wrong_use(|lang| lang.unknown_agenda_format(&named)))
        }
    }
}

/// Refuses a way of working that isn't there, and names those that are.
fn refuse_unknown(skipped: &[String], activities: &[activities::Activity]) -> Result<(), Fault> {
    let known: Vec<&str> = activities.iter().map(|activity| activity.id.as_str()).collect();
    let Some(unknown) = skipped.iter().find(|id| !known.contains(&id.as_str())) else {
        return Ok(());
    };
    let unknown = visible(unknown);
    Err(Fault::wrong_use(|lang| {
        lang.unknown_activity(&unknown, &known.join(", "))
    }))
}

/// The profiles of a team up to the one that was named, or all of them; the newest last. Beside a named one these lie in the
/// same folder.
fn profiles(context: &Context, args: &AgendaArgs) -> Result<Vec<Stored>, Fault> {
    let Some(file) = &args.file else {
        let dir = context.dir(&args.team);
        return Ok(context.folder(dir)?.team(dir, args.team.team.as_deref())?.profiles);
    };
    let named = context.load(file)?;
    let mut profiles = Folder::read(folder_of(file))?.profiles;
    profiles.retain(|other| same_team(&other.profile.team, &named.profile.team) && other.age() <= named.age());
    // It may be there already. That makes no difference: a day counts once, and so does an agreement.
    profiles.push(named);
    Ok(profiles)
}

/// What the team agreed at any of its meetings and isn't done or dropped yet, as it stands on a day; the first due first.
fn open_agreements(profiles: &[Stored], day: NaiveDate, lang: Lang) -> Vec<AgreementLine> {
    let entries = agreements::of(profiles.iter().map(|stored| &stored.profile));
    let open = entries.iter().filter(|entry| entry.is_open());
    let mut open: Vec<AgreementLine> = open.map(|entry| AgreementLine::of(entry, day, lang)).collect();
    open.sort_by_key(|line| (line.due_day.is_none(), line.due_day));
    open
}
