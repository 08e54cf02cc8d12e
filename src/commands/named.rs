//! What someone means by a few letters: an element, a questionnaire or a way of working. Its id, its number in the list and the
//! beginning of either of its titles all do; which of them is meant is decided here, for every flag that takes one.

use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

use crate::{
    content::{
        activities::{self, Activity},
        questionnaires,
        sources::{Helped, short_id},
    },
    fault::Fault,
    lang::Lang,
    questionnaire::{Element, Questionnaire},
    text::{safe, shorten_all, slug, visible},
};

/// How much of a title stands in a list to choose from, in columns.
const TITLE_COLUMNS: usize = 40;

/// Something that can be named.
struct Entry {
    /// How the list shows it.
    id: String,
    /// How the list shows it to read.
    title: String,
    /// Everything else that it can be called, in whichever language.
    names: Vec<String>,
}

/// Why it isn't clear what is meant.
#[derive(Debug, PartialEq, Eq)]
enum Unclear {
    /// Nothing in the list is called so.
    Unknown,
    /// Several are, by their places in the list.
    Several(Vec<usize>),
}

/// The element of a questionnaire, also of one that was read back from a profile.
pub fn element<'q>(questionnaire: &'q Questionnaire, typed: &str) -> Result<&'q Element, Fault> {
    let entries = elements_of(questionnaire);
    let index = find(typed, &entries).map_err(|unclear| unclear.fault(typed, &entries, Lang::unknown_element))?;
    Ok(&questionnaire.elements[index])
}

/// The elements of a questionnaire with their numbers, a line each, to choose from.
pub fn elements(questionnaire: &Questionnaire) -> String {
    list(&elements_of(questionnaire), 0..questionnaire.elements.len())
}

fn elements_of(questionnaire: &Questionnaire) -> Vec<Entry> {
    // A profile keeps its titles in one language.
    let restored = questionnaires::restored(questionnaire);
    let entries = questionnaire.elements.iter().zip(&restored.elements);
    let entries = entries.map(|(element, restored)| Entry {
        id: element.id.clone(),
        title: element.title.clone(),
        names: [&element.titles[..], &restored.titles].concat(),
    });
    entries.collect()
}

/// The element of any built-in questionnaire. They are numbered on, the default questionnaire's first.
pub fn element_of_any(typed: &str, lang: Lang) -> Result<Helped, Fault> {
    let (mut elements, entries) = entries_of_all(lang);
    let index = find(typed, &entries).map_err(|unclear| unclear.fault(typed, &entries, Lang::unknown_element))?;
    Ok(elements.swap_remove(index))
}

/// All of them, with their titles.
pub fn elements_of_all(lang: Lang) -> impl Iterator<Item = (String, String)> {
    let (_, entries) = entries_of_all(lang);
    entries.into_iter().map(|entry| (entry.id, entry.title))
}

fn entries_of_all(lang: Lang) -> (Vec<Helped>, Vec<Entry>) {
    let shipped = questionnaires::ids().filter_map(|id| questionnaires::questionnaire(id, lang));
    let (mut elements, mut entries) = (Vec::new(), Vec::new());
    for questionnaire in shipped {
        for element in questionnaire.elements {
            let full_id = format!("{}.{}", questionnaire.id, element.id);
            entries.push(Entry {
                id: short_id(&questionnaire.id, &element.id),
                title: element.title.clone(),
                names: [&[full_id, element.id.clone()], &element.titles[..]].concat(),
            });
            elements.push(Helped {
                questionnaire: questionnaire.id.clone(),
                element: element.id,
                title: element.title,
            });
        }
    }
    (elements, entries)
}

/// The id of a built-in questionnaire.
pub fn questionnaire(typed: &str, lang: Lang) -> Result<&'static str, Fault> {
    let title = |id, lang| questionnaires::title(id, lang).unwrap_or_default();
    let entries = questionnaires::ids().map(|id| Entry {
        id: id.to_owned(),
        title: title(id, lang),
        names: Lang::ALL.map(|lang| title(id, lang)).into(),
    });
    let entries: Vec<Entry> = entries.collect();
    let index = find(typed, &entries).map_err(|unclear| unclear.fault(typed, &entries, Lang::unknown_questionnaire))?;
    Ok(questionnaires::ids().nth(index).expect("one of the list"))
}

