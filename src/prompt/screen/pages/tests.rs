use super::*;
use crate::{
    agreement::{Agreement, AgreementField, AgreementState},
    profile::Profile,
    prompt::{
        Inquiry,
        keys::{self, Key},
        screen::{
            editor::Editor,
            frame::{OPENING, Page},
        },
    },
    session::{About, Doubt, Pace, Past, Reply, SettingKind},
    tally::{Mode, Tally},
};

fn session(mode: Mode) -> Session {
    let mut profile = Profile::draft(mode, 8, &[]);
    profile.team = "IPS-groep Noord".into();
    Session::new(profile, Past::default(), Pace::Pages)
}

/// A finished profile of six people who all said 3 to the first question.
fn tally_profile() -> Profile {
    let mut profile = Profile::unanswered(Lang::Nl, Mode::Tally, 6, crate::profile::State::Complete);
    profile.response_mut((0, 0)).tally = Tally::parse("333333", Mode::Tally, 6, 5).ok();
    profile
}

fn answer(session: &mut Session, typed: &str) {
    let mode = session.profile().mode;
    let _ = session.apply(Reply::Answer(Tally::parse(typed, mode, 8, 5).unwrap()));
}

fn view(session: &Session) -> View<'_> {
    View {
        session,
        lang: Lang::Nl,
        remark: None,
    }
}

