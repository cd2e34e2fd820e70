//! The handbook of a branch after years of use, as its data host would hold it. Nothing in it is drawn at random: the
//! same day gives the same files. It is signed and packed directly, not founded step by step, because a branch of two
//! years would take minutes.

use std::collections::BTreeMap;
use std::path::Path;

use so_tay::app::routes::Route;
use so_tay::domain::attendance::{Entry, Means, RollCall, State};
use so_tay::domain::comment::{Boxes, Comment, Visibility};
use so_tay::domain::document::{Document, File, Kind as DocumentKind, Media};
use so_tay::domain::id::{BlobId, FolderId, InviteId, MemberId, RecordId, ThingId};
use so_tay::domain::meeting::{AgendaItem, ItemRole, Kind as MeetingKind, Meeting, Part, Plan, Theme};
use so_tay::domain::member::{Activity, Device, Member, Membership, Office, Roster, Standing};
use so_tay::domain::minutes::Minutes;
use so_tay::domain::org::{BaseUrl, BranchKind, Charter, Hosting};
use so_tay::domain::regulation::Regulation;
use so_tay::domain::task::Task;
use so_tay::domain::time::{Moment, TimeOfDay, WallTime};
use so_tay::domain::words::{Line, Prose, WordsFault};
use so_tay::exchange::feed::{blob_url, head_url, month_of};
use so_tay::exchange::invitation::{DevicePass, Invitation};
use so_tay::exchange::pack::seal_pack;
use so_tay::record::body::{Head, PackRef};
use so_tay::record::digest::{blob_id, first, org_id, record_id, sha256};
use so_tay::record::shared_seal::{ContentKey, Purpose, seal_shared};
use so_tay::record::{Body, DeviceSecret, Draft, Seed};

use crate::arguments::options;
use crate::failure::{Context, Failure, Result};
use crate::sample::{self, Link};

/// Members of the branch.
const MEMBERS: usize = 60;
/// Facts of one month, of whatever kind.
const RECORDS_A_MONTH: usize = 250;
/// Documents of two years.
const DOCUMENTS_IN_TWO_YEARS: usize = 700;
/// Days from one meeting to the next: three in two months.
const MEETING_DAYS: i32 = 20;
/// Every so many-th document has its file on the host; the others have an entry only.
const FILE_EVERY: usize = 20;
/// Members who have said something before the next meeting.
const EARLY_COMMENTS: usize = 10;
const DAY_MILLIS: i64 = 24 * 60 * 60 * 1000;

/// A branch of some years, published.
pub struct History {
    /// The files of the data host, by address.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Opens the handbook of one member in a browser.
    pub pass: DevicePass,
    /// Facts in the packs.
    pub records: usize,
}

/// `cargo xtask history --data DIR [--months N] [--app-url URL] [--data-url URL]`: lays a history into the folder of a
/// data host and prints the link of a member.
pub fn verb(arguments: &[String]) -> Result<()> {
    let names = ["--data", "--months", "--app-url", "--data-url"];
    let [data, months, app_url, data_url] = options(arguments, names)?;
    let data = data.ok_or("--data is missing")?;
    let months = match months {
        None => 24,
        Some(text) => text.parse().context(format!("{text} is not a number of months"))?,
    };
    let app_url = app_url.unwrap_or_else(|| sample::APP_URL.to_owned());
    let data_url = data_url.unwrap_or_else(|| sample::DATA_URL.to_owned());
    let history = history(months, sample::now()?, &data_url)?;
    sample::write_files(Path::new(&data), &history.files, &data_url)?;
    let bytes: usize = history.files.values().map(Vec::len).sum();
    eprintln!("{} records, {} files, {bytes} bytes", history.records, history.files.len());
    let url = format!("{app_url}{}#{}", Route::Pass.href(), history.pass.to_fragment());
    sample::print(&[Link { who: "As a member".to_owned(), url }]);
    Ok(())
}

