//! What the flags left open is asked before the first question, by the same one who asks those.

use chrono::NaiveDate;

use super::interrupt::ended_by_signal;
use crate::{
    fault::Fault,
    lang::Lang,
    profile::{Profile, same_team},
    prompt::{Inquired, Inquiry, Prompter, mode_choice, setting_refusal},
    session::{Setting, SettingKind},
    store::{Stored, earlier},
    tally::Mode,
    text::visible,
};

/// Who meets, and how they answer.
#[derive(Debug)]
pub struct Meeting {
    pub team: String,
    /// How many take part.
    pub participants: u32,
    pub mode: Mode,
}

/// What is known of it before anything is asked.
#[derive(Debug, Default)]
pub struct Given {
    pub team: Option<String>,
    pub participants: Option<u32>,
    pub mode: Option<Mode>,
    /// Another meeting is begun although there is a draft.
    pub new: bool,
}

/// What there is in the folder.
#[derive(Debug)]
pub struct Known<'f> {
    /// The profiles, oldest first.
    pub profiles: &'f [Stored],
    /// The drafts to go on with, oldest first.
    pub drafts: &'f [Stored],
    pub teams: Vec<&'f str>,
}

/// What comes of the questions.
#[derive(Debug)]
pub enum Begins<'f> {
    /// A meeting.
    Meeting(Meeting),
    /// Going on with a draft.
    Draft(&'f Stored),
}

/// Asks for what is missing.
pub struct Setup<'p, P> {
    pub prompter: &'p mut P,
    pub lang: Lang,
    /// Whether what is known is offered to choose from. Lines don't: what follows in a pipe was meant for something else.
    pub offers: bool,
    /// How much was asked already: with something there is a way back.
    pub asked: usize,
}

/// The questions in the order in which they are asked.
#[derive(Clone, Copy)]
enum Question {
    Team,
    Draft,
    Participants,
    Mode,
}

const QUESTIONS: [Question; 4] = [Question::Team, Question::Draft, Question::Participants, Question::Mode];

