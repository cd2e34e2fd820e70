//! The branch changes hands: a deputy is named, a phone is lost, a host is found, the sheet of paper is fetched.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::Answer;
use so_tay::domain::id::{FolderId, ThingId};
use so_tay::domain::member::Standing;
use so_tay::domain::org::Hosting;
use so_tay::exchange::invitation::HostingLink;
use so_tay::ports::Table;
use so_tay::record::{Flaw, Kind, Seed};
use so_tay::sync::{Fault, Role};

const NEW: ThingId = ThingId([8; 16]);

#[test]
fn a_deputy_publishes_and_takes_the_lost_phone_of_the_secretary_off() {
    let branch = Branch::with_host();
    let (desk, book) = (&branch.desk, &branch.book);
    let (founder, deputy) = (branch.founder(), branch.members_device().id());
    block_on(async {
        branch.secretary.clock.set(NOW.plus_milliseconds(40 * DAY));
        desk.announce(notice(ThingId([9; 16]), Vec::new())).await.unwrap();
        branch.exchange().await.unwrap();
        desk.name_secretary(deputy).await.unwrap();
        assert_eq!(desk.name_secretary(deputy).await, Err(Fault::AlreadyListed));
        assert_eq!(desk.dismiss_secretary(founder.id()).await, Err(Fault::OwnDevice));
        desk.travel().await.unwrap();
        assert_eq!(
            book.travel().await,
            Err(Fault::NoToken),
            "it is the secretary's, but the host does not know it"
        );
        assert_eq!(book.memory().role(), Role::Secretary);
        assert_eq!(branch.member.rows(Table::Shelf), branch.secretary.rows(Table::Shelf), "with every month");

        book.host(hosting()).await.unwrap();
        book.announce(notice(NEW, Vec::new())).await.unwrap();
        book.dismiss_secretary(founder.id()).await.unwrap();
        assert!(book.travel().await.unwrap().published);
        assert!(branch.member.open().memory().identity().token().is_some(), "the token is kept");
        let former = Err(Fault::Flaw(Flaw::FormerSecretary(founder.id())));
        branch.serve(&founder, LATER, &[]);
        assert_eq!(book.fetch().await, former);
        book.travel().await.unwrap_err();
        desk.fetch().await.unwrap();
        assert_eq!(desk.memory().role(), Role::Member);
        assert_eq!(desk.memory().fold().meetings().count(), 3);
        let newcomer = join(&Phone::new(3, &branch.host), &book.invite(branch.an).await.unwrap()).unwrap();
        newcomer.travel().await.unwrap();
        assert_eq!(newcomer.memory().fold().meetings().count(), 3);
    });
}

#[test]
fn a_deputy_of_a_branch_without_a_host_is_promoted_by_a_bundle() {
    let branch = Branch::without_host();
    block_on(async {
        branch.desk.name_secretary(branch.members_device().id()).await.unwrap();
        branch.hand_over().await.unwrap();
        assert_eq!(branch.book.memory().role(), Role::Secretary);
        assert_eq!(branch.member.rows(Table::Shelf), branch.secretary.rows(Table::Shelf));
    });
}

#[test]
fn a_branch_that_was_founded_without_a_host_gets_one_later() {
    let branch = Branch::without_host();
    block_on(async {
        let (desk, book) = (&branch.desk, &branch.book);
        assert_eq!(book.host(hosting()).await, Err(Fault::NotTheSecretary));
        desk.host(hosting()).await.unwrap();
        assert!(branch.secretary.open().memory().identity().token().is_some());
        assert!(desk.travel().await.unwrap().published);
        // A member hears of it by the next file, and by the network from then on.
        branch.hand_over().await.unwrap();
        book.reply(branch.meeting, Answer::Attend).await.unwrap();
        assert_eq!(book.travel().await.unwrap().sent, 1);
        assert_eq!(desk.travel().await.unwrap().arrival.mails, 1);
        // Whoever is invited now needs no file at all.
        let newcomer = join(&Phone::new(3, &branch.host), &desk.invite(branch.an).await.unwrap()).unwrap();
        newcomer.travel().await.unwrap();
        newcomer.load(Kind::Document).await.unwrap();
        let document = newcomer.memory().fold().document(branch.document).cloned().unwrap();
        newcomer.save_document(&document).await.unwrap();
        assert!(newcomer.memory().fold().meeting(branch.meeting).is_some());
    });
}

#[test]
fn a_branch_that_moves_to_another_host_takes_everything_along() {
    let branch = Branch::with_host();
    block_on(async {
        let moved = HostingLink {
            hosting: Hosting { folder: FolderId([6; 16]), ..hosting().hosting },
            token: hosting().token,
        };
        branch.desk.host(moved).await.unwrap();
        branch.desk.travel().await.unwrap();
        let newcomer =
            join(&Phone::new(3, &branch.host), &branch.desk.invite(branch.an).await.unwrap()).unwrap();
        newcomer.travel().await.unwrap();
        assert!(newcomer.memory().fold().meeting(branch.meeting).is_some());
    });
}

#[test]
fn with_the_sheet_of_paper_a_new_phone_takes_the_branch_over() {
    let branch = Branch::with_host();
    let phone = Phone::new(7, &branch.host);
    let founder = branch.founder();
    block_on(async {
        branch.book.reply(branch.meeting, Answer::Attend).await.unwrap();
        branch.book.travel().await.unwrap();
        // The secretary's phone is in the river. A member shows the link, and there is the sheet.
        let invitation = branch.book.memory().identity().invitation().clone();
        let heir = join(&phone, &invitation).unwrap();
        let binh = branch.desk.memory().me().unwrap();
        assert_eq!(heir.take_over(&branch.recovery, binh).await, Err(Fault::NotFetched));
        heir.travel().await.unwrap();
        assert_eq!(heir.take_over(&Seed([1; 32]), binh).await, Err(Fault::OtherPaper));
        heir.take_over(&branch.recovery, binh).await.unwrap();
        assert_eq!((heir.memory().role(), heir.memory().me()), (Role::Secretary, Some(binh)));
        assert_eq!(heir.travel().await, Err(Fault::NoToken));
        heir.host(hosting()).await.unwrap();
        assert_eq!(heir.open_mail_on_paper(&branch.recovery).await, Ok(2), "the reply, and the own request");
        heir.load_meeting(branch.meeting).await.unwrap();
        assert!(heir.memory().fold().reply(branch.meeting, branch.an).is_some());
        heir.announce(notice(NEW, Vec::new())).await.unwrap();
        assert!(heir.travel().await.unwrap().published);

        branch.book.travel().await.unwrap();
        {
            let memory = branch.book.memory();
            assert!(memory.fold().meeting(NEW).is_some() && memory.fold().meeting(branch.meeting).is_some());
            assert!(
                memory
                    .outbox()
                    .iter()
                    .all(|parcel| parcel.stage == so_tay::exchange::outbox::Stage::Received)
            );
            let roster = memory.fold().roster().unwrap();
            assert_eq!(roster.holder(founder.id()).unwrap().1.standing, Standing::Revoked);
        }
        // Whoever fishes the phone out publishes nothing more.
        branch.serve(&founder, LATER, &[]);
        assert_eq!(branch.book.fetch().await, Err(Fault::Flaw(Flaw::FormerSecretary(founder.id()))));
        heir.travel().await.unwrap_err();
        let newcomer = join(&Phone::new(3, &branch.host), &invitation).unwrap();
        newcomer.travel().await.unwrap();
        assert_eq!(newcomer.memory().fold().meetings().count(), 2);
    });
}