/// The branch after so many months, seen at `now`, on a host at `data_url`.
pub fn history(months: u32, now: Moment, data_url: &str) -> Result<History> {
    let base_url = BaseUrl::parse(data_url).ok_or_else(|| format!("{data_url} is no data host"))?;
    let months = usize::try_from(months).context("too many months")?.max(1);
    let mut branch = Branch::new(now, Hosting { base_url, folder: FolderId(id(&["folder"])) })?;
    branch.found(months);
    branch.publish_documents(months)?;
    branch.meet(months)?;
    branch.fill_with_comments(months * RECORDS_A_MONTH)?;
    branch.into_history()
}

struct Branch {
    now: Moment,
    content: ContentKey,
    secretary: DeviceSecret,
    recovery: DeviceSecret,
    members: Vec<(Member, DeviceSecret)>,
    charter: Charter,
    /// Signed facts, by the month in which they were accepted.
    shelf: BTreeMap<u32, Vec<Vec<u8>>>,
    records: usize,
    /// Documents whose file is on the host, the newest last.
    readable: Vec<ThingId>,
    files: Vec<Vec<u8>>,
    /// Meetings, the next one first.
    meetings: Vec<(ThingId, Moment)>,
}

impl Branch {
    fn new(now: Moment, hosting: Hosting) -> Result<Self> {
        let secretary = secret("secretary");
        let recovery = secret("recovery");
        let members = (0..MEMBERS).map(|number| person(number, &secretary)).collect::<Result<_>>()?;
        let charter = Charter {
            name: line("Chi bộ khu dân cư Bến Lau")?,
            superior: line("Đảng bộ phường An Thái")?,
            kind: BranchKind::Residential,
            locality: line("phường An Thái")?,
            secretaries: vec![secretary.keys()],
            recovery: recovery.keys(),
            salt: id(&["salt"]),
            hosting: Some(hosting),
        };
        Ok(Self {
            now,
            content: ContentKey(sha256(&[b"history content"])),
            secretary,
            recovery,
            members,
            charter,
            shelf: BTreeMap::new(),
            records: 0,
            readable: Vec::new(),
            files: Vec::new(),
            meetings: Vec::new(),
        })
    }

    fn org(&self) -> so_tay::domain::id::OrgId {
        org_id(&self.secretary.keys(), &self.recovery.keys(), &self.charter.salt)
    }

    /// Signs a fact and puts it on the shelf of its month. `who` is a place among the members; nobody is the secretary.
    fn state(
        &mut self,
        at: Moment,
        about: ThingId,
        who: Option<usize>,
        replaces: Vec<RecordId>,
        body: Body,
    ) -> RecordId {
        let draft = Draft { org: self.org(), at, about, replaces, body };
        let device = who.and_then(|who| self.members.get(who)).map_or(&self.secretary, |(_, device)| device);
        let bytes = draft.sign(device);
        let id = record_id(&bytes);
        self.shelf.entry(month_of(at.day())).or_default().push(bytes);
        self.records += 1;
        id
    }

    fn ago(&self, days: usize) -> Moment {
        let days = i64::try_from(days).unwrap_or(i64::MAX / DAY_MILLIS);
        self.now.plus_milliseconds(-days * DAY_MILLIS)
    }

    /// The charter, and a roster each month: somebody always comes or changes a phone.
    fn found(&mut self, months: usize) {
        let charter = Body::Charter(self.charter.clone());
        self.state(self.ago(months * 30), ThingId::BRANCH, None, Vec::new(), charter);
        let mut last: Option<RecordId> = None;
        for month in (0..months).rev() {
            let listed = MEMBERS - month.min(MEMBERS / 2);
            let members = self.members.iter().take(listed).map(|(member, _)| member.clone()).collect();
            let (at, replaces) = (self.ago(month * 30 + 25), last.into_iter().collect());
            last = Some(self.state(at, ThingId::BRANCH, None, replaces, Body::Roster(Roster { members })));
        }
    }

