//! Every document, a row each: what it is made of, and which of that it has. Its forms follow from it.

use super::{Contents, Document, csv, filling_in, json, reply, tidy};
use crate::{
    comparison::Comparison,
    drawing::radar::Radar,
    gap::Gap,
    lang::Lang,
    overview::Overview,
    page::Page,
    profile::Profile,
    questionnaire::Questionnaire,
    report::{Report, agenda::AgendaReport, gap::GapReport, overview::OverviewReport, trend::TrendReport},
    scoring::Scores,
    trend::Trend,
};

impl<'d> Document<OneMeeting<'d>> {
    /// What `ips export` makes.
    pub const fn report() -> Document<OneMeeting<'d>> {
        Document {
            page: Some(|meeting| Page::of(meeting.report)),
            contents: Some(|meeting| Contents::Report(meeting.report)),
            rows: Some(|meeting, out| {
                csv::questions(out, meeting.profile, meeting.scores, meeting.comparison, meeting.csv)
            }),
            data: Some(|meeting, out| {
                let json = json::report(meeting.profile, meeting.scores, meeting.comparison);
                out.write_all(json.as_bytes())
            }),
            drawing: Some(|meeting| Radar::of(meeting.report).alone()),
            ..Document::named(Lang::report_document, Lang::report_file)
        }
    }
}

impl<'d> Document<tidy::Answers<'d>> {
    /// What `ips export` makes of a folder.
    pub const fn answers() -> Document<tidy::Answers<'d>> {
        Document {
            rows: Some(tidy::table),
            ..Document::named(Lang::answers_document, Lang::answers_file)
        }
    }
}

impl<'d> Document<ManyMeetings<'d>> {
    /// What `ips trend` makes.
    pub const fn trend() -> Document<ManyMeetings<'d>> {
        Document {
            page: Some(|meetings| Page::of_trend(meetings.report)),
            data: Some(|meetings, out| out.write_all(json::trend(meetings.trend).as_bytes())),
            ..Document::named(Lang::trend_document, Lang::trend_file)
        }
    }
}

impl<'d> Document<ManyTeams<'d>> {
    /// What `ips overview` makes.
    pub const fn overview() -> Document<ManyTeams<'d>> {
        Document {
            page: Some(|teams| Page::of_overview(&teams.report())),
            contents: Some(|teams| Contents::Overview(Box::new(teams.report()))),
            rows: Some(|teams, out| csv::teams(out, teams.overview)),
            data: Some(|teams, out| json::overview(out, teams.overview, teams.lang)),
            ..Document::named(Lang::overview_document, Lang::overview_file)
        }
    }
}

impl<'d> Document<Groups<'d>> {
    /// What `ips gap` makes.
    pub const fn gap() -> Document<Groups<'d>> {
        Document {
            page: Some(|groups| Page::of_gap(groups.report)),
            contents: Some(|groups| Contents::Gap(groups.report)),
            rows: Some(|groups, out| csv::groups(out, groups.gap)),
            data: Some(|groups, out| out.write_all(json::gap(groups.gap).as_bytes())),
            ..Document::named(Lang::gap_document, Lang::gap_file)
        }
    }
}

impl Document<AgendaReport> {
    /// What `ips agenda` makes.
    pub const fn agenda() -> Document<AgendaReport> {
        Document {
            page: Some(Page::of_agenda),
            ..Document::named(Lang::agenda_document, Lang::agenda_file)
        }
    }
}

impl<'d> Document<Questions<'d>> {
    /// What `ips questions` makes.
    pub const fn questions() -> Document<Questions<'d>> {
        Document {
            page: Some(|asked| Page::of_questions(asked.questionnaire, asked.lang)),
            data: Some(|asked, out| out.write_all(json::questionnaire(asked.questionnaire).as_bytes())),
            ..Document::named(Lang::questions_document, Lang::questions_file)
        }
    }
}

impl<'d> Document<MemberForm<'d>> {
    /// What `ips form` makes.
    pub const fn form_for_members() -> Document<MemberForm<'d>> {
        Document {
            text: Some(reply::form),
            browser: Some(filling_in::page),
            ..Document::named(Lang::form_document, Lang::form_file)
        }
    }
}

impl Document<Page> {
    /// What `ips guide` makes.
    pub const fn guide() -> Document<Page> {
        Document {
            page: Some(Page::clone),
            ..Document::named(Lang::guide_document, Lang::guide_file)
        }
    }
}

/// One meeting, compared with an earlier one or not.
pub struct OneMeeting<'d> {
    /// What was answered.
    pub profile: &'d Profile,
    /// What follows from it.
    pub scores: &'d Scores,
    /// What changed since the earlier meeting.
    pub comparison: Option<&'d Comparison<'d>>,
    /// The same in words.
    pub report: &'d Report,
    /// How its rows are written.
    pub csv: csv::Dialect,
}

/// One team over several meetings.
pub struct ManyMeetings<'d> {
    /// What became of each element.
    pub trend: &'d Trend<'d>,
    /// The same in words.
    pub report: &'d TrendReport,
}

/// Many teams that were asked the same, and the language to say the rest in.
pub struct ManyTeams<'d> {
    /// How they stand.
    pub overview: &'d Overview,
    /// The language of the rest.
    pub lang: Lang,
}

impl ManyTeams<'_> {
    /// The same in words: only made for a form that has them, since there may be many teams.
    fn report(&self) -> OverviewReport {
        OverviewReport::new(self.overview, self.lang)
    }
}

/// Groups side by side.
pub struct Groups<'d> {
    /// How they stand.
    pub gap: &'d Gap<'d>,
    /// The same in words.
    pub report: &'d GapReport,
}

/// What is asked, and the language to say the rest in.
pub struct Questions<'d> {
    /// What is asked.
    pub questionnaire: &'d Questionnaire,
    /// The language of the rest.
    pub lang: Lang,
}

/// What each member is asked, alone and beforehand.
pub struct MemberForm<'d> {
    /// What is asked.
    pub questionnaire: &'d Questionnaire,
    /// The language of the rest.
    pub lang: Lang,
    /// The group that it is for, if it is for one.
    pub group: Option<&'d str>,
}
