//! The ports' twins in memory keep the same contracts as the browser's adapters.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, missing_docs)]

mod contract;

use pollster::block_on;
use so_tay::domain::time::Moment;
use so_tay::exchange::invitation::Token;
use so_tay::ports::memory::{MemoryClock, MemoryHost, MemoryKeys, MemoryStore};

#[test]
fn the_store() {
    block_on(contract::store::suite(|_| {
        let store = MemoryStore::default();
        [store.clone(), store]
    }));
}

#[test]
fn the_feed() {
    let token = Token::parse(&"t".repeat(43)).unwrap();
    block_on(contract::feed::suite(MemoryHost::default(), "https://host.example", token));
}

#[test]
fn the_clock() {
    block_on(contract::clock::suite(MemoryClock::at(Moment(1_790_000_000_000))));
}

#[test]
fn the_keys() {
    block_on(contract::keys::suite(|_| {
        let keys = MemoryKeys::from(1);
        [keys.clone(), keys]
    }));
}
