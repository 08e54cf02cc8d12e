//! What makes sense to do now, from what is in the folder.

use chrono::NaiveDate;

use crate::{
    content::{guide::guide, questionnaires},
    lang::Lang,
    page::Page,
    profile::{Profile, Whose},
    store::Head,
};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub words: String,
    pub next: Next,
}

/// What follows from a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// What is typed behind `ips`.
    Run(Vec<String>),
    /// An agreement is asked for, and these arguments are typed behind it.
    Agree(Vec<String>),
    /// Where the forms of this team or group are is asked for; without one the team is asked for too.
    Merge(Option<Whose>),
    /// A team that isn't here yet is asked for, and begins a meeting.
    NewTeam,
    /// The choices of this team or group, or those to choose from.
    Team(Option<Whose>),
    /// The sections of the guide.
    Guide,
}

/// What is typed to say whose it is.
pub fn flags(whose: &Whose) -> Vec<String> {
    let team = format!("--team={}", whose.team);
    [Some(team), group_flag(whose)].into_iter().flatten().collect()
}

fn group_flag(whose: &Whose) -> Option<String> {
    whose.group.as_ref().map(|group| format!("--group={group}"))
}

/// What to do with the profiles of one team or group, or of none yet, oldest first, and with its newest draft. It is named in what
/// is typed where there are several, and a group always.
///
/// What Enter does comes first: going on, or a new meeting; but on the day of a meeting that is done, looking at it.
pub fn choices(
    profiles: &[Head],
    draft: Option<&Profile>,
    named: Option<&Whose>,
    today: Option<NaiveDate>,
    lang: Lang,
) -> Vec<Choice> {
    let mut choices = Vec::new();
    // A merge has to be told whose the forms are, also where nobody else is here.
    let known = profiles.last().map(Head::whose).or(draft.map(Profile::whose));
    let merge = Next::Merge(named.cloned().or(known));
    let flags: Vec<String> = named.map(flags).unwrap_or_default();
    let command = |command: &[&str]| command.iter().map(|&argument| argument.to_owned()).collect::<Vec<_>>();
    let of_team = |arguments: &[&str]| Next::Run([command(arguments), flags.clone()].concat());
    let form = || {
        let known = profiles
            .last()
            .filter(|newest| questionnaires::text(&newest.questionnaire).is_some());
        let questions = known.map(|newest| format!("--questions={}", newest.questionnaire));
        let of_group = named.and_then(group_flag);
        Next::Run(
            command(&["form", "--format=txt", "--open"])
                .into_iter()
                .chain(questions)
                .chain(of_group)
                .collect(),
        )
    };
    let mut add = |words, next| choices.push(Choice { words, next });
    let met_today = profiles.last().is_some_and(|newest| Some(newest.date) == today);
    if let Some(draft) = draft {
        add(resume(draft, lang), of_team(&["assess", "--resume"]));
        add(lang.choice_new(), of_team(&["assess", "--new"]));
    } else if !met_today {
        add(lang.choice_new(), of_team(&["assess"]));
    }
    if let Some(newest) = profiles.last() {
        let id = &newest.questionnaire;
        let comparable = profiles.iter().filter(|head| head.questionnaire == *id);
        let comparable = comparable.count();
        add(lang.choice_show(), of_team(&["show"]));
        if comparable > 1 {
            add(lang.choice_diff(), of_team(&["diff"]));
        }
        if comparable > 2 {
            add(lang.choice_trend(), of_team(&["trend"]));
        }
        add(lang.choice_export(), of_team(&["export", "--open"]));
        add(lang.choice_agenda(), of_team(&["agenda", "--open"]));
        add(lang.choice_form(), form());
        add(lang.choice_merge(), merge);
        add(lang.choice_agreements(), of_team(&["agreements"]));
        add(lang.choice_agree(), Next::Agree(flags.clone()));
        add(lang.choice_correct(), of_team(&["assess", "--reopen"]));
        if met_today && draft.is_none() {
            add(lang.choice_new(), of_team(&["assess"]));
        }
    } else {
        add(lang.choice_questions(), Next::Run(command(&["questions"])));
        add(lang.choice_sheet(), Next::Run(command(&["questions", "--open"])));
        add(lang.choice_form(), form());
        add(lang.choice_merge(), merge);
    }
    add(lang.choice_guide(), Next::Guide);
    choices
}

