//! Reports in Word and Excel, read back with readers that are not the program's own.

use std::collections::BTreeSet;

use calamine::{Data, Reader as _, Xlsx};
use chrono::NaiveDate;
use ips::{
    agreement::{Agreement, AgreementState},
    comparison::Comparison,
    drawing::radar::Radar,
    gap::Gap,
    lang::Lang,
    page::{Block, Column, Holds, Item, Page, Table},
    profile::Profile,
    render::{excel, odf, word},
    report::{Figure, Report, gap::GapReport, overview::OverviewReport, trend::TrendReport},
    scoring::WEAKEST,
    tally::{Mode, Tally},
    trend::Trend,
};
use roxmltree::{Document, Node};

use crate::{
    common::{
        self,
        parts::{self, Part},
    },
    teams,
};

/// A profile with notes, agreements, a divided question, one without a score and an element without one.
fn profile() -> Profile {
    let answers = "333? 3432 15151 4 444- 24 34 ? 5 5 3 4 3 3 2 2 2 3 4 4 4 ? ? ?".split(' ');
    let mut profile = common::profile(Mode::Tally, &answers.collect::<Vec<_>>());
    profile.functions = Some("IB'er, wijkagent".into());
    profile.response_mut((0, 1)).note = Some("Eerste regel.\n  Tweede  regel.".into());
    let agreement = |what: &str, due: &str| Agreement {
        who: Some("de voorzitter".into()),
        due: Some(due.into()),
        state: AgreementState::Open,
        ..Agreement::new(profile.questionnaire.elements[0].id.clone(), what)
    };
    profile.agreements = vec![agreement("Samen eten", "2027-01-14"), agreement("Bellen", "gauw")];
    profile
}

/// The same team half a year earlier.
fn earlier() -> Profile {
    let mut earlier = profile();
    earlier.date = NaiveDate::from_ymd_opt(2026, 5, 21).unwrap();
    earlier.response_mut((0, 0)).tally = Some(Tally::parse("555", Mode::Tally, 7, 5).unwrap());
    earlier
}

fn report(profile: &Profile, lang: Lang) -> Report {
    common::report(profile, lang)
}

fn compared(before: &Profile, after: &Profile, lang: Lang) -> Report {
    let report = Report::compared(&Comparison::of(before, after, WEAKEST).unwrap(), lang);
    report.with_material(&common::material(after, lang))
}

/// A report of two meetings, and one of a meeting with little to say of it.
pub fn reports(lang: Lang) -> [Report; 2] {
    let bare = common::profile(Mode::Joint, &["4"; 24]);
    [compared(&earlier(), &profile(), lang), report(&bare, lang)]
}

fn word(report: &Report) -> Vec<u8> {
    word::page(&Page::of(report))
}

fn file(bytes: &[u8], name: &str) -> String {
    let files = parts::files(bytes);
    let (_, content) = files.into_iter().find(|(file, _)| file == name).expect(name);
    String::from_utf8(content).unwrap()
}

/// The elements of a name.
fn all<'a, 'x: 'a>(document: &'a Document<'x>, name: &'a str) -> impl Iterator<Item = Node<'a, 'x>> {
    document
        .descendants()
        .filter(move |node| node.tag_name().name() == name)
}

/// The elements of a name below another.
fn all_below<'a, 'x: 'a>(node: Node<'a, 'x>, name: &'a str) -> impl Iterator<Item = Node<'a, 'x>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// An attribute by its name without a prefix.
fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    let found = node.attributes().find(|attribute| attribute.name() == name);
    found.map(|attribute| attribute.value()).unwrap_or_default()
}

fn of_style<'p>(parts: &'p [Part], style: &str) -> Vec<&'p str> {
    let found = parts.iter().filter(|(kind, _)| kind == style);
    found.map(|(_, text)| text.as_str()).collect()
}

#[test]
fn a_document_has_its_headings_lists_and_small_print_in_words_own_styles() {
    let parts = parts::word(&word(&compared(&earlier(), &profile(), Lang::Nl)));
    assert_eq!(of_style(&parts, "Title"), ["Samenwerken: IPS-groep Noord"]);
    let headings = of_style(&parts, "Heading1");
    assert_eq!(headings[..2], ["De elementen", "Hier kan het gesprek over gaan"]);
    let last = ["Toelichtingen", "Hulpmiddelen en literatuur", "Hoe we rekenen"];
    assert_eq!(headings[headings.len() - 3..], last);
    assert!(
        headings.contains(&"Wat veranderde: 21 mei 2026 → 21 november 2026"),
        "{headings:?}"
    );
    let titles = profile().questionnaire.elements;
    assert!(of_style(&parts, "Heading2").contains(&titles[5].title.as_str()));
    assert!(!of_style(&parts, "ListBullet bold").is_empty());
    assert!(of_style(&parts, "ListBullet2").iter().any(|text| text.ends_with('?')));
    assert_eq!(of_style(&parts, "ListContinue"), ["Eerste regel.\nTweede  regel."]);
    assert!(of_style(&parts, "SmallPrint").contains(&"De schaal: 1 nee, 2 eerder niet, 3 deels, 4 eerder wel, 5 ja."));
}

#[test]
fn every_style_and_list_that_a_document_uses_is_in_it() {
    let bytes = word(&report(&profile(), Lang::Nl));
    let (styles, numbering, document) = (
        file(&bytes, "word/styles.xml"),
        file(&bytes, "word/numbering.xml"),
        file(&bytes, "word/document.xml"),
    );
    let styles = Document::parse(&styles).unwrap();
    let known: BTreeSet<&str> = all(&styles, "style").map(|style| attribute(style, "styleId")).collect();
    let document = Document::parse(&document).unwrap();
    let used = ["pStyle", "tblStyle"].map(|name| all(&document, name).map(|style| attribute(style, "val")));
    for style in used.into_iter().flatten() {
        assert!(known.contains(style), "{style}");
    }
    let numbering = Document::parse(&numbering).unwrap();
    let levels = all(&numbering, "pStyle").map(|style| attribute(style, "val"));
    assert_eq!(levels.collect::<Vec<_>>(), ["ListBullet", "ListBullet2", "ListNumber"]);
    let signs = all(&numbering, "numFmt").map(|format| attribute(format, "val"));
    assert_eq!(signs.collect::<Vec<_>>(), ["bullet", "bullet", "decimal"]);
    let outline = all(&styles, "outlineLvl").map(|level| attribute(level, "val"));
    assert_eq!(outline.collect::<Vec<_>>(), ["0", "1"]);
    assert!(all(&styles, "keepNext").count() >= 3, "headings stay with what follows");
}

