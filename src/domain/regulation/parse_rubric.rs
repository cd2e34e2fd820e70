//! The rubric of a regulation from its sections: criteria with items that add up.

use super::fault::{RegulationFault, Rule};
use super::reader::{Section, Value};
use super::rubric::{
    Alone, Applies, Criterion, Edge, Evidence, Excused, Item, Key, Points, Ratings, Rubric, Scale, Step,
    Worth,
};

type Read<T> = Result<T, RegulationFault>;

const CRITERIA_MAX: usize = 20;
const ITEMS_MAX: usize = 30;
const STEPS_MAX: usize = 12;

const EVIDENCE: &[(&str, Evidence)] = &[
    ("thời lượng", Evidence::Length),
    ("tỷ lệ dự", Evidence::Attendance),
    ("không vắng không lý do", Evidence::NobodyAbsent),
    ("họp chi ủy", Evidence::Bureau),
    ("thông báo", Evidence::Notice),
    ("tài liệu", Evidence::Papers),
    ("người phát biểu", Evidence::Speakers),
    ("tỷ lệ ý kiến", Evidence::Opinions),
    ("kết quả nhiệm vụ", Evidence::Results),
    ("biên bản", Evidence::Minutes),
    ("giao việc", Evidence::Assigned),
    ("đăng", Evidence::Posted),
];
const EXCUSED: &[(&str, Excused)] = &[("quy đổi", Excused::Scaled), ("đủ điểm", Excused::Full)];
const APPLIES: &[(&str, Applies)] = &[
    ("có chuyên đề", Applies::WithTheme),
    ("có nhiệm vụ kỳ trước", Applies::WithTasks),
    ("chi bộ chọn", Applies::ByChoice),
];
const ALONE: &[(&str, Alone)] = &[("đủ điểm", Alone::Full), ("không tính", Alone::Excused)];
const WORTH: &[(&str, Worth)] = &[("có", Worth::Bonus), ("không", Worth::Asked)];

/// What stands above the criteria.
pub(super) struct Scoring {
    total: Points,
    excused: Excused,
    ratings: Ratings,
    line: usize,
}

/// Criteria as they come, with their lines.
#[derive(Default)]
pub(super) struct Draft(Vec<(usize, Criterion)>);

impl Scoring {
    pub(super) fn read(mut section: Section<'_>) -> Read<Self> {
        let average = section.need("Trung bình từ")?;
        let scoring = Self {
            line: section.line,
            total: section.need("Tổng điểm")?.points()?,
            excused: section.need("Mục không tính")?.choice(EXCUSED)?,
            ratings: Ratings {
                good: section.need("Tốt từ")?.points()?,
                fair: section.need("Khá từ")?.points()?,
                average: average.points()?,
            },
        };
        let Ratings { good, fair, average: least } = scoring.ratings;
        if !(scoring.total >= good && good > fair && fair > least) {
            return Err(Rule::Ratings.at(average.line));
        }
        section.close()?;
        Ok(scoring)
    }
}

impl Draft {
    pub(super) fn criterion(&mut self, mut section: Section<'_>) -> Read<()> {
        let key = section.need("Khóa")?;
        let criterion = Criterion {
            key: Key::parse(key.text()).ok_or(Rule::Key.at(key.line))?,
            title: section.need("Tên")?.words()?,
            points: section.need("Điểm")?.points()?,
            items: Vec::new(),
        };
        if self.0.iter().any(|(_, other)| other.key == criterion.key) {
            return Err(Rule::KeyOnce.at(key.line));
        }
        if self.0.len() == CRITERIA_MAX {
            return Err(Rule::Count.at(section.line));
        }
        self.0.push((section.line, criterion));
        section.close()
    }

    pub(super) fn item(&mut self, mut section: Section<'_>) -> Read<()> {
        let key_value = section.need("Khóa")?;
        let line = section.line;
        let item = item(&mut section, key_value)?;
        section.close()?;
        if self.0.iter().flat_map(|(_, criterion)| &criterion.items).any(|other| other.key == item.key) {
            return Err(Rule::KeyOnce.at(key_value.line));
        }
        let (_, criterion) = self.0.last_mut().ok_or(Rule::Orphan.at(line))?;
        if !item.key.belongs_to(&criterion.key) {
            return Err(Rule::Key.at(key_value.line));
        }
        if criterion.items.len() == ITEMS_MAX {
            return Err(Rule::Count.at(line));
        }
        criterion.items.push(item);
        Ok(())
    }

