//! The sample branch as a whole: founded with the real commands, on any day, with and without a host.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used)]

use pollster::block_on;
use so_tay::domain::attendance::{State, Tally};
use so_tay::domain::classification::{find_marking, find_marking_in_field};
use so_tay::domain::document::Media;
use so_tay::domain::id::FolderId;
use so_tay::domain::meeting::Part;
use so_tay::domain::member::{Activity, Membership, Office};
use so_tay::domain::org::{BaseUrl, Hosting};
use so_tay::domain::task::Due;
use so_tay::domain::time::{Day, Moment, TimeOfDay, WallTime};
use so_tay::exchange::invitation::{HostingLink, Token};
use so_tay::exchange::outbox::Stage;
use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};
use so_tay::ports::{Ports, Table};
use so_tay::record::Kind;
use so_tay::sample::{SCRIPT_FILE, Script, found, hand_files, pour, welcome};
use so_tay::sync::{Handbook, Role};
use std::collections::BTreeSet;
use std::path::Path;
use std::rc::Rc;

const TODAY: &str = "2026-11-22";

fn file(name: &str) -> Option<Vec<u8>> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/sample").join(name)).ok()
}

fn script() -> Script {
    Script::parse(&String::from_utf8(file(SCRIPT_FILE).unwrap()).unwrap()).unwrap()
}

fn wall(day: &str, time: &str) -> WallTime {
    WallTime { day: Day::parse(day).unwrap(), time: TimeOfDay::parse(time).unwrap() }
}

struct Device {
    store: MemoryStore,
    host: MemoryHost,
    clock: MemoryClock,
    keys: MemoryKeys,
}

impl Device {
    fn new(number: u64, now: Moment, host: &MemoryHost) -> Self {
        let (store, host) = (MemoryStore::default(), host.clone());
        Self { store, host, clock: MemoryClock::at(now), keys: MemoryKeys::from(number) }
    }

    fn ports(&self) -> Ports {
        Ports {
            store: Rc::new(self.store.clone()),
            feed: Rc::new(self.host.clone()),
            clock: Rc::new(self.clock.clone()),
            keys: Rc::new(self.keys.clone()),
        }
    }
}

fn found_at(day: &str, time: &str) -> (Device, Handbook) {
    let device = Device::new(1, wall(day, time).moment(), &MemoryHost::default());
    let secretary = block_on(found(device.ports(), &script(), &file, None)).unwrap();
    (device, secretary)
}

fn hosting() -> HostingLink {
    HostingLink {
        hosting: Hosting {
            base_url: BaseUrl::parse("http://localhost:8081").unwrap(),
            folder: FolderId([7; 16]),
        },
        token: Token::parse(&"t".repeat(43)).unwrap(),
    }
}

#[test]
fn the_branch_has_its_members_meetings_and_documents() {
    let (_, secretary) = found_at(TODAY, "10:00");
    let memory = secretary.memory();
    let members = &memory.fold().roster().unwrap().members;
    let count = |standing| members.iter().filter(|one| (one.membership, one.activity) == standing).count();
    assert_eq!(members.len(), 22);
    assert_eq!(
        [
            (Membership::Official, Activity::Here),
            (Membership::Official, Activity::Exempt),
            (Membership::Official, Activity::Elsewhere),
            (Membership::Probationary, Activity::Here),
        ]
        .map(count),
        [18, 1, 1, 2]
    );
    let offices: BTreeSet<Office> = members.iter().map(|member| member.office).collect();
    assert_eq!(offices.len(), 4);
    assert_eq!(memory.role(), Role::Secretary);
    assert_eq!(memory.fold().meetings().count(), 3);
    assert_eq!(memory.fold().documents().count(), 6);
}

