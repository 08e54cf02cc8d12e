//! Which profiles are one picture: those whose questionnaires ask the same. And which of the pictures is shown.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
    mem::take,
    path::{Path, PathBuf},
};

use super::{Asked, Counting, Gathered, Groups, Kept};
use crate::{
    comparison::other_question,
    fraction::Fraction,
    lang::Lang,
    overview::{Other, Overview, Standing},
    profile::Key,
    questionnaire::{Question, Questionnaire},
};

/// Which questionnaire is looked at: without one the commonest.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its version, where only that is meant.
    pub version: Option<u32>,
}

/// The numbers of the questionnaires that ask the same.
pub(super) struct Picture {
    pub(super) asked: Vec<u32>,
    teams: usize,
    profiles: usize,
}

/// What questionnaires that ask the same have in common, whatever their language.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Frame<'q> {
    id: &'q str,
    version: u32,
    first: u32,
    points: usize,
    strong: &'q Fraction,
    discuss: &'q Fraction,
    elements: Vec<(&'q str, Vec<(&'q str, bool)>)>,
}

impl Frame<'_> {
    fn of(questionnaire: &Questionnaire) -> Frame<'_> {
        let scale = &questionnaire.scale;
        Frame {
            id: &questionnaire.id,
            version: questionnaire.version,
            first: scale.first,
            points: scale.points(),
            strong: &scale.strong,
            discuss: &scale.discuss,
            elements: questionnaire
                .elements
                .iter()
                .map(|element| (&*element.id, element.questions.iter().map(asked_of).collect()))
                .collect(),
        }
    }
}

fn asked_of(question: &Question) -> (&str, bool) {
    (&question.id, question.reverse)
}

impl Gathered {
    /// The picture of the chosen questionnaire, or of the one that most teams were asked; nothing where no profile has it.
    /// `folders` are those of the files, by their numbers; the texts are in `lang` where some team read them in it.
    ///
    /// Two wordings in one language are two pictures. A wording in each language makes one picture: the commonest of each.
    pub fn overview(mut self, choice: Option<&Choice>, lang: Lang, folders: &[PathBuf]) -> Option<Overview> {
        for kept in take(&mut self.odd).into_values().flat_map(Counting::into_files) {
            self.keep(kept);
        }
        let mut pictures = self.pictures();
        pictures.sort_by_cached_key(|picture| self.rank(picture));
        let is_chosen = |picture: &Picture| {
            let questionnaire = &self.asked[picture.asked[0] as usize].questionnaire;
            choice.is_none_or(|choice| {
                let is_version = choice.version.is_none_or(|version| version == questionnaire.version);
                questionnaire.id == choice.id && is_version
            })
        };
        let shown = pictures.remove(pictures.iter().position(is_chosen)?);
        let others = pictures.iter().map(|picture| {
            let Asked { questionnaire, .. } = self.told(picture, lang);
            Other {
                id: questionnaire.id.clone(),
                version: questionnaire.version,
                title: questionnaire.title.clone(),
                profiles: picture.profiles,
            }
        });
        let others = others.collect();
        let questionnaire = self.told(&shown, lang).questionnaire.clone();
        let copies = self.copies[self.asked[shown.asked[0] as usize].id as usize];
        let (drafts, other_groups) = (self.drafts, self.other_groups);
        let (from, to) = (self.wanted.from, self.wanted.to);
        let group = match &self.wanted.groups {
            Groups::One(group) => group.clone(),
            Groups::Apart => None,
        };
        let overview = Overview::of(questionnaire, self.standings(&shown, folders));
        Some(Overview {
            profiles: shown.profiles,
            copies,
            others,
            from,
            to,
            drafts,
            group,
            other_groups,
            ..overview
        })
    }

    /// What the groups are known by that profiles were found of, in order.
    pub fn groups(&self) -> Vec<&str> {
        self.groups.iter().map(String::as_str).collect()
    }