#[test]
fn tables_repeat_their_head_keep_rows_whole_and_set_numbers_to_the_right() {
    let report = compared(&earlier(), &profile(), Lang::Nl);
    let bytes = word(&report);
    let document = file(&bytes, "word/document.xml");
    let document = Document::parse(&document).unwrap();
    let named = |node: Node<'_, '_>, name: &str| {
        let found = node.descendants().filter(|node| node.tag_name().name() == name);
        found.count()
    };
    let tables: Vec<Node<'_, '_>> = all(&document, "tbl").collect();
    assert_eq!(tables.len(), 10);
    for table in &tables {
        let rows: Vec<Node<'_, '_>> = table.children().filter(|row| row.tag_name().name() == "tr").collect();
        let columns = named(*table, "gridCol");
        let widths = table.descendants().filter(|node| node.tag_name().name() == "gridCol");
        let widths: Vec<u32> = widths.map(|column| attribute(column, "w").parse().unwrap()).collect();
        assert!((9_300..=9_412).contains(&widths.iter().sum::<u32>()), "{widths:?}");
        // The first row and the first column say what stands in the others.
        let look = table
            .descendants()
            .find(|node| node.tag_name().name() == "tblLook")
            .unwrap();
        let told = ["val", "firstRow", "firstColumn"].map(|name| attribute(look, name));
        assert_eq!(told, ["06A0", "1", "1"]);
        for (number, row) in rows.iter().enumerate() {
            assert_eq!(named(*row, "tc"), columns);
            assert_eq!(named(*row, "cantSplit"), 1);
            assert_eq!(named(*row, "tblHeader"), usize::from(number == 0));
        }
    }
    let text = |node: Node<'_, '_>| -> String {
        node.descendants()
            .filter_map(|text| text.text().filter(|_| text.is_text()))
            .collect()
    };
    let scores = tables[0]
        .descendants()
        .filter(|node| node.tag_name().name() == "jc")
        .map(|node| {
            assert_eq!(attribute(node, "val"), "right");
            text(node.parent().unwrap().parent().unwrap())
        });
    let mut expected = vec!["Score".to_owned()];
    expected.extend(report.elements.iter().map(|element| element.score.text.clone()));
    expected.extend(report.overall.iter().map(|overall| overall.text.clone()));
    assert_eq!(scores.collect::<Vec<_>>(), expected);
    let rows = tables[0].children().filter(|row| row.tag_name().name() == "tr").skip(1);
    let marked: Vec<bool> = rows.map(|row| named(row, "b") > 0).collect();
    let weakest = report.elements.iter().map(|element| element.weakest);
    // The last row is about all of them.
    assert_eq!(marked, weakest.chain([true]).collect::<Vec<_>>());
}

#[test]
fn two_tables_are_never_one_and_a_document_never_ends_with_one() {
    let column = Column {
        title: "Kop".into(),
        holds: Holds::Name,
    };
    let table = || {
        Block::Table(Table {
            columns: vec![column.clone()],
            rows: Vec::new(),
        })
    };
    let page = Page {
        blocks: vec![table(), table()],
        ..Page::new(Lang::Nl, Lang::Nl, "Titel".into())
    };
    let document = file(&word::page(&page), "word/document.xml");
    let document = Document::parse(&document).unwrap();
    let body = all(&document, "body").next().unwrap().children();
    let blocks: Vec<&str> = body.map(|block| block.tag_name().name()).collect();
    assert_eq!(blocks, ["p", "tbl", "p", "tbl", "p", "sectPr"]);
}

#[cfg(feature = "charts")]
#[test]
fn the_radar_is_a_picture_with_its_text() {
    let report = report(&profile(), Lang::Nl);
    let bytes = word(&report);
    let radar = Radar::of(&report);
    let parts = parts::word(&bytes);
    assert_eq!(of_style(&parts, "picture"), [radar.description()]);
    assert_eq!(of_style(&parts, "picture title"), ["Hoe IPS-groep Noord samenwerkt"]);
    let files = parts::files(&bytes);
    let (_, picture) = files.iter().find(|(name, _)| name == "word/media/image1.png").unwrap();
    assert!(picture.starts_with(b"\x89PNG"));
    // As wide and high on the page as it is drawn.
    let document = file(&bytes, "word/document.xml");
    let document = Document::parse(&document).unwrap();
    let extent = all(&document, "extent").next().unwrap();
    let [width, height] = ["cx", "cy"].map(|side| attribute(extent, side).parse::<u64>().unwrap());
    let dots = |at: usize| u64::from(u32::from_be_bytes(picture[at..at + 4].try_into().unwrap()));
    assert_eq!(height, width * dots(20) / dots(16));
}

#[cfg(feature = "charts")]
#[test]
fn a_trend_has_a_picture_for_each_line_chart_with_its_text() {
    use ips::drawing::line_chart::LineChart;
    let (before, after) = (earlier(), profile());
    let trend = Trend::of(&[&before, &after], WEAKEST).unwrap();
    let report = TrendReport::new(&trend, Lang::Nl);
    let bytes = word::page(&Page::of_trend(&report));
    let charts = LineChart::all(&report);
    let parts = parts::word(&bytes);
    let described: Vec<String> = charts.iter().map(LineChart::description).collect();
    assert_eq!(of_style(&parts, "picture"), described);
    let titles: Vec<&str> = charts.iter().map(|chart| chart.title.as_str()).collect();
    assert_eq!(of_style(&parts, "picture title"), titles);
    refers_to_what_is_in_it(&bytes);
}

#[test]
fn a_sheet_to_fill_in_keeps_each_question_on_one_page() {
    let questionnaire = profile().questionnaire;
    let bytes = word::page(&Page::of_questions(&questionnaire, Lang::Nl));
    let (document, styles) = (file(&bytes, "word/document.xml"), file(&bytes, "word/styles.xml"));
    let document = Document::parse(&document).unwrap();
    let used: Vec<&str> = all(&document, "pStyle").map(|style| attribute(style, "val")).collect();
    let count = |style: &str| used.iter().filter(|used| **used == style).count();
    assert_eq!([count("Question"), count("Note")], [questionnaire.question_count(); 2]);
    let boxes = document
        .descendants()
        .filter(|node| node.text() == Some("☐") && node.is_text());
    assert_eq!(boxes.count(), questionnaire.question_count() * 7);
    let styles = Document::parse(&styles).unwrap();
    for style in all(&styles, "style").filter(|style| ["Question", "Answers"].contains(&attribute(*style, "styleId"))) {
        let kept = style.descendants().any(|node| node.tag_name().name() == "keepNext");
        assert!(kept, "{style:?}");
    }
    refers_to_what_is_in_it(&bytes);
}

