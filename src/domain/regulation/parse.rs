//! From sections to a regulation. Nothing is guessed: what is missing, unknown or said twice is a fault with its line.

use super::agenda::{Occasion, Step, Template};
use super::fault::{RegulationFault, Rule};
use super::papers::{FileName, Papers, Piece, Signatures, Slot, Suffixes};
use super::parse_rubric::{Draft as RubricDraft, Scoring};
use super::reader::{Section, Topic, Value, sections};
use super::{Deadlines, Length, Regulation, RegulationId, Share, Span};
use crate::domain::meeting::{ItemRole, Meeting};
use crate::domain::org::BranchKind;
use crate::domain::posting::PostingItem;
use crate::domain::time::Day;
use crate::domain::words::Line;

type Read<T> = Result<T, RegulationFault>;

const TEMPLATES_MAX: usize = 40;
const LETTERS_MAX: usize = 40;
const DAY_MINUTES: u16 = 24 * 60;

const OCCASIONS: &[(&str, Occasion)] = &[
    ("thường kỳ", Occasion::Regular),
    ("phần chuyên đề", Occasion::ThematicPart),
    ("chuyên đề", Occasion::Thematic),
    ("bất thường", Occasion::Extraordinary),
];
const BRANCHES: &[(&str, BranchKind)] = &[
    ("khu dân cư", BranchKind::Residential),
    ("cơ quan", BranchKind::Agency),
    ("doanh nghiệp nhà nước", BranchKind::StateEnterprise),
    ("doanh nghiệp ngoài nhà nước", BranchKind::PrivateEnterprise),
    ("trường học", BranchKind::School),
    ("lực lượng vũ trang", BranchKind::ArmedForces),
];
const ROLES: &[(&str, ItemRole)] = &[
    ("khai mạc", ItemRole::Opening),
    ("điểm danh", ItemRole::RollCall),
    ("đảng phí", ItemRole::Fees),
    ("chương trình", ItemRole::Adoption),
    ("báo cáo", ItemRole::Report),
    ("kiểm điểm nhiệm vụ", ItemRole::Review),
    ("thông tin", ItemRole::Information),
    ("thảo luận", ItemRole::Discussion),
    ("phê bình", ItemRole::Criticism),
    ("đề dẫn", ItemRole::ThemePresentation),
    ("thảo luận chuyên đề", ItemRole::ThemeDiscussion),
    ("kết luận", ItemRole::Conclusion),
    ("biểu quyết", ItemRole::Vote),
    ("chấm điểm", ItemRole::Score),
    ("biên bản", ItemRole::Minutes),
];
const POSTING_ITEMS: &[(&str, PostingItem)] = &[
    ("biên bản", PostingItem::Minutes),
    ("nghị quyết", PostingItem::Resolution),
    ("chấm điểm", PostingItem::Score),
    ("điểm danh", PostingItem::RollCall),
    ("nhiệm vụ", PostingItem::Tasks),
    ("báo cáo cấp trên", PostingItem::Report),
];
const SLOTS: &[(&str, Slot)] = &[
    ("năm", Slot::Year),
    ("tháng", Slot::Month),
    ("ngày", Slot::Day),
    ("loại", Slot::Kind),
    ("số", Slot::Number),
    ("chi bộ", Slot::Branch),
];

/// What a regulation is called, and when it counts.
struct Identity {
    id: RegulationId,
    number: Line,
    issuer: Line,
    title: Line,
    issued_on: Day,
    effective_from: Day,
    superseded_by: Option<RegulationId>,
}

/// What has been read so far.
#[derive(Default)]
struct Draft {
    identity: Option<Identity>,
    deadlines: Option<Deadlines>,
    votes: Option<(Share, Share)>,
    scoring: Option<Scoring>,
    rubric: RubricDraft,
    agendas: Vec<Template>,
    papers: Option<Papers>,
}

impl Regulation {
    /// Reads the whole text. Never panics, whatever it is.
    ///
    /// # Errors
    /// The first broken rule, with its line.
    pub fn parse(text: &str) -> Read<Self> {
        let (sections, last) = sections(text)?;
        let mut draft = Draft::default();
        for section in sections {
            draft.take(section)?;
        }
        draft.finish(last)
    }
}