    fn publish_documents(&mut self, months: usize) -> Result<()> {
        let number_of = months * DOCUMENTS_IN_TWO_YEARS / 24;
        for number in 0..number_of {
            let at = self.ago((number_of - number) * months * 30 / number_of);
            let kind = DocumentKind::ALL[scatter(number, DocumentKind::ALL.len())];
            let subject = SUBJECTS[scatter(number * 3, SUBJECTS.len())];
            let summary = format!("{subject} (đợt {}, năm {})", number + 1, at.day().year());
            let mut file =
                File { blob: BlobId(sha256(&[summary.as_bytes()])), bytes: 40_000, media: Media::Pdf };
            let thing = ThingId(id(&["document", &number.to_string()]));
            if number % FILE_EVERY == 0 {
                let text = text(&summary, number);
                let sealed = seal_shared(&self.content, Purpose::Document, text.as_bytes());
                let bytes = u32::try_from(text.len()).context("a text is too long")?;
                file = File { blob: blob_id(&sealed), bytes, media: Media::Markdown };
                self.files.push(sealed);
                self.readable.push(thing);
            }
            let document = Document {
                id: thing,
                kind,
                number: Some(line(&format!("{}-{}/ĐU", number + 1, kind.abbreviation()))?),
                summary: line(&summary)?,
                issuer: line("Đảng ủy phường An Thái")?,
                issued_on: Some(at.day()),
                file,
                reading: None,
            };
            self.state(at, thing, None, Vec::new(), Body::Document(document));
        }
        Ok(())
    }

    /// Three meetings in two months, each announced, announced again with its papers, and left with minutes. The last
    /// one is still to come.
    fn meet(&mut self, months: usize) -> Result<()> {
        let number_of = months * 3 / 2;
        for number in 0..number_of {
            let days = 3 - MEETING_DAYS * i32::try_from(number).context("too many meetings")?;
            let evening = TimeOfDay::new(19, 0).map_err(|fault| format!("{fault:?}"))?;
            let starts = WallTime { day: self.now.day().plus_days(days), time: evening };
            let moment = starts.moment();
            let thing = ThingId(id(&["meeting", &number.to_string()]));
            let mut meeting = notice(thing, number, starts)?;
            let noticed = moment.plus_milliseconds(-6 * DAY_MILLIS);
            let first = self.state(noticed, thing, None, Vec::new(), Body::Meeting(meeting.clone()));
            let behind = (number * 2).min(self.readable.len().saturating_sub(3));
            let from = self.readable.len().saturating_sub(behind + 3);
            meeting.documents = self.readable.iter().skip(from).take(3).copied().collect();
            let again = moment.plus_milliseconds(-5 * DAY_MILLIS);
            self.state(again, thing, None, vec![first], Body::Meeting(meeting));
            if moment < self.now {
                let minutes = self.minutes(thing, number, starts)?;
                let at = moment.plus_milliseconds(DAY_MILLIS);
                self.state(at.min(self.now), thing, None, Vec::new(), Body::Minutes(minutes));
            }
            self.meetings.push((thing, moment));
        }
        Ok(())
    }

    fn minutes(&self, meeting: ThingId, number: usize, starts: WallTime) -> Result<Minutes> {
        let entry = |(place, (member, _)): (usize, &(Member, DeviceSecret))| {
            let state = match scatter(number * MEMBERS + place, 20) {
                0 => State::Absent,
                1 | 2 => State::Excused,
                3 => State::Late,
                _ => State::Present,
            };
            let came = matches!(state, State::Present | State::Late);
            Entry { member: member.id, state, means: Means::Tick, at: came.then(|| starts.moment()) }
        };
        let roll_call = RollCall::new(self.members.iter().enumerate().map(entry));
        let mut tasks = Vec::new();
        for task in 0..4 {
            let who = scatter(number * 7 + task, MEMBERS);
            tasks.push(Task {
                id: ThingId(id(&["task", &number.to_string(), &task.to_string()])),
                what: line(TASKS[scatter(number + task * 5, TASKS.len())])?,
                who: self.members.iter().skip(who).take(2).map(|(member, _)| member.id).collect(),
                deadline: Some(starts.day.plus_days(10 + i32::try_from(task * 5).context("tasks")?)),
                report_on: None,
            });
        }
        let (outcomes, regulation) = (Vec::new(), Regulation::shipped(starts.day).id);
        Ok(Minutes { meeting, roll_call, tasks, outcomes, regulation, closed_at: None })
    }

