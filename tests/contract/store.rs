//! What a store keeps.

use futures_util::future::join;
use so_tay::ports::{Row, Store, StoreFault, Table, Write};

const LARGE_BYTES: usize = 5 << 20;
/// Every corner of the order of bytes; sorted.
const KEYS: [&[u8]; 12] = [
    b"",
    b"\x00",
    b"\x00\x00",
    b"\x00\xff",
    b"a",
    b"a\x00",
    b"a\xff",
    b"a\xff\xff",
    b"b",
    b"\x80",
    b"\xff",
    b"\xff\xff",
];

/// Every rule. `tabs` opens the same store twice; each name is a new store.
pub async fn suite<S: Store>(tabs: impl Fn(&str) -> [S; 2]) {
    a_new_store_is_empty(tabs("new")).await;
    what_was_put_comes_back_in_every_tab(tabs("put")).await;
    a_row_is_replaced_and_taken_away(tabs("replace")).await;
    the_last_change_of_a_row_in_a_batch_counts(tabs("last")).await;
    rows_are_listed_in_the_order_of_their_keys(tabs("order")).await;
    a_prefix_lists_what_begins_with_it(tabs("prefix")).await;
    tables_are_apart(tabs("tables")).await;
    a_commit_that_comes_late_writes_nothing(tabs("stale")).await;
    of_two_commits_at_once_one_is_stored(tabs("race")).await;
    an_empty_commit_counts_and_shows_in_no_table(tabs("empty")).await;
    a_document_fits_in_one_row(tabs("large")).await;
    a_thousand_rows_fit_in_one_commit(tabs("many")).await;
}

async fn a_new_store_is_empty<S: Store>([here, _]: [S; 2]) {
    assert_eq!(here.generation().await, Ok(0));
    for table in Table::ALL {
        assert_eq!(here.list(table, b"").await, Ok(Vec::new()));
        assert_eq!(here.keys(table, b"").await, Ok(Vec::new()));
        assert_eq!(here.get(table, b"").await, Ok(None));
    }
}

async fn what_was_put_comes_back_in_every_tab<S: Store>([here, there]: [S; 2]) {
    let writes = KEYS.map(|key| put(Table::Records, key, &[key, b"!"].concat()));
    assert_eq!(here.commit(0, writes.into()).await, Ok(1));
    assert_eq!(here.commit(1, vec![put(Table::Marks, b"empty", b"")]).await, Ok(2));
    for tab in [here, there] {
        for key in KEYS {
            assert_eq!(tab.get(Table::Records, key).await, Ok(Some([key, b"!"].concat())));
        }
        assert_eq!(tab.get(Table::Marks, b"empty").await, Ok(Some(Vec::new())), "empty, but there");
        assert_eq!(tab.generation().await, Ok(2));
    }
}

async fn a_row_is_replaced_and_taken_away<S: Store>([here, _]: [S; 2]) {
    assert_eq!(here.commit(0, vec![put(Table::Drafts, b"k", b"old and long")]).await, Ok(1));
    assert_eq!(here.commit(1, vec![put(Table::Drafts, b"k", b"new")]).await, Ok(2));
    assert_eq!(here.get(Table::Drafts, b"k").await, Ok(Some(b"new".to_vec())));
    assert_eq!(here.commit(2, vec![delete(Table::Drafts, b"k")]).await, Ok(3));
    assert_eq!(here.get(Table::Drafts, b"k").await, Ok(None));
    assert_eq!(here.commit(3, vec![delete(Table::Drafts, b"k")]).await, Ok(4), "gone already is no fault");
}

async fn the_last_change_of_a_row_in_a_batch_counts<S: Store>([here, _]: [S; 2]) {
    let writes = vec![
        put(Table::Outbox, b"kept", b"1"),
        put(Table::Outbox, b"gone", b"1"),
        delete(Table::Outbox, b"kept"),
        delete(Table::Outbox, b"gone"),
        put(Table::Outbox, b"kept", b"2"),
    ];
    assert_eq!(here.commit(0, writes).await, Ok(1));
    assert_eq!(here.list(Table::Outbox, b"").await, Ok(vec![(b"kept".to_vec(), b"2".to_vec())]));
}

async fn rows_are_listed_in_the_order_of_their_keys<S: Store>([here, _]: [S; 2]) {
    let backwards = KEYS.iter().rev().map(|key| put(Table::Past, key, key));
    assert_eq!(here.commit(0, backwards.collect()).await, Ok(1));
    assert_eq!(here.list(Table::Past, b"").await, Ok(rows(&KEYS)));
    assert_eq!(here.keys(Table::Past, b"").await, Ok(keys(&KEYS)));
}

