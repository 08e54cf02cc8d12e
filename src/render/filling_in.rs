//! A form that a member fills in in a browser: one file, with a script of its own that is known by its hash, and no request.
//!
//! All questions stand in the page; the script shows one at a time. Its words are handed to it as attributes.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::MemberForm;
use crate::{
    answers::code,
    lang::Lang,
    questionnaire::{At, Question},
    report::{own_marks, scale},
    text::{fingerprint, safe},
    toml_file::TEXT_CHARS,
};

const SCRIPT: &str = include_str!("filling_in.js");

/// That of every page, and what a form has beside it.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/filling_in.css"));

/// This script and this style, and nothing else; not even an image may be fetched.
const POLICY: &str = include_str!(concat!(env!("OUT_DIR"), "/filling_in.policy"));

/// The form as a file of its own.
pub fn page(asked: &MemberForm<'_>) -> String {
    let MemberForm {
        questionnaire, lang, ..
    } = *asked;
    let title = safe(&questionnaire.title);
    let steps = steps(asked).into_string();
    // Another form keeps its answers apart: one for another group, in another language, or with a question that was changed.
    let content = format!("{:?} {steps}", asked.group);
    let key = format!("ips {} {}", code(questionnaire), fingerprint(&content));
    let count = questionnaire.question_count();
    let document = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                // The script takes it away. In a noscript it would stay hidden where a mail filter took the script out.
                p #advice role="note" { (lang.form_needs_scripts()) }
                main #page hidden
                    data-key=(key) data-questionnaire=(questionnaire.id) data-version=(questionnaire.version)
                    data-group=[asked.group] data-file=(lang.answers_file())
                    data-place=(lang.place_in_form("{number}", count)) data-open=(lang.some_are_open("{open}"))
                    data-all-answered=(lang.all_is_answered()) data-unanswered=(lang.not_answered())
                    data-to-review=(lang.to_review()) data-resume=(lang.resume_form()) data-sure=(lang.sure_to_wipe()) data-wiped=(lang.answers_wiped())
                    data-saved=(lang.file_saved_as("{file}")) data-copied=(lang.text_copied())
                    data-uncopied=(lang.text_not_copied()) data-unkept=(lang.nothing_is_kept())
                {
                    header {
                        h1 lang=[foreign(asked)] { (title) }
                        @if let Some(group) = asked.group { p { (lang.group_mark()) ": " (safe(group)) } }
                    }
                    div #place hidden {
                        p #number {}
                        progress #progress max=(count) value="0" aria-labelledby="number" {}
                    }
                    form #steps autocomplete="off" {
                        (PreEscaped(steps))
                        div.steps {
                            button #back type="button" hidden { (lang.go_back_in_form()) }
                            button #next type="submit" { (lang.begin_form()) }
                        }
                    }
                    p #said role="status" {}
                    footer {
                        @for small in small_print(asked) { p.small { (small) } }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    document.into_string() + "\n"
}

/// The language of the questions, when the form's is another one.
fn foreign(asked: &MemberForm<'_>) -> Option<&'static str> {
    (asked.questionnaire.lang != asked.lang).then(|| asked.questionnaire.lang.code())
}

fn small_print(asked: &MemberForm<'_>) -> impl Iterator<Item = String> {
    let (_, about_own) = own_marks(asked.questionnaire, asked.lang);
    let source = asked.questionnaire.source.as_deref();
    let source = source.map(|source| asked.lang.source_line(&safe(source)));
    about_own.into_iter().chain(source)
}

/// What is shown one after the other.
fn steps(asked: &MemberForm<'_>) -> Markup {
    let MemberForm {
        questionnaire, lang, ..
    } = *asked;
    let count = questionnaire.question_count();
    html! {
        (beginning(asked, count))
        @for (at, number) in questionnaire.places().zip(1..) {
            (question(asked, at, number, &if number == count { lang.to_review() } else { lang.go_on_in_form() }))
        }
        section.step.review data-next=(lang.done_with_answers()) hidden {
            h2 tabindex="-1" { (lang.review_answers()) }
            p #open {}
            ol {
                @for (at, number) in questionnaire.places().zip(1..) {
                    li {
                        button type="button" data-to=(number) {
                            span lang=[foreign(asked)] { (number) ". " (safe(&questionnaire.question(at).text)) }
                            " "
                            span.given {}
                            " "
                            span.noted hidden { (lang.with_note()) }
                        }
                    }
                }
            }
        }
        (end(lang))
    }
}

fn beginning(asked: &MemberForm<'_>, count: usize) -> Markup {
    let lang = asked.lang;
    html! {
        section.step data-next=(lang.begin_form()) {
            h2 tabindex="-1" { (lang.before_you_begin()) }
            div #kept.box hidden {
                p { (lang.answers_kept_here()) }
                button type="button" data-does="wipe" { (lang.wipe_kept()) }
            }
            p { (lang.purpose()) }
            ul.plain {
                li { (lang.one_at_a_time(count)) }
                li.keys { (lang.by_keyboard()) }
                li { (lang.nothing_is_sent()) }
            }
            p { (lang.what_becomes_of_answers()) }
        }
    }
}

fn question(asked: &MemberForm<'_>, at: At, number: usize, next: &str) -> Markup {
    let MemberForm {
        questionnaire, lang, ..
    } = *asked;
    let Question {
        text,
        open,
        scored,
        own,
        ..
    } = questionnaire.question(at);
    let foreign = foreign(asked);
    let (mark, _) = own_marks(questionnaire, lang);
    let id = questionnaire.full_id(at);
    let points = scale::points(&questionnaire.scale, questionnaire.labels(at));
    let others = [("?", lang.dont_know()), ("-", lang.not_applicable())];
    html! {
        section.step data-id=(id) data-next=(next) hidden {
            fieldset {
                legend tabindex="-1" lang=[foreign] {
                    span.element { (safe(&questionnaire.elements[at.0].title)) }
                    " "
                    span.question { (safe(text)) @if *own { (mark) } }
                }
                @if let Some(scored) = scored { p.scored lang=[foreign] { (safe(scored)) } }
                @for (value, point) in questionnaire.scale.numbers().zip(points) {
                    (answer(&id, &value.to_string(), &point, foreign))
                }
                div.others { @for (value, words) in &others { (answer(&id, value, words, None)) } }
            }
            div.note {
                label for={ "note" (number) } { (lang.note_if_you_like()) }
                p.small #{ "about" (number) } {
                    @if let Some(open) = open { span lang=[foreign] { (safe(open)) } " " }
                    (lang.no_names())
                }
                textarea #{ "note" (number) } rows="3" maxlength=(TEXT_CHARS) aria-describedby={ "about" (number) } {}
            }
        }
    }
}

fn answer(question: &str, value: &str, words: &str, foreign: Option<&str>) -> Markup {
    html! {
        label.answer {
            input type="radio" name=(question) value=(value);
            span lang=[foreign] { (words) }
        }
    }
}

fn end(lang: Lang) -> Markup {
    html! {
        section.step hidden {
            h2 tabindex="-1" { (lang.send_your_answers()) }
            ol.send {
                li {
                    (lang.save_and_send()) br;
                    button type="button" data-does="save" { (lang.save_file()) }
                }
                li {
                    label for="result" { (lang.or_copy()) }
                    textarea #result rows="8" readonly spellcheck="false" {}
                    button type="button" data-does="copy" { (lang.copy_text()) }
                }
                li {
                    (lang.then_wipe()) br;
                    button type="button" data-does="wipe" { (lang.wipe_answers()) }
                }
            }
        }
    }
}
