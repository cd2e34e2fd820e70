//! The ports in memory, for tests: a store that can be full or die at any write, a host that can go away, a clock
//! that can be wrong.

use super::{
    Clock, Feed, FeedFault, Generation, Keys, KeysFault, Later, Row, Store, StoreFault, Table, Write,
};
use crate::domain::time::Moment;
use crate::exchange::invitation::Token;
use crate::record::Seed;
use crate::record::digest::sha256;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::ready;
use std::rc::Rc;

type Rows = BTreeMap<(Table, Vec<u8>), Vec<u8>>;

/// A store in memory. Clones share the rows, like two tabs of one browser.
#[derive(Clone, Default)]
pub struct MemoryStore {
    rows: Rc<RefCell<Rows>>,
    generation: Rc<Cell<Generation>>,
    commits_left: Rc<Cell<Option<u32>>>,
    room: Rc<Cell<Option<usize>>>,
}

impl MemoryStore {
    /// After `commits` more commits every one fails as if the process had been killed just before it.
    pub fn die_after(&self, commits: u32) {
        self.commits_left.set(Some(commits));
    }

    /// Works again, with all rows as they were.
    pub fn revive(&self) {
        self.commits_left.set(None);
    }

    /// Refuses batches of more than `bytes` as if the disk were full; `None` for as much as one likes.
    pub fn limit(&self, bytes: Option<usize>) {
        self.room.set(bytes);
    }

    /// How many rows a table has.
    pub fn count(&self, table: Table) -> usize {
        self.rows.borrow().keys().filter(|(of, _)| *of == table).count()
    }
}

impl Store for MemoryStore {
    fn get(&self, table: Table, key: &[u8]) -> Later<'_, Result<Option<Vec<u8>>, StoreFault>> {
        Box::pin(ready(Ok(self.rows.borrow().get(&(table, key.to_vec())).cloned())))
    }

    fn list(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Row>, StoreFault>> {
        let rows = self.rows.borrow();
        let from = rows.range((table, prefix.to_vec())..);
        let mine = from.take_while(|((of, key), _)| *of == table && key.starts_with(prefix));
        Box::pin(ready(Ok(mine.map(|((_, key), value)| (key.clone(), value.clone())).collect())))
    }

    fn keys(&self, table: Table, prefix: &[u8]) -> Later<'_, Result<Vec<Vec<u8>>, StoreFault>> {
        let rows = self.rows.borrow();
        let from = rows.range((table, prefix.to_vec())..);
        let mine = from.take_while(|((of, key), _)| *of == table && key.starts_with(prefix));
        Box::pin(ready(Ok(mine.map(|((_, key), _)| key.clone()).collect())))
    }

    fn generation(&self) -> Later<'_, Result<Generation, StoreFault>> {
        Box::pin(ready(Ok(self.generation.get())))
    }

    fn commit(&self, expected: Generation, writes: Vec<Write>) -> Later<'_, Result<Generation, StoreFault>> {
        Box::pin(ready(self.write(expected, writes)))
    }
}

impl MemoryStore {
    fn write(&self, expected: Generation, writes: Vec<Write>) -> Result<Generation, StoreFault> {
        match self.commits_left.get() {
            Some(0) => return Err(StoreFault::Broken),
            Some(left) => self.commits_left.set(Some(left - 1)),
            None => {}
        }
        if expected != self.generation.get() {
            return Err(StoreFault::Stale);
        }
        let size = |write: &Write| match write {
            Write::Put(_, key, value) => key.len() + value.len(),
            Write::Delete(..) => 0,
        };
        if self.room.get().is_some_and(|room| writes.iter().map(size).sum::<usize>() > room) {
            return Err(StoreFault::Full);
        }
        let mut rows = self.rows.borrow_mut();
        for write in writes {
            match write {
                Write::Put(table, key, value) => rows.insert((table, key), value),
                Write::Delete(table, key) => rows.remove(&(table, key)),
            };
        }
        self.generation.set(expected + 1);
        Ok(expected + 1)
    }
}

/// What a host does with the next requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostMood {
    /// Answers.
    Up,
    /// Cannot be reached.
    Down,
    /// Does what it is asked, but dies before it answers.
    DiesAfter,
}

/// A data host in memory: `feed/`, `drop/` and `inbox/` of one folder. Clones share it.
#[derive(Clone)]
pub struct MemoryHost {
    files: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
    mood: Rc<Cell<HostMood>>,
    requests: Rc<Cell<u32>>,
    turns_at: Rc<Cell<Option<(u32, HostMood)>>>,
}

impl Default for MemoryHost {
    fn default() -> Self {
        Self {
            files: Rc::default(),
            mood: Rc::new(Cell::new(HostMood::Up)),
            requests: Rc::default(),
            turns_at: Rc::default(),
        }
    }
}

