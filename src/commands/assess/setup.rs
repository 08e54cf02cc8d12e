//! What the flags left open is asked before the first question, by the same one who asks those.

use super::interrupt::ended_by_signal;
use crate::{
    commands::values::TEAM_CHARS,
    fault::Fault,
    lang::Lang,
    profile::{Profile, same_team},
    prompt::{Inquired, Inquiry, Prompter},
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

/// Asks for what is missing.
pub struct Setup<'p, P> {
    pub prompter: &'p mut P,
    pub lang: Lang,
    /// Whether what is known is offered to choose from. Lines don't: what follows in a pipe was meant for something else.
    pub offers: bool,
}

impl<P: Prompter> Setup<'_, P> {
    /// Asks for the team's name, and offers those that are known in the folder.
    pub fn team(&mut self, known: &[&str]) -> Result<String, Fault> {
        let lang = self.lang;
        if self.offers && !known.is_empty() {
            let mut teams: Vec<String> = known.iter().map(|team| visible(team).into_owned()).collect();
            teams.push(lang.another_team());
            let chosen = self.choose(&lang.ask_which_team(), &teams, "--team")?;
            if let Some(team) = known.get(chosen) {
                return Ok((*team).to_owned());
            }
        }
        let typed = self.ask(&lang.ask_team(), &[], "--team", |typed| match typed.trim() {
            "" => Err(lang.blank_team()),
            team if team.chars().count() > TEAM_CHARS => Err(lang.team_too_long(TEAM_CHARS)),
            team => Ok(team.to_owned()),
        })?;
        let known = known.iter().find(|team| same_team(team, &typed));
        Ok(known.map_or_else(|| typed.clone(), |team| (*team).to_owned()))
    }

    /// How many take part.
    pub fn participants(&mut self) -> Result<u32, Fault> {
        let lang = self.lang;
        self.ask(&lang.ask_participants(), &[], "--participants", |typed| {
            let count = typed.trim().parse().ok();
            let count = count.filter(|count| (1..=MAX_PARTICIPANTS).contains(count));
            count.ok_or_else(|| lang.bad_participants(MAX_PARTICIPANTS))
        })
    }

    /// How the team answers.
    pub fn mode(&mut self) -> Result<Mode, Fault> {
        let lang = self.lang;
        let modes = [lang.mode_joint_choice(), lang.mode_tally_choice()];
        self.ask(&lang.ask_mode(), &modes, "--mode", |typed| {
            match typed.trim().to_lowercase().as_str() {
                "1" => Ok(Mode::Joint),
                "2" => Ok(Mode::Tally),
                word => Mode::named(word).ok_or_else(|| lang.mode_help()),
            }
        })
    }

    /// Whether to go on with a draft.
    pub(crate) fn resumes(&mut self, draft: &Profile) -> Result<bool, Fault> {
        let lang = self.lang;
        let team = visible(&draft.team).into_owned();
        if !self.offers {
            return Err(Fault::failed(|lang| lang.draft_exists(&team)));
        }
        let asked = draft.asked();
        let answered = asked.iter().filter(|&&at| !draft.is_open(at)).count();
        let question = lang.ask_resume(&team, &lang.date(draft.date), answered, asked.len());
        Ok(self.choose(&question, &[lang.resume_yes(), lang.resume_no()], "--resume")? == 0)
    }

    /// Lets the team choose by number; the place of what is chosen, counted from 0.
    fn choose(&mut self, question: &str, choices: &[String], flag: &'static str) -> Result<usize, Fault> {
        let lang = self.lang;
        self.ask(question, choices, flag, |typed| {
            let number = typed.trim().parse().ok();
            let number = number.filter(|number| (1..=choices.len()).contains(number));
            number
                .map(|number| number - 1)
                .ok_or_else(|| lang.no_such_question(choices.len()))
        })
    }

    /// Asks until the answer can be read; `flag` could have said it.
    fn ask<T>(
        &mut self,
        question: &str,
        choices: &[String],
        flag: &'static str,
        read: impl Fn(&str) -> Result<T, String>,
    ) -> Result<T, Fault> {
        let (mut remark, mut typed) = (None, String::new());
        loop {
            let inquiry = Inquiry {
                question,
                choices,
                remark: remark.as_deref(),
                typed: &typed,
            };
            let text = match self.prompter.inquire(&inquiry)? {
                Inquired::Typed(text) => text,
                Inquired::Ended => return Err(Fault::wrong_use(|lang| lang.missing_flag(flag))),
                Inquired::Stopped => return Err(ended_by_signal()),
            };
            match read(&text) {
                Ok(value) => return Ok(value),
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
    use crate::prompt::scripted::Scripted;

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
        }
    }

    #[test]
    fn a_name_is_asked_again_until_it_fits_and_stays_there_to_be_mended() {
        let long = "n".repeat(TEAM_CHARS + 1);
        let mut prompter = script(&["", &long, " Noord "]);
        assert_eq!(setup(&mut prompter).team(&[]).unwrap(), "Noord");
        assert!(
            prompter.transcript.contains(&format!("[{long}] <- Typed(\" Noord \")")),
            "{}",
            prompter.transcript
        );
    }

    #[test]
    fn a_known_team_is_chosen_by_its_number_or_spelled_as_it_is_known() {
        let known = ["Noord", "Zuid"];
        for (typed, team) in [
            (&["2"][..], "Zuid"),
            (&["x", "9", "1"], "Noord"),
            (&["3", "zuid"], "Zuid"),
            (&["3", "West"], "West"),
        ] {
            assert_eq!(setup(&mut script(typed)).team(&known).unwrap(), team);
        }
    }

    #[test]
    fn a_number_is_typed_anew_and_what_is_missing_at_the_end_of_the_input_is_named() {
        let mut prompter = script(&["0", "7"]);
        assert_eq!(setup(&mut prompter).participants().unwrap(), 7);
        assert!(
            prompter.transcript.contains("[] <- Typed(\"7\")"),
            "{}",
            prompter.transcript
        );
        assert_eq!(setup(&mut script(&["3", "tally"])).mode().unwrap(), Mode::Tally);
        let fault = setup(&mut script(&["3"])).mode().unwrap_err();
        assert!(fault.to_string().contains("--mode"), "{fault}");
    }
}
