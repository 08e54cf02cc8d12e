//! The answers to a question as they are typed: digits one after the other, or set apart.

use super::{Answer, Mode, Numbers, Tally};

/// Why a line of answers can't be counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TallyError {
    /// Something other than a scale point, `?` or `-`.
    NotAnAnswer,
    /// More answers than participants.
    TooMany(Tally),
}

impl Tally {
    /// Reads one member's answers to so many questions: a character each, blanks between them don't count; `.` where nothing
    /// was filled in, [`Numbers::ten`] for ten.
    ///
    /// # Errors
    /// When something else is typed. How many there are is not checked.
    pub fn sheet(typed: &str, numbers: impl Into<Numbers>) -> Result<Vec<Option<Answer>>, TallyError> {
        let numbers = numbers.into();
        let characters = typed.char_indices().filter(|(_, c)| !c.is_whitespace());
        characters
            .map(|(at, c)| match c {
                '.' => Ok(None),
                _ => parse_answer(&typed[at..at + c.len_utf8()], numbers).map(Some),
            })
            .collect()
    }

    /// Reads what was typed for one question.
    ///
    /// In joint mode that is one answer. In tally mode it is everyone's: with spaces, commas or semicolons tokens are answers,
    /// without them each character is one, with [`Numbers::ten`] for ten; a lone `?` or `-` stands for everyone.
    ///
    /// # Errors
    /// When something else is typed, `3,5 4 4` too: where answers have spaces between them, that comma makes a number that
    /// nobody can give. And when there are more answers than participants.
    pub fn parse(typed: &str, mode: Mode, participants: u32, numbers: impl Into<Numbers>) -> Result<Tally, TallyError> {
        let (typed, numbers) = (typed.trim(), numbers.into());
        let points = numbers.points();
        if mode == Mode::Joint {
            return Ok(Tally::one(parse_answer(typed, numbers)?, points));
        }
        let separator = |c: char| c.is_whitespace() || c == ',' || c == ';';
        let answers: Vec<Answer> = if has_decimal(typed) {
            return Err(TallyError::NotAnAnswer);
        } else if typed.contains(separator) {
            let tokens = typed.split(separator).filter(|token| !token.is_empty());
            tokens
                .map(|token| parse_answer(token, numbers))
                .collect::<Result<_, _>>()?
        } else {
            let characters = typed.char_indices();
            characters
                .map(|(at, c)| parse_answer(&typed[at..at + c.len_utf8()], numbers))
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

/// Whether a comma between two digits is a decimal one: something else separates the answers.
fn has_decimal(typed: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut commas = typed.match_indices(',').map(|(at, comma)| {
        is_digit(typed[..at].chars().next_back()) && is_digit(typed[at + comma.len()..].chars().next())
    });
    typed.contains(|c: char| c.is_whitespace() || c == ';') && commas.any(|between_digits| between_digits)
}

/// Reads one answer: a number of the scale, what stands for ten, `?` or `-`.
fn parse_answer(token: &str, numbers: Numbers) -> Result<Answer, TallyError> {
    let is_ten = |ten: char| token.chars().eq([ten]) || token.chars().eq([ten.to_ascii_uppercase()]);
    let number = match token {
        "?" => return Ok(Answer::DontKnow),
        "-" | "–" | "−" => return Ok(Answer::NotApplicable),
        _ if numbers.ten().is_some_and(is_ten) => Some(10),
        "0" => Some(0),
        _ if token.len() <= 2 && token.bytes().all(|b| b.is_ascii_digit()) && !token.starts_with('0') => {
            token.parse().ok()
        }
        _ => None,
    };
    let point = number.and_then(|number| numbers.point(number));
    point.map(Answer::Point).ok_or(TallyError::NotAnAnswer)
}

#[cfg(test)]
mod tests {
    use std::ops::RangeInclusive;

    use proptest::prelude::*;

    use super::*;

    /// A scale, and the places of some answers on it.
    fn answered() -> impl Strategy<Value = (RangeInclusive<u32>, Vec<u32>)> {
        (0_u32..=1, 2_u32..=11)
            .prop_filter("eleven points begin at 0", |(first, points)| first + points <= 11)
            .prop_flat_map(|(first, points)| {
                let numbers = first..=first + points - 1;
                (Just(numbers), prop::collection::vec(1..=points, 2..9))
            })
    }

    proptest! {
        #[test]
        fn answers_are_the_same_however_they_are_set_apart((numbers, points) in answered()) {
            let shown: Vec<String> = points.iter().map(|point| (numbers.start() + point - 1).to_string()).collect();
            let answers: Vec<Answer> = points.iter().map(|&point| Answer::Point(point)).collect();
            let all = Tally::of(&answers, Numbers::from(numbers.clone()).points());
            for separator in [" ", ",", ";", ", ", "; ", " , "] {
                prop_assert_eq!(tally(&shown.join(separator), 9, numbers.clone()), Ok(all.clone()));
            }
            let characters: String = shown
                .iter()
                .map(|number| match Numbers::from(numbers.clone()).ten() {
                    Some(ten) if number == "10" => ten.to_string(),
                    _ => number.clone(),
                })
                .collect();
            prop_assert_eq!(tally(&characters, 9, numbers.clone()), Ok(all.clone()));
            let sheet = Tally::sheet(&characters, numbers.clone()).unwrap();
            prop_assert_eq!(sheet, answers.iter().copied().map(Some).collect::<Vec<_>>());
            for (number, answer) in shown.iter().zip(&answers) {
                let one = Tally::one(*answer, all.votes.len());
                prop_assert_eq!(Tally::parse(number, Mode::Joint, 9, numbers.clone()), Ok(one));
            }
        }

        #[test]
        fn a_decimal_comma_among_spaces_is_never_counted(
            (numbers, points) in answered(),
            decimal in "[0-9],[0-9]{1,2}",
            at in 0_usize..9,
        ) {
            let mut shown: Vec<String> = points.iter().map(|point| (numbers.start() + point - 1).to_string()).collect();
            shown.insert(at.min(shown.len()), decimal);
            prop_assert_eq!(tally(&shown.join(" "), 20, numbers), Err(TallyError::NotAnAnswer));
        }
    }

    fn tally(typed: &str, participants: u32, numbers: impl Into<Numbers>) -> Result<Tally, TallyError> {
        Tally::parse(typed, Mode::Tally, participants, numbers)
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
        for list in ["3,4,4,-", "3, 4, 4, -", "3;4;4;-", "3; 4;4 -", "3 ,4 ,4,-", "3, 4 4 -"] {
            assert_eq!(tally(list, 7, 5), counts(&[0, 0, 1, 2, 0], 0, 1), "{list}");
        }
    }

    #[test]
    fn a_number_with_a_decimal_comma_is_no_answer() {
        for typed in ["3,5 4 4", "4 4 3,5", "3,5; 4; 4", "3,5;4;4", "3,4, 4", "3,5 ?"] {
            assert_eq!(tally(typed, 4, 5), Err(TallyError::NotAnAnswer), "{typed}");
        }
        assert_eq!(tally("3,5,4", 3, 5), counts(&[0, 0, 1, 1, 1], 0, 0));
        assert_eq!(tally("3,5", 4, 5), counts(&[0, 0, 1, 0, 1], 0, 0));
    }

    #[test]
    fn on_a_scale_from_nought_a_0_is_nought_and_ten_is_typed_otherwise() {
        let eleven = |ends: &[u32]| {
            let mut votes = [0; 11];
            votes[0] = ends[0];
            votes[1] = ends[1];
            votes[10] = ends[2];
            counts(&votes, 0, 0)
        };
        assert_eq!(tally("0 10 10", 3, 0..=10), eleven(&[1, 0, 2]));
        assert_eq!(tally("0tT", 3, 0..=10), eleven(&[1, 0, 2]));
        assert_eq!(tally("10", 3, 0..=10), eleven(&[1, 1, 0]));
        assert_eq!(Tally::parse("10", Mode::Joint, 3, 0..=10), eleven(&[0, 0, 1]));
        assert_eq!(Tally::parse("0", Mode::Joint, 3, 0..=10), eleven(&[1, 0, 0]));
        assert_eq!(Tally::parse("t", Mode::Joint, 3, 0..=10), eleven(&[0, 0, 1]));
        let sheet = [
            Some(Answer::Point(1)),
            Some(Answer::Point(11)),
            None,
            Some(Answer::Point(2)),
        ];
        assert_eq!(Tally::sheet("0t.1", 0..=10), Ok(sheet.into()));
        for (typed, numbers) in [("t", 1..=10), ("t", 0..=6), ("7", 0..=6), ("10", 0..=6), ("00", 0..=10)] {
            assert!(
                Tally::parse(typed, Mode::Joint, 3, numbers.clone()).is_err(),
                "{typed} on {numbers:?}"
            );
        }
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
