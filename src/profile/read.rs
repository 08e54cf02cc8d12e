//! Reads a profile or a draft, checks everything it says, and recomputes what it says about scores.

use toml::{Spanned, de::DeValue};

use super::{FORMAT, Profile, Response, State};
use crate::{
    agreement::Agreement,
    fault::Problem,
    fraction::{Fraction, fraction, rounded},
    lang::{Lang, Sentence},
    questionnaire::{Element, Question, Questionnaire, Scale},
    scoring::{Band, Scores, WEAKEST},
    tally::{Answer, MAX_PARTICIPANTS, Mode, Tally},
    toml_file::{Document, Table, integer_of, top_level_keys},
};

/// A profile that was read, and what to warn about.
#[derive(Debug)]
pub struct Loaded {
    /// The profile.
    pub profile: Profile,
    /// Said on stderr: what was recomputed differently, for one.
    pub warnings: Vec<Problem>,
}

/// Whether a text has the shape of a profile or a draft, sound or not.
pub fn looks_like_profile(text: &str) -> bool {
    let keys = top_level_keys(text);
    ["team", "participants", "result", "end"]
        .iter()
        .any(|key| keys.iter().any(|known| known == key))
}

/// Reads a profile or a draft.
///
/// # Errors
/// Every problem in the file with its place; a file that was cut off, and one of a newer format, each as one problem.
pub fn read(name: &str, text: &str) -> Result<Loaded, Vec<Problem>> {
    if let Some(problem) = cut_off(name, text) {
        return Err(vec![problem]);
    }
    let document = Document::new(name, text);
    let loaded = document.parse().and_then(|parsed| document.root(&parsed).profile());
    match loaded {
        Some(loaded) if document.is_sound() => Ok(loaded),
        _ => Err(document.into_problems()),
    }
}