/// A page as text, with the cursor as `▁`.
fn draw(columns: usize, rows: usize, page: impl Fn(&mut Size<'_>) -> Page) -> String {
    let mut size = Size {
        columns,
        rows,
        scroll: &mut { OPENING },
    };
    let page = page(&mut size);
    assert_eq!(page.lines.len(), rows);
    let line = |line: &Line| {
        assert!(
            crate::text::width(&line.text()) < columns,
            "{:?} is wider than {columns}",
            line.text()
        );
        let mut text = line.text();
        if let Some(cursor) = line.cursor {
            text = format!("{text:cursor$}▁");
        }
        text.trim_end().to_owned()
    };
    page.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Snapshots of what is seen belong with those of the other tests.
macro_rules! assert_seen {
    ($name:literal, $seen:expr) => {
        insta::with_settings!({
            snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots"),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, { insta::assert_snapshot!($name, $seen) });
    };
}

#[test]
fn a_question_stands_alone_and_fits_at_80x24_and_40x15() {
    let mut session = session(Mode::Joint);
    for _ in 0..6 {
        answer(&mut session, "4");
    }
    assert_seen!(
        "question_80x24",
        draw(80, 24, |size| view(&session).question(6, None, size))
    );
    assert_seen!(
        "question_40x15",
        draw(40, 15, |size| view(&session).question(6, None, size))
    );
}

#[test]
fn an_answer_given_before_is_marked_and_its_note_is_shown() {
    let mut session = session(Mode::Joint);
    let _ = session.apply(Reply::Note("Tijd en ruimte".into()));
    answer(&mut session, "4");
    let seen = draw(80, 24, |size| view(&session).question(0, None, size));
    assert!(
        seen.contains("▸4 eerder wel") && seen.contains("Toelichting: Tijd en ruimte") && seen.contains("Enter verder")
    );
    assert!(!seen.contains("▸3"));
}

#[test]
fn the_spread_keeps_its_advice_in_sight_at_40x15() {
    let mut session = session(Mode::Tally);
    answer(&mut session, "11552?44");
    assert_seen!("spread_80x24", draw(80, 24, |size| view(&session).spread(0, size)));
    assert_seen!("spread_40x15", draw(40, 15, |size| view(&session).spread(0, size)));
}

#[test]
fn what_is_typed_for_everyone_is_seen_until_enter() {
    let session = session(Mode::Tally);
    let mut editor = Editor::new("");
    for c in "3 4 ?".chars() {
        editor.press(Key::Char(c));
    }
    let seen = draw(80, 24, |size| view(&session).question(0, Some(&editor), size));
    assert!(seen.contains("Typ alle antwoorden: 3 4 ?▁"), "{seen}");
}

/// Answers everything: the learning cycle is lowest.
fn all_answered() -> Session {
    let mut session = session(Mode::Joint);
    for index in 0..24 {
        answer(&mut session, if (14..18).contains(&index) { "2" } else { "4" });
    }
    session
}

#[test]
fn the_overview_shows_every_question_with_its_answer_and_opens_at_the_first_open_one() {
    let mut session = session(Mode::Joint);
    let _ = session.apply(Reply::Note("tijd".into()));
    for typed in ["4", "?", "-"].iter().cycle().take(18) {
        answer(&mut session, typed);
    }
    let _ = session.apply(Reply::Overview);
    let editor = Editor::new("");
    assert_seen!(
        "overview_80x24",
        draw(80, 24, |size| view(&session).overview(&editor, size))
    );
    assert_seen!(
        "overview_60x20",
        draw(60, 20, |size| view(&session).overview(&editor, size))
    );
    assert_seen!(
        "overview_40x15",
        draw(40, 15, |size| view(&session).overview(&editor, size))
    );
}

#[test]
fn the_answer_just_given_is_repeated_with_last_times_beside_it() {
    let mut earlier = Profile::answered(Lang::Nl, 2, &[]);
    earlier.date = earlier.date.pred_opt().unwrap();
    let past = Past::new(false, move |_| vec![earlier.clone()]);
    let mut session = Session::new(Profile::draft(Mode::Joint, 8, &[]), past, Pace::Pages);
    // Never before the answer.
    let seen = draw(80, 24, |size| view(&session).question(0, None, size));
    assert!(!seen.contains("vorige keer"), "{seen}");
    answer(&mut session, "4");
    assert_seen!(
        "question_after_80x24",
        draw(80, 24, |size| view(&session).question(1, None, size))
    );
    assert_seen!(
        "question_after_40x15",
        draw(40, 15, |size| view(&session).question(1, None, size))
    );
    // From a question that was chosen on the overview back leads elsewhere.
    for reply in [Reply::Overview, Reply::GoTo(0)] {
        let _ = session.apply(reply);
    }
    let seen = draw(80, 24, |size| view(&session).question(0, None, size));
    assert!(!seen.contains("b om te veranderen"), "{seen}");
}

#[test]
fn the_pages_of_the_ending_fit() {
    let mut session = all_answered();
    let _ = session.apply(Reply::Continue);
    let editor = Editor::new("4");
    assert_seen!("profile_80x24", draw(80, 24, |size| view(&session).profile(size)));
    assert_seen!("profile_40x15", draw(40, 15, |size| view(&session).profile(size)));
    assert_seen!("topics_80x24", draw(80, 24, |size| view(&session).topics(size)));
    for reply in [
        Reply::Continue,
        Reply::Continue,
        Reply::GoTo(0),
        Reply::Line("Zo houden".into()),
    ] {
        let _ = session.apply(reply);
    }
    assert_seen!(
        "agreements_80x24",
        draw(80, 24, |size| view(&session).agreements(&editor, size))
    );
    assert_seen!(
        "agreements_40x15",
        draw(40, 15, |size| view(&session).agreements(&editor, size))
    );
}

#[test]
fn settings_sheets_and_what_is_asked_once_more_fit() {
    let mut session = session(Mode::Ballots);
    let editor = Editor::new("");
    assert_seen!(
        "ballot_80x24",
        draw(80, 24, |size| view(&session).ballot(&editor, size))
    );
    assert_seen!(
        "ballot_40x15",
        draw(40, 15, |size| view(&session).ballot(&editor, size))
    );
    let mut full = session.clone();
    for _ in 0..full.profile().participants {
        let _ = full.apply(Reply::Sheet(vec![None; full.total()]));
    }
    assert_seen!(
        "ballots_in_40x15",
        draw(40, 15, |size| view(&full).ballot(&editor, size))
    );
    let _ = session.apply(Reply::Settings);
    assert_seen!(
        "settings_80x24",
        draw(80, 24, |size| view(&session).settings(&editor, size))
    );
    assert_seen!(
        "settings_40x15",
        draw(40, 15, |size| view(&session).settings(&editor, size))
    );
    for kind in SettingKind::ALL {
        let seen = draw(40, 15, |size| view(&session).setting(kind, &editor, size));
        assert!(seen.contains('▁'), "{seen}");
    }
    let round = Profile {
        date: session.profile().date - chrono::Days::new(7),
        ..tally_profile()
    };
    let past = Past::new(false, move |_| vec![round.clone()]);
    let again = Session::new(Profile::draft(Mode::Tally, 8, &[]), past, Pace::Pages);
    let page = |size: &mut Size<'_>| view(&again).sure(Doubt::Replace, size);
    assert_seen!("sure_replace_80x24", draw(80, 24, page));
    assert_seen!("sure_replace_40x15", draw(40, 15, page));
    assert_seen!(
        "sure_40x15",
        draw(40, 15, |size| view(&session).sure(Doubt::Finish, size))
    );
}

#[test]
fn an_agreement_shows_the_suggestions_with_their_sources() {
    let session = all_answered();
    let editor = Editor::new("Elke keer één doel");
    let page = |size: &mut Size<'_>| view(&session).agreement(About::New(3), AgreementField::What, &editor, size);
    assert_seen!("agreement_80x24", draw(80, 24, page));
    assert_seen!("agreement_40x15", draw(40, 15, page));
}

#[test]
fn the_keys_and_the_cursor_stay_in_sight_however_much_there_is() {
    let mut profile = session(Mode::Joint).profile().clone();
    let questionnaire = &mut profile.questionnaire;
    questionnaire.elements[0].questions[0].text = "Een heel lange vraag met veel woorden erin? ".repeat(30);
    questionnaire.scale.labels = (1..=10)
        .map(|n| Some(format!("een label van dertig tekens {n}")))
        .collect();
    let session = Session::new(profile, Past::default(), Pace::Pages);
    let editor = Editor::new(&"een lange toelichting ".repeat(40));
    for (columns, rows) in [(80, 24), (40, 15), (30, 10)] {
        let question = draw(columns, rows, |size| view(&session).question(0, None, size));
        // What stands for ten is said there too, which can take a line more.
        let lines: Vec<&str> = question.lines().collect();
        let keys = lines[lines.len() - 2..].join(" ");
        assert!(columns < 40 || keys.contains("0 = 10"), "{question}");
        assert!(keys.contains("n ") && keys.contains("h "), "{question}");
        assert!(question.contains('▼') || question.contains(" 10 "), "{question}");
        let note = draw(columns, rows, |size| view(&session).note(0, &editor, size));
        assert!(note.contains('▁'), "{note}");
    }
}

#[test]
fn before_a_note_stands_what_does_not_belong_in_it() {
    let session = session(Mode::Tally);
    for (columns, rows) in [(80, 24), (40, 15)] {
        let note = draw(columns, rows, |size| view(&session).note(0, &Editor::new(""), size));
        let words = note.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            words.contains("Geen namen van kinderen of ouders, en niet wie wat antwoordde."),
            "{note}"
        );
    }
}

#[test]
fn a_question_is_asked_with_its_own_labels_and_says_which_key_is_ten() {
    let mut profile = session(Mode::Joint).profile().clone();
    let scale = &mut profile.questionnaire.scale;
    scale.first = 0;
    scale.labels = vec![None; 11];
    (scale.labels[0], scale.labels[10]) = (Some("slecht".into()), Some("goed".into()));
    let mut own = vec![None; 11];
    (own[0], own[10]) = (Some("nooit".into()), Some("altijd".into()));
    profile.questionnaire.elements[0].questions[0].labels = Some(own);
    profile.questionnaire.elements[0].questions[0].reverse = true;
    let session = Session::new(profile, Past::default(), Pace::Pages);
    for (columns, rows) in [(80, 24), (40, 15)] {
        let asked = |index| draw(columns, rows, |size| view(&session).question(index, None, size));
        let (own, other) = (asked(0), asked(1));
        assert!(own.contains("0 nooit") && own.contains("10 altijd"), "{own}");
        assert!(!own.contains("slecht") && !own.contains("omgekeerd"), "{own}");
        assert!(other.contains("0 slecht") && other.contains("10 goed"), "{other}");
        assert!(own.contains("t = 10") && other.contains("t = 10"), "{own}");
    }
}

#[test]
fn no_terminal_is_too_small_for_any_page() {
    let joint = session(Mode::Joint);
    let mut tally = session(Mode::Tally);
    answer(&mut tally, "11552?44");
    let editor = Editor::new("tekst");
    for columns in 1..12 {
        for rows in 0..8 {
            for session in [&joint, &tally] {
                let view = view(session);
                let choices = ["een".to_owned(), "twee".to_owned()];
                let inquiry = |choices| Inquiry {
                    question: "Welk team?",
                    choices,
                    remark: Some("Typ een nummer."),
                    typed: "",
                    known: Some("Noord"),
                    has_before: true,
                };
                let pages: [&dyn Fn(&mut Size<'_>) -> Page; 15] = [
                    &|size| view.question(0, Some(&editor), size),
                    &|size| view.spread(0, size),
                    &|size| view.note(0, &editor, size),
                    &|size| view.help(keys::SPREAD, size),
                    &|size| view.overview(&editor, size),
                    &|size| view.ballot(&editor, size),
                    &|size| view.settings(&editor, size),
                    &|size| view.setting(SettingKind::Mode, &editor, size),
                    &|size| view.sure(Doubt::Finish, size),
                    &|size| view.profile(size),
                    &|size| view.topics(size),
                    &|size| view.agreements(&editor, size),
                    &|size| view.agreement(About::New(0), AgreementField::When, &editor, size),
                    &|size| super::inquiry(Lang::Nl, &inquiry(&[]), &editor, size),
                    &|size| super::inquiry(Lang::Nl, &inquiry(&choices), &editor, size),
                ];
                for page in pages {
                    let mut size = Size {
                        columns,
                        rows,
                        scroll: &mut 3,
                    };
                    assert!(page(&mut size).lines.len() <= rows);
                }
            }
        }
    }
}

#[test]
fn commands_stand_below_what_the_team_talks_about() {
    let mut session = session(Mode::Joint);
    for index in 0..24 {
        let low = (4..9).contains(&index) || (14..18).contains(&index);
        answer(&mut session, if low { "2" } else { "4" });
    }
    let seen = draw(80, 24, |size| view(&session).topics(size));
    let (talk, commands) = seen.split_once("\n\n Meer vragen: ").expect("commands");
    assert!(!talk.contains("ips assess"), "{seen}");
    assert_eq!(commands.matches("ips assess --questions").count(), 2, "{seen}");
}

#[test]
fn an_agreement_to_look_back_at_fits_at_80x24_and_40x15() {
    let mut profile = Profile::draft(Mode::Joint, 8, &[]);
    profile.team = "IPS-groep Noord".into();
    profile.agreements = vec![Agreement {
        who: Some("jeugdconsulent".into()),
        due: Some("2026-11-14".into()),
        note: Some("De helft staat erop. Jeugdgezondheidszorg ontbreekt nog.".into()),
        made: profile.date.pred_opt(),
        ..Agreement::new("direction", "Op één blad zetten wie wat mag beslissen")
    }];
    let mut session = Session::new(profile, Past::default(), Pace::Pages);
    assert_seen!(
        "follow_up_80x24",
        draw(80, 24, |size| view(&session).follow_up(0, None, size))
    );
    assert_seen!(
        "follow_up_40x15",
        draw(40, 15, |size| view(&session).follow_up(0, None, size))
    );
    let editor = Editor::new("Nu staat iedereen erop");
    let chosen = Some((AgreementState::Done, "", &editor));
    assert_seen!(
        "follow_up_note_80x24",
        draw(80, 24, |size| view(&session).follow_up(0, chosen, size))
    );
    assert_seen!(
        "follow_up_note_40x15",
        draw(40, 15, |size| view(&session).follow_up(0, chosen, size))
    );
    let chosen = Some((AgreementState::Open, "over 6 weken", &editor));
    let seen = draw(80, 24, |size| view(&session).follow_up(0, chosen, size));
    assert!(
        seen.contains("klaar: 2 januari 2027 · open\n"),
        "the new day is seen: {seen}"
    );
    // Back at it, what was chosen is marked.
    let _ = session.apply(Reply::FollowedUp {
        state: AgreementState::Dropped,
        due: String::new(),
        note: None,
    });
    let seen = draw(80, 24, |size| view(&session).follow_up(0, None, size));
    assert!(seen.contains("▸3 losgelaten") && !seen.contains("▸1"), "{seen}");
}

#[test]
fn what_is_asked_first_fits_at_80x24_and_40x15() {
    let choices = Mode::OF_MEETINGS.map(|mode| crate::prompt::mode_choice(Lang::Nl, mode));
    let inquiry = Inquiry {
        question: &Lang::Nl.ask_mode(),
        choices: &choices,
        remark: Some(&Lang::Nl.no_such_mode()),
        typed: "",
        known: Some("2"),
        has_before: true,
    };
    let editor = Editor::new("3");
    assert_seen!(
        "inquiry_80x24",
        draw(80, 24, |size| super::inquiry(Lang::Nl, &inquiry, &editor, size))
    );
    assert_seen!(
        "inquiry_40x15",
        draw(40, 15, |size| super::inquiry(Lang::Nl, &inquiry, &editor, size))
    );
}

#[test]
fn an_agreement_shows_the_lines_before_the_one_that_is_typed() {
    let mut session = session(Mode::Joint);
    for index in 0..24 {
        answer(&mut session, if (9..18).contains(&index) { "2" } else { "4" });
    }
    for reply in [
        Reply::Continue,
        Reply::Continue,
        Reply::Continue,
        Reply::GoTo(2),
        Reply::Line("Elke keer één doel".into()),
        Reply::Line("de IB'er".into()),
    ] {
        let _ = session.apply(reply);
    }
    let editor = Editor::new("31-2");
    let lang = Lang::Nl;
    let remark = lang.no_such_day();
    let view = View {
        session: &session,
        lang,
        remark: Some(&remark),
    };
    let page = |size: &mut Size<'_>| view.agreement(About::Made(0), AgreementField::When, &editor, size);
    assert_seen!("agreement_when_80x24", draw(80, 24, page));
    assert_seen!("agreement_when_40x15", draw(40, 15, page));
}

#[test]
fn the_explanation_begins_with_the_hard_words_of_its_question_and_shows_how_to_say_no_number_with_a_hand() {
    let at = |mode, index| {
        let mut session = session(mode);
        let _ = session.apply(Reply::Overview);
        let _ = session.apply(Reply::GoTo(index));
        session
    };
    let help = |session: &Session, columns, rows| {
        let keys = keys::question(session, 0);
        draw(columns, rows, |size| view(session).help(keys, size))
    };
    let seen = help(&at(Mode::Tally, 13), 80, 50);
    assert!(seen.contains("   borgen: zorgen dat iets blijft"), "{seen}");
    let first = seen.lines().map(str::trim).filter(|line| !line.is_empty()).nth(1);
    assert_eq!(first, Some("Moeilijke woorden:"), "{seen}");
    assert!(!seen.contains("kartrekkers"), "{seen}");
    assert!(help(&at(Mode::Tally, 9), 80, 50).contains("kartrekkers: mensen die"));
    assert!(seen.contains("een vuist") && seen.contains("je armen"), "{seen}");
    assert!(!help(&at(Mode::Joint, 13), 80, 50).contains("vuist"));
    let narrow = help(&at(Mode::Tally, 13), 40, 15);
    assert!(
        narrow.contains("borgen: zorgen"),
        "at once, without scrolling: {narrow}"
    );
}

#[test]
fn the_explanation_names_every_key_of_its_page() {
    let session = session(Mode::Tally);
    let seen = draw(80, 50, |size| view(&session).help(keys::SPREAD, size));
    for key in ["Enter", "n ", "b ", "q ", "↑ ↓", "Ctrl-C"] {
        assert!(
            seen.lines().any(|line| line.trim_start().starts_with(key)),
            "{key}: {seen}"
        );
    }
    assert!(!seen.contains("afronden"), "{seen}");
}
