//! Reports in words, for who listens to them: a fact a line, whole titles, and no sign, bar, arrow or column.
//!
//! A screen reader leaves such signs out or spells them, and reads a table line by line. So each line here can be understood
//! alone, ends as a sentence does where it is no command or address, and a blank line stands before what begins anew.

mod changes;
mod gap;
mod overview;
mod page;
mod profile;
mod report;
mod trend;

pub use self::{
    changes::changes,
    gap::gap,
    overview::{against, overview},
    page::page,
    profile::{draft, profile, scores, topics},
    report::report,
    trend::trend,
};
use crate::{
    content::sources::Source,
    lang::Lang,
    questionnaire::Questionnaire,
    report::{AgreementLine, AgreementList, card::Card, explain::Explanation, own_marks, scale},
    text::{safe, wrap_lines},
};

/// A text's lines, put together from the top.
struct Facts {
    out: String,
}

impl Facts {
    /// Begins with what it is all about.
    fn of(title: &str) -> Facts {
        let mut facts = Facts { out: String::new() };
        facts.fact(title);
        facts
    }

    /// A line that is a sentence, or ends as one.
    fn fact(&mut self, text: &str) {
        self.as_it_is(&ended(text, "."));
    }

    fn facts<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) {
        for text in texts {
            self.fact(text.as_ref());
        }
    }

    /// Words of our own as sentences, a line each.
    fn sentences<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) {
        self.facts(texts.into_iter().map(|text| capitalized(text.as_ref())));
    }

    /// What is said of something, on one line behind it.
    fn said_of(&mut self, what: &str, said: &[String]) {
        if said.is_empty() {
            return self.fact(what);
        }
        self.fact(&format!("{} {}", ended(what, "."), capitalized(&said.join(", "))));
    }

    /// What the lines below are about.
    fn heading(&mut self, text: &str) {
        self.blank();
        self.as_it_is(&ended(text, ":"));
    }

    fn blank(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// A command, an address, or whatever else is copied as it stands.
    fn as_it_is(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn agreement(&mut self, lead: &str, line: &AgreementLine, lang: Lang) {
        self.fact(lead);
        let mut about = line.about(lang);
        about[0] = lang.about_element(&about[0]);
        self.sentences(about);
        self.note(&line.note, lang);
    }

    /// A note, if there is one: its lines behind each other, and its blank lines as they are.
    fn note(&mut self, lines: &[String], lang: Lang) {
        let mut parts = lines.split(String::is_empty).map(|lines| lines.join(" "));
        let Some(first) = parts.next().filter(|first| !first.is_empty()) else {
            return;
        };
        self.fact(&lang.note_is(&first));
        for part in parts {
            self.blank();
            if !part.is_empty() {
                self.fact(&part);
            }
        }
    }

    fn agreements(&mut self, heading: &str, agreements: &[AgreementLine], lang: Lang) {
        if agreements.is_empty() {
            return;
        }
        self.heading(heading);
        for line in agreements {
            self.agreement(&lang.agreement_is(&line.what), line, lang);
        }
    }

    /// The whole text; on a terminal wrapped at words.
    fn done(&self, columns: Option<usize>) -> String {
        format!("{}\n", wrap_lines(self.out.trim_end(), columns))
    }
}

/// A text that ends a sentence, with this sign if it has none.
fn ended(text: &str, sign: &str) -> String {
    let text = text.trim();
    let words = text.trim_end_matches(['’', '”', '\'', '"', ')']);
    if words.ends_with(['.', '?', '!', ':', ';', '…']) {
        return text.to_owned();
    }
    format!("{text}{sign}")
}

/// Words of our own at the start of a sentence.
fn capitalized(text: &str) -> String {
    let mut rest = text.chars();
    let first = rest.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + rest.as_str()
}

/// All agreements of a team with their numbers.
pub fn agreement_list(list: &AgreementList, columns: Option<usize>) -> String {
    let lang = list.lang;
    let mut facts = Facts::of(&list.title);
    facts.facts(&list.none);
    for (state, lines) in &list.groups {
        facts.heading(state);
        for (number, line) in lines {
            facts.agreement(&lang.agreement_number(*number, &line.what), line, lang);
        }
    }
    facts.done(columns)
}

/// A card as `ips card` tells it.
pub fn card(card: &Card, columns: Option<usize>) -> String {
    let lang = card.lang;
    let mut facts = Facts::of(&card.element);
    facts.fact(&card.question);
    facts.facts(&card.open);
    if let Some((start, source)) = &card.start {
        facts.heading(&lang.way_to_begin());
        facts.fact(start);
        facts.fact(&lang.taken_from(source));
    }
    facts.blank();
    facts.facts(card.source.as_ref().map(|source| lang.source_of_question(source)));
    facts.done(columns)
}

/// What will be asked, as `ips questions` tells it.
pub fn questions(questionnaire: &Questionnaire, lang: Lang, columns: Option<usize>) -> String {
    let mut facts = Facts::of(&safe(&questionnaire.title));
    let labels = scale::line(lang, &questionnaire.scale, &questionnaire.scale.labels);
    facts.fact(&lang.scale_line(&labels));
    let (mark, about_own) = own_marks(questionnaire, lang);
    let mut numbers = 1..;
    for element in &questionnaire.elements {
        facts.heading(&safe(&element.title));
        facts.as_it_is(&lang.id_is(&element.id));
        for (question, number) in element.questions.iter().zip(&mut numbers) {
            let own = (question.own && !mark.is_empty()).then(|| lang.own_question());
            facts.said_of(&format!("{number}. {}", safe(&question.text)), own.as_slice());
            let more = [&question.scored, &question.open];
            facts.facts(more.into_iter().flatten().map(|more| safe(more)));
            facts.facts(scale::about(lang, &questionnaire.scale, question));
            facts.as_it_is(&lang.id_is(&format!("{}.{}", element.id, question.id)));
        }
    }
    facts.blank();
    // Where only some are, each has said so, and here is what that means.
    facts.facts(about_own.map(|about| if mark.is_empty() { about } else { lang.own_questions("") }));
    let source = questionnaire.source.as_deref();
    facts.facts(source.map(|source| lang.source_line(&safe(source))));
    facts.done(columns)
}

/// Tools, literature and practice below what they are, as `ips sources` tells them.
pub fn sources<'s>(
    kinds: impl IntoIterator<Item = (String, Vec<&'s Source>)>,
    lang: Lang,
    columns: Option<usize>,
) -> String {
    let mut facts = Facts { out: String::new() };
    for (kind, sources) in kinds {
        facts.heading(&kind);
        for (index, source) in sources.into_iter().enumerate() {
            if index > 0 {
                facts.blank();
            }
            facts.fact(&safe(&source.citation));
            facts.fact(&safe(&source.note));
            if let Some(url) = &source.url {
                facts.as_it_is(url);
            }
            for helped in &source.helps {
                let helped = format!("{} ({})", safe(&helped.title), safe(&helped.id()));
                facts.fact(&lang.helps_with(&helped));
            }
        }
    }
    facts.done(columns)
}

/// How numbers came about, as `--explain` tells it.
pub fn explanation(explanation: &Explanation, columns: Option<usize>) -> String {
    let lang = explanation.lang;
    let mut facts = Facts::of(&explanation.title);
    facts.sentences(&explanation.head);
    for part in &explanation.parts {
        facts.heading(&part.title);
        facts.facts(&part.said);
        for row in &part.rows {
            facts.said_of(&row.text, &numbers_in_words(&row.numbers, lang));
            facts.sentences(&row.said);
        }
    }
    facts.done(columns)
}

/// The numbers of a row: a score, or one then and one now.
fn numbers_in_words(numbers: &[String], lang: Lang) -> Vec<String> {
    match numbers {
        [score] if score.chars().any(|c| c.is_ascii_digit()) => vec![lang.score_is(score)],
        [before, after] => vec![lang.then_is(before), lang.now_is(after)],
        _ => Vec::new(),
    }
}
