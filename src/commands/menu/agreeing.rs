//! One more agreement, asked line by line from the menu.

use chrono::NaiveDate;

use crate::{
    agreement::Due,
    fault::Fault,
    lang::Lang,
    prompt::{Inquired, Inquiry},
    questionnaire::Questionnaire,
    text::safe,
};

/// What was typed of an agreement; kept until it is saved.
#[derive(Debug, Default)]
pub struct Agreeing {
    what: String,
    element: String,
    who: String,
    due: String,
}

impl Agreeing {
    /// Asks for what isn't known, and gives what is typed behind `ips` to add it; nothing when it is broken off.
    pub fn ask(
        &mut self,
        questionnaire: &Questionnaire,
        today: NaiveDate,
        lang: Lang,
        mut inquire: impl FnMut(&Inquiry<'_>) -> Result<Inquired, Fault>,
    ) -> Result<Option<Vec<String>>, Fault> {
        let elements: Vec<String> = questionnaire
            .elements
            .iter()
            .map(|element| safe(&element.title))
            .collect();
        let mut remark = None;
        let mut at = 0;
        loop {
            let (question, typed): (String, &mut String) = match at {
                0 => (lang.agreement_what_new(), &mut self.what),
                1 => (lang.agreement_about(), &mut self.element),
                2 => (lang.agreement_who(), &mut self.who),
                _ => (lang.agreement_due(), &mut self.due),
            };
            let inquired = inquire(&Inquiry {
                question: &question,
                choices: if at == 1 { &elements } else { &[] },
                remark: remark.as_deref(),
                typed,
                known: None,
                has_before: at > 0,
            })?;
            remark = None;
            match inquired {
                Inquired::Typed(line) => line.trim().clone_into(typed),
                Inquired::Back if at > 0 => {
                    at -= 1;
                    continue;
                }
                _ => return Ok(None),
            }
            match (at, number(&self.element, elements.len())) {
                (0, _) if self.what.is_empty() => return Ok(None),
                (1, None) => remark = Some(lang.menu_number(elements.len())),
                (3, _) if Due::typed(&self.due, today).is_err() => remark = Some(lang.no_such_day()),
                (3, Some(index)) => return Ok(Some(self.arguments(&questionnaire.elements[index].id))),
                _ => at += 1,
            }
        }
    }

    fn arguments(&self, element: &str) -> Vec<String> {
        let flags = [
            ("add", self.what.as_str()),
            ("element", element),
            ("who", &self.who),
            ("due", &self.due),
        ];
        let flags = flags.iter().filter(|(_, value)| !value.is_empty());
        let flags = flags.map(|(flag, value)| format!("--{flag}={value}"));
        ["agreements".to_owned()].into_iter().chain(flags).collect()
    }
}

/// A number from 1 as a place in a list.
fn number(typed: &str, count: usize) -> Option<usize> {
    let number: usize = typed.parse().ok()?;
    (1..=count).contains(&number).then(|| number - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::questionnaires;

    /// What comes of these lines, and how often was asked.
    fn typed(agreeing: &mut Agreeing, lines: &[&str]) -> (Option<Vec<String>>, usize) {
        let questionnaire = questionnaires::questionnaire(questionnaires::DEFAULT, Lang::Nl).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut asked = 0;
        let arguments = agreeing.ask(&questionnaire, today, Lang::Nl, |_| {
            asked += 1;
            let line = lines.get(asked - 1);
            Ok(line.map_or(Inquired::Stopped, |line| Inquired::Typed((*line).to_owned())))
        });
        (arguments.unwrap(), asked)
    }

    #[test]
    fn four_lines_make_an_agreement_whatever_they_begin_with() {
        let (arguments, _) = typed(&mut Agreeing::default(), &["--samen eten ", "2", "Ria", "15 jan"]);
        let expected = [
            "agreements",
            "--add=--samen eten",
            "--element=culture",
            "--who=Ria",
            "--due=15 jan",
        ];
        assert_eq!(arguments.unwrap(), expected);
        let (arguments, _) = typed(&mut Agreeing::default(), &["eten", "1", "", ""]);
        assert_eq!(
            arguments.unwrap(),
            ["agreements", "--add=eten", "--element=shared-vision"]
        );
    }

    #[test]
    fn back_leads_a_line_back_with_what_was_typed() {
        let questionnaire = questionnaires::questionnaire(questionnaires::DEFAULT, Lang::Nl).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut agreeing = Agreeing::default();
        let mut said = ["eten", "2", "<", "3", "Ria", ""].iter();
        let mut seen = Vec::new();
        let arguments = agreeing.ask(&questionnaire, today, Lang::Nl, |inquiry| {
            seen.push((inquiry.typed.to_owned(), inquiry.has_before));
            Ok(match said.next() {
                Some(&"<") => Inquired::Back,
                line => Inquired::Typed(line.copied().unwrap_or_default().to_owned()),
            })
        });
        let expected = ["agreements", "--add=eten", "--element=direction", "--who=Ria"];
        assert_eq!(arguments.unwrap().unwrap(), expected);
        assert_eq!(seen[0], (String::new(), false));
        assert_eq!(seen[3], ("2".to_owned(), true));
    }

    #[test]
    fn what_cannot_be_is_asked_again() {
        let (arguments, asked) = typed(&mut Agreeing::default(), &["eten", "7", "x", "6", "", "30 feb", "+6w"]);
        assert_eq!(arguments.unwrap().last().unwrap(), "--due=+6w");
        assert_eq!(asked, 7);
    }

    #[test]
    fn without_a_first_line_there_is_none_and_a_stop_keeps_what_was_typed() {
        assert_eq!(typed(&mut Agreeing::default(), &[" "]), (None, 1));
        let mut agreeing = Agreeing::default();
        assert_eq!(typed(&mut agreeing, &["eten", "2"]).0, None);
        assert_eq!((agreeing.what.as_str(), agreeing.element.as_str()), ("eten", "2"));
    }
}
