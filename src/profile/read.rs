//! Reads a profile or a draft, checks everything it says, and recomputes what it says about scores.

mod answered;
mod stored;

pub(crate) use self::answered::answer_of;
use self::{
    answered::{counts, shared, single_answer},
    stored::compare,
};
use super::{FORMAT, Profile, Response, State};
use crate::{
    agreement::{self, Agreement},
    fault::Problem,
    lang::{Lang, Sentence},
    questionnaire::{Element, Question, Questionnaire, Scale, labels},
    scoring::{Scores, WEAKEST},
    tally::{MAX_PARTICIPANTS, Mode, Numbers},
    toml_file::{self, Table, distinct_ids, has_any_key, has_two_versions, is_known_format},
};

/// What is computed of an element.
pub(super) const COMPUTED: [&str; 4] = ["score", "band", "answered", "asked"];

/// A profile that was read, and what to warn about.
#[derive(Debug)]
pub struct Loaded {
    /// The profile, whose scores are those of its answers whatever the file said.
    pub profile: Profile,
    /// The scores, with as many weakest elements marked as where nothing else is asked.
    pub scores: Scores,
    /// Said on stderr: what was recomputed differently, for one.
    pub warnings: Vec<Problem>,
}

/// Whether a text has the shape of a profile or a draft, sound or not.
pub fn looks_like_profile(text: &str) -> bool {
    has_any_key(text, &["team", "participants", "result", "end"])
}

/// Reads a profile or a draft.
///
/// # Errors
/// Every problem in the file with its place; a file that was cut off, and one of a newer format, each as one problem.
pub fn read(name: &str, text: &str) -> Result<Loaded, Vec<Problem>> {
    if let Some(problem) = cut_off(name, text) {
        return Err(vec![problem]);
    }
    toml_file::read(name, text, profile)
}

/// The end mark is the last thing in a file: without it the file stops too early. One with a slip in it was not cut off: there
/// is more behind its last word.
fn cut_off(name: &str, text: &str) -> Option<Problem> {
    let last = text.trim_end().lines().next_back().unwrap_or_default();
    let named = last
        .trim_start()
        .strip_prefix("end")
        .filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_end = named.is_some_and(|rest| {
        let behind = ["complete", "draft"].iter().find_map(|word| rest.split_once(word));
        behind.is_some_and(|(_, behind)| !behind.is_empty())
    });
    // Nearly every file ends as it should, and needs no other look.
    if is_end || is_newer(text) || has_two_versions(text) {
        return None;
    }
    let lines = text.lines().count();
    Some(Problem {
        file: Some(name.to_owned()),
        place: None,
        more_lines: Vec::new(),
        what: Sentence::new(|lang| lang.cut_off(lines)),
    })
}

/// Whether a file is of a newer format, which may end in another way, and deserves its own advice.
fn is_newer(text: &str) -> bool {
    text.lines().take(20).any(|line| {
        line.strip_prefix("format").is_some_and(|rest| {
            let number = rest.trim_start().strip_prefix('=').map(str::trim);
            number
                .and_then(|number| number.parse().ok())
                .is_some_and(|format: u32| format > FORMAT)
        })
    })
}

fn profile(file: &Table<'_>) -> Option<Loaded> {
    if !is_known_format(file, FORMAT, Lang::newer_profile) {
        return None;
    }
    let team = file.text("team");
    let group = file.optional_text("group");
    let date = file.date("date");
    let corrected = file.optional_date("corrected");
    let mode = file.choice("mode", &Mode::WORDS);
    let participants = file.integer("participants", 1..=MAX_PARTICIPANTS);
    let shared = file.optional_flag("shared");
    let functions = file.optional_text("functions");
    let draft_table = file.optional_table("draft");
    let names_asked = draft_table.as_ref().unwrap_or(file);
    let asked = asked(names_asked, draft_table.is_some());
    let draft = draft_table.as_ref().map(draft);
    let head = file.table("questionnaire").and_then(|table| head(&table));
    let numbers = head.as_ref().map_or(0..=10, |head| head.scale.numbers()).into();
    let tables = file.tables("elements");
    if tables.is_empty() {
        file.problem("elements", Lang::no_elements);
    }
    let entries: Vec<Option<(Element, Vec<Response>)>> = tables
        .iter()
        .map(|table| element(table, mode, participants, shared, numbers))
        .collect();
    let agreements: Vec<Option<Agreement>> = file.tables("agreements").iter().map(agreement::read).collect();
    let end = file.table("end").and_then(|end| {
        let is_draft = end.choice("end", &[("complete", false), ("draft", true)]);
        end.finish();
        is_draft
    });
    let result = file.table("result");
    let (elements, responses): (Vec<_>, Vec<_>) = entries.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
    distinct_ids(&tables);
    let mut profile = Profile {
        team: team?,
        group,
        date: date?,
        corrected,
        mode: mode?,
        participants: participants?,
        shared,
        functions,
        questionnaire: Questionnaire { elements, ..head? },
        asked_only: None,
        responses,
        agreements: agreements.into_iter().collect::<Option<_>>()?,
        state: match (end?, draft) {
            (false, _) => State::Complete,
            (true, Some(draft)) => draft,
            (true, None) => {
                file.problem_here(|lang| lang.missing_key("draft"));
                return None;
            }
        },
    };
    if let Some(ids) = &asked {
        if !ids.iter().all(|id| profile.questionnaire.element(id).is_some()) {
            let path = names_asked.path_of("asked");
            names_asked.problem("asked", |lang| lang.unknown_element_in(&path));
        }
        profile.ask_only(ids);
    }
    if profile.shared && profile.is_draft() {
        file.problem("shared", Lang::shared_draft);
    }
    check_references(file, &profile);
    let scores = profile.scores(WEAKEST);
    let warnings = result
        .map(|result| compare(&result, &profile, &scores, &tables))
        .unwrap_or_default();
    file.finish();
    Some(Loaded {
        profile,
        scores,
        warnings,
    })
}