impl Draft {
    fn take(&mut self, section: Section<'_>) -> Read<()> {
        let line = section.line;
        match section.topic {
            Topic::Identity => put(&mut self.identity, line, identity(section)?),
            Topic::Deadlines => put(&mut self.deadlines, line, deadlines(section)?),
            Topic::Votes => put(&mut self.votes, line, votes(section)?),
            Topic::Scoring => put(&mut self.scoring, line, Scoring::read(section)?),
            Topic::Papers => put(&mut self.papers, line, papers(section)?),
            Topic::Criterion => self.rubric.criterion(section),
            Topic::Item => self.rubric.item(section),
            Topic::Agenda => self.agenda(section),
        }
    }

    fn agenda(&mut self, section: Section<'_>) -> Read<()> {
        let line = section.line;
        let template = template(section)?;
        let clashes = |other: &Template| {
            other.occasion == template.occasion
                && other.branches.iter().any(|branch| template.branches.contains(branch))
        };
        if self.agendas.iter().any(clashes) {
            return Err(Rule::AgendaOnce.at(line));
        }
        if self.agendas.len() == TEMPLATES_MAX {
            return Err(Rule::Count.at(line));
        }
        self.agendas.push(template);
        Ok(())
    }

    fn finish(self, last: usize) -> Read<Regulation> {
        let missing = |name| Rule::Missing(name).at(last);
        let identity = self.identity.ok_or(missing("[Quy định]"))?;
        let (ordinary, weighty) = self.votes.ok_or(missing("[Biểu quyết]"))?;
        let scoring = self.scoring.ok_or(missing("[Chấm điểm]"))?;
        let regulation = Regulation {
            id: identity.id,
            number: identity.number,
            issuer: identity.issuer,
            title: identity.title,
            issued_on: identity.issued_on,
            effective_from: identity.effective_from,
            superseded_by: identity.superseded_by,
            deadlines: self.deadlines.ok_or(missing("[Thời hạn]"))?,
            ordinary,
            weighty,
            rubric: self.rubric.finish(scoring)?,
            agendas: self.agendas,
            papers: self.papers.ok_or(missing("[Văn bản]"))?,
        };
        let known = |occasion: &Occasion| {
            BRANCHES.iter().all(|(_, branch)| regulation.template(*occasion, *branch).is_some())
        };
        if Occasion::ALL.iter().all(known) { Ok(regulation) } else { Err(Rule::AgendaMissing.at(last)) }
    }
}

fn put<T>(place: &mut Option<T>, line: usize, value: T) -> Read<()> {
    match place.replace(value) {
        Some(_) => Err(Rule::SectionOnce.at(line)),
        None => Ok(()),
    }
}

fn id(value: Value<'_>) -> Read<RegulationId> {
    RegulationId::parse(value.text()).ok_or(Rule::Id.at(value.line))
}

fn identity(mut section: Section<'_>) -> Read<Identity> {
    let effective = section.need("Hiệu lực từ")?;
    let superseded = section.take("Thay bằng")?;
    let identity = Identity {
        id: id(section.need("Mã")?)?,
        number: section.need("Số hiệu")?.words()?,
        issuer: section.need("Cơ quan ban hành")?.words()?,
        title: section.need("Tên")?.words()?,
        issued_on: section.need("Ngày ban hành")?.day()?,
        effective_from: effective.day()?,
        superseded_by: superseded.map(id).transpose()?,
    };
    if identity.effective_from < identity.issued_on {
        return Err(Rule::Effect.at(effective.line));
    }
    if let Some(value) = superseded.filter(|_| identity.superseded_by == Some(identity.id)) {
        return Err(Rule::Superseded.at(value.line));
    }
    section.close()?;
    Ok(identity)
}

