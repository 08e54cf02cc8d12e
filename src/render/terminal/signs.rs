//! The signs of a report that not every terminal has letters for.

use std::borrow::Cow;

/// Which signs can be seen on a terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Signs {
    /// All of them: its letters are completed from other typefaces.
    #[default]
    All,
    /// Those of Windows' console: it has one typeface, and a box for what that lacks.
    OfConsole,
}

/// What stands in a console for a sign that its typefaces lack, as wide and as near as can be. They have what Windows calls
/// WGL4.
const INSTEAD: [(char, char); 16] = [
    ('◂', '◄'),
    ('▸', '►'),
    ('◆', '♦'),
    ('▏', ' '),
    ('▎', '▌'),
    ('▍', '▌'),
    ('▋', '▌'),
    ('▊', '█'),
    ('▉', '█'),
    ('▁', '_'),
    ('▂', '_'),
    ('▃', '▄'),
    ('▅', '▄'),
    ('▆', '█'),
    ('▇', '█'),
    ('↵', '¶'),
];

impl Signs {
    /// The same text in signs that can be seen.
    pub fn of(self, text: &str) -> Cow<'_, str> {
        let instead = |c: char| INSTEAD.iter().find(|(sign, _)| *sign == c).map(|(_, instead)| *instead);
        if self == Signs::All || !text.chars().any(|c| instead(c).is_some()) {
            return text.into();
        }
        text.chars().map(|c| instead(c).unwrap_or(c)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::text::width;

    /// What WGL4 has of signs, from the dash on.
    const WGL4: &str = "–—―‗‘’‚‛“”„†‡•…‰′″‹›‼‾⁄ⁿ₣₤₧€℅ℓ№™Ω℮⅛⅜⅝⅞←↑→↓↔↕↨∂∆∏∑−∕∙√∞∟∩∫≈≠≡≤≥⌂⌐⌠⌡─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬\
        ▀▄█▌▐░▒▓■□▪▫▬▲►▼◄◊○●◘◙◦☺☻☼♀♂♠♣♥♦♪♫";

    /// The texts of the files below a folder that are no tests.
    fn texts(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path());
        let entries = entries.filter(|path| path.file_stem().is_some_and(|name| name != "tests"));
        let read = |path: &Path| fs::read_to_string(path).expect("a text");
        let below = |path: &Path| if path.is_dir() { texts(path) } else { vec![read(path)] };
        entries.flat_map(|path| below(&path)).collect()
    }

    #[test]
    fn every_sign_that_a_terminal_gets_can_be_seen_in_a_console() {
        let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        for folder in ["messages", "prompt", "render/terminal", "report"] {
            for text in texts(&src.join(folder)) {
                let seen = Signs::OfConsole
                    .of(text.split("#[cfg(test)]").next().unwrap_or_default())
                    .into_owned();
                let is_in = |c: char| c < '\u{180}' || WGL4.contains(c);
                let unseen = seen.chars().find(|&c| !is_in(c));
                assert_eq!(unseen, None, "in src/{folder}");
            }
        }
    }

    #[test]
    fn a_sign_is_as_wide_as_what_stands_for_it_and_others_stay() {
        for (sign, instead) in INSTEAD {
            assert_eq!(width(&sign.to_string()), width(&instead.to_string()), "{sign}");
        }
        let text = "████▍ 2,7 ◂ laagst";
        assert_eq!(Signs::OfConsole.of(text), "████▌ 2,7 ◄ laagst");
        assert_eq!(Signs::All.of(text), text);
    }
}
