//! Many teams in one picture: the same numbers and sentences in every form.

use ips::{content::questionnaires, lang::Lang, page::Page, render::html, report::overview::OverviewReport};

use crate::common::{self, teams};

#[test]
fn look() {
    let Ok(dir) = std::env::var("LOOK") else { return };
    let six = common::six_elements(Lang::Nl);
    let mut ten = six.clone();
    for index in 0..4 {
        let mut element = six.elements[index].clone();
        element.id = format!("{}-{index}", element.id);
        element.title = format!("Nog een veel langere titel over {}", element.title.to_lowercase());
        ten.elements.push(element);
    }
    for (count, questionnaire, name) in [
        (3, &six, "3"),
        (12, &six, "12"),
        (40, &six, "40"),
        (40, &ten, "40-ten"),
        (1000, &six, "1000"),
    ] {
        let overview = teams::overview(count, questionnaire);
        let report = OverviewReport::new(&overview, Lang::Nl);
        std::fs::write(format!("{dir}/{name}.html"), html::page(&Page::of_overview(&report))).unwrap();
        for columns in [80, 40] {
            std::fs::write(
                format!("{dir}/{name}-{columns}.txt"),
                ips::render::terminal::overview(&report, columns),
            )
            .unwrap();
        }
        let look = ips::render::terminal::Look {
            columns: Some(80),
            colour: false,
            plain: true,
        };
        std::fs::write(
            format!("{dir}/{name}-plain.txt"),
            ips::render::terminal::overview(&report, look),
        )
        .unwrap();
        let word = ips::render::word::page(&Page::of_overview(&report));
        std::fs::write(format!("{dir}/{name}.docx"), word).unwrap();
    }
    let _ = questionnaires::DEFAULT;
    let unnamed = teams::overview(12, &six).without_names();
    let report = OverviewReport::new(&unnamed, Lang::En);
    std::fs::write(format!("{dir}/unnamed.html"), html::page(&Page::of_overview(&report))).unwrap();
}