    /// Words of members on every theme, and later versions of them, until there are so many facts. The member whose
    /// phone is measured has not said anything yet on the next one.
    fn fill_with_comments(&mut self, records: usize) -> Result<()> {
        let mut last: BTreeMap<(usize, usize), RecordId> = BTreeMap::new();
        let meetings = self.meetings.clone();
        for version in 0_u8.. {
            for (number, (meeting, starts)) in meetings.iter().enumerate() {
                let speakers = if number == 0 { 1..=EARLY_COMMENTS } else { 0..=MEMBERS - 1 };
                for who in speakers {
                    if self.records >= records {
                        return Ok(());
                    }
                    let hours =
                        i64::try_from(MEMBERS - who).context("members")? + 24 * i64::from(5 - version.min(4));
                    let at = starts.plus_milliseconds(-hours * 60 * 60 * 1000).min(self.now);
                    let seed = (number * MEMBERS + who) * 5 + usize::from(version);
                    let part = |offset: usize| prose(OPINIONS[scatter(seed + offset, OPINIONS.len())]);
                    let boxes =
                        Boxes { current_state: part(0)?, causes: part(7919)?, solutions: part(104_729)? };
                    let comment = Comment { meeting: *meeting, boxes, visibility: Visibility::Branch };
                    let replaces = last.get(&(number, who)).copied().into_iter().collect();
                    let id = self.state(at, *meeting, Some(who), replaces, Body::Comment(comment));
                    last.insert((number, who), id);
                }
            }
        }
        Ok(())
    }

    /// Seals the packs and the head over them.
    fn into_history(self) -> Result<History> {
        let hosting = self.charter.hosting.clone().ok_or("the branch has no host")?;
        let mut files = BTreeMap::new();
        let mut packs = Vec::new();
        for (month, records) in &self.shelf {
            let sealed = seal_pack(&self.content, records.iter().map(Vec::as_slice));
            let bytes = u32::try_from(sealed.len()).context("a month is too large")?;
            packs.push(PackRef { month: *month, blob: blob_id(&sealed), bytes });
            files.insert(blob_url(&hosting, blob_id(&sealed)), sealed);
        }
        for sealed in &self.files {
            files.insert(blob_url(&hosting, blob_id(sealed)), sealed.clone());
        }
        let expires = self.now.plus_milliseconds(Head::FRESH_DAYS * DAY_MILLIS);
        let head = Head { seq: 1, expires, packs, received: Vec::new(), unproven: Vec::new() };
        let draft = Draft {
            org: self.org(),
            at: self.now,
            about: ThingId::BRANCH,
            replaces: Vec::new(),
            body: Body::Head(head),
        };
        let signed = draft.sign(&self.secretary);
        files.insert(head_url(&hosting), seal_shared(&self.content, Purpose::Head, &signed));
        let (_, device) = self.members.first().ok_or("the branch has no members")?;
        let invitation = Invitation {
            org: self.org(),
            content: self.content.clone(),
            hosting: Some(hosting),
            invite: InviteId([0; 8]),
            branch: self.charter.name.clone(),
            member: None,
        };
        let pass = DevicePass { seed: Seed(*device.seed()), invitation, token: None };
        Ok(History { files, pass, records: self.records })
    }
}

/// The member at this place; the second is the secretary, so that the first is an ordinary member.
fn person(number: usize, secretary: &DeviceSecret) -> Result<(Member, DeviceSecret)> {
    let secret = if number == 1 { secretary.clone() } else { secret(&format!("member {number}")) };
    let name = format!(
        "{} {} {}",
        FAMILY_NAMES[scatter(number, FAMILY_NAMES.len())],
        MIDDLE_NAMES[scatter(number + 100, MIDDLE_NAMES.len())],
        GIVEN_NAMES[number % GIVEN_NAMES.len()],
    );
    let device = Device { id: secret.id(), keys: secret.keys(), standing: Standing::Active };
    let member = Member {
        id: MemberId(id(&["member", &number.to_string()])),
        name: line(&name)?,
        office: if number == 1 { Office::Secretary } else { Office::Member },
        membership: if number % 23 == 22 { Membership::Probationary } else { Membership::Official },
        activity: Activity::Here,
        devices: vec![device],
    };
    Ok((member, secret))
}