fn deadlines(mut section: Section<'_>) -> Read<Deadlines> {
    let criticism = section.need("Phê bình")?;
    let (least, most) = criticism.text().split_once('-').ok_or(Rule::Number.at(criticism.line))?;
    let least_minutes = criticism.part(least).count("", 1, DAY_MINUTES)?;
    let most_minutes = criticism.part(most).count("phút", least_minutes, DAY_MINUTES)?;
    let criticism = Span { least_minutes, most_minutes };
    let posting_items = posting_items(section.take("Cần đăng")?)?;
    let deadlines = Deadlines {
        late_after_minutes: section.need("Đi muộn sau")?.count("phút", 0, DAY_MINUTES)?,
        length: Length {
            usual_minutes: section.need("Thời lượng")?.count("phút", 15, DAY_MINUTES)?,
            long_minutes: section.need("Thời lượng dài")?.count("phút", 15, DAY_MINUTES)?,
            many_members: section.need("Đông đảng viên từ")?.count("đảng viên", 1, 1_000)?,
        },
        bureau_day: section.need("Họp chi ủy từ ngày")?.number("", 1, 31)?,
        notice_hours: section.need("Thông báo trước")?.count("giờ", 0, 1_000)?,
        paper_days: section.need("Tài liệu trước")?.count("ngày", 0, 60)?,
        last_day_of_month: section.need("Ngày cuối trong tháng")?.number("", 1, 31)?,
        posting_days: section.need("Đăng sau")?.count("ngày", 0, 60)?,
        posting_items,
        themes_a_quarter: section.need("Chuyên đề mỗi quý")?.count("", 0, 12)?,
        criticism,
        topics_a_month: section.need("Nội dung tự phê bình mỗi tháng")?.count("", 0, 12)?,
        absences_noted: section.need("Nhắc khi vắng")?.count("lần", 1, 12)?,
    };
    section.close()?;
    Ok(deadlines)
}

/// Texts of before asked for what is usual, without saying so.
fn posting_items(value: Option<Value<'_>>) -> Read<Vec<PostingItem>> {
    match value {
        Some(value) => value.split(';').map(|word| word.choice(POSTING_ITEMS)).collect(),
        None => Ok(PostingItem::USUAL.to_vec()),
    }
}

fn votes(mut section: Section<'_>) -> Read<(Share, Share)> {
    let votes = (section.need("Việc thường")?.share()?, section.need("Việc hệ trọng")?.share()?);
    section.close()?;
    Ok(votes)
}

fn template(mut section: Section<'_>) -> Read<Template> {
    let occasion = section.need("Kỳ họp")?.choice(OCCASIONS)?;
    let branches = section.need("Loại chi bộ")?;
    let everywhere = branches.choice(&[("mọi loại", ())]).is_ok();
    let branches = if everywhere {
        BRANCHES.iter().map(|(_, branch)| *branch).collect()
    } else {
        branches.split(';').map(|word| word.choice(BRANCHES)).collect::<Read<Vec<_>>>()?
    };
    let lines = section.take_all("Bước");
    if lines.is_empty() {
        return Err(Rule::Missing("Bước").at(section.line));
    }
    if let Some(line) = lines.get(Meeting::AGENDA_MAX) {
        return Err(Rule::Count.at(line.line));
    }
    let steps = lines.into_iter().map(step).collect::<Read<_>>()?;
    section.close()?;
    Ok(Template { occasion, branches, steps })
}

fn step(value: Value<'_>) -> Read<Step> {
    let parts: Vec<Value<'_>> = value.split('|').collect();
    let &[role, minutes, title] = parts.as_slice() else {
        return Err(Rule::Business.at(value.line));
    };
    Ok(Step { role: role.choice(ROLES)?, minutes: minutes.count("", 1, 600)?, title: title.words()? })
}

fn papers(mut section: Section<'_>) -> Read<Papers> {
    let letters = section.need("Chữ mục")?;
    let papers = Papers {
        letters: list_letters(letters)?,
        suffixes: Suffixes {
            resolution: section.need("Số nghị quyết")?.words()?,
            notice: section.need("Số thông báo")?.words()?,
            minutes: section.need("Số biên bản")?.words()?,
        },
        signatures: Signatures {
            for_branch: section.need("Ký thay chi bộ")?.words()?,
            for_bureau: section.need("Ký thay chi ủy")?.words()?,
            office: section.need("Chức vụ ký")?.words()?,
        },
        file_name: file_name(section.need("Tên tệp")?)?,
    };
    section.close()?;
    Ok(papers)
}

