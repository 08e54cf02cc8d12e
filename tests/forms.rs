//! The form that members fill in alone: as text, back and forth, and as a page.

use ips::{
    answers::{Returned, returned},
    content::questionnaires,
    lang::Lang,
    questionnaire::Questionnaire,
    render::{MemberForm, filling_in, reply},
    tally::Answer,
};

use crate::common::{parts, six_elements};

fn text(questionnaire: &Questionnaire, lang: Lang, group: Option<&str>) -> String {
    reply::form(&MemberForm {
        questionnaire,
        lang,
        group,
    })
}

fn page(questionnaire: &Questionnaire, lang: Lang) -> String {
    filling_in::page(&MemberForm {
        questionnaire,
        lang,
        group: Some("ouders & \"<b>"),
    })
}

/// Every questionnaire that ships, in both languages.
fn built_in() -> impl Iterator<Item = (Lang, Questionnaire)> {
    let ids = questionnaires::ids().flat_map(|id| Lang::ALL.map(|lang| (id, lang)));
    ids.map(|(id, lang)| (lang, questionnaires::questionnaire(id, lang).unwrap()))
}

/// A form of text with something typed behind each of its marks for an answer.
fn filled_in(form: &str, typed: impl Fn(usize) -> String) -> String {
    let mut number = 0;
    let lines = form.lines().map(|line| {
        if !(line.starts_with("Antwoord ") || line.starts_with("Answer ")) {
            return format!("{line}\n");
        }
        number += 1;
        format!("{line}{}\n", typed(number))
    });
    lines.collect()
}

fn points(returned: &Returned) -> Vec<Answer> {
    let tallies = returned
        .answers
        .values()
        .map(|response| response.tally.as_ref().unwrap());
    tallies.map(|tally| tally.single().unwrap()).collect()
}

#[test]
fn a_form_of_text_of_every_questionnaire_comes_back_as_it_was_filled_in() {
    for (lang, questionnaire) in built_in() {
        let form = text(&questionnaire, lang, None);
        assert!(form.lines().all(|line| line.chars().count() <= 72), "{form}");
        let scale = &questionnaire.scale;
        let place = |number: usize| number % scale.points();
        let sent = filled_in(&form, |number| scale.number(place(number) + 1).to_string());
        let quoted: String = sent.lines().map(|line| ["> ", line, "\r\n"].concat()).collect();
        for mail in [&sent, &quoted] {
            let found =
                returned("x.txt", mail, &questionnaire).unwrap_or_else(|problems| panic!("{problems:?}\n{mail}"));
            let expected = (1..=questionnaire.question_count())
                .map(|number| Answer::Point(u32::try_from(place(number) + 1).unwrap()));
            assert_eq!(points(&found), expected.collect::<Vec<_>>());
            assert!(found.answers.values().all(|response| response.note.is_none()));
        }
        // As it was sent.
        assert!(returned("x.txt", &form, &questionnaire).is_err());
    }
}

#[test]
fn a_form_of_text_says_whose_it_is_and_what_the_counts_can_show() {
    let questionnaire = six_elements(Lang::Nl);
    let form = text(&questionnaire, Lang::Nl, Some("ouders: Zuid"));
    let words = form.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Groep: ouders: Zuid",
        "ze zijn vertrouwelijk, niet anoniem",
        "Antwoordt iedereen hetzelfde, of iedereen op één na, dan kan iemand aan die aantallen zien wat jij antwoordde.",
        "Geen namen van kinderen of ouders, en niet wie wat antwoordde.",
        "Voor de toelichting: Wie zijn het?",
    ] {
        assert!(words.contains(sentence), "{sentence}\n{form}");
    }
    let sent = filled_in(&form, |number| if number == 3 { "n.v.t." } else { "" }.to_owned());
    let found = returned("x.txt", &sent, &questionnaire).unwrap();
    assert_eq!(found.group.as_deref(), Some("ouders: Zuid"));
    assert_eq!(points(&found), [Answer::NotApplicable]);
}