#[test]
fn the_next_meeting_is_in_three_days_whatever_day_it_is() {
    let moments = [
        ("2026-01-01", "00:00"),
        ("2026-02-28", "19:30"),
        ("2026-03-01", "23:59"),
        ("2028-02-29", "07:00"),
        ("2026-12-30", "00:00"),
        ("2026-12-31", "23:59"),
    ];
    for (day, time) in moments {
        let (_, secretary) = found_at(day, time);
        let (today, memory) = (Day::parse(day).unwrap(), secretary.memory());
        let next = memory.fold().next_meeting(wall(day, time)).unwrap();
        assert_eq!(next.starts, WallTime { day: today.plus_days(3), ..wall(day, "19:00") });
        assert_eq!((next.agenda.len(), next.documents.len()), (9, 3));
        let parts: BTreeSet<Part> = next.agenda.iter().map(|item| item.part).collect();
        assert_eq!(parts.len(), 2);
        assert_eq!(next.agenda.iter().map(|item| item.minutes).sum::<u16>(), next.minutes);

        let months: BTreeSet<_> =
            memory.fold().meetings().map(|meeting| meeting.starts.day.month()).collect();
        assert_eq!(months.len(), 3, "{day}");
        assert!(months.contains(&next.starts.day.month().previous()), "{day}");
    }
}

#[test]
fn the_last_meeting_left_a_roll_call_with_every_state_and_tasks_around_today() {
    let (_, secretary) = found_at(TODAY, "10:00");
    let memory = secretary.memory();
    let fold = memory.fold();
    let over = fold.meetings().filter(|meeting| meeting.over(wall(TODAY, "10:00")));
    let last = over.max_by_key(|meeting| meeting.starts).unwrap();
    let minutes = fold.minutes(last.id).unwrap();
    let states: BTreeSet<State> = minutes.roll_call.entries().iter().map(|entry| entry.state).collect();
    assert_eq!(states.len(), 6);
    let tally = Tally::of(&minutes.roll_call);
    assert_eq!((tally.present, tally.expected, tally.unmarked), (17, 20, 0));
    let means: BTreeSet<_> = minutes.roll_call.entries().iter().map(|entry| entry.means).collect();
    assert_eq!(means.len(), 2);

    let due: Vec<Due> = minutes.tasks.iter().map(|task| task.due(Day::parse(TODAY).unwrap())).collect();
    assert_eq!(due, [Due::Soon(2), Due::Later(9), Due::Overdue(3), Due::Soon(3)]);
    assert!(minutes.tasks.iter().all(|task| !task.who.is_empty()));
}

#[test]
fn no_document_carries_a_marking_or_an_unfilled_place() {
    let (_, secretary) = found_at(TODAY, "10:00");
    let documents: Vec<_> = secretary.memory().fold().documents().cloned().collect();
    for document in documents {
        assert_eq!(find_marking_in_field(document.summary.as_str()), None);
        let bytes = block_on(secretary.file_bytes(document.file)).unwrap().unwrap();
        if document.file.media == Media::Pdf {
            assert!(bytes.starts_with(b"%PDF-") && bytes.len() < 60_000);
        } else {
            let text = String::from_utf8(bytes).unwrap();
            assert_eq!(find_marking(&text), None, "{}", document.summary);
            assert!(!text.contains(['{', '}']));
        }
    }
}

#[test]
fn the_introduction_to_the_theme_is_a_long_text_with_headings() {
    let text = String::from_utf8(file("de-dan.md").unwrap()).unwrap();
    assert!(text.split_whitespace().count() > 1_500);
    assert!(text.lines().filter(|line| line.starts_with('#')).count() > 10);
}

