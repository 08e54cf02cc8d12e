//! What a real reader of a format finds in a report: one for each format, so that what was written can be read back.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};

use calamine::{Data, Ods, Reader, Xlsx};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Node};

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
        // How far a chart's words reach over its edge is a number, and no matter what else it is.
        let is_measured = name == "figure" && attribute == "style";
        let value = value.replace(
            |c: char| is_measured && (c.is_ascii_digit() || matches!(c, '.' | '-')),
            "",
        );
        parts.push((format!("{path}@{attribute}"), value));
    }
    // Some of its words don't break; it stays one text.
    let mut within = element.child_elements().peekable();
    let is_one_text = within.peek().is_some() && within.all(|child| child.attr("class") == Some("whole"));
    if is_one_text || matches!(name, "h1" | "h2" | "h3") {
        parts.push((path, element.text().collect::<String>().trim().to_owned()));
        return;
    }
    let mut breaks = 0;
    for child in element.children() {
        match child.value() {
            Node::Text(text) if breaks > 0 => {
                let line = &mut parts.last_mut().expect("the line before").1;
                line.push_str(&"\n".repeat(breaks));
                line.push_str(text.trim());
                breaks = 0;
            }
            Node::Text(text) if !text.trim().is_empty() => parts.push((path.clone(), text.trim().to_owned())),
            Node::Element(element) if element.name() == "br" => breaks += 1,
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

/// The texts of a Word document's runs with the styles of their paragraphs, whether they are bold, and where they are in a
/// table; the text equivalents of its pictures; and its title. Lines that are broken in a run stay together.
pub fn word(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (name, content) in files(bytes) {
        let Some(content) = xml(&name, &content, &mut parts) else {
            continue;
        };
        let Ok(document) = roxmltree::Document::parse(content) else {
            continue;
        };
        let named = |name: &'static str| {
            let all = document.descendants();
            all.filter(move |node| node.tag_name().name() == name)
        };
        if name == "docProps/core.xml" {
            parts.extend(named("title").map(|title| ("title".to_owned(), text(title))));
        } else if name == "word/_rels/document.xml.rels" {
            let outside = named("Relationship").filter(|node| node.attribute("TargetMode").is_some());
            parts.extend(outside.map(|link| {
                (
                    "link".to_owned(),
                    link.attribute("Target").unwrap_or_default().to_owned(),
                )
            }));
        } else if name == "word/document.xml" {
            parts.extend(named("docPr").flat_map(|picture| {
                let says = |attribute| picture.attribute(attribute).unwrap_or_default().to_owned();
                [
                    ("picture title".to_owned(), says("title")),
                    ("picture".to_owned(), says("descr")),
                ]
            }));
            for paragraph in named("p") {
                let style = child(paragraph, &["pPr", "pStyle"])
                    .and_then(value)
                    .unwrap_or("no style");
                // A link holds the runs of its text.
                let pieces = paragraph.children().flat_map(|node| match node.tag_name().name() {
                    "hyperlink" => node.children().collect(),
                    _ => vec![node],
                });
                let runs = pieces.filter(|node| node.tag_name().name() == "r");
                let before = parts.len();
                parts.extend(runs.map(|run| {
                    let bold = if child(run, &["rPr", "b"]).is_some() {
                        " bold"
                    } else {
                        ""
                    };
                    (format!("{style}{bold}"), text(run))
                }));
                if parts.len() == before {
                    // An empty cell.
                    parts.push((style.to_owned(), String::new()));
                }
            }
        }
    }
    parts
}

/// The cells of a workbook with their sheet, place and kind, and its title. What a chart says is cut to fit.
pub fn excel(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    for (name, content) in files(bytes) {
        let Some(content) = xml(&name, &content, &mut parts) else {
            continue;
        };
        if name == "docProps/core.xml"
            && let Ok(document) = roxmltree::Document::parse(content)
        {
            let titles = document.descendants().filter(|node| node.tag_name().name() == "title");
            parts.extend(titles.map(|title| ("title".to_owned(), text(title))));
        }
    }
    match Xlsx::new(Cursor::new(bytes)) {
        Ok(workbook) => cells(workbook, &mut parts),
        Err(error) => parts.push(("mistake".to_owned(), error.to_string())),
    }
    parts
}

/// The cells of an `OpenDocument` spreadsheet with their sheet, place and kind, and its title.
pub fn spreadsheet(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    open_document(bytes, "spreadsheet", &mut parts);
    match Ods::new(Cursor::new(bytes)) {
        Ok(workbook) => cells(workbook, &mut parts),
        Err(error) => parts.push(("mistake".to_owned(), error.to_string())),
    }
    parts
}

/// The cells of a workbook with their sheet, place and kind.
fn cells<'b, W: Reader<Cursor<&'b [u8]>>>(mut workbook: W, parts: &mut Vec<Part>) {
    for sheet in workbook.sheet_names() {
        let cells = workbook.worksheet_range(&sheet).expect("a sheet that is named");
        for (row, column, cell) in cells.used_cells() {
            let (kind, text) = match cell {
                Data::String(text) => ("text", unescaped(text)),
                Data::Float(number) => ("number", number.to_string()),
                Data::DateTime(day) => ("day", day.to_string()),
                Data::DateTimeIso(day) => ("day", day.clone()),
                other => ("mistake", format!("{other:?}")),
            };
            parts.push((format!("{sheet} {row},{column} {kind}"), text));
        }
        let formulas = workbook.worksheet_formula(&sheet).expect("a sheet that is named");
        let formulas = formulas.used_cells().filter(|(_, _, formula)| !formula.is_empty());
        parts.extend(formulas.map(|(_, _, formula)| ("formula".to_owned(), formula.clone())));
    }
}

/// The texts of an `OpenDocument` text with the styles of their paragraphs and of what is in one of its own, the text equivalents
/// of its pictures, and its title.
pub fn open_text(bytes: &[u8]) -> Vec<Part> {
    let mut parts = Vec::new();
    let Some(content) = open_document(bytes, "text", &mut parts) else {
        return parts;
    };
    let Ok(document) = roxmltree::Document::parse(&content) else {
        return parts;
    };
    for element in document.descendants() {
        match element.tag_name().name() {
            "frame" => parts.extend(["title", "desc"].map(|name| {
                let said = child(element, &[name]).map(text).unwrap_or_default();
                let kind = if name == "title" { "picture title" } else { "picture" };
                (kind.to_owned(), said)
            })),
            "p" | "h" => paragraph_parts(element, &mut parts),
            _ => {}
        }
    }
    parts
}

/// The pieces of a paragraph, each with its styles.
fn paragraph_parts(paragraph: roxmltree::Node, parts: &mut Vec<Part>) {
    let style = named(paragraph, "style-name").unwrap_or("no style");
    let before = parts.len();
    let mut is_plain = false;
    for piece in paragraph.children() {
        match piece.tag_name().name() {
            "span" | "a" => {
                let of_piece = named(piece, "style-name").unwrap_or("no style");
                parts.push((format!("{style} {of_piece}"), open_words(piece)));
                is_plain = false;
            }
            "frame" => {}
            _ if is_plain => parts.last_mut().expect("the piece before").1 += &open_words(piece),
            _ => {
                parts.push((style.to_owned(), open_words(piece)));
                is_plain = true;
            }
        }
    }
    if parts.len() == before {
        parts.push((style.to_owned(), String::new()));
    }
}

/// A text with its white space, which is in elements there.
fn open_words(node: roxmltree::Node) -> String {
    match node.tag_name().name() {
        "s" => " ".repeat(named(node, "c").map_or(1, |count| count.parse().expect("a number"))),
        "tab" => "\t".to_owned(),
        "line-break" => "\n".to_owned(),
        _ if node.is_text() => node.text().unwrap_or_default().to_owned(),
        _ => node.children().map(open_words).collect(),
    }
}

/// An attribute by its name without a prefix.
fn named<'a>(node: roxmltree::Node<'a, '_>, name: &str) -> Option<&'a str> {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value())
}

