//! Sets and sorted lists made by insertion. The library's own ways sort first, and each type that is sorted costs
//! about five kilobytes of wasm; lists here have at most a few thousand items.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A set of `items`.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// A map of `entries`; a later entry takes the place of an earlier one.
pub fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in entries {
        map.insert(key, value);
    }
    map
}

/// `items` in the order of `compare`; equal ones stay as they came.
pub fn sorted<T>(items: impl IntoIterator<Item = T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let place = sorted.partition_point(|other| compare(other, &item) != Ordering::Greater);
        sorted.insert(place, item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_stay_as_they_came() {
        let sorted = sorted([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
