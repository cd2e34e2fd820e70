//! Which documents have everything that is looked for, the best first, and where in them to look.
//!
//! Number, abstract and kind count before the text; rare words before common ones, words beside each other before
//! scattered ones, a spelling as it was typed before the same letters with other diacritics.

use super::hits::{Hits, Part, Search};
use super::segment::{Builder, Segment};
use super::sought::{Sought, kind_words};
use crate::domain::document::Document;

/// Places that are told of each document.
const SPOTS_MAX: usize = 3;
/// What everything together in a heading counts.
const IN_HEADING: f32 = 1.2;
/// What the issuer counts, and a field that has only some of it.
const IN_PART: f32 = 0.3;
/// What a place in the title counts: number, abstract, kind, issuer.
const FIELDS: [f32; 4] = [1.3, 1.0, 0.9, 1.0];
/// The issuer stands after the fields by which a document comes before all that only speak of it.
const ISSUER: usize = 3;

/// What a document is found by.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// See [`Segment::of_title`].
    pub title: &'a Segment,
    /// Its text, as far as it is known.
    pub text: Option<&'a Segment>,
}

/// A document that has everything that is looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Which of the candidates.
    pub candidate: usize,
    /// In how many passages of the text everything is together.
    pub mentions: usize,
    /// The best passages of the text, the best first; none where only the title speaks of it.
    pub spots: Vec<Spot>,
}

/// A passage of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Its number.
    pub passage: usize,
    /// Greater is better, also between the documents of one search.
    pub score: f32,
}

impl Segment {
    /// What a document is called: number, abstract, kind and issuer.
    pub fn of_title(document: &Document) -> Self {
        let kind = [document.kind.abbreviation(), " ", kind_words(document.kind)].concat();
        let mut title = Builder::default();
        title.add(document.number.as_ref().map_or("", |number| number.as_str()), false);
        title.add(document.summary.as_str(), false);
        title.add(&kind, false);
        title.add(document.issuer.as_str(), false);
        title.finish()
    }
}

/// The candidates that have everything that is looked for, the best first; of equals the earlier.
pub fn find(sought: &Sought, candidates: &[Candidate<'_>]) -> Vec<Found> {
    let alive: Vec<Alive<'_>> = match sought.is_empty() {
        true => Vec::new(),
        false => candidates.iter().enumerate().filter_map(|each| Alive::look(sought, each)).collect(),
    };
    let weights = weigh(sought, &alive);
    let (mut found, mut order) = (Vec::new(), Vec::new());
    for alive in &alive {
        let (rank, document) = alive.rank(sought, &weights);
        // A score is no less than nothing, and such numbers are in the order of their bits.
        let later = u64::from(u32::MAX) - found.len() as u64;
        order.push(u64::from(rank.titled) << 63 | u64::from(rank.score.to_bits()) << 32 | later);
        found.push(Some(document));
    }
    order.sort_unstable();
    let place = |key: u64| (u64::from(u32::MAX) - (key & u64::from(u32::MAX))) as usize;
    order.into_iter().rev().filter_map(|key| found.get_mut(place(key))?.take()).collect()
}

/// What each term counts: the rarer the more.
fn weigh(sought: &Sought, alive: &[Alive<'_>]) -> Vec<f32> {
    let mut words = 0;
    let mut occurs = vec![0_usize; sought.terms.len()];
    for Alive { candidate, text, .. } in alive {
        words += candidate.text.map_or(0, Segment::words) as usize;
        text.count(&mut occurs);
    }
    let weight = |occurs: usize| (2.0 + words as f32 / (8.0 * (1 + occurs) as f32)).ln();
    occurs.into_iter().map(weight).collect()
}

/// Where a document stands among those found.
struct Rank {
    /// Number, abstract and kind have everything.
    titled: bool,
    score: f32,
}

/// A candidate that has everything.
struct Alive<'a> {
    number: usize,
    candidate: Candidate<'a>,
    title: Hits,
    text: Hits,
}

