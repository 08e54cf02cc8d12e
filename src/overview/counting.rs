//! Which of several files of one meeting count: the one place where that is decided, for a folder and for many teams.

/// What a file says for itself where several are of one meeting. The lowest of them counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// The program gave it its name, and another one to a second meeting of that day: all such files count.
    Named,
    /// It has another name: a copy, perhaps.
    Odd,
    /// The same for profiles that were made to be shared: beside what they were made of they count never.
    SharedNamed,
    /// As above.
    SharedOdd,
}

impl Claim {
    /// Of a profile that is shared or not, in a file with a name as the program gives or not.
    pub fn of(is_shared: bool, has_own_name: bool) -> Claim {
        match (is_shared, has_own_name) {
            (false, true) => Claim::Named,
            (false, false) => Claim::Odd,
            (true, true) => Claim::SharedNamed,
            (true, false) => Claim::SharedOdd,
        }
    }

    fn is_meeting_by_itself(self) -> bool {
        matches!(self, Claim::Named | Claim::SharedNamed)
    }
}

/// The files of one meeting that count among those that were found so far.
#[derive(Debug)]
pub struct Counting<F> {
    claim: Claim,
    files: Vec<F>,
}

impl<F> Counting<F> {
    /// The first file counts until there is another.
    pub fn new(claim: Claim, file: F) -> Counting<F> {
        Counting {
            claim,
            files: vec![file],
        }
    }

    /// Takes one more, and gives those that don't count. Of files that may be copies of each other the one that comes first by
    /// its name counts, the shortest name first.
    pub fn add(&mut self, claim: Claim, file: F, name: impl Fn(&F) -> String) -> Vec<F> {
        let rank = |file: &F| {
            let name = name(file);
            (name.chars().count(), name)
        };
        if claim > self.claim {
            return vec![file];
        }
        if claim == self.claim && claim.is_meeting_by_itself() {
            self.files.push(file);
            return Vec::new();
        }
        if claim == self.claim && rank(&self.files[0]) < rank(&file) {
            return vec![file];
        }
        self.claim = claim;
        std::mem::replace(&mut self.files, vec![file])
    }

    /// Those that count, in the order in which they were found.
    pub fn files(&self) -> &[F] {
        &self.files
    }

    /// The same, to keep.
    pub fn into_files(self) -> Vec<F> {
        self.files
    }
}