/// The id of one of the ways of working that ship.
pub fn activity(typed: &str, lang: Lang) -> Result<String, Fault> {
    let in_all = Lang::ALL.map(activities::built_in);
    let title = |index: usize, activities: &Vec<Activity>| activities[index].title.clone();
    let entries = activities::built_in(lang).into_iter().enumerate();
    let entries = entries.map(|(index, activity)| Entry {
        id: activity.id,
        title: activity.title,
        names: in_all.iter().map(|activities| title(index, activities)).collect(),
    });
    let mut entries: Vec<Entry> = entries.collect();
    let index = find(typed, &entries).map_err(|unclear| unclear.fault(typed, &entries, Lang::unknown_activity))?;
    Ok(entries.swap_remove(index).id)
}

/// The place of a section of the guide among these titles.
pub fn section(titles: &[&str], typed: &str) -> Result<usize, Fault> {
    let entries = titles.iter().map(|title| Entry {
        id: slug(title),
        title: (*title).to_owned(),
        names: Vec::new(),
    });
    let entries: Vec<Entry> = entries.collect();
    find(typed, &entries).map_err(|unclear| unclear.fault(typed, &entries, Lang::unknown_section))
}

/// The place in the list of what is meant: a whole name counts before a number, and a number before the beginning of a name.
fn find(typed: &str, entries: &[Entry]) -> Result<usize, Unclear> {
    let typed = plain(typed);
    let named = |is_meant: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let names = |entry: &Entry| {
            let mut names = [&entry.id, &entry.title].into_iter().chain(&entry.names);
            names.any(|name| is_meant(&plain(name)))
        };
        (0..entries.len()).filter(|&index| names(&entries[index])).collect()
    };
    let number = typed.parse().ok().filter(|number| (1..=entries.len()).contains(number));
    let found = match (named(&|name| name == typed), number) {
        (whole, _) if !whole.is_empty() => whole,
        (_, Some(number)) => vec![number - 1],
        _ if typed.is_empty() => Vec::new(),
        _ => named(&|name| name.starts_with(&typed)),
    };
    match found.as_slice() {
        [] => Err(Unclear::Unknown),
        [index] => Ok(*index),
        _ => Err(Unclear::Several(found)),
    }
}

