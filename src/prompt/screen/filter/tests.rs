use crossterm::event::KeyModifiers;
use proptest::prelude::*;

use super::*;

/// Something that happens to a key so many milliseconds after the start.
type Happens = (u64, KeyEvent);

fn event(code: KeyCode, kind: KeyEventKind) -> KeyEvent {
    KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)
}

fn press(at: u64, code: KeyCode) -> Happens {
    (at, event(code, KeyEventKind::Press))
}

fn release(at: u64, code: KeyCode) -> Happens {
    (at, event(code, KeyEventKind::Release))
}

fn c(c: char) -> KeyCode {
    KeyCode::Char(c)
}

/// What counts of what happens, when every key is read as it comes.
fn counted(typing: Typing, happens: &[Happens]) -> Vec<Key> {
    let opened = Instant::now();
    let mut filter = KeyFilter::new(opened, LineEnds::MayBePasted);
    filter.ask_releases(true);
    let start = opened + Duration::from_secs(5);
    let mut now = start;
    for (at, event) in happens {
        let next = start + Duration::from_millis(*at);
        while let Some(patience) = filter.patience(now).filter(|patience| now + *patience < next) {
            now += patience;
            filter.quiet(now);
        }
        now = next;
        filter.see(*event, typing, now);
    }
    filter.quiet(now + Duration::from_secs(1));
    std::iter::from_fn(|| filter.next()).collect()
}

fn presses(typing: Typing, keys: &[(u64, char)]) -> String {
    let happens: Vec<Happens> = keys
        .iter()
        .map(|&(at, key)| press(at, if key == '\r' { KeyCode::Enter } else { c(key) }))
        .collect();
    typed(&counted(typing, &happens))
}

fn typed(keys: &[Key]) -> String {
    let each = keys.iter().map(|key| match key {
        Key::Char(c) => *c,
        Key::Enter => '\r',
        key => panic!("{key:?}"),
    });
    each.collect()
}

/// How a key is pressed, each so many milliseconds behind the one before.
#[derive(Clone, Debug)]
enum Stroke {
    Tap,
    /// Held: until the first repeat, and between the next ones.
    Hold(u64, Vec<u64>),
}

fn stroke() -> impl Strategy<Value = Stroke> {
    prop_oneof![
        Just(Stroke::Tap),
        (200_u64..=1100, prop::collection::vec(30_u64..=90, 1..40)).prop_map(|(first, next)| Stroke::Hold(first, next)),
    ]
}

fn acting() -> impl Strategy<Value = KeyCode> {
    prop::sample::select(vec![
        c('4'),
        c('5'),
        c('?'),
        c('-'),
        c('n'),
        c('b'),
        KeyCode::Enter,
        KeyCode::Esc,
    ])
}

/// The strokes as a terminal tells them that knows no releases.
fn told(strokes: &[(u64, KeyCode, Stroke)]) -> Vec<Happens> {
    let (mut happens, mut at) = (Vec::new(), 0);
    for (pause, code, stroke) in strokes {
        at += pause;
        happens.push(press(at, *code));
        if let Stroke::Hold(first, next) = stroke {
            for gap in std::iter::once(first).chain(next) {
                at += gap;
                happens.push(press(at, *code));
            }
        }
    }
    happens
}