fn notice(id: ThingId, number: usize, starts: WallTime) -> Result<Meeting> {
    let theme = Theme { title: line(SUBJECTS[scatter(number * 11, SUBJECTS.len())])?, preparer: None };
    let mut agenda = Vec::new();
    for (title, minutes) in AGENDA {
        agenda.push(AgendaItem { part: Part::Regular, title: line(title)?, minutes, role: ItemRole::Other });
    }
    Ok(Meeting {
        id,
        kind: if number % 3 == 2 { MeetingKind::Thematic } else { MeetingKind::Regular },
        number: Some(line(&format!("{}-TB/CB", 100 - number.min(99)))?),
        noticed_on: starts.day.plus_days(-6),
        starts,
        minutes: 110,
        place: line("Nhà sinh hoạt khu dân cư Bến Lau")?,
        chair: line("Đồng chí Bí thư chi bộ")?,
        theme: Some(theme),
        agenda,
        documents: Vec::new(),
        plan: Plan::Announced,
        regulation: Regulation::shipped(starts.day).id,
    })
}

fn text(title: &str, number: usize) -> String {
    let paragraphs = (0..12).map(|place| OPINIONS[scatter(number * 12 + place, OPINIONS.len())]);
    let sections =
        paragraphs.enumerate().map(|(place, words)| format!("## Mục {}\n\n{words}\n\n", place + 1));
    format!("# {title}\n\n{}", sections.collect::<String>())
}

/// A place below `limit` that looks arbitrary and is always the same.
fn scatter(number: usize, limit: usize) -> usize {
    let digest = sha256(&[b"history scatter", &number.to_be_bytes()]);
    usize::from(u16::from_be_bytes([digest[0], digest[1]])) % limit
}

fn id<const N: usize>(parts: &[&str]) -> [u8; N] {
    first(&sha256(&[b"history", parts.join("/").as_bytes()]))
}

fn secret(name: &str) -> DeviceSecret {
    DeviceSecret::grow(&Seed(sha256(&[b"history device", name.as_bytes()])))
}

fn line(text: &str) -> Result<Line> {
    Line::parse(text).map_err(|fault| unfit(text, fault))
}

fn prose(text: &str) -> Result<Prose> {
    Prose::parse(text).map_err(|fault| unfit(text, fault))
}

fn unfit(text: &str, fault: WordsFault) -> Failure {
    Failure::from(format!("{text}: {fault:?}"))
}

