//! The two languages, and a sentence in both.

/// The language of everything a person reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Dutch, the default.
    Nl,
    /// English.
    En,
}

impl Lang {
    /// Both languages, Dutch first.
    pub const ALL: [Lang; 2] = [Lang::Nl, Lang::En];

    /// The two-letter code, as in files and in `--lang`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Nl => "nl",
            Lang::En => "en",
        }
    }

    /// Reads a language code or a locale such as `nl-BE` or `en_GB.UTF-8`; `None` for any other language.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let language = locale.split(['-', '_', '.', '@']).next()?;
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(language))
    }

    /// Picks one of two values, Dutch first.
    pub fn pick<T>(self, nl: T, en: T) -> T {
        match self {
            Lang::Nl => nl,
            Lang::En => en,
        }
    }
}

/// A sentence in both languages, made where something happens and shown where the language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    nl: String,
    en: String,
}

impl Sentence {
    /// Asks the message for both languages.
    pub fn new(message: impl Fn(Lang) -> String) -> Self {
        Sentence {
            nl: message(Lang::Nl),
            en: message(Lang::En),
        }
    }

    /// The sentence in one language.
    pub fn text(&self, lang: Lang) -> &str {
        lang.pick(&self.nl, &self.en)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_gives_its_language_and_any_other_gives_none() {
        for nl in ["nl", "NL", "nl-BE", "nl_NL.UTF-8", "nl_NL@euro"] {
            assert_eq!(Lang::from_locale(nl), Some(Lang::Nl), "{nl}");
        }
        assert_eq!(Lang::from_locale("en_GB"), Some(Lang::En));
        for other in ["C", "POSIX", "de_DE", "", "nld", "english"] {
            assert_eq!(Lang::from_locale(other), None, "{other}");
        }
    }
}
