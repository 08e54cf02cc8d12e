//! What the flags left open is asked before the first question, by the same one who asks those.

use chrono::NaiveDate;

use super::interrupt::ended_by_signal;
use crate::{
    fault::Fault,
    lang::Lang,
    profile::{Profile, Whose, same_team},
    prompt::{Inquired, Inquiry, Prompter, better_together, mode_choice, setting_refusal},
    session::{Setting, SettingKind},
    store::{Head, earlier},
    tally::{MAX_PARTICIPANTS, Mode},
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
    /// The group of it, if it is about one: that isn't asked.
    pub group: Option<String>,
    pub participants: Option<u32>,
    pub mode: Option<Mode>,
    /// Another meeting is begun although there is a draft.
    pub new: bool,
}

/// What there is in the folder.
#[derive(Debug)]
pub struct Known<'f> {
    /// The profiles, oldest first.
    pub profiles: &'f [Head],
    /// The drafts to go on with, oldest first.
    pub drafts: &'f [Head],
    pub teams: Vec<&'f str>,
}

/// What comes of the questions.
#[derive(Debug)]
pub enum Begins<'f> {
    /// A meeting.
    Meeting(Meeting),
    /// Going on with a draft.
    Draft(&'f Head),
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
            let whose = Whose {
                team: team.clone().unwrap_or_default(),
                group: given.group.clone(),
            };
            let before = earlier(known.profiles, &whose, NaiveDate::MAX).next_back();
            let answered = match question {
                Question::Team if given.team.is_none() => {
                    // Another team, other things that are known of it.
                    (participants, mode) = (given.participants, given.mode);
                    self.team(known)?.map(|name| team = Some(name))
                }
                Question::Draft if !given.new => {
                    let draft = known.drafts.iter().rev().find(|draft| draft.is_of(&whose));
                    let Some(draft) = draft else {
                        at += 1;
                        continue;
                    };
                    match self.resumes(&draft.load()?.profile)? {
                        Some(true) => return Ok(Begins::Draft(draft)),
                        answered => answered.map(drop),
                    }
                }
                Question::Participants if given.participants.is_none() => self
                    .participants(participants.or(before.map(|head| head.participants)))?
                    .map(|count| participants = Some(count)),
                Question::Mode if given.mode.is_none() => self
                    .mode(
                        mode.or(before.map(|head| head.mode)),
                        participants.unwrap_or(MAX_PARTICIPANTS),
                    )?
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
        let newest = known.profiles.last().map(|head| head.team.as_str());
        if self.offers && !known.teams.is_empty() {
            let mut teams: Vec<String> = known.teams.iter().map(|team| visible(team).into_owned()).collect();
            teams.push(lang.another_team());
            // Where there is no profile yet, its draft is known.
            let draft = known.drafts.last().map(|head| head.team.as_str());
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

    /// How so many people answer; Enter takes the way of last time.
    pub fn mode(&mut self, known: Option<Mode>, participants: u32) -> Result<Option<Mode>, Fault> {
        let modes = Mode::OF_MEETINGS.map(|mode| mode_choice(self.lang, mode));
        let place = known.and_then(|known| Mode::OF_MEETINGS.iter().position(|mode| *mode == known));
        let known = place.map(|place| (place + 1).to_string());
        let asked = std::iter::once(self.lang.ask_mode());
        let question = asked.chain(better_together(self.lang, participants));
        let question = question.collect::<Vec<_>>().join(" ");
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
        let team = visible(&draft.whose().to_string()).into_owned();
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
mod tests;
