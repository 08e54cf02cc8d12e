//! Profiles made from bytes: any texts, any counts, any shape that a file could hold.

use arbitrary::{Arbitrary, Result, Unstructured};
use chrono::NaiveDate;
use ips::{
    agreement::{Agreement, AgreementState, Due},
    comparison::{Caution, Comparison},
    fraction::fraction,
    lang::Lang,
    profile::{Profile, Response, State},
    questionnaire::{Element, Labels, Question, Questionnaire, Scale},
    scoring::WEAKEST,
    tally::{Answer, MAX_PARTICIPANTS, Mode, Tally},
    text::{folded, visible_lines},
};

/// What Markdown, terminals and readers of files could take for something other than text.
const PIECES: [&str; 44] = [
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "a",
    "Samen",
    "1.",
    "1)",
    "#",
    "## ",
    "-",
    "- ",
    "+",
    "*",
    "**",
    "_",
    "=",
    "===",
    "---",
    ":-",
    "|",
    "\\",
    "`",
    "```",
    "~~~",
    "> ",
    "[x](http://x)",
    "![",
    "<b>",
    "<!--",
    "&lt;",
    "$x$",
    "\"",
    "'",
    "\u{1b}[31m",
    "\u{9b}",
    "\u{202E}",
    "\u{200B}",
    "\u{200D}",
    "\u{301}",
    "❤\u{FE0F}",
    "字",
    "👩\u{200D}👧",
];

/// A team's meeting, and a later one of the same team that was asked nearly the same.
#[derive(Debug)]
pub struct Meeting {
    /// The earlier meeting.
    pub before: Profile,
    /// The later one.
    pub after: Profile,
    /// The language of the reports.
    pub lang: Lang,
    /// How many elements are marked.
    pub weakest: usize,
    /// How wide the terminal is.
    pub columns: usize,
}

impl<'a> Arbitrary<'a> for Meeting {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let lang = *bytes.choose(&Lang::ALL)?;
        let weakest = bytes.int_in_range(1..=4)?;
        let columns = bytes.int_in_range(40..=160)?;
        let questionnaire = questionnaire(bytes)?;
        let team = text(bytes)?;
        let mut again = questionnaire.clone();
        change(bytes, &mut again)?;
        let group = maybe_text(bytes)?;
        let mut before = profile(bytes, team.clone(), questionnaire)?;
        let mut after = profile(bytes, team, again)?;
        before.group.clone_from(&group);
        after.group = group;
        Ok(Meeting {
            before,
            after,
            lang,
            weakest,
            columns,
        })
    }
}

/// A text that is not blank, of ordinary and of hostile pieces.
fn text(bytes: &mut Unstructured) -> Result<String> {
    let mut text = String::new();
    for _ in 0..bytes.int_in_range(1..=6)? {
        match bytes.int_in_range(0..=PIECES.len() + 8)? {
            piece if piece < PIECES.len() => text.push_str(PIECES[piece]),
            piece if piece < PIECES.len() + 6 => text.push(bytes.arbitrary()?),
            _ => text.push_str(&"woord ".repeat(bytes.int_in_range(1..=30)?)),
        }
    }
    Ok(if text.trim().is_empty() { "x".to_owned() } else { text })
}

/// A text of a questionnaire: a break in one is a space once it is read.
fn asked_text(bytes: &mut Unstructured) -> Result<String> {
    text(bytes).map(unbroken)
}

fn unbroken(text: String) -> String {
    text.replace(['\n', '\r'], " ")
}

fn maybe_text(bytes: &mut Unstructured) -> Result<Option<String>> {
    if bytes.ratio(1, 3)? {
        text(bytes).map(Some)
    } else {
        Ok(None)
    }
}

fn questionnaire(bytes: &mut Unstructured) -> Result<Questionnaire> {
    let first = bytes.int_in_range(0..=1)?;
    let points = bytes.int_in_range(2..=if first == 0 { 11 } else { 10 })?;
    let labels = labels(bytes, points)?;
    let (mut strong, mut discuss) = Scale::default_bands(first, points);
    if bytes.ratio(1, 4)? {
        let mut bound = || {
            bytes
                .int_in_range(0..=(points - 1) * 100)
                .map(|bound| fraction(first, 1) + fraction(bound as u64, 100))
        };
        (strong, discuss) = (bound()?, bound()?);
        if strong < discuss {
            (strong, discuss) = (discuss, strong);
        }
    }
    let elements = (0..bytes.int_in_range(2..=12)?)
        .map(|number| element(bytes, number, points))
        .collect::<Result<_>>()?;
    Ok(Questionnaire {
        id: text(bytes)?,
        version: 1,
        lang: *bytes.choose(&Lang::ALL)?,
        title: asked_text(bytes)?,
        source: maybe_text(bytes)?.map(unbroken),
        personal: false,
        words: Vec::new(),
        scale: Scale {
            first,
            labels,
            strong,
            discuss,
        },
        elements,
    })
}