#[test]
fn what_a_document_refers_to_is_in_it_and_has_a_kind() {
    refers_to_what_is_in_it(&word(&report(&profile(), Lang::Nl)));
}

fn refers_to_what_is_in_it(bytes: &[u8]) {
    let names: Vec<String> = parts::files(bytes).into_iter().map(|(name, _)| name).collect();
    let kinds = file(bytes, "[Content_Types].xml");
    let kinds = Document::parse(&kinds).unwrap();
    for kind in all(&kinds, "Override") {
        let name = attribute(kind, "PartName").trim_start_matches('/').to_owned();
        assert!(names.contains(&name), "{name}");
    }
    let relations = file(bytes, "word/_rels/document.xml.rels");
    let relations = Document::parse(&relations).unwrap();
    let mut ids = BTreeSet::new();
    for relation in all(&relations, "Relationship") {
        assert!(
            attribute(relation, "TargetMode") == "External"
                || names.contains(&format!("word/{}", attribute(relation, "Target")))
        );
        assert!(ids.insert(attribute(relation, "Id")), "twice: {relation:?}");
    }
    let document = file(bytes, "word/document.xml");
    for name in ["embed=\"", ":id=\""] {
        for reference in document.split(name).skip(1) {
            let id = reference.split('"').next().unwrap();
            assert!(ids.contains(id) || id.parse::<u32>().is_ok(), "{id}");
        }
    }
}

#[test]
fn a_document_is_in_the_reports_language_and_has_its_title() {
    for (lang, locale, title) in [
        (Lang::Nl, "nl-NL", "Samenwerken: IPS-groep Noord"),
        (Lang::En, "en-GB", "Working together: IPS-groep Noord"),
    ] {
        let bytes = word(&report(&profile(), lang));
        let styles = file(&bytes, "word/styles.xml");
        let styles = Document::parse(&styles).unwrap();
        assert_eq!(
            all(&styles, "lang")
                .map(|lang| attribute(lang, "val"))
                .collect::<Vec<_>>(),
            [locale]
        );
        let core = file(&bytes, "docProps/core.xml");
        assert!(core.contains(&format!("<dc:title>{title}</dc:title>")), "{core}");
        assert!(core.contains(&format!("<dc:language>{locale}</dc:language>")), "{core}");
    }
}

/// The texts that are said to be in a language of their own, with it.
fn in_another_language(document: &str) -> Vec<(String, String)> {
    let document = Document::parse(document).unwrap();
    let marked = all(&document, "lang").map(|lang| {
        let run = lang.parent().and_then(|looks| looks.parent()).unwrap();
        let text: String = all_below(run, "t").filter_map(|text| text.text()).collect();
        (attribute(lang, "val").to_owned(), text)
    });
    marked.collect()
}

#[test]
fn what_was_asked_in_another_language_is_read_aloud_in_it() {
    let profile = profile();
    let bytes = word(&compared(&earlier(), &profile, Lang::En));
    let marked = in_another_language(&file(&bytes, "word/document.xml"));
    assert!(marked.iter().all(|(lang, _)| lang == "nl-NL"), "{marked:?}");
    let is_marked = |text: &str| marked.iter().any(|(_, marked)| marked == text);
    for element in &profile.questionnaire.elements {
        assert!(is_marked(&element.title), "{}", element.title);
        for question in &element.questions {
            assert!(is_marked(&question.text), "{}", question.text);
        }
    }
    for text in ["Eerste regel.Tweede  regel.", "Samen eten"] {
        assert!(is_marked(text), "{text}: {marked:?}");
    }
    for text in ["Element", "All elements together", "discuss", " (lowest)"] {
        assert!(!is_marked(text), "{text}");
    }
    // The headings of the elements are in the language of their questions, and other headings aren't.
    let document = file(&bytes, "word/document.xml");
    let document = Document::parse(&document).unwrap();
    let headings = |style: &str| -> Vec<(String, bool)> {
        let of_style =
            |paragraph: &Node<'_, '_>| all_below(*paragraph, "pStyle").any(|found| attribute(found, "val") == style);
        let found = all(&document, "p").filter(of_style).map(|heading| {
            let text = all_below(heading, "t").filter_map(|text| text.text()).collect();
            (text, all_below(heading, "lang").count() == 1)
        });
        found.collect()
    };
    let titles = profile
        .questionnaire
        .elements
        .iter()
        .map(|element| element.title.clone());
    let parts = headings("Heading2");
    assert!(titles.clone().all(|title| parts.contains(&(title, true))), "{parts:?}");
    let others = parts
        .iter()
        .filter(|(text, _)| !titles.clone().any(|title| title == *text));
    assert!(
        others.chain(&headings("Heading1")).all(|(_, marked)| !marked),
        "{parts:?}"
    );
    // A page of its own language marks nothing, but for what is quoted.
    let bytes = word(&report(&profile, Lang::Nl));
    assert_eq!(in_another_language(&file(&bytes, "word/document.xml")), []);
}

#[test]
fn a_sheet_to_fill_in_is_in_the_language_of_its_questions_but_for_what_the_program_says() {
    let questionnaire = profile().questionnaire;
    let bytes = word::page(&Page::of_questions(&questionnaire, Lang::En));
    let marked = in_another_language(&file(&bytes, "word/document.xml"));
    let of = |text: &str| marked.iter().filter(|(_, marked)| marked == text).count();
    assert_eq!(of(&questionnaire.title), 1);
    for element in &questionnaire.elements {
        assert_eq!(of(&element.title), 1, "{}", element.title);
    }
    assert_eq!(of("\u{a0}1\u{a0}nee"), questionnaire.question_count());
    assert_eq!(of("\u{a0}don’t\u{a0}know") + of("\u{a0}don't\u{a0}know"), 0);
}