#[test]
fn a_visitor_moves_in_as_a_member_with_documents_and_comments_of_others() {
    let (desk, secretary) = found_at(TODAY, "10:00");
    let script = script();
    let device = Device::new(2, wall(TODAY, "10:00").moment(), &desk.host);
    let name = &script.people[script.visitor].name;
    let memory_only = Ports { store: Rc::new(MemoryStore::default()), ..device.ports() };
    let store = memory_only.store.clone();
    let visitor = block_on(welcome(&secretary, memory_only, name)).unwrap();
    block_on(hand_files(&secretary, &visitor)).unwrap();
    block_on(pour(&*store, &device.store)).unwrap();

    let visitor = block_on(Handbook::open(device.ports())).unwrap().unwrap();
    assert_eq!(visitor.memory().role(), Role::Member);
    let me = visitor.memory().me().unwrap();
    assert_eq!(visitor.memory().fold().roster().unwrap().member(me).unwrap().name, *name);
    assert_eq!(block_on(visitor.saved_files()).unwrap().len(), 6);
    block_on(visitor.load(Kind::Comment)).unwrap();
    let memory = visitor.memory();
    let next = memory.fold().next_meeting(wall(TODAY, "10:00")).unwrap();
    // The one for the secretary alone is not passed on.
    assert_eq!(memory.fold().comments(next.id).count(), 3);
    assert!(memory.fold().comment(next.id, me).is_none());
    assert!(memory.outbox().iter().all(|parcel| parcel.stage == Stage::Received));
    assert!(memory.fold().tasks().iter().any(|(_, task)| task.concerns(me)));
}

#[test]
fn the_secretary_moves_in_with_replies_and_private_comments() {
    let (desk, _) = found_at(TODAY, "10:00");
    let device = Device { store: MemoryStore::default(), ..desk };
    block_on(pour(&desk.store, &device.store)).unwrap();
    let secretary = block_on(Handbook::open(device.ports())).unwrap().unwrap();
    let next = secretary.memory().fold().next_meeting(wall(TODAY, "10:00")).unwrap().id;
    block_on(secretary.load_meeting(next)).unwrap();
    assert_eq!(secretary.memory().role(), Role::Secretary);
    assert_eq!(secretary.memory().fold().comments(next).count(), 4);
    let replies = secretary.memory().fold().about(Kind::Reply, next).count();
    assert_eq!(replies, 5);
}

#[test]
fn a_restored_secretary_goes_on_from_a_bundle() {
    let (desk, secretary) = found_at(TODAY, "10:00");
    let device = Device::new(3, wall(TODAY, "10:00").moment(), &desk.host);
    let pass = secretary.memory().identity().pass();
    let restored = block_on(Handbook::restore(device.ports(), pass)).unwrap();
    block_on(hand_files(&secretary, &restored)).unwrap();
    assert_eq!(restored.memory().role(), Role::Secretary);
    assert_eq!(device.store.count(Table::Shelf), desk.store.count(Table::Shelf));

    // What the restored device publishes reaches a new member whole.
    let phone = Device::new(4, wall(TODAY, "10:00").moment(), &desk.host);
    let script = script();
    let name = &script.people[script.newcomer].name;
    let member = block_on(welcome(&restored, phone.ports(), name)).unwrap();
    block_on(member.load(Kind::Document)).unwrap();
    assert_eq!(member.memory().fold().documents().count(), 6);
}

#[test]
fn with_a_host_everything_lies_there_and_a_member_fetches_it() {
    let host = MemoryHost::default();
    let desk = Device::new(1, wall(TODAY, "10:00").moment(), &host);
    let script = script();
    let secretary = block_on(found(desk.ports(), &script, &file, Some(hosting()))).unwrap();
    assert!(!secretary.memory().unpublished());
    let mails = host.files().keys().filter(|name| name.contains("/drop/")).count();
    assert_eq!(mails, 0);

    let phone = Device::new(2, wall(TODAY, "10:00").moment(), &host);
    let name = &script.people[script.visitor].name;
    let member = block_on(welcome(&secretary, phone.ports(), name)).unwrap();
    block_on(member.load(Kind::Document)).unwrap();
    let documents: Vec<_> = member.memory().fold().documents().cloned().collect();
    assert_eq!(documents.len(), 6);
    for document in &documents {
        block_on(member.save_document(document)).unwrap();
    }
    assert_eq!(block_on(member.saved_files()).unwrap().len(), 6);
}
