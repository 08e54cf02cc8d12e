//! The answers to one question as counts: how often each scale point was given, never who gave it.

/// How a team answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// The team agrees on one answer per question.
    Joint,
    /// Everyone shows a number; the counts are kept.
    Tally,
    /// Everyone fills in a sheet of paper; the counts are kept.
    Ballots,
}

impl Mode {
    /// The word in files, in JSON and after `--mode`.
    pub const WORDS: [(&'static str, Mode); 3] = [
        (Mode::Joint.word(), Mode::Joint),
        (Mode::Tally.word(), Mode::Tally),
        (Mode::Ballots.word(), Mode::Ballots),
    ];

    /// The mode of a word, as people may type it.
    pub fn named(word: &str) -> Option<Mode> {
        match word {
            "joint" | "samen" | "together" => Some(Mode::Joint),
            "tally" | "tellen" | "count" => Some(Mode::Tally),
            "ballots" | "briefjes" | "vellen" | "sheets" => Some(Mode::Ballots),
            _ => None,
        }
    }

    /// The word of this mode.
    pub const fn word(self) -> &'static str {
        match self {
            Mode::Joint => "joint",
            Mode::Tally => "tally",
            Mode::Ballots => "ballots",
        }
    }

    /// Whether everyone gives an answer, so that counts are kept.
    pub fn counts(self) -> bool {
        self != Mode::Joint
    }
}

/// The most participants of one meeting.
pub const MAX_PARTICIPANTS: u32 = 200;

/// Counts of the answers to one question. In joint mode there is one answer in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How often each scale point was given, lowest first; as long as the scale.
    pub votes: Vec<u32>,
    /// How many don't know.
    pub dont_know: u32,
    /// For how many the question doesn't apply (*n.v.t.*).
    pub not_applicable: u32,
}

/// One answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A scale point, from 1.
    Point(u32),
    /// Don't know: `?`.
    DontKnow,
    /// Not applicable: `-`.
    NotApplicable,
}

/// Why a line of answers can't be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TallyError {
    /// Something other than a scale point, `?` or `-`.
    NotAnAnswer,
    /// More answers than participants.
    TooMany(Tally),
}

impl Tally {
    /// No answers yet, on a scale of so many points.
    pub fn empty(points: usize) -> Self {
        Tally {
            votes: vec![0; points],
            dont_know: 0,
            not_applicable: 0,
        }
    }

    /// One answer, as in joint mode.
    pub fn one(answer: Answer, points: usize) -> Self {
        Self::of(&[answer], points)
    }

    /// The counts of these answers.
    pub fn of(answers: &[Answer], points: usize) -> Self {
        let mut tally = Self::empty(points);
        for answer in answers {
            match answer {
                Answer::Point(point) => tally.votes[*point as usize - 1] += 1,
                Answer::DontKnow => tally.dont_know += 1,
                Answer::NotApplicable => tally.not_applicable += 1,
            }
        }
        tally
    }

    /// How many gave a number.
    pub fn numbers(&self) -> u32 {
        self.votes.iter().sum()
    }

    /// How many answered at all.
    pub fn voters(&self) -> u32 {
        self.numbers() + self.dont_know + self.not_applicable
    }

    /// The answer, where exactly one was given.
    pub fn single(&self) -> Option<Answer> {
        if self.voters() != 1 {
            return None;
        }
        let point = self.votes.iter().position(|&count| count == 1);
        Some(match point.and_then(|index| u32::try_from(index + 1).ok()) {
            Some(point) => Answer::Point(point),
            None if self.dont_know == 1 => Answer::DontKnow,
            None => Answer::NotApplicable,
        })
    }

    /// Reads one member's answers to so many questions: a character each, blanks between them don't count; `.` where nothing
    /// was filled in, `0` is ten on ten points.
    ///
    /// # Errors
    /// When something else is typed. How many there are is not checked.
    pub fn sheet(typed: &str, points: usize) -> Result<Vec<Option<Answer>>, TallyError> {
        let characters = typed.char_indices().filter(|(_, c)| !c.is_whitespace());
        characters
            .map(|(at, c)| match c {
                '.' => Ok(None),
                _ => parse_answer(&typed[at..at + c.len_utf8()], points).map(Some),
            })
            .collect()
    }