/// What an `OpenDocument` file of a kind says, and its title. What is wrong with its parts is a part.
fn open_document(bytes: &[u8], kind: &str, parts: &mut Vec<Part>) -> Option<String> {
    let files = files(bytes);
    let mimetype = format!("application/vnd.oasis.opendocument.{kind}");
    let first = files.first().map(|(name, content)| (name.as_str(), content.as_slice()));
    // Other programs look for it at this place.
    if first != Some(("mimetype", mimetype.as_bytes()))
        || bytes.get(30..38) != Some(b"mimetype")
        || !bytes[38..].starts_with(mimetype.as_bytes())
    {
        parts.push(("mistake".to_owned(), "its kind isn't in front".to_owned()));
    }
    let mut said = None;
    for (name, content) in &files {
        let Some(content) = xml(name, content, parts) else {
            continue;
        };
        match name.as_str() {
            "content.xml" => said = Some(content.to_owned()),
            "meta.xml" => {
                let document = roxmltree::Document::parse(content).ok();
                let titles = document
                    .iter()
                    .flat_map(|document| document.descendants().filter(|node| node.tag_name().name() == "title"));
                parts.extend(titles.map(|title| ("title".to_owned(), text(title))));
            }
            _ => {}
        }
    }
    said
}

/// A text of a cell as Excel shows it: `_x0041_` stands for a character there, which this reader leaves as it is.
fn unescaped(text: &str) -> String {
    let mut shown = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let escape = rest.get(at + 2..at + 7).and_then(|escape| escape.strip_suffix('_'));
        let code = escape
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let (end, c) = code.map_or((at + 1, '_'), |c| (at + 7, c));
        shown.push_str(&rest[..at]);
        shown.push(c);
        rest = &rest[end..];
    }
    shown + rest
}

/// The files in an archive.
pub fn files(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut files = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).expect("a file of the archive");
        let mut content = Vec::new();
        file.read_to_end(&mut content).expect("a whole file");
        let name = file.name().expect("a name in UTF-8").into_owned();
        files.push((name, content));
    }
    files
}

/// A file of an archive, where it is one in XML; what is wrong with it is a part.
fn xml<'c>(name: &str, content: &'c [u8], parts: &mut Vec<Part>) -> Option<&'c str> {
    let ending = name.rsplit('.').next();
    if !matches!(ending, Some("xml" | "rels")) {
        return None;
    }
    let content = std::str::from_utf8(content).expect("XML in UTF-8");
    if let Err(error) = roxmltree::Document::parse(content) {
        parts.push((format!("mistake in {name}"), error.to_string()));
    }
    Some(content)
}

/// The text in an element, with its line breaks.
fn text(element: roxmltree::Node) -> String {
    let pieces = element.descendants().map(|node| match node.tag_name().name() {
        "br" => "\n",
        _ if node.is_text() => node.text().unwrap_or_default(),
        _ => "",
    });
    pieces.collect()
}

/// The first element on a path.
fn child<'a, 'x>(element: roxmltree::Node<'a, 'x>, path: &[&str]) -> Option<roxmltree::Node<'a, 'x>> {
    path.iter().try_fold(element, |element, name| {
        element.children().find(|node| node.tag_name().name() == *name)
    })
}

/// The value of an element of Word's.
fn value<'a>(element: roxmltree::Node<'a, '_>) -> Option<&'a str> {
    element
        .attributes()
        .find(|attribute| attribute.name() == "val")
        .map(|attribute| attribute.value())
}
