//! The regulations that a device knows: those that ship with the app and those that the branch has adopted. Which of
//! them counts on a day is decided by their own dates first, and then by what the branch has adopted last.

use super::{Regulation, RegulationId};
use crate::domain::time::Day;
use std::sync::{Arc, LazyLock};

const TEXTS: [&str; 2] = [include_str!("hd42.txt"), include_str!("hd42-thang-diem.txt")];

/// Read when one is first asked for.
static SHIPPED: LazyLock<[Arc<Regulation>; 2]> = LazyLock::new(|| TEXTS.map(read));

fn read(text: &str) -> Arc<Regulation> {
    match Regulation::parse(text) {
        Ok(regulation) => Arc::new(regulation),
        Err(_) => unreachable!("a test reads every text that ships"),
    }
}

/// Regulations that are known.
#[derive(Clone, Debug)]
pub struct Regulations {
    /// Those that ship and that the branch has not adopted.
    shipped: Vec<Arc<Regulation>>,
    /// The last one adopted comes last.
    adopted: Vec<Arc<Regulation>>,
}

impl Regulations {
    /// Those that ship with the app.
    pub fn shipped() -> Self {
        Self { shipped: SHIPPED.to_vec(), adopted: Vec::new() }
    }

    /// The text of one that ships.
    pub fn shipped_text(id: RegulationId) -> Option<&'static str> {
        SHIPPED.iter().zip(TEXTS).find(|(regulation, _)| regulation.id == id).map(|(_, text)| text)
    }

    /// Adds one that the branch has adopted, later than the others so far. It stands for any of the same id.
    pub fn adopt(&mut self, regulation: Arc<Regulation>) {
        self.shipped.retain(|other| other.id != regulation.id);
        self.adopted.retain(|other| other.id != regulation.id);
        self.adopted.push(regulation);
    }

    /// Each once.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Regulation>> {
        self.shipped.iter().chain(&self.adopted)
    }

    /// The one with this id.
    pub fn get(&self, id: RegulationId) -> Option<&Arc<Regulation>> {
        self.iter().find(|regulation| regulation.id == id)
    }

    /// What stands in the one that a record names. Whoever does not know it yet goes by the newest.
    pub fn named(&self, id: RegulationId) -> Arc<Regulation> {
        self.get(id).cloned().unwrap_or_else(|| self.in_force(Day::MAX))
    }

    /// Whether it has taken effect by `day` and nothing that is known has taken its place by then. A newer app says of
    /// what it ships what has taken its place, whatever the text that the branch has adopted says.
    pub fn counts(&self, regulation: &Regulation, day: Day) -> bool {
        let versions = self.iter().chain(SHIPPED.iter()).filter(|other| other.id == regulation.id);
        let mut followers = versions.filter_map(|version| self.get(version.superseded_by?));
        regulation.effective_from <= day && !followers.any(|follower| follower.effective_from <= day)
    }

    /// The one that the branch goes by on `day`: of those that count the one adopted last; else the newest of those
    /// that ship; before all of them the first.
    pub fn in_force(&self, day: Day) -> Arc<Regulation> {
        let counts = |regulation: &&Arc<Regulation>| self.counts(regulation, day);
        let adopted = self.adopted.iter().rev().find(counts);
        let shipped = self.shipped.iter().filter(counts);
        let newest =
            shipped.reduce(|one, other| if other.effective_from > one.effective_from { other } else { one });
        adopted.or(newest).unwrap_or(&SHIPPED[0]).clone()
    }
}

impl Regulation {
    /// The newest of those that ship which counts on `day`.
    pub fn shipped(day: Day) -> Arc<Self> {
        Regulations::shipped().in_force(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// Like the first that ships, but with another id and other days.
    fn like(id: &str, from: &str, superseded_by: Option<&str>) -> Arc<Regulation> {
        Arc::new(Regulation {
            id: RegulationId::parse(id).unwrap(),
            effective_from: Day::parse(from).unwrap(),
            superseded_by: superseded_by.and_then(RegulationId::parse),
            ..(*SHIPPED[0]).clone()
        })
    }

    fn knowing(adopted: impl IntoIterator<Item = Arc<Regulation>>) -> Regulations {
        let mut known = Regulations::shipped();
        adopted.into_iter().for_each(|regulation| known.adopt(regulation));
        known
    }

    #[test]
    fn what_ships_is_read_and_differs_in_its_scale_only() {
        let [plain, scaled] = TEXTS.map(|text| Regulation::parse(text).unwrap());
        assert_eq!(plain.id, RegulationId::FIRST);
        assert_eq!(scaled.id.as_str(), "hd42-thang-diem");
        assert_ne!(plain.rubric, scaled.rubric);
        let Regulation { id, title, rubric, .. } = plain.clone();
        assert_eq!(Regulation { id, title, rubric, ..scaled }, plain);
    }

    #[rstest]
    #[case("1990-01-01", "hd42")]
    #[case("2026-06-30", "hd42")]
    #[case("2026-07-01", "moi")]
    #[case("2026-12-31", "moi")]
    #[case("2027-01-01", "moi-nhat")]
    fn the_one_adopted_last_counts_from_its_own_day_on(#[case] day: &str, #[case] id: &str) {
        let known = knowing([like("moi", "2026-07-01", None), like("moi-nhat", "2027-01-01", None)]);
        assert_eq!(known.in_force(Day::parse(day).unwrap()).id.as_str(), id);
    }

    #[test]
    fn a_branch_may_go_back_to_another_that_still_counts() {
        let moi = like("moi", "2026-07-01", None);
        let day = Day::parse("2026-08-01").unwrap();
        assert_eq!(knowing([SHIPPED[1].clone()]).in_force(day), SHIPPED[1]);
        assert_eq!(knowing([moi.clone(), SHIPPED[0].clone()]).in_force(day), SHIPPED[0]);
        assert_eq!(knowing([moi.clone(), SHIPPED[0].clone(), moi.clone()]).in_force(day), moi);
    }

    #[test]
    fn one_is_superseded_once_its_follower_is_known_and_in_force() {
        let old = like("cu", "2026-01-01", Some("moi"));
        let moi = like("moi", "2026-07-01", None);
        let on =
            |known: &Regulations, day: &str| known.in_force(Day::parse(day).unwrap()).id.as_str().to_owned();
        assert_eq!(on(&knowing([old.clone()]), "2026-08-01"), "cu");
        let both = knowing([moi, old]);
        assert_eq!(on(&both, "2026-06-30"), "cu");
        assert_eq!(on(&both, "2026-07-01"), "moi");
    }

    #[test]
    fn regulations_that_take_each_others_place_leave_one_that_ships() {
        let day = Day::parse("2026-08-01").unwrap();
        let circle = [like("moi", "2026-07-01", Some("hd42")), like("hd42", "2026-01-01", Some("moi"))];
        let known = knowing(circle);
        assert!(known.iter().filter(|regulation| known.counts(regulation, day)).count() <= 1);
        assert!(SHIPPED.iter().any(|shipped| known.in_force(day) == *shipped));
        assert_eq!(known.iter().count(), 3, "each id once");
    }

    #[test]
    fn an_id_that_is_not_known_goes_by_the_newest_that_is() {
        let known = knowing([like("moi", "2026-07-01", None)]);
        assert_eq!(known.named(RegulationId::parse("xa-la").unwrap()).id.as_str(), "moi");
        assert_eq!(known.named(RegulationId::FIRST).id, RegulationId::FIRST);
    }
}
