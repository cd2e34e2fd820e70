//! A command does the same work in a young branch and in an old one.

use crate::phones::*;
use pollster::block_on;
use so_tay::domain::attendance::{Answer, State};
use so_tay::domain::comment::{Comment, Visibility};
use so_tay::domain::id::ThingId;
use so_tay::ports::{Generation, Later, Ports, Row, Store, StoreFault, Table, Write};
use so_tay::record::digest::{blob_id, sha256};
use so_tay::record::sealed_mail::seal_mail;
use so_tay::record::{Body, Draft, Seed};
use so_tay::sync::Handbook;
use std::cell::Cell;
use std::rc::Rc;

/// Counts the rows that cross the port.
struct Counting<T>(T, Rc<Cell<usize>>);

impl<T> Counting<T> {
    fn count(&self, rows: usize) {
        self.1.set(self.1.get() + rows);
    }
}

impl<T: Store> Store for Counting<T> {
    fn get(&self, table: Table, key: &[u8]) -> Later<'_, Result<Option<Vec<u8>>, StoreFault>> {
        self.count(1);
        self.0.get(table, key)
    }

    fn list(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Row>, StoreFault>> {
        let prefix = prefix.to_vec();
        Box::pin(async move {
            let rows = self.0.list(table, &prefix).await?;
            self.count(1 + rows.len());
            Ok(rows)
        })
    }

    fn keys(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Vec<u8>>, StoreFault>> {
        let prefix = prefix.to_vec();
        Box::pin(async move {
            let keys = self.0.keys(table, &prefix).await?;
            self.count(1 + keys.len());
            Ok(keys)
        })
    }

    fn generation(&self) -> Later<'_, Result<Generation, StoreFault>> {
        self.count(1);
        self.0.generation()
    }

    fn commit(&self, expected: Generation, writes: Vec<Write>) -> Later<'_, Result<Generation, StoreFault>> {
        self.count(writes.len());
        self.0.commit(expected, writes)
    }
}

/// Rows that some commands move in a branch with so many comments in its past.
fn work(comments: usize) -> Vec<(&'static str, usize)> {
    let branch = Branch::with_host();
    block_on(async {
        let charter = branch.desk.memory().fold().charter().unwrap().clone();
        let (org, content) = {
            let memory = branch.desk.memory();
            (memory.identity().org(), memory.identity().content().clone())
        };
        for number in 0..comments {
            let about = ThingId([u8::try_from(number % 50).unwrap(); 16]);
            let said = Comment {
                meeting: about,
                boxes: boxes(&number.to_string()),
                visibility: Visibility::Anonymous,
            };
            let draft = Draft { org, at: NOW, about, replaces: Vec::new(), body: Body::Comment(said) };
            let seed = Seed(sha256(&[&number.to_be_bytes()]));
            let letter = draft.sign_anonymously(&content, &seed);
            let mail = seal_mail(&[charter.secretaries[0].sealing], &letter, &seed).unwrap();
            branch.desk.take_mail(blob_id(&mail), &mail).await.unwrap();
        }
        branch.exchange().await.unwrap();

        let counted = |phone: &Phone| {
            let rows = Rc::new(Cell::new(0));
            let store = Rc::new(Counting(phone.store.clone(), rows.clone()));
            (block_on(Handbook::open(Ports { store, ..phone.ports() })).unwrap().unwrap(), rows)
        };
        let ((desk, at_desk), (book, at_book)) = (counted(&branch.secretary), counted(&branch.member));
        let mut work = vec![("open", at_desk.take()), ("open as a member", at_book.take())];
        desk.announce(notice(ThingId([99; 16]), Vec::new())).await.unwrap();
        work.push(("announce", at_desk.take()));
        desk.tick(branch.meeting, branch.an, Some(State::Present)).await.unwrap();
        work.push(("tick", at_desk.take()));
        book.reply(branch.meeting, Answer::Attend).await.unwrap();
        book.comment(branch.meeting, boxes("lời"), Visibility::Secretary, "c").await.unwrap();
        work.push(("say", at_book.take()));
        book.travel().await.unwrap();
        work.push(("send", at_book.take()));
        desk.travel().await.unwrap();
        work.push(("collect and publish", at_desk.take()));
        book.travel().await.unwrap();
        work.push(("fetch", at_book.take()));
        work
    })
}

#[test]
fn months_that_were_published_again_leave_no_old_pack_behind() {
    let branch = Branch::with_host();
    block_on(async {
        for number in 0..5 {
            branch.desk.announce(notice(ThingId([number; 16]), Vec::new())).await.unwrap();
            // Signed, and overtaken before it is put.
            branch.desk.export_bundle(&[]).await.unwrap();
            branch.desk.enter_member(member(branch.an, &format!("Nguyễn Văn An {number}"))).await.unwrap();
            branch.exchange().await.unwrap();
        }
        for phone in [&branch.secretary, &branch.member] {
            let packs = phone.rows(Table::Meta).into_iter().filter(|(key, _)| key.starts_with(b"pack/"));
            assert_eq!(packs.count(), 1, "one month, one pack");
        }
        assert_eq!(branch.secretary.rows(Table::Blobs).len(), 1, "the document alone");
    });
}

#[test]
fn a_command_moves_as_many_rows_in_an_old_branch_as_in_a_young_one() {
    assert_eq!(work(600), work(6_000));
}