impl<P: Prompter> Setup<'_, P> {
    /// Asks for what isn't given, with a way back to what was asked before.
    pub fn begins<'f>(&mut self, given: &Given, known: &Known<'f>) -> Result<Begins<'f>, Fault> {
        let (mut team, mut participants, mut mode) = (given.team.clone(), given.participants, given.mode);
        // The places of the questions that were asked, for the way back.
        let mut asked: Vec<usize> = Vec::new();
        let mut at = 0;
        while let Some(question) = QUESTIONS.get(at) {
            self.asked = asked.len();
            let name = team.as_deref().unwrap_or_default();
            let before = earlier(known.profiles, name, NaiveDate::MAX).next_back();
            let answered = match question {
                Question::Team if given.team.is_none() => {
                    // Another team, other things that are known of it.
                    (participants, mode) = (given.participants, given.mode);
                    self.team(known)?.map(|name| team = Some(name))
                }
                Question::Draft if !given.new => {
                    let draft = known
                        .drafts
                        .iter()
                        .rev()
                        .find(|draft| same_team(&draft.profile.team, name));
                    let Some(draft) = draft else {
                        at += 1;
                        continue;
                    };
                    match self.resumes(&draft.profile)? {
                        Some(true) => return Ok(Begins::Draft(draft)),
                        answered => answered.map(drop),
                    }
                }
                Question::Participants if given.participants.is_none() => self
                    .participants(participants.or(before.map(|profile| profile.participants)))?
                    .map(|count| participants = Some(count)),
                Question::Mode if given.mode.is_none() => self
                    .mode(mode.or(before.map(|profile| profile.mode)))?
                    .map(|chosen| mode = Some(chosen)),
                _ => {
                    at += 1;
                    continue;
                }
            };
            match answered {
                Some(()) => {
                    asked.push(at);
                    at += 1;
                }
                None => at = asked.pop().unwrap_or(0),
            }
        }
        Ok(Begins::Meeting(Meeting {
            team: team.unwrap_or_default(),
            participants: participants.unwrap_or_default(),
            mode: mode.unwrap_or(Mode::Joint),
        }))
    }

    /// Asks for the team's name, and offers those that are known in the folder; Enter takes the newest profile's. As for all of
    /// these, `None` is the way back.
    pub fn team(&mut self, known: &Known<'_>) -> Result<Option<String>, Fault> {
        let lang = self.lang;
        let newest = known.profiles.last().map(|stored| stored.profile.team.as_str());
        if self.offers && !known.teams.is_empty() {
            let mut teams: Vec<String> = known.teams.iter().map(|team| visible(team).into_owned()).collect();
            teams.push(lang.another_team());
            // Where there is no profile yet, its draft is known.
            let draft = known.drafts.last().map(|stored| stored.profile.team.as_str());
            let place = newest
                .or(draft)
                .and_then(|newest| known.teams.iter().position(|team| same_team(team, newest)));
            let enter = place.map(|place| (place + 1).to_string());
            loop {
                let Some(chosen) = self.choose(&lang.ask_which_team(), &teams, enter.as_deref(), "--team")? else {
                    return Ok(None);
                };
                if let Some(team) = known.teams.get(chosen) {
                    return Ok(Some((*team).to_owned()));
                }
                // From the name there is a way back to the list.
                self.asked += 1;
                let named = self.name(known, None)?;
                self.asked -= 1;
                if named.is_some() {
                    return Ok(named);
                }
            }
        }
        let newest = newest.map(|team| visible(team).into_owned());
        self.name(known, newest.as_deref())
    }

    /// Asks for the team's name, and spells it as it is known.
    fn name(&mut self, known: &Known<'_>, newest: Option<&str>) -> Result<Option<String>, Fault> {
        let typed = self.setting(&self.lang.ask_team(), &[], newest, "--team", SettingKind::Team)?;
        let Some(Setting::Team(typed)) = typed else {
            return Ok(None);
        };
        let known = known.teams.iter().find(|team| same_team(team, &typed));
        Ok(Some(known.map_or_else(|| typed.clone(), |team| (*team).to_owned())))
    }

    /// How many take part; Enter takes as many as last time.
    pub fn participants(&mut self, known: Option<u32>) -> Result<Option<u32>, Fault> {
        let known = known.map(|count| count.to_string());
        let question = self.lang.ask_participants();
        let kind = SettingKind::Participants;
        Ok(
            match self.setting(&question, &[], known.as_deref(), "--participants", kind)? {
                Some(Setting::Participants(count)) => Some(count),
                _ => None,
            },
        )
    }

    /// How the team answers; Enter takes the way of last time.
    pub fn mode(&mut self, known: Option<Mode>) -> Result<Option<Mode>, Fault> {
        let modes = Mode::WORDS.map(|(_, mode)| mode_choice(self.lang, mode));
        let place = known.and_then(|known| Mode::WORDS.iter().position(|(_, mode)| *mode == known));
        let known = place.map(|place| (place + 1).to_string());
        let question = self.lang.ask_mode();
        Ok(
            match self.setting(&question, &modes, known.as_deref(), "--mode", SettingKind::Mode)? {
                Some(Setting::Mode(mode)) => Some(mode),
                _ => None,
            },
        )
    }

    /// Whether to go on with a draft.
    fn resumes(&mut self, draft: &Profile) -> Result<Option<bool>, Fault> {
        let lang = self.lang;
        let team = visible(&draft.team).into_owned();
        if !self.offers {
            return Err(Fault::failed(|lang| lang.draft_exists(&team)));
        }
        let asked = draft.asked();
        let answered = asked.iter().filter(|&&at| draft.response(at).tally.is_some()).count();
        let question = lang.ask_resume(&team, &lang.date(draft.date), answered, asked.len());
        let choices = [lang.resume_yes(), lang.resume_no()];
        Ok(self
            .choose(&question, &choices, Some("1"), "--resume")?
            .map(|place| place == 0))
    }

    /// Lets the team choose by number; the place of what is chosen, counted from 0.
    fn choose(
        &mut self,
        question: &str,
        choices: &[String],
        known: Option<&str>,
        flag: &'static str,
    ) -> Result<Option<usize>, Fault> {
        let lang = self.lang;
        self.ask(question, choices, known, flag, |typed| {
            let number = typed.trim().parse().ok();
            let number = number.filter(|number| (1..=choices.len()).contains(number));
            number
                .map(|number| number - 1)
                .ok_or_else(|| lang.no_such_number(choices.len()))
        })
    }

    fn setting(
        &mut self,
        question: &str,
        choices: &[String],
        known: Option<&str>,
        flag: &'static str,
        kind: SettingKind,
    ) -> Result<Option<Setting>, Fault> {
        let lang = self.lang;
        self.ask(question, choices, known, flag, |typed| {
            let setting = kind.typed(typed, NaiveDate::default());
            setting.map_err(|refusal| setting_refusal(lang, refusal))
        })
    }

    /// Asks until the answer can be read; `flag` could have said it.
    fn ask<T>(
        &mut self,
        question: &str,
        choices: &[String],
        known: Option<&str>,
        flag: &'static str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<Option<T>, Fault> {
        let (mut remark, mut typed) = (None, String::new());
        loop {
            let inquiry = Inquiry {
                question,
                choices,
                remark: remark.as_deref(),
                typed: &typed,
                known,
                has_before: self.asked > 0,
            };
            let text = match self.prompter.inquire(&inquiry)? {
                Inquired::Typed(text) => text,
                Inquired::Back => return Ok(None),
                Inquired::Ended => return Err(Fault::wrong_use(|lang| lang.missing_flag(flag))),
                Inquired::Left | Inquired::Stopped => return Err(ended_by_signal()),
            };
            match read(&text) {
                Ok(value) => return Ok(Some(value)),
                Err(sentence) => {
                    // A name is mended, a number typed again.
                    let is_name = choices.is_empty() && text.trim().parse::<i64>().is_err();
                    typed = if is_name { text } else { String::new() };
                    remark = Some(sentence);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        profile::{State, TEAM_CHARS},
        prompt::scripted::Scripted,
    };

    fn script(typed: &[&str]) -> Scripted {
        Scripted {
            inquiries: typed.iter().map(|text| Inquired::Typed((*text).to_owned())).collect(),
            ..Scripted::default()
        }
    }

    fn setup(prompter: &mut Scripted) -> Setup<'_, Scripted> {
        Setup {
            prompter,
            lang: Lang::Nl,
            offers: true,
            asked: 0,
        }
    }

    fn known<'f>(teams: &[&'f str]) -> Known<'f> {
        Known {
            profiles: &[],
            drafts: &[],
            teams: teams.to_vec(),
        }
    }

    /// A profile of a team with so many participants, who held up fingers.
    fn stored(team: &str, participants: u32, state: State) -> Stored {
        let mut profile = Profile::unanswered(Lang::Nl, Mode::Tally, participants, state);
        profile.team = team.into();
        Stored {
            path: "p.toml".into(),
            profile,
        }
    }

    #[test]
    fn a_name_is_asked_again_until_it_fits_and_stays_there_to_be_mended() {
        let long = "n".repeat(TEAM_CHARS + 1);
        let mut prompter = script(&["", &long, " Noord "]);
        assert_eq!(
            setup(&mut prompter).team(&known(&[])).unwrap().as_deref(),
            Some("Noord")
        );
        assert!(
            prompter.transcript.contains(&format!("[{long}] <- Typed(\" Noord \")")),
            "{}",
            prompter.transcript
        );
    }

    #[test]
    fn a_known_team_is_chosen_by_its_number_or_spelled_as_it_is_known() {
        for (typed, team) in [
            (&["2"][..], "Zuid"),
            (&["x", "9", "1"], "Noord"),
            (&["3", "zuid"], "Zuid"),
            (&["3", "West"], "West"),
        ] {
            let asked = setup(&mut script(typed)).team(&known(&["Noord", "Zuid"]));
            assert_eq!(asked.unwrap().as_deref(), Some(team));
        }
    }

    #[test]
    fn from_the_name_of_another_team_the_way_back_leads_to_the_list() {
        let mut prompter = script(&["2"]);
        prompter.inquiries.extend([Inquired::Back, Inquired::Typed("1".into())]);
        let asked = setup(&mut prompter).team(&known(&["Noord"]));
        assert_eq!(asked.unwrap().as_deref(), Some("Noord"));
        let before = |line: &str| line.contains("(before)");
        let before: Vec<bool> = prompter.transcript.lines().map(before).collect();
        assert_eq!(before, [false, true, false], "{}", prompter.transcript);
    }

    #[test]
    fn enter_takes_what_was_so_last_time_and_there_is_a_way_back() {
        let profiles = [stored("Zuid", 4, State::Complete), stored("Noord", 9, State::Complete)];
        let known = Known {
            profiles: &profiles,
            drafts: &[],
            teams: vec!["Noord", "Zuid"],
        };
        let mut prompter = script(&["1", "8"]);
        // Enter alone gives what is known.
        prompter.inquiries.push_back(Inquired::Back);
        prompter.inquiries.extend([Inquired::Back, Inquired::Typed("2".into())]);
        prompter
            .inquiries
            .extend(["4", "2"].map(|text| Inquired::Typed(text.into())));
        let begins = setup(&mut prompter).begins(&Given::default(), &known).unwrap();
        let Begins::Meeting(meeting) = begins else {
            panic!("there is no draft")
        };
        assert_eq!((meeting.team.as_str(), meeting.participants), ("Zuid", 4));
        let known: Vec<&str> = prompter
            .transcript
            .lines()
            .map(|line| {
                let (_, rest) = line.rsplit_once(" [").expect("what is known");
                rest
            })
            .collect();
        assert_eq!(
            known,
            [
                "1] <- Typed(\"1\")",
                "9] <- Typed(\"8\")",
                "2] <- Back",
                "8] <- Back",
                "1] <- Typed(\"2\")",
                "4] <- Typed(\"4\")",
                "2] <- Typed(\"2\")",
            ]
        );
    }

    #[test]
    fn a_draft_of_the_team_is_offered_and_going_on_with_it_ends_the_questions() {
        let drafts = [stored("Noord", 9, State::draft())];
        let known = Known {
            profiles: &[],
            drafts: &drafts,
            teams: vec!["Noord"],
        };
        let begins = setup(&mut script(&["1", "1"]))
            .begins(&Given::default(), &known)
            .unwrap();
        assert!(matches!(begins, Begins::Draft(_)));
        let given = Given {
            new: true,
            ..Given::default()
        };
        let begins = setup(&mut script(&["1", "7", "1"])).begins(&given, &known).unwrap();
        assert!(matches!(begins, Begins::Meeting(_)));
    }

    #[test]
    fn a_number_is_typed_anew_and_what_is_missing_at_the_end_of_the_input_is_named() {
        let mut prompter = script(&["0", "7"]);
        assert_eq!(setup(&mut prompter).participants(None).unwrap(), Some(7));
        assert!(
            prompter.transcript.contains("[] <- Typed(\"7\")"),
            "{}",
            prompter.transcript
        );
        assert_eq!(
            setup(&mut script(&["4", "tally"])).mode(None).unwrap(),
            Some(Mode::Tally)
        );
        let fault = setup(&mut script(&["4"])).mode(None).unwrap_err();
        assert!(fault.to_string().contains("--mode"), "{fault}");
    }
}