    /// The ids of the questionnaires that were found, in order.
    pub fn ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.ids.keys().map(String::as_str).collect();
        ids.sort_unstable();
        ids
    }

    /// The profiles that ask the same together.
    pub(super) fn pictures(&self) -> Vec<Picture> {
        let mut frames: BTreeMap<Frame<'_>, Vec<u32>> = BTreeMap::new();
        // What was only ever a copy is of no meeting of its own, and has no say in which picture is the commonest.
        for (number, asked) in (0..).zip(&self.asked).filter(|(_, asked)| asked.profiles > 0) {
            frames.entry(Frame::of(&asked.questionnaire)).or_default().push(number);
        }
        let mut teams: Vec<HashSet<u32>> = vec![HashSet::new(); self.asked.len()];
        let groups = self.kept_apart();
        for kept in self.kept.iter().filter(|kept| !groups.contains(&kept.team)) {
            teams[kept.asked as usize].insert(kept.team);
        }
        let picture = |asked: Vec<u32>| {
            let of_all = asked.iter().flat_map(|&asked| &teams[asked as usize]);
            Picture {
                teams: of_all.collect::<HashSet<_>>().len(),
                profiles: asked.iter().map(|&asked| self.asked[asked as usize].profiles).sum(),
                asked,
            }
        };
        let mut pictures = Vec::new();
        for numbers in frames.into_values() {
            let mut commonest = Vec::new();
            for lang in Lang::ALL {
                let wordings = self.wordings(&numbers, lang);
                let mut wordings: Vec<Picture> = wordings.into_iter().map(picture).collect();
                wordings.sort_by_cached_key(|wording| self.rank(wording));
                let mut wordings = wordings.into_iter();
                commonest.extend(wordings.next().map(|wording| wording.asked).into_iter().flatten());
                pictures.extend(wordings);
            }
            pictures.push(picture(commonest));
        }
        pictures
    }

    /// The groups, where they are kept apart from whole teams: which picture is the commonest is the same as without them.
    fn kept_apart(&self) -> HashSet<u32> {
        let groups = self.teams.iter().filter(|((_, key), _)| key.group.is_some());
        let groups = groups.filter(|_| self.wanted.groups == Groups::Apart);
        groups.map(|(_, team)| *team).collect()
    }

    /// Those of these that are in a language, the ones with the same words together.
    fn wordings(&self, numbers: &[u32], lang: Lang) -> Vec<Vec<u32>> {
        let mut wordings: Vec<Vec<u32>> = Vec::new();
        let questionnaire = |number: u32| &self.asked[number as usize].questionnaire;
        for &number in numbers.iter().filter(|&&number| questionnaire(number).lang == lang) {
            let same = |wording: &&mut Vec<u32>| asks_the_same(questionnaire(wording[0]), questionnaire(number));
            match wordings.iter_mut().find(same) {
                Some(wording) => wording.push(number),
                None => wordings.push(vec![number]),
            }
        }
        wordings
    }

    /// The commonest first; of those that are as common the smaller id, and of one id the higher version.
    pub(super) fn rank(&self, picture: &Picture) -> (Reverse<usize>, String, Reverse<u32>, Reverse<usize>, String) {
        let asked = picture.asked.iter().map(|&asked| &self.asked[asked as usize]);
        let first = asked
            .min_by_key(|asked| words_of(&asked.questionnaire))
            .expect("a picture has one");
        let Questionnaire { id, version, .. } = &first.questionnaire;
        (
            Reverse(picture.teams),
            id.clone(),
            Reverse(*version),
            Reverse(picture.profiles),
            words_of(&first.questionnaire),
        )
    }

    /// The questionnaire whose words are shown.
    fn told(&self, picture: &Picture, lang: Lang) -> &Asked {
        let asked = picture.asked.iter().map(|&asked| &self.asked[asked as usize]);
        let rank = |asked: &&Asked| {
            let questionnaire = &asked.questionnaire;
            (
                questionnaire.lang != lang,
                Reverse(asked.profiles),
                words_of(questionnaire),
            )
        };
        asked.min_by_key(rank).expect("a picture has one")
    }

    /// The teams in a picture, each by its newest meeting or by all of them.
    fn standings(self, picture: &Picture, folders: &[PathBuf]) -> Vec<Standing> {
        let Gathered {
            wanted,
            kept,
            teams,
            named,
            newest,
            ..
        } = self;
        // Nothing more comes, and this is much where there are many teams.
        drop((named, newest));
        let mut kept: Vec<Kept> = kept
            .into_iter()
            .filter(|kept| picture.asked.contains(&kept.asked))
            .collect();
        kept.sort_unstable_by(|one, other| (one.team, one.age()).cmp(&(other.team, other.age())));
        if !wanted.all {
            // The last of each team is the newest, and what is left stands in the place of the first.
            kept.reverse();
            kept.dedup_by_key(|kept| kept.team);
        }
        let told: HashMap<u32, String> = told_apart(&teams, &kept, folders);
        drop(teams);
        let standings = kept.into_iter().map(|mut kept| {
            kept.standing.folder = told.get(&kept.team).cloned();
            kept.standing
        });
        standings.collect()
    }
}

/// Whether two questionnaires of one frame and language have the same words.
fn asks_the_same(one: &Questionnaire, other: &Questionnaire) -> bool {
    let questions = |questionnaire: &'_ Questionnaire| questionnaire.places().collect::<Vec<_>>();
    let same = |at| other_question((one, one.question(at)), (other, other.question(at))).is_none();
    questions(one).into_iter().all(same)
}

/// What questionnaires can be put in order by that differ in their words only.
fn words_of(questionnaire: &Questionnaire) -> String {
    format!("{questionnaire:?}")
}

/// For each team that another folder has one of the same name of: the shortest end of its folder's path that tells them apart.
fn told_apart(teams: &HashMap<(u32, Key), u32>, kept: &[Kept], folders: &[PathBuf]) -> HashMap<u32, String> {
    let shown: HashSet<u32> = kept.iter().map(|kept| kept.team).collect();
    let teams = teams.iter().filter(|(_, team)| shown.contains(team));
    let mut teams: Vec<(&Key, u32, u32)> = teams.map(|((folder, key), team)| (key, *folder, *team)).collect();
    teams.sort_unstable();
    let mut told = HashMap::new();
    for same in teams
        .chunk_by(|(one, ..), (other, ..)| one == other)
        .filter(|same| same.len() > 1)
    {
        let paths: Vec<&Path> = same.iter().map(|(_, folder, _)| &*folders[*folder as usize]).collect();
        let names = shortest_ends(&paths);
        told.extend(same.iter().map(|(.., team)| *team).zip(names));
    }
    told
}

/// The ends of these paths, as long as is needed to tell all of them apart.
fn shortest_ends(paths: &[&Path]) -> Vec<String> {
    let longest = paths
        .iter()
        .map(|path| path.components().count())
        .max()
        .unwrap_or_default();
    let ends = |length: usize| -> Vec<String> {
        let end = |path: &&Path| {
            let parts: Vec<_> = path.components().collect();
            let end: PathBuf = parts[parts.len().saturating_sub(length)..].iter().collect();
            end.to_string_lossy().into_owned()
        };
        paths.iter().map(end).collect()
    };
    let all_differ = |ends: &Vec<String>| ends.iter().collect::<HashSet<_>>().len() == ends.len();
    let found = (1..=longest).map(ends).find(all_differ);
    found.unwrap_or_else(|| ends(longest))
}
