//! Phones in memory: each has a store, a clock and keys of its own; all share one host.

use pollster::block_on;
use so_tay::domain::attendance::{Answer, Reason};
use so_tay::domain::comment::Boxes;
use so_tay::domain::document::{Document, Kind as DocumentKind, Media};
use so_tay::domain::id::{FolderId, MemberId, ThingId};
use so_tay::domain::meeting::{AgendaItem, ItemRole, Kind as MeetingKind, Meeting, Part, Plan, Theme};
use so_tay::domain::member::{Activity, Member, Membership, Office};
use so_tay::domain::org::{BaseUrl, BranchKind, Hosting};
use so_tay::domain::regulation::RegulationId;
use so_tay::domain::self_criticism::{Answer as ReviewAnswer, Level, Personal, Shared};
use so_tay::domain::time::Moment;
use so_tay::domain::words::{Line, Prose};
use so_tay::exchange::bundle::Bundle;
use so_tay::exchange::invitation::{HostingLink, Invitation, Token};
use so_tay::exchange::outbox::Stage;
use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};
use so_tay::ports::{Ports, Row, Store, Table};
use so_tay::record::{Kind, Seed};
use so_tay::sync::{Fault, Founding, Handbook, NewDocument};
use std::rc::Rc;

/// Noon of 10 October 2026 in Viet Nam.
pub const NOW: Moment = Moment(1_791_608_400_000);
/// A counter beyond all that phones of these stories have used.
pub const LATER: u64 = 2_000_000_000_000;
pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 24 * 60 * MINUTE;

pub const DOCUMENT: &[u8] = "Nghị quyết số 12: chăm lo đời sống nhân dân.".as_bytes();

/// Kinds whose records every member gets to see.
pub const PUBLIC: [Kind; 6] =
    [Kind::Charter, Kind::Roster, Kind::Document, Kind::Meeting, Kind::Minutes, Kind::Regulation];

pub fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

pub fn prose(text: &str) -> Prose {
    Prose::parse(text).unwrap()
}

/// One phone, whether or not the app is open on it.
#[derive(Clone)]
pub struct Phone {
    pub store: MemoryStore,
    pub host: MemoryHost,
    pub clock: MemoryClock,
    pub keys: MemoryKeys,
}

impl Phone {
    pub fn new(number: u64, host: &MemoryHost) -> Self {
        let clock = MemoryClock::at(NOW);
        Self { store: MemoryStore::default(), host: host.clone(), clock, keys: MemoryKeys::from(number) }
    }

    pub fn ports(&self) -> Ports {
        Ports {
            store: Rc::new(self.store.clone()),
            feed: Rc::new(self.host.clone()),
            clock: Rc::new(self.clock.clone()),
            keys: Rc::new(self.keys.clone()),
        }
    }

    /// Opens the app, or a second tab of it.
    pub fn open(&self) -> Handbook {
        block_on(Handbook::open(self.ports())).unwrap().unwrap()
    }

    pub fn rows(&self, table: Table) -> Vec<Row> {
        block_on(self.store.list(table, &[])).unwrap()
    }

    /// Rows of the facts that every member may read.
    pub fn public_rows(&self) -> Vec<Row> {
        let mut rows = self.rows(Table::Records);
        rows.extend(self.rows(Table::Past));
        rows.retain(|(key, _)| PUBLIC.iter().any(|kind| key[0] == *kind as u8));
        rows
    }
}

pub fn hosting() -> HostingLink {
    HostingLink {
        hosting: Hosting {
            base_url: BaseUrl::parse("https://du-lieu.example").unwrap(),
            folder: FolderId([7; 16]),
        },
        token: Token::parse(&"t".repeat(43)).unwrap(),
    }
}

pub fn founding(hosting: Option<HostingLink>) -> Founding {
    Founding {
        name: line("Chi bộ thôn Đồng Sen"),
        superior: line("Đảng ủy xã Minh Khê"),
        kind: BranchKind::Residential,
        locality: line("xã Minh Khê"),
        secretary: line("Trần Thị Bình"),
        hosting,
    }
}

pub fn member(id: MemberId, name: &str) -> Member {
    Member {
        id,
        name: line(name),
        office: Office::Member,
        membership: Membership::Official,
        activity: Activity::Here,
        devices: Vec::new(),
    }
}

pub fn notice(id: ThingId, documents: Vec<ThingId>) -> Meeting {
    Meeting {
        id,
        kind: MeetingKind::Thematic,
        number: Some(line("31-TB/CB")),
        noticed_on: NOW.day(),
        starts: NOW.plus_milliseconds(30 * MINUTE).wall(),
        minutes: 120,
        place: line("Nhà văn hóa thôn"),
        chair: line("Trần Thị Bình"),
        theme: Some(Theme { title: line("Nêu gương"), preparer: None }),
        agenda: vec![AgendaItem {
            part: Part::Thematic,
            title: line("Thảo luận"),
            minutes: 60,
            role: ItemRole::ThemeDiscussion,
        }],
        documents,
        plan: Plan::Announced,
        regulation: RegulationId::FIRST,
    }
}