/// A label for each point, or those of the ends.
fn labels(bytes: &mut Unstructured, points: usize) -> Result<Labels> {
    let ends_only = bytes.ratio(1, 4)?;
    let label = |point| {
        let between = (1..points - 1).contains(&point);
        if ends_only && between {
            Ok(None)
        } else {
            asked_text(bytes).map(Some)
        }
    };
    (0..points).map(label).collect()
}

fn element(bytes: &mut Unstructured, number: usize, points: usize) -> Result<Element> {
    let questions = (0..bytes.int_in_range(1..=4)?)
        .map(|number| question(bytes, number, points))
        .collect::<Result<_>>()?;
    Ok(Element {
        id: format!("e{number}"),
        title: asked_text(bytes)?,
        titles: Vec::new(),
        questions,
        suggestions: Vec::new(),
        deeper: None,
    })
}

fn question(bytes: &mut Unstructured, number: usize, points: usize) -> Result<Question> {
    Ok(Question {
        id: format!("q{number}"),
        text: asked_text(bytes)?,
        open: maybe_text(bytes)?.map(unbroken),
        scored: maybe_text(bytes)?.map(unbroken),
        reverse: bytes.ratio(1, 4)?,
        labels: bytes.ratio(1, 8)?.then(|| labels(bytes, points)).transpose()?,
        mirrors: bytes.ratio(1, 4)?.then(|| "e0.q0".to_owned()),
        own: false,
    })
}

/// Another wording, language or choice of questions, as between two years.
fn change(bytes: &mut Unstructured, questionnaire: &mut Questionnaire) -> Result<()> {
    let points = questionnaire.scale.points();
    if bytes.ratio(1, 4)? {
        questionnaire.lang = *bytes.choose(&Lang::ALL)?;
        questionnaire.version = bytes.int_in_range(1..=2)?;
    }
    if bytes.ratio(1, 4)? {
        let elements = &mut questionnaire.elements;
        let dropped = bytes.choose_index(elements.len())?;
        elements.remove(dropped);
        elements.push(element(bytes, 90, points)?);
    }
    for _ in 0..bytes.int_in_range(0..=3)? {
        let at = bytes.choose_index(questionnaire.elements.len())?;
        let questions = &mut questionnaire.elements[at].questions;
        let at = bytes.choose_index(questions.len())?;
        match bytes.int_in_range(0..=2)? {
            0 => questions[at].text = asked_text(bytes)?,
            1 if questions.len() > 1 => drop(questions.remove(at)),
            _ => questions.push(Question {
                id: format!("q9{}", questions.len()),
                ..question(bytes, 0, points)?
            }),
        }
    }
    Ok(())
}

fn profile(bytes: &mut Unstructured, team: String, questionnaire: Questionnaire) -> Result<Profile> {
    let mode = *bytes.choose(&[Mode::Joint, Mode::Tally])?;
    let points = questionnaire.scale.points();
    let mut responses = Profile::no_responses(&questionnaire);
    for response in responses.iter_mut().flatten() {
        *response = Response {
            tally: tally(bytes, mode, points)?,
            shared: None,
            note: maybe_text(bytes)?,
        };
    }
    let voters = responses
        .iter()
        .flatten()
        .filter_map(|response| Some(response.tally.as_ref()?.voters()));
    let most = voters.max().unwrap_or(1);
    let participants = bytes.int_in_range(most..=MAX_PARTICIPANTS)?;
    let element = |bytes: &mut Unstructured| Ok(bytes.choose(&questionnaire.elements)?.id.clone());
    let mut agreements = Vec::new();
    for _ in 0..bytes.int_in_range(0..=3)? {
        agreements.push(Agreement {
            who: maybe_text(bytes)?,
            due: if bytes.ratio(1, 4)? {
                Some("2027-01-31".into())
            } else {
                maybe_text(bytes)?.as_deref().map(Due::stored)
            },
            state: bytes.choose(&AgreementState::WORDS)?.1,
            note: maybe_text(bytes)?,
            first_element: maybe_text(bytes)?,
            first_what: maybe_text(bytes)?,
            made: if bytes.ratio(1, 4)? {
                NaiveDate::from_ymd_opt(2026, 1, 1)
            } else {
                None
            },
            ..Agreement::new(element(bytes)?, text(bytes)?)
        });
    }
    let state = if bytes.ratio(1, 4)? {
        State::Draft {
            followed_up: {
                let carried_over = agreements
                    .iter()
                    .filter(|agreement| agreement.is_carried_over())
                    .count();
                bytes.int_in_range(0..=carried_over)?
            },
        }
    } else {
        State::Complete
    };
    let date = bytes.int_in_range(1..=3_652_059)?;
    let corrected = bytes.ratio(1, 4)?.then(|| bytes.int_in_range(date..=3_652_059));
    let mut profile = Profile {
        team,
        group: None,
        date: NaiveDate::from_num_days_from_ce_opt(date).unwrap_or_default(),
        corrected: corrected.transpose()?.and_then(NaiveDate::from_num_days_from_ce_opt),
        mode,
        participants,
        shared: false,
        functions: maybe_text(bytes)?,
        questionnaire,
        asked_only: None,
        responses,
        agreements,
        state,
    };
    if bytes.ratio(1, 4)? {
        let only = bytes.choose_index(profile.questionnaire.elements.len())?;
        for (place, responses) in profile.responses.iter_mut().enumerate() {
            if place != only {
                responses.fill(Response::default());
            }
        }
        profile.ask_only(&[profile.questionnaire.elements[only].id.clone()]);
    }
    Ok(profile)
}