proptest! {
    #[test]
    fn every_stroke_counts_once_however_long_it_is_held(
        strokes in prop::collection::vec((300_u64..3000, acting(), stroke()), 1..12),
    ) {
        let keys: Vec<Key> = strokes.iter().filter_map(|(_, code, _)| key_of(event(*code, KeyEventKind::Press))).collect();
        for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
            prop_assert_eq!(&counted(typing, &told(&strokes)), &keys, "{:?}", typing);
        }
    }

    #[test]
    fn other_keys_in_turn_count_however_fast_they_come(gaps in prop::collection::vec(0_u64..300, 1..30)) {
        let mut at = 0;
        let keys: Vec<(u64, char)> = gaps.iter().zip("4?5-".chars().cycle()).map(|(gap, key)| { at += gap; (at, key) }).collect();
        let all: String = keys.iter().map(|(_, key)| *key).collect();
        for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
            prop_assert_eq!(&presses(typing, &keys), &all);
        }
    }

    #[test]
    fn in_a_line_the_same_is_typed_as_fast_as_fingers_go(
        gaps in prop::collection::vec(105_u64..2000, 1..30),
        votes in prop::collection::vec(prop::sample::select(vec!['3', '4', '?']), 31),
    ) {
        let mut at = 0;
        let keys: Vec<(u64, char)> = gaps.iter().zip(&votes).map(|(gap, key)| { at += gap; (at, *key) }).collect();
        let all: String = keys.iter().map(|(_, key)| *key).collect();
        prop_assert_eq!(&presses(Typing::Answers, &keys), &all);
        prop_assert_eq!(&presses(Typing::Words, &keys), &all);
    }

    #[test]
    fn a_key_that_is_told_as_released_counts_once(
        strokes in prop::collection::vec((300_u64..1000, acting(), 40_u64..3000), 1..12),
        first in 200_u64..=1100,
        next in 30_u64..=90,
        kind in prop::sample::select(vec![KeyEventKind::Press, KeyEventKind::Repeat]),
    ) {
        let (mut happens, mut at, mut keys) = (Vec::new(), 0, Vec::new());
        for (pause, code, held) in strokes {
            at += pause;
            happens.push(press(at, code));
            let repeats = (first..held).step_by(usize::try_from(next).unwrap());
            happens.extend(repeats.map(|after| (at + after, event(code, kind))));
            at += held;
            happens.push(release(at, code));
            keys.extend(key_of(event(code, KeyEventKind::Press)));
        }
        for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
            prop_assert_eq!(&counted(typing, &happens), &keys);
        }
    }

    #[test]
    fn a_release_behind_each_character_tells_nothing(
        strokes in prop::collection::vec((300_u64..3000, acting(), stroke()), 1..12),
    ) {
        let happens = told(&strokes);
        let with_releases: Vec<Happens> =
            happens.iter().flat_map(|&(at, event)| [(at, event), release(at, event.code)]).collect();
        for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
            prop_assert_eq!(counted(typing, &with_releases), counted(typing, &happens));
        }
    }
}

#[test]
fn an_impatient_second_press_is_none() {
    for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
        assert_eq!(presses(typing, &[(0, '\r'), (150, '\r')]), "\r", "{typing:?}");
        assert_eq!(presses(typing, &[(0, '\r'), (300, '\r')]), "\r\r", "{typing:?}");
    }
    assert_eq!(
        presses(Typing::Keys, &[(0, '4'), (200, '4'), (400, '4'), (650, '4')]),
        "44"
    );
    assert_eq!(presses(Typing::Keys, &[(0, '4'), (10, '3')]), "43");
}

#[test]
fn what_was_queued_behind_a_held_key_is_held_too() {
    // Someone looks only now: the time in between is not known.
    let opened = Instant::now();
    let mut filter = KeyFilter::new(opened, LineEnds::MayBePasted);
    let at = |ms| opened + Duration::from_secs(5) + Duration::from_millis(ms);
    let mut see = |ms| filter.see(event(c('4'), KeyEventKind::Press), Typing::Keys, at(ms));
    see(0);
    see(600);
    see(900);
    filter.quiet(at(2000));
    assert_eq!(filter.next(), Some(Key::Char('4')));
    assert_eq!(filter.next(), None);
}

#[test]
fn the_enter_that_started_the_program_may_be_held_still() {
    let opened = Instant::now();
    let mut filter = KeyFilter::new(opened, LineEnds::MayBePasted);
    for ms in (400..900).step_by(30) {
        let now = opened + Duration::from_millis(ms);
        filter.quiet(now);
        filter.see(event(KeyCode::Enter, KeyEventKind::Press), Typing::Keys, now);
    }
    assert_eq!(filter.next(), None);
}

