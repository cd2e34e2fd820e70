//! What the secretary's desk says about publishing.
#![allow(clippy::unwrap_used, reason = "helpers of a test stop at the first thing that is not as it must be")]

use pollster::block_on;
use so_tay::domain::id::MemberId;
use so_tay::domain::member::{Activity, Member, Membership, Office};
use so_tay::domain::org::BranchKind;
use so_tay::domain::time::Moment;
use so_tay::domain::words::Line;
use so_tay::ports::Ports;
use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};
use so_tay::sync::{Founding, Handbook};
use std::rc::Rc;

fn line(text: &str) -> Line {
    Line::parse(text).unwrap()
}

fn member(number: u8) -> Member {
    Member {
        id: MemberId([number; 8]),
        name: line("Trần Thị An"),
        office: Office::Member,
        membership: Membership::Official,
        activity: Activity::Here,
        devices: Vec::new(),
    }
}

#[test]
fn the_desk_says_whether_members_see_everything() {
    block_on(async {
        let clock = MemoryClock::at(Moment(1_790_000_000_000));
        let ports = Ports {
            store: Rc::new(MemoryStore::default()),
            feed: Rc::new(MemoryHost::default()),
            clock: Rc::new(clock.clone()),
            keys: Rc::new(MemoryKeys::from(1)),
        };
        let founding = Founding {
            name: line("Chi bộ thôn Đông"),
            superior: line("Đảng ủy xã Minh Khê"),
            kind: BranchKind::Residential,
            locality: line("xã Minh Khê"),
            secretary: line("Bùi Văn Hòa"),
            hosting: None,
        };
        let handbook = Handbook::found(ports, founding).await.unwrap().handbook;
        assert_eq!((handbook.memory().published_at(), handbook.memory().unpublished()), (None, true));

        let out = handbook.export_bundle(&[]).await.unwrap();
        assert_eq!(handbook.memory().published_at(), None, "a file that nobody has taken is no news");
        handbook.note_bundle_out(&out).await.unwrap();
        let published = Some(Moment(1_790_000_000_000));
        assert_eq!((handbook.memory().published_at(), handbook.memory().unpublished()), (published, false));

        clock.set(Moment(1_790_000_060_000));
        handbook.enter_members(&[member(1), member(2)]).await.unwrap();
        assert!(handbook.memory().unpublished());
        assert_eq!(handbook.memory().fold().roster().unwrap().members.len(), 3);
    });
}
