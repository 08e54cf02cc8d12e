//! What is said on a card, and about it.

use super::messages;

messages! {
    way_to_begin() { nl: "Zo kun je beginnen", en: "A way to begin" }
    source_of_question(source: &str) { nl: "Bron van de vraag: {source}.", en: "Source of the question: {source}." }
    another_question(id: &str) {
        nl: "Een andere vraag? Geef dezelfde opdracht met --not {id} erachter.",
        en: "Another question? Give the same command with --not {id} behind it.",
    }
    no_other_question() {
        nl: "Er is geen andere vraag meer. Laat een --not weg, of kies een ander element met --element.",
        en: "There is no other question left. Leave a --not out, or choose another element with --element.",
    }
}