#[test]
fn a_source_with_an_address_is_a_link_that_can_be_read_on_paper() {
    let report = report(&profile(), Lang::Nl);
    let sources = report.talk.iter().flat_map(|topic| &topic.sources);
    let linked: Vec<(&str, &str)> = sources
        .filter_map(|source| Some((source.citation.as_str(), source.url.as_deref()?)))
        .collect();
    assert!(!linked.is_empty());
    let bytes = word(&report);
    let (relations, document) = (
        file(&bytes, "word/_rels/document.xml.rels"),
        file(&bytes, "word/document.xml"),
    );
    let relations = Document::parse(&relations).unwrap();
    let document = Document::parse(&document).unwrap();
    let leads_to = |id: &str| {
        let relation = all(&relations, "Relationship").find(|relation| attribute(*relation, "Id") == id);
        let relation = relation.expect(id);
        assert!(attribute(relation, "Type").ends_with("/hyperlink"));
        assert_eq!(attribute(relation, "TargetMode"), "External");
        attribute(relation, "Target")
    };
    let links: Vec<(String, &str)> = all(&document, "hyperlink")
        .map(|link| {
            let text = all_below(link, "t").filter_map(|text| text.text()).collect();
            assert_eq!(attribute(all_below(link, "rStyle").next().unwrap(), "val"), "Hyperlink");
            (text, leads_to(attribute(link, "id")))
        })
        .collect();
    let expected: Vec<(String, &str)> = linked
        .iter()
        .map(|(citation, url)| (format!("{citation} ({url})"), *url))
        .collect();
    assert_eq!(links, expected);
    assert!(file(&bytes, "word/styles.xml").contains("w:styleId=\"Hyperlink\""));
}

#[test]
fn only_pages_and_mail_are_linked() {
    for (url, links) in [
        ("https://monitoraoj.nl/", 1),
        ("http://a.nl/?b=1&c=\"", 1),
        ("mailto:iemand@voorbeeld.nl", 1),
        ("javascript:alert(1)", 0),
        ("file:///C:/Windows", 0),
        ("HTTPS://a.nl", 0),
        ("\\\\server\\map", 0),
        ("", 0),
    ] {
        let item = || Item {
            text: "Een bron".into(),
            url: Some(url.into()),
            ..Item::default()
        };
        let mut page = Page::new(Lang::Nl, Lang::Nl, "Titel".into());
        page.blocks.push(Block::List(vec![item(), item()]));
        let bytes = word::page(&page);
        let parts = parts::word(&bytes);
        // Two that lead to one place share its relation.
        assert_eq!(of_style(&parts, "link"), vec![url; links], "{url}");
        let document = file(&bytes, "word/document.xml");
        assert_eq!(document.matches("<w:hyperlink ").count(), 2 * links, "{url}");
        refers_to_what_is_in_it(&bytes);
    }
}

#[test]
fn each_list_of_steps_begins_at_one() {
    let mut page = Page::new(Lang::Nl, Lang::Nl, "Titel".into());
    let step = |text: &str| Item {
        text: text.into(),
        ..Item::default()
    };
    page.blocks.push(Block::Steps(vec![step("een"), step("twee")]));
    page.blocks.push(Block::Text("En dan".into()));
    page.blocks.push(Block::Steps(vec![step("een")]));
    let bytes = word::page(&page);
    let (document, numbering) = (file(&bytes, "word/document.xml"), file(&bytes, "word/numbering.xml"));
    let (document, numbering) = (
        Document::parse(&document).unwrap(),
        Document::parse(&numbering).unwrap(),
    );
    let lists: Vec<&str> = all(&document, "numId").map(|list| attribute(list, "val")).collect();
    assert_eq!(lists, ["2", "2", "3"]);
    let starts: Vec<(&str, usize)> = all(&numbering, "num")
        .map(|list| (attribute(list, "numId"), all_below(list, "startOverride").count()))
        .collect();
    assert_eq!(starts, [("1", 0), ("2", 0), ("3", 1)]);
}

#[test]
fn how_often_an_answer_was_given_stays_on_its_line() {
    let parts = parts::word(&word(&report(&profile(), Lang::Nl)));
    let answers = of_style(&parts, "TableText");
    assert!(
        answers.contains(&" (3\u{a0}keer\u{a0}1, 2\u{a0}keer\u{a0}5)"),
        "{answers:?}"
    );
    // What is longer has to break somewhere.
    assert!(
        answers.iter().any(|text| text.starts_with(" (Kies een antwoord bij")),
        "{answers:?}"
    );
}

/// Many teams in one picture.
pub fn overview(lang: Lang) -> OverviewReport {
    OverviewReport::new(&teams::overview(12, &profile().questionnaire), lang)
}

/// Two groups side by side.
pub fn groups(lang: Lang) -> GapReport {
    let (before, after) = (earlier(), profile());
    GapReport::new(
        &Gap::of(&[(&before, "Ouders".into()), (&after, "Leiding".into())]).unwrap(),
        lang,
    )
}

/// Every document that can be made of two meetings, two groups and many teams.
pub fn documents(lang: Lang) -> Vec<(&'static str, Page)> {
    let (before, after) = (earlier(), profile());
    let trend = Trend::of(&[&before, &after], WEAKEST).unwrap();
    vec![
        ("report", Page::of(&report(&after, lang))),
        ("comparison", Page::of(&compared(&before, &after, lang))),
        ("trend", Page::of_trend(&TrendReport::new(&trend, lang))),
        ("questions", Page::of_questions(&after.questionnaire, lang)),
        ("overview", Page::of_overview(&overview(lang))),
        ("groups", Page::of_gap(&groups(lang))),
    ]
}

#[test]
fn every_table_has_a_head_every_picture_a_text_and_no_paragraph_is_empty() {
    for lang in Lang::ALL {
        for (name, page) in documents(lang) {
            let bytes = word::page(&page);
            let document = file(&bytes, "word/document.xml");
            let document = Document::parse(&document).unwrap();
            for table in all(&document, "tbl") {
                let first = all_below(table, "tr").next().unwrap();
                assert_eq!(all_below(first, "tblHeader").count(), 1, "{name}: {:?}", first.range());
                let look = all_below(table, "tblLook").next().expect(name);
                assert_eq!(attribute(look, "firstRow"), "1", "{name}");
            }
            for picture in all(&document, "docPr") {
                assert!(!attribute(picture, "descr").is_empty(), "{name}");
            }
            let body = all(&document, "body").next().unwrap();
            let last = body.children().rfind(|block| block.tag_name().name() == "p").unwrap();
            for paragraph in body.children().filter(|block| block.tag_name().name() == "p") {
                let holds = all_below(paragraph, "r").count() > 0;
                assert!(
                    holds || paragraph == last,
                    "{name}: an empty paragraph at {:?}",
                    paragraph.range()
                );
            }
        }
    }
}

