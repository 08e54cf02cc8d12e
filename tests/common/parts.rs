//! What a real reader of a format finds in a report: one for each format, so that what was written can be read back.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Node};
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

/// Every text of an HTML document with the elements around it, and every attribute. The texts inside a chart are left out:
/// they are cut and wrapped to fit, and its description has them whole.
pub fn html(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let document = Html::parse_document(&String::from_utf8_lossy(bytes));
    for error in &document.errors {
        parts.push(("mistake".to_owned(), error.to_string()));
    }
    html_parts(document.root_element(), "", &mut parts);
    parts
}

fn html_parts(element: ElementRef<'_>, path: &str, parts: &mut Vec<Part>) {
    let name = element.value().name();
    let path = format!("{path}/{name}");
    if name == "text" && path.contains("/figure/") {
        return;
    }
    let drawn = path.contains("/svg");
    for (attribute, value) in element.value().attrs().filter(|_| !drawn) {
        parts.push((format!("{path}@{attribute}"), value.to_owned()));
    }
    let mut broken = false;
    for child in element.children() {
        match child.value() {
            Node::Text(text) if broken => {
                let line = &mut parts.last_mut().expect("the line before").1;
                line.push('\n');
                line.push_str(text.trim());
            }
            Node::Text(text) if !text.trim().is_empty() => parts.push((path.clone(), text.trim().to_owned())),
            Node::Element(element) if element.name() == "br" => broken = true,
            Node::Element(_) => html_parts(ElementRef::wrap(child).expect("an element"), &path, parts),
            _ => {}
        }
    }
}

/// The cells of a table in CSV with their columns' names.
pub fn csv(bytes: &[u8], delimiter: u8) -> Vec<Part> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let head = reader.headers().cloned().expect("a head");
    let mut parts = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let cells = head.iter().zip(&record);
                parts.extend(cells.map(|(column, cell)| (column.to_owned(), cell.to_owned())));
            }
            Err(error) => parts.push(("mistake".to_owned(), error.to_string())),
        }
    }
    parts
}

/// The title and description of a drawing, and every kind of element in it. Its other texts are cut and wrapped to fit.
pub fn svg(bytes: &[u8]) -> Vec<Part> {
    let text = String::from_utf8_lossy(bytes);
    let drawing = match roxmltree::Document::parse(&text) {
        Ok(drawing) => drawing,
        Err(error) => return vec![("mistake".to_owned(), error.to_string())],
    };
    let mut parts = Vec::new();
    let mut kinds = BTreeSet::new();
    for element in drawing.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        kinds.insert(name);
        if matches!(name, "title" | "desc") {
            parts.push((name.to_owned(), element.text().unwrap_or_default().to_owned()));
        }
    }
    parts.push(("kinds".to_owned(), kinds.into_iter().collect::<Vec<_>>().join(" ")));
    parts
}