fn list_letters(value: Value<'_>) -> Read<Vec<char>> {
    let mut letters = Vec::new();
    // Precomposed, so that đ and ă are one letter each however they were typed.
    let line = crate::domain::text::lower(value.text());
    for word in line.split_whitespace() {
        let mut chars = word.chars();
        match (chars.next(), chars.next()) {
            (Some(letter), None) if letter.is_alphabetic() && !letters.contains(&letter) => {
                letters.push(letter)
            }
            _ => return Err(Rule::Letters.at(value.line)),
        }
    }
    if letters.len() > LETTERS_MAX { Err(Rule::Count.at(value.line)) } else { Ok(letters) }
}

fn file_name(value: Value<'_>) -> Read<FileName> {
    let mut pieces = Vec::new();
    let mut rest = value.text();
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, after) = after.split_once('}').ok_or(Rule::FileName.at(value.line))?;
        let slot = value.part(slot).choice(SLOTS).map_err(|_| Rule::FileName.at(value.line))?;
        pieces.extend([Piece::Text(before.to_owned()), Piece::Slot(slot)]);
        rest = after;
    }
    if rest.contains('}') || pieces.is_empty() {
        return Err(Rule::FileName.at(value.line));
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(FileName(pieces))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::regulation::Regulations;
    use rstest::rstest;

    fn whole() -> String {
        Regulations::shipped_text(RegulationId::FIRST).unwrap().to_owned()
    }

    /// The rule that is broken and the words of its line, once `from` is `to`.
    fn broken(from: &str, to: &str) -> Option<(Rule, String)> {
        let whole = whole();
        assert!(whole.contains(from), "{from}");
        let text = whole.replacen(from, to, 1);
        let fault = Regulation::parse(&text).err()?;
        Some((fault.rule, text.lines().nth(fault.line - 1).unwrap_or_default().to_owned()))
    }

    #[rstest]
    #[case("Cần đăng = nhiệm vụ; điểm danh\n", &[PostingItem::Tasks, PostingItem::RollCall])]
    #[case("", &PostingItem::USUAL)]
    fn what_is_posted_is_in_the_text_or_as_usual(#[case] line: &str, #[case] items: &[PostingItem]) {
        let shipped = "Cần đăng = biên bản; nghị quyết; chấm điểm; báo cáo cấp trên\n";
        assert!(whole().contains(shipped));
        let regulation = Regulation::parse(&whole().replace(shipped, line)).unwrap();
        assert_eq!(regulation.deadlines.posting_items, items);
    }

    #[rstest]
    #[case(
        "báo cáo cấp trên",
        "loa phường",
        Rule::Choice,
        "Cần đăng = biên bản; nghị quyết; chấm điểm; loa phường"
    )]
    #[case("[Thời hạn]", "[Thời han gì đó]", Rule::Section, "[Thời han gì đó]")]
    #[case("[Thời hạn]", "[Quy định]", Rule::Missing("Hiệu lực từ"), "[Quy định]")]
    #[case("[Quy định]", "Mã = x\n[Quy định]", Rule::Outside, "Mã = x")]
    #[case("[Thời hạn]", "Mã hd42\n[Thời hạn]", Rule::Form, "Mã hd42")]
    #[case("Mã = hd42", "Mã =", Rule::Value, "Mã =")]
    #[case("Mã = hd42", "Mã = HD42", Rule::Id, "Mã = HD42")]
    #[case("Mã = hd42", "Mã = hd42\nMã = hd43", Rule::NameOnce, "Mã = hd43")]
    #[case("Mã = hd42", "Mã = hd42\nMàu = đỏ", Rule::Name, "Màu = đỏ")]
    #[case("Mã = hd42", "Tác giả = A", Rule::Missing("Mã"), "[Quy định]")]
    #[case("Mã = hd42", "Mã = hd42\nThay bằng = hd42", Rule::Superseded, "Thay bằng = hd42")]
    #[case("= 28/10/2025", "= 28-10-2025", Rule::Day, "Ngày ban hành = 28-10-2025")]
    #[case("= 28/10/2025", "= 31/02/2025", Rule::Day, "Ngày ban hành = 31/02/2025")]
    #[case("= 28/10/2025", "= 29/10/2025", Rule::Effect, "Hiệu lực từ = 28/10/2025")]
    #[case("15 phút", "15 giờ", Rule::Number, "Đi muộn sau = 15 giờ")]
    #[case("15 phút", "mười phút", Rule::Number, "Đi muộn sau = mười phút")]
    #[case("= 90 phút", "= 5 phút", Rule::Range(15, 1_440), "Thời lượng = 5 phút")]
    #[case("15-30 phút", "30 phút", Rule::Number, "Phê bình = 30 phút")]
    #[case("15-30 phút", "30-15 phút", Rule::Range(30, 1_440), "Phê bình = 30-15 phút")]
    #[case("trên 1/2", "hơn 1/2", Rule::Share, "Việc thường = hơn 1/2")]
    #[case("từ 2/3", "từ 4/3", Rule::Share, "Việc hệ trọng = từ 4/3")]
    #[case("Khá từ = 70", "Khá từ = 95", Rule::Ratings, "Trung bình từ = 50")]
    #[case("= quy đổi", "= bỏ qua", Rule::Choice, "Mục không tính = bỏ qua")]
    #[case("Tổng điểm = 100", "Tổng điểm = 110", Rule::CriterionSum, "[Chấm điểm]")]
    #[case("Tổng điểm = 100", "Tổng điểm = 100,25", Rule::Number, "Tổng điểm = 100,25")]
    #[case("Khóa = 1.1", "Khóa = 2.1", Rule::Key, "Khóa = 2.1")]
    #[case("Khóa = 1.1", "Khóa = một", Rule::Key, "Khóa = một")]
    #[case("Khóa = 7.2", "Khóa = 7.1", Rule::KeyOnce, "Khóa = 7.1")]
    #[case("Khóa = 7\n", "Khóa = 6\n", Rule::KeyOnce, "Khóa = 6")]
    #[case("[Tiêu chí]", "[Mục]\nKhóa = 1\nTên = A\nĐiểm = 1\n[Tiêu chí]", Rule::Orphan, "[Mục]")]
    #[case("Điểm = 40", "Điểm = 41", Rule::ItemSum, "[Tiêu chí]")]
    #[case("từ 90%: 5", "90%: 5", Rule::Step, "Thang = 90%: 5")]
    #[case("từ 90%: 5", "từ 90%: 6", Rule::AboveMax, "Thang = từ 90%: 6")]
    #[case("từ 90%: 5", "từ 90%: 4; từ 95%: 3", Rule::StepOrder, "Thang = từ 90%: 4; từ 95%: 3")]
    #[case("từ 90%: 5", "từ 90%: 4; từ 80%: 4", Rule::StepOrder, "Thang = từ 90%: 4; từ 80%: 4")]
    #[case("từ 90%: 5", "còn lại: 4; từ 80%: 3", Rule::Step, "Thang = còn lại: 4; từ 80%: 3")]
    #[case("Không đạt = 0", "Không đạt = 2", Rule::AboveMax, "Không đạt = 2")]
    #[case("Không đạt = 0", "Thang = từ 90%: 1", Rule::Rate, "Thang = từ 90%: 1")]
    #[case(
        "khai mạc | 3 |",
        "khai mạc | 3 phút |",
        Rule::Number,
        "Bước = khai mạc | 3 phút | Tuyên bố lý do, giới thiệu đại biểu, cử thư ký"
    )]
    #[case(
        "khai mạc | 3 | Tuyên",
        "khai mạc, Tuyên",
        Rule::Business,
        "Bước = khai mạc, Tuyên bố lý do, giới thiệu đại biểu, cử thư ký"
    )]
    #[case("Loại chi bộ = cơ quan", "Loại chi bộ = khu dân cư", Rule::AgendaOnce, "[Chương trình]")]
    #[case(
        "cơ quan; trường học",
        "cơ quan",
        Rule::AgendaMissing,
        "Tên tệp = {năm}-{tháng}-{ngày}_{loại}_{số}_{chi bộ}"
    )]
    #[case("d đ e", "d đ đ e", Rule::Letters, "Chữ mục = a b c d đ đ e g h i k l m n o p q r s t u v x y")]
    #[case("{chi bộ}", "{huyện}", Rule::FileName, "Tên tệp = {năm}-{tháng}-{ngày}_{loại}_{số}_{huyện}")]
    #[case("{chi bộ}", "{chi bộ", Rule::FileName, "Tên tệp = {năm}-{tháng}-{ngày}_{loại}_{số}_{chi bộ")]
    fn a_broken_rule_is_named_with_its_line(
        #[case] from: &str,
        #[case] to: &str,
        #[case] rule: Rule,
        #[case] line: &str,
    ) {
        assert_eq!(broken(from, to), Some((rule, line.to_owned())));
    }

    #[rstest]
    #[case("Số hiệu", "SO HIEU")]
    #[case("Số hiệu", "so\u{302}\u{301} hie\u{302}\u{323}u")]
    #[case("# Quy", "   # Quy")]
    #[case("Mã = hd42\n", "Mã=hd42\r\n")]
    #[case("[Văn bản]", "  [văn bản]  ")]
    #[case("# Gói", "\u{feff}# Gói")]
    fn it_does_not_matter_how_a_name_is_typed(#[case] from: &str, #[case] to: &str) {
        let regulation = Regulation::parse(&whole().replacen(from, to, 1));
        assert_eq!(regulation.as_ref().map(|read| read.number.as_str()), Ok("42-HD/BTCTW"));
    }

    #[test]
    fn what_is_not_there_is_named_at_the_last_line() {
        let fault = |text: &str| Regulation::parse(text).err();
        assert_eq!(fault(""), Some(Rule::Missing("[Quy định]").at(1)));
        assert_eq!(fault("# một\n# hai"), Some(Rule::Missing("[Quy định]").at(2)));
        let identity = &whole()[..whole().find("[Thời hạn]").unwrap()];
        assert!(matches!(fault(identity), Some(RegulationFault { rule: Rule::Missing("[Biểu quyết]"), .. })));
    }

    #[test]
    fn a_text_without_end_is_refused_at_once() {
        assert_eq!(Regulation::parse(&"#".repeat(49_153)).err(), Some(Rule::Size.at(1)));
        assert_eq!(Regulation::parse(&"\n".repeat(1_501)).err(), Some(Rule::Size.at(1_501)));
        assert_eq!(Regulation::parse(&"#".repeat(601)).err(), Some(Rule::LineLength.at(1)));
        assert_eq!(Regulation::parse("# \u{7}").err(), Some(Rule::Characters.at(1)));
        let steps = ["Bước = phê bình | 1 | A\n".repeat(41), "Bước = khai mạc".to_owned()].concat();
        let agenda = whole().replacen("Bước = khai mạc", &steps, 1);
        assert!(matches!(Regulation::parse(&agenda).err(), Some(RegulationFault { rule: Rule::Count, .. })));
    }

    #[test]
    fn lists_are_lettered_the_vietnamese_way_and_files_named_by_rule() {
        let papers = Regulation::parse(&whole()).unwrap().papers;
        assert_eq!(papers.letters[3..7], ['d', 'đ', 'e', 'g']);
        assert_eq!(Suffixes::numbered(15, &papers.suffixes.resolution), "15-NQ/CB");
        let facts = crate::domain::regulation::papers::FileFacts {
            day: Day::parse("2026-10-03").unwrap(),
            kind: "Nghị quyết",
            number: "15-NQ/CB",
            branch: "Chi bộ thôn Đồng Sen",
        };
        assert_eq!(papers.file_name.of(&facts), "2026-10-03_Nghị-quyết_15-NQ-CB_Chi-bộ-thôn-Đồng-Sen");
        let unnumbered = crate::domain::regulation::papers::FileFacts { number: "", ..facts };
        assert_eq!(papers.file_name.of(&unnumbered), "2026-10-03_Nghị-quyết_Chi-bộ-thôn-Đồng-Sen");
    }
}