#[test]
fn questions_that_fit_on_one_sheet_stand_closer() {
    let room = |count: usize| -> Vec<String> {
        let mut questionnaire = profile().questionnaire;
        let mut left = count;
        for element in &mut questionnaire.elements {
            element.questions.truncate(left);
            left -= element.questions.len();
        }
        questionnaire.elements.retain(|element| !element.questions.is_empty());
        let styles = file(
            &word::page(&Page::of_questions(&questionnaire, Lang::Nl)),
            "word/styles.xml",
        );
        let styles = Document::parse(&styles).unwrap();
        let note = all(&styles, "style")
            .find(|style| attribute(*style, "styleId") == "Note")
            .unwrap();
        let spacing = all_below(note, "spacing").next().unwrap();
        ["before", "after"]
            .map(|side| attribute(spacing, side).to_owned())
            .into()
    };
    assert_eq!(room(13), ["110", "20"]);
    assert_eq!(room(14), ["140", "40"]);
}

#[test]
fn texts_stay_as_they_are_in_both() {
    let hostile = "a  b <&>\"' ]]> 👩‍👩‍👧‍👦 &amp; \\n _x0041_ {}";
    let mut profile = profile();
    profile.team = hostile.into();
    profile.response_mut((0, 0)).note = Some(hostile.into());
    let report = report(&profile, Lang::Nl);
    let parts = parts::word(&word(&report));
    assert!(of_style(&parts, "ListContinue").contains(&hostile), "{parts:?}");
    assert_eq!(of_style(&parts, "title"), [format!("Samenwerken: {hostile}")]);
    let parts = parts::excel(&excel::workbook(&report));
    assert_eq!(of_style(&parts, "Toelichtingen 1,2 text"), [hostile]);
    assert_eq!(of_style(&parts, "title"), [format!("Samenwerken: {hostile}")]);
}

#[test]
fn the_same_report_gives_the_same_bytes_on_any_day() {
    let report = compared(&earlier(), &profile(), Lang::Nl);
    for (bytes, again, dates) in [
        (word(&report), word(&report), vec![]),
        (
            excel::workbook(&report),
            excel::workbook(&report),
            vec!["2026-11-21T00:00:00Z"; 2],
        ),
    ] {
        assert!(bytes == again, "other bytes");
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
        for index in 0..archive.len() {
            let file = archive.by_index(index).unwrap();
            assert_eq!(
                file.last_modified(),
                Some(zip::DateTime::default()),
                "{:?}",
                file.name()
            );
        }
        let core = file(&bytes, "docProps/core.xml");
        let core = Document::parse(&core).unwrap();
        let days = core
            .descendants()
            .filter(|node| matches!(node.tag_name().name(), "created" | "modified"));
        assert_eq!(days.filter_map(|day| day.text()).collect::<Vec<_>>(), dates);
    }
}

fn workbook(bytes: &[u8]) -> Xlsx<std::io::Cursor<&[u8]>> {
    Xlsx::new(std::io::Cursor::new(bytes)).unwrap()
}

/// The rows of a sheet with their head.
fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let range = workbook(bytes).worksheet_range(sheet).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

fn words(cell: &str) -> Data {
    Data::String(cell.into())
}

#[test]
fn a_workbook_always_has_the_same_sheets_and_one_more_for_the_difference() {
    let names = |report: &Report| workbook(&excel::workbook(report)).sheet_names();
    let (profile, earlier) = (profile(), earlier());
    assert_eq!(
        names(&compared(&earlier, &profile, Lang::Nl)),
        [
            "Elementen",
            "Vragen",
            "Afspraken",
            "Toelichtingen",
            "Verschil",
            "Over dit verslag"
        ]
    );
    assert_eq!(
        names(&report(&profile, Lang::En)),
        ["Elements", "Questions", "Agreements", "Notes", "About this report"]
    );
    let bare = common::profile(Mode::Joint, &["4"; 24]);
    assert_eq!(
        names(&report(&bare, Lang::Nl)),
        ["Elementen", "Vragen", "Afspraken", "Toelichtingen", "Over dit verslag"]
    );
}

#[test]
fn numbers_are_the_unrounded_ones_and_a_missing_score_is_an_empty_cell() {
    let report = report(&profile(), Lang::Nl);
    let bytes = excel::workbook(&report);
    let elements = rows(&bytes, "Elementen");
    assert_eq!(elements[0][..3], ["Element", "Score", "Betekenis"].map(words));
    for (row, element) in elements[1..].iter().zip(&report.elements) {
        assert_eq!(row[0], words(&element.title));
        assert_eq!(row[1], element.score.value.map_or(Data::Empty, Data::Float));
        assert_eq!(
            matches!(&row[3], Data::String(text) if text.starts_with("laagst")),
            element.weakest
        );
        #[allow(clippy::cast_precision_loss, reason = "a few questions")]
        let counts = [element.answered, element.asked].map(|count| Data::Float(count as f64));
        assert_eq!(row[4..6], counts);
    }
    assert_eq!(elements[6][1], Data::Empty, "the last element has no score");
    let questions = rows(&bytes, "Vragen");
    let lines: Vec<_> = report.elements.iter().flat_map(|element| &element.questions).collect();
    assert_eq!(questions.len(), lines.len() + 1);
    assert_eq!(
        questions[0][5..],
        [
            "1 nee",
            "2 eerder niet",
            "3 deels",
            "4 eerder wel",
            "5 ja",
            "weet niet",
            "niet van toepassing"
        ]
        .map(words)
    );
    for (row, line) in questions[1..].iter().zip(&lines) {
        assert_eq!(row[1], words(&line.text));
        assert_eq!(row[2], line.scored.as_deref().map_or(Data::Empty, words));
        assert_eq!(row[3], line.score.value.map_or(Data::Empty, Data::Float));
        let tally = line.tally.as_ref().unwrap();
        let counts = tally.votes.iter().chain([&tally.dont_know, &tally.not_applicable]);
        assert_eq!(
            row[5..],
            counts.map(|count| Data::Float(f64::from(*count))).collect::<Vec<_>>()
        );
    }
    assert_eq!(questions[1][5..], [0.0, 0.0, 3.0, 0.0, 0.0, 1.0, 0.0].map(Data::Float));
    assert_eq!(questions[3][4], words("verdeeld"));
}

