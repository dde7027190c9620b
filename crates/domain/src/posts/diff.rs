//! What changed between two texts, in words: first by lines, then by words within the lines that changed.
//!
//! The shortest script of changes (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986) is looked for
//! within a budget of steps; where it runs out, what is left counts as replaced as a whole. So the work is bounded
//! whatever the texts are, and every outcome, cut short or not, rebuilds both texts.

use core::ops::Range;

/// Steps that one comparison may take: comparisons of lines or words, and moves of the search.
const BUDGET: usize = 3_000_000;
/// Most differences looked for in one stretch; the search remembers as many fronts.
const FRONTS: usize = 700;

/// What happened to a piece of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It stands in both.
    Same,
    /// Only in the newer.
    Added,
    /// Only in the older.
    Removed,
}

/// A piece of one of the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'t> {
    /// What happened to it.
    pub change: Change,
    /// Its text, never empty.
    pub text: &'t str,
}

/// The pieces of both texts in reading order; of what was replaced the older first.
#[must_use]
pub fn compare<'t>(before: &'t str, after: &'t str) -> Vec<Piece<'t>> {
    within(before, after, &mut Budget(BUDGET))
}

/// Steps that are left.
struct Budget(usize);

impl Budget {
    /// Takes some; false when there are not enough.
    fn take(&mut self, steps: usize) -> bool {
        match self.0.checked_sub(steps) {
            Some(left) => {
                self.0 = left;
                true
            }
            None => {
                self.0 = 0;
                false
            }
        }
    }
}

fn within<'t>(before: &'t str, after: &'t str, budget: &mut Budget) -> Vec<Piece<'t>> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let mut runs = Runs::default();
    for hunk in hunks(&old, &new, budget) {
        let (gone, come) = (
            old.get(hunk.old).unwrap_or_default(),
            new.get(hunk.new).unwrap_or_default(),
        );
        if hunk.same {
            runs.push(Change::Same, length(gone));
            continue;
        }
        let gone: Vec<&str> = gone.iter().flat_map(|line| tokens(line)).collect();
        let come: Vec<&str> = come.iter().flat_map(|line| tokens(line)).collect();
        for part in hunks(&gone, &come, budget) {
            let old = gone.get(part.old).unwrap_or_default();
            if part.same {
                runs.push(Change::Same, length(old));
            } else {
                runs.push(Change::Removed, length(old));
                runs.push(
                    Change::Added,
                    length(come.get(part.new).unwrap_or_default()),
                );
            }
        }
    }
    runs.pieces(before, after)
}

fn length(parts: &[&str]) -> usize {
    parts.iter().map(|part| part.len()).sum()
}

/// Words, runs of spaces, and everything else by the character.
fn tokens(line: &str) -> Vec<&str> {
    let kind = |c: char| match c {
        '\n' => 3,
        c if c.is_alphanumeric() || c == '_' => 1,
        c if c.is_whitespace() => 2,
        _ => 0,
    };
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let end = match kind(first) {
            0 | 3 => first.len_utf8(),
            one => rest.find(|c| kind(c) != one).unwrap_or(rest.len()),
        };
        let (token, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        found.push(token);
        rest = after;
    }
    found
}

/// A stretch of both sequences: the same in both, or one in the place of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Hunk {
    same: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// The stretches of two sequences, together all of both.
fn hunks(old: &[&str], new: &[&str], budget: &mut Budget) -> Vec<Hunk> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (
        old.get(head..).unwrap_or_default(),
        new.get(head..).unwrap_or_default(),
    );
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = ends.take_while(|(a, b)| a == b).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut found = Vec::new();
    push(&mut found, true, 0..head, 0..head);
    let (gone, come) = (
        old.get(head..old_end).unwrap_or_default(),
        new.get(head..new_end).unwrap_or_default(),
    );
    let mut at = (head, head);
    for (a, b) in matches(gone, come, budget) {
        let (a, b) = (a + head, b + head);
        push(&mut found, false, at.0..a, at.1..b);
        push(&mut found, true, a..a + 1, b..b + 1);
        at = (a + 1, b + 1);
    }
    push(&mut found, false, at.0..old_end, at.1..new_end);
    push(&mut found, true, old_end..old.len(), new_end..new.len());
    found
}

/// Adds a stretch, to the last one where both are the same kind.
fn push(found: &mut Vec<Hunk>, same: bool, old: Range<usize>, new: Range<usize>) {
    if old.is_empty() && new.is_empty() {
        return;
    }
    match found.last_mut() {
        Some(last) if last.same == same => {
            last.old.end = old.end;
            last.new.end = new.end;
        }
        _ => found.push(Hunk { same, old, new }),
    }
}

