//! What a device's key keeps.

use futures_util::future::join;
use so_tay::ports::{Keys, KeysFault};
use std::collections::BTreeSet;

/// Every rule. `tabs` opens the same device twice; each name is a new device.
pub async fn suite<K: Keys>(tabs: impl Fn(&str) -> [K; 2]) {
    what_was_wrapped_is_unwrapped(tabs("round-trip")).await;
    what_is_no_wrapped_thing_is_refused(tabs("refused")).await;
    tabs_that_race_for_the_first_key_end_with_one(tabs("race")).await;
    seeds_are_drawn_once(tabs("seeds"));
}

async fn what_was_wrapped_is_unwrapped<K: Keys>([here, there]: [K; 2]) {
    for plain in [Vec::new(), vec![7], vec![0; 70_000]] {
        let wrapped = here.wrap(plain.clone()).await.unwrap();
        assert_ne!(wrapped, plain);
        assert_eq!(here.unwrap(wrapped.clone()).await.as_ref(), Ok(&plain));
        assert_eq!(there.unwrap(wrapped).await, Ok(plain), "the other tab opens it as well");
    }
}

async fn what_is_no_wrapped_thing_is_refused<K: Keys>([here, _]: [K; 2]) {
    let mut changed = here.wrap(b"identity".to_vec()).await.unwrap();
    changed[0] ^= 1;
    for bytes in [Vec::new(), vec![0], vec![0; 12], changed] {
        assert_eq!(here.unwrap(bytes).await, Err(KeysFault));
    }
}

async fn tabs_that_race_for_the_first_key_end_with_one<K: Keys>([here, there]: [K; 2]) {
    let (first, second) = join(here.wrap(b"first".to_vec()), there.wrap(b"second".to_vec())).await;
    assert_eq!(there.unwrap(first.unwrap()).await, Ok(b"first".to_vec()));
    assert_eq!(here.unwrap(second.unwrap()).await, Ok(b"second".to_vec()));
}

fn seeds_are_drawn_once<K: Keys>([here, _]: [K; 2]) {
    let seeds: BTreeSet<[u8; 32]> = (0..100).map(|_| here.seed().0).collect();
    assert_eq!(seeds.len(), 100);
}