#[test]
fn numbers_show_as_many_decimals_and_the_same_sign_as_the_words_do() {
    let mut newer = profile();
    // 2.95 is below the band that 3.0 would be in.
    newer.response_mut((0, 0)).tally = Some(Tally {
        votes: vec![0, 1, 19, 0, 0],
        ..Tally::empty(5)
    });
    for question in 1..4 {
        newer.response_mut((0, question)).tally = Some(Tally::parse("-", Mode::Tally, 7, 5).unwrap());
    }
    let mut older = earlier();
    for (at, answer) in [((1, 0), "1"), ((3, 0), "5"), ((3, 1), "5"), ((3, 2), "5")] {
        older.response_mut(at).tally = Some(Tally::parse(answer, Mode::Tally, 7, 5).unwrap());
    }
    let report = compared(&older, &newer, Lang::Nl);
    let bytes = excel::workbook(&report);
    let styles = file(&bytes, "xl/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    let formats: Vec<(&str, &str)> = all(&styles, "numFmt")
        .map(|format| (attribute(format, "numFmtId"), attribute(format, "formatCode")))
        .collect();
    let cell_formats: Vec<&str> = all(&styles, "cellXfs")
        .flat_map(|list| list.children().filter(Node::is_element))
        .map(|format| attribute(format, "numFmtId"))
        .collect();
    let shows = |sheet: usize, cell: &str| -> String {
        let sheet = file(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let sheet = Document::parse(&sheet).unwrap();
        let style = all(&sheet, "c")
            .find(|node| attribute(*node, "r") == cell)
            .map(|node| attribute(node, "s").parse::<usize>().unwrap());
        let id = cell_formats[style.expect(cell)];
        let found = formats.iter().find(|(format, _)| *format == id);
        found.map_or(id, |(_, code)| code).to_owned()
    };
    let digits = |words: &str| match words.split_once(',') {
        Some((_, decimals)) => format!("0.{}", "0".repeat(decimals.len())),
        None => "0".to_owned(),
    };
    let mut decimals = BTreeSet::new();
    for (row, element) in (2..)
        .zip(&report.elements)
        .filter(|(_, element)| element.score.value.is_some())
    {
        let digits = digits(&element.score.text);
        assert_eq!(shows(1, &format!("B{row}")), digits, "{}", element.score.text);
        decimals.insert(digits);
    }
    let mut signs = BTreeSet::new();
    for (row, line) in (2..)
        .zip(&report.changes.as_ref().unwrap().elements)
        .filter(|(_, line)| line.is_compared())
    {
        let digits = digits(&line.difference.text);
        let [higher, lower] = match line.arrow {
            "" => ["", ""],
            _ => ["\"▲ \"", "\"▼ \""],
        };
        // Whatever the number becomes, its sign comes along.
        assert_eq!(
            shows(5, &format!("D{row}")),
            format!("{higher}+{digits};{lower}−{digits};{digits}"),
            "{}",
            line.difference.text
        );
        signs.insert(format!("{} {}", line.arrow, line.difference.text).trim().to_owned());
    }
    for sign in ["+", "▼ −"] {
        assert!(signs.iter().any(|signed| signed.starts_with(sign)), "{signs:?}");
    }
    assert_eq!(shows(3, "A2"), "[$-413]d mmmm yyyy");
    assert!(decimals.len() == 1, "the decimals of a column line up: {decimals:?}");
}

#[test]
fn heads_stand_above_what_is_in_their_column() {
    let bytes = excel::workbook(&compared(&earlier(), &profile(), Lang::Nl));
    let styles = file(&bytes, "xl/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    let sides: Vec<&str> = all(&styles, "cellXfs")
        .flat_map(|list| list.children().filter(Node::is_element))
        .map(|format| {
            let mut alignment = format
                .descendants()
                .filter(|node| node.tag_name().name() == "alignment");
            alignment.next().map_or("", |node| attribute(node, "horizontal"))
        })
        .collect();
    for (sheet, expected) in [
        (1, "left right left left right right right"),
        (3, "left left left left left left left"),
        (5, "left right right right left left"),
    ] {
        let sheet = file(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        let sheet = Document::parse(&sheet).unwrap();
        let head = all(&sheet, "row").next().unwrap();
        let found: Vec<&str> = head
            .children()
            .filter(Node::is_element)
            .map(|cell| sides[attribute(cell, "s").parse::<usize>().unwrap()])
            .collect();
        assert_eq!(found.join(" "), expected);
    }
}

#[test]
fn the_scores_of_now_stand_in_one_column_and_the_overall_row_has_both_meetings() {
    let report = compared(&earlier(), &profile(), Lang::Nl);
    let bytes = excel::workbook(&report);
    let elements = rows(&bytes, "Elementen");
    assert_eq!(elements[0][6..], ["21 mei 2026"].map(words));
    let number = |figure: &Figure| figure.value.map_or(Data::Empty, Data::Float);
    let changes = report.changes.as_ref().unwrap();
    let overall = changes.overall.as_ref().unwrap();
    let total = &elements[report.elements.len() + 1];
    assert_eq!(total[0], words("Alle elementen samen"));
    assert_eq!(
        [&total[1], &total[6]],
        [&number(&overall.after), &number(&overall.before)]
    );
    assert_ne!(total[1], total[6]);
    let questions = rows(&bytes, "Vragen");
    assert_eq!(
        questions[0][3..7],
        ["Score", "Opmerking", "21 mei 2026", "Verschil"].map(words)
    );
    let first = &report.elements[0].questions[0];
    let change = first.change.as_ref().unwrap();
    assert_eq!(questions[1][3], number(&first.score));
    assert_eq!(questions[1][5..7], [number(&change.before), number(&change.difference)]);
}

#[test]
fn scores_over_the_compared_questions_stand_beside_those_over_all() {
    let mut earlier = earlier();
    earlier.response_mut((0, 1)).tally = Some(Tally::parse("?", Mode::Tally, 7, 5).unwrap());
    let report = compared(&earlier, &profile(), Lang::Nl);
    let changes = report.changes.as_ref().unwrap();
    let bytes = excel::workbook(&report);
    let elements = rows(&bytes, "Elementen");
    let scope = changes.scope.as_deref().unwrap();
    assert_eq!(
        elements[0][6..],
        ["21 mei 2026", "21 november 2026"].map(|day| words(&format!("{day} ({scope})")))
    );
    let number = |figure: &Figure| figure.value.map_or(Data::Empty, Data::Float);
    assert_ne!(elements[1][1], elements[1][7]);
    assert_eq!(
        elements[1][6..8],
        [&changes.elements[0].before, &changes.elements[0].after].map(number)
    );
    let (points_at, ..) = chart(&bytes);
    assert_eq!(points_at[3], "Elementen!$H$1");
}

#[test]
fn an_empty_sheet_stays_and_is_not_printed() {
    let bare = report(&common::profile(Mode::Joint, &["4"; 24]), Lang::Nl);
    for (report, empty) in [(bare, vec![2, 3]), (report(&profile(), Lang::Nl), vec![])] {
        let bytes = excel::workbook(&report);
        let book = file(&bytes, "xl/workbook.xml");
        let book = Document::parse(&book).unwrap();
        let names: Vec<(&str, usize, &str)> = all(&book, "definedName")
            .map(|name| {
                (
                    attribute(name, "name"),
                    attribute(name, "localSheetId").parse().unwrap(),
                    name.text().unwrap(),
                )
            })
            .collect();
        let sheets = workbook(&bytes).sheet_names();
        for (number, sheet) in sheets.iter().enumerate() {
            let of = |wanted: &str| {
                names
                    .iter()
                    .find(|(name, at, _)| *name == wanted && *at == number)
                    .map(|name| name.2)
            };
            let printed = of("_xlnm.Print_Area");
            if empty.contains(&number) {
                // Rows of one's own, without the head: as long as there are none, the pages are blank.
                let area = printed.expect(sheet);
                assert!(
                    area.starts_with(&format!("{sheet}!$A$2:")) && area.ends_with("$1001"),
                    "{area}"
                );
                assert_eq!(rows(&bytes, sheet).len(), 1, "{sheet}");
            } else {
                assert_eq!(printed, None, "{sheet}");
            }
            assert_eq!(of("_xlnm.Print_Titles").is_some(), !empty.contains(&number), "{sheet}");
        }
    }
}

#[test]
fn no_word_of_a_head_breaks() {
    for lang in Lang::ALL {
        let report = compared(&earlier(), &profile(), lang);
        let bytes = excel::workbook(&report);
        for (number, sheet) in (1..).zip(workbook(&bytes).sheet_names()) {
            let part = file(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
            let part = Document::parse(&part).unwrap();
            let widths = all(&part, "col").flat_map(|columns| {
                let [first, last] = ["min", "max"].map(|end| attribute(columns, end).parse::<usize>().unwrap());
                vec![attribute(columns, "width").parse::<f64>().unwrap(); last - first + 1]
            });
            for (title, width) in rows(&bytes, &sheet)[0].iter().zip(widths) {
                let title = title.to_string();
                let longest = title.split(' ').map(|word| word.chars().count()).max().unwrap();
                let room = f64::from(u32::try_from(longest + 3).unwrap());
                assert!(width >= room, "{sheet}: {title}: {width}");
            }
        }
    }
}

#[test]
fn what_stands_on_the_right_keeps_away_from_what_is_beside_it() {
    let bytes = excel::workbook(&compared(&earlier(), &profile(), Lang::Nl));
    let styles = file(&bytes, "xl/styles.xml");
    let styles = Document::parse(&styles).unwrap();
    let alignments: Vec<Node<'_, '_>> = all(&styles, "cellXfs")
        .flat_map(|list| all_below(list, "alignment"))
        .collect();
    assert!(alignments.len() > 8);
    for alignment in alignments {
        assert_eq!(attribute(alignment, "indent"), "1", "{alignment:?}");
        assert!(
            ["left", "right"].contains(&attribute(alignment, "horizontal")),
            "{alignment:?}"
        );
    }
}

#[test]
fn days_are_days_and_other_words_stay_words() {
    let bytes = excel::workbook(&compared(&earlier(), &profile(), Lang::Nl));
    let agreements = rows(&bytes, "Afspraken");
    let days = |cell: &Data| matches!(cell, Data::DateTime(_)).then(|| cell.to_string());
    // 21 May 2026, 21 November 2026 and 14 January 2027 in days since 1900.
    assert_eq!(days(&agreements[1][0]).as_deref(), Some("46163"));
    assert_eq!(days(&agreements[3][0]).as_deref(), Some("46347"));
    assert_eq!(days(&agreements[1][4]).as_deref(), Some("46401"));
    assert_eq!(agreements[1][2..4], ["Samen eten", "de voorzitter"].map(words));
    assert_eq!(agreements[2][4], words("gauw"));
    assert_eq!(agreements[2][5], words("open"));
}

#[test]
fn a_day_that_excel_does_not_have_is_in_words() {
    let mut profile = profile();
    profile.date = NaiveDate::from_ymd_opt(1582, 10, 15).unwrap();
    let bytes = excel::workbook(&report(&profile, Lang::Nl));
    assert_eq!(rows(&bytes, "Afspraken")[1][0], words("15 oktober 1582"));
    assert!(file(&bytes, "docProps/core.xml").contains("1980-01-01T00:00:00Z"));
}

#[test]
fn no_text_is_a_formula_or_a_link() {
    let mut profile = profile();
    for text in [
        "=1+1",
        "=HYPERLINK(\"http://a\")",
        "https://a.nl",
        "@SUM(A1)",
        "+1",
        "{=A1}",
    ] {
        profile.team = text.into();
        profile.agreements[0].what = text.into();
        profile.questionnaire.elements[0].title = text.into();
        profile.questionnaire.elements[0].questions[0].text = text.into();
        profile.response_mut((0, 0)).note = Some(text.into());
        let bytes = excel::workbook(&report(&profile, Lang::Nl));
        let mut workbook = workbook(&bytes);
        for sheet in workbook.sheet_names() {
            let formulas = workbook.worksheet_formula(&sheet).unwrap();
            assert!(
                formulas.used_cells().all(|(_, _, formula)| formula.is_empty()),
                "{sheet}: {text}"
            );
        }
        assert_eq!(rows(&bytes, "Elementen")[1][0], words(text));
        assert_eq!(rows(&bytes, "Vragen")[1][1], words(text));
        assert_eq!(rows(&bytes, "Toelichtingen")[1][2], words(text));
        assert!(
            !parts::files(&bytes)
                .iter()
                .any(|(name, _)| name.contains("worksheets/_rels/sheet2")),
            "a link"
        );
    }
}

/// What a workbook's chart points at, its kind, its axis and its text.
fn chart(bytes: &[u8]) -> (Vec<String>, String, [String; 2], String) {
    let chart = file(bytes, "xl/charts/chart1.xml");
    let chart = Document::parse(&chart).unwrap();
    let points_at = all(&chart, "f")
        .filter_map(|node| node.text())
        .map(str::to_owned)
        .collect();
    let kind = all(&chart, "plotArea")
        .next()
        .unwrap()
        .children()
        .map(|node| node.tag_name().name());
    let kind = kind.filter(|name| name.ends_with("Chart")).collect();
    assert_eq!(
        all(&chart, "dispBlanksAs")
            .map(|node| attribute(node, "val"))
            .collect::<Vec<_>>(),
        ["gap"]
    );
    let axis = ["min", "max"].map(|side| attribute(all(&chart, side).next().unwrap(), "val").to_owned());
    let drawing = file(bytes, "xl/drawings/drawing1.xml");
    let drawing = Document::parse(&drawing).unwrap();
    let text = attribute(all(&drawing, "cNvPr").next().unwrap(), "descr").to_owned();
    (points_at, kind, axis, text)
}

#[test]
fn the_chart_points_at_the_cells_and_has_its_text() {
    let (points_at, kind, axis, text) = chart(&excel::workbook(&report(&profile(), Lang::Nl)));
    assert_eq!(
        points_at,
        ["Elementen!$B$1", "Elementen!$A$2:$A$7", "Elementen!$B$2:$B$7"]
    );
    assert_eq!(kind, "radarChart");
    assert_eq!(axis, ["1", "5"]);
    assert!(
        text.starts_with("21 november 2026. ") && text.contains("(laagst)"),
        "{text}"
    );
    let bytes = excel::workbook(&compared(&earlier(), &profile(), Lang::Nl));
    let (points_at, ..) = chart(&bytes);
    assert_eq!(
        points_at[..3],
        ["Elementen!$G$1", "Elementen!$A$2:$A$7", "Elementen!$G$2:$G$7"]
    );
    assert_eq!(points_at[3..], ["Elementen!$A$2:$A$7", "Elementen!$B$2:$B$7"]);
    let drawn = file(&bytes, "xl/charts/chart1.xml");
    assert!(drawn.contains("<c:tx><c:v>21 november 2026</c:v></c:tx>"), "{drawn}");
}

#[test]
fn bars_stand_where_a_radar_cannot_be_read_and_nothing_where_there_is_no_score() {
    let mut profile = profile();
    for count in [2, 13] {
        while profile.questionnaire.elements.len() < count {
            let mut element = profile.questionnaire.elements[0].clone();
            element.id = format!("element-{}", profile.questionnaire.elements.len());
            profile.questionnaire.elements.push(element);
            profile.responses.push(profile.responses[0].clone());
        }
        let mut profile = profile.clone();
        profile.questionnaire.elements.truncate(count);
        profile.responses.truncate(count);
        let (_, kind, axis, _) = chart(&excel::workbook(&report(&profile, Lang::Nl)));
        assert_eq!(
            (kind.as_str(), axis),
            ("barChart", ["1".to_owned(), "5".to_owned()]),
            "{count}"
        );
    }
    let nothing = report(&common::profile(Mode::Joint, &[""; 24]), Lang::Nl);
    let files = parts::files(&excel::workbook(&nothing));
    assert!(!files.iter().any(|(name, _)| name.contains("chart")));
}

#[test]
fn texts_that_are_longer_than_excel_takes_are_cut() {
    let mut profile = profile();
    profile.team = "👩‍👩‍👧‍👦&".repeat(200);
    let longer = |number: usize| {
        let mut element = profile.questionnaire.elements[0].clone();
        element.id = format!("element-{number}");
        element.title = "e".repeat(2_000);
        element
    };
    profile.questionnaire.elements = (0..12).map(longer).collect();
    profile.responses = vec![profile.responses[0].clone(); 12];
    profile.agreements.clear();
    // Each of them is shown as nine characters.
    profile.questionnaire.scale.labels = vec![Some("\u{E0001}".repeat(2_000)); 5];
    let bytes = excel::workbook(&report(&profile, Lang::Nl));
    let about = rows(&bytes, "Over dit verslag");
    let scale = about.iter().find(|row| row[0] == words("Schaal")).unwrap();
    let Data::String(scale) = &scale[1] else {
        panic!("no text")
    };
    assert!(scale.encode_utf16().count() <= 32_767 && scale.ends_with('…'));
    let (_, _, _, text) = chart(&bytes);
    assert!(
        (200..=255).contains(&text.encode_utf16().count()) && text.ends_with('…'),
        "{text}"
    );
    let sheet = file(&bytes, "xl/worksheets/sheet1.xml");
    let sheet = Document::parse(&sheet).unwrap();
    let footer = all(&sheet, "oddFooter").next().and_then(|node| node.text()).unwrap();
    assert!(
        footer.encode_utf16().count() < 255 && footer.contains("…&C&A&R&P / &N"),
        "{footer}"
    );
}

#[test]
fn sheets_are_printed_on_the_width_of_a4_with_their_head() {
    let bytes = excel::workbook(&compared(&earlier(), &profile(), Lang::Nl));
    for number in 1..=6 {
        let sheet = file(&bytes, &format!("xl/worksheets/sheet{number}.xml"));
        let sheet = Document::parse(&sheet).unwrap();
        let setup = all(&sheet, "pageSetup").next().unwrap();
        assert_eq!(
            (attribute(setup, "paperSize"), attribute(setup, "orientation")),
            ("9", "landscape")
        );
        let height = if number == 1 { "" } else { "0" };
        assert_eq!(attribute(setup, "fitToHeight"), height);
        let pane = all(&sheet, "pane").next().unwrap();
        assert_eq!((attribute(pane, "ySplit"), attribute(pane, "state")), ("1", "frozen"));
        assert_eq!(all(&sheet, "autoFilter").count(), usize::from(number < 6));
    }
}

#[test]
fn what_the_picture_has_no_letters_for_is_said_below_it() {
    let said = |title: &str| {
        let mut profile = profile();
        profile.questionnaire.elements[0].title = title.to_owned();
        let page = Page::of(&common::report(&profile, Lang::Nl));
        let of_word = parts::word(&word::page(&page));
        let said = [of_word, parts::open_text(&odf::document::page(&page))].map(|parts| {
            let mut texts = parts.iter().map(|(_, text)| text);
            let note = texts
                .clone()
                .find(|text| text.contains("kan het plaatje niet laten zien"));
            (note.cloned(), texts.any(|text| text.contains(title)))
        });
        assert_eq!(said[0], said[1], "in an OpenDocument text as in Word");
        said[0].clone()
    };
    let expected = cfg!(feature = "charts").then(|| Lang::Nl.not_in_this_picture("学 校 🙂"));
    assert_eq!(said("学校 en 🙂"), (expected, true), "the text has them");
    assert_eq!(said("Eén → ecosysteem"), (None, true));
}