/// Answers that fit the mode and the most participants there can be; sometimes none.
fn tally(bytes: &mut Unstructured, mode: Mode, points: usize) -> Result<Option<Tally>> {
    if bytes.ratio(1, 8)? {
        return Ok(None);
    }
    if mode == Mode::Joint {
        let answer = match bytes.int_in_range(0..=points + 1)? {
            0 => Answer::DontKnow,
            point if point <= points => Answer::Point(u32::try_from(point).unwrap_or(1)),
            _ => Answer::NotApplicable,
        };
        return Ok(Some(Tally::one(answer, points)));
    }
    let most = if bytes.ratio(1, 16)? { MAX_PARTICIPANTS / 12 } else { 3 };
    let mut count = || bytes.int_in_range(0..=most);
    let tally = Tally {
        votes: (0..points).map(|_| count()).collect::<Result<_>>()?,
        dont_know: count()?,
        not_applicable: count()?,
    };
    Ok((tally.voters() > 0).then_some(tally))
}

/// The same two meetings with an ordinary word for every text: what is shown of them has the same parts.
pub fn in_plain_words(before: &Profile, after: &Profile) -> (Profile, Profile) {
    let (mut plain_before, mut plain_after) = (before.clone(), after.clone());
    make_plain(&mut plain_before);
    make_plain(&mut plain_after);
    for (e, element) in after.questionnaire.elements.iter().enumerate() {
        let Some(old) = before.questionnaire.elements.iter().find(|old| old.id == element.id) else {
            continue;
        };
        for (q, question) in element.questions.iter().enumerate() {
            let was = old.questions.iter().find(|old| old.id == question.id);
            if was.is_some_and(|was| folded(&was.text) != folded(&question.text)) {
                plain_after.questionnaire.elements[e].questions[q].text = "Andere tekst".to_owned();
            }
            if was.is_some_and(|was| was.labels != question.labels) {
                let labels = &mut plain_after.questionnaire.elements[e].questions[q].labels;
                for label in labels.iter_mut().flatten().flatten() {
                    *label = "Ander antwoord".to_owned();
                }
            }
        }
    }
    // What makes a comparison less certain stays so.
    let comparison = Comparison::of(before, after, WEAKEST).expect("they can be compared");
    if comparison.cautions.contains(&Caution::Functions) {
        plain_after.functions = Some("Andere functies".to_owned());
    }
    if comparison.cautions.contains(&Caution::Labels) {
        let labels = &mut plain_after.questionnaire.scale.labels;
        labels
            .iter_mut()
            .flatten()
            .for_each(|label| *label = "Ander antwoord".to_owned());
    }
    (plain_before, plain_after)
}

fn make_plain(profile: &mut Profile) {
    word(&mut profile.team);
    profile.functions.iter_mut().for_each(word);
    let questionnaire = &mut profile.questionnaire;
    word(&mut questionnaire.id);
    word(&mut questionnaire.title);
    questionnaire.source.iter_mut().for_each(word);
    questionnaire.scale.labels.iter_mut().flatten().for_each(word);
    for element in &mut questionnaire.elements {
        word(&mut element.title);
        for question in &mut element.questions {
            word(&mut question.text);
            question.open.iter_mut().for_each(word);
            question.scored.iter_mut().for_each(word);
            question.labels.iter_mut().flatten().flatten().for_each(word);
        }
    }
    for note in profile
        .responses
        .iter_mut()
        .flatten()
        .filter_map(|response| response.note.as_mut())
    {
        let lines = visible_lines(note).into_iter();
        let plain: Vec<&str> = lines
            .map(|line| if line.is_empty() { "" } else { "Gewone tekst" })
            .collect();
        *note = plain.join("\n");
    }
    for agreement in &mut profile.agreements {
        word(&mut agreement.what);
        agreement.who.iter_mut().for_each(word);
        if let Some(Due::Words(words)) = &mut agreement.due {
            word(words);
        }
        agreement.note.iter_mut().for_each(word);
    }
}

fn word(text: &mut String) {
    "Gewone tekst".clone_into(text);
}