    /// Reads what was typed for one question.
    ///
    /// In joint mode that is one answer. In tally mode it is everyone's: with spaces (or commas) tokens are answers,
    /// without them each character is one; `0` is ten on ten points; a lone `?` or `-` stands for everyone.
    pub fn parse(typed: &str, mode: Mode, participants: u32, points: usize) -> Result<Tally, TallyError> {
        let typed = typed.trim();
        if mode == Mode::Joint {
            return Ok(Tally::one(parse_answer(typed, points)?, points));
        }
        let separator = |c: char| c.is_whitespace() || c == ',' || c == ';';
        let answers: Vec<Answer> = if typed.contains(separator) {
            let tokens = typed.split(separator).filter(|token| !token.is_empty());
            tokens
                .map(|token| parse_answer(token, points))
                .collect::<Result<_, _>>()?
        } else {
            let characters = typed.char_indices();
            characters
                .map(|(at, c)| parse_answer(&typed[at..at + c.len_utf8()], points))
                .collect::<Result<_, _>>()?
        };
        match answers.as_slice() {
            [] => Err(TallyError::NotAnAnswer),
            [Answer::DontKnow] => Ok(Tally {
                dont_know: participants,
                ..Tally::empty(points)
            }),
            [Answer::NotApplicable] => Ok(Tally {
                not_applicable: participants,
                ..Tally::empty(points)
            }),
            _ => {
                let tally = Tally::of(&answers, points);
                if answers.len() > participants as usize {
                    return Err(TallyError::TooMany(tally));
                }
                Ok(tally)
            }
        }
    }
}

/// Reads one answer: a scale point, `0` for ten on ten points, `?` or `-`.
fn parse_answer(token: &str, points: usize) -> Result<Answer, TallyError> {
    match token {
        "?" => Ok(Answer::DontKnow),
        "-" | "–" | "−" => Ok(Answer::NotApplicable),
        "0" if points == 10 => Ok(Answer::Point(10)),
        _ if token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit()) && !token.starts_with('0') => token
            .parse()
            .ok()
            .filter(|&point: &u32| (1..=points).contains(&(point as usize)))
            .map(Answer::Point)
            .ok_or(TallyError::NotAnAnswer),
        _ => Err(TallyError::NotAnAnswer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(typed: &str, participants: u32, points: usize) -> Result<Tally, TallyError> {
        Tally::parse(typed, Mode::Tally, participants, points)
    }

    #[expect(clippy::unnecessary_wraps, reason = "compared with what the reader gives")]
    fn counts(votes: &[u32], dont_know: u32, not_applicable: u32) -> Result<Tally, TallyError> {
        Ok(Tally {
            votes: votes.to_vec(),
            dont_know,
            not_applicable,
        })
    }

    #[test]
    fn answers_are_counted_with_and_without_spaces() {
        assert_eq!(tally("3 4 ? 5 2", 7, 5), counts(&[0, 1, 1, 1, 1], 1, 0));
        assert_eq!(tally("34?52", 7, 5), counts(&[0, 1, 1, 1, 1], 1, 0));
        assert_eq!(tally("3,4, 4;-", 7, 5), counts(&[0, 0, 1, 2, 0], 0, 1));
    }

    #[test]
    fn zero_is_ten_on_ten_points_only() {
        assert_eq!(tally("0 9 10", 3, 10), counts(&[0, 0, 0, 0, 0, 0, 0, 0, 1, 2], 0, 0));
        assert_eq!(tally("09", 3, 10), counts(&[0, 0, 0, 0, 0, 0, 0, 0, 1, 1], 0, 0));
        assert_eq!(tally("0", 3, 5), Err(TallyError::NotAnAnswer));
        assert_eq!(
            Tally::parse("10", Mode::Joint, 3, 10),
            counts(&[0, 0, 0, 0, 0, 0, 0, 0, 0, 1], 0, 0)
        );
    }

    #[test]
    fn a_lone_sign_stands_for_everyone() {
        assert_eq!(tally("?", 7, 5), counts(&[0; 5], 7, 0));
        assert_eq!(tally(" - ", 7, 5), counts(&[0; 5], 0, 7));
        assert_eq!(tally("??", 7, 5), counts(&[0; 5], 2, 0));
        assert_eq!(Tally::parse("?", Mode::Joint, 7, 5), counts(&[0; 5], 1, 0));
    }

    #[test]
    fn too_many_and_unknown_answers_are_refused() {
        let eight = counts(&[0, 0, 8, 0, 0], 0, 0).unwrap();
        assert_eq!(tally("33333333", 7, 5), Err(TallyError::TooMany(eight)));
        for bad in ["", "6", "3 6", "x", "3.5", "１", "03", "3 4 x"] {
            assert!(tally(bad, 7, 5).is_err(), "{bad}");
        }
        assert_eq!(tally("-1", 7, 5), counts(&[1, 0, 0, 0, 0], 0, 1));
        assert_eq!(Tally::parse("3 4", Mode::Joint, 7, 5), Err(TallyError::NotAnAnswer));
    }
}
