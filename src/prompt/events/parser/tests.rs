use proptest::prelude::*;

use super::*;
use crate::prompt::events::without_sequences;

/// What events say, one after the other.
fn told(parser: &mut Parser) -> String {
    let each = std::iter::from_fn(|| parser.next()).map(|event| match event {
        Event::Key(key) => {
            let kind = match key.kind {
                KeyEventKind::Press => "",
                KeyEventKind::Repeat => " again",
                KeyEventKind::Release => " up",
            };
            let with = key.modifiers.iter_names().map(|(name, _)| format!("{name}+"));
            let code = match key.code {
                KeyCode::Char(c) => c.to_string(),
                code => format!("{code:?}"),
            };
            format!("{}{code}{kind}", with.collect::<String>())
        }
        Event::Paste(text) => format!("paste {text:?}"),
        event => format!("{event:?}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

/// What comes of bytes after which nothing more comes.
fn read(bytes: impl AsRef<[u8]>) -> String {
    let mut parser = Parser::default();
    parser.feed(bytes.as_ref());
    parser.lapse();
    told(&mut parser)
}

/// What a terminal says that is no key.
const REPLIES: &[&str] = &[
    // Colours, the clipboard, with every end that there is.
    "\x1b]11;rgb:1c1c/1c1c/1c1c\x07",
    "\x1b]11;rgb:1c1c/1c1c/1c1c\x1b\\",
    "\x1b]4;12;rgb:5c5c/5c5c/ffff\u{9c}",
    "\u{9d}10;rgb:ffff/ffff/ffff\u{9c}",
    "\x1b]52;c;NDQ0NA==\x07",
    "\x1b]0;Ü 4 漢 😀\x07",
    // Versions, settings and graphics.
    "\x1bP>|XTerm(390)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1bP1$r0 q\x1b\\",
    "\x1bP!|00000000\u{9c}",
    "\u{90}>|Ü4\u{9c}",
    "\x1b_Gi=31;OK\x1b\\",
    "\u{9f}Gi=4;ENOENT:Ü 4\u{9c}",
    "\x1b^4 privé\x1b\\",
    "\x1bX44\x07 4\x1b\\",
    "\u{9e}4\u{9c}",
    "\u{98}4\u{9c}",
    // Devices, the cursor, modes, the window, the keyboard, focus.
    "\x1b[?62;4;22c",
    "\x1b[>41;390;0c",
    "\x1b[=0c",
    "\u{9b}?62;4c",
    "\x1b[5;4R",
    "\x1b[1;4R",
    "\x1b[?5;4R",
    "\x1b[0n",
    "\x1b[?997;1n",
    "\x1b[?2026;2$y",
    "\x1b[4;2$y",
    "\x1b[8;24;80t",
    "\x1b[4;600;800t",
    "\x1b[2;1;1;112;112;1;0x",
    "\x1b[?4u",
    "\x1b[>4;2m",
    "\x1b[?1;0;256S",
    "\x1b[>1 q",
    "\x1b[I",
    "\x1b[O",
    // The mouse.
    "\x1b[<0;44;4M",
    "\x1b[<35;4;4m",
    "\x1b[32;44;4M",
    "\x1b[M 44",
    "\x1b[M\x20\u{e9}4",
    "\x1b[t44",
    "\x1b[T444444",
    // What nobody knows.
    "\x1b[4 4p",
    "\x1b[44;44;44;44~",
    "\x1b[4?4z",
    "\x1b(4",
    "\x1b%G",
    "\x1b\\",
    "\u{85}\u{8d}",
];

#[test]
fn what_a_terminal_says_is_no_key_and_the_key_behind_it_is() {
    for reply in REPLIES {
        // A stray end of a string is as Alt with that key.
        let nothing = if *reply == "\x1b\\" { "ALT+\\" } else { "" };
        assert_eq!(read(reply), nothing, "{reply:?}");
        let keys = read(format!("5{reply}{reply}4\r"));
        assert_eq!(keys.replace("ALT+\\, ", ""), "5, 4, Enter", "{reply:?}");
    }
}

#[test]
fn what_a_terminal_says_in_bytes_that_are_no_text() {
    for reply in [
        &b"\x9b?62;4c"[..],
        b"\x9d11;rgb:4/4/4\x9c",
        b"\x1b[M \xc3\x34",
        b"\x1b[M\x9b\x9b\x9b",
        b"\xff\xfe",
    ] {
        let mut bytes = reply.to_vec();
        bytes.extend(b"4");
        assert!(
            ["4", ""].contains(&read(&bytes).as_str()),
            "{reply:?}: {}",
            read(&bytes)
        );
    }
    assert_eq!(read(b"\x9d11;rgb:4/4/4\x9c4"), "4");
    assert_eq!(read(b"\xc34"), "4");
}

#[test]
fn keys_are_keys_however_they_are_told() {
    for (bytes, keys) in [
        ("4é😀", "4, é, 😀"),
        (
            "\r\n\t\x7f\x08\0\x15\x1f",
            "Enter, CONTROL+j, Tab, Backspace, CONTROL+h, CONTROL+ , CONTROL+u, CONTROL+7",
        ),
        ("\x1b", "Esc"),
        ("\x1b\x1b", "Esc"),
        ("\x1b\x1b\x1b", "Esc, Esc"),
        ("\x1b4", "ALT+4"),
        ("\x1b\r", "ALT+Enter"),
        ("\x1b\x1b[A\x1b\x1bOB", "ALT+Up, ALT+Down"),
        (
            "\x1b[A\x1bOB\x1b[C\x1b[D\x1b[H\x1b[F",
            "Up, Down, Right, Left, Home, End",
        ),
        (
            "\x1b[1~\x1b[4~\x1b[3~\x1b[5~\x1b[6~\x1b[2~",
            "Home, End, Delete, PageUp, PageDown, Insert",
        ),
        (
            "\x1bOP\x1bOQ\x1b[15~\x1b[24~\x1b[1;5P",
            "F(1), F(2), F(15), F(24), CONTROL+F(1)",
        ),
        (
            "\x1b[1;5D\x1b[1;2A\x1bO5A\x1b[3;5~",
            "CONTROL+Left, SHIFT+Up, ALT+Up, CONTROL+Delete",
        ),
        // Linux' own console says F1 so.
        ("\x1b[[A4", "4"),
        ("\x1b[Z", "BackTab"),
        // xterm's and kitty's own ways.
        ("\x1b[27;5;99~\x1b[27;3;52~", "CONTROL+c, ALT+4"),
        ("\x1b[52u\x1b[52;1:2u\x1b[52;1:3u", "4, 4 again, 4 up"),
        ("\x1b[47:63;2u\x1b[97;2u", "?, SHIFT+a"),
        ("\x1b[1;1:2A\x1b[1;1:3A\x1b[5;1:3~", "Up again, Up up, PageUp up"),
        ("\x1b[13u\x1b[27u\x1b[9u\x1b[127u", "Enter, Esc, Tab, Backspace"),
        ("\x1b[57403u\x1b[57414;129u\x1b[57412u\x1b[57419u", "4, Enter, -, Up"),
        (
            "\x1b[53;9u\x1b[53;17u\x1b[53;33u\x1b[53;5u\x1b[53;65u",
            "SUPER+5, HYPER+5, META+5, CONTROL+5, 5",
        ),
        ("\x1b[57441;2u\x1b[99;5u", "SHIFT+Null, CONTROL+c"),
        // Ctrl-C on a Russian and a Greek keyboard, also with Shift or num lock; Ctrl-J of Dvorak stays what it is.
        (
            "\x1b[1089::99;5u\x1b[968::99;133u\x1b[1089:1057:99;6u\x1b[106::99;5u\x1b[1089::99u",
            "CONTROL+c, CONTROL+c, SHIFT+CONTROL+c, CONTROL+j, с",
        ),
        // No press, repeat or release.
        ("\x1b[52;1:0u\x1b[52;1:4u", ""),
        ("\x1b[3u\x1b[0u\x1b[u", ""),
    ] {
        assert_eq!(read(bytes), keys, "{bytes:?}");
    }
}

#[test]
fn what_is_not_finished_ends_and_takes_no_key_with_it() {
    for begun in [
        "\x1b[",
        "\x1b[12;",
        "\x1b[<0;4",
        "\x1b]11;rgb:4",
        "\x1bP4",
        "\x1b_4",
        "\x1b^4",
        "\x1bX4",
        "\x1bO",
        "\x1bN",
        "\x1b(",
        "\x1b[M",
        "\x1b[M4",
        "\x1b[[",
        "\u{9b}",
        "\u{9d}4",
        "\x1b]4\x1b",
        "\x1b[200",
    ] {
        let mut parser = Parser::default();
        parser.feed(begun.as_bytes());
        assert!(parser.is_open(), "{begun:?}");
        parser.feed(b"\x03");
        assert_eq!(told(&mut parser), "CONTROL+c", "{begun:?}");
        parser.lapse();
        parser.feed(b"4\r");
        assert_eq!(told(&mut parser), "4, Enter", "{begun:?}");
        assert!(!parser.is_open());
    }
}

#[test]
fn the_rest_of_a_string_that_broke_off_is_not_typed() {
    for (begun, rest) in [
        ("\x1b]11;rgb:1c1c/", "4c4c/4444\x07"),
        ("\x1bP>|", "4\x1b\\"),
        ("\x1b[200~een", " en 4\x1b[201~"),
    ] {
        let mut parser = Parser::default();
        parser.feed(begun.as_bytes());
        parser.lapse();
        parser.feed(rest.as_bytes());
        parser.feed(b"5");
        let told = told(&mut parser).replace("paste \"een\", paste \" en 4\", ", "");
        assert_eq!(told, "5", "{begun:?}");
    }
}

#[test]
fn a_paste_is_text_whatever_is_in_it() {
    for (text, pasted) in [
        ("een\r\ntwee", "een\r\ntwee"),
        ("", ""),
        ("een\x1bO\x1b]4 twee", "een\x1bO\x1b]4 twee"),
        ("\x1b[31mrood\x1b[0m", "\x1b[31mrood\x1b[0m"),
        ("\x1b[200~een\x1b", "\x1b[200~een\x1b"),
    ] {
        assert_eq!(
            read(format!("\x1b[200~{text}\x1b[201~4")),
            format!("paste {pasted:?}, 4")
        );
        assert_eq!(
            read(format!("\u{9b}200~{text}\u{9b}201~4")),
            format!("paste {pasted:?}, 4")
        );
    }
    assert_eq!(read("\x1b[200~een\x034"), "CONTROL+c, paste \"een\\u{3}4\"");
    assert_eq!(read("\x1b[200~een\x1b[99;5u"), "CONTROL+c, paste \"een\\u{1b}[99;5u\"");
    assert_eq!(read("\x1b[201~4"), "4");
    let long = "é".repeat(2 * PASTE_BYTES);
    let told = read(format!("\x1b[200~{long}\x1b[201~4"));
    assert!(told.ends_with("é\", 4") && told.len() < PASTE_BYTES + 20);
}

#[test]
fn the_keys_of_a_console_that_are_what_a_terminal_says_are_none() {
    let press = |code, modifiers| Event::Key(KeyEvent::new(code, modifiers));
    let as_keys = |text: &str, as_control: bool| {
        let mut parser = Parser::default();
        for c in text.chars() {
            let (code, modifiers) = match c {
                '\x1b' if as_control => (KeyCode::Char('['), KeyModifiers::CONTROL),
                '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
                '\x07' => (KeyCode::Char('g'), KeyModifiers::CONTROL),
                '\r' => (KeyCode::Enter, KeyModifiers::NONE),
                '↑' => (KeyCode::Up, KeyModifiers::NONE),
                '\x03' => (KeyCode::Char('c'), KeyModifiers::CONTROL),
                c => (KeyCode::Char(c), KeyModifiers::NONE),
            };
            parser.see(press(code, modifiers));
            parser.see(Event::Key(KeyEvent::new_with_kind(
                code,
                modifiers,
                KeyEventKind::Release,
            )));
        }
        parser.lapse();
        told(&mut parser)
    };
    for as_control in [false, true] {
        for reply in REPLIES
            .iter()
            .filter(|reply| reply.starts_with('\x1b') && **reply != "\x1b\\")
        {
            let told = as_keys(&format!("{reply}4"), as_control);
            assert_eq!(told, "4, 4 up", "{reply:?}");
        }
    }
    assert_eq!(as_keys("4\r↑", false), "4, 4 up, Enter, Enter up, Up, Up up");
    assert_eq!(as_keys("\x1b", false), "Esc");
    assert_eq!(as_keys("\x1b]4\x03", false), "CONTROL+c, CONTROL+c up");
}

#[test]
fn a_line_is_read_without_what_the_terminal_said() {
    for reply in REPLIES {
        assert_eq!(without_sequences(&format!("4 {reply}ë")), "4 ë", "{reply:?}");
    }
    assert_eq!(without_sequences("een \x1b[31mrood\x1b[0m huis"), "een rood huis");
    assert_eq!(without_sequences("een\x1b]4"), "een");
}

/// What an answer, and what leads on, can be.
fn acts(key: &str) -> bool {
    matches!(key, "4" | "?" | "j" | "q" | "Enter" | "Esc")
}

proptest! {
    #[test]
    fn however_it_comes_in_pieces_it_is_the_same(
        parts in prop::collection::vec(prop::sample::select([REPLIES, &["4", "\r", "é", "😀", "\x1b[A", "\x1bOQ", "\x1b[200~een\x1b[201~", "\x03", "q"]].concat()), 0..12),
        garbage in prop::collection::vec(any::<u8>(), 0..40),
        at in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let mut bytes = parts.concat().into_bytes();
        bytes.extend(garbage);
        let mut parser = Parser::default();
        let mut ends: Vec<usize> = at.iter().map(|at| at.index(bytes.len() + 1)).collect();
        ends.push(bytes.len());
        ends.sort_unstable();
        let mut begin = 0;
        for end in ends {
            parser.feed(&bytes[begin..end]);
            begin = end;
        }
        parser.lapse();
        prop_assert_eq!(told(&mut parser), read(&bytes));
    }

    #[test]
    fn only_what_stands_outside_of_sequences_answers(bytes in prop::collection::vec(any::<u8>(), 0..60), replies in prop::collection::vec(prop::sample::select(REPLIES), 1..6)) {
        // No byte of which is a key that answers, or the end of one.
        let harmless: Vec<u8> = bytes.into_iter().filter(|byte| !b"4?jq\r\x1b\x9b[M".contains(byte)).collect();
        for reply in replies {
            let mut parser = Parser::default();
            parser.feed(reply.as_bytes());
            parser.feed(&harmless);
            parser.lapse();
            let told = told(&mut parser);
            prop_assert!(!told.split(", ").any(acts), "{reply:?} {harmless:?}: {told}");
        }
    }
}
