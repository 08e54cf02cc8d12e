//! What a real reader of a format finds in a report: one for each format, so that what was written can be read back.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

/// A part of a report: what kind it is, or where it stands, and its text.
pub type Part = (String, String);

/// Every block and cell of a Markdown document, and every tag in it; the lines of one block stay together.
pub fn markdown(bytes: &[u8]) -> Vec<Part> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM;
    let text = String::from_utf8_lossy(bytes);
    let mut parts: Vec<Part> = vec![("document".to_owned(), String::new())];
    let last = |parts: &mut Vec<Part>, text: &str| parts.last_mut().expect("the document").1.push_str(text);
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Text(text) => last(&mut parts, &text),
            Event::HardBreak => last(&mut parts, "\n"),
            Event::SoftBreak => last(&mut parts, " "),
            // What is strong is told from what stands beside it; the words stay one text.
            Event::Start(Tag::Strong) => parts.push(("Strong".to_owned(), String::new())),
            Event::End(TagEnd::Strong) => parts.push(("after Strong".to_owned(), String::new())),
            Event::Start(tag) => parts.push((format!("{tag:?}"), String::new())),
            Event::End(tag) => parts.push((format!("after {tag:?}"), String::new())),
            other => parts.push((format!("{other:?}"), String::new())),
        }
    }
    for (_, text) in &mut parts {
        let lines: Vec<&str> = text.trim().lines().map(str::trim).collect();
        *text = lines.join("\n");
    }
    parts
}

/// Every value of a JSON document with its path, texts as they are.
pub fn json(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    match serde_json::from_slice(bytes) {
        Ok(value) => values("", &value, &mut parts),
        Err(error) => parts.push(("no JSON".to_owned(), error.to_string())),
    }
    parts
}

fn values(path: &str, value: &Value, parts: &mut Vec<Part>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                values(&format!("{path}/{key}"), value, parts);
            }
        }
        Value::Array(entries) => {
            parts.push((path.to_owned(), format!("{} entries", entries.len())));
            for (index, value) in entries.iter().enumerate() {
                values(&format!("{path}/{index}"), value, parts);
            }
        }
        Value::String(text) => parts.push((path.to_owned(), text.clone())),
        other => parts.push((path.to_owned(), other.to_string())),
    }
}