/// A name as people type it: without capitals, accents, and whatever is neither letter nor figure between the words.
fn plain(name: &str) -> String {
    let letters = name.nfd().filter(|&c| !is_combining_mark(c));
    let letters = letters.map(|c| if c.is_alphanumeric() { c } else { ' ' });
    let words = letters.collect::<String>().to_lowercase();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Unclear {
    /// Wrong use, with what can be chosen; `unknown` says what isn't there.
    fn fault(self, typed: &str, entries: &[Entry], unknown: fn(Lang, &str, &str) -> String) -> Fault {
        let typed = safe(typed);
        match self {
            Unclear::Unknown => {
                let list = list(entries, 0..entries.len());
                Fault::wrong_use(|lang| unknown(lang, &typed, &list))
            }
            Unclear::Several(places) => {
                let list = list(entries, places);
                Fault::wrong_use(|lang| lang.several_begin_so(&typed, &list))
            }
        }
    }
}

/// Some of the entries with their numbers, a line each.
fn list(entries: &[Entry], places: impl IntoIterator<Item = usize>) -> String {
    let titles: Vec<String> = entries.iter().map(|entry| safe(&entry.title)).collect();
    let titles = shorten_all(&titles, TITLE_COLUMNS);
    let lines = places.into_iter().map(|index| {
        format!(
            "\n {:>3}  {} ({})",
            index + 1,
            titles[index],
            visible(&entries[index].id)
        )
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(names: &[(&str, &[&str])]) -> Vec<Entry> {
        let entry = |(id, names): &(&str, &[&str])| Entry {
            id: (*id).to_owned(),
            title: names[0].to_owned(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        };
        names.iter().map(entry).collect()
    }

    #[test]
    fn an_id_a_number_and_the_beginning_of_a_title_in_either_language_name_the_same() {
        let six = questionnaires::questionnaire(questionnaires::DEFAULT, Lang::Nl).unwrap();
        for typed in [
            "shared-vision",
            "Shared-Vision",
            "shared",
            "1",
            " 01 ",
            "gedeelde",
            "GEDEELDE VISIE en urgentie onderwijs-zorg-jeugd",
            "a shared vision",
            "Gedeelde visie en urgentie…",
        ] {
            assert_eq!(element(&six, typed).unwrap().id, "shared-vision", "{typed}");
        }
        assert_eq!(
            element(&six, "werken in een eco").unwrap().id,
            "ecosystem",
            "without the accents"
        );
        assert_eq!(element(&six, "Werken in e\u{301}e\u{301}n").unwrap().id, "ecosystem");
    }

    #[test]
    fn what_a_profile_keeps_in_one_language_is_named_in_both() {
        let mut of_profile = questionnaires::questionnaire(questionnaires::DEFAULT, Lang::Nl).unwrap();
        for element in &mut of_profile.elements {
            element.titles.clear();
        }
        assert_eq!(element(&of_profile, "a learning").unwrap().id, "learning-cycle");
        of_profile.id = "own".into();
        assert_eq!(element(&of_profile, "lerende").unwrap().id, "learning-cycle");
        assert!(element(&of_profile, "a learning").is_err());
    }

    #[test]
    fn a_whole_name_counts_before_a_number_and_a_number_before_a_beginning() {
        let list = entries(&[("b", &["10 dingen"]), ("c", &["2"]), ("a", &["10 dingen of meer"])]);
        assert_eq!(find("10 dingen", &list), Ok(0));
        assert_eq!(find("2", &list), Ok(1));
        assert_eq!(find("3", &list), Ok(2));
        assert_eq!(find("10 dingen o", &list), Ok(2));
        assert_eq!(find("10", &list), Err(Unclear::Several(vec![0, 2])));
        for nothing in ["", "  ", "—", "0", "4", "dingen"] {
            assert_eq!(find(nothing, &list), Err(Unclear::Unknown), "{nothing}");
        }
    }

    #[test]
    fn an_ambiguous_beginning_names_those_that_it_can_be_and_an_unknown_one_names_all() {
        let six = questionnaires::questionnaire(questionnaires::DEFAULT, Lang::Nl).unwrap();
        let several = element(&six, "e").unwrap_err();
        assert_eq!(
            several.text(Lang::Nl),
            "Er beginnen er meer met ‘e’. Typ meer letters, of het nummer:\n   5  Faciliterend stelsel (enabling-system)\n   6  Werken in één ecosysteem (ecosystem)"
        );
        let unknown = element(&six, "\u{1b}x").unwrap_err().text(Lang::En);
        assert!(unknown.contains('␛') && unknown.lines().count() == 7, "{unknown}");
    }

    #[test]
    fn questionnaires_ways_of_working_and_elements_of_all_questionnaires_are_named_alike() {
        for typed in ["trust", "2", "drie ingredienten", "Three"] {
            assert_eq!(questionnaire(typed, Lang::En).unwrap(), "trust", "{typed}");
        }
        for typed in ["differences", "6", "de verschillen", "Enlarging"] {
            assert_eq!(activity(typed, Lang::Nl).unwrap(), "differences", "{typed}");
        }
        for typed in ["trust.reliability", "reliability", "7", "betrouwbaarheid"] {
            assert_eq!(
                element_of_any(typed, Lang::Nl).unwrap().id(),
                "trust.reliability",
                "{typed}"
            );
        }
        assert_eq!(
            element_of_any("six-elements.culture", Lang::Nl).unwrap().id(),
            "culture"
        );
    }
}
