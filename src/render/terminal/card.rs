//! A card on a terminal: one question with much room around it.

use super::{Look, TEXT_COLUMNS, Text, style::Emphasis};
use crate::{render::plain, report::card::Card, text::wrap_hanging};

/// A card as `ips card` shows it.
pub fn card(card: &Card, look: impl Into<Look>) -> String {
    let look = look.into();
    if look.plain {
        return plain::card(card, look.columns);
    }
    let mut text = Text::new(look);
    text.blank();
    text.paragraph(&card.element, 1, 0);
    text.blank();
    text.blank();
    for line in wrap_hanging(&card.question, 3, 0, text.columns.min(TEXT_COLUMNS)) {
        text.line(&Emphasis::Bold.of(&line));
    }
    if let Some(open) = &card.open {
        text.blank();
        text.paragraph(open, 3, 0);
    }
    text.blank();
    text.blank();
    if let Some((start, source)) = &card.start {
        text.paragraph(&card.lang.way_to_begin(), 1, 0);
        text.paragraph(start, 3, 0);
        text.paragraph(&format!("({source})"), 3, 0);
        text.blank();
    }
    if let Some(source) = &card.source {
        text.paragraph(&card.lang.source_of_question(source), 1, 0);
    }
    text.done()
}
