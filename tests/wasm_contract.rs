//! The browser's adapters keep the contracts of their ports, in a real browser.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, missing_docs)]

mod contract;

use js_sys::Promise;
use so_tay::browser::clock::PhoneClock;
use so_tay::browser::device_keys::DeviceKey;
use so_tay::browser::http::HttpFeed;
use so_tay::browser::indexed_db::IndexedDb;
use so_tay::exchange::invitation::Token;
use so_tay::ports::{Clock, Feed, FeedFault, Keys, KeysFault, Store, StoreFault, Table, Write};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{MessageChannel, window};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
async fn the_store() {
    contract::store::suite(|name| [IndexedDb::named(name), IndexedDb::named(name)]).await;
}

#[wasm_bindgen_test]
async fn the_keys() {
    contract::keys::suite(|name| {
        let name = ["key-", name].concat();
        [DeviceKey::named(&name), DeviceKey::named(&name)]
    })
    .await;
}

#[wasm_bindgen_test]
async fn the_clock() {
    contract::clock::suite(PhoneClock).await;
}

#[wasm_bindgen_test]
async fn a_store_cleared_by_another_tab_is_empty_and_takes_no_late_commit() {
    let store = IndexedDb::named("cleared");
    let write = || vec![Write::Put(Table::Meta, b"k".to_vec(), b"v".to_vec())];
    assert_eq!(store.commit(0, write()).await, Ok(1));
    // Would wait for ever if the open connection did not close.
    delete_database("cleared").await;
    assert_eq!(store.commit(1, write()).await, Err(StoreFault::Stale));
    assert_eq!(store.get(Table::Meta, b"k").await, Ok(None));
    assert_eq!(store.commit(0, write()).await, Ok(1));
}

#[wasm_bindgen_test]
async fn a_store_of_an_older_app_keeps_its_rows_and_gets_the_new_tables() {
    let request = window().unwrap().indexed_db().unwrap().unwrap().open_with_u32("older", 1).unwrap();
    let asked = request.clone();
    let make = Closure::once_into_js(move || {
        let database: web_sys::IdbDatabase = asked.result().unwrap().unchecked_into();
        let store = database.create_object_store(Table::Records.name()).unwrap();
        let bytes = |bytes: &[u8]| js_sys::Uint8Array::from(bytes);
        store.put_with_key(&bytes(b"value"), &bytes(b"key")).unwrap();
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(opened).await.unwrap();
    request.result().unwrap().unchecked_into::<web_sys::IdbDatabase>().close();
    let store = IndexedDb::named("older");
    assert_eq!(store.get(Table::Records, b"key").await, Ok(Some(b"value".to_vec())));
    assert_eq!(store.list(Table::Words, b"").await, Ok(Vec::new()));
}

#[wasm_bindgen_test]
async fn a_newer_version_of_the_store_is_left_alone() {
    let request = window().unwrap().indexed_db().unwrap().unwrap().open_with_u32("newer", 99).unwrap();
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(opened).await.unwrap();
    request.result().unwrap().unchecked_into::<web_sys::IdbDatabase>().close();
    assert_eq!(IndexedDb::named("newer").generation().await, Err(StoreFault::Broken));
}

#[wasm_bindgen_test]
async fn a_wrapped_thing_changed_anywhere_is_refused() {
    let key = DeviceKey::named("key-changed");
    let wrapped = key.wrap(b"identity".to_vec()).await.unwrap();
    for at in 0..wrapped.len() {
        let mut changed = wrapped.clone();
        changed[at] ^= 0x80;
        assert_eq!(key.unwrap(changed).await, Err(KeysFault), "byte {at}");
    }
}

#[wasm_bindgen_test]
async fn another_device_opens_nothing_and_the_same_twice_looks_different() {
    let (here, elsewhere) = (DeviceKey::named("key-here"), DeviceKey::named("key-elsewhere"));
    let wrapped = here.wrap(b"identity".to_vec()).await.unwrap();
    assert_eq!(elsewhere.unwrap(wrapped.clone()).await, Err(KeysFault), "it has no key yet");
    elsewhere.wrap(b"its own".to_vec()).await.unwrap();
    assert_eq!(elsewhere.unwrap(wrapped.clone()).await, Err(KeysFault));
    assert_ne!(here.wrap(b"identity".to_vec()).await.unwrap(), wrapped);
}

#[wasm_bindgen_test]
async fn a_breath_lets_waiting_events_come_first() {
    let channel = MessageChannel::new().unwrap();
    let heard = Rc::new(Cell::new(false));
    let note = Rc::clone(&heard);
    let hear = Closure::<dyn FnMut()>::new(move || note.set(true));
    channel.port1().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    channel.port2().post_message(&"waiting".into()).unwrap();
    PhoneClock.breathe().await;
    assert!(heard.get());
}

/// The server of this very page stands in for a host.
#[wasm_bindgen_test]
async fn answers_of_a_host_are_told_apart() {
    let here = window().unwrap().location().origin().unwrap();
    let token = Token::parse(&"t".repeat(43));
    let missing = [&here, "/feed/none"].concat();
    assert_eq!(HttpFeed.get(missing.clone(), None, 100).await, Ok(None));
    assert_eq!(HttpFeed.list(missing.clone(), token.clone().unwrap()).await, Err(FeedFault::Refused));
    assert_eq!(HttpFeed.delete(missing.clone(), token.clone().unwrap()).await, Ok(()));
    assert_eq!(HttpFeed.put(missing, token, vec![1]).await, Err(FeedFault::Refused));
    let page = |bytes_max| HttpFeed.get([&here, "/"].concat(), None, bytes_max);
    assert_eq!(page(10).await, Err(FeedFault::TooLarge));
    let page = page(1 << 20).await;
    assert!(page.is_ok_and(|page| page.is_some_and(|page| page.starts_with(b"<!DOCTYPE html>"))));
    // Nothing listens there.
    assert_eq!(HttpFeed.get("http://127.0.0.1:9/head".to_owned(), None, 100).await, Err(FeedFault::Offline));
}

async fn delete_database(name: &str) {
    let request = window().unwrap().indexed_db().unwrap().unwrap().delete_database(name).unwrap();
    let deleted = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(deleted).await.unwrap();
}