const FAMILY_NAMES: [&str; 10] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Dương"];
const MIDDLE_NAMES: [&str; 8] = ["Văn", "Thị", "Minh", "Thanh", "Quang", "Ngọc", "Xuân", "Hữu"];
const GIVEN_NAMES: [&str; 30] = [
    "An", "Bình", "Chi", "Dũng", "Điệp", "Giang", "Hải", "Hạnh", "Hiền", "Hòa", "Hùng", "Khánh", "Lan",
    "Liên", "Long", "Mai", "Nam", "Nga", "Phúc", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Thủy", "Toàn",
    "Trung", "Tuyết", "Vinh", "Yến",
];
const AGENDA: [(&str, u16); 5] = [
    ("Khai mạc, điểm danh, thông qua chương trình", 10),
    ("Đánh giá kết quả lãnh đạo tháng qua", 25),
    ("Thảo luận nhiệm vụ tháng tới", 40),
    ("Tự phê bình và phê bình", 20),
    ("Kết luận, biểu quyết, chấm điểm", 15),
];
const SUBJECTS: [&str; 12] = [
    "Giữ gìn vệ sinh ngõ phố và bờ kênh trước mùa mưa",
    "Phát huy vai trò nêu gương của đảng viên nơi cư trú",
    "Vận động nhân dân phòng cháy, chữa cháy tại khu tập thể cũ",
    "Giúp người cao tuổi sử dụng dịch vụ công trên điện thoại",
    "Nâng chất lượng tự phê bình và phê bình trong chi bộ",
    "Xây dựng quỹ khuyến học của khu dân cư",
    "Bảo đảm trật tự lòng đường, vỉa hè quanh chợ Bến Lau",
    "Chăm lo gia đình chính sách và hộ neo đơn",
    "Phòng, chống lừa đảo qua mạng trong nhân dân",
    "Giám sát công trình thoát nước đường Bến Lau",
    "Bồi dưỡng quần chúng ưu tú, tạo nguồn phát triển đảng viên",
    "Tiết kiệm điện, nước trong hộ gia đình",
];
const TASKS: [&str; 8] = [
    "Đến từng hộ trong tổ, ghi lại kiến nghị về thoát nước",
    "Hướng dẫn người cao tuổi cài đặt ứng dụng dịch vụ công",
    "Lập danh sách hộ cần giúp, báo cáo chi ủy",
    "Kiểm tra bình chữa cháy ở các nhà tập thể",
    "Vận động các hộ kinh doanh ký cam kết vệ sinh",
    "Viết tin về gương người tốt của khu dân cư",
    "Chuẩn bị đề dẫn cho buổi chuyên đề sau",
    "Rà soát danh sách quần chúng ưu tú",
];
const OPINIONS: [&str; 12] = [
    "Nhiều hộ đã làm tốt nhưng còn theo đợt, hết đợt lại như cũ; tổ trưởng phải đi nhắc từng nhà.",
    "Ngõ sâu, xe không vào được nên việc gom phải làm hai lần, tốn công mà vẫn sót.",
    "Chưa phân rõ ai lo, việc của nhiều người thành ra không phải việc của ai.",
    "Đảng viên trẻ đi làm cả ngày, buổi tối mới có mặt; cần giao việc hợp với giờ giấc.",
    "Nên chọn một ngõ làm trước trong một tháng, có số liệu rồi mới bàn mở rộng.",
    "Đề nghị công khai thu chi tại bảng tin để bà con yên tâm đóng góp.",
    "Thông tin đến người dân còn chậm, có khi việc xong rồi mới biết.",
    "Tôi xin nhận phụ trách bốn nhà đầu ngõ và báo lại kết quả ở kỳ họp sau.",
    "Nguyên nhân chính là thói quen; nhắc nhẹ nhàng, nhắc đều thì sẽ đổi.",
    "Cần phối hợp với ban công tác mặt trận, tránh mỗi bên làm một kiểu.",
    "Cơ sở vật chất cũ, kinh phí sửa vượt khả năng của khu; phải kiến nghị lên trên.",
    "Kết quả tháng này tốt hơn tháng trước, nhất là ở tổ 4 và tổ 7.",
];

#[cfg(test)]
mod tests {
    use super::*;
    use pollster::block_on;
    use so_tay::ports::Ports;
    use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};
    use so_tay::record::Kind;
    use so_tay::sync::{Handbook, Role};
    use std::rc::Rc;

    /// Noon of 22 November 2026 in Viet Nam.
    const NOW: Moment = Moment(1_795_323_600_000);

    #[test]
    fn a_member_fetches_the_whole_history() {
        let history = history(24, NOW, "http://localhost:8081").unwrap();
        assert_eq!(history.records, 6_000);
        let host = MemoryHost::default();
        host.files().extend(history.files);
        let ports = Ports {
            store: Rc::new(MemoryStore::default()),
            feed: Rc::new(host),
            clock: Rc::new(MemoryClock::at(NOW)),
            keys: Rc::new(MemoryKeys::from(1)),
        };
        let member = block_on(Handbook::restore(ports, history.pass)).unwrap();
        let travel = block_on(member.travel()).unwrap();
        assert_eq!((travel.arrival.facts, travel.arrival.refused), (6_000, 0));
        assert_eq!(member.memory().role(), Role::Member);
        block_on(member.load(Kind::Document)).unwrap();
        let memory = member.memory();
        assert_eq!(memory.fold().documents().count(), 700);
        assert_eq!(memory.fold().meetings().count(), 36);
        assert_eq!(memory.fold().all_minutes().count(), 35);
        let next = memory.fold().next_meeting(NOW.wall()).unwrap();
        assert_eq!(NOW.day().days_until(next.starts.day), 3);
        let papers: Vec<Document> =
            next.documents.iter().filter_map(|id| memory.fold().document(*id)).cloned().collect();
        drop(memory);
        assert_eq!(papers.len(), 3);
        for paper in &papers {
            block_on(member.save_document(paper)).unwrap();
        }
    }

    #[test]
    fn the_same_day_gives_the_same_history() {
        let files = || history(2, NOW, "http://localhost:8081").unwrap().files;
        assert_eq!(files(), files());
    }
}