#[test]
fn a_lost_release_makes_no_key_deaf() {
    let happens = [
        press(0, c('4')),
        release(80, c('4')),
        press(1000, c('5')),
        press(3000, c('5')),
    ];
    assert_eq!(typed(&counted(Typing::Keys, &happens)), "455");
}

#[test]
fn a_key_from_before_the_releases_are_told_makes_no_key_deaf() {
    let opened = Instant::now();
    let at = |ms| opened + Duration::from_secs(5) + Duration::from_millis(ms);
    let mut filter = KeyFilter::new(opened, LineEnds::Count);
    filter.see(event(KeyCode::Enter, KeyEventKind::Press), Typing::Words, at(0));
    assert_eq!(filter.next(), Some(Key::Enter));
    filter.ask_releases(true);
    // Nobody told that the first was lifted; this one is.
    filter.see(event(KeyCode::Enter, KeyEventKind::Press), Typing::Answers, at(500));
    filter.see(event(KeyCode::Enter, KeyEventKind::Release), Typing::Answers, at(560));
    filter.quiet(at(900));
    assert_eq!(filter.next(), Some(Key::Enter));
}

#[test]
fn a_release_that_comes_after_its_time_takes_no_letter_away() {
    let opened = Instant::now();
    let at = |ms| opened + Duration::from_secs(5) + Duration::from_millis(ms);
    let mut filter = KeyFilter::new(opened, LineEnds::Count);
    filter.ask_releases(true);
    filter.see(event(c('n'), KeyEventKind::Press), Typing::Keys, at(0));
    filter.ask_releases(false);
    filter.see(event(c('n'), KeyEventKind::Release), Typing::Words, at(60));
    assert!(!filter.drop_all());
    for (ms, letter) in (1000..).step_by(300).zip("ballon".chars()) {
        filter.see(event(c(letter), KeyEventKind::Press), Typing::Words, at(ms));
        filter.quiet(at(ms + 200));
    }
    assert_eq!(
        typed(&std::iter::from_fn(|| filter.next()).collect::<Vec<_>>()),
        "ballon"
    );
}

#[test]
fn a_character_that_goes_up_as_another_one_is_up() {
    // As Windows tells `?` twice, Shift let go before the key each time.
    let twice = [
        press(0, c('4')),
        release(80, c('4')),
        press(1000, c('?')),
        release(1080, c('/')),
        press(1400, c('?')),
        release(1480, c('/')),
    ];
    assert_eq!(typed(&counted(Typing::Answers, &twice)), "4??");
    // Two fingers, of which the first stays down longer; the second is held.
    let mut rolled = vec![
        press(0, c('4')),
        release(80, c('4')),
        press(1000, c('4')),
        press(1060, c('5')),
        release(1100, c('4')),
    ];
    rolled.extend((0..20).map(|repeat| press(1560 + 33 * repeat, c('5'))));
    for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
        assert_eq!(typed(&counted(typing, &rolled)), "445");
    }
}

#[test]
fn a_key_with_another_one_held_is_another_key() {
    for modifiers in [KeyModifiers::CONTROL, KeyModifiers::SUPER, KeyModifiers::ALT] {
        let happens = [
            (0, KeyEvent::new(c('3'), modifiers)),
            press(150, c('3')),
            release(200, c('3')),
        ];
        assert_eq!(typed(&counted(Typing::Keys, &happens)), "3");
    }
}

#[test]
fn keys_that_scroll_and_mend_go_on_while_they_are_held() {
    let happens: Vec<Happens> = [0, 500, 530, 560].map(|at| press(at, KeyCode::Backspace)).into();
    for typing in [Typing::Keys, Typing::Answers, Typing::Words] {
        assert_eq!(counted(typing, &happens), [Key::Backspace; 4]);
    }
}