pub fn document(number: &str) -> NewDocument {
    NewDocument {
        kind: DocumentKind::Resolution,
        number: Some(line(number)),
        summary: line("Về chăm lo đời sống nhân dân"),
        issuer: line("Đảng ủy xã Minh Khê"),
        issued_on: Some(NOW.day()),
        media: Media::Text,
        bytes: DOCUMENT.to_vec(),
        reading: None,
    }
}

pub fn boxes(text: &str) -> Boxes {
    Boxes { solutions: prose(text), ..Boxes::default() }
}

pub fn absence() -> Answer {
    Answer::Absent(Reason::Illness, prose("nằm viện"))
}

pub fn review() -> Vec<Shared<ReviewAnswer>> {
    let answer = ReviewAnswer {
        prompt: line("Đồng chí đã nêu gương chưa?"),
        level: Some(Level::Partly),
        note: prose("sẽ cố gắng hơn"),
    };
    vec![Personal::new(answer).share()]
}

/// Everything that is left after a kill on a member's way into the branch.
pub fn join(phone: &Phone, invitation: &Invitation) -> Result<Handbook, Fault> {
    match block_on(Handbook::join(phone.ports(), invitation.clone())) {
        Err(Fault::AlreadyOpen) => Ok(phone.open()),
        joined => joined,
    }
}

/// A branch on two phones: a secretary, and a member who is admitted and has read everything.
pub struct Branch {
    pub host: MemoryHost,
    pub secretary: Phone,
    pub member: Phone,
    pub recovery: Seed,
    /// Who the member is.
    pub an: MemberId,
    pub meeting: ThingId,
    pub document: ThingId,
    /// The handbooks, open.
    pub desk: Handbook,
    pub book: Handbook,
}

impl Branch {
    pub fn with_host() -> Self {
        block_on(Self::found(Some(hosting()))).unwrap()
    }

    pub fn without_host() -> Self {
        block_on(Self::found(None)).unwrap()
    }

    async fn found(hosting: Option<HostingLink>) -> Result<Self, Fault> {
        let host = MemoryHost::default();
        let (secretary, phone) = (Phone::new(1, &host), Phone::new(2, &host));
        let founded = Handbook::found(secretary.ports(), founding(hosting)).await?;
        let desk = founded.handbook;
        let an = desk.new_member();
        desk.enter_member(member(an, "Nguyễn Văn An")).await?;
        let invitation = desk.invite(an).await?;
        let document = desk.publish_document(document("12-NQ/ĐU"), None).await?;
        let meeting = desk.new_thing();
        desk.announce(notice(meeting, vec![document])).await?;
        let book = Handbook::join(phone.ports(), invitation).await?;
        let branch = Self {
            host,
            secretary,
            member: phone,
            recovery: founded.recovery,
            an,
            meeting,
            document,
            desk,
            book,
        };
        branch.exchange().await?;
        branch.exchange().await?;
        for newcomer in branch.desk.newcomers().await? {
            branch.desk.admit(&newcomer.join, an).await?;
        }
        branch.exchange().await?;
        Ok(branch)
    }

    /// One round from the secretary to the member and back, by whatever way the branch has.
    pub async fn exchange(&self) -> Result<(), Fault> {
        if self.desk.memory().identity().hosting(self.desk.memory().fold()).is_some() {
            self.desk.travel().await?;
            self.book.travel().await?;
            self.desk.travel().await?;
            self.book.travel().await?;
            return Ok(());
        }
        for _ in 0..2 {
            self.hand_over().await?;
        }
        Ok(())
    }

    /// The secretary hands a file to the member, who hands one back.
    pub async fn hand_over(&self) -> Result<(), Fault> {
        let documents: Vec<Document> = {
            self.desk.load(Kind::Document).await?;
            self.desk.memory().fold().documents().cloned().collect()
        };
        let out = self.desk.export_bundle(&documents).await?;
        self.desk.note_bundle_out(&out).await?;
        self.book.import_bundle(Bundle::from_text(&out.bundle.to_text())?).await?;
        let out = self.book.export_bundle(&[]).await?;
        self.book.note_bundle_out(&out).await?;
        self.desk.import_bundle(Bundle::from_text(&out.bundle.to_text())?).await?;
        Ok(())
    }

    /// How far everything is that the member has sent.
    pub fn stages(&self) -> Vec<Stage> {
        stages(&self.book)
    }

    /// The document as the member has it.
    pub fn read_document(&self) -> Option<Vec<u8>> {
        block_on(self.book.load(Kind::Document)).unwrap();
        let document = self.book.memory().fold().document(self.document).cloned()?;
        block_on(self.book.file_bytes(document.file)).unwrap()
    }
}

pub fn stages(book: &Handbook) -> Vec<Stage> {
    book.memory().outbox().iter().map(|parcel| parcel.stage).collect()
}