impl<'a> Alive<'a> {
    fn look(sought: &Sought, (number, candidate): (usize, &Candidate<'a>)) -> Option<Self> {
        let (mut title, mut text) = (Hits::default(), Hits::default());
        let in_title = Search { sought, segment: candidate.title, part: Part::Title };
        let in_text = candidate.text.map(|segment| Search { sought, segment, part: Part::Text });
        for (number, term) in sought.terms.iter().enumerate() {
            let found = title.gather(in_title, number);
            if !(in_text.is_some_and(|search| text.gather(search, number)) || found || term.begun) {
                return None;
            }
        }
        let (title, text) = (title.sorted(), text.sorted());
        Some(Self { number, candidate: *candidate, title, text })
    }

    fn rank(&self, sought: &Sought, weights: &[f32]) -> (Rank, Found) {
        let mut score = 0.0;
        let search = Search { sought, segment: self.candidate.title, part: Part::Title };
        self.title.passages(search, weights, |passage| {
            let share = if passage.every && passage.number < ISSUER { 1.0 } else { IN_PART };
            score += passage.score * share * FIELDS[passage.number.min(ISSUER)];
        });
        let mut spots: Vec<Spot> = Vec::new();
        let mut mentions = 0;
        if let Some(segment) = self.candidate.text {
            let search = Search { sought, segment, part: Part::Text };
            self.text.passages(search, weights, |passage| {
                mentions += usize::from(passage.every);
                let heading = passage.heading && passage.every;
                let score = if heading { passage.score * IN_HEADING } else { passage.score };
                let place = spots.partition_point(|other| other.score >= score);
                if place < SPOTS_MAX {
                    spots.truncate(SPOTS_MAX - 1);
                    spots.insert(place, Spot { passage: passage.number, score });
                }
            });
        }
        let called = self.title.terms(self.candidate.title.passage(ISSUER).0.start);
        let asked = sought.terms.iter().enumerate().filter(|(_, term)| !term.begun);
        let titled = asked.fold(true, |every, (number, _)| every && called & 1 << number != 0) && called != 0;
        score += spots.first().map_or(0.0, |best| best.score) * (1.0 + 0.03 * (mentions as f32).ln_1p());
        (Rank { titled, score }, Found { candidate: self.number, mentions, spots })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::index::Builder;
    use rstest::rstest;

    struct Paper {
        title: Segment,
        text: Segment,
    }

    fn segment(passages: &[&str]) -> Segment {
        let mut builder = Builder::default();
        passages.iter().for_each(|text| builder.add(text.trim_start_matches("# "), text.starts_with("# ")));
        builder.finish()
    }

    fn paper(title: [&str; 4], passages: &[&str]) -> Paper {
        Paper { title: segment(&title), text: segment(passages) }
    }

    fn papers() -> Vec<Paper> {
        vec![
            paper(
                ["12-HD/BTCTW", "Một số vấn đề về nghiệp vụ", "HD hướng dẫn", "Ban Tổ chức Trung ương"],
                &["# Kết nạp", "Người vào Đảng tự khai lý lịch.", "Chi bộ xét kết nạp người vào Đảng."],
            ),
            paper(
                ["294-QĐ/TW", "Thi hành Điều lệ Đảng", "QĐ quy định", "Bộ Chính trị"],
                &["Đảng viên dự bị sinh hoạt.", "Tính cả chi và bộ.", "Hoà giải ở cơ sở, hoa và quả."],
            ),
            paper(
                ["7-NQ/CB", "Giữ sạch mương tưới", "NQ nghị quyết", "Chi bộ thôn Đông"],
                &["Nạo vét mương tưới trước vụ.", "Theo Hướng dẫn số 12-HD/BTCTW và Quy định 294-QĐ/TW."],
            ),
        ]
    }

    fn found(typed: &str) -> Vec<(usize, Option<usize>)> {
        let papers = papers();
        let candidate = |paper: &'_ Paper| (paper.title.clone(), paper.text.clone());
        let owned: Vec<_> = papers.iter().map(candidate).collect();
        let candidates: Vec<_> =
            owned.iter().map(|(title, text)| Candidate { title, text: Some(text) }).collect();
        let found = find(&Sought::parse(typed), &candidates);
        found.iter().map(|found| (found.candidate, found.spots.first().map(|spot| spot.passage))).collect()
    }

    #[rstest]
    #[case("294", &[(1, None), (2, Some(1))])]
    #[case("294-qd/tw", &[(1, None), (2, Some(1))])]
    #[case("qd 294", &[(1, None), (2, Some(1))])]
    #[case("12-HD/BTCTW", &[(0, None), (2, Some(1))])]
    #[case("NQ", &[(2, None)])]
    #[case("nghị quyết chi bộ", &[(2, None)])]
    #[case("chi bo", &[(0, Some(2)), (1, Some(1)), (2, None)])]
    #[case("\"chi bộ\"", &[(0, Some(2)), (2, None)])]
    #[case("ket nap", &[(0, Some(0))])]
    #[case("hoà", &[(1, Some(2))])]
    #[case("mương tuoi", &[(2, Some(0))])]
    #[case("ong", &[])]
    #[case("ket nap muong", &[])]
    #[case("", &[])]
    fn what_was_typed_finds_documents_and_the_place(
        #[case] typed: &str,
        #[case] expected: &[(usize, Option<usize>)],
    ) {
        assert_eq!(found(typed), expected);
    }

    #[test]
    fn the_spelling_that_was_typed_comes_first() {
        let title = segment(&["", "x", "", ""]);
        let texts =
            [segment(&["Bỏ phiếu kín."]), segment(&["Bộ Chính trị họp."]), segment(&["Bố trí cán bộ."])];
        let candidates: Vec<_> =
            texts.iter().map(|text| Candidate { title: &title, text: Some(text) }).collect();
        let order = |typed: &str| -> Vec<usize> {
            find(&Sought::parse(typed), &candidates).iter().map(|found| found.candidate).collect()
        };
        assert_eq!(order("bỏ")[0], 0);
        assert_eq!(order("bộ")[..2], [1, 2]);
        assert_eq!(order("bố")[0], 2);
    }

    #[test]
    fn words_beside_each_other_come_before_scattered_ones() {
        let text = segment(&["viên chức của đảng", "đảng viên", "đảng và viên", "đảng", "viên"]);
        let title = segment(&[""]);
        let found = find(&Sought::parse("dang vien"), &[Candidate { title: &title, text: Some(&text) }]);
        assert_eq!(found[0].spots[0].passage, 1);
        assert_eq!(found[0].spots[1].passage, 2);
        assert_eq!(found[0].mentions, 3);
    }
}