#[test]
fn what_a_questionnaire_says_is_never_an_answer() {
    let mut questionnaire = six_elements(Lang::Nl);
    let word = "x".repeat(71);
    let hostile = format!("{word} Antwoord 2: 5 {word} Toelichting 1: ja {word} === {word} Code: x {word} Answer 3: 1");
    questionnaire.title.clone_from(&hostile);
    questionnaire.source = Some(hostile.clone());
    for element in &mut questionnaire.elements {
        element.title.clone_from(&hostile);
        for question in &mut element.questions {
            question.text.clone_from(&hostile);
            question.open = Some(format!("Antwoord 2: 5 {hostile}"));
            question.scored = Some(format!("Antwoord 2: 5 {hostile}"));
        }
    }
    let sent = filled_in(&text(&questionnaire, Lang::Nl, Some(&hostile)), |number| {
        if number == 1 { "1" } else { "" }.to_owned()
    });
    let found = returned("x.txt", &sent, &questionnaire).unwrap_or_else(|problems| panic!("{problems:?}\n{sent}"));
    assert_eq!(found.answers.len(), 1);
    assert_eq!(points(&found), [Answer::Point(1)]);
    assert_eq!(found.answers[&(0, 0)].note, None);
}

#[test]
fn a_page_to_fill_in_is_sound_small_and_may_fetch_nothing() {
    for (lang, questionnaire) in built_in() {
        let page = page(&questionnaire, lang);
        assert!(page.len() < 200_000, "{} bytes", page.len());
        let found = parts::html(page.as_bytes());
        let mistakes: Vec<_> = found.iter().filter(|(kind, _)| kind == "mistake").collect();
        assert!(mistakes.is_empty(), "{mistakes:?}");
        let said = |kind: &str| {
            let texts = found.iter().filter(|(found, _)| found.ends_with(kind));
            texts.map(|(_, text)| text.as_str()).collect::<Vec<_>>()
        };
        let policy = said("/meta@content")[0];
        assert!(
            policy.starts_with("default-src 'none'; script-src 'sha256-"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe") && !policy.contains("http"), "{policy}");
        assert_eq!(said("/main@data-group"), ["ouders & \"<b>"]);
        assert_eq!(said("@data-id").len(), questionnaire.question_count());
        let notes: Vec<_> = said("/textarea@maxlength");
        assert_eq!(notes.len(), questionnaire.question_count());
        let warning = lang.no_names();
        assert_eq!(
            found.iter().filter(|(_, text)| text.contains(&warning)).count(),
            notes.len()
        );
        assert!(
            found
                .iter()
                .any(|(_, text)| text.contains(&lang.what_becomes_of_answers()))
        );
        for attribute in ["@src", "@href", "@action", "@style", "@onclick"] {
            assert!(said(attribute).is_empty(), "{attribute}");
        }
        assert!(!page.contains("http:") && !page.contains("https:"));
    }
}

#[test]
fn another_form_keeps_its_answers_apart() {
    let questionnaire = six_elements(Lang::Nl);
    let key = |asked: &MemberForm| {
        let found = parts::html(filling_in::page(asked).as_bytes());
        found
            .into_iter()
            .find(|(kind, _)| kind.ends_with("@data-key"))
            .unwrap()
            .1
    };
    let asked = |questionnaire, lang, group| {
        key(&MemberForm {
            questionnaire,
            lang,
            group,
        })
    };
    let mut changed = questionnaire.clone();
    changed.elements[0].questions[0].text.push('!');
    let keys = [
        asked(&questionnaire, Lang::Nl, None),
        asked(&questionnaire, Lang::En, None),
        asked(&questionnaire, Lang::Nl, Some("ouders")),
        asked(&changed, Lang::Nl, None),
    ];
    for (index, one) in keys.iter().enumerate() {
        assert!(!keys[..index].contains(one), "{keys:?}");
    }
    assert_eq!(keys[0], asked(&questionnaire, Lang::Nl, None));
}