/// The ids of the elements that are asked. A draft always names them, a finished profile where not all were.
fn asked(table: &Table<'_>, of_draft: bool) -> Option<Vec<String>> {
    let path = || table.path_of("asked");
    if of_draft && !table.has("asked") {
        table.problem_here(|lang| lang.missing_key(&path()));
    }
    let ids = table.array("asked")?;
    if ids.is_empty() {
        table.problem("asked", |lang| lang.no_element_asked(&path()));
    }
    Some(ids.iter().filter_map(|id| table.text_of("asked", id)).collect())
}

fn draft(table: &Table<'_>) -> State {
    let followed_up = table.optional_integer("followed_up", 0..=100).unwrap_or(0) as usize;
    table.finish();
    State::Draft { followed_up }
}

/// The questionnaire of a profile, still without its elements.
fn head(table: &Table<'_>) -> Option<Questionnaire> {
    let id = table.text("id");
    let version = table.integer("version", 1..=1_000_000);
    let lang = table.choice("language", &[("nl", Lang::Nl), ("en", Lang::En)]);
    let title = table.line("title");
    let source = table.optional_line("source");
    let first = labels::first(table);
    if !table.has("scale") {
        let path = table.path_of("scale");
        table.problem_here(|lang| lang.missing_key(&path));
    }
    let labels = labels::of_scale(table, "scale", first.unwrap_or(0), texts(table, "scale"));
    let (strong, discuss) = (table.decimal("strong"), table.decimal("discuss"));
    table.finish();
    let scale = Scale {
        first: first?,
        labels: labels?,
        strong: strong?,
        discuss: discuss?,
    };
    if !scale.has_sound_bands() {
        let (lowest, highest) = scale.numbers().into_inner();
        table.problem("strong", |lang| lang.bands_outside_scale(lowest, highest));
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
        words: Vec::new(),
    })
}

fn element(
    table: &Table<'_>,
    mode: Option<Mode>,
    participants: Option<u32>,
    shared: bool,
    numbers: Numbers,
) -> Option<(Element, Vec<Response>)> {
    let id = table.text("id");
    let title = table.line("title");
    // What was computed is compared afterwards, by `compare`.
    for key in COMPUTED {
        table.get(key);
    }
    let tables = table.tables("questions");
    if tables.is_empty() {
        table.problem_here(|lang| lang.no_questions(&table.path_of("questions")));
    }
    let entries: Vec<Option<(Question, Response)>> = tables
        .iter()
        .map(|table| question(table, mode?, participants?, shared, numbers))
        .collect();
    distinct_ids(&tables);
    table.finish();
    let (questions, responses) = entries.into_iter().collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let element = Element {
        id: id?,
        title: title?,
        titles: Vec::new(),
        questions,
        suggestions: Vec::new(),
        deeper: None,
    };
    Some((element, responses))
}

fn question(
    table: &Table<'_>,
    mode: Mode,
    participants: u32,
    is_shared: bool,
    numbers: Numbers,
) -> Option<(Question, Response)> {
    let id = table.text("id");
    let text = table.line("text");
    let open = table.optional_line("open");
    let scored = table.optional_line("scored");
    let reverse = table.optional_flag("reverse");
    let mirrors = table.optional_full_id("mirrors");
    let labels = table
        .has("labels")
        .then(|| labels::spread(table, "labels", numbers.points(), texts(table, "labels")?));
    let shared = (is_shared && mode.counts() && !table.has("votes"))
        .then(|| shared(table, participants, numbers))
        .flatten();
    let tally = match mode {
        _ if shared.is_some() => None,
        Mode::Joint => single_answer(table, numbers),
        Mode::Tally | Mode::Ballots | Mode::Merged => counts(table, participants, numbers.points()),
    };
    let note = table.get("note").and_then(|note| table.text_unless_blank("note", note));
    table.finish();
    let question = Question {
        id: id?,
        text: text?,
        open,
        scored,
        reverse,
        labels: match labels {
            Some(labels) => Some(labels?),
            None => None,
        },
        mirrors,
        own: false,
    };
    Some((question, Response { tally, shared, note }))
}

/// The texts of a list.
fn texts(table: &Table<'_>, key: &'static str) -> Option<Vec<String>> {
    let texts: Vec<Option<String>> = table.array(key)?.iter().map(|text| table.line_of(key, text)).collect();
    texts.into_iter().collect()
}

/// Agreements name elements that exist.
fn check_references(file: &Table<'_>, profile: &Profile) {
    let known = |id: &str| profile.questionnaire.element(id).is_some();
    for (index, agreement) in profile.agreements.iter().enumerate() {
        if !known(&agreement.element) && agreement.title.is_none() {
            let path = format!("agreements[{}].element", index + 1);
            file.problem("agreements", |lang| lang.unknown_element_in(&path));
        }
    }
}