/// Which elements of two sequences are matched, in order; none when that is not found within the budget.
fn matches(old: &[&str], new: &[&str], budget: &mut Budget) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let mut fronts: Vec<Vec<usize>> = Vec::new();
    let mut front: Vec<usize> = vec![0];
    for edits in 0..=FRONTS {
        let mut next = Vec::with_capacity(edits + 2);
        for at in 0..=edits {
            let (mut a, mut b) = reached(&front, edits, at);
            while old.get(a).is_some_and(|one| new.get(b) == Some(one)) {
                a += 1;
                b += 1;
                if !budget.take(1) {
                    return Vec::new();
                }
            }
            if !budget.take(1) {
                return Vec::new();
            }
            next.push(a);
            if a >= old.len() && b >= new.len() {
                fronts.push(next);
                return walk_back(&fronts, at, old.len());
            }
        }
        front.clone_from(&next);
        fronts.push(next);
    }
    Vec::new()
}

/// How far one gets in the older and the newer with so many edits, `at` of which take something away, before what is the
/// same: `front` holds how far in the older each number of removals got with one edit less.
fn reached(front: &[usize], edits: usize, at: usize) -> (usize, usize) {
    let added = front.get(at).copied().filter(|_| at < edits);
    let removed = at
        .checked_sub(1)
        .and_then(|before| front.get(before))
        .map(|a| a + 1);
    let a = match (added, removed) {
        (Some(added), Some(removed)) => added.max(removed),
        (one, other) => one.or(other).unwrap_or(0),
    };
    // Removals minus additions is how much further the older is: b = a - at + (edits - at).
    (a, (a + edits).saturating_sub(2 * at))
}

/// From the end back to the beginning along the fronts: the matched elements in order.
fn walk_back(fronts: &[Vec<usize>], at: usize, end: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut at, mut a) = (at, end);
    for edits in (0..fronts.len()).rev() {
        let before = edits.checked_sub(1).and_then(|one| fronts.get(one));
        let (start, _) = before.map_or((0, 0), |front| reached(front, edits, at));
        while a > start {
            a -= 1;
            found.push((a, (a + edits).saturating_sub(2 * at)));
        }
        let Some(front) = before else { break };
        let added = front.get(at).copied().filter(|_| at < edits);
        if added == Some(a) {
            continue;
        }
        at = at.saturating_sub(1);
        a = a.saturating_sub(1);
    }
    found.reverse();
    found
}

/// Lengths in bytes, one kind after another.
#[derive(Default)]
struct Runs(Vec<(Change, usize)>);

impl Runs {
    fn push(&mut self, change: Change, bytes: usize) {
        if bytes == 0 {
            return;
        }
        match self.0.last_mut() {
            Some((last, length)) if *last == change => *length += bytes,
            _ => self.0.push((change, bytes)),
        }
    }

    /// The pieces. A single space that stayed between two words that changed reads better with them.
    fn pieces<'t>(&self, before: &'t str, after: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let (mut old, mut new) = (0, 0);
        let mut gone = 0..0;
        let mut come = 0..0;
        let flush = |gone: &Range<usize>, come: &Range<usize>, pieces: &mut Vec<Piece<'t>>| {
            for (change, text) in [
                (Change::Removed, before.get(gone.clone())),
                (Change::Added, after.get(come.clone())),
            ] {
                if let Some(text) = text.filter(|text| !text.is_empty()) {
                    pieces.push(Piece { change, text });
                }
            }
        };
        let mut runs = self.0.iter().peekable();
        while let Some((change, bytes)) = runs.next() {
            match change {
                Change::Removed => {
                    old += bytes;
                    gone.end = old;
                }
                Change::Added => {
                    new += bytes;
                    come.end = new;
                }
                Change::Same => {
                    let text = after.get(new..new + bytes).unwrap_or_default();
                    let replaced = !gone.is_empty() && !come.is_empty();
                    old += bytes;
                    new += bytes;
                    if text == " " && replaced && runs.peek().is_some() {
                        (gone.end, come.end) = (old, new);
                        continue;
                    }
                    flush(&gone, &come, &mut pieces);
                    pieces.push(Piece {
                        change: Change::Same,
                        text,
                    });
                    (gone, come) = (old..old, new..new);
                }
            }
        }
        flush(&gone, &come, &mut pieces);
        pieces
    }
}

#[cfg(test)]
#[path = "diff_tests.rs"]
mod tests;