/// The end mark is the last thing in a file: without it the file stops too early.
fn cut_off(name: &str, text: &str) -> Option<Problem> {
    let last = text.trim_end().lines().next_back().unwrap_or_default();
    let (key, value) = last.split_once('=').unwrap_or_default();
    let is_end = key.trim() == "end" && matches!(value.trim(), r#""complete""# | r#""draft""#);
    // A newer format may end in another way, and deserves its own advice.
    let newer = text.lines().take(20).any(|line| {
        line.strip_prefix("format").is_some_and(|rest| {
            let number = rest.trim_start().strip_prefix('=').map(str::trim);
            number
                .and_then(|number| number.parse().ok())
                .is_some_and(|format: u32| format > FORMAT)
        })
    });
    if is_end || newer {
        return None;
    }
    let lines = text.lines().count();
    Some(Problem {
        file: Some(name.to_owned()),
        place: None,
        what: Sentence::new(|lang| lang.cut_off(lines)),
    })
}

impl<'d> Table<'d> {
    fn profile(&self) -> Option<Loaded> {
        let format = self.integer("format", 1..=u32::MAX);
        if format.is_some_and(|format| format > FORMAT) {
            self.document().problem(self.place_of("format"), Lang::newer_profile);
            return None;
        }
        let team = self.text("team");
        let date = self.date("date");
        let mode = self.choice("mode", &Mode::WORDS);
        let participants = self.integer("participants", 1..=MAX_PARTICIPANTS);
        let functions = self.optional_text("functions");
        let draft = self.optional_table("draft").map(|draft| {
            let asked = draft.array("asked").into_iter().flat_map(|asked| asked.iter());
            let asked: Vec<String> = asked.filter_map(|id| draft.text_of("asked", id)).collect();
            if asked.is_empty() {
                self.document()
                    .problem(draft.at(), |lang| lang.missing_key("draft.asked"));
            }
            let followed_up = draft.optional_integer("followed_up", 0..=100).unwrap_or(0);
            draft.finish();
            (asked, followed_up as usize)
        });
        let head = self.table("questionnaire").and_then(|head| head.head());
        let points = head.as_ref().map_or(10, |head| head.scale.points());
        let tables = self.tables("elements");
        if tables.is_empty() {
            self.document().problem(self.place_of("elements"), Lang::no_elements);
        }
        let entries: Vec<Option<(Element, Vec<Response>)>> = tables
            .iter()
            .map(|element| element.stored_element(mode, participants, points))
            .collect();
        let agreements: Vec<Option<Agreement>> = self.tables("agreements").iter().map(Table::agreement).collect();
        let end = self.table("end").and_then(|end| {
            let state = end.choice("end", &[("complete", false), ("draft", true)]);
            end.finish();
            state
        });
        let result = self.table("result");
        let (elements, responses): (Vec<_>, Vec<_>) =
            entries.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        Table::distinct_ids(&tables);
        let profile = Profile {
            team: team?,
            date: date?,
            mode: mode?,
            participants: participants?,
            functions,
            questionnaire: Questionnaire { elements, ..head? },
            responses,
            agreements: agreements.into_iter().collect::<Option<_>>()?,
            state: match (end?, draft) {
                (false, _) => State::Complete,
                (true, Some((asked, followed_up))) => State::Draft { asked, followed_up },
                (true, None) => {
                    self.document().problem(self.at(), |lang| lang.missing_key("draft"));
                    return None;
                }
            },
        };
        self.check_references(&profile);
        let warnings = result
            .map(|result| result.compare(&profile, &tables))
            .unwrap_or_default();
        self.finish();
        Some(Loaded { profile, warnings })
    }

    fn head(&self) -> Option<Questionnaire> {
        let id = self.text("id");
        let version = self.integer("version", 1..=1_000_000);
        let lang = self.choice("language", &[("nl", Lang::Nl), ("en", Lang::En)]);
        let title = self.text("title");
        let source = self.optional_text("source");
        let labels: Option<Vec<String>> = self
            .array("scale")
            .map(|labels| labels.iter().filter_map(|label| self.text_of("scale", label)).collect());
        let (strong, discuss) = (self.decimal("strong"), self.decimal("discuss"));
        self.finish();
        let labels = labels.filter(|labels| (2..=10).contains(&labels.len()));
        if labels.is_none() {
            self.document().problem(self.place_of("scale"), Lang::scale_size);
        }
        let scale = Scale {
            labels: labels?,
            strong: strong?,
            discuss: discuss?,
        };
        if !scale.has_sound_bands() {
            self.document()
                .problem(self.place_of("strong"), |lang| lang.bands_outside_scale(scale.points()));
        }
        Some(Questionnaire {
            id: id?,
            version: version?,
            lang: lang?,
            title: title?,
            source,
            personal: false,
            scale,
            elements: Vec::new(),
        })
    }

    fn stored_element(
        &self,
        mode: Option<Mode>,
        participants: Option<u32>,
        points: usize,
    ) -> Option<(Element, Vec<Response>)> {
        let id = self.text("id");
        let title = self.text("title");
        // What was computed is compared afterwards, by `compare`.
        for key in ["score", "band", "answered", "asked"] {
            self.get(key);
        }
        let tables = self.tables("questions");
        if tables.is_empty() {
            self.document()
                .problem(self.at(), |lang| lang.no_questions(&self.path_of("questions")));
        }
        let entries: Vec<Option<(Question, Response)>> = tables
            .iter()
            .map(|question| question.stored_question(mode?, participants?, points))
            .collect();
        Table::distinct_ids(&tables);
        self.finish();
        let (questions, responses) = entries.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let element = Element {
            id: id?,
            title: title?,
            questions,
            suggestions: Vec::new(),
            deeper: None,
        };
        Some((element, responses))
    }

    fn stored_question(&self, mode: Mode, participants: u32, points: usize) -> Option<(Question, Response)> {
        let id = self.text("id");
        let text = self.text("text");
        let open = self.optional_text("open");
        let scored = self.optional_text("scored");
        let tally = match mode {
            Mode::Joint => self.single_answer(points),
            Mode::Tally => self.counts(participants, points),
        };
        let note = self.get("note").and_then(|note| self.note_of("note", note));
        self.finish();
        let question = Question {
            id: id?,
            text: text?,
            open,
            scored,
            own: false,
        };
        Some((question, Response { tally, note }))
    }

    fn single_answer(&self, points: usize) -> Option<Tally> {
        let value = self.get("answer")?;
        let answer = answer_of(value.get_ref(), points);
        if answer.is_none() {
            let path = self.path_of("answer");
            self.problem_at(value, |lang| lang.not_an_answer(&path, points));
        }
        answer.map(|answer| Tally::one(answer, points))
    }

    fn counts(&self, participants: u32, points: usize) -> Option<Tally> {
        let dont_know = self.optional_integer("dont_know", 0..=participants);
        let not_applicable = self.optional_integer("not_applicable", 0..=participants);
        if !self.has("votes") && (dont_know.is_some() || not_applicable.is_some()) {
            let path = self.path_of("votes");
            self.document().problem(self.at(), |lang| lang.missing_key(&path));
        }
        let votes = self.integers("votes", 0..=participants)?;
        let tally = Tally {
            votes,
            dont_know: dont_know.unwrap_or(0),
            not_applicable: not_applicable.unwrap_or(0),
        };
        let path = self.path_of("votes");
        if tally.votes.len() != points {
            self.document()
                .problem(self.place_of("votes"), |lang| lang.wrong_vote_count(&path, points));
            return None;
        }
        if tally.voters() > participants {
            self.document()
                .problem(self.place_of("votes"), |lang| lang.too_many_votes(&path, participants));
            return None;
        }
        (tally.voters() > 0).then_some(tally)
    }

    /// A note under any key: text of at most 2,000 characters; a blank one is none.
    pub(crate) fn note_of(&self, key: &str, value: &'d Spanned<DeValue<'d>>) -> Option<String> {
        let blank = value.get_ref().as_str().is_some_and(|text| text.trim().is_empty());
        if blank { None } else { self.text_of(key, value) }
    }

    /// Agreements and a draft's elements name elements that exist.
    fn check_references(&self, profile: &Profile) {
        let known = |id: &str| profile.questionnaire.elements.iter().any(|element| element.id == id);
        for (index, agreement) in profile.agreements.iter().enumerate() {
            if !known(&agreement.element) && agreement.title.is_none() {
                let path = format!("agreements[{}].element", index + 1);
                self.document()
                    .problem(self.place_of("agreements"), |lang| lang.unknown_element_in(&path));
            }
        }
        if let State::Draft { asked, .. } = &profile.state
            && !asked.iter().all(|id| known(id))
        {
            self.document()
                .problem(self.place_of("draft"), |lang| lang.unknown_element_in("draft.asked"));
        }
    }

    /// Compares the stored results with the recomputed ones; someone may have edited an answer.
    fn compare(&self, profile: &Profile, elements: &[Table<'d>]) -> Vec<Problem> {
        let scores = profile.scores(WEAKEST);
        // Each is looked at, also after a difference: a key that nobody asked for would count as unknown.
        let mut found = vec![
            (
                self.same_score("score", scores.overall.as_ref()),
                self.place_of("score"),
            ),
            (
                self.same_count("answered", scores.answered()),
                self.place_of("answered"),
            ),
            (self.same_count("asked", scores.asked()), self.place_of("asked")),
            (self.same_weakest(profile, &scores), self.place_of("weakest")),
        ];
        self.finish();
        for (table, element) in elements.iter().zip(&scores.elements) {
            let band = table.value("band").and_then(|band| band.get_ref().as_str());
            found.extend([
                (
                    table.same_score("score", element.score.as_ref()),
                    table.place_of("score"),
                ),
                (band == element.band.map(Band::word), table.place_of("band")),
                (
                    table.same_count("answered", element.answered),
                    table.place_of("answered"),
                ),
                (table.same_count("asked", element.asked), table.place_of("asked")),
            ]);
        }
        let differing = found.into_iter().filter(|(same, _)| !same);
        differing
            .map(|(_, at)| self.document().described(at, Lang::recomputed))
            .collect()
    }

    fn same_score(&self, key: &'static str, computed: Option<&Fraction>) -> bool {
        let stored = if self.has(key) { self.decimal(key) } else { None };
        match (stored, computed) {
            (None, None) => true,
            (Some(stored), Some(computed)) => rounded(&(stored - computed), 3) == fraction(0, 1),
            _ => false,
        }
    }

    fn same_count(&self, key: &'static str, computed: usize) -> bool {
        let stored = self.get(key).and_then(|value| integer_of(value.get_ref()));
        stored.is_some_and(|stored| stored as usize == computed)
    }

    fn same_weakest(&self, profile: &Profile, scores: &Scores) -> bool {
        let stored: Vec<&str> = self
            .array("weakest")
            .into_iter()
            .flat_map(|ids| ids.iter())
            .filter_map(|id| id.get_ref().as_str())
            .collect();
        let computed: Vec<&str> = scores
            .weakest
            .iter()
            .map(|&index| profile.questionnaire.elements[index].id.as_str())
            .collect();
        stored == computed
    }
}

/// An answer as it stands in a file: a scale point, `"?"` or `"-"`.
pub(crate) fn answer_of(value: &DeValue<'_>, points: usize) -> Option<Answer> {
    match value {
        DeValue::String(text) if text == "?" => Some(Answer::DontKnow),
        DeValue::String(text) if text == "-" => Some(Answer::NotApplicable),
        other => integer_of(other)
            .filter(|&point| (1..=points).contains(&(point as usize)))
            .map(Answer::Point),
    }
}
