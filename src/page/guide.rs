//! The guide as a page.
//!
//! Of Markdown a page has room for what the guide is written in: headings, paragraphs, lists without lists in them, tables,
//! and code as lines to type. Marks inside a paragraph are left out, since a text of a page is words alone.

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{Block, Cell, Column, Holds, Item, Level, Page, Row, Table};
use crate::lang::Lang;

impl Page {
    /// A guide, of what its Markdown is made of; its first heading is the title.
    pub fn of_guide<'a>(events: impl IntoIterator<Item = Event<'a>>, lang: Lang) -> Page {
        let mut guide = Guide::new(lang);
        for event in events {
            guide.take(event);
        }
        guide.page
    }

    /// What stands before the second section of a guide: enough for an evening, and for one sheet of paper.
    #[must_use]
    pub fn in_short(mut self) -> Page {
        if let Some(&(second, _)) = self.sections().get(1) {
            self.blocks.truncate(second);
        }
        self
    }

    /// One section of a guide by itself, by its number from 0: its heading is the title, and its parts are sections.
    ///
    /// # Panics
    /// When there is no such section.
    #[must_use]
    pub fn section(mut self, number: usize) -> Page {
        let places: Vec<usize> = self.sections().iter().map(|(place, _)| *place).collect();
        if let Some(&next) = places.get(number + 1) {
            self.blocks.truncate(next);
        }
        let mut blocks = self.blocks.split_off(places[number]).into_iter();
        if let Some(Block::Heading(_, title)) = blocks.next() {
            self.title = title;
        }
        let raised = |block| match block {
            Block::Heading(Level::Part, text) => Block::Heading(Level::Section, text),
            block => block,
        };
        self.blocks = blocks.map(raised).collect();
        self
    }

    /// The sections of a guide to choose from, behind what introduces it.
    #[must_use]
    pub fn with_contents(mut self) -> Page {
        let sections = self.sections();
        if let Some(&(first, _)) = sections.first() {
            let titles = sections.into_iter().map(|(_, title)| Item {
                text: title.to_owned(),
                ..Item::default()
            });
            let contents = [Block::Text(self.lang.guide_contents()), Block::Steps(titles.collect())];
            self.blocks.splice(first..first, contents);
        }
        self
    }
}

/// A guide that is being read, and what is read of its next block.
struct Guide {
    page: Page,
    words: String,
    is_numbered: bool,
    items: Vec<Item>,
    columns: Vec<Column>,
    cells: Vec<String>,
    rows: Vec<Row>,
}

impl Guide {
    fn new(lang: Lang) -> Guide {
        Guide {
            page: Page {
                is_guide: true,
                ..Page::new(lang, lang, String::new())
            },
            words: String::new(),
            is_numbered: false,
            items: Vec::new(),
            columns: Vec::new(),
            cells: Vec::new(),
            rows: Vec::new(),
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Text(text) | Event::Code(text) => self.words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Start(Tag::List(first)) => self.is_numbered = first.is_some(),
            Event::End(end) => self.end(end),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Heading(HeadingLevel::H1) => self.page.title = self.words(),
            TagEnd::Heading(level) => {
                let level = if level == HeadingLevel::H2 {
                    Level::Section
                } else {
                    Level::Part
                };
                let text = self.words();
                self.page.heading(level, text);
            }
            TagEnd::Paragraph => {
                let text = self.words();
                self.page.text(text);
            }
            TagEnd::CodeBlock => {
                let words = self.words();
                // The sign before a command is for the tests that run it, and nothing to type.
                let lines = words.lines().map(|line| line.strip_prefix("$ ").unwrap_or(line));
                self.page.blocks.push(Block::Code(lines.map(str::to_owned).collect()));
            }
            TagEnd::Item => {
                let text = self.words();
                self.items.push(Item {
                    text,
                    ..Item::default()
                });
            }
            TagEnd::List(_) => {
                let items = std::mem::take(&mut self.items);
                let list = if self.is_numbered {
                    Block::Steps(items)
                } else {
                    Block::List(items)
                };
                self.page.blocks.push(list);
            }
            TagEnd::TableCell => {
                let text = self.words();
                self.cells.push(text);
            }
            TagEnd::TableHead => {
                let titles = self.cells.drain(..).enumerate();
                self.columns = titles
                    .map(|(index, title)| Column {
                        title,
                        holds: holds(index),
                    })
                    .collect();
            }
            TagEnd::TableRow => {
                let cells = self.cells.drain(..).map(|text| Cell::from(text.as_str())).collect();
                self.rows.push(Row {
                    cells,
                    ..Row::default()
                });
            }
            TagEnd::Table => {
                let (columns, rows) = (std::mem::take(&mut self.columns), std::mem::take(&mut self.rows));
                self.page.blocks.push(Block::Table(Table { columns, rows }));
            }
            _ => {}
        }
    }

    fn words(&mut self) -> String {
        std::mem::take(&mut self.words)
    }
}

/// What a column holds, by its place from the left.
fn holds(index: usize) -> Holds {
    if index == 0 { Holds::Name } else { Holds::Words }
}