impl MemoryHost {
    /// Changes how the host answers from now on.
    pub fn turn(&self, mood: HostMood) {
        self.mood.set(mood);
        self.turns_at.set(None);
    }

    /// Changes how the host answers after `requests` more requests.
    pub fn turn_after(&self, requests: u32, mood: HostMood) {
        self.turns_at.set(Some((self.requests.get() + requests, mood)));
    }

    /// How many requests have come.
    pub fn requests(&self) -> u32 {
        self.requests.get()
    }

    /// The stored files, to look at or to tamper with. `inbox/` and `drop/` are the same folder.
    pub fn files(&self) -> std::cell::RefMut<'_, BTreeMap<String, Vec<u8>>> {
        self.files.borrow_mut()
    }

    fn answer<T>(&self, act: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> T) -> Result<T, FeedFault> {
        if let Some((at, mood)) = self.turns_at.get().filter(|(at, _)| self.requests.get() >= *at) {
            self.mood.set(mood);
            self.turns_at.set(Some((at, mood)));
        }
        self.requests.set(self.requests.get() + 1);
        match self.mood.get() {
            HostMood::Up => Ok(act(&mut self.files.borrow_mut())),
            HostMood::Down => Err(FeedFault::Offline),
            HostMood::DiesAfter => {
                act(&mut self.files.borrow_mut());
                self.mood.set(HostMood::Down);
                Err(FeedFault::Offline)
            }
        }
    }
}

fn place(url: &str) -> String {
    url.replace("/inbox/", "/drop/")
}

impl Feed for MemoryHost {
    fn get(
        &self,
        url: String,
        _: Option<Token>,
        bytes_max: usize,
    ) -> Later<'_, Result<Option<Vec<u8>>, FeedFault>> {
        let file = self.answer(|files| files.get(&place(&url)).cloned());
        let fits = |file: &Option<Vec<u8>>| file.as_ref().is_none_or(|file| file.len() <= bytes_max);
        Box::pin(ready(file.and_then(|file| if fits(&file) { Ok(file) } else { Err(FeedFault::TooLarge) })))
    }

    fn put(&self, url: String, _: Option<Token>, bytes: Vec<u8>) -> Later<'_, Result<(), FeedFault>> {
        Box::pin(ready(self.answer(|files| {
            // Like the real host: a file of the drop-box is never overwritten.
            if !url.contains("/drop/") || !files.contains_key(&url) {
                files.insert(url, bytes);
            }
        })))
    }

    fn list(&self, url: String, _: Token) -> Later<'_, Result<Vec<String>, FeedFault>> {
        let folder = place(&url);
        Box::pin(ready(self.answer(|files| {
            files.keys().filter_map(|name| name.strip_prefix(&folder)).map(str::to_owned).collect()
        })))
    }

    fn delete(&self, url: String, _: Token) -> Later<'_, Result<(), FeedFault>> {
        Box::pin(ready(self.answer(|files| {
            files.remove(&place(&url));
        })))
    }
}

/// A clock that stands still until it is set.
#[derive(Clone)]
pub struct MemoryClock(Rc<Cell<Moment>>);

impl MemoryClock {
    /// A clock that shows `now`.
    pub fn at(now: Moment) -> Self {
        Self(Rc::new(Cell::new(now)))
    }

    /// Sets it, forwards or backwards.
    pub fn set(&self, now: Moment) {
        self.0.set(now);
    }
}

impl Clock for MemoryClock {
    fn now(&self) -> Moment {
        self.0.get()
    }

    fn breathe(&self) -> Later<'_, ()> {
        Box::pin(ready(()))
    }
}

/// Keys that count instead of drawing, and wrap by marking.
#[derive(Clone)]
pub struct MemoryKeys(Rc<Cell<u64>>);

impl MemoryKeys {
    /// Draws start from `number`: two devices take two numbers.
    pub fn from(number: u64) -> Self {
        Self(Rc::new(Cell::new(number << 32)))
    }
}

impl Keys for MemoryKeys {
    fn wrap(&self, plain: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>> {
        Box::pin(ready(Ok(std::iter::once(b'w').chain(plain.into_iter().map(|byte| byte ^ 0x5a)).collect())))
    }

    fn unwrap(&self, wrapped: Vec<u8>) -> Later<'_, Result<Vec<u8>, KeysFault>> {
        Box::pin(ready(match wrapped.split_first() {
            Some((b'w', rest)) => Ok(rest.iter().map(|byte| byte ^ 0x5a).collect()),
            _ => Err(KeysFault),
        }))
    }

    fn seed(&self) -> Seed {
        self.0.set(self.0.get() + 1);
        Seed(sha256(&[b"memory", &self.0.get().to_be_bytes()]))
    }
}