async fn a_prefix_lists_what_begins_with_it<S: Store>([here, _]: [S; 2]) {
    assert_eq!(here.commit(0, KEYS.map(|key| put(Table::Shelf, key, key)).into()).await, Ok(1));
    for prefix in KEYS.into_iter().chain([b"c".as_slice(), b"a\xfe", b"\xfe", b"\xff\xff\xff"]) {
        let expected: Vec<&[u8]> = KEYS.into_iter().filter(|key| key.starts_with(prefix)).collect();
        assert_eq!(here.list(Table::Shelf, prefix).await, Ok(rows(&expected)), "{prefix:?}");
        assert_eq!(here.keys(Table::Shelf, prefix).await, Ok(keys(&expected)), "{prefix:?}");
    }
}

async fn tables_are_apart<S: Store>([here, _]: [S; 2]) {
    let writes = Table::ALL.map(|table| put(table, b"same key", table.name().as_bytes()));
    assert_eq!(here.commit(0, writes.into()).await, Ok(1));
    for table in Table::ALL {
        let row = (b"same key".to_vec(), table.name().as_bytes().to_vec());
        assert_eq!(here.list(table, b"").await, Ok(vec![row]));
    }
}

async fn a_commit_that_comes_late_writes_nothing<S: Store>([here, there]: [S; 2]) {
    assert_eq!(here.commit(0, vec![put(Table::Records, b"k", b"mine")]).await, Ok(1));
    for wrong in [0, 2, u64::MAX] {
        let late = vec![
            put(Table::Records, b"k", b"theirs"),
            put(Table::Mail, b"other", b""),
            delete(Table::Records, b"k"),
        ];
        assert_eq!(there.commit(wrong, late).await, Err(StoreFault::Stale));
    }
    assert_eq!(there.generation().await, Ok(1));
    assert_eq!(there.get(Table::Records, b"k").await, Ok(Some(b"mine".to_vec())));
    assert_eq!(there.list(Table::Mail, b"").await, Ok(Vec::new()));
}

async fn of_two_commits_at_once_one_is_stored<S: Store>([here, there]: [S; 2]) {
    for round in 0..5 {
        let batch = |who: &[u8]| vec![put(Table::Meta, b"who", who), put(Table::Blobs, b"who", who)];
        let (mine, theirs) =
            join(here.commit(round, batch(b"mine")), there.commit(round, batch(b"theirs"))).await;
        let winner = match (mine, theirs) {
            (Ok(next), Err(StoreFault::Stale)) if next == round + 1 => b"mine".to_vec(),
            (Err(StoreFault::Stale), Ok(next)) if next == round + 1 => b"theirs".to_vec(),
            other => panic!("{other:?}"),
        };
        for table in [Table::Meta, Table::Blobs] {
            assert_eq!(here.get(table, b"who").await, Ok(Some(winner.clone())));
        }
    }
}

async fn an_empty_commit_counts_and_shows_in_no_table<S: Store>([here, there]: [S; 2]) {
    assert_eq!(here.commit(0, Vec::new()).await, Ok(1));
    assert_eq!(there.generation().await, Ok(1));
    for table in Table::ALL {
        assert_eq!(there.list(table, b"").await, Ok(Vec::new()));
    }
}

async fn a_document_fits_in_one_row<S: Store>([here, there]: [S; 2]) {
    let document: Vec<u8> = (0..LARGE_BYTES).map(|at| (at % 251) as u8).collect();
    assert_eq!(here.commit(0, vec![put(Table::Blobs, b"document", &document)]).await, Ok(1));
    assert_eq!(there.keys(Table::Blobs, b"doc").await, Ok(vec![b"document".to_vec()]));
    let read = there.get(Table::Blobs, b"document").await;
    assert!(read.is_ok_and(|value| value.is_some_and(|value| value == document)), "the same bytes");
}

async fn a_thousand_rows_fit_in_one_commit<S: Store>([here, there]: [S; 2]) {
    let writes = (0..1_000_u16).map(|number| put(Table::Records, &number.to_be_bytes(), b"a record"));
    assert_eq!(here.commit(0, writes.collect()).await, Ok(1));
    let listed = there.list(Table::Records, b"").await.unwrap();
    let numbers: Vec<Vec<u8>> = (0..1_000_u16).map(|number| number.to_be_bytes().to_vec()).collect();
    assert_eq!(listed.into_iter().map(|(key, _)| key).collect::<Vec<_>>(), numbers);
}

fn put(table: Table, key: &[u8], value: &[u8]) -> Write {
    Write::Put(table, key.to_vec(), value.to_vec())
}

fn delete(table: Table, key: &[u8]) -> Write {
    Write::Delete(table, key.to_vec())
}

fn rows(keys: &[&[u8]]) -> Vec<Row> {
    keys.iter().map(|key| (key.to_vec(), key.to_vec())).collect()
}

fn keys(keys: &[&[u8]]) -> Vec<Vec<u8>> {
    keys.iter().map(|key| key.to_vec()).collect()
}
