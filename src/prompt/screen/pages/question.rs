//! The pages around one question: the question itself, everyone's answers, a note, the explanation.

use super::{Brevity, HEADING_COLUMNS, Size, View, keys_at_bottom};
use crate::{
    prompt::{
        keys::{self, Keys},
        screen::{
            editor::Editor,
            frame::{
                Cell, Line, Page, Parts, bold, both_ends, cells, column_starts, first_line, fit, hanging, paragraph,
                shown,
            },
        },
        words,
    },
    questionnaire::At,
    render::terminal::Emphasis,
    tally::{Answer, Mode, Tally},
    text::{one_line, safe, shorten, width},
};

/// From so many answers of one kind on a number says more than dots.
const DOTS: usize = 10;

impl View<'_> {
    /// A question with its scale; in tally mode with what is being typed.
    pub fn question(&self, index: usize, typed: Option<&Editor>, size: &mut Size<'_>) -> Page {
        let (lang, columns) = (self.lang, size.text_columns());
        let question = self.session.profile().questionnaire.question(self.session.at(index));
        let response = self.session.profile().response(self.session.at(index));
        let chosen = response.tally.as_ref();
        let joint = self.session.profile().mode == Mode::Joint;
        let body = |brief: Brevity| {
            let margin = brief.margin(size);
            let mut body = self.just_answered(brief, size);
            body.extend(brief.blanks());
            body.extend(bold(&safe(&question.text), margin, columns));
            if let Some(scored) = question.scored.as_ref().filter(|_| brief < Brevity::Short) {
                body.extend((brief == Brevity::Roomy).then(Line::blank));
                body.extend(paragraph(&safe(scored), margin, columns));
            }
            // The scale is the last to stand close to the question.
            body.extend((brief == Brevity::Close).then(Line::blank));
            body.extend(brief.blanks());
            let labelled = brief < Brevity::Shortest;
            body.extend(self.scale(
                Some(self.session.at(index)),
                chosen.filter(|_| joint),
                margin,
                columns,
                !labelled,
            ));
            if let Some(tally) = chosen.filter(|_| !joint) {
                body.extend(paragraph(
                    &lang.answered_before(&words::given(lang, self.session, index, tally)),
                    margin,
                    columns,
                ));
            }
            body.extend(brief.blanks());
            if let Some(note) = response.note.as_deref() {
                let lines = lang.note_is(&safe(&one_line(note)));
                let shown = if brief < Brevity::Close {
                    lines
                } else {
                    first_line(&lines, columns.saturating_sub(margin))
                };
                body.extend(paragraph(&shown, margin, columns));
            } else if let Some(open) = question.open.as_ref().filter(|_| brief < Brevity::Close) {
                body.extend(paragraph(&lang.invite_note(&safe(open)), margin, columns));
            }
            body
        };
        let mut input = Vec::new();
        if let Some(typed) = typed {
            input.extend((!size.is_low()).then(Line::blank));
            input.extend(paragraph(&lang.show_fingers(), size.margin(), columns));
            input.extend(typed.lines(&lang.type_answers(), size.margin(), columns));
        }
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: self.heading(index, size),
            bodies: Brevity::ALL.map(body).into(),
            input,
            keys: keys_at_bottom(
                keys::question(self.session, index),
                words::ten_key(self.session).as_deref(),
                lang,
                size,
            ),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// Everyone's answers to a question, to talk about.
    pub fn spread(&self, index: usize, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let profile = self.session.profile();
        let at = self.session.at(index);
        let tally = profile
            .response(at)
            .tally
            .clone()
            .unwrap_or_else(|| Tally::empty(profile.questionnaire.scale.points()));
        let text = safe(&profile.questionnaire.question(at).text);
        let body = |brief: bool| {
            let blank = || (!brief).then(Line::blank);
            let mut body: Vec<Line> = blank().into_iter().collect();
            if brief {
                let line = first_line(&text, columns.saturating_sub(1));
                body.push(Line::new(format!(" {}", Emphasis::Bold.of(&line))));
            } else {
                body.extend(bold(&text, margin, columns));
            }
            body.extend(blank());
            body.extend(self.answer_rows(index, &tally, margin, columns));
            body.extend(blank());
            body.extend(paragraph(
                &words::turnout(lang, self.session, index, &tally),
                margin,
                columns,
            ));
            if let Some(last) = words::last_time(lang, self.session, index) {
                body.extend(paragraph(&last, margin, columns));
            }
            if let Some(advice) = words::advice(lang, self.session, index) {
                body.extend(blank());
                body.extend(bold(&advice, margin, columns));
            }
            if let Some(note) = &profile.response(at).note {
                body.extend(blank());
                body.extend(paragraph(&lang.note_is(&safe(&one_line(note))), margin, columns));
            }
            body
        };
        let mut input = Vec::new();
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: self.heading(index, size),
            bodies: vec![body(false), body(true)],
            input,
            keys: keys_at_bottom(
                if self.session.counts_stay() {
                    keys::COUNTS
                } else {
                    keys::SPREAD
                },
                None,
                lang,
                size,
            ),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// The answer that was given just now, with last time's beside it.
    fn just_answered(&self, brief: Brevity, size: &Size<'_>) -> Vec<Line> {
        let Some(said) = words::just_answered(self.lang, self.session).filter(|_| brief < Brevity::Close) else {
            return Vec::new();
        };
        let columns = size.text_columns();
        if size.is_wide() {
            let key = self.lang.b_changes_it();
            let line = both_ends(&format!(" {said}"), &key, columns.min(HEADING_COLUMNS));
            return vec![Line::new(Emphasis::Quiet.of(&line.marked))];
        }
        let lines = paragraph(&said, 1, columns).into_iter();
        lines.map(|line| Line::new(Emphasis::Quiet.of(&line.marked))).collect()
    }

    /// The sheet of one member being typed.
    pub fn ballot(&self, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let participants = self.session.profile().participants;
        let (sheets, total) = (self.session.sheets(), participants as usize);
        let (number, about) = if sheets < total {
            (sheets + 1, lang.sheet_typed(sheets, participants))
        } else {
            (total, lang.all_sheets_typed(sheets))
        };
        let mut body: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        body.extend(paragraph(&words::how_to_sheet(lang, self.session), margin, columns));
        body.extend(self.scale(None, None, margin, columns, size.is_low()));
        body.extend((!size.is_low()).then(Line::blank));
        body.extend(paragraph(&lang.sheets_stay_secret(), margin, columns));
        let mut input: Vec<Line> = (!size.is_low()).then(Line::blank).into_iter().collect();
        input.extend(typed.lines(&lang.sheet_label(), margin, columns));
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: self.top(&about, &lang.sheet_of(number, participants), (number, total), size),
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::BALLOT, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// A note being typed.
    pub fn note(&self, index: usize, typed: &Editor, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let question = self.session.profile().questionnaire.question(self.session.at(index));
        let mut body = vec![Line::blank()];
        body.extend(bold(&safe(&question.text), margin, columns));
        if let Some(open) = &question.open {
            body.extend(paragraph(&safe(open), margin, columns));
        }
        body.push(Line::blank());
        body.extend(paragraph(&lang.no_names(), margin, columns));
        body.push(Line::blank());
        body.extend(typed.lines(&lang.note_label(), margin, columns));
        let mut input = Vec::new();
        self.remark_lines(&mut input, size);
        let parts = Parts {
            heading: self.heading(index, size),
            bodies: vec![body],
            input,
            keys: keys_at_bottom(keys::NOTE_TEXT, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// What the question's hard words mean, what the questions are for and what the keys do.
    pub fn help(&self, explained: Keys, size: &mut Size<'_>) -> Page {
        let (lang, columns, margin) = (self.lang, size.text_columns(), size.margin());
        let mut body = vec![Line::blank()];
        for line in words::explained(lang, self.session) {
            body.extend(hanging(&line, margin, 2, columns));
        }
        if body.len() > 1 {
            body.push(Line::blank());
        }
        body.extend(paragraph(&lang.purpose(), margin, columns));
        body.push(Line::blank());
        body.extend(paragraph(&words::how_to_answer(lang, self.session), margin, columns));
        match self.session.profile().mode {
            Mode::Joint => {}
            Mode::Tally => {
                body.extend(paragraph(&words::how_to_tally(lang, self.session), margin, columns));
                body.extend(paragraph(&lang.hand_signs(), margin, columns));
            }
            Mode::Ballots | Mode::Merged => {
                body.extend(paragraph(&words::how_to_sheet(lang, self.session), margin, columns));
                body.extend(paragraph(&lang.sheets_stay_secret(), margin, columns));
            }
        }
        body.push(Line::blank());
        // In full: on a small screen the question's own page has room for the numbers only.
        body.extend(self.scale(words::asked_at(self.session), None, margin, columns, false));
        body.push(Line::blank());
        for (key, explained) in keys::explanations(&[explained, keys::EVERYWHERE], lang) {
            body.extend(hanging(&format!("{key:<7}{explained}"), margin, 7, columns));
        }
        body.push(Line::blank());
        body.extend(paragraph(&lang.no_names(), margin, columns));
        let parts = Parts {
            heading: vec![self.title("", size)],
            bodies: vec![body],
            input: Vec::new(),
            keys: keys_at_bottom(keys::EXPLANATION, None, lang, size),
        };
        fit(parts, size.rows, size.scroll)
    }

    /// A row for each answer, with a dot for everyone who gave it.
    fn answer_rows(&self, index: usize, tally: &Tally, margin: usize, columns: usize) -> Vec<Line> {
        let questionnaire = &self.session.profile().questionnaire;
        let at = self.session.at(index);
        let numbers = (1_u32..)
            .zip(&tally.votes)
            .map(|(point, &count)| (Answer::Point(point), count));
        let rest = [
            (Answer::DontKnow, tally.dont_know),
            (Answer::NotApplicable, tally.not_applicable),
        ];
        let rows: Vec<(String, u32)> = numbers
            .chain(rest.into_iter().filter(|(_, count)| *count > 0))
            .map(|(answer, count)| (words::answer(self.lang, questionnaire, Some(at), answer), count))
            .collect();
        let room = columns.saturating_sub(margin + 12).max(2);
        let widest = rows.iter().map(|(label, _)| width(label)).max().unwrap_or(0).min(room);
        let row = |(label, count): &(String, u32)| {
            let label = shorten(label, widest);
            let gap = " ".repeat(widest - width(&label) + 3);
            let fits = columns.saturating_sub(margin + widest + 3) / 2;
            let dots = if *count as usize <= fits.min(DOTS) {
                "● ".repeat(*count as usize)
            } else {
                format!("● × {count}")
            };
            let dots = Emphasis::Bold.of(&dots);
            Line::new(format!("{}{label}{gap}{dots}", " ".repeat(margin)))
        };
        rows.iter().map(row).collect()
    }

    /// The scale, for a question or for all, and the two signs, with the chosen answer marked; `brief` leaves the labels of the
    /// others out.
    fn scale(&self, at: Option<At>, chosen: Option<&Tally>, margin: usize, columns: usize, brief: bool) -> Vec<Line> {
        let questionnaire = &self.session.profile().questionnaire;
        let chosen = chosen.and_then(Tally::single);
        // The mark has a column of its own, so that nothing shifts when an answer is chosen.
        let cell = |answer: Answer| {
            let text = words::answer(self.lang, questionnaire, at, answer);
            let text = if brief {
                text.split(' ').next().unwrap_or_default()
            } else {
                &text
            };
            if chosen == Some(answer) {
                (format!("▸{text}"), true)
            } else {
                (format!(" {text}"), false)
            }
        };
        let margin = margin.saturating_sub(1);
        let points = words::points(&questionnaire.scale).map(Answer::Point);
        let signs = [cell(Answer::DontKnow), cell(Answer::NotApplicable)];
        if brief {
            let all: Vec<_> = points.map(cell).chain(signs).collect();
            return cells(&all, margin, columns);
        }
        let points: Vec<_> = points.map(cell).collect();
        let mut lines = cells(&points, margin, columns);
        lines.extend(aligned_below(&points, &signs, margin, columns));
        lines
    }
}

/// The two signs, the second one under a column of the scale where it fits.
fn aligned_below(points: &[Cell], signs: &[Cell; 2], margin: usize, columns: usize) -> Vec<Line> {
    let columns_of_scale = column_starts(points, margin, columns);
    let least = width(&signs[0].0) + 2;
    let start = columns_of_scale.into_iter().find(|&start| start >= least);
    match start {
        Some(start) if margin + start + width(&signs[1].0) < columns => {
            let gap = " ".repeat(start - width(&signs[0].0));
            let [first, second] = signs.each_ref().map(shown);
            vec![Line::new(format!("{}{first}{gap}{second}", " ".repeat(margin)))]
        }
        _ => cells(signs, margin, columns),
    }
}
