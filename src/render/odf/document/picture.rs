//! Drawings in a text, as pictures of dots with their text equivalents.

use maud::{Markup, html};

use super::{Text, behind, kept_paragraph, paragraph, strong, styles, words};
use crate::{
    drawing::{line_chart::LineChart, radar::Radar, undrawn},
    render::{
        odf,
        office::{
            Style, WIDTH,
            picture::{ALONE, BESIDE_ANOTHER, BESIDE_TITLE, MakePng, OfElement, size_of},
        },
    },
};

/// A picture on the way: its drawing in SVG, how wide it is in millimetres, and what it says.
struct Picture<'d> {
    drawing: String,
    width: u64,
    title: &'d str,
    description: &'d str,
}

impl Text<'_> {
    /// A radar in a paragraph of its own, and below it which characters it has no letters for: the text has them.
    pub(super) fn radar(&mut self, radar: &Radar, png: MakePng) -> Markup {
        let drawing = radar.untitled();
        let undrawn = undrawn(&drawing);
        let picture = Picture {
            drawing,
            width: ALONE,
            title: &radar.title,
            description: &radar.description(),
        };
        html! {
            (paragraph(Style::Figure, &self.frame(picture, png)))
            @if !undrawn.is_empty() { (paragraph(Style::Small, &words(&self.page.lang.not_in_this_picture(&undrawn)))) }
        }
    }

    /// How each element went, each below its title, in two columns: a table of them would have no head to read aloud.
    pub(super) fn in_columns(&mut self, charts: &[LineChart], png: MakePng) -> Markup {
        let drawn: Vec<Markup> = charts
            .iter()
            .map(|chart| {
                let picture = Picture {
                    drawing: chart.untitled(),
                    width: BESIDE_ANOTHER,
                    title: &chart.title,
                    description: &chart.description(),
                };
                let title = strong(&self.asked_words(&chart.title));
                let verdict = behind(chart.verdict.as_ref());
                html! {
                    (kept_paragraph(Style::TableText, &html! { (title) (verdict) }, true))
                    (paragraph(Style::TableText, &self.frame(picture, png)))
                }
            })
            .collect();
        html! {
            text:section text:name="Charts" text:style-name=(styles::TWO_COLUMNS) { @for chart in &drawn { (chart) } }
        }
    }

    /// How the scores lie on each element, below each other, each beside its title; and what the drawings show.
    pub(super) fn below_each_other<'c, C>(&mut self, charts: &'c [C], legend: &str, png: MakePng) -> Markup
    where
        OfElement<'c>: From<&'c C>,
    {
        let rows = charts.iter().map(OfElement::from).map(|chart| {
            let picture = Picture {
                drawing: chart.drawing,
                width: BESIDE_TITLE,
                title: chart.title,
                description: &chart.description,
            };
            let about = words(&format!(" ({})", chart.about));
            vec![
                paragraph(
                    Style::TableText,
                    &html! { (strong(&self.asked_words(&chart.heading))) (about) },
                ),
                paragraph(Style::TableText, &self.frame(picture, png)),
            ]
        });
        let rows: Vec<Vec<Markup>> = rows.collect();
        let columns = self.columns(&[WIDTH * 2 / 5, WIDTH - WIDTH * 2 / 5]);
        let lang = self.page.lang;
        html! {
            table:table table:name=(self.table_name()) table:style-name=(styles::TABLE) {
                (columns)
                table:table-header-rows {
                    table:table-row table:style-name=(styles::ROW) {
                        @for head in [lang.element_column(), lang.score_column()] {
                            table:table-cell table:style-name=(styles::BARE_CELL) office:value-type="string" {
                                (paragraph(Style::TableHead, &words(&head)))
                            }
                        }
                    }
                }
                @for cells in rows {
                    table:table-row table:style-name=(styles::ROW) {
                        @for cell in cells { table:table-cell table:style-name=(styles::BARE_CELL) office:value-type="string" { (cell) } }
                    }
                }
            }
            (paragraph(Style::Small, &words(legend)))
        }
    }

    fn frame(&mut self, picture: Picture<'_>, png: MakePng) -> Markup {
        let png = png(picture.drawing);
        let (width, height) = size_of(&png);
        let height = picture.width * 1000 * height / width;
        self.pictures.push(png);
        let number = self.pictures.len();
        html! {
            draw:frame draw:style-name=(styles::FRAME) draw:name={ "Picture " (number) } text:anchor-type="as-char"
                svg:width={ (picture.width) "mm" } svg:height=(format!("{}.{:03}mm", height / 1000, height % 1000)) {
                draw:image xlink:href=(odf::picture(number)) xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"
                    draw:mime-type="image/png" {}
                svg:title { (picture.title) }
                svg:desc { (picture.description) }
            }
        }
    }
}