/// What of the guide can be read, and the way back to the choices of a team or group.
pub fn sections(whose: Option<&Whose>, lang: Lang) -> Vec<Choice> {
    let run = |argument: String| Next::Run(vec!["guide".to_owned(), argument]);
    let guide = Page::of_guide(guide(lang), lang);
    let sections = (1..).zip(guide.sections()).map(|(number, (_, title))| Choice {
        words: title.to_owned(),
        next: run(number.to_string()),
    });
    let whole = Choice {
        words: lang.choice_whole_guide(),
        next: run("--open".to_owned()),
    };
    let back = Choice {
        words: lang.choice_back(),
        next: Next::Team(whose.cloned()),
    };
    sections.chain([whole, back]).collect()
}

/// Going on with a meeting, and where it was left.
fn resume(draft: &Profile, lang: Lang) -> String {
    let asked = draft.asked();
    let open = asked.iter().position(|&at| draft.response(at).tally.is_none());
    let place = match open {
        Some(index) => lang.question_of(index + 1, asked.len()),
        None => lang.answered_of(asked.len(), asked.len()),
    };
    lang.choice_resume(&lang.date(draft.date), &place)
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, path::Path};

    use super::*;
    use crate::tally::{Mode, Tally};

    /// A day of the month in which the meetings were.
    fn on(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn draft(answered: usize) -> Profile {
        let mut draft = Profile::draft(Mode::Joint, 7, &[]);
        draft.date = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let answer = Tally::parse("3", Mode::Joint, 7, 5).unwrap();
        for at in draft.asked().into_iter().take(answered) {
            draft.response_mut(at).tally = Some(answer.clone());
        }
        draft
    }

    fn profile(questionnaire: &str) -> Head {
        Head {
            questionnaire: questionnaire.into(),
            ..Head::of(Path::new("x.toml"), &draft(24))
        }
    }

    fn commands(profiles: &[Head], draft: Option<&Profile>, named: Option<&Whose>) -> Vec<String> {
        let choices = choices(profiles, draft, named, Some(on(22)), Lang::Nl);
        let typed = choices.into_iter().map(|choice| match choice.next {
            Next::Run(arguments) => arguments.join(" "),
            Next::Agree(arguments) => format!("… {}", arguments.join(" ")).trim().to_owned(),
            Next::Merge(whose) => {
                let of = whose.as_ref().map(flags).unwrap_or_default();
                format!("merge … {}", of.join(" ")).trim().to_owned()
            }
            Next::NewTeam => "assess …".to_owned(),
            Next::Team(team) => format!("{team:?}"),
            Next::Guide => "guide".to_owned(),
        });
        typed.collect()
    }

    #[test]
    fn an_empty_folder_has_a_meeting_to_begin_and_something_to_read() {
        assert_eq!(
            commands(&[], None, None),
            [
                "assess",
                "questions",
                "questions --open",
                "form --format=txt --open",
                "merge …",
                "guide"
            ]
        );
    }

    #[test]
    fn a_meeting_that_is_not_finished_comes_first() {
        let choices = choices(&[], Some(&draft(6)), None, Some(on(22)), Lang::Nl);
        assert_eq!(
            choices[0].words,
            "Verder met de bijeenkomst van 21 november 2026 (vraag 7 van 24)"
        );
        assert_eq!(
            commands(&[], Some(&draft(6)), None),
            [
                "assess --resume",
                "assess --new",
                "questions",
                "questions --open",
                "form --format=txt --open",
                "merge … --team=Noord",
                "guide"
            ]
        );
        assert!(resume(&draft(24), Lang::En).ends_with("(24 of 24 answered)"));
    }

    #[test]
    fn on_the_day_of_a_meeting_another_one_comes_last_but_going_on_still_first() {
        let first = |draft: Option<&Profile>, today| {
            let choices = choices(&[profile("six-elements")], draft, None, today, Lang::Nl);
            choices[0].next.clone()
        };
        let runs = |arguments: &[&str]| Next::Run(arguments.iter().map(|&argument| argument.to_owned()).collect());
        assert_eq!(first(None, Some(on(21))), runs(&["show"]));
        assert_eq!(first(None, Some(on(22))), runs(&["assess"]));
        assert_eq!(first(Some(&draft(6)), Some(on(21))), runs(&["assess", "--resume"]));
        let all = choices(&[profile("six-elements")], None, None, Some(on(21)), Lang::Nl);
        assert!(all.iter().any(|choice| choice.next == runs(&["assess"])));
    }

    #[test]
    fn what_needs_more_meetings_comes_with_them() {
        let all = [
            "assess",
            "show",
            "diff",
            "trend",
            "export --open",
            "agenda --open",
            "form --format=txt --open --questions=six-elements",
            "merge … --team=Noord",
            "agreements",
            "…",
            "assess --reopen",
            "guide",
        ];
        let without =
            |left_out: &[&str]| -> Vec<&str> { all.into_iter().filter(|one| !left_out.contains(one)).collect() };
        let six = || profile("six-elements");
        assert_eq!(commands(&[six()], None, None), without(&["diff", "trend"]));
        assert_eq!(commands(&[six(), six()], None, None), without(&["trend"]));
        assert_eq!(commands(&[six(), six(), six()], None, None), all);
        let others = [six(), six(), profile("trust")];
        let of_newest = without(&["diff", "trend"]).join("\n").replace("six-elements", "trust");
        assert_eq!(
            commands(&others, None, None).join("\n"),
            of_newest,
            "only of the newest's questionnaire"
        );
    }

    #[test]
    fn the_guide_has_every_choice_with_what_it_types() {
        let six = || profile("six-elements");
        for (lang, guide) in [
            (Lang::Nl, include_str!("../../../data/guide.nl.md")),
            (Lang::En, include_str!("../../../data/guide.en.md")),
        ] {
            let rows = guide.lines().filter_map(|line| {
                let (words, typed) = line.strip_prefix("| ")?.split_once(" | `ips ")?;
                Some((typed.strip_suffix("` |")?, words))
            });
            let rows: BTreeMap<&str, &str> = rows.collect();
            let all = [
                choices(&[], Some(&draft(6)), None, None, lang),
                choices(&[six(), six(), six()], None, None, None, lang),
            ];
            for choice in all.into_iter().flatten() {
                let mut typed = match choice.next {
                    Next::Run(arguments) => arguments,
                    Next::Agree(_) => vec!["agreements".to_owned(), "--add \"".to_owned()],
                    Next::Merge(_) => vec!["merge ".to_owned()],
                    Next::Guide => vec!["guide".to_owned()],
                    Next::Team(_) | Next::NewTeam => continue,
                };
                // Of these moments, and not of every one.
                typed.retain(|argument| argument != "--new" && !argument.starts_with("--questions="));
                let typed = typed.join(" ");
                // What is asked for stands behind that.
                let is_asked = typed.ends_with([' ', '"']);
                let mut found = rows
                    .iter()
                    .filter(|(row, _)| **row == typed || is_asked && row.starts_with(&typed));
                let words = found.next().map(|(_, words)| words);
                let is_told = words.is_some_and(|words| choice.words.starts_with(words));
                assert!(is_told, "{} | ips {typed}, in {lang:?}: {words:?}", choice.words);
            }
        }
    }

    #[test]
    fn one_of_several_teams_is_named_whatever_it_is_called() {
        let mut whose = Whose::team("--help");
        let team = commands(&[profile("six-elements")], None, Some(&whose));
        assert!(team.contains(&"show --team=--help".to_owned()), "{team:?}");
        whose.group = Some("-h".to_owned());
        let commands = commands(&[profile("six-elements")], None, Some(&whose));
        assert!(
            commands.contains(&"show --team=--help --group=-h".to_owned()),
            "{commands:?}"
        );
        // Members fill in a form for their group, whichever team it is of; of questions that may be lost it is the usual one.
        let form = "form --format=txt --open --questions=six-elements --group=-h";
        assert!(commands.contains(&form.to_owned()), "{commands:?}");
        let lost = super::tests::commands(&[profile("eigen")], None, Some(&whose));
        assert!(
            lost.contains(&form.replace(" --questions=six-elements", "")),
            "{lost:?}"
        );
    }
}