#[test]
fn a_line_end_with_text_right_behind_it_belongs_to_the_text() {
    let paste = |text: &str| -> Vec<(u64, char)> { text.chars().map(|c| (0, c)).collect() };
    assert_eq!(presses(Typing::Words, &paste("een\r\rtwee\rdrie\r")), "een twee drie\r");
    assert_eq!(presses(Typing::Answers, &paste("3 4\r5\r")), "3 4 5\r");
    // A letter is a key there, and no text.
    assert_eq!(presses(Typing::Answers, &paste("34\rn")), "34\rn");
    assert_eq!(presses(Typing::Keys, &paste("4\r5")), "4\r5");
    assert_eq!(presses(Typing::Words, &[(0, 'a'), (5, '\r'), (60, 'b')]), "a\rb");
}

#[test]
fn a_paste_is_one_text_where_text_is_typed_and_nothing_elsewhere() {
    let pasted = |text, typing| {
        let mut filter = KeyFilter::new(Instant::now(), LineEnds::MayBePasted);
        filter.paste(text, typing);
        typed(&std::iter::from_fn(|| filter.next()).collect::<Vec<_>>())
    };
    let text = " Elke maand\r\n\r\n  een half uur\t!\n";
    assert_eq!(pasted(text, Typing::Words), "Elke maand een half uur !");
    assert_eq!(pasted(text, Typing::Answers), "");
    assert_eq!(pasted(text, Typing::Keys), "");
    assert_eq!(pasted("3 4\n5\n", Typing::Answers), "3 4 5");
    assert_eq!(pasted("3t94\n", Typing::Answers), "3t94");
    assert_eq!(pasted("3t4 b\n", Typing::Answers), "");
    assert_eq!(pasted("4", Typing::Keys), "");
}

#[test]
fn enter_right_behind_a_paste_is_another_one_than_before_it() {
    let now = Instant::now();
    let mut filter = KeyFilter::new(now, LineEnds::MayBePasted);
    let enter = event(KeyCode::Enter, KeyEventKind::Press);
    filter.see(enter, Typing::Words, now);
    assert!(!filter.drop_all());
    filter.paste("a", Typing::Words);
    filter.see(enter, Typing::Words, now);
    filter.quiet(now + PASTED);
    assert_eq!(typed(&std::iter::from_fn(|| filter.next()).collect::<Vec<_>>()), "a\r");
}

#[test]
fn what_is_dropped_with_a_page_is_not_ctrl_c() {
    let now = Instant::now();
    let mut filter = KeyFilter::new(now, LineEnds::MayBePasted);
    filter.see(event(c('4'), KeyEventKind::Press), Typing::Keys, now);
    assert!(!filter.drop_all());
    assert_eq!(filter.next(), None);
    filter.see(KeyEvent::new(c('c'), KeyModifiers::CONTROL), Typing::Keys, now);
    filter.see(event(c('5'), KeyEventKind::Press), Typing::Keys, now);
    assert!(filter.drop_all());
}

#[test]
fn a_combination_with_another_key_is_never_an_answer() {
    let with = |code, modifiers| key_of(KeyEvent::new(code, modifiers));
    for modifiers in [
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ] {
        assert_eq!(with(c('5'), modifiers), None, "{modifiers:?}");
        assert_eq!(with(KeyCode::Left, modifiers), None, "{modifiers:?}");
        assert_eq!(with(KeyCode::Enter, modifiers), None, "{modifiers:?}");
    }
    assert_eq!(with(KeyCode::F(2), KeyModifiers::NONE), None);
    assert_eq!(with(c('c'), KeyModifiers::CONTROL), Some(Key::Stop));
    assert_eq!(with(c('?'), KeyModifiers::SHIFT), Some(Key::Char('?')));
    // AltGr is told so on Windows.
    assert_eq!(
        with(c('@'), KeyModifiers::CONTROL | KeyModifiers::ALT),
        cfg!(windows).then_some(Key::Char('@'))
    );
}