    /// The rubric, once everything adds up.
    pub(super) fn finish(self, scoring: Scoring) -> Read<Rubric> {
        for (line, criterion) in &self.0 {
            let sum = |worth: &[Worth]| -> Points {
                let counted = criterion.items.iter().filter(|item| worth.contains(&item.worth));
                counted.fold(Points::default(), |sum, item| sum.plus(item.points))
            };
            let (asked, all) = (sum(&[Worth::Asked]), sum(&[Worth::Asked, Worth::Bonus]));
            if criterion.items.is_empty() || !(asked..=all).contains(&criterion.points) {
                return Err(Rule::ItemSum.at(*line));
            }
        }
        let sum = self.0.iter().fold(Points::default(), |sum, (_, criterion)| sum.plus(criterion.points));
        if sum != scoring.total {
            return Err(Rule::CriterionSum.at(scoring.line));
        }
        let criteria = self.0.into_iter().map(|(_, criterion)| criterion).collect();
        Ok(Rubric { total: scoring.total, excused: scoring.excused, ratings: scoring.ratings, criteria })
    }
}

fn item(section: &mut Section<'_>, key: Value<'_>) -> Read<Item> {
    let points = section.need("Điểm")?.points()?;
    let evidence = match section.take("Căn cứ")? {
        Some(value) => value.split(';').map(|word| word.choice(EVIDENCE)).collect::<Read<Vec<_>>>()?,
        None => Vec::new(),
    };
    let scale = section.take("Thang")?;
    let rates = evidence.iter().filter(|one| one.is_rate()).count();
    if let Some(value) = scale.filter(|_| rates != 1) {
        return Err(Rule::Rate.at(value.line));
    }
    let missed = match section.take("Không đạt")? {
        Some(value) => Some(at_most(value, points)?),
        None => None,
    };
    let applies = section.take("Chỉ tính khi")?.map(|value| value.choice(APPLIES)).transpose()?;
    let alone = section.take("Không có chi ủy")?.map(|value| value.choice(ALONE)).transpose()?;
    let worth = section.take("Điểm thưởng")?.map(|value| value.choice(WORTH)).transpose()?;
    Ok(Item {
        key: Key::parse(key.text()).ok_or(Rule::Key.at(key.line))?,
        title: section.need("Tên")?.words()?,
        points,
        evidence,
        scale: scale.map(|value| self::scale(value, points)).transpose()?,
        missed,
        applies: applies.unwrap_or(Applies::Always),
        alone: alone.unwrap_or(Alone::Full),
        worth: worth.unwrap_or(Worth::Asked),
    })
}

fn at_most(value: Value<'_>, most: Points) -> Read<Points> {
    let points = value.points()?;
    if points > most { Err(Rule::AboveMax.at(value.line)) } else { Ok(points) }
}

/// `từ 90%: 4; trên 75%: 3; còn lại: 1`
fn scale(value: Value<'_>, most: Points) -> Read<Scale> {
    let bad = Rule::Step.at(value.line);
    let mut steps: Vec<Step> = Vec::new();
    let mut rest = None;
    for piece in value.split(';') {
        let (edge, points) = piece.text().split_once(':').ok_or(bad)?;
        let (edge, points) = (value.part(edge), at_most(value.part(points), most)?);
        if rest.is_some() || steps.len() == STEPS_MAX {
            return Err(bad);
        }
        let lower = steps.last().is_none_or(|last| points < last.points);
        if edge.choice(&[("còn lại", ())]).is_ok() {
            rest = Some(points);
        } else {
            let (more, rate) = edge.after(&[("trên", true), ("từ", false)]).ok_or(bad)?;
            let rate = rate.text().strip_suffix('%').ok_or(bad)?;
            let rate = value.part(rate).points()?.0;
            let from = if more { Edge::MoreThan(rate) } else { Edge::AtLeast(rate) };
            if rate > 1_000 || steps.last().is_some_and(|last| last.from.per_mille() <= rate) {
                return Err(Rule::StepOrder.at(value.line));
            }
            steps.push(Step { from, points });
        }
        if !lower {
            return Err(Rule::StepOrder.at(value.line));
        }
    }
    if steps.is_empty() { Err(bad) } else { Ok(Scale { steps, rest }) }
}
